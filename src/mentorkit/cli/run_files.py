"""Which files a run reads and which it writes: no command writes over what it reads, by whatever name.

Every option and argument for a file has one of the two types below. They note the file as the command line is read, and
refuse one that is both. A folder, or a file that no option names, is noted where it is read; what writes asks again.
"""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
_KEY = __name__
_FORCE = f"{__name__}.force"
Identity = tuple[int, int] | str


class _Named:
    """The files of a run by what they are, each with a name that it was given."""

    def __init__(self) -> None:
        self.read: dict[Identity, str] = {}
        self.written: dict[Identity, str] = {}


class InputFile(click.Path):
    """A file or folder that is read, or - for standard input; shells complete it."""

    def convert(self, value: Any, _: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name, refused where the same run writes that file."""
        if there := _identity_of_input(str(value)):
            named = _named_in(ctx)
            if there in named.written:
                raise click.UsageError(_also_read(named.written[there]), ctx)
            named.read[there] = str(value)
        return value


class OutputFile(click.Path):
    """A file that is written; shells complete it."""

    def convert(self, value: Any, _: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name, refused where the same run reads that file, or writes it already."""
        note_output(str(value), ctx)
        return value


def note_output(name: str, ctx: click.Context | None) -> None:
    """Notes a file that is to be written.

    Raises:
        UsageError: where the same run reads it, or writes it already.
    """
    named, there = _named_in(ctx), _identity(name)
    if there in named.read:
        raise click.UsageError(_also_read(name), ctx)
    if there in named.written:
        raise click.UsageError(f"{name} is named twice; give each a file of its own", ctx)
    named.written[there] = name


def note_read(file: Any) -> None:
    """Notes an open file that is being read."""
    with suppress(OSError, AttributeError, ValueError):  # in tests it may be none of the system's
        there = os.fstat(file.fileno())
        if stat.S_ISREG(there.st_mode):
            _named_in(None).read.setdefault((there.st_dev, there.st_ino), "")


def require_not_read(name: str) -> None:
    """Refuses to write a file that this run has read.

    Raises:
        CannotWriteError: where it has.
    """
    from mentorkit.cli.os_errors import CannotWriteError

    if _identity(name) in _named_in(None).read:
        raise CannotWriteError(name, "this command also reads this file", "name another file to write to")


def force_option(command: Command) -> Command:
    """--force: replace also what this command has not written."""
    told = "Replace a file of another kind too. Without this, only an earlier answer in the same format is replaced."
    return click.option("--force", is_flag=True, expose_value=False, callback=_note_force, help=told)(command)


def _note_force(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    ctx.meta[_FORCE] = asked


def is_forced() -> bool:
    """Whether a file of another kind may be replaced."""
    ctx = click.get_current_context(silent=True)
    return ctx is None or bool(ctx.meta.get(_FORCE))


def _also_read(name: str) -> str:
    return f"{name} is also read by this command, and would be lost; name another file to write to"


def _named_in(ctx: click.Context | None) -> _Named:
    """The files of the run that is under way; of none, where nobody has typed a command."""
    ctx = ctx or click.get_current_context(silent=True)
    named: _Named = ctx.meta.setdefault(_KEY, _Named()) if ctx else _Named()
    return named


def _identity_of_input(name: str) -> Identity | None:
    """What a file is, whatever it is called; None for what standard input is, if that is no file."""
    if name != "-":
        return _identity(name)
    with suppress(OSError, AttributeError, ValueError):
        there = os.fstat(sys.stdin.fileno())
        if stat.S_ISREG(there.st_mode):
            return there.st_dev, there.st_ino
    return None


def _identity(name: str) -> Identity:
    """What a file is: links and other spellings lead to one; of a file that is not there, its full name."""
    try:
        there = Path(name).stat()
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(name))
    return there.st_dev, there.st_ino
