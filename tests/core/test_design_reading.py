"""The design reading: what is told about a programme, once each, with the rules that say so."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from mentorkit.api import (
    Evidence,
    Limit,
    Parameter,
    Problem,
    Programme,
    Rule,
    Sector,
    Source,
    Strength,
    View,
    at_least,
    at_most,
    falls_short,
    includes,
    requires,
    rule,
    when,
)
from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding, FindingKind, Thing
from mentorkit.core.rulebook import Rulebook
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme

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
    programme, faults = read_programme({**CLEAN, **changed}, rulebook.sector_keys)
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
            FindingKind.NOT_SETTLED,
            ("screening", "test", "wait"),
            "the programme does not state wait: the wait before a placement",
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
    assert (finding.severity, finding.message, finding.kind) == (severity, message, FindingKind.FALLS_SHORT)
    assert [source.author for source in finding.sources] == [author]
    assert finding.rules == ("TST101", "TST103")
    assert finding.fix.startswith("make it at least")


def test_a_value_in_units_that_cannot_be_compared_is_not_settled(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, screening={"collects": ["since", "agrees"], "test": {"wait": "40 hours"}})
    assert (finding.kind, finding.severity) == (FindingKind.NOT_SETTLED, "error")
    assert "40 hours is time spent: it cannot be counted in days, weeks, months or years" in finding.message


def test_what_a_list_lacks_is_told_by_strength_with_what_was_perhaps_meant(rulebook: Rulebook) -> None:
    must, should = read(rulebook, training={**CLEAN["training"], "topics": ["boundary", "diversity"]})
    assert (must.severity, must.message) == ("error", 'what the course covers: has to include "safeguarding"')
    assert (should.severity, should.message) == ("warning", 'what the course covers: should include "boundaries"')
    assert should.fix == 'add "boundaries"; or is "boundary" the same? Then call it "boundaries"'


SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)


def asking_for(prefix: str, length: tuple[Limit, ...], owner: str) -> Rule:
    """A rule of a sector that limits how long the course lasts."""
    asked = requires(
        f"{prefix}201", "long", {"training.length": length}, strength=Strength.SHOULD, sources=[SOURCE], reason="So."
    )
    return attrs.evolve(asked, owner=owner)


def told_of_a_course(length: str, **limits: tuple[Limit, ...]) -> list[tuple[tuple[str, ...], str, str]]:
    """What sectors say of a course of this length, each by its limits; the first letters of a sector are its prefix."""
    rules = [asking_for(owner[:3].upper(), limited, owner) for owner, limited in limits.items()]
    sectors = {owner: Sector(title=owner, prefix=owner[:3].upper(), edition="1") for owner in limits}
    programme, _ = read_programme({"training": {"length": length}}, {})
    found = read_design(rulebook_of(sectors, rules), programme, ON)
    return [(finding.rules, finding.severity, finding.message) for finding in found]


DESCRIBED = 'how long the course lasts: "2 weeks", but it '
EIGHT_WEEKS, TWELVE_WEEKS = at_least("8 weeks", strength=Strength.MUST), at_least("12 weeks")
ONE_WEEK, A_DAY = at_least("1 week"), at_least("1 day", strength=Strength.MUST)


def test_two_sectors_that_limit_the_same_thing_differently_each_say_so() -> None:
    assert told_of_a_course("2 weeks", alder=(EIGHT_WEEKS,), beech=(TWELVE_WEEKS,)) == [
        (
            ("ALD201",),
            "error",
            f"{DESCRIBED}has to be at least 8 weeks; alder says this, but beech says at least 12 weeks",
        ),
        (
            ("BEE201",),
            "warning",
            f"{DESCRIBED}should be at least 12 weeks; beech says this, but alder says at least 8 weeks",
        ),
    ]


def test_what_another_sector_is_content_with_is_told_too_and_once() -> None:
    assert told_of_a_course("2 weeks", alder=(EIGHT_WEEKS, TWELVE_WEEKS), beech=(A_DAY, ONE_WEEK)) == [
        (
            ("ALD201",),
            "error",
            f"{DESCRIBED}has to be at least 8 weeks; alder says this, but beech says at least 1 week",
        )
    ]


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"beech": (EIGHT_WEEKS,)},
        {"standards": (A_DAY,)},
        {"beech": (at_most("1 year", strength=Strength.MUST),)},
        {"beech": (at_least("2 hours", strength=Strength.MUST),)},
    ],
    ids=["alone", "the same", "shared standards", "another bound", "other units"],
)
def test_nothing_is_told_of_others_that_do_not_differ_or_are_met_anyway(others: dict[str, tuple[Limit, ...]]) -> None:
    messages = [message for _, _, message in told_of_a_course("2 weeks", alder=(EIGHT_WEEKS, TWELVE_WEEKS), **others)]
    assert messages[0] == f"{DESCRIBED}has to be at least 8 weeks"


def test_all_that_a_list_lacks_at_one_strength_is_told_in_one_finding_that_names_every_rule() -> None:
    found = told_of_topics()
    assert [(finding.rules, finding.severity, finding.message, finding.fix) for finding in found] == [
        (
            ("TST203", "TST202"),  # "b" is told once, where it binds most
            "error",
            'what the course covers: has to include "b" and "a"',
            'add "b" and "a"; write "a" down',
        ),
        (
            ("TST202", "TST204"),
            "warning",
            'what the course covers: should include "c" and "d"',
            'add "c" and "d"',
        ),
    ]
    assert [source.author for source in found[1].sources] == ["Two", "Three"]  # each that is cited, and once


def test_what_only_waived_rules_ask_for_is_told_apart_and_the_rest_is_not_lost() -> None:
    found = told_of_topics(waived={("TST202", ("training", "topics", "c"))})
    assert [(finding.rules, finding.message) for finding in found if finding.severity == "warning"] == [
        (("TST202",), 'what the course covers: should include "c"'),
        (("TST204",), 'what the course covers: should include "d"'),
    ]


def told_of_topics(waived: Collection[Thing] = ()) -> list[Finding]:
    """What three rules say of a course that covers nothing of what they ask for."""
    made = []
    for number, fix, author, limits in (
        ("TST202", "", "Two", {"c": Strength.SHOULD, "b": Strength.SHOULD}),
        ("TST203", 'write "a" down', "One", {"a": Strength.MUST, "b": Strength.MUST}),
        ("TST204", "", "Three", {"d": Strength.SHOULD}),
    ):
        source = attrs.evolve(SOURCE, author=author)
        topics = {"training.topics": [includes(entry, strength=strength) for entry, strength in limits.items()]}
        asked = requires(
            number, "covered", topics, strength=max(limits.values()), sources=[source], reason="So.", fix=fix
        )
        made.append(attrs.evolve(asked, owner="test"))
    book = rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1")}, made)
    programme, _ = read_programme({"training": {"topics": []}}, {})
    return sorted(read_design(book, programme, ON, waived), key=lambda finding: -finding.strength)


def test_a_fact_that_nobody_asks_for_is_told_once_with_every_rule(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, screening={"collects": ["agrees"], "test": {"wait": "3 months"}})
    assert told([finding]) == [
        (
            ("TST101", "TST103"),
            "error",
            FindingKind.NOT_SETTLED,
            ("screening", "collects", "since"),
            "nobody asks for since: the day from which the guest waits",
        )
    ]
    assert finding.fix == 'ask for it, and add "since" to collects in [screening]'


def test_a_rule_that_judges_parameters_says_its_own_words(rulebook: Rulebook) -> None:
    (finding,) = read(rulebook, training={**CLEAN["training"], "contact_time": "2 hours"})
    assert told([finding]) == [
        (
            ("TST201",),
            "advice",
            FindingKind.FALLS_SHORT,
            ("training", "length"),
            "8 weeks of training with 2 hours of teaching is thin",
        )
    ]
    assert finding.fix == "teach more"


def test_a_rule_that_judges_parameters_waits_until_they_are_stated(rulebook: Rulebook) -> None:
    training = {key: value for key, value in CLEAN["training"].items() if key != "contact_time"}
    (finding,) = read(rulebook, training=training)
    assert finding.path == ("training", "contact_time")
    assert finding.kind is FindingKind.NOT_SETTLED


def test_a_search_tells_each_problem_at_its_place_in_the_words_of_the_sector(rulebook: Rulebook) -> None:
    programme = {
        "settings": ["community"],
        "objectives": [{"text": "a", "measure": "b"}, {"text": "c"}, {"measure": "d"}],
    }
    short, open_ = read(rulebook, programme=programme)
    assert (short.path, short.kind) == (("programme", "objectives", 1), FindingKind.FALLS_SHORT)
    assert short.fix == "give each objective a measure"
    assert (open_.path, open_.kind) == (("programme", "objectives", 2, "text"), FindingKind.NOT_SETTLED)
    assert open_.message == "the programme does not state what this objective is for a guest"
    assert open_.brief == "what this objective is for a guest"


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
            FindingKind.NOT_SETTLED,
            ("programme", "settings"),
            "the programme does not state settings: where the programme is delivered",
        )
    ]


def test_a_condition_that_fails_to_answer_counts_as_yes() -> None:
    condition = when("if it says so", lambda programme: bool(programme.training.length.days))  # type: ignore[union-attr]
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
    found = read(rulebook_of({"test": sector}, (*rules, broken)))
    assert [(finding.rules, finding.severity) for finding in found] == [(("TST002",), "error")]
    assert found[0].message.startswith("this rule could not be applied: it ended in")
    assert found[0].fix == "tell the makers of the plugin test"


def test_the_parameter_of_a_shared_key_has_its_description_from_the_table(rulebook: Rulebook) -> None:
    rule_ = rulebook.rule("TST201")
    assert rule_ is not None
    assert isinstance(rule_.parameters[0].declared, Parameter)
    assert rulebook.describe(rule_, rule_.parameters[0]) == "how long the course lasts"


# Views: what rules read from the whole design.

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.OPINION)


class Names(View):
    """The names that a programme has; it counts how often it is made."""

    made = 0

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def of(cls, programme: Programme) -> "Names | None":
        """None where there is no name."""
        Names.made += 1
        return cls(programme.programme.name) if programme.programme.name else None


class Broken(View):
    """A view that cannot be made."""

    made = 0

    @classmethod
    def of(cls, programme: Programme) -> "Broken | None":
        """Always fails."""
        Broken.made += 1
        raise KeyError(programme.programme.name)


def ask(rulebook: Rulebook, name: str = "") -> list[Finding]:
    """What rules say of a design with a name, or without."""
    programme, _ = read_programme({"programme": {"name": name} if name else {}}, rulebook.sector_keys)
    return read_design(rulebook, programme, ON)


def searching(*ids: str, kind: type[View] = Names) -> Rulebook:
    """Rules that take a view each, and say which one they were given."""

    def named(names: View, programme: Programme) -> Iterator[Problem]:
        """Because."""
        yield falls_short("programme.name", f"view {id(names)} of {programme.programme.name}")

    named.__annotations__["names"] = kind
    made = [rule(rule_id, strength=Strength.SHOULD, sources=[SOURCE])(named) for rule_id in ids]
    owned = [attrs.evolve(one, owner="test") for one in made]
    return rulebook_of({"test": Sector(title="a test", prefix="TST", edition="1")}, owned)


def test_a_rule_that_takes_a_view_is_not_asked_where_the_design_has_nothing_of_it() -> None:
    assert ask(searching("TST701")) == []


def test_rules_that_take_the_same_view_get_the_one_that_is_made_once_a_reading() -> None:
    book = searching("TST701", "TST702")
    before = Names.made
    first, second = ask(book, "Hope")
    assert (first.rules, second.rules) == (("TST701",), ("TST702",))
    assert first.message == second.message
    assert first.message.endswith("of Hope")
    assert Names.made == before + 1
    ask(book, "Hope")
    assert Names.made == before + 2


def test_a_view_that_crashes_is_a_finding_of_each_rule_that_takes_it_and_ends_nothing(
    rules: tuple[Rule, ...], sector: Sector
) -> None:
    broken, fine = searching("TST701", "TST702", kind=Broken), searching("TST703")
    before = Broken.made
    book = rulebook_of({"test": sector}, (*rules, *broken.rules, *fine.rules))
    found = read(book, programme={**CLEAN["programme"], "name": "Hope", "objectives": [{"text": "c"}]})
    assert [(finding.rules, finding.kind) for finding in found] == [
        (("TST001",), FindingKind.FALLS_SHORT),
        (("TST701",), FindingKind.CRASHED),
        (("TST702",), FindingKind.CRASHED),
        (("TST703",), FindingKind.FALLS_SHORT),
    ]
    assert found[1].message == found[2].message == "this rule could not be applied: it ended in KeyError"
    assert found[1].fix == "tell the makers of the plugin test"
    assert Broken.made == before + 1
