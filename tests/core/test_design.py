"""The design reading: what is told about a programme, once each, with the rules that say so."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated, Any

import attrs
import pytest

from mentorkit.api import (
    Duration,
    Evidence,
    Parameter,
    Problem,
    Rule,
    Sector,
    Source,
    Strength,
    at_least,
    rule,
    when,
)
from mentorkit.core.design import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Kind
from mentorkit.core.structure import read_programme

ON = date(2026, 1, 1)
CLEAN: dict[str, Any] = {
    "programme": {"settings": ["community"], "objectives": [{"text": "hope", "measure": "hope"}]},
    "screening": {"collects": ["since", "agrees"], "test": {"wait": "3 months"}},
    "training": {
        "length": "8 weeks",
        "contact_time": "40 hours",
        "topics": ["safeguarding", "boundaries", "diversity"],
    },
}


def read(rulebook: Rulebook, **changed: Any) -> list[Finding]:
    programme, faults = read_programme({**CLEAN, **changed}, rulebook.own)
    assert faults == []
    return read_design(rulebook, programme, ON)


def told(findings: list[Finding]) -> list[tuple[object, ...]]:
    return [(finding.rules, finding.severity, finding.kind, finding.path, finding.message) for finding in findings]


def test_a_design_that_says_enough_gives_no_finding(rulebook: Rulebook) -> None:
    assert read(rulebook) == []


def test_a_missing_parameter_is_told_once_and_names_every_rule_the_most_binding_first(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, screening={"collects": ["since", "agrees"]})
    assert told([finding]) == [
        (
            ("TST101", "TST103"),
            "error",
            Kind.NOT_SETTLED,
            ("screening", "test", "wait"),
            "wait is not stated: the wait before a placement",
        )
    ]
    assert finding.brief == "the wait before a placement"
    assert finding.fix == 'state wait, such as wait = "3 months"'


@pytest.mark.parametrize(
    ("wait", "severity", "author", "message"),
    [
        ("2 weeks", "error", "One", 'the wait before a placement: "2 weeks", but it has to be at least 30 days'),
        ("10 weeks", "warning", "Two", 'the wait before a placement: "10 weeks", but it should be at least 3 months'),
    ],
)
def test_a_value_outside_a_limit_cites_that_limit_alone(
    rulebook: Rulebook, wait: str, severity: str, author: str, message: str
) -> None:
    (finding,) = read(rulebook, screening={"collects": ["since", "agrees"], "test": {"wait": wait}})
    assert (finding.severity, finding.message, finding.kind) == (severity, message, Kind.FALLS_SHORT)
    assert [source.author for source in finding.sources] == [author]
    assert finding.rules == ("TST101", "TST103")
    assert finding.fix.startswith("state at least")


def test_a_value_in_units_that_cannot_be_compared_is_not_settled(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, screening={"collects": ["since", "agrees"], "test": {"wait": "40 hours"}})
    assert (finding.kind, finding.severity) == (Kind.NOT_SETTLED, "error")
    assert "40 hours is time spent: it cannot be counted in days, weeks, months or years" in finding.message


def test_what_a_list_lacks_is_told_by_strength_with_what_was_perhaps_meant(rulebook: Rulebook) -> None:
    must, should = read(rulebook, training={**CLEAN["training"], "topics": ["boundary", "diversity"]})
    assert (must.severity, must.message) == ("error", 'what the course covers: "safeguarding" has to be among them')
    assert (should.severity, should.message) == ("warning", 'what the course covers: "boundaries" should be among them')
    assert should.fix == 'add "boundaries"; or is "boundary" the same? Then call it "boundaries"'


def test_two_sectors_that_limit_the_same_thing_differently_each_say_so(sector: Sector) -> None:
    source = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
    books = []
    for prefix, title, least, strength in (
        ("AAA", "one sector", "8 weeks", Strength.MUST),
        ("BBB", "another", "12 weeks", Strength.SHOULD),
    ):
        limit = at_least(least, strength, source)

        def long_enough(length: Annotated[Duration, Parameter(at="training.length", limits=[limit])]) -> None:
            """Because."""

        made = rule(f"{prefix}201", strength=strength, sources=[source])(long_enough)
        owner = attrs.evolve(made, owner=prefix)
        books.append((prefix, Sector(title=title, prefix=prefix, edition="1"), owner))
    together = Rulebook.of({prefix: one for prefix, one, _ in books}, [owner for _, _, owner in books])
    programme, _ = read_programme({"training": {"length": "2 weeks"}}, {})
    first, second = read_design(together, programme, ON)
    described = 'how long the course lasts: "2 weeks", but it '
    assert (first.rules, first.severity, first.message) == (
        ("AAA201",),
        "error",
        f"{described}has to be at least 8 weeks; so says one sector, while another says at least 12 weeks",
    )
    assert (second.rules, second.severity, second.message) == (
        ("BBB201",),
        "warning",
        f"{described}should be at least 12 weeks; so says another, while one sector says at least 8 weeks",
    )


def test_a_fact_that_nobody_asks_for_is_told_once_with_every_rule(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, screening={"collects": ["agrees"], "test": {"wait": "3 months"}})
    assert told([finding]) == [
        (
            ("TST101", "TST103"),
            "error",
            Kind.NOT_SETTLED,
            ("screening", "collects", "since"),
            "nobody asks for since: the day from which the guest waits",
        )
    ]
    assert finding.fix == 'ask it, and add "since" to collects in [screening]'


def test_a_rule_that_judges_parameters_says_its_own_words(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, training={**CLEAN["training"], "contact_time": "2 hours"})
    assert told([finding]) == [
        (
            ("TST201",),
            "advice",
            Kind.FALLS_SHORT,
            ("training", "length"),
            "8 weeks of training with 2 hours of teaching is thin",
        )
    ]
    assert finding.fix == "teach more"


def test_a_rule_that_judges_parameters_waits_until_they_are_stated(rulebook: Rulebook) -> None:
    training = {key: value for key, value in CLEAN["training"].items() if key != "contact_time"}
    (finding,) = read(rulebook, training=training)
    assert finding.path == ("training", "contact_time")
    assert finding.kind is Kind.NOT_SETTLED


def test_a_search_tells_each_problem_at_its_place_in_the_words_of_the_sector(rulebook: Rulebook) -> None:
    programme = {
        "settings": ["community"],
        "objectives": [{"text": "a", "measure": "b"}, {"text": "c"}, {"measure": "d"}],
    }
    short, open_ = read(rulebook, programme=programme)
    assert (short.path, short.kind) == (("programme", "objectives", 1), Kind.FALLS_SHORT)
    assert short.fix == "give each objective a measure"
    assert (open_.path, open_.kind) == (("programme", "objectives", 2, "text"), Kind.NOT_SETTLED)
    assert open_.message == "what this objective is for a guest"


def test_a_rule_applies_where_the_design_is_of_its_kind_or_does_not_say(rulebook: Rulebook) -> None:
    for settings, applies in ((["community"], False), (["custody", "community"], True), ([], False)):
        found = read(rulebook, programme={**CLEAN["programme"], "settings": settings})
        assert [finding.rules for finding in found] == ([("TST401",)] if applies else []), settings


def test_a_rule_that_waits_for_its_condition_asks_for_what_that_needs_instead(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, programme={"objectives": []})
    assert told([finding]) == [
        (
            ("TST401",),
            "error",
            Kind.NOT_SETTLED,
            ("programme", "settings"),
            "settings is not stated: where the programme is delivered",
        )
    ]


def test_a_condition_that_fails_to_answer_counts_as_yes() -> None:
    condition = when("where it says so", lambda programme: bool(programme.training.length.days))  # type: ignore[union-attr]
    programme, _ = read_programme({}, {})
    assert condition.holds(programme)


@pytest.mark.parametrize("crash", [lambda programme: 1 / 0, lambda programme: exit(3), lambda programme: None])
def test_a_rule_that_crashes_is_a_finding_of_its_strength_and_names_its_plugin(
    rules: tuple[Rule, ...], sector: Sector, crash: Callable[..., Any]
) -> None:
    crash.__doc__, crash.__name__, crash.__annotations__ = "Because.", "broken", {"return": Iterator[Problem]}
    source = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)
    broken = attrs.evolve(
        rule(
            "TST002",
            strength=Strength.MUST,
            sources=[source],
        )(crash),
        owner="test",
    )
    found = read(Rulebook.of({"test": sector}, (*rules, broken)))
    assert [(finding.rules, finding.severity) for finding in found] == [(("TST002",), "error")]
    assert found[0].message.startswith("this rule could not be applied: it raised")
    assert found[0].fix == "tell the makers of the plugin test"


def test_the_parameter_of_a_shared_key_has_its_description_from_the_table(rulebook: Rulebook) -> None:
    rule_ = rulebook.rule("TST201")
    assert rule_ is not None
    assert isinstance(rule_.parameters[0].declared, Parameter)
    assert rulebook.describe(rule_, rule_.parameters[0]) == "how long the course lasts"
