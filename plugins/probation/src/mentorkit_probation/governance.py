"""What is written down, paid for and planned (PRB801 to PRB805)."""

from typing import Annotated

from mentorkit.api import Parameter, StaffRole, Strength, includes, rule
from mentorkit_probation.sources import HUMPHRIS, LISTENERS_DARTMOOR, NHS_LIAISON, RAR_GUIDANCE
from mentorkit_probation.vocabulary import (
    FOR_LISTENERS,
    IN_LIAISON,
    WHERE_MENTORED,
    WITH_ACTIVITY_DAYS,
    in_schemes,
)

STRATEGY = HUMPHRIS.at("mentors have come to be a part of the corporate strategy")
PILOT = HUMPHRIS.at("a session was piloted, and changed after those who came had been heard")
PLANNED = RAR_GUIDANCE.at("the responsible officer plans the days together with the person")
WORKFORCE = NHS_LIAISON.at("the workforce has peer support workers in it, paid and voluntary")
UNPAID = LISTENERS_DARTMOOR.at("Listeners get no reward of any kind")


@rule("PRB801", strength=Strength.SHOULD, sources=[STRATEGY], applies=WHERE_MENTORED)
def the_strategy_names_peer_mentoring(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("corporate strategy with peer mentoring", strength=Strength.SHOULD, source=STRATEGY),
            ],
        ),
    ],
) -> None:
    """What stands in no strategy ends with the enthusiast who began it."""


@rule(
    "PRB802",
    strength=Strength.SHOULD,
    sources=[PILOT],
    applies=in_schemes("peer-led groups", "first appointments"),
)
def a_new_session_is_piloted(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("report of a pilot with participants", strength=Strength.SHOULD, source=PILOT)],
        ),
    ],
) -> None:
    """The first people to sit through it know where it drags, and where it hurts."""


@rule("PRB803", strength=Strength.MUST, sources=[PLANNED], applies=WITH_ACTIVITY_DAYS)
def activity_days_are_planned_with_the_person(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("activity plan agreed with the person", strength=Strength.MUST, source=PLANNED),
            ],
        ),
    ],
) -> None:
    """How the days are used is for the practitioner and the person to plan, and not for the next free session.

    The requirement came with the Offender Rehabilitation Act of 2014, which one source dates to 2012.
    """


@rule(
    "PRB804",
    strength=Strength.MUST,
    sources=[WORKFORCE],
    unmet="the staff have no paid peer support worker, or no voluntary one",
    fix='state both in staff: { role = "peer support worker", paid = true }, and one with paid = false',
    applies=IN_LIAISON,
)
def peer_workers_are_in_the_workforce(staff: Annotated[tuple[StaffRole, ...], Parameter(at="staff")]) -> bool:
    """National guidance asks for both: some want a job, and others a first step that leaves their benefits alone."""
    return {True, False} <= {member.paid for member in staff if "peer" in (member.role or "").lower()}


@rule("PRB805", strength=Strength.MUST, sources=[UNPAID], applies=FOR_LISTENERS)
def listeners_are_not_paid(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[includes("no reward for Listeners", strength=Strength.MUST, source=UNPAID)],
        ),
    ],
) -> None:
    """A reward would make others ask why they listen, and the prison could take it away."""
