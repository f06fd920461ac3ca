"""Who is brought together with whom (STD301 to STD304, STD313 to STD315)."""

from collections.abc import Iterator

from mentorkit.api import (
    At,
    MenteeAgreesToMatch,
    Problem,
    Programme,
    Strength,
    Way,
    comparison_faults,
    falls_short,
    in_writing,
    includes,
    listed,
    requires,
    rule,
    unjustified_comparisons,
    when,
)
from mentorkit.standards.sources import APPROVED_PROVIDER, EQUALITY_ACT, STEADY_PROCESS, THEIRS_TO_DECIDE
from mentorkit.works import SCOTTISH_GOVERNMENT, WIKI_PEER_MENTORING

_ALIKE = WIKI_PEER_MENTORING.at("pairs have background, interests and life experience in common")
_COME_IN = APPROVED_PROVIDER.at("4, 5 and 9 of 10: referral, a look at people's needs, and matching are processes")
_MAY_BE_WEIGHED = WIKI_PEER_MENTORING.at("age, gender, ethnicity, language and education may be weighed")
_CHARACTERISTICS = ("age", "age group", "gender", "ethnicity", "language", "education")


def _weighs_characteristics(programme: Programme) -> bool | None:
    """Whether the design names such a criterion, be it weighed or required."""
    criteria = programme.matching.criteria
    stated = (*(criteria or ()), *(programme.matching.required or ()))
    return any(criterion in _CHARACTERISTICS for criterion in stated) or (None if criteria is None else False)


STD301 = requires(
    "STD301",
    "matching looks at what a pair has in common",
    {"matching.criteria": includes("background", "interests", "life experience", sources=[_ALIKE])},
    strength=Strength.CAUTION,
    sources=[_ALIKE, SCOTTISH_GOVERNMENT.at("mentoring of people who have offended can do without close matching")],
    reason="What two people share gets them talking. Sources differ: in schools, matching is central; an evaluation "
    "of mentoring in justice found that it may not be needed. So this is advice. The sectors in which it is central "
    "ask for it themselves.",
)

STD302 = requires(
    "STD302",
    "weighing personal characteristics is justified",
    {"matching.justification": ()},
    strength=Strength.SHOULD,
    sources=[_MAY_BE_WEIGHED],
    reason="Sorting people by such characteristics can be kind or unfair. The reason shows which it is.",
    applies=when(
        "if age, gender, ethnicity, language or education are weighed in matching",
        _weighs_characteristics,
        "matching.criteria",
    ),
)


@rule(
    "STD303",
    strength=Strength.CAUTION,
    reads=[At.matching.required],
    sources=[WIKI_PEER_MENTORING.at("little is known about pairs whose characteristics differ")],
    fix="move it from required to criteria, unless {mentees} themselves ask for it",
    ways=[Way.PAIR],
)
def pairs_who_differ_are_not_ruled_out(programme: Programme) -> Iterator[Problem]:
    """A criterion that rules pairs out claims more than is known, and leaves some people waiting."""
    if criteria := programme.matching.required:
        yield falls_short(
            "matching.required",
            f"this rules out pairs who differ in {listed(criteria, 'or')}, though little is known about how they do",
        )


@rule(
    "STD304",
    strength=Strength.MUST,
    sources=[THEIRS_TO_DECIDE],
    ways=[Way.PAIR],
    unmet="the {mentee} does not agree to this match",
    fix="look for another {mentor} together",
)
def the_mentee_agrees_to_the_match(mentee_agrees_to_match: MenteeAgreesToMatch) -> bool:
    """Nobody else can decide whom a person confides in."""
    return mentee_agrees_to_match


STD313 = requires(
    "STD313",
    "the steps to a match are written down",
    in_writing("referral process", "needs assessment", "matching procedure"),
    strength=Strength.SHOULD,
    sources=[_COME_IN],
    reason="Decisions on who may come, what they need and whom they meet should not depend on who is on duty that "
    "day. A standard that programmes choose to be checked against requires all three, so they are recommended here.",
    ways=[Way.PAIR],
)


@rule(
    "STD314",
    strength=Strength.MUST,
    reads=[At.matching.exclusions, At.matching.justification, At.matching.preferences],
    sources=[
        EQUALITY_ACT.at("4 and 19: nine protected characteristics; what disadvantages people by them needs a fair aim"),
        _MAY_BE_WEIGHED,
    ],
    waivable=False,
)
def protected_characteristics_are_used_for_a_stated_reason(programme: Programme) -> Iterator[Problem]:
    """Pairing people by them can protect somebody or shut somebody out.

    The reason shows which, and who is responsible for it. They are age, disability, gender reassignment, marriage and
    civil partnership, pregnancy and maternity, race, religion or belief, sex, and sexual orientation. A person has to
    judge whether a reason is good enough in law. In Northern Ireland other laws protect much the same. Outside the
    United Kingdom a reason is asked for as well, because people can be shut out there too; what the law there says is
    not looked at. A waiver would need a reason too, so this rule cannot be waived.
    """
    for fault in unjustified_comparisons(programme.matching):
        yield falls_short(*fault)


@rule(
    "STD315",
    strength=Strength.MUST,
    reads=[
        At.matching.capacity_in,
        At.matching.collects,
        At.matching.exclusions,
        At.matching.mentors_per_mentee,
        At.matching.objective,
        At.matching.preferences,
        At.matching.spread,
    ],
    sources=[STEADY_PROCESS],
)
def the_criteria_for_pairs_can_be_worked_out(programme: Programme) -> Iterator[Problem]:
    """A preference that is half stated, or about which nobody is asked, looks as if it helps but does nothing."""
    for fault in comparison_faults(programme.matching):
        yield falls_short(*fault)
