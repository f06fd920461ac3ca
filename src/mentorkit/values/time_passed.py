"""Lengths of time that pass until something is done, from a moment with a time of day on."""

from datetime import UTC, datetime, timedelta
from typing import ClassVar

from mentorkit.values.duration import Duration

_MINUTES_A_DAY = 24 * 60


class TimePassed(Duration):
    """A length of time on the clock or in the calendar, such as "30 minutes", "72 hours" or "1 month".

    Unlike the hours that somebody spends on something, these can be compared with days: a day has 24 hours.

    Examples:
        >>> TimePassed.parse("72 hours") == TimePassed.parse("3 days")
        True
        >>> TimePassed.parse("1 month") > TimePassed.parse("72 hours")
        True
    """

    __slots__ = ()
    write: ClassVar[str] = 'write a number and a unit in quotes, such as "30 minutes", "72 hours" or "1 month"'

    def after(self, moment: datetime) -> datetime:
        """The moment when this time has passed: hours by the clock, and days and months at the same time of day.

        It is the last moment of the calendar where this would lead out of it.

        Examples:
            >>> from datetime import UTC, datetime
            >>> TimePassed.parse("72 hours").after(datetime(2026, 11, 29, 3, 10, tzinfo=UTC)).isoformat()
            '2026-12-02T03:10:00+00:00'
        """
        try:
            if self.minutes:
                # By the clock, whatever the hour is called when the clocks change.
                return (moment.astimezone(UTC) + timedelta(minutes=self.minutes)).astimezone(moment.tzinfo)
            later = datetime.combine(moment.date() + self, moment.timetz())
            # Where the clocks go forward over that time of day, it is that much later by the clock.
            return later.astimezone(UTC).astimezone(moment.tzinfo)
        except OverflowError:
            return datetime.max.replace(tzinfo=moment.tzinfo)

    def __eq__(self, other: object) -> bool:
        return _minutes(self) == _minutes(other) if isinstance(other, Duration) else NotImplemented

    def __ge__(self, other: Duration) -> bool:
        return _minutes(self)[0] >= _minutes(other)[1] if isinstance(other, Duration) else NotImplemented

    def __gt__(self, other: Duration) -> bool:
        return _minutes(self)[0] > _minutes(other)[1] if isinstance(other, Duration) else NotImplemented

    def __le__(self, other: Duration) -> bool:
        return _minutes(self)[1] <= _minutes(other)[0] if isinstance(other, Duration) else NotImplemented

    def __lt__(self, other: Duration) -> bool:
        return _minutes(self)[1] < _minutes(other)[0] if isinstance(other, Duration) else NotImplemented

    def __hash__(self) -> int:
        return hash(_minutes(self))


def _minutes(length: Duration) -> tuple[int, int]:
    """The fewest and the most minutes of a length of time."""
    if length.minutes:
        return length.minutes, length.minutes
    fewest, most = length.in_days
    return fewest * _MINUTES_A_DAY, most * _MINUTES_A_DAY
