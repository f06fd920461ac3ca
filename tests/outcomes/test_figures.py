"""What is told of values: nobody reads a cell of one to four people from it, whoever has no later value."""

import os
from collections import defaultdict
from collections.abc import Callable, Hashable
from decimal import Decimal
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from mentorkit.outcomes.disclosure import shown_count, shown_pairs
from mentorkit.outcomes.figures import Figure, Share, figures_of
from mentorkit.outcomes.paired_proportions import newcombe, wilson
from mentorkit.outcomes.plan import START, MeasurementPoint

EXIT, REVIEW = MeasurementPoint(2, 0, "exit"), MeasurementPoint(1, 1, "review")
ONE, ZERO = Decimal(1), Decimal(0)
Cells = tuple[int, ...]
THOROUGH = bool(os.environ.get("CI"))


def people(*groups: tuple[int, tuple[int | None, ...]], points: tuple[MeasurementPoint, ...] = (START, EXIT)) -> Any:
    """Values of so many people with these answers at the points."""
    values: dict[MeasurementPoint, dict[str, Decimal]] = {point: {} for point in points}
    number = 0
    for size, answers in groups:
        for _ in range(size):
            number += 1
            for point, answer in zip(points, answers, strict=True):
                if answer is not None:
                    values[point][f"p{number}"] = Decimal(answer)
    return values


def published(cells: tuple[int, ...], unmeasured: int) -> object:
    """All that is told of a table and of those who have no value at the exit."""
    kinds = [(1, 1), (1, 0), (0, 1), (0, 0)]
    values = people(*zip(cells, kinds, strict=True), (unmeasured, (1, None)))
    whole = sum(cells) + unmeasured
    later = len(values[EXIT])
    return (
        whole,
        shown_count(later, whole),
        shown_pairs(whole, whole, later, later),
        tuple(figures_of(values, whole, 5).items()),
    )


@pytest.mark.parametrize("unmeasured", [0, 3, 6])
@pytest.mark.parametrize("size", range(5, 27) if THOROUGH else (5, 9, 10, 12, 20, 21))
def test_no_cell_of_one_to_four_follows_from_all_that_is_told(size: int, unmeasured: int) -> None:
    alike = defaultdict(list)
    for total in {size, *([size + 1, size + 2] if unmeasured == 3 else [])}:
        for a, b, c in product(range(total + 1), repeat=3):
            if a + b + c <= total:
                cells = a, b, c, total - a - b - c
                alike[published(cells, size + unmeasured - total)].append(cells)
    for tables in alike.values():
        groups = [(*cells, cells[0] + cells[1], cells[0] + cells[2], cells[1] + cells[3], cells[2] + cells[3])
                  for cells in tables]  # fmt: skip
        assert not any(len(set(found)) == 1 and 0 < found[0] < 5 for found in zip(*groups, strict=True)), tables


CELLS = list(product((True, False), repeat=3))
"""Of three things that are so or not: yes at the start, yes at a later point, and a third."""

Tell = Callable[[Cells], Hashable]


def paired_figures(cells: Cells) -> Hashable:
    """What is told of both yes, yes and no, no and yes, both no."""
    return tuple(figures_of(people(*zip(cells, [(1, 1), (1, 0), (0, 1), (0, 0)], strict=True)), sum(cells), 5).items())


def exact_shares(cells: Cells) -> Hashable:
    """What must not be told: how many said yes at each point."""
    return cells[0] + cells[1], cells[0] + cells[2]


def left(cells: Cells) -> Hashable:
    """What is told of the third thing, where it is that somebody left early; the cells are of the start and of it."""
    return shown_count(cells[0] + cells[2], sum(cells))


def gives_a_group_away(size: int, later: Tell, third: Tell) -> bool:
    """Whether some group of one to four is the same in all tables of so many people that are told alike.

    A table is eight cells. A group is a cell, or all who are alike in one or two of the three things.

    Args:
        size: of how many people, all of whom have a value at each point.
        later: what is told of start and later point, by the four cells of the two.
        third: what is told of start and third thing.
    """
    bars = np.array(list(combinations(range(size + 7), 7)), dtype=np.int16)
    tables = np.diff(bars, prepend=-1, append=size + 7) - 1
    keys = []
    for other, tell in ((1, later), (2, third)):
        four = [
            tables[:, [cell[0] is a and cell[other] is b for cell in CELLS]].sum(axis=1)
            for a, b in product((True, False), repeat=2)
        ]
        distinct, where = np.unique(np.stack(four, axis=1), axis=0, return_inverse=True)
        numbers: dict[Hashable, int] = {}
        codes = [numbers.setdefault(tell(tuple(map(int, cells))), len(numbers)) for cells in distinct]
        keys.append(np.array(codes)[where.ravel()])
    _, told_as = np.unique(np.stack(keys, axis=1), axis=0, return_inverse=True)
    order = np.argsort(told_as.ravel(), kind="stable")
    starts = np.flatnonzero(np.diff(told_as.ravel()[order], prepend=-1))
    for pattern in product((True, False, None), repeat=3):
        group = [all(p is None or p is c for p, c in zip(pattern, cell, strict=True)) for cell in CELLS]
        sizes = tables[:, group].sum(axis=1)[order]
        least, most = np.minimum.reduceat(sizes, starts), np.maximum.reduceat(sizes, starts)
        if ((least == most) & (least > 0) & (least < 5)).any():
            return True
    return False


@pytest.mark.parametrize("third", [paired_figures, left])
@pytest.mark.parametrize("size", range(5, 22) if THOROUGH else (5, 10, 11))
def test_no_group_follows_from_two_later_points_or_from_who_left(size: int, third: Tell) -> None:
    assert not gives_a_group_away(size, paired_figures, third)


def test_the_search_finds_what_exact_shares_would_give_away() -> None:
    assert gives_a_group_away(8, exact_shares, left)
    assert gives_a_group_away(8, paired_figures, exact_shares)


@given(st.lists(st.tuples(*[st.integers(0, 1)] * 3), min_size=5, max_size=30))
def test_two_later_points_of_the_same_people_are_told_as_each_would_be_alone(answers: list[tuple[int, ...]]) -> None:
    both = figures_of(people(*((1, given) for given in answers), points=(START, REVIEW, EXIT)), len(answers), 5)
    for at, point in ((1, REVIEW), (2, EXIT)):
        one = people(*((1, (given[0], given[at])) for given in answers), points=(START, point))
        alone = figures_of(one, len(answers), 5)
        assert {START: both[START], point: both[point]} == alone


def test_a_share_is_told_where_five_stand_on_each_side() -> None:
    assert figures_of(people((11, (1, 1)), (1, (1, 0))), 12, 5)[EXIT].value == Share(12, None, more_than_half=True)
    assert figures_of(people((12, (1, 1))), 12, 5)[EXIT].value == Share(12, None, more_than_half=True)
    assert figures_of(people((7, (1, 1)), (5, (1, 0))), 12, 5)[EXIT].value == Share(12, 7, more_than_half=True)


def test_every_figure_is_of_the_people_with_a_value_at_the_start_and_the_exit() -> None:
    three = START, REVIEW, EXIT
    told = figures_of(people((10, (1, 1, 1)), (10, (0, 0, 0)), (10, (1, 1, None)), points=three), 30, 5)
    assert {point: figure.people for point, figure in told.items()} == {START: 20, REVIEW: 20, EXIT: 20}
    assert told[REVIEW].value == Share(20, 10, more_than_half=False)
    other = figures_of(people((10, (1, 1, 1)), (10, (0, None, 0)), (10, (1, 1, None)), points=three), 30, 5)
    assert REVIEW not in other


def test_an_interval_is_told_only_where_every_cell_has_five() -> None:
    kinds = [(1, 1), (1, 0), (0, 1), (0, 0)]
    whole = figures_of(people(*zip((5, 5, 5, 5), kinds, strict=True)), 20, 5)
    assert whole[EXIT].change == newcombe(5, 5, 5, 5)
    lacks = figures_of(people(*zip((6, 4, 6, 6), kinds, strict=True)), 22, 5)
    assert lacks[EXIT] == Figure(Share(22, 12, more_than_half=True), 22, None)


def test_a_score_of_few_values_or_people_is_hidden() -> None:
    few = people((6, (1, 2)), (6, (2, 3)))
    assert figures_of(few, 12, 5) == {}
    many = people(*((3, (n, n + n * n)) for n in range(5)))
    assert figures_of(many, 15, 5)[START] == Figure(2.0, 15)


@given(st.integers(1, 200), st.integers(0, 200))
def test_wilsons_interval_is_that_of_scipy(whole: int, part: int) -> None:
    yes = min(part, whole)
    theirs = binomtest(yes, whole).proportion_ci(0.95, method="wilson")
    assert wilson(yes, whole) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.tuples(*[st.integers(0, 40)] * 4).filter(any))
def test_the_ends_lie_between_minus_one_and_one_and_time_turned_round_turns_the_sign(cells: tuple[int, ...]) -> None:
    both, start, later, neither = cells
    found, back = newcombe(both, start, later, neither), newcombe(both, later, start, neither)
    assert -1 <= found.low <= found.mean <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((-back.high, -back.low), abs=1e-12)


@pytest.mark.parametrize(
    ("cells", "ends"),
    [
        # Newcombe 1998, table III, method 10
        ((36, 12, 2, 0), (0.0569, 0.3404)),
        ((20, 12, 2, 16), (0.0562, 0.3292)),
        ((18, 12, 2, 18), (0.0562, 0.3290)),
        ((36, 14, 0, 0), (0.1528, 0.4167)),
        ((35, 14, 0, 1), (0.1461, 0.4175)),
        ((18, 14, 0, 18), (0.1441, 0.3963)),
        ((2, 97, 1, 0), (0.8721, 0.9854)),
        ((0, 29, 1, 0), (0.6666, 0.9882)),
        ((2, 98, 0, 0), (0.9178, 0.9945)),
        ((1, 98, 0, 1), (0.9171, 0.9916)),
        ((0, 30, 0, 0), (0.8395, 1.0)),
        ((54, 0, 0, 0), (-0.0664, 0.0664)),
        ((53, 0, 0, 1), (-0.0729, 0.0729)),
        ((30, 0, 0, 24), (-0.0358, 0.0358)),
        ((29, 0, 0, 25), (-0.0354, 0.0354)),
        ((28, 0, 0, 26), (-0.0352, 0.0352)),
        ((27, 0, 0, 27), (-0.0351, 0.0351)),
        # the R package contingencytables 3.1.0, in its own tests
        ((59, 6, 16, 80), (-0.1186, -0.0046)),
    ],
)
def test_newcombes_interval_is_the_published_one(cells: tuple[int, ...], ends: tuple[float, float]) -> None:
    """Published as the first share less the second; ours is the later one less the one at the start."""
    found = newcombe(*cells)
    assert (-found.high, -found.low) == pytest.approx(ends, abs=0.00005)


@given(st.tuples(*[st.integers(1, 40)] * 4))
def test_newcombes_interval_is_method_10_written_out_over_scipys_wilson(cells: tuple[int, ...]) -> None:
    r, s, t, u = cells
    n = sum(cells)
    (l1, u1), (l2, u2) = (
        (ci.low, ci.high)
        for ci in (binomtest(k, n).proportion_ci(0.95, method="wilson") for k in (r + t, r + s))  # later, then start
    )
    p1, p2 = (r + t) / n, (r + s) / n
    b = r * u - s * t
    top = b - n / 2 if b > n / 2 else min(b, 0)
    phi = top / ((r + s) * (t + u) * (r + t) * (s + u)) ** 0.5
    low = p1 - p2 - ((p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2) ** 0.5
    high = p1 - p2 + ((p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2) ** 0.5
    found = newcombe(*cells)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)
