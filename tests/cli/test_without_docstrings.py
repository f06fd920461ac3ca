"""Python started with -OO: rules have what they say from their docstrings, which are gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit.registry import find
from tests.running import run_here

EXAMPLES = Path(__file__).parents[2] / "examples"
DESIGN = str(EXAMPLES / "substance" / "turning_point.toml")
SAID = "Python was started with -OO, which drops the texts of the rules"


def test_it_is_said_by_a_process_that_was_started_so() -> None:
    ran = subprocess.run(
        [sys.executable, "-OO", "-m", "mentorkit", "validate", DESIGN],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"mentorkit: not judged: {SAID}\n")


@pytest.mark.parametrize(
    "asked",
    [
        ("diff", DESIGN, DESIGN),
        ("facts", DESIGN),
        ("decide", "screening", DESIGN, "people.csv"),
        ("network", "stats", DESIGN),
        ("explain", "SUB101"),
        ("rules",),
        ("schema",),
        ("upgrade", DESIGN, "--check"),
        ("baseline", DESIGN),
        ("plugins",),
        ("plugin", "check"),
        ("lsp",),
    ],
    ids=" ".join,
)
def test_each_command_that_needs_rules_says_it_once(
    asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(find, "WITHOUT_DOCSTRINGS", True)
    ran = run_here(asked, tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr.count(SAID)) == (2, "", 1)
    assert "internal error" not in ran.stderr


def test_what_needs_no_rules_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(find, "WITHOUT_DOCSTRINGS", True)
    assert run_here(("network", "import", str(EXAMPLES / "directory" / "pages")), tmp_path).returncode == 0
    words = {"_MENTORKIT_COMPLETE": "bash_complete", "COMP_WORDS": "mentorkit waive S", "COMP_CWORD": "2"}
    assert run_here((), tmp_path, environment=words).stderr == ""
