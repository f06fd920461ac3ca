"""The picture of outcomes: one scale for a measure, which way is better, and why something is not in it."""

import re
from decimal import Decimal
from typing import Any

import pytest

from mentorkit.api import FEWER_THAN_30, Evidence, Source, Tool
from mentorkit.core.case_reading import Case
from mentorkit.outcomes.measured_people import MeasuredPeople
from mentorkit.outcomes.plan import MeasurementPlan
from mentorkit.outcomes.summary import OutcomesSummary, outcomes_of
from mentorkit.records.reading import Record
from mentorkit.reports.outcomes import OutcomesReport
from mentorkit.reports.outcomes_picture import outcomes_svg
from mentorkit.reports.outcomes_scale import Scale, of_range, scale_of
from mentorkit.toml.structure import read_programme

FORM = Source(author="A", title="a form", address="https://example.org", evidence=Evidence.GUIDANCE)
HIGHER = Tool(name="HIGHER", least=7, most=35, better="higher", source=FORM)
LOWER = Tool(name="LOWER", least=0, most=27, better="lower", source=FORM)
PLOT = (230, 570)


def outcomes(values: dict[str, dict[str, list[Any]]], **more: Any) -> OutcomesSummary:
    """Of one measure for each name, with the tool of that name if there is one; values by name, then by point."""
    measures = [
        {"name": name, "of": ["mentee"], "at": list(at), **({"tool": name} if name in ("HIGHER", "LOWER") else {})}
        for name, at in values.items()
    ]
    objectives = [{"text": "things get better", "measure": name} for name in values if name == "main"]
    design = {"programme": {"objectives": objectives}, "outcomes": {"measures": measures, **more}}
    programme, _ = read_programme(design, {})
    people = MeasuredPeople(MeasurementPlan.of(programme, [HIGHER, LOWER]), "m.csv")
    row = 1
    for name, at in values.items():
        for point, given in at.items():
            for number, value in enumerate(given):
                row += 1
                facts: dict[str, Any] = {"party": "mentee", "measure": name, "at": point}
                facts |= {} if value is None else {"value": Decimal(value)}
                assert people.add(Record(Case(f"p{number}", facts), row)) == []
    return outcomes_of(people, intervals=True)


def drawn(summary: OutcomesSummary) -> str:
    return outcomes_svg(OutcomesReport("x", summary))


START = [10 + n for n in range(20)]
LATER = [12 + n + 3 * (n % 3) for n in range(20)]


def test_a_tool_is_drawn_on_its_whole_range_with_the_way_that_is_better() -> None:
    told = outcomes({"HIGHER": {"start": START, "exit": [n + n % 5 for n in START]}})
    picture = drawn(told)
    assert scale_of(told.sides[0].measures[0]) == Scale(7, 35, 7)
    assert re.findall(r'class="tick"[^>]*>([^<]*)', picture) == ["7", "14", "21", "28", "35"]
    assert 'class="higher"' in picture
    mean = told.sides[0].measures[0].at[0].figure
    assert mean is not None
    place = PLOT[0] + (float(mean.value) - 7) / 28 * (PLOT[1] - PLOT[0])  # type: ignore[arg-type]
    assert f'class="level" cx="{place:.1f}"' in picture
    assert f'class="start" d="M{place:.1f} ' in picture


def test_a_change_without_scores_is_drawn_with_points_as_long_as_those_of_the_tool() -> None:
    told = outcomes(
        {"LOWER": {"start": [n % 27 for n in START], "exit": [*[5 * n % 23 for n in range(18)], None, None]}}
    )
    scale = scale_of(told.sides[0].measures[0])
    assert scale is not None
    assert scale.of_changes
    assert scale.high - scale.low >= 27
    picture = drawn(told)
    assert "\u2190 lower is better" in picture
    assert "change since the start" in picture
    assert "hidden: it could give away fewer than 5 people" in picture


def test_a_measure_that_is_asked_once_is_drawn_with_the_objective_that_it_tells_of() -> None:
    picture = drawn(outcomes({"main": {"exit": [1] * 7 + [0] * 5}, "all": {"exit": [1] * 12}}))
    assert "objective: things get better" in picture
    assert picture.count('class="level"') == 1
    assert f'class="half" x="{sum(PLOT) // 2}"' in picture
    assert re.findall(r'class="tick"[^>]*>([^<]*)', picture)[:5] == ["0 %", "25 %", "50 %", "75 %", "100 %"]


def test_nothing_is_drawn_of_what_is_hidden_and_the_reason_stands_there() -> None:
    picture = drawn(outcomes({"HIGHER": {"start": START[:6], "exit": LATER[:6]}}))
    assert "hidden: it could give away fewer than 5 people" in picture
    assert 'class="level"' not in picture
    assert 'class="axis"' not in picture
    stated = drawn(outcomes({"HIGHER": {"start": START, "exit": START}}, states=[FEWER_THAN_30]))
    assert "hidden: under 30 people, or it could give away fewer than 5 people" in stated


@pytest.mark.parametrize(
    ("ends", "ticks"),
    [
        ((0, 40), ["0", "10", "20", "30", "40"]),
        ((10, 60), ["10", "20", "30", "40", "50", "60"]),
        ((14, 70), ["14", "28", "42", "56", "70"]),
        ((1, 7), ["1", "2", "3", "4", "5", "6", "7"]),
        ((0, 27), ["0", "9", "18", "27"]),
    ],
)
def test_the_ends_of_a_tool_are_numbers_of_its_scale(ends: tuple[int, int], ticks: list[str]) -> None:
    assert [written for _, written in of_range(*ends).ticks()] == ticks
