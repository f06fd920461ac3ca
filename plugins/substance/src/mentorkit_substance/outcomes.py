"""What is measured, and how long afterwards (SUB601 to SUB605, SUB607 to SUB609)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    OVER_TIME,
    At,
    Duration,
    Evidence,
    Fact,
    FollowUps,
    Measure,
    Measures,
    Problem,
    Programme,
    Strength,
    at_most,
    falls_short,
    not_settled,
    requires,
    rule,
    uses_tool,
)
from mentorkit.works import BRIGHT
from mentorkit_substance.sources import BARC_10, MAGURA, TOP_FORM, TOP_NEWCASTLE

NINE_MONTHS = BRIGHT.at("relapse was followed for nine months, citing Boisvert 2008", Evidence.RESEARCH)
TWO_YEARS = MAGURA.at("abstinence at one year and at two years after joining")
COMPLETERS = BRIGHT.at(
    "mentoring was more frequent among those who completed treatment, citing Mangrum 2009", Evidence.RESEARCH
)
INNER_GAINS = BRIGHT.at("peer support goes with more hope and confidence, and with a better view of oneself")
CAPITAL = BRIGHT.at("peer support adds to recovery capital, on which people can fall back")
CONTACT = BRIGHT.at("mentoring brings people into touch with specialist treatment")

STAGES = TOP_FORM.at("it is filled in at the start, at reviews and at the exit, each time on the last 28 days")
EVERY_THREE_MONTHS = TOP_NEWCASTLE.at("a review every three months, two weeks earlier or later at most")
CUT_OFF = BARC_10.at("of totals from 10 to 60, 47 and more go with a remission that lasts")

GAINS = ("self-esteem", "empowerment", "hope", "confidence", "recovery capital")


def _measured(measures: tuple[Measure, ...], name: str) -> bool:
    return any(measure.is_named(name) for measure in measures)


@rule(
    "SUB601",
    strength=Strength.SHOULD,
    met_by_more=["follow_ups"],
    sources=[NINE_MONTHS],
    unmet="relapse has been followed up at 9 months elsewhere; planned here: {follow_ups}",
    fix='add "9 months" to follow_ups',
)
def relapse_is_followed_up_at_nine_months(follow_ups: FollowUps) -> bool:
    """If a service asks at the same point, it can compare its figures with those that are published.

    It is our reading that a month earlier or later is near enough.
    """
    return _asks_about(9, follow_ups)


@rule(
    "SUB602",
    strength=Strength.SHOULD,
    met_by_more=["follow_ups"],
    sources=[TWO_YEARS],
    unmet="abstinence has been followed up at 12 and 24 months elsewhere; planned here: {follow_ups}",
    fix='have both "12 months" and "24 months" in follow_ups',
)
def abstinence_is_followed_up_for_two_years(follow_ups: FollowUps) -> bool:
    """Most of the gain came within the first year. Only the second year shows whether it lasts.

    It is our reading that a month earlier or later is near enough.
    """
    return _asks_about(12, follow_ups) and _asks_about(24, follow_ups)


def _asks_about(months: int, follow_ups: tuple[Duration, ...]) -> bool:
    """Whether people are asked again after so many months, or a month earlier or later, however people round."""
    soonest, latest = Duration(months - 1, "month"), Duration(months + 1, "month")
    times = (after for after in follow_ups if not after.minutes)
    return any(not after.is_shorter_than(soonest) and not after.is_longer_than(latest) for after in times)


@rule(
    "SUB603",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[COMPLETERS],
    unmet="no measure shows whether {mentees} complete treatment more often than people without a {mentor}",
    fix='add { name = "treatment completion", comparison = "…" }, and say with whom results are compared',
    ways=OVER_TIME,
)
def treatment_completion_is_compared(measures: Measures) -> bool:
    """Many people complete treatment without a mentor.

    A rate says nothing about mentoring unless it is compared with theirs.
    """
    return any(measure.is_named("treatment completion") and bool(measure.comparison) for measure in measures)


@rule(
    "SUB604",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[INNER_GAINS, CAPITAL],
    fix="measure them, each as an entry of measures with that name; one tool may serve for several",
    ways=OVER_TIME,
)
def more_is_measured_than_drug_use(programme: Programme) -> Iterator[Problem]:
    """Mentoring first changes how people see themselves and the support that they have. Drug use follows."""
    measures = programme.outcomes.measures
    if not measures:  # SUB603 and the shared standards ask for them
        return
    missing = [f'"{gain}"' for gain in GAINS if not _measured(measures, gain)]
    if missing:
        at = At.outcomes.measures
        yield falls_short(at, f"not measured: {', '.join(missing)}", met_by_more=at)


@rule(
    "SUB605",
    strength=Strength.SHOULD,
    met_by_more=["measures"],
    sources=[CONTACT],
    unmet="nothing measures whether {mentees} come into contact with treatment services",
    fix='add { name = "contact with treatment services" } to measures',
    ways=OVER_TIME,
)
def contact_with_treatment_counts_as_a_result(measures: Measures) -> bool:
    """For someone who does not trust services, the first appointment that they keep is a result in itself."""
    return _measured(measures, "contact with treatment services")


@rule(
    "SUB607",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[STAGES],
    fix='take it at = ["start", "review", "exit"], and let the {lead_worker} fill it in, not the {mentor}',
    ways=OVER_TIME,
)
def the_outcomes_profile_is_taken_at_each_stage(programme: Programme) -> Iterator[Problem]:
    """It asks about the last 28 days, so it misses what happens between two forms that are far apart.

    It applies if a measure is taken with TOP, the Treatment Outcomes Profile. The form requires the stages. Nobody is
    in danger without one, so they are recommended.
    """
    for place, measure in enumerate(programme.outcomes.measures or ()):
        at = ("outcomes", "measures", place, "at")
        if measure.uses("TOP") and measure.at is None:
            yield not_settled(at, "when TOP is filled in")
        elif measure.uses("TOP"):
            missing = [stage for stage in ("start", "review", "exit") if stage not in (measure.at or ())]
            if missing:
                yield falls_short(at, f"TOP is not filled in at these stages: {', '.join(missing)}")


SUB608 = requires(
    "SUB608",
    "the outcomes profile is taken every three months",
    {"outcomes.review_every": at_most("3 months")},
    strength=Strength.CAUTION,
    sources=[EVERY_THREE_MONTHS],
    reason="One local procedure says so, with two weeks either way; how often it is due has changed since. Look up "
    "what your treatment service does now: this is advice.",
    applies=uses_tool("TOP"),
)


@rule(
    "SUB609",
    strength=Strength.CAUTION,
    sources=[CUT_OFF],
    unmet="a total of {barc_10_total} on BARC-10 is below 47, or is not possible on the scale (10 to 60)",
    fix="talk with the {mentee} about what support is missing, and plan for it; a total decides nothing",
    applies=uses_tool("BARC-10"),
)
def recovery_capital_is_high_enough_for_recovery_to_last(
    barc_10_total: Annotated[
        int,
        Fact(
            "total of the {mentee}'s last BARC-10, from 10 to 60",
            question="What was the total of the last BARC-10 of the {mentee}?",
        ),
    ],
) -> bool:
    """People with a total below 47 have stayed in recovery less often.

    Versions of the scale differ: here an answer counts from 1 to 6.
    """
    return 47 <= barc_10_total <= 60
