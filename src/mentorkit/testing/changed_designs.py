"""Designs with one key changed, as TOML gives them: what the kit asks rules about beside their cases."""

from collections.abc import Iterator, Mapping
from typing import Any

from mentorkit.programme.path import Path


def without_each_key(table: Mapping[str, Any], above: Path = ()) -> Iterator[tuple[Path, Any, dict[str, Any]]]:
    """Each key of a design that is no table, its value, and the design without it."""
    for key, value in table.items():
        others = {name: other for name, other in table.items() if name != key}
        if isinstance(value, dict):
            for path, inner, less in without_each_key(value, (*above, key)):
                yield path, inner, {**others, key: less}
        else:
            yield (*above, key), value, others


def put(data: dict[str, Any], path: Path, value: Any) -> None:
    """States a value at a path of keys; where that leads through a list, nothing is stated."""
    *tables, key = path
    table: Any = data
    for name in tables:
        table = table.setdefault(name, {}) if isinstance(table, dict) else None
    if isinstance(table, dict):
        table[key] = value
