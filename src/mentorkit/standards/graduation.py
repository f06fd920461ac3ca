"""How a relationship ends (STD501)."""

from mentorkit.api import Duration, Strength, rule
from mentorkit.standards.sources import BRIGHT
from mentorkit.standards.vocabulary import RelationshipEndedOn, RelationshipStartedOn, WelfareFollowUpAgreed

_EARLY = Duration.parse("3 months")


@rule(
    "STD501",
    strength=Strength.CAUTION,
    sources=[
        BRIGHT.at(
            "young people thought less of themselves when it broke off that early, citing Finnegan and others 2010"
        )
    ],
    unmet="the relationship ended on {relationship_ended_on}, less than three months after it began on "
    "{relationship_started_on}, and nobody is to ask after the {mentee}",
    fix="agree who asks after the {mentee}, and when; note it as an early ending",
)
def an_early_ending_is_followed_up(
    relationship_started_on: RelationshipStartedOn,
    relationship_ended_on: RelationshipEndedOn,
    welfare_follow_up_agreed: WelfareFollowUpAgreed,
) -> bool:
    """An early ending can be felt as one more rejection. The finding is about young people, so this is a caution."""
    return welfare_follow_up_agreed or relationship_ended_on >= relationship_started_on + _EARLY
