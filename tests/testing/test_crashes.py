"""Rules, conditions and views that crash near their cases: the author is told the line, and what it ended in."""

from pathlib import Path

import pytest

from .made import FILES, PROGRAMME, SCREENING
from .spoiled import ANSWER, RULE, SEARCH, Changes, ExpectedAdvice, Ways, answering, assert_advice, searching, under

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
RULE_ON_NUMBERS = '''
@rule(
    "HSG101",
    strength=Strength.MUST,
    sources=[BOOK],
    unmet="{housed_for} in {rooms}: too little",
    fix="wait",
)
def settled_before_mentoring(
    housed_for: Annotated[Duration, Parameter(
        "time in a home", example='"3 months"', question="How long?", plausible=("1 week", "5 years"),
        decide_by=DecideBy.RECRUITMENT
    )],
    rooms: Annotated[int, Parameter(
        "how many rooms it has", example="2", question="How many?", plausible=(1, 30),
        decide_by=DecideBy.RECRUITMENT
    )],
) -> bool:
    """A home that is new takes all of one's strength."""
    ANSWER
'''


def crash(rule: str, where: str) -> ExpectedAdvice:
    return [("crashes", rule, f"it ends in {where}", FIX)]


def of_a_view(made: str = "", found: str = "") -> Changes:
    before, _, _ = PROGRAMME.partition("\n@rule")
    view = VIEW.replace("return cls(programme.programme.mentors * 2)", made) if made else VIEW
    view = view.replace("if twice.number < 4:", found) if found else view
    few = {"cases/HSG001/warning-not-counted.toml": "[design.programme]\nmentors = 1\n"}
    return {"programme.py": before.replace("not_settled, rule", "View, not_settled, rule") + view, **few}


def numbered(answer: str) -> Changes:
    """A rule about designs that takes a length of time and a number."""
    head, _, _ = SCREENING.partition("@rule")
    head = head.replace("from datetime import date\n", "").replace("Fact, ", "").replace(", at_least", "")
    return {
        "screening.py": head + RULE_ON_NUMBERS.replace("ANSWER", answer),
        **{name: None for name in FILES if name.startswith("cases/HSG101")},
        "cases/HSG101/clean-long.toml": '[design.screening.SECTOR]\nhoused_for = "3 months"\nrooms = 2\n',
        "cases/HSG101/error-short.toml": '[design.screening.SECTOR]\nhoused_for = "1 day"\nrooms = 2\n',
    }


HIDDEN = "it catches every exception, so that a rule answers where it cannot know"
EXPECTED = "catch the one that you expect; what a rule cannot answer is referred to a person"


def hidden(line: int) -> ExpectedAdvice:
    return [("crashes", f"PACKAGE/screening.py:{line}", HIDDEN, EXPECTED)]


def catching(what: str, then: str = "return True") -> Changes:
    return answering(f"try:\n        {ANSWER}\n    except{what}:\n        {then}")


WAYS: Ways = {
    "a rule that lets people through where it cannot know": (catching(""), hidden(39)),
    "a rule that catches every exception by its name": (catching(" (ValueError, Exception)"), hidden(39)),
    "a rule that catches what it expects": (catching(" OverflowError", "return False"), []),
    "a rule that looks at every exception and raises it again": (catching(" Exception", "raise"), []),
    "a rule that exits": (
        answering(f"if housed_since > on:\n        raise SystemExit\n    {ANSWER}"),
        crash(RULE, "SystemExit, at PACKAGE/screening.py:38: raise SystemExit"),
    ),
    "a rule that crashes on some days of the year": (
        answering(f"if housed_since.month == 7:\n        raise ValueError(housed_since)\n    {ANSWER}"),
        crash(RULE, "ValueError: 2024-07-30, at PACKAGE/screening.py:38: raise ValueError(housed_since)"),
    ),
    "a rule that crashes on a person who is far ahead": (
        answering(f"if housed_since > on:\n        [][0]\n    {ANSWER}"),
        crash(RULE, "IndexError: list index out of range, at PACKAGE/screening.py:38: [][0]"),
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
        crash(
            SEARCH,
            "TypeError: 'NoneType' object is not iterable, at PACKAGE/programme.py:13: "
            "for name in programme.training.topics:",
        ),
    ),
    "a view that crashes on what is not stated": (
        of_a_view(),
        crash(
            "HSG001 (PACKAGE/programme.py:21)",
            "TypeError: unsupported operand type(s) for *: 'NoneType' and 'int', at PACKAGE/programme.py:18: "
            "return cls(programme.programme.mentors * 2)",
        ),
    ),
    "a rule that crashes on a value that a file may state": (
        numbered("return housed_for.in_days[0] / rooms > 1"),
        crash(
            RULE,
            "ZeroDivisionError: division by zero, at PACKAGE/screening.py:29: return housed_for.in_days[0] / rooms > 1",
        ),
    ),
    "a condition that crashes where something is not stated": (
        under("when('in custody', lambda programme: 'custody' in programme.programme.settings, 'programme.settings')"),
        crash(
            SEARCH,
            "TypeError: argument of type 'NoneType' is not iterable, at PACKAGE/programme.py:10: @rule(\"HSG001\", "
            'strength=Strength.MUST, sources=[BOOK], reads=["programme.mentors", '
            "\"training.topics\"], applies=when('in custody', lambda programme: 'custody' in "
            "programme.programme.settings, 'programme.settings'))",
        ),
    ),
    "a condition that answers with a list": (
        under("when('in custody', lambda programme: programme.programme.settings)"),
        [
            (
                "crashes",
                SEARCH,
                "its condition 'in custody' answers with a tuple, which counts as not known",
                "answer with True or False, for example by bool(…), or with None where the design does not say",
            )
        ],
    ),
    "a view that gives something else": (
        of_a_view("return programme.programme.mentors or 0", "if twice < 4:"),
        crash(
            "HSG001 (PACKAGE/programme.py:21)",
            "TypeError: Twice.of() gives a whole number, and not Twice or None",
        ),
    ),
    "a view that crashes when it is asked whether it is there": (
        of_a_view(
            "return cls(programme.programme.mentors or 0)\n\n    @classmethod\n"
            "    def is_in(cls, programme: Programme) -> bool:\n        return programme.programme.mentors > 0",
        ),
        crash(
            "HSG001 (PACKAGE/programme.py:25)",
            "TypeError: '>' not supported between instances of 'NoneType' and 'int', at PACKAGE/programme.py:22: "
            "return programme.programme.mentors > 0",
        ),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_crash_near_a_case_is_told_with_its_line(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
