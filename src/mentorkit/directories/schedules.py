"""Schedules of a directory as hours of the week, where they can be said so.

A schedule of the standard is a rule of recurrence as in iCalendar (RFC 5545, 3.3.10), with the times at which it opens
and closes. Hours of a week can say of it only what comes every week; the rest is left out, with the reason.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import attrs

from mentorkit.values.opening_hours import ALWAYS, Hours, days_in_words

_BYDAY = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_TIME = re.compile(r"([01][0-9]|2[0-4]):?([0-5][0-9])(?::?[0-5][0-9](?:\.[0-9]+)?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
_WHOLE_DAY = ("00:00", "23:59")
"""The standard has no other way to say it (field guidance of HSDS 3.0, "24h opening")."""

NOT_WEEKLY = "not every week"
NO_TIMES = "no days or times"
NOT_NOW = "not for this date"
UNREADABLE_TIMES = "days or times that cannot be read"


@attrs.frozen
class Opening:
    """What schedules say of a week.

    Attributes:
        hours: None where none of them can be said as hours of a week.
        left_out: why, for each schedule that is not in the hours.
        utc: whether times are marked as UTC; they are taken as the clock on the wall shows them.
    """

    hours: Hours | None
    left_out: tuple[str, ...]
    utc: bool


def opening(schedules: Iterable[Mapping[str, Any]], on: date) -> Opening:
    """The hours of a week in which any of the schedules is open.

    Args:
        schedules: as the standard has them.
        on: the day on which they have to count.
    """
    sessions: dict[tuple[str, str], set[int]] = {}
    left_out: list[str] = []
    utc = False
    for schedule in schedules:
        read = _session(schedule, on)
        if isinstance(read, str):
            left_out.append(read)
            continue
        opens, closes, days, marked = read
        sessions.setdefault((opens, closes), set()).update(days)
        utc |= marked
    return Opening(_hours(sessions), tuple(left_out), utc)


def _session(schedule: Mapping[str, Any], on: date) -> tuple[str, str, list[int], bool] | str:
    """When a schedule opens and closes and on which days, and whether in UTC; or why hours of a week cannot say so."""
    stated = {name: value for name, value in schedule.items() if value not in (None, "")}
    try:
        starts = [_date(stated[name]) for name in ("valid_from", "dtstart") if name in stated]
        ends = [_date(stated[name]) for name in ("valid_to", "until") if name in stated]
    except ValueError:
        return UNREADABLE_TIMES
    if any(start > on for start in starts) or any(end < on for end in ends):
        return NOT_NOW
    if str(stated.get("freq", "")).upper() != "WEEKLY" or stated.get("interval", 1) not in (1, "1"):
        return NOT_WEEKLY if "freq" in stated else NO_TIMES
    if any(name in stated for name in ("count", "byweekno", "bymonthday", "byyearday")):
        return NOT_WEEKLY
    if "opens_at" not in stated or "closes_at" not in stated:
        return NO_TIMES
    opens, closes = (_TIME.fullmatch(str(stated[name]).strip()) for name in ("opens_at", "closes_at"))
    days = _days(stated)
    if opens is None or closes is None or days is None:
        return UNREADABLE_TIMES
    times = (f"{opens[1]}:{opens[2]}", f"{closes[1]}:{closes[2]}")
    if times == _WHOLE_DAY:
        times = ("00:00", "24:00")
    if times[0] == times[1] or times[0] == "24:00" or max(times) > "24:00":
        return UNREADABLE_TIMES
    return *times, days, "Z" in (opens[3], closes[3])


def _days(schedule: Mapping[str, Any]) -> list[int] | None:
    """The days of the week, from 0 for Monday; None where they cannot be read."""
    if "byday" in schedule:
        names = [name.strip().upper() for name in str(schedule["byday"]).split(",")]
        return [_BYDAY[name] for name in names] if all(name in _BYDAY for name in names) else None
    # What a rule of recurrence leaves open is taken from its first day (RFC 5545, 3.3.10).
    return [_date(schedule["dtstart"]).weekday()] if "dtstart" in schedule else None


def _date(text: Any) -> date:
    """A date, or that of a date with a time.

    Raises:
        ValueError: where it is none.
    """
    return date.fromisoformat(str(text)[:10])


def _hours(sessions: Mapping[tuple[str, str], set[int]]) -> Hours | None:
    parts = []
    for (opens, closes), days in sessions.items():
        for first, name in days_in_words(sorted(days)):
            parts.append((first, opens, f"{name} {opens} to {closes}"))
    return _parsed(", ".join(text for _, _, text in sorted(parts))) if parts else None


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Hours:
    hours = Hours.parse(text)
    return Hours.parse("24/7") if hours.minutes == ALWAYS else hours
