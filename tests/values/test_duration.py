"""Lengths of time: how they are written, how months and days compare, and what a date plus months is."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.values.duration import Duration, UnitsDifferError

DAYS = st.dates(date(2001, 1, 1), date(2095, 12, 31))
CALENDAR = st.builds(Duration, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))


def parse(text: str) -> Duration:
    return Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "months", "days", "minutes"),
    [
        ("14 days", 0, 14, 0),
        ("1 day", 0, 1, 0),
        ("8 weeks", 0, 56, 0),
        ("3 months", 3, 0, 0),
        ("1 year", 12, 0, 0),
        ("40 hours", 0, 0, 2400),
        ("90 minutes", 0, 0, 90),
        ("  2 weeks ", 0, 14, 0),
        ("1 weeks", 0, 7, 0),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, months: int, days: int, minutes: int) -> None:
    read = parse(text)
    assert (read.months, read.days, read.minutes) == (months, days, minutes)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("two weeks", "2 weeks"),
        ("one year", "1 year"),
        ("a fortnight", "2 weeks"),
        ("fortnight", "2 weeks"),
        ("90 mins", "90 minutes"),
        ("2 hrs", "2 hours"),
        ("1 hr", "1 hour"),
        ("1.5 hours", "90 minutes"),
        ("0.25 hrs", "15 minutes"),
        ("1½ hours", "90 minutes"),
        ("2 ¾ hours", "165 minutes"),
        ("an hour and a half", "90 minutes"),
        ("2 hours and a quarter", "135 minutes"),
        ("one and a half hours", "90 minutes"),
        ("half an hour", "30 minutes"),
        ("three quarters of an hour", "45 minutes"),
        ("1 hour 30 minutes", "90 minutes"),
        ("1 hr and 5 mins", "65 minutes"),
        ("half a year", "6 months"),
        ("1.5 years", "18 months"),
        ("a year and a quarter", "15 months"),
        ("2 yrs, 6 mths", "30 months"),
        ("2 weeks and 3 days", "17 days"),
        ("6 mths", "6 months"),
        ("a week", "1 week"),
        ("Six Weeks", "6 weeks"),
    ],
)
def test_a_length_in_other_words(text: str, length: str) -> None:
    assert str(Duration.parse(text)) == length


@pytest.mark.parametrize(
    "text",
    [
        "14",
        "",
        "days",
        "some weeks",
        "twoweeks",
        "thirteen weeks",
        "two fortnights",
        "-1 day",
        "3 moths",
        "1 d",
        "٣ days",
    ],
)
def test_what_is_no_number_and_unit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r'write a whole number and a unit, such as "14 days"'):
        parse(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("half a day", '"4 hours" for half a day'),
        ("1.5 weeks", '"10 days"'),
        ("a month and a half", '"6 weeks"'),
        ("1.3 hours", '"80 minutes"'),
        ("1,5 hours", '"80 minutes"'),
        ("1 hour 90 minutes", "write a whole number and a unit"),
        ("0 days", "write a number from 1 up"),
        ("1,000 hours", 'write "1000 hours", without a comma'),
        ("2,500  Minutes", 'write "2500 minutes", without a comma'),
        ("99999999999999 days", "write at most a hundred years"),
        ("1000000 hours", "write at most 999999 hours"),
        ("1 school year", '"39 weeks" or "10 months"'),
        ("2 terms", '"39 weeks" or "10 months"'),
    ],
)
def test_what_could_be_several_lengths_is_refused_with_what_to_write(text: str, instead: str) -> None:
    with pytest.raises(ValueError, match=re.escape(instead)):
        parse(text)


@given(
    st.integers(0, 99), st.sampled_from([".25", ".5", ".75", "½", " ¾", " and a half"]), st.sampled_from(["hr", "year"])
)
def test_a_fraction_is_exactly_so_many_quarters(count: int, part: str, unit: str) -> None:
    quarters = {".25": 1, ".75": 3, " ¾": 3}.get(part, 2)
    if count or "and" not in part:
        read = parse(f"{count}{part} {unit}s")
        assert read.minutes + read.months == (4 * count + quarters) * (15 if unit == "hr" else 3)


@pytest.mark.parametrize("text", ["101 years", "1300 months", "40000 days", "999999 weeks"])
def test_more_than_a_hundred_years_is_a_slip(text: str) -> None:
    with pytest.raises(ValueError, match="write at most a hundred years"):
        parse(text)


@given(CALENDAR)
def test_writing_and_reading_again_is_the_identity(duration: Duration) -> None:
    again = parse(str(duration))
    assert again == duration
    assert str(again) == str(duration)
    assert hash(again) == hash(duration)


@pytest.mark.parametrize(("one", "other"), [("14 days", "2 weeks"), ("1 year", "12 months"), ("1 hour", "60 minutes")])
def test_the_same_length_in_other_units_is_equal(one: str, other: str) -> None:
    assert parse(one) == parse(other)
    assert parse(one) >= parse(other) >= parse(one)
    assert not parse(one) > parse(other)


def test_thirty_days_are_no_month() -> None:
    assert parse("30 days") != parse("1 month")
    assert parse("30 days") != "30 days"


@pytest.mark.parametrize(
    ("value", "bound", "holds"),
    [
        ("30 days", "30 days", True),
        ("29 days", "30 days", False),
        ("1 month", "30 days", False),  # February has 28
        ("1 month", "28 days", True),
        ("3 months", "12 weeks", True),
        ("12 weeks", "3 months", False),
        ("90 days", "3 months", False),  # they can have 92
        ("92 days", "3 months", True),
        ("10 weeks", "3 months", False),
        ("1 year", "52 weeks", True),
        ("52 weeks", "1 year", False),
        ("366 days", "1 year", True),
        ("365 days", "1 year", False),
    ],
)
def test_at_least_holds_only_where_it_holds_from_every_day_of_the_calendar_on(
    value: str, bound: str, holds: bool
) -> None:
    assert (parse(value) >= parse(bound)) is holds


@given(DAYS, CALENDAR, CALENDAR)
def test_an_order_between_two_lengths_is_true_from_every_day_on(day: date, one: Duration, other: Duration) -> None:
    if one >= other:
        assert day + one >= day + other
    if one > other:
        assert day + one > day + other
    if one <= other:
        assert day + one <= day + other
    if one < other:
        assert day + one < day + other


@pytest.mark.parametrize("months", range(1, 49))
def test_the_fewest_and_the_most_days_of_some_months_are_exact(months: int) -> None:
    lengths = set()
    day = date(2001, 1, 1)
    while day < date(2029, 1, 1):
        lengths.add(((day + Duration(months, "month")) - day).days)
        day += timedelta(days=1)
    assert Duration(months, "month").in_days == (min(lengths), max(lengths))


@given(DAYS, st.integers(1, 1200))
def test_the_bounds_hold_across_a_century_without_a_leap_year(day: date, months: int) -> None:
    fewest, most = Duration(months, "month").in_days
    assert fewest <= ((day + Duration(months, "month")) - day).days <= most


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),
        (date(2024, 1, 31), "1 month", date(2024, 2, 29)),
        (date(2026, 1, 31), "2 months", date(2026, 3, 31)),
        (date(2025, 11, 30), "3 months", date(2026, 2, 28)),
        (date(2024, 2, 29), "1 year", date(2025, 2, 28)),
        (date(2024, 2, 29), "4 years", date(2028, 2, 29)),
        (date(2025, 12, 31), "1 month", date(2026, 1, 31)),
        (date(2026, 9, 30), "4 months", date(2027, 1, 30)),  # the dates of Dodds v Walker: not the last day of January
        (date(2026, 2, 20), "2 weeks", date(2026, 3, 6)),
    ],
)
def test_a_date_plus_months_is_the_corresponding_date(start: date, length: str, end: date) -> None:
    assert start + parse(length) == end


def test_a_date_less_months_is_the_corresponding_date_before() -> None:
    assert date(2026, 3, 31) - parse("1 month") == date(2026, 2, 28)
    assert date(2026, 3, 15) - parse("2 weeks") == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("one", "other"), [("40 hours", "8 weeks"), ("8 weeks", "40 hours"), ("90 minutes", "1 month")]
)
def test_hours_and_weeks_are_never_compared_or_converted(one: str, other: str) -> None:
    with pytest.raises(UnitsDifferError, match="cannot be compared: one is time spent, the other time passed"):
        assert parse(one) >= parse(other)
    assert parse(one) != parse(other)


def test_hours_are_no_part_of_a_date() -> None:
    with pytest.raises(UnitsDifferError, match="cannot be added to a date"):
        date(2026, 1, 1) + parse("40 hours")
    with pytest.raises(UnitsDifferError, match="cannot be taken from a date"):
        date(2026, 1, 1) - parse("40 hours")


def test_the_end_of_the_calendar_is_an_error_of_its_own() -> None:
    with pytest.raises(OverflowError, match="past the end of the calendar"):
        date(9999, 6, 1) + parse("1 year")
    with pytest.raises(OverflowError):
        date(9999, 12, 31) + parse("1 day")
    with pytest.raises(OverflowError, match="before the start of the calendar"):
        date(1, 1, 1) - parse("1 month")


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("13 weeks", "3 months", 0),
        ("12 weeks", "3 months", 0),
        ("11 weeks", "3 months", -1),
        ("14 weeks", "3 months", 1),
        ("26 weeks", "6 months", 0),
        ("52 weeks", "1 year", 0),
        ("17 weeks", "4 months", 0),
        ("30 days", "1 month", 0),
        ("7 months", "6 months", 1),
        ("15 days", "2 weeks", 1),
        ("61 minutes", "1 hour", 1),
    ],
)
def test_a_plan_is_compared_as_people_round(one: str, other: str, order: int) -> None:
    for first, second, sign in ((parse(one), parse(other), order), (parse(other), parse(one), -order)):
        assert (first.is_longer_than(second), first.is_shorter_than(second)) == (sign > 0, sign < 0)


@given(CALENDAR, CALENDAR)
def test_rounding_only_takes_away_that_one_is_longer(one: Duration, other: Duration) -> None:
    assert one > other or not one.is_longer_than(other)
    assert one.is_longer_than(other) == other.is_shorter_than(one)
    assert not (one.is_longer_than(other) and one.is_shorter_than(other))
