"""The design as a whole (PRB001 to PRB009)."""

from typing import Annotated

from mentorkit.api import (
    Parameter,
    Strength,
    Support,
    at_least,
    includes,
    includes_one_of,
    rule,
)
from mentorkit_probation.sources import (
    BRIGHT,
    HMPPS_EAST,
    HUMPHRIS,
    IMH_IMROC,
    JOLLIFFE_FARRINGTON,
    LISTENERS_DARTMOOR,
    SCOTTISH_GOVERNMENT,
    TAYLOR,
)
from mentorkit_probation.vocabulary import (
    FOR_LISTENERS,
    IN_PEER_LED_GROUPS,
    LISTENERS_CONFIDENCES,
    SIDE_BY_SIDE,
    THROUGH_THE_GATE,
    WHERE_MENTORED,
    Schemes,
    in_schemes,
)

REPLACE_NOBODY = HUMPHRIS.at("mentors take nobody's post")
NOT_STATUTORY = HMPPS_EAST.at("mentoring is no statutory work, and adds to what commissioned services do")
PACKAGE = HUMPHRIS.at("mentoring is one part of what each person is offered")
PACKAGE_WORKS = JOLLIFFE_FARRINGTON.at("mentoring did better as a part of a package, as Bright 2015 reports it")
CO_DESIGN = HUMPHRIS.at("mentors help to design and to deliver new interventions")
BRIDGE = TAYLOR.at("mentors lead to other services, and are the same person before and after a release")
CHALLENGE = HUMPHRIS.at("in Transition and Hope mentors challenge those who attend, out of their own experience")
NON_DIRECTIVE = IMH_IMROC.at("non-directive is one of the eight core principles of peer support")
TWO_KINDS = BRIGHT.at("emotional and practical help in times of need lowered reconviction, citing a review of 2008")
PRACTICAL = SCOTTISH_GOVERNMENT.at("justice mentors help with practical matters more than mentors elsewhere")
ONE_IN_FIFTY = LISTENERS_DARTMOOR.at("prisons aim for a Listener for every 50 prisoners")
PRISONERS_PER_LISTENER = 50


@rule("PRB001", strength=Strength.MUST, sources=[SIDE_BY_SIDE, LISTENERS_CONFIDENCES])
def the_kind_of_scheme_is_stated(schemes: Schemes) -> None:
    """Mentoring, groups, help at the prison gate and Listeners need different safeguards.

    Required although no source demands it: without it nobody could tell which safeguards a programme needs.
    """


@rule("PRB002", strength=Strength.SHOULD, sources=[REPLACE_NOBODY, NOT_STATUTORY], applies=WHERE_MENTORED)
def mentors_replace_no_staff(
    excludes: Annotated[
        tuple[str, ...],
        Parameter(
            at="role.excludes",
            limits=[
                includes("replacing staff", strength=Strength.SHOULD, source=REPLACE_NOBODY),
                includes("statutory duties", strength=Strength.SHOULD, source=NOT_STATUTORY),
            ],
        ),
    ],
) -> None:
    """A mentor who stands in for staff, or enforces a sentence, is no longer a peer, and is cheap labour besides.

    The first source requires it of its own service; two services' practice is a recommendation to others.
    """


@rule("PRB003", strength=Strength.SHOULD, sources=[PACKAGE, PACKAGE_WORKS, NOT_STATUTORY], applies=WHERE_MENTORED)
def mentoring_is_one_part_of_a_package(
    alongside: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.alongside",
            limits=[at_least(1, Strength.SHOULD, sources=[PACKAGE, PACKAGE_WORKS, NOT_STATUTORY])],
            example='["probation supervision", "commissioned rehabilitative services"]',
        ),
    ],
) -> None:
    """Mentoring alone rarely changes a life; beside other help, chosen for the person, studies found more of an effect.

    One service requires it of itself, and research supports it; neither makes a programme without it unsafe.
    """


@rule("PRB004", strength=Strength.SHOULD, sources=[CO_DESIGN], applies=WHERE_MENTORED)
def mentors_help_to_design_what_is_offered(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[includes("designed and delivered with mentors", strength=Strength.SHOULD, source=CO_DESIGN)],
        ),
    ],
) -> None:
    """Those who have been through it know what was missing, and are believed when they offer it."""


@rule("PRB005", strength=Strength.SHOULD, sources=[BRIDGE], applies=THROUGH_THE_GATE)
def the_gate_is_crossed_with_one_person_and_towards_others(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes(
                    "continuity through the gate", "bridge to other services", strength=Strength.SHOULD, source=BRIDGE
                )
            ],
        ),
    ],
) -> None:
    """On the day of release almost everybody whom a person knew inside is gone; the mentor is the one who stays."""


@rule(
    "PRB006",
    strength=Strength.CAUTION,
    sources=[CHALLENGE],
    fix='decide with your {mentors}, and add "direct challenge" or "non-directive"',
    applies=IN_PEER_LED_GROUPS,
)
def how_mentors_challenge_is_decided(
    principles: Annotated[
        tuple[str, ...],
        Parameter(
            at="programme.principles",
            limits=[
                includes_one_of("direct challenge", "non-directive", strength=Strength.CAUTION, source=CHALLENGE),
            ],
        ),
    ],
) -> None:
    """Sectors differ here: in the documented group mentors challenge others openly, in mental health they never direct.

    Either can be right; what does harm is a group whose mentors do not know which of the two is expected of them.
    """


@rule(
    "PRB007",
    strength=Strength.SHOULD,
    sources=[TWO_KINDS, PRACTICAL],
    applies=in_schemes("one-to-one mentoring", "through the gate", "mentoring of young people"),
)
def support_is_emotional_and_practical(
    support: Annotated[
        tuple[Support, ...],
        Parameter(
            at="programme.support",
            limits=[
                includes("emotional", strength=Strength.SHOULD, source=TWO_KINDS),
                includes("instrumental", strength=Strength.SHOULD, sources=[PRACTICAL, TWO_KINDS]),
            ],
        ),
    ],
) -> None:
    """Somebody without a bed or money for tonight has no ear for encouragement: "instrumental" help means such things.

    Mentors elsewhere need not give it; in justice work studies found that it belongs to the task.
    """


@rule(
    "PRB008",
    strength=Strength.SHOULD,
    sources=[ONE_IN_FIFTY],
    unmet="{mentors_active} Listeners for {people_in_prison} people are fewer than one for every 50",
    fix="train more Listeners",
    applies=FOR_LISTENERS,
)
def there_are_enough_listeners(
    mentors_active: Annotated[int, Parameter(at="programme.mentors")],
    people_in_prison: Annotated[
        int,
        Parameter("how many people the prison holds", example="400", at="programme.probation.people_in_prison"),
    ],
) -> bool:
    """A Listener has to be near when somebody asks, at night too."""
    return mentors_active * PRISONERS_PER_LISTENER >= people_in_prison


@rule(
    "PRB009",
    strength=Strength.SHOULD,
    sources=[CHALLENGE, NON_DIRECTIVE],
    unmet='"direct challenge" and "non-directive" stand side by side, and {mentors} cannot hold to both',
    fix="decide with your {mentors} which of the two holds, and take the other out; where groups are challenged and "
    "pairs are not, give each a design of its own",
    applies=WHERE_MENTORED,
)
def mentors_do_not_challenge_and_leave_be_at_once(
    principles: Annotated[tuple[str, ...], Parameter(at="programme.principles")],
) -> bool:
    """One probation service has mentors challenge a group openly; peer support in mental health directs nobody.

    Either can be right. A mentor who is told both finds out in front of the group which was meant.
    """
    return not {"direct challenge", "non-directive"} <= set(principles)
