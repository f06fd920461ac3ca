"""Lengths of time as people write them: "14 days", "8 weeks", "3 months", "40 hours".

How months and days compare is said here and nowhere else. A month has 28 to 31 days, so "90 days" and "3 months" cannot
be put in order without a calendar. A comparison therefore holds only where it holds from every day of the calendar on:
"3 months" is at least "12 weeks" (it has 89 days or more), but "90 days" is not at least "3 months" (it can have 92).
Hours are time spent and weeks are time passed: comparing them is an error, never a conversion.

People round, so what a plan says is compared with `is_longer_than`, to which 26 weeks are no longer than 6 months, and
no shorter. Days of people's lives are counted exactly, with dates.

A date plus months follows the corresponding-date rule of English law (Dodds v Walker [1981] 1 WLR 1027): the same day
of the later month, or its last day where it has no such day; 31 January plus one month is 28 or 29 February.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Self

import attrs

from mentorkit.values.text_value import TextValue
from mentorkit.values.written_length import instead_of, read_length

_UNITS = {  # unit -> months, days, minutes in one
    "minute": (0, 0, 1),
    "hour": (0, 0, 60),
    "day": (0, 1, 0),
    "week": (0, 7, 0),
    "month": (1, 0, 0),
    "year": (12, 0, 0),
}
_FOUR_WEEKS = 28
_HALF_A_WEEK = 3
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST_YEARS = 100
"""A longer time is a mistake, and dates would run out."""


class UnitsDifferError(ValueError):
    """Hours of contact cannot be compared with days, weeks, months or years.

    Examples:
        >>> Duration.parse("40 hours") >= Duration.parse("2 days")
        Traceback (most recent call last):
        mentorkit.values.duration.UnitsDifferError: 40 hours and 2 days cannot be compared: one is time spent, ...
    """


@lru_cache(maxsize=256)
def _days_in(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many months can have.

    One leap cycle holds every case, and of each month its first day: what a later day loses where the month that it
    comes to is too short for it, the first day of the month after loses too. It is a cycle from which no century year
    without a leap day is in reach; beyond four years such a year can take away a day, and the fewest days allow for it.
    """
    starts = [date(year, month, 1) for year in range(1904, 1908) for month in range(1, 13)]
    lengths = [(_add_months(start, months) - start).days for start in starts]
    return min(lengths) - (1 if months > 48 else 0), max(lengths)


def _days_of(year: int, month: int) -> int:
    """How many days a month has; `calendar` says so too, and takes longer to import than a file to be read."""
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap else _DAYS[month - 1]


def _add_months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = start.day if start.day <= 28 else min(start.day, _days_of(year, month + 1))
    return date(year, month + 1, day)


@attrs.frozen(eq=False, repr=False)
class Duration(TextValue):
    """A length of time with its unit; equal to another of the same length ("2 weeks" is "14 days").

    Attributes:
        amount: how many, at least 1.
        unit: minute, hour, day, week, month or year.

    Raises:
        ValueError: at creation, for an amount below 1 or no such unit.
        UnitsDifferError: where time spent is compared with time passed, or added to a date.

    Examples:
        >>> from datetime import date
        >>> Duration.parse("2 weeks") == Duration.parse("14 days")
        True
        >>> Duration.parse("90 days") >= Duration.parse("3 months")  # which can have 92 days
        False
        >>> date(2026, 1, 31) + Duration.parse("1 month")
        datetime.date(2026, 2, 28)
    """

    what: ClassVar[str] = "a length of time"
    write: ClassVar[str] = 'write a number and a unit in quotes, such as "14 days", "8 weeks" or "3 months"'

    amount: int
    unit: str

    def __attrs_post_init__(self) -> None:
        if type(self.amount) is not int or self.amount < 1:
            raise ValueError(f"the amount of a length of time is a whole number from 1, not {self.amount!r}")
        if self.unit not in _UNITS:
            raise ValueError(f"a unit of time is one of {', '.join(_UNITS)}, not {self.unit!r}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads "14 days", "two weeks", "a fortnight", "90 mins", "1.5 hours" or "an hour and a half".

        Raises:
            ValueError: where the text says no length of time, or one over a hundred years; the message says what to
                write.
        """
        read = read_length(text)
        if read is None or not read[0]:
            raise ValueError(instead_of(text))
        duration = cls(*read)
        if duration.months > _LONGEST_YEARS * 12 or duration.days > _LONGEST_YEARS * 365:
            raise ValueError("write at most a hundred years")
        return duration

    @property
    def months(self) -> int:
        """The part that is counted in months."""
        return _UNITS[self.unit][0] * self.amount

    @property
    def days(self) -> int:
        """The part that is counted in days."""
        return _UNITS[self.unit][1] * self.amount

    @property
    def minutes(self) -> int:
        """The part that is counted in minutes."""
        return _UNITS[self.unit][2] * self.amount

    @property
    def in_days(self) -> tuple[int, int]:
        """The fewest and the most days that this can be.

        Raises:
            UnitsDifferError: for hours and minutes.
        """
        if self.minutes:
            raise UnitsDifferError(f"{self} is time spent: it cannot be counted in days, weeks, months or years")
        return _days_in(self.months) if self.months else (self.days, self.days)

    @property
    def as_rounded(self) -> tuple[int, int]:
        """The fewest and the most days that people may mean by this.

        A month has anything from four weeks to 31 days, and half a week more where somebody has rounded to whole weeks:
        people say "12 weeks" or "13 weeks" for three months, "17" or "18 weeks" for four, "24" or "26 weeks" for half a
        year, and 48 or 52 weeks for a year.

        Raises:
            UnitsDifferError: for hours and minutes.

        Examples:
            >>> Duration.parse("3 months").as_rounded, Duration.parse("2 weeks").as_rounded
            ((84, 95), (14, 14))
        """
        fewest, most = self.in_days
        return (self.months * _FOUR_WEEKS, most + _HALF_A_WEEK) if self.months else (fewest, most)

    def is_longer_than(self, other: "Duration") -> bool:
        """Whether this is longer, however people round: months are compared exactly with months, and days with days.

        Raises:
            UnitsDifferError: where time spent is compared with time passed.

        Examples:
            >>> half_a_year = Duration.parse("6 months")
            >>> Duration.parse("26 weeks").is_longer_than(half_a_year), Duration.parse("7 months") > half_a_year
            (False, True)
        """
        return self.as_rounded[0] > other.as_rounded[1] if self._rounds_with(other) else self > other

    def is_shorter_than(self, other: "Duration") -> bool:
        """Whether this is shorter, however people round; the same errors.

        Examples:
            >>> quarter = Duration.parse("3 months")
            >>> Duration.parse("12 weeks").is_shorter_than(quarter), Duration.parse("11 weeks").is_shorter_than(quarter)
            (False, True)
        """
        return self.as_rounded[1] < other.as_rounded[0] if self._rounds_with(other) else not self >= other

    def _rounds_with(self, other: "Duration") -> bool:
        """Whether one of them is in months and the other in days or weeks."""
        return not (self.minutes or other.minutes) and bool(self.months) != bool(other.months)

    def _bounds(self, other: "Duration") -> tuple[tuple[int, int], tuple[int, int]]:
        """What to compare: minutes, or months where both are months, or else the fewest and the most days."""
        if self.minutes and other.minutes:
            return (self.minutes, self.minutes), (other.minutes, other.minutes)
        if self.months and other.months:
            return (self.months, self.months), (other.months, other.months)
        if bool(self.minutes) != bool(other.minutes):
            raise UnitsDifferError(f"{self} and {other} cannot be compared: one is time spent, the other time passed")
        return self.in_days, other.in_days

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return (self.months, self.days, self.minutes) == (other.months, other.days, other.minutes)

    def __hash__(self) -> int:
        return hash((self.months, self.days, self.minutes))

    def __ge__(self, other: "Duration") -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        mine, theirs = self._bounds(other)
        return mine[0] >= theirs[1]

    def __gt__(self, other: "Duration") -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        mine, theirs = self._bounds(other)
        return mine[0] > theirs[1]

    def __le__(self, other: "Duration") -> bool:
        return other >= self if isinstance(other, Duration) else NotImplemented

    def __lt__(self, other: "Duration") -> bool:
        return other > self if isinstance(other, Duration) else NotImplemented

    def __radd__(self, start: date) -> date:
        """A date plus this.

        Raises:
            UnitsDifferError: for hours and minutes.
            OverflowError: past the last day of the calendar.
        """
        months, days, minutes = _UNITS[self.unit]  # not by the properties: rules about pairs add very many times
        if minutes:
            raise UnitsDifferError(f"{self} is time spent: it cannot be added to a date")
        try:
            return _add_months(start, months * self.amount) if months else start + timedelta(days * self.amount)
        except ValueError as problem:
            raise OverflowError(f"{self} after {start} is past the end of the calendar") from problem

    def __rsub__(self, end: date) -> date:
        """A date less this; the same errors as adding.

        Taking months away follows the corresponding-date rule too, so it need not undo an addition at a month's end.
        """
        if self.minutes:
            raise UnitsDifferError(f"{self} is time spent: it cannot be taken from a date")
        try:
            return _add_months(end, -self.months) - timedelta(days=self.days)
        except ValueError as problem:
            raise OverflowError(f"{self} before {end} is before the start of the calendar") from problem

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}{'' if self.amount == 1 else 's'}"

    def __repr__(self) -> str:
        return f'Duration("{self}")'


class TimeSpent(Duration):
    """A length of time that is spent with somebody, in hours or minutes."""

    __slots__ = ()
    what: ClassVar[str] = "a number of hours or minutes"
    write: ClassVar[str] = 'write a whole number of hours or minutes, such as "6 hours" or "90 minutes"'

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads "6 hours" or "90 minutes".

        Raises:
            ValueError: for anything else; the message says what to write.
        """
        try:
            duration = super().parse(text)
        except ValueError as problem:
            in_hours = re.match("[0-9,]+ ?(?:h|min)", text.strip().lower())
            raise ValueError(str(problem) if in_hours else cls.write) from None
        if not duration.minutes:
            raise ValueError(cls.write)
        return cls(duration.amount, duration.unit)


def day_after(start: date, length: Duration) -> date:
    """A date plus a length of time, or the last day of the calendar where that ends before.

    Raises:
        UnitsDifferError: for hours and minutes.

    Examples:
        >>> from datetime import date
        >>> day_after(date(2026, 11, 30), Duration.parse("1 year")), day_after(date.max, Duration.parse("1 day"))
        (datetime.date(2027, 11, 30), datetime.date(9999, 12, 31))
    """
    try:
        return start + length
    except OverflowError:
        return date.max


def day_before(end: date, length: Duration) -> date:
    """A date less a length of time, or the first day of the calendar where that begins before.

    Raises:
        UnitsDifferError: for hours and minutes.

    Examples:
        >>> from datetime import date
        >>> day_before(date(2026, 11, 30), Duration.parse("1 year")), day_before(date.min, Duration.parse("1 day"))
        (datetime.date(2025, 11, 30), datetime.date(1, 1, 1))
    """
    try:
        return end - length
    except OverflowError:
        return date.min
