"""How mentors are supervised (SCH401 to SCH404, SCH406, SCH407, SCH411 and SCH412)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    At,
    DecideBy,
    Duration,
    Fact,
    Parameter,
    Problem,
    Programme,
    Strength,
    Supervised,
    at_most,
    day_after,
    falls_short,
    in_writing,
    includes,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.works import WIKI_PEER_MENTORING
from mentorkit_schools.roles import MEETS_IN_PAIRS, PUPIL_ROLES
from mentorkit_schools.sources import (
    CAMP_CHILD_TRENDS,
    DISHION,
    DODGE,
    EEPM_SUPPORT,
    MENTOR_MONITORING,
    MSU_EXTENSION,
    NMRC_PEER_PROGRAMMES,
    TES,
)
from mentorkit_schools.vocabulary import ANSWERS_FOR_CHILDREN, WHERE_MENTEES_ARE_AT_HIGH_RISK, Structure, in_roles

_BY_ADULTS = WIKI_PEER_MENTORING.at("teachers go on training, supervising and supporting the mentors")
_MONTHLY = CAMP_CHILD_TRENDS.at("mentors meet their supervisors once a month")
_PEERS_NEED_MORE = NMRC_PEER_PROGRAMMES.at("peer programmes need more support than adult ones to do as well")
_UNRELIABLE = WIKI_PEER_MENTORING.at("student mentors who are left alone may give guidance that cannot be relied on")
_TIMETABLED = TES.at("supervision that was planned often did not take place; 38% named lack of staff time")
_CHECKS_IN = EEPM_SUPPORT.at("staff check in with mentors and young people at a set frequency")
_QUARTERLY = EEPM_SUPPORT.at("5th edition: never less than once a quarter, however settled the match")
_EVERY_MONTH = MENTOR_MONITORING.at("older page: staff check in with mentors, mentees and families every month")
_TWICE_AT_FIRST = MSU_EXTENSION.at("contact twice in the first month, and monthly after it")
_TWO_KINDS = EEPM_SUPPORT.at("quick contacts and longer talks are both offered")
_FIRST_MEETING = MSU_EXTENSION.at("all are contacted within 48 hours of the first meeting")
_CAREGIVERS = EEPM_SUPPORT.at("caregivers are asked the same; may be left out on site, or where mentees are over 18")
_KEY_PERSON = MSU_EXTENSION.at("a key person in the mentee's life is contacted every quarter")
_RIVALRY = WIKI_PEER_MENTORING.at("pairs of nearly one age are open to peer pressure and rivalry")
_STAFF_AWAY = WIKI_PEER_MENTORING.at("student mentors rarely work under full-time staff")
_CONTAGION = DISHION.at("young people at high risk can make each other worse in groups")
_STRUCTURE = DODGE.at("harm comes above all where supervision is poor and structure is missing")

CheckInEvery = Annotated[
    Duration,
    Parameter(
        "the longest time between two check-ins of staff with a pair",
        limits=[
            at_most("92 days", strength=Strength.MUST, sources=[_QUARTERLY]),
            at_most("31 days", strength=Strength.SHOULD, sources=[_EVERY_MONTH, _TWICE_AT_FIRST, _QUARTERLY]),
        ],
        example='"1 month"',
        question="What is the longest time between two check-ins of staff with a pair?",
        decide_by=DecideBy.FIRST_MEETING,
        plausible=("1 day", "1 year"),
    ),
]
CheckIns = Annotated[
    tuple[str, ...],
    Parameter(
        "with whom, when and how staff check in",
        limits=[
            includes("mentor", "mentee", strength=Strength.MUST, sources=[_CHECKS_IN]),
            includes("quick contacts", "longer talks", strength=Strength.SHOULD, sources=[_TWO_KINDS]),
            includes("within 48 hours of the first meeting", strength=Strength.SHOULD, sources=[_FIRST_MEETING]),
            includes("twice in the first month", strength=Strength.SHOULD, sources=[_TWICE_AT_FIRST]),
        ],
        example='["mentor", "mentee", "within 48 hours of the first meeting", "twice in the first month", '
        '"quick contacts", "longer talks"]',
        question="Who do staff check in with, when and how?",
        decide_by=DecideBy.FIRST_MEETING,
        open_list=True,
        synonyms={
            "within 48 hours of the first meeting": [
                "within two days of the first meeting",
                "within 48 hours after the first meeting",
                "in the 48 hours after the first meeting",
            ],
            "twice in the first month": ["two times in the first month"],
            "quick contacts": ["short contacts", "brief contacts", "quick check-ins"],
            "longer talks": ["longer conversations", "long talks", "in-depth talks"],
        },
    ),
]


SCH401 = requires(
    "SCH401",
    "adults supervise pupils",
    {"supervision.led_by": one_of("teacher", "coordinator", "staff", "clinician")},
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_BY_ADULTS],
    reason="A child can help another child, but cannot be responsible for how that goes. A review article asks for it "
    "of cross-age schemes. Here it is required of every scheme in which pupils mentor, on grounds of safety.",
    applies=in_roles(*PUPIL_ROLES),
)

SCH402 = requires(
    "SCH402",
    "young mentors are supported",
    {
        "training.refresher_every": (),
        "supervision.wellbeing_support": includes("psychological support", sources=[_BY_ADULTS]),
    },
    in_writing("supervision timetable", strength=Strength.CAUTION, sources=[_TIMETABLED]),
    strength=Strength.SHOULD,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_BY_ADULTS, _UNRELIABLE, _TIMETABLED],
    reason="People forget their training, what they hear weighs on them, and time that nobody sets aside gets lost. "
    "The article requires training and support alike. What keeps pupils safe is the supervision, which is a MUST.",
    applies=in_roles(*PUPIL_ROLES, "student mentor"),
)


@rule(
    "SCH403",
    strength=Strength.SHOULD,
    waived_by=ANSWERS_FOR_CHILDREN,
    reads=[At.supervision.phases],
    sources=[_MONTHLY, _PEERS_NEED_MORE],
    fix='make it every = "1 month" or more often',
    applies=in_roles("cross-age mentor"),
)
def cross_age_mentors_are_supervised_every_month(programme: Programme) -> Iterator[Problem]:
    """Young mentors do as well as adults if they get more support than adults do, and not otherwise."""
    rarer = [  # what has no days is for the shared standards to tell
        (place, phase.every)
        for place, phase in enumerate(programme.supervision.phases or ())
        if phase.every and not phase.every.minutes and not phase.every <= Duration(31, "day")
    ]
    if rarer:
        place, every = rarer[0]
        yield falls_short(
            ("supervision", "phases", place, "every"),
            f'{{mentors}} wait up to "{every}" for supervision; in CAMP they meet their supervisors once a month',
        )


SCH404 = requires(
    "SCH404",
    "staff check in with each pair",
    {"check_in_every": CheckInEvery, "check_ins": CheckIns},
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_CHECKS_IN, _QUARTERLY, _EVERY_MONTH, _TWO_KINDS, _FIRST_MEETING, _TWICE_AT_FIRST],
    reason="If nobody asks about a pair, it ends without anybody knowing why, and most of it shows in the first "
    "weeks. The fifth edition of MENTOR's standard only wants a check-in every quarter; older pages want one every "
    "month. Less than every quarter is refused. Between the two, the service decides. Of the fourth edition too "
    "little was read to say what it asks. One guide requires two contacts in the first month. The newer standard "
    "names no number, so this is a SHOULD.",
    applies=MEETS_IN_PAIRS,
    ways=OVER_TIME,
)


@rule(
    "SCH406",
    strength=Strength.SHOULD,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_QUARTERLY, _EVERY_MONTH],
    unmet="staff last checked in with this pair on {checked_in_on}, and should do so every {check_in_every}",
    fix="speak to both now",
    applies=MEETS_IN_PAIRS,
    ways=OVER_TIME,
)
def check_in_on_time(
    check_in_every: CheckInEvery,
    checked_in_on: Annotated[
        date,
        Fact(
            "date of the last check-in of staff with the pair; if there was none, the day on which the pair first met",
            question="When did staff last check in with the pair, or when did the pair first meet if they did not?",
            not_before="relationship_started_on",
            not_after="on",
        ),
    ],
    on: date,
) -> bool:
    """The design has to say how often. One late check-in puts nobody in danger by itself, so this is a SHOULD."""
    return checked_in_on <= on <= day_after(checked_in_on, check_in_every)


def _beyond_school(programme: Programme) -> bool | None:
    settings = programme.programme.settings
    if MEETS_IN_PAIRS.holds(programme) is False:
        return False
    return None if settings is None else set(settings) != {"school"}


@rule(
    "SCH407",
    strength=Strength.SHOULD,
    met_by_more=["check_ins"],
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_CAREGIVERS, _EVERY_MONTH, _KEY_PERSON],
    unmet="staff do not check in with both the family and a key person",
    fix='find somebody such as a form tutor, and add "family" and "key person" to check_ins',
    applies=when("if pairs also meet elsewhere than in school", _beyond_school, "programme.settings"),
    ways=OVER_TIME,
)
def staff_check_in_with_families_too(check_ins: CheckIns) -> bool:
    """If pairs meet out of sight of staff, the family is first to see what has changed.

    An older page requires it of all programmes. The fifth edition recommends it, and allows it to be left out on site.
    So this is a SHOULD, and schemes that only meet in a school are not asked.
    """
    return {"family", "key person"} <= set(check_ins)


@rule(
    "SCH411",
    strength=Strength.CAUTION,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_RIVALRY, _STAFF_AWAY],
    unmet="nobody supervises while pairs of nearly the same age meet",
    fix="have staff nearby at least",
    applies=in_roles("cross-age mentor", "student mentor"),
)
def staff_are_near_pairs_of_nearly_the_same_age(mentors_supervised: Supervised) -> bool:
    """The closer two people are in age, the more they have to prove to each other."""
    return mentors_supervised


def _at_risk_in_groups(programme: Programme) -> bool | None:
    modes = programme.relationship.modes
    at_risk = WHERE_MENTEES_ARE_AT_HIGH_RISK.answer(programme)
    if at_risk is False or (modes is not None and "group" not in modes):
        return False
    return None if at_risk is None or modes is None else True


@rule(
    "SCH412",
    strength=Strength.CAUTION,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[_CONTAGION, _STRUCTURE],
    unmet="{mentees} at high risk meet in groups, and no adult is always there",
    fix="have a checked adult in each group, or mentor them one to one",
    requires={"relationship.schools.structure": Structure},
    applies=when(
        "if {mentees} at high risk are mentored in groups", _at_risk_in_groups, WHERE_MENTEES_ARE_AT_HIGH_RISK.needs
    ),
)
def an_adult_leads_groups_of_young_people_at_high_risk(mentors_supervised: Supervised) -> bool:
    """Young people learn from each other, and they learn trouble from those in trouble, above all if nobody leads.

    The study names poor supervision and a lack of structure together; the limit on structure covers the second.
    """
    return mentors_supervised
