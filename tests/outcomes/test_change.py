"""The interval against a printed table, against the definition of Student's t, and whatever the order of people."""

import math
import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.outcomes.change import change_of

# Two-sided 95 % points of Student's t by degrees of freedom, as any printed table has them.
PRINTED = {4: "2.776", 5: "2.571", 9: "2.262", 14: "2.145", 19: "2.093", 29: "2.045", 39: "2.023", 99: "1.984"}


@pytest.mark.parametrize(("freedom", "quantile"), PRINTED.items())
def test_the_interval_is_that_of_the_printed_table(freedom: int, quantile: str) -> None:
    changes = [Decimal(n % 7) for n in range(freedom + 1)]
    people = len(changes)
    middle = Fraction(sum(changes)) / people
    variance = sum((Fraction(c) - middle) ** 2 for c in changes) / (people - 1)
    error = math.sqrt(variance / people)
    change = change_of(changes)
    assert change is not None
    assert change.mean == pytest.approx(float(middle))
    for reach in (change.high - change.mean, change.mean - change.low):
        assert reach / error == pytest.approx(float(quantile), abs=0.0005)


def density(t: float, freedom: int) -> float:
    scale = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - math.log(freedom * math.pi) / 2
    return math.exp(scale - (freedom + 1) / 2 * math.log1p(t * t / freedom))


@given(st.lists(st.integers(-30, 30), min_size=5, max_size=60).filter(lambda changes: len(set(changes)) > 1))
def test_the_interval_covers_95_parts_in_100_of_students_t(changes: list[int]) -> None:
    change = change_of([Decimal(c) for c in changes])
    assert change is not None
    people = len(changes)
    mean = sum(changes) / people
    error = math.sqrt(sum((c - mean) ** 2 for c in changes) / (people - 1) / people)
    reach, steps = (change.high - change.mean) / error, 2000
    weights = [1, *([4, 2] * (steps // 2 - 1)), 4, 1]  # Simpson's rule
    area = sum(w * density(reach * i / steps, people - 1) for i, w in enumerate(weights)) * reach / steps / 3
    assert 2 * area == pytest.approx(0.95, abs=1e-6)


@given(
    st.lists(st.decimals(-100, 100, places=3, allow_nan=False), min_size=5, max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_order_of_people_changes_no_digit(changes: list[Decimal], chance: random.Random) -> None:
    shuffled = changes[:]
    chance.shuffle(shuffled)
    assert change_of(shuffled) == change_of(changes)


def test_a_change_that_everybody_shares_is_not_shown() -> None:
    assert change_of([Decimal(3)] * 8) is None
    assert change_of([Decimal(0)] * 8) is None
