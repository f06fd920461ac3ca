"""How a pair works together, and when others find a peer (SCH332 to SCH338)."""

from typing import Annotated, Literal

from mentorkit.api import (
    OVER_TIME,
    DecideBy,
    Duration,
    Evidence,
    Parameter,
    Programme,
    Strength,
    Way,
    at_least,
    at_most,
    in_writing,
    includes,
    includes_one_of,
    requires,
    when,
)
from mentorkit.works import EXPERTS123_A_YEAR, TURNING_POINT, WIKI_PEER_MENTORING, WIKI_PEER_SUPPORT
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import CAMP_CHILD_TRENDS, CAMP_NREPP, NMRC_ACTIVITIES
from mentorkit_schools.vocabulary import in_roles

_WHOLE_PERSON = WIKI_PEER_MENTORING.at("good mentors look beyond marks and careers")
_ASSIMILATION = WIKI_PEER_MENTORING.at("role models can press students from minorities to become like the majority")
_TEN_MEETINGS = WIKI_PEER_MENTORING.at("cross-age pairs meet more than ten times", Evidence.RESEARCH)
_TWICE_A_WEEK = CAMP_CHILD_TRENDS.at(
    "pairs meet twice a week for two hours over six months, with six Saturdays: 144 hours in all"
)
_ONCE_A_WEEK = CAMP_NREPP.at("pairs meet once a week")
_ACTIVITIES = NMRC_ACTIVITIES.at("guidance for pairs on activities is rated promising; two studies of eight saw none")
_LESSONS = TURNING_POINT.at("peer educators teach on a focus day or within a PSHE lesson")
_BREAKS = WIKI_PEER_SUPPORT.at("peer listeners are there at break or at lunch")
_MEDIATION = WIKI_PEER_SUPPORT.at("both parties come together under a peer who is trained to mediate")


SCH332 = requires(
    "SCH332",
    "mentors see the whole person",
    {
        "programme.principles": [
            includes("whole person", sources=[_WHOLE_PERSON]),
            includes("nobody has to fit in", strength=Strength.CAUTION, sources=[_ASSIMILATION]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_WHOLE_PERSON, _ASSIMILATION],
    reason="A mentor is not a tutor, and does not show that people get on by becoming like the rest. The service "
    "looks at whether mentors are as different as the people they support.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)

SCH333 = requires(
    "SCH333",
    "cross-age pairs meet more than ten times",
    {"relationship.meetings": at_least(11)},
    strength=Strength.MUST,
    sources=[_TEN_MEETINGS],
    reason="It is part of what cross-age mentoring is. What studies have found about it is not known for fewer "
    "meetings.",
    applies=in_roles("cross-age mentor"),
)

SCH334 = requires(
    "SCH334",
    "cross-age pairs meet every week",
    {"relationship.contact_every": at_most("7 days", sources=[_ONCE_A_WEEK, _TWICE_A_WEEK])},
    strength=Strength.SHOULD,
    sources=[_TWICE_A_WEEK, _ONCE_A_WEEK],
    reason="A week is long for a child, and one missed meeting makes it two. Two raters describe the best studied "
    "programme (CAMP) in two ways, once a week and twice a week. We do not know which is right. Either will do, and "
    "less is known of anything rarer.",
    applies=in_roles("cross-age mentor"),
)


def _adults_outside_school(programme: Programme) -> bool | None:
    kind, settings = programme.role.kind, programme.programme.settings
    if kind is not None and kind != "youth mentor":
        return False
    return None if kind is None or settings is None else set(settings) != {"school"}


SCH335 = requires(
    "SCH335",
    "adults give four hours a month",
    {
        "relationship.schools.time_a_month": Annotated[
            Duration,
            Parameter(
                "how many hours a pair spends together in a month",
                limits=[at_least("4 hours")],
                example='"4 hours"',
                question="How many hours does a pair spend together in a month?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=("30 minutes", "40 hours"),
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[EXPERTS123_A_YEAR],
    reason="Trust takes time. The number comes from a page of low standing, which quotes what was usual at the time.",
    applies=when("if adults mentor young people outside school", _adults_outside_school, "role.kind"),
    ways=OVER_TIME,
)

SCH336 = requires(
    "SCH336",
    "pairs get ideas for what to do",
    in_writing("activity guide"),
    strength=Strength.SHOULD,
    sources=[_ACTIVITIES],
    reason="Two people who do not know each other yet talk more easily if they have something to do.",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)

SCH337 = requires(
    "SCH337",
    "there are set times for the work",
    {
        "relationship.schools.slots": Annotated[
            tuple[str, ...],
            Parameter(
                "when {mentors} teach or can be found",
                limits=[includes_one_of("focus day", "PSHE lesson", "break", "lunch")],
                example='["PSHE lesson"]',
                question="When do {mentors} teach, or when can people find them?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={"break": ["break time"], "lunch": ["lunch time", "lunch break"]},
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_LESSONS, _BREAKS],
    reason="Work that is not in the timetable does not happen, and a listener whom nobody finds hears nothing.",
    applies=in_roles("peer educator", "peer listener"),
)

SCH338 = requires(
    "SCH338",
    "mediation brings both sides together",
    {
        "relationship.schools.mediation_with": Annotated[
            tuple[Literal["both parties", "trained peer mediator", "member of staff"], ...],
            Parameter(
                "who is present when a conflict is mediated",
                limits=[includes("both parties", "trained peer mediator")],
                example='["both parties", "trained peer mediator"]',
                question="Who is present when a conflict is mediated?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[_MEDIATION],
    reason="A mediator who carries messages from one side to the other becomes part of the conflict.",
    applies=in_roles("peer mediator"),
)
