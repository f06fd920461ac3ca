"""What is written of decisions: the same in every form, and nothing of what is known of people."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from mentorkit.core.case_reading import Case, Decision, Outcome, StageReading
from mentorkit.core.stage import Stage
from mentorkit.reports.decisions import DecisionOptions
from mentorkit.reports.formats import DECISIONS
from mentorkit.testing import RuleCase
from tests.cases import OF_PEOPLE


def stage_of(case: RuleCase) -> Stage:
    assert case.rule.stage is not None
    return case.rule.stage


def decided(case: RuleCase, facts: dict[str, Any]) -> tuple[StageReading, Decision]:
    stand = StageReading(case.book, case.programme, stage_of(case), case.on)
    return stand, stand.decide(Case("c-1", facts))


def said(stand: StageReading, decision: Decision, form: str, *, show_values: bool = False) -> str:
    return written(stand, form, decision, show_values=show_values)


def written(stand: StageReading, form: str, *decided: Decision, show_values: bool = False) -> str:
    options = DecisionOptions(stand.stage, stand.on, stand.rules, show_values=show_values)
    with DECISIONS[form].load()(options) as decisions:
        for decision in decided:
            decisions.add(decision)
        return "".join(decisions.parts())


def others(value: Any) -> list[Any]:
    """Other values of the same kind."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, date):
        return [date(1987, 6, 5), date(2023, 4, 3), date(2031, 2, 1)]
    if isinstance(value, int):
        return [value + 1, value + 41, 0]
    if isinstance(value, list):
        return [[], [*value, "zqmarker"], value[1:]]
    return ["zqmarker"]


@pytest.mark.parametrize("case", OF_PEOPLE, ids=str)
def test_what_is_said_hangs_on_the_verdict_alone_and_not_on_what_is_known(case: RuleCase) -> None:
    """Whoever reads an answer learns the verdict and its date of two people, and never in what else they differ."""
    facts = case.data["facts"]
    by_verdict: dict[tuple[Any, ...], tuple[str, ...]] = {}
    varied = [facts, *({**facts, name: other} for name, value in facts.items() for other in others(value))]
    for known in varied:
        stand, decision = decided(case, known)
        (verdict,) = decision.verdicts or (None,)
        of_verdict = (verdict and verdict.unclear, verdict and verdict.eligible_from)
        key = (decision.outcome, decision.eligible_from, decision.unclear, *of_verdict)
        answers = tuple(said(stand, decision, form) for form in DECISIONS)
        assert by_verdict.setdefault(key, answers) == answers
        assert "zqmarker" not in "".join(answers)


@pytest.mark.parametrize("case", OF_PEOPLE, ids=str)
def test_no_date_that_is_known_of_somebody_is_said_unless_asked_for(case: RuleCase) -> None:
    stand, decision = decided(case, case.data["facts"])
    days = {str(value) for value in case.data["facts"].values() if isinstance(value, date)}
    given = {
        verdict.eligible_from for verdict in decision.verdicts
    }  # the day from which it would be met is always said
    days -= {str(day) for day in (case.on, *given)}
    for form in DECISIONS:
        answer = said(stand, decision, form)
        assert not [day for day in days if day in answer]


def test_values_are_said_where_asked_for() -> None:
    shown = 0
    for case in OF_PEOPLE:
        stand, decision = decided(case, case.data["facts"])
        answer = said(stand, decision, "text", show_values=True)
        shown += any(str(value) in answer for value in case.data["facts"].values() if isinstance(value, date))
    assert shown > 10


@pytest.mark.parametrize("form", DECISIONS)
@pytest.mark.parametrize("id_", ["=1+1", "  -2", 'a;b,"c"', "żółw", "\u202ex"])
def test_whatever_an_id_holds_it_comes_out_as_one_record(form: str, id_: str) -> None:
    case = OF_PEOPLE[0]
    stand = StageReading(case.book, case.programme, stage_of(case), case.on)
    answer = said(stand, stand.decide(Case(id_, {})), form)
    if form == "json":
        assert json.loads(answer)["decisions"][0]["id"] == id_
    elif form == "csv":
        _, row = csv.reader(io.StringIO(answer))
        assert row[0].removeprefix("'") == id_
        assert row[0].lstrip()[0] not in "=+-@"
    else:
        assert "\u202e" not in answer


def test_nobody_at_all_is_said_in_every_form() -> None:
    case = OF_PEOPLE[0]
    stand = StageReading(case.book, case.programme, stage_of(case), case.on)
    summary = f"0 records at {stand.stage.value} on {stand.on}: nobody. A person decides.\n"
    assert written(stand, "text") == f"\n{summary}"
    data = json.loads(written(stand, "json"))
    assert data["decisions"] == []
    assert data["summary"] == {"records": 0, **{outcome.words: 0 for outcome in Outcome}}
