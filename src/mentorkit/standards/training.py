"""What mentors learn (STD201 to STD212)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Duration,
    Evidence,
    Parameter,
    Problem,
    Programme,
    SelectedOn,
    Strength,
    TrainingCompletedOn,
    at_least,
    falls_short,
    includes,
    one_of,
    only_if_stated,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import (
    APPROVED_PROVIDER,
    EMPLOY_THEN_TRAIN,
    NMRC_TRAINING,
    ONGOING,
    PEER_VOLUNTEERS_TRAINING,
    UNRELIABLE,
)
from mentorkit.standards.vocabulary import (
    HAS_WAYS,
    OUT_OF_SIGHT,
    WHERE_CHILDREN_ARE_SUPPORTED,
    selected_before,
)
from mentorkit.works import (
    AMPUTEE_COALITION_TWO_YEARS,
    BRIGHT,
    IMH_IMROC,
    MENTOR_TRAINING,
    TURNING_POINT,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT,
)

_TRAINED = WIKI_PEER_SUPPORT.at("peer workers are trained, and not only recruited", Evidence.RESEARCH)
_SELECTED = BRIGHT.at("selecting mentors controls risk and quality")
_ACCREDITED = BRIGHT.at("people in the study want an accredited national qualification", Evidence.OPINION)
_SPECIFIC = BRIGHT.at("training for the role itself is rare in the field")
_NOT_FOR_PEERS = BRIGHT.at("the accredited course of Service B was not made for peers", Evidence.OPINION)
_GENERAL = IMH_IMROC.at("names courses that were not made for peers as another way of working")
_COUNTS = TURNING_POINT.at("the training of peer educators counts towards an award from outside")
_UNTRAINED = PEER_VOLUNTEERS_TRAINING.at("nine in a hundred of those asked had had no training", Evidence.RESEARCH)
_LENGTH = NMRC_TRAINING.at("too little research to say how long training should be, or in what form")
_DIVERSITY = WIKI_PEER_MENTORING.at("mentors have learnt about diversity")
_SELDOM = Duration.parse("3 years")


STD201 = requires(
    "STD201",
    "mentors are trained",
    {"training.length": ()},
    strength=Strength.MUST,
    sources=[
        _TRAINED,
        APPROVED_PROVIDER.at("7 of 10: mentors are inducted and trained"),
        _LENGTH,
    ],
    reason="Goodwill does not teach anybody what to pass on, where to stop, and how to end. This rule does not say "
    "how long the course should be. Programmes differ from a day to months, and count in weeks, days or hours, which "
    "cannot be compared. There is too little research to choose between them.",
)


@rule(
    "STD202",
    strength=Strength.MUST,
    sources=[_TRAINED, _UNTRAINED, UNRELIABLE],
    unmet="the training is dated as completed on {training_completed_on}, which is in the future",
    fix="wait until the {mentor} has completed it",
)
def the_mentor_is_trained_before_a_placement(training_completed_on: TrainingCompletedOn, on: date) -> bool:
    """Somebody who is half trained may not know yet what to pass on, and to whom.

    The source asks for training but does not say when, and one documented service let mentors begin while they were
    learning. It is required on grounds of safety that the training comes first.
    """
    return training_completed_on <= on


@rule(
    "STD203",
    strength=Strength.MUST,
    sources=[_SELECTED],
    unmet="the selection is dated {selected_on}, which is in the future",
    fix="wait until the {mentor} has been selected",
    # Otherwise STD104 asks for it before the training.
    applies=selected_before("placement", "if mentors are selected before a placement, and not before training"),
)
def the_mentor_is_selected_before_a_placement(selected_on: SelectedOn, on: date) -> bool:
    """Completing the course does not prove that somebody is suitable."""
    return selected_on <= on


STD204 = requires(
    "STD204",
    "training is made for mentors",
    {"training.mentor_specific": one_of(True, sources=[_SPECIFIC])},
    strength=Strength.CAUTION,
    sources=[_SPECIFIC, _NOT_FOR_PEERS, _GENERAL],
    reason="A general course leaves out what is hard about the role: boundaries, endings, and telling one's own story.",
    fix="choose a course about being a {mentor}, or add such a part to the general one",
)

STD205 = requires(
    "STD205",
    "training is accredited",
    {"training.award.accredited_by": ()},
    strength=Strength.SHOULD,
    sources=[_ACCREDITED, _COUNTS],
    reason="An award from outside shows the quality of the course, and helps mentors who move on.",
)

STD206 = requires(
    "STD206",
    "training covers diversity",
    {"training.topics": includes("diversity")},
    strength=Strength.SHOULD,
    sources=[_DIVERSITY],
    reason="Mentors meet people who are not like them, even if the two share an experience.",
)

STD207 = requires(
    "STD207",
    "training goes on",
    {"training.refresher_every": ()},
    strength=Strength.SHOULD,
    sources=[ONGOING],
    reason="The questions that matter come up once mentors have begun. No source says how often they should train "
    "again.",
)

STD208 = requires(
    "STD208",
    "a course in hours is long enough",
    {"training.length": at_least("2 hours")},
    strength=Strength.MUST,
    sources=[MENTOR_TRAINING.at("two hours at the very least, before anybody is matched")],
    reason="No documented course is shorter. The sectors ask for more, each in the units that its sources use.",
    fix="plan a course that is more than a welcome; if it runs over weeks, state its weeks",
    applies=when(
        "if the length of the course is stated in hours",
        lambda programme: None if programme.training.length is None else bool(programme.training.length.minutes),
        "training.length",
    ),
)


@rule(
    "STD209",
    strength=Strength.SHOULD,
    reads=[At.training.refresher_every, At.progression.longest_term],
    sources=[AMPUTEE_COALITION_TWO_YEARS, ONGOING],
    asked_since="2026-11",
)
def training_goes_on_while_people_are_mentors(programme: Programme) -> Iterator[Problem]:
    """A refresher that comes when most have left, or have forgotten the course, keeps nobody up to date.

    The one programme that names a number has two years. It is this project's reading that more than three is too long.
    """
    every, longest = programme.training.refresher_every, programme.progression.longest_term
    if every is None or every.minutes:
        return
    if longest is not None and not longest.minutes and every.is_longer_than(longest):
        message = f"{{mentors}} train again after {every}, and nobody is one for longer than {longest}"
        fix = f"let them train again within {longest}, or let {{mentors}} stay for longer than {every}"
        yield falls_short("training.refresher_every", message, fix)
    elif every.is_longer_than(_SELDOM):
        message = f"{{mentors}} train again after {every}; practice is every one or two years"
        fix = "let {mentors} train again each year, or every two years"
        yield falls_short("training.refresher_every", message, fix)


_MOST_DAYS_OR_WEEKS = Duration.parse("40 hours")
"""The most hours for which days or weeks are plausibly meant."""


@rule(
    "STD210",
    strength=Strength.CAUTION,
    reads=[At.training.length, At.training.contact_time],
    sources=[_LENGTH],
    fix="state the hours of teaching in training.contact_time as well; if days or weeks are meant, change the unit",
    asked_since="2026-11",
)
def a_course_in_hours_means_hours(programme: Programme) -> Iterator[Problem]:
    """Courses are stated in weeks, days or hours, and the one is easily typed for the other.

    It is advice only, since a course of hours may be just what is meant: stating its hours of teaching says so. No
    course of as many days or weeks is known as of more than forty hours, so those are not asked about.
    """
    length = programme.training.length
    if (
        length is not None
        and length.minutes
        and not length > _MOST_DAYS_OR_WEEKS
        and programme.training.contact_time is None
    ):
        message = f"the course lasts {length}, which is time spent; were hours typed for days or weeks?"
        yield falls_short("training.length", message)


Comes = Annotated[Literal["before the role", "in the role"], Parameter(at="training.comes")]
_NOBODY_SEES = only_if_stated(OUT_OF_SIGHT, "STD413 asks who works in sight of staff")
_TRAIN_FIRST = "train {mentors} before they begin, or have staff there until they are trained"


@rule(
    "STD211",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[_UNTRAINED, EMPLOY_THEN_TRAIN, UNRELIABLE],
    unmet="{mentors} are alone with children where no staff see them, and are trained only {comes}",
    fix=_TRAIN_FIRST,
    applies=HAS_WAYS & WHERE_CHILDREN_ARE_SUPPORTED & _NOBODY_SEES,
    asked_since="2026-11",
)
def nobody_who_is_not_trained_is_alone_with_children(comes: Comes) -> bool:
    """A child may tell of abuse at the first meeting, and nobody else is there who knows what to do.

    The sources call it good practice to train first. That this is a must with children is this project's reading.
    """
    return comes == "before the role"


@rule(
    "STD212",
    strength=Strength.SHOULD,
    sources=[_UNTRAINED, EMPLOY_THEN_TRAIN],
    unmet="{mentors} are alone with people where no staff see them, and are trained only {comes}",
    fix=_TRAIN_FIRST,
    applies=HAS_WAYS & ~WHERE_CHILDREN_ARE_SUPPORTED & _NOBODY_SEES,
    asked_since="2026-11",
)
def nobody_who_is_not_trained_is_alone_with_people(comes: Comes) -> bool:
    """Somebody who is not trained may not know whom to tell of a danger.

    Some services employ people and then train them, so this is recommended where only adults are supported.
    """
    return comes == "before the role"
