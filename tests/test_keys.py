"""What our keys declare fits their types, the limits of all rules, and the values of every design that we have."""

import re
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any, get_args, get_origin

import attrs
import pytest

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.limit import Bound, Includes, IncludesOneOf
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.key import KEY, check_key, field_to_key, is_in_file
from mentorkit.programme.path import Path, dotted, path_of
from mentorkit.programme.shared_keys import shared_key, stated_type
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import WITH_MENTORS, Way
from mentorkit.registry.load import Plugins
from mentorkit.testing import cases_of
from mentorkit.text.words import in_words
from mentorkit.values.capacity import Capacity
from mentorkit.values.duration import Duration, TimeSpent
from mentorkit.values.rate import Rate
from mentorkit.values.time_passed import TimePassed
from mentorkit_substance.screening import RISK_DOMAINS
from tests.building import ROOT

PLUGINS = Plugins()
BOOK = PLUGINS.rulebook(found.name for found in PLUGINS.found)
DESIGNS = sorted(
    path
    for folder in ("examples", "plugins", "tests")
    for path in (ROOT / folder).rglob("*.toml")
    if path.name != "pyproject.toml" and not {"cases", "kinds", "workplace"} & set(path.parts)
)


def shared_keys(table: Any = Programme, before: Path = ()) -> Iterator[Path]:
    """The keys of the shared tables, those in the tables of lists too, without indexes."""
    for field in attrs.fields(table):
        if not is_in_file(field):
            continue
        path, kind = (*before, field_to_key(field.name)), stated_type(field.type)
        inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if KEY in field.metadata:
            yield path
        if attrs.has(inner) and not hasattr(inner, "parse"):
            yield from shared_keys(inner, path)


BEYOND = {
    "STD209/warning-every-ten-years",
    "STD316/clean-no-meetings-of-a-length",
    "STD316/warning-more-than-a-working-week",
    "STD317/warning-over-before-the-second-contact",
    "STD317/warning-reviewed-after-the-end",
    "STD317/warning-supervised-after-the-end",
    "STD318/warning-a-meeting-of-two-days",
    "STD318/warning-contact-every-hour",
    "STD708/warning-ages-the-wrong-way-round",
    "STD718/warning-nobody-supervises",
    "STD724/clean-no-members",
    "STD724/warning-a-limit-set-to-fit",
}
"""Cases about values that nobody can mean."""

KEYS = sorted({*shared_keys(), *BOOK.sector_keys})


def kind_at(path: Path) -> Any:
    """The type of a key."""
    shared = shared_key(path, in_lists=True)
    return shared.type if shared else BOOK.sector_keys[path]


def stated(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value that a table states, with the path of its key without indexes."""
    if isinstance(value, Programme):
        for at, own in value.sector_values.items():
            yield at, own
    for field in attrs.fields(type(value)):
        within, at = getattr(value, field.name), (*path, field_to_key(field.name))
        if within is None or not is_in_file(field):
            continue
        entries = within if isinstance(within, tuple) else (within,)
        tables = [entry for entry in entries if attrs.has(type(entry)) and not hasattr(entry, "parse")]
        for table in tables:
            yield from stated(table, at)
        if not tables:
            yield at, within


def implausible(book: Rulebook, programme: Programme) -> list[str]:
    """The values of a design that are outside of the plausible range of their key."""
    return [f"{dotted(path)} = {value}" for path, value in stated(programme) if not book.key(path).is_plausible(value)]


@pytest.mark.parametrize("path", KEYS, ids=dotted)
def test_a_key_says_how_it_is_asked_and_by_when_it_is_decided(path: Path) -> None:
    declared, kind = BOOK.key(path), kind_at(path)
    assert declared.question
    assert declared.decide_by is not None
    asked = in_words(declared.question, BOOK.words)
    assert re.fullmatch(r"[A-Z][^?{}]*\?", asked)
    assert len(asked.split()) <= 25  # read aloud, it is understood at once
    check_key(declared, dotted(path), kind)
    entry = get_args(kind)[0] if get_origin(kind) is tuple else kind
    assert (declared.plausible is not None) is (entry in (int, Duration, TimePassed, TimeSpent, Rate, Capacity))


@pytest.mark.parametrize("path", KEYS, ids=dotted)
def test_what_rules_ask_for_is_plausible(path: Path) -> None:
    declared = BOOK.key(path)
    limits = [limit for _, argument in BOOK.parameters.get(path, ()) for limit in argument.limits]
    bounds = [limit.bound for limit in limits if isinstance(limit, Bound) and get_origin(kind_at(path)) is not tuple]
    assert [bound for bound in bounds if not declared.is_plausible(bound)] == []


LOOKED_FOR = {
    "criminal record checks",
    "decision on keeping certificates",
    "decision on work without an adult",
    "detachment and resilience",
    *RISK_DOMAINS,
}
"""Entries that rules look for themselves."""


@pytest.mark.parametrize("path", KEYS, ids=dotted)
def test_a_synonym_is_another_word_for_an_entry_that_a_rule_asks_for(path: Path) -> None:
    limits = [limit for _, argument in BOOK.parameters.get(path, ()) for limit in argument.limits]
    asked = {entry for limit in limits if isinstance(limit, Includes | IncludesOneOf) for entry in limit.entries}
    for entry, words in BOOK.key(path).synonyms.items():
        assert entry in asked | LOOKED_FOR
        assert not asked & set(words)


@pytest.mark.parametrize("file", DESIGNS, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_designs_state_is_plausible(file: File) -> None:
    opened = ProgrammeFiles().open(str(file))
    assert implausible(opened.rulebook, opened.programme) == []


@pytest.mark.parametrize("name", [found.name for found in PLUGINS.found])
def test_what_cases_state_is_plausible(name: str) -> None:
    plugin = next(plugin for plugin in PLUGINS.usable()[0] if plugin.found.name == name)
    cases = [case for rule in plugin.rules for case in cases_of(plugin, rule) if str(case) not in BEYOND]
    assert [f"{case}: {found}" for case in cases for found in implausible(case.book, case.programme)] == []


def test_every_fact_has_a_question() -> None:
    asked = {name: argument.declared.question for name, argument in BOOK.asked.items()}
    assert [name for name, question in asked.items() if not question] == []
    assert [
        question for question in asked.values() if not re.fullmatch(r"[A-Z][^?{}]*\?", in_words(question, {}))
    ] == []


def test_a_sectors_key_is_for_every_way_in_which_a_rule_applies_by_it() -> None:
    for rule in BOOK.rules:
        for need in map(path_of, rule.applies.all_needs if rule.applies is not None else ()):
            assert set(rule.ways or Way) <= set(BOOK.key(need).ways or Way), (rule.id, need)
    key = BOOK.key(("recruitment", "schools", "mentees_chosen_for"))
    assert key.ways == set(WITH_MENTORS)  # rules ask for it in fewer, and SCH412 applies by it in a drop-in too
