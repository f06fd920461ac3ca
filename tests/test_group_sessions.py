"""A made-up series of group sessions whose attendance is asked about."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.golden_files import undocumented
from tests.running import Ran, run_here

FOLDER = Path(__file__).parent.parent / "examples" / "ways" / "group_sessions"
DAY = ("--on", "2026-11-22")
SHEETS = ("programme.toml", "attendance.csv", "--sessions", "sessions.csv")


def run(*args: str) -> Ran:
    return run_here(args, FOLDER)


def test_no_stage_decides_on_a_session() -> None:
    ran = run("decide", "matching", "programme.toml", "people/mentors.csv", *DAY)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "for the way of support group sessions, 'mentorkit match' says who delivers which session" in ran.stderr


def test_who_is_next_is_the_same_in_text_csv_and_json() -> None:
    text, sheet, data = (run("due", *SHEETS, *DAY, "--format", form) for form in ("text", "csv", "json"))
    assert [(ran.returncode, ran.stderr) for ran in (text, sheet, data)] == [(1, "")] * 3
    found = json.loads(data.stdout)
    assert undocumented(found) == set()
    by_json = [(each["person"], each["session"], each["has_place"]) for each in found["next"]]
    assert by_json == [
        *((f"P-0{number}", "S-04", True) for number in (1, 2, 3, 4)),
        ("P-05", "S-04", False),
        ("P-06", "T-02", False),
        ("P-07", "T-03", False),
        ("P-08", "T-02", False),
        ("P-09", "T-02", True),
        ("P-10", "U-01", False),
        ("P-11", "U-01", False),
    ]
    rows = list(csv.DictReader(io.StringIO(sheet.stdout, newline="")))
    places = {"has a place": True, "could have a place": False}
    assert [(row["person"], row["session"], places[row["what"]]) for row in rows if row["what"] in places] == by_json
    assert [row["session"] for row in rows if row["what"] == "too few expected"] == ["U-01"]
    assert [each["session"] for each in found["held_without"]] == ["R-03", "S-02"]
    assert found["missed"] == [{"person": "P-06", "sessions": ["S-02", "S-03"]}]
    assert found["completed"] == [f"P-{number}" for number in range(12, 18)]
    assert all(f"  {person}  {session} (session " in text.stdout for person, session, _ in by_json)


@pytest.mark.parametrize("attends", ["M-01", "m1", "K-01"])
@pytest.mark.parametrize("command", ["due", "outcomes"])
def test_nothing_is_said_while_somebody_who_attends_looks_like_somebody_who_works_there(
    tmp_path: Path, command: str, attends: str
) -> None:
    sheet = tmp_path / "attendance.csv"
    rows = (FOLDER / "attendance.csv").read_text(encoding="utf-8")
    sheet.write_text(f"{rows}{attends},S-01,yes\n", encoding="utf-8")
    ran = run(command, "programme.toml", str(sheet), *SHEETS[2:], *DAY)
    works = "K-1" if attends.startswith("K") else "M-1"
    first, second = sorted([attends, works])
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"{first} and {second} are ids that look alike")


def test_attendance_is_told_alike_in_text_csv_and_json() -> None:
    text, sheet, data = (run("outcomes", *SHEETS, *DAY, "--format", form) for form in ("text", "csv", "json"))
    assert [(ran.returncode, ran.stderr) for ran in (text, sheet, data)] == [(0, "")] * 3
    found = json.loads(data.stdout)
    assert undocumented(found) == set()
    assert (found["people"], found["attended"]) == (
        16,
        [
            {"what": "session 1", "hidden": True},
            {"what": "session 2", "hidden": True},
            {"what": "session 3", "least": 11, "most": 11},
            {"what": "session 4", "least": 6, "most": 6},
            {"what": "the whole series", "least": 6, "most": 6},
        ],
    )
    rows = list(csv.DictReader(io.StringIO(sheet.stdout, newline="")))
    assert [row["attended_least"] for row in rows] == ["", "", "11", "6", "6"]
    assert "  session 3: 11 of 16\n" in text.stdout


@pytest.mark.parametrize("command", ["due", "outcomes"])
def test_no_series_is_made_up_where_the_design_does_not_say_how_long_it_is(command: str, tmp_path: Path) -> None:
    stated = (FOLDER / "programme.toml").read_text(encoding="utf-8")
    (tmp_path / "p.toml").write_text(stated.replace("\nsessions = 4\n", "\n"), encoding="utf-8")
    ran = run(command, str(tmp_path / "p.toml"), *SHEETS[1:], *DAY)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "does not state group_sessions.sessions, so nobody knows who has completed the series" in ran.stderr


def test_a_row_of_attendance_is_about_one_person(tmp_path: Path) -> None:
    row = {"person": "P-1; P-2", "session": "S-01", "attended": "yes"}
    (tmp_path / "a.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps(row | {"attended": True}), encoding="utf-8")
    for command in ("due", "outcomes"):
        for sheet in ("a.csv", "a.jsonl"):
            ran = run(command, "programme.toml", str(tmp_path / sheet), "--sessions", "sessions.csv", *DAY)
            assert (ran.returncode, ran.stdout) == (2, "")
            assert "column person: this could be several ids; write a row for each person" in ran.stderr
    # In double quotes it is one, as in the sheet of sessions.
    (tmp_path / "a.csv").write_text('person,session,attended\n"""P, 1""",S-01,yes\n', encoding="utf-8")
    due = run("due", "programme.toml", str(tmp_path / "a.csv"), "--sessions", "sessions.csv", *DAY)
    assert "\n  P, 1  " in due.stdout, due.stderr
