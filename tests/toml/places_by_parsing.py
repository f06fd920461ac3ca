"""The places that an outline gives, and a check that does not know them: what stands there is parsed."""

import tomllib
from collections.abc import Iterator
from typing import Any

from mentorkit.programme.path import Path
from mentorkit.toml.outline import Outline

Place = tuple[tuple[int, int], tuple[int, int]]
"""From where to where a key stands, and its value."""


def places(text: str, *, accepted: bool = True) -> dict[Path, Place]:
    """The place of every path of a text."""
    return {path: (entry.key, entry.value) for path, entry in Outline(text, accepted=accepted).items()}


def same(one: Any, other: Any) -> bool:
    """Compare data, taking nan for equal to nan and 1 for different from 1.0 and True."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        return str(one) == str(other)  # tells 0.0 from -0.0, but not nan from nan
    return bool(one == other)


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every path of parsed data but the root, with what is there."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key), value
        if isinstance(value, dict | list):
            yield from walk(value, (*path, key))


def check_by_parsing(text: str, found: dict[Path, Place]) -> None:
    """Check places without knowing them, by parsing what stands there."""
    data = dict(walk(tomllib.loads(text)))
    assert found.keys() == data.keys()
    for path, value in data.items():
        (key_start, key_end), (start, end) = found[path]
        key, source = text[key_start:key_end], text[start:end]
        if isinstance(path[-1], str):
            assert tomllib.loads(f"{key} = 1") == {path[-1]: 1}
        elif not source.startswith("[["):
            assert key == source
        # A table that is only implied, or has a header, does not stand behind an equals sign.
        if not isinstance(value, dict | list) or text[:start].rstrip(" \t").endswith("="):
            assert same(tomllib.loads(f"value = {source}")["value"], value)
