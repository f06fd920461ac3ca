"""From rows to the answer: who counts, what leavers do, and that the order of rows does nothing."""

import json
import random
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.api import FEWER_THAN_30, Evidence, Source, Tool
from mentorkit.core.case_reading import Case
from mentorkit.outcomes.disclosure import Count, is_small
from mentorkit.outcomes.measured_people import MeasuredPeople
from mentorkit.outcomes.plan import MeasurementPlan, PlanError
from mentorkit.outcomes.summary import OutcomesSummary, PointSummary, outcomes_of
from mentorkit.records.reading import Record
from mentorkit.reports.outcomes import OutcomesReport, outcomes_csv, outcomes_json, outcomes_summary, outcomes_text
from mentorkit.toml.structure import read_programme

FORM = Source(author="A", title="a form", address="https://example.org", evidence=Evidence.GUIDANCE)
TOOLS = [
    Tool(name="BARC-10", least=10, most=60, better="higher", source=FORM),
    Tool(name="SWEMWBS", least=7, most=35, better="higher", source=FORM),
]
Row = tuple[str, dict[str, Any]]
HOPE = {"name": "hope", "of": ["mentee"], "at": ["start", "review", "exit"]}


def plan(*measures: dict[str, Any], **outcomes: Any) -> MeasurementPlan:
    programme, faults = read_programme({"outcomes": {"measures": list(measures or (HOPE,)), **outcomes}}, {})
    assert faults == []
    return MeasurementPlan.of(programme, TOOLS)


def row(id_: str, at: str = "", value: float | None = None, **facts: Any) -> Row:
    given: dict[str, Any] = {"party": "mentee", **facts}
    if at:
        given |= {"measure": facts.get("measure", "hope"), "at": at}
    if value is not None:
        given["value"] = Decimal(str(value))
    return id_, given


def faults_of(planned: MeasurementPlan, rows: Iterable[Row]) -> list[str]:
    cohort = MeasuredPeople(planned, "m.csv")
    return [str(fault) for n, (id_, facts) in enumerate(rows, 2) for fault in cohort.add(Record(Case(id_, facts), n))]


def told(planned: MeasurementPlan, rows: Iterable[Row]) -> OutcomesSummary:
    cohort = MeasuredPeople(planned, "m.csv")
    for number, (id_, facts) in enumerate(rows, 2):
        assert cohort.add(Record(Case(id_, facts), number)) == []
    return outcomes_of(cohort, intervals=True)


def points(outcomes: OutcomesSummary) -> dict[str, PointSummary]:
    return {at.point.name: at for at in outcomes.sides[0].measures[0].at}


def cohort_of(people: int, at_exit: int) -> list[Row]:
    """So many who started, of whom the first have an exit; changes are 1 to 6, then 1 again and so on."""
    start = [row(f"a{n}", "start", 10 + n % 5) for n in range(people)]
    return start + [row(f"a{n}", "exit", 11 + n % 5 + n % 6) for n in range(at_exit)]


def test_counts_completion_and_change_of_a_small_cohort() -> None:
    at = points(told(plan(), cohort_of(20, 12)))
    assert list(at) == ["start", "review", "exit"]
    assert [at[name].people for name in at] == [Count(20, 20), Count(0, 0), Count(12, 12)]
    assert (at["exit"].paired, at["exit"].paired_least, at["review"].change) == (12, None, None)
    change = at["exit"].change
    assert change is not None
    # 2.201 is Student's t for 11 degrees of freedom; the changes are 1 to 6, twice each
    reach = 2.201 * (35 / 11) ** 0.5 / 12**0.5
    assert (change.mean, change.low, change.high) == (3.5, round(3.5 - reach, 2), round(3.5 + reach, 2))


def test_those_who_start_and_leave_lower_completion() -> None:
    stayed = cohort_of(20, 15)
    left = [row(f"z{n}", left=True) for n in range(10)]
    for includes in (True, None):
        planned = plan(**({} if includes is None else {"includes_leavers": includes}))
        assert (points(told(planned, stayed))["exit"].whole, points(told(planned, stayed + left))["exit"].whole) == (
            20,
            30,
        )
        side = told(planned, stayed + left).sides[0]
        assert (side.started, side.left) == (30, Count(10, 10))
    side = told(plan(includes_leavers=False), stayed + left).sides[0]
    assert (side.started, side.leavers_count, side.left) == (20, False, Count(10, 10))


def test_a_leaver_with_values_counts_only_where_leavers_do() -> None:
    rows = [*cohort_of(20, 20), *(row(f"a{n}", left=True) for n in range(6))]
    assert points(told(plan(includes_leavers=True), rows))["exit"].paired == 20
    assert points(told(plan(includes_leavers=False), rows))["exit"].paired == 14


def test_scores_of_a_hidden_group_change_at_one_later_point_alone() -> None:
    """One person more has an exit than a review: of two means, the change of that person would follow."""
    rows = cohort_of(20, 18) + [row(f"a{n}", "review", 12 + n % 5 + n % 6) for n in range(17)]
    at = points(told(plan(), rows))
    assert (at["exit"].change is None, at["review"].change) == (False, None)
    assert at["exit"].lack_a_value is None
    without = [r for r in rows if r[1].get("at") != "exit"]
    assert points(told(plan(), without))["review"].change is not None


@pytest.mark.parametrize(
    ("leavers", "said"),
    [
        (0, ("20 started, nobody left early", "12 people; without 8 who lack a value at one of the points compared")),
        (3, ("20 who did not leave early; 1 to 4 who did are left out", "compared; without those who left early")),
        (6, ("20 who did not leave early; 6 who did are left out", "compared; without 6 who left early")),
    ],
)
def test_leavers_who_do_not_count_are_said_with_their_number_where_it_is_five(
    leavers: int, said: tuple[str, str]
) -> None:
    stay = [row(f"a{n}", left=False) for n in range(20)]
    rows = cohort_of(20, 12) + stay + [row(f"z{n}", left=True) for n in range(leavers)]
    outcomes = told(plan(includes_leavers=False), rows)
    text = outcomes_text(OutcomesReport("x", outcomes))
    assert all(f"{part}\n" in text for part in said)
    side = json.loads(outcomes_json(OutcomesReport("x", outcomes)))["sides"][0]
    span = (1, 4) if leavers == 3 else (leavers, leavers)
    assert side["left"] == {"least": span[0], "most": span[1]}
    assert side["measures"][0]["at"][-1]["lack_a_value"] == 8
    last = outcomes_csv(OutcomesReport("x", outcomes)).splitlines()[-1].split(",")
    assert last[15:21] == ["8", str(span[0]), str(span[1]), "0", "0", "no"]


@pytest.mark.parametrize(
    ("left", "includes", "said"),
    [
        ("n" + 19 * " ", True,
         "20 started; nobody is known to have left early; whether 16 to 19 of them did is not known"),
        ("yyyyyynnnnn" + 9 * " ", True,
         "20 started; 6 of them left early, and count; whether 9 of them did is not known"),
        ("yyyyyynnn" + 11 * " ", True,
         "20 started; 6 of them left early, and count; whether 10 to 13 of them did is not known"),
        ("yynnnnn" + 13 * " ", True,
         "20 started; 1 to 4 of them left early, and count; whether 1 to 19 of them did is not known"),
        ("yyyyyy" + 14 * " ", False,
         "14 not known to have left early; whether 14 of them did is not known; 6 who did are left out"),
    ],
)  # fmt: skip
def test_an_empty_cell_of_left_is_not_a_no(left: str, includes: bool, said: str) -> None:
    known = {"y": True, "n": False, " ": None}
    rows = [row(f"a{n}", "start", n, left=known[each]) for n, each in enumerate(left)]
    outcomes = told(plan(includes_leavers=includes), rows)
    assert outcomes_summary(outcomes, {}).splitlines()[0] == f"mentees: {said}"


def test_who_left_who_stayed_and_of_whom_it_is_not_known_give_no_small_group_away() -> None:
    for people in range(5, 24):
        alike: dict[tuple[Any, ...], list[tuple[int, ...]]] = {}
        for left in range(people + 1):
            for unknown in range(people - left + 1):
                stayed = people - left - unknown
                known = [True] * left + [None] * unknown + [False] * stayed
                if unknown == people:
                    continue  # then nothing is said
                side = told(plan(), [row(f"a{n}", left=each) for n, each in enumerate(known)]).sides[0]
                alike.setdefault((side.left, side.may_have_left), []).append((left, unknown, stayed))
        for tables in alike.values():
            for group in zip(*tables, strict=True):
                assert len({*group}) > 1 or not (is_small(group[0]) or is_small(people - group[0])), tables


def test_a_sheet_of_people_who_all_left_says_so() -> None:
    rows = [row(f"z{n}", "start", n, left=True) for n in range(12)]
    said = "mentees: nobody who did not leave early; 12 who did are left out\n"
    assert said in outcomes_text(OutcomesReport("x", told(plan(includes_leavers=False), rows)))
    assert "mentees: 12 started; 12 of them left early, and count" in outcomes_text(
        OutcomesReport("x", told(plan(), rows))
    )


def test_few_people_are_hidden_and_those_missing_too() -> None:
    assert told(plan(), cohort_of(4, 4)).sides[0].started is None
    assert told(plan(), []).sides[0].started == 0
    assert points(told(plan(), cohort_of(20, 3)))["exit"] == PointSummary(
        points(told(plan(), cohort_of(20, 3)))["exit"].point, 20, Count(1, 4)
    )
    nearly_all = points(told(plan(), cohort_of(20, 18)))["exit"]
    assert (nearly_all.people, nearly_all.paired, nearly_all.paired_least) == (Count(16, 19), None, 10)
    assert nearly_all.change is not None
    assert nearly_all.change.mean == round(nearly_all.change.mean, 1)


def test_a_design_that_tells_no_change_of_fewer_than_thirty_is_kept_to() -> None:
    planned = plan(states=[FEWER_THAN_30])
    assert points(told(planned, cohort_of(29, 29)))["exit"].change is None
    assert points(told(planned, cohort_of(30, 30)))["exit"].change is not None


def test_mentors_and_mentees_are_told_apart_and_one_person_may_be_both() -> None:
    both = {"name": "hope", "of": ["mentor", "mentee"], "at": ["start", "exit"]}
    rows = cohort_of(10, 10)
    rows += [(id_, {**facts, "party": "mentor"}) for id_, facts in cohort_of(5, 0)]
    mentees, mentors = told(plan(both), rows).sides
    assert [(side.party, side.started) for side in (mentees, mentors)] == [("mentee", 10), ("mentor", 5)]
    assert [at.people for at in mentors.measures[0].at] == [Count(5, 5), Count(0, 0)]


def test_reviews_are_numbered_and_follow_ups_are_those_of_the_design() -> None:
    planned = plan(
        {"name": "hope", "of": ["mentee"], "at": ["start", "review", "follow-up"]}, follow_ups=["1 year", "6 months"]
    )
    rows = [row("a", "start", 1), row("a", "Review", 2), row("a", "review 3", 2)]
    rows += [row("a", "follow-up 12 months", 2), row("a", "follow-up after 6 months", 2)]
    rows += [row(f"b{n}") for n in range(5)]
    assert list(points(told(planned, rows))) == [
        "start", "review", "review 3", "follow-up after 6 months", "follow-up after 1 year"
    ]  # fmt: skip
    again = '"follow-up after 6 months" or "follow-up after 1 year"'
    other = f"the design asks again after other times; {again} is needed here"
    assert faults_of(planned, [row("a", "follow-up", 1), row("a", "follow-up 5 months", 1), row("a", "end", 1)]) == [
        f"m.csv: row 2, column at: {other}",
        f"m.csv: row 3, column at: {other}",
        f'm.csv: row 4, column at: one of "start", "review", "exit", {again} is needed here',
    ]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([("a", {})], "row 2, column party: this cell is empty; write mentor or mentee"),
        (
            [row("a", "start", 1, measure="hoep")],
            'row 2, column measure: the design has no measure of this name; did you mean "hope"?',
        ),
        (
            [row("a", "start", 1, measure="skill")],
            'row 2, column measure: the design does not measure this of a mentee; add "mentee" to its "of" if it is '
            "taken",
        ),
        (
            [row("a", "follow-up", 1)],
            'row 2, column at: the design does not take this measure at this point; add the point to its "at" if it '
            "does",
        ),
        (
            [row("a", "start", 1), row("b", "start"), row("a", "start", 2)],
            "row 4, column at: row 2 has this person, measure and point already; keep one of them; further reviews are "
            "review 2, review 3 and so on",
        ),
        (
            [row("a", "start", 1, on=date(2026, 2, 2)), row("a", "exit", 1, on=date(2026, 1, 2))],
            "row 3, column on: by the dates, this and row 2 are in the wrong order; correct a date, or a point",
        ),
        (
            [row("a", "start", 1, on=date(2026, 2, 2)), row("a", "exit", 1, on=date(2026, 2, 2))],
            "row 3, column on: this and row 2 were measured on one day, and one of them is the start; correct a date; "
            "a start that was asked about later does not count",
        ),
        (
            [row("a", "exit", 1, on=date(2026, 1, 1)), row("b", "start", 1, on=date(2026, 5, 1)),
             row("a", "start", 20, measure="capital", on=date(2026, 5, 1))],
            "row 4, column on: by the dates, this and row 2 are in the wrong order; correct a date, or a point",
        ),
        (
            [row("a", "exit", 1, on=date(2026, 3, 1)), row("a", "start", 20, measure="capital", on=date(2026, 3, 1))],
            "row 3, column on: this and row 2 were measured on one day, and one of them is the start; correct a date; "
            "a start that was asked about later does not count",
        ),
        (
            [row("a", "exit", 1, on=date(2026, 3, 1)),
             row("a", "follow-up", 20, measure="capital", on=date(2026, 3, 1))],
            "row 3, column on: this and row 2 were measured on one day, and one of them is a follow-up; correct "
            "a date, or a point; a follow-up comes later",
        ),
        (
            [row("a", left=True), row("a", left=False)],
            "row 3, column left: row 2 says otherwise of this person; write it once, as it is now",
        ),
        ([row("a", measure="hope")], "row 2, column at: this cell is empty; write at which point, or leave value and "
         "on empty as well"),
        ([row("a", value=7)], "row 2, column measure: this cell is empty; write what was measured, or leave value and "
         "on empty as well"),
        (
            [row("a", "start", 61, measure="capital")],
            "row 2, column value: BARC-10 gives no such total: it is 10 or more, and 60 at most; look at the form, and "
            "at how its answers are counted",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_located_and_no_value_is_told(rows: list[Row], fault: str) -> None:
    planned = plan(
        HOPE,
        {"name": "skill", "of": ["mentor"], "at": ["start"]},
        {"name": "capital", "of": ["mentee"], "at": ["start", "exit", "follow-up"], "tool": "BARC-10"},
    )
    assert faults_of(planned, rows)[:1] == [f"m.csv: {fault}"]


def test_days_of_one_person_agree_in_all_measures_and_say_nothing_of_others() -> None:
    capital = {"name": "capital", "of": ["mentee"], "at": ["start", "review", "exit"]}
    march, april, may = (date(2026, month, 1) for month in (3, 4, 5))
    rows = [
        row("a", "start", 1, on=march),
        row("a", "start", 1, measure="capital", on=april),
        row("a", "review", 1, on=may),
        row("a", "exit", 1, measure="capital", on=may),
        row("b", "exit", 1, on=march),
    ]
    assert faults_of(plan(HOPE, capital), rows) == []
    late = row("a", "review", 1, measure="capital", on=date(2026, 3, 20))
    assert faults_of(plan(HOPE, capital), [*rows, late]) == [
        "m.csv: row 7, column on: by the dates, this and row 3 are in the wrong order; correct a date, or a point"
    ]


@pytest.mark.parametrize("written", ["SWEMWBS", "swemwbs ", "Swemwbs"])
def test_a_swemwbs_of_99_is_located(written: str) -> None:
    wellbeing = plan({"name": "wellbeing", "of": ["mentee"], "at": ["start"], "tool": written})
    (fault,) = faults_of(wellbeing, [row("a", "start", 99, measure="wellbeing")])
    assert fault.startswith(
        f"m.csv: row 2, column value: {written} gives no such total: it is 7 or more, and 35 at most"
    )


def test_totals_of_a_tool_that_are_all_0_or_1_are_scores() -> None:
    low = Tool(name="LOW", least=0, most=27, better="lower", source=FORM)
    programme, _ = read_programme({"outcomes": {"measures": [{**HOPE, "tool": "LOW"}]}}, {})
    rows = [row(f"a{n}", at, n % 2) for n in range(20) for at in ("start", "exit")]
    outcomes = told(MeasurementPlan.of(programme, [low]), rows)
    assert all(at.figure is None for at in points(outcomes).values())
    assert "hope, by LOW (0 to 27, lower is better)" in outcomes_text(OutcomesReport("x", outcomes))


@pytest.mark.parametrize("total", [10, 60, 35.5])
def test_the_ends_of_a_tools_range_are_in_it(total: float) -> None:
    capital = plan({"name": "capital", "of": ["mentee"], "at": ["start"], "tool": "BARC-10"})
    assert faults_of(capital, [row("a", "start", total, measure="capital")]) == []


def test_a_design_without_measures_or_with_one_twice_says_what_to_do() -> None:
    programme, _ = read_programme({"outcomes": {}}, {})
    with pytest.raises(PlanError, match="the design names no measures"):
        MeasurementPlan.of(programme)
    with pytest.raises(PlanError, match='has "hope" of the same people twice'):
        plan(HOPE, HOPE)


PERSON = st.tuples(
    st.none() | st.integers(0, 20), st.none() | st.integers(0, 20), st.none() | st.integers(0, 20), st.booleans()
)


@given(st.lists(PERSON, max_size=40), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_never_changes_the_answer(
    people: list[tuple[int | None, int | None, int | None, bool]], chance: random.Random, includes: bool
) -> None:
    rows = [row(f"p{n}", left=person[3]) for n, person in enumerate(people)]
    for number, values in enumerate(people):
        rows += [row(f"p{number}", at, v) for at, v in zip(("start", "review", "exit"), values[:3], strict=True) if v]
    shuffled = rows[:]
    chance.shuffle(shuffled)
    planned = plan(includes_leavers=includes)
    assert outcomes_json(OutcomesReport("x", told(planned, shuffled))) == outcomes_json(
        OutcomesReport("x", told(planned, rows))
    )


@given(st.lists(PERSON, min_size=5, max_size=25))
def test_an_answer_names_nobody_and_hides_every_small_group(
    people: list[tuple[int | None, int | None, int | None, bool]],
) -> None:
    rows = [row(f"person-{n}", left=person[3]) for n, person in enumerate(people)]
    for number, values in enumerate(people):
        at = zip(("start", "review", "exit"), values[:3], strict=True)
        rows += [row(f"person-{number}", name, v) for name, v in at if v is not None]
    outcomes = told(plan(), rows)
    text = outcomes_json(OutcomesReport("x", outcomes))
    assert "person-" not in text
    for found in points(outcomes).values():
        for number in (found.people.least,) if found.people.exact else ():
            assert number == 0 or number >= 5
            assert len(people) == number or len(people) - number >= 5
        assert found.paired is None or found.paired == 0 or found.paired >= 5
