"""The hook for pre-commit, with pre-commit itself: an environment of its own from this checkout, and real commits."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
CONFIG = """repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: mentorkit-validate
        additional_dependencies: [./plugins/substance]
"""  # one sector alone, because each takes pip its time

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def call(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Runs a program as nobody in particular, and not as part of a commit that these tests may be run by."""
    named = {
        f"GIT_{who}_{what}": "made-up@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment = {**kept, **named, "PRE_COMMIT_HOME": str(folder.parent / "home"), "NO_COLOR": "1"}
    environment["PIP_NO_COMPILE"] = "1"  # of all that is installed little is run
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return call(folder, "git", *args)


def repository(folder: Path) -> str:
    """A git repository of what is in a folder; gives its one revision."""
    for args in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        ran = git(folder, *args)
        assert ran.returncode == 0, ran.stderr
    return git(folder, "rev-parse", "HEAD").stdout.strip()


@pytest.mark.long
def test_a_commit_is_refused_where_a_programme_falls_short(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "mentorkit", tmp_path / "theirs"
    ours.mkdir()
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, ours)
    for name in ("src", "plugins"):
        shutil.copytree(ROOT / name, ours / name, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    theirs.mkdir()
    config = CONFIG.format(repository=ours, revision=repository(ours))
    (theirs / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (theirs / "our programme.toml").write_text(EXAMPLE, encoding="utf-8")
    (theirs / "pyproject.toml").write_text("[project]\n", encoding="utf-8")  # none of the hook's files
    repository(theirs)

    pre_commit = (sys.executable, "-m", "pre_commit")
    every = call(theirs, *pre_commit, "run", "--all-files", "--verbose")
    assert every.returncode == 0, every.stdout + every.stderr
    assert "our programme.toml: nothing to put right or to decide" in every.stdout
    assert "pyproject" not in every.stdout
    assert call(theirs, *pre_commit, "install").returncode == 0

    worse = EXAMPLE.replace('abstinence = "3 months"', 'abstinence = "2 weeks"')
    (theirs / "our programme.toml").write_text(worse, encoding="utf-8")
    refused = git(theirs, "commit", "-a", "-m", "Take mentors on sooner")
    assert refused.returncode == 1
    assert "has to be at least 30 days [SUB101]" in refused.stdout + refused.stderr
    (theirs / "our programme.toml").write_text("format = \n", encoding="utf-8")
    refused = git(theirs, "commit", "-a", "-m", "Break it")
    assert refused.returncode == 1
    assert "not judged" in refused.stdout + refused.stderr

    (theirs / "our programme.toml").write_text(f"{EXAMPLE}# read again\n", encoding="utf-8")
    assert git(theirs, "commit", "-a", "-m", "Read it again").returncode == 0
    assert git(theirs, "rev-list", "--count", "HEAD").stdout.strip() == "2"


def test_every_sector_of_ours_comes_with_the_hook() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    plugins = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
    assert f"additional_dependencies: [{', '.join(f'./plugins/{name}' for name in plugins)}]\n" in hook
