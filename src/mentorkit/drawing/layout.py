"""Where everything stands: columns from left to right, boxes from top to bottom, and the lines between them.

Labels can overlap neither each other nor boxes, by construction. A label stands on its line right beside the box that
the line leaves, in a lane of its column; each line has a height of its own along the side of its box, so that lines in
a lane are level and no two share a height. Boxes grow where they have more lines than text. Lines bend only between
lanes.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import fmean

import attrs

from mentorkit.drawing.cards import CARD, LABEL, Card, Label, card, label
from mentorkit.drawing.columns import Columns, LinkRoute, Slot, columns
from mentorkit.drawing.scene import Arrow, Scene

MARGIN = 32
_BAND = 14
"""Pixels of its band that a column shows on either side."""
_HEAD = 46
"""Pixels from the top of a band to the first box."""
_STUB = 10
"""Pixels of line between a box and a label."""
_TIP = 16
"""Pixels of a lane that an arrow's tip needs."""
_LABELLED, _ARRIVING = LABEL + 5, 14
"""Pixels along the side of a box that a line needs."""
_GAPS = {2: 26, 1: 14, 0: 9}
"""Pixels between two slots, by how many of them are boxes."""
_ROUNDS, _SNAPS = 30, 10
"""How often columns are gone through to and fro, and how often of these, at the end, to make lines quite level."""
_NEAR = 22
"""Pixels up or down, within which a line is made quite level."""


@attrs.frozen
class PlacedCard:
    """A box, its left upper corner, and how high it is drawn."""

    card: Card
    x: float
    y: float
    height: float


@attrs.frozen
class DrawnLine:
    """The line of a link.

    Attributes:
        arrow: the link.
        path: as SVG writes it, from the source to the tip.
        tip: where it ends.
        leftwards: whether it ends pointing to the left.
        label: what stands on it.
        corner: the left upper corner of the label.
    """

    arrow: Arrow
    path: str
    tip: tuple[float, float]
    leftwards: bool
    label: Label
    corner: tuple[float, float]


@attrs.frozen
class Band:
    """The background of a part: its heading, left edge and width."""

    heading: str
    x: float
    width: float


@attrs.frozen
class Layout:
    """A picture without its legend; the left upper corner is at 0, 0."""

    bands: tuple[Band, ...]
    boxes: tuple[PlacedCard, ...]
    lines: tuple[DrawnLine, ...]
    width: float
    height: float


@attrs.frozen(eq=False)
class _End:
    """Where one stretch of a line meets a slot.

    Attributes:
        way: the line.
        slot: where.
        other: the slot at the other end of the stretch.
        side: of the slot, -1 left or 1 right.
        height: pixels along the side of the slot that it needs.
        leaves: whether the line begins here, so that its label stands here.
    """

    way: LinkRoute
    slot: Slot
    other: Slot
    side: int
    height: float
    leaves: bool


def lay_out(scene: Scene) -> Layout:
    """Places a network."""
    return _Placing(scene, columns(scene)).layout()


class _Placing:
    def __init__(self, scene: Scene, order: Columns) -> None:
        self.scene, self.order = scene, order
        self.cards = {who: card(scene, who) for who in scene.members}
        self.labels = {way: label(scene, way.arrow) for way in order.ways}
        self.ends: dict[tuple[Slot, int], list[_End]] = {}
        self.hops_of: dict[LinkRoute, list[tuple[_End, _End]]] = {}
        for way in order.ways:
            for nth, (one, other) in enumerate(pairwise(way.slots)):
                out = self._bow_side(one.column) if way.is_bow else (1 if other.column > one.column else -1)
                back = out if way.is_bow else -out
                hop = (
                    _End(way, one, other, out, _LABELLED if one.member else 0, leaves=nth == 0),
                    _End(way, other, one, back, _ARRIVING if other.member else 0, leaves=False),
                )
                self.hops_of.setdefault(way, []).append(hop)
                for end in hop:
                    self.ends.setdefault((end.slot, end.side), []).append(end)
        self.hops = [hop for hops in self.hops_of.values() for hop in hops]
        self.partner = {end: other for one, two in self.hops for end, other in ((one, two), (two, one))}
        self.heights = {slot: self._height(slot) for column in order.slots for slot in column}
        self.y: dict[Slot, float] = {}
        self.offset: dict[_End, float] = dict.fromkeys(self.partner, 0.0)
        self.lanes = {
            (column, side): self._lane(column, side) for column in range(len(order.slots)) for side in (-1, 1)
        }

    def _bow_side(self, column: int) -> int:
        """The first column's lines bow out to the left, where nothing is in their way."""
        return -1 if column == 0 and len(self.order.slots) > 1 else 1

    def _height(self, slot: Slot) -> float:
        if slot.member is None:
            return 4
        sides = [sum(end.height for end in self.ends.get((slot, side), ())) for side in (-1, 1)]
        return max(self.cards[slot.member].height, *(side + 10 for side in sides))

    def layout(self) -> Layout:
        self._stack()
        self._level()
        xs, edges, total = self._across()
        bands = []
        for part in dict.fromkeys(self.order.parts):
            here = [x for x, of in zip(xs, self.order.parts, strict=True) if of == part]
            bands.append(Band(self.scene.heading(part), here[0] - _BAND, here[-1] - here[0] + CARD + 2 * _BAND))
        boxes = []
        for slot in (slot for column in self.order.slots for slot in column):
            if slot.member is not None:
                height = self.heights[slot]
                boxes.append(PlacedCard(self.cards[slot.member], xs[slot.column], self.y[slot] - height / 2, height))
        bottom = max((self.y[slot] + self.heights[slot] / 2 for slot in self.y), default=0)
        lines = tuple(self._line(way, edges) for way in self.order.ways)
        return Layout(tuple(bands), tuple(boxes), lines, total, bottom + 2 * _BAND)

    # up and down

    def _stack(self) -> None:
        """Starts with each column around the same middle."""
        for column in self.order.slots:
            y = 0.0
            for above, slot in zip((None, *column), column, strict=False):
                y += self._apart(above, slot) if above else 0
                self.y[slot] = y
            for slot in column:
                self.y[slot] -= y / 2

    def _apart(self, above: Slot, below: Slot) -> float:
        """How far the middles of two neighbours are at least apart."""
        gap = _GAPS[(above.member is not None) + (below.member is not None)]
        return (self.heights[above] + self.heights[below]) / 2 + gap

    def _level(self) -> None:
        """Moves boxes up and down, in their order, until lines are as level as they can be."""
        pulls: dict[Slot, list[tuple[_End, _End]]] = {slot: [] for slot in self.y}
        for one, other in self.hops:
            if not one.way.is_bow:
                pulls[one.slot].append((one, other))
                pulls[other.slot].append((other, one))
        for nth in range(_ROUNDS):
            self._sort_ends()
            for column in self.order.slots[:: 1 if nth % 2 else -1]:
                wanted = []
                for slot in column:
                    at = [self.y[other.slot] + self.offset[other] - self.offset[own] for own, other in pulls[slot]]
                    weight = 4 if slot.member is None else len(at)
                    wanted.append((self._middle(self.y[slot], at, snap=nth >= _ROUNDS - _SNAPS), weight or 0.1))
                gaps = [self._apart(above, below) for above, below in pairwise(column)]
                self.y.update(zip(column, nearest_apart(wanted, gaps), strict=True))
        top = min((y - self.heights[slot] / 2 for slot, y in self.y.items()), default=0)
        for slot, y in self.y.items():
            self.y[slot] = y - top + _HEAD
        self._sort_ends()

    @staticmethod
    def _middle(now: float, wanted: Sequence[float], *, snap: bool) -> float:
        """Where a slot would stand among its neighbours; to snap, level with the nearest, if that is near."""
        if not wanted:
            return now
        if not snap:
            return fmean(wanted)
        nearest = min(wanted, key=lambda y: (abs(y - now), y))
        return nearest if abs(nearest - now) < _NEAR else now

    def _sort_ends(self) -> None:
        """Puts the ends along each side of a box into the order in which the lines do not cross beside it."""
        for (slot, _), ends in self.ends.items():
            if slot.member is None:
                continue
            ends.sort(key=self._along)
            y = -sum(end.height for end in ends) / 2
            for end in ends:
                self.offset[end] = y + end.height / 2
                y += end.height

    def _along(self, end: _End) -> tuple[float, ...]:
        """Bows upwards first, the nearest at the top; bows downwards last, the nearest at the bottom."""
        other, order = self.y[end.other], end.way.arrow.order
        if not end.way.is_bow:
            return (1, other, order)
        return (0 if other < self.y[end.slot] else 2, -other, -order)

    # across

    def _across(self) -> tuple[list[float], dict[tuple[int, int], float], float]:
        """The left edge of each column, where the lane of each side of it ends, and the whole width."""
        number = len(self.order.slots)
        xs: list[float] = []
        edges: dict[tuple[int, int], float] = {}
        x = float(MARGIN + _BAND)
        for column in range(number):
            left = self.lanes[column, -1]
            if column == 0:
                x += left + self._bow_room(0, -1)
            else:
                x += self._bend_room(column) + left
            edges[column, -1] = x - left
            xs.append(x)
            x += CARD
            x += self.lanes[column, 1]
            edges[column, 1] = x
        x += self._bow_room(number - 1, 1) if number else 0
        return xs, edges, max(x + _BAND, xs[-1] + CARD + _BAND if xs else 0) + MARGIN

    def _lane(self, column: int, side: int) -> float:
        """How wide the lane on a side of a column has to be."""
        ends = [end for slot in self.order.slots[column] for end in self.ends.get((slot, side), ()) if slot.member]
        return max((_STUB + self.labels[end.way].width + 8 if end.leaves else _TIP for end in ends), default=0)

    def _spans(self, column: int, side: int, *, bows: bool) -> list[float]:
        """How far lines on a side of a column go up or down."""
        return [
            abs(self._end_y(end) - self._end_y(self.partner[end]))
            for slot in self.order.slots[column]
            for end in self.ends.get((slot, side), ())
            if end.way.is_bow is bows
        ]

    def _bow_room(self, column: int, side: int) -> float:
        return max(map(_depth, self._spans(column, side, bows=True)), default=0)

    def _bend_room(self, column: int) -> float:
        """The room for bends to the left of a column."""
        bends = self._spans(column, -1, bows=False)
        room = 48 + 0.1 * max(bends, default=0) + len(bends)
        return round(max(min(room, 160), self._bow_room(column - 1, 1) + 8, 2 * _BAND + 24))

    def _end_y(self, end: _End) -> float:
        return self.y[end.slot] + self.offset[end]

    # lines

    def _line(self, way: LinkRoute, edges: dict[tuple[int, int], float]) -> DrawnLine:
        hops = self.hops_of[way]
        first, last = hops[0][0], hops[-1][1]
        start, tip = self._box_edge(first, edges), self._box_edge(last, edges)
        parts = [f"M{px(start[0])} {px(start[1])}"]
        for one, other in hops:
            x0, y0 = edges[one.slot.column, one.side], self._end_y(one)
            x1, y1 = edges[other.slot.column, other.side], self._end_y(other)
            parts.append(f"H{px(x0)}")
            if way.is_bow:
                out = x0 + one.side * _depth(abs(y1 - y0)) * 4 / 3
                parts.append(f"C{px(out)} {px(y0)} {px(out)} {px(y1)} {px(x1)} {px(y1)}")
            elif y0 != y1:
                middle = (x0 + x1) / 2
                parts.append(f"C{px(middle)} {px(y0)} {px(middle)} {px(y1)} {px(x1)} {px(y1)}")
        parts.append(f"H{px(tip[0] + last.side * 7)}")
        said = self.labels[way]
        x = start[0] + (_STUB if first.side > 0 else -_STUB - said.width)
        return DrawnLine(way.arrow, "".join(parts), tip, last.side > 0, said, (x, start[1] - LABEL / 2))

    def _box_edge(self, end: _End, edges: dict[tuple[int, int], float]) -> tuple[float, float]:
        lane = self.lanes[end.slot.column, end.side]
        return edges[end.slot.column, end.side] - end.side * lane, self._end_y(end)


def _depth(span: float) -> float:
    """How far a line bows out that goes up or down so far."""
    return round(min(20 + 0.1 * span, 90))


def px(number: float) -> str:
    """So many pixels, as short as they can be written, to a tenth of one."""
    return f"{number:.1f}".removesuffix(".0")


def nearest_apart(wanted: Sequence[tuple[float, float]], gaps: Sequence[float]) -> list[float]:
    """Numbers in rising order as near as can be to those wanted, neighbours at least so far apart.

    Nearest in the sum of weighted squares; found by pooling neighbours that are too close (Barlow and others, 1972).

    Args:
        wanted: each number with its weight, above zero.
        gaps: between neighbours, one fewer.
    """
    shift, shifts = 0.0, [0.0]
    for gap in gaps:
        shift += gap
        shifts.append(shift)
    pools: list[tuple[float, float, int]] = []
    for (number, weight), moved in zip(wanted, shifts, strict=False):
        mean, total, count = number - moved, weight, 1
        while pools and pools[-1][0] > mean:
            before, heavy, many = pools.pop()
            mean = (before * heavy + mean * total) / (heavy + total)
            total, count = total + heavy, count + many
        pools.append((mean, total, count))
    means: Iterable[float] = (mean for mean, _, count in pools for _ in range(count))
    return [mean + moved for mean, moved in zip(means, shifts, strict=False)]
