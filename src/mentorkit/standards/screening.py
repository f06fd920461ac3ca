"""How mentors are found and selected (STD101 to STD105, STD111). Checks of records stand in record_checks.py."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import (
    Evidence,
    Parameter,
    Programme,
    Strength,
    at_least,
    includes,
    includes_one_of,
    one_of,
    rule,
    when,
)
from mentorkit.standards.sources import (
    APPROVED_PROVIDER,
    BRIGHT,
    PEER_MENTORING,
    PEER_SUPPORT,
    SAMHSA_ATTESTATION,
    TRUSTEES,
)
from mentorkit.standards.vocabulary import SelectedOn, selected_before

_SELECTED = BRIGHT.at("selecting before entry to the qualification controls risk and quality")
_QUALITIES = PEER_MENTORING.at("mentors are chosen for being reliable, sensible, confident and good with people")
_ATTESTED = SAMHSA_ATTESTATION.at("people attest their lived experience, and need not prove it")
_SAME_GROUP = BRIGHT.at("peer educators share age or background, in the definition that it quotes", Evidence.GUIDANCE)


@rule(
    "STD101",
    strength=Strength.SHOULD,
    sources=[PEER_SUPPORT.at("peer workers are recruited with care", Evidence.RESEARCH)],
)
def how_mentors_are_found_is_stated(route: Annotated[str, Parameter(at="recruitment.route")]) -> None:
    """Careful recruitment starts with knowing where mentors come from.

    A recommendation, not a requirement as the source puts it: what keeps people safe is the selection (STD103).
    """


@rule("STD102", strength=Strength.SHOULD, sources=[_SAME_GROUP])
def mentors_have_something_in_common_with_mentees(
    shares_with_mentees: Annotated[
        tuple[str, ...],
        Parameter(
            at="recruitment.shares_with_mentees",
            limits=[
                includes_one_of("age group", "background", strength=Strength.SHOULD, source=_SAME_GROUP),
            ],
        ),
    ],
) -> None:
    """It is what makes them peers.

    The source states it as part of what a peer is; as a programme may choose mentors who are no peers, it is not
    required here.
    """


@rule(
    "STD103",
    strength=Strength.MUST,
    sources=[
        _SELECTED,
        APPROVED_PROVIDER.at("6 of 10: mentors are recruited and selected safely"),
        TRUSTEES.at("trustees have people checked as suitable for their roles"),
    ],
    fix="settle the steps that applicants go through, and take them before the course begins",
)
def mentors_are_selected(
    steps: Annotated[
        tuple[str, ...],
        Parameter(at="screening.steps", limits=[at_least(1, Strength.MUST, source=_SELECTED)]),
    ],
    selects_before: Annotated[
        Literal["training", "placement"],
        Parameter(
            at="screening.selects_before",
            limits=[one_of("training", strength=Strength.SHOULD, source=_SELECTED)],
        ),
    ],
) -> None:
    """Mentors meet people who can be harmed; who is not suitable should learn it before the course, not after it."""


@rule(
    "STD104",
    strength=Strength.MUST,
    sources=[_SELECTED],
    unmet="the selection is dated {selected_on}, which is still to come",
    fix="wait until the {mentor} has been selected",
    # Where selection comes before the placement, STD203 asks for it at the end of the training.
    applies=selected_before("training", "where mentors are selected before training"),
)
def selected_before_training(selected_on: SelectedOn, on: date) -> bool:
    """The course gives access to people and places, so risk is looked at first."""
    return selected_on <= on


@rule("STD105", strength=Strength.SHOULD, sources=[_QUALITIES])
def mentors_are_chosen_for_how_they_are_with_people(
    criteria: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.criteria",
            example='["good sense", "confidence", "social skills", "reliability"]',
            limits=[
                includes(
                    "good sense",
                    "confidence",
                    "social skills",
                    "reliability",
                    strength=Strength.SHOULD,
                    source=_QUALITIES,
                )
            ],
        ),
    ],
) -> None:
    """Experience alone does not make a good mentor; what is looked for should be the same for all applicants."""


def _asks_for_experience(programme: Programme) -> bool:
    """A design that requires it says so."""
    return programme.recruitment.lived_experience == "required"


@rule(
    "STD111",
    strength=Strength.CAUTION,
    sources=[_ATTESTED],
    fix="ask applicants to say themselves that they have been through it, and for no papers that prove it",
    applies=when("where lived experience is required", _asks_for_experience),
)
def lived_experience_needs_no_proof(
    steps: Annotated[
        tuple[str, ...],
        Parameter(
            at="screening.steps",
            limits=[includes("own word on lived experience", strength=Strength.CAUTION, source=_ATTESTED)],
        ),
    ],
) -> None:
    """Proof means medical or court papers, which nobody should have to hand over to volunteer.

    An American standard for certification recommends it, so here it is advice.
    """
