"""The design as a whole (MHL001 to MHL005, MHL007)."""

from typing import Annotated

from mentorkit.api import (
    WITH_MENTORS,
    DecideBy,
    Evidence,
    Parameter,
    Principles,
    Strength,
    at_least,
    includes,
    requires,
    rule,
)
from mentorkit.works import HUMPHRIS_CHALLENGE, IMH_IMROC, WIKI_PEER_SUPPORT
from mentorkit_mental_health.sources import COMPETENCES, IMROC_THEORY, NAPS, NICE_PSYCHOSIS
from mentorkit_mental_health.vocabulary import PEER_SPECIALISTS, MadeFor

_EIGHT = IMH_IMROC.at("the eight core principles of peer support")
_TWELVE = NAPS.at("twelve core values, ratified by peer supporters in the United States")
_TWO = IMROC_THEORY.at("ten points of good practice: two peer support workers or more in each team")
_SELECTION = COMPETENCES.at(
    "criteria, interviews, selection and induction are worked out with people who have lived experience"
)
_COURSE = IMH_IMROC.at("the course is co-produced", Evidence.PRACTICE)
_SUPERVISION = IMH_IMROC.at("trainees help to shape the supervision that they will have", Evidence.PRACTICE)


MHL001 = requires(
    "MHL001",
    "peer support follows its eight principles",
    {
        "programme.principles": includes(
            "mutual",
            "reciprocal",
            "non-directive",
            "progressive",
            "inclusive",
            "safe",
            "recovery-focused",
            "strengths-based",
        )
    },
    strength=Strength.MUST,
    sources=[_EIGHT],
    reason="They set peer support apart from befriending, and from what professionals do. They are this sector's own. "
    "Mentoring in probation, for example, may challenge people directly and does not have to be non-directive.",
)

MHL002 = requires(
    "MHL002",
    "peer specialists follow their twelve values",
    {
        "programme.principles": includes(
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
        )
    },
    strength=Strength.SHOULD,
    sources=[_TWELVE],
    reason="The profession has agreed on them. Here, shared power is called equality, and person-driven is called "
    "self-determination. Only American peer specialists are asked for them; elsewhere the eight principles apply "
    "instead.",
    applies=PEER_SPECIALISTS,
)

MHL003 = requires(
    "MHL003",
    "no peer support worker is alone in a team",
    {
        "per_team": Annotated[
            int,
            Parameter(
                "the smallest number of {mentors} in each team",
                limits=[at_least(2)],
                example="2",
                question="How many {mentors} are there in each team, at least?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=(1, 20),
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[_TWO],
    reason="The only one of their kind in a team is lonely, speaks for all peers, and soon talks like everybody else.",
    ways=WITH_MENTORS,
)

MHL004 = requires(
    "MHL004",
    "the mental health problems that support was made for are stated",
    {"programme.mental_health.made_for": MadeFor},
    strength=Strength.SHOULD,
    sources=[
        NICE_PSYCHOSIS.at("who gives peer support to people with psychosis, and what it covers"),
        WIKI_PEER_SUPPORT.at("peers in work on post-traumatic stress have conditions of their own"),
    ],
    reason="Support that was made for people with psychosis or after trauma asks more of the people who give it.",
    ways=WITH_MENTORS,
)

MHL005 = requires(
    "MHL005",
    "people with lived experience shape the programme",
    {
        "co_produced": Annotated[
            tuple[str, ...],
            Parameter(
                "what is worked out together with people who have lived experience",
                limits=[
                    includes("recruitment criteria", "interview", "selection", "induction", sources=[_SELECTION]),
                    includes("training", sources=[_COURSE]),
                    includes("supervision", sources=[_SUPERVISION]),
                ],
                example='["recruitment criteria", "interview", "selection", "induction", "training", "supervision"]',
                question="What do you work out together with people who have lived experience?",
                decide_by=DecideBy.RECRUITMENT,
                open_list=True,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_SELECTION, _COURSE, _SUPERVISION],
    reason="A peer role that was designed without peers tends to be a junior clinical one. The competences require "
    "the first four. Nobody is in danger without them, so they are recommended.",
    ways=WITH_MENTORS,
)


@rule(
    "MHL007",
    strength=Strength.SHOULD,
    sources=[_EIGHT, HUMPHRIS_CHALLENGE],
    unmet='the principles list both "non-directive" and "direct challenge", and {mentors} cannot follow both',
    fix="take out the one that does not apply here; if another part of the service works in the other way, give it a "
    "design of its own",
    ways=WITH_MENTORS,
)
def peers_are_not_asked_both_to_challenge_and_not_to_direct(principles: Principles) -> bool:
    """Peer support leaves it to people where they go; mentors in one probation service challenge them openly.

    Each is right in its place, and has its source. A worker who has to do both does neither well.
    """
    return not {"non-directive", "direct challenge"} <= set(principles)
