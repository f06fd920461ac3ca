"""Reading a programme, or any other file, for a command."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mentorkit.cli.run_files import note_read

if TYPE_CHECKING:
    from datetime import date

    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme


def read_bytes(name: str, most: int | None = None, *, replaced: bool = False) -> bytes:
    """The bytes of a file, or of standard input for '-'; of a file that is too large only as many as show that it is.

    Args:
        name: of the file.
        most: how many bytes it may have; as many as a programme where left out.
        replaced: whether it is an earlier answer that this run replaces, and so may write over.

    Raises:
        CannotJudgeError: where it cannot be read.
    """
    from mentorkit.toml.document import MOST_BYTES, CannotJudgeError

    most = MOST_BYTES if most is None else most
    try:
        if name == "-":
            note_read(sys.stdin)
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            if not replaced:
                note_read(file)
            return file.read(most + 1)
    except OSError as problem:
        from mentorkit.cli.os_errors import why_not_read

        raise CannotJudgeError(name, *why_not_read(name, problem)) from None


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
