"""What kind of scheme it is, and what follows from that for the design as a whole (WRK001 to WRK006)."""

from typing import Annotated, Literal

from mentorkit.api import Duration, Parameter, Strength, at_most, includes, one_of, rule

from mentorkit_workplace.sources import MDWIKI_TRIM, NICE_HOMELESSNESS, STRONGMIND, WIKI_PEER_SUPPORT
from mentorkit_workplace.vocabulary import HOMELESSNESS, NOT_CLINICAL, SEX_WORK, STRAW, TRIM, Scheme

NO_TRAUMA = WIKI_PEER_SUPPORT.at("StRaW is for stress at work or at home that is no trauma")
PLANNED = STRONGMIND.at("a planning meeting in the first 24 to 48 hours agrees who was involved and what is done")
DEBRIEFING = MDWIKI_TRIM.at("single sessions of debriefing did not help and could do harm; TRiM took their place")
PEERS = WIKI_PEER_SUPPORT.at("projects of sex workers take peers to be best practice, and rescue nobody")
DESIGNED_WITH = NICE_HOMELESSNESS.at("1.1.2: services are designed and delivered with people who have been homeless")


@rule(
    "WRK001",
    strength=Strength.SHOULD,
    sources=[NOT_CLINICAL, NO_TRAUMA],
    fix='state scheme in [programme.workplace], for example scheme = "trauma risk management"',
)
def the_scheme_is_named(scheme: Scheme) -> None:
    """What is right after a terrible event is wrong for somebody's first week: rules differ from scheme to scheme."""


@rule(
    "WRK002",
    strength=Strength.SHOULD,
    sources=[PLANNED],
    applies=TRIM,
    fix="hold the planning meeting within two days of the event, and invite managers and occupational health",
)
def the_response_is_planned_at_once(
    planning_meeting_within: Annotated[
        Duration,
        Parameter(
            "how soon after an event the planning meeting is held",
            limits=[at_most("2 days", Strength.SHOULD, source=PLANNED)],
            example='"2 days"',
        ),
    ],
) -> None:
    """Who was involved and who needs what is known best in the first days; unplanned help can do harm.

    Hours are time spent, so that the 48 hours of the source are two days here.
    """


@rule("WRK003", strength=Strength.SHOULD, sources=[PEERS], applies=SEX_WORK)
def peers_support_sex_workers_and_rescue_nobody(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[includes("nobody is rescued", strength=Strength.SHOULD, source=PEERS)],
        ),
    ],
    lived_experience: Annotated[
        Literal["required", "preferred", "not asked"],
        Parameter(
            at="recruitment.lived_experience",
            limits=[one_of("required", "preferred", strength=Strength.SHOULD, source=PEERS)],
        ),
    ],
) -> None:
    """Whoever comes to rescue has decided already what the other should want; peers ask.

    The source is a review article that names one project, hence should and not must.
    """


@rule("WRK004", strength=Strength.SHOULD, sources=[DESIGNED_WITH], applies=HOMELESSNESS)
def designed_and_delivered_with_those_who_know(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes(
                    "designed and delivered with people who have been there",
                    strength=Strength.SHOULD,
                    source=DESIGNED_WITH,
                )
            ],
        ),
    ],
) -> None:
    """People who have been homeless know which doors were closed, and why nobody came through the open ones."""


@rule("WRK005", strength=Strength.SHOULD, sources=[NOT_CLINICAL, DEBRIEFING], applies=TRIM)
def looking_after_each_other_is_no_treatment(
    clinical: Annotated[
        bool,
        Parameter(at="role.clinical", limits=[one_of(False, strength=Strength.SHOULD, source=NOT_CLINICAL)]),
    ],
    excludes: Annotated[
        tuple[str, ...],
        Parameter(
            at="role.excludes",
            limits=[
                includes("counselling", strength=Strength.SHOULD, source=NOT_CLINICAL),
                includes("psychological debriefing", strength=Strength.SHOULD, source=DEBRIEFING),
            ],
        ),
    ],
) -> None:
    """Practitioners find out who is at risk, and stay in touch; treating people is for others.

    Going through the event once more in a single session is what the method was made to replace.
    """


@rule("WRK006", strength=Strength.SHOULD, sources=[NO_TRAUMA], applies=STRAW)
def trauma_is_left_to_others(
    excludes: Annotated[
        tuple[str, ...],
        Parameter(at="role.excludes", limits=[includes("trauma work", strength=Strength.SHOULD, source=NO_TRAUMA)]),
    ],
) -> None:
    """Everyday stress and a terrible event need different help; a colleague trained for one can miss the other."""
