"""Dates that cannot be are located in a sheet and referred to a person, whatever the strength of the rule."""

from datetime import date
from pathlib import Path

import pytest

from mentorkit.cli.programme_files import open_design
from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.core.stage import Stage
from mentorkit.records.columns import columns_of
from mentorkit.records.due import Agenda
from mentorkit.records.reading import read_records
from mentorkit.reports.decisions import DecisionOptions
from mentorkit.reports.decisions_csv import CsvDecisions
from mentorkit.reports.decisions_json import JsonDecisions
from mentorkit.reports.decisions_text import TextDecisions

from ..building import ROOT

ON = date(2026, 11, 29)
DESIGNS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("[mps]*/*.toml"))
DESIGN = str(ROOT / "examples/probation/through_the_gate.toml")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (
            {"relationship_ended_on": date(2026, 10, 1), "relationship_started_on": date(2026, 11, 1)},
            "relationship_ended_on cannot be before relationship_started_on",
        ),
        ({"followed_up_on": date(2026, 12, 1)}, "followed_up_on cannot be after 2026-11-29"),
        (
            {"followed_up_on": date(2026, 8, 1), "relationship_ended_on": date(2026, 10, 1)},
            "followed_up_on cannot be before relationship_ended_on",
        ),
        ({"relationship_started_on": date(2026, 11, 30)}, "relationship_started_on cannot be after 2026-11-29"),
        ({"relationship_ended_on": date(2062, 10, 1)}, "relationship_ended_on cannot be after 2026-11-29"),
        (
            {"relationship_ended_on": date(1899, 12, 30)},
            "relationship_ended_on cannot be more than 120 years before 2026-11-29",
        ),
    ],
)
def test_they_are_located_referred_and_never_said_to_be_in_time(
    facts: dict[str, date], why: str, tmp_path: Path
) -> None:
    programme, rulebook = open_design(DESIGN)
    decision = decide(rulebook, programme, Stage.GRADUATION, Case("A-1", facts), ON)
    assert decision.outcome is Outcome.REFER
    assert why in [verdict.unclear for verdict in decision.verdicts]
    sheet = tmp_path / "people.csv"
    sheet.write_text(f"id,{','.join(facts)}\nA-1,{','.join(map(str, facts.values()))}\n", encoding="utf-8")
    with sheet.open("rb") as file:
        (record,) = read_records(file, "people.csv", "csv", columns_of(rulebook, programme), on=ON)
    (fault,) = record.faults
    column, cannot_be = why.split(maxsplit=1)
    assert (fault.row, fault.column, fault.message) == (2, column, f"this date {cannot_be}")
    due = Agenda(rulebook, programme, ON, 14).due(Case("A-1", facts))
    assert all(item.by is None for item in due)


def test_a_template_says_what_a_date_cannot_be_before_and_after() -> None:
    programme, rulebook = open_design(DESIGN)
    columns = columns_of(rulebook, programme)
    assert columns["followed_up_on"].how_to_write == (
        "year-month-day, such as 2026-03-31, not before relationship_ended_on, not after today"
    )


def test_a_record_with_one_is_referred_even_where_only_a_should_asks_for_it() -> None:
    programme, rulebook = open_design(DESIGN)
    supervised = {"placed_on": date(2025, 10, 6), "supervised_on": date(2026, 11, 20)}
    case = Case("A-1", {**supervised, "refreshed_on": date(2026, 12, 1), "record_check_on": date(2026, 11, 1)})
    decision = decide(rulebook, programme, Stage.SUPERVISION, case, ON)
    assert {verdict.rule.id: verdict.outcome for verdict in decision.verdicts if verdict.unclear} == {
        "STD414": Outcome.NOTE
    }
    assert (decision.outcome, decision.unclear) == (Outcome.REFER, "refreshed_on cannot be after 2026-11-29")


@pytest.mark.parametrize("design", DESIGNS)
def test_whoever_is_referred_is_told_why_at_every_stage(design: str) -> None:
    programme, rulebook = open_design(str(ROOT / design))
    for rules in (rulebook, rulebook.with_only(rulebook.rules[0])):
        for stage in Stage:
            decision = decide(rules, programme, stage, Case("A-1", {}), ON)
            reasons = [verdict.unclear for verdict in decision.verdicts if verdict.outcome is Outcome.REFER]
            assert decision.outcome is not Outcome.REFER or decision.unclear or (reasons and all(reasons))


def test_that_no_rule_asks_anything_is_the_reason_of_a_referral() -> None:
    programme, rulebook = open_design(DESIGN)
    elsewhere = next(rule for rule in rulebook.rules if rule.stage is Stage.SUPERVISION)
    decision = decide(rulebook.with_only(elsewhere), programme, Stage.SCREENING, Case("A-1", {}), ON)
    why = "no rule asks anything about a person at screening"
    assert (decision.outcome, decision.unclear) == (Outcome.REFER, why)
    options = DecisionOptions(Stage.SCREENING, ON, [])
    for form in (TextDecisions, CsvDecisions, JsonDecisions):
        with form(options) as decisions:
            decisions.add(decision)
            assert "".join(decisions.parts()).count(why) == 1
