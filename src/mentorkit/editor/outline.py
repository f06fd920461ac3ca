"""Find what stands where in a file that may be half typed.

`toml/positions.py` is exact and wants a file that TOML's own parser accepts. While somebody types there is none, and
the question is what the cursor stands on. This reading gives for an accepted file the same places, and for any other
the most likely ones: a list or a text that is not closed ends before the next line that begins like a key or a header.
"""

import re
import tomllib
from bisect import bisect_right

import attrs

from mentorkit.programme.path import Path

_DEEPEST = 50
"""Lists and tables inside each other; no design has five."""

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_REST = re.compile(r"[^\n]*")
_BASIC = r'"(?:\\[^\r\n]|[^"\\\r\n])*+"?'
_LITERAL = r"'[^'\r\n]*+'?"
_KEY = re.compile(rf"{_BASIC}|{_LITERAL}|[^\s\[\]{{}},=#\"'.]+")
_SCALAR = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    rf"|{_BASIC}|{_LITERAL}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9:.+Zz-]+"
    r"|[^\s\[\]{},=#\"']+",
    re.DOTALL,
)
_STATEMENT = re.compile(
    r"[A-Za-z0-9_.-]+[ \t]*="
    r"|\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*\])[A-Za-z][A-Za-z0-9_. \t-]*\]\]?[ \t]*(?:#|\r?$)",
    re.MULTILINE,
)
"""What can begin a line of the file, and none of a list."""


@attrs.frozen
class Entry:
    """A key, a table under a header, or an entry of a list.

    Attributes:
        path: of it.
        key: from where to where its key is written; an entry of a list is its own key, a header its last name.
        value: from where to where its value is written; the header of a table.
        header: whether it is a table with a header of its own.
    """

    path: Path
    key: tuple[int, int]
    value: tuple[int, int]
    header: bool = False


@attrs.frozen
class Cursor:
    """What stands, or could stand, at an offset.

    Attributes:
        kind: header, key or value.
        path: of the table that the header or key is a part of; of the value itself, where it is one.
        start: of what is written there, and would be replaced.
        end: of it.
        double: whether it is a header in double brackets.
    """

    kind: str
    path: Path
    start: int
    end: int
    double: bool = False


@attrs.frozen
class _Slot:
    """A stretch of the file in which a cursor means one thing; `whole` where that is one word."""

    kind: str
    path: Path
    start: int
    end: int
    whole: bool = True
    double: bool = False


class Outline:
    """What stands where in one text.

    Attributes:
        text: the text.
        entries: in the order of the file.
        by_path: the first entry of each path.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.entries: list[Entry] = []
        self._slots: list[_Slot] = []
        self._newest: dict[Path, int] = {}
        self._scan()
        self._headers = [entry for entry in self.entries if entry.header]
        self.by_path: dict[Path, Entry] = {}
        for entry in self.entries:
            self.by_path.setdefault(entry.path, entry)

    def table_at(self, offset: int) -> Path:
        """The table whose header stands above an offset."""
        above = bisect_right(self._headers, offset, key=lambda header: header.value[0])
        return self._headers[above - 1].path if above else ()

    def cursor(self, offset: int) -> Cursor | None:
        """What stands, or could stand, at an offset; None in a comment and behind what is complete."""
        around = [slot for slot in self._slots if slot.start <= offset <= slot.end]
        if around:
            slot = min(reversed(around), key=lambda slot: (slot.end - slot.start, not slot.whole))
            start, end = (slot.start, slot.end) if slot.whole else (offset, offset)
            return Cursor(slot.kind, slot.path, start, end, slot.double)
        line = self.text.rfind("\n", 0, offset) + 1
        blank = not self.text[line:offset].strip()
        return Cursor("key", self.table_at(offset), offset, offset) if blank else None

    def written(self, entry: Entry) -> str:
        """The text that a value says, or what is written where that is no text."""
        return _unquoted(self.text[slice(*entry.value)])

    def texts(self, *pattern: str | int) -> dict[Path, str]:
        """The values at every path of a pattern, in which -1 stands for any entry of a list."""
        return {
            entry.path: self.written(entry)
            for entry in self.entries
            if len(entry.path) == len(pattern)
            if all(
                part == wanted or (wanted == -1 and isinstance(part, int))
                for part, wanted in zip(entry.path, pattern, strict=True)
            )
        }

    def _scan(self) -> None:
        table: Path = ()
        pos = self._skip(_BLANK, 0)
        while pos < len(self.text):
            if self.text[pos] == "[":
                table, pos = self._header(pos)
            else:
                pos = self._statement(pos, table)
            pos = self._skip(_BLANK, self._skip(_REST, pos))

    def _skip(self, pattern: re.Pattern[str], pos: int) -> int:
        found = pattern.match(self.text, pos)
        return found.end() if found else pos

    def _header(self, start: int) -> tuple[Path, int]:
        """Reads a header; gives the path of its table, and the offset behind it."""
        double = self.text.startswith("[[", start)
        path: Path = ()
        pos = start + 1 + double
        key = (pos, pos)
        while True:
            pos = self._skip(_SPACE, pos)
            found = _KEY.match(self.text, pos)
            key = found.span() if found else (pos, pos)
            if path in self._newest:
                path = (*path, self._newest[path])
            self._slots.append(_Slot("header", path, *key, double=double))
            pos = self._skip(_SPACE, key[1])
            if not found:
                break
            path = (*path, _unquoted(found[0]))
            if not self.text.startswith(".", pos):
                break
            pos += 1
        pos = self._closing(pos, "]]" if double else "]")
        if double and path:
            index = self._newest[path] = self._newest.get(path, -1) + 1
            path = (*path, index)
        if path:
            self.entries.append(Entry(path, key, (start, pos), header=True))
        return path, pos

    def _closing(self, pos: int, sign: str) -> int:
        return pos + len(sign) if self.text.startswith(sign, pos) else pos

    def _statement(self, pos: int, table: Path, depth: int = 0) -> int:
        """Reads a key and its value, the latter where there is one; gives the offset behind them."""
        path = table
        while True:
            found = _KEY.match(self.text, pos)
            key = found.span() if found else (pos, pos)
            self._slots.append(_Slot("key", path, *key))
            pos = self._skip(_SPACE, key[1])
            if not found:
                return max(pos, key[1])
            path = (*path, _unquoted(found[0]))
            if not self.text.startswith(".", pos):
                break
            pos = self._skip(_SPACE, pos + 1)
        if not self.text.startswith("=", pos):
            return pos
        at = len(self.entries)
        start = self._skip(_SPACE, pos + 1)
        end = self._value(start, path, depth)
        if end == start:
            self._slots.append(_Slot("value", path, pos + 1, start, whole=False))
        self.entries.insert(at, Entry(path, key, (start, end)))
        return end

    def _value(self, start: int, path: Path, depth: int) -> int:
        if depth < _DEEPEST and self.text.startswith("[", start):
            return self._list(start, path, depth + 1)
        if depth < _DEEPEST and self.text.startswith("{", start):
            return self._table(start, path, depth + 1)
        found = _SCALAR.match(self.text, start)
        if found is None:
            return start
        self._slots.append(_Slot("value", path, start, found.end()))
        return found.end()

    def _list(self, start: int, path: Path, depth: int) -> int:
        pos = end = start + 1
        index = 0
        while True:
            pos = self._skip(_BLANK, pos)
            sign = self.text[pos : pos + 1]
            if sign == "]":
                end = pos + 1
                break
            if sign in ("", "}", "=") or self._begins_statement(pos):
                break
            if sign == ",":
                pos = end = pos + 1
                continue
            at = len(self.entries)
            end = self._value(pos, (*path, index), depth)
            if end == pos:
                break
            self.entries.insert(at, Entry((*path, index), (pos, end), (pos, end)))
            pos, index = end, index + 1
        inside = end - 1 if sign == "]" else max(pos - 1, end)
        self._slots.append(_Slot("value", (*path, index), start + 1, inside, whole=False))
        return end

    def _begins_statement(self, pos: int) -> bool:
        line = self.text.rfind("\n", 0, pos) + 1
        return not self.text[line:pos].strip() and _STATEMENT.match(self.text, pos) is not None

    def _table(self, start: int, path: Path, depth: int) -> int:
        pos = end = start + 1
        while True:
            pos = self._skip(_SPACE, pos)
            sign = self.text[pos : pos + 1]
            if sign == "}":
                end = pos + 1
                break
            if sign in ("", "\r", "\n", "#", "]"):
                break
            if sign == ",":
                pos = end = pos + 1
                continue
            end = self._statement(pos, path, depth)
            if end == pos:
                break
            pos = end
        inside = end - 1 if sign == "}" else max(pos, end)
        self._slots.append(_Slot("key", path, start + 1, inside, whole=False))
        return end


def _unquoted(token: str) -> str:
    """What a quoted key or text says; the token itself where it has no quotes."""
    if token[:1] not in ("'", '"'):
        return token
    if "\\" not in token and token[:3] not in ("'''", '"""'):
        return token[1:].removesuffix(token[0])
    try:
        return str(tomllib.loads(f"text = {token}")["text"])
    except ValueError:
        return token
