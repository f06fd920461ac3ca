"""Designs with one key changed, as TOML gives them: what the kit asks rules about beside their cases."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from mentorkit.core.arguments import Argument
from mentorkit.core.limit import Bound, Limit
from mentorkit.programme.path import Path
from mentorkit.values.duration import Duration
from mentorkit.values.time_passed import TimePassed

LENGTHS = ("1 day", "1 week", "14 days", "30 days", "3 months", "6 months", "1 year", "2 years", "5 years", "10 years")
"""Lengths of time from the shortest to the longest, each longer than the one before by every calendar."""


def without_each_key(table: Mapping[str, Any], above: Path = ()) -> Iterator[tuple[Path, Any, dict[str, Any]]]:
    """Each key of a design, and each table of several, its value, and the design without it."""
    for key, value in table.items():
        others = {name: other for name, other in table.items() if name != key}
        if not isinstance(value, dict) or len(value) > 1:
            yield (*above, key), value, others
        if isinstance(value, dict):
            for path, inner, less in without_each_key(value, (*above, key)):
                yield path, inner, {**others, key: less}


def put(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """States a value at a path of keys, and gives the design; where that leads through a list, nothing is stated."""
    *tables, key = path
    table: Any = data
    for name in tables:
        table = table.setdefault(name, {}) if isinstance(table, dict) else None
    if isinstance(table, dict):
        table[key] = value
    return data


def around(limits: Iterable[Limit], type_: Any) -> list[Any]:
    """Values of an ordered type from the least to the greatest, at and beside the bounds; empty for other types."""
    bounds = [limit.bound for limit in limits if isinstance(limit, Bound)]
    if type_ is int:
        return sorted({0, 1, 2, 5, 30, *(bound + step for bound in bounds for step in (-1, 0, 1) if bound + step >= 0)})
    if type_ in (Duration, TimePassed):
        lengths = {*map(type_.parse, LENGTHS), *bounds}
        return sorted((length for length in lengths if not length.minutes), key=lambda length: length.in_days)
    return []


def values_to_try(argument: Argument) -> list[Any]:
    """Values that a file may state for a parameter, at the ends of what its type allows and beside its limits."""
    if get_origin(argument.type) is Literal:
        return list(get_args(argument.type))
    if get_origin(argument.type) is tuple:
        return [[]]
    ends: dict[Any, list[Any]] = {bool: [False, True], str: ["something else"]}
    return ends.get(argument.type) or around(argument.limits, argument.type)
