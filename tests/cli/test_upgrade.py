"""mentorkit upgrade, as a person runs it."""

import json
import os
import stat
from collections import Counter
from pathlib import Path

import pytest

from .conftest import Run

OLD = Path(__file__).parents[1] / "data/format_1"
TEXT = (OLD / "substance/turning_point.toml").read_text(encoding="utf-8").replace("budget = [", 'budget = ["pay", ')
DAY = ("--on", "2026-11-22")
NEWLY_ASKED = {
    "STD010": 2,
    "STD011": 2,
    "STD012": 1,
    "STD013": 2,
    "STD014": 3,
    "STD016": 2,
    "STD017": 1,
    "STD212": 1,
    "STD439": 1,
    "STD440": 1,
    "STD816": 3,
    "STD818": 1,
    "STD824": 1,
}
"""How often each rule asks for a key, or for a table as an entry, that format 1 does not have."""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "programme.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_file_is_upgraded_once_and_nothing_else_of_it_changes(run: Run, programme: Path) -> None:
    programme.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    programme.chmod(0o640)
    ran = run("upgrade", "programme.toml", *DAY)
    assert (ran.returncode, ran.stderr) == (0, "")
    said, asked = ran.stdout[: -len(ran.stdout.partition("  newly asked:\n")[2])], ran.stdout.splitlines()[8:]
    assert Counter(line.rpartition("[")[2].rstrip("]").partition(",")[0] for line in asked) == NEWLY_ASKED
    assert asked[3] == (
        "    worth deciding: the programme does not state who: who is supported: "
        "the person who has the need, or others around them [STD010]"
    )
    assert said == (
        "programme.toml: is now in format 2, checked against edition 2026-11 of the rules\n"
        "  -    8 | format = 1\n"
        "  +    8 | format = 2\n"
        '  +   13 | ways = ["pair"]\n'
        "  +  568 | \n"
        "  +  569 | [file]\n"
        '  +  570 | asked_until = "2026-11"\n'
        "  newly asked:\n"
    )
    lines = TEXT.replace("format = 1\n", "format = 2\n").splitlines(keepends=True)
    lines.insert(12, 'ways = ["pair"]\n')
    wanted = "".join([*lines, "\n", "[file]\n", 'asked_until = "2026-11"\n'])
    assert programme.read_bytes() == b"\xef\xbb\xbf" + wanted.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(programme.stat().st_mode) == 0o640
    again = run("upgrade", "programme.toml", *DAY)
    assert (again.returncode, again.stdout) == (
        0,
        "programme.toml: is already in format 2, checked against edition 2026-11 of the rules\n",
    )
    assert run("upgrade", "--check", "programme.toml", *DAY).returncode == 0


def test_check_changes_nothing_and_says_what_would(run: Run, programme: Path) -> None:
    ran = run("upgrade", "--check", "programme.toml", *DAY)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.startswith("programme.toml: would be in format 2, checked against edition 2026-11 of the rules\n")
    assert programme.read_text(encoding="utf-8") == TEXT


def test_each_file_is_upgraded_or_left_with_the_reasons(run: Run, programme: Path, tmp_path: Path) -> None:
    broken = TEXT.replace("clinical = false", "clincal = false", 1).replace("youngest = 18", 'youngest = "18"', 1)
    (tmp_path / "broken.toml").write_text(broken, encoding="utf-8")
    ran = run("upgrade", "broken.toml", "none.toml", "programme.toml", "programme.toml", *DAY)
    assert ran.returncode == 2
    assert ran.stdout.count("programme.toml: is now in format 2") == 1
    said = [line for line in ran.stderr.splitlines() if "not upgraded" in line]
    assert [line.partition(":")[0] for line in said] == ["broken.toml", "broken.toml", "none.toml"]
    assert 'there is no key "clincal" here' in said[0]
    assert "this is text, but a whole number is needed here" in said[1]
    assert (tmp_path / "broken.toml").read_text(encoding="utf-8") == broken
    assert "format = 2" in programme.read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_left(run: Run, programme: Path) -> None:
    programme.parent.chmod(0o500)
    try:
        assert run("upgrade", "programme.toml", *DAY).returncode == 2
    finally:
        programme.parent.chmod(0o700)
    assert programme.read_text(encoding="utf-8") == TEXT


def test_programs_get_it_as_json(run: Run, programme: Path, tmp_path: Path) -> None:
    old = (OLD / "documented/schools/assist.toml").read_text(encoding="utf-8")
    (tmp_path / "assist.toml").write_text(old, encoding="utf-8")
    ran = run("upgrade", "programme.toml", "assist.toml", "none.toml", "--check", "--format", "json", *DAY)
    said = json.loads(ran.stdout)
    assert ran.returncode == 2
    assert list(said) == ["version", "files", "not_upgraded"]
    first, second = said["files"]
    assert {key: first[key] for key in ("file", "was", "format", "asked_until", "open_lists")} == {
        "file": "programme.toml",
        "was": 1,
        "format": 2,
        "asked_until": "2026-11",
        "open_lists": [],
    }
    assert Counter(each["rule"] for each in first["newly_asked"]) == NEWLY_ASKED
    assert first["changes"][0] == {"line": 8, "text": "format = 1", "added": False}
    assert second["open_lists"] == ["outcomes.measures", "governance.documents"]
    assert second["newly_asked"]
    assert {finding["file"] for finding in second["newly_asked"]} == {"assist.toml"}
    assert [problem["file"] for problem in said["not_upgraded"]] == ["none.toml"]


def test_standard_input_is_no_file(run: Run) -> None:
    ran = run("upgrade", "-", stdin=TEXT)
    assert ran.returncode == 2
    assert "upgrade changes files, so name one instead of -" in ran.stderr
