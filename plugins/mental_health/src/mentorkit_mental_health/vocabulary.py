"""What several rules of the sector read or ask, and the conditions that they share."""

from typing import Annotated, Literal

from mentorkit.api import Condition, Evidence, Measure, Parameter, Programme, Strength, at_least, includes, when
from mentorkit_mental_health.sources import IMH_IMROC, NICE_PSYCHOSIS, PEER_SUPPORT

_NAMED = (
    NICE_PSYCHOSIS.at("peer support for people with psychosis or schizophrenia has a description of its own"),
    PEER_SUPPORT.at("so has peer support after trauma"),
)
_LEARNERS = IMH_IMROC.at("what its course offers to each trainee", Evidence.PRACTICE)

MadeFor = Annotated[
    tuple[Literal["any", "psychosis", "PTSD", "depression", "anxiety", "other"], ...],
    Parameter(
        'the mental health problems that the support was made for; "any" where it was made for none in particular',
        at="programme.mental_health.made_for",
        limits=[at_least(1, Strength.SHOULD, sources=_NAMED)],
        example='["any"]',
    ),
]
TraineeSupport = Annotated[
    tuple[str, ...],
    Parameter(
        "what a trainee can count on during the course",
        at="training.mental_health.trainee_support",
        limits=[
            includes(
                "personal supervisor",
                "online resources",
                "message board",
                "peer study groups",
                strength=Strength.SHOULD,
                source=_LEARNERS,
            )
        ],
        example='["personal supervisor", "online resources", "message board", "peer study groups"]',
    ),
]
Measures = Annotated[tuple[Measure, ...], Parameter(at="outcomes.measures")]


def made_for(problem: Literal["psychosis", "PTSD"]) -> Condition:
    """Applies where the support was made for people with this problem, or the design does not say for whom."""

    def test(programme: Programme) -> bool | None:
        stated = programme.value(("programme", "mental_health", "made_for"))
        return None if stated is None else problem in stated

    return when(f"where the support was made for people with {problem}", test, "programme.mental_health.made_for")


def _is_peer_specialist(programme: Programme) -> bool | None:
    """The certification meant is American: a design for a nation of this country need not say that it has none."""
    kind = programme.role.kind
    if kind is None:
        return None if programme.programme.nation is None else False
    return kind in ("peer specialist", "peer support specialist")


PEER_SPECIALISTS = when(
    "where the role is peer specialist or peer support specialist, as it is certified in the United States",
    _is_peer_specialist,
    "role.kind",
)


ACCREDITED = when(
    "where the course is accredited",
    lambda programme: None if programme.value(("training", "award", "accredited_by")) is None else True,
    "training.award.accredited_by",
)
