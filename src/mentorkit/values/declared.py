"""What authors of rules declare is looked at where they make it, and refused in their terms."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from mentorkit.values.duration import Duration


def is_a(types: type | tuple[type, ...], words: str) -> Callable[[Any, Any, Any], None]:
    """What attrs asks of an attribute: that its value is of a type.

    Args:
        types: what the value may be.
        words: the same for people, such as "a text".

    Raises:
        ValueError: at creation, naming the attribute and what stands there instead.

    Examples:
        >>> import attrs
        >>> @attrs.frozen
        ... class Room:
        ...     doors: int = attrs.field(validator=is_a(int, "a whole number"))
        >>> Room("two")
        Traceback (most recent call last):
        ValueError: 'doors' is a whole number, not a text
    """

    def look(_instance: Any, attribute: Any, value: Any) -> None:
        if not isinstance(value, types):
            raise ValueError(f"'{attribute.alias}' is {words}, not {kind_of(value)}")

    return look


def filled(instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of an attribute that says something: a text that is not empty."""
    TEXT(instance, attribute, value)
    if not value.strip():
        raise ValueError(f"'{attribute.alias}' is empty; it is a text")


def three_capitals(instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of the prefix that rule ids begin with."""
    TEXT(instance, attribute, value)
    if not (len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()):
        raise ValueError(f"'{attribute.alias}' is three capitals, such as HSG, not \"{value}\"")


def inside_package(instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of an attribute that may name a file of the plugin's own package, by its path from there."""
    OPTIONAL_TEXT(instance, attribute, value)
    if value is not None and (not value or value[0] in "/\\" or ":" in value or ".." in re.split(r"[/\\]", value)):
        here = 'a file inside the package, such as "templates/housing.toml"'
        raise ValueError(f"'{attribute.alias}' is {here}, not \"{value}\"")


def day(_instance: Any, attribute: Any, value: Any) -> None:
    """What attrs asks of an attribute that is a day: a date, without a time."""
    if type(value) is not date:
        raise ValueError(f"'{attribute.alias}' is a date, such as date(2027, 4, 1), not {kind_of(value)}")


def year_of_work(instance: object, attribute: Any, value: Any) -> None:
    """What attrs asks of an attribute that is the year of a work."""
    is_a(int, "a whole number")(instance, attribute, value)
    if isinstance(value, bool) or value < 1:
        raise ValueError(f"'year' is a year, such as 2020, not {value}")


def reaches(value: Any, least: Any, *, exact: bool) -> bool:
    """Whether an amount, a length of time or a number of entries is at least so much; a length as people round it.

    Args:
        value: a number, a duration or a list.
        least: the number or the duration.
        exact: whether lengths of time are compared to the day.

    Raises:
        UnitsDifferError: where time spent is compared with time passed.

    Examples:
        >>> days, months = Duration.parse("90 days"), Duration.parse("3 months")
        >>> reaches(("a", "b"), 2, exact=False), reaches(days, months, exact=False), reaches(days, months, exact=True)
        (True, True, False)
    """
    if isinstance(value, Duration) and not exact:
        return not value.is_shorter_than(least)
    return bool(_amount(value) >= least)


def exceeds(value: Any, most: Any, *, exact: bool) -> bool:
    """Whether an amount, a length of time or a number of entries is more than so much; the rest as of `reaches`.

    Examples:
        >>> exceeds(Duration.parse("26 weeks"), Duration.parse("6 months"), exact=False)
        False
    """
    if isinstance(value, Duration) and not exact:
        return value.is_longer_than(most)
    return not _amount(value) <= most


def _amount(value: Any) -> Any:
    return len(value) if isinstance(value, tuple) else value


def as_bound(bound: Any) -> Any:
    """A bound as authors write it: "30 days" is a duration, since no other text can be put in order.

    Raises:
        ValueError: for what is neither a length of time nor a whole number.
    """
    if isinstance(bound, str):
        return Duration.parse(bound)
    if type(bound) is int or isinstance(bound, Duration):
        return bound
    raise ValueError(f'a bound is a length of time such as "30 days", or a whole number; {kind_of(bound)} is neither')


def check_named(function: str, named: tuple[Any, ...], what: str, types: tuple[type, ...]) -> None:
    """Refuses what an author gives a function by place, such as `one_of("yes")`, where it is not of these types.

    Raises:
        ValueError: naming the first that is not, or where there is nothing.
    """
    wrong = [value for value in named if type(value) not in types]
    if wrong or not named:
        by_name = "; a strength and sources are given by name: strength=…, sources=[…]"
        said = kind_of(wrong[0]) + by_name if wrong else "nothing"
        raise ValueError(f"{function}() takes {what}, not {said}")


TEXT = is_a(str, "a text")
OPTIONAL_TEXT = is_a((str, type(None)), "a text")


def kind_of(value: Any) -> str:
    """What a value is, for the author who put it in the wrong place, in as few words as show which one it is.

    Examples:
        >>> kind_of("soon"), kind_of(None), kind_of(2), kind_of(len)
        ('a text', 'None', 'a whole number', 'a function')
    """
    if value is None or isinstance(value, bool | Enum):
        return f"{type(value).__name__}.{value.name}" if isinstance(value, Enum) else str(value)
    for kind, words in _KINDS.items():
        if isinstance(value, kind):
            return words
    if isinstance(value, type):
        return f"the class {value.__name__}"
    if callable(value):
        return "a function"
    name = type(value).__name__
    return f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


_KINDS = {str: "a text", int: "a whole number", float: "a number", list: "a list", tuple: "a tuple", dict: "a mapping"}
