"""Sharing out hours by choosing a group of mentees for each mentor, where the extra `mentorkit[matching]` is installed.

Prices (`column_generation`) say of every group by how much it falls short of the best one of its mentor. An assignment
falls short of the bound by at least what its groups do together, so one that gains more than is known already has only
groups that fall short by less than the bound is away. These are few, and SCIP of OR-tools chooses among them in
seconds where no solver that decides on pairs gets near (Baldacci, Christofides and Mingozzi did so for routes of
vehicles).
"""

from collections.abc import Iterator, Sequence
from math import floor
from threading import Thread
from typing import NamedTuple

import attrs
import numpy as np
from ortools.linear_solver.python import model_builder

from mentorkit.matching.solver.column_generation import (
    PRICE_UNIT,
    Group,
    Numbers,
    Offers,
    PricedBound,
    offers_of,
    price,
    with_one_more,
)
from mentorkit.matching.solver.hours_task import Found, HoursTask
from mentorkit.matching.solver.result import UNMATCHED

FEW, SOME, MANY = 2_000, 8_000, 30_000
"""How many groups to choose from at most, at first and then."""

SIZE_LIMIT, ONE_SIZE_LIMIT = 100_000_000, 20_000_000
"""The pairs times hours, of all mentors and of one, from which on this takes too much time and memory."""

GAIN_LIMIT = 10_000_000
"""The gains of all from which on floating point is too coarse."""

_COARSE = 1e-3
"""By how much a bound in floating point may be too low."""

_EVERY = 0.2
"""After how many seconds it is told that the search goes on."""


class _Choice(NamedTuple):
    """What is best among some groups.

    Attributes:
        groups: the best found; None where none was.
        exact: whether nothing among them is better.
        bound: what no choice among them gains more than; None where nothing is known.
    """

    groups: list[Group] | None
    exact: bool
    bound: int | None


def improve(task: HoursTask, found: Found) -> Found:
    """Betters an assignment until it is proven, groups are too many, or the time is up."""
    highest = task.highest_gains()
    size = [0] * len(task.capacity)
    for pair in task.pairs:
        size[pair.mentor] += task.capacity[pair.mentor]
    gains = len(highest) * max((abs(pair.gain) for pair in task.pairs), default=0)
    if sum(size) > SIZE_LIMIT or max(size, default=0) > ONE_SIZE_LIMIT or gains > GAIN_LIMIT:
        return found
    return _Search(task, found, highest).run()


class _Search:
    """The search and what it has found so far."""

    def __init__(self, task: HoursTask, found: Found, highest: Sequence[int]) -> None:
        self._task = task
        self._found = found
        self._highest = highest
        self._offers = offers_of(task)
        self._groups: dict[Group, None] = {}
        for mentor, row in enumerate(self._offers):
            most = row.best(np.ones_like(row.gain))[1]
            present = np.flatnonzero([found.mentor_of[mentee] == mentor for mentee in row.mentee])
            self._groups |= {(mentor, tuple(each.tolist())): None for each in (present, most) if len(each)}

    def run(self) -> Found:
        """Bounds the number, then looks for the best total for that number."""
        n_mentees = len(self._found.mentor_of)
        if not self._found.number_is_settled:
            each_one = [attrs.evolve(row, gain=np.ones_like(row.gain)) for row in self._offers]
            price(each_one, n_mentees, None, self._groups, self._lower_number, self._task.seconds_left())
        number = self._found.bound[0]
        if self._lower_number(number):
            left = self._task.seconds_left()
            bound = price(self._offers, n_mentees, number, self._groups, lambda gain: self._lower(number, gain), left)
            if not self._found.is_settled:
                self._choose(bound)
        return self._found

    def _lower_number(self, number: int) -> bool:
        return self._lower(number, sum(self._highest[:number]))

    def _lower(self, number: int, gain: int) -> bool:
        """Takes a bound in, and tells whether to go on."""
        mentor_of, reached, bound = self._found
        self._found = Found(mentor_of, reached, max(reached, min(bound, (number, gain))))
        self._task.progress(*self._found[1:])
        return not self._found.is_settled and self._task.seconds_left() > 0

    def _choose(self, bound: PricedBound) -> None:
        """Chooses among ever more groups, until no others can be in a better assignment."""
        number = self._found.bound[0]
        for most in (FEW, SOME, MANY):
            settled = self._found.number_is_settled
            # Where a wider choice of groups does not reach the number either, it may be out of reach.
            if most == MANY and not settled:
                return
            enough = bound.total - (self._found.reached[1] + 1) * PRICE_UNIT if settled else None
            short, groups = self._as_many(bound, most, enough)
            choice = self._best_of(groups, number)
            if choice.groups is not None:
                self._keep(choice.groups)
            # What has another group falls short by more than that.
            others = (bound.total - short - 1) // PRICE_UNIT
            if choice.bound is not None and not self._lower(number, max(choice.bound, others)):
                return
            if not choice.exact or self._task.seconds_left() <= 0:
                return

    def _keep(self, groups: Sequence[Group]) -> None:
        """Keeps an assignment, if it is better."""
        mentor_of = [UNMATCHED] * len(self._found.mentor_of)
        for mentor, positions in groups:
            for mentee in self._offers[mentor].mentee[list(positions)]:
                mentor_of[mentee] = mentor
        reached = (
            sum(len(positions) for _, positions in groups),
            sum(self._gain(group) for group in groups),
        )
        if reached > self._found.reached:
            self._found = Found(mentor_of, reached, max(reached, self._found.bound))

    def _gain(self, group: Group) -> int:
        mentor, positions = group
        return int(self._offers[mentor].gain[list(positions)].sum())

    def _as_many(self, bound: PricedBound, most: int, enough: int | None) -> tuple[int, list[Group]]:
        """By how much groups may fall short so that they are few enough, or all that matter; and these groups.

        Those that were made on the way are added, since together they nearly reach the bound.
        """
        if enough is None:
            enough = self._most_short(bound)
        short, groups, further = -1, list[Group](), PRICE_UNIT
        while short < enough:
            further = min(further, enough)
            more = self._near(bound, further, most)
            if more is None:
                return short, list(dict.fromkeys([*groups, *self._groups]))
            short, groups, further = further, more, further * 3 // 2
        return short, groups

    def _most_short(self, bound: PricedBound) -> int:
        """By how much any group falls short at most."""
        surplus = [row.surplus(bound.prices, bound.match) for row in self._offers]
        return max(
            row.best(each)[0] - int(each[each < 0].sum()) for row, each in zip(self._offers, surplus, strict=True)
        )

    def _near(self, bound: PricedBound, short: int, most: int) -> list[Group] | None:
        """All groups that fall short by no more than that; None where they are too many."""
        groups: list[Group] = []
        for mentor, row in enumerate(self._offers):
            for positions in _near_best(row, row.surplus(bound.prices, bound.match), short):
                groups.append((mentor, positions))
                if len(groups) > most:
                    return None
        return groups

    def _best_of(self, groups: Sequence[Group], number: int) -> _Choice:
        """The best choice of one group for each mentor and one mentor for each mentee, for a number matched."""
        model = model_builder.Model()  # type: ignore[no-untyped-call,unused-ignore] # OR-tools states no type here
        takes = [model.new_bool_var("") for _ in groups]
        rivals: dict[tuple[str, int], list[model_builder.Variable]] = {}
        for (mentor, positions), variable in zip(groups, takes, strict=True):
            rivals.setdefault(("mentor", mentor), []).append(variable)
            for mentee in self._offers[mentor].mentee[list(positions)]:
                rivals.setdefault(("mentee", int(mentee)), []).append(variable)
        for each in rivals.values():
            model.add(model_builder.LinearExpr.sum(each) <= 1)
        sizes = [float(len(positions)) for _, positions in groups]
        model.add(model_builder.LinearExpr.weighted_sum(takes, sizes) == number)
        gains = [float(self._gain(group)) for group in groups]
        model.maximize(model_builder.LinearExpr.weighted_sum(takes, gains))
        solver = model_builder.Solver("scip")
        solver.set_time_limit_in_seconds(max(0.0, self._task.seconds_left()))
        status = self._solved(solver, model)
        if status == model_builder.SolveStatus.INFEASIBLE:
            return _Choice(None, True, self._found.reached[1] if self._found.number_is_settled else None)
        if status not in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
            return _Choice(None, False, None)
        best = [group for group, variable in zip(groups, takes, strict=True) if solver.value(variable) > 1 / 2]
        if status == model_builder.SolveStatus.OPTIMAL:
            return _Choice(best, True, sum(self._gain(group) for group in best))
        return _Choice(best, False, floor(solver.best_objective_bound + _COARSE))

    def _solved(self, solver: model_builder.Solver, model: model_builder.Model) -> model_builder.SolveStatus:
        """Solves in a thread of its own, so that progress is told and an interrupt is heard meanwhile."""
        status: list[model_builder.SolveStatus] = []
        thread = Thread(target=lambda: status.append(solver.solve(model)), daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(_EVERY)
            self._task.progress(*self._found[1:])
        return status[0]


def _near_best(row: Offers, surplus: Numbers, short: int) -> Iterator[tuple[int, ...]]:
    """The groups of a mentor that fall short of its best one by no more than that, none of them empty."""
    positions = np.flatnonzero(surplus >= -short)
    positions = positions[np.argsort(-surplus[positions], kind="stable")]
    # What the pairs from each one on come to at most, within each number of hours.
    reach = [np.zeros(row.room + 1, dtype=np.int64)]
    for position in positions[::-1]:
        gains = surplus[position] > 0
        reach.append(with_one_more(reach[-1], int(row.hours[position]), int(surplus[position])) if gains else reach[-1])
    reach.reverse()
    least = int(reach[0][row.room]) - short
    pairs = [(position, int(row.hours[position]), int(surplus[position])) for position in positions.tolist()]
    open_groups: list[tuple[int, int, int, tuple[int, ...]]] = [(0, row.room, 0, ())]
    while open_groups:
        begin, room, so_far, group = open_groups.pop()
        if group and so_far >= least:
            yield tuple(sorted(group))
        for index in range(begin, len(pairs)):
            if so_far + int(reach[index][room]) < least:
                break
            position, hours, gained = pairs[index]
            if hours <= room and so_far + gained + int(reach[index + 1][room - hours]) >= least:
                open_groups.append((index + 1, room - hours, so_far + gained, (*group, position)))
