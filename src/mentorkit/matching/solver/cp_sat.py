"""Sharing out hours by the constraint solver of OR-tools, where the extra `mentorkit[matching]` is installed.

First it matches as many mentees as possible, then it looks for the best total among those ways: both go faster one
after the other than as one number. With one worker and a seed, what it proves is the same in every run.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ortools.sat.python import cp_model

from mentorkit.matching.solver.result import UNMATCHED

Reached = tuple[int, int]
"""How many mentees are matched, and what they gain."""


class HoursPair(NamedTuple):
    """A pair that may be made."""

    mentee: int
    mentor: int
    gain: int
    hours: int


class Found(NamedTuple):
    """What was found.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        reached: by it.
        bound: what no assignment beats.
    """

    mentor_of: list[int]
    reached: Reached
    bound: Reached


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


def improve(
    pairs: Sequence[HoursPair],
    capacity: Sequence[int],
    start: Found,
    seconds_left: Callable[[], float],
    progress: Callable[[Reached, Reached], None],
) -> Found:
    """Betters an assignment until it is proven or the time is up.

    Args:
        pairs: one entry for each.
        capacity: the hours of each mentor.
        start: an assignment, and what no assignment beats.
        seconds_left: until it has to stop.
        progress: is given what is reached and the bound, whenever either is better.
    """
    model = cp_model.CpModel()
    made = [model.new_bool_var("") for _ in pairs]
    of_mentee: dict[int, list[int]] = {}
    of_mentor: dict[int, list[int]] = {}
    for position, pair in enumerate(pairs):
        of_mentee.setdefault(pair.mentee, []).append(position)
        of_mentor.setdefault(pair.mentor, []).append(position)
        model.add_hint(made[position], start.mentor_of[pair.mentee] == pair.mentor)
    for positions in of_mentee.values():
        model.add_at_most_one(made[position] for position in positions)
    for mentor, positions in of_mentor.items():
        if seconds_left() <= 0:
            return start
        hours = [pairs[position].hours for position in positions]
        used = cp_model.LinearExpr.weighted_sum([made[position] for position in positions], hours)
        model.add(used <= capacity[mentor])

    def solved(better: Callable[[int, int], None]) -> tuple[cp_model.CpSolver, bool]:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_time_in_seconds = max(0.0, seconds_left())
        watch = _Watch(better)
        solver.best_bound_callback = watch.on_bound
        status = solver.solve(model, watch)
        return solver, status in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    def assignment(solver: cp_model.CpSolver) -> tuple[list[int], Reached]:
        mentor_of = [UNMATCHED] * len(start.mentor_of)
        chosen = [pair for pair, variable in zip(pairs, made, strict=True) if solver.boolean_value(variable)]
        for pair in chosen:
            mentor_of[pair.mentee] = pair.mentor
        return mentor_of, (len(chosen), sum(pair.gain for pair in chosen))

    # What each mentee gains at most, the best first: the most that any number of mentees gains.
    highest = sorted((max(pairs[position].gain for position in each) for each in of_mentee.values()), reverse=True)
    mentor_of, reached, bound = start

    def more_matched(count: int, most: int) -> None:
        limit = min(most, len(highest))
        progress(max(reached, (count, reached[1])), min(bound, (limit, sum(highest[:limit]))))

    if reached[0] < bound[0]:
        model.maximize(sum(made))
        solver, any_found = solved(more_matched)
        if any_found:
            most = min(round(solver.best_objective_bound), len(highest))
            bound = min(bound, (most, sum(highest[:most])))
            found, value = assignment(solver)
            if value > reached:
                mentor_of, reached = found, value
    if reached[0] < bound[0]:
        return Found(mentor_of, reached, bound)

    def more_gained(gain: int, most: int) -> None:
        progress((reached[0], gain), min(bound, (reached[0], most)))

    model.add(sum(made) == reached[0])
    model.clear_hints()  # type: ignore[no-untyped-call,unused-ignore] # OR-tools states no type here
    for pair, variable in zip(pairs, made, strict=True):
        model.add_hint(variable, mentor_of[pair.mentee] == pair.mentor)
    model.maximize(sum(pair.gain * variable for pair, variable in zip(pairs, made, strict=True)))
    solver, any_found = solved(more_gained)
    if any_found:
        bound = min(bound, (reached[0], round(solver.best_objective_bound)))
        found, value = assignment(solver)
        if value > reached:
            mentor_of, reached = found, value
    return Found(mentor_of, reached, bound)
