"""Reading programmes and plugins for commands."""

import sys
from pathlib import Path


def read_bytes(name: str, most: int | None = None) -> bytes:
    """The bytes of a file, or of standard input for '-'; of a file that is too large only as many as show that it is.

    Args:
        name: of the file.
        most: how many bytes it may have; as many as a programme where left out.

    Raises:
        CannotJudgeError: where it cannot be read.
    """
    from mentorkit.toml.document import MOST_BYTES, CannotJudgeError

    most = MOST_BYTES if most is None else most
    try:
        if name == "-":
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except OSError as problem:
        from mentorkit.cli.os_errors import why_not_read

        raise CannotJudgeError(name, *why_not_read(name, problem)) from None
