"""What several rules of this sector ask: each parameter, fact and condition is declared here once."""

from typing import Annotated, Literal

from mentorkit.api import (
    Condition,
    DecideBy,
    Duration,
    Evidence,
    Parameter,
    Programme,
    Strength,
    at_least,
    at_most,
    listed,
    when,
)
from mentorkit.works import STRONGMIND, TRIM_AFTER_A_MONTH, WIKI_PEER_SUPPORT

SchemeName = Literal[
    "trauma risk management",
    "sustaining resilience at work",
    "mentoring of new employees",
    "bereavement",
    "limb loss",
    "homelessness",
    "sex work",
]
Scheme = Annotated[
    SchemeName,
    Parameter(
        "which of the field's schemes it is, or what {mentors} and {mentees} share",
        example='"trauma risk management"',
        question="Which of the field's schemes is it, or what do {mentors} and {mentees} share?",
        decide_by=DecideBy.RECRUITMENT,
    ),
]

FollowUpAfter = Annotated[
    Duration,
    Parameter(
        "how long after the first interview the second one takes place",
        at="relationship.workplace.follow_up_after",
        limits=[
            at_least("4 weeks", strength=Strength.SHOULD, sources=[TRIM_AFTER_A_MONTH]),
            at_most("5 weeks", strength=Strength.SHOULD, sources=[TRIM_AFTER_A_MONTH]),
        ],
        example='"1 month"',
        question="How long after the first interview does the second one take place?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 week", "1 year"),
    ),
]

NOT_CLINICAL = STRONGMIND.at("it is no treatment, no counselling and no clinical work")
HAND_OVER = WIKI_PEER_SUPPORT.at(
    "colleagues trained in StRaW support others themselves or help them to find professional support", Evidence.REVIEW
)


def in_scheme(*schemes: SchemeName) -> Condition:
    """Applies where the programme is one of these schemes, or does not say which it is."""

    def test(programme: Programme) -> bool | None:
        stated = programme.value(("programme", "workplace", "scheme"))
        return None if stated is None else stated in schemes

    return when(f"if the scheme is {listed(schemes, 'or')}", test, "programme.workplace.scheme")


TRIM = in_scheme("trauma risk management")
STRAW = in_scheme("sustaining resilience at work")
TRIM_OR_STRAW = in_scheme("trauma risk management", "sustaining resilience at work")
NEW_EMPLOYEES = in_scheme("mentoring of new employees")
BEREAVEMENT = in_scheme("bereavement")
LIMB_LOSS = in_scheme("limb loss")
HOMELESSNESS = in_scheme("homelessness")
SEX_WORK = in_scheme("sex work")
