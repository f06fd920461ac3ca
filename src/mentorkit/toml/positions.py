r"""Find where every key and every value of a TOML document stands.

The standard parser gives the data but no positions.  This scanner gives the positions but no data: it assumes a
document that ``tomllib`` has accepted, so it only has to see where each token ends, never whether it may stand there.
All offsets count code points of the text as given (``\r\n`` counts two).
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from mentorkit.programme.path import Path


class Place(NamedTuple):
    """The span of a key and the span of its value, as half-open offsets into the text."""

    key_start: int
    key_end: int
    value_start: int
    value_end: int


# The four numbers of a place while the scan is on: plain tuples are quicker to make, and two spans add up to one.
_Span = tuple[int, int]
_Spans = dict[Path, tuple[int, int, int, int]]

# No loop in these patterns can match the same text in two ways, which keeps the scan linear.  Possessive loops are only
# over single characters, as early releases of Python 3.11 get those over groups wrong.
_BLANK = r"[ \t\r\n]*+(?:#[^\n]*+[ \t\r\n]*+)*"
_BASIC = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'
_LITERAL = r"'[^'\n]*+'"

# What may stand between two statements, or between two items of an array or inline table.
_GAP = re.compile(rf"{_BLANK}(?:,{_BLANK})?")

# One part of a key, and the sign after it that tells what comes next.
_KEY_PART = re.compile(rf"[ \t]*+([A-Za-z0-9_-]+|{_BASIC}|{_LITERAL})[ \t]*+([.=\]])[ \t]*+")

# A value that is no array or inline table, and the gap after it.  The multi-line strings come first, as their opening
# quotes would also pass for an empty one-line string; one or two quotes may stand right before the three that close
# them.  A date may be separated from its time by a space.
_SCALAR = re.compile(
    r'("""[^"\\]*+(?:(?:\\.|""?+(?!"))[^"\\]*+)*"{3,5}'
    r"|'''[^']*+(?:''?+(?!')[^']*+)*'{3,5}"
    rf"|{_BASIC}|{_LITERAL}"
    rf"|(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[ ])?[A-Za-z0-9_+.:-]+){_GAP.pattern}",
    re.DOTALL,
)

# \e and \x are read as well, so that a parser for TOML 1.1 can stand in front.
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))")
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def places(text: str) -> dict[Path, Place]:
    """Return the place of every key, table and array element in ``text``, a document that ``tomllib`` accepts.

    A table or array that has a value has the span of that value.  A table under a header has the span of the header,
    an array of tables that of its first header, and a table that is only implied the span of its key part where that
    is first written.  An element of an array has its own span as its key span.

    Raises ``ValueError`` where the text is so far from TOML that the scan cannot go on.
    """
    found: _Spans = {}
    newest: dict[Path, int] = {}  # the index of the newest element of each array of tables
    table: Path = ()
    size = len(text)
    pos = _skip(text, 0)
    while pos < size:
        if text[pos] != "[":
            path, key, pos = _key(text, pos, table, found, newest)
            scalar = _SCALAR.match(text, pos)
            if scalar:
                found[path] = key + scalar.span(1)
                pos = scalar.end()
            else:
                pos = _container(text, pos, path, key, found)
        elif text.startswith("[[", pos):
            path, key, end = _key(text, pos + 2, (), found, newest)
            index = newest[path] = newest.get(path, -1) + 1
            table = (*path, index)
            found[table] = (*key, pos, end + 1)
            found.setdefault(path, found[table])
            pos = _skip(text, end + 1)
        else:
            table, key, end = _key(text, pos + 1, (), found, newest)
            found[table] = (*key, pos, end)  # replaces what a longer key has implied before
            pos = _skip(text, end)
    return {path: Place._make(numbers) for path, numbers in found.items()}


def _skip(text: str, pos: int) -> int:
    """Return the offset of the next thing that is neither space, line end nor comment."""
    gap = _GAP.match(text, pos)
    return gap.end() if gap else pos


def _key(text: str, pos: int, path: Path, found: _Spans, newest: dict[Path, int]) -> tuple[Path, _Span, int]:
    """Read a dotted key below ``path`` and record the tables that it implies.

    Return its whole path, the span of its last part, and the offset after it: of the value, or behind the first ``]``.
    """
    while True:
        part = _KEY_PART.match(text, pos)
        if part is None:
            raise ValueError(f"no TOML key at offset {pos}")
        name, sign = part.groups()
        span = part.span(1)
        if name[0] in "\"'":
            name = name[1:-1] if name[0] == "'" or "\\" not in name else _ESCAPE.sub(_unescape, name[1:-1])
        path = (*path, name)
        if sign == "=":
            return path, span, part.end()
        if sign == "]":
            return path, span, part.end(2)
        pos = part.end()
        if path not in found:
            found[path] = span + span
        elif path in newest:
            path = (*path, newest[path])


def _unescape(escape: re.Match[str]) -> str:
    """Return the character that an escape in a quoted key stands for."""
    *codes, short = escape.groups()
    return _SHORT_ESCAPES.get(short, short) if short else chr(int(next(filter(None, codes)), 16))


def _container(text: str, pos: int, path: Path, key: _Span | None, found: _Spans) -> int:
    """Record the array or inline table at ``pos`` and all that is in it, and return the offset of what follows it.

    The open containers are kept on a list, not on the call stack, so that no depth that the parser can manage is too
    deep here.
    """
    around: list[tuple[Path, _Span | None, int, int]] = []
    item, item_key = path, key
    start = index = -1
    while True:
        scalar = _SCALAR.match(text, pos)
        if scalar:
            value = scalar.span(1)
            found[item] = (item_key or value) + value  # an element of an array is its own key
            pos = scalar.end()
        elif text.startswith(("[", "{"), pos):
            around.append((path, key, start, index))
            path, key, start = item, item_key, pos
            index = 0 if text[pos] == "[" else -1
            pos = _skip(text, pos + 1)
        else:
            raise ValueError(f"no TOML value at offset {pos}")
        while text.startswith(("]", "}"), pos):
            value = (start, pos + 1)
            found[path] = (key or value) + value
            pos = _skip(text, pos + 1)
            path, key, start, index = around.pop()
            if not around:
                return pos
        if index < 0:
            item, item_key, pos = _key(text, pos, path, found, {})
        else:
            item, item_key, index = (*path, index), None, index + 1


class Lines:
    r"""Turn offsets into lines and columns, both counted from 1, columns in code points.

    Only what ends a line in TOML ends a line here: ``\n`` and ``\r\n``.
    """

    def __init__(self, text: str) -> None:
        """Find the lines of ``text``."""
        self._text = text
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of the character at ``offset``; a line end belongs to the line it ends."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def text(self, line: int) -> str:
        """Return the given line without its line end; ``IndexError`` if there is no such line."""
        if not 1 <= line <= len(self._starts):
            raise IndexError(f"no line {line} in a text of {len(self._starts)}")
        if line == len(self._starts):
            return self._text[self._starts[-1] :]
        return self._text[self._starts[line - 1] : self._starts[line] - 1].removesuffix("\r")
