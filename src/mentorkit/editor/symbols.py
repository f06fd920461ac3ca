"""The outline of a file as an editor lists it: its tables, stage by stage, with their keys."""

from itertools import pairwise

import attrs

from mentorkit.programme.path import Path, dotted
from mentorkit.toml.outline import Outline, OutlineEntry

_NAMES = ("id", "title", "name", "rule", "role", "every")
"""The keys that tell the entries of a list apart."""


@attrs.define
class Symbol:
    """A table or a key.

    Attributes:
        name: what to call it.
        start: offset at which it begins; a stage or table goes on to the next one.
        end: offset behind it.
        key: from where to where its name is written.
        within: what it holds.
        is_table: whether it has a header.
    """

    name: str
    start: int
    end: int
    key: tuple[int, int]
    within: "list[Symbol]" = attrs.field(factory=list)
    is_table: bool = True


def symbols(outline: Outline) -> list[Symbol]:
    """What an editor lists: what stands before the first header, then stage by stage the tables, each with its keys."""
    found: list[Symbol] = []
    headers = [entry for entry in outline.entries if entry.header]
    ends = {header.path: after.value[0] for header, after in pairwise(headers)}
    table: Path = ()
    holder: Symbol | None = None
    for entry in outline.entries:
        if entry.header:
            stage, table = str(entry.path[0]), entry.path
            end = len(outline.text[: ends.get(table)].rstrip())
            if not found or not found[-1].is_table or found[-1].name != stage:
                found.append(Symbol(stage, entry.value[0], end, entry.value))
            found[-1].end = end
            holder = found[-1]
            if len(table) > 1:
                holder = Symbol(_name(outline, entry), entry.value[0], end, entry.value)
                found[-1].within.append(holder)
        elif len(entry.path) == len(table) + 1:
            made = Symbol(str(entry.path[-1]), entry.key[0], entry.value[1], entry.key, is_table=False)
            (holder.within if holder else found).append(made)
    return found


def _name(outline: Outline, entry: OutlineEntry) -> str:
    if not isinstance(entry.path[-1], int):
        return dotted(entry.path)
    keys = (outline.get((*entry.path, name)) for name in _NAMES)
    called = next((outline.written(key) for key in keys if key), str(entry.path[-1] + 1))
    return f"{dotted(entry.path[:-1])}: {called}"
