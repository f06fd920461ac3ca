"""Own keys that nobody can be asked for, or whose range does not hold what the plugin itself says."""

import re
from pathlib import Path

import pytest

from .made import FILES
from .spoiled import RULE, Changes, Ways, assert_advice, screening

QUESTION = '            question="How long in a home of one\'s own before a placement?",\n'
RANGE = '            plausible=("1 week", "5 years"),\n'
KEY = "screening.SECTOR.settled"
WIDEN = "make the range wide enough for every value that a programme can mean"
LIST = """    topics: Annotated[
        tuple[str, ...],
        Parameter(
            "what is talked about",
            question="What is talked about?",
            decide_by=DecideBy.RECRUITMENT,
            limits=[includes("fire", "gas safety")],
            SYNONYMS
        ),
    ],
    housed_since: Annotated["""
WAYS: Ways = {
    "a key without a question": (
        screening(QUESTION, ""),
        [
            (
                "keys",
                RULE,
                f"{KEY} has no question, so nobody can be asked for it",
                "give its Parameter a question=…, one plain sentence as you would ask a coordinator",
            )
        ],
    ),
    "a key that nobody decides by a time": (
        screening("            decide_by=DecideBy.RECRUITMENT,\n", ""),
        [
            (
                "keys",
                RULE,
                f"{KEY} does not say by when it has to be decided",
                "give its Parameter a decide_by, such as DecideBy.RECRUITMENT",
            )
        ],
    ),
    "a fact without a question": (
        screening(', question="Since when has the applicant had a home?"', ""),
        [
            (
                "keys",
                RULE,
                "the fact housed_since has no question",
                "give its Fact a question=…, one plain sentence as you would ask the person, or whoever knows",
            )
        ],
    ),
    "a length of time without a range": (
        screening(RANGE, ""),
        [
            (
                "keys",
                RULE,
                f"{KEY} has no plausible range, so a mistake such as a zero too many is never noticed",
                "give its Parameter the smallest and the largest plausible value, such as "
                'plausible=("1 week", "5 years")',
            )
        ],
    ),
    "a limit outside of the range": (
        screening('("1 week", "5 years")', '("6 weeks", "5 years")'),
        [("keys", RULE, f"{KEY} is plausible from 6 weeks to 5 years, and a limit of it is 1 month", WIDEN)],
    ),
    "an example outside of the range": (
        screening('("1 week", "5 years")', '("1 week", "2 months")'),
        [("keys", RULE, f'{KEY} is plausible from 1 week to 2 months, and its example is "3 months"', WIDEN)],
    ),
}
TOPICS = """    topics: Annotated[
        tuple[str, ...],
        Parameter(
            "what is talked about",
            question="What is talked about?",
            decide_by=DecideBy.RECRUITMENT,
            limits=[includes("fire", "gas safety")],
            synonyms={"fire": ["gas safety"]},
        ),
    ],
    housed_since: Annotated["""


@pytest.mark.parametrize("way", WAYS)
def test_what_keys_do_not_say_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)


def test_a_synonym_that_is_asked_for_itself_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = screening("    housed_since: Annotated[", TOPICS)["screening.py"] or ""
    stated = {
        name: re.sub(r"(settled = .*\n)", r'\1topics = ["fire", "gas safety"]\n', text)
        for name, text in FILES.items()
        if "HSG101" in name
    }
    changes: Changes = {**stated, "screening.py": module.replace("at_least, rule", "at_least, includes, rule")}
    changes["screening.py"] = str(changes["screening.py"]).replace("return on", "return bool(topics) and on")
    said = 'screening.SECTOR.topics calls "gas safety" another word for "fire", and a rule asks for "gas safety" itself'
    fix = "take it out of synonyms, or let both rules ask for the same"
    assert_advice((changes, [("keys", RULE, said, fix)]), tmp_path, monkeypatch)
