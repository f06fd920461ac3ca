"""Rules answer about dates at both ends of the calendar too."""

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from mentorkit.core.case_reading import ReadyRule
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import read_document
from mentorkit.validation.opened import open_programme

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.toml"))
ENDS = (date.min, date(1, 2, 1), date(2026, 11, 22), date(9999, 12, 1), date.max)


def _some(type_: Any) -> Any:
    """A value of a type."""
    if get_origin(type_) is tuple:
        return ()
    return get_args(type_)[0] if get_args(type_) else type_(0)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_rules_answer_at_both_ends_of_the_calendar(example: Path) -> None:
    opened = open_programme(read_document(example.read_bytes(), example.name), Plugins())
    asked = 0
    for rule in opened.rulebook.rules_for(opened.programme):
        if rule.facts and rule.has_function:
            ready = ReadyRule.of(rule, opened.programme, opened.rulebook.words)
            assert ready.unclear == ""
            dates = [fact.name for fact in rule.facts if fact.type is date]
            known = {fact.name: _some(fact.type) for fact in rule.facts if fact.type is not date}
            for on in ENDS:
                for days in product(ENDS, repeat=len(dates)):
                    given = {**ready.values_on(on), **known, **dict(zip(dates, days, strict=True))}
                    assert ready.met(given) in (True, False)
                    asked += 1
    assert asked
