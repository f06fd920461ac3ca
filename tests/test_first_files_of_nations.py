"""A first file from a template, in each nation: its words, and nothing wrong but what somebody has yet to settle."""

import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any, get_args

import pytest

from mentorkit.cli.init import _first_file as first_file
from mentorkit.core.finding import FindingKind
from mentorkit.first_file.words_of_nations import WORDS_OF_NATIONS, in_words_of
from mentorkit.programme.design import Setting, UkNation
from mentorkit.registry.load import Plugins, template_of
from mentorkit.validation.validate import validate

PLUGINS = Plugins()
ON = date(2026, 11, 29)
SECTORS = ("substance", "probation", "schools", "mental_health")
NATIONS: tuple[UkNation, ...] = get_args(UkNation)
SETTINGS: tuple[Setting, ...] = get_args(Setting)
OF_ENGLAND = {
    "scotland": (
        "Year 10",
        "Year 11",
        "governors",
        "designated safeguarding",
        "DBS",
        "NHS trust",
        "borough",
        "probation service",
    ),
    "northern ireland": (
        "Year 10",
        "designated safeguarding lead",
        "DBS",
        "NHS",
        "borough council",
        "probation practitioner",
    ),
    "wales": ("designated safeguarding lead", "NHS trust", "borough council", "Ofsted"),
}
"""Words that nobody uses so in a nation, beside those that a template is known to have."""


def texts(value: Any, key: str = "") -> Iterator[str]:
    """All texts of a file, but for names of keys and for what an entry with its own name is to rules."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("is", "complete", "not_confirmed"):
                yield from texts(inner, name)
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry, key)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize(("sector", "nation"), list(product(SECTORS, NATIONS)))
def test_a_first_file_is_in_the_words_of_its_nation_and_nothing_in_it_falls_short(
    sector: str, nation: UkNation
) -> None:
    number = NATIONS.index(nation)
    for setting in SETTINGS[number :: len(NATIONS)]:  # in all nations together, each setting once
        text = first_file(PLUGINS, (sector,), "template", (setting,), (), nation, "Peers", ON)
        found = validate(text.encode(), "p.toml", PLUGINS, ON).findings
        wrong = [each for each in found if each.kind is not FindingKind.NOT_SETTLED]
        assert [(each.rule, each.message) for each in wrong] == []
        data = tomllib.loads(text)
        assert data["programme"]["nation"] == nation
        level = data["screening"]["record_check"]
        assert level == "none" or level.startswith("level") == (nation == "scotland")
        strange = [each.england.strip('["') for each in WORDS_OF_NATIONS if nation in each.elsewhere]
        strange += OF_ENGLAND.get(nation, ())
        said = [(word, each) for each in texts(data) for word in strange if word.lower() in each.lower()]
        assert said == []


@pytest.mark.parametrize("sector", SECTORS)
def test_in_another_nation_what_its_law_asks_is_to_decide(sector: str) -> None:
    setting = template_settings(sector)
    text = first_file(PLUGINS, (sector,), "template", setting, (), "other", "Peers", ON)
    found = [each for each in validate(text.encode(), "p.toml", PLUGINS, ON).findings if "STD015" in each.rules]
    assert {each.path: each.kind for each in found} == {
        ("programme", "nation_name"): FindingKind.NOT_SETTLED,
        ("governance", "documents"): FindingKind.NOT_SETTLED,
    }


@pytest.mark.parametrize("sector", SECTORS)
def test_members_meet_in_the_places_of_a_template_only_in_its_settings(sector: str) -> None:
    there = template_settings(sector)
    for setting in (there[0], next(each for each in SETTINGS if each not in there)):
        text = first_file(PLUGINS, (sector,), "template", (setting,), (), "england", "Peers", ON)
        places = [each.get("settings") for each in tomllib.loads(text)["network"]["members"]]
        assert any(places) == (setting in there)


def template_settings(sector: str) -> tuple[Setting, ...]:
    template = template_of(PLUGINS.plugin(*PLUGINS.required([sector]))) or b""
    return tuple(tomllib.loads(template.decode())["programme"]["settings"])


def test_a_template_in_the_words_of_england_is_as_it_was() -> None:
    for sector in SECTORS:
        text = (template_of(PLUGINS.plugin(*PLUGINS.required([sector]))) or b"").decode()
        assert in_words_of("england", text) == text
        assert in_words_of("scotland", text) != text or sector == "substance"


def test_every_word_has_a_source_and_is_in_a_template() -> None:
    templates = "".join(
        (template_of(PLUGINS.plugin(*PLUGINS.required([sector]))) or b"").decode().lower() for sector in SECTORS
    )
    assert [
        each.england for each in WORDS_OF_NATIONS if not each.sources or each.england.lower() not in templates
    ] == []
