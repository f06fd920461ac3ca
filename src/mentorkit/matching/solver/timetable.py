"""Who takes which slot, exactly, where nobody is in two slots at the same time: branch and bound over flows.

A flow (`timetable_flow`) keeps one person out of two slots that share a moment with all others of their group. Slots
that overlap in a chain are in several groups, and people who are not to be together are in none, so its answer may
clash. Then an offer that clashes is decided both ways. The part with the best bound is looked into first: the first
answer without a clash is the best. All of it is in whole numbers, so that what is found is the only best one.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush
from itertools import combinations

import attrs

from mentorkit.matching.solver.result import ProofError
from mentorkit.matching.solver.timetable_flow import TimetableFlow

Offer = tuple[int, int]
"""A slot, and a person who could take it."""


@attrs.frozen
class Timetable:
    """Slots, and who could take them.

    Attributes:
        offers: in order; of equally good answers the one that has the first of them is the best.
        needs: how many more people each slot needs.
        capacity: how many more slots each person takes.
        starts: when each slot starts, and
        ends: when it ends, as whole numbers; one that ends when it starts is at no time.
        apart: people who are not to be in one slot.
        apart_in_overlaps: whether they are not to be in two that overlap, either.
        taken: how many slots each person has already.
        spread: whether as many people as possible have one slot, then as many as possible a second one, and so on.
    """

    offers: Sequence[Offer]
    needs: Sequence[int]
    capacity: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    apart: Collection[Offer] = ()
    apart_in_overlaps: bool = False
    taken: Sequence[int] = ()
    spread: bool = False

    def overlap(self, one: int, other: int) -> bool:
        """Whether two slots share a moment."""
        return max(self.starts[one], self.starts[other]) < min(self.ends[one], self.ends[other])

    def clashes(self) -> Mapping[int, Collection[int]]:
        """For each offer those that cannot be made with it, by number; those that clash with none are left out."""
        of_slot: dict[int, list[int]] = defaultdict(list)
        of_person: dict[int, list[int]] = defaultdict(list)
        number = {offer: position for position, offer in enumerate(self.offers)}
        for offer, (slot, person) in enumerate(self.offers):
            of_slot[slot].append(offer)
            of_person[person].append(offer)
        found: dict[int, set[int]] = defaultdict(set)

        def clash(one: int, other: int) -> None:
            found[one].add(other)
            found[other].add(one)

        for offers in of_person.values():
            for one, other in combinations(offers, 2):
                if self.overlap(self.offers[one][0], self.offers[other][0]):
                    clash(one, other)
        for person, foe in self.apart:
            for one in of_person[person]:
                slot = self.offers[one][0]
                if (same := number.get((slot, foe))) is not None:
                    clash(one, same)
                for other in of_person[foe] if self.apart_in_overlaps else ():
                    if self.overlap(slot, self.offers[other][0]):
                        clash(one, other)
        return found


@attrs.frozen
class Filled:
    """Who takes which slot: as many places as possible, then spread if that is asked, then the first of equally good.

    Attributes:
        people_of: the people of each slot, in order.
        filled: how many places are filled.
        at_most: how many can be, at most.
        proven: whether nothing is better in anything; otherwise the time was up.
        parts: how many parts were looked into.
    """

    people_of: list[list[int]]
    filled: int
    at_most: int
    proven: bool
    parts: int


@attrs.frozen
class _Part:
    """The answers that have some offers and do not have others, and the best of them if clashes did not count."""

    made: frozenset[int]
    chosen: frozenset[int]
    ruled_out: frozenset[int]
    filled: int
    cost: int

    @property
    def rank(self) -> tuple[int, int]:
        """By which the best part comes first."""
        return -self.filled, self.cost


def fill(timetable: Timetable, go_on: Callable[[], bool] = lambda: True) -> Filled:
    """Fills as many places as possible, exactly.

    Args:
        timetable: the slots and the people.
        go_on: is asked again and again whether to go on; if not, the best so far is given.

    Raises:
        ProofError: where the answer does not prove itself, which would be a fault in this.
    """
    search = _Search(timetable)
    looked_into = 1
    start = search.solve(frozenset(), frozenset())
    best = search.without_clashes(start)
    heap = [(*start.rank, looked_into, start)]
    while heap:
        part = heappop(heap)[-1]
        offer = search.worst_clash(part.chosen)
        proven = offer is None
        if offer is None or not go_on():
            found = part.chosen if proven else best
            return Filled(search.people_of(found), len(found), part.filled, proven, looked_into)
        for made, ruled_out in ((part.made | {offer}, part.ruled_out), (part.made, part.ruled_out | {offer})):
            child = search.solve(made, ruled_out)
            best = max(best, search.without_clashes(child), key=search.worth)
            looked_into += 1
            heappush(heap, (*child.rank, looked_into, child))
    raise ProofError("no answer is left, though nobody in any slot is one")


class _Search:
    """The parts of one search."""

    def __init__(self, timetable: Timetable) -> None:
        self._table = timetable
        self._offers = timetable.offers
        self._clashes = timetable.clashes()
        count, places = len(self._offers), sum(timetable.needs)
        # The first of equally good answers is the one that saves most: no later offers together save as much as one.
        self._cost = [(1 << count) - (1 << (count - 1 - offer)) for offer in range(count)]
        self._group, self._person = self._groups()
        offered = [0] * len(timetable.capacity)
        for _, person in self._offers:
            offered[person] += 1
        self._room = [min(each) for each in zip(timetable.capacity, offered, strict=True)]
        self._taken = list(timetable.taken) or [0] * len(self._room)
        levels = max((taken + room for taken, room in zip(self._taken, self._room, strict=True)), default=0)
        even = ((1 + places) << count) * timetable.spread
        worth = [even * (1 + places) ** (levels - 1 - level) for level in range(levels)]
        self._steps = [
            [worth[0] - worth[taken + level] for level in range(room)]
            for taken, room in zip(self._taken, self._room, strict=True)
        ]

    def _groups(self) -> tuple[list[int], list[int]]:
        """For each offer its group, for each group its person: slots of one person that all share some moment."""
        ends = self._table.ends
        of_person: dict[int, list[int]] = defaultdict(list)
        for offer, (_, person) in enumerate(self._offers):
            of_person[person].append(offer)
        group, people = [0] * len(self._offers), []
        for person, offers in sorted(of_person.items()):
            ends_first = None
            for offer in sorted(offers, key=lambda each: (ends[self._offers[each][0]], each)):
                slot = self._offers[offer][0]
                if ends_first is None or not self._table.overlap(slot, ends_first):
                    people.append(person)
                    ends_first = slot
                group[offer] = len(people) - 1
        return group, people

    def solve(self, made: frozenset[int], ruled_out: frozenset[int]) -> _Part:
        """The best answer with some offers and without others, if clashes among the rest did not count."""
        needs, used = list(self._table.needs), [0] * len(self._room)
        closed = set(made | ruled_out)
        for offer in made:
            slot, person = self._offers[offer]
            needs[slot] -= 1
            used[person] += 1
            closed.update(self._clashes.get(offer, ()))
        left = [offer for offer in range(len(self._offers)) if offer not in closed]
        flow = TimetableFlow(
            [self._offers[offer][0] for offer in left],
            [self._group[offer] for offer in left],
            [self._cost[offer] for offer in left],
            self._person,
            needs,
            [steps[units:] for steps, units in zip(self._steps, used, strict=True)],
        )
        chosen = made.union(offer for offer, is_made in zip(left, flow.made, strict=True) if is_made)
        return _Part(made, chosen, ruled_out, len(chosen), self._costs(chosen))

    def _costs(self, chosen: Iterable[int]) -> int:
        used, cost = [0] * len(self._room), 0
        for offer in chosen:
            person = self._offers[offer][1]
            cost += self._cost[offer] + self._steps[person][used[person]]
            used[person] += 1
        return cost

    def worst_clash(self, chosen: frozenset[int]) -> int | None:
        """The offer that clashes with most others that are made with it; None where none does."""
        count, offer = max(
            ((len(chosen.intersection(self._clashes.get(each, ()))), -each) for each in chosen), default=(0, 0)
        )
        return -offer if count else None

    def without_clashes(self, part: _Part) -> frozenset[int]:
        """An answer near to that of a part: without what clashes, and with what there is room for then."""
        kept: set[int] = set()
        needs, room = list(self._table.needs), list(self._room)
        for offer in (*sorted(part.made), *sorted(part.chosen - part.made), *range(len(self._offers))):
            slot, person = self._offers[offer]
            free = needs[slot] and room[person] and offer not in kept and offer not in part.ruled_out
            if free and kept.isdisjoint(self._clashes.get(offer, ())):
                kept.add(offer)
                needs[slot] -= 1
                room[person] -= 1
        return frozenset(kept)

    def worth(self, chosen: frozenset[int]) -> tuple[int, int]:
        """What orders answers: more is better."""
        return len(chosen), -self._costs(chosen)

    def people_of(self, chosen: Iterable[int]) -> list[list[int]]:
        """The people of each slot.

        Raises:
            ProofError: where somebody has too many slots, or what cannot be made together is.
        """
        found: list[list[int]] = [[] for _ in self._table.needs]
        used = [0] * len(self._room)
        made = set(chosen)
        for offer in sorted(made):
            slot, person = self._offers[offer]
            found[slot].append(person)
            used[person] += 1
            if not made.isdisjoint(self._clashes.get(offer, ())):
                raise ProofError("somebody is in two slots at once, or with somebody whom they are not to be with")
        too_many = any(len(people) > needs for people, needs in zip(found, self._table.needs, strict=True))
        if too_many or any(units > room for units, room in zip(used, self._room, strict=True)):
            raise ProofError("a slot or a person has more places than there are")
        return found
