"""Hours of the week as people write them: "24/7", "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00".

A set of minutes of the week is one whole number with a bit a minute, from Monday 00:00 on, so that hours that overlap
along a path are one "and", and hours that add up are one "or". A set of minutes in words can be read back.
"""

import re
from collections.abc import Iterator
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

_EVERY_DAY = ("every day", "daily", "7 days a week", "seven days a week")
_NAMES = dict.fromkeys(_EVERY_DAY, range(7))
_NAMES |= dict.fromkeys(("weekdays", "week days", "every weekday"), range(5))
_NAMES |= dict.fromkeys(("weekends", "every weekend"), range(5, 7))
_SHORT = {day[:length].lower(): number for number, day in enumerate(DAYS_OF_THE_WEEK) for length in (3, len(day))}
_SHORT |= {f"{day.lower()}s": number for number, day in enumerate(DAYS_OF_THE_WEEK)}
_SHORT |= {"tues": 1, "thur": 3, "thurs": 3}
_24_HOURS = "(?:24|twenty-four) ?(?:hours|hrs)(?: a day)?"
ANY = (
    "(?:open )?24 ?(?:/|x) ?7(?:/365|,? 365 days a year|,? all year(?: round)?)?",
    f"(?:open )?{_24_HOURS}(?:,? (?:{'|'.join(_EVERY_DAY)}))?",
    "(?:at )?any ?(?:hour|time)", "(?:at )?all (?:hours|times)", "a?round the clock", "day and night",
    "always(?: open)?", "all day,? every day", "every hour of every day",
)  # fmt: skip
"""What says that it is always, as patterns like those below."""

# The patterns are of texts in small letters with single spaces, and made to regular expressions where a file has some.
_BETWEEN = " ?(?:to|until|through|-|–) ?"  # with any number of spaces this would not be linear
_AND = "(?: and | ?[&/] ?| ?[,;] ?(?:and )?)"
_DAY = f"(?:{'|'.join(_SHORT)})"
_DAYS = f"(?:{'|'.join(_NAMES)}|{_DAY}(?:{_BETWEEN}{_DAY})?)"
_DAYS = f"{_DAYS}(?:{_AND}{_DAYS})*"
_MINUTES = "[:.][0-5][0-9]"
_ONE_DIGIT = f"[1-9]{_MINUTES}"
"""A time of the morning or the afternoon, as nobody knows who does not see that the other one has 24 hours."""
_OF_24_HOURS = f"(?:0?0|1[3-9]|2[0-3]){_MINUTES}"
_AM_PM = rf"(?:(?:0?[1-9]|1[01])(?:{_MINUTES})?|12[:.](?:0[1-9]|[1-5][0-9])) ?(?:a|p)(?:m|[.]m[.])"
_TIME = f"(?:(?:0|[01][0-9]|2[0-3]){_MINUTES}|(?:[01][0-9]|2[0-3])[0-5][0-9]|{_AM_PM}|(?:12 )?(?:midday|noon))"
_END_OF_DAY = "24[:.]00"
_FROM_TO = (
    (_TIME, f"(?:{_TIME}|{_END_OF_DAY})"),
    (_ONE_DIGIT, f"(?:{_OF_24_HOURS}|{_END_OF_DAY})"),
    (_OF_24_HOURS, _ONE_DIGIT),
)
_ALL_DAY = f"(?:all day|{_24_HOURS})"
_TIMES = (
    f"(?:{_ALL_DAY}|{_TIME}{_BETWEEN}(?:12 )?midnight|{'|'.join(start + _BETWEEN + end for start, end in _FROM_TO)})"
)
_FROM_DAY_TO_DAY = "|".join(f"{_DAY} {start}{_BETWEEN}{_DAY} {end}" for start, end in _FROM_TO)
PART = f"(?P<over>{_FROM_DAY_TO_DAY})|(?P<days>{_DAYS})(?: ?:|,)? (?:from )?(?P<times>{_TIMES})"
"""A stretch over several days, or the times of some days."""
NEXT = f"{_AND}(?=.)"
"""What stands between two parts."""
TIMES_FIRST = f"(?:from )?(?P<times>{_TIMES})(?:,| on)? (?P<days>{_DAYS})"
"""All of a text that says the days last."""
_EXCEPTION = (
    r"\b(?:(?:except|excluding|excl|exc|including|incl|inc|apart from|other than|but not|not)\b.*"
    r"|closed\b[^,;]*|(?:on )?(?:bank|public) holidays?\b[^,;]*)"
)
"""What is not so in every week, or says when nobody is there, which hours say by leaving it out."""


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

        Several days may have one time: "Monday, Tuesday and Thursday 9am to 5pm". "Friday 22:00 to 06:00" runs on
        past midnight, and "Saturday 17:00 to Monday 09:00" over the days between. What could be of the morning or of
        the afternoon, such as "9:00 to 5:00", is refused.

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
    if re.fullmatch("|".join(ANY), text):
        return ALWAYS
    parts = [first] if (first := re.fullmatch(TIMES_FIRST, text)) else _parts(text)
    minutes = 0
    for part in parts:
        said = part.groupdict()
        if said.get("over"):
            ends = (end.partition(" ") for end in re.split(_BETWEEN, said["over"]))
            start, end = (_SHORT[day] * MINUTES_A_DAY + _time(time) for day, _, time in ends)
            minutes |= _span(start, end, WEEK)
        else:
            all_day = re.fullmatch(_ALL_DAY, said["times"])
            start, end = (0, MINUTES_A_DAY) if all_day else map(_time, re.split(_BETWEEN, said["times"]))
            for day in _days(said["days"]):
                minutes |= _span(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end, MINUTES_A_DAY)
    return minutes


def _parts(text: str) -> Iterator[re.Match[str]]:
    """The parts of a text, each with the times of some days."""
    at = 0
    while part := re.compile(f"(?:{PART})(?:{NEXT}|$)").match(text, at):
        yield part
        if (at := part.end()) == len(text):
            return
    raise ValueError(_instead_of(text))


def _instead_of(text: str) -> str:
    """What to write instead of a text that says no hours, or what could be others."""
    if re.search(r"\bterms?\b", text):
        return "hours are those of every week: write the ones that hold in the holidays too, and leave out the term"
    if exception := re.search(_EXCEPTION, text):
        return f'hours are those of every week: leave out "{exception[0].strip(" ()")}"'
    if re.search(r"\b12(?:[:.]00)? ?[ap][.]?m", text):
        return "write midday or midnight, since 12am and 12pm could be either"
    if re.search("24[:.][0-5][0-9]", text):
        return "write times from 00:00 to 24:00"
    if re.search(r"(?<![0-9:.])[0-9](?![0-9]| ?[ap][.]?m)|(?<![0-9:.])1[0-2](?![0-9:.]| ?[ap][.]?m)", text):
        return 'write both times with am or pm, or both with two digits, such as "9am to 5pm" or "09:00 to 17:00"'
    if re.fullmatch(_TIMES, text):
        return f'say on which days, such as "weekdays {text}" or "every day {text}"'
    return Hours.write


def _time(text: str) -> int:
    """The minute of a day."""
    if text.endswith(("midday", "noon")):
        return MINUTES_A_DAY // 2
    if text.endswith("midnight"):
        return MINUTES_A_DAY
    if re.fullmatch("[0-9]{4}", text):
        return int(text[:2]) * 60 + int(text[2:])
    hour, minute = (int(part) for part in [*re.findall("[0-9]+", text), "0"][:2])
    if "m" in text:
        hour = hour % 12 + (12 if "p" in text else 0)
    return hour * 60 + minute


def _days(text: str) -> list[int]:
    days: list[int] = []
    for some in re.split(_AND, text):
        if some in _NAMES:
            days += _NAMES[some]
        else:
            first, *rest = (_SHORT[name] for name in re.split(_BETWEEN, some))
            last = rest[0] if rest else first
            days += [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    return days


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
    found = re.fullmatch("([a-z]+) ([01]?[0-9]|2[0-4]):([0-5][0-9])", " ".join(text.lower().split()))
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
