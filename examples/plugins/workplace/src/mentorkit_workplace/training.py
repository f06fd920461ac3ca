"""What those who support others learn (WRK201 to WRK204)."""

from mentorkit.api import Strength, at_least, at_most, includes, requires
from mentorkit.works import AMPUTEE_COALITION_FOUR_YEARS, AMPUTEE_COALITION_TWO_YEARS, WIKI_PEER_SUPPORT

from mentorkit_workplace.sources import AMPUTEE_COALITION_COURSE, TAPS_TRAINING
from mentorkit_workplace.vocabulary import BEREAVEMENT, LIMB_LOSS, TRIM

TRAUMA = WIKI_PEER_SUPPORT.at("the training in TRiM gives an understanding of psychological trauma and its effects")
FOUR_HOURS = TAPS_TRAINING.at("four hours of training in which everybody takes part")
EIGHT_HOURS = AMPUTEE_COALITION_COURSE.at("a course of eight hours")


WRK201 = requires(
    "WRK201",
    "practitioners understand trauma",
    {"training.topics": includes("psychological trauma and its effects")},
    strength=Strength.MUST,
    sources=[TRAUMA],
    reason="People who look for signs of trauma have to know them, and to know which signs pass by themselves. The "
    "source is a review article. It is still a MUST, since everything that a practitioner does depends on it.",
    applies=TRIM,
)

WRK202 = requires(
    "WRK202",
    "mentors of the bereaved are taught",
    {"training.contact_time": at_least("4 hours")},
    strength=Strength.SHOULD,
    sources=[FOUR_HOURS],
    reason="Losing somebody does not teach people to listen. It is one programme's number, so this is a SHOULD.",
    applies=BEREAVEMENT,
)

WRK203 = requires(
    "WRK203",
    "visitors take a course",
    {"training.contact_time": at_least("8 hours")},
    strength=Strength.SHOULD,
    sources=[EIGHT_HOURS],
    reason="A visit at a bedside is often the only one, so the visitor cannot learn along the way. It is one "
    "programme's number, so this is a SHOULD.",
    applies=LIMB_LOSS,
)

WRK204 = requires(
    "WRK204",
    "visitors are certified and checked again",
    {
        "training.refresher_every": at_most("2 years", sources=[AMPUTEE_COALITION_TWO_YEARS]),
        "screening.record_check_every": at_most("4 years", sources=[AMPUTEE_COALITION_FOUR_YEARS]),
    },
    strength=Strength.SHOULD,
    sources=[AMPUTEE_COALITION_TWO_YEARS, AMPUTEE_COALITION_FOUR_YEARS],
    reason="Visitors see people alone and seldom, so only the dates bring them back to the course and the check. They "
    "are one programme's numbers, so this is a SHOULD. The shared standards ask whether it happens on time.",
    applies=LIMB_LOSS,
)
