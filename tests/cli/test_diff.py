"""mentorkit diff as a person runs it: every form of the answer, revisions in git, and what is refused."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.golden_files import hold

from .conftest import Run

ROOT = Path(__file__).parents[2]
OLD = (ROOT / "examples" / "substance" / "turning_point.toml").read_text(encoding="utf-8")
EDITS = {
    'abstinence = "3 months"': 'abstinence = "20 days"',
    'every = "14 days"': 'every = "28 days"',
    'ending = ["final meeting", ': "ending = [",
    "supervised = false  ": "supervised = true  ",
    'title = "Skills for Further Learning': 'title = "*Skills* for [Further] Learning',
    "length = ": 'contact_time = "20 hours"\nlength = ',
    "measures = [": 'measures = [{ name = "sense of purpose", of = ["mentee"], at = ["start", "exit"] },',
}
ON = ("--on", "2026-11-22")


def edited(text: str) -> str:
    for before, after in EDITS.items():
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "old.toml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.toml").write_text(edited(OLD), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_the_answer_in_each_form(run: Run, files: Path, form: str, suffix: str, update: bool) -> None:
    ran = run("diff", "old.toml", "new.toml", "--format", form, *ON)
    assert (ran.returncode, ran.stderr) == (1, "")
    hold(ROOT / "tests/golden/forms" / f"changes.{suffix}", ran.stdout, update)


def test_the_same_file_twice_has_no_change(run: Run, files: Path) -> None:
    ran = run("diff", "old.toml", "-", *ON, stdin=OLD)
    assert (ran.returncode, ran.stdout) == (
        0,
        "old.toml → -: no changes, no new findings, none gone; it did not get worse\n",
    )


def test_what_got_worse_below_the_fail_level_fails_nothing_and_is_said(run: Run, files: Path) -> None:
    (files / "new.toml").write_text(OLD.replace('every = "14 days"', 'every = "28 days"', 1), encoding="utf-8")
    told = {
        "error": run("diff", "old.toml", "new.toml", "--fail-on", "error", *ON),
        "warning": run("diff", "old.toml", "new.toml", *ON),  # the default
    }
    assert {level: ran.returncode for level, ran in told.items()} == {"error": 0, "warning": 1}
    assert told["error"].stdout.endswith("none gone; it got worse, by 1 finding below the fail level\n")
    assert told["warning"].stdout.endswith("none gone; it got worse, by 1 finding\n")
    better = run("diff", "new.toml", "old.toml", "--fail-on", "advice", *ON)
    assert (better.returncode, better.stdout.endswith("1 gone; it did not get worse\n")) == (0, True)


def test_what_waivers_hide_can_be_compared(run: Run, files: Path) -> None:
    short = OLD.replace('abstinence = "3 months"', 'abstinence = "20 days"')
    waiver = '\n[[waivers]]\nrule = "SUB101"\nreason = "a pilot"\nagreed_by = "manager"\nuntil = 2027-03-31\n'
    (files / "new.toml").write_text(short + waiver, encoding="utf-8")
    assert run("diff", "old.toml", "new.toml", *ON).returncode == 0
    assert run("diff", "old.toml", "new.toml", "--no-waivers", *ON).returncode == 1


def test_details_of_a_confidential_member_are_told_in_no_form(run: Run, files: Path) -> None:
    member = '[[network.members]]\nid = "refuge"\nkind = "place"\nconfidential = true\ncontact = "door code 7"\n'
    (files / "old.toml").write_text(f"{OLD}\n{member}", encoding="utf-8")
    moved = f"{OLD}\n{member.replace('code 7', 'code 8').replace('place', 'service')}"
    (files / "new.toml").write_text(moved, encoding="utf-8")
    for form in ("text", "markdown", "json"):
        for old, new in (("old", "new"), ("new", "old")):
            said = run("diff", f"{old}.toml", f"{new}.toml", "--format", form, *ON).stdout
            assert "refuge" in said
            assert "door code" not in said
    (files / "new.toml").write_text(OLD, encoding="utf-8")
    assert "door code" not in run("diff", "new.toml", "old.toml", *ON).stdout
    assert "door code" not in run("diff", "old.toml", "new.toml", "--format", "json", *ON).stdout


def git(folder: Path, *args: str) -> None:
    author = ("-c", "user.name=made up", "-c", "user.email=nobody@example.org")
    subprocess.run(["git", *author, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One file at two revisions, and with a further change that is not committed."""
    folder = tmp_path / "designs"
    folder.mkdir()
    file = folder / "programme.toml"
    git(tmp_path, "init", "-q")
    for text in (OLD, OLD.replace('every = "14 days"', 'every = "28 days"', 1)):
        file.write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "Design")
    file.write_text(edited(OLD), encoding="utf-8")
    return folder


def test_a_file_is_compared_with_what_it_was(run: Run, repository: Path) -> None:
    file = "designs/programme.toml"
    told = run("diff", file, "--from", "HEAD~1", "--to", "HEAD", *ON)
    assert told.returncode == 1
    assert (
        "  in the first 2 months, the longest time between two sessions of supervision: 14 days → 28 days"
        in told.stdout
    )
    assert told.stdout.endswith(
        f"HEAD~1:{file} → HEAD:{file}: 1 change, 1 new finding, none gone; it got worse, by 1 finding\n"
    )
    now = run("diff", file, "--from", "HEAD", *ON)
    assert now.returncode == 1
    assert f"HEAD:{file} → {file}: 6 changes" in now.stdout
    whole = json.loads(
        run("diff", str(repository / "programme.toml"), "--from", "HEAD~1", "--format", "json", *ON).stdout
    )
    assert whole["summary"]["changes"] == 7


def test_a_file_that_is_gone_is_compared_between_revisions(run: Run, repository: Path) -> None:
    (repository / "programme.toml").unlink()
    assert run("diff", "designs/programme.toml", "--from", "HEAD~1", "--to", "HEAD", *ON).returncode == 1
    assert "there is no such file" in run("diff", "designs/programme.toml", "--from", "HEAD~1", *ON).stderr


def test_a_file_that_was_too_long_is_not_read(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorkit.cli.git_revision.MOST_BYTES", 100)
    ran = run("diff", "designs/programme.toml", "--from", "HEAD", *ON)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "HEAD:designs/programme.toml: not judged: this file has more than" in ran.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("designs/programme.toml", "--from", "HEAD~9"), "HEAD~9:designs/programme.toml: not judged: there is no such"),
        (("designs/programme.toml", "--from", "--output=x"), "there is no such revision in the repository"),
        (
            ("designs/other.toml", "--from", "HEAD"),
            "HEAD:designs/other.toml: not judged: this file is not in that",
        ),
        (("nowhere/programme.toml", "--from", "HEAD"), "this file is not in a git repository"),
    ],
)
def test_what_git_does_not_have_is_not_judged(run: Run, repository: Path, args: tuple[str, ...], message: str) -> None:
    ran = run("diff", *args, *ON)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert "       do:     " in ran.stderr


def test_without_a_repository_or_git_it_says_so(run: Run, files: Path, tmp_path: Path) -> None:
    ran = run("diff", "old.toml", "--from", "HEAD", *ON, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert ran.returncode == 2
    assert "HEAD:old.toml: not judged: this file is not in a git repository" in ran.stderr
    ran = run("diff", "old.toml", "--from", "HEAD", *ON, PATH=str(tmp_path))
    assert ran.returncode == 2
    assert "git is not installed" in ran.stderr


def test_both_sides_say_why_they_cannot_be_judged(run: Run, files: Path) -> None:
    (files / "new.toml").write_text("format = 1\nname", encoding="utf-8")
    ran = run("diff", "none.toml", "new.toml", *ON)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "none.toml: not judged: there is no such file" in ran.stderr
    assert "new.toml:2:5: not judged: " in ran.stderr


@pytest.mark.parametrize(
    "args",
    [("old.toml",), ("a", "b", "c"), ("a", "b", "--from", "HEAD"), ("a", "b", "--to", "HEAD"), ("-", "-")],
)
def test_anything_but_two_sides_is_refused(run: Run, args: tuple[str, ...]) -> None:
    ran = run("diff", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "name two files, or one with --from REVISION" in ran.stderr
