"""Which sheet is given: its columns say it, in every format and from a pipe, and settle the way of support."""

import csv
import io
import json
import re
import shlex
from pathlib import Path

import attrs
import pytest

from mentorkit.cli.sheet_kind import sheet_of
from mentorkit.outcomes.plan import MEASURE_COLUMNS, MeasurementPlan, columns_of_measures
from mentorkit.programme.results import Measure, Outcomes
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import WayName
from mentorkit.registry.load import Plugins

from ..running import run_process
from .conftest import Run

BOOK = Plugins().rulebook([])
PROGRAMME = """\
format = 2
[programme]
name = "North"
sectors = []
nation = "england"
ways = ["pair", "group sessions", "on call", "mutual aid", "incident"]
[group_sessions]
delivered_by = 1
sessions = 2
length = "90 minutes"
[on_call]
hours = "24/7"
least_on_duty = 1
answers_within = "30 minutes"
[incidents]
steps = [{ what = "first meeting", within = "72 hours" }]
oldest = "1 month"
[outcomes]
measures = [{ name = "hope", of = ["mentee"], at = ["start", "exit"] }]
"""
SHEETS = {
    "people": "id,capacity,available\nP-1,5,at any hour\n",
    "members": "id,wants_sponsor,capacity\nP-1,yes,1\nP-2,no,1\n",
    "sessions": "id,starts_at,number,delivered_by\nS-1,2026-11-30 18:00,1,\n",
    "attendance": "person,session,attended\nA-1,S-1,\n",
    "shifts": "id,starts_at,ends_at,on_duty\nS-1,2026-11-30 18:00,2026-11-30 20:00,P-1\n",
    "contacts": "id,asked_at,answered_at\nC-1,2026-11-28 10:00,2026-11-28 10:10\n",
    "incidents": "id,person,happened_at,part_of_it,first_meeting_at\nI-1,A-1,2026-11-28 10:00,none,\n",
    "measures": "id,party,measure,at,value\nA-1,mentee,hope,start,3\n",
    "proposals": "session,person,lock,away\nS-1,P-1,,\n",
}
ON = ("--on", "2026-11-29")


def in_format(sheet: str, suffix: str) -> str:
    rows = list(csv.DictReader(io.StringIO(sheet)))
    if suffix == ".jsonl":
        return "".join(f"{json.dumps(row)}\n" for row in rows)
    if suffix == ".toml":
        return "\n".join(
            line for row in rows for line in ("[[records]]", *(f"{name} = {json.dumps(row[name])}" for name in row))
        )
    return "\ufeff" + sheet


def design_of(ways: str) -> str:
    return f'format = 2\n[programme]\nsectors = []\nnation = "england"\nways = {ways}\n'


def kinds(file: Path, *ways: WayName) -> list[str]:
    programme = Programme(format=2)
    if ways:
        programme = attrs.evolve(programme, programme=attrs.evolve(programme.programme, ways=ways))
    return [kind.name for kind in sheet_of(str(file), BOOK, programme).kinds]


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".toml"])
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_named_by_its_columns_in_each_format(name: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"sheet{suffix}"
    file.write_text(in_format(SHEETS[name], suffix), encoding="utf-8")
    assert kinds(file)[0] == name


@pytest.mark.parametrize(
    ("header", "ways", "named"),
    [
        ("ID;Starts_At;ends_at\n", ["on call"], ["shifts"]),
        ('id\t\'starts_at\t"ends_at"\r\n', ["group sessions"], ["sessions"]),
        ("id,starts_at,ends_at\n", ["group sessions", "on call"], ["sessions", "shifts"]),
        ("id,starts_at,ends_at\n", ["pair"], ["sessions", "shifts"]),
        ("id,supervised_on,placed_on,number\n", ["group sessions"], ["people"]),
        ("id,happened_at,who,when,where\n", ["incident"], []),
        ("id\n", ["pair"], []),
        ("", ["pair"], []),
        ("\0\xff", ["pair"], []),
    ],
)
def test_the_kind_that_knows_most_columns_is_meant_and_of_several_what_the_programme_has(
    header: str, ways: list[WayName], named: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text(header, encoding="utf-8")
    assert [kind for kind in kinds(file, *ways) if kind != "members"] == named


def test_the_columns_of_measures_are_those_that_are_read() -> None:
    plan = MeasurementPlan.of(Programme(outcomes=Outcomes(measures=(Measure(name="hope", of=("mentee",)),))))
    assert tuple(columns_of_measures(plan, {"mentor": "mentor", "mentee": "mentee"})) == MEASURE_COLUMNS


@pytest.mark.parametrize(
    ("command", "way"),
    [
        ("due p.toml incidents.csv --on 2026-11-29", "incident"),
        ("due p.toml attendance.csv --sessions sessions.csv --on 2026-11-29", "group sessions"),
        ("due p.toml members.csv --on 2026-11-29", "mutual aid"),
        ("outcomes p.toml incidents.csv --on 2026-11-29", "incident"),
        ("outcomes p.toml contacts.csv --on 2026-11-29", "on call"),
        ("outcomes p.toml attendance.csv --sessions sessions.csv --on 2026-11-29", "group sessions"),
        ("match p.toml people.csv sessions.csv --on 2026-11-29", "group sessions"),
        ("match p.toml people.csv shifts.csv --on 2026-11-29", "on call"),
        ("match p.toml people.csv incidents.csv --on 2026-11-29", "incident"),
        ("match p.toml members.csv --on 2026-11-29", "mutual aid"),
        ("rota p.toml shifts.csv --people people.csv", "on call"),
    ],
)
def test_a_sheet_settles_the_way_from_a_file_and_from_a_pipe(command: str, way: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    for name, sheet in SHEETS.items():
        (tmp_path / f"{name}.csv").write_text(sheet, encoding="utf-8")
    args = command.split()
    ran = run(*args)
    assert ran.stdout
    assert (ran.returncode, ran.stdout) == ((told := run(*args, "--way", way)).returncode, told.stdout)
    for sheet in (arg for arg in args if arg.endswith(".csv")):
        piped = ["-" if arg == sheet else arg for arg in args]
        assert run(*piped, stdin=(tmp_path / sheet).read_bytes()).stdout == ran.stdout


def test_a_long_sheet_comes_whole_from_a_pipe_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    rows = "".join(f"C-{number:05},2026-11-28 10:00,2026-11-28 10:10,P-1\n" for number in range(3000))
    sheet = f"id,asked_at,answered_at,answered_by\n{rows}".encode()
    ran = run_process(["outcomes", "p.toml", "-", *ON], tmp_path, sheet, {})
    assert (ran.returncode, "3000 calls: 3000 of 3000 answered in time" in ran.stdout) == (0, True)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            "due p.toml attendance.csv",
            "this is a sheet of attendance\n       do:     name the sheet of sessions too, behind",
        ),
        ("decide screening p.toml incidents.csv", "give it to 'mentorkit due' or 'outcomes', or to 'mentorkit match'"),
        (
            "decide screening p.toml proposals.csv --way pair",
            "this is a sheet of proposals, and one of people is needed here",
        ),
        ("match p.toml people.csv", "give a second sheet, of mentees, sessions, shifts or incidents"),
        ("match p.toml people.csv", 'or say --way "mutual aid" if it is of members'),
        ("match p.toml unknown.csv", "unknown.csv: row 1, column a_note: no rule and no stage asks this of members"),
        ("match p.toml unknown.csv --way pair", "give a second sheet, of mentees\n"),
        ("match p.toml people.csv --way incident", "give a second sheet, of incidents"),
        ("due p.toml shifts.csv", "give it to 'mentorkit rota', or to 'mentorkit match' behind the people"),
        ("due p.toml attendance.csv --sessions sessions.csv --way incident", 'which "incident" does not have'),
        ("outcomes p.toml attendance.csv --sessions sessions.csv --way pair", 'say --way "group sessions"'),
        (
            "outcomes p.toml measures.csv --sessions sessions.csv",
            "this is a sheet of measures, and --sessions goes with",
        ),
        ("outcomes p.toml people.csv", "give it to 'mentorkit decide' or 'due', or to 'match' as the first sheet"),
        ("outcomes p.toml incidents.csv --way pair", 'say --way "incident"'),
        ("match p.toml sessions.csv people.csv", "this is a sheet of sessions, and one of people or members is needed"),
        ("match p.toml people.csv people.csv --way incident", "people, and one of incidents is needed here"),
        ('match p.toml people.csv members.csv --way "group sessions"', "members, and one of sessions is needed here"),
        ("match p.toml people.csv members.csv", "if it is of other people, remove the column wants_sponsor"),
        ("match p.toml people.csv contacts.csv", "give it to 'mentorkit outcomes'"),
        ("match p.toml people.csv proposals.csv", "name it behind --lock of 'mentorkit match'"),
        ("match p.toml people.csv sessions.csv --way incident", 'say --way "group sessions"'),
        ("rota p.toml contacts.csv", "this is a sheet of contacts, and one of shifts is needed here"),
        ("rota p.toml shifts.csv --people contacts.csv", "this is a sheet of contacts, and one of people is needed"),
    ],
)
def test_another_sheet_is_refused_with_what_it_is_and_what_it_is_for(
    command: str, said: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    for name, sheet in SHEETS.items():
        (tmp_path / f"{name}.csv").write_text(sheet, encoding="utf-8")
    (tmp_path / "unknown.csv").write_text("id,wants_sponsor,a_note,b_note\nP-1,yes,,\n", encoding="utf-8")
    ran = run(*shlex.split(command))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize(
    ("ways", "command", "said"),
    [
        ('["group sessions"]', "match p.toml people.csv people.csv", "people, and one of sessions is needed here"),
        ('["drop-in"]', "match p.toml people.csv people.csv", "people, and one of shifts is needed here"),
        ('["incident", "on call"]', "match p.toml people.csv people.csv", "one of shifts or incidents is needed here"),
        ('["mutual aid"]', "outcomes p.toml people.csv", "people, and one of measures is needed here"),
        ('["drop-in"]', "outcomes p.toml people.csv", "people, and one of measures or contacts is needed here"),
        ('["pair"]', "due p.toml shifts.csv", "shifts, and one of people is needed here"),
    ],
)
def test_only_sheets_that_the_programme_can_have_are_named_as_needed(
    ways: str, command: str, said: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(design_of(ways), encoding="utf-8")
    for name in ("people", "shifts"):
        (tmp_path / f"{name}.csv").write_text(SHEETS[name], encoding="utf-8")
    ran = run(*command.split())
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


@pytest.mark.parametrize("sheet", ["shifts.csv", "contacts.csv"])
def test_the_way_that_is_offered_in_a_hint_is_one_that_the_sheet_can_be_about(
    sheet: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(design_of('["pair", "drop-in", "on call"]'), encoding="utf-8")
    for name, rows in SHEETS.items():
        (tmp_path / f"{name}.csv").write_text(rows, encoding="utf-8")
    command = ("match", "p.toml", "people.csv", sheet) if sheet == "shifts.csv" else ("outcomes", "p.toml", sheet)
    ran = run(*command, *ON)
    assert ran.returncode == 2
    hints = re.findall(r'--way "([a-z -]+)"', ran.stderr)
    assert hints[0] == "drop-in"
    assert "pair" not in ran.stderr


@pytest.mark.parametrize(
    ("ways", "command"),
    [
        ('["pair"]', "match p.toml people.csv left.csv"),
        ('["pair", "online"]', "match p.toml people.csv left.csv"),
        ('["pair"]', "match p.toml left.csv people.csv"),
        ('["pair"]', "decide screening p.toml left.csv"),
        ('["pair", "group sessions"]', "due p.toml left.csv --way pair"),
        ('["on call"]', "match p.toml left.csv shifts.csv"),
    ],
)
def test_a_column_of_members_is_left_over_where_there_are_none(
    ways: str, command: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(design_of(ways), encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,capacity\nP-1,5\n", encoding="utf-8")
    (tmp_path / "shifts.csv").write_text(SHEETS["shifts"], encoding="utf-8")
    (tmp_path / "left.csv").write_text("id,capacity,wants_sponsor\nP-2,5,no\n", encoding="utf-8")
    ran = run(*command.split(), *ON)
    assert ran.returncode == 2
    assert "left.csv: row 1, column wants_sponsor: " in ran.stderr
