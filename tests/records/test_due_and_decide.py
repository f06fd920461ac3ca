"""What `due` shows and what `decide` says about the same people agree, by every rule that is shipped, on every day."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.cli.read_file import open_design
from mentorkit.core.case_reading import Case, Outcome, StageReading, Verdict
from mentorkit.core.stage import Stage
from mentorkit.records.due import Agenda, DueItem

from ..building import ROOT
from ..examples import examples

ON = date(2026, 11, 22)
DAYS = 14
DESIGNS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("[mps]*/*.toml"))


def values_of(type_: Any) -> st.SearchStrategy[Any]:
    """Values of a fact; of dates as many near the day as far from it, past and future."""
    if type_ is date:
        near = st.integers(-400, 400).map(lambda days: ON + timedelta(days=days))
        return near | st.dates(date(1900, 1, 1), date(2100, 1, 1))
    if type_ is bool:
        return st.booleans()
    if get_origin(type_) is Literal:
        return st.sampled_from(get_args(type_))
    if get_origin(type_) is tuple:
        return st.lists(values_of(get_args(type_)[0]), max_size=3).map(tuple)
    return {int: st.integers(0, 500), Decimal: st.decimals(0, 500, places=1)}.get(type_, st.just(None))


@cache
def readings(design: str) -> tuple[Agenda, list[StageReading], dict[str, Any]]:
    programme, rulebook = open_design(str(ROOT / design))
    agenda = Agenda(rulebook, programme, ON, DAYS, Stage)
    types = {fact.name: fact.type for rule in agenda.rules for fact in rule.facts}
    return agenda, [StageReading(rulebook, programme, stage, ON) for stage in Stage], types


@pytest.mark.parametrize("design", DESIGNS)
@given(data=st.data())
@examples(200, deadline=None)
def test_what_is_not_met_is_shown_as_overdue_unless_it_only_needs_time(design: str, data: st.DataObject) -> None:
    agenda, stages, types = readings(design)
    facts = {name: data.draw(st.none() | values_of(type_), label=name) for name, type_ in types.items()}
    case = Case("A-1", facts)
    due = {item.rule.id: item for item in agenda.due(case)}
    decided = {verdict.rule.id: verdict for stage in stages for verdict in stage.decide(case).verdicts}
    for asked in agenda.rules:
        assert agree(due.get(asked.id), decided[asked.id]), asked.id


def agree(due: DueItem | None, verdict: Verdict) -> bool:
    if verdict.unclear:
        return due is not None and due.by is None and due.unclear == verdict.unclear
    if verdict.outcome is Outcome.PROCEED:
        return due is None or (not due.overdue and due.by is not None and due.by >= ON)
    if due is None:
        return verdict.eligible_from is not None
    return (due.overdue and due.by is not None and due.by < ON) or (due.by is None and bool(due.unclear))
