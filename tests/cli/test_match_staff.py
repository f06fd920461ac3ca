"""mentorkit match with sessions at which members of staff are there as well, and with other numbers than needed."""

import json
from pathlib import Path

import pytest

from tests.running import Ran

from .conftest import Run

_DESIGN = """format = 2
[programme]
name = "made up"
sectors = ["substance"]
nation = "england"
ways = ["group sessions"]
[group_sessions]
delivered_by = 1
staff_there = 1
length = "90 minutes"
[matching]
{matching}
"""
_PEOPLE = "id,capacity,available,not_with\nM-1,5,at any hour,\nM-2,5,at any hour,\n"


def _match(run: Run, folder: Path, sessions: str, people: str = _PEOPLE, *, matching: str = "", form: str = "") -> Ran:
    for name, content in (
        ("p.toml", _DESIGN.format(matching=matching)),
        ("people.csv", people),
        ("slots.csv", "id,starts_at,needs,vetoes,delivered_by,staff_there\n" + sessions),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    return run(
        "match", "p.toml", "people.csv", "slots.csv", "--on", "2026-11-29", *(("--format", form) if form else ())
    )


def test_staff_who_are_there_or_are_not_are_said(run: Run, tmp_path: Path) -> None:
    sessions = (
        "S-1,2026-11-30 18:00,,,M-2,K-1\nS-2,2026-12-01 18:00,,K-1,,K-1\nS-3,2026-12-02 18:00,,,,none\n"
        "S-4,2026-12-03 18:00,,,M-1; M-2,\n"
    )
    ran = _match(run, tmp_path, sessions)
    assert ran.returncode == 1
    assert ran.stdout == (
        "Proposed\n"
        "  S-1, Monday 2026-11-30 18:00 to 19:30: M-2 (settled); staff K-1\n"
        "  S-2, Tuesday 2026-12-01 18:00 to 19:30: M-1; staff K-1\n"
        "       staff, though K-1 is not wanted there\n"
        "  S-3, Wednesday 2026-12-02 18:00 to 19:30: M-1\n"
        "  S-4, Thursday 2026-12-03 18:00 to 19:30: M-1 (settled), M-2 (settled)\n"
        "\n"
        "More people than needed, or fewer staff\n"
        "  S-3, Wednesday 2026-12-02 18:00 to 19:30: staff there: 0, of 1 needed\n"
        "  S-4, Thursday 2026-12-03 18:00 to 19:30: 2 people have it, of 1 needed; staff there: nobody knows how many, "
        "of 1 needed\n"
        "\n"
        "4 of 4 places filled in 4 sessions on 2026-11-29.\n"
        "most places, then the order of ids; proven: no more than 4 can be filled\n"
        "These are proposals. A person confirms each with everybody concerned, or rejects it.\n"
    )
    as_json = json.loads(_match(run, tmp_path, sessions, form="json").stdout)["slots"]
    assert [(slot["staff"], slot["too_many"]) for slot in as_json] == [
        (["K-1"], False),
        (["K-1"], False),
        ([], False),
        (None, True),
    ]
    assert as_json[1]["staff_despite"] == [{"person": "K-1", "despite": ["not wanted there"]}]
    assert _match(run, tmp_path, "S-1,2026-11-30 18:00,,,M-2,K-1\n").returncode == 0


def test_who_is_there_as_staff_delivers_nothing_at_that_time(run: Run, tmp_path: Path) -> None:
    ran = _match(run, tmp_path, "S-1,2026-11-30 18:00,2,,,M-1\nS-2,2026-11-30 19:00,2,,,K-1\n", form="json")
    answer = json.loads(ran.stdout)
    assert [(pair["session"], pair["person"]) for pair in answer["pairs"]] == [("S-1", "M-2")]
    assert answer["slots"][0]["obstacles"] == [{"what": "there as staff", "people": 1, "ids": ["M-1"]}]
    assert answer["slots"][1]["obstacles"][0]["ids"] == ["M-1", "M-2"]


@pytest.mark.parametrize(
    ("sessions", "told"),
    [
        ("S-1,2026-11-30 18:00,,,,K-1\nS-2,2026-11-30 19:00,,,,k-1\n", "K-1 has both S-1 and S-2, which overlap"),
        ("S-1,2026-11-30 18:00,,,,M-1\nS-2,2026-11-30 19:00,,,M-1,K-1\n", "M-1 has both S-1 and S-2, which overlap"),
        ("S-1,2026-11-30 18:00,,,M-1,m-1\n", "M-1 also delivers this session"),
        ("S-1,2026-11-30 18:00,,,,M-01\n", "staff_there of S-1 names M-01, who is not in the sheet of people; did you"),
        ("S-1,2026-11-30 18:00,,K-7,,K-1\n", "vetoes of S-1 names somebody who is not in the sheet of people"),
    ],
)
def test_staff_of_whom_it_is_not_clear_where_they_are_have_to_be_settled(
    run: Run, tmp_path: Path, sessions: str, told: str
) -> None:
    ran = _match(run, tmp_path, sessions)
    assert (ran.returncode, told in ran.stderr) == (2, True), ran.stderr


def test_everybody_who_may_be_a_member_of_staff_takes_nothing(run: Run, tmp_path: Path) -> None:
    people = _PEOPLE.replace("M-1", "I-1") + "L-1,5,at any hour,\n"
    ran = _match(run, tmp_path, "S-1,2026-11-30 18:00,,,,1-1\nS-2,2026-11-30 19:00,3,,,K-1\n", people, form="json")
    assert ran.returncode == 2
    assert [(each["session"], each["person"]) for each in json.loads(ran.stdout)["pairs"]] == [("S-2", "M-2")]


def test_members_of_staff_whose_ids_look_alike_may_be_one_in_two_places(run: Run, tmp_path: Path) -> None:
    ran = _match(run, tmp_path, "S-1,2026-11-30 18:00,,,,K-1\nS-2,2026-11-30 19:00,,,,K-01\n")
    assert (ran.returncode, "K-01 and K-1 are ids that look alike" in ran.stderr) == (2, True)
    ran = _match(run, tmp_path, "S-1,2026-11-10 18:00,,,,K-1\nS-2,2026-11-30 19:00,,,,K-01\n")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_member_of_staff_who_is_not_wanted_and_may_be_one_of_the_people_has_to_be_settled(
    run: Run, tmp_path: Path
) -> None:
    over_and_open = "S-1,2026-11-10 18:00,,,M-2,{0}\nS-2,2026-12-01 18:00,,{0},,none\n"
    ran = _match(run, tmp_path, over_and_open.format("M-01"))
    assert (ran.returncode, "S-2: vetoes names somebody who is not in the sheet of people" in ran.stdout) == (2, True)
    assert "S-2, Tuesday 2026-12-01 18:00 to 19:30: M-1\n" in _match(run, tmp_path, over_and_open.format("K-1")).stdout


def test_what_is_not_known_of_somebody_is_not_said_to_be_against_them(run: Run, tmp_path: Path) -> None:
    people = "id,capacity,available\nM-1,,at any hour\nM-2,5,\nM-3,0,at any hour\n"
    ran = _match(run, tmp_path, "S-1,2026-11-30 18:00,3,,M-1; M-2; M-3,K-1\n", people, form="json")
    despite = {pair["person"]: pair["despite"] for pair in json.loads(ran.stdout)["pairs"]}
    waits = ["cannot take anything yet"]
    assert despite == {"M-1": waits, "M-2": waits, "M-3": ["more than they have room for"]}


def test_capacity_in_hours_is_refused(run: Run, tmp_path: Path) -> None:
    ran = _match(run, tmp_path, "S-1,2026-11-30 18:00,,,,K-1\n", matching='capacity_in = "hours"')
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'matching.capacity_in is "hours", and capacity is the number of sessions here' in ran.stderr
