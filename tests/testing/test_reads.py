"""A rule that takes the programme says which of its keys it reads."""

from pathlib import Path

import pytest

from .made import PROGRAMME
from .spoiled import SEARCH, Ways, assert_advice

SAID = 'reads=["programme.mentors", "training.topics"]'
assert SAID in PROGRAMME


def saying(reads: str) -> dict[str, str | None]:
    return {"programme.py": PROGRAMME.replace(SAID, reads)}


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
    "a rule that names a whole table": (saying('reads=["programme"]'), []),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_rule_reads_and_does_not_say_is_told(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_advice(WAYS[way], tmp_path, monkeypatch)
