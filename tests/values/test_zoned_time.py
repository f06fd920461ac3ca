"""Moments with a time of day: which are read, and which could be meant in two ways."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.records.columns import CellError, Column
from mentorkit.toml.faults import FaultyError
from mentorkit.toml.structure import converter
from mentorkit.toml.typed_facts import TypedFacts, why_impossible
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.zoned_time import in_utc, in_zone, is_before, moment_in_words

from ..examples import examples

LONDON = Column("happened_at", datetime, "when it happened", (), zone="Europe/London")
TWICE = "this time comes twice, since the clocks go back; write +01:00 or +00:00 behind it"
NO_ZONE = "it does not say in which zone; write the hours from UTC behind it, such as 03:10+00:00"
TOO_FAR = "no place is so many hours from UTC; write them as +00:00 or +01:00"
NOWHERE = Column("happened_at", datetime, "when it happened", ())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-11-29 03:10", "2026-11-29T03:10:00+00:00"),
        ("2026-07-01T09:30:59", "2026-07-01T09:30:00+01:00"),
        ("31/03/2026 9:30", "2026-03-31T09:30:00+01:00"),
        ("2026-11-29 03:10Z", "2026-11-29T03:10:00+00:00"),
        ("2026-11-29 03:10 +05:30", "2026-11-28T21:40:00+00:00"),
        ("2026-10-25 01:30+00:00", "2026-10-25T01:30:00+00:00"),
        ("2026-11-29 03:10-0330", "2026-11-29T06:40:00+00:00"),
        ("2026-11-29 03:10 +14:00", "2026-11-28T13:10:00+00:00"),
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
        (LONDON, "2026-03-29 01:30+14:01", TOO_FAR),
        (LONDON, "2026-03-29 01:30-13:00", TOO_FAR),
        (LONDON, "2026-03-29 01:30+99:99", TOO_FAR),
        (LONDON, "2026-03-29 01:30+00:75", TOO_FAR),
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


def test_a_moment_of_json_or_toml_is_read_as_one_of_a_cell() -> None:
    moment = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    for written in ("2026-07-01T09:30:59", moment.replace(tzinfo=None, second=59), moment.replace(second=59)):
        assert LONDON.of_value(written) == moment
    for wrong in (date(2026, 7, 1), 202607010930, True, moment.time()):
        with pytest.raises(CellError, match="a date and time such as 2026-03-31T09:30:00"):
            LONDON.of_value(wrong)
    with pytest.raises(CellError) as refused:
        NOWHERE.of_value(moment.replace(tzinfo=None))
    assert str(refused.value) == NO_ZONE
    with pytest.raises(CellError) as refused:
        LONDON.of_value(datetime(2026, 10, 25, 1, 30))  # noqa: DTZ001 - as TOML has it
    assert str(refused.value) == TWICE


@pytest.mark.parametrize("text", ["0001-01-01 00:30+01:00", "9999-12-31 23:30-01:00", "1899-12-30 00:00"])
def test_moments_at_the_ends_of_the_calendar_are_compared_and_refused(text: str) -> None:
    facts = TypedFacts(happened_at=LONDON.read(text), met_at=LONDON.read("2026-11-29 03:10"))
    on = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
    assert why_impossible("happened_at", ("", "on"), facts, on) in (
        "happened_at cannot be after 2026-12-01 09:05+00:00",
        "happened_at cannot be more than 120 years before 2026-12-01",
    )
    met = why_impossible("met_at", ("happened_at", ""), facts, on)
    assert met == ("met_at cannot be before happened_at" if text.startswith("9999") else "")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.sampled_from(["", "Z", "+01:00", "-0330"]))  # noqa: DTZ001
@examples(200)
def test_a_moment_is_refused_or_means_what_it_says_and_is_written_so(day_and_time: datetime, offset: str) -> None:
    text = f"{day_and_time:%Y-%m-%d %H:%M}{offset}"
    try:
        read = LONDON.read(text)
    except CellError:
        assert offset == ""
        assert day_and_time.month in (3, 10)  # twice or never
        return
    if offset:
        assert read == datetime.fromisoformat(text)
        assert read.utcoffset() == read.astimezone(ZoneInfo("Europe/London")).utcoffset()
    else:
        assert read.replace(tzinfo=None) == day_and_time.replace(second=0, microsecond=0)
    assert LONDON.read(moment_in_words(read)) == read


@given(st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), st.integers(-300, 300))  # noqa: DTZ001
@examples(200)
def test_moments_of_one_zone_are_in_order_in_the_hour_that_comes_twice_too(moment: datetime, minutes: int) -> None:
    other = moment + timedelta(minutes=minutes)
    one, two = in_zone(moment, "Europe/London"), in_zone(other, "Europe/London")
    assert is_before(one, two) is (moment < other)


@given(
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.builds(TimePassed, st.integers(1, 40), st.sampled_from(["minute", "hour", "day", "week", "month", "year"])),
)
@examples(200)
def test_time_that_passes_leads_to_a_later_moment_that_there_is(moment: datetime, length: TimePassed) -> None:
    later = length.after(in_zone(moment, "Europe/London"))
    assert is_before(moment, later)
    assert in_zone(in_utc(later), "Europe/London").isoformat() == later.isoformat()


def test_a_time_over_which_the_clocks_go_forward_is_an_hour_later() -> None:
    before = in_zone(datetime(2026, 3, 28, 1, 30, tzinfo=UTC), "Europe/London")
    assert TimePassed.parse("1 day").after(before).isoformat() == "2026-03-29T02:30:00+01:00"
    last = in_zone(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Europe/London")
    assert moment_in_words(last) == "2026-10-25 01:30+00:00"
