"""mentorkit match never pairs two who have to be kept apart, however the sheets are written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ran, Run

SUBSTANCE = Path(__file__).parents[2] / "examples/substance/turning_point.toml"
DAY = ("--on", "2026-11-22")
_MENTORS = "id,mentor_recovery_since,mentor_settings,mentor_days,mentor_interests,mentor_gender,mentor_house,capacity\n"
_MENTEES = (
    "id,mentee_agrees_to_match,mentee_recovery_plan,mentee_recovery_since,mentee_settings,mentee_days,"
    "mentee_interests,mentee_prefers_gender,mentee_house,mentee_vetoes\n"
)
Sheets = Callable[..., Ran]


@pytest.fixture
def sheets(run: Run, tmp_path: Path) -> Sheets:
    """Runs `mentorkit match` on people who suit each other: by id, or with the cells that tests look at."""

    def match(mentors: dict[str, str], mentees: dict[str, str | tuple[str, str]], *args: str, house: str = "") -> Ran:
        rows = [
            f"{id_},2024-03-01,north service,monday,football,man,{house or 'none'},{capacity}\n"
            for id_, capacity in mentors.items()
        ]
        (tmp_path / "mentors.csv").write_text(_MENTORS + "".join(rows), encoding="utf-8")
        rows = [
            f'{id_},yes,drawn up by the mentee,2025-10-01,south service,monday,football,any,{each},"{vetoes}"\n'
            for id_, (each, vetoes) in mentees.items()
        ]
        (tmp_path / "mentees.csv").write_text(_MENTEES + "".join(rows), encoding="utf-8")
        return run("match", str(SUBSTANCE), "mentors.csv", "mentees.csv", *DAY, *args)

    return match


def pairs_of(ran: Ran) -> set[tuple[str, str]]:
    return {(pair["mentee"], pair["mentor"]) for pair in json.loads(ran.stdout)["pairs"]}


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [("Café House", "Cafe\u0301 House"), ("Ash House", "Ash\u200b House"), ("St Mary's", "St Mary\u2019s")],
)
def test_an_exclusion_sees_what_a_person_sees(sheets: Sheets, theirs: str, mine: str) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": (mine, "")}, house=theirs)
    assert ran.returncode == 1
    assert "ruled out by same house: 1 mentor" in ran.stdout


def test_a_veto_sees_what_a_person_sees(sheets: Sheets) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": ("none", "m\u20111")})
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "the mentee's veto: 1 mentor" in ran.stdout


def test_ids_that_look_alike_are_refused(sheets: Sheets) -> None:
    ran = sheets({"M-1": "2", "m\u20111": "2"}, {"C-1": ("none", "")})
    assert ran.returncode == 2
    assert "mentors.csv: row 3, column id: this id looks like the one in row 2" in ran.stderr


@pytest.mark.parametrize("id_", ["P-1", "p-1", "P\u20111"])
def test_nobody_is_matched_with_themself(sheets: Sheets, id_: str) -> None:
    ran = sheets({"P-1": "1"}, {id_: ("none", "")})
    assert ran.returncode == 1
    assert "nobody is matched with themself: 1 mentor" in ran.stdout


def test_two_who_are_in_both_sheets_have_each_other(sheets: Sheets) -> None:
    ran = sheets({"P-1": "1", "P-2": "1"}, {"P-1": ("none", ""), "P-2": ("none", "")}, "--format", "json")
    assert pairs_of(ran) == {("P-1", "P-2"), ("P-2", "P-1")}


def test_a_lock_does_not_match_anybody_with_themself(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock\np-1,P-1,keep\n", encoding="utf-8")
    ran = sheets({"P-1": "1"}, {"P-1": ("none", "")}, "--lock", "locks.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "P-1 is kept with themself" in ran.stderr
