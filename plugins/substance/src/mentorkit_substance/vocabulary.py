"""What several rules of this sector ask: each parameter, fact and condition is declared here once."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import DecideBy, Duration, Evidence, Fact, Parameter, Programme, Strength, at_least, in_roles, when
from mentorkit.works import BRIGHT, TURNING_POINT
from mentorkit_substance.sources import DRUGS_AND_ALCOHOL, THREE_MONTHS_BEFORE

Substance = Literal["drugs", "alcohol"]
RecoveryPlan = Literal["none", "drawn up by others", "drawn up by the mentee"]

Abstinence = Annotated[
    Duration,
    Parameter(
        "time free of dependence before a placement",
        limits=[
            at_least(
                "30 days",
                strength=Strength.MUST,
                sources=[
                    BRIGHT.at("Service B, a detoxification house run by peers, asks for 30 days", Evidence.PRACTICE)
                ],
            ),
            at_least(
                "3 months",
                strength=Strength.SHOULD,
                sources=[
                    THREE_MONTHS_BEFORE,
                    BRIGHT.at("Service A, in the community, asks for three months", Evidence.PRACTICE),
                ],
            ),
        ],
        example='"3 months"',
        question="How long free of dependence before a placement?",
        decide_by=DecideBy.RECRUITMENT,
        plausible=("1 week", "5 years"),
    ),
]
Substances = Annotated[
    tuple[Substance, ...],
    Parameter(
        "what the {mentees} are or were dependent on",
        limits=[
            at_least(
                1,
                strength=Strength.SHOULD,
                sources=[DRUGS_AND_ALCOHOL],
            )
        ],
        example='["drugs", "alcohol"]',
        question="What are or were the {mentees} dependent on?",
        decide_by=DecideBy.RECRUITMENT,
    ),
]
RiskDomains = Annotated[
    tuple[str, ...],
    Parameter(
        "what the risk screen of an applicant covers",
        limits=[
            at_least(
                1, strength=Strength.MUST, sources=[TURNING_POINT.at("every applicant goes through a risk screen")]
            )
        ],
        example='["substance misuse", "wellbeing", "offending history", "support networks", "boundaries"]',
        question="What does the risk screen of an applicant cover?",
        decide_by=DecideBy.RECRUITMENT,
        open_list=True,
        synonyms={
            "boundaries": ["keeping boundaries"],
            "offending history": ["offending", "history of offending", "criminal history", "offences"],
            "substance misuse": ["substance use", "drug and alcohol use", "drug and alcohol misuse"],
            "support networks": ["social support", "social network", "sources of support"],
            "wellbeing": ["emotional wellbeing"],
        },
    ),
]

AbstinentSince = Annotated[
    date,
    Fact(
        "date from which the applicant has been free of dependence",
        question="Since when has the applicant been free of dependence?",
        not_after="on",
    ),
]
MenteeRecoveryPlan = Annotated[
    RecoveryPlan,
    Fact(
        "whether the {mentee} has a recovery plan of their own, and who drew it up",
        question="Who drew up the recovery plan of the {mentee}, if there is one?",
    ),
]


def is_for_alcohol_alone(programme: Programme) -> bool | None:
    """Whether mentoring is for alcohol alone; None where the design does not say what it is for."""
    substances = programme.value(("screening", "substance", "substances"))
    return None if substances is None else set(substances) == {"alcohol"}


FOR_ALCOHOL_ALONE = when("if mentoring is for alcohol alone", is_for_alcohol_alone, "screening.substance.substances")
PEER_RECOVERY_SPECIALISTS = in_roles("peer recovery specialist")
"""The role that IC&RC certifies."""
