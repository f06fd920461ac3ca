"""What several rules of this sector read: each parameter, fact and condition is declared here once.

The kinds of role (role.kind) that its rules distinguish:

    "peer educator"     pupils who teach a topic to younger pupils
    "peer supporter"    pupils whom their year looks up to, and who talk with others as it comes
    "cross-age mentor"  older pupils, each with a younger one
    "peer listener"     pupils whom others come to at set times
    "peer mediator"     pupils who help two others to settle a conflict
    "student mentor"    students of a university or college who mentor other students
    "youth mentor"      adults who mentor young people
"""

from typing import Annotated, Literal

from mentorkit.api import (
    CHILDREN_SUPPORTED,
    DecideBy,
    Parameter,
    Programme,
    Strength,
    at_least,
    in_nations,
    includes,
    key_is,
    one_of,
)
from mentorkit.api import in_roles as in_roles
from mentorkit.api import is_role as is_role
from mentorkit_schools.sources import DODGE, LITTLE_SUPPORT, REWARDS, SPACE_AND_BACKING, STAFF_WITH_TIME, STRUCTURE

ANSWERS_FOR_CHILDREN = ("designated safeguarding lead", "headteacher")
"""The roles of which one has to agree where a rule that keeps children safe is set aside."""

ChosenFor = Literal[
    "everyone", "own wish", "change of school", "lack of social support", "conflict", "low attainment", "high risk"
]


MenteesChosenFor = Annotated[
    tuple[ChosenFor, ...],
    Parameter(
        "what {mentees} are chosen for",
        at="recruitment.schools.mentees_chosen_for",
        limits=[
            at_least(
                1,
                strength=Strength.SHOULD,
                sources=[LITTLE_SUPPORT],
            )
        ],
        example='["change of school", "lack of social support"]',
        question="What do you choose {mentees} for?",
        decide_by=DecideBy.RECRUITMENT,
    ),
]
Structure = Annotated[
    Literal["curriculum", "set activities", "none"],
    Parameter(
        "what gives the meetings their structure",
        at="relationship.schools.structure",
        limits=[
            one_of(
                "curriculum",
                "set activities",
                strength=Strength.MUST,
                sources=[
                    STRUCTURE,
                    DODGE.at("harm between young people comes with poor supervision and a lack of structure"),
                ],
            )
        ],
        example='"set activities"',
        question="What gives the meetings their structure?",
        decide_by=DecideBy.FIRST_MEETING,
    ),
]
SchoolProvides = Annotated[
    tuple[str, ...],
    Parameter(
        "what the school gives the programme",
        at="programme.schools.school_provides",
        limits=[
            includes(
                "a space of its own",
                "backing by senior leadership",
                strength=Strength.SHOULD,
                sources=[SPACE_AND_BACKING],
            ),
            includes(
                "a named member of staff with time for it",
                strength=Strength.SHOULD,
                sources=[STAFF_WITH_TIME],
            ),
        ],
        example='["a space of its own", "backing by senior leadership", "a named member of staff with time for it"]',
        question="What does the school give the programme?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "a space of its own": [
                "own space",
                "a dedicated space",
                "a dedicated room",
                "a room of its own",
                "a space of our own",
                "a room of our own",
            ],
            "backing by senior leadership": [
                "senior leadership backing",
                "backing from senior leaders",
                "backing of senior leaders",
                "support from senior leadership",
                "senior leadership support",
                "SLT support",
            ],
            "a named member of staff with time for it": [
                "a named member of staff with protected time",
                "a named lead with time for it",
            ],
        },
    ),
]
Teaches = Annotated[
    tuple[str, ...],
    Parameter(
        "what {mentors} teach",
        at="programme.schools.teaches",
        example='["drugs and alcohol", "sexual health"]',
        question="What do {mentors} teach?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    ),
]
OutsideTrainers = Annotated[
    tuple[str, ...],
    Parameter(
        "who from outside the programme teaches on the course",
        at="training.schools.outside_trainers",
        example='["local sexual health team", "police schools officer"]',
        question="Who from outside the programme teaches on the course?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
    ),
]
Reward = Annotated[
    tuple[str, ...],
    Parameter(
        "what {mentors} get for their time",
        at="governance.schools.reward",
        limits=[
            at_least(
                1,
                strength=Strength.SHOULD,
                sources=[REWARDS],
            )
        ],
        example='["certificate", "reference"]',
        question="What do {mentors} get for their time?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
    ),
]


def with_children(programme: Programme) -> bool | None:
    """Whether young people take part; students who mentor students may all be adults, if the design says so."""
    kind = programme.role.kind
    if kind is None or not is_role(kind, "student mentor"):
        return None if kind is None else True
    return CHILDREN_SUPPORTED.answer(programme)


IN_ENGLAND = in_nations("england")
"""The guidance that was read is that nation's."""
WHERE_MENTEES_ARE_AT_HIGH_RISK = key_is(
    "if {mentees} are chosen for being at high risk", "recruitment.schools.mentees_chosen_for", "high risk"
)
