"""Places of the file as attributes, so that an editor completes them and a slip is found: At.supervision.led_by.

What type checkers know of it stands in `at.pyi`, which `docs/generate.py` writes from the tables.
"""

from functools import lru_cache
from typing import Any

import attrs

from mentorkit.programme.key import KEY, field_to_key
from mentorkit.programme.path import Place
from mentorkit.programme.shared_keys import stated_type
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean


class _PlaceOfTables(Place):
    """The places of the tables that every programme shares, each an attribute of the one that it stands in."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "_PlaceOfTables":
        if name.startswith("__"):
            raise AttributeError(name)
        keys, text = keys_at(str(self)), str(self)
        if not keys:
            raise AttributeError(f'"{text}" is a key of the file, and has no keys of its own')
        if (key := field_to_key(name)) not in keys:
            table = f"[{text}] has no key" if text else "the file has no table"
            raise AttributeError(f'{table} "{key}"{asks(did_you_mean(key, keys))}')
        return _PlaceOfTables(f"{text}.{key}" if text else key)


@lru_cache(maxsize=1024)  # rules name the same few tables again and again
def keys_at(place: str) -> dict[str, Any]:
    """The keys of the table at a place, each with its type; none where it is no table of the shared ones."""
    table: Any = Programme
    for part in place.split(".") if place else ():
        found = {field_to_key(field.name): field for field in attrs.fields(table)}.get(part)
        table = found and stated_type(found.type)
        if table is None or not attrs.has(table):
            return {}
    types = {field: stated_type(field.type) for field in attrs.fields(table)}
    return {
        field_to_key(field.name): type_
        for field, type_ in types.items()
        if KEY in field.metadata or attrs.has(type_)  # and not the parts of a value, such as of a length
    }


At = _PlaceOfTables()
