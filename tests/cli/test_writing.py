"""Files are there as a whole or not at all, whatever ends the run, and nothing else is left behind."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from mentorkit.cli import atomic_write
from mentorkit.cli.atomic_write import new_file, new_folder, replace_file, whole_file
from mentorkit.cli.os_errors import CannotWriteError
from mentorkit.cli.read_file import opened, read_bytes
from mentorkit.toml.document import CannotJudgeError

from .conftest import Run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions and signals as POSIX has them")
EXAMPLE = Path(__file__).parents[2] / "examples/substance/turning_point.toml"
AFTER = b"after" * 9999


def _whole() -> None:
    with whole_file("x") as write:
        write(AFTER.decode())


WRITERS: dict[str, Callable[[], object]] = {
    "new_file": lambda: new_file("x", AFTER),
    "replace_file": lambda: replace_file("x", AFTER, b"before"),
    "whole_file": _whole,
    "new_folder": lambda: new_folder("d", {"a/x": "after"}),
}
STEPS = ("open", "fdopen", "fchmod", "fsync", "link", "rename", "replace", "mkdir", "unlink", "close")
"""What a writer asks the system for; the run is ended before each of them, and behind each."""


@pytest.fixture(params=["nameless", "named"])
def files_beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With files that have no name until they are whole, and as on a system that has none."""
    if request.param == "named":
        monkeypatch.setattr(atomic_write, "_OWN_FILES", Path("/nowhere"))
    return str(request.param)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda ending: ending.name)
def test_a_run_that_is_ended_at_any_step_leaves_the_old_or_the_new(
    tmp_path: Path, files_beside: str, writer: str, ending: signal.Signals
) -> None:
    for step in STEPS:
        for behind in (False, True):
            folder = tmp_path / f"{step}-{behind}"
            folder.mkdir()
            if writer in ("replace_file", "whole_file"):
                (folder / "x").write_bytes(b"before")
            _end(folder, WRITERS[writer], step, ending, behind=behind)
            names = {path.name for path in folder.iterdir()}
            left = {name for name in names if name.startswith(".")}
            if ending != signal.SIGKILL or (files_beside == "nameless" and writer == "new_file"):
                assert not left, (step, behind)
            if writer == "new_folder":
                assert "d" not in names or (folder / "d/a/x").read_bytes() == b"after", (step, behind)
            elif writer == "new_file":
                assert "x" not in names or (folder / "x").read_bytes() == AFTER, (step, behind)
            else:
                assert (folder / "x").read_bytes() in (b"before", AFTER), (step, behind)
                if files_beside == "nameless":  # what a killed run left is gone with the next
                    replace_file(str(folder / "x"), AFTER, (folder / "x").read_bytes())
                    assert {path.name for path in folder.iterdir()} == {"x"}, (step, behind)


def _end(folder: Path, write: Callable[[], object], step: str, ending: signal.Signals, *, behind: bool) -> None:
    """Writes in a process of its own, which a signal ends at one step."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.chdir(folder)
        real = getattr(os, step)

        def ended(*args: Any, **kwargs: Any) -> Any:
            setattr(os, step, real)
            if not behind:
                os.kill(os.getpid(), ending)
            result = real(*args, **kwargs)
            if behind:
                os.kill(os.getpid(), ending)
            return result

        setattr(os, step, ended)
        write()
    finally:
        os._exit(1)


def test_a_full_disk_leaves_nothing_and_says_so(
    tmp_path: Path, files_beside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        """A file on a disk that is full: what was to be written is tried again as it is closed, in vain."""

        def __init__(self, handle: int, _: str) -> None:
            self.handle = handle

        def write(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            os.close(self.handle)
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_bytes(b"before")
    monkeypatch.setattr(os, "fdopen", Full)
    for write in (WRITERS["replace_file"], WRITERS["whole_file"], lambda: new_file("y", AFTER)):
        with pytest.raises(CannotWriteError, match="the disk is full"):
            write()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x": b"before"}


@pytest.mark.parametrize("output", [("-o", "d.csv"), ()])
def test_an_answer_for_which_there_is_no_room_is_no_fault_of_what_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: tuple[str, ...]
) -> None:
    def add(*_: object) -> None:
        raise OSError(errno.EFBIG, "File too large")

    (tmp_path / "p.toml").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.setattr("mentorkit.reports.decisions.Decisions.add", add)
    ran = run("decide", "screening", "p.toml", "-", "--on", "2026-11-22", *output, stdin="id\nA-1\n")
    where = "d.csv: not written" if output else "standard output: not all is written"
    assert (ran.returncode, ran.stderr.splitlines()[0]) == (2, f"{where}: the system allows no file of this size")
    assert not (tmp_path / "d.csv").exists()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that opens and cannot be read")
def test_only_reading_a_file_is_its_own_fault() -> None:
    with pytest.raises(CannotJudgeError, match="this file cannot be read: input/output error"):
        read_bytes("/proc/self/mem")
    with pytest.raises(OSError, match="No space left"), opened(str(EXAMPLE)):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_is_there_is_not_called_not_written(
    tmp_path: Path, files_beside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    new_file(str(tmp_path / "x"), b"before")
    replace_file(str(tmp_path / "x"), b"after", b"before")
    assert (tmp_path / "x").read_bytes() == b"after"


def test_an_interrupt_after_the_file_has_its_name_says_that_it_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_bytes(EXAMPLE.read_bytes())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mentorkit.cli.network.draw.say", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        ran = run("network", "draw", "p.toml", "-o", "n.svg")
    assert (ran.returncode, ran.stderr.strip()) == (130, "interrupted: n.svg was written")


def test_a_file_keeps_its_permissions_and_one_about_people_is_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "m.csv").write_text("id,supervised_on\nM-1,2026-11-20\n", encoding="utf-8")
    before = os.umask(0o022)
    try:
        for name, mode in (("new.csv", None), ("open.csv", 0o640)):
            if mode:
                (tmp_path / name).touch(mode)
            assert run("decide", "supervision", "p.toml", "m.csv", "-o", name).returncode == 1
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == (mode or 0o600)
        run("facts", "p.toml", "--template", "screening", "-o", "sheet.csv")
        run("network", "draw", "p.toml", "-o", "n.svg")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "sheet.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "n.svg").stat().st_mode) == 0o644


@pytest.mark.parametrize("allowed", [True, False])
def test_owner_and_group_stay_or_the_group_loses_its_rights(
    tmp_path: Path, files_beside: str, monkeypatch: pytest.MonkeyPatch, allowed: bool
) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"before")
    file.chmod(0o664)
    kept: list[tuple[int, int]] = []
    real = os.fstat

    def fchown(_: int, owner: int, group: int) -> None:
        if not allowed:
            raise PermissionError
        kept.append((owner, group))

    def fstat(handle: int) -> Any:
        there = list(real(handle))
        if stat.S_ISREG(int(there[0])) and not kept:
            there[5] += 1  # the group of a new file is another
        return os.stat_result(there)

    monkeypatch.setattr(os, "fchown", fchown)
    monkeypatch.setattr(os, "fstat", fstat)
    replace_file(str(file), b"after", b"before")
    there = file.stat()
    assert stat.S_IMODE(there.st_mode) == (0o664 if allowed else 0o644)
    assert kept == ([(there.st_uid, there.st_gid)] if allowed else [])


def test_two_processes_that_change_one_file_lose_nothing(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from mentorkit.cli.atomic_write import replace_file
from mentorkit.cli.os_errors import CannotWriteError
done = 0
while done < 100:
    before = Path("x").read_bytes()
    try:
        replace_file("x", before + sys.argv[1].encode(), before)
        done += 1
    except CannotWriteError:
        pass
"""
    (tmp_path / "x").write_bytes(b"")
    both = [subprocess.Popen([sys.executable, "-c", code, letter], cwd=tmp_path) for letter in "ab"]
    assert [process.wait() for process in both] == [0, 0]
    text = (tmp_path / "x").read_text(encoding="utf-8")
    assert (text.count("a"), text.count("b"), len(text)) == (100, 100, 200)


def test_a_name_that_is_taken_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        with suppress(FileExistsError), (tmp_path / "x").open("xb") as other:
            other.write(b"theirs")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotWriteError, match="this file already exists"):
        new_file(str(tmp_path / "x"), b"ours")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x": b"theirs"}
