"""On which day the answer of a rule changes, without asking it for each day.

A rule is asked with a day that notes which other days it is compared with. As long as a later day stands to all of them
as this one does, before, on or after, the rule goes the same way through its function and answers the same; so the next
day on which the answer can be another is the next of those days. Where a rule does anything else with the day, such as
reading its month, it is asked for each day in turn. Either way the rule alone says what the answer is.
"""

import operator
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

MOST_DAYS_ONE_BY_ONE = 5 * 366
"""How many days are asked about in turn where no end is given; the longest wait in the evidence is three years."""
_ONE = timedelta(days=1)


def day_of_change(
    answer: Callable[[date], bool], on: date, days: int | None, *, met: bool, step: int = 1
) -> date | None:
    """The nearest day on which an answer is `met`, so many days ahead of `on` at most, or back.

    Args:
        answer: what is asked of a day.
        on: where to start; its own answer is the other one.
        days: how far to look; None for the whole calendar, and `MOST_DAYS_ONE_BY_ONE` where each day has to be asked.
        met: the answer that is looked for.
        step: 1 for ahead, -1 for back.

    Raises:
        Exception: what `answer` raises for a day on the way.
    """
    left = (date.max - on).days if step > 0 else (on - date.min).days
    left = left if days is None else min(days, left)
    one_by_one = left if days is not None else MOST_DAYS_ONE_BY_ONE
    day = on
    while True:
        watched = _WatchedDay(day.year, day.month, day.day)
        watched.compared, watched.used = set(), False
        if answer(watched) is met and day != on:
            return day
        ahead = _next(watched, day, step)
        one_by_one -= watched.used
        if ahead is None or abs((ahead - on).days) > left or one_by_one < 0:
            return None
        day = ahead


def _next(watched: "_WatchedDay", day: date, step: int) -> date | None:
    """The next day on which the answer can be another."""
    if watched.used or day in watched.compared:
        at_end = day == (date.max if step > 0 else date.min)
        return None if at_end else day + step * _ONE
    if step > 0:
        return min((other for other in watched.compared if other > day), default=None)
    return max((other for other in watched.compared if other < day), default=None)


class _WatchedDay(date):
    """A day that notes what it is compared with, and whether anything else is done with it."""

    __slots__ = ("compared", "used")
    compared: set[date]
    used: bool

    def __getattribute__(self, name: str) -> Any:
        if name in _WatchedDay.__slots__:
            return super().__getattribute__(name)
        self.used = True
        return getattr(_plain(self), name)


def _plain(day: date) -> date:
    """The same day, of which nothing is noted any more: what is made from a day has nothing to do with that day."""
    return date.fromordinal(date.toordinal(day))


def _noting_comparison(comparison: str) -> Callable[[Any, Any], Any]:
    compare, compare_plainly = getattr(date, comparison), getattr(operator, comparison)

    def noted(self: _WatchedDay, other: object) -> Any:
        if type(other) is date:
            self.compared.add(other)
            return compare(self, other)
        self.used = True
        return compare_plainly(_plain(self), _plain(other) if isinstance(other, _WatchedDay) else other)

    return noted


def _using(operation: str) -> Callable[..., Any]:
    operate = getattr(date, operation)

    def used(self: _WatchedDay, *others: object) -> Any:
        self.used = True
        return operate(_plain(self), *others)

    return used


# Python looks these up on the class, so that __getattribute__ never sees them.
_COMPARISONS = ("__lt__", "__le__", "__eq__", "__ne__", "__ge__", "__gt__")
for _name in _COMPARISONS:
    setattr(_WatchedDay, _name, _noting_comparison(_name))
for _name, _operation in vars(date).items():
    if callable(_operation) and _name.startswith("__") and _name not in (*_COMPARISONS, "__new__", "__getattribute__"):
        setattr(_WatchedDay, _name, _using(_name))
