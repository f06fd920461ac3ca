"""The keys of the tables that every programme shares, by their paths."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

import attrs

from mentorkit.programme.key import field_to_key, key_to_field
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class SharedKey(ByFields):
    """A key of the tables that every programme shares.

    Attributes:
        type: of its value.
        description: what it means.
        example: a value, as the file writes it.
    """

    type: Any
    description: str
    example: str


@lru_cache(maxsize=1024)
def shared_key(path: Path) -> SharedKey | None:
    """The shared key at a path such as ("training", "award", "level"), or None where there is none."""
    table: Any = Programme
    field = None
    for part in path:
        if not attrs.has(table):
            return None
        field = getattr(attrs.fields(table), key_to_field(str(part)), None)
        if field is None or "sector_values" in field.metadata:
            return None
        table = stated_type(field.type)
    if field is None or "description" not in field.metadata:
        return None
    return SharedKey(table, field.metadata["description"], field.metadata["example"])


def shared_names(table: Any = Programme, before: str = "") -> Iterator[str]:
    """The keys of a table, and of the tables in it, as authors write them: "training.award.level"."""
    for field in attrs.fields(table):
        kind, name = stated_type(field.type), f"{before}{field_to_key(field.name)}"
        if "description" in field.metadata:
            yield name
        if attrs.has(kind):
            yield from shared_names(kind, f"{name}.")


def stated_type(type_: Any) -> Any:
    """The type of a key's value where it is stated: `X | None` without the None."""
    members = [member for member in get_args(type_) if member is not type(None)]
    return members[0] if type(None) in get_args(type_) and len(members) == 1 else type_


def shared_table(name: str | int) -> Any:
    """The class of a table that every programme shares and in which sectors may have their own, or None."""
    field = getattr(attrs.fields(Programme), str(name), None)
    return field.type if field is not None and attrs.has(field.type) else None
