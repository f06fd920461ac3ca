"""The five laws, over every rule that is shipped.

1. The order of plugins and rules never changes an answer.
2. Taking knowledge away never helps.
3. A stricter parameter never lets more through.
4. Adding a sector never makes an outcome milder.
5. Reading, writing and reading again is the identity.
"""

import copy
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import Case, Decision, Outcome, decide
from mentorkit.core.design_reading import read_design
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.tables import Programme
from mentorkit.registry.find import find_plugins
from mentorkit.registry.load import Plugins
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.testing import RuleCase
from mentorkit.testing.generation import ANY_STAGE, DATES, Material, designs, words_of
from mentorkit.toml.structure import programme_toml, read_programme
from mentorkit.toml.typed_facts import LONGEST_LIFE_DAYS, why_impossible
from tests.cases import OF_PEOPLE
from tests.examples import examples

EXAMPLES = sorted(
    file for file in (Path(__file__).parent.parent / "examples").rglob("*.toml") if "plugins" not in file.parts
)
SECTORS = [found.name for found in find_plugins() if found.name != "standards"]
PLUGINS = Plugins()
ALL = PLUGINS.rulebook(SECTORS)
# Each with one that has more sectors: the standards alone, one sector, all of them.
STEPS = [
    (PLUGINS.rulebook(fewer), PLUGINS.rulebook(more))
    for sector in SECTORS
    for fewer, more in (([], [sector]), ([sector], [sector, *SECTORS]))
]
COMPLETE = tomllib.loads((Path(__file__).parent.parent / "examples/substance/turning_point.toml").read_text())
TEMPLATES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in EXAMPLES if "documented" not in path.parts]
WORDS = words_of(ALL)
MATERIAL = Material(ALL, TEMPLATES)
CASES = MATERIAL.facts
DESIGNS = designs(MATERIAL)


def read(book: Rulebook, data: dict[str, Any]) -> Programme:
    programme, faults = read_programme(data, book.sector_keys)
    assert faults == []
    return programme


@examples(40)
@given(DESIGNS, CASES, ANY_STAGE, DATES, st.randoms(use_true_random=False))
def test_the_order_of_plugins_and_rules_never_changes_an_answer(
    data: dict[str, Any], facts: dict[str, Any], stage: Stage, on: date, random: Any
) -> None:
    found = list(PLUGINS.found)
    random.shuffle(found)
    shuffled = Plugins(tuple(found)).rulebook(SECTORS)
    rules = list(ALL.rules)
    random.shuffle(rules)
    reordered = rulebook_of(ALL.sectors, rules)
    for other in (shuffled, reordered):
        programme = read(ALL, data)
        assert read_design(other, programme, on) == read_design(ALL, programme, on)
        assert decide(other, programme, stage, Case("c", facts), on) == decide(
            ALL, programme, stage, Case("c", facts), on
        )


BOUNDS = {name: fact.bounds for name, fact in ALL.asked.items() if fact.type is date}


def impossible(facts: dict[str, Any], on: date) -> dict[str, set[str]]:
    """The dates of a case that cannot be, each with the names of those that show it."""
    return {
        name: {name, *bounds} & facts.keys()
        for name, bounds in BOUNDS.items()
        if why_impossible(name, bounds, facts, on)
    }


@examples(150)
@given(DESIGNS, CASES, ANY_STAGE, DATES, st.data())
def test_taking_knowledge_away_never_helps_where_no_date_is_impossible(
    data: dict[str, Any], facts: dict[str, Any], stage: Stage, on: date, draw: st.DataObject
) -> None:
    while wrong := impossible(facts, on):
        del facts[min(wrong)]
    fewer = dict(facts)
    for name in draw.draw(st.lists(st.sampled_from(sorted(facts)), unique=True)) if facts else ():
        del fewer[name]
    programme = read(ALL, data)
    known = decide(ALL, programme, stage, Case("c", facts), on)
    unknown = decide(ALL, programme, stage, Case("c", fewer), on)
    assert unknown.outcome >= known.outcome
    for one, other in zip(known.verdicts, unknown.verdicts, strict=True):
        assert other.outcome >= one.outcome, one.rule.id


@examples(150)
@given(DESIGNS, CASES, ANY_STAGE, DATES, st.data())
def test_an_impossible_date_is_referred_as_long_as_what_shows_it_is_known(
    data: dict[str, Any], facts: dict[str, Any], stage: Stage, on: date, draw: st.DataObject
) -> None:
    programme = read(ALL, data)
    asked = {fact.name for rule in ALL.on(on).rules_for(programme) if rule.stage is stage for fact in rule.facts}
    for name, shown_by in impossible(facts, on).items():
        if name in asked:
            others = sorted(facts.keys() - shown_by)
            kept = shown_by.union(draw.draw(st.lists(st.sampled_from(others), unique=True)) if others else ())
            fewer = {name: facts[name] for name in kept}
            decision = decide(ALL, programme, stage, Case("c", fewer), on)
            assert (decision.outcome, bool(decision.unclear)) == (Outcome.REFER, True), name


# A rule that applies to a kind of design applies as well where nothing says of which kind the design is.
@pytest.mark.parametrize("rule", [rule for rule in ALL.rules if rule.facts], ids=lambda rule: rule.id)
def test_a_rule_that_knows_nothing_refers_or_notes(rule: Rule) -> None:
    book = ALL.with_only(rule)
    stage = rule.stage
    assert stage is not None
    outcome = decide(book, Programme(), stage, Case("c", {}), date(2026, 1, 1)).outcome
    assert outcome is (Outcome.REFER if rule.strength.name == "MUST" or rule.refers else Outcome.NOTE)


PLANS = {
    "commitment_signed_on": "a day to sign can be agreed",
    "compact_signed_on": "a day to sign can be agreed",
    "ethics_signed_on": "a day to sign can be agreed",
    "found_suitable_on": "the decision can be due on a day",
    "lapse_plan_explained_on": "a talk can be arranged",
    "mentee_consented_on": "a talk can be arranged",
    "placed_on": "a placement is agreed before it begins",
    "risk_screen_on": "a screen can be booked",
    "security_cleared_on": "the answer can be due on a day",
    "selected_on": "the decision can be due on a day",
    "training_completed_on": "a course has a last day from the beginning",
}
"""Dates that can be known before their day, with the reason. A rule that asks for one is not met until then."""
OF_WHAT_IS_AHEAD = {"mentee_order_ends_on", "mentee_release_on"}
"""The dates that rules ask for because what they are of is still ahead."""
DATED = [
    pytest.param(case, fact.name, id=f"{case}-{fact.name}")
    for case in OF_PEOPLE
    for fact in case.rule.facts
    if case.outcome == "proceed" and fact.type is date
]


def test_of_each_date_it_is_decided_whether_it_may_be_in_the_future() -> None:
    of_the_past = {name for name, (_, not_after) in BOUNDS.items() if not_after == "on"}
    assert not of_the_past & (PLANS.keys() | OF_WHAT_IS_AHEAD)
    assert of_the_past | PLANS.keys() | OF_WHAT_IS_AHEAD == set(BOUNDS)


def decided_with(case: RuleCase, name: str, day: date) -> Decision:
    assert case.rule.stage is not None
    return decide(case.book, case.programme, case.rule.stage, Case("c", {**case.data["facts"], name: day}), case.on)


@pytest.mark.parametrize(("case", "name"), DATED)
@examples(20)
@given(days=st.integers(1, 400) | st.integers(1, 2_900_000))
def test_no_date_in_the_future_lets_anybody_go_on(case: RuleCase, name: str, days: int) -> None:
    decision = decided_with(case, name, case.on + timedelta(days=min(days, (date.max - case.on).days)))
    if BOUNDS[name][1] == "on":
        assert (decision.outcome, bool(decision.unclear)) == (Outcome.REFER, True)
    elif name in PLANS:
        assert decision.outcome >= (Outcome.NOT_YET if case.rule.strength.name == "MUST" else Outcome.NOTE)


@pytest.mark.parametrize(("case", "name"), DATED)
def test_no_date_from_before_anybody_was_born_lets_anybody_go_on(case: RuleCase, name: str) -> None:
    for day in (date.min, date(1899, 12, 30), case.on - timedelta(days=LONGEST_LIFE_DAYS + 1)):
        decision = decided_with(case, name, day)
        assert (decision.outcome, bool(decision.unclear)) == (Outcome.REFER, True)


PHASES = [[{"every": every, "formats": ["one-to-one"]}] for every in ("1 month", "14 days", "1 week")]
# Where a value stands, and values from the mildest to the strictest, all inside the limits that are a MUST.
LADDERS: dict[str, tuple[str, list[Any]]] = {
    "MHL101": ("recruitment.lived_experience", ["not asked", "preferred", "required"]),
    "PRB105": ("screening.probation.justice_contact_within", ["10 years", "5 years", "1 year"]),
    "PRB303": ("relationship.probation.first_meeting_before", ["2 weeks", "1 month", "3 months"]),
    "PRB339": ("relationship.probation.reassess_every", ["1 year", "6 months", "3 months"]),
    "SCH303": ("matching.schools.year_gap", [2, 3, 5]),
    "SCH406": ("supervision.schools.check_in_every", ["3 months", "1 month", "1 week"]),
    "STD406": ("supervision.phases", PHASES),
    "STD414": ("training.refresher_every", ["2 years", "1 year", "2 months"]),
    "STD415": ("screening.record_check_every", ["4 years", "3 years", "1 year"]),
    "STD504": ("outcomes.follow_ups", [["1 year"], ["6 months", "1 year"], ["3 months", "6 months", "1 year"]]),
    "STD610": ("outcomes.review_every", ["1 year", "6 months", "3 months"]),
    "SUB101": ("screening.substance.abstinence", ["30 days", "3 months", "6 months", "1 year", "3 years"]),
    "SUB104": ("screening.substance.experience_within", ["10 years", "5 years", "1 year"]),
    "SUB105": ("screening.substance.risk_domains", [WORDS[:1], WORDS[:3], WORDS]),
    "SUB301": ("matching.substance.recovery_gap_at_most", ["10 years", "5 years", "1 year"]),
}
# Parameters that say of what kind something is, and none of whose values is stricter than another.
WITHOUT_ORDER = {
    "PRB106": "the steps that applicants go through",
    "SCH113": "the time that the commitment is for",
    "SUB502": "the routes to choose from",
}


def test_every_rule_with_a_parameter_and_a_fact_has_a_ladder() -> None:
    both = {rule.id for rule in ALL.rules if rule.facts and rule.parameters}
    assert both == set(LADDERS) | set(WITHOUT_ORDER)


@pytest.mark.parametrize("id", LADDERS)
@examples(60)
@given(CASES, DATES, st.data())
def test_a_stricter_parameter_never_lets_more_through(
    id: str, facts: dict[str, Any], on: date, draw: st.DataObject
) -> None:
    rule = ALL.rule(id)
    assert rule is not None
    assert rule.stage is not None
    place, ladder = LADDERS[id]
    mild, strict = sorted(draw.draw(st.lists(st.integers(0, len(ladder) - 1), min_size=2, max_size=2)))
    outcomes = []
    for value in (ladder[mild], ladder[strict]):
        data = copy.deepcopy(COMPLETE)
        *tables, key = place.split(".")
        table = data
        for name in tables:
            table = table.setdefault(name, {})
        table[key] = value
        book = ALL.with_only(rule)
        programme, faults = read_programme(data, ALL.sector_keys)
        assert faults == []
        decision = decide(book, programme, rule.stage, Case("c", facts), on)
        # Where the mild value means that the rule does not apply, it lets everybody through.
        outcomes.append(max((verdict.outcome for verdict in decision.verdicts), default=Outcome.PROCEED))
    assert outcomes[1] >= outcomes[0]


@examples(100)
@given(DESIGNS, CASES, ANY_STAGE, DATES, st.sampled_from(STEPS))
def test_adding_a_sector_never_makes_a_decision_milder(
    data: dict[str, Any], facts: dict[str, Any], stage: Stage, on: date, step: tuple[Rulebook, Rulebook]
) -> None:
    programme, case = read(ALL, data), Case("c", facts)
    fewer, more = (decide(book, programme, stage, case, on) for book in step)
    asked = any(verdict.rule.facts for verdict in fewer.verdicts)
    # Where the smaller rulebook asks nothing at a stage it refers everybody, and a sector that asks something answers.
    assert more.outcome >= fewer.outcome or not asked


@examples(60)
@given(DESIGNS, DATES, st.sampled_from(STEPS))
def test_adding_a_sector_never_makes_a_design_look_better(
    data: dict[str, Any], on: date, step: tuple[Rulebook, Rulebook]
) -> None:
    programme = read(ALL, data)
    fewer, more = (read_design(book, programme, on) for book in step)
    for finding in fewer:
        assert any(
            other.path[: len(finding.path)] == finding.path and other.strength >= finding.strength for other in more
        ), finding


@examples(150)
@given(DESIGNS, CASES, ANY_STAGE, DATES, st.data())
def test_taking_knowledge_of_the_design_away_never_helps_anybody(
    data: dict[str, Any], facts: dict[str, Any], stage: Stage, on: date, draw: st.DataObject
) -> None:
    fewer = copy.deepcopy(data)
    if fewer:
        table = draw.draw(st.sampled_from(sorted(fewer)))
        if isinstance(fewer[table], dict) and fewer[table] and draw.draw(st.booleans()):
            del fewer[table][draw.draw(st.sampled_from(sorted(fewer[table])))]
        else:
            del fewer[table]
        # Which earlier stages have to be met as well is what a service wants, and no knowledge.
        if isinstance(data[table], dict) and "requires" in data[table]:
            fewer.setdefault(table, {})["requires"] = data[table]["requires"]
    known = decide(ALL, read(ALL, data), stage, Case("c", facts), on)
    unknown = decide(ALL, read(ALL, fewer), stage, Case("c", facts), on)
    assert unknown.outcome >= known.outcome


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_reading_writing_and_reading_an_example_again_is_the_identity(example: Path) -> None:
    once = read(ALL, tomllib.loads(example.read_text(encoding="utf-8")))
    again = read(ALL, tomllib.loads(programme_toml(once)))
    assert again == once


@pytest.mark.parametrize("case", OF_PEOPLE, ids=str)
def test_no_fact_that_is_not_known_helps_anybody_in_any_case_of_a_rule(case: RuleCase) -> None:
    stage, facts = case.rule.stage, case.data["facts"]
    assert stage is not None
    known = decide(case.book, case.programme, stage, Case("c", facts), case.on)
    for name in facts:
        for unknown in (
            {k: v for k, v in facts.items() if k != name},
            {**facts, name: None},
            {**facts, name: object()},
        ):
            fewer = decide(case.book, case.programme, stage, Case("c", unknown), case.on)
            assert fewer.outcome >= known.outcome, name
