"""What the programme is (SCH002 to SCH009)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    WITH_MENTORS,
    At,
    Evidence,
    Parameter,
    Principles,
    Problem,
    Programme,
    Strength,
    falls_short,
    in_settings,
    includes,
    includes_one_of,
    one_of,
    requires,
    rule,
)
from mentorkit.works import WIKI_PEER_MENTORING
from mentorkit_schools.roles import KINDS
from mentorkit_schools.sources import DUBOIS, FIRS_PRIMARY, SPACE_AND_BACKING, STAFF_WITH_TIME, STRUCTURE
from mentorkit_schools.vocabulary import (
    ANSWERS_FOR_CHILDREN,
    WHERE_MENTEES_ARE_AT_HIGH_RISK,
    MenteesChosenFor,
    SchoolProvides,
    Structure,
    in_roles,
)

STRENGTHS = "strengths before deficits"

KINDS_DIFFER = WIKI_PEER_MENTORING.at("cross-age pairs, listening, mediation and students need different things")
NOT_DEFICIT_LED = WIKI_PEER_MENTORING.at(
    "in cross-age programmes, deficits and problems are not the main concern", Evidence.RESEARCH
)
DEFICIENCY_MODEL = WIKI_PEER_MENTORING.at("critics see programmes built on what a group is said to lack")
STAFF_LISTEN = WIKI_PEER_MENTORING.at("with mentors in place, staff may feel free of the duty to listen")
CHEAP = WIKI_PEER_MENTORING.at("peers can become the cheap way to support those who are expected to fail")
PILOT_PRINCIPLES = FIRS_PRIMARY.at("the five core principles of the Department for Education's pilot of peer support")
ADVERSE_EFFECT = DUBOIS.at("with vulnerable young people, a poorly run programme can do harm")


SCH002 = requires(
    "SCH002",
    "cross-age meetings have a structure",
    {"relationship.schools.structure": Structure},
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[STRUCTURE],
    reason="Pupils who have to fill the time by themselves lose direction, and among young people that can do harm. A "
    "curriculum or set activities will do; no source says which is better.",
    applies=in_roles("cross-age mentor"),
)

SCH003 = requires(
    "SCH003",
    "cross-age mentoring builds on strengths",
    {"programme.principles": includes(STRENGTHS)},
    strength=Strength.SHOULD,
    sources=[NOT_DEFICIT_LED],
    reason="A friend who is a few years older helps by being a friend. A pupil who has to correct another's faults "
    "does not. This is a SHOULD and not a MUST: the source describes what such programmes do, and names no harm.",
    applies=in_roles("cross-age mentor"),
)


@rule(
    "SCH004",
    strength=Strength.CAUTION,
    met_by_more=["principles"],
    sources=[DEFICIENCY_MODEL],
    unmet='{mentees} are only chosen for {mentees_chosen_for}, and "strengths before deficits" is not among the '
    "principles",
    fix='say what {mentees} bring with them, and add "strengths before deficits" to principles in [programme]',
    ways=OVER_TIME,
)
def mentees_are_not_only_chosen_for_what_they_lack(
    mentees_chosen_for: MenteesChosenFor, principles: Principles
) -> bool:
    """Pupils who are only chosen for a failing learn how the school sees them, and so do all the others."""
    deficits = {"low attainment", "high risk"}
    return not mentees_chosen_for or not set(mentees_chosen_for) <= deficits or STRENGTHS in principles


SCH005 = requires(
    "SCH005",
    "support by staff goes on",
    {
        "programme.alongside": Annotated[
            tuple[str, ...],
            Parameter(
                limits=[
                    includes_one_of(
                        "pastoral care by staff", "personal tutoring", "counselling", sources=[STAFF_LISTEN]
                    )
                ],
                example='["pastoral care by staff"]',
            ),
        ]
    },
    strength=Strength.CAUTION,
    sources=[STAFF_LISTEN, CHEAP],
    reason="A peer is one more person to talk to. Adults must not pass on their own task to young people. Nor should "
    "peers be chosen because they cost less than help by staff.",
)


@rule(
    "SCH006",
    strength=Strength.CAUTION,
    reads=[At.outcomes.measures],
    sources=[ADVERSE_EFFECT],
    fix='add a measure with the name "fidelity", which shows whether things are done as planned',
    applies=WHERE_MENTEES_ARE_AT_HIGH_RISK,
    ways=OVER_TIME,
)
def delivery_is_monitored_for_mentees_at_high_risk(programme: Programme) -> Iterator[Problem]:
    """Mentoring that is run badly can leave people at high risk worse off than no mentoring."""
    measures = programme.outcomes.measures or ()
    if not any(measure.is_named("fidelity") for measure in measures):
        message = "{mentees} are at high risk, and nothing shows whether the programme is run as planned"
        yield falls_short("outcomes.measures", message, met_by_more=At.outcomes.measures)


SCH007 = requires(
    "SCH007",
    "peer support follows the principles of the pilot",
    {
        "programme.principles": includes(
            "creative engagement", "the right people", "relationships", "ownership", "safe and boundaried"
        )
    },
    strength=Strength.SHOULD,
    sources=[PILOT_PRINCIPLES],
    reason="The schools of the pilot worked in different ways, and had these five in common. They were read on one "
    "school's page. Other kinds of mentoring have principles of their own.",
    applies=in_roles("peer listener"),
)

SCH008 = requires(
    "SCH008",
    "the school gives space, backing and time",
    {"programme.schools.school_provides": SchoolProvides},
    strength=Strength.SHOULD,
    sources=[SPACE_AND_BACKING, STAFF_WITH_TIME],
    reason="Without a room, a head who wants it and one adult with the time, a scheme ends with the first busy term.",
    applies=in_settings("school"),
    ways=WITH_MENTORS,
)

SCH009 = requires(
    "SCH009",
    "the kind of role is one that the rules know",
    {"role.kind": one_of(*KINDS)},
    strength=Strength.MUST,
    waived_by=ANSWERS_FOR_CHILDREN,
    sources=[KINDS_DIFFER],
    reason="The kind of role decides which rules protect whom. For a kind that no rule knows, no rule would ask "
    "anything.",
    fix=f"choose the kind that comes nearest: {', '.join(KINDS)}",
)
