"""A TOML file: its data, and where each key and value of it stands."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import attrs

from mentorkit.programme.path import Path, Span
from mentorkit.text.words import with_fix
from mentorkit.toml.limits import MOST_ENTRIES, beyond_limits, too_long_number

MOST_BYTES = 1_000_000
"""Fifty times a long programme; anything larger is another kind of file, and is not read."""
TOO_LONG = (f"this file has more than {MOST_BYTES:,} bytes, and no programme is that long", "check its name")
"""What is wrong with a longer one, and what to do."""

NOT_UTF_8 = ("this is not plain text in UTF-8", 'save the file as plain text, with "UTF-8" as its encoding')
"""What is wrong with the bytes of a file that is no text, and what to do."""

_AT = r"\(at (?:line (\d+), column (\d+)|end of document)\)"
_ESCAPE = ("a backslash has a meaning of its own in quoted text", "write two, or use single quotes")
_LINE_END = ("this text does not end on its line", "close it with a quote")
_SYNTAX = (  # what tomllib says, and what a service reads: what is wrong, what to do
    ("Cannot overwrite a value", "this key or table is already there", "keep one of the two"),
    ("Cannot declare", "this table is already there", "put its keys under the first header of that name"),
    ("Cannot redefine", "this table has a header of its own", "put the key under that header"),
    ("Duplicate inline table key", "this key is already there", "keep one of the two"),
    ("Cannot mutate", "this adds to a table or list that is complete", "write all of it in one place"),
    ("Expected '='", "an = is missing here, after the key", "write key = value, and join the words of a key with _"),
    ("Expected ']]'", "this header does not end", "close it with ]]"),
    ("Expected ']'", "this header does not end", "close it with ]"),
    ("Expected newline", "there is something left over on this line",
     "put text in quotes, write dates like 2026-03-31, and begin a new line for a new key"),
    ("Unclosed array", "a comma, or the ] that ends the list, is missing before this", "put it in"),
    ("Unclosed inline table", "a comma, or the } that ends the table, is missing before this",
     "put it in, and write all of the table on one line"),
    ("Unterminated string", "this text does not end", "close it with the quotes that it begins with"),
    ('Expected "\'', "this text does not end", "close it with the quotes that it begins with"),
    ("Unescaped '\\'", *_ESCAPE),
    ("Invalid hex value", *_ESCAPE),
    ("Escaped character", *_ESCAPE),
    ("Illegal character '\\n'", *_LINE_END),
    ("Found invalid character '\\n'", *_LINE_END),
    ("Illegal character", "this character is not allowed here", "take it out"),
    ("Found invalid character", "this character is not allowed here", "take it out"),
    ("Invalid date", "there is no such date or time", "write year-month-day, such as 2026-03-31"),
    ("Invalid initial character", "a key or the name of a table is expected here",
     "write it in plain letters; a table in { } is on one line, with no comma at its end"),
    ("Invalid statement", "this is neither a key with a value nor a [table]", "write key = value"),
    ("Invalid value", "the value is missing or cannot be read",
     'put text in straight quotes, such as "weekly"; write true and false in small letters'),
)  # fmt: skip


class CannotJudgeError(Exception):
    """A file cannot be judged at all; not the same as being judged and found wanting.

    Attributes:
        file: as the user named it.
        line: and
        column: of the place, from 1, where there is one.
        message: what is wrong.
        fix: what to do.
    """

    def __init__(self, file: str, message: str, fix: str, at: tuple[int, int] | None = None) -> None:
        self.file = file
        self.line: int | None = at[0] if at else None
        self.column: int | None = at[1] if at else None
        self.message = message
        self.fix = fix
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{place}: {with_fix(self.message, self.fix)}"


@attrs.define(eq=False)
class Document:
    """A TOML file that could be read.

    Attributes:
        name: as the user named it.
        text: as it stands in the file, without a byte-order mark.
        data: as tomllib reads it.
    """

    name: str
    text: str = attrs.field(repr=False)
    data: Mapping[str, Any] = attrs.field(repr=False)
    _places: Any = attrs.field(default=None, init=False, repr=False)

    def span(self, path: Path, *, of_key: bool = False) -> Span | None:
        """Where a value stands, or its key; for what is missing, the header of the nearest table that is there.

        Returns:
            None for the file as a whole.
        """
        outline, lines = self._index()
        entry = outline.get(path)
        while path and not entry:
            path, of_key = path[:-1], False
            entry = outline.get(path)
        if not entry:
            return None
        start, end = entry.key if of_key else entry.value
        return Span(*lines.at(start), *lines.at(end))

    def refusal(self, path: Path, message: str, fix: str, *, of_key: bool = False) -> CannotJudgeError:
        """Why the file cannot be used, with the place that a path leads to; `raise` it."""
        span = self.span(path, of_key=of_key)
        return CannotJudgeError(self.name, message, fix, (span.line, span.column) if span else None)

    @property
    def outline(self) -> Any:
        """Where its keys and values stand; made once, and only where somebody asks."""
        return self._index()[0]

    def line(self, number: int) -> str:
        """One line of the text, counted from 1, without its end."""
        return str(self._index()[1].text(number))

    def _index(self) -> Any:
        if self._places is None:
            from mentorkit.toml.lines import Lines  # both are only wanted where there is something to report
            from mentorkit.toml.outline import Outline

            self._places = (Outline(self.text, accepted=True), Lines(self.text))
        return self._places


def read_document(source: bytes, name: str) -> Document:
    """Reads a TOML file.

    Args:
        source: its bytes; UTF-8, with or without a byte-order mark.
        name: what to call it in messages.

    Raises:
        CannotJudgeError: where it is too large, no UTF-8 or no TOML, with the place.
    """
    if len(source) > MOST_BYTES:
        raise CannotJudgeError(name, *TOO_LONG)
    text = _text(source, name)
    return Document(name, text, _data(text, name, MOST_ENTRIES))


def toml_data(source: bytes, name: str) -> dict[str, Any]:
    """What a TOML file of any length says; the same errors as `read_document`."""
    return _data(_text(source, name), name)


def _text(source: bytes, name: str) -> str:
    wrong = source.find(b"\0")  # UTF-16 has one beside most letters
    try:
        text = source.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        wrong = problem.start
    if wrong >= 0:
        before = source[:wrong].decode("utf-8").removeprefix("\ufeff")
        raise CannotJudgeError(name, *NOT_UTF_8, _at(before, len(before)))
    return text


def _data(text: str, name: str, most_entries: int | None = None) -> dict[str, Any]:
    if found := beyond_limits(text, most_entries):
        offset, message, fix = found
        raise CannotJudgeError(name, message, fix, _at(text, offset))
    if (long := too_long_number(text)) is not None:
        raise CannotJudgeError(name, "a number here is too long to be read", "write a shorter one", _at(text, long))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _syntax_error(name, text, str(problem)) from None


def _at(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax_error(name: str, text: str, problem: str) -> CannotJudgeError:
    message_of_parser, _, at_end = problem.rpartition(" (")  # it can have a key of any length in it
    written = re.fullmatch(_AT, f"({at_end}")
    message_of_parser = message_of_parser if written else problem
    offset = len(text.rstrip())
    if written and written[1]:
        lines = text.split("\n")[: int(written[1]) - 1]
        offset = sum(len(line) + 1 for line in lines) + int(written[2]) - 1
    at = _at(text, _culprit(text, message_of_parser, offset))
    for start, message, fix in _SYNTAX:
        if message_of_parser.startswith(start):
            return CannotJudgeError(name, message, fix, at)
    return CannotJudgeError(name, "this cannot be read", "see https://toml.io for how such a file is written", at)


def _culprit(text: str, message: str, offset: int) -> int:
    """Where to look: tomllib stops behind what stands there twice, and at the file's end for text that does not end."""
    if message.startswith("Expected \"'"):
        return text.rfind("'''" if "'''" in message else "'")  # nothing closes it, so the last one began it
    if message == "Unterminated string" and '"' not in text[text.rfind("\n") + 1 :]:
        return text.rfind('"""')
    if not message.startswith(("Cannot", "Duplicate")):
        return offset
    from mentorkit.toml.outline import Outline

    for entry in reversed(Outline(text[:offset], accepted=True).entries):
        if entry.value[1] == offset and not entry.header:
            return entry.key[0]
    header = text[text.rfind("\n", 0, offset) + 1 : offset].lstrip(" \t")
    return offset - len(header) if header.startswith("[") else offset
