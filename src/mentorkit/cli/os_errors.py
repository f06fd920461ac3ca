"""Why a file cannot be read or written, or a folder made, and what to do about it, from what the system says."""

import errno
from pathlib import Path

from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import with_fix

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
ALREADY_THERE = ("this file already exists", "name another, or remove it first")
_A_FOLDER = ("this is a folder, and a file is needed", "name a file in it")


class CannotWriteError(Exception):
    """Something cannot be written; what was there before is as it was.

    Attributes:
        file: or folder, as the user named it.
        message: what is wrong.
        fix: what to do.
    """

    def __init__(self, file: str, message: str, fix: str) -> None:
        self.file = file
        self.message = message
        self.fix = fix
        super().__init__(str(self))

    def __str__(self) -> str:
        return f"{self.file}: {with_fix(self.message, self.fix)}"


def is_full(problem: Exception) -> bool:
    """Whether something could not be written because there is no room for it."""
    return isinstance(problem, OSError) and problem.errno in _FULL


def _no_room(problem: OSError, then: str) -> tuple[str, str]:
    """What there is no room for, and what to do, with what to do then."""
    if problem.errno == errno.EFBIG:
        return "the system allows no file of this size", f"raise its limit (ulimit -f), or ask who manages it{then}"
    return "the disk is full", f"free some space on it{then}"


def why_not_read(name: str, problem: OSError) -> tuple[str, str]:
    """What is wrong, with the file that was probably meant, and what to do.

    Args:
        name: of the file, as the user wrote it.
        problem: what the system says.
    """
    if isinstance(problem, FileNotFoundError):
        return f"there is no such file{asks(_like(name))}", "check its name and its folder"
    if isinstance(problem, IsADirectoryError):
        return _A_FOLDER
    if isinstance(problem, PermissionError):
        return "you do not have permission to read this file", "ask its owner for permission"
    return f"this file cannot be read: {_reason(problem)}", "check its name"


def why_not_written(problem: OSError) -> tuple[str, str]:
    """What is wrong with a file and what to do, from what the system says."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return "there is no such folder to write it in", "make the folder first, or name a file in another"
    if isinstance(problem, IsADirectoryError):
        return _A_FOLDER
    if isinstance(problem, PermissionError):
        return "you do not have permission to write this file", "ask for permission, or name a file in another folder"
    if is_full(problem):
        return _no_room(problem, ", and run the command again")
    return f"this file cannot be written: {_reason(problem)}", "name a file in another folder"


def why_output_failed(problem: OSError) -> tuple[str, str]:
    """What is wrong with standard output and what to do, from what the system says."""
    if is_full(problem):
        return _no_room(problem, "; check what was done before you run the command again")
    return f"it cannot be written to: {_reason(problem)}", "send it to another place, such as a file"


def why_not_made(problem: OSError) -> tuple[str, str]:
    """What is wrong with a folder that is to be made, and what to do, from what the system says."""
    if isinstance(problem, PermissionError):
        return "you do not have permission to make this folder here", "ask for permission, or go to another folder"
    if is_full(problem):
        return _no_room(problem, ", and run the command again")
    return f"this folder cannot be made here: {_reason(problem)}", "go to another folder"


def _like(name: str) -> str | None:
    """A file in the same folder whose name is near."""
    file = Path(name)
    if file.is_symlink():  # the name is right, and leads to nothing
        return None
    try:
        beside = [other for other in file.parent.iterdir() if other.suffix == file.suffix]
    except OSError:
        return None
    meant = did_you_mean(file.stem, [other.stem for other in beside])
    return str(file.with_name(meant + file.suffix)) if meant else None


def _reason(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()
