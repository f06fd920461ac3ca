"""How a placement or an order ends, and what comes after it (PRB501 and PRB503)."""

from typing import Annotated

from mentorkit.api import Parameter, Party, Strength, includes, rule
from mentorkit_probation.sources import BRIGHT, HUMPHRIS
from mentorkit_probation.vocabulary import IN_THE_COMMUNITY

NEW_START = HUMPHRIS.at("the New Start ceremony is for people who have completed a licence or an order")
DISTANCE = HUMPHRIS.at("the ceremony is about how far somebody has come")
AFTERWARDS = HUMPHRIS.at("people hear there what support there is when probation is over")
APPROVAL = BRIGHT.at("the approval of others is a part of giving up crime")
FIRST_STEP = HUMPHRIS.at("posts for former mentors are meant as a first step to a career; six have been employed")


@rule("PRB501", strength=Strength.SHOULD, sources=[NEW_START, DISTANCE, AFTERWARDS], applies=IN_THE_COMMUNITY)
def finishing_an_order_is_honoured(
    ceremony_for: Annotated[
        tuple[Party, ...],
        Parameter(
            at="graduation.ceremony_for",
            limits=[includes("mentee", strength=Strength.SHOULD, source=NEW_START)],
        ),
    ],
    ceremony_purposes: Annotated[
        tuple[str, ...],
        Parameter(
            at="graduation.ceremony_purposes",
            limits=[
                includes("recognise distance travelled", strength=Strength.SHOULD, source=DISTANCE),
                includes("tell of support after probation", strength=Strength.SHOULD, source=AFTERWARDS),
                includes("let families see it", strength=Strength.CAUTION, source=APPROVAL),
            ],
        ),
    ],
) -> None:
    """A sentence begins in public and ends with nobody looking.

    A ceremony says before others that it is over, and is the last chance to tell people where help is.
    The source on families says that their approval counts; that they be asked is our reading of it, and so advice.
    """


@rule("PRB503", strength=Strength.SHOULD, sources=[FIRST_STEP], applies=IN_THE_COMMUNITY)
def former_mentors_can_be_employed(
    routes: Annotated[
        tuple[str, ...],
        Parameter(
            at="progression.routes",
            limits=[includes("entry-level paid role", strength=Strength.SHOULD, source=FIRST_STEP)],
        ),
    ],
) -> None:
    """A service that asks employers to look past a record can begin with itself."""
