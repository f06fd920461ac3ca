"""A list that may go on: what it lacks is not settled, and naming one thing more never makes an answer worse."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import FindingKind
from mentorkit.programme.path import Path as Place
from mentorkit.programme.path import dotted
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import read_programme
from tests.changed import without
from tests.examples import examples

EXAMPLES = Path(__file__).parent.parent / "examples"
PLUGINS = Plugins()
ON = date(2026, 11, 29)
OPEN = [
    data
    for file in sorted(EXAMPLES.glob("**/*.toml"))
    if "plugins" not in file.parts
    for data in [tomllib.loads(file.read_text("utf-8"))]
    if data.get("format") == 2
]
CHOICES = {"ways", "sectors", "complete", "not_confirmed", "waivers"}
"""Lists of what the file is about, and of decisions: an entry more is another programme, or another file."""


def lists_in(data: Any, path: Place = ()) -> Iterator[tuple[Place, list[Any]]]:
    """The lists of a file with two entries or more, those in tables of lists too."""
    for part, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, list) and part not in CHOICES and len(value) > 1:
            yield (*path, part), value
        if isinstance(value, dict | list):
            yield from lists_in(value, (*path, part))


def read(data: dict[str, Any]) -> DesignReading:
    book = PLUGINS.rulebook(data["programme"]["sectors"])
    programme, faults = read_programme(data, book.sector_keys)
    assert faults == []
    return DesignReading(book, programme, ON)


LISTS = [(data, path, place) for data in OPEN for path, entries in lists_in(data) for place in range(len(entries))]
ABOUT_THE_ENTRY = {
    "MHL207": "the course is partly online",
}
"""Rules that an entry draws, and what the entry says."""


@examples(60)
@given(st.sampled_from(LISTS))
def test_an_entry_more_never_makes_an_answer_worse(entry: tuple[dict[str, Any], Place, int]) -> None:
    data, path, place = entry
    fewer = read(without(data, (*path, place)))
    applied = {rule.id for rule in fewer.applied}  # what applies because of the entry is about it
    before = fewer.findings()
    for found in read(data).findings():
        if found.path[: len(path) + 1] != (*path, place):
            for rule in applied.intersection(found.rules) - ABOUT_THE_ENTRY.keys():
                as_grave = [each for each in before if rule in each.rules and each.strength >= found.strength]
                assert as_grave, found
                assert found.kind in {FindingKind.NOT_SETTLED, *(each.kind for each in as_grave)}, found


HEAD = """format = 2
[programme]
sectors = ["substance", "mental_health"]
ways = ["pair"]
nation = "england"
"""
MEASURES = "[outcomes]\nmeasures = [{ name = 'confidence', of = ['mentee'], at = ['start'] }]\n"
STAFF = "[[staff]]\nrole = 'cook'\npaid = false\n"
PHASES = "[supervision]\nphases = [{ every = '14 days', formats = ['peer'] }]\n"
NETWORK = """[network]
span = 5
needs = [{ id = 'fire', risk = true, within = '1 hour' }]
members = [
    { id = 'mo', part = 'mentor', kind = 'role' }, { id = 'me', part = 'mentee', kind = 'role' },
    { id = 'brigade', part = 'emergency', kind = 'service', hours = '24/7' },
]
links = [{ from = 'mo', to = 'me', kind = 'supports', within = '1 hour' }]
"""


def kinds(text: str, rule: str, complete: str = "") -> dict[str, set[str]]:
    """How a rule judges a design, by the place of what it finds."""
    data = tomllib.loads(HEAD + (f"[file]\ncomplete = ['{complete}']\n" if complete else "") + text)
    found: dict[str, set[str]] = {}
    for each in read(data).findings():
        if rule in each.rules:
            found.setdefault(dotted(each.path), set()).add(each.kind.value)
    return found


@pytest.mark.parametrize(
    ("text", "rule", "at", "complete"),
    [
        (MEASURES, "STD602", "outcomes.measures", "outcomes.measures"),
        (MEASURES, "MHL601", "outcomes.measures", "outcomes.measures"),
        (MEASURES, "SUB603", "outcomes.measures", "outcomes.measures"),
        ("[outcomes]\nfollow_ups = ['3 months']", "STD604", "outcomes.follow_ups", "outcomes.follow_ups"),
        (STAFF, "SUB802", "staff", "staff"),
        (PHASES, "MHL401", "supervision.phases[0].formats", "supervision.phases"),
        (PHASES, "MHL402", "supervision.phases", "supervision.phases"),
        (NETWORK, "STD717", "network.members[0].id", "network.links"),
        (NETWORK, "STD710", "network.members[0].id", "network.links"),
        (NETWORK, "STD702", "network.needs[0].id", "network.members"),
        (NETWORK, "STD713", "network.members[2].id", "network.links"),
    ],
    ids=lambda value: value if len(value) < 40 else "",
)
def test_what_a_list_of_any_kind_lacks_is_not_settled_until_it_is_complete(
    text: str, rule: str, at: str, complete: str
) -> None:
    assert kinds(text, rule)[at] == {"not settled"}
    assert kinds(text, rule, complete)[at] == {"falls short"}


def test_a_list_with_nothing_in_it_says_that_there_is_none() -> None:
    assert kinds("[outcomes]\nfollow_ups = []", "STD604")["outcomes.follow_ups"] == {"falls short"}


def test_what_is_missing_is_named_with_the_list_that_may_have_it() -> None:
    (found,) = [each for each in read(tomllib.loads(HEAD + NETWORK)).findings() if "STD717" in each.rules]
    assert (found.message, found.brief, found.open_list) == (
        "nobody supervises mo",
        "nobody supervises mo; the file does not say that network.links is complete",
        ("network", "links"),
    )
    assert found.fix.endswith('; or, if there is nothing more, add "network.links" to complete in [file]')


def test_two_entries_that_contradict_each_other_fall_short_in_an_open_list() -> None:
    text = 'principles = ["non-directive", "direct challenge"]\n'
    assert kinds(text, "MHL007")["programme.principles"] == {"falls short"}
