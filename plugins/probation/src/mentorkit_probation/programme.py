"""The design as a whole (PRB001 to PRB010)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    WITH_MENTORS,
    At,
    DecideBy,
    Mentors,
    Parameter,
    Principles,
    Problem,
    Programme,
    Strength,
    Way,
    at_least,
    falls_short,
    includes,
    includes_one_of,
    requires,
    rule,
)
from mentorkit.works import BRIGHT, HUMPHRIS, HUMPHRIS_CHALLENGE, IMH_IMROC, SCOTTISH_GOVERNMENT
from mentorkit_probation.sources import HMPPS_EAST, JOLLIFFE_FARRINGTON, LISTENERS_DARTMOOR, TAYLOR
from mentorkit_probation.vocabulary import (
    FOR_LISTENERS,
    HAS_WAYS,
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
NON_DIRECTIVE = IMH_IMROC.at("non-directive is one of the eight core principles of peer support")
TWO_KINDS = BRIGHT.at("emotional and practical help in times of need lowered reconviction, citing a review of 2008")
PRACTICAL = SCOTTISH_GOVERNMENT.at("justice mentors help with practical matters more than mentors elsewhere")
ONE_IN_FIFTY = LISTENERS_DARTMOOR.at("prisons aim for a Listener for every 50 prisoners")
PRISONERS_PER_LISTENER = 50


PRB001 = requires(
    "PRB001",
    "the kind of scheme is stated",
    {"programme.probation.schemes": Schemes},
    strength=Strength.MUST,
    sources=[SIDE_BY_SIDE, LISTENERS_CONFIDENCES],
    reason="Mentoring, groups, help at the prison gate and Listeners need different safeguards. No source demands it. "
    "It is required because without it nobody could tell which safeguards a programme needs.",
    ways=WITH_MENTORS,
)

PRB002 = requires(
    "PRB002",
    "mentors do not replace staff",
    {
        "role.excludes": [
            includes("replacing staff", sources=[REPLACE_NOBODY]),
            includes("statutory duties", sources=[NOT_STATUTORY]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[REPLACE_NOBODY, NOT_STATUTORY],
    reason="A mentor who replaces staff, or enforces a sentence, is no longer a peer, and is cheap labour. The first "
    "source requires it of its own service. Two services' practice is only a recommendation to others.",
    applies=WHERE_MENTORED,
)

PRB003 = requires(
    "PRB003",
    "mentoring is one part of a package",
    {
        "programme.alongside": Annotated[
            tuple[str, ...],
            Parameter(
                limits=[at_least(1)], example='["probation supervision", "commissioned rehabilitative services"]'
            ),
        ]
    },
    strength=Strength.SHOULD,
    sources=[PACKAGE, PACKAGE_WORKS, NOT_STATUTORY],
    reason="Mentoring alone rarely changes a life. Studies found more of an effect with other help, chosen for the "
    "person. One service requires it of itself, and research supports it; a programme without it is not unsafe.",
    applies=WHERE_MENTORED,
)

PRB004 = requires(
    "PRB004",
    "mentors help to design what is offered",
    {"programme.principles": includes("designed and delivered with mentors")},
    strength=Strength.SHOULD,
    sources=[CO_DESIGN],
    reason="People who have been through it know what was missing, and others believe them when they offer it.",
    applies=WHERE_MENTORED,
    ways=WITH_MENTORS,
)

PRB005 = requires(
    "PRB005",
    "one mentor stays through the gate and leads to other services",
    {"programme.principles": includes("continuity through the gate", "bridge to other services")},
    strength=Strength.SHOULD,
    sources=[BRIDGE],
    reason="On the day of release almost everybody whom a person knew inside is gone. The mentor is the one who stays.",
    applies=THROUGH_THE_GATE,
    ways=[Way.PAIR],
)

PRB006 = requires(
    "PRB006",
    "it is decided whether mentors challenge people",
    {"programme.principles": includes_one_of("direct challenge", "non-directive")},
    strength=Strength.CAUTION,
    sources=[HUMPHRIS_CHALLENGE],
    reason="Sectors differ: in the documented group, mentors challenge others openly; in mental health they never "
    "direct. Either can be right. What does harm is a group whose mentors do not know which of the two is expected of "
    "them.",
    fix='decide with your {mentors}, and add "direct challenge" or "non-directive"',
    applies=IN_PEER_LED_GROUPS,
    ways=WITH_MENTORS,
)

PRB007 = requires(
    "PRB007",
    "support is emotional and practical",
    {
        "programme.support": [
            includes("emotional", sources=[TWO_KINDS]),
            includes("instrumental", sources=[PRACTICAL, TWO_KINDS]),
        ]
    },
    strength=Strength.SHOULD,
    sources=[TWO_KINDS, PRACTICAL],
    reason='Somebody without a bed or money for tonight cannot use encouragement; "instrumental" help means practical '
    "help. Mentors elsewhere need not give it. In justice work, studies found that it is part of the role.",
    applies=in_schemes("one-to-one mentoring", "through the gate", "mentoring of young people"),
)


@rule(
    "PRB008",
    strength=Strength.SHOULD,
    sources=[ONE_IN_FIFTY],
    unmet="{mentors_active} Listeners for {people_in_prison} people: that is fewer than one for every 50",
    fix="train more Listeners",
    applies=FOR_LISTENERS,
)
def there_are_enough_listeners(
    mentors_active: Mentors,
    people_in_prison: Annotated[
        int,
        Parameter(
            "how many people the prison holds",
            example="400",
            at="programme.probation.people_in_prison",
            question="How many people does the prison hold?",
            decide_by=DecideBy.RECRUITMENT,
            plausible=(20, 3000),
        ),
    ],
) -> bool:
    """A Listener has to be nearby when somebody asks, at night too."""
    return mentors_active * PRISONERS_PER_LISTENER >= people_in_prison


@rule(
    "PRB009",
    strength=Strength.SHOULD,
    sources=[HUMPHRIS_CHALLENGE, NON_DIRECTIVE],
    unmet='the principles list both "direct challenge" and "non-directive", and {mentors} cannot follow both',
    fix="decide with your {mentors} which of the two applies, and take the other out; if groups are challenged and "
    "pairs are not, give each a design of its own",
    applies=WHERE_MENTORED,
    ways=WITH_MENTORS,
)
def mentors_are_not_asked_both_to_challenge_and_not_to_direct(principles: Principles) -> bool:
    """In one probation service mentors challenge a group openly; in mental health, peer support directs nobody.

    Either can be right. A mentor who hears both has to guess in front of the group which one was meant.
    """
    return not {"direct challenge", "non-directive"} <= set(principles)


@rule(
    "PRB010",
    strength=Strength.MUST,
    sources=[SIDE_BY_SIDE],
    reads=[At.programme.ways],
    applies=IN_PEER_LED_GROUPS & HAS_WAYS,
    asked_since="2026-11",
)
def peer_led_groups_are_among_the_ways_of_support(programme: Programme) -> Iterator[Problem]:
    """Who is at a session is asked of programmes that offer group sessions.

    One that says in its schemes that it has them, and not in its ways, would never be asked whether staff are there.
    """
    if programme.offers(Way.GROUP_SESSIONS) is False:
        message = "programme.probation.schemes has peer-led groups, and group sessions are not among these ways"
        yield falls_short("programme.ways", message, 'add "group sessions", or take the scheme out')
