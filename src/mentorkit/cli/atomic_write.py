"""Writing files whole or not at all: a reader sees what was there or what is new, whatever happens in between.

What is new is written to a file without a name, in the same folder, where the system has such files: neither a full
disk nor a loss of power leaves anything of it behind. Elsewhere it has a hidden name, which is taken away again.

A process that is killed as it puts the one in the place of the other leaves the hidden name. Nobody can read that who
may not read the file itself, and where files need no name until then, the next writing into the folder takes it away.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from mentorkit.cli.exit_status import WRITTEN
from mentorkit.cli.file_kind import kind_of
from mentorkit.cli.held_signals import clearing_up_first, put_off
from mentorkit.cli.os_errors import ALREADY_THERE, CannotWriteError, why_not_made, why_not_written
from mentorkit.cli.run_files import is_forced, require_not_read
from mentorkit.text.words import shown

_ACL = "system.posix_acl_access"
_BESIDE = ".mentorkit-"
"""How the hidden name begins."""
_OWN_FILES = Path("/proc/self/fd")
"""Where Linux has the open files of a process, also those without a name."""


def replace_file(name: str, content: bytes, before: bytes) -> None:
    """Puts a new content in the place of a file, with the same permissions.

    Args:
        name: of the file; where it is a link, what it leads to is replaced.
        content: what is to stand in it.
        before: what stood in it when it was read; a file that was changed since then is left alone.

    Raises:
        CannotWriteError: where it cannot be written; then it is as it was.
    """
    with saying_why_not_written(name), clearing_up_first(), _NewContent(name, _led_to(name)) as new:
        new.out.write(content)
        new.take_the_place(before)


def replace_text(name: str, text: str, before: bytes) -> None:
    """Puts a new text in the place of a file, with a byte-order mark where it had one; otherwise as `replace_file`."""
    bom = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    replace_file(name, bom + text.encode(), before)


def new_file(name: str, content: bytes, *, private: bool = False) -> None:
    """Writes a file that is not there yet.

    Args:
        name: of the file.
        content: what is to stand in it.
        private: whether it is about people, so that nobody else may read it.

    Raises:
        CannotWriteError: where it is there already, or cannot be written.
    """
    with saying_why_not_written(name), clearing_up_first(), _NewContent(name, Path(name), private=private) as new:
        new.out.write(content)
        new.be_new()


@contextmanager
def whole_file(name: str, *, private: bool = False) -> Iterator[Callable[[str], object]]:
    """A file to write to piece by piece, new or in the place of another; it is there as a whole or not at all.

    Args:
        name: of the file; where it is a link, what it leads to is replaced.
        private: whether it is about people, so that nobody else may read it where it is new.

    Raises:
        CannotWriteError: where it cannot be written, is read by the same command, or is of another kind and --force was
            not given; what was there is as it was.
    """
    with saying_why_not_written(name), clearing_up_first(), _NewContent(name, _led_to(name), private=private) as new:
        yield lambda text: new.out.write(shown(text).encode())
        new.take_the_place()


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
        with put_off(), tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            new = Path(beside) / folder.name
            new.mkdir()
            for path, text in files.items():
                file = new / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
            with _alone_in(folder.parent):
                if os.name == "nt" and folder.is_dir():
                    folder.rmdir()  # elsewhere a folder can be put in the place of an empty one
                new.rename(folder)
                WRITTEN.append(name)
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


def _led_to(name: str) -> Path:
    """The file that a name leads to; of links that lead in a circle, which pathlib does not bear, one of them."""
    return Path(os.path.realpath(name))


class _NewContent:
    """What is to be the content of a file; gone at the end unless it has become that."""

    def __init__(self, name: str, file: Path, *, private: bool = False) -> None:
        self._name = name
        self._file = file
        self._private = private
        self._beside = file.with_name(f"{_BESIDE}{token_hex(8)}")

    def __enter__(self) -> "_NewContent":
        if self._file.exists() and not (self._file.is_file() or self._file.is_dir()):
            fix = "name an ordinary file"
            raise CannotWriteError(self._name, "this is a device or a pipe, which cannot be replaced by a file", fix)
        self._nameless = hasattr(os, "O_TMPFILE") and _OWN_FILES.is_dir()
        try:
            with put_off():
                self.out = os.fdopen(self._opened(), "w+b")
        except BaseException:  # also a signal that had to wait
            self._beside.unlink(missing_ok=True)
            raise
        return self

    def _opened(self) -> int:
        if self._nameless:
            with suppress(OSError):  # not every file system can
                return os.open(self._file.parent, os.O_TMPFILE | os.O_RDWR, 0o600)
        self._nameless = False
        return os.open(self._beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)

    def take_the_place(self, before: bytes | None = None) -> None:
        """Replaces what is there: what was there before, where that is given, or else an earlier answer of its kind."""
        with _alone_in(self._file.parent) as alone:
            if alone and self._nameless:  # so nobody else is about to use such a name
                _take_away_what_was_left(self._file.parent)
            there = self._file.stat() if before is not None or os.path.lexists(self._file) else None
            if there and not os.access(self._file, os.W_OK):
                raise PermissionError
            if before is None:
                require_not_read(self._name)
                self._require_same_kind()
            self._finish(_kept_of(there, self._file, self.out.fileno()) if there else self._mode())
            if before is not None and self._file.read_bytes() != before:
                message = "this file was changed in the meantime"
                raise CannotWriteError(self._name, message, "run the command again")
            with put_off():
                if self._nameless:
                    self._link(self._beside)
                self._beside.replace(self._file)
                WRITTEN.append(self._name)

    def be_new(self) -> None:
        """Becomes the file, if nothing is there under that name."""
        self._finish(self._mode())
        with _alone_in(self._file.parent), put_off():
            try:
                self._link(self._file)
            except FileExistsError:
                raise
            except OSError:  # the file system has no links
                if os.path.lexists(self._file):
                    raise FileExistsError from None
                if self._nameless:
                    raise
                self._beside.rename(self._file)
            WRITTEN.append(self._name)

    def _require_same_kind(self) -> None:
        if is_forced() or not self._file.is_file():
            return
        with self._file.open("rb") as file:
            there = file.read(100_000)
        self.out.seek(0)
        if there.strip() and kind_of(there) != kind_of(self.out.read(100_000)):
            fix = "name another file, or replace this one with --force"
            raise CannotWriteError(self._name, "this is not an earlier answer of the same kind", fix)

    def _mode(self) -> int:
        """The permissions of a new file."""
        mask = os.umask(0)
        os.umask(mask)
        return (0o600 if self._private else 0o666) & ~mask

    def _finish(self, mode: int) -> None:
        """Ends the writing, with all of it on the disk to the last byte, readable by whom it is for."""
        self.out.flush()
        if hasattr(os, "fchmod"):
            os.fchmod(self.out.fileno(), mode)
        os.fsync(self.out.fileno())
        if not self._nameless:
            self.out.close()

    def _link(self, name: Path) -> None:
        """Gives the new content a name that nothing has yet."""
        if self._nameless:  # the descriptor makes Python follow the link, which leads to the file
            os.link(_OWN_FILES / str(self.out.fileno()), name, src_dir_fd=self.out.fileno(), follow_symlinks=True)
        else:
            os.link(self._beside, name)

    def __exit__(self, *_: object) -> None:
        with put_off():
            with suppress(OSError):  # on a full disk, closing fails as writing has
                self.out.close()
            self._beside.unlink(missing_ok=True)


def _take_away_what_was_left(folder: Path) -> None:
    """Takes away the hidden names of processes that were killed."""
    for left in folder.glob(f"{_BESIDE}{'[0-9a-f]' * 16}"):
        with suppress(OSError):  # of somebody else, or a folder
            left.unlink()


def _kept_of(there: os.stat_result, file: Path, new: int) -> int:
    """Gives a new file the owner, group and list of access of the one that it replaces.

    Returns:
        Its permissions: those that were there, without any for a group that could not be kept.
    """
    mode = there.st_mode & 0o777
    if not hasattr(os, "fchown"):
        return mode
    for owner in (there.st_uid, -1):
        with suppress(PermissionError):
            os.fchown(new, owner, there.st_gid)
            break
    kept = os.fstat(new).st_gid == there.st_gid
    if hasattr(os, "getxattr"):
        with suppress(OSError):  # none is there
            acl = os.getxattr(file, _ACL)
            try:
                os.setxattr(new, _ACL, acl)
            except OSError:
                kept = False
    return mode if kept else mode & (0o707 | (mode & 0o007) << 3)


@contextmanager
def _alone_in(folder: Path) -> Iterator[bool]:
    """Lets one process at a time put files in the place of others in a folder; gives whether the system can.

    Names of files that are new in it last through a loss of power afterwards. On Windows, which opens no folders, and
    on some network drives, each file is still whole; but of two processes that write one file in the same moment, the
    later one may replace what the earlier one wrote.
    """
    handle = None
    alone = False
    if hasattr(os, "O_DIRECTORY"):
        import fcntl

        with suppress(OSError):  # a folder of which nobody may see what is in it, or on another machine
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            fcntl.flock(handle, fcntl.LOCK_EX)
            alone = True
    try:
        yield alone
        if handle is not None:
            with suppress(OSError):  # what is written is there
                os.fsync(handle)
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def saying_why_not_written(name: str) -> Iterator[None]:
    """Within this, what the system says of writing is about a file of this name."""
    try:
        yield
    except BrokenPipeError:  # of standard output; nothing is wrong with this file
        raise
    except FileExistsError:
        raise CannotWriteError(name, *ALREADY_THERE) from None
    except OSError as problem:
        raise CannotWriteError(name, *why_not_written(problem)) from None
