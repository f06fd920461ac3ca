r"""Turn offsets into the positions of the Language Server Protocol, and back.

Lines and characters count from 0. A line ends at ``\n``, ``\r\n`` or ``\r``, and nowhere else. Characters are counted
in the units that editor and server have agreed on: UTF-16 (where nothing is agreed), UTF-8 or UTF-32.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping


def _utf_16(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if character > "\uffff" else 1 for character in text)


def _utf_8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


_UNITS: Mapping[str, Callable[[str], int]] = {"utf-8": _utf_8, "utf-16": _utf_16, "utf-32": len}


class Positions:
    """The positions in one text.

    Args:
        text: as the editor has it.
        encoding: whose units count: utf-8, utf-16 or utf-32.
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._units = _UNITS[encoding]
        self._ends = [end.span() for end in re.finditer(r"\r\n?|\n", text)] + [(len(text), len(text))]
        self._starts = [0, *(after for _, after in self._ends[:-1])]

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the character of an offset in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self._text[self._starts[line] : offset])

    def offset(self, line: int, character: int) -> int:
        """The offset in code points; what is beyond a line's end, or the text's, is its end."""
        if line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[line], self._ends[line][0]
        if self._units(self._text[start:end]) == end - start:
            return min(start + character, end)
        for offset in range(start, end):
            character -= self._units(self._text[offset])
            if character < 0:
                return offset
        return end
