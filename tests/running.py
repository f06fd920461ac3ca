"""Running the command line as a person does, and seeing what it prints and how it ends."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from mentorkit.cli import main

Ran = subprocess.CompletedProcess[str]
SHOWN = {"NO_COLOR": "1", "COLUMNS": "100"}
"""So that what is printed is the same on every terminal."""


def run_here(
    args: Sequence[str],
    folder: Path,
    stdin: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
    *,
    merged: bool = False,
    importable: Sequence[Path] = (),
) -> Ran:
    """Runs `mentorkit …` in this process, from its console script inwards; with all loaded, that takes milliseconds.

    Args:
        args: as typed behind `mentorkit`.
        folder: in which it runs.
        stdin: what comes on standard input.
        environment: variables beside those that the tests were started with.
        merged: whether standard error is shown on standard output, as by 2>&1.
        importable: folders from which plugins can be imported meanwhile.
    """
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch, _importing(importable, patch):
        patch.chdir(folder)
        for name, value in {**SHOWN, **environment}.items():
            patch.setenv(name, value)
        for name in ("signal.signal", "gc.freeze", "gc.set_threshold"):  # of a process of its own, which this is not
            patch.setattr(name, lambda *_: None)
        shown = [io.TextIOWrapper(to, "utf-8", write_through=True) for to in (out, out if merged else err)]
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", shown[0])
        patch.setattr(sys, "stderr", shown[1])
        try:
            main([*args])
        except SystemExit as end:
            status = end.code or 0
    assert isinstance(status, int)
    said, told = (to.getvalue().decode() for to in (out, err))
    return subprocess.CompletedProcess(["mentorkit", *args], status, said, told)


@contextmanager
def _importing(folders: Sequence[Path], patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lets what is in some folders be imported, as it is now, and forgets it afterwards."""
    if folders:
        patch.setattr(sys, "dont_write_bytecode", True)  # which would hide that a file is written anew within a second
    for folder in reversed(folders):
        patch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before if folders else ():
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(tuple(map(str, folders))):
            del sys.modules[name]


def run_process(args: Sequence[str], folder: Path, stdin: bytes, environment: Mapping[str, str]) -> Ran:
    """Runs `mentorkit …` in a process of its own: for what an environment says to Python before anything is loaded."""
    ran = subprocess.run(
        [sys.executable, "-m", "mentorkit", *args],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **SHOWN, **environment},
        check=False,
        timeout=60,
    )
    return subprocess.CompletedProcess(ran.args, ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def interrupt_while_it_reads(process: "subprocess.Popen[bytes]") -> None:
    """Presses Ctrl-C once a process reads its standard input, which is a pipe and has not ended."""
    assert process.stdin
    process.stdin.write(b"#" * 500_000)  # more than a pipe holds, so that this waits until it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    process.stdin.close()  # a signal just before Python waits to read is noticed only behind that
    process.stdin = None
