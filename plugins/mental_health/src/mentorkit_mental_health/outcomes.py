"""What is measured, and what is said about it (MHL601 to MHL604)."""

from collections.abc import Iterator

from mentorkit.api import (
    OVER_TIME,
    At,
    Evidence,
    Measures,
    Problem,
    Programme,
    Strength,
    falls_short,
    in_nations,
    includes,
    requires,
    rule,
)
from mentorkit.works import IMH_IMROC
from mentorkit_mental_health.sources import ARC_YH, ENRICH_PROGRAMME

_EVALUATED = IMH_IMROC.at(
    "offers tools for evaluation, monitoring from outside and a benchmark of present practice", Evidence.PRACTICE
)
_SUCCESS = IMH_IMROC.at("four signs that a peer support worker does well")
_UNCLEAR = ENRICH_PROGRAMME.at("whether peer support works remains unclear")
_THREE = ARC_YH.at("a group of NHS England recommends three measures that people fill in themselves, not all at once")
_TOOLS = ("ReQoL-10", "GBO", "DIALOG")


@rule(
    "MHL601",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[_EVALUATED],
    unmet="no measure has both a tool and something to compare it with",
    fix='give one of them both, such as { tool = "…", comparison = "the service before peer support workers came" }',
    ways=OVER_TIME,
)
def results_are_measured_and_compared(measures: Measures) -> bool:
    """People seldom believe a service that marks its own work. STD811 asks that somebody outside looks at it."""
    return any(measure.tool and measure.comparison for measure in measures)


@rule(
    "MHL602",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[_SUCCESS],
    unmet="nobody looks for signs that {mentors} do well",
    fix='add { name = "signs of success", of = ["mentor"] } to measures: experience used to the point, accepted in '
    "the team as an equal, language of strengths, healthy boundaries",
    ways=OVER_TIME,
)
def signs_of_success_are_looked_for(measures: Measures) -> bool:
    """If a service only looks for mistakes, people learn to hide what they do."""
    return any(
        measure.is_named("signs of success") and (measure.of is None or "mentor" in measure.of) for measure in measures
    )


MHL603 = requires(
    "MHL603",
    "nobody is promised fewer readmissions",
    {"outcomes.states": includes("no promise of fewer readmissions")},
    strength=Strength.CAUTION,
    sources=[_UNCLEAR],
    reason="Studies do not agree that peer support prevents them, and workers are blamed for a broken promise.",
)


@rule(
    "MHL604",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[_THREE],
    applies=in_nations("england"),
    ways=OVER_TIME,
)
def one_of_the_recommended_measures_is_used(programme: Programme) -> Iterator[Problem]:
    """You can compare figures that other services have too. Three questionnaires at once tire people."""
    measures = programme.outcomes.measures
    if not measures:  # STD601 asks for them
        return
    used = [tool for tool in _TOOLS if any(measure.uses(tool) for measure in measures)]
    if not used:
        yield falls_short(
            "outcomes.measures",
            "no measure is used that is recommended in the NHS in England",
            'give one measure the tool "ReQoL-10", "GBO" or "DIALOG"; each has its own licence',
            met_by_more=At.outcomes.measures,
        )
    elif len(used) == len(_TOOLS):
        yield falls_short(
            "outcomes.measures",
            "ReQoL-10, GBO and DIALOG are all used, which the recommendation advises against",
            "keep the one or two that suit {mentees} best",
        )
