"""What mentors learn (SCH201 to SCH208)."""

from typing import Annotated

from mentorkit.api import (
    Condition,
    Duration,
    Parameter,
    Strength,
    at_least,
    at_most,
    in_writing,
    includes,
    key_is,
    listed,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.works import MENTOR_TRAINING, TURNING_POINT, WIKI_PEER_SUPPORT
from mentorkit_schools.sources import ASSIST_BLUEPRINTS, CAMP_CHILD_TRENDS, YOUTHBUILD
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, OutsideTrainers, Teaches, in_roles

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
    educators = only_if_stated(in_roles("peer educator"), "SCH203 asks for the role")
    words = f"if peer educators teach {listed(subjects, 'or')}"
    return when(words, educators & key_is(words, "programme.schools.teaches", *subjects))


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
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[TWO_HOURS, SIX_HOURS, FOUR_HOURS, CAMP_ORIENTATION],
    reason="A mentor who begins unprepared gives up sooner, and that harms the younger person. The figures are older "
    "than the fifth edition of the American standards, whose own figures are not confirmed here. So this rule does "
    "not say whether the hours have to be in person. Weeks and days of a course are not converted into hours.",
    fix="plan six hours of teaching before the first meeting, and count the orientation separately",
    applies=in_roles("cross-age mentor", "youth mentor"),
)

SCH202 = requires(
    "SCH202",
    "training goes on after the match",
    {"training.refresher_every": at_most("2 months")},
    strength=Strength.SHOULD,
    sources=[EVERY_TWO_MONTHS],
    reason="Most questions come up once there is somebody to mentor. One network requires it of its members, so this "
    "is a SHOULD and not a MUST.",
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
    reason="Knowing a subject is different from teaching a class in a session of one's own. The course takes days of "
    "school time, and in the documented scheme it counts towards an award from outside.",
    applies=in_roles("peer educator"),
)


@rule(
    "SCH204",
    strength=Strength.SHOULD,
    met_by_more=["outside_trainers"],
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
    """Pupils ask what is legal and what happens if you are caught. A wrong answer can cost them a lot."""
    return DRUGS not in teaches or "police schools officer" in outside_trainers


@rule(
    "SCH205",
    strength=Strength.SHOULD,
    met_by_more=["outside_trainers"],
    sources=[SPECIALISTS],
    unmet="peer educators teach about sexual health, and no specialist team is among those who teach them",
    fix='ask for a day with them, and add "local sexual health team" to outside_trainers',
    requires={"training.topics": includes(SEXUAL_HEALTH, "signposting", "chlamydia testing")},
    applies=_educators_teach(SEXUAL_HEALTH),
)
def sexual_health_is_taught_by_specialists(outside_trainers: OutsideTrainers, teaches: Teaches) -> bool:
    """Specialists know what is right today and where to send somebody. Project staff would have to guess."""
    return SEXUAL_HEALTH not in teaches or "local sexual health team" in outside_trainers


@rule(
    "SCH206",
    strength=Strength.SHOULD,
    sources=[FOUR_DAYS],
    unmet="a course of {length} is shorter than the course of the documented scheme for {teaches}",
    fix="plan three days for drugs and alcohol, and one more for sexual health",
    applies=_educators_teach(DRUGS, SEXUAL_HEALTH),
)
def peer_educators_have_enough_days_to_learn(
    length: Annotated[Duration, Parameter(at="training.length")], teaches: Teaches
) -> bool:
    """Pupils who teach a class need to know more than the class, and that takes days.

    A course stated in hours is not judged here: days of a course and hours of teaching are not converted into each
    other.
    """
    days = sum(DAYS.get(subject, 0) for subject in set(teaches))
    return not days or bool(length.minutes) or length >= Duration(days, "day")


SCH207 = requires(
    "SCH207",
    "peer listeners learn to listen",
    {"training.topics": includes("active listening")},
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[LISTENERS_TRAINED],
    reason="Somebody who has not learnt to listen comforts too soon, gives advice, or promises to keep a secret that "
    "has to be passed on. A school or an outside body may teach it: both are documented. No listening scheme is known "
    "that does without.",
    applies=in_roles("peer listener"),
)


@rule(
    "SCH208",
    strength=Strength.SHOULD,
    sources=[TWO_DAYS, TEN_WEEKS],
    unmet="nobody from outside teaches the peer supporters",
    fix="name who teaches them in outside_trainers",
    requires={
        "training.length": at_least("2 days", sources=[TWO_DAYS]),
        "relationship.shortest": at_least("10 weeks", sources=[TEN_WEEKS]),
        **in_writing("diary of conversations", sources=[TEN_WEEKS]),
    },
    applies=in_roles("peer supporter"),
)
def peer_supporters_are_trained_as_in_the_trial(outside_trainers: OutsideTrainers) -> bool:
    """This is what was found to work for a year.

    It is more than pupils talking with pupils about smoking. One body that rates programmes calls the scheme promising;
    another found no effect after two years.
    """
    return bool(outside_trainers)
