"""Who may support others who went through the same (WRK101, WRK102)."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import DecideBy, Duration, Fact, Parameter, Strength, at_least, rule

from mentorkit_workplace.sources import AMPUTEE_COALITION, TAPS
from mentorkit_workplace.vocabulary import BEREAVEMENT, LIMB_LOSS

A_YEAR = TAPS.at("an older page of theirs asks for one year")
EIGHTEEN_MONTHS = TAPS.at("18 months or more since the own loss")
VISITORS = AMPUTEE_COALITION.at("a year or more with limb loss or limb difference, or somebody of the family")


@rule(
    "WRK101",
    strength=Strength.MUST,
    sources=[EIGHTEEN_MONTHS, A_YEAR],
    applies=BEREAVEMENT,
    unmet="bereaved on {bereaved_on}: less than the {time_since_loss} this programme asks for",
    fix="offer support for the applicant's own loss, and ask again from {eligible_from} on",
)
def enough_time_has_passed_since_the_loss(
    time_since_loss: Annotated[
        Duration,
        Parameter(
            "time that has to pass after an applicant's own loss",
            limits=[at_least("1 year", sources=[A_YEAR]), at_least("18 months", strength=Strength.SHOULD)],
            example='"18 months"',
            question="How long has to pass after an applicant's own loss?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=("1 month", "20 years"),
        ),
    ],
    bereaved_on: Annotated[
        date,
        Fact("date of the applicant's own loss", question="On which day was the applicant's own loss?", not_after="on"),
    ],
    on: date,
) -> bool:
    """The grief of others is too much for somebody whose own grief is still new.

    One organisation's pages differ: a year on the older page, 18 months today. Nobody documents less than either.
    """
    return on >= bereaved_on + time_since_loss


@rule(
    "WRK102",
    strength=Strength.SHOULD,
    sources=[VISITORS],
    applies=LIMB_LOSS,
    unmet="living with it since {limb_loss_since}: less than the {time_since_limb_loss} this programme asks for",
    fix="let the applicant come to visits with an experienced {mentor} until {eligible_from}",
)
def a_visitor_has_lived_with_limb_loss_for_a_while(
    time_since_limb_loss: Annotated[
        Duration,
        Parameter(
            "time for which an applicant has lived with limb loss, unless it is somebody of the family",
            limits=[at_least("1 year")],
            example='"1 year"',
            question="How long has an applicant lived with limb loss, at least?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=("1 month", "20 years"),
        ),
    ],
    limb_loss_of: Annotated[
        Literal["applicant", "family"],
        Fact(
            "whether it is the applicant's own limb loss, or that of somebody close",
            question="Is it the applicant's own limb loss, or that of somebody close?",
        ),
    ],
    limb_loss_since: Annotated[
        date,
        Fact(
            "date of the amputation, or of birth",
            question="On which day was the amputation, or the birth?",
            not_after="on",
        ),
    ],
    on: date,
) -> bool:
    """A visitor shows what life is like later on, so needs to have got there.

    Family need not wait. It is one programme's term, so this is a SHOULD and not a MUST.
    """
    return limb_loss_of == "family" or on >= limb_loss_since + time_since_limb_loss
