"""What is measured (SCH601, SCH602 and SCH604)."""

from collections.abc import Iterator

from mentorkit.api import (
    OVER_TIME,
    At,
    Measures,
    Problem,
    Programme,
    Strength,
    Way,
    falls_short,
    includes,
    requires,
    rule,
)
from mentorkit.works import WIKI_PEER_MENTORING
from mentorkit_schools.roles import MEETS_IN_PAIRS
from mentorkit_schools.sources import (
    ASSIST_BLUEPRINTS,
    ASSIST_CRIMESOLUTIONS,
    CAMP_CHILD_TRENDS,
    EARLY_TERMINATION,
    EEPM_EVALUATION,
)
from mentorkit_schools.vocabulary import in_roles

_FOUR_THINGS = EEPM_EVALUATION.at("what is tracked: fidelity to the plan, relationship quality, outcomes and costs")
_ATTENDANCE = CAMP_CHILD_TRENDS.at("how regularly mentors came went together with what mentees gained")
_BENCHMARK = EARLY_TERMINATION.at("up to a fifth of matches end before six months, and 45% reach a year")
_OFTEN = WIKI_PEER_MENTORING.at("frequent assessment matters")
_PROMISING = ASSIST_BLUEPRINTS.at("rated promising")
_NO_EFFECT = ASSIST_CRIMESOLUTIONS.at("an effect at one year; rated as without effect, as none was left at two")

_WATCHED = ("fidelity", "relationship quality", "attendance", "length of matches")


@rule(
    "SCH601",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[_FOUR_THINGS, _ATTENDANCE, _BENCHMARK],
    fix="add a measure of this name for each; a register and a short questionnaire will do",
    applies=MEETS_IN_PAIRS,
    ways=[Way.PAIR],
)
def it_is_measured_how_often_pairs_meet_and_how_they_get_on(programme: Programme) -> Iterator[Problem]:
    """If there are no results, the first question is whether the pairs met, and how they got on.

    Two sources require it. Nobody is harmed without a measure, so this is a SHOULD. Elsewhere up to a fifth of matches
    end within six months, and 45% reach a year. You can compare your own figures with these.
    """
    measures = programme.outcomes.measures
    missing = [f'"{name}"' for name in _WATCHED if not any(measure.is_named(name) for measure in measures or ())]
    if measures and missing:  # where there are none at all, the shared standards ask for them
        at = At.outcomes.measures
        yield falls_short(at, f"not measured: {', '.join(missing)}", met_by_more=at)


@rule(
    "SCH602",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[_OFTEN],
    unmet="nothing is measured more than once",
    fix='say of at least one measure when it is taken, such as at = ["start", "review", "exit"]',
    ways=OVER_TIME,
)
def something_is_measured_more_than_once(measures: Measures) -> bool:
    """One measurement shows where people are, but not how far they have come."""
    return any(len(set(measure.at or ())) > 1 or "review" in (measure.at or ()) for measure in measures)


SCH604 = requires(
    "SCH604",
    "reports say that effects may fade",
    {"outcomes.states": includes("effects may fade")},
    strength=Strength.CAUTION,
    sources=[_PROMISING, _NO_EFFECT],
    reason="Two bodies have rated the best known programme of influential pupils (ASSIST), and do not agree. One "
    "calls it promising. The other points to a second year in which no effect was left.",
    applies=in_roles("peer supporter"),
)
