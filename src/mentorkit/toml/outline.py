"""What stands where in a TOML text, be it a file that the parser accepts or one that is half typed in an editor."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from mentorkit.programme.path import Path
from mentorkit.toml.scanner import CursorRange, OffsetRange, Scanner, unquoted


class OutlineEntry(NamedTuple):
    """A key, a table, or an entry of a list; where it stands is said by a first offset and the one behind the last.

    Attributes:
        path: of it.
        key: where its key is written; an entry of a list is its own key, a header its last name.
        value: where its value is written; the header of a table.
        header: whether it is a table with a header of its own.
    """

    path: Path
    key: OffsetRange
    value: OffsetRange
    header: bool = False

    @property
    def implied(self) -> bool:
        """Whether it is a table that only longer keys tell of; the name in the first of them is its key and value."""
        return self.key == self.value and isinstance(self.path[-1], str)


class Cursor(NamedTuple):
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


class Outline(Mapping[Path, OutlineEntry]):
    """What stands where in one text: the first entry of each path, all of them in order, and what a cursor stands on.

    A list of tables has the entry of its first table.

    Args:
        text: the text.
        accepted: whether TOML's parser accepts it; then an inline table may go on in the next line, as it may in
            TOML 1.1.

    Attributes:
        text: the text.
    """

    def __init__(self, text: str, *, accepted: bool = False) -> None:
        self.text = text
        self._accepted = accepted
        found = Scanner(text, accepted=accepted)
        self._rows = found.rows
        self._first = found.implied | {row[0]: row for row in reversed(found.rows)}

    def __getitem__(self, path: Path) -> OutlineEntry:
        return OutlineEntry._make(self._first[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    @cached_property
    def entries(self) -> list[OutlineEntry]:
        """All that is written, in the order of the text, without tables that are only implied and lists of tables."""
        return list(map(OutlineEntry._make, self._rows))

    def table_at(self, offset: int) -> Path:
        """The table whose header stands above an offset."""
        above = bisect_right(self._headers, offset, key=lambda header: header.value[0])
        return self._headers[above - 1].path if above else ()

    def cursor(self, offset: int) -> Cursor | None:
        """What stands, or could stand, at an offset; None in a comment and behind what is complete."""
        around = [slot for slot in self._cursor_ranges if slot.start <= offset <= slot.end]
        if around:
            slot = min(reversed(around), key=lambda slot: (slot.end - slot.start, not slot.whole))
            start, end = (slot.start, slot.end) if slot.whole else (offset, offset)
            return Cursor(slot.kind, slot.path, start, end, slot.double)
        line = self.text.rfind("\n", 0, offset) + 1
        blank = not self.text[line:offset].strip()
        return Cursor("key", self.table_at(offset), offset, offset) if blank else None

    def written(self, entry: OutlineEntry) -> str:
        """The text that a value says, or what is written where that is no text."""
        return unquoted(self.text[slice(*entry.value)])

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

    @cached_property
    def _headers(self) -> list[OutlineEntry]:
        return [entry for entry in self.entries if entry.header]

    @cached_property
    def _cursor_ranges(self) -> list[CursorRange]:
        return Scanner(self.text, accepted=self._accepted, with_cursor_ranges=True).cursor_ranges
