"""What programmes of each way of support are asked: by rules, for keys and for facts, in all sectors together."""

from datetime import date
from itertools import chain
from pathlib import Path
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.cli.programme_files import open_design
from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import STANDARDS, Rulebook
from mentorkit.core.stage import Stage
from mentorkit.outcomes.plan import MeasurementPlan
from mentorkit.programme.path import dotted
from mentorkit.programme.results import Measure, Party
from mentorkit.programme.shared_keys import shared_names, ways_of_shared
from mentorkit.programme.tables import Programme
from mentorkit.programme.way_stages import STAGES, what_to_do_instead, why_nothing_is_decided
from mentorkit.programme.ways import OVER_TIME, Way
from mentorkit.records.columns import needed_at
from mentorkit.records.data_dictionary import data_dictionary
from mentorkit.records.due import Agenda
from mentorkit.registry.load import Plugins
from tests.examples import examples
from tests.golden_files import hold

ON = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden" / "asked_of_ways"
WAYS_OF_EXAMPLES = Path(__file__).parent.parent / "examples" / "ways"
PLUGINS = Plugins()
SECTORS = sorted({found.name for found in PLUGINS.found} - {STANDARDS})
BOOKS = {sectors: PLUGINS.rulebook(sectors).on(ON) for sectors in [(), *((sector,) for sector in SECTORS)]}
EVERY = PLUGINS.rulebook(SECTORS)


def offering(*ways: Way) -> Programme:
    """A made-up design that says only which ways of support it offers."""
    return attrs.evolve(
        Programme(), format=2, programme=attrs.evolve(Programme().programme, ways=tuple(way.value for way in ways))
    )


def findings(book: Rulebook, *ways: Way) -> list[Finding]:
    return DesignReading(book, offering(*ways), ON).findings()


def asked(book: Rulebook, *ways: Way) -> set[tuple[str, str]]:
    """Each rule with each key or fact that it asks for."""
    return {(rule, dotted(finding.path)) for finding in findings(book, *ways) for rule in finding.rules}


def lines(way: Way) -> list[str]:
    """What each sector asks, the shared standards first: a key or a fact in a line, with the rules that ask for it."""
    shared = {dotted(finding.path) + str(finding.rules) for finding in findings(BOOKS[()], way)}
    said = []
    for sectors, book in BOOKS.items():
        said.append(f"# {book.sectors[sectors[0] if sectors else STANDARDS].title}")
        for finding in findings(book, way):
            if not sectors or dotted(finding.path) + str(finding.rules) not in shared:
                said.append(f"{dotted(finding.path)}: {', '.join(finding.rules)}")
        said.append("")
    tables = [name for name in shared_names() if ways_of_shared(tuple(name.split("."))) == {way}]
    return [*said, "# its own keys", *tables]


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_each_way_of_support_is_asked_what_makes_sense_for_it(way: Way, update: bool) -> None:
    hold(GOLDEN / f"{way.value.replace(' ', '_')}.txt", "\n".join(lines(way)) + "\n", update)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.value)
def test_facts_are_asked_of_a_way_only_at_stages_at_which_it_decides(way: Way, stage: Stage) -> None:
    has, design = STAGES[way][stage.value], offering(way)
    applying = [rule for rule in EVERY.rules_for(design) if rule.stage is stage]
    timed = [rule for rule in Agenda(EVERY, design, ON, 30, [stage]).rules if rule.stage is stage]
    assert bool(applying) == (has.command == "decide")
    if has.command != "decide":
        assert needed_at(EVERY, design, stage) == timed == []
        assert has.means in why_nothing_is_decided(design, stage.value, asked=True)
        assert has.command in why_nothing_is_decided(design, stage.value, asked=True)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.value)
def test_a_person_is_referred_only_for_something_that_can_be_found_out(way: Way, stage: Stage) -> None:
    design = offering(way)
    for book in BOOKS.values():
        decision = decide(book, design, stage, Case("A-1", {}), ON)
        asked = any(verdict.rule.facts for verdict in decision.verdicts)
        assert decision.unclear == why_nothing_is_decided(design, stage.value, asked=asked)
        assert bool(decision.unclear) != asked
        assert all(verdict.unclear for verdict in decision.verdicts if verdict.outcome is Outcome.REFER)
        assert "'mentorkit decide'" not in what_to_do_instead(design, stage.value)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
@pytest.mark.parametrize("others", [(), tuple(Way)], ids=["alone", "beside all others"])
def test_what_is_collected_for_other_ways_is_not_asked_in_a_way(way: Way, others: tuple[Way, ...]) -> None:
    facts = tuple(EVERY.facts())
    collecting = {stage.value: {"collects": facts} for stage in Stage}
    design = offering(way, *others)
    for table, keys in collecting.items():
        design = attrs.evolve(design, **{table: attrs.evolve(getattr(design, table), **keys)})
    design = design.in_way(way)
    needed = {fact.name for rule in EVERY.rules_for(design) for fact in rule.facts}
    for stage in Stage:
        assert {column.name for column in needed_at(EVERY, design, stage)} <= needed
    assert {entry.name for entry in data_dictionary(EVERY, design)} == needed


def test_a_stage_that_asks_nothing_of_people_asks_what_the_design_requires() -> None:
    design = attrs.evolve(
        offering(Way.DROP_IN), graduation=attrs.evolve(Programme().graduation, requires=("supervision",))
    )
    leaving, staying = (
        decide(BOOKS[()], design, stage, Case("A-1", {}), ON) for stage in (Stage.GRADUATION, Stage.SUPERVISION)
    )
    assert leaving.verdicts == staying.verdicts
    assert leaving.unclear == ""


@pytest.mark.parametrize("way", [Way.GROUP_SESSIONS, Way.DROP_IN, Way.ON_CALL], ids=lambda way: way.value)
def test_somebody_who_leaves_is_not_asked_what_those_who_stay_are_asked(way: Way) -> None:
    agenda = Agenda(BOOKS[()], offering(way), ON, 30)
    gone = Case("A-1", {"relationship_ended_on": date(2026, 10, 30), "followed_up_on": None})
    assert not agenda.asks(gone)
    assert agenda.due(gone) == []
    assert agenda.due(Case("A-1", {"hobby": "chess"})) != []


@pytest.mark.parametrize("path", sorted(WAYS_OF_EXAMPLES.glob("*/programme.toml")), ids=lambda path: path.parent.name)
def test_a_made_up_cohort_states_and_collects_only_what_something_reads(path: Path) -> None:
    design, book = open_design(str(path))
    offered = {way for way in Way if design.offers(way)}
    stated = [name for name in shared_names() if design.value(tuple(name.split("."))) is not None]
    # match reads [matching] of members as well
    others = [name for name in stated if ways_of_shared(tuple(name.split("."))).isdisjoint(offered or set())]
    assert [n for n in others if ways_of_shared(tuple(n.split("."))) and not n.startswith("matching.")] == []
    assert [entry.name for entry in data_dictionary(book, design) if not entry.rules and not entry.compared] == []


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_a_measure_can_be_of_those_whom_outcomes_can_take(way: Way) -> None:
    everybody = Measure(name="hope", of=get_args(Party), at=("start", "review"))
    design = attrs.evolve(offering(way), outcomes=attrs.evolve(Programme().outcomes, measures=(everybody,)))
    taken = {party for party, measures in MeasurementPlan.of(design).measures.items() if measures}
    refused = [f.message for f in DesignReading(BOOKS[()], design, ON).findings() if "STD613" in f.rules]
    assert len(refused) == len(get_args(Party)) - len(taken)
    assert taken == {party for party in get_args(Party) if design.can_measure(party)}
    assert all(not any(party in message for message in refused) for party in taken)


@pytest.mark.parametrize("way", Way, ids=lambda way: way.value)
def test_measures_are_asked_only_where_support_lasts(way: Way) -> None:
    keys = {key for book in BOOKS.values() for _, key in asked(book, way)}
    assert ("outcomes.measures" in keys) == (way in OVER_TIME)


def test_of_people_who_attend_once_no_review_is_asked() -> None:
    once, again = (
        attrs.evolve(offering(Way.GROUP_SESSIONS), group_sessions=attrs.evolve(Programme().group_sessions, sessions=n))
        for n in (1, 2)
    )
    unlike = {
        f"{dotted(finding.path)}: {rule}"
        for finding in DesignReading(BOOKS[()], again, ON).findings()
        for rule in finding.rules
    } - {
        f"{dotted(finding.path)}: {rule}"
        for finding in DesignReading(BOOKS[()], once, ON).findings()
        for rule in finding.rules
    }
    assert unlike == {
        "outcomes.measures: STD601",
        "outcomes.review_every: STD601",
        "outcomes.review_every: STD610",
        "outcomes.includes_leavers: STD605",
        "outcomes.collects.reviewed_on: STD610",
    }
    reviews = Agenda(BOOKS[()], once, ON, 30, [Stage.OUTCOMES]), Agenda(BOOKS[()], again, ON, 30, [Stage.OUTCOMES])
    assert [agenda.asks(Case("A-1", {})) for agenda in reviews] == [False, True]


def test_every_fact_is_asked_in_a_way_of_support() -> None:
    reached = {rule.id for way in Way for rule in EVERY.rules_for(offering(way))}
    assert {rule.id for rule in EVERY.rules if rule.facts} <= reached


@pytest.mark.parametrize("sectors", BOOKS, ids=lambda sectors: "+".join(sectors) or STANDARDS)
@examples(20)
@given(data=st.data())
def test_another_way_of_support_never_asks_less(sectors: tuple[str, ...], data: st.DataObject) -> None:
    ways = data.draw(st.lists(st.sampled_from(Way), min_size=2, unique=True))
    book = BOOKS[sectors]
    assert asked(book, *ways) >= set(chain.from_iterable(asked(book, way) for way in ways))
