"""How a report for people looks: colours and the width of the terminal; elsewhere neither."""

import re
from collections.abc import Callable
from unicodedata import combining, east_asian_width

import attrs

Style = Callable[[str, str], str]
"""Puts a text in a style, one of error, warning, advice, strong and faint."""
_CODES = re.compile(r"(?:\x1b|<[0-9a-f]{16}>)\[[0-9;]*m")
"""What puts a text in colour, as it is sent or as the command line writes it until then."""


def unstyled(text: str, _style: str) -> str:
    """No style at all."""
    return text


@attrs.frozen
class Layout:
    """How a report is laid out.

    Attributes:
        style: colours, on a terminal.
        width: of the terminal, in characters; None where lines are as long as what they say.
    """

    style: Style = unstyled
    width: int | None = None

    def fold(self, before: str, text: str, hang: int | None = None) -> str:
        """A line that goes on below where the terminal is too narrow for it.

        Args:
            before: what stands at its beginning, with its spaces.
            text: the rest of it, which is parted at its spaces alone.
            hang: how far the lines below are indented; as far as the text where None.

        Examples:
            >>> print(Layout(width=20).fold("  do: ", "supervise them more often"))
              do: supervise them
                  more often
        """
        if self.width is None:
            return before + text
        indent = " " * (cells(before) if hang is None else hang)
        lines, line = [], before
        fresh = True
        for word in text.split(" "):
            if not fresh and cells(line) + 1 + cells(word) > self.width:
                lines.append(line)
                line, fresh = indent, True
            line += word if fresh else f" {word}"
            fresh = False
        return "\n".join([*lines, line])


PLAIN = Layout()
"""Without colours, each line as long as what it says."""


def cells(text: str) -> int:
    """How many cells of a terminal a text takes, without what puts it in colour."""
    text = _CODES.sub("", text)
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
