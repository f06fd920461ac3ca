"""What several rules of the sector read or ask, and the kinds of scheme that they apply to."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    Condition,
    DecideBy,
    Duration,
    Fact,
    Parameter,
    Programme,
    Strength,
    at_least,
    listed,
    only_if_stated,
    when,
)
from mentorkit.works import HUMPHRIS, LISTENERS
from mentorkit_probation.sources import PACT

Scheme = Literal[
    "one-to-one mentoring",
    "peer-led groups",
    "first appointments",
    "through the gate",
    "activity requirement",
    "mentoring in prison",
    "peer advice",
    "mentoring of young people",
    "listeners",
    "court support",
    "liaison and diversion",
]

SCHEMES_KEY = "programme.probation.schemes"
COMMUNITY = (
    "one-to-one mentoring",
    "peer-led groups",
    "first appointments",
    "through the gate",
    "activity requirement",
)
"""Schemes whose mentors come from people who are or were on probation."""
MENTORING = (*COMMUNITY, "mentoring in prison", "peer advice", "mentoring of young people")
"""All but Listeners, and help at a court or a police station."""

SIDE_BY_SIDE = HUMPHRIS.at("one service runs mentoring, group sessions, first appointments and ceremonies")
LISTENERS_CONFIDENCES = LISTENERS.at("Listeners keep confidences by the policy that Samaritans volunteers keep")
TWO_WEEKS_BEFORE = PACT.at("the first meeting is about two weeks before the release")

Schemes = Annotated[
    tuple[Scheme, ...],
    Parameter(
        "the kinds of scheme that the programme runs, as `mentorkit explain PRB001` lists them",
        at=SCHEMES_KEY,
        limits=[at_least(1, strength=Strength.MUST, sources=[SIDE_BY_SIDE, LISTENERS_CONFIDENCES])],
        example='["one-to-one mentoring"]',
        question="Which kinds of scheme does the programme run?",
        decide_by=DecideBy.RECRUITMENT,
    ),
]
FirstMeetingBefore = Annotated[
    Duration,
    Parameter(
        "how long before the release the pair first meets",
        at="relationship.probation.first_meeting_before",
        limits=[at_least("2 weeks", strength=Strength.SHOULD, sources=[TWO_WEEKS_BEFORE])],
        example='"2 weeks"',
        question="How long before the release does the pair first meet?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "1 year"),
    ),
]
MenteeActivityDays = Annotated[
    int,
    Fact(
        "how many activity days the court has ordered for the {mentee}",
        question="How many activity days has the court ordered for the {mentee}?",
    ),
]
MenteeReleaseOn = Annotated[
    date, Fact("date on which the {mentee} is released", question="On which day is the {mentee} released?")
]


def schemes_of(programme: Programme) -> tuple[str, ...] | None:
    """The kinds of scheme that a design states, or None where it states none."""
    stated: tuple[str, ...] | None = programme.value(("programme", "probation", "schemes"))
    return stated


def runs(programme: Programme, *names: str) -> bool | None:
    """Whether a programme runs one of these kinds of scheme; None where it does not say."""
    stated = schemes_of(programme)
    return None if stated is None else bool(set(stated) & set(names))


def in_schemes(*names: str, words: str = "") -> Condition:
    """Applies where the programme runs one of these kinds of scheme, or does not say which it runs."""
    return when(
        words or f"if the scheme is {listed(names, 'or')}", lambda programme: runs(programme, *names), SCHEMES_KEY
    )


IN_THE_COMMUNITY = in_schemes(*COMMUNITY, words="if {mentors} support people on probation")
WHERE_MENTORED = in_schemes(
    *MENTORING, words="unless the scheme is only for Listeners, court support or liaison and diversion"
)
THROUGH_THE_GATE = in_schemes("through the gate")
IN_PEER_LED_GROUPS = in_schemes("peer-led groups")
HAS_WAYS = only_if_stated(
    when("in files of format 2, which alone have [group_sessions]", lambda programme: programme.format > 1),
    "every file states its format, and what is made without one is read as format 1",
)
AT_FIRST_APPOINTMENTS = in_schemes("first appointments")
WITH_ACTIVITY_DAYS = in_schemes(
    "activity requirement", words="if sessions count towards a rehabilitation activity requirement"
)
FOR_LISTENERS = in_schemes("listeners")
AT_COURT = in_schemes("court support")
IN_LIAISON = in_schemes("liaison and diversion")
