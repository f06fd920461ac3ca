"""When measures are taken, against what is planned and what they are to show (STD615 and STD616)."""

from collections.abc import Iterator

from mentorkit.api import (
    OVER_TIME,
    At,
    Measure,
    Problem,
    Programme,
    Strength,
    falls_short,
    rule,
)
from mentorkit.standards.sources import LATE_EFFECTS, MONITORED, THIRTY_TWICE
from mentorkit.standards.vocabulary import ATTENDED_ONCE

_CHANGES = frozenset(
    {
        "anxiety",
        "approval",
        "belonging",
        "competence",
        "confidence",
        "connectedness",
        "connectedness to school",
        "depression",
        "empowerment",
        "equality",
        "hope",
        "loneliness",
        "new knowledge",
        "quality of life",
        "recovery capital",
        "resilience",
        "self-efficacy",
        "self-esteem",
        "social support",
        "wellbeing",
    }
)
"""What people have more or less of from the beginning on, so that one answer shows no change."""


@rule(
    "STD615",
    strength=Strength.SHOULD,
    reads=[At.outcomes.follow_ups, At.outcomes.measures],
    sources=[LATE_EFFECTS],
    fix='add "follow-up" to `at` of a measure, or plan no follow-up',
    asked_since="2026-11",
)
def something_is_measured_at_a_follow_up(programme: Programme) -> Iterator[Problem]:
    """People who are asked again, and of whom nothing is measured, give up their time for nothing."""
    follow_ups, measures = programme.outcomes.follow_ups, programme.outcomes.measures
    if not follow_ups or not measures or any(measure.at is None or "follow-up" in measure.at for measure in measures):
        return
    message = f"people are asked again after {follow_ups[0]}, and no measure is taken at a follow-up"
    yield falls_short("outcomes.follow_ups", message)


@rule(
    "STD616",
    strength=Strength.SHOULD,
    reads=[At.outcomes.measures],
    sources=[THIRTY_TWICE, MONITORED],
    applies=~ATTENDED_ONCE,
    ways=OVER_TIME,
    asked_since="2026-11",
)
def a_change_has_a_start_and_an_end(programme: Programme) -> Iterator[Problem]:
    """Whether somebody has more hope than at the start can only be said if they were asked at the start.

    What happens or does not, such as an offence, a day at school or the end of treatment, needs no start; nor does what
    is compared with other people. It is this project's reading which measures are of something that changes.
    """
    measures = programme.outcomes.measures or ()
    if measures and all(measure.at and "start" not in measure.at and not measure.comparison for measure in measures):
        fix = 'add "start" to `at` of what is to change'
        message = "nothing is measured at the start, so that no change can be shown"
        yield falls_short("outcomes.measures", message, fix, met_by_more=At.outcomes.measures)
        return
    for place, measure in enumerate(measures):
        at = set(measure.at or ())
        if at == {"start"}:
            message = f"{_called(measure)} is measured at the start alone, so that it shows no change"
            yield falls_short(("outcomes", "measures", place, "at"), message, 'add "exit" or "follow-up"')
        elif at and "start" not in at and measure.is_named(*_CHANGES) and not measure.comparison:
            message = f"{_called(measure)} is not measured at the start, so that it shows no change"
            yield falls_short(("outcomes", "measures", place, "at"), message, 'add "start"')


def _called(measure: Measure) -> str:
    return measure.called or "this"
