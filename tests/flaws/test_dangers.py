"""A danger in place of an everyday need: each sector's programme is told that it is no everyday need."""

import pytest

from tests.flaws.test_flaws import drawn

EVERYDAY = {
    "substance": "a lapse",
    "probation": "work or training",
    "schools": "low mood that lasts",
    "mental_health": "company in the first weeks at home",
}
"""A need of the complete programme of each sector that is no risk, and may wait for a week."""
DANGERS = {
    "a pupil made to carry drugs": "exploitation",
    "abuse": "abuse or neglect",
    "county lines": "exploitation",
    "does not want to live": "suicide or self-harm",
    "domestic abuse": "abuse or neglect",
    "failed to return to the ward": "a missing person",
    "going missing": "a missing person",
    "overdose": "overdose",
    "radicalisation": "exploitation",
    "self-harm": "suicide or self-harm",
    "taken too many pills": "overdose",
    "tying a ligature": "suicide or self-harm",
    "weapon": "violence",
}


@pytest.mark.parametrize("sector", EVERYDAY)
@pytest.mark.parametrize("called", DANGERS)
def test_a_danger_is_a_risk_and_does_not_wait(sector: str, called: str) -> None:
    edits = [[f'title = "{EVERYDAY[sector]}"', f'title = "{called}"']]
    said = {each.rule: each.message for each in drawn({"sector": sector, "edits": edits})}
    assert f"name a danger: {DANGERS[called]}" in said["STD430"]
    assert f'"{called}" may wait for ' in said["STD431"]
