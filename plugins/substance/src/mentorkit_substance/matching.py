"""Who is brought together with whom (SUB301 to SUB305)."""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Strength,
    Way,
    as_seen,
    at_most,
    day_after,
    in_roles,
    includes,
    requires,
    rule,
)
from mentorkit.works import BRIGHT
from mentorkit_substance.sources import AA_TORONTO, MAP_TRIAL, NO_DIFFERENCE

SAME_GENDER = AA_TORONTO.at("as a rule men sponsor men, and women women")
ONE_TO_THREE = MAP_TRIAL.at("a pool of four or five mentors for twelve or thirteen mentees")
RECOVERY_STATUS = frozenset({"recovery", "recovery status", "lived experience", "abstinence", "substance"})


@rule(
    "SUB301",
    strength=Strength.SHOULD,
    sources=[BRIGHT.at("mentor and mentee are at similar stages of recovery, citing Strang 2012", Evidence.GUIDANCE)],
    unmet="the two began their recovery more than {recovery_gap_at_most} apart",
    fix="look for a {mentor} nearer to where the {mentee} is now, or ask the {mentee} whether the distance matters",
)
def the_mentor_and_mentee_are_at_similar_stages_of_recovery(
    recovery_gap_at_most: Annotated[
        Duration,
        Parameter(
            "how far apart in recovery a {mentor} and a {mentee} may be",
            example='"3 years"',
            question="How far apart in recovery may a {mentor} and a {mentee} be?",
            decide_by=DecideBy.FIRST_MEETING,
            plausible=("1 month", "30 years"),
        ),
    ],
    mentor_recovery_since: Annotated[
        date,
        Fact(
            "date from which the {mentor} counts their own recovery",
            question="From which day does the {mentor} count their own recovery?",
            not_after="on",
        ),
    ],
    mentee_recovery_since: Annotated[
        date,
        Fact(
            "date from which the {mentee} counts their own recovery",
            question="From which day does the {mentee} count their own recovery?",
            not_after="on",
        ),
    ],
) -> bool:
    """People believe a mentor who is a few steps ahead.

    A mentor who is far ahead may only be admired. No source gives a number: set your own.
    """
    first, second = sorted((mentor_recovery_since, mentee_recovery_since))
    return second <= day_after(first, recovery_gap_at_most)


@rule(
    "SUB302",
    strength=Strength.CAUTION,
    sources=[BRIGHT.at("confidences were broken where the two met in several places", Evidence.OPINION)],
    unmet="the two meet in more than one setting",
    fix="look for another {mentor}, or agree with both what is said in which setting",
)
def the_pair_shares_at_most_one_setting(
    mentor_settings: Annotated[
        tuple[str, ...],
        Fact(
            "the services, houses and fellowships that the {mentor} is part of",
            question="Which services, houses and fellowships is the {mentor} part of?",
        ),
    ],
    mentee_settings: Annotated[
        tuple[str, ...],
        Fact(
            "the services, houses and fellowships that the {mentee} is part of",
            question="Which services, houses and fellowships is the {mentee} part of?",
        ),
    ],
) -> bool:
    """A mentee who meets the mentor both in the house and in the fellowship has nowhere to speak freely."""
    return len({*map(as_seen, mentor_settings)} & {*map(as_seen, mentee_settings)}) <= 1


@rule(
    "SUB303",
    strength=Strength.CAUTION,
    met_by_more=["criteria"],
    sources=[NO_DIFFERENCE],
    unmet="pairs are only made by recovery status: {criteria}",
    fix='match on what else the two have in common, such as "background", "interests" or "life experience"',
)
def matching_looks_beyond_recovery_status(
    criteria: Annotated[tuple[str, ...], Parameter(at="matching.criteria")],
) -> bool:
    """Shared recovery helps people to begin, but has not been found to make help work by itself."""
    return not criteria or any(criterion not in RECOVERY_STATUS for criterion in criteria)


SUB304 = requires(
    "SUB304",
    "sponsors are of the same gender",
    {"matching.criteria": includes("gender")},
    strength=Strength.SHOULD,
    sources=[SAME_GENDER],
    reason="The two are alone with each other, and in a fellowship nobody supervises. Fellowships do it this way.",
    applies=in_roles("sponsor"),
)

SUB305 = requires(
    "SUB305",
    "a mentor has few mentees",
    {"matching.mentees_per_mentor": at_most(3)},
    strength=Strength.SHOULD,
    sources=[ONE_TO_THREE],
    reason="Three people can all be in trouble in one week. It is the one ratio on record; others were not compared.",
    ways=[Way.PAIR],
)
