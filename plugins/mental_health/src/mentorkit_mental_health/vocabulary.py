"""What several rules of the sector read or ask, and the conditions that they share."""

from typing import Annotated, Literal

from mentorkit.api import (
    Condition,
    DecideBy,
    Evidence,
    Parameter,
    Programme,
    Strength,
    at_least,
    includes,
    key_is,
    when,
)
from mentorkit.works import IMH_IMROC, WIKI_PEER_SUPPORT
from mentorkit_mental_health.sources import IMROC_THEORY, NICE_PSYCHOSIS

_NAMED = (
    NICE_PSYCHOSIS.at("peer support for people with psychosis or schizophrenia has a description of its own"),
    WIKI_PEER_SUPPORT.at("so has peer support after trauma"),
)
LEARNERS = IMH_IMROC.at(
    "each trainee has a personal supervisor; resources online, a message board, study groups", Evidence.PRACTICE
)
METHODS = IMH_IMROC.at("people learn by experience, in groups, by discussion and in role play", Evidence.PRACTICE)
FEEDBACK = IMH_IMROC.at("trainers, supervisors and the organisation give each other feedback", Evidence.PRACTICE)
BOTH_TRAINED = IMROC_THEORY.at("ten points of good practice: training for peer support workers and for their teams")
WORKSHOPS = IMH_IMROC.at("workshops prepare the teams", Evidence.PRACTICE)
FURTHER = IMH_IMROC.at("further learning for peer support workers and for staff", Evidence.PRACTICE)

MadeFor = Annotated[
    tuple[Literal["any", "psychosis", "PTSD", "depression", "anxiety", "other"], ...],
    Parameter(
        'the mental health problems that the support was made for; "any" if it was made for none in particular',
        at="programme.mental_health.made_for",
        limits=[at_least(1, strength=Strength.SHOULD, sources=_NAMED)],
        example='["any"]',
        question="Which mental health problems was the support made for?",
        decide_by=DecideBy.RECRUITMENT,
    ),
]
CourseOffers = Annotated[
    tuple[str, ...],
    Parameter(
        "how the course is taught, and what a trainee can count on",
        at="training.mental_health.course_offers",
        limits=[
            includes(
                "experiential learning",
                "group work",
                "discussion",
                "role play",
                strength=Strength.SHOULD,
                sources=[METHODS],
            ),
            includes(
                "personal supervisor",
                "online resources",
                "message board",
                "peer study groups",
                strength=Strength.SHOULD,
                sources=[LEARNERS],
            ),
            includes("feedback to the service", strength=Strength.SHOULD, sources=[FEEDBACK]),
        ],
        example='["experiential learning", "group work", "discussion", "role play", "personal supervisor", '
        '"online resources", "message board", "peer study groups", "feedback to the service"]',
        question="How is the course taught, and what can a trainee count on?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "experiential learning": ["learning by experience", "learning from experience"],
            "feedback to the service": ["service feedback"],
            "role play": ["role-plays", "role plays"],
            "discussion": ["discussion groups"],
            "personal supervisor": ["personal tutor"],
            "online resources": ["online materials", "online learning resources"],
            "message board": ["online forum", "discussion board"],
            "peer study groups": ["study groups"],
        },
    ),
]
StaffTrained = Annotated[
    tuple[Literal["before a placement", "later on"], ...],
    Parameter(
        "when the staff who {mentors} work with are trained themselves; an empty list for never",
        at="training.mental_health.staff_trained",
        limits=[
            at_least(1, strength=Strength.MUST, sources=[BOTH_TRAINED]),
            includes("before a placement", strength=Strength.SHOULD, sources=[WORKSHOPS]),
            includes("later on", strength=Strength.SHOULD, sources=[FURTHER]),
        ],
        example='["before a placement", "later on"]',
        question="When are the staff who {mentors} work with trained themselves?",
        decide_by=DecideBy.FIRST_MEETING,
    ),
]


def made_for(problem: Literal["psychosis", "PTSD"]) -> Condition:
    """Applies where the support was made for people with this problem, or the design does not say for whom."""
    return key_is(f"if the support was made for people with {problem}", "programme.mental_health.made_for", problem)


def _is_peer_specialist(programme: Programme) -> bool | None:
    """The certification meant is American: a design for a nation of this country need not say that it has none."""
    kind = programme.role.kind
    if kind is None:
        return None if programme.programme.nation in (None, "other") else False
    return kind in ("peer specialist", "peer support specialist")


PEER_SPECIALISTS = when(
    "if the role is peer specialist or peer support specialist, as it is certified in the United States",
    _is_peer_specialist,
    "role.kind",
)


ACCREDITED = when(
    "if the course is accredited",
    lambda programme: None if programme.value(("training", "award", "accredited_by")) is None else True,
    "training.award.accredited_by",
)
