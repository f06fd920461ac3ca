"""Writing files whole or not at all: a reader sees what was there or what is new, whatever happens in between."""

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mentorkit.cli.os_errors import ALREADY_THERE, CannotWriteError, why_not_made, why_not_written


def replace_file(name: str, content: bytes, before: bytes) -> None:
    """Puts a new content in the place of a file, with the same permissions.

    Args:
        name: of the file; where it is a link, what it leads to is replaced.
        content: what is to stand in it.
        before: what stood in it when it was read; a file that was changed since then is left alone.

    Raises:
        CannotWriteError: where it cannot be written; then it is as it was.
    """
    try:
        file = Path(name).resolve(strict=True)
        if not os.access(file, os.W_OK):
            raise PermissionError
        with _TemporaryFile(file) as beside:
            beside.out.write(content)
            new = beside.finish()
            shutil.copymode(file, new)
            if file.read_bytes() != before:
                raise CannotWriteError(name, "this file was changed in the meantime", "run the command again")
            new.replace(file)
        _sync_folder(file.parent)
    except OSError as problem:
        raise _cannot_write(name, problem) from None


def replace_text(name: str, text: str, before: bytes) -> None:
    """Puts a new text in the place of a file, with a byte-order mark where it had one; otherwise as `replace_file`."""
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    replace_file(name, bom + text.encode(), before)


def new_file(name: str, content: bytes) -> None:
    """Writes a file that is not there yet.

    Args:
        name: of the file.
        content: what is to stand in it.

    Raises:
        CannotWriteError: where it is there already, or cannot be written.
    """
    file = Path(name)
    try:
        with file.open("xb"):  # the name is ours now, so that nothing of anybody's can be replaced
            mode = file.stat().st_mode
        try:
            with _TemporaryFile(file) as beside:
                beside.out.write(content)
                new = beside.finish()
                new.chmod(mode)  # temporary files are for nobody else to read
                new.replace(file)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        _sync_folder(file.parent)
    except FileExistsError:
        raise CannotWriteError(name, *ALREADY_THERE) from None
    except OSError as problem:
        raise _cannot_write(name, problem) from None


def new_folder(name: str, files: Mapping[str, str]) -> None:
    """Writes a folder that is not there yet, or is empty.

    Args:
        name: of the folder.
        files: the text of each, by its path in the folder, with / between the parts.

    Raises:
        CannotWriteError: where there is something already, or it cannot be written; then it is as it was.
    """
    require_no_folder(name)
    folder = Path(name)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            new = Path(beside) / folder.name
            new.mkdir()
            for path, text in files.items():
                file = new / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
            if os.name == "nt" and folder.is_dir():
                folder.rmdir()  # elsewhere a folder can be put in the place of an empty one
            new.rename(folder)
        _sync_folder(folder.parent)
    except OSError as problem:
        require_no_folder(name)  # unless somebody was quicker
        raise CannotWriteError(name, *why_not_made(problem)) from None


def require_no_folder(name: str) -> None:
    """Refuses a name under which there is something already, unless that is an empty folder.

    Raises:
        CannotWriteError: where there is, or nobody can look.
    """
    folder = Path(name)
    try:
        if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir() or any(folder.iterdir())):
            raise CannotWriteError(name, "this already exists", "remove it first, or go to another folder")
    except OSError as problem:
        raise CannotWriteError(name, *why_not_made(problem)) from None


@contextmanager
def whole_file(name: str) -> Iterator[Callable[[str], object]]:
    """A file to write to piece by piece, new or in the place of another; it is there as a whole or not at all.

    Raises:
        CannotWriteError: where it cannot be written; what was there is as it was.
    """
    try:
        file = Path(name).resolve()
        if file.exists() and not (file.is_file() or file.is_dir()):
            fix = "name an ordinary file"
            raise CannotWriteError(name, "this is a device or a pipe, which cannot be replaced by a file", fix)
        with _after_clearing_up(), _TemporaryFile(file) as beside:
            yield lambda text: beside.out.write(text.encode())
            new = beside.finish()
            mask = os.umask(0)
            os.umask(mask)
            new.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~mask)
            new.replace(file)
        _sync_folder(file.parent)
    except BrokenPipeError:  # of standard output; nothing is wrong with this file
        raise
    except OSError as problem:
        raise _cannot_write(name, problem) from None


@contextmanager
def _after_clearing_up() -> Iterator[None]:
    """Puts off the signal of a reader that has had enough, such as `| head`, which leaves no time to clear up."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    except BrokenPipeError:
        signal.signal(signal.SIGPIPE, before)
        signal.raise_signal(signal.SIGPIPE)  # ends the run, unless there is a file further out to clear up first
        raise
    finally:
        signal.signal(signal.SIGPIPE, before)


class _TemporaryFile:
    """A file beside another to write to; gone at the end if it is still there under its own name."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> "_TemporaryFile":
        handle, name = tempfile.mkstemp(prefix=f".{self._file.name}.", dir=self._file.parent)
        self.path = Path(name)
        self.out = os.fdopen(handle, "wb")
        return self

    def finish(self) -> Path:
        """Ends the writing, with all of it on the disk to the last byte."""
        self.out.flush()
        os.fsync(self.out.fileno())
        self.out.close()
        return self.path

    def __exit__(self, *_: object) -> None:
        self.out.close()
        self.path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Makes the name of a new file last through a loss of power, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot_write(name: str, problem: OSError) -> CannotWriteError:
    return CannotWriteError(name, *why_not_written(problem))
