"""Dates that cannot be are located in a sheet and referred to a person, whatever the strength of the rule."""

from datetime import date
from pathlib import Path

import pytest

from mentorkit.cli.read_file import open_design
from mentorkit.core.case_reading import Case, Outcome, decide
from mentorkit.core.stage import Stage
from mentorkit.records.columns import columns_of
from mentorkit.records.due import Agenda
from mentorkit.records.reading import read_records

from ..building import ROOT

ON = date(2026, 11, 29)
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
    assert (fault.row, fault.column, fault.message) == (2, why.split()[0], why)
    due = Agenda(rulebook, programme, ON, 14).due(Case("A-1", facts))
    assert all(item.by is None for item in due)


def test_a_template_says_what_a_date_cannot_be_before_and_after() -> None:
    programme, rulebook = open_design(DESIGN)
    columns = columns_of(rulebook, programme)
    assert columns["followed_up_on"].how_to_write == (
        "year-month-day, such as 2026-03-31, not before relationship_ended_on, not after today"
    )
