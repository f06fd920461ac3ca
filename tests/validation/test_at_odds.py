"""Rules whose limits no value keeps to together: said once, as something that a person decides; and none of ours."""

import tomllib
from datetime import date
from itertools import combinations

import attrs
import pytest

from mentorkit.api import Evidence, Limit, Rule, Sector, Source, Strength, at_least, at_most, one_of, requires
from mentorkit.core.arguments import Argument
from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import FindingKind
from mentorkit.programme.path import Path
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme
from mentorkit.validation.at_odds import limits_at_odds, told_once
from tests.flaws.test_flaws import COMPLETE

ON = date(2026, 11, 29)
ALL = Plugins().rulebook(tuple(COMPLETE))
ONE = Source(author="One", title="Book", address="https://example.org/1", evidence=Evidence.PRACTICE)
TWO = Source(author="Two", title="Paper", address="https://example.org/2", evidence=Evidence.RESEARCH)


def asking(prefix: str, limit: Limit, source: Source) -> Rule:
    key = "safeguarding.confidentiality" if limit.words.startswith('"') else "relationship.longest"
    asked = requires(f"{prefix}301", "long", {key: limit}, strength=Strength.SHOULD, sources=[source], reason="So.")
    return attrs.evolve(asked, owner=prefix.lower())


def read(first: Limit, second: Limit, longest: str) -> list[tuple[tuple[str, ...], FindingKind, str]]:
    """What the rules of two sectors say of the longest support."""
    rules = [asking("ASH", first, ONE), asking("ELM", second, TWO)]
    sectors = {name: Sector(title=name, prefix=name.upper(), edition="1") for name in ("ash", "elm")}
    programme, _ = read_programme({"relationship": {"longest": longest}, "safeguarding": {"confidentiality": "a"}}, {})
    reading = DesignReading(rulebook_of(sectors, rules), programme, ON)
    found = told_once(reading, reading.findings())
    for each in found:
        assert each.kind is not FindingKind.NOT_SETTLED or {*each.sources} == {ONE, TWO}
    return [(each.rules, each.kind, each.message) for each in found]


@pytest.mark.parametrize("longest", ["6 months", "9 months", "1 year"])
def test_limits_that_exclude_each_other_are_one_finding_that_names_both(longest: str) -> None:
    ((rules, kind, message),) = read(at_least("1 year"), at_most("6 months"), longest)
    assert (set(rules), kind) == ({"ASH301", "ELM301"}, FindingKind.NOT_SETTLED)
    assert message.endswith("ASH301 asks for at least 1 year, and ELM301 for at most 6 months: no value keeps to both")


def test_limits_that_one_value_keeps_to_are_told_as_they_are() -> None:
    """26 weeks are six months, so that both hold."""
    assert read(at_least("6 months"), at_most("26 weeks"), "26 weeks") == []
    ((rules, kind, _),) = read(at_least("6 months"), at_most("26 weeks"), "9 months")
    assert (rules, kind) == (("ELM301",), FindingKind.FALLS_SHORT)


def test_a_value_outside_a_limit_and_a_stricter_one_is_told_once() -> None:
    ((rules, kind, message),) = read(at_most("12 months"), at_most("6 months"), "2 years")
    assert (rules, kind) == (("ELM301", "ASH301"), FindingKind.FALLS_SHORT)
    assert message.startswith('the longest time that support lasts: "2 years", but it should be at most 6 months')


def test_a_milder_limit_that_binds_more_is_told_too() -> None:
    must, should = at_most("12 months", strength=Strength.MUST), at_most("6 months")
    assert [rules for rules, _, _ in read(must, should, "2 years")] == [("ASH301",), ("ELM301",)]


def test_choices_without_one_in_common_are_at_odds() -> None:
    held: dict[Path, list[tuple[Rule, Argument]]] = {
        ("safeguarding", "confidentiality"): [(rule, rule.parameters[0]) for rule in CHOICES]
    }
    assert [each.rules for each in limits_at_odds(held)] == [("ASH301", "ELM301")]


CHOICES = [asking("ASH", one_of("limited"), ONE), asking("ELM", one_of("listener"), TWO)]

NEVER_TOGETHER = [
    {"PRB404", "STD407"},  # listeners keep confidences, and for them alone STD407 does not hold
    {"STD306", "SUB331"},  # the one is for short bridges alone, and the other for what is not one
]


def test_no_two_rules_of_all_sectors_together_are_at_odds() -> None:
    assert [each for each in limits_at_odds(ALL.parameters) if {*each.rules} not in NEVER_TOGETHER] == []


@pytest.mark.parametrize("bridge", [True, False])
@pytest.mark.parametrize(("first", "second"), [*combinations(COMPLETE, 2)])
def test_no_complete_programme_of_two_sectors_has_limits_at_odds(first: str, second: str, bridge: bool) -> None:
    design = tomllib.loads(COMPLETE[first].read_text("utf-8"))
    other = tomllib.loads(COMPLETE[second].read_text("utf-8"))
    design["programme"] |= {"sectors": [first, second], second: other["programme"].get(second, {})}
    design["relationship"]["bridge"] = bridge
    book = Plugins().rulebook((first, second))
    programme, _ = read_programme(design, book.sector_keys)
    assert [*limits_at_odds(DesignReading(book, programme, ON).parameters)] == []
