"""Writes what type checkers know of `At`, the places of the file, from the tables that every programme shares."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mentorkit.programme.at import keys_at
from mentorkit.programme.key import key_to_field

STUB = Path(__file__).parent.parent / "src" / "mentorkit" / "programme" / "at.pyi"

_HEAD = '''"""The places of the file; written by docs/generate.py."""

from typing import Any

from mentorkit.programme.path import Place

def keys_at(place: str) -> dict[str, Any]: ...

'''


def pages() -> dict[Path, str]:
    """The stub, by its place."""
    classes = list(_classes("", "_At", keys_at("")))
    return {STUB: "\n".join([_HEAD + "\n".join(classes), "At: _At", ""])}


def _classes(place: str, name: str, keys: dict[str, Any]) -> Iterator[str]:
    """The class of a table, after those of the tables in it."""
    lines = []
    for key in keys:
        within = f"{place}.{key}" if place else key
        kind = "Place"
        if keys_at(within):
            kind = f"_{within.title().replace('_', '').replace('.', '')}"
            yield from _classes(within, kind, keys_at(within))
        lines.append(f"    {key_to_field(key)}: {kind}")
    yield "\n".join([f"class {name}(Place):", *lines, ""])
