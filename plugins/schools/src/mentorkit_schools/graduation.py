"""How a match ends, and what comes after it (SCH501, SCH502, SCH504 and SCH505)."""

from typing import Annotated

from mentorkit.api import (
    DecideBy,
    Duration,
    Parameter,
    RelationshipEndedOn,
    RelationshipStartedOn,
    Strength,
    Way,
    WelfareFollowUpAgreed,
    day_after,
    includes,
    requires,
    rule,
)
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import (
    ALBERTA_CLOSURE,
    CAMP_NREPP,
    DFE_PEER_SUPPORT,
    EEPM_CLOSURE,
    EVERYDAY_MENTOR,
    IMENTOR_CLOSURE,
    ONTARIO_CLOSURE,
    REWARDS,
)
from mentorkit_schools.vocabulary import Reward

_SCENARIOS = EEPM_CLOSURE.at("a policy covers the ways in which a match may end, planned or not")
_ONE_SIDE = ONTARIO_CLOSURE.at("it says what is done when one of the two cannot or will not take part")
_AFTERWARDS = ONTARIO_CLOSURE.at("contact after the end is regulated, social media included")
_REMATCHING = ONTARIO_CLOSURE.at("whether, when and how a new match is made is written down")
_EARLY_TALK = EEPM_CLOSURE.at("endings are spoken of as early as the training before a match")
_LAST_MEETING = EEPM_CLOSURE.at("the two are offered a last meeting")
_EXIT_INTERVIEW = ONTARIO_CLOSURE.at("mentor and mentee, and parents where it fits, are interviewed at the end")
_REWARDED = DFE_PEER_SUPPORT.at("mentors' time is acknowledged and rewarded")
_RITUAL = CAMP_NREPP.at("a ritual closes the time of mentoring")
_BUFFER = IMENTOR_CLOSURE.at("two to three weeks pass before a new match")
_FIRST_HALF_YEAR = EVERYDAY_MENTOR.at("self-worth and competence fell where a match ended within three to six months")
_TOO_EARLY = ALBERTA_CLOSURE.at("matches that end too early can harm mentees")

_THREE_MONTHS = Duration(3, "month")
_SIX_MONTHS = Duration(6, "month")


SCH501 = requires(
    "SCH501",
    "the policy covers every kind of ending",
    {
        "closure_covers": Annotated[
            tuple[str, ...],
            Parameter(
                "what the written policy on endings covers",
                limits=[
                    includes("planned endings", "unexpected endings", sources=[_SCENARIOS]),
                    includes("one side cannot or will not go on", sources=[_ONE_SIDE]),
                    includes("contact afterwards", sources=[_AFTERWARDS]),
                    includes("new matches", strength=Strength.SHOULD, sources=[_REMATCHING]),
                    includes("a pause before a new match", strength=Strength.SHOULD, sources=[_BUFFER]),
                ],
                example='["planned endings", "unexpected endings", "one side cannot or will not go on", '
                '"contact afterwards", "new matches", "a pause before a new match"]',
                question="What does the written policy on endings cover?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "planned endings": ["endings that are planned"],
                    "unexpected endings": ["unplanned endings", "sudden endings", "early endings"],
                    "one side cannot or will not go on": [
                        "one side cannot or will not continue",
                        "one side cannot or does not want to go on",
                        "one of the pair cannot or will not go on",
                    ],
                    "contact afterwards": [
                        "contact after the end",
                        "contact after the match",
                        "contact after the ending",
                        "later contact",
                    ],
                    "new matches": ["rematching", "re-matching", "being matched again"],
                    "a pause before a new match": [
                        "a break before a new match",
                        "a gap before a new match",
                        "a pause before re-matching",
                        "time between matches",
                    ],
                },
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[_SCENARIOS, _ONE_SIDE, _AFTERWARDS],
    reason="Some matches end because somebody moves, falls ill or stays away, and then nobody has time to think. Not "
    "every scheme makes new matches, so writing down how they are made is only a SHOULD. The pause is one "
    "programme's, of two to three weeks: a new mentor should not be a replacement part, but should not come too late.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)

SCH502 = requires(
    "SCH502",
    "endings are prepared and marked",
    {
        "training.topics": includes("endings", sources=[_EARLY_TALK]),
        "graduation.ending": [
            includes("final meeting", sources=[_LAST_MEETING]),
            includes("exit interview", sources=[_EXIT_INTERVIEW]),
            includes("closing ritual", strength=Strength.CAUTION, sources=[_RITUAL]),
        ],
    },
    strength=Strength.SHOULD,
    sources=[_EARLY_TALK, _LAST_MEETING, _EXIT_INTERVIEW],
    reason="People learn what a good ending is before they need it, and remember it longer than most meetings. One "
    "guide requires the interview. It helps the service to learn, and nobody is harmed without it. A ritual is one "
    "programme's way.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)


# The three facts are those of the shared standards, in the same words.
@rule(
    "SCH504",
    strength=Strength.CAUTION,
    sources=[_FIRST_HALF_YEAR, _TOO_EARLY],
    unmet="the relationship ended on {relationship_ended_on}, between three and six months after it began on "
    "{relationship_started_on}, and nobody will ask how the {mentee} is",
    fix="agree who asks how the {mentee} is, and when; note it as an early ending",
    applies=MEETS_IN_PAIRS,
)
def an_ending_in_the_first_half_year_is_followed_up(
    relationship_started_on: RelationshipStartedOn,
    relationship_ended_on: RelationshipEndedOn,
    welfare_follow_up_agreed: WelfareFollowUpAgreed,
) -> bool:
    """Young people lost self-worth if it ended before half a year. The shared standards cover earlier endings."""
    return (
        welfare_follow_up_agreed
        or relationship_ended_on < day_after(relationship_started_on, _THREE_MONTHS)
        or relationship_ended_on >= day_after(relationship_started_on, _SIX_MONTHS)
    )


@rule(
    "SCH505",
    strength=Strength.SHOULD,
    sources=[_REWARDED, REWARDS],
    unmet="{mentors} get nothing for the time they give",
    fix="thank them in public, and write them a reference; state what they get in reward",
)
def mentors_get_something_for_their_time(reward: Reward) -> bool:
    """It costs them breaks and lessons, and later mentors see whether anybody noticed.

    Applicants should know what they get, and so should people who work out the cost.
    """
    return any(entry not in ("none", "nothing") for entry in reward)
