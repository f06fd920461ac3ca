"""What a run says, on its way out: the one place at which control characters are made visible, whoever wrote them.

File names, arguments, texts of a file, names of plugins and errors of libraries all come past here, also where click
says them. Only `own_code` and `own_stream` reach a terminal as they are.
"""

import os
import re
from typing import Any, TextIO

from mentorkit.text.words import shown

_OWN = f"<{os.urandom(8).hex()}>"
"""Stands for the escape character where it is ours; nobody else can know it."""
_OWN_CODE = re.compile(_OWN + r"(\[[0-9;]*m)")


class ShownStream:
    """A stream of text that shows control characters instead of sending them."""

    buffer = None
    """Who writes bytes asks for `own_stream`; click would go past us, to the console of Windows."""

    def __init__(self, stream: TextIO) -> None:
        self.own = stream

    def write(self, text: str | bytes) -> int:
        """Writes a text as people may see it; click has completions as bytes."""
        if text and isinstance(text, bytes):  # by no bytes at all click finds out that this is a stream of text
            text = text.decode("utf-8", "replace")
        self.own.write(_OWN_CODE.sub("\x1b\\1", shown(text)))  # type: ignore[arg-type] # see above
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Writes each line as people may see it."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.own, name)


def showing(stream: TextIO) -> Any:
    """The stream to write to instead of one of Python's.

    It is UTF-8 unless it is a terminal, which has an encoding of its own: Windows would have redirected output in one
    that lacks most characters. There, what the terminal lacks becomes a question mark.
    """
    if hasattr(stream, "reconfigure"):
        if stream.isatty() and "ascii" not in stream.encoding.lower():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")
    return ShownStream(stream)


def own_code(styled: str) -> str:
    """A text that we have put into colour, so that the colour is sent."""
    return styled.replace("\x1b", _OWN)


def own_stream(stream: Any) -> Any:
    """The stream itself, for what moves the cursor; nothing that comes from elsewhere may be written to it."""
    return stream.own if isinstance(stream, ShownStream) else stream
