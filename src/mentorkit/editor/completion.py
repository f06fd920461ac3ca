"""What could be written at the cursor: tables, keys and values."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import attrs

from mentorkit.core.limit import AtLeast, AtMost, Includes, IncludesOneOf, OneOf
from mentorkit.core.rulebook import STANDARDS, Rulebook
from mentorkit.editor.keys import Key, is_own_name, key_at, keys_in, limits_at, type_at
from mentorkit.editor.names import given_to
from mentorkit.editor.reading import Reading
from mentorkit.programme.formats import ONLY_IN
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import Path
from mentorkit.text.values_in_text import written
from mentorkit.toml.outline import Cursor, Outline
from mentorkit.values.own_name import OTHER


@attrs.frozen
class Completion:
    """One thing that could be written.

    Attributes:
        kind: table, key or value.
        label: what the list shows.
        text: what is written.
        start: offset of what it replaces.
        end: offset behind that.
        detail: what it is, in a few words.
    """

    kind: str
    label: str
    text: str
    start: int
    end: int
    detail: str


def completions(reading: Reading, offset: int, sectors: tuple[str, ...] = ()) -> list[Completion]:
    """What could be written at an offset, the likeliest first.

    Args:
        reading: of the text.
        offset: of the cursor.
        sectors: the names of those that are installed.
    """
    cursor = reading.outline.cursor(offset)
    if cursor is None:
        return []
    if cursor.kind == "header":
        return list(_headers(reading, cursor))
    if cursor.kind == "key":
        return list(_keys(reading, cursor))
    if _says_what_an_entry_is(reading.book, cursor.path):
        return list(_what_an_entry_is(reading, cursor))
    type_ = type_at(reading.book, cursor.path)
    in_list = get_origin(type_) is tuple
    path = (*cursor.path, 0) if in_list else cursor.path
    found = dict(_values(reading, path, sectors))
    parent = path[:-1] if isinstance(path[-1], int) else None
    there = _entries(reading.outline, parent, but=cursor.path) if parent else set()
    return [
        Completion("value", text, f"[{text}]" if in_list else text, cursor.start, cursor.end, detail)
        for text, detail in found.items()
        if text not in there
    ]


def _says_what_an_entry_is(book: Rulebook, path: Path) -> bool:
    """Whether a key stands in an entry of an open list, or in an open text, and says what that is to rules."""
    return len(path) > 1 and path[-1] == "is" and is_own_name(book, path[:-1])


def _what_an_entry_is(reading: Reading, cursor: Cursor) -> Iterator[Completion]:
    entry = cursor.path[:-1]
    found = dict(_values(reading, entry, ()))
    if get_origin(type_at(reading.book, entry)) is Literal:
        found[written(OTHER)] = "none of these"
    for text, detail in found.items():
        yield Completion("value", text, text, cursor.start, cursor.end, detail)


def _entries(outline: Outline, path: Path, but: Path) -> set[str]:
    """The entries of a list, as they are written, without the one at the cursor."""
    return {written(text) for at, text in outline.texts(*path, -1).items() if at != but}


def _of_format(reading: Reading, table: Path) -> Iterator[tuple[str, Key]]:
    """The keys that a table has in the format of the file."""
    version = reading.format
    for name, key in keys_in(reading.book, table).items():
        if ONLY_IN.get((*table, name), version) == version:
            yield name, key


def _headers(reading: Reading, cursor: Cursor) -> Iterator[Completion]:
    closing = "]]" if cursor.double else "]"
    closed = reading.text.startswith("]", cursor.end)
    for name, key in _of_format(reading, cursor.path):
        nests = key.is_table and any(
            within.is_list_of_tables for _, within in _of_format(reading, (*cursor.path, name))
        )
        if key.is_list_of_tables if cursor.double else key.is_table:
            text = name if closed else name + closing
            yield Completion("table", name, text, cursor.start, cursor.end, key.declared.description)
        elif cursor.double and nests:
            yield Completion("table", name, name, cursor.start, cursor.end, key.declared.description)


def _keys(reading: Reading, cursor: Cursor) -> Iterator[Completion]:
    """The keys that a table has and this one does not state; before the first header the tables too."""
    there = {
        entry.path[len(cursor.path)]
        for entry in reading.outline.entries
        if len(entry.path) > len(cursor.path) and entry.path[: len(cursor.path)] == cursor.path
        if entry.key != (cursor.start, cursor.end)
    }
    rest = reading.text[cursor.end :].partition("\n")[0].lstrip(" \t")
    for name, key in _of_format(reading, cursor.path):
        if name in there:
            continue
        heading = cursor.path == () and (key.is_table or key.is_list_of_tables)
        if key.type is None and not heading:
            continue  # a sector's table needs a header of its own
        text = name if rest.startswith(("=", ".")) else f"{name} = "
        if heading:
            text = f"[[{name}]]" if key.is_list_of_tables else f"[{name}]"
        kind = "table" if heading else "key"
        yield Completion(
            kind, text if heading else name, text, cursor.start, cursor.end, _described(key, heading=heading)
        )


def _described(key: Key, *, heading: bool) -> str:
    return key.declared.description if heading else f"{kind_in_words(key.type)}: {key.declared.description}"


def _values(reading: Reading, path: Path, sectors: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Values as the file writes them, each with what it is; of equal values the last one counts."""
    book = reading.book
    type_ = type_at(book, path)
    if path[:-1] == ("programme", "sectors"):
        yield from ((written(name), "sector") for name in sectors if name != STANDARDS)
    elif path[0] == "waivers" and path[-1] == "rule":
        yield from ((written(rule.id), rule.name) for rule in book.rules if rule.waivable)
    elif len(path) == 3 and path[1] == "collects":
        yield from _facts(book, str(path[0]))
    elif type_ is bool:
        yield from (("true", ""), ("false", ""))
    elif get_origin(type_) is Literal:
        yield from ((written(choice), "") for choice in get_args(type_))
    yield from ((written(name), "named in this file") for name in given_to(reading.outline, path))
    list_path = path[:-1] if isinstance(path[-1], int) else path
    yield from _wanted(book, list_path, type_)
    key = key_at(book, path)
    if key and key.declared.example and not key.is_table and type_ is not bool and get_origin(type_) is not Literal:
        yield key.declared.example, "example"


def _facts(book: Rulebook, stage: str) -> Iterator[tuple[str, str]]:
    """The facts that rules ask for, those of the rules of this stage first."""
    ordered = sorted(book.facts().items(), key=lambda fact: all(rule.area.table != stage for rule, _ in fact[1]))
    for name, users in ordered:
        yield written(name), book.describe(*users[0])


def _wanted(book: Rulebook, path: Path, type_: Any) -> Iterator[tuple[str, str]]:
    """What limits name, with the rules that do."""
    asked: dict[str, list[str]] = {}
    for rule, _, limit in limits_at(book, path):
        values: tuple[Any, ...] = ()
        if isinstance(limit, Includes | IncludesOneOf):
            values = limit.entries
        elif isinstance(limit, OneOf):
            values = limit.values
        elif isinstance(limit, AtLeast | AtMost) and type(limit.bound) is type_:
            values = (limit.bound,)
        for value in values:
            asked.setdefault(written(value), []).append(f"{rule.id} ({limit.strength.name.lower()})")
    yield from ((text, "named by " + ", ".join(dict.fromkeys(rules))) for text, rules in asked.items())
