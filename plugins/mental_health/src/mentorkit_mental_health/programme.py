"""The design as a whole (MHL001 to MHL005, MHL007)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Strength, at_least, includes, rule
from mentorkit_mental_health.sources import (
    COMPETENCES,
    HUMPHRIS,
    IMH_IMROC,
    IMROC_THEORY,
    NAPS,
    NICE_PSYCHOSIS,
    PEER_SUPPORT,
)
from mentorkit_mental_health.vocabulary import PEER_SPECIALISTS, MadeFor

_EIGHT = IMH_IMROC.at("the eight core principles of peer support")
_TWELVE = NAPS.at("twelve core values, ratified by peer supporters in the United States")
_TWO = IMROC_THEORY.at("ten points of good practice: two peer support workers or more in each team")
_SELECTION = COMPETENCES.at(
    "criteria, interviews, selection and induction are worked out with people who have lived experience"
)
_COURSE = IMH_IMROC.at("the course is co-produced", Evidence.PRACTICE)
_SUPERVISION = IMH_IMROC.at("trainees help to shape the supervision that they will have", Evidence.PRACTICE)
_CHALLENGE = HUMPHRIS.at("in Transition and Hope mentors challenge those who attend, out of their own experience")


@rule("MHL001", strength=Strength.MUST, sources=[_EIGHT])
def peer_support_holds_to_its_eight_principles(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes(
                    "mutual",
                    "reciprocal",
                    "non-directive",
                    "progressive",
                    "inclusive",
                    "safe",
                    "recovery-focused",
                    "strengths-based",
                    strength=Strength.MUST,
                    source=_EIGHT,
                )
            ],
        ),
    ],
) -> None:
    """They set peer support apart from befriending, and from what professionals do.

    They are this sector's: mentoring in probation, for one, may challenge people directly and is not bound to be
    non-directive.
    """


@rule("MHL002", strength=Strength.SHOULD, sources=[_TWELVE], applies=PEER_SPECIALISTS)
def peer_specialists_hold_to_their_twelve_values(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes(
                    "voluntary",
                    "hopeful",
                    "open-minded",
                    "empathetic",
                    "respectful",
                    "facilitates change",
                    "honest and direct",
                    "mutual",
                    "reciprocal",
                    "equality",
                    "strengths-based",
                    "transparent",
                    "self-determination",
                    strength=Strength.SHOULD,
                    source=_TWELVE,
                )
            ],
        ),
    ],
) -> None:
    """The profession has agreed on them. Shared power stands here as equality, and person-driven as self-determination.

    They are asked of American peer specialists only; elsewhere the eight principles stand in their place.
    """


@rule("MHL003", strength=Strength.MUST, sources=[_TWO])
def no_peer_support_worker_is_alone_in_a_team(
    per_team: Annotated[
        int,
        Parameter(
            "how many {mentors} there are in each team at the least",
            limits=[at_least(2, Strength.MUST, source=_TWO)],
            example="2",
        ),
    ],
) -> None:
    """The only one of their kind in a team is lonely, stands for all peers, and soon talks like everybody else."""


@rule(
    "MHL004",
    strength=Strength.SHOULD,
    sources=[
        NICE_PSYCHOSIS.at("who gives peer support to people with psychosis, and what it covers"),
        PEER_SUPPORT.at("peers in work on post-traumatic stress have conditions of their own"),
    ],
)
def it_is_known_whom_the_support_was_made_for(made_for: MadeFor) -> None:
    """Support that was made for people with psychosis or after trauma asks more of those who give it."""


@rule("MHL005", strength=Strength.SHOULD, sources=[_SELECTION, _COURSE, _SUPERVISION])
def people_with_lived_experience_shape_the_programme(
    co_produced: Annotated[
        tuple[str, ...],
        Parameter(
            "what is worked out together with people who have lived experience",
            limits=[
                includes(
                    "recruitment criteria",
                    "interview",
                    "selection",
                    "induction",
                    strength=Strength.SHOULD,
                    source=_SELECTION,
                ),
                includes("training", strength=Strength.SHOULD, source=_COURSE),
                includes("supervision", strength=Strength.SHOULD, source=_SUPERVISION),
            ],
            example='["recruitment criteria", "interview", "selection", "induction", "training", "supervision"]',
        ),
    ],
) -> None:
    """A peer role that was designed without peers tends to be a junior clinical one.

    The competences make a requirement of the first four; nobody is in danger without them, so they are recommended.
    """


@rule(
    "MHL007",
    strength=Strength.SHOULD,
    sources=[_EIGHT, _CHALLENGE],
    unmet='"non-directive" and "direct challenge" stand side by side, and {mentors} cannot hold to both',
    fix="take out the one that does not hold here; where another part of the service works in the other way, give it a "
    "design of its own",
)
def peers_do_not_direct_and_challenge_at_once(
    principles: Annotated[tuple[str, ...], Parameter(at="programme.principles")],
) -> bool:
    """Peer support leaves it to people where they go; mentors in one probation service challenge them openly.

    Each has its place, and its source. A worker of whom both are expected does neither well.
    """
    return not {"non-directive", "direct challenge"} <= set(principles)
