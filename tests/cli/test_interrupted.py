"""Ctrl-C: a run that is interrupted ends in 130, whenever that is, and says so if it can."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest


def test_an_interrupted_run_ends_in_130_and_says_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.toml")
    process = subprocess.Popen(
        [sys.executable, "-m", "mentorkit", "validate", "endless.toml"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    writer = os.open(tmp_path / "endless.toml", os.O_WRONLY)  # waits until the pipe is being read
    process.send_signal(signal.SIGINT)
    os.close(writer)  # a signal just before Python waits to read is noticed only behind that
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.strip() == "interrupted: nothing was written"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full, as Linux has")
def test_an_interrupted_run_ends_in_130_also_where_it_cannot_say_so(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.toml")
    with Path("/dev/full").open("w") as full:
        process = subprocess.Popen(
            [sys.executable, "-m", "mentorkit", "validate", "endless.toml"], cwd=tmp_path, stderr=full
        )
        writer = os.open(tmp_path / "endless.toml", os.O_WRONLY)
        process.send_signal(signal.SIGINT)
        os.close(writer)
        assert process.wait(timeout=30) == 130


def test_a_run_that_is_interrupted_before_it_has_begun_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    ran = subprocess.run(
        [sys.executable, "-m", "mentorkit", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")
