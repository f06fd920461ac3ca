"""A rule that takes the programme says which of its keys it reads."""

from pathlib import Path

import pytest

from .made import PROGRAMME
from .spoiled import RULE, SEARCH, ExpectedAdvice, Ways, answering, assert_advice, searching

SAID = 'reads=["programme.mentors", "training.topics"]'
assert SAID in PROGRAMME


def saying(reads: str) -> dict[str, str | None]:
    return {"programme.py": PROGRAMME.replace(SAID, reads)}


def nowhere(key: str) -> ExpectedAdvice:
    fix = "read a key of the file; editors complete programme.training.topics"
    gone = f'it reads something where the file has no {key}; did you mean "programme.mentors"?'
    return [("reads", SEARCH, gone, fix)]


def unused(name: str) -> ExpectedAdvice:
    fix = "leave it out; what has only to be stated, within limits, is named in requires="
    return [("reads", RULE, f"it takes {name} and does not look at it", fix)]


WAYS: Ways = {
    "a rule that says another key than it reads": (
        saying('reads=["training.topics"]'),
        [
            (
                "reads",
                SEARCH,
                "it reads programme.mentors and does not say so, so the schema and explanations leave it out there",
                "add to it: reads=[At.programme.mentors]",
            )
        ],
    ),
    "a rule that reads a key that is misspelt, with a value for where it is not there": (
        searching(
            "    if getattr(programme.programme, 'mentros', None) is None and programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', 'how many {mentors} there are', 'state mentors')\n"
        ),
        nowhere("programme.mentros"),
    ),
    "a rule that reads a path that is misspelt": (
        searching(
            "    if programme.value(('programme', 'mentros')) is None and programme.programme.mentors is None:\n"
            "        yield not_settled('programme.mentors', 'how many {mentors} there are', 'state mentors')\n"
        ),
        nowhere("programme.mentros"),
    ),
    "a rule that takes a key and does not look at it": (
        answering("return on >= housed_since + Duration.parse('3 months')"),
        unused("settled"),
    ),
    "a rule that takes a fact and looks at it in a function of its own": (
        answering("def long(until):\n        return until >= housed_since + settled\n\n    return long(on)"),
        [],
    ),
    "a rule that names a whole table": (saying('reads=["programme"]'), []),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_rule_reads_and_does_not_say_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
