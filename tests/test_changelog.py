"""The changelog is built from the fragments in changes/, and .ci/changes asks for one where what ships has changed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, call

KINDS = ["What may now be refused", "Added", "Changed", "Fixed", "For authors of plugins"]
COMMIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m")


def test_the_draft_holds_every_fragment_and_first_what_may_be_refused() -> None:
    fragments = sorted((ROOT / "changes").glob("+*"))
    if not fragments:
        pytest.skip("a release has just taken them all")
    draft = call(
        *(sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9", "--date", "2026-11-22"), cwd=ROOT
    )
    assert re.findall("^## .*", draft, re.MULTILINE) == ["## 9.9.9 (2026-11-22)"]
    kinds = re.findall("^### (.*)", draft, re.MULTILINE)
    assert kinds == [kind for kind in KINDS if kind in kinds]
    words = " ".join(draft.split())
    for fragment in fragments:
        assert " ".join(fragment.read_text(encoding="utf-8").split()) in words, f"{fragment.name} is of no kind"


def test_every_page_that_a_fragment_or_the_changelog_names_is_there() -> None:
    for page in (ROOT / "CHANGELOG.md", *(ROOT / "changes").glob("*.md")):
        for named in re.findall(r"`(docs/[^`]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / named).exists(), (page.name, named)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a project with what .ci/changes needs, in which nothing has changed yet."""
    project = tmp_path / "project"
    (project / ".ci").mkdir(parents=True)
    (project / "changes").mkdir()
    shutil.copy(ROOT / ".ci" / "changes", project / ".ci")
    shutil.copy(ROOT / "pyproject.toml", project)
    call("git", "init", "-q", "-b", "main", cwd=project)
    call("git", "add", ".", cwd=project)
    call(*COMMIT, "Begin", cwd=project)
    call("git", "clone", "-q", "project", "clone", cwd=tmp_path)
    return tmp_path / "clone"


def write(folder: Path, files: tuple[str, ...], message: str = "Change something") -> None:
    """Commits files."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text\n", encoding="utf-8")
    call("git", "add", ".", cwd=folder)
    call(*COMMIT, message, cwd=folder)


def asked(folder: Path) -> tuple[int, str]:
    """The exit status of .ci/changes, and what it says."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run([folder / ".ci" / "changes"], env={**os.environ, "PATH": path}, capture_output=True, text=True)
    assert ran.stdout == ""
    return ran.returncode, ran.stderr


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ((), "Change nothing"),
        (("docs/page.md", "tests/test_it.py"), "Change what does not ship"),
        (("src/mentorkit/it.py", "changes/+it.fixed.md"), "Change what ships, with a fragment"),
        (("plugins/schools/src/it.py",), "Move a function\n\nIt was in the way.\n\nNoticeable: nothing"),
    ],
)
def test_a_change_passes(clone: Path, files: tuple[str, ...], message: str) -> None:
    write(clone, files, message)
    assert asked(clone) == (0, "")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        (("src/mentorkit/it.py",), "No new newsfragments"),
        (("plugins/schools/src/it.py", "docs/page.md"), "No new newsfragments"),
        (("src/mentorkit/it.py", "changes/+it.fixd.md"), "+it.fixd.md"),
    ],
)
def test_a_change_of_what_ships_is_asked_for_a_fragment(clone: Path, files: tuple[str, ...], reason: str) -> None:
    write(clone, files)
    status, said = asked(clone)
    assert status == 1
    assert reason in said
    assert "changes/README.md" in said
    assert "Noticeable: nothing" in said


def test_an_earlier_fragment_of_somebody_else_does_not_count(clone: Path) -> None:
    write(clone, ("changes/+theirs.added.md",))
    call("git", "update-ref", "refs/remotes/origin/main", "HEAD", cwd=clone)
    write(clone, ("src/mentorkit/it.py",))
    assert asked(clone)[0] == 1


def test_without_a_main_branch_to_compare_with_nothing_is_asked(clone: Path) -> None:
    write(clone, ("src/mentorkit/it.py",))
    call("git", "remote", "remove", "origin", cwd=clone)
    assert asked(clone) == (0, "")
    shutil.rmtree(clone / ".git")
    assert asked(clone) == (0, "")
