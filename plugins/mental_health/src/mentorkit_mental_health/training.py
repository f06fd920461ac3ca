"""What mentors learn, and those whom they will work with (MHL201 to MHL204, MHL206 to MHL208, MHL210 to MHL217)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    At,
    DecideBy,
    Duration,
    Evidence,
    Fact,
    Parameter,
    Problem,
    Programme,
    Strength,
    at_least,
    falls_short,
    includes,
    not_settled,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import IMH_IMROC, WIKI_PEER_SUPPORT, WIKI_PEER_SUPPORT_SPECIALIST
from mentorkit_mental_health.sources import HEE_COMPETENCES, HEE_SUPPORTING, IMROC_TRAINING
from mentorkit_mental_health.vocabulary import (
    ACCREDITED,
    BOTH_TRAINED,
    FEEDBACK,
    FURTHER,
    LEARNERS,
    METHODS,
    PEER_SPECIALISTS,
    WORKSHOPS,
    CourseOffers,
    StaffTrained,
    made_for,
)

_PRACTICE = Evidence.PRACTICE
_SEVEN = IMH_IMROC.at("the seven core topics of its course; trainees choose what of their story to share", _PRACTICE)
_SAFETY = HEE_COMPETENCES.at(
    "knowledge of safeguarding, self-harm and suicide, confidentiality and trauma (2.2 to 2.7)"
)
_LOCAL = HEE_COMPETENCES.at("knowledge of local services and of where mental health care is available (2.3)")
_SUPERVISION = HEE_SUPPORTING.at("peer support workers know how to make good use of supervision")
_OTHER_APPROACHES = IMH_IMROC.at("lists courses that were not made for peers among other approaches")
_ELEVEN_DAYS = IMH_IMROC.at("a course of 11 days", _PRACTICE)
_FORTY_HOURS = IMROC_TRAINING.at("the present course has 40 hours")
_CREDITS = IMH_IMROC.at("20 credits at Level 4, accredited by the Open University", _PRACTICE)
_ACADEMIC = IMH_IMROC.at("each trainee has an academic supervisor as well", _PRACTICE)
_NOT_ONLINE = IMH_IMROC.at("virtual learning environments were a hurdle for some trainees", _PRACTICE)
_CONTINUING = WIKI_PEER_SUPPORT_SPECIALIST.at("peer support specialists go on learning, as clinical staff do")
_WELLNESS = IMH_IMROC.at("wellness planning runs through the course", _PRACTICE)
_DIARY = IMH_IMROC.at("trainees keep a diary to reflect in", _PRACTICE)
_ASSIGNMENT = IMH_IMROC.at("the accredited assignment was hard for trainees to complete", _PRACTICE)
_NAMED = WIKI_PEER_SUPPORT.at("peers in work after trauma are trained in certain interventions, such as first aid")
_CERTIFIED = WIKI_PEER_SUPPORT_SPECIALIST.at(
    "in services that are paid for publicly, peers meet what government and state require", Evidence.GUIDANCE
)
_SCHEME = WIKI_PEER_SUPPORT_SPECIALIST.at(
    "funding rests on a state-wide scheme of training and credentials", Evidence.GUIDANCE
)
_SPECIALIST_TOPICS = WIKI_PEER_SUPPORT_SPECIALIST.at("what the training of peer support specialists covers")


MHL201 = requires(
    "MHL201",
    "the course covers peer support and safety",
    {
        "training.topics": [
            includes(
                "safeguarding",
                "self-harm and suicide prevention",
                "confidentiality and consent",
                "trauma-informed care",
                sources=[_SAFETY],
            ),
            includes("local services", sources=[_LOCAL]),
            includes(
                "peer support and recovery",
                "strengths spotting",
                "active listening",
                "wellness planning",
                "personal stories",
                "setbacks",
                "recovery language",
                strength=Strength.SHOULD,
                sources=[_SEVEN],
            ),
            includes("use of supervision", strength=Strength.SHOULD, sources=[_SUPERVISION]),
        ]
    },
    strength=Strength.MUST,
    sources=[_SEVEN, _SAFETY, _LOCAL, _SUPERVISION],
    reason="Somebody will speak of suicide, and the course has to come first. The seven topics make it peer support. "
    "The national framework's own statements were not read for this rule: a person must check them.",
)

MHL202 = requires(
    "MHL202",
    "people learn by doing, and with support",
    {"training.mental_health.course_offers": CourseOffers},
    strength=Strength.SHOULD,
    sources=[METHODS, LEARNERS, FEEDBACK],
    reason="People learn to tell their story well by telling it, among people who will do the same work. Many have "
    "not studied for years, and the subject is their own life, so nobody should be left alone with it.",
)


def _is_long_enough(stated: Duration) -> bool | None:
    """Whether a course in hours has 40 and one in days 11; None for weeks, which say nothing of the teaching."""
    if stated.minutes:
        return stated >= Duration(40, "hour")
    return stated >= Duration(11, "day") if stated.unit == "day" else None


@rule(
    "MHL203",
    strength=Strength.SHOULD,
    reads=[At.training.contact_time, At.training.length],
    sources=[_ELEVEN_DAYS, _FORTY_HOURS],
    fix="plan 11 days or 40 hours, or record in a waiver why less is enough here",
)
def the_course_is_as_long_as_a_documented_one(programme: Programme) -> Iterator[Problem]:
    """ImROC gives 11 days in one place and 40 hours in another; days and hours are never converted into each other.

    Either is enough. A number of weeks does not say enough, as a week may hold one morning of teaching or five days.
    """
    training = programme.training
    stated = {"length": training.length, "contact_time": training.contact_time}
    judged = {name: _is_long_enough(time) for name, time in stated.items() if time is not None}
    if True in judged.values() or not judged:  # a length that is missing is asked for by STD201
        return
    short = [name for name, enough in judged.items() if enough is False]
    if short:
        yield falls_short(
            f"training.{short[-1]}",
            f'"{stated[short[-1]]}" is less than both courses on record, one of 11 days and one of 40 hours',
        )
    else:
        yield not_settled(
            "training.contact_time",
            f'how much teaching the course has; "{training.length or training.contact_time}" does not say',
            'state contact_time = "40 hours", or length in days such as "11 days"',
        )


MHL204 = requires(
    "MHL204",
    "the award counts towards a certificate",
    {"training.award.level": at_least(4), "training.award.credits": at_least(20)},
    strength=Strength.SHOULD,
    sources=[_CREDITS],
    reason="An award at this level is of use beyond the role. Shorter courses, and courses that are not accredited, "
    "are documented too, so this is only recommended.",
    applies=when(
        "unless the nation is Scotland, or outside the United Kingdom, where levels are counted in another way",
        lambda programme: programme.programme.nation not in ("scotland", "other"),
    ),
)


@rule(
    "MHL206",
    strength=Strength.SHOULD,
    met_by_more=["course_offers"],
    sources=[_ACADEMIC],
    unmet="the course is accredited, and trainees have no academic supervisor",
    fix='name somebody, and add "academic supervisor" to course_offers',
    applies=ACCREDITED,
)
def an_accredited_course_has_academic_supervisors(course_offers: CourseOffers) -> bool:
    """The person who supports a trainee should not be the one who marks their work."""
    return "academic supervisor" in course_offers


@rule(
    "MHL207",
    strength=Strength.CAUTION,
    met_by_more=["course_offers"],
    sources=[_NOT_ONLINE],
    unmet="part of the course is online, and the design offers nothing else to trainees who cannot use that",
    fix='offer a way without it, and add "another way than online" to course_offers',
)
def an_online_course_has_an_alternative(course_offers: CourseOffers) -> bool:
    """Some applicants have no computer, no data or no practice with either, and would make good peers."""
    return "online resources" not in course_offers or "another way than online" in course_offers


MHL208 = requires(
    "MHL208",
    "the team is prepared too",
    {"training.mental_health.staff_trained": StaffTrained},
    strength=Strength.MUST,
    sources=[BOTH_TRAINED, WORKSHOPS],
    reason="A team that does not know what a peer is for finds other work for them. Training staff is national good "
    "practice; doing it before the placement is one course's practice.",
)

MHL210 = requires(
    "MHL210",
    "mentors and staff keep learning",
    {"training.refresher_every": (), "training.mental_health.staff_trained": StaffTrained},
    strength=Strength.SHOULD,
    sources=[FURTHER, _CONTINUING],
    reason="People leave the team and others come, and the first course is forgotten. For certified specialists in "
    "the United States it is a condition. Here it is recommended, and no interval is on record.",
)


@rule(
    "MHL211",
    strength=Strength.SHOULD,
    sources=[_WELLNESS],
    unmet="the trainee has no wellness plan yet",
    fix="give time for one in the course; the plan stays the trainee's own",
)
def each_trainee_has_a_wellness_plan(
    wellness_plan_made: Annotated[
        bool,
        Fact(
            "whether the trainee has made a wellness plan; not what is in it",
            question="Has the trainee made a wellness plan?",
        ),
    ],
) -> bool:
    """Mentors help others to plan for bad days, and should first have done it for themselves."""
    return wellness_plan_made


@rule(
    "MHL212",
    strength=Strength.SHOULD,
    sources=[_DIARY],
    unmet="the trainee keeps no reflective diary",
    fix="ask what would suit: writing, drawing or speaking into a telephone",
)
def each_trainee_keeps_a_reflective_diary(
    reflective_diary_kept: Annotated[
        bool,
        Fact(
            "whether the trainee keeps a reflective diary; not what is in it",
            question="Does the trainee keep a reflective diary?",
        ),
    ],
) -> bool:
    """People only see how telling a story affects them when they look back."""
    return reflective_diary_kept


@rule(
    "MHL213",
    strength=Strength.CAUTION,
    sources=[_ASSIGNMENT],
    unmet="the trainee has not completed the assignment for the award",
    fix="let the academic supervisor offer help with it; the placement need not wait for the award",
    applies=ACCREDITED,
)
def the_assignment_is_completed_with_help(
    assignment_completed: Annotated[
        bool,
        Fact(
            "whether the trainee has completed the assignment for the award",
            question="Has the trainee completed the assignment for the award?",
        ),
    ],
) -> bool:
    """Somebody can be good at the work and find the paperwork hard. Help with it costs little."""
    return assignment_completed


MHL214 = requires(
    "MHL214",
    "peers after trauma are trained in a named intervention",
    {
        "intervention": Annotated[
            str,
            Parameter(
                "the intervention that {mentors} are trained in",
                example='"Mental Health First Aid"',
                question="Which intervention are {mentors} trained in?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[_NAMED],
    reason="Good intentions do harm if people have to tell what they are not ready to tell. The source is a review "
    "that names no study. It is required on grounds of safety.",
    applies=made_for("PTSD"),
)

MHL215 = requires(
    "MHL215",
    "peer specialists are certified",
    {
        "certified_by": Annotated[
            str,
            Parameter(
                "the public scheme that trains and certifies {mentors}",
                example='"the state\'s programme"',
                question="Which public scheme trains and certifies {mentors}?",
                decide_by=DecideBy.FIRST_MEETING,
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[_CERTIFIED, _SCHEME],
    reason="If a state certifies peer specialists, a service is only paid for their work if they are certified. A "
    "review article reports these public requirements; the texts themselves were not read.",
    applies=PEER_SPECIALISTS,
)

MHL216 = requires(
    "MHL216",
    "peer specialists learn the subjects of certification",
    {
        "training.topics": includes(
            "ethics", "core competencies", "stages of change", "motivational interviewing", "co-occurring disorders"
        )
    },
    strength=Strength.SHOULD,
    sources=[_SPECIALIST_TOPICS],
    reason="Certification tests these, and people supported seldom have only one difficulty.",
    applies=PEER_SPECIALISTS,
)

MHL217 = requires(
    "MHL217",
    "the course is made for peers",
    {"training.mentor_specific": one_of(True)},
    strength=Strength.CAUTION,
    sources=[_OTHER_APPROACHES],
    reason="A general course leaves out what is hard about being a peer. The slides only list such courses, so this "
    "is advice.",
)
