"""How a pair works together (MHL331 to MHL334)."""

from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    WITH_MENTORS,
    At,
    DecideBy,
    Duration,
    Evidence,
    Mentors,
    Parameter,
    Programme,
    Strength,
    Way,
    at_least,
    in_all_settings,
    includes,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import IMH_IMROC, TURNING_POINT_HOSPITAL, WIKI_PEER_SUPPORT
from mentorkit_mental_health.sources import ENRICH_PROGRAMME, FROM_ADMISSION_ON, NICE_PSYCHOSIS
from mentorkit_mental_health.vocabulary import made_for

_NO_EFFECT = ENRICH_PROGRAMME.at("what is known of its effect remains unclear")
_HOW_LONG = IMH_IMROC.at("asks services for how long people will be supported", Evidence.PRACTICE)
_GROUPS = WIKI_PEER_SUPPORT.at(
    "VA Palo Alto: two providers led five to seven groups a week, as well as visits and telephone calls",
    Evidence.PRACTICE,
)
_CONTENT = NICE_PSYCHOSIS.at("what peer support for people with psychosis should cover")


MHL331 = requires(
    "MHL331",
    "support spans the move out of hospital",
    {
        "relationship.mental_health.after_discharge": Annotated[
            Duration,
            Parameter(
                "how long support goes on after discharge",
                limits=[at_least("4 months", sources=[FROM_ADMISSION_ON, TURNING_POINT_HOSPITAL])],
                example='"4 months"',
                question="How long does support go on after discharge?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("1 day", "3 years"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[TURNING_POINT_HOSPITAL, FROM_ADMISSION_ON, _NO_EFFECT],
    reason="Somebody known from the ward is there in the weeks when most other support ends. No key asks whether "
    "support begins during the admission, as the ward is among the settings. The trial shows how to give the support. "
    "It does not show that the support prevents a readmission (MHL603).",
    applies=in_all_settings("ward", "community"),
    ways=OVER_TIME,
)

MHL332 = requires(
    "MHL332",
    "the end of a short bridge is known",
    {"relationship.longest": ()},
    strength=Strength.MUST,
    sources=[_HOW_LONG],
    reason="People who have been left before cope better with an ending that they knew of.",
    applies=only_if_stated(
        when(
            "if support is a short bridge that ends by handing over to others",
            lambda programme: programme.relationship.bridge,
        ),
        "support that is not a bridge need not say so; of pairs, STD305 asks how long it lasts",
    ),
)


def _in_groups(programme: Programme) -> bool | None:
    if programme.programme.ways and programme.offers(Way.GROUP_SESSIONS):
        return True
    modes = programme.relationship.modes
    return None if modes is None else "group" in modes


@rule(
    "MHL333",
    strength=Strength.CAUTION,
    sources=[_GROUPS],
    unmet="{groups_a_week} groups a week for {active} {mentors}: this is more than the heaviest load on record, seven "
    "for two of them",
    fix="plan fewer groups, or more {mentors}",
    applies=only_if_stated(
        when("if support is given in groups", _in_groups, At.relationship.modes),
        "STD310 asks how pairs meet, and a programme of group sessions lists them in its ways",
    ),
    ways=OVER_TIME,
)
def groups_leave_time_for_people(
    groups_a_week: Annotated[
        int,
        Parameter(
            "how many groups {mentors} lead in a week, all together",
            at="relationship.mental_health.groups_a_week",
            example="5",
            question="How many groups do {mentors} lead in a week, all together?",
            decide_by=DecideBy.FIRST_MEETING,
            plausible=(1, 50),
        ),
    ],
    active: Mentors,
) -> bool:
    """Groups take time before and after. One programme's figures are only a guide, so this is advice."""
    return groups_a_week * 2 <= active * 7


MHL334 = requires(
    "MHL334",
    "support for people with psychosis covers what helps",
    {
        "relationship.mental_health.support_covers": Annotated[
            tuple[str, ...],
            Parameter(
                "what {mentors} and {mentees} talk about over time",
                limits=[
                    includes(
                        "about the illness",
                        "medicines",
                        "symptoms",
                        "getting help",
                        "crisis",
                        "meeting others",
                        "staying well",
                    )
                ],
                example='["about the illness", "medicines", "symptoms", "getting help", "crisis", "meeting others", '
                '"staying well"]',
                question="What do {mentors} and {mentees} talk about over time?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={"medicines": ["medication"]},
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_CONTENT],
    reason="People say that nobody told them what was happening to them; a peer can, from experience. What is cited "
    "is written for the public. The guideline itself was not read for this rule: a person must check it.",
    applies=made_for("psychosis"),
    ways=WITH_MENTORS,
)
