"""Every key that a design states, with its value."""

from collections.abc import Iterator
from typing import Any

import attrs

from mentorkit.programme.key import field_to_key, is_in_file
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.values.text_value import is_text_value


def stated_keys(programme: Programme) -> Iterator[tuple[Path, Any]]:
    """The keys that a design states, table by table, in each the shared keys first; a list of tables is one value."""
    for name, field in attrs.fields_dict(Programme).items():
        if is_in_file(field):
            yield from _stated((field_to_key(name),), getattr(programme, name))
            yield from ((path, value) for path, value in programme.sector_values.items() if path[0] == name)


def _stated(path: Path, value: Any) -> Iterator[tuple[Path, Any]]:
    if attrs.has(type(value)) and not is_text_value(type(value)):
        for name in attrs.fields_dict(type(value)):
            yield from _stated((*path, field_to_key(name)), getattr(value, name))
    elif value is not None:
        yield path, value
