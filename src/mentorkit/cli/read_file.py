"""Reading a programme, or any other file, for a command."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from mentorkit.cli.run_files import note_read

if TYPE_CHECKING:
    from datetime import date

    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme

_OWN_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Names by which shells give us what another command writes, as <(…) does; it ends when that command does."""


@contextmanager
def opened(name: str, *, replaced: bool = False) -> Iterator[IO[bytes]]:
    """A file to read from, or standard input for '-'.

    Args:
        name: of the file. A named pipe or a device is refused: opening one may wait, and reading one go on, for ever.
        replaced: whether it is an earlier answer that this run replaces, and so may write over.

    Raises:
        CannotJudgeError: where it cannot be read.
    """
    from mentorkit.toml.document import CannotJudgeError

    if name == "-":
        note_read(sys.stdin)
        own = isinstance(getattr(sys.stdin.buffer, "raw", None), io.FileIO)
        yield io.BufferedReader(_Read(name, sys.stdin.fileno(), closefd=False)) if own else sys.stdin.buffer
        return
    with _saying_why_not_read(name):
        path = Path(name)
        endless = path.is_fifo() or path.is_char_device() or path.is_block_device()
        if endless and not name.startswith(_OWN_PIPES):
            fix = "save what it gives as a file, or send it to standard input, and write - for its name"
            raise CannotJudgeError(name, "this is a pipe or a device, and not a file", fix)
        raw = _Read(name, path)
    with io.BufferedReader(raw) as file:
        if not replaced:
            note_read(file)
        yield file


class _Read(io.FileIO):
    """An open file that says why it cannot be read; what fails while it is open, such as writing, is not its fault."""

    def __init__(self, called: str, *file: Any, **how: Any) -> None:
        super().__init__(*file, **how)
        self._called = called

    def readinto(self, *into: Any) -> Any:
        """Reads as many bytes as there is room for."""
        with _saying_why_not_read(self._called):
            return super().readinto(*into)

    def readall(self) -> Any:
        """Reads all that is left."""
        with _saying_why_not_read(self._called):
            return super().readall()


@contextmanager
def _saying_why_not_read(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        from mentorkit.cli.os_errors import why_not_read
        from mentorkit.toml.document import CannotJudgeError

        raise CannotJudgeError(name, *why_not_read(name, problem)) from None


def read_bytes(name: str, most: int | None = None, *, replaced: bool = False) -> bytes:
    """The bytes of a file, or of standard input for '-'; of a file that is too large only as many as show that it is.

    Args:
        name: of the file.
        most: how many bytes it may have; as many as a programme where left out.
        replaced: whether it is an earlier answer that this run replaces, and so may write over.

    Raises:
        CannotJudgeError: where it cannot be read.
    """
    from mentorkit.toml.document import MOST_BYTES

    with opened(name, replaced=replaced) as file:
        return file.read((MOST_BYTES if most is None else most) + 1)


def open_design(name: str, on: "date | None" = None) -> "tuple[Programme, Rulebook]":
    """A programme and its rules, those of one day alone where it is given, for a command about people.

    Raises:
        CannotJudgeError: where some of it cannot be read: that may be what holds somebody back, such as an earlier
            stage that is required, or whom to keep apart.
    """
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import read_document
    from mentorkit.validation.opened import open_programme

    document = read_document(read_bytes(name), name)
    opened = open_programme(document, Plugins())
    if opened.faults:
        first = opened.faults[0]
        whole = "mentorkit judges people only when it can read the whole file"
        fix = f"{first.fix}; {whole}, and 'mentorkit validate {name}' lists the rest"
        raise document.refusal(first.path, first.message, fix, of_key=first.unknown)
    return opened.programme, opened.rulebook.on(on) if on else opened.rulebook
