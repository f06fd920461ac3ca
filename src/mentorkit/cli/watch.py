"""Checking again whenever a file changes."""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime

import click

from mentorkit.cli.exit_status import ExitStatus
from mentorkit.cli.shown_stream import own_stream

_LOOK_EVERY = 1000
"""Milliseconds after which files are looked at although nothing reported a change: not every file system reports all,
and a folder that is made meanwhile is not watched yet."""

_FileStamps = dict[str, tuple[int, ...] | None]


def keep_checking(check: Callable[[], ExitStatus], files: Callable[[], Iterable[str]]) -> ExitStatus:
    """Checks, and checks again at every change, until somebody presses Ctrl-C.

    Args:
        check: tells what is found, and gives the exit status of that.
        files: the files that a check reads at the moment; they need not be there.

    Returns:
        The exit status of the last check.

    Raises:
        UsageError: where the package that tells of changes is not installed.
        KeyboardInterrupt: where no check has come to its end.
    """
    try:
        from watchfiles import watch
    except ModuleNotFoundError as problem:
        if problem.name != "watchfiles":
            raise
        raise click.UsageError("--watch needs one more package: pip install 'mentorkit[watch]'") from None

    status = None
    try:
        seen = _file_stamps(files())
        _clear_screen()
        status = check()
        seen = _with_new(seen, files())
        _say_waiting(len(seen))
        # Folders, because most editors put a new file in the place of the old one.
        folders = {folder for name in seen for folder in _folders(name) if os.path.isdir(folder)}
        for _ in watch(*sorted(folders), watch_filter=None, recursive=False, rust_timeout=_LOOK_EVERY,
                       yield_on_timeout=True):  # fmt: skip
            now = _file_stamps(files())
            if now == seen:
                continue
            before, seen = seen, now
            _clear_screen()
            _say_changed(before, now)
            status = check()
            seen = _with_new(seen, files())
            _say_waiting(len(seen))
    except KeyboardInterrupt:
        if status is None:
            raise
        click.echo(err=True)  # below the ^C that the terminal shows
    assert status is not None  # noqa: S101 - the watch ends with an interrupt, after the first check
    return status


def _file_stamps(files: Iterable[str]) -> _FileStamps:
    """How files stand, by name; None for those that are not there."""
    return {name: _stamp(name) for name in files}


def _with_new(seen: _FileStamps, files: Iterable[str]) -> _FileStamps:
    """How files stood before a check, with those of which only the check told, such as that of a larger service."""
    return {name: seen.get(name, stamp) for name, stamp in _file_stamps(files).items()}


def _stamp(name: str) -> tuple[int, ...] | None:
    """What changes whenever a file does."""
    try:
        there = os.stat(name)
    except OSError:
        return None
    return there.st_mtime_ns, there.st_size, there.st_ino


def _folders(name: str) -> set[str]:
    """Where a change of a file shows: beside its name, and beside what a link leads to."""
    return {os.path.dirname(os.path.abspath(name)), os.path.dirname(os.path.realpath(name))}


def _clear_screen() -> None:
    """Of a terminal; elsewhere it does nothing."""
    if sys.stdout.isatty():
        own_stream(sys.stdout).write("\x1b[2J\x1b[1;1H")
        sys.stdout.flush()


def _say_waiting(count: int) -> None:
    click.echo(f"watching {count} file{'' if count == 1 else 's'}; Ctrl-C ends", err=True)


def _say_changed(before: _FileStamps, now: _FileStamps) -> None:
    from mentorkit.text.words import listed, visible

    changed = [visible(name) for name in sorted(before | now) if before.get(name) != now.get(name)]
    more = [f"{len(changed) - 3} more"] if len(changed) > 3 else []
    at = datetime.now().strftime("%H:%M:%S")  # noqa: DTZ005 - the time where the user is
    click.echo(f"--- {at} changed: {listed([*changed[:3], *more])}", err=True)
