"""What mentors learn (SCH201 to SCH208)."""

from typing import Annotated

from mentorkit.api import (
    Condition,
    Duration,
    Parameter,
    Programme,
    Strength,
    at_least,
    at_most,
    in_writing,
    includes,
    requires,
    rule,
    when,
)
from mentorkit_schools.sources import (
    ASSIST_BLUEPRINTS,
    CAMP_CHILD_TRENDS,
    MENTOR_TRAINING,
    TURNING_POINT,
    WIKI_PEER_SUPPORT,
    YOUTHBUILD,
)
from mentorkit_schools.vocabulary import OutsideTrainers, Teaches, in_roles, is_role

DRUGS, SEXUAL_HEALTH = "drugs and alcohol", "sexual health"
DAYS = {DRUGS: 3, SEXUAL_HEALTH: 1}

TWO_HOURS = MENTOR_TRAINING.at("two hours or more, before mentors are matched")
SIX_HOURS = MENTOR_TRAINING.at("six hours or more, for more than the least")
FOUR_HOURS = YOUTHBUILD.at("four hours or more, not counting the orientation")
CAMP_ORIENTATION = CAMP_CHILD_TRENDS.at("an orientation of six hours, before pairs are made")
EVERY_TWO_MONTHS = YOUTHBUILD.at("training goes on after the match, every other month or more often")
FOUR_DAYS = TURNING_POINT.at("four days: three on drugs and alcohol, one on sexual health")
OWN_WORKSHOP = TURNING_POINT.at("pupils learn to devise a workshop of their own")
ASDAN = TURNING_POINT.at("the course counts towards an award of ASDAN in PSHE")
DRUGS_AND_LAW = TURNING_POINT.at("a police schools officer speaks on drugs and the law")
SPECIALISTS = TURNING_POINT.at("the local sexual health team gives the day: where to get help, and testing")
LISTENERS_TRAINED = WIKI_PEER_SUPPORT.at("peer listeners are trained in active listening, in school or by others")
TWO_DAYS = ASSIST_BLUEPRINTS.at("two days with trainers from outside")
TEN_WEEKS = ASSIST_BLUEPRINTS.at("ten weeks of conversations with others of their year, noted in a diary")


def _educators_teach(*subjects: str) -> Condition:
    def test(programme: Programme) -> bool | None:
        if not is_role(programme.role.kind or "", "peer educator"):
            return False  # a kind that is not stated is asked for by SCH203
        teaches = programme.value(("programme", "schools", "teaches"))
        return None if teaches is None else bool(set(teaches) & set(subjects))

    return when(f"where peer educators teach {' or '.join(subjects)}", test, "programme.schools.teaches")


SCH201 = requires(
    "SCH201",
    "mentors have hours of teaching before a match",
    {
        "training.contact_time": [
            at_least("2 hours", sources=[TWO_HOURS]),
            at_least("6 hours", strength=Strength.SHOULD, sources=[SIX_HOURS, FOUR_HOURS, CAMP_ORIENTATION]),
        ]
    },
    strength=Strength.MUST,
    sources=[TWO_HOURS, SIX_HOURS, FOUR_HOURS, CAMP_ORIENTATION],
    reason="A mentor who begins unprepared gives up sooner, and the younger person pays for it. The figures are older "
    "than the fifth edition of the American standards, whose own are not confirmed here; whether the hours have to be "
    "in person is left open for that reason. Weeks and days of a course are not turned into hours.",
    fix="plan six hours of teaching before the first meeting, and count the orientation apart from them",
    applies=in_roles("cross-age mentor", "youth mentor"),
)

SCH202 = requires(
    "SCH202",
    "training goes on after the match",
    {"training.refresher_every": at_most("2 months")},
    strength=Strength.SHOULD,
    sources=[EVERY_TWO_MONTHS],
    reason="Most questions come up once there is somebody to be a mentor to. One network requires it of its members, "
    "hence should and not must.",
    applies=in_roles("youth mentor"),
)

SCH203 = requires(
    "SCH203",
    "peer educators learn to teach",
    {
        "programme.schools.teaches": Teaches,
        "training.topics": includes("devising a workshop", sources=[OWN_WORKSHOP]),
        "training.award.accredited_by": (),
    },
    strength=Strength.SHOULD,
    sources=[OWN_WORKSHOP, ASDAN],
    reason="To know a subject is one thing; to hold a class with it, in a session of one's own, is another. The "
    "course takes days of school time, and in the documented scheme it counts towards an award from outside.",
    applies=in_roles("peer educator"),
)


@rule(
    "SCH204",
    strength=Strength.SHOULD,
    sources=[FOUR_DAYS, DRUGS_AND_LAW],
    unmet="peer educators teach about drugs, and no police schools officer is among those who teach them",
    fix='ask for a session on drugs and the law, and add "police schools officer" to outside_trainers',
    requires={
        "training.topics": [
            includes(DRUGS, sources=[FOUR_DAYS]),
            includes("drugs and the law", sources=[DRUGS_AND_LAW]),
        ]
    },
    applies=_educators_teach(DRUGS),
)
def those_who_teach_about_drugs_know_the_law(outside_trainers: OutsideTrainers, teaches: Teaches) -> bool:
    """Pupils ask what is legal and what happens when one is caught, and a wrong answer can cost them dearly."""
    return DRUGS not in teaches or "police schools officer" in outside_trainers


@rule(
    "SCH205",
    strength=Strength.SHOULD,
    sources=[SPECIALISTS],
    unmet="peer educators teach about sexual health, and no specialist team is among those who teach them",
    fix='ask for a day with them, and add "local sexual health team" to outside_trainers',
    requires={"training.topics": includes(SEXUAL_HEALTH, "signposting", "chlamydia testing")},
    applies=_educators_teach(SEXUAL_HEALTH),
)
def sexual_health_is_taught_by_specialists(outside_trainers: OutsideTrainers, teaches: Teaches) -> bool:
    """Specialists know what is right today and where to send somebody; project staff would have to guess."""
    return SEXUAL_HEALTH not in teaches or "local sexual health team" in outside_trainers


@rule(
    "SCH206",
    strength=Strength.SHOULD,
    sources=[FOUR_DAYS],
    unmet="a course of {length} is shorter than that of the documented scheme for {teaches}",
    fix="plan three days for drugs and alcohol, and one more for sexual health",
    applies=_educators_teach(DRUGS, SEXUAL_HEALTH),
)
def peer_educators_have_days_to_learn(
    length: Annotated[Duration, Parameter(at="training.length")], teaches: Teaches
) -> bool:
    """A pupil who stands before a class needs to know more than the class; that takes days.

    A course stated in hours is left alone here: days of a course and hours of teaching are not turned into each other.
    """
    days = sum(DAYS.get(subject, 0) for subject in set(teaches))
    return not days or bool(length.minutes) or length >= Duration(days, "day")


SCH207 = requires(
    "SCH207",
    "peer listeners learn to listen",
    {"training.topics": includes("active listening")},
    strength=Strength.MUST,
    sources=[LISTENERS_TRAINED],
    reason="A listener who has not learnt to listen comforts too soon, gives advice, or promises to keep what has to "
    "be passed on. School or outside body may teach it: both are documented. No listening scheme is known that does "
    "without.",
    applies=in_roles("peer listener"),
)


@rule(
    "SCH208",
    strength=Strength.SHOULD,
    sources=[TWO_DAYS, TEN_WEEKS],
    unmet="peer supporters are taught by nobody from outside",
    fix="name who teaches them in outside_trainers",
    requires={
        "training.length": at_least("2 days", sources=[TWO_DAYS]),
        "relationship.shortest": at_least("10 weeks", sources=[TEN_WEEKS]),
        **in_writing("diary of conversations", sources=[TEN_WEEKS]),
    },
    applies=in_roles("peer supporter"),
)
def peer_supporters_follow_the_trial(outside_trainers: OutsideTrainers) -> bool:
    """What was found to work for a year was this, and not just any pupils talking with pupils about smoking.

    One rater calls the scheme promising, another found no effect after two years.
    """
    return bool(outside_trainers)
