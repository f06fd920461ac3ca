"""A plugin as its author's type checker sees it: every public name, used, with the types that it has.

`tests/typing/test_typing.py` checks it with mypy and pyright as they come, against the installed package. Where an
error is expected, it is named: a checker that does not find it there complains of the note.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, assert_type

from mentorkit.api import (
    CHILDREN_SUPPORTED,
    CHILDREN_TAKE_PART,
    FEWER_THAN_30,
    OVER_TIME,
    RESPONSIBLE_FOR_SAFETY,
    UNDER_UK_LAW,
    WITH_GRADUATION,
    WITH_MENTORS,
    At,
    Award,
    BasisInLaw,
    ByDay,
    Comparison,
    Condition,
    Days,
    DecideBy,
    Duration,
    Evidence,
    Exclusion,
    Fact,
    FollowedUpOn,
    FollowUps,
    Format,
    Limit,
    Link,
    Measure,
    Measures,
    Member,
    MenteeAgreesToMatch,
    Mentees,
    Mentors,
    Nation,
    Need,
    Network,
    Objective,
    Parameter,
    Party,
    Phase,
    PlacedOn,
    Preference,
    Principles,
    Problem,
    Programme,
    ReadIn,
    RecordCheck,
    RecordCheckOn,
    RefreshedOn,
    RegulatedActivity,
    RelationshipEndedOn,
    RelationshipStartedOn,
    Review,
    ReviewedOn,
    RoleKind,
    Rule,
    RuleError,
    Sector,
    SelectedOn,
    Setting,
    Shortest,
    Source,
    SourceStatus,
    Staff,
    StaffRole,
    Stage,
    Strength,
    Supervised,
    SupervisedOn,
    Support,
    TimePassed,
    Tool,
    Topics,
    TrainingCompletedOn,
    UnitsDifferError,
    View,
    Way,
    WelfareFollowUpAgreed,
    WorksWith,
    Youngest,
    as_seen,
    at_least,
    at_most,
    basis_in_law,
    comparison_faults,
    day_after,
    day_before,
    did_you_mean,
    during,
    falls_short,
    hookimpl,
    hours_in_words,
    in_all_settings,
    in_nations,
    in_roles,
    in_settings,
    in_writing,
    includes,
    includes_one_of,
    is_role,
    is_staff,
    key_is,
    kinds_of_data,
    listed,
    longest_closed,
    names_nobody,
    not_settled,
    one_of,
    only_if_stated,
    people_not_known,
    requires,
    rule,
    rules_in,
    time_in_words,
    unjustified_comparisons,
    uses_tool,
    when,
    who_is,
)

# Sources, strengths, limits and conditions.

HANDBOOK = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE, year=2024)
assert_type((HANDBOOK.at("chapter 2", Evidence.OPINION), HANDBOOK.year), tuple[Source, int | None])
LOOKED_UP = Source(
    author="A",
    title="T",
    address="https://example.org",
    evidence=Evidence.GUIDANCE,
    edition="fifth edition",
    status=SourceStatus.SUPERSEDED,
    superseded_by=HANDBOOK,
    read_in=ReadIn.EXTRACT,
    checked_on=date(2026, 11, 30),
    look_again=Duration.parse("1 year"),
)
assert_type(LOOKED_UP.standing, str)
assert_type(LOOKED_UP.due_again, date | None)
assert_type(Strength.MUST.severity, str)
assert_type(Stage.TRAINING.reached, tuple[Stage, ...])

LONG = at_least("30 days", strength=Strength.MUST, sources=[HANDBOOK])
SHORT = at_most(3, strength=Strength.SHOULD, sources=[HANDBOOK])
LIMITS = [
    LONG,
    one_of("a", "b", strength=Strength.CAUTION, sources=[HANDBOOK]),
    includes("a", strength=Strength.MUST, sources=[HANDBOOK]),
    includes_one_of("a", "b", strength=Strength.MUST, sources=[HANDBOOK]),
]
assert_type(LIMITS, list[Limit])
assert_type(SHORT.holds(2), bool)
assert_type(LONG.words, str)

IN_CUSTODY = in_settings("custody")
assert_type(IN_CUSTODY & in_roles("listener"), Condition)
assert_type(in_all_settings("custody", "community"), Condition)
assert_type(in_nations("england") & UNDER_UK_LAW, Condition)
assert_type(CHILDREN_SUPPORTED & CHILDREN_TAKE_PART, Condition)
assert_type(uses_tool("BARC-10"), Condition)
assert_type(when("if there are many", lambda programme: (programme.programme.mentors or 0) > 9), Condition)
FROM_APRIL = Days(first=date(2027, 4, 1))
CLINICAL = key_is("if clinicians supervise", At.supervision.led_by, "clinician")
assert_type(IN_CUSTODY & ~CLINICAL | during(FROM_APRIL), Condition)
assert_type(only_if_stated(CLINICAL, "a design that has some says so"), Condition)
assert_type(CLINICAL.answer(Programme(), date(2027, 4, 1)), bool | None)
assert_type((CLINICAL.waits_for(Programme()), at_least(2, days=FROM_APRIL).days), tuple[list[str], Days])
assert_type(ByDay({date(2027, 4, 1): 12}).on(date(2027, 5, 1)), Any)
assert_type(Review(role="coordinator", on=date(2026, 11, 30)).words, str)
assert_type((IN_CUSTODY.holds(Programme()), is_role("listener", "mentor"), names_nobody("-")), tuple[bool, bool, bool])
assert_type((is_staff(Programme(), "coordinator"), longest_closed(1)), tuple[bool | None, int])
assert_type(list(people_not_known(Programme(), At.safeguarding.risk_told_to)), list[Problem])
assert_type(named.id if (named := who_is(Programme(), "coordinator")) else None, str | None)

# Rules.

Housed = Annotated[
    Duration,
    Parameter(
        "how long mentors have been housed",
        limits=[LONG],
        example='"3 months"',
        question="How long have {mentors} been housed?",
        plausible=("1 week", "10 years"),
        decide_by=DecideBy.RECRUITMENT,
        was="housed",
    ),
]
Courses = Parameter(
    "how many courses there are", question="How many courses are there?", plausible=(1, 9), decide_by=None
)
assert_type(Courses.is_plausible(12), bool)
assert_type(Courses.question, str)
Covered = Annotated[
    tuple[str, ...],
    Parameter(at="training.topics", limits=LIMITS[2:], synonyms={"active listening": ["listening skills"]}),
]


Since = Annotated[date, Fact("since when", question="Since when has the applicant been housed?", was="from")]


@rule("HSG101", strength=Strength.MUST, sources=[HANDBOOK], unmet="no", fix="wait", applies=IN_CUSTODY, refers=True)
def housed_long_enough(housed_for: Housed, since: Since, on: date) -> bool:
    """Who has just moved has enough to do."""
    assert_type((housed_for, since + housed_for, on - housed_for), tuple[Duration, date, date])
    return on >= since + housed_for


HSG201 = requires(
    "HSG201",
    "topics are covered",
    {"training.topics": Covered, "training.length": LONG, "training.award.level": (SHORT, at_least(1))},
    in_writing("boundaries policy"),
    in_writing("equity check", strength=Strength.CAUTION, sources=[HANDBOOK]),
    strength=Strength.SHOULD,
    sources=[HANDBOOK],
    reason="What is not taught is not known.",
    fix="teach it",
    applies=IN_CUSTODY,
    waivable=False,
)
assert_type(HSG201, Rule)


@rule("HSG002", strength=Strength.MUST, sources=[HANDBOOK], unmet="no", fix="wait", requires={"training.length": LONG})
def shared_keys_have_their_types(
    follow_ups: FollowUps,
    measures: Measures,
    mentees: Mentees,
    mentors: Mentors,
    principles: Principles,
    record_check: RecordCheck,
    regulated_activity: RegulatedActivity,
    kind: RoleKind,
    shortest: Shortest,
    staff: Staff,
    supervised: Supervised,
    topics: Topics,
    works_with: WorksWith,
    youngest: Youngest,
) -> bool:
    """A key that every programme shares has its type from there."""
    assert_type((follow_ups, measures), tuple[tuple[Duration, ...], tuple[Measure, ...]])
    assert_type(mentees + mentors + youngest, int)
    assert_type((principles, topics), tuple[tuple[str, ...], tuple[str, ...]])
    assert_type(record_check == "PVG scheme", bool)  # mypy refuses to compare it with what it cannot be
    assert_type(regulated_activity, Literal["yes", "no", "not clear"])
    assert_type((kind, shortest, staff), tuple[str, Duration, tuple[StaffRole, ...]])
    assert_type(works_with, tuple[Literal["adults", "children"], ...])
    return supervised


@rule("HSG501", strength=Strength.MUST, sources=[HANDBOOK], unmet="no", fix="wait")
def facts_of_the_standards_have_their_types(
    selected_on: SelectedOn,
    training_completed_on: TrainingCompletedOn,
    refreshed_on: RefreshedOn,
    record_check_on: RecordCheckOn,
    placed_on: PlacedOn,
    supervised_on: SupervisedOn,
    relationship_started_on: RelationshipStartedOn,
    relationship_ended_on: RelationshipEndedOn,
    reviewed_on: ReviewedOn,
    followed_up_on: FollowedUpOn,
    mentee_agrees_to_match: MenteeAgreesToMatch,
    welfare_follow_up_agreed: WelfareFollowUpAgreed,
) -> bool:
    """What the shared standards ask has its type from there."""
    days = [selected_on, training_completed_on, refreshed_on, record_check_on, placed_on, supervised_on]
    days += [relationship_started_on, relationship_ended_on, reviewed_on, followed_up_on]
    assert_type(days, list[date])
    assert_type(FEWER_THAN_30, str)
    return mentee_agrees_to_match and welfare_follow_up_agreed


@rule("HSG001", strength=Strength.MUST, sources=[HANDBOOK])
def measured(programme: Programme, on: date) -> Iterator[Problem]:
    """What is not measured cannot be shown."""
    for index, measure in enumerate(programme.outcomes.measures or ()):
        assert_type(measure, Measure)
        if measure.at is None:
            yield not_settled(("outcomes", "measures", index, "at"), "when this is asked")
    if programme.training.award is None:
        yield falls_short("training.award", "there is no award")


class Room(View):
    """How many people there is room for."""

    def __init__(self, people: int) -> None:
        """Gets their number."""
        self.people = people

    @classmethod
    def of(cls, programme: Programme) -> "Room | None":
        """Two for each mentor."""
        mentors = programme.programme.mentors
        return None if mentors is None else cls(2 * mentors)


@rule("HSG701", strength=Strength.CAUTION, sources=[HANDBOOK])
def reachable(network: Network, room: Room) -> Iterator[Problem]:
    """Whoever calls must be answered."""
    assert_type(network.members, Mapping[str, Member])
    assert_type((network.needs, network.links), tuple[Mapping[str, Need], Mapping[int, Link]])
    assert_type(network.supervision_overloads({}, 8)[0].by, tuple[str, ...])
    for start in network.starts:
        for need in network.risks:
            if network.gaps(need, start)[0] and room.people:
                yield falls_short(network.need_at(need), network.names([start]))


assert_type(housed_long_enough, Rule)
assert_type(housed_long_enough.all_sources, tuple[Source, ...])
assert_type(rules_in(sys.modules[__name__]), list[Rule])
assert_type(Room.of(Programme()), Room | None)
assert_type(Network.of(Programme()), Network | None)


# Hooks.

OUR_TOOL = Tool(name="A", least=0, most=9, better="higher", source=HANDBOOK)


@hookimpl
def mentorkit_sector() -> Sector:
    """The sector."""
    return Sector(title="housing", prefix="HSG", edition="1", tools=[OUR_TOOL])


@hookimpl
def mentorkit_screening() -> list[Rule]:
    """The rules of screening."""
    return [housed_long_enough]


SECTOR_HOOK: Callable[[], Sector] = mentorkit_sector

# The tables of a programme.
PROGRAMME = Programme()
assert_type((PROGRAMME.offers(Way.PAIR), PROGRAMME.format), tuple[bool | None, int])
WAYS: tuple[tuple[Way, ...], ...] = (OVER_TIME, WITH_GRADUATION, WITH_MENTORS)
DESIGN = PROGRAMME.programme
assert_type((DESIGN.name, DESIGN.nation, RESPONSIBLE_FOR_SAFETY), tuple[str | None, Nation | None, tuple[str, ...]])
assert_type((DESIGN.settings, DESIGN.support), tuple[tuple[Setting, ...] | None, tuple[Support, ...] | None])
assert_type((DESIGN.objectives, PROGRAMME.staff), tuple[tuple[Objective, ...] | None, tuple[StaffRole, ...] | None])
assert_type((PROGRAMME.training.award, PROGRAMME.training.length), tuple[Award | None, Duration | None])
WEIGHED = (PROGRAMME.matching.preferences, PROGRAMME.matching.exclusions)
assert_type(WEIGHED, tuple[tuple[Preference, ...] | None, tuple[Exclusion, ...] | None])
assert_type(PROGRAMME.value(("screening", "housing", "housed_for")), Any)
PARTY: Party = "mentee"
FORMAT: Format = "group"
COMPARISON: Comparison = Preference(what="language", kind="same")
assert_type((PROGRAMME.supervision.phases or (Phase(formats=(FORMAT,)),))[0].for_, Duration | None)
assert_type((Link(from_="a", to="b").from_, Measure(of=(PARTY,)).name), tuple[str | None, str | None])
for fault in (*comparison_faults(PROGRAMME.matching), *unjustified_comparisons(PROGRAMME.matching)):
    assert_type(fault.message, str)

# Lengths of time, and words.
NIGHT = datetime(2026, 11, 29, 3, 10, tzinfo=UTC)
assert_type(TimePassed.parse("72 hours").after(NIGHT), datetime)
assert_type(TimePassed.parse("72 hours") < TimePassed.parse("1 month"), bool)
WEEK = Duration.parse("1 week")
assert_type(WEEK, Duration)
assert_type((Duration(7, "day") <= WEEK, WEEK.in_days), tuple[bool, tuple[int, int]])
assert_type(basis_in_law("consent"), BasisInLaw)
assert_type(kinds_of_data("diagnosis"), frozenset[Literal["health", "offences", "protected characteristics"]])
assert_type((did_you_mean("mentr", ["mentor"]), as_seen(listed(["a", "b"], "or"))), tuple[str | None, str])
assert_type((time_in_words(90) + hours_in_words(1), day_before(day_after(date.max, WEEK), WEEK)), tuple[str, date])
assert_type(UnitsDifferError("x").args, tuple[Any, ...])

# What a checker has to refuse.
Source(author="A", title="T", address="https://example.org")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Tool(name="OURS", least=0, most=20, better="up", source=HANDBOOK)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Sector(title="housing", prefix="HSG", edition=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
includes("a", sources=HANDBOOK)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
requires("HSG103", "x", {}, strength=Strength.MUST, sources=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
includes(7, strength=Strength.MUST, sources=[HANDBOOK])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Parameter("x", example=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Parameter("x", was=["a"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
at_least(2, days=date(2027, 4, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
str(At.training.lenght)  # type: ignore[attr-defined]  # pyright: ignore
Fact(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
rule("HSG102", sources=[HANDBOOK])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
when("where", lambda programme: programme.no_such_table)  # type: ignore[attr-defined]  # pyright: ignore
PROGRAMME.training.length = WEEK  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Phase(formats=("letter",))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
assert WEEK >= 7  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
NOWHERE: Literal["nowhere"] = PROGRAMME.programme.nation  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
raise RuleError(f"{NOWHERE}, {SECTOR_HOOK}, {COMPARISON}")
