"""The law of ranges: a design with one never looks better than with either of its ends."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.key import DeclaredKey, field_to_key
from mentorkit.programme.path import Path as Path_
from mentorkit.programme.path import dotted
from mentorkit.programme.ranges import with_values
from mentorkit.programme.shared_keys import SharedKey, shared_key
from mentorkit.programme.tables import Programme
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from mentorkit.values.duration import Duration, UnitsDifferError
from mentorkit.values.inexact import Inexact, may_be_inexact
from tests.examples import examples

ON = date(2026, 11, 29)
EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = [*EXAMPLES.glob("*/[a-z]*.toml"), *EXAMPLES.glob("ways/*/programme.toml")]
LENGTHS = [
    "1 minute",
    "30 minutes",
    "6 hours",
    "72 hours",
    "1 day",
    "2 weeks",
    "1 month",
    "3 months",
    "1 year",
    "5 years",
]


def _keys(value: Any, before: Path_ = ()) -> Iterator[tuple[Path_, SharedKey]]:
    """The keys of a design that can be ranges and are stated, with the type of each."""
    for field in attrs.fields(type(value)):
        stated, path = getattr(value, field.name), (*before, field_to_key(field.name))
        if attrs.has(type(stated)) and not isinstance(stated, Duration):
            yield from _keys(stated, path)
        shared = shared_key(path)
        if stated is not None and shared and may_be_inexact(shared.type):
            yield path, shared


def _opened() -> list[tuple[Rulebook, Programme, Path_, SharedKey]]:
    found: list[tuple[Rulebook, Programme, Path_, SharedKey]] = []
    for file in sorted(FILES):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        book = Plugins().rulebook(data["programme"]["sectors"])
        programme, faults = read_programme(data, book.sector_keys)
        assert faults == []
        found += [(book, programme, path, shared) for path, shared in _keys(programme)]
    return found


STATED = _opened()


def test_there_are_keys_to_try() -> None:
    assert len({dotted(path) for _, _, path, _ in STATED}) > 25


def _values(declared: DeclaredKey, kind: Any) -> st.SearchStrategy[Any]:
    if kind is int:
        return st.integers(0, 40)
    return st.sampled_from(LENGTHS).map(kind.parse).filter(lambda each: declared.is_plausible(each))


@examples(60)
@given(st.data())
def test_a_range_never_looks_better_than_either_of_its_ends(data: st.DataObject) -> None:
    book, programme, path, shared = data.draw(st.sampled_from(STATED))
    low, high = (data.draw(_values(shared.declared, shared.type)) for _ in range(2))
    try:
        low, high = (high, low) if high <= low else (low, high)
        assume(low <= high and low != high)
    except UnitsDifferError:
        assume(False)

    def found(value: Any) -> set[Any]:
        design = with_values(programme, [(path, value)])
        return {(rule, each.path) for each in read_design(book, design, ON) for rule in each.rules}

    try:
        at_ends = found(low) | found(high)
    except UnitsDifferError:
        assume(False)
    assert at_ends <= found(Inexact.of({"from": low, "to": high}))


@pytest.mark.parametrize(
    "longest", ["4 months", {"about": "6 months"}, {"at_most": "1 year"}, {"at_least": "5 months"}]
)
def test_a_rule_for_short_support_is_not_lost_where_support_may_be_short(longest: Any) -> None:
    data = {
        "format": 2,
        "programme": {"sectors": ["probation"], "ways": ["pair"], "probation": {"schemes": ["through the gate"]}},
        "relationship": {"longest": longest},
        "outcomes": {"states": ["no cause is claimed"]},
    }
    book = Plugins().rulebook(["probation"])
    programme, faults = read_programme(data, book.sector_keys)
    assert faults == []
    assert "PRB607" in {rule for each in read_design(book, programme, ON) for rule in each.rules}


@pytest.mark.parametrize(
    ("sessions", "kind"), [(1, FindingKind.FALLS_SHORT), ({"from": 1, "to": 3}, FindingKind.NOT_SETTLED)]
)
def test_a_review_of_people_who_may_attend_once_is_not_settled(sessions: Any, kind: FindingKind) -> None:
    data = {
        "format": 2,
        "programme": {"sectors": [], "ways": ["group sessions"]},
        "group_sessions": {"sessions": sessions},
        "outcomes": {"measures": [{"name": "wellbeing", "of": ["mentee"], "at": ["review"]}]},
    }
    book = Plugins().rulebook([])
    found = read_design(book, read_programme(data, book.sector_keys)[0], ON)
    assert [each.kind for each in found if "STD613" in each.rules] == [kind]
