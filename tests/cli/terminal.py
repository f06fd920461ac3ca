"""Running a command on a terminal, where it can ask."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path


def on_a_terminal(folder: Path, *args: str, typed: list[tuple[str, str]]) -> tuple[int, str]:
    """Runs the command on a terminal of its own, and types an answer whenever what it waits for is shown."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mentorkit", *args],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "100"},
    ) as process:
        os.close(theirs)
        shown, answered = "", 0
        while True:
            if not select.select([ours], [], [], 60)[0]:
                process.kill()
                raise AssertionError(f"nothing more came after: {shown}")
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                part = b""
            if not part:
                break
            shown += part.decode()
            if answered < len(typed) and typed[answered][0] in shown:
                os.write(ours, (typed[answered][1] or "\n").encode())
                shown, answered = shown.replace(typed[answered][0], "…", 1), answered + 1
        os.close(ours)
        assert answered == len(typed), shown
        return process.wait(), shown
