"""How a pair works together, and when others find a peer (SCH332 to SCH338)."""

from typing import Annotated, Literal

from mentorkit.api import (
    Duration,
    Evidence,
    Parameter,
    Programme,
    Strength,
    at_least,
    at_most,
    includes,
    includes_one_of,
    rule,
    when,
)
from mentorkit_schools.roles import IN_PAIRS
from mentorkit_schools.sources import (
    CAMP_CHILD_TRENDS,
    CAMP_NREPP,
    EXPERTS123,
    NMRC_ACTIVITIES,
    TURNING_POINT,
    WIKI_PEER_MENTORING,
    WIKI_PEER_SUPPORT,
)
from mentorkit_schools.vocabulary import in_roles

_WHOLE_PERSON = WIKI_PEER_MENTORING.at("good mentors look beyond marks and careers")
_ASSIMILATION = WIKI_PEER_MENTORING.at("role models can press students from minorities to become like the majority")
_TEN_MEETINGS = WIKI_PEER_MENTORING.at("cross-age pairs meet more than ten times", Evidence.RESEARCH)
_TWICE_A_WEEK = CAMP_CHILD_TRENDS.at(
    "pairs meet twice a week for two hours over six months, with six Saturdays: 144 hours in all"
)
_ONCE_A_WEEK = CAMP_NREPP.at("pairs meet once a week")
_FOUR_HOURS = EXPERTS123.at("four hours a month or more for a year; schemes within a school are excepted")
_ACTIVITIES = NMRC_ACTIVITIES.at("guidance for pairs on activities is rated promising; two studies of eight saw none")
_LESSONS = TURNING_POINT.at("peer educators teach on a focus day or within a PSHE lesson")
_BREAKS = WIKI_PEER_SUPPORT.at("peer listeners are there at break or at lunch")
_MEDIATION = WIKI_PEER_SUPPORT.at("both parties come together under a peer who is trained to mediate")


@rule("SCH332", strength=Strength.SHOULD, sources=[_WHOLE_PERSON, _ASSIMILATION], applies=IN_PAIRS)
def mentors_see_the_whole_person(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes("whole person", strength=Strength.SHOULD, source=_WHOLE_PERSON),
                includes("nobody has to fit in", strength=Strength.CAUTION, source=_ASSIMILATION),
            ],
        ),
    ],
) -> None:
    """A mentor is no tutor, and no proof that one gets on by becoming like the rest.

    Whether mentors are as different as those they support is for the service to look at.
    """


@rule("SCH333", strength=Strength.MUST, sources=[_TEN_MEETINGS], applies=in_roles("cross-age mentor"))
def cross_age_pairs_meet_more_than_ten_times(
    meetings: Annotated[
        int,
        Parameter(at="relationship.meetings", limits=[at_least(11, Strength.MUST, source=_TEN_MEETINGS)]),
    ],
) -> None:
    """It is part of what cross-age mentoring is: what studies have found of it is not known of fewer meetings."""


@rule(
    "SCH334",
    strength=Strength.SHOULD,
    sources=[_TWICE_A_WEEK, _ONCE_A_WEEK],
    applies=in_roles("cross-age mentor"),
)
def cross_age_pairs_meet_every_week(
    contact_every: Annotated[
        Duration,
        Parameter(
            at="relationship.contact_every",
            limits=[at_most("7 days", Strength.SHOULD, sources=[_ONCE_A_WEEK, _TWICE_A_WEEK])],
        ),
    ],
) -> None:
    """A child's week is long, and one that is missed makes it two.

    Two raters describe the best studied programme (CAMP) in two ways, once a week and twice a week. We do not know
    which is right: either will do, and less is known of anything rarer.
    """


def _adults_outside_school(programme: Programme) -> bool | None:
    kind, settings = programme.role.kind, programme.programme.settings
    if kind is not None and kind != "youth mentor":
        return False
    return None if kind is None or settings is None else set(settings) != {"school"}


@rule(
    "SCH335",
    strength=Strength.SHOULD,
    sources=[_FOUR_HOURS],
    applies=when("where adults mentor young people outside school", _adults_outside_school, "role.kind"),
)
def adults_give_four_hours_a_month(
    time_a_month: Annotated[
        Duration,
        Parameter(
            "how many hours a pair spends together in a month",
            at="relationship.schools.time_a_month",
            limits=[at_least("4 hours", Strength.SHOULD, source=_FOUR_HOURS)],
            example='"4 hours"',
        ),
    ],
) -> None:
    """Trust is made of time. The number comes from a page of low standing, which quotes what was then usual."""


@rule("SCH336", strength=Strength.SHOULD, sources=[_ACTIVITIES], applies=IN_PAIRS)
def pairs_get_ideas_for_what_to_do(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("activity guide", strength=Strength.SHOULD, source=_ACTIVITIES)],
        ),
    ],
) -> None:
    """Two who do not know each other yet talk more easily over something to do."""


@rule(
    "SCH337",
    strength=Strength.SHOULD,
    sources=[_LESSONS, _BREAKS],
    applies=in_roles("peer educator", "peer listener"),
)
def there_are_set_times_for_the_work(
    slots: Annotated[
        tuple[str, ...],
        Parameter(
            "when {mentors} teach or can be found",
            at="relationship.schools.slots",
            limits=[
                includes_one_of(
                    "focus day",
                    "PSHE lesson",
                    "break",
                    "lunch",
                    strength=Strength.SHOULD,
                    sources=[_LESSONS, _BREAKS],
                )
            ],
            example='["PSHE lesson"]',
        ),
    ],
) -> None:
    """What has no place in the timetable does not happen, and a listener whom nobody finds hears nothing."""


@rule("SCH338", strength=Strength.SHOULD, sources=[_MEDIATION], applies=in_roles("peer mediator"))
def mediation_brings_both_sides_to_one_table(
    mediation_with: Annotated[
        tuple[Literal["both parties", "trained peer mediator", "member of staff"], ...],
        Parameter(
            "who is present when a conflict is mediated",
            at="relationship.schools.mediation_with",
            limits=[
                includes("both parties", "trained peer mediator", strength=Strength.SHOULD, source=_MEDIATION),
            ],
            example='["both parties", "trained peer mediator"]',
        ),
    ],
) -> None:
    """Carrying messages from one side to the other makes the mediator a party too."""
