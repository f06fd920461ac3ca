"""From which day until which: when a limit or a condition holds, and what a table of values says on a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import attrs

from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import day, is_a, kind_of

_OPTIONAL_DAY = attrs.validators.optional(day)


@attrs.frozen(eq=False, repr=False)
class Days(ByFields):
    """A stretch of days; open at a side that states none.

    Attributes:
        first: the first day that belongs to it; None where it has no beginning.
        last: the last day that belongs to it; None where it has no end.

    Raises:
        ValueError: at creation, for what is no date, or a last day before the first.

    Examples:
        >>> from datetime import date
        >>> spring = Days(date(2027, 3, 1), date(2027, 5, 31))
        >>> date(2027, 5, 31) in spring, date(2027, 6, 1) in spring, spring.words
        (True, False, 'from 2027-03-01 to 2027-05-31')
    """

    first: date | None = attrs.field(default=None, validator=_OPTIONAL_DAY)
    last: date | None = attrs.field(default=None, validator=_OPTIONAL_DAY)

    def __attrs_post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"the last day, {self.last}, is before the first, {self.first}")

    def __contains__(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def within(self, other: "Days") -> "Days | None":
        """Those of the days that belong to another stretch too; None where none does."""
        if not (other.first or other.last):
            return self
        first = max(filter(None, (self.first, other.first)), default=None)
        last = min(filter(None, (self.last, other.last)), default=None)
        return None if first and last and last < first else Days(first, last)

    @property
    def changes(self) -> frozenset[date]:
        """The days from which on it is another thing to be in it: the first, and the one after the last."""
        after = self.last + timedelta(days=1) if self.last and self.last < date.max else None
        return frozenset(day for day in (self.first, after) if day)

    @property
    def words(self) -> str:
        """For example 'from 2027-04-01'; empty for all days."""
        if self.first and self.last:
            return f"from {self.first} to {self.last}"
        return f"from {self.first}" if self.first else f"up to and including {self.last}" if self.last else ""


ALWAYS = Days()
DAYS = is_a(Days, "Days, such as Days(first=date(2027, 4, 1))")


def _as_table(values: Any) -> dict[date, Any]:
    if not isinstance(values, Mapping) or not values:
        raise ValueError("ByDay takes each value by its first day, such as ByDay({date(2027, 4, 1): 45})")
    return {day: values[day] for day in sorted(values, key=_sure_day)}


def _sure_day(day: Any) -> date:
    if type(day) is not date:
        raise ValueError(f"a value stands under its first day, such as date(2027, 4, 1), not under {kind_of(day)}")
    return day


@attrs.frozen(eq=False, repr=False)
class ByDay(ByFields):
    """A table of values of which each holds from a day on, until the next one does.

    A rule takes it as an argument, `Annotated[int, ByDay({...})]`, and gets the value of the day on which it is asked.

    Args:
        values: each by the first day on which it holds.

    Raises:
        ValueError: at creation, without a value, or where one does not stand under a date.

    Examples:
        >>> from datetime import date
        >>> fee = ByDay({date(2026, 4, 1): 40, date(2027, 4, 1): 45})
        >>> fee.on(date(2027, 3, 31)), fee.on(date(2027, 4, 1))
        (40, 45)
    """

    values: Mapping[date, Any] = attrs.field(converter=_as_table)

    @property
    def changes(self) -> frozenset[date]:
        """The days from which on it has another value than before; on its first day it has none before."""
        return frozenset([*self.values][1:])

    def on(self, day: date) -> Any:
        """The value on a day.

        Raises:
            LookupError: for a day before the first of the table.
        """
        holding = [first for first in self.values if day >= first]
        if not holding:
            raise LookupError(f"its table of values begins on {min(self.values)}")
        return self.values[holding[-1]]
