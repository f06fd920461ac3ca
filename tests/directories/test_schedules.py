"""Schedules as hours of the week."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.directories.schedules import NO_TIMES, NOT_NOW, NOT_WEEKLY, UNREADABLE_TIMES, opening
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY, Hours

ON = date(2026, 11, 22)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weekly(**changes: Any) -> dict[str, Any]:
    return {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", **changes}


@pytest.mark.parametrize(
    ("schedule", "hours"),
    [
        (weekly(), "Monday 09:00 to 17:00"),
        (weekly(byday="TH,FR"), "Thursday to Friday 09:00 to 17:00"),
        (weekly(byday="fr, mo"), "Monday 09:00 to 17:00, Friday 09:00 to 17:00"),
        (weekly(byday="SU,MO"), "Monday 09:00 to 17:00, Sunday 09:00 to 17:00"),
        (weekly(opens_at="10:00:00Z", closes_at="18:00:00Z"), "Monday 10:00 to 18:00"),
        (weekly(opens_at="10:00+01:00", closes_at="1800"), "Monday 10:00 to 18:00"),
        (weekly(opens_at="18:00", closes_at="02:00"), "Monday 18:00 to 02:00"),
        (weekly(opens_at="00:00", closes_at="23:59"), "Monday 00:00 to 24:00"),
        (weekly(opens_at="00:00", closes_at="23:59", byday=",".join(DAYS)), "24/7"),
        (weekly(interval=1, freq="weekly", wkst="MO", valid_to=None), "Monday 09:00 to 17:00"),
        # The day of the first session, where no day is said (RFC 5545, 3.3.10): a Wednesday.
        (weekly(byday=None, dtstart="2026-01-07"), "Wednesday 09:00 to 17:00"),
        (weekly(valid_from="2026-11-22", valid_to="2026-11-22", until="2026-11-22T10:00"), "Monday 09:00 to 17:00"),
    ],
)
def test_what_comes_every_week_is_said_as_hours(schedule: dict[str, Any], hours: str) -> None:
    read = opening([schedule], ON)
    assert (str(read.hours), read.left_out) == (hours, ())


@pytest.mark.parametrize(
    ("schedule", "why"),
    [
        (weekly(freq="MONTHLY", byday="1TU"), NOT_WEEKLY),
        (weekly(interval=2), NOT_WEEKLY),
        (weekly(count=3), NOT_WEEKLY),
        (weekly(byweekno="41,42"), NOT_WEEKLY),
        (weekly(bymonthday="2,3"), NOT_WEEKLY),
        (weekly(byyearday="-1"), NOT_WEEKLY),
        (weekly(freq=None), NO_TIMES),
        (weekly(opens_at=None), NO_TIMES),
        (weekly(closes_at=""), NO_TIMES),
        (weekly(byday=None), UNREADABLE_TIMES),
        (weekly(byday=None, dtstart="soon"), UNREADABLE_TIMES),
        (weekly(byday="1MO"), UNREADABLE_TIMES),
        (weekly(byday="Monday"), UNREADABLE_TIMES),
        (weekly(opens_at="nine"), UNREADABLE_TIMES),
        (weekly(opens_at="25:00"), UNREADABLE_TIMES),
        (weekly(closes_at="24:30"), UNREADABLE_TIMES),
        (weekly(opens_at="09:00", closes_at="09:00"), UNREADABLE_TIMES),
        (weekly(opens_at="24:00"), UNREADABLE_TIMES),
        (weekly(opens_at=["09:00"]), UNREADABLE_TIMES),
        (weekly(valid_to="2026-11-21"), NOT_NOW),
        (weekly(until="2020-01-01"), NOT_NOW),
        (weekly(valid_from="2026-11-23"), NOT_NOW),
        (weekly(dtstart="2027-01-01"), NOT_NOW),
    ],
)
def test_what_hours_of_a_week_cannot_say_is_left_out_with_the_reason(schedule: dict[str, Any], why: str) -> None:
    read = opening([schedule], ON)
    assert (read.hours, read.left_out) == (None, (why,))


def test_several_schedules_add_up_and_the_same_one_twice_counts_once() -> None:
    schedules = [weekly(byday="SA", opens_at="10:00", closes_at="13:00"), weekly(), weekly(byday="TU"), weekly()]
    read = opening([*schedules, weekly(freq="MONTHLY")], ON)
    assert str(read.hours) == "Monday to Tuesday 09:00 to 17:00, Saturday 10:00 to 13:00"
    assert read.left_out == (NOT_WEEKLY,)


def test_times_in_utc_are_marked() -> None:
    assert opening([weekly(), weekly(opens_at="08:00Z")], ON).utc
    assert not opening([weekly(opens_at="08:00+00:00")], ON).utc


times = st.integers(0, MINUTES_A_DAY - 2).map(lambda minute: f"{minute // 60:02}:{minute % 60:02}")
sessions = st.tuples(st.sets(st.sampled_from(DAYS), min_size=1), times, times)


@given(st.lists(sessions.filter(lambda session: session[1] != session[2]), min_size=1, max_size=4))
def test_the_hours_are_those_minutes_and_no_others(made: list[tuple[set[str], str, str]]) -> None:
    schedules = [weekly(byday=",".join(sorted(days)), opens_at=opens, closes_at=closes) for days, opens, closes in made]
    minutes = 0
    for days, opens, closes in made:
        for day in days:
            minutes |= Hours.parse(f"{day_name(day)} {opens} to {closes}").minutes
    hours = opening(schedules, ON).hours
    assert hours is not None
    assert hours.minutes == minutes
    assert Hours.parse(str(hours)).minutes == minutes
    assert (str(hours) == "24/7") == (minutes == ALWAYS)


def day_name(short: str) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[DAYS.index(short)]
