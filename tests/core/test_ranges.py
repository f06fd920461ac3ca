"""Ranges in both readings: what holds for every value of a range, what for none, and what is not settled."""

import copy
from datetime import date, timedelta
from typing import Annotated, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.api import (
    Evidence,
    Fact,
    Limit,
    Network,
    Parameter,
    Problem,
    Programme,
    Rule,
    Sector,
    Source,
    Strength,
    at_least,
    at_most,
    falls_short,
    key_is,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.core.case_reading import Case, Decision, Outcome, decide
from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.registry.rulebook_of import rulebook_of
from mentorkit.toml.structure import read_programme
from mentorkit.values.duration import Duration

ON = date(2026, 3, 1)
WORK = Source(author="A", title="T", address="https://example.org", evidence=Evidence.GUIDANCE)
RULE: dict[str, Any] = {"strength": Strength.MUST, "sources": [WORK]}
SAID = {**RULE, "reason": "Because."}
Mentors = Annotated[int, Parameter(at="programme.mentors")]
Mentees = Annotated[int, Parameter(at="programme.mentees")]


def book(*rules: Rule) -> Rulebook:
    sector = Sector(title="a test", prefix="TST", edition="1")
    return rulebook_of({"test": sector}, [attrs.evolve(made, owner="test") for made in rules])


def design(rulebook: Rulebook, **programme: Any) -> Programme:
    made, faults = read_programme({"format": 2, "programme": programme}, rulebook.sector_keys)
    assert faults == []
    return made


def found(rulebook: Rulebook, **programme: Any) -> list[Finding]:
    return read_design(rulebook, design(rulebook, **programme), ON)


BANDED = requires(
    "TST001",
    "mentors are counted",
    {"programme.mentors": [at_least(3), at_most(9, strength=Strength.SHOULD)]},
    **SAID,
)


def limited(limit: Limit) -> Rulebook:
    (counted,) = BANDED.parameters
    only = attrs.evolve(counted, limits=(limit.of_rule(Strength.MUST, (WORK,)),))
    return book(attrs.evolve(BANDED, parameters=(only,)))


@pytest.mark.parametrize(
    ("mentors", "kind"),
    [
        ({"from": 4, "to": 5}, None),
        ({"from": 3, "to": 4}, FindingKind.NOT_SETTLED),
        ({"from": 2, "to": 3}, FindingKind.FALLS_SHORT),
        ({"about": 5}, None),
        ({"about": 4}, FindingKind.NOT_SETTLED),
        ({"about": 2}, FindingKind.FALLS_SHORT),
        ({"at_least": 4}, None),
        ({"at_least": 3}, FindingKind.NOT_SETTLED),
        ({"at_most": 4}, FindingKind.NOT_SETTLED),
        ({"at_most": 3}, FindingKind.FALLS_SHORT),
    ],
)
def test_a_range_meets_a_limit_that_every_value_meets_and_falls_short_if_none_does(
    mentors: dict[str, int], kind: FindingKind | None
) -> None:
    assert [finding.kind for finding in found(limited(at_least(4)), mentors=mentors)] == ([kind] if kind else [])


def test_what_is_not_settled_is_told_with_both_ends() -> None:
    (finding,) = found(limited(at_least(360)), mentors={"about": 350})
    assert finding.message == (
        "how many mentors are active at a time: about 350, but it has to be at least 360; "
        "about 350, which is read as 315 to 385, does not settle this"
    )
    assert finding.fix == "make it at least 360, or state it as one value"
    assert (finding.severity, finding.path) == ("error", ("programme", "mentors"))
    (short,) = found(limited(at_least(400)), mentors={"about": 350})
    assert short.message == "how many mentors are active at a time: about 350, but it has to be at least 400"


def test_one_of_some_values_is_met_by_no_range() -> None:
    one_or_three = limited(one_of(1, 3))
    assert [finding.kind for finding in found(one_or_three, mentors={"from": 1, "to": 3})] == [FindingKind.NOT_SETTLED]
    assert [finding.kind for finding in found(one_or_three, mentors={"from": 4, "to": 5})] == [FindingKind.FALLS_SHORT]


ENOUGH = "{active} mentors are not enough for {expected}"


@rule("TST002", unmet=ENOUGH, fix="find more", **RULE)
def enough(active: Mentors, expected: Mentees) -> bool:
    """Each has two."""
    assert type(active) is int
    return 2 * active >= expected


def test_a_function_is_asked_about_every_end_and_gets_whole_numbers() -> None:
    assert found(book(enough), mentors={"from": 4, "to": 5}, mentees={"at_most": 8}) == []
    (short,) = found(book(enough), mentors={"from": 4, "to": 5}, mentees=13)
    assert (short.kind, short.message) == (
        FindingKind.FALLS_SHORT,
        "4 mentors are not enough for 13 (if programme.mentors = 4)",
    )
    (open_,) = found(book(enough), mentors={"from": 4, "to": 5}, mentees={"from": 8, "to": 9})
    assert (open_.kind, open_.message) == (
        FindingKind.NOT_SETTLED,
        "4 mentors are not enough for 9 (if programme.mentors = 4, programme.mentees = 9)",
    )


@rule("TST003", fix="change it", reads=["programme.mentors", "programme.mentees"], **RULE)
def odd(programme: Programme) -> list[Problem]:
    """One problem for each."""
    problems = [falls_short("programme.sectors", "this is always so")]
    for key in ("mentors", "mentees"):
        number = getattr(programme.programme, key)
        if number is not None and number % 2:
            problems.append(falls_short(f"programme.{key}", f"{number} is odd"))
    return problems


def test_a_search_is_asked_about_every_end_that_it_depends_on() -> None:
    kinds = {
        (finding.path[-1], finding.kind.value, finding.message)
        for finding in found(book(odd), mentors={"from": 3, "to": 5}, mentees={"from": 3, "to": 4})
    }
    assert kinds == {
        ("sectors", "falls short", "this is always so (if programme.mentors = 3, programme.mentees = 3)"),
        ("mentors", "falls short", "3 is odd (if programme.mentors = 3, programme.mentees = 3)"),
        ("mentees", "not settled", "3 is odd (if programme.mentors = 3, programme.mentees = 3)"),
    }


@rule("TST004", fix="change it", reads=["supervision.phases"], **RULE)
def odd_waits(programme: Programme) -> list[Problem]:
    """One problem for each phase."""
    return [
        falls_short(("supervision", "phases", index), "an odd wait")
        for index, phase in enumerate(programme.supervision.phases or ())
        if phase.every is not None and phase.every.amount % 2
    ]


def test_of_too_many_ranges_the_outermost_are_looked_at_and_nothing_is_settled() -> None:
    rulebook = book(odd_waits)
    phases = [{"every": {"from": f"{2 * n + 1} days", "to": f"{2 * n + 2} days"}} for n in range(7)]
    programme, faults = read_programme({"format": 2, "supervision": {"phases": phases}}, {})
    assert faults == []
    findings = read_design(rulebook, programme, ON)
    assert {finding.kind for finding in findings} == {FindingKind.NOT_SETTLED}
    assert [finding.path[:3] for finding in findings[:-1]] == [("supervision", "phases", n) for n in range(7)]
    assert findings[0].message == "an odd wait (if every range at its lowest value)"
    assert findings[-1].message.endswith(": 13 to 14 days, and too many other values that this rule reads are ranges")


def test_a_condition_that_a_range_does_not_answer_leaves_no_rule_out() -> None:
    few = when("if there are few", lambda programme: (programme.programme.mentors or 0) < 5, "programme.mentors")
    short = requires("TST005", "mentees are counted", {"programme.mentees": at_least(9)}, applies=few, **SAID)
    assert [each.rule for each in found(book(short), mentors={"from": 4, "to": 5}, mentees=8)] == ["TST005"]
    assert found(book(short), mentors={"from": 5, "to": 6}, mentees=8) == []


def test_a_condition_on_the_value_of_a_key_is_not_answered_by_a_range_that_has_it() -> None:
    two = key_is("if there are two", "programme.mentors", 2)
    answers = {
        str(stated): two.answer(design(book(), mentors=stated))
        for stated in (2, 3, {"from": 1, "to": 3}, {"from": 3, "to": 4})
    }
    assert list(answers.values()) == [True, False, None, False]


NETWORK: dict[str, Any] = {
    "needs": [{"id": "debts", "risk": False, "within": "2 hours"}],
    "members": [
        {"id": "mentee", "part": "mentee", "hours": "24/7"},
        {"id": "mentor", "part": "mentor", "hours": "24/7"},
        {"id": "adviser", "part": "partner", "hours": "24/7", "meets": ["debts"]},
    ],
    "links": [
        {"from": "mentee", "to": "adviser", "kind": "refers", "within": "1 hour"},
        {"from": "mentor", "to": "adviser", "kind": "refers", "within": "1 hour"},
    ],
}


@pytest.mark.parametrize(
    ("need", "link", "answer"),
    [
        ("2 hours", {"from": "1 hour", "to": "2 hours"}, "in time"),
        ("2 hours", {"from": "1 hour", "to": "3 hours"}, "not settled"),
        ("2 hours", {"from": "3 hours", "to": "4 hours"}, "late"),
        ({"about": "2 hours"}, "2 hours", "not settled"),
        ({"from": "1 hour", "to": "3 hours"}, "1 hour", "in time"),
    ],
)
def test_a_network_answers_in_time_if_the_longest_way_is_within_the_shortest_limit(
    need: Any, link: Any, answer: str
) -> None:
    stated = copy.deepcopy(NETWORK)
    stated["needs"][0]["within"] = need
    stated["links"][0]["within"] = link
    programme, faults = read_programme({"format": 2, "network": stated}, {})
    assert faults == []
    network = Network.of(programme)
    assert network is not None
    missing, unsaid = network.gaps("debts", "mentee")
    assert ("late" if missing else "not settled" if unsaid else "in time") == answer
    assert bool(network.unsettled("debts", "mentee")) == (isinstance(need, dict) or isinstance(link, dict))


Every = Annotated[Duration, Parameter("how often", example='"1 week"')]
Last = Annotated[date, Fact("the day of the last visit")]


@rule("TST401", unmet="the last visit was too long ago: they are every {every}", fix="visit", **RULE)
def on_time(every: Every, last: Last, on: date) -> bool:
    """As often as the design says."""
    assert type(every) is Duration
    return on <= last + every


def decided(every: Any, days: int, *, strength: Strength = Strength.MUST) -> Decision:
    rulebook = book(attrs.evolve(on_time, strength=strength))
    programme, faults = read_programme({"supervision": {"test": {"every": every}}}, rulebook.sector_keys)
    assert faults == []
    case = Case("c-1", {"last": ON - timedelta(days)})
    return decide(rulebook, programme, Stage.SUPERVISION, case, ON)


def test_a_range_whose_ends_decide_differently_refers() -> None:
    weeks = {"from": "1 week", "to": "2 weeks"}
    assert decided(weeks, 7).outcome is Outcome.PROCEED
    open_ = decided(weeks, 8)
    assert open_.outcome is Outcome.REFER
    assert open_.verdicts[0].message() == (
        "the programme states a range (every: 1 to 2 weeks), and it depends on the value in it"
    )
    assert decided(weeks, 8, strength=Strength.SHOULD).outcome is Outcome.NOTE
    late = decided(weeks, 15)
    assert late.outcome is Outcome.STOP
    assert late.verdicts[0].message() == "the last visit was too long ago: they are every 1 to 2 weeks"


@rule("TST402", unmet="too soon", fix="wait", **RULE)
def waited(every: Every, last: Last, on: date) -> bool:
    """As long as the design says."""
    return on >= last + every


def test_somebody_can_go_on_from_the_day_on_which_every_end_lets_them() -> None:
    rulebook = book(waited)
    programme, _ = read_programme(
        {"supervision": {"test": {"every": {"from": "1 week", "to": "2 weeks"}}}}, rulebook.sector_keys
    )
    soon = decide(rulebook, programme, Stage.SUPERVISION, Case("c-1", {"last": ON}), ON)
    assert (soon.outcome, soon.eligible_from) == (Outcome.NOT_YET, ON + timedelta(days=14))


# Laws.

NUMBERS = st.integers(0, 12)
TWO = st.tuples(NUMBERS, NUMBERS).map(lambda two: tuple(sorted(two)))
ALL = book(enough, odd, BANDED)


def as_range(ends: tuple[int, int]) -> dict[str, int]:
    return {"from": ends[0], "to": ends[1]}


@given(NUMBERS, NUMBERS)
def test_a_range_of_one_value_reads_as_that_value(mentors: int, mentees: int) -> None:
    one = {"mentors": as_range((mentors, mentors)), "mentees": as_range((mentees, mentees))}
    assert design(ALL, **one) == design(ALL, mentors=mentors, mentees=mentees)
    assert found(ALL, **one) == found(ALL, mentors=mentors, mentees=mentees)


@given(TWO, TWO, NUMBERS, NUMBERS)
def test_a_wider_range_never_has_fewer_findings_or_milder_ones(
    mentors: tuple[int, int], mentees: tuple[int, int], less: int, more: int
) -> None:
    wide = (max(0, mentors[0] - less), mentors[1] + more)
    named = "TST001", "TST002"  # what is odd at both ends of one range need not be at those of a wider one
    narrow_, wide_ = (
        [each for each in found(ALL, mentors=as_range(ends), mentees=as_range(mentees)) if each.rule in named]
        for ends in (mentors, wide)
    )
    assert {(each.rule, each.path, each.strength) for each in narrow_} <= {
        (each.rule, each.path, other) for each in wide_ for other in Strength if other <= each.strength
    }


@given(TWO, NUMBERS, NUMBERS, st.integers(1, 40))
def test_a_wider_range_never_decides_more_mildly(ends: tuple[int, int], less: int, more: int, days: int) -> None:
    low, high = max(1, ends[0]), max(1, ends[1])
    narrow = {"from": f"{low} days", "to": f"{high} days"}
    wide = {"from": f"{max(1, low - less)} days", "to": f"{high + more} days"}
    assert decided(wide, days).outcome >= decided(narrow, days).outcome


@given(TWO, NUMBERS, NUMBERS)
def test_a_stricter_limit_never_lets_more_through(ends: tuple[int, int], limit: int, stricter: int) -> None:
    for bound, direction in ((at_least, 1), (at_most, -1)):
        mild, strict = (
            found(limited(bound(by)), mentors=as_range(ends)) for by in (limit, limit + direction * stricter)
        )
        assert len(mild) <= len(strict)
