"""Which counts may be shown, so that no group of one to four people can be worked out from them.

A group is anybody whom the counts set apart: those with a value at a point and those without, those with a value at
the start and not later, later and not at the start, at both, at neither, those who left and those who stayed. A group
under five is shown as a span that every such group has in common, and so is each count from which it would follow by
subtraction. Nobody is also a group that may be shown: it has no members.

Fewer than five is the threshold that is usual in official statistics on people's health and offending. What is shown of
a group is the same for every table that it could be hidden in; a reader who knows these lines learns no more from them.
"""

from collections.abc import Iterable, Iterator

import attrs

FEWEST = 5
"""The smallest group that is shown."""

FEWEST_NOT_SHOWN = 10
"""The fewest people whose change is shown where their number is hidden.

A mean of whole numbers with one decimal says nothing about how many they are from ten people on, and it may below: 0.1
is no mean of five.
"""


def is_small(group: int) -> bool:
    """Whether a group is too small to be shown."""
    return 0 < group < FEWEST


@attrs.frozen
class Count:
    """How many, as far as it may be shown.

    Attributes:
        least: and
        most: the number itself where both are the same.
    """

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """Whether the number itself is shown."""
        return self.least == self.most

    @property
    def span(self) -> range:
        """Every number that it could be."""
        return range(self.least, self.most + 1)


def shown_count(part: int, whole: int) -> Count:
    """How many of a group that is itself shown (five or more, or nobody) may be said to be in a part of it."""
    if not is_small(part) and not is_small(whole - part):
        return Count(part, part)
    if whole < 2 * FEWEST:  # a part under five leaves no rest that could be shown, and the other way round
        return Count(1, whole - 1)
    return Count(1, FEWEST - 1) if is_small(part) else Count(whole - FEWEST + 1, whole - 1)


@attrs.frozen
class PairedCount:
    """Those with a value at the start and at a later point.

    Attributes:
        people: how many, or None where it is hidden.
        change: whether what changed between the two may be shown.
    """

    people: int | None
    change: bool


def shown_pairs(whole: int, start: int, later: int, both: int, fewest: int = FEWEST) -> PairedCount:
    """What may be shown of those with a value at both points, as well as how many have one at each.

    Args:
        whole: how many started; five or more.
        start: of them, how many have a value at the start.
        later: how many have one at the later point.
        both: how many have both.
        fewest: of how many a change is shown at all; five or more.
    """
    at_start, at_later = shown_count(start, whole), shown_count(later, whole)
    if at_start.exact and at_later.exact and not any(map(is_small, _groups(whole, start, later, both))):
        return PairedCount(both, both >= fewest)
    # Whether a change is shown says on which side of the bar the number lies. That must not settle it.
    bar = max(fewest, FEWEST_NOT_SHOWN)
    possible = list(_extreme_tables(whole, at_start, at_later, bar))
    below, above = ([table for table in possible if (table[2] >= bar) is side] for side in (False, True))
    splits = _keeps_small_groups_hidden(whole, below) and _keeps_small_groups_hidden(whole, above)
    return PairedCount(None, splits and both >= bar)


def _groups(whole: int, start: int, later: int, both: int) -> tuple[int, ...]:
    """Every group that the four numbers set apart."""
    missing = whole - start, whole - later
    return start, later, both, *missing, start - both, later - both, whole - start - later + both


def _extreme_tables(whole: int, at_start: Count, at_later: Count, bar: int) -> Iterator[tuple[int, int, int]]:
    """Tables that would be shown alike: enough of them to have every group at its smallest and at its largest."""
    exact = at_start.exact and at_later.exact
    for start in at_start.span:
        for later in at_later.span:
            fewest, most = max(0, start + later - whole), min(start, later)
            if exact:  # hidden for a small group only, which lies near one end or the other
                near = {*range(fewest, fewest + 2 * FEWEST), *range(most - 2 * FEWEST, most + 1)}
                near |= {*range(2 * FEWEST)}
                hidden = (
                    n for n in near if fewest <= n <= most and any(map(is_small, _groups(whole, start, later, n)))
                )
                yield from ((start, later, n) for n in sorted(hidden))
            else:
                ends = {fewest, most, *(n for n in (bar - 1, bar) if fewest <= n <= most)}
                yield from ((start, later, n) for n in sorted(ends))


def _keeps_small_groups_hidden(whole: int, tables: Iterable[tuple[int, int, int]]) -> bool:
    """Whether no small group is the same in all of these tables; true where there is none."""
    values = zip(*(_groups(whole, *table) for table in tables), strict=True)
    return not any(is_small(min(found)) and min(found) == max(found) for found in values)
