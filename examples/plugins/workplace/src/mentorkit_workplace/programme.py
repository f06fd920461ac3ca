"""What kind of scheme it is, and what follows from that for the design as a whole (WRK001 to WRK006)."""

from typing import Annotated

from mentorkit.api import DecideBy, Duration, Parameter, Strength, at_most, includes, one_of, requires
from mentorkit.works import MDWIKI_TRIM, TRIM_PLANNED, WIKI_PEER_SUPPORT

from mentorkit_workplace.sources import NICE_HOMELESSNESS
from mentorkit_workplace.vocabulary import HOMELESSNESS, NOT_CLINICAL, SEX_WORK, STRAW, TRIM, Scheme

NO_TRAUMA = WIKI_PEER_SUPPORT.at("StRaW is for stress at work or at home that is no trauma")
DEBRIEFING = MDWIKI_TRIM.at("single sessions of debriefing did not help and could do harm; TRiM took their place")
PEERS = WIKI_PEER_SUPPORT.at("projects of sex workers take peers to be best practice, and rescue nobody")
DESIGNED_WITH = NICE_HOMELESSNESS.at("1.1.2: services are designed and delivered with people who have been homeless")


WRK001 = requires(
    "WRK001",
    "the scheme is named",
    {"scheme": Scheme},
    strength=Strength.SHOULD,
    sources=[NOT_CLINICAL, NO_TRAUMA],
    reason="What is right after a terrible event is wrong for somebody's first week, so the rules differ from scheme "
    "to scheme.",
    fix='state scheme in [programme.workplace], for example scheme = "trauma risk management"',
)

WRK002 = requires(
    "WRK002",
    "the response is planned at once",
    {
        "planning_meeting_within": Annotated[
            Duration,
            Parameter(
                "how soon after an event the planning meeting is held",
                limits=[at_most("2 days")],
                example='"2 days"',
                question="How soon after an event is the planning meeting held?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=("1 day", "1 month"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[TRIM_PLANNED],
    reason="In the first days people know best who was involved and who needs what. Help without a plan can do harm. "
    "Hours are time spent, so the 48 hours of the source are two days here.",
    fix="hold the planning meeting within two days of the event, and invite managers and occupational health",
    applies=TRIM,
)

WRK003 = requires(
    "WRK003",
    "peers support sex workers and do not rescue them",
    {
        "programme.principles": includes("nobody is rescued"),
        "recruitment.lived_experience": one_of("required", "preferred"),
    },
    strength=Strength.SHOULD,
    sources=[PEERS],
    reason="People who come to rescue have already decided what others should want; peers ask. The source is a review "
    "article that names one project, so this is a SHOULD and not a MUST.",
    applies=SEX_WORK,
)

WRK004 = requires(
    "WRK004",
    "people who have been homeless design and deliver it",
    {"programme.principles": includes("designed and delivered with people who have been there")},
    strength=Strength.SHOULD,
    sources=[DESIGNED_WITH],
    reason="People who have been homeless know which services turned them away, and why nobody used the others.",
    applies=HOMELESSNESS,
)

WRK005 = requires(
    "WRK005",
    "practitioners do not treat people",
    {
        "role.clinical": one_of(False, sources=[NOT_CLINICAL]),
        "role.excludes": [
            includes("counselling", sources=[NOT_CLINICAL]),
            includes("psychological debriefing", sources=[DEBRIEFING]),
        ],
    },
    strength=Strength.SHOULD,
    sources=[NOT_CLINICAL, DEBRIEFING],
    reason="Practitioners find out who is at risk, and stay in touch. Others treat people. The method was made to "
    "replace going through the event again in a single session.",
    applies=TRIM,
)

WRK006 = requires(
    "WRK006",
    "trauma work is left to others",
    {"role.excludes": includes("trauma work")},
    strength=Strength.SHOULD,
    sources=[NO_TRAUMA],
    reason="Everyday stress and a terrible event need different help. A colleague trained for one can miss the other.",
    applies=STRAW,
)
