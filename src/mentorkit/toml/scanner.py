r"""The one reading of a TOML text that finds where its keys and values stand.

The standard parser gives the data but no places. This reading gives the places but no data, of a text that the parser
accepts as of one that is half typed. What is written as TOML wants it is read by one regular expression for a line, a
field or an entry. Where none of them matches, the text is read for what it most likely means: a list or a text that is
not closed ends before the next line that begins like a key or a header.

All offsets count code points of the text as given (``\r\n`` counts two). The time that it takes is in step with the
length of the text.
"""

import re
import tomllib
from functools import cache
from typing import NamedTuple, cast

from mentorkit.programme.path import Path

OffsetRange = tuple[int, int]
"""From the offset of a first character to that behind the last."""

ScannedEntry = tuple[Path, OffsetRange, OffsetRange, bool]
"""A path, where its key stands and where its value, and whether it is a table with a header. Plain tuples are quick."""

_DEEPEST = 50
"""How long a path gets in a text that is half typed; no design has one of ten."""

_DEEPEST_ACCEPTED = 4_000
"""The same where the parser accepts the text; it gives up long before, except for the parts of one key."""

# No loop in these patterns can match the same text in two ways, which keeps the reading linear. Possessive loops are
# only over single characters, as early releases of Python 3.11 get those over groups wrong.
_BLANK = r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*"
_BASIC = r'"[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*'
_LITERAL = r"'[^'\r\n]*+"
_TIMED = r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9:.+Zz-]++"  # a space may part a date from its time
_BARE_KEY = r"[A-Za-z0-9_-]++"

# A value as TOML wants it that is neither list nor table. An empty text and one more quote are no text of two quotes:
# three open a text of several lines, in which one or two may stand right before those that close it. What has no quotes
# ends before a comma, a bracket, a comment or the end of the line, or else it is none of these.
_SCALAR = (
    rf'((?!""")(?:{_BASIC}")'
    rf"|(?!''')(?:{_LITERAL}')"
    r'|"""[^"\\]*+(?:(?:\\.|""?+(?!"))[^"\\]*+)*"{3,5}'
    r"|'''[^']*+(?:''?+(?!')[^']*+)*'{3,5}"
    rf"|(?:{_TIMED}|[A-Za-z0-9_+.:-]++)(?=[ \t]*+(?:[\r\n,\]}}#]|\Z)))"
)
_PAIR = rf"({_BARE_KEY})[ \t]*+=[ \t]*+"
_LINE = re.compile(rf"{_PAIR}(?:{_SCALAR}[ \t\r]*+(?:#[^\n]*+)?(?:\n|\Z){_BLANK}|(?=[\[{{]))", re.DOTALL)
_FIELD = re.compile(rf"[ \t]*+{_PAIR}{_SCALAR}[ \t]*+(?:,|(?=\}}))", re.DOTALL)
_ENTRY = re.compile(rf"{_BLANK}{_SCALAR}(?:{_BLANK},)?(?:{_BLANK}(\]))?", re.DOTALL)
_HEADER = re.compile(rf"\[(\[)?({_BARE_KEY}(?:\.{_BARE_KEY})*)\](?(1)\])")

# The same for what may be half typed; a whole file needs none of these, so they are compiled where one does.
_ANY_PART = rf"""[ \t]*+({_BASIC}"?|{_LITERAL}'?|[^\s\[\]{{}},=#"'.]+|)[ \t]*+([.=]?)[ \t]*+"""
_ANY_SCALAR = (
    r'(?s:"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)'
    r"|'''.*?(?:'{3,5}|\Z)"
    rf"""|{_BASIC}"?|{_LITERAL}'?|{_TIMED}|[^\s\[\]{{}},=#"']+)"""
)
_STATEMENT = (  # what can begin a line of the file, and none of a list
    r"[A-Za-z0-9_.-]+[ \t]*="
    r"|\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*\])[A-Za-z][A-Za-z0-9_. \t-]*\]\]?[ \t]*(?:#|(?m:\r?$))"
)
_BLANKS = re.compile(_BLANK)
_SPACES = re.compile(r"[ \t]*+")
_REST = re.compile(rf"[^\n]*+{_BLANK}")
_COMMAS = re.compile(rf"(?:{_BLANK},)*")
_NOTHING = re.compile(r"(?!)")


class CursorRange(NamedTuple):
    """A stretch of a text in which a cursor means one thing.

    Attributes:
        kind: header, key or value.
        path: of the table that the header or key is a part of; of the value itself, where it is one.
        start: the first offset of a cursor in it.
        end: the last.
        whole: whether one word fills it.
        double: whether it is a header in double brackets.
    """

    kind: str
    path: Path
    start: int
    end: int
    whole: bool = True
    double: bool = False


class _OpenContainer:
    """A list or inline table, as far as it has been read.

    Attributes:
        path: of it.
        key: from where to where its key is written; None for an entry of a list.
        start: offset of its bracket.
        end: offset behind what has been read.
        entries: how many there are in a list so far.
        row: the number of its own row.
    """

    __slots__ = ("end", "entries", "key", "path", "row", "start")

    def __init__(self, path: Path, key: OffsetRange | None, start: int, row: int) -> None:
        self.path = path
        self.key = key
        self.start = start
        self.end = start + 1
        self.entries = 0
        self.row = row


class Scanner:
    """Reads a text, once.

    Args:
        text: the text.
        accepted: whether the parser accepts it; then an inline table may go on in the next line, as it may in TOML 1.1.
        with_cursor_ranges: whether to note what a cursor can stand on, which takes longer.

    Attributes:
        rows: of all that is written, in the order of the text.
        implied: those of tables that are a part of longer keys, at the first of these, and of lists of tables, at the
            first of their headers. Such a table can be among the rows as well.
        cursor_ranges: what a cursor can stand on.
    """

    def __init__(self, text: str, *, accepted: bool, with_cursor_ranges: bool = False) -> None:
        self.rows: list[ScannedEntry] = []
        self.implied: dict[Path, ScannedEntry] = {}
        self.cursor_ranges: list[CursorRange] = []
        self._text = text
        self._blank_in_braces = _BLANKS if accepted else _SPACES
        self._deepest = _DEEPEST_ACCEPTED if accepted else _DEEPEST
        self._quick = not with_cursor_ranges
        self._field, self._entry = (_FIELD, _ENTRY) if self._quick else (_NOTHING, _NOTHING)
        self._newest: dict[Path, int] = {}  # the index of the newest table of each list of tables
        self._read()

    def _read(self) -> None:
        text, add = self._text, self.rows.append
        line = _LINE if self._quick else _NOTHING
        table: Path = ()
        pos = _end_of_match(_BLANKS, text, 0)
        while pos < len(text):
            if found := line.match(text, pos):
                if found.lastindex == 2:
                    add(((*table, found[1]), found.span(1), found.span(2), False))
                    pos = found.end()
                    continue
                pos = self._container(found.end(), (*table, found[1]), found.span(1))
            elif text[pos] == "[":
                table, pos = self._header(pos)
            else:
                pos = self._statement(pos, table)
            pos = _end_of_match(_REST, text, pos)

    def _header(self, start: int) -> tuple[Path, int]:
        """Reads a header; gives the path of its table, and the offset behind it."""
        found = _HEADER.match(self._text, start) if self._quick else None
        double = self._text.startswith("[[", start)
        path: Path = ()
        if found:
            pos, end = found.start(2), found.end()
            *above, name = found[2].split(".")
            for part in above:
                path = self._imply(path, part, (pos, pos + len(part)))
                pos += len(part) + 1
            path, key = (*path, name), (pos, pos + len(name))
        else:
            path, key, end = self._any_header(start + 1 + double, double=double)
        if double and path:
            self.implied.setdefault(path, (path, key, (start, end), True))
            self._newest[path] = self._newest.get(path, -1) + 1
            path = (*path, self._newest[path])
        if path:
            self.rows.append((path, key, (start, end), True))
        return path, end

    def _any_header(self, pos: int, *, double: bool) -> tuple[Path, OffsetRange, int]:
        """Reads what follows the brackets of a header; gives its path, where its last name stands, and its end."""
        path: Path = ()
        while True:
            part = _key_part(self._text, pos)
            name, sign = part.groups()
            self._add_cursor_range("header", path, *part.span(1), double=double)
            if not name or sign != ".":
                break
            path = self._imply(path, unquoted(name), part.span(1))
            pos = part.end()
        end = part.start(2)
        closing = "]]" if double else "]"
        if self._text.startswith(closing, end):
            end += len(closing)
        return (*path, unquoted(name)) if name else path, part.span(1), end

    def _imply(self, path: Path, name: str, key: OffsetRange) -> Path:
        """Notes a table in a longer key; gives its path, or that of its newest table where it is a list of tables."""
        if len(path) >= self._deepest:
            return path
        path = (*path, name)
        if path in self._newest:
            return (*path, self._newest[path])
        self.implied.setdefault(path, (path, key, key, False))
        return path

    def _statement(self, pos: int, table: Path) -> int:
        """Reads a key and its value, the latter where there is one; gives the offset behind them."""
        path, key, pos, has_value = self._key(pos, table)
        if not has_value:
            return pos
        if self._text.startswith(("[", "{"), pos):
            return self._container(pos, path, key)
        return self._scalar(pos, path, key)

    def _key(self, pos: int, path: Path) -> tuple[Path, OffsetRange, int, bool]:
        """Reads a key in a table; gives its path, where its last name stands, what is behind it, and if it has a =."""
        while True:
            part = _key_part(self._text, pos)
            name, sign = part.groups()
            key = part.span(1)
            self._add_cursor_range("key", path, *key)
            if not name:
                return path, key, key[1], False
            if sign != ".":
                return (*path, unquoted(name)), key, part.end(), sign == "="
            path = self._imply(path, unquoted(name), key)
            pos = part.end()

    def _scalar(self, pos: int, path: Path, key: OffsetRange | None) -> int:
        """Reads a value that is neither list nor table, also one that is missing; gives the offset behind it."""
        found = _compiled(_ANY_SCALAR).match(self._text, pos)
        if found:
            self._add_cursor_range("value", path, *found.span())
            self.rows.append((path, key or found.span(), found.span(), False))
            return found.end()
        if key:
            self._add_cursor_range("value", path, self._text.rindex("=", 0, pos) + 1, pos, whole=False)
            self.rows.append((path, key, (pos, pos), False))
        return pos

    def _container(self, pos: int, path: Path, key: OffsetRange) -> int:
        """Reads a list or an inline table, with all in it; gives the offset behind it.

        Those that are open are kept on a list, not on the call stack, which is not as deep as they can be.
        """
        around: list[_OpenContainer] = []
        inner: _OpenContainer | None = _OpenContainer(path, key, pos, len(self.rows))
        while True:
            if inner:
                around.append(inner)
                self.rows.append((path, key, key, False))  # keeps its place until its end is known
            else:
                done = around.pop()
                place = (done.start, done.end)
                self.rows[done.row] = (done.path, done.key or place, place, False)
                if not around:
                    return done.end
                around[-1].end = done.end
            within = around[-1]
            inner = self._brackets(within) if self._text[within.start] == "[" else self._braces(within)

    def _brackets(self, within: _OpenContainer) -> _OpenContainer | None:
        """Reads on in a list; gives the list or table that opens in it, or None where it ends."""
        text, add, entry = self._text, self.rows.append, self._entry
        path, index, end = within.path, within.entries, within.end
        pos = end
        while True:
            if found := entry.match(text, pos):
                place = found.span(1)
                add(((*path, index), place, place, False))
                index += 1
                end, pos = place[1], found.end()
                if found.lastindex == 1:
                    continue
                start = pos - 1
            else:
                start = _end_of_match(_BLANKS, text, pos)
            sign = text[start : start + 1]
            if sign == "]":
                self._close(within, start + 1, "value", (*path, index), start)
                return None
            if sign in ("", "}", "=") or (
                text.find("\n", pos, start) >= 0 and _compiled(_STATEMENT).match(text, start)
            ):
                break
            if sign == ",":
                pos = start + 1
            elif sign not in ("[", "{"):
                end = self._scalar(start, (*path, index), None)
                if end == start:
                    break
                pos = end
                index += 1
            elif len(path) < self._deepest:
                within.entries = index + 1
                return _OpenContainer((*path, index), None, start, len(self.rows))
            else:
                end = len(text)  # nobody types such a thing, so nothing more is read
                break
        end = _end_of_match(_COMMAS, text, end)
        self._close(within, end, "value", (*path, index), max(start - 1, end))
        return None

    def _braces(self, within: _OpenContainer) -> _OpenContainer | None:
        """Reads on in an inline table; gives the list or table that opens in it, or None where it ends."""
        text, add, field = self._text, self.rows.append, self._field
        path, pos = within.path, within.end
        end = pos
        while True:
            if found := field.match(text, pos):
                add(((*path, found[1]), found.span(1), found.span(2), False))
                pos = end = found.end()
                continue
            start = _end_of_match(self._blank_in_braces, text, pos)
            sign = text[start : start + 1]
            if sign == "}":
                self._close(within, start + 1, "key", path, start)
                return None
            if sign in ("", "\r", "\n", "#", "]"):
                break
            if sign == ",":
                pos = end = start + 1
                continue
            below, key, pos, has_value = self._key(start, path)
            end = pos
            if pos == start:
                break
            if not has_value:
                continue
            if not text.startswith(("[", "{"), pos):
                pos = end = self._scalar(pos, below, key)
            elif len(path) < self._deepest:
                return _OpenContainer(below, key, pos, len(self.rows))
            else:
                end = len(text)
                break
        self._close(within, end, "key", path, max(start, end))
        return None

    def _close(self, within: _OpenContainer, end: int, kind: str, path: Path, last: int) -> None:
        within.end = end
        self._add_cursor_range(kind, path, within.start + 1, last, whole=False)

    def _add_cursor_range(
        self, kind: str, path: Path, start: int, end: int, *, whole: bool = True, double: bool = False
    ) -> None:
        if not self._quick:
            self.cursor_ranges.append(CursorRange(kind, path, start, end, whole, double))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _end_of_match(pattern: re.Pattern[str], text: str, pos: int) -> int:
    found = pattern.match(text, pos)
    return found.end() if found else pos


def _key_part(text: str, pos: int) -> re.Match[str]:
    """A part of a key, empty where there is none, and the sign behind it."""
    return cast("re.Match[str]", _compiled(_ANY_PART).match(text, pos))  # it can match nothing, and so matches anywhere


def unquoted(token: str) -> str:
    """What a quoted key or text says; the token itself where it has no quotes."""
    if token[:1] not in ("'", '"'):
        return token
    if "\\" not in token and token[:3] not in ("'''", '"""'):
        return token[1:].removesuffix(token[0])
    try:
        return str(tomllib.loads(f"text = {token}")["text"])
    except ValueError:
        return token
