"""Who is brought together with whom (SCH301 to SCH307)."""

from typing import Annotated

from mentorkit.api import (
    DecideBy,
    Evidence,
    Fact,
    Parameter,
    Programme,
    Strength,
    Way,
    at_least,
    at_most,
    in_writing,
    includes,
    includes_one_of,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import EXPERTS123, TURNING_POINT, WIKI_PEER_MENTORING
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import (
    CAMP_CHILD_TRENDS,
    CAMP_NREPP,
    EEPM_MATCHING,
    GROSSMAN_RHODES,
    KIDSCAPE,
    MENTOR_GLOSSARY,
    MENTOR_GOOD_START,
)
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, in_roles

_WRITTEN = EEPM_MATCHING.at("what makes two people fit, and who judges it, is written down beforehand")
_FACTORS = EEPM_MATCHING.at("a match looks at background, interests, times and places, and what the mentor is good at")
_INFORMED = EEPM_MATCHING.at("both sides learn about the proposed match before they first meet")
_ASKED = EEPM_MATCHING.at("wishes and feedback of both are heard before a match goes ahead")
_WELCOME = MENTOR_GOOD_START.at("mentor, mentee and parent get a letter within a week of the start of a match")
_SAID_FIRST = EXPERTS123.at("a young person is told at the first meeting that support will be short")
_REVIEWED = KIDSCAPE.at("a time frame and reviews are set, and support stops when it is of no more use")
_RANKED = CAMP_CHILD_TRENDS.at("both sides rank their choices, and nine mentees in ten get their first or second")
_MET = CAMP_NREPP.at("all meet first, and then each names three whom they would like")
_TWO_YEARS = WIKI_PEER_MENTORING.at("cross-age programmes need a span of two years or more", Evidence.RESEARCH)
_YEAR_ELEVEN = TURNING_POINT.at("pupils in Year 11 teach those in Years 8 and 9")
_INFERIORITY = WIKI_PEER_MENTORING.at("with an older mentor a mentee is less likely to feel inferior")
_GROUP = MENTOR_GLOSSARY.at("group mentoring is one adult with up to four young people")
_AT_RISK = GROSSMAN_RHODES.at("matches of older adolescents and of those who were abused ended sooner")


SCH301 = requires(
    "SCH301",
    "matching follows criteria that are written down",
    {
        "matching.criteria": [
            at_least(1, sources=[_WRITTEN]),
            includes("times and places", "strengths of the mentor", strength=Strength.SHOULD, sources=[_FACTORS]),
        ]
    },
    in_writing("matching procedure", sources=[_WRITTEN]),
    strength=Strength.MUST,
    sources=[_WRITTEN, _FACTORS],
    reason="Pairs that depend on who is free do not last, and young people think that it is their own fault. In other "
    "sectors close matching may not be needed; for young people the standard requires it. The shared standards ask "
    "for background and interests.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)

SCH302 = requires(
    "SCH302",
    "both sides know and accept who they will meet",
    {
        "steps": Annotated[
            tuple[str, ...],
            Parameter(
                "what happens and what is said before a pair first meets, or in its first week",
                limits=[
                    includes("information about the match", sources=[_INFORMED]),
                    includes("how long support lasts", sources=[_SAID_FIRST, _REVIEWED]),
                    includes(
                        "review dates", "support ends when not needed", strength=Strength.SHOULD, sources=[_REVIEWED]
                    ),
                    includes("welcome letter within a week", strength=Strength.SHOULD, sources=[_WELCOME]),
                    includes_one_of(
                        "ranked choices", "meet-and-greet", strength=Strength.CAUTION, sources=[_RANKED, _MET]
                    ),
                ],
                example='["meet-and-greet", "information about the match", "how long support lasts", "review dates", '
                '"support ends when not needed", "welcome letter within a week"]',
                question="What happens before a pair first meets, or in its first week?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "meet-and-greet": ["meet and greet", "introductory meeting"],
                    "welcome letter within a week": [
                        "welcome letter within one week",
                        "welcome letter within 7 days",
                        "welcome letter within seven days",
                        "welcome letter in the first week",
                    ],
                    "information about the match": ["information on the match", "details of the match"],
                    "how long support lasts": ["length of support", "duration of support", "how long mentoring lasts"],
                    "review dates": ["when it is reviewed"],
                    "support ends when not needed": [
                        "support ends when it is no longer needed",
                        "support ends when no longer needed",
                        "mentoring ends when no longer needed",
                    ],
                    "ranked choices": ["ranked preferences", "choices in order"],
                },
            ),
        ],
        "matching.mentee_veto": one_of(True, sources=[_ASKED]),
    },
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_INFORMED, _ASKED, _SAID_FIRST, _REVIEWED],
    reason="Young people find it hard to say no to an adult's choice once they have met. If they know when it ends, "
    "they do not feel left. This much is required, since a child is harmed otherwise; reviews are a magazine's "
    "advice. Choosing among people one has met is the practice of one programme, and its two raters describe it in "
    "two ways. So this part is only advice.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)


@rule(
    "SCH303",
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_TWO_YEARS],
    unmet="the {mentor} is not {year_gap} or more years ahead of the {mentee}",
    fix="find the {mentee} an older {mentor}",
    applies=in_roles("cross-age mentor"),
)
def a_mentor_is_some_years_ahead(
    year_gap: Annotated[
        int,
        Parameter(
            "how many school years a {mentor} is ahead of the {mentee}, at least",
            limits=[at_least(2)],
            example="2",
            question="How many school years is a {mentor} ahead of the {mentee}, at least?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=(0, 8),
        ),
    ],
    mentor_school_year: Annotated[
        int,
        Fact(
            "school year of the {mentor} as a number, such as 10; or age in years, if so for both sides",
            question="Which school year is the {mentor} in?",
        ),
    ],
    mentee_school_year: Annotated[
        int,
        Fact(
            "school year of the {mentee} as a number, such as 8; or age in years, if so for both sides",
            question="Which school year is the {mentee} in?",
        ),
    ],
) -> bool:
    """With two years between them, the younger can look up to the older; with less, the two compete.

    Two years is part of what the studies call cross-age. What they found does not apply to a smaller gap.
    """
    return mentor_school_year - mentee_school_year >= year_gap


SCH304 = requires(
    "SCH304",
    "peer educators teach younger pupils",
    {
        "audience_year_gap": Annotated[
            int,
            Parameter(
                "how many school years {mentors} are ahead of those they teach, at least",
                limits=[at_least(2)],
                example="2",
                question="How many school years are {mentors} ahead of those they teach, at least?",
                decide_by=DecideBy.RECRUITMENT,
                plausible=(0, 8),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_YEAR_ELEVEN],
    reason="In front of pupils of the same year it is hard to be believed, and easy to be laughed at.",
    applies=in_roles("peer educator"),
)


def _of_one_age(programme: Programme) -> bool | None:
    kind, youngest, ages = programme.role.kind, programme.role.youngest, programme.for_whom.ages
    if kind in ("cross-age mentor", "youth mentor"):
        return False
    if ages is not None and ages.to is not None and youngest is not None and youngest > ages.to + 1:
        return False  # whatever the role is called, all of them are two years older, which is what the rule asks for
    return None if kind is None else MEETS_IN_PAIRS.holds(programme)


SCH305 = requires(
    "SCH305",
    "there is a reason for pairs of the same age",
    {
        "same_age_reason": Annotated[
            str,
            Parameter(
                "why {mentors} are not older than the people they support, and what is done if a {mentee} feels "
                "inferior",
                example='"new students want to hear from their own year; who prefers an older mentor gets one"',
                question="Why are {mentors} not older than the people they support?",
                decide_by=DecideBy.RECRUITMENT,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_INFERIORITY],
    reason="Help from somebody of the same age can feel like a sign of having failed.",
    fix='say why; or choose {mentors} two years older, and state role.kind = "cross-age mentor"',
    applies=when("if pairs may be of the same age", _of_one_age, "role.kind"),
    ways=[Way.PAIR],
)


def _adult_with_a_group(programme: Programme) -> bool | None:
    kind, modes = programme.role.kind, programme.relationship.modes
    if kind is not None and kind != "youth mentor":
        return False
    return None if kind is None or modes is None else "group" in modes


SCH306 = requires(
    "SCH306",
    "groups are small",
    {"matching.mentees_per_mentor": at_most(4)},
    strength=Strength.SHOULD,
    sources=[_GROUP],
    reason="In a larger group, quiet members have no mentor. The number is from a definition. It says what the word "
    "means, not when harm begins, so this is a SHOULD.",
    applies=when("if adults mentor young people in groups", _adult_with_a_group, "role.kind"),
)


@rule(
    "SCH307",
    strength=Strength.SHOULD,
    sources=[_AT_RISK],
    unmet="this match is more likely than others to end early, and no extra support is agreed",
    fix="agree who supports the pair, and how often, or wait for a {mentor} with more experience",
    applies=MEETS_IN_PAIRS,
)
def matches_at_risk_get_more_support(
    mentee_may_end_early: Annotated[
        bool,
        Fact(
            "whether staff expect this match to end early more than others; the reason is not recorded here",
            question="Do staff expect this match to end early more than others?",
        ),
    ],
    mentee_extra_support_agreed: Annotated[
        bool, Fact("whether extra support is agreed for this match", question="Is extra support agreed for this match?")
    ],
) -> bool:
    """People who have been let down most are let down again most often, and lose more by it.

    In the study these were older adolescents and young people who had been abused. Staff judge it, and the reason is
    not recorded.
    """
    return mentee_extra_support_agreed or not mentee_may_end_early
