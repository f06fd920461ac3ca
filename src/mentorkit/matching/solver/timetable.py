"""Who takes which slot, exactly, where nobody is in two slots at the same time: branch and bound over flows.

A place goes from a slot along an offer to a group of one person's slots, of which that person takes one, and on to the
person. Such a flow keeps somebody out of two slots that share a moment with all others of their group. Slots that
overlap in a chain are in several groups, and people who are not to be together are in none, so its answer may clash.
Then an offer that clashes is decided both ways. The part with the best bound is looked into first: the first answer
without a clash is the best. All of it is in whole numbers, so that what is found is the only best one.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import heappop, heappush

import attrs

from mentorkit.matching.solver.flow import Flow
from mentorkit.matching.solver.result import ProofError

Offer = tuple[int, int]
"""A slot, and a person who could take it."""
_Rank = tuple[int, int, list[int]]
"""What orders answers: the least is the best."""


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


def overlapping(starts: Sequence[int], ends: Sequence[int]) -> list[set[int]]:
    """For each slot the others that share a moment with it; one that ends when it starts shares none.

    Examples:
        >>> overlapping([0, 2, 4], [3, 5, 6])
        [{1}, {0, 2}, {1}]
    """
    found: list[set[int]] = [set() for _ in starts]
    going_on: list[int] = []
    for slot in sorted(range(len(starts)), key=starts.__getitem__):
        going_on = [other for other in going_on if ends[other] > starts[slot]]
        if ends[slot] > starts[slot]:
            for other in going_on:
                found[slot].add(other)
                found[other].add(slot)
            going_on.append(slot)
    return found


@attrs.frozen
class Filled:
    """Who takes which slot: as many places as possible, then spread if that is asked, then the first of equally good.

    Attributes:
        people_of: the people of each slot, in order.
        filled: how many places are filled.
        at_most: how many can be, at most.
        proven: whether nothing is better in anything; otherwise it was to stop before.
        parts: how many parts were looked into.
    """

    people_of: list[list[int]]
    filled: int
    at_most: int
    proven: bool
    parts: int


@attrs.frozen
class _Part:
    """The answers that have some offers and do not have others, and the best of them if clashes did not count.

    Attributes:
        made: the offers that they have.
        ruled_out: those that they do not have.
        chosen: the offers of the best answer; what was found of them where it is not whole.
        is_whole: whether nothing is better; otherwise it was to stop before.
        at_most: how many places are filled at most.
    """

    made: frozenset[int]
    ruled_out: frozenset[int]
    chosen: frozenset[int]
    is_whole: bool
    at_most: int


def fill(timetable: Timetable, go_on: Callable[[], bool] = lambda: True) -> Filled:
    """Fills as many places as possible, exactly.

    Args:
        timetable: the slots and the people.
        go_on: is asked again and again whether to go on; if not, the best so far is given.

    Raises:
        ProofError: where the answer does not prove itself, which would be a fault in this.
    """
    search = _Search(timetable, go_on)
    heap: list[tuple[_Rank, int, _Part]] = []
    part, looked_into = search.solve(frozenset(), frozenset()), 1
    best = search.without_clashes(part)
    while part.is_whole:
        offer = search.worst_clash(part.chosen)
        if offer is None:
            return Filled(search.people_of(part.chosen), len(part.chosen), part.at_most, True, looked_into)
        children = [
            search.solve(part.made | {offer}, part.ruled_out),
            search.solve(part.made, part.ruled_out | {offer}),
        ]
        for child in children:
            best = min(best, search.without_clashes(child), key=search.rank)
            looked_into += 1
            heappush(heap, (search.rank(child.chosen), looked_into, child))
        if not all(child.is_whole for child in children):
            break
        part = heappop(heap)[-1]
    return Filled(search.people_of(best), len(best), part.at_most, False, looked_into)


class _Search:
    """The parts of one search."""

    def __init__(self, timetable: Timetable, go_on: Callable[[], bool]) -> None:
        self._table, self._go_on = timetable, go_on
        self._offers = timetable.offers
        self._number = {offer: number for number, offer in enumerate(self._offers)}
        self._meeting = overlapping(timetable.starts, timetable.ends)
        self._foes: list[set[int]] = [set() for _ in timetable.capacity]
        for one, other in timetable.apart:
            self._foes[one].add(other)
            self._foes[other].add(one)
        self._clashing: dict[int, frozenset[int]] = {}
        self._of_offers, self._of_groups = self._arcs()
        offered, taking = [0] * len(timetable.capacity), [0] * len(timetable.needs)
        for slot, person in self._offers:
            offered[person] += 1
            taking[slot] += 1
        # No slot can use more places than there are offers for it, and a place for each that it needs may be too many.
        self._needs = [min(each) for each in zip(timetable.needs, taking, strict=True)]
        self._room = [min(each) for each in zip(timetable.capacity, offered, strict=True)]
        self._taken = list(timetable.taken) or [0] * len(self._room)
        levels = max((taken + room for taken, room in zip(self._taken, self._room, strict=True)), default=0)
        places = sum(self._needs)
        worth = [timetable.spread * (1 + places) ** (levels - 1 - level) for level in range(levels)]
        self._steps = [
            [worth[0] - worth[taken + level] for level in range(room)]
            for taken, room in zip(self._taken, self._room, strict=True)
        ]
        self._place = 1 + 2 * places * max((steps[-1] for steps in self._steps if steps), default=0)
        """What a place is worth: more than all that spreading could gain."""

    def clashes(self, offer: int) -> frozenset[int]:
        """The offers that cannot be made with this one, by number."""
        if offer not in self._clashing:
            slot, person = self._offers[offer]
            others = [(other, person) for other in self._meeting[slot]]
            together = (slot, *(self._meeting[slot] if self._table.apart_in_overlaps else ()))
            others += [(at, foe) for foe in self._foes[person] for at in together]
            self._clashing[offer] = frozenset(self._number[each] for each in others if each in self._number)
        return self._clashing[offer]

    def _groups(self) -> Iterator[list[int]]:
        """The offers of each person in groups, of which all share some moment, so that one of each can be made."""
        ends = self._table.ends
        of_person: dict[int, list[int]] = defaultdict(list)
        for offer, (_, person) in enumerate(self._offers):
            of_person[person].append(offer)
        for offers in of_person.values():
            group: list[int] = []
            for offer in sorted(offers, key=lambda each: (ends[self._offers[each][0]], each)):
                if group and self._offers[offer][0] not in self._meeting[self._offers[group[0]][0]]:
                    yield group
                    group = []
                group.append(offer)
            yield group

    def _arcs(self) -> tuple[list[Offer], list[Offer]]:
        """The two nodes of each offer, and of each group: slots come first, then groups, then people.

        An offer that is alone in its group leads to the person.
        """
        slots, groups = len(self._table.needs), [group for group in self._groups() if len(group) > 1]
        people = slots + len(groups)
        of_offers = [(slot, people + person) for slot, person in self._offers]
        of_groups = [(slots + number, of_offers[group[0]][1]) for number, group in enumerate(groups)]
        for number, group in enumerate(groups, slots):
            for offer in group:
                of_offers[offer] = self._offers[offer][0], number
        return of_offers, of_groups

    def solve(self, made: frozenset[int], ruled_out: frozenset[int]) -> _Part:
        """The best answer with some offers and without others, if clashes among the rest did not count."""
        needs, used = list(self._needs), [0] * len(self._room)
        closed = set(made | ruled_out)
        for offer in made:
            slot, person = self._offers[offer]
            needs[slot] -= 1
            used[person] += 1
            closed |= self.clashes(offer)
        left = [offer for offer in range(len(self._offers)) if offer not in closed]
        flow = Flow(
            [*(self._of_offers[offer] for offer in left), *self._of_groups],
            [0] * (len(left) + len(self._of_groups)),
            [[self._place] * each for each in needs],
            [steps[units:] for steps, units in zip(self._steps, used, strict=True)],
            len(self._of_groups),
            self._go_on,
        )
        is_whole = flow.is_whole
        at_most = len(made) + sum(flow.units[: len(needs)]) if is_whole else self._most()
        for number in range(len(left)):
            if not (is_whole := is_whole and self._go_on()):
                break
            flow.settle(number)
        if is_whole:
            flow.check()
        chosen = made.union(offer for offer, is_made in zip(left, flow.made, strict=False) if is_made)
        return _Part(made, ruled_out, chosen, is_whole, at_most)

    def _most(self) -> int:
        """How many places can be filled at most, found without a search."""
        return min(sum(self._needs), sum(self._room))

    def rank(self, chosen: frozenset[int]) -> _Rank:
        """Places filled, then how evenly, then the first offers."""
        used, cost = [0] * len(self._room), 0
        for offer in chosen:
            person = self._offers[offer][1]
            cost += self._steps[person][used[person]]
            used[person] += 1
        return -len(chosen), cost, sorted(chosen)

    def worst_clash(self, chosen: frozenset[int]) -> int | None:
        """The offer that clashes with most others that are made with it; None where none does."""
        count, offer = max(((len(chosen.intersection(self.clashes(each))), -each) for each in chosen), default=(0, 0))
        return -offer if count else None

    def without_clashes(self, part: _Part) -> frozenset[int]:
        """An answer near to that of a part: without what clashes, and with what there is room for then."""
        kept: set[int] = set()
        needs, room = list(self._needs), list(self._room)
        for offer in (*sorted(part.made), *sorted(part.chosen - part.made), *range(len(self._offers))):
            slot, person = self._offers[offer]
            free = needs[slot] and room[person] and offer not in kept and offer not in part.ruled_out
            if free and kept.isdisjoint(self.clashes(offer)):
                kept.add(offer)
                needs[slot] -= 1
                room[person] -= 1
        return frozenset(kept)

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
            if not made.isdisjoint(self.clashes(offer)):
                raise ProofError("somebody is in two slots at once, or with somebody whom they are not to be with")
        too_many = any(len(people) > needs for people, needs in zip(found, self._table.needs, strict=True))
        if too_many or any(units > room for units, room in zip(used, self._room, strict=True)):
            raise ProofError("a slot or a person has more places than there are")
        return found
