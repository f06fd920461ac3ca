"""Sharing out hours by the constraint solver of OR-tools, where the extra `mentorkit[matching]` is installed.

It decides on pairs, so it takes on what has too many groups to choose from (`groups`). The number matched and then the
best total for it go faster one after the other than as one number. With one worker and a seed, what it proves is the
same in every run.
"""

from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from mentorkit.matching.solver.hours_task import Found, HoursTask, Reached
from mentorkit.matching.solver.result import UNMATCHED


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes on each better assignment, with the bound."""

    def __init__(self, better: Callable[[int, int], None]) -> None:
        super().__init__()
        self._better = better
        self._value: int | None = None

    def on_solution_callback(self) -> None:
        self._value = round(self.objective_value)
        self._better(self._value, round(self.best_objective_bound))

    def on_bound(self, bound: float) -> None:
        """Passes on a better bound, also where no better assignment comes with it."""
        if self._value is not None:
            self._better(self._value, round(bound))


def match_more(task: HoursTask, found: Found) -> Found:
    """Matches more mentees, until that is proven or the time is up."""
    highest = task.highest_gains()

    def bound(count: int) -> Reached:
        limit = min(count, len(highest))
        return limit, sum(highest[:limit])

    return _solve(task, found, [1] * len(task.pairs), bound, lambda count: max(found.reached, (count, 0)))


def gain_more(task: HoursTask, found: Found) -> Found:
    """Betters the total of as many mentees, until that is proven or the time is up."""
    number = found.reached[0]
    gains = [pair.gain for pair in task.pairs]
    return _solve(task, found, gains, lambda gain: (number, gain), lambda gain: (number, gain), number)


def _solve(
    task: HoursTask,
    found: Found,
    worth: Sequence[int],
    bound: Callable[[int], Reached],
    reached: Callable[[int], Reached],
    number: int | None = None,
) -> Found:
    """Looks for the pairs that are worth most together.

    Args:
        task: the hours.
        found: what is known.
        worth: of each pair.
        bound: what a bound on that worth says.
        reached: what an assignment of that worth reaches at least.
        number: how many to match; None for any number.
    """
    model = cp_model.CpModel()
    made = [model.new_bool_var("") for _ in task.pairs]
    of_mentee: dict[int, list[int]] = {}
    of_mentor: dict[int, list[int]] = {}
    for position, pair in enumerate(task.pairs):
        of_mentee.setdefault(pair.mentee, []).append(position)
        of_mentor.setdefault(pair.mentor, []).append(position)
        model.add_hint(made[position], found.mentor_of[pair.mentee] == pair.mentor)
    for positions in of_mentee.values():
        model.add_at_most_one(made[position] for position in positions)
    for mentor, positions in of_mentor.items():
        hours = [task.pairs[position].hours for position in positions]
        used = cp_model.LinearExpr.weighted_sum([made[position] for position in positions], hours)
        model.add(used <= task.capacity[mentor])
    if number is not None:
        model.add(sum(made) == number)
    model.maximize(cp_model.LinearExpr.weighted_sum(made, worth))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_time_in_seconds = max(0.0, task.seconds_left())
    watch = _Watch(lambda value, most: task.progress(reached(value), min(found.bound, bound(most))))
    solver.best_bound_callback = watch.on_bound
    if solver.solve(model, watch) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return found
    mentor_of = [UNMATCHED] * len(found.mentor_of)
    chosen = [pair for pair, variable in zip(task.pairs, made, strict=True) if solver.boolean_value(variable)]
    for pair in chosen:
        mentor_of[pair.mentee] = pair.mentor
    value = (len(chosen), sum(pair.gain for pair in chosen))
    lowered = min(found.bound, bound(round(solver.best_objective_bound)))
    if value > found.reached:
        return Found(mentor_of, value, lowered)
    return Found(found.mentor_of, found.reached, lowered)
