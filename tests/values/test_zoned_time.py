"""Moments with a time of day: which are read, and which could be meant in two ways."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mentorkit.records.columns import CellError, Column
from mentorkit.toml.faults import FaultyError
from mentorkit.toml.structure import converter
from mentorkit.toml.typed_facts import TypedFacts, why_impossible
from mentorkit.values.time_passed import TimePassed

LONDON = Column("happened_at", datetime, "when it happened", (), zone="Europe/London")
TWICE = "this time comes twice, since the clocks go back; write +01:00 or +00:00 behind it"
NO_ZONE = "it does not say in which zone; write the hours from UTC behind it, such as 03:10+00:00"
NOWHERE = Column("happened_at", datetime, "when it happened", ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-11-29 03:10", "2026-11-29T03:10:00+00:00"),
        ("2026-07-01T09:30:59", "2026-07-01T09:30:00+01:00"),
        ("31/03/2026 9:30", "2026-03-31T09:30:00+01:00"),
        ("2026-11-29 03:10Z", "2026-11-29T03:10:00+00:00"),
        ("2026-11-29 03:10 +05:30", "2026-11-29T03:10:00+05:30"),
        ("2026-10-25 01:30+00:00", "2026-10-25T01:30:00+00:00"),
    ],
)
def test_a_moment_is_read_as_spreadsheets_write_it(text: str, read: str) -> None:
    assert LONDON.read(text).isoformat() == read


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        (LONDON, "2026-11-29", "a date and a time of day are needed here, such as 2026-03-31 09:30"),
        (LONDON, "yesterday 03:10", "a date is needed here; write year-month-day, such as 2026-03-31"),
        (LONDON, "2026-11-29 24:00", "there is no such time of day; the last minute of a day is 23:59"),
        (
            LONDON,
            "2026-10-25 01:30",
            "this time comes twice, since the clocks go back; write +01:00 or +00:00 behind it",
        ),
        (LONDON, "2026-03-29 01:30", "there is no such time of day, since the clocks go forward then"),
        (
            NOWHERE,
            "2026-11-29 03:10",
            "it does not say in which zone; write the hours from UTC behind it, such as 03:10+00:00",
        ),
    ],
)
def test_what_could_be_meant_in_two_ways_is_refused(column: Column, text: str, message: str) -> None:
    with pytest.raises(CellError) as refused:
        column.read(text)
    assert str(refused.value) == message


def test_a_moment_of_a_program_says_its_zone() -> None:
    moment = datetime(2026, 11, 29, 3, 10, tzinfo=UTC)
    assert converter().structure(moment, datetime) == moment
    for wrong in (datetime(2026, 11, 29, 3, 10), date(2026, 11, 29)):  # noqa: DTZ001 - refused for that
        with pytest.raises(FaultyError):
            converter().structure(wrong, datetime)


def test_a_moment_has_the_bounds_of_its_day() -> None:
    facts = TypedFacts(
        happened_at=datetime(2026, 11, 29, 23, 10, tzinfo=UTC), met_at=datetime(2026, 11, 29, 22, tzinfo=UTC)
    )
    assert why_impossible("happened_at", ("", "on"), facts, date(2026, 11, 29)) == ""
    assert (
        why_impossible("happened_at", ("", "on"), facts, date(2026, 11, 28)) == "happened_at cannot be after 2026-11-28"
    )
    assert (
        why_impossible("met_at", ("happened_at", ""), facts, date(2026, 12, 1)) == "met_at cannot be before happened_at"
    )


def test_hours_pass_by_the_clock_and_days_at_the_same_time_of_day() -> None:
    from zoneinfo import ZoneInfo

    before = datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Europe/London"))
    assert TimePassed.parse("24 hours").after(before).isoformat() == "2026-03-29T13:00:00+01:00"
    assert TimePassed.parse("1 day").after(before).isoformat() == "2026-03-29T12:00:00+01:00"
    last = datetime.max.replace(tzinfo=timezone(timedelta()))
    assert TimePassed.parse("1 hour").after(last) == TimePassed.parse("1 month").after(last) == last


def test_hours_that_pass_are_compared_with_days() -> None:
    hours, days, month = map(TimePassed.parse, ("72 hours", "3 days", "1 month"))
    assert hours == days
    assert hash(hours) == hash(days)
    assert hours <= days < month
    assert month >= TimePassed.parse("28 days")
    assert not TimePassed.parse("28 days") >= month
