"""What is measured, and how long afterwards (SUB601 to SUB606)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    Duration,
    Evidence,
    Measure,
    Parameter,
    Problem,
    Programme,
    Strength,
    at_least,
    falls_short,
    rule,
)
from mentorkit_substance.sources import BRIGHT, MAGURA

NINE_MONTHS = BRIGHT.at("relapse was followed for nine months, citing Boisvert 2008", Evidence.RESEARCH)
TWO_YEARS = MAGURA.at("abstinence at one year and at two years after joining")
COMPLETERS = BRIGHT.at(
    "mentoring was more frequent among those who completed treatment, citing Mangrum 2009", Evidence.RESEARCH
)
INNER_GAINS = BRIGHT.at("peer support goes with more hope and confidence, and with a better view of oneself")
CAPITAL = BRIGHT.at("peer support adds to recovery capital, on which people can fall back")
CONTACT = BRIGHT.at("mentoring brings people into touch with specialist treatment")
NO_OWN_DATA = BRIGHT.at("neither service in the study kept data on its mentoring", Evidence.RESEARCH)

Measures = Annotated[tuple[Measure, ...], Parameter(at="outcomes.measures")]

GAINS = ("self-esteem", "empowerment", "hope", "confidence", "recovery capital")


def _measured(measures: tuple[Measure, ...]) -> set[str]:
    return {measure.name for measure in measures if measure.name}


@rule(
    "SUB601",
    strength=Strength.SHOULD,
    sources=[NINE_MONTHS],
    unmet="relapse has been followed up at 9 months elsewhere; planned here: {follow_ups}",
    fix='add "9 months" to follow_ups',
)
def relapse_is_followed_up_at_nine_months(
    follow_ups: Annotated[tuple[Duration, ...], Parameter(at="outcomes.follow_ups")],
) -> bool:
    """Asked at the same point, a service can hold its figures against those that are published."""
    return Duration(9, "month") in follow_ups


@rule(
    "SUB602",
    strength=Strength.SHOULD,
    sources=[TWO_YEARS],
    unmet="abstinence has been followed up at 12 and 24 months elsewhere; planned here: {follow_ups}",
    fix='have both "12 months" and "24 months" in follow_ups',
)
def abstinence_is_followed_up_for_two_years(
    follow_ups: Annotated[tuple[Duration, ...], Parameter(at="outcomes.follow_ups")],
) -> bool:
    """Most of the gain came within the first year; only the second year shows whether it lasts."""
    return {Duration(12, "month"), Duration(24, "month")} <= set(follow_ups)


@rule(
    "SUB603",
    strength=Strength.SHOULD,
    sources=[COMPLETERS],
    unmet="no measure shows whether {mentees} complete treatment more often than people without a {mentor}",
    fix='add { name = "treatment completion", comparison = "…" }, and say with whom results are compared',
)
def treatment_completion_is_compared(measures: Measures) -> bool:
    """Many complete treatment without a mentor too; without them beside it, a rate says nothing about mentoring."""
    return any(measure.name == "treatment completion" and bool(measure.comparison) for measure in measures)


@rule(
    "SUB604",
    strength=Strength.SHOULD,
    sources=[INNER_GAINS, CAPITAL],
    fix="measure them, each as an entry of measures with that name; one tool may serve for several",
)
def more_is_measured_than_drug_use(programme: Programme) -> Iterator[Problem]:
    """What mentoring moves first is how people see themselves and what they have to lean on; drug use follows."""
    measures = programme.outcomes.measures
    if not measures:  # SUB603 and the shared standards ask for them
        return
    have = _measured(measures)
    missing = [f'"{gain}"' for gain in GAINS if gain not in have]
    if missing:
        yield falls_short("outcomes.measures", f"not measured: {', '.join(missing)}")


@rule(
    "SUB605",
    strength=Strength.SHOULD,
    sources=[CONTACT],
    unmet="it is not measured whether {mentees} come into contact with treatment services",
    fix='add { name = "contact with treatment services" } to measures',
)
def contact_with_treatment_counts_as_a_result(measures: Measures) -> bool:
    """For someone who trusts no service, the first appointment that is kept is a result in itself."""
    return "contact with treatment services" in _measured(measures)


@rule("SUB606", strength=Strength.CAUTION, sources=[NO_OWN_DATA])
def the_programme_keeps_its_own_data(
    collects: Annotated[
        tuple[str, ...],
        Parameter(at="outcomes.collects", limits=[at_least(1, Strength.CAUTION, source=NO_OWN_DATA)]),
    ],
) -> None:
    """Figures on treatment as a whole do not tell what mentoring has added to it."""
