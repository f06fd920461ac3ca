"""mentorkit match with sessions, shifts or incidents, where ids look alike: whoever may be meant is not proposed."""

from pathlib import Path

import pytest

from .conftest import Run
from .test_match_slots import _ALWAYS as ALWAYS
from .test_match_slots import _AS_JSON as AS_JSON
from .test_match_slots import DAY
from .test_match_slots import _match as match_slots
from .test_match_slots import _taken as taken


def test_all_whose_ids_look_like_that_of_the_person_of_an_incident_do_not_take_it(run: Run, tmp_path: Path) -> None:
    people = "I-1,5,,,\nL-1,5,,,\nP-2,5,,,\n"
    ran = match_slots(run, tmp_path, "incident", people, "X,1-1,2026-11-28 03:10,none,2,,\n", *AS_JSON)
    assert (ran.returncode, taken(ran, "incident")) == (2, {("X", "P-2")}), ran.stderr
    assert "1-1, I-1 and L-1 are ids that look alike" in ran.stderr


def test_if_neither_id_of_a_never_is_there_all_that_look_like_them_wait(run: Run, tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("session,person,lock,away\n7-1,1-1,never,yes\n", encoding="utf-8")
    people = "".join(f"{each},{ALWAYS}\n" for each in ("I-1", "L-1", "P-2"))
    sessions = "".join(f"{each},2026-11-30 18:00,,3,,\n" for each in ("7-I", "7-L", "8"))
    ran = match_slots(run, tmp_path, "group sessions", people, sessions, "--lock", "locks.csv", *AS_JSON)
    assert (ran.returncode, taken(ran)) == (2, {("8", "P-2")}), ran.stderr


@pytest.mark.parametrize(
    ("way", "sheet"),
    [
        ("group sessions", "id,starts_at\nS-1,2026-11-10 18:00\nS-01,2026-12-01 18:00\nS-2,2026-12-01 18:00\n"),
        (
            "on call",
            "id,starts_at,ends_at\nS-1,2026-11-10 18:00,2026-11-10 20:00\n"
            "S-01,2026-12-01 18:00,2026-12-01 20:00\nS-2,2026-12-01 18:00,2026-12-01 20:00\n",
        ),
        (
            "incident",
            "id,person,happened_at,part_of_it,first_meeting_at\nS-1,X-1,2026-11-27 03:10,none,2026-11-28 10:00\n"
            "S-01,X-1,2026-11-27 03:10,none,\nS-2,X-1,2026-11-27 03:10,none,\n",
        ),
    ],
)
def test_a_slot_that_looks_like_one_that_is_over_waits(run: Run, tmp_path: Path, way: str, sheet: str) -> None:
    kind = {"group sessions": "session", "on call": "shift", "incident": "incident"}[way]
    match_slots(run, tmp_path, way, "P-1,5,,,\n" if way == "incident" else f"P-1,{ALWAYS}\n", "")
    (tmp_path / "slots.csv").write_text(sheet, encoding="utf-8")
    (tmp_path / "locks.csv").write_text(f"{kind},person,lock\nS-1,P-1,never\n", encoding="utf-8")
    ran = run("match", "p.toml", "people.csv", "slots.csv", *DAY, "--lock", "locks.csv", *AS_JSON)
    assert (ran.returncode, taken(ran, kind)) == (2, {("S-2", "P-1")}), ran.stderr
    assert "S-01 and S-1 are ids that look alike" in ran.stderr


def test_slots_that_look_alike_and_are_all_over_matter_to_nobody(run: Run, tmp_path: Path) -> None:
    sessions = "S-1,2026-11-10 18:00,,,,\nS-01,2026-11-11 18:00,,,,\nS-2,2026-12-01 18:00,,,,\n"
    ran = match_slots(run, tmp_path, "group sessions", f"P-1,{ALWAYS}\n", sessions, *AS_JSON)
    assert (ran.returncode, taken(ran)) == (0, {("S-2", "P-1")}), ran.stderr
