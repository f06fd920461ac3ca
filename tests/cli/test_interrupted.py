"""Ctrl-C: a run that is interrupted ends in 130, whenever that is, and says so if it can."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import interrupt_while_it_reads

_VALIDATE = (sys.executable, "-m", "mentorkit", "validate", "-")


def test_an_interrupted_run_ends_in_130_and_says_so() -> None:
    with subprocess.Popen(_VALIDATE, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        interrupt_while_it_reads(process)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().strip() == "interrupted: nothing was written"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has")
def test_an_interrupted_run_ends_in_130_also_where_it_cannot_say_so() -> None:
    with Path("/dev/full").open("w") as full:
        with subprocess.Popen(_VALIDATE, stdin=subprocess.PIPE, stderr=full) as process:
            interrupt_while_it_reads(process)
            process.communicate(timeout=30)
        assert process.returncode == 130


def test_a_run_that_is_interrupted_before_it_has_begun_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    ran = subprocess.run(
        [sys.executable, "-m", "mentorkit", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")
