"""Lines and columns of a text."""

import re
from bisect import bisect_right


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
