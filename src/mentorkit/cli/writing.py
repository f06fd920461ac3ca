"""Writing files whole or not at all: a reader sees the old file or the new one, whatever happens in between."""

import os
import shutil
import tempfile
from pathlib import Path

from mentorkit.core.document import CannotJudgeError


def replace_file(name: str, content: bytes, before: bytes) -> None:
    """Puts a new content in the place of a file, with the same permissions.

    Args:
        name: of the file; where it is a link, what it leads to is replaced.
        content: what is to stand in it.
        before: what stood in it when it was read; a file that was changed since then is left alone.

    Raises:
        CannotJudgeError: where it cannot be written; then it is as it was.
    """
    try:
        file = Path(name).resolve(strict=True)
        if not os.access(file, os.W_OK):
            raise CannotJudgeError(name, "this file may not be written", "check its permissions")
        with _Beside(file, content) as new:
            shutil.copymode(file, new)
            if file.read_bytes() != before:
                raise CannotJudgeError(name, "this file was changed meanwhile", "run the command again")
            new.replace(file)
        _keep_folder(file.parent)
    except OSError as problem:
        raise _cannot(name, problem) from None


def new_file(name: str, content: bytes) -> None:
    """Writes a file that is not there yet.

    Args:
        name: of the file.
        content: what is to stand in it.

    Raises:
        CannotJudgeError: where it is there already, or cannot be written.
    """
    file = Path(name)
    try:
        with file.open("xb"):  # the name is ours now, so that nothing of anybody's can be replaced
            mode = file.stat().st_mode
        try:
            with _Beside(file, content) as new:
                new.chmod(mode)  # temporary files are for nobody else to read
                new.replace(file)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        _keep_folder(file.parent)
    except FileExistsError:
        raise CannotJudgeError(name, "this file is there already", "name another, or take it away first") from None
    except OSError as problem:
        raise _cannot(name, problem) from None


class _Beside:
    """A file beside another, on the disk to the last byte; gone at the end if it is still there under its own name."""

    def __init__(self, file: Path, content: bytes) -> None:
        self._file, self._content = file, content

    def __enter__(self) -> Path:
        handle, name = tempfile.mkstemp(prefix=f".{self._file.name}.", dir=self._file.parent)
        self._new = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(self._content)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            self._new.unlink(missing_ok=True)
            raise
        return self._new

    def __exit__(self, *_: object) -> None:
        self._new.unlink(missing_ok=True)


def _keep_folder(folder: Path) -> None:
    """Makes the name of a new file last through a loss of power, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cannot(name: str, problem: OSError) -> CannotJudgeError:
    reason = (problem.strerror or type(problem).__name__).lower()
    return CannotJudgeError(name, f"this file cannot be written: {reason}", "check its folder and its permissions")
