"""Who stands in which column, and in which order, so that few lines cross.

A column is a list of slots: members, and the places at which a line to a column farther on passes through. Lines run
between neighbouring columns only, or bow out beside one column. The order is found as Sugiyama, Tagawa and Toda (1981)
do: by the average place of the neighbours, to and fro; then one slot after the other moves to where it causes fewest
crossings, until nothing gets better. Ties keep the order there is, so that one network always gives one picture.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt
from random import Random

import attrs
import networkx as nx

from mentorkit.drawing.scene import PART_HEADINGS, Arrow, Scene
from mentorkit.programme.network import Part

MOST_IN_A_COLUMN = 10
"""Members; beyond that a part is spread over several columns, so that a picture stays about as high as it is wide."""
_TRIES, _TRIED = 12, 600
"""Orders to start from, at most, and slots in all of them together: the best order that is found from any is taken."""
_SWEEPS = 8
_ROUNDS = 8
_MOVES = 30_000
"""Steps that one round may try; in a picture of thousands of slots each moves only a few places."""


_Ends = tuple[list[int], list[int]]


@attrs.define(eq=False)
class Slot:
    """A place in a column.

    Attributes:
        column: which, from 0.
        member: who stands there; None where a line only passes through.
    """

    column: int
    member: str | None = None


@attrs.frozen(eq=False)
class LinkRoute:
    """The slots that a link's line touches, from its source to its target."""

    arrow: Arrow
    slots: tuple[Slot, ...]

    @property
    def is_bow(self) -> bool:
        """Whether both ends stand in one column, beside which the line bows out."""
        return self.slots[0].column == self.slots[-1].column


@attrs.frozen
class Columns:
    """The order of a picture.

    Attributes:
        parts: the part that each column belongs to, from left to right.
        slots: those of each column, from top to bottom.
        ways: the lines, in order of the links' numbers.
    """

    parts: tuple[Part | None, ...]
    slots: tuple[tuple[Slot, ...], ...]
    ways: tuple[LinkRoute, ...]


def columns(scene: Scene) -> Columns:
    """Puts members into columns, and each column into an order."""
    parts: list[Part | None] = []
    slots: list[list[Slot]] = []
    distance = _distances(scene)
    most = max(MOST_IN_A_COLUMN, ceil(1.5 * sqrt(len(scene.members))))
    for part in PART_HEADINGS:
        here = sorted((who for who in scene.members if scene.member(who).part == part), key=distance.__getitem__)
        number = ceil(len(here) / most)
        for nth in range(number):
            within = here[nth * len(here) // number : (nth + 1) * len(here) // number]
            slots.append([Slot(len(slots), who) for who in within])
            parts.append(part)
    home = {slot.member: slot for column in slots for slot in column}
    ways = []
    for arrow in sorted(scene.arrows, key=lambda arrow: arrow.order):
        first, last = home[arrow.source], home[arrow.target]
        step = -1 if last.column < first.column else 1
        passed = [Slot(column) for column in range(first.column + step, last.column, step)]
        for slot in passed:
            slots[slot.column].append(slot)
        ways.append(LinkRoute(arrow, (first, *passed, last)))
    tries = max(1, min(_TRIES, _TRIED // max(1, sum(map(len, slots)))))
    found = min((_Order([_shuffled(column, nth) for column in slots], ways) for nth in range(tries)), key=_Order.cost)
    return Columns(tuple(parts), tuple(map(tuple, found.slots)), tuple(ways))


def _shuffled(column: Sequence[Slot], nth: int) -> list[Slot]:
    """The column in another order for each number, always the same; in its own for 0."""
    return Random(nth).sample(column, len(column)) if nth else list(column)  # noqa: S311  # an order is no secret


def _distances(scene: Scene) -> dict[str, int]:
    """How many links each member is away from the nearest mentee."""
    linked = scene.network.graph.to_undirected(as_view=True)
    layers = nx.bfs_layers(linked, scene.network.playing("mentee"))
    near = {who: distance for distance, layer in enumerate(layers) for who in layer}
    return {who: near.get(who, len(scene.members)) for who in scene.members}


class _Order:
    """The slots of each column, in the best order that was found from a start."""

    def __init__(self, start: Sequence[Sequence[Slot]], ways: Iterable[LinkRoute]) -> None:
        self.slots = [list(column) for column in start]
        everyone = [slot for column in self.slots for slot in column]
        self.left: dict[Slot, list[Slot]] = {slot: [] for slot in everyone}
        self.right: dict[Slot, list[Slot]] = {slot: [] for slot in everyone}
        self.beside: dict[Slot, list[Slot]] = {slot: [] for slot in everyone}
        for way in ways:
            for one, other in pairwise(way.slots):
                if way.is_bow:
                    self.beside[one].append(other)
                    self.beside[other].append(one)
                else:
                    before, after = sorted((one, other), key=lambda slot: slot.column)
                    self.right[before].append(after)
                    self.left[after].append(before)
        self.place: dict[Slot, int] = {}
        self._put(self.slots)
        self._sweep()
        self._settle(reach=max(1, _MOVES // max(1, len(everyone))))

    def _put(self, order: Sequence[Sequence[Slot]]) -> None:
        self.slots = [list(column) for column in order]
        self.place = {slot: at for column in self.slots for at, slot in enumerate(column)}

    def cost(self) -> int:
        """Crossings between columns, and lines that a bow has to cross."""
        crossings = 0
        for column in self.slots:
            above: list[int] = []
            for slot in column:
                ends = sorted(self.place[other] for other in self.right[slot])
                crossings += sum(len(above) - bisect_left(above, end + 1) for end in ends)
                for end in ends:
                    insort(above, end)
        bows = sum(
            self._weight(self.slots[slot.column][at])
            for slot, others in self.beside.items()
            for other in others
            for at in range(self.place[slot] + 1, self.place[other])
        )
        return crossings + bows

    def _weight(self, slot: Slot) -> int:
        """How many lines a bow crosses that passes the slot."""
        return max(1, len(self.right[slot]))

    def _sweep(self) -> None:
        best, least = self.slots, self.cost()
        for nth in range(_SWEEPS):
            there, back = (self.left, 1) if nth % 2 == 0 else (self.right, -1)
            for column in self.slots[::back]:
                average = {slot: self._average(slot, there[slot] + self.beside[slot]) for slot in column}
                column.sort(key=lambda slot: average[slot])
                self.place.update((slot, at) for at, slot in enumerate(column))
            if (cost := self.cost()) < least:
                best, least = [list(column) for column in self.slots], cost
        self._put(best)

    def _average(self, slot: Slot, others: Sequence[Slot]) -> float:
        return sum(self.place[other] for other in others) / len(others) if others else self.place[slot]

    def _settle(self, reach: int) -> None:
        """Moves one slot after the other to where it causes fewest crossings, until nothing gets better."""
        for _ in range(_ROUNDS):
            moved = False
            for column in self.slots:
                ends = {slot: self._ends(slot) for slot in column}
                for slot in tuple(column):
                    moved |= self._move(slot, column, ends, reach)
            if not moved:
                return

    def _ends(self, slot: Slot) -> _Ends:
        """The places of a slot's neighbours on the left and on the right."""
        return [self.place[other] for other in self.left[slot]], [self.place[other] for other in self.right[slot]]

    def _move(self, slot: Slot, column: list[Slot], ends: Mapping[Slot, _Ends], reach: int) -> bool:
        at = self.place[slot]
        best, least = at, 0
        for way in (column[at + 1 : at + 1 + reach], column[max(0, at - reach) : at][::-1]):
            cost = 0
            for other in way:
                if self.place[other] > at:
                    cost += _swapped(ends[slot], ends[other])
                else:
                    cost += _swapped(ends[other], ends[slot])
                if self.beside[slot] or self.beside[other]:
                    cost += self._bows(slot, other)
                if cost < least:
                    best, least = self.place[other], cost
        if best == at:
            return False
        column.insert(best, column.pop(at))
        for number in range(min(at, best), max(at, best) + 1):
            self.place[column[number]] = number
        return True

    def _bows(self, slot: Slot, other: Slot) -> int:
        """How many more lines bows cross when a slot moves past another, having passed those between them."""
        down = self.place[slot] < self.place[other]
        cost = 0
        for mover, passed in ((slot, other), (other, slot)):
            for end in self.beside[mover]:
                if end is not passed:
                    ahead = (self.place[end] > self.place[other]) is down
                    cost += self._weight(passed) * (-1 if ahead is (mover is slot) else 1)
        return cost


def _swapped(upper: _Ends, lower: _Ends) -> int:
    """How many more crossings there are when a slot and the next below it change places."""
    cost = 0
    for above, below in zip(upper, lower, strict=True):
        for one in above:
            for other in below:
                cost += (one < other) - (one > other)
    return cost
