"""mentorkit match with sessions, shifts and incidents: sheets that other commands read too, in every format."""

import json
from pathlib import Path

import pytest

from tests.building import ROOT

from .conftest import Run
from .test_match_slots import _ALWAYS as ALWAYS
from .test_match_slots import _AS_JSON as AS_JSON
from .test_match_slots import _DESIGN as DESIGN
from .test_match_slots import _PEOPLE as PEOPLE
from .test_match_slots import _TABLES as TABLES
from .test_match_slots import _match as match_slots

EXAMPLES = ROOT / "examples" / "ways"


@pytest.mark.parametrize(
    ("way", "sheet", "people", "command"),
    [
        ("group_sessions", "sessions.csv", "M-{},9,at any hour", "due {p} attendance.csv --sessions {s}"),
        ("incident", "people/incidents.csv", "T-0{},9,", "due {p} {s}"),
    ],
)
def test_other_commands_read_the_same_sheets(
    run: Run, tmp_path: Path, way: str, sheet: str, people: str, command: str
) -> None:
    rows = (EXAMPLES / way / sheet).read_text(encoding="utf-8").splitlines()
    more = tmp_path / "slots.csv"
    more.write_text("\n".join([f"{rows[0]},needs,vetoes", *(f"{row},2,none" for row in rows[1:])]), encoding="utf-8")
    header = "id,capacity,available\n" if "any hour" in people else "id,capacity,away_from\n"
    text = header + "".join(people.format(number) + "\n" for number in range(1, 6))
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    programme = str(EXAMPLES / way / "programme.toml")
    ran = run("match", programme, "people.csv", str(more), "--on", "2026-10-30", *AS_JSON)
    assert json.loads(ran.stdout)["summary"]["places"] > 0
    other = command.format(p=programme, s=more).replace("attendance.csv", str(EXAMPLES / way / "attendance.csv"))
    before = command.format(p=programme, s=EXAMPLES / way / sheet)
    before = before.replace("attendance.csv", str(EXAMPLES / way / "attendance.csv"))
    on = ("--on", "2026-11-29")
    expected = run(*before.split(), *on).stdout
    assert expected
    assert run(*other.split(), *on).stdout == expected


def test_a_rota_is_read_with_what_it_needs_and_whom_it_does_not_want(run: Run, tmp_path: Path) -> None:
    shifts = "T-1,2026-11-30 10:00,2026-11-30 14:00,1,P-2,P-1\n"
    hours = 'hours = "Monday 10:00 to 14:00"\n'
    ran = match_slots(run, tmp_path, "on call", f"P-1,{ALWAYS}\nP-2,{ALWAYS}\n", shifts, design=hours)
    assert ran.returncode == 0, ran.stderr
    assert run("rota", "p.toml", "slots.csv").returncode == 0


@pytest.mark.parametrize(
    ("way", "rows", "other"),
    [
        ("on call", [{"id": "T-1", "ends_at": "2026-11-30T14:00", "on_duty": ["P-1"]}], "rota p.toml {sheet}"),
        (
            "group sessions",
            [{"id": "S-1", "number": 1, "delivered_by": ["P-1"], "staff_there": []}],
            "due p.toml a.csv --sessions {sheet} --on 2026-11-29",
        ),
        (
            "incident",
            [{"id": "I-1", "person": "X-1", "happened_at": "2026-11-28T10:00", "part_of_it": [], "practitioner": []}],
            "due p.toml {sheet} --on 2026-11-28",
        ),
    ],
)
def test_every_command_reads_a_sheet_in_json_lines_and_toml(
    way: str, rows: list[dict[str, object]], other: str, run: Run, tmp_path: Path
) -> None:
    extra = {"on call": 'hours = "Monday 10:00 to 14:00"\n', "group sessions": "sessions = 1\n"}
    text = DESIGN.format(way=way, tables=TABLES[way] + extra.get(way, ""))
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.csv").write_text("person,session,attended\nA-1,S-1,\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text(f"{PEOPLE}P-1,{ALWAYS}\nP-2,{ALWAYS}\n", encoding="utf-8")
    start = {} if way == "incident" else {"starts_at": "2026-11-30T10:00"}
    step = {"first_meeting_at": None} if way == "incident" else {}
    filled = [row | start | {"needs": 1, "vetoes": []} for row in rows]
    (tmp_path / "s.jsonl").write_text("\n".join(json.dumps(row | step) for row in filled), encoding="utf-8")
    tables = [
        "[[records]]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in row.items()) for row in filled
    ]
    more = 'first_meeting_at = ""\n' if step else ""
    (tmp_path / "s.toml").write_text("".join(f"{table}{more}" for table in tables), encoding="utf-8")
    for sheet in ("s.jsonl", "s.toml"):
        for command in (f"match p.toml people.csv {sheet} --on 2026-11-29", other.format(sheet=sheet)):
            ran = run(*command.split())
            assert (ran.returncode, ran.stderr) == (0, ""), (command, ran.stdout)


@pytest.mark.parametrize("sheet", ["s.jsonl", "s.csv"])
def test_what_a_command_passes_over_is_of_its_kind_all_the_same(sheet: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(
        DESIGN.format(way="on call", tables=TABLES["on call"] + 'hours = "Monday 10:00 to 14:00"\n'), encoding="utf-8"
    )
    row = {"id": "T-1", "starts_at": "2026-11-30 10:00", "ends_at": "2026-11-30 14:00", "needs": "two"}
    (tmp_path / "s.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "s.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    ran = run("rota", "p.toml", sheet)
    assert (ran.returncode, "column needs: a whole number from 0 up" in ran.stderr) == (2, True), ran.stderr


def test_a_time_that_comes_twice_says_which_of_the_two_is_meant(run: Run, tmp_path: Path) -> None:
    shift = "S-1,2027-10-31 01:30+01:00,2027-10-31 01:30+00:00,,,\n"
    ran = match_slots(run, tmp_path, "on call", f"P-1,{ALWAYS}\n", shift)
    assert "  S-1, Sunday 2027-10-31 01:30 (+01:00) to 01:30 (+00:00): P-1\n" in ran.stdout
