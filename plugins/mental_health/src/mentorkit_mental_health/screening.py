"""Who may become a mentor (MHL101, MHL103 to MHL105)."""

from typing import Annotated, Literal

from mentorkit.api import Fact, Parameter, Strength, includes, one_of, requires, rule
from mentorkit.works import BRIGHT, TURNING_POINT, WIKI_PEER_SUPPORT
from mentorkit_mental_health.sources import NICE_PSYCHOSIS
from mentorkit_mental_health.vocabulary import made_for

_USED_SERVICES = TURNING_POINT.at("people who have used services are trained to help others through them")
_ALONE = BRIGHT.at("in over fifty studies the helper's own recovery had no effect of its own, citing Najavits 2000")
_RECOVERED = NICE_PSYCHOSIS.at("peer support is given by somebody who has recovered and is trained for it")
_FEWER_SYMPTOMS = WIKI_PEER_SUPPORT.at(
    "those who support others after trauma have seen their own symptoms fall clearly"
)
_BACKGROUND = WIKI_PEER_SUPPORT.at("in outreach after trauma, peers share the background of those they go to")


@rule(
    "MHL101",
    strength=Strength.SHOULD,
    sources=[_USED_SERVICES, _ALONE],
    unmet="this programme asks for {mentors} who have used mental health services, and the applicant has not",
    fix="talk about what the applicant's own experience is, or suggest another role",
)
def peer_support_workers_have_used_services_themselves(
    lived_experience: Annotated[
        Literal["required", "preferred", "not asked"],
        Parameter(
            at="recruitment.lived_experience", limits=[one_of("required", "preferred", sources=[_USED_SERVICES])]
        ),
    ],
    used_services: Annotated[
        bool,
        Fact(
            "whether the applicant has used mental health services of this kind",
            question="Has the applicant used mental health services of this kind?",
        ),
    ],
) -> bool:
    """Lived experience is the point of a peer.

    It is a choice of design and proves nothing: in studies of addiction workers, their own history alone changed no
    result.
    """
    return used_services or lived_experience != "required"


@rule(
    "MHL103",
    strength=Strength.MUST,
    sources=[_RECOVERED],
    unmet="the applicant has not recovered from psychosis, or is not well enough yet to support others",
    fix="agree with the applicant when to look at it again, or suggest another role",
    applies=made_for("psychosis"),
)
def a_peer_for_people_with_psychosis_has_recovered(
    recovered_from_psychosis: Annotated[
        bool,
        Fact(
            "whether the applicant has had psychosis and has recovered, in their own and the service's view",
            question="Has the applicant had psychosis and recovered, in their own and the service's view?",
        ),
    ],
) -> bool:
    """Support from somebody who is unwell can harm both.

    What is cited is written for the public. The guideline itself was not read for this rule: a person must check it.
    """
    return recovered_from_psychosis


@rule(
    "MHL104",
    strength=Strength.MUST,
    sources=[_FEWER_SYMPTOMS],
    unmet="the applicant's own symptoms of post-traumatic stress have not clearly fallen",
    fix="agree with the applicant when to look at it again, or suggest another role",
    applies=made_for("PTSD"),
)
def a_peer_after_trauma_has_fewer_symptoms(
    symptoms_reduced: Annotated[
        bool,
        Fact(
            "whether the applicant's own symptoms of post-traumatic stress have clearly fallen",
            question="Have the applicant's own symptoms of post-traumatic stress clearly fallen?",
        ),
    ],
) -> bool:
    """Other people's stories of trauma can bring back one's own.

    A review says so; it is required on grounds of safety.
    """
    return symptoms_reduced


MHL105 = requires(
    "MHL105",
    "a peer after trauma shares the background",
    {"recruitment.shares_with_mentees": includes("background")},
    strength=Strength.SHOULD,
    sources=[_BACKGROUND],
    reason="Veterans talk to veterans, and firefighters to firefighters. The review calls it a requirement and names "
    "no study. Nobody is in danger without it, so it is recommended.",
    applies=made_for("PTSD"),
)
