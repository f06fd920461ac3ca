"""Single values of a TOML file: nothing is turned into something else, and a fault says what to write."""

from datetime import date, datetime
from typing import Any

from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import Fault, FaultyError
from mentorkit.values.seen_text import as_seen

LARGEST = 2**63 - 1
"""The largest number that every reader of TOML has to take."""


def _kind(value: Any) -> str:
    """What a TOML value is, in words."""
    if isinstance(value, bool):
        return written(value)
    for types, words in (
        (str, "text"),
        (int, "a number"),
        (float, "a number with a decimal point"),
        (datetime, "a date with a time"),
        (date, "a date"),
        (list, "a list"),
        (dict, "a table"),
    ):
        if isinstance(value, types):
            return words
    return "a time"


def wrong(value: Any, expected: str, fix: str) -> FaultyError:
    """That a value is of another kind than the one that is needed."""
    return FaultyError([Fault((), f"this is {_kind(value)}, but {expected} is needed here", fix)])


def read_text(value: Any, _: type) -> str:
    """A text that says something."""
    if not isinstance(value, str):
        brackets = ", without the square brackets" if isinstance(value, list) else ""
        raise wrong(value, "text", f"write it in quotes{brackets}")
    if not as_seen(value):
        raise FaultyError([Fault((), "this text is empty", "leave the key out until you know what to write")])
    return value


def read_number(value: Any, _: type) -> int:
    """A whole number that every reader of TOML can take."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong(value, "a whole number", "write digits without quotes, such as 12")
    if value < 0:
        raise FaultyError([Fault((), "this number is below zero", "write a number from 0 up")])
    if value > LARGEST:
        raise FaultyError([Fault((), "this number is too large", "write a smaller one")])
    return value


def read_truth(value: Any, _: type) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise wrong(value, "true or false", "write true or false, without quotes")
    return value


def read_day(value: Any, _: type) -> date:
    """A date."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise wrong(value, "a date", "write year-month-day without quotes, such as 2026-03-31")
    return value if type(value) is date else date.fromordinal(value.toordinal())


def read_moment(value: Any, _: type) -> datetime:
    """A date and time with its zone, exact to the minute."""
    if not isinstance(value, datetime):
        raise wrong(value, "a date and time", "write it without quotes, such as 2026-11-29T03:10:00+00:00")
    if value.tzinfo is None:
        fix = "write the hours from UTC behind it, such as 2026-11-29T03:10:00+00:00"
        raise FaultyError([Fault((), "this time does not say in which zone", fix)])
    return value.replace(second=0, microsecond=0)  # in whichever way it is written
