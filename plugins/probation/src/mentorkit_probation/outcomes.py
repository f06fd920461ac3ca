"""What is measured, and what is said about it (PRB601, PRB603, PRB605 to PRB611)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    At,
    Condition,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Measure,
    Measures,
    Parameter,
    Problem,
    Programme,
    Strength,
    as_seen,
    at_least,
    falls_short,
    includes,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT, HUMPHRIS, SCOTTISH_GOVERNMENT
from mentorkit_probation.sources import DATA_LAB, IOMI_REPORT, JOLLIFFE_FARRINGTON, TAYLOR, WHAT_WORKS
from mentorkit_probation.vocabulary import (
    MENTORING,
    SCHEMES_KEY,
    WHERE_MENTORED,
    WITH_ACTIVITY_DAYS,
    MenteeActivityDays,
    in_schemes,
    runs,
)

MENTORS_REOFFENDING = HUMPHRIS.at("no trained mentor is said to have reoffended, without a number of how many")
SMALL_EFFECT = JOLLIFFE_FARRINGTON.at(
    "mentoring lowered reoffending by 4 to 11 per cent, and weaker studies found the effect, as Bright 2015 reports it"
)
INTERMEDIATE = TAYLOR.at("intermediate outcomes show what mentoring does before reoffending can")
NOT_BINARY = BRIGHT.at("yes or no does not do justice to how people give up crime", Evidence.OPINION)
INCLUSION = BRIGHT.at("three in four young people felt more a part of things, citing Newburn and Shiner 2006")
MAY_HARM = WHAT_WORKS.at("in three of 25 studies crime rose")
FEW_BRITISH = JOLLIFFE_FARRINGTON.at("two of the 18 evaluations were made in England and Wales")
ATTITUDES_FIRST = SCOTTISH_GOVERNMENT.at("in five or six months at most, attitudes and motivation are what changes")
NOT_VALIDATED = IOMI_REPORT.at("the instrument was developed with adult men and is not fully validated")
SIXTY = DATA_LAB.at("a request covers 60 people or more")
RESETTLED = BRIGHT.at("38 graduates of St Giles were placed, and one is known to have gone back to prison")
DAYS_LOGGED = HUMPHRIS.at("the sentence sets only how many activity days there are, and a peer-led session counts")

SIX_MONTHS = Duration.parse("6 months")
INTERMEDIATE_OUTCOMES = (
    "attitudes",
    "motivation to change",
    "hope",
    "self-esteem",
    "confidence",
    "resilience",
    "wellbeing",
    "drug use",
    "contact with treatment services",
    "social inclusion",
    "housing",
)


def _measured(measures: tuple[Measure, ...], name: str, party: str) -> bool:
    return any(measure.is_named(name) and party in (measure.of or ()) for measure in measures)


def _uses(programme: Programme, name: str) -> bool:
    """Whether a measure names a tool or a comparison of this name."""
    measures = programme.outcomes.measures or ()
    return any(name in as_seen(text) for measure in measures for text in (measure.tool or "", measure.comparison or ""))


def _where_used(words: str, name: str) -> Condition:
    return only_if_stated(when(words, lambda programme: _uses(programme, name)), "STD601 asks what is measured")


def _is_short(programme: Programme) -> bool | None:
    """Whether a programme of mentoring supports people for half a year at most."""
    longest = programme.relationship.longest
    within = longest is not None and not longest.minutes and not longest.is_longer_than(SIX_MONTHS)
    return runs(programme, *MENTORING) if within or programme.relationship.bridge is True else False


@rule(
    "PRB601",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[MENTORS_REOFFENDING],
    unmet="nobody records whether {mentors} offend again",
    fix='add { name = "reoffending", of = ["mentor"] } to measures, and count all who were trained',
    applies=WHERE_MENTORED,
)
def reoffending_of_mentors_is_recorded(measures: Measures) -> bool:
    """The role is said to keep mentors out of trouble. If you record all who were trained, you can show it."""
    return _measured(measures, "reoffending", "mentor")


@rule(
    "PRB603",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[INTERMEDIATE, NOT_BINARY],
    applies=WHERE_MENTORED,
    ways=OVER_TIME,
)
def a_change_that_comes_before_less_offending_is_measured(programme: Programme) -> Iterator[Problem]:
    """Reoffending shows after a year or more, and depends on much else; hope, or a home, shows sooner.

    Offending is also more than yes or no: somebody who offends less often, or less badly, has made progress.
    """
    measures = programme.outcomes.measures or ()
    # Of whom a measure is, STD602 asks where it is not stated.
    of_mentees = [measure for measure in measures if measure.of is None or "mentee" in measure.of]
    if (
        measures
        and not any(each.is_named(*INTERMEDIATE_OUTCOMES) for each in of_mentees)
        and not _uses(programme, "iomi")
    ):
        known = ", ".join(f'"{name}"' for name in INTERMEDIATE_OUTCOMES)
        yield falls_short(
            "outcomes.measures",
            "nothing is measured for the {mentees} that can change before reoffending does",
            f'add a measure with the tool "IOMI", or one of these: {known}',
            met_by_more=At.outcomes.measures,
        )


@rule(
    "PRB605",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[INCLUSION],
    unmet="social inclusion (education, training and work) is not measured",
    fix='add { name = "social inclusion", of = ["mentee"] } to measures',
    applies=in_schemes("mentoring of young people"),
    ways=OVER_TIME,
)
def social_inclusion_of_young_people_is_measured(measures: Measures) -> bool:
    """In the study that followed young people for longest, school and work improved, and offending hardly changed."""
    return _measured(measures, "social inclusion", "mentee")


PRB606 = requires(
    "PRB606",
    "reports say how weak the evidence is",
    {
        "outcomes.states": [
            includes("mentoring may raise offending", sources=[MAY_HARM]),
            includes("few studies are from the UK", sources=[FEW_BRITISH]),
            includes("effects are small and come from weaker studies", sources=[SMALL_EFFECT]),
        ]
    },
    strength=Strength.CAUTION,
    sources=[MAY_HARM, FEW_BRITISH, SMALL_EFFECT],
    reason="People who decide on money and on lives should know that mentoring can go wrong, and how little is known "
    "about it. Reviews found 4 to 11 per cent. If you promise more, you will break the promise, and people will blame "
    "mentoring.",
    fix="promise nobody more than 11 per cent less reoffending",
    applies=WHERE_MENTORED,
)

PRB607 = requires(
    "PRB607",
    "reports on short support say what changes first",
    {"outcomes.states": includes("attitudes change first")},
    strength=Strength.CAUTION,
    sources=[ATTITUDES_FIRST],
    reason="In a few months people's attitudes can change, but their lives only begin to.",
    applies=only_if_stated(
        when("if support lasts six months at most, or is a short bridge", _is_short, SCHEMES_KEY),
        "support that is not a bridge need not say so, and may have no longest time",
    ),
)

PRB608 = requires(
    "PRB608",
    "the limits of IOMI are stated",
    {"outcomes.states": includes("IOMI is not fully validated")},
    strength=Strength.CAUTION,
    sources=[NOT_VALIDATED],
    reason="The best tool available for this work was made with men, and its figures for others are less sure.",
    applies=_where_used("if IOMI is used", "iomi"),
)

PRB609 = requires(
    "PRB609",
    "there are enough people for the Justice Data Lab",
    {
        "data_lab_cohort": Annotated[
            int,
            Parameter(
                "how many people a request to the Justice Data Lab will cover",
                limits=[at_least(60)],
                example="60",
                question="How many people will a request to the Justice Data Lab cover?",
                decide_by=DecideBy.FIRST_YEAR,
                plausible=(10, 5000),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[SIXTY],
    reason="The Lab does not compare smaller groups. Its minimum dates from 2013, and was not confirmed: look it up, "
    "and wait until there are enough.",
    applies=_where_used("if results are compared by the Justice Data Lab", "justice data lab"),
    ways=OVER_TIME,
)


@rule(
    "PRB610",
    strength=Strength.SHOULD,
    sources=[DAYS_LOGGED],
    unmet="{activity_days_logged} activity days are logged, and the court ordered {mentee_activity_days}",
    fix="correct the log; sessions beyond the order are voluntary, and the {mentee} has to know it",
    applies=WITH_ACTIVITY_DAYS,
)
def no_more_activity_days_are_logged_than_ordered(
    mentee_activity_days: MenteeActivityDays,
    activity_days_logged: Annotated[
        int,
        Fact(
            "how many activity days are logged for the {mentee} so far",
            question="How many activity days are logged for the {mentee} so far?",
        ),
    ],
) -> bool:
    """The sentence only fixes the court's number, and a session that counts is taken from it."""
    return activity_days_logged <= mentee_activity_days


@rule(
    "PRB611",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[RESETTLED],
    unmet="nobody records what becomes of {mentors} after a release",
    fix='add { name = "resettlement", of = ["mentor"] } to measures: work, a home, a return to prison',
    applies=when(
        "if {mentors} qualify in prison",
        lambda programme: runs(programme, "mentoring in prison", "peer advice"),
        SCHEMES_KEY,
    ),
)
def what_becomes_of_mentors_after_prison_is_recorded(measures: Measures) -> bool:
    """The award was meant to open a door.

    Only life outside shows whether it did. The one figure on record is a small one.
    """
    return _measured(measures, "resettlement", "mentor")
