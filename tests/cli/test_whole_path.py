"""From a first file to a reviewed change: init, edit, validate, waive, validate, diff, each exactly as it is told.

After a change that is meant: `pytest tests/cli/test_whole_path.py --update`; read the difference.
"""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.golden_files import hold

from .conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden" / "path"
DAY = ("--on", "2026-11-22")
ANSWERS = ("--sector", "substance", "--setting", "community", "--nation", "england", "--name", "Peers in Exampleton")
WAIVER = ("--reason", "the course of the college is shorter", "--agreed-by", "service manager", "--until", "2027-03-31")
SETTLED = (
    ('#length = "8 weeks"\n', 'length = "6 weeks"\n'),
    ('#abstinence = "3 months"\n', 'abstinence = "2 weeks"\n'),
    ("#clinical = false\n", "clinical = false\n"),
)
"""What a service fills in of a file from blanks."""
CHANGED = (
    ('length = "8 weeks"', 'length = "6 weeks"'),
    ('every = "14 days"', 'every = "28 days"'),
)
"""What a service changes of a file from a template."""


@pytest.mark.parametrize("start", ["blanks", "template"])
def test_the_whole_path_is_told_exactly_so(run: Run, tmp_path: Path, start: str, update: bool) -> None:
    file = tmp_path / "programme.toml"
    told: list[str] = []

    def step(*args: str) -> None:
        ran = run(*args)
        shown = [
            f"$ mentorkit {shlex.join(args)}",
            *ran.stdout.splitlines(),
            *(f"! {e}" for e in ran.stderr.splitlines()),
        ]
        told.append("\n".join([*(line.rstrip() for line in shown), f"(ends in {ran.returncode})"]) + "\n")

    step("init", *ANSWERS, "--from", start, *DAY)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "programme.toml")
    git(tmp_path, "commit", "-qm", "Begin")
    text = file.read_text(encoding="utf-8")
    for before, after in SETTLED if start == "blanks" else CHANGED:
        assert before in text
        text = text.replace(before, after, 1)
    file.write_text(text, encoding="utf-8")
    step("validate", "programme.toml", *DAY)
    step("waive", "SUB201", "programme.toml", *WAIVER, *DAY)
    assert file.read_text(encoding="utf-8").startswith(text), "all that was there is there"
    step("validate", "programme.toml", *DAY)
    step("diff", "programme.toml", "--from", "HEAD", *DAY)
    hold(GOLDEN / f"{start}.txt", "\n".join(told), update)


def git(folder: Path, *args: str) -> None:
    """Git as nobody in particular, and without the settings of whoever runs the tests."""
    person = ("-c", "user.name=A service", "-c", "user.email=service@example.org")
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *person, *args], cwd=folder, check=True, env=env)
