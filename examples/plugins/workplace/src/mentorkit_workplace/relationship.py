"""When the talks take place, who talks with whom, and who takes over (WRK301 to WRK305)."""

from datetime import date
from typing import Annotated

from mentorkit.api import (
    DecideBy,
    Duration,
    Fact,
    Parameter,
    Strength,
    Way,
    at_least,
    at_most,
    includes,
    requires,
    rule,
)
from mentorkit.works import MDWIKI_TRIM, TRIM_AFTER_72_HOURS, TRIM_TO_A_PROFESSIONAL, WIKI_PEER_MENTORING

from mentorkit_workplace.sources import NICE_HOMELESSNESS
from mentorkit_workplace.vocabulary import (
    HAND_OVER,
    HOMELESSNESS,
    NEW_EMPLOYEES,
    TRIM,
    TRIM_OR_STRAW,
    FollowUpAfter,
)

A_MONTH_LATER = MDWIKI_TRIM.at("after about a month a second interview shows how people have come to terms with it")
MORE_TIME = NICE_HOMELESSNESS.at("1.1.5: longer contact helps trust to grow and to last")
AMONG_EQUALS = WIKI_PEER_MENTORING.at("people may learn more at ease from a peer than inside a hierarchy")


@rule(
    "WRK301",
    strength=Strength.MUST,
    sources=[TRIM_AFTER_72_HOURS],
    applies=TRIM,
    ways=[Way.PAIR],
    unmet="the event was on {mentee_incident_on}: the first interview takes place {first_interview_after} after it",
    fix="stay in touch, see that what is urgent is answered, and hold the first interview from {eligible_from} on",
)
def the_first_interview_is_three_days_after_the_event(
    first_interview_after: Annotated[
        Duration,
        Parameter(
            "how long after the event the first interview takes place",
            at="relationship.workplace.first_interview_after",
            limits=[at_least("3 days"), at_most("3 days", strength=Strength.SHOULD)],
            example='"3 days"',
            question="How long after the event does the first interview take place?",
            decide_by=DecideBy.FIRST_MEETING,
            plausible=("1 day", "3 months"),
        ),
    ],
    mentee_incident_on: Annotated[
        date,
        Fact(
            "date of the event that the {mentee} went through",
            question="On which day was the event that the {mentee} went through?",
            not_after="on",
        ),
    ],
    on: date,
) -> bool:
    """Most people's first reactions pass within days; asking too soon mistakes them for a risk.

    Sooner than the method says is another method, and so a must. Later loses time and is no danger, hence should. Hours
    are time spent, so that the 72 hours of the source are three days here. A programme that has the way of support
    after incidents states its steps in hours, and `due` lists them; it is not asked this.
    """
    return on >= mentee_incident_on + first_interview_after


WRK302 = requires(
    "WRK302",
    "a second interview follows",
    {"relationship.workplace.follow_up_after": FollowUpAfter},
    strength=Strength.MUST,
    sources=[A_MONTH_LATER],
    reason="One talk cannot show which signs pass and which stay, so plan a second one. The source says about a "
    "month. Four to five weeks cover any calendar month. A talk at another time should be moved, but is better than "
    "none.",
    applies=TRIM,
    ways=[Way.PAIR],
)

WRK303 = requires(
    "WRK303",
    "colleagues can hand over to professionals",
    {"relationship.refers_on_to": includes("professional support")},
    strength=Strength.MUST,
    sources=[TRIM_TO_A_PROFESSIONAL, HAND_OVER],
    reason="A colleague who finds somebody in lasting trouble and has nowhere to send them is left alone with it.",
    fix='agree with occupational health who takes people on, and write "professional support" into refers_on_to',
    applies=TRIM_OR_STRAW,
)

WRK304 = requires(
    "WRK304",
    "there is time for longer meetings",
    {"relationship.meeting_length": (), "relationship.shortest": ()},
    strength=Strength.SHOULD,
    sources=[MORE_TIME],
    reason="When trust has often been broken, it takes long to grow. So plan time for it, in each meeting and in all. "
    "The guidance gives no number: the design states its own.",
    applies=HOMELESSNESS,
)


@rule(
    "WRK305",
    strength=Strength.SHOULD,
    sources=[AMONG_EQUALS],
    applies=NEW_EMPLOYEES,
    unmet="the {mentor} is the newcomer's manager",
    fix="find a {mentor} who neither manages nor assesses the newcomer",
)
def newcomers_learn_from_an_equal(
    mentor_manages_mentee: Annotated[
        bool,
        Fact("whether the {mentor} is the {mentee}'s manager", question="Is the {mentor} the manager of the {mentee}?"),
    ],
) -> bool:
    """People do not ask basic questions of the person who writes their appraisal."""
    return not mentor_manages_mentee
