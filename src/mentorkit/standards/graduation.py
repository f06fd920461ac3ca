"""How a relationship ends, and what comes after it (STD501 to STD504)."""

from datetime import date

from mentorkit.api import (
    Duration,
    FollowedUpOn,
    FollowUps,
    Programme,
    RelationshipEndedOn,
    RelationshipStartedOn,
    Strength,
    Way,
    WelfareFollowUpAgreed,
    day_after,
    includes,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import APPRENTICESHIP, LATE_EFFECTS, TOLD_BACK
from mentorkit.works import BRIGHT

_APPRENTICES = APPRENTICESHIP.at("an apprenticeship at Level 3 that is open to people with lived experience only")
_EARLY = Duration.parse("3 months")


@rule(
    "STD501",
    strength=Strength.CAUTION,
    sources=[
        BRIGHT.at(
            "young people thought less of themselves when it broke off that early, citing Finnegan and others 2010"
        )
    ],
    ways=[Way.PAIR],
    unmet="the relationship ended on {relationship_ended_on}, less than three months after it began on "
    "{relationship_started_on}, and nobody will ask how the {mentee} is",
    fix="agree with the {lead_worker} who asks how the {mentee} is, and when; note it as an early ending",
)
def an_early_ending_is_followed_up(
    relationship_started_on: RelationshipStartedOn,
    relationship_ended_on: RelationshipEndedOn,
    welfare_follow_up_agreed: WelfareFollowUpAgreed,
) -> bool:
    """An early ending can feel like one more rejection. The finding is about young people, so this is a caution."""
    return welfare_follow_up_agreed or relationship_ended_on >= day_after(relationship_started_on, _EARLY)


STD502 = requires(
    "STD502",
    "referrers hear back",
    {"graduation.ending": includes("message back to the referrer")},
    strength=Strength.SHOULD,
    sources=[TOLD_BACK],
    reason="A referrer who never hears what became of somebody stops referring. The standard is for social "
    "prescribing, which is close to mentoring, so it is recommended here.",
    fix="tell the person who referred the {mentee} in a few lines, as far as the {mentee} agrees",
)


def _leads_to_paid_peer_work(programme: Programme) -> bool:
    return (
        programme.programme.nation in (None, "england")
        and programme.recruitment.lived_experience in ("required", "preferred")
        and "employment" in (programme.progression.routes or ())
    )


STD503 = requires(
    "STD503",
    "the apprenticeship for peer workers is a next step",
    {"progression.routes": includes("peer worker apprenticeship")},
    strength=Strength.CAUTION,
    sources=[_APPRENTICES],
    reason="It is one way into paid work that requires lived experience. It is not offered everywhere.",
    fix="the apprenticeship of peer workers is at Level 3: see whether anybody nearby offers it",
    applies=only_if_stated(
        when("in England, if mentors with lived experience go on to employment", _leads_to_paid_peer_work),
        "a design that leads there says so",
    ),
)


def _follows_up(programme: Programme) -> bool | None:
    return None if programme.outcomes.follow_ups is None else bool(programme.outcomes.follow_ups)


@rule(
    "STD504",
    strength=Strength.SHOULD,
    sources=[LATE_EFFECTS],
    unmet="last followed up on {followed_up_on}; planned after the end of support: {follow_ups}",
    fix="ask how the person is now, and measure what the design says",
    applies=when("if people are asked again after support ends", _follows_up, "outcomes.follow_ups"),
)
def follow_up_on_time(
    follow_ups: FollowUps,
    relationship_ended_on: RelationshipEndedOn,
    followed_up_on: FollowedUpOn,
    on: date,
) -> bool:
    """If nobody has follow-ups in the diary they do not happen, and then nobody knows what has lasted."""
    planned = [day_after(relationship_ended_on, after) for after in follow_ups]
    return relationship_ended_on <= followed_up_on <= on and all(on <= day or followed_up_on >= day for day in planned)
