"""Stretches of days, and tables of values by the day: what is in them, and what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentorkit.api import ByDay, Days, at_least
from tests.examples import examples

LAST = date(2027, 3, 31)
FIRST = date(2027, 4, 1)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
OPEN = st.none() | DAYS


@examples(100)
@given(OPEN, OPEN, OPEN, OPEN, DAYS)
def test_a_day_is_within_two_stretches_if_it_is_in_both(
    first: date | None, last: date | None, begin: date | None, end: date | None, day: date
) -> None:
    assume(not (first and last and last < first) and not (begin and end and end < begin))
    one, other = Days(first, last), Days(begin, end)
    both = one.within(other)
    assert (both is not None and day in both) is (day in one and day in other)


@examples(100)
@given(OPEN, OPEN, DAYS)
def test_a_day_is_in_a_stretch_or_on_one_side_of_it(first: date | None, last: date | None, day: date) -> None:
    if first and last and last < first:
        with pytest.raises(ValueError, match="is before the first"):
            Days(first, last)
        return
    days = Days(first, last)
    before = first is not None and day < first
    after = last is not None and day > last
    assert (day in days) is not (before or after)
    assert all((change in days) is not (change - timedelta(days=1) in days) for change in days.changes)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            lambda: Days("2027-04-01"),  # type: ignore[arg-type]
            r"'first' is a date, such as date\(2027, 4, 1\), not a text",
        ),
        (lambda: Days(FIRST, LAST), "the last day, 2027-03-31, is before the first, 2027-04-01"),
        (
            lambda: at_least(2, days=FIRST),  # type: ignore[arg-type]
            r"'days' is Days, such as Days\(first=date\(2027, 4, 1\)\), not a date",
        ),
        (lambda: ByDay({}), r"ByDay takes each value by its first day, such as ByDay\(\{date\(2027, 4, 1\): 45\}\)"),
        (lambda: ByDay({2027: 45}), "a value stands under its first day, such as .*, not under a whole number"),
    ],
)
def test_wrong_days_are_refused_in_the_terms_of_their_author(wrong: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        wrong()
