"""A close bound for sharing out hours: prices of mentees, by column generation.

A group is what one mentor could take together. The linear program over all groups, in which each mentor takes one and
each mentee is in one at most, bounds what an assignment can reach far better than that over pairs, since a group has to
fit as a whole. Only the groups that matter are made: the program over those so far gives prices, and a knapsack for
each mentor finds the group that gains most beyond them (Dantzig and Wolfe's decomposition, the way of Gilmore and
Gomory). Prices are smoothed, so that they do not jump.

The program is solved by Glop of OR-tools in floating point. What it is used for is exact all the same: any prices give
a bound, and that is worked out in whole numbers.
"""

from collections.abc import Callable, Sequence
from math import floor

import attrs
import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder

from mentorkit.matching.solver.hours_task import HoursTask

Numbers = NDArray[np.int64]

Group = tuple[int, tuple[int, ...]]
"""A mentor, and the positions of the pairs that it takes."""

PRICE_UNIT = 1 << 16
"""Into how many parts a unit of gain is split for prices."""

SMOOTHING = 0.7
"""How much of the best prices so far new prices keep."""

MISSING = 10
"""How many of the greatest gains it costs to leave one mentee out of the number that has to be matched."""

ENOUGH = 0.01
"""How close the bound has to come to what the groups made reach."""

PATIENCE = 10
"""After how many rounds to stop in which neither a bound on the number nor the number reached has moved by one."""

_NEXT_TO_NOTHING = 1e-6


@attrs.frozen(eq=False)
class Offers:
    """The pairs of one mentor, each by its position.

    Attributes:
        mentee: of each pair.
        hours: of each pair, at most `room`.
        gain: of each pair.
        room: the hours of the mentor.
    """

    mentee: Numbers
    hours: Numbers
    gain: Numbers
    room: int

    def surplus(self, prices: Numbers, match: int) -> Numbers:
        """What each pair gains beyond the price of the mentee and that of a match, in parts of a unit."""
        return self.gain * PRICE_UNIT - prices[self.mentee] - match

    def best(self, surplus: Numbers) -> tuple[int, Numbers]:
        """The greatest surplus of a group, and the positions of such a group."""
        wanted = np.flatnonzero(surplus > 0)
        if self.hours[wanted].sum() <= self.room:
            return int(surplus[wanted].sum()), wanted
        reached, taken = np.zeros(self.room + 1, dtype=np.int64), []
        for position in wanted:
            better = with_one_more(reached, int(self.hours[position]), int(surplus[position]))
            taken.append(better != reached)
            reached = better
        room, group = self.room, []
        for position, takes in zip(wanted[::-1], taken[::-1], strict=True):
            if takes[room]:
                group.append(position)
                room -= int(self.hours[position])
        return int(reached[-1]), np.array(group[::-1], dtype=np.int64)


def with_one_more(reached: Numbers, hours: int, surplus: int) -> Numbers:
    """The greatest surplus within each number of hours, where one more pair may be taken."""
    better = reached.copy()
    np.maximum(better[hours:], reached[: len(reached) - hours] + surplus, out=better[hours:])
    return better


def offers_of(task: HoursTask) -> list[Offers]:
    """The pairs of each mentor, in order of mentees."""
    rows: list[list[tuple[int, int, int]]] = [[] for _ in task.capacity]
    for pair in task.pairs:
        rows[pair.mentor].append((pair.mentee, pair.hours, pair.gain))
    tables = [np.array(sorted(row), dtype=np.int64).reshape(-1, 3) for row in rows]
    return [
        Offers(table[:, 0], table[:, 1], table[:, 2], room) for table, room in zip(tables, task.capacity, strict=True)
    ]


@attrs.frozen(eq=False)
class PricedBound:
    """A bound, and the prices that give it.

    Attributes:
        total: what no assignment gains more than, in parts of a unit.
        prices: of each mentee, in parts of a unit.
        match: the price of each match, in parts of a unit; it may be below zero.
    """

    total: int
    prices: Numbers
    match: int


class _Master:
    """The linear program over the groups made so far, which grows."""

    def __init__(self, offers: Sequence[Offers], n_mentees: int, matched: int | None) -> None:
        self._offers = offers
        self._matched = matched
        self._model = model_builder.Model()  # type: ignore[no-untyped-call,unused-ignore] # OR-tools states no type here
        nothing = self._model.new_num_var(0, 0, "")
        self._of_mentee = [self._model.add(nothing <= 1) for _ in range(n_mentees)]
        self._of_mentor = [self._model.add(nothing <= 1) for _ in offers]
        self._number = None if matched is None else self._model.add(nothing == matched)
        self._takes: list[model_builder.Variable] = []
        self._gains: list[float] = []
        if self._number is not None:
            # While the groups made do not match so many, the rest is missing, at a high price.
            missing = self._model.new_num_var(0, n_mentees, "")
            self._number.add_term(missing, 1)
            self._takes.append(missing)
            self._gains.append(-MISSING * (1 + max(int(np.abs(row.gain).max(initial=0)) for row in offers)))

    def add(self, group: Group) -> None:
        """Adds a group."""
        mentor, positions = group
        variable = self._model.new_num_var(0, 1, "")
        chosen = list(positions)
        for mentee in self._offers[mentor].mentee[chosen]:
            self._of_mentee[mentee].add_term(variable, 1)
        self._of_mentor[mentor].add_term(variable, 1)
        if self._number is not None:
            self._number.add_term(variable, len(chosen))
        self._takes.append(variable)
        self._gains.append(int(self._offers[mentor].gain[chosen].sum()))

    def solve(self) -> tuple[float, NDArray[np.float64], NDArray[np.float64], float] | None:
        """The best total, and the prices of mentees, of mentors and of a match; nothing where there is no answer."""
        self._model.maximize(model_builder.LinearExpr.weighted_sum(self._takes, self._gains))
        solver = model_builder.Solver("glop")
        if solver.solve(self._model) != model_builder.SolveStatus.OPTIMAL:
            return None
        prices = solver.dual_values(self._model.get_linear_constraints()).to_numpy()
        mentees, mentors = len(self._of_mentee), len(self._of_mentor)
        return (
            solver.objective_value,
            np.maximum(prices[:mentees], 0),
            np.maximum(prices[mentees : mentees + mentors], 0),
            0.0 if self._number is None else float(prices[-1]),
        )


def price(
    offers: Sequence[Offers],
    n_mentees: int,
    matched: int | None,
    groups: dict[Group, None],
    told: Callable[[int], bool],
    seconds: float,
) -> PricedBound:
    """Finds prices that give a close bound.

    Args:
        offers: the pairs of each mentor.
        n_mentees: how many mentees there are.
        matched: how many have to be matched; None for any number.
        groups: known so far, in order; those made are added.
        told: is given each bound, in whole gains, and says whether to go on.
        seconds: after which to stop looking for prices to begin with.

    Returns:
        The best bound.
    """
    master = _Master(offers, n_mentees, matched)
    for group in groups:
        master.add(group)

    def tried(wanted: NDArray[np.float64]) -> tuple[PricedBound, list[Group]]:
        """The bound that prices give, and the best group of each mentor at them."""
        prices = np.rint(wanted * PRICE_UNIT).astype(np.int64)
        match = int(prices[-1])
        bound, best_groups = int(prices[:-1].sum()) + match * (matched or 0), []
        for mentor, row in enumerate(offers):
            surplus, chosen = row.best(row.surplus(prices, match))
            bound += surplus
            best_groups.append((mentor, tuple(chosen.tolist())))
        return PricedBound(bound, prices[:-1], match), best_groups

    def add(group: Group) -> bool:
        if group in groups:
            return False
        groups[group] = None
        master.add(group)
        return True

    centre = _prices_over_pairs(offers, n_mentees, matched, seconds)
    best, made = tried(centre)
    for group in made:
        add(group)
    patience, known = PATIENCE, (0, 0)
    while told(best.total // PRICE_UNIT) and (solved := master.solve()) is not None:
        total, of_mentee, of_mentor, of_match = solved
        if best.total / PRICE_UNIT - total < ENOUGH:
            break
        if matched is None:
            before, known = known, (best.total // PRICE_UNIT, floor(total + _NEXT_TO_NOTHING))
            patience = patience - 1 if known == before else PATIENCE
            if known[0] == known[1] or not patience:
                break
        present = np.append(of_mentee, of_match)
        for kept in (SMOOTHING, 0.0):
            bound, made = tried(kept * centre + (1 - kept) * present)
            if bound.total < best.total:
                best, centre = bound, np.append(bound.prices, bound.match) / PRICE_UNIT
            better = [
                (mentor, positions)
                for mentor, positions in made
                if _gain(offers[mentor], positions, of_mentee, of_match) - of_mentor[mentor] > _NEXT_TO_NOTHING
            ]
            if sum(map(add, better)):
                break
        else:
            break
    return best


def _gain(row: Offers, positions: tuple[int, ...], of_mentee: NDArray[np.float64], of_match: float) -> float:
    """What a group gains beyond prices."""
    chosen = list(positions)
    return float(row.gain[chosen].sum() - of_mentee[row.mentee[chosen]].sum() - of_match * len(chosen))


def _prices_over_pairs(
    offers: Sequence[Offers], n_mentees: int, matched: int | None, seconds: float
) -> NDArray[np.float64]:
    """Prices to begin with, of each mentee and of a match: those of the linear program over pairs, or 0."""
    model = model_builder.Model()  # type: ignore[no-untyped-call,unused-ignore] # OR-tools states no type here
    of_mentee: list[list[model_builder.Variable]] = [[] for _ in range(n_mentees)]
    takes, gains = [], []
    for row in offers:
        made = [model.new_num_var(0, 1, "") for _ in row.mentee]
        for mentee, variable in zip(row.mentee.tolist(), made, strict=True):
            of_mentee[mentee].append(variable)
        model.add_linear_constraint(model_builder.LinearExpr.weighted_sum(made, row.hours.tolist()), ub=row.room)
        takes += made
        gains += row.gain.tolist()
    for made in of_mentee:
        model.add_linear_constraint(model_builder.LinearExpr.sum(made), ub=1)
    if matched is not None:
        model.add_linear_constraint(model_builder.LinearExpr.sum(takes), lb=matched, ub=matched)
    model.maximize(model_builder.LinearExpr.weighted_sum(takes, gains))
    solver = model_builder.Solver("glop")
    solver.set_time_limit_in_seconds(max(0.0, seconds))
    prices = np.zeros(n_mentees + 1)
    if solver.solve(model) == model_builder.SolveStatus.OPTIMAL:
        found = solver.dual_values(model.get_linear_constraints()).to_numpy()[len(offers) :]
        prices[: len(found)] = found
    prices[:-1] = np.maximum(prices[:-1], 0)
    return prices
