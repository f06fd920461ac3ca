"""Hours of the week on the calendar: by the clocks of the zone, also when they change."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.values.opening_hours import WEEK, Hours
from mentorkit.values.stretch import (
    Stretch,
    common,
    local_moment_in_words,
    merged,
    on_calendar,
    start_of_day,
    stretch_in_words,
    without,
)
from tests.examples import examples

LONDON = "Europe/London"
MINUTE = timedelta(minutes=1)
BACK, FORWARD = date(2026, 10, 25), date(2026, 3, 29)
"""Sundays on which the clocks of the United Kingdom go back and forward."""


def days(first: date, count: int, zone: str = LONDON) -> Stretch:
    return Stretch(start_of_day(first, zone), start_of_day(first + timedelta(days=count), zone))


def shown(hours: str, within: Stretch, zone: str = LONDON) -> list[str]:
    return [stretch_in_words(each, zone) for each in on_calendar(Hours.parse(hours).minutes, zone, within)]


@pytest.mark.parametrize(
    ("monday", "hours"), [(date(2026, 10, 19), 169), (date(2026, 3, 23), 167), (date(2026, 11, 23), 168)]
)
def test_a_week_has_as_many_hours_as_its_clocks_show(monday: date, hours: int) -> None:
    (whole,) = on_calendar(Hours.parse("24/7").minutes, LONDON, days(monday, 7))
    assert whole.minutes == hours * 60


def test_an_hour_that_comes_twice_is_there_twice_and_one_that_is_left_out_is_not_there() -> None:
    assert (
        sum(each.minutes for each in on_calendar(Hours.parse("Sunday 01:00 to 02:00").minutes, LONDON, days(BACK, 1)))
        == 120
    )
    assert shown("Sunday 01:00 to 02:00", days(FORWARD, 1)) == []
    assert shown("Sunday 00:30 to 02:30", days(FORWARD, 1)) == ["Sunday 29 March 00:30 to 02:30"]


def test_a_time_that_comes_twice_says_which_is_meant() -> None:
    at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert stretch_in_words(Stretch(at, at + 90 * MINUTE), LONDON) == "Sunday 25 October 01:30 (+01:00) to 02:00"
    assert local_moment_in_words(at + 60 * MINUTE, LONDON) == "Sunday 25 October 01:30 (+00:00)"
    assert local_moment_in_words(at, "") == "Sunday 25 October 00:30 UTC"


def test_midnight_at_the_end_is_24_00_and_a_night_names_both_days() -> None:
    night = "Friday 22:00 to 02:00"
    assert shown(night, days(date(2026, 11, 27), 1)) == ["Friday 27 November 22:00 to 24:00"]
    assert shown(night, days(date(2026, 11, 27), 2)) == ["Friday 27 November 22:00 to Saturday 28 November 02:00"]


@examples(40)
@given(
    st.integers(0, 365 * 24 * 4).map(lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + quarters * 15 * MINUTE),
    st.integers(1, 4 * 24 * 3),
    st.sampled_from([LONDON, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
    st.sampled_from(["24/7", "Sunday 01:00 to 03:00", "every day 20:00 to 02:00", "weekdays 09:30 to 17:15"]),
)
def test_each_minute_is_there_if_the_clock_shows_it(start: datetime, quarters: int, zone: str, hours: str) -> None:
    wanted = Hours.parse(hours).minutes
    within = Stretch(start, start + quarters * 15 * MINUTE)
    found = on_calendar(wanted, zone, within)
    assert found == merged(found)
    at = within.start
    while at < within.end:
        local = at.astimezone(ZoneInfo(zone))
        minute = (local.weekday() * 24 * 60 + local.hour * 60 + local.minute) % WEEK
        assert any(each.start <= at < each.end for each in found) is bool(wanted >> minute & 1)
        at += 15 * MINUTE


minutes = st.integers(0, 40)
sets = st.lists(st.tuples(minutes, minutes), max_size=5).map(
    lambda pairs: merged(
        Stretch(
            datetime(2026, 1, 1, tzinfo=UTC) + min(pair) * MINUTE, datetime(2026, 1, 1, tzinfo=UTC) + max(pair) * MINUTE
        )
        for pair in pairs
        if pair[0] != pair[1]
    )
)


@examples(100)
@given(sets, sets)
def test_what_two_have_in_common_and_what_is_left_make_the_whole(one: list[Stretch], other: list[Stretch]) -> None:
    both, rest = common(one, other), without(one, other)
    assert merged([*both, *rest]) == one
    assert common(both, rest) == []
    assert common(rest, other) == []
