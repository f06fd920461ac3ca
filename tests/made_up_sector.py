"""A made-up sector with a rule of each kind, for the tests of what is done with rules."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from mentorkit.api import (
    Duration,
    Evidence,
    Fact,
    Parameter,
    Problem,
    Programme,
    Source,
    Strength,
    at_least,
    falls_short,
    in_settings,
    includes,
    not_settled,
    requires,
    rule,
)

ONE = Source(author="One", title="Book", address="https://example.org/1", evidence=Evidence.PRACTICE)
TWO = Source(author="Two", title="Paper", address="https://example.org/2", evidence=Evidence.RESEARCH)

Wait = Annotated[
    Duration,
    Parameter(
        "the wait before a placement",
        limits=[
            at_least("30 days", strength=Strength.MUST, sources=[ONE]),
            at_least("3 months", strength=Strength.SHOULD, sources=[TWO]),
        ],
        example='"3 months"',
    ),
]
Since = Annotated[date, Fact("the day from which the {mentee} waits")]


@rule(
    "TST101",
    strength=Strength.MUST,
    sources=[ONE],
    unmet="waiting since {since}: less than {wait}",
    fix="ask again on {eligible_from}",
)
def waited_long_enough(wait: Wait, since: Since, on: date) -> bool:
    """Haste harms."""
    return on >= since + wait


@rule("TST102", strength=Strength.SHOULD, sources=[TWO], unmet="no {mentee} has agreed", fix="ask", waivable=False)
def agreed(agrees: Annotated[bool, Fact("whether they agree")]) -> bool:
    """Consent comes first."""
    return agrees


@rule("TST103", strength=Strength.SHOULD, sources=[ONE], unmet="waiting since {since} is long", fix="hurry")
def not_too_long(wait: Wait, since: Since, on: date) -> bool:
    """Waiting wears people out."""
    return on <= since + wait + wait


@rule(
    "TST201",
    strength=Strength.CAUTION,
    sources=[ONE],
    unmet="{length} of training with {contact} of teaching is thin",
    fix="teach more",
)
def taught_enough(
    length: Annotated[Duration, Parameter(at="training.length")],
    contact: Annotated[Duration, Parameter(at="training.contact_time")],
) -> bool:
    """Time alone teaches nobody."""
    return contact >= Duration.parse("8 hours") and length >= Duration.parse("2 days")


topics_covered = requires(
    "TST202",
    "topics covered",
    {
        "training.topics": [
            includes("safeguarding", strength=Strength.MUST, sources=[ONE]),
            includes("boundaries", "diversity"),
        ]
    },
    strength=Strength.SHOULD,
    sources=[TWO],
    reason="What is not taught is not known.",
)


@rule("TST001", strength=Strength.MUST, sources=[ONE], fix="give each objective a measure")
def objectives_have_measures(programme: Programme) -> Iterator[Problem]:
    """What is not measured cannot be shown."""
    for number, objective in enumerate(programme.programme.objectives or ()):
        if objective.text is None:
            yield not_settled(("programme", "objectives", number, "text"), "what this objective is for a {mentee}")
        if objective.measure is None:
            yield falls_short(("programme", "objectives", number), "this objective has no measure")


searched_in_custody = requires(
    "TST401",
    "searched in custody",
    {"searched": Annotated[bool, Parameter("whether visitors are searched", example="true")]},
    strength=Strength.MUST,
    sources=[ONE],
    reason="The prison asks for it.",
    applies=in_settings("custody"),
)


RULES = (
    waited_long_enough,
    agreed,
    not_too_long,
    taught_enough,
    topics_covered,
    objectives_have_measures,
    searched_in_custody,
)
