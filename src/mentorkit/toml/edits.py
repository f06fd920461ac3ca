"""Small changes to the text of a TOML file, of which nothing else changes: keys set, put in, and taken out."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from mentorkit.programme.path import Path, dotted
from mentorkit.text.values_in_text import written
from mentorkit.text.words import CONTROLS
from mentorkit.toml.outline import Outline, OutlineEntry

_WIDTH = 120


class Edit(NamedTuple):
    """A stretch of a text, from a first offset to the one behind the last, and what comes in its place."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits of stretches that do not overlap; of those at one place the first comes first."""
    parts, done = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def line_end(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def key_line(key: str, value: Any) -> str:
    r"""A key with a text, a date or another single value, as a line; a text with quotes in single ones, if it can be.

    Examples:
        >>> key_line("found", 'it is "2 weeks"')
        'found = \'it is "2 weeks"\''
    """
    if isinstance(value, str) and '"' in value and "'" not in value and value.isprintable():
        return f"{key} = '{value}'"
    return escaped_line(key, value)


def escaped_line(key: str, value: Any) -> str:
    r"""A key with a value; what a terminal or an editor would obey, or nobody would see, is escaped.

    Examples:
        >>> escaped_line("found", "\u202ea")
        'found = "\\u202ea"'
    """
    from tomli_w import dumps  # only wanted where something is written; it escapes the controls of ASCII alone

    return CONTROLS.sub(_escape, dumps({key: value}).rstrip("\n"))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _value(key: str | int, value: Any, end: str) -> str:
    """A value as the file writes it; a long list with an entry in each line."""
    short = written(value)
    if not isinstance(value, tuple) or len(f"{key} = {short}") <= _WIDTH:
        return short
    return end.join(["[", *(f"  {written(entry)}," for entry in value), "]"])


def set_value(outline: Outline, path: Path, value: Any) -> Edit:
    """Another value for a key that is there."""
    return Edit(*outline[path].value, _value(path[-1], value, line_end(outline.text)))


def put_behind(outline: Outline, path: Path, behind: Path, value: Any) -> Edit:
    """A key with its value behind another of the same table, which is there."""
    text, entry, end = outline.text, outline[behind], line_end(outline.text)
    if _is_inline(outline, behind[:-1]):
        return Edit(entry.value[1], entry.value[1], f", {path[-1]} = {written(value)}")
    line = text.rfind("\n", 0, entry.key[0]) + 1
    before = text[line : entry.key[0]]
    indent = before[: len(before) - len(before.lstrip())]
    name = str(path[-1]) if outline.table_at(entry.key[0]) == path[:-1] else dotted(path)
    stated = f"{indent}{name} = {_value(path[-1], value, end)}"
    at = text.find("\n", entry.value[1]) + 1
    return Edit(at, at, f"{stated}{end}") if at else Edit(len(text), len(text), f"{end}{stated}")


def take_out(outline: Outline, path: Path) -> Edit:
    """A key and its value taken out, with its line; a comment in that line stays."""
    text, entry = outline.text, outline[path]
    if _is_inline(outline, path[:-1]):
        return _take_out_of_inline(text, entry)
    start = text.rfind("\n", 0, entry.key[0]) + 1
    end = text.find("\n", entry.value[1]) + 1 or len(text)
    before = text[start : entry.key[0]]
    indent = before[: len(before) - len(before.lstrip())]
    rest = text[entry.value[1] : end].lstrip(" \t")
    return Edit(start, end, indent + rest if rest.startswith("#") else "")


def keep_entries(outline: Outline, path: Path, kept: Collection[str]) -> Edit:
    """A list of texts with these alone; comments among its entries stay, each in its line."""
    text, (start, end) = outline.text, outline[path].value
    if "#" not in text[start:end]:
        return set_value(outline, path, tuple(kept))
    others = [place for place, entry in outline.texts(*path, -1).items() if entry not in kept]
    gone = [_with_its_line(text, outline[place].value) for place in others]
    return Edit(start, end, edited(text[:end], (Edit(*stretch, "") for stretch in gone))[start:])


def _with_its_line(text: str, entry: tuple[int, int]) -> tuple[int, int]:
    """Where an entry of a list begins and ends with its comma, and with its line where nothing else is in it."""
    behind = re.compile(r"[ \t]*,?[ \t]*").match(text, entry[1])
    start, end = text.rfind("\n", 0, entry[0]) + 1, behind.end() if behind else entry[1]
    line = re.compile(r"\r?\n").match(text, end)
    return (start, line.end()) if line and not text[start : entry[0]].strip() else (entry[0], end)


def comment_out(outline: Outline, path: Path) -> Edit:
    """A key and its value made a comment in the line that they have, so that what it said is not lost."""
    if _is_inline(outline, path[:-1]):
        return take_out(outline, path)
    start = outline[path].key[0]
    return Edit(start, start, "# ")


def _take_out_of_inline(text: str, entry: OutlineEntry) -> Edit:
    start, end = entry.key[0], entry.value[1]
    behind = len(text) - len(text[end:].lstrip(" \t"))
    if text[behind] == ",":
        behind += 1
        return Edit(start, len(text) - len(text[behind:].lstrip(" \t")), "")
    return Edit(len(text[:start].rstrip(" \t").removesuffix(",").rstrip(" \t")), end, "")


def _is_inline(outline: Outline, table: Path) -> bool:
    entry = outline.get(table)
    return entry is not None and not entry.header and not entry.implied


def put_into_table(outline: Outline, table: str, keys: Mapping[str, Any]) -> Edit:
    """Keys with their values put first into a table, or into a new one at the end."""
    text, end = outline.text, line_end(outline.text)
    entry = outline.get((table,))
    lines = [f"{key} = {_value(key, value, end)}" for key, value in keys.items()]
    if entry is None:
        gap = "" if not text or text.endswith("\n") else end
        return Edit(len(text), len(text), "".join(f"{line}{end}" for line in [f"{gap}", f"[{table}]", *lines]))
    if entry.header:
        at = text.find("\n", entry.value[1]) + 1
        if not at:
            return Edit(len(text), len(text), "".join(f"{end}{line}" for line in lines))
        return Edit(at, at, "".join(f"{line}{end}" for line in lines))
    if entry.implied:
        at = text.rfind("\n", 0, entry.key[0]) + 1
        return Edit(at, at, "".join(f"{table}.{line}{end}" for line in lines))
    at = entry.value[0] + 1
    empty = not text[at : entry.value[1] - 1].strip()
    inline = ", ".join(f"{key} = {written(value)}" for key, value in keys.items())
    return Edit(at, at, f" {inline}{' ' if empty else ','}")
