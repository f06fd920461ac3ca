"""Notes of SHOULD rules decide between equally good pairs, and the answer says which rules did."""

import copy
import json
from datetime import date
from typing import Any

import pytest

from mentorkit.core.case_reading import Case
from mentorkit.matching import MatchingAnswer, match
from mentorkit.programme.matching import BEST, STABLE, WORST_RAISED
from mentorkit.reports.matching import MatchingReport, matching_json

from .cohorts import COMPLETE, ON, book, programme

LONG_AGO, LATELY = date(2010, 1, 1), date(2025, 1, 1)
MENTEE = {
    "mentee_agrees_to_match": True,
    "mentee_recovery_since": LATELY,
    "mentee_recovery_plan": "drawn up by the mentee",
    "mentee_settings": ["clinic", "club"],
}
MENTORS = [
    Case("M-1", {"capacity": 1, "mentor_recovery_since": LONG_AGO, "mentor_settings": ["clinic"]}),
    Case("M-2", {"capacity": 1, "mentor_recovery_since": LATELY, "mentor_settings": ["clinic", "club"]}),
]
"""SUB301 (a SHOULD) notes something about the first, SUB302 (a CAUTION) about the second."""


def matched(objective: str, **more: Any) -> MatchingAnswer:
    data = copy.deepcopy(COMPLETE["substance"])
    data["matching"] |= {"preferences": [], "exclusions": [], "objective": objective}
    return match(book(data), programme(data), MENTORS, [Case("C-1", MENTEE)], ON, **more)


@pytest.mark.parametrize("objective", [WORST_RAISED, BEST, STABLE])
def test_the_mentor_without_a_note_is_proposed_and_the_rule_that_decided_is_named(objective: str) -> None:
    found = matched(objective)
    assert [(each.mentor, [note.rule.id for note in each.notes]) for each in found.proposals] == [("M-2", ["SUB302"])]
    assert (found.notes, [rule.id for rule in found.decided]) == (0, ["SUB301"])
    assert found.proof.endswith("notes of SHOULD rules: 0 (SUB301 decided)")
    told = {rule["id"]: rule["decided"] for rule in json.loads(matching_json(MatchingReport(found)))["rules"]}
    assert told == {"SUB301": True, "SUB302": False}


@pytest.mark.parametrize("objective", [WORST_RAISED, BEST, STABLE])
def test_a_rule_that_is_waived_does_not_count(objective: str) -> None:
    found = matched(objective, waived=[("SUB301", ())])
    assert [each.mentor for each in found.proposals] == ["M-1"]
    assert (found.notes, found.decided, "SHOULD" in found.proof) == (0, (), False)
