"""What several rules of this sector ask: each parameter, fact and condition is declared here once."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import Condition, Duration, Evidence, Fact, Parameter, Strength, at_least, when
from mentorkit_substance.sources import BRIGHT, TURNING_POINT

Substance = Literal["drugs", "alcohol"]
RecordCheck = Literal["none", "basic", "standard", "enhanced", "enhanced with barred list"]
RecoveryPlan = Literal["none", "drawn up by others", "drawn up by the mentee"]

Abstinence = Annotated[
    Duration,
    Parameter(
        "time free of dependence before a placement",
        limits=[
            at_least(
                "30 days",
                Strength.MUST,
                source=BRIGHT.at("Service B, a detoxification house run by peers, asks for 30 days", Evidence.PRACTICE),
            ),
            at_least(
                "3 months",
                Strength.SHOULD,
                sources=[
                    TURNING_POINT.at("three months before a placement starts"),
                    BRIGHT.at("Service A, in the community, asks for three months", Evidence.PRACTICE),
                ],
            ),
        ],
        example='"3 months"',
    ),
]
Substances = Annotated[
    tuple[Substance, ...],
    Parameter(
        "what the {mentees} are or were dependent on",
        limits=[
            at_least(1, Strength.SHOULD, source=TURNING_POINT.at("abstinence is counted for drugs and for alcohol"))
        ],
        example='["drugs", "alcohol"]',
    ),
]
CriminalRecordCheck = Annotated[
    RecordCheck, Parameter("the criminal record check that is asked for on each {mentor}", example='"basic"')
]
RiskDomains = Annotated[
    tuple[str, ...],
    Parameter(
        "what the risk screen of an applicant covers",
        limits=[at_least(1, Strength.MUST, source=TURNING_POINT.at("every applicant goes through a risk screen"))],
        example='["substance misuse", "wellbeing", "offending history", "support networks", "boundaries"]',
    ),
]
RoleKind = Annotated[str, Parameter(at="role.kind")]
Topics = Annotated[tuple[str, ...], Parameter(at="training.topics")]

AbstinentSince = Annotated[date, Fact("date since when the applicant has been free of dependence")]
MenteeRecoveryPlan = Annotated[
    RecoveryPlan, Fact("whether the {mentee} has a recovery plan of their own, and who drew it up")
]


def is_role(kind: str, *kinds: str) -> bool:
    """Whether a role that a design states is one of these, however it is capitalised."""
    return " ".join(kind.casefold().split()) in kinds


def in_roles(*kinds: str) -> Condition:
    """Applies where the mentors' role is one of these kinds, or the design does not say which it is."""
    return when(
        f"where the role is {' or '.join(kinds)}",
        lambda programme: None if programme.role.kind is None else is_role(programme.role.kind, *kinds),
        "role.kind",
    )
