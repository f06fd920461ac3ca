"""What those who support others learn (WRK201 to WRK204)."""

from typing import Annotated

from mentorkit.api import Duration, Parameter, Strength, at_least, at_most, includes, rule

from mentorkit_workplace.sources import (
    AMPUTEE_COALITION_AGAIN,
    AMPUTEE_COALITION_COURSE,
    TAPS_TRAINING,
    WIKI_PEER_SUPPORT,
)
from mentorkit_workplace.vocabulary import BEREAVEMENT, LIMB_LOSS, TRIM

TRAUMA = WIKI_PEER_SUPPORT.at("the training in TRiM gives an understanding of psychological trauma and its effects")
FOUR_HOURS = TAPS_TRAINING.at("four hours of training in which everybody takes part")
EIGHT_HOURS = AMPUTEE_COALITION_COURSE.at("a course of eight hours")
EVERY_TWO_YEARS = AMPUTEE_COALITION_AGAIN.at("visitors are certified again every two years")
EVERY_FOUR_YEARS = AMPUTEE_COALITION_AGAIN.at("the check on a visitor's background is done again every four years")


@rule("WRK201", strength=Strength.MUST, sources=[TRAUMA], applies=TRIM)
def practitioners_understand_trauma(
    topics: Annotated[
        tuple[str, ...],
        Parameter(
            at="training.topics",
            limits=[includes("psychological trauma and its effects", strength=Strength.MUST, source=TRAUMA)],
        ),
    ],
) -> None:
    """Whoever looks for signs of trauma has to know them, and to know which pass by themselves.

    The source is a review article. It is a must all the same, since everything that a practitioner does rests on it.
    """


@rule("WRK202", strength=Strength.SHOULD, sources=[FOUR_HOURS], applies=BEREAVEMENT)
def mentors_of_the_bereaved_are_taught(
    contact_time: Annotated[
        Duration,
        Parameter(at="training.contact_time", limits=[at_least("4 hours", Strength.SHOULD, source=FOUR_HOURS)]),
    ],
) -> None:
    """Having lost somebody teaches nobody to listen. It is one programme's number, hence should."""


@rule("WRK203", strength=Strength.SHOULD, sources=[EIGHT_HOURS], applies=LIMB_LOSS)
def visitors_take_a_course(
    contact_time: Annotated[
        Duration,
        Parameter(at="training.contact_time", limits=[at_least("8 hours", Strength.SHOULD, source=EIGHT_HOURS)]),
    ],
) -> None:
    """A visit at a bedside is often the only one, so that the visitor cannot learn on the way.

    It is one programme's number, hence should.
    """


@rule("WRK204", strength=Strength.SHOULD, sources=[EVERY_TWO_YEARS, EVERY_FOUR_YEARS], applies=LIMB_LOSS)
def visitors_are_certified_and_checked_again(
    refresher_every: Annotated[
        Duration,
        Parameter(at="training.refresher_every", limits=[at_most("2 years", Strength.SHOULD, source=EVERY_TWO_YEARS)]),
    ],
    record_check_every: Annotated[
        Duration,
        Parameter(
            at="screening.record_check_every", limits=[at_most("4 years", Strength.SHOULD, source=EVERY_FOUR_YEARS)]
        ),
    ],
) -> None:
    """Visitors see people alone and seldom; nothing but the dates brings them back to the course and the check.

    They are one programme's numbers, hence should. That it happens in time is for the shared standards.
    """
