"""What is followed up, and what is said about it (WRK601, WRK602)."""

from datetime import date
from typing import Annotated

from mentorkit.api import Fact, Strength, Way, includes, requires, rule
from mentorkit.works import TRIM_AFTER_A_MONTH, WIKI_PEER_MENTORING

from mentorkit_workplace.vocabulary import NEW_EMPLOYEES, TRIM, FollowUpAfter

TWICE_AS_LIKELY = WIKI_PEER_MENTORING.at(
    "says how much likelier mentored employees are to stay, and from where: nowhere"
)


WRK601 = requires(
    "WRK601",
    "no claim about staying in the job is made without a source",
    {"outcomes.states": includes("no claim about staying without a source")},
    strength=Strength.CAUTION,
    sources=[TWICE_AS_LIKELY],
    reason="If everybody repeats a figure that nobody has measured, the first person who asks for its source finds "
    "out.",
    fix="say about staying in the job what your own figures show, or name the study",
    applies=NEW_EMPLOYEES,
)


@rule(
    "WRK602",
    strength=Strength.SHOULD,
    sources=[TRIM_AFTER_A_MONTH],
    applies=TRIM,
    ways=[Way.PAIR],
    unmet="first interviewed on {first_interview_on}, and the second interview is due {follow_up_after} later",
    fix="hold the second interview now",
)
def second_interview_on_time(
    follow_up_after: FollowUpAfter,
    first_interview_on: Annotated[
        date,
        Fact(
            "date of the first interview with the {mentee}",
            question="On which day was the first interview with the {mentee}?",
            not_after="on",
        ),
    ],
    second_interview_held: Annotated[
        bool,
        Fact(
            "whether the second interview with the {mentee} has taken place",
            question="Has the second interview with the {mentee} taken place?",
        ),
    ],
    on: date,
) -> bool:
    """The method was made for people who seem well at first and would not be asked again.

    The source says about a month, so a day too late is only worth a note.
    """
    return first_interview_on <= on and (second_interview_held or on <= first_interview_on + follow_up_after)
