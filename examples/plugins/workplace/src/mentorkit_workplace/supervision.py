"""Who stands behind those who support others (WRK401 to WRK403)."""

from typing import Annotated

from mentorkit.api import DecideBy, Mentors, Parameter, Strength, at_least, includes, requires, rule
from mentorkit.works import TRIM_FAQS

from mentorkit_workplace.sources import HOMELESSNESS_REVIEW
from mentorkit_workplace.vocabulary import HOMELESSNESS, TRIM

PRACTITIONERS_FIRST = TRIM_FAQS.at("managers have done the practitioners' course first")
TWO_MANAGERS = TRIM_FAQS.at("for example two managers for ten to twenty practitioners")
CHALLENGES = HOMELESSNESS_REVIEW.at("what peers struggle with: their own vulnerability, being authentic, boundaries")


WRK401 = requires(
    "WRK401",
    "managers were practitioners first",
    {"supervision.supervisors_have": includes("training as a practitioner")},
    strength=Strength.SHOULD,
    sources=[PRACTITIONERS_FIRST],
    reason="Managers plan the response and supervise the talks, so they need experience of what they ask of people.",
    applies=TRIM,
)


@rule(
    "WRK402",
    strength=Strength.SHOULD,
    sources=[TWO_MANAGERS],
    applies=TRIM,
    unmet="{managers} managers for {practitioners} practitioners: that is more than ten each",
    fix="train more of the practitioners as managers",
)
def there_are_enough_managers(
    managers: Annotated[
        int,
        Parameter(
            "how many managers plan the response and supervise the practitioners",
            limits=[at_least(2)],
            example="2",
            question="How many managers plan the response and supervise the practitioners?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=(1, 50),
        ),
    ],
    practitioners: Mentors,
) -> bool:
    """An event does not wait until the only manager is back, and ten people to supervise are enough.

    The source gives the numbers as an example, so this is a SHOULD.
    """
    return practitioners <= 10 * managers


WRK403 = requires(
    "WRK403",
    "supervision covers what peers struggle with",
    {"supervision.covers": includes("vulnerability", "authenticity", "boundaries")},
    strength=Strength.CAUTION,
    sources=[CHALLENGES],
    reason="Peers meet their own past at work every day. Supervision is the place to talk about what that does to "
    "them.",
    applies=HOMELESSNESS,
)
