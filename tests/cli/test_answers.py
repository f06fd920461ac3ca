"""What the commands about people share: in which form an answer is written, and what is said of it beside the file."""

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "substance"
ON = ("--on", "2026-11-22")
COMMANDS = {
    "decide": ("decide", "supervision", "programme.toml", "mentors.csv", *ON),
    "due": ("due", "programme.toml", "mentors.csv", *ON),
    "match": ("match", "programme.toml", "matching/mentors.csv", "matching/mentees.csv", *ON),
    "outcomes": ("outcomes", "programme.toml", "measures.csv"),
}


@pytest.fixture
def people(run: Run, tmp_path: Path) -> Run:
    """Runs a command on the made-up people of an example."""
    shutil.copy(EXAMPLE / "turning_point.toml", tmp_path / "programme.toml")
    shutil.copy(EXAMPLE / "people" / "mentors.csv", tmp_path)
    shutil.copytree(EXAMPLE / "matching", tmp_path / "matching")
    rows = "".join(f"P-{number},mentee,hope,start,{number}\n" for number in range(7))
    (tmp_path / "measures.csv").write_text(f"id,party,measure,at,value\n{rows}", encoding="utf-8")
    return lambda command, *options: run(*COMMANDS[command], *options)


@pytest.mark.parametrize(
    ("command", "summary"),
    [
        ("decide", "9 records at supervision on 2026-11-22: "),
        ("due", "On 2026-11-22: 4 overdue, "),
        ("match", "Proposals for 8 of 12 mentees on"),
        ("outcomes", "service users: 7 started; "),
    ],
)
def test_a_file_is_in_the_form_that_its_name_ends_in_and_what_it_comes_to_is_said(
    people: Run, command: str, summary: str, tmp_path: Path
) -> None:
    written = people(command, "-o", "answer.json")
    assert written.stdout.startswith(summary)
    shown = people(command, "--format", "json")
    assert (tmp_path / "answer.json").read_text(encoding="utf-8") == shown.stdout
    assert json.loads(shown.stdout)["version"] == 1
    assert written.returncode == shown.returncode
    people(command, "-o", "answer.txt", "--format", "csv")
    csv = people(command, "--format", "csv")
    assert (tmp_path / "answer.txt").read_bytes().decode() == csv.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_that_ends_in_another_form_is_refused(people: Run, command: str, tmp_path: Path) -> None:
    ran = people(command, "-o", "answer.xlsx")
    assert (ran.returncode, ran.stdout) == (2, "")
    beside = {"due": ".csv, .json or .ics", "outcomes": ".csv, .json or .svg"}.get(command, ".csv or .json")
    assert f"answer.xlsx: the name of this file must end in .txt, {beside}, or state --format" in ran.stderr
    assert not (tmp_path / "answer.xlsx").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_told(people: Run, command: str) -> None:
    ran = people(command, "-o", "nowhere/answer.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "nowhere/answer.csv: not written: " in ran.stderr
    assert "make the folder first" in ran.stderr
