"""Reading the bytes of a file for a command."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from mentorkit.cli.run_files import note_read

_OWN_PIPES = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Names by which shells give us what another command writes, as <(…) does; it ends when that command does."""
_START = 65_536
"""Bytes that are the beginning of a file."""
_PUT_BACK = f"{__name__}.put_back"


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
        context = click.get_current_context(silent=True)
        yield (context and context.meta.pop(_PUT_BACK, None)) or _standard_input()
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


def start_of(name: str) -> bytes:
    """The beginning of a file, which can be opened and read after it; also what a pipe gives to standard input.

    Raises:
        CannotJudgeError: where it cannot be read.
    """
    with opened(name) as file:
        start = file.read(_START)
    if name == "-":
        click.get_current_context().meta[_PUT_BACK] = io.BufferedReader(_PutBack(start, file))
    return start


def _standard_input() -> IO[bytes]:
    own = isinstance(getattr(sys.stdin.buffer, "raw", None), io.FileIO)
    return io.BufferedReader(_Read("-", sys.stdin.fileno(), closefd=False)) if own else sys.stdin.buffer


class _PutBack(io.RawIOBase):
    """A file whose beginning has been read already, and comes again."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._parts = [io.BytesIO(start), rest]

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def readinto(self, into: Any) -> int:
        """Reads as many bytes as there is room for; fewer where a part ends."""
        read = next(filter(None, (part.read(len(into)) for part in self._parts)), b"")
        into[: len(read)] = read
        return len(read)


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
