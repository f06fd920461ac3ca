"""Saying less is no way out: a table or a list that is left out never turns a warning or an error into silence."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path
from mentorkit.testing.changed_designs import put
from mentorkit.testing.generation import DATES
from tests.changed import without
from tests.examples import examples
from tests.test_laws import ALL, DESIGNS, MATERIAL, TEMPLATES, read

OPTIONAL = {
    "STD303": "exclusions: a design that compares nobody by a fact has nothing to ask for",
    "STD314": "preferences and exclusions: what nobody is compared by needs no reason",
    "STD315": "preferences and exclusions: what nobody is compared by changes no order",
    "STD306": "a bridge: what is not said to be one is held to be none, and then STD305 asks for a year",
}
"""Rules about what a design need not have, each with what that is."""


def tables_and_lists(table: dict[str, Any], above: Path = ()) -> Iterator[Path]:
    """Where a design has a table or a list that can be left out; without its sectors nothing is judged."""
    for key, value in table.items():
        path = (*above, key)
        if path in (("file",), ("programme",), ("programme", "sectors"), ("programme", "ways")):
            continue
        if isinstance(value, dict | list):
            yield path
        if isinstance(value, dict):
            yield from tables_and_lists(value, path)


def silenced(data: dict[str, Any], fewer: dict[str, Any], on: date) -> list[Finding]:
    """The warnings and errors that nobody is told of any more, and in whose place nothing as grave is found."""
    before, after = (read_design(ALL, read(ALL, each), on) for each in (data, fewer))
    known, left = ({(each.rule, each.path, each.message) for each in found} for found in (before, after))
    gravest = max((each.strength for each in after if (each.rule, each.path, each.message) not in known), default=0)
    return [
        each
        for each in before
        if each.strength > max(gravest, Strength.CAUTION)
        and (each.rule, each.path, each.message) not in left
        and each.rule not in OPTIONAL
    ]


@examples(120)
@given(DESIGNS, DATES, st.data())
def test_leaving_out_a_table_or_a_list_never_silences_anything(
    data: dict[str, Any], on: date, draw: st.DataObject
) -> None:
    for path, drawn in draw.draw(st.lists(st.sampled_from(MATERIAL.parameters), max_size=4)):
        put(data, path, draw.draw(drawn))
    if places := sorted(tables_and_lists(data)):
        path = draw.draw(st.sampled_from(places))
        assert silenced(data, without(data, path), on) == [], path


@pytest.mark.parametrize("data", [each for each in TEMPLATES if "network" in each])
def test_a_design_without_its_network_is_asked_for_it(data: dict[str, Any]) -> None:
    found = read_design(ALL, read(ALL, without(data, ("network",))), date(2026, 11, 29))
    assert any(each.rule == "STD700" for each in found)
