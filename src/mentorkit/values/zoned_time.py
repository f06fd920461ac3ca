"""Moments with a time of day and a zone, as people write them in sheets."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_OFFSET = r"(?:Z|z|[+-][0-9]{2}:?[0-9]{2})"
_WRITTEN = re.compile(
    rf"(?P<day>.{{6,10}}?)(?:[T ]|, ?)(?P<time>[0-2]?[0-9]:[0-5][0-9])"
    rf"(?::[0-5][0-9](?:\.[0-9]+)?)? ?(?P<zone>{_OFFSET})?"
)
_FURTHEST_EAST, _FURTHEST_WEST = timedelta(hours=14), timedelta(hours=-12)
"""No place on earth has a time further from UTC than these."""
YEARS = range(1900, 2200)
"""In which a moment of a sheet can be."""
NO_SUCH_YEAR = f"a year from {YEARS[0]} to {YEARS[-1]} is needed here"
"""What is wrong with a moment in another year."""
_ZONES = dict.fromkeys(("england", "wales", "scotland", "northern ireland"), "Europe/London")


def zone_of_nation(nation: str | None) -> str:
    """The zone in which a sheet has its times where it writes none, by the nation that the programme states.

    It is empty where no nation is stated, or none whose zone is known.

    Examples:
        >>> zone_of_nation("wales"), zone_of_nation("other"), zone_of_nation(None)
        ('Europe/London', '', '')
    """
    return _ZONES.get(nation or "", "")


def day_of(moment: date) -> date:
    """The day on which a moment is, where it is; of a day, itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(one: date, other: date) -> bool:
    """Whether a moment or a day is before another; a moment and a day are compared as days.

    Examples:
        >>> is_before(datetime(2026, 11, 29, 3, 10, tzinfo=UTC), date(2026, 11, 29))
        False
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        return in_utc(one) < in_utc(other)
    return day_of(one) < day_of(other)


def in_utc(moment: datetime) -> datetime:
    """A moment in UTC, by which moments are put in order; at the ends of the calendar, the nearest that there is.

    Python compares two moments of one zone by what the clock shows, which is wrong in the hour that comes twice.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def in_zone(moment: datetime, zone: str) -> datetime:
    """A moment by the clock of a zone, such as "Europe/London"; as it is where the zone is empty.

    Examples:
        >>> in_zone(datetime(2026, 7, 1, 8, 30, tzinfo=UTC), "Europe/London").isoformat()
        '2026-07-01T09:30:00+01:00'
    """
    if not zone:
        return moment
    from zoneinfo import ZoneInfo  # only sheets with times need it

    try:
        return moment.astimezone(ZoneInfo(zone))
    except OverflowError:
        return moment


def moment_in_words(moment: datetime) -> str:
    """A moment as sheets have it: the day, the time and the hours from UTC.

    Examples:
        >>> moment_in_words(datetime(2026, 11, 29, 3, 10, tzinfo=UTC))
        '2026-11-29 03:10+00:00'
    """
    return moment.isoformat(sep=" ", timespec="minutes")


def day_or_moment_in_words(on: date) -> str:
    """A day as sheets have it, or a moment.

    Examples:
        >>> day_or_moment_in_words(date(2026, 11, 29))
        '2026-11-29'
    """
    return moment_in_words(on) if isinstance(on, datetime) else on.isoformat()


def first_and_last_minute(on: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """The first and the last minute of a day, in UTC; of a moment, itself twice.

    Examples:
        >>> [moment_in_words(each) for each in first_and_last_minute(date(2026, 11, 29), UTC)]
        ['2026-11-29 00:00+00:00', '2026-11-29 23:59+00:00']
    """
    if isinstance(on, datetime):
        return in_utc(on), in_utc(on)
    first, last = (in_utc(datetime.combine(on, clock, zone)) for clock in (time(), time(23, 59)))
    return first, last


def how_long(time: timedelta) -> str:
    """A length of time in words, in the largest unit that says enough: days from two on, hours, minutes.

    Examples:
        >>> how_long(timedelta(days=52, hours=3)), how_long(timedelta(hours=30)), how_long(timedelta(minutes=1))
        ('52 days', '30 hours', '1 minute')
    """
    minutes = abs(time) // timedelta(minutes=1)
    unit, length = "minute", 1
    if minutes >= 60:
        unit, length = ("day", 24 * 60) if minutes >= 2 * 24 * 60 else ("hour", 60)
    number = minutes // length
    return f"{number} {unit}{'' if number == 1 else 's'}"


def day_and_time(text: str) -> tuple[str, str, str] | None:
    """The day, the time and the offset from UTC that a text says, each as it is written; None where it says no time.

    Examples:
        >>> day_and_time("2026-11-29 03:10"), day_and_time("29/11/2026 03:10+01:00")
        (('2026-11-29', '03:10', ''), ('29/11/2026', '03:10', '+01:00'))
    """
    found = _WRITTEN.fullmatch(text)
    return (found["day"], found["time"], found["zone"] or "") if found else None


def moment_of(day: date, clock: str, offset: str, zone: str) -> datetime:
    """A moment, exact to the minute.

    Args:
        day: the day.
        clock: the time of day, such as "03:10".
        offset: from UTC, such as "+01:00" or "Z"; empty where it is the time of the zone.
        zone: such as "Europe/London"; empty where nobody knows.

    Raises:
        ValueError: where it is no moment, or could be two; the message says what to write.

    Examples:
        >>> moment_of(date(2026, 7, 1), "09:30", "", "Europe/London").isoformat()
        '2026-07-01T09:30:00+01:00'
    """
    hour, minute = map(int, clock.split(":"))
    if hour > 23:
        raise ValueError("there is no such time of day; the last minute of a day is 23:59")
    at = datetime.combine(day, time(hour, minute))
    if offset:
        return at.replace(tzinfo=_fixed(offset))
    if not zone:
        raise ValueError("it does not say in which zone; write the hours from UTC behind it, such as 03:10+00:00")
    from zoneinfo import ZoneInfo  # only sheets with times need it

    first, second = (at.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        # The clocks change here: the time comes twice, or not at all.
        if first.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != at:
            raise ValueError("there is no such time of day, since the clocks go forward then")
        raise ValueError("this time comes twice, since the clocks go back; write +01:00 or +00:00 behind it")
    return first


def _fixed(offset: str) -> timezone:
    """The zone that is always so far from UTC, such as "+01:00" or "Z"."""
    if offset.upper() == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    length = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    if minutes > 59 or not _FURTHEST_WEST <= length <= _FURTHEST_EAST:
        raise ValueError("no place is so many hours from UTC; write them as +00:00 or +01:00")
    return timezone(length)
