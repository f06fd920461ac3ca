"""Who is brought together with whom (MHL301)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Fact, Strength, rule
from mentorkit_mental_health.sources import CASAT


@rule(
    "MHL301",
    strength=Strength.MUST,
    sources=[CASAT.at("somebody has to consent to peer support before it begins")],
    unmet="the {mentee}'s consent to peer support is dated {mentee_consented_on}, which is still to come",
    fix="wait until the {mentee} has agreed; explain what peer support is, and that no is an answer",
)
def the_mentee_has_consented_to_peer_support(
    mentee_consented_on: Annotated[date, Fact("date on which the {mentee} agreed to have peer support at all")],
    on: date,
) -> bool:
    """On a ward much happens to people without their say. To agree to this person is another question, and STD304's."""
    return mentee_consented_on <= on
