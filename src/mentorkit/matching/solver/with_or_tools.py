"""Sharing out hours by the solvers of OR-tools, one after the other."""

from mentorkit.matching.solver import cp_sat, groups
from mentorkit.matching.solver.hours_task import Found, HoursTask


def improve(task: HoursTask, found: Found) -> Found:
    """Betters an assignment until it is proven or the time is up."""
    found = groups.improve(task if found.number_is_settled else task.with_half_the_time(), found)
    if not found.number_is_settled and task.seconds_left() > 0:
        found = cp_sat.match_more(task, found)
        if found.number_is_settled and not found.is_settled:
            found = groups.improve(task, found)
    if found.number_is_settled and not found.is_settled and task.seconds_left() > 0:
        found = cp_sat.gain_more(task, found)
    return found
