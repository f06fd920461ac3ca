"""Stretches of time on the clock, and the hours of a week as the calendar has them, when the clocks change too."""

from calendar import month_name
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK, WEEK, spans

_MINUTE, _DAY, _WEEK = timedelta(minutes=1), timedelta(days=1), timedelta(minutes=WEEK)


class Stretch(NamedTuple):
    """From one moment up to another, which is not a part of it; both in UTC.

    Attributes:
        start: when it begins.
        end: when it is over.
    """

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """How long it is, by the clock.

        Examples:
            >>> at = datetime(2026, 10, 25, tzinfo=UTC)
            >>> Stretch(at, at + timedelta(hours=1)).minutes
            60
        """
        return (self.end - self.start) // _MINUTE


def common(one: Iterable[Stretch], other: Iterable[Stretch]) -> list[Stretch]:
    """What two sets of stretches have in common; each in order, and without overlaps."""
    first, second = list(one), list(other)
    found = []
    at = beside = 0
    while at < len(first) and beside < len(second):
        start, end = max(first[at].start, second[beside].start), min(first[at].end, second[beside].end)
        if start < end:
            found.append(Stretch(start, end))
        if first[at].end < second[beside].end:
            at += 1
        else:
            beside += 1
    return found


def without(whole: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """What is left of a set of stretches without those of another; each in order, and without overlaps."""
    away = list(taken)
    found = []
    for start, end in whole:
        for gone in away:
            if gone.end <= start or gone.start >= end:
                continue
            if gone.start > start:
                found.append(Stretch(start, gone.start))
            start = gone.end
        if start < end:
            found.append(Stretch(start, end))
    return found


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same time in order, as few stretches as it takes.

    Examples:
        >>> at = datetime(2026, 10, 25, tzinfo=UTC)
        >>> halves = [Stretch(at + _DAY / 2, at + _DAY), Stretch(at, at + _DAY / 2)]
        >>> merged(halves) == [Stretch(at, at + _DAY)]
        True
    """
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Stretch(start, end))
    return found


def start_of_day(day: date, zone: str) -> datetime:
    """The moment at which a day begins in a zone, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def on_calendar(minutes: int, zone: str, within: Stretch) -> list[Stretch]:
    """When the clocks of a zone show certain minutes of the week.

    An hour that comes twice is there twice, and one that the clocks leave out is not there.

    Args:
        minutes: of the week, as `Hours` has them.
        zone: such as "Europe/London".
        within: from when to when to look.

    Examples:
        >>> from mentorkit.values.opening_hours import Hours
        >>> day = Stretch(start_of_day(date(2026, 10, 25), "Europe/London"), datetime(2026, 10, 26, tzinfo=UTC))
        >>> [each.minutes // 60 for each in on_calendar(Hours.parse("24/7").minutes, "Europe/London", day)]
        [25]
    """
    shown = spans(minutes)
    found = []
    for (start, end), offset in _by_offset(within, ZoneInfo(zone)):
        clock, until = start + offset, end + offset
        monday = datetime.combine(clock.date() - timedelta(days=clock.weekday()), time(), UTC) - _WEEK
        while monday < until:
            for first, last in shown:
                begins, ends = max(clock, monday + first * _MINUTE), min(until, monday + last * _MINUTE)
                if begins < ends:
                    found.append(Stretch(begins - offset, ends - offset))
            monday += _WEEK
    return merged(found)


def _by_offset(within: Stretch, zone: ZoneInfo) -> Iterator[tuple[Stretch, timedelta]]:
    """Parts in which the clocks do not change, each with how far they are ahead of UTC."""
    start = within.start
    while start < within.end:
        end, offset = min(start + _DAY, within.end), _offset(start, zone)
        same = 0  # minutes from the start on that have this offset, for certain
        other = (end - start) // _MINUTE
        if _offset(end, zone) != offset and other:
            while other - same > 1:
                middle = (same + other) // 2
                same, other = (middle, other) if _offset(start + middle * _MINUTE, zone) == offset else (same, middle)
            end = start + other * _MINUTE
        yield Stretch(start, end), offset
        start = end


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def day_in_words(day: date) -> str:
    """A day of a rota: "Saturday 29 November".

    Examples:
        >>> day_in_words(date(2025, 11, 29))
        'Saturday 29 November'
    """
    return f"{DAYS_OF_THE_WEEK[day.weekday()]} {day.day} {month_name[day.month]}"


def local_moment_in_words(moment: datetime, zone: str) -> str:
    """A moment as people say it where the zone is: "Saturday 29 November 22:00"; without a zone, in UTC."""
    local = moment.astimezone(ZoneInfo(zone) if zone else UTC)
    return f"{day_in_words(local.date())} {clock_in_words(local)}{'' if zone else ' UTC'}"


def hours_and_minutes(minutes: int) -> str:
    """A length of time in hours, however many: "168 hours", "1 hour 30 minutes".

    Examples:
        >>> hours_and_minutes(90), hours_and_minutes(7 * 24 * 60), hours_and_minutes(0)
        ('1 hour 30 minutes', '168 hours', '0 minutes')
    """
    parts = ((minutes // 60, "hour"), (minutes % 60, "minute"))
    said = " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
    return said or "0 minutes"


def stretch_in_words(stretch: Stretch, zone: str) -> str:
    """A stretch as people say it: "Saturday 29 November 22:00 to 24:00"."""
    start, end = (moment.astimezone(ZoneInfo(zone)) for moment in stretch)
    day, last = start.date(), end.date()
    clock = clock_in_words(end)
    if end.time() == time() and last > day:
        clock, last = "24:00", last - _DAY
    until = clock if last == day else f"{day_in_words(last)} {clock}"
    return f"{day_in_words(day)} {clock_in_words(start)} to {until}"


def clock_in_words(moment: datetime) -> str:
    """The time of day of a moment, with the hours from UTC behind one that comes twice.

    Examples:
        >>> clock_in_words(datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=1))
        '01:30 (+00:00)'
    """
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return f"{moment:%H:%M}{f' ({moment.isoformat()[-6:]})' if twice else ''}"
