"""Branch and bound for the generalised assignment problem.

The bound puts a price on every mentee: what all prices come to, and what each mentor can gain beyond them by filling
its own hours best (the Lagrangian relaxation of "one mentor each"). Prices rise for mentees whom several mentors choose
and fall for those whom none does (subgradient steps). All of it is in whole numbers, so a bound holds exactly. Where
the bound and the best assignment do not meet, one pair is decided both ways.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

import attrs

from mentorkit.matching.solver.knapsack import Item, solve_knapsack
from mentorkit.matching.solver.local_search import repair
from mentorkit.matching.solver.result import UNMATCHED

PRICE_UNIT = 1 << 10
"""Into how many parts a unit of value is split for prices."""

FIRST_ROUNDS, ROUNDS = 300, 40
"""How often prices are moved at the start, and in each part; more makes better bounds and dearer ones."""

PATIENCE = 8
"""After how many rounds without a better bound steps are halved, from the best prices so far."""


@attrs.frozen
class Subproblem:
    """A part of all assignments: those with some pairs made and some ruled out.

    Attributes:
        offers: the pairs still open, of each mentor.
        room: the hours left, of each mentor.
        made: the pairs made: (mentee, mentor).
        value: of the pairs made.
        prices: of each mentee, in parts of a unit.
        bound: what no assignment in it beats.
    """

    offers: list[list[Item]]
    room: list[int]
    made: tuple[tuple[int, int], ...]
    value: int
    prices: list[int]
    bound: int


@attrs.frozen
class Relaxation:
    """What prices say of a part.

    Attributes:
        prices: of each mentee, in parts of a unit.
        total: what no assignment in the part beats, in parts of a unit.
        chosen: the mentees that each mentor would choose at these prices.
    """

    prices: list[int]
    total: int
    chosen: list[list[int]]


class Search:
    """The search and what it has found so far.

    Attributes:
        mentor_of: the best assignment.
        value: of it.
        bound: what no assignment beats.
        steps: how many parts were looked at.
    """

    def __init__(
        self,
        n_mentees: int,
        room: Sequence[int],
        offers: Sequence[Sequence[Item]],
        go_on: Callable[[int, int], bool] = lambda _value, _bound: True,
    ) -> None:
        """Takes the hours of each mentor and its pairs, of which each has a value above zero.

        `go_on` is asked again and again, with the best value and the bound, whether to go on.
        """
        self._go_on = go_on
        self.mentor_of = [UNMATCHED] * n_mentees
        self.value = 0
        self.steps = 0
        values: list[list[int]] = [[0, 0] for _ in range(n_mentees)]
        fitting = [[item for item in row if item[1] <= hours] for row, hours in zip(offers, room, strict=True)]
        for row in fitting:
            for mentee, _, value in row:
                values[mentee].append(value)
        best_two = [sorted(each)[-2:] for each in values]
        most = _most_that_fit(fitting, sum(room))
        self.bound = sum(sorted((best for _, best in best_two), reverse=True)[:most])
        prices = [second * PRICE_UNIT for second, _ in best_two]
        self._parts = [Subproblem(fitting, list(room), (), 0, prices, self.bound)]

    def start(self) -> None:
        """Makes a first assignment without any bound: each mentee in turn, then small changes."""
        (part,) = self._parts
        nobody: list[list[int]] = [[] for _ in part.room]
        self._keep(part, nobody, lambda: False)  # soon, so that there is one at all
        self._keep(part, nobody)

    def run(self, max_steps: int) -> None:
        """Searches until the best is proven, the steps are used up, or it is told to stop."""
        while self._parts and self.steps < max_steps and self._may_go_on():
            self.bound = max(self.value, *(part.bound for part in self._parts))
            part = self._parts.pop()
            if part.bound > self.value:
                self.steps += 1
                self._explore(part)
        self.bound = max([self.value, *(part.bound for part in self._parts)])

    def _explore(self, part: Subproblem) -> None:
        """Bounds a part, and splits it where that does not settle it."""
        least = self._bound(part)
        bound = min(part.bound, least.total // PRICE_UNIT)
        if bound > self.value:
            self._split(part, least, bound)

    def _bound(self, part: Subproblem) -> Relaxation:
        """The best bound found; better assignments met on the way are kept."""
        free = sorted({mentee for row in part.offers for mentee, _, _ in row})
        present = least = _relax(part, free, part.prices)
        share, patience = 1, PATIENCE
        for _ in range(FIRST_ROUNDS if self.steps == 1 else ROUNDS):
            self._keep(part, present.chosen)
            if least.total // PRICE_UNIT <= self.value or not self._may_go_on():
                break
            count = Counter(mentee for mentees in present.chosen for mentee in mentees)
            off = {mentee: count[mentee] - 1 for mentee in free if count[mentee] > 1 or present.prices[mentee]}
            size = sum(excess * excess for excess in off.values())
            step = (present.total - self.value * PRICE_UNIT) // (share * size) if size else 0
            if not step:
                break
            prices = list(present.prices)
            for mentee, excess in off.items():
                prices[mentee] = max(0, prices[mentee] + excess * step)
            present = _relax(part, free, prices)
            if present.total < least.total:
                least, patience = present, PATIENCE
            else:
                patience -= 1
                if not patience:
                    share, patience, present = share * 2, PATIENCE, least
        return least

    def _keep(self, part: Subproblem, chosen: list[list[int]], go_on: Callable[[], bool] | None = None) -> None:
        """Makes an assignment of what mentors would choose, and keeps it if it is the best so far."""
        place_of, value = repair(part.offers, part.room, chosen, go_on or self._may_go_on)
        if part.value + value > self.value:
            self.value = part.value + value
            self.mentor_of = [UNMATCHED] * len(self.mentor_of)
            for mentee, mentor in (*part.made, *place_of.items()):
                self.mentor_of[mentee] = mentor

    def _may_go_on(self) -> bool:
        return self._go_on(self.value, self.bound)

    def _split(self, part: Subproblem, least: Relaxation, bound: int) -> None:
        """Decides one pair both ways: one whose mentee several mentors would choose, or none."""
        count = Counter(mentee for mentees in least.chosen for mentee in mentees)
        _, minus_mentee, minus_mentor = max(
            (
                (
                    count[mentee] > 1,
                    mentee in least.chosen[mentor],
                    value * PRICE_UNIT - least.prices[mentee],
                    hours,
                ),
                -mentee,
                -mentor,
            )
            for mentor, row in enumerate(part.offers)
            for mentee, hours, value in row
            if count[mentee] != 1
        )
        mentee, mentor = -minus_mentee, -minus_mentor
        hours, value = next(item[1:] for item in part.offers[mentor] if item[0] == mentee)
        without = list(part.offers)
        without[mentor] = [item for item in part.offers[mentor] if item[0] != mentee]
        self._parts.append(Subproblem(without, part.room, part.made, part.value, least.prices, bound))
        room = list(part.room)
        room[mentor] -= hours
        rest = [
            [item for item in row if item[0] != mentee and item[1] <= left]
            for row, left in zip(part.offers, room, strict=True)
        ]
        made = (*part.made, (mentee, mentor))
        self._parts.append(Subproblem(rest, room, made, part.value + value, least.prices, bound))


def _most_that_fit(offers: Sequence[Sequence[Item]], room: int) -> int:
    """How many mentees fit into all hours together, the least demanding first; no assignment matches more."""
    least: dict[int, int] = {}
    for row in offers:
        for mentee, hours, _ in row:
            least[mentee] = min(hours, least.get(mentee, hours))
    return sum(used <= room for used in accumulate(sorted(least.values())))


def _relax(part: Subproblem, free: Sequence[int], prices: list[int]) -> Relaxation:
    """What prices say of a part."""
    total = part.value * PRICE_UNIT + sum(prices[mentee] for mentee in free)
    chosen = []
    for row, room in zip(part.offers, part.room, strict=True):
        profit, mentees = solve_knapsack(
            [(mentee, hours, value * PRICE_UNIT - prices[mentee]) for mentee, hours, value in row], room
        )
        total += profit
        chosen.append(mentees)
    return Relaxation(prices, total, chosen)
