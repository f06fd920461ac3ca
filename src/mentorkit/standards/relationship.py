"""How a pair works together, and for how long (STD305 to STD312, STD350)."""

from typing import Annotated

from mentorkit.api import (
    Duration,
    Evidence,
    Parameter,
    Programme,
    Strength,
    UnitsDifferError,
    Way,
    at_least,
    at_most,
    one_of,
    requires,
    rule,
    when,
)
from mentorkit.standards.sources import CONTACT_A_MONTH, FIXED_IN_ADVANCE
from mentorkit.standards.vocabulary import IS_BRIDGE, WHERE_CHILDREN_ARE_SUPPORTED
from mentorkit.works import (
    BRIGHT,
    BRIGHT_A_YEAR,
    BRIGHT_TWELVE_WEEKS,
    EXPERTS123_A_YEAR,
    IMH_IMROC,
    WALES_CRC,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT,
)

_PRACTICE = Evidence.PRACTICE
_BRIDGE = WALES_CRC.at("support through the gate lasts two to four weeks after release, and leads to other services")
_HALF_A_YEAR = BRIGHT.at("mentoring that began in prison lasted six months, citing the Prince's Trust 2011", _PRACTICE)
_GOALS = BRIGHT.at("what the pair works towards is for the mentee to say")
_CHANNELS = WIKI_PEER_MENTORING.at("pairs meet, telephone or write to each other")
_HOW = IMH_IMROC.at("asks how peer support workers get in touch with those they support")
_A_WEEK = Duration.parse("1 week")
_MODES = WIKI_PEER_SUPPORT.at("one-to-one and group support both exist, also by text message or app")
_DOES_NO_HARM = at_least("12 weeks", sources=[BRIGHT_TWELVE_WEEKS])


def _within_schools(programme: Programme) -> bool | None:
    """Whether all support is given in school; of a sector's design that does not say where, nobody knows."""
    settings = programme.programme.settings
    if settings is None:
        return None if "schools" in (programme.programme.sectors or ()) else False
    if set(settings) != {"school"}:
        return None if programme.leaves_open(("programme", "settings")) and "school" in settings else False
    return True


_WITHIN_SCHOOLS = (
    when("if all support is given in school", _within_schools, "programme.settings") & WHERE_CHILDREN_ARE_SUPPORTED
)


STD305 = requires(
    "STD305",
    "support lasts long enough",
    {
        "relationship.shortest": [
            _DOES_NO_HARM,
            at_least("52 weeks", strength=Strength.SHOULD, sources=[BRIGHT_A_YEAR, BRIGHT_TWELVE_WEEKS]),
        ]
    },
    strength=Strength.MUST,
    sources=[BRIGHT_TWELVE_WEEKS, BRIGHT_A_YEAR],
    reason="Support that stops within weeks can leave people worse off than no support; a year is what to aim for. A "
    "short bridge, such as one through the prison gate, is different: it has to hand over (STD306). So is support of "
    "children in school alone (STD350).",
    fix="plan for a year, and never for less than 12 weeks; if support is a short bridge, state bridge = true and who "
    "takes over",
    applies=~IS_BRIDGE & ~_WITHIN_SCHOOLS,
    ways=[Way.PAIR],
)

STD350 = requires(
    "STD350",
    "support in school lasts for the school year",
    {"relationship.shortest": [_DOES_NO_HARM, at_least("38 weeks", strength=Strength.SHOULD)]},
    strength=Strength.MUST,
    sources=[EXPERTS123_A_YEAR, BRIGHT_TWELVE_WEEKS],
    reason="Schools plan from one summer to the next. The source that asks for a year, a page of low standing, excepts "
    "schemes within a school and says no length for them. That a school year is a year there, and 38 weeks are a "
    "school year, is our reading.",
    fix="plan for the school year, and never for less than 12 weeks; if support is a short bridge, state bridge = true "
    "and who takes over",
    applies=~IS_BRIDGE & _WITHIN_SCHOOLS,
    ways=[Way.PAIR],
    asked_since="2026-11",
)

STD306 = requires(
    "STD306",
    "a short bridge hands over to others",
    {
        "relationship.longest": at_most("6 months", strength=Strength.SHOULD, sources=[_HALF_A_YEAR, _BRIDGE]),
        "relationship.refers_on_to": at_least(1),
    },
    strength=Strength.MUST,
    sources=[_BRIDGE, BRIGHT_TWELVE_WEEKS],
    reason="Less than 12 weeks of support is only acceptable if somebody else takes over. The longest bridge that is "
    "documented lasts six months in all, on both sides of the prison gate.",
    fix="name who takes over, and hand over within half a year; if support goes on for longer it is not a bridge, and "
    "STD305 says for how long",
    applies=IS_BRIDGE,
)

STD307 = requires(
    "STD307",
    "the mentee sets the goals",
    {"relationship.goals_set_by": [one_of("mentee", "mentee and mentor"), one_of("mentee", strength=Strength.SHOULD)]},
    strength=Strength.MUST,
    sources=[_GOALS],
    reason="People do not work for long towards goals that others set. Goals that the pair sets together leave the "
    "mentee a say, so they are not ruled out.",
    fix="let {mentees} say what they want to work towards, with the {mentor}'s help if they ask for it",
    ways=[Way.PAIR],
)

STD308 = requires(
    "STD308",
    "the pair is in regular contact",
    {"relationship.contact_every": at_most("31 days")},
    strength=Strength.SHOULD,
    sources=[CONTACT_A_MONTH],
    reason="Both need to know when they will hear from each other. Documented pairs are in contact at least once a "
    "month.",
    ways=[Way.PAIR],
)


@rule(
    "STD309",
    strength=Strength.CAUTION,
    sources=[WIKI_PEER_MENTORING.at("contact is closer at the beginning than later")],
    ways=[Way.PAIR],
    unmet="at first the pair is in contact every {contact_at_first_every}, which is no more often than every "
    "{contact_every} later",
    fix="plan more contact for the first weeks",
)
def contact_is_closer_at_first(
    contact_at_first_every: Annotated[
        Duration,
        Parameter(at="relationship.contact_at_first_every", limits=[at_most("31 days", sources=[CONTACT_A_MONTH])]),
    ],
    contact_every: Annotated[Duration, Parameter(at="relationship.contact_every")],
) -> bool:
    """Trust is built in the first weeks.

    This is advice only. It is this project's reading that a pair in contact more often than once a week does not need
    it.
    """
    try:
        return contact_at_first_every < contact_every or contact_at_first_every < _A_WEEK
    except UnitsDifferError:  # hours against weeks: the limits say already that it cannot be judged
        return True


STD310 = requires(
    "STD310",
    "how the pair meets is stated",
    {"relationship.channels": at_least(1, sources=[_CHANNELS]), "relationship.modes": at_least(1, sources=[_MODES])},
    strength=Strength.SHOULD,
    sources=[_CHANNELS, _MODES, _HOW],
    reason="If nobody has agreed on a way of meeting, nobody makes sure that it is safe.",
    ways=[Way.PAIR],
)

STD311 = requires(
    "STD311",
    "the meetings are planned",
    {"relationship.meetings": (), "relationship.meeting_length": ()},
    strength=Strength.CAUTION,
    sources=[FIXED_IN_ADVANCE],
    reason="A planned number of meetings lets both see how far they have come. This is advice only: services that "
    "support people for as long as they need it have reason not to fix a number.",
    ways=[Way.PAIR],
)

STD312 = requires(
    "STD312",
    "social events are considered",
    {"relationship.social_events": ()},
    strength=Strength.CAUTION,
    sources=[WIKI_PEER_MENTORING.at("some programmes bring everybody together socially")],
    reason="Events let people meet more than one other person. The service decides whether they suit the people "
    "supported.",
)
