"""Hours of the week as people write them: "24/7", "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00".

A set of minutes of the week is one whole number with a bit a minute, from Monday 00:00 on, so that hours that overlap
along a path are one "and", and hours that add up are one "or".
"""

import re
from functools import lru_cache
from typing import ClassVar

import attrs

from mentorkit.core.text_value import TextValue

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = 24 * 60
"""Minutes in a day."""
WEEK = 7 * DAY
"""Minutes in a week."""
ALWAYS = (1 << WEEK) - 1
"""Every minute of the week."""

_NAMES = {"every day": range(7), "daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_SHORT = {day[:length].lower(): number for number, day in enumerate(DAYS) for length in (3, len(day))}
_BETWEEN = r"\s*(?:to|-|–)\s*"
_TIME = r"([01]?[0-9]|2[0-4]):([0-5][0-9])"
_PART = re.compile(rf"(?P<days>[a-z][a-z –-]*?)\s+{_TIME}{_BETWEEN}{_TIME}")


@attrs.frozen(repr=False)
class Hours(TextValue):
    """The hours of a week in which somebody answers.

    Attributes:
        text: as the file writes it.
        minutes: a bit for each minute of the week that they cover, from Monday 00:00 on.
    """

    what: ClassVar[str] = "hours of the week"
    write: ClassVar[str] = 'write such as "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00", or "24/7"'

    text: str = attrs.field(eq=False)
    minutes: int

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Reads days with times, separated by commas; a time past midnight runs on into the next day.

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
    if text in ("24/7", "always"):
        return ALWAYS
    minutes = 0
    for part in re.split(r"\s*[,;]\s*", text):
        found = _PART.fullmatch(part)
        if found is None:
            raise ValueError(Hours.write)
        start, end = (int(found[n]) * 60 + int(found[n + 1]) for n in (2, 4))
        if max(start, end) > DAY or start == DAY:
            raise ValueError("a day ends at 24:00")
        if start == end:
            raise ValueError("the two times are the same; write 00:00 to 24:00 for a whole day")
        for day in _days(found["days"].strip()):
            minutes |= _span(day * DAY + start, end - start if end > start else end + DAY - start)
    return minutes


def _days(text: str) -> range | list[int]:
    if text in _NAMES:
        return _NAMES[text]
    ends = [_SHORT.get(name) for name in re.split(_BETWEEN, text)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > 2:
        raise ValueError(Hours.write)
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _span(start: int, length: int) -> int:
    """So many minutes from one of the week on; past its end it goes on at its beginning."""
    bits = ((1 << length) - 1) << start
    return (bits & ALWAYS) | (bits >> WEEK)


def minute_of(text: str) -> int:
    """The minute of the week of a text such as "Saturday 03:00".

    Raises:
        ValueError: where it says none; the message says what to write.
    """
    found = re.fullmatch(rf"([a-z]+)\s+{_TIME}", " ".join(text.lower().split()))
    if found is None or found[1] not in _SHORT or int(found[2]) == 24:
        raise ValueError('write a day and a time, such as "Saturday 03:00"')
    return _SHORT[found[1]] * DAY + int(found[2]) * 60 + int(found[3])


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


def hours_in_words(minutes: int) -> str:
    """A set of minutes as people say it: "Saturday 17:00 to Monday 09:00"; days alike are told together."""
    if minutes == ALWAYS:
        return "at any hour"
    alike: dict[tuple[int, int], list[int]] = {}
    told: list[tuple[int, str]] = []
    for start, end in spans(minutes):
        if end - start <= DAY:
            alike.setdefault((start % DAY, end - start), []).append(start // DAY)
        else:
            told.append((start, f"{_moment(start)} to {_moment(end, ends=True)}"))
    for (at, length), days in alike.items():
        for first, last in days_in_a_row(days):
            name = DAYS[first] if first == last else f"{DAYS[first]} to {DAYS[last]}"
            until = (at + length) % DAY or DAY if at + length > DAY else at + length
            told.append((first * DAY + at, f"{name} {_clock(at)} to {_clock(until)}"))
    return ", ".join(text for _, text in sorted(told))


def time_in_words(minutes: int) -> str:
    """A length of time as people say it: "1 day 10 minutes"."""
    days, rest = divmod(minutes, DAY)
    parts = ((days, "day"), (rest // 60, "hour"), (rest % 60, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count) or "no time"


def days_in_a_row(days: list[int]) -> list[tuple[int, int]]:
    """Sorted days of the week, from 0 for Monday, as (first, last) of those in a row."""
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [(run[0], run[-1]) for run in runs]


def _moment(minute: int, *, ends: bool = False) -> str:
    day, at = divmod(minute, DAY)
    if ends and not at:
        day, at = day - 1, DAY
    return f"{DAYS[day % 7]} {_clock(at)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
