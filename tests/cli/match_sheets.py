"""Sheets of people who suit each other, on which `mentorkit match` is run."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.running import Ran

SUBSTANCE = Path(__file__).parents[2] / "examples/substance/turning_point.toml"
DAY = ("--on", "2026-11-22")
_MENTORS = "id,mentor_recovery_since,mentor_settings,mentor_days,mentor_interests,mentor_gender,mentor_house,capacity\n"
_MENTEES = (
    "id,mentee_agrees_to_match,mentee_recovery_plan,mentee_recovery_since,mentee_settings,mentee_days,"
    "mentee_interests,mentee_prefers_gender,mentee_house,mentee_vetoes\n"
)
Run = Callable[..., Ran]
Sheets = Callable[..., Ran]


def match_people(
    run: Run, folder: Path, mentors: dict[str, str], mentees: dict[str, tuple[str, str]], *args: str, house: str = ""
) -> Ran:
    """Runs `mentorkit match` on people who suit each other: by id, with the cells that tests look at."""
    rows = [
        f"{id_},2024-03-01,north service,monday,football,man,{house or 'none'},{capacity}\n"
        for id_, capacity in mentors.items()
    ]
    (folder / "mentors.csv").write_text(_MENTORS + "".join(rows), encoding="utf-8")
    rows = [
        f'{id_},yes,drawn up by the mentee,2025-10-01,south service,monday,football,any,{each},"{vetoes}"\n'
        for id_, (each, vetoes) in mentees.items()
    ]
    (folder / "mentees.csv").write_text(_MENTEES + "".join(rows), encoding="utf-8")
    return run("match", str(SUBSTANCE), "mentors.csv", "mentees.csv", *DAY, *args)


def pairs_of(ran: Ran) -> set[tuple[str, str]]:
    return {(pair["mentee"], pair["mentor"]) for pair in json.loads(ran.stdout)["pairs"]}
