"""What `due` shows and what `decide` says about the same people agree, by every rule that is shipped, on every day."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.cli.programme_files import open_design
from mentorkit.core.case_reading import Case, Outcome, StageReading, Verdict, decide
from mentorkit.core.stage import Stage
from mentorkit.records.due import Agenda, DueItem

from ..building import ROOT
from ..cases import OF_PEOPLE
from ..examples import examples

DAYS_ASKED = (
    date(2026, 11, 22),
    date(2027, 3, 31),
    date(2028, 2, 29),
    date(2029, 3, 1),
    date(1904, 2, 29),
    date.min,
    date.max,
)
"""The days on which is asked: ordinary ones, leap days, and the ends of the calendar."""
DAYS = 14
DESIGNS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("[mps]*/*.toml"))
ONE_OF_EACH = {
    case.rule.id: case
    for case in OF_PEOPLE
    if case.outcome == "proceed" and (case.rule.depends_on_day or case.rule.changes)
}
"""A design for each rule that can be due, which none of those may have."""


def around(day: date) -> st.SearchStrategy[date]:
    """Dates: as many near the day as far from it, past and future, and those that are easily got wrong."""
    least, most = (day - date.min).days, (date.max - day).days
    near = st.integers(-min(400, least), min(400, most)).map(lambda days: day + timedelta(days=days))
    special = st.sampled_from([date.min, date.max, date(2024, 2, 29), date(1900, 1, 1), day])
    return near | st.dates(date(1900, 1, 1), date(2100, 1, 1)) | special


def values_of(type_: Any, on: date) -> st.SearchStrategy[Any]:
    """Values of a fact that is asked about on a day."""
    if type_ is date:
        return around(on)
    if type_ is bool:
        return st.booleans()
    if get_origin(type_) is Literal:
        return st.sampled_from(get_args(type_))
    if get_origin(type_) is tuple:
        return st.lists(values_of(get_args(type_)[0], on), max_size=3).map(tuple)
    return {int: st.integers(0, 500), Decimal: st.decimals(0, 500, places=1)}.get(type_, st.just(None))


@cache
def readings(subject: str, on: date) -> tuple[Agenda, list[StageReading], dict[str, Any]]:
    case = ONE_OF_EACH.get(subject)
    programme, rulebook = (case.programme, case.book) if case else open_design(str(ROOT / subject))
    agenda = Agenda(rulebook, programme, on, DAYS, Stage)
    types = {fact.name: fact.type for rule in agenda.rules for fact in rule.facts}
    return agenda, [StageReading(rulebook, programme, stage, on) for stage in Stage], types


def assert_agreement(subject: str, on: date, data: st.DataObject) -> None:
    agenda, stages, types = readings(subject, on)
    assert agenda.rules
    facts = {name: data.draw(st.none() | values_of(type_, on), label=name) for name, type_ in types.items()}
    case = Case("A-1", facts)
    due = {item.rule.id: item for item in agenda.due(case)}
    decided = {verdict.rule.id: verdict for stage in stages for verdict in stage.decide(case).verdicts}
    for asked in agenda.rules:
        assert agree(due.get(asked.id), decided[asked.id], on), asked.id


@pytest.mark.parametrize("design", DESIGNS)
@given(data=st.data(), on=st.sampled_from(DAYS_ASKED))
@examples(200, deadline=None)
def test_what_is_not_met_is_shown_as_overdue_unless_it_only_needs_time(
    design: str, data: st.DataObject, on: date
) -> None:
    assert_agreement(design, on, data)


@pytest.mark.parametrize("rule", ONE_OF_EACH)
@given(data=st.data(), on=st.sampled_from(DAYS_ASKED))
@examples(60, deadline=None)
def test_the_same_holds_for_each_rule_that_can_be_due_by_itself(rule: str, data: st.DataObject, on: date) -> None:
    assert_agreement(rule, on, data)


@pytest.mark.parametrize("rule", ONE_OF_EACH)
@given(data=st.data(), on=st.sampled_from(DAYS_ASKED))
@examples(40, deadline=None)
def test_what_is_due_by_a_day_is_met_up_to_that_day_and_not_after(rule: str, data: st.DataObject, on: date) -> None:
    agenda, _, types = readings(rule, on)
    facts = {name: data.draw(values_of(type_, on), label=name) for name, type_ in types.items()}
    for due in agenda.due(Case("A-1", facts)):
        if due.by is not None and not due.overdue and not due.unclear:
            one = ONE_OF_EACH[rule]
            stage = Stage(due.rule.area.table)
            outcomes = [
                decide(one.book, one.programme, stage, Case("A-1", facts), day).outcome
                for day in (on, due.by, due.by + timedelta(days=1))
            ]
            assert outcomes[:2] == [Outcome.PROCEED] * 2
            assert outcomes[2] is not Outcome.PROCEED


def agree(due: DueItem | None, verdict: Verdict, on: date) -> bool:
    if verdict.unclear:
        return due is not None and due.by is None and due.unclear == verdict.unclear
    if verdict.outcome is Outcome.PROCEED:
        return due is None or (not due.overdue and due.by is not None and due.by >= on)
    if due is None:
        return verdict.eligible_from is not None
    return (due.overdue and due.by is not None and due.by < on) or (due.by is None and bool(due.unclear))
