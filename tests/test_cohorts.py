"""One made-up cohort for each way of support, through every stage of the way, by the commands that are documented.

The way of pairs has the cohorts of the four sectors. What the commands say of the others stands in one file a way.
After a change that is meant, `pytest tests/test_cohorts.py --update` writes the new answers; read the difference.
"""

import csv
import json
import shlex
from pathlib import Path

import pytest

from mentorkit.programme.way_stages import STAGES
from mentorkit.programme.ways import Way
from tests.golden_files import hold
from tests.running import Ran, run_here
from tests.test_people import in_lines

ROOT = Path(__file__).parent.parent
WAYS = {way.value.replace(" ", "_").replace("-", "_"): way for way in Way if way is not Way.PAIR}
ON = {
    "group_sessions": "2026-11-22",
    "drop_in": "2026-11-30",
    "on_call": "2026-10-26",
    "mutual_aid": "2026-11-22",
    "incident": "2026-11-29",
    "online": "2026-11-30",
}
"""The day on which a cohort is looked at."""
_LOOKED_AFTER = (
    "decide screening programme.toml people/applicants.csv",
    "decide training programme.toml people/trainees.csv",
)
_SUPERVISED = (
    "decide supervision programme.toml people/mentors.csv",
    "due programme.toml people/mentors.csv --stage supervision",
    "decide graduation programme.toml people/graduates.csv",
)
COMMANDS = {
    "group_sessions": (
        *_LOOKED_AFTER,
        "match programme.toml matching/people.csv sessions.csv",
        *_SUPERVISED,
        "due programme.toml attendance.csv --sessions sessions.csv",
        "outcomes programme.toml attendance.csv --sessions sessions.csv",
        "decide outcomes programme.toml people/reviews.csv",
        "outcomes programme.toml people/measures.csv",
    ),
    "drop_in": (
        *_LOOKED_AFTER,
        "match programme.toml matching/people.csv shifts.csv",
        "rota programme.toml shifts.csv --to 2026-11-28 --people people/mentors.csv",
        *_SUPERVISED,
        "outcomes programme.toml contacts.csv --on 2026-11-30T09:00",
        "outcomes programme.toml people/measures.csv",
    ),
    "on_call": (
        *_LOOKED_AFTER,
        "match programme.toml matching/people.csv shifts.csv",
        "rota programme.toml shifts.csv --to 2026-10-25 --people people/mentors.csv",
        *_SUPERVISED,
        "outcomes programme.toml contacts.csv --on 2026-10-26T00:00",
    ),
    "mutual_aid": ("match programme.toml members.csv", "due programme.toml members.csv"),
    "incident": (
        *_LOOKED_AFTER,
        "match programme.toml matching/people.csv people/incidents.csv",
        "decide supervision programme.toml people/practitioners.csv",
        "due programme.toml people/practitioners.csv --stage supervision",
        "due programme.toml people/incidents.csv --on '2026-11-29 03:10'",
        "outcomes programme.toml people/incidents.csv --on '2026-11-29 03:10'",
    ),
    "online": (
        *_LOOKED_AFTER,
        "match programme.toml matching/people.csv shifts.csv",
        "rota programme.toml shifts.csv --to 2026-11-29 --people people/mentors.csv",
        *_SUPERVISED,
        "outcomes programme.toml contacts.csv --on 2026-11-30T09:00",
        "outcomes programme.toml people/measures.csv",
    ),
}
"""What is run for each, in the order of the stages."""


def ran(way: str, command: str, *more: str) -> Ran:
    day = () if "--on" in command or command.startswith("rota") else ("--on", ON[way])
    return run_here([*shlex.split(command), *day, *more], ROOT / "examples" / "ways" / way)


def ids(way: str, sheet: str, column: str = "id") -> set[str]:
    """The ids in a column of a sheet, each of a list."""
    with (ROOT / "examples" / "ways" / way / sheet).open(encoding="utf-8") as file:
        cells = [row[column] for row in csv.DictReader(file)]
    return {each.strip() for cell in cells for each in cell.split(";") if each.strip() not in ("", "none")}


@pytest.mark.parametrize("way", WAYS)
def test_every_stage_says_this_of_the_made_up_cohort(way: str, update: bool) -> None:
    parts = []
    for command in COMMANDS[way]:
        decides = command.startswith("decide")
        said = ran(way, command, *(("--format", "json") if decides else ()))
        assert said.stderr == ""
        # What rules say is in the golden files of their wording.
        answer = in_lines(command.split()[1], json.loads(said.stdout)) if decides else said.stdout
        answer = answer.partition("\nThese rules say so")[0] if command.startswith("due") else answer
        parts.append(f"$ mentorkit {command}\n{answer}Exit status {said.returncode}.\n")
    hold(ROOT / "tests/golden/cohorts" / f"{way}.txt", "\n".join(parts), update)


@pytest.mark.parametrize("way", WAYS)
def test_the_cohort_goes_through_each_stage_that_its_way_has(way: str) -> None:
    commands = {command.split()[0] for command in COMMANDS[way]}
    assert {stage.command for stage in STAGES[WAYS[way]].values() if stage.command} <= commands
    decided = {command.split()[1] for command in COMMANDS[way] if command.startswith("decide")}
    assert {name for name, stage in STAGES[WAYS[way]].items() if stage.command == "decide"} <= decided


@pytest.mark.parametrize("way", [way for way in WAYS if way != "mutual_aid"])
def test_nobody_is_at_a_stage_who_was_not_cleared_for_it_before(way: str) -> None:
    def cleared(number: int) -> set[str]:
        answer = json.loads(ran(way, COMMANDS[way][number], "--format", "json").stdout)
        return {each["id"] for each in answer["decisions"] if each["decision"] in ("proceed", "note")}

    selected, trained = cleared(0), cleared(1)
    assert ids(way, "people/trainees.csv") <= selected
    assert ids(way, "matching/people.csv") <= selected
    at_work = {
        "group_sessions": [("sessions.csv", "delivered_by")],
        "incident": [("people/incidents.csv", "practitioner")],
    }.get(way, [("shifts.csv", "on_duty"), ("contacts.csv", "answered_by")])
    supervised = ids(way, "people/practitioners.csv" if way == "incident" else "people/mentors.csv")
    assert supervised <= trained
    for sheet, column in at_work:
        assert ids(way, sheet, column) <= supervised
    if way != "incident":
        assert {each.split()[0] for each in ids(way, "people/graduates.csv")} <= supervised


@pytest.mark.parametrize("way", WAYS)
def test_the_design_of_each_cohort_is_complete(way: str) -> None:
    found = json.loads(ran(way, "validate programme.toml --format json").stdout)["findings"]
    assert {rule for each in found for rule in each["rules"]} <= {"STD603"}


@pytest.mark.parametrize(
    ("way", "template", "sheet"),
    [
        *((way, "people", "matching/people.csv") for way in WAYS if way != "mutual_aid"),
        *((way, sheet, f"{sheet}.csv") for way in ("drop_in", "on_call", "online") for sheet in ("shifts", "contacts")),
        *(("group_sessions", sheet, f"{sheet}.csv") for sheet in ("sessions", "attendance")),
        ("incident", "incidents", "people/incidents.csv"),
        ("mutual_aid", "members", "members.csv"),
    ],
)
def test_each_sheet_has_columns_of_its_template(way: str, template: str, sheet: str) -> None:
    asked = ran(way, f"facts programme.toml --template {template}").stdout.removeprefix("\ufeff").strip().split(",")
    there = (ROOT / "examples/ways" / way / sheet).read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {*there} <= {*asked}
