"""Who is brought together with whom (PRB301 to PRB304)."""

from datetime import date
from typing import Annotated

from mentorkit.api import OVER_TIME, DecideBy, Evidence, Fact, Parameter, Strength, day_before, requires, rule
from mentorkit.works import BRIGHT, BRIGHT_BEFORE_RELEASE, HUMPHRIS
from mentorkit_probation.sources import SENTENCING_COUNCIL
from mentorkit_probation.vocabulary import (
    IN_PEER_LED_GROUPS,
    THROUGH_THE_GATE,
    TWO_WEEKS_BEFORE,
    WHERE_MENTORED,
    WITH_ACTIVITY_DAYS,
    FirstMeetingBefore,
    MenteeActivityDays,
    MenteeReleaseOn,
)

TIES = HUMPHRIS.at("people on probation are held in ties of pressure among their peers", Evidence.OPINION)
WORSE_COMPANY = BRIGHT.at("some had met peers who offended more, citing Finnegan et al. 2010")
DAYS = SENTENCING_COUNCIL.at("at least one day, no most, and all within the order")


@rule(
    "PRB301",
    strength=Strength.CAUTION,
    sources=[TIES],
    unmet="nobody has checked yet what ties these people already have to each other",
    fix="ask the {lead_worker}, and ask both of them separately, before they meet",
    applies=WHERE_MENTORED,
    refers=True,
)
def existing_ties_are_looked_at_first(
    mentee_ties_checked: Annotated[
        bool,
        Fact(
            "whether somebody has looked for ties of debt, fear or old offences between the two people",
            question="Has somebody looked for ties of debt, fear or old offences between the two people?",
        ),
    ],
) -> bool:
    """Mentor and mentee may know each other already, and a pair can bring an old debt or fear into the room.

    The source describes such ties and asks for no check. It is our reading that somebody checks, and that no two are
    brought together before.
    """
    return mentee_ties_checked


PRB302 = requires(
    "PRB302",
    "groups are put together with care",
    {
        "group_composition": Annotated[
            str,
            Parameter(
                "how groups are put together so that nobody meets people who do them harm",
                example='"the practitioner agrees each list; co-defendants never attend together"',
                question="How do you put groups together so that nobody meets people who do them harm?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[WORSE_COMPANY],
    reason="A group introduces people to each other, including people who should not meet.",
    applies=IN_PEER_LED_GROUPS,
    ways=OVER_TIME,
)


@rule(
    "PRB303",
    strength=Strength.SHOULD,
    sources=[BRIGHT_BEFORE_RELEASE, TWO_WEEKS_BEFORE],
    unmet="the release, on {mentee_release_on}, is less than {first_meeting_before} away, or has passed",
    fix="let the two meet now, and agree who else is there in the first days",
    applies=THROUGH_THE_GATE,
)
def the_pair_meets_early_enough_before_the_release(
    first_meeting_before: FirstMeetingBefore, mentee_release_on: MenteeReleaseOn, on: date
) -> bool:
    """People look for a mentor whom they know at the gate. A stranger there is one more official."""
    return on <= day_before(mentee_release_on, first_meeting_before)


@rule(
    "PRB304",
    strength=Strength.SHOULD,
    sources=[DAYS],
    unmet="the order holds {mentee_activity_days} activity days and ends on {mentee_order_ends_on}: a session now "
    "would not count",
    fix="offer the session as a voluntary one, and say so beforehand",
    applies=WITH_ACTIVITY_DAYS,
)
def the_order_has_activity_days(
    mentee_activity_days: MenteeActivityDays,
    mentee_order_ends_on: Annotated[
        date,
        Fact(
            "last day of the order that the {mentee} serves",
            question="What is the last day of the order that the {mentee} serves?",
        ),
    ],
    on: date,
) -> bool:
    """If people attend because they believe that it counts, and it does not, they have been misled.

    The guideline was seen in draft.
    """
    return mentee_activity_days >= 1 and on <= mentee_order_ends_on
