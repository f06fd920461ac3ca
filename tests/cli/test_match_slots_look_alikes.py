"""mentorkit match with sessions, shifts or incidents, where ids look alike: whoever may be meant is not proposed."""

from pathlib import Path

from .conftest import Run
from .test_match_slots import _ALWAYS as ALWAYS
from .test_match_slots import _AS_JSON as AS_JSON
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
