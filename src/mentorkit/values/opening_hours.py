"""Hours of the week as people write them: "24/7", "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00".

A set of minutes of the week is one whole number with a bit a minute, from Monday 00:00 on, so that hours that overlap
along a path are one "and", and hours that add up are one "or". A set of minutes in words can be read back.
"""

import re
from functools import lru_cache
from typing import ClassVar

import attrs

from mentorkit.values.text_value import TextValue

DAYS_OF_THE_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES_A_DAY = 24 * 60
"""Minutes in a day."""
WEEK = 7 * MINUTES_A_DAY
"""Minutes in a week."""
ALWAYS = (1 << WEEK) - 1
"""Every minute of the week."""

_NAMES = {"every day": range(7), "daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_SHORT = {day[:length].lower(): number for number, day in enumerate(DAYS_OF_THE_WEEK) for length in (3, len(day))}
_SHORT |= {f"{day.lower()}s": number for number, day in enumerate(DAYS_OF_THE_WEEK)}
_SHORT |= {"tues": 1, "thur": 3, "thurs": 3}
_BETWEEN = " ?(?:to|-|–) ?"  # the text has single spaces; with any number of them this would not be linear
_TIME = r"([01]?[0-9]|2[0-4]):([0-5][0-9])"
_ON_DAYS = rf"([a-z][a-z& –-]*?) {_TIME}{_BETWEEN}{_TIME}"  # compiled where a file has some
_FROM_DAY_TO_DAY = rf"([a-z]+) {_TIME}{_BETWEEN}([a-z]+) {_TIME}"
_ANY = ("24/7", "24 / 7", "24 hours a day, 7 days a week", "always", "at any hour")
_AND = " and | ?& ?"


@attrs.frozen(repr=False)
class Hours(TextValue):
    """The hours of a week in which somebody answers.

    Attributes:
        text: as the file writes it.
        minutes: a bit for each minute of the week that they cover, from Monday 00:00 on.
    """

    what: ClassVar[str] = "hours of the week"
    write: ClassVar[str] = (
        'write days and times, such as "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00", or "24/7"'
    )

    text: str = attrs.field(eq=False)
    minutes: int

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Reads days with times, separated by commas.

        Several days may have one time: "Monday, Tuesday and Thursday 09:00 to 17:00". "Friday 22:00 to 06:00" runs
        on past midnight, and "Saturday 17:00 to Monday 09:00" over the days between.

        Raises:
            ValueError: where the text says no hours; the message says what to write.
        """
        return cls(" ".join(text.split()), _minutes(" ".join(text.lower().split())))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f'Hours("{self}")'


@lru_cache(maxsize=1024)  # a directory has thousands of members, and few opening times
def _minutes(text: str) -> int:
    if text in _ANY:
        return ALWAYS
    minutes, before = 0, ""
    for each in re.split(" ?[,;] ?", text):
        part = before + each
        before = "" if re.search("[0-9]", each) else f"{part} and "
        if before:  # "Monday, Tuesday and Thursday 09:00 to 17:00": days whose times come later
            continue
        if found := re.fullmatch(_FROM_DAY_TO_DAY, part):
            start = _day(found[1]) * MINUTES_A_DAY + _time(found[2], found[3])
            end = _day(found[4]) * MINUTES_A_DAY + _time(found[5], found[6], ends=True)
            minutes |= _span(start, end, WEEK)
        elif found := re.fullmatch(_ON_DAYS, part):
            start, end = _time(found[2], found[3]), _time(found[4], found[5], ends=True)
            for day in _days(found[1]):
                minutes |= _span(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end, MINUTES_A_DAY)
        else:
            raise ValueError(Hours.write)
    if before:
        raise ValueError(Hours.write)
    return minutes


def _time(hour: str, minute: str, *, ends: bool = False) -> int:
    """The minute of a day; 24:00 only where something ends."""
    time = int(hour) * 60 + int(minute)
    if time > MINUTES_A_DAY or (time == MINUTES_A_DAY and not ends):
        raise ValueError("write times from 00:00 to 24:00")
    return time


def _day(name: str) -> int:
    if name not in _SHORT:
        raise ValueError(Hours.write)
    return _SHORT[name]


def _days(text: str) -> range | list[int]:
    if text in _NAMES:
        return _NAMES[text]
    if len(each := re.split(_AND, text)) > 1:
        return [day for days in each for day in _days(days)]
    first, *rest = [_day(name) for name in re.split(_BETWEEN, text)]
    if len(rest) > 1:
        raise ValueError(Hours.write)
    last = rest[0] if rest else first
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _span(start: int, end: int, over: int) -> int:
    """From one minute up to another, which is meant of the next day or week where it is the earlier one."""
    if start == end:
        raise ValueError("write two times that differ, or 00:00 to 24:00 for a whole day")
    length = end - start if end > start else end + over - start
    bits = ((1 << length) - 1) << start
    return (bits & ALWAYS) | (bits >> WEEK)  # past the end of the week it goes on at its beginning


def minute_of(text: str) -> int:
    """The minute of the week of a text such as "Saturday 03:00".

    Raises:
        ValueError: where it says none; the message says what to write.
    """
    found = re.fullmatch(rf"([a-z]+) {_TIME}", " ".join(text.lower().split()))
    if found is None or found[1] not in _SHORT or int(found[2]) == 24:
        raise ValueError('write a day and a time, such as "Saturday 03:00"')
    return _SHORT[found[1]] * MINUTES_A_DAY + int(found[2]) * 60 + int(found[3])


def spans(minutes: int) -> list[tuple[int, int]]:
    """The stretches of a set of minutes as (first, one past the last); one over the end of the week is the last."""
    found: list[tuple[int, int]] = []
    start = 0
    while rest := minutes >> start:
        start += (rest & -rest).bit_length() - 1
        rest = minutes >> start
        length = (~rest & (rest + 1)).bit_length() - 1
        found.append((start, start + length))
        start += length
    if len(found) > 1 and found[0][0] == 0 and found[-1][1] == WEEK:
        found = [*found[1:-1], (found[-1][0], WEEK + found[0][1])]
    return found


def longest_closed(minutes: int) -> int:
    """The longest time on end, in minutes, that a set of minutes leaves out of each week.

    Args:
        minutes: a bit for each minute of the week, from Monday 00:00 on.

    Examples:
        >>> longest_closed(1), longest_closed((1 << 60) - 1) == 7 * 24 * 60 - 60
        (10079, True)
    """
    return max((end - start for start, end in spans(ALWAYS & ~minutes)), default=0)


def hours_in_words(minutes: int) -> str:
    """A set of minutes as people say it: "Saturday 17:00 to Monday 09:00"; days alike stand together.

    `Hours.parse` reads the words as the same minutes, except for "at no hour", which no file says of anybody.

    Args:
        minutes: a bit for each minute of the week, from Monday 00:00 on.

    Examples:
        >>> hours_in_words((1 << 60) - 1)
        'Monday 00:00 to 01:00'
    """
    if minutes in (0, ALWAYS):
        return "at any hour" if minutes else "at no hour"
    alike: dict[tuple[int, int], list[int]] = {}
    parts: list[tuple[int, str]] = []
    for start, end in spans(minutes):
        day, at = divmod(start, MINUTES_A_DAY)
        if end - start < MINUTES_A_DAY or (at == 0 and end - start == MINUTES_A_DAY):
            alike.setdefault((at, end - start), []).append(day)
        else:
            parts.append((start, f"{minute_in_words(start)} to {minute_in_words(end, ends=True)}"))
    for (at, length), days in alike.items():
        for first, name in days_in_words(days):
            until = at + length if at + length <= MINUTES_A_DAY else at + length - MINUTES_A_DAY
            parts.append((first * MINUTES_A_DAY + at, f"{name} {_clock(at)} to {_clock(until)}"))
    return ", ".join(text for _, text in sorted(parts))


def time_in_words(minutes: int) -> str:
    """A length of time as people say it: "1 day 10 minutes".

    Examples:
        >>> time_in_words(24 * 60 + 10)
        '1 day 10 minutes'
    """
    days, rest = divmod(minutes, MINUTES_A_DAY)
    parts = ((days, "day"), (rest // 60, "hour"), (rest % 60, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count) or "no time"


def days_in_words(days: list[int]) -> list[tuple[int, str]]:
    """Sorted days of the week, from 0 for Monday, as people say them: the first of those in a row, and their name."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [(run[0], _run_in_words(run)) for run in runs]


def _run_in_words(run: list[int]) -> str:
    if len(run) == len(DAYS_OF_THE_WEEK):
        return "every day"
    return DAYS_OF_THE_WEEK[run[0]] if len(run) == 1 else f"{DAYS_OF_THE_WEEK[run[0]]} to {DAYS_OF_THE_WEEK[run[-1]]}"


def minute_in_words(minute: int, *, ends: bool = False) -> str:
    """A minute of the week as people say it: "Saturday 03:00"; where something ends, midnight is 24:00."""
    day, at = divmod(minute, MINUTES_A_DAY)
    if ends and not at:
        day, at = day - 1, MINUTES_A_DAY
    return f"{DAYS_OF_THE_WEEK[day % 7]} {_clock(at)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
