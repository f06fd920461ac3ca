"""Running the command line as a person does: a process of its own, with what it prints and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]
Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `mentorkit …` in an empty folder."""

    def run(*args: str, stdin: str | bytes = "", **environment: str) -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        ran = subprocess.run(
            [sys.executable, "-m", "mentorkit", *args],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "100", **environment},
            check=False,
            timeout=60,
        )
        out, err = ran.stdout.decode(), ran.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)

    return run
