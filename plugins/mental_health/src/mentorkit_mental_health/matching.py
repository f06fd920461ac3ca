"""Who is brought together with whom (MHL301)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Fact, Strength, rule
from mentorkit_mental_health.sources import CASAT


@rule(
    "MHL301",
    strength=Strength.MUST,
    sources=[CASAT.at("somebody has to consent to peer support before it begins")],
    unmet="the {mentee}'s consent to peer support is dated {mentee_consented_on}, which is in the future",
    fix="wait until the {mentee} has agreed; explain what peer support is, and that they may say no",
)
def the_mentee_has_consented_to_peer_support(
    mentee_consented_on: Annotated[
        date,
        Fact(
            "date on which the {mentee} agreed to have peer support",
            question="On which day did the {mentee} agree to have peer support?",
        ),
    ],
    on: date,
) -> bool:
    """On a ward many things happen to people without their agreement. STD304 asks whether they agree to this person."""
    return mentee_consented_on <= on
