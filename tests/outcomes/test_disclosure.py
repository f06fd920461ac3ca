"""No small group can be worked out, by a reader who knows how hiding is done and has all that is told."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest

from mentorkit.outcomes.disclosure import Count, PairedCount, shown_count, shown_pairs

Table = tuple[int, int, int]
"""How many have a value at the start, at a later point, and at both."""

Tell = Callable[[int, Table], tuple[Count, Count, PairedCount]]


def groups(whole: int, table: Table) -> list[int]:
    """Every group of people that a reader could set apart, counted here from the four cells of the table."""
    start, later, both = table
    cells = {(1, 1): both, (1, 0): start - both, (0, 1): later - both, (0, 0): whole - start - later + both}
    sides = [sum(n for cell, n in cells.items() if cell[side] == has) for side in (0, 1) for has in (0, 1)]
    return [*cells.values(), *sides]


def tables(whole: int) -> Iterable[Table]:
    for start in range(whole + 1):
        for later in range(whole + 1):
            for both in range(max(0, start + later - whole), min(start, later) + 1):
                yield start, later, both


def given_away(whole: int, tell: Tell) -> list[tuple[Table, ...]]:
    """Sets of tables that a reader cannot tell apart and in which a group of one to four is always the same.

    However many later points there are, all share the start. What one of them says of it may narrow another down, so
    each point is looked at with the starts that any set of others leaves.
    """
    alike: dict[Count, dict[tuple[Count, PairedCount], list[Table]]] = defaultdict(lambda: defaultdict(list))
    for table in tables(whole):
        start, later, both = tell(whole, table)
        alike[start][later, both].append(table)
    found = []
    for points in alike.values():
        starts = {frozenset(table[0] for table in possible) for possible in points.values()}
        while more := {a & b for a in starts for b in starts if a & b} - starts:
            starts |= more
        for left in starts:
            for possible in points.values():
                rest = tuple(table for table in possible if table[0] in left)
                sizes = [set(column) for column in zip(*(groups(whole, table) for table in rest), strict=True)]
                if any(len(size) == 1 and 0 < min(size) < 5 for size in sizes):
                    found.append(rest)
    return found


def ours(fewest: int) -> Tell:
    return lambda whole, table: (
        shown_count(table[0], whole),
        shown_count(table[1], whole),
        shown_pairs(whole, *table, fewest),
    )


@pytest.mark.parametrize("fewest", [5, 12, 30])
@pytest.mark.parametrize("whole", [*range(5, 27), 33])
def test_no_group_of_one_to_four_can_be_worked_out(whole: int, fewest: int) -> None:
    assert given_away(whole, ours(fewest)) == []


@pytest.mark.parametrize("whole", [12, 20])
def test_the_same_search_finds_what_simpler_hiding_gives_away(whole: int) -> None:
    def hides_only_small_counts(whole: int, table: Table) -> tuple[Count, Count, PairedCount]:
        start, later, both = (Count(n, n) if not 0 < n < 5 else Count(1, 4) for n in table)
        return start, later, PairedCount(both.least if both.exact else None, change=both.exact)

    def tells_every_change_of_five(whole: int, table: Table) -> tuple[Count, Count, PairedCount]:
        start, later, both = ours(5)(whole, table)
        return start, later, PairedCount(both.people, change=table[2] >= 5)

    assert given_away(whole, hides_only_small_counts)
    assert given_away(whole, tells_every_change_of_five)


def test_what_is_told_holds_the_truth_and_is_exact_where_nobody_is_few() -> None:
    for whole in range(5, 40):
        for part in range(whole + 1):
            count = shown_count(part, whole)
            assert part in count.span
            assert count.exact is not (0 < part < 5 or 0 < whole - part < 5)
    assert shown_pairs(40, 40, 30, 30) == PairedCount(30, change=True)
    assert shown_pairs(40, 35, 30, 30) == PairedCount(30, change=True)
    assert shown_pairs(40, 35, 30, 27) == PairedCount(None, change=True)
    assert shown_pairs(40, 35, 30, 25) == PairedCount(25, change=True)
    assert shown_pairs(40, 40, 4, 4) == PairedCount(None, change=False)
    assert shown_pairs(40, 40, 20, 20, fewest=30) == PairedCount(20, change=False)


def test_most_changes_of_a_large_group_are_told() -> None:
    large = [table for table in tables(40) if table[2] >= 10]
    assert sum(shown_pairs(40, *table).change for table in large) / len(large) > 0.85
