"""What mentors learn (PRB201 to PRB207)."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import DecideBy, Fact, Parameter, Strength, at_least, includes, includes_one_of, requires, rule
from mentorkit.works import HUMPHRIS, LISTENERS_GUARDIAN, TURNING_POINT, WIKI_RECOVERY_COACHING
from mentorkit_probation.sources import LISTENERS_DARTMOOR, ST_GILES
from mentorkit_probation.vocabulary import AT_COURT, FOR_LISTENERS, IN_THE_COMMUNITY, in_schemes

TWELVE_WEEKS = HUMPHRIS.at("the service trains its mentors itself, for twelve weeks")
LEVEL_TWO = HUMPHRIS.at("the training is accredited at Level 2 by Skills for Justice")
IN_PRISON = TURNING_POINT.at("courses are held in prisons, so that people qualify as mentors there")
AT_A_DISTANCE = WIKI_RECOVERY_COACHING.at("one provider offers people in prison a course by correspondence")
COURT_KNOWLEDGE = WIKI_RECOVERY_COACHING.at("those who support people at court are certified and know the law")
DECIDED_AT_THE_END = LISTENERS_GUARDIAN.at("who becomes a Listener is said when the course is over")
COMPACT = LISTENERS_DARTMOOR.at("Listeners sign a compact after their training")
PEER_ADVISORS = ST_GILES.at("six to eight months of training at Level 3, with a placement of two days a week")


PRB201 = requires(
    "PRB201",
    "the course is long enough",
    {"training.length": at_least("12 weeks")},
    strength=Strength.SHOULD,
    sources=[TWELVE_WEEKS],
    reason="A mentor under sentence learns the role and a new way to be seen, and both need weeks. The source gives "
    "weeks and no hours, and hours are never converted into weeks. So a course that is stated in hours cannot be "
    "judged here. State its weeks in length, and its hours in contact_time.",
    applies=IN_THE_COMMUNITY,
)

PRB202 = requires(
    "PRB202",
    "the training leads to a level that employers know",
    {"training.award.level": at_least(2)},
    strength=Strength.SHOULD,
    sources=[LEVEL_TWO],
    reason="A criminal record is hard to get past. An award that employers know goes next to it on the same page.",
    applies=IN_THE_COMMUNITY,
)

PRB203 = requires(
    "PRB203",
    "people in prison can qualify there",
    {
        "training.probation.course_places": Annotated[
            tuple[Literal["in prison", "by correspondence", "outside prison"], ...],
            Parameter(
                "where the course is held",
                limits=[includes_one_of("in prison", "by correspondence")],
                example='["in prison"]',
                question="Where is the course held?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[IN_PRISON, AT_A_DISTANCE],
    reason="A sentence gives time to learn, and a mentor who qualifies inside can help the next day.",
    applies=in_schemes("mentoring in prison"),
)

PRB204 = requires(
    "PRB204",
    "people who support others at court know the law",
    {"training.topics": includes("law and court procedure"), "training.award.title": ()},
    strength=Strength.MUST,
    sources=[COURT_KNOWLEDGE],
    reason="A mistake about what a court is told, or somebody before a hearing, can cost people their liberty. The "
    "source is a review article on one country's practice. It is required because so much is at stake.",
    applies=AT_COURT,
)


@rule(
    "PRB205",
    strength=Strength.MUST,
    sources=[DECIDED_AT_THE_END],
    unmet="the decision on whether the trainee is suitable is dated {found_suitable_on}, which is in the future",
    fix="wait for the Samaritans' decision",
    applies=FOR_LISTENERS,
)
def suitability_is_decided_when_the_course_is_over(
    found_suitable_on: Annotated[
        date,
        Fact(
            "date on which the trainee was found suitable, after the end of the course",
            question="On which day was the trainee found suitable, after the end of the course?",
            not_before="training_completed_on",
        ),
    ],
    on: date,
) -> bool:
    """The course itself shows who can listen. It is required, since the Samaritans run every Listener scheme."""
    return found_suitable_on <= on


@rule(
    "PRB206",
    strength=Strength.MUST,
    sources=[COMPACT],
    unmet="the compact is to be signed on {compact_signed_on}",
    fix="sign it before the first call",
    applies=FOR_LISTENERS,
)
def listeners_sign_a_compact(
    compact_signed_on: Annotated[
        date,
        Fact(
            "date on which the Listener signed the compact", question="On which day did the Listener sign the compact?"
        ),
    ],
    on: date,
) -> bool:
    """Full confidentiality in a prison depends on a promise that Listener, prison and Samaritans have all seen."""
    return compact_signed_on <= on


PRB207 = requires(
    "PRB207",
    "peer advisers train at work",
    {
        "training.length": at_least("6 months"),
        "training.award.level": at_least(3),
        "training.probation.placement_days_a_week": Annotated[
            int,
            Parameter(
                "how many days a week trainees spend on a placement",
                limits=[at_least(2)],
                example="2",
                question="How many days a week do trainees spend on a placement?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=(1, 7),
            ),
        ],
    },
    strength=Strength.SHOULD,
    sources=[PEER_ADVISORS],
    reason="Advice on housing and debt is skilled work. People learn it by doing it next to somebody who can. The "
    "source gives months and days a week, which cannot be compared with the hours of a course.",
    applies=in_schemes("peer advice"),
)
