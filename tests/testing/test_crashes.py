"""Rules and views that crash near their cases: the author is told the line, and never what it was about."""

from pathlib import Path

import pytest

from .made import PROGRAMME
from .spoiled import ANSWER, RULE, SEARCH, Changes, ExpectedAdvice, Ways, answering, assert_advice, searching

FIX = "answer for this too: what is not stated is None, and a date can be any day"
VIEW = '''
class Twice(View):
    """Twice the mentors."""

    def __init__(self, number: int) -> None:
        self.number = number

    @classmethod
    def of(cls, programme: Programme) -> "Twice | None":
        return cls(programme.programme.mentors * 2)


@rule("HSG001", strength=Strength.SHOULD, sources=[BOOK])
def mentors_are_counted(twice: Twice) -> Iterator[Problem]:
    """Who does not count does not know."""
    if twice.number < 4:
        yield not_settled("programme.mentors", "how many {mentors} there are", "state mentors")
'''


def crash(rule: str, where: str) -> ExpectedAdvice:
    return [("crashes", rule, f"it ends in {where}", FIX)]


def of_a_view() -> Changes:
    before, _, _ = PROGRAMME.partition("\n@rule")
    few = {"cases/HSG001/warning-not-counted.toml": "[design.programme]\nmentors = 1\n"}
    return {"programme.py": before.replace("not_settled, rule", "View, not_settled, rule") + VIEW, **few}


WAYS: Ways = {
    "a rule that crashes on some days of the year": (
        answering(f"if housed_since.month == 7:\n        raise ValueError(housed_since)\n    {ANSWER}"),
        crash(RULE, "ValueError at PACKAGE/screening.py:38: raise ValueError(housed_since)"),
    ),
    "a rule that crashes on a person who is far ahead": (
        answering(f"if housed_since > on:\n        [][0]\n    {ANSWER}"),
        crash(RULE, "IndexError at PACKAGE/screening.py:38: [][0]"),
    ),
    "a search that crashes on a design which says next to nothing": (
        searching(
            "    for name in programme.training.topics:\n        name.casefold()\n"
            "    if programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', 'how many {mentors} there are', 'state mentors')\n"
        )
        | {
            "cases/HSG001/clean-counted.toml": "[design.programme]\nmentors = 12\n[design.training]\ntopics = []\n",
            "cases/HSG001/warning-not-counted.toml": "[design.training]\ntopics = []\n",
        },
        crash(SEARCH, "TypeError at PACKAGE/programme.py:13: for name in programme.training.topics:"),
    ),
    "a view that crashes on what is not stated": (
        of_a_view(),
        crash(
            "HSG001 (PACKAGE/programme.py:21)",
            "TypeError at PACKAGE/programme.py:18: return cls(programme.programme.mentors * 2)",
        ),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_crash_near_a_case_is_told_with_its_line(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
