"""Synonyms of the entries of a list, where a design has been read with them: what is to be done names them.

A file that is opened has the entry in the place of a synonym, which tests/validation/test_known_entries.py holds.
"""

from datetime import date
from typing import Annotated, Any

import attrs
import pytest

from mentorkit.api import (
    Evidence,
    Limit,
    Parameter,
    Sector,
    Source,
    Strength,
    includes,
    includes_one_of,
    requires,
)
from mentorkit.core.design_reading import read_design
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme

ON = date(2026, 1, 1)
SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
COVERED = Parameter("what is covered", at="training.tst.covered", synonyms={"fire safety": ["what to do in a fire"]})
"""A list of a sector's own, of which one entry has another name."""


def fixes_of(limit: Limit, stated: list[str], parameter: Parameter = COVERED, fix: str = "") -> list[str]:
    """What to do about a list that is outside of a limit."""
    at = str(parameter.at)
    keys = {at: Annotated[tuple[str, ...], attrs.evolve(parameter, limits=[limit])]}
    asked = requires("TST201", "covered", keys, strength=Strength.SHOULD, sources=[SOURCE], reason="So.", fix=fix)
    book = rulebook_of({"tst": Sector(title="tst", prefix="TST", edition="1")}, [attrs.evolve(asked, owner="tst")])
    data: Any = stated
    for part in reversed(at.split(".")):
        data = {part: data}
    programme, faults = read_programme(data, book.sector_keys)
    assert faults == []
    return [finding.fix for finding in read_design(book, programme, ON)]


CALL_IT = '; or is "what to do in a fire" the same? Then call it "fire safety"'


@pytest.mark.parametrize(
    ("limit", "stated", "fix"),
    [
        (includes("fire safety"), ["what to do in a fire"], f'add "fire safety"{CALL_IT}'),
        (includes("fire safety"), ["What to do in a fire"], f'add "fire safety"{CALL_IT.replace("what", "What", 1)}'),
        (includes("fire safety"), ["fire safty", "what to do in a fire"], f'add "fire safety"{CALL_IT}'),
        (includes("fire safety"), ["first aid"], 'add "fire safety"'),
        (includes_one_of("fire safety", "gas"), ["what to do in a fire"], f"add one of them{CALL_IT}"),
        (includes_one_of("fire safety", "gas"), ["first aid"], "add one of them"),
    ],
)
def test_a_synonym_is_not_read_as_the_entry_but_named(limit: Limit, stated: list[str], fix: str) -> None:
    assert fixes_of(limit, stated) == [fix]


def test_a_rule_that_says_itself_what_to_do_names_the_synonym_as_well() -> None:
    one, every = includes_one_of("fire safety"), includes("fire safety")
    assert fixes_of(one, ["what to do in a fire"], fix="ask the landlord") == [f"ask the landlord{CALL_IT}"]
    assert fixes_of(every, ["what to do in a fire"], fix="ask the landlord") == [
        f'add "fire safety"{CALL_IT}; ask the landlord'
    ]


def test_the_shared_tables_and_a_sector_each_know_synonyms_of_what_rules_ask_for() -> None:
    stated = ["dual diagnosis", "safe use of gas"]
    topics = Parameter(at="training.topics", synonyms={"gas safety": ["safe use of gas"]})
    assert fixes_of(includes("co-occurring disorders", "gas safety"), stated, topics) == [
        'add "co-occurring disorders" and "gas safety"; or is "dual diagnosis" the same? Then call it '
        '"co-occurring disorders"; or is "safe use of gas" the same? Then call it "gas safety"'
    ]
