"""What is told of scores: nobody reads from means and intervals how many of one to four people had a score, or changed.

A reader is taken to know the scale, that scores are whole numbers, these rules, and the totals exactly: of scores at
each point, of changes and of their squares. That is more than is told, which is rounded.
"""

import math
import os
from collections.abc import Callable
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from mentorkit.outcomes.scores import LEAST_DISTANCE, LEAST_SPREAD, means_may_be_told, score_change

THOROUGH = bool(os.environ.get("CI"))
Tables = Any
"""An array with a row for each table, and a column for each score or change with how many people have it."""


def every_table(people: int, values: int) -> Tables:
    number = math.comb(people + values - 1, values - 1)
    bars = chain.from_iterable(combinations(range(people + values - 1), values - 1))
    found = np.fromiter(bars, dtype=np.int16, count=number * (values - 1)).reshape(number, values - 1)
    ends = np.full((number, 1), -1, np.int16), np.full((number, 1), people + values - 1, np.int16)
    return np.diff(np.concatenate([ends[0], found, ends[1]], axis=1), axis=1) - 1


def gives_a_group_away(tables: Tables, told: Tables) -> bool:
    """Whether in some set of tables that are told alike as many have a score, or that or a lower one, and it is 1 to 4.

    So many may also be all but one to four.
    """
    people = int(tables[0].sum())
    _, alike = np.unique(told, axis=0, return_inverse=True)
    order = np.argsort(alike.ravel(), kind="stable")
    starts = np.flatnonzero(np.diff(alike.ravel()[order], prepend=-1))
    for group in (*tables.T, *tables.cumsum(axis=1).T[:-1]):
        least = np.minimum.reduceat(group[order], starts)
        same = least == np.maximum.reduceat(group[order], starts)
        if (same & ((least % people > 0) & ((least < 5) | (people - least < 5)))).any():
            return True
    return False


def many_values(tables: Tables) -> Tables:
    return tables[(tables > 0).sum(axis=1) >= 5]


def told_scores(people: int, highest: int, distance: int) -> tuple[Tables, Tables]:
    """The tables of scores from 0 of which a mean is told, and their totals."""
    tables = many_values(every_table(people, highest + 1))
    total = tables @ np.arange(highest + 1)
    at = np.arange(highest + 1) * (tables > 0)
    top = at.max(axis=1)
    bottom = np.where(tables > 0, np.arange(highest + 1), highest).min(axis=1)
    kept = np.minimum(total - people * bottom, people * top - total) >= distance
    return tables[kept], total[kept][:, None]


def told_changes(people: int, highest: int, spread: int) -> tuple[Tables, Tables]:
    """The tables of changes, on a scale from 0, of which an interval is told, and their totals and squares.

    How far the mean can move is limited by its distance from both ends, at both points.
    """
    changes = np.arange(-highest, highest + 1)
    tables = many_values(every_table(people, len(changes)))
    total, squares = tables @ changes, tables @ changes**2
    kept = (people * squares - total**2 >= spread * people) & (2 * squares <= people * highest**2)
    kept &= np.abs(total) <= people * highest - 2 * LEAST_DISTANCE
    return tables[kept], np.stack([total[kept], squares[kept]], axis=1)


SCALES = [(10, 4), (10, 5), (10, 6), (11, 5), (12, 4), (12, 5), (15, 4), (15, 5), (20, 4)]


@pytest.mark.parametrize(("people", "highest"), SCALES)
def test_no_small_group_follows_from_a_mean(people: int, highest: int) -> None:
    assert not gives_a_group_away(*told_scores(people, highest, LEAST_DISTANCE))


@pytest.mark.parametrize(("people", "highest"), [(10, 4), (10, 5), (12, 4), *(SCALES[2:] if THOROUGH else ())])
def test_no_small_group_follows_from_the_interval_of_a_change(people: int, highest: int) -> None:
    assert not gives_a_group_away(*told_changes(people, highest, LEAST_SPREAD))


def test_the_search_finds_what_five_different_values_alone_give_away() -> None:
    assert gives_a_group_away(*told_scores(10, 4, distance=0))
    assert gives_a_group_away(*told_changes(10, 4, spread=0))


def scores(*people: tuple[int, int]) -> tuple[list[Decimal], list[Decimal]]:
    """Scores at the start and later."""
    return [Decimal(start) for start, _ in people], [Decimal(later) for _, later in people]


NEAR_AN_END = [(0, 1), (0, 4), (0, 2), (1, 0), (1, 1), (1, 3), (2, 4), (3, 3), (4, 0), (4, 4)]
SPREAD_LITTLE = [(0, 0), (1, 0), (1, 1), (2, 1), (2, 3), (2, 3), (2, 4), (2, 4), (3, 1), (4, 2)]
OUT_OF_TEN = [(0, 0), (2, 3), (6, 7), (7, 5), (7, 6), (7, 9), (7, 9), (8, 6), (8, 7), (9, 10)]


@pytest.mark.parametrize("people", [NEAR_AN_END, SPREAD_LITTLE, OUT_OF_TEN])
def test_another_table_of_starts_and_changes_is_always_told_alike(people: list[tuple[int, int]]) -> None:
    """The scores of both points together: HiGHS looks for a table with the same totals and another group."""
    assert means_may_be_told(*scores(*people))
    starts, laters = [s for s, _ in people], [t for _, t in people]
    for value in {*starts}:
        holds_another_number(people, lambda start, _, value=value: start == value)  # type: ignore[misc]
    for value in {*laters}:
        holds_another_number(people, lambda _, later, value=value: later == value)  # type: ignore[misc]
    for change in {later - start for start, later in people}:
        holds_another_number(people, lambda start, later, change=change: later - start == change)  # type: ignore[misc]
    holds_another_number(people, lambda start, later: later < start)


def holds_another_number(people: list[tuple[int, int]], group: Callable[[int, int], bool]) -> None:
    """Fails where as many are in a group of one to four in each table that is told like this one."""
    here = sum(1 for person in people if group(*person))
    if not 0 < min(here, len(people) - here) < 5:
        return
    ends = min(map(min, people)), max(map(max, people))
    cells = [(start, later) for start in range(ends[0], ends[1] + 1) for later in range(ends[0], ends[1] + 1)]
    totals = np.array(
        [[1 for _ in cells], *([cell[at] for cell in cells] for at in (0, 1)), [(t - s) ** 2 for s, t in cells]]
    )
    there = totals @ [people.count(cell) for cell in cells]
    kinds: list[Callable[[int, int], int]] = [lambda s, _: s, lambda _, t: t, lambda s, t: t - s]
    # whether a value is there at all, so that five are different at each point and among the changes, and both ends are
    rows, least, marks = [], [], 0
    each = [sorted({kind(*cell) for cell in cells}) for kind in kinds]
    width = len(cells) + sum(map(len, each))
    for kind, values in zip(kinds, each, strict=True):
        first = len(cells) + marks
        for value in values:
            row = np.zeros(width)
            row[: len(cells)] = [kind(*cell) == value for cell in cells]
            row[len(cells) + marks] = -1
            rows.append(row)
            least.append(0)
            marks += 1
        row = np.zeros(width)
        row[first : len(cells) + marks] = 1
        rows.append(row)
        least.append(5)
    for end in ends:
        row = np.zeros(width)
        row[: len(cells)] = [end in cell for cell in cells]
        rows.append(row)
        least.append(1)
    wide = np.concatenate([totals, np.zeros((4, width - len(cells)))], axis=1)
    inside = np.array([*(group(*cell) for cell in cells), *[False] * (width - len(cells))], dtype=float)
    upper = np.array([*[len(people)] * len(cells), *[1] * (width - len(cells))], dtype=float)
    for fewer in (True, False):
        other = (0, here - 1) if fewer else (here + 1, len(people))
        found = milp(
            np.zeros(width),
            constraints=[
                LinearConstraint(wide, there, there),
                LinearConstraint(np.array(rows), np.array(least)),
                LinearConstraint(inside[None, :], *other),
            ],
            integrality=np.ones(width),
            bounds=Bounds(0, upper),
        )
        if found.status == 0:
            return
    raise AssertionError(f"{here} in the group in every table that is told like {people}")


def test_means_are_told_at_a_distance_from_the_ends_and_of_changes_that_differ() -> None:
    assert means_may_be_told(*scores(*NEAR_AN_END))
    assert not means_may_be_told([Decimal(n) for n in (0, 0, 0, 0, 0, 0, 1, 2, 3, 4)])
    alike = [(n, n + 1 + (n == 5) - (n == 4) + 2 * (n == 3) - 2 * (n == 2)) for n in range(10)]
    assert not means_may_be_told(*scores(*alike))
    assert score_change(*scores(*alike)) is None
    assert score_change(*scores(*OUT_OF_TEN)) is not None
    tenths = [[score / 10 for score in at] for at in scores(*NEAR_AN_END)]
    assert means_may_be_told(*tenths)


@pytest.mark.parametrize(
    "written",
    [
        "0 0 0 0 0 0 0.1 1 2 3",
        "0 0 0 0 0 0.5 0.7 1 2 3",
        "0 0 0 0 0 0 0.1 0.2 0.3 0.4",
        "0 0 0.5 0.5 0.5 0.5 0.6 1 1 1.5",
    ],
)
def test_a_few_scores_with_decimals_make_no_finer_step(written: str) -> None:
    assert not means_may_be_told([Decimal(score) for score in written.split()])


def test_the_step_is_that_of_the_point_with_the_coarser_scores() -> None:
    starts = [Decimal(n) for n in (0, 0, 0, 0, 0, 0, 1, 2, 3, 4)]
    laters = [Decimal(n) / 10 for n in (91, 11, 22, 33, 44, 55, 66, 77, 88, 13)]
    assert not means_may_be_told(starts, laters)
    assert means_may_be_told(laters)
