"""What happens when someone is at risk (STD407, STD412 and STD413)."""

from typing import Annotated, Literal

from mentorkit.api import Evidence, Parameter, Programme, Strength, includes, one_of, rule, when
from mentorkit.standards.sources import (
    APPROVED_PROVIDER,
    BRIGHT,
    OCCUPATIONAL_STANDARD,
    POSITIVELY_UK,
    SAMARITANS,
    TRUSTEES,
)
from mentorkit.standards.vocabulary import is_listener_scheme

_PASSED_ON = BRIGHT.at("what a mentor is told about risk goes to the member of staff concerned", Evidence.OPINION)
_EVERYBODY_SAFE = APPROVED_PROVIDER.at("3 of 10: staff, those supported and mentors are all to be safe")
_BOTH_SIDES = OCCUPATIONAL_STANDARD.at("procedures keep mentors and mentees safe, both of them")
_REPORTED = TRUSTEES.at("charities have a clear way of reporting to the agencies concerned")
_RISKS = TRUSTEES.at("charities keep a register of risks, and go through it regularly")
_ALONE = POSITIVELY_UK.at("a policy and a procedure for those who work alone")
_LISTENERS = SAMARITANS.at("Listeners keep confidences as Samaritans volunteers do")


@rule(
    "STD407",
    strength=Strength.MUST,
    sources=[_PASSED_ON, _LISTENERS],
    waivable=False,
    fix="tell both sides when they first meet that risk is passed on, and to whom; only Samaritans' schemes keep it",
    applies=when(
        "unless it is a Listener scheme, which the Samaritans run and which is for people in custody alone",
        lambda programme: not is_listener_scheme(programme),
    ),
)
def risk_is_passed_on(
    risk_told_to: Annotated[str, Parameter(at="safeguarding.risk_told_to")],
    confidentiality: Annotated[
        Literal["limited", "listener"],
        Parameter(
            at="safeguarding.confidentiality",
            limits=[one_of("limited", strength=Strength.MUST, sources=[_PASSED_ON, _LISTENERS])],
        ),
    ],
) -> None:
    """A mentor who keeps a risk to themselves leaves somebody in danger, and carries it alone.

    The full confidentiality of a Listener rests on the training and support that the Samaritans give, and is theirs
    alone.
    """


@rule(
    "STD412",
    strength=Strength.MUST,
    sources=[_EVERYBODY_SAFE, _BOTH_SIDES, _REPORTED, _RISKS],
)
def how_people_are_kept_safe_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("safeguarding policy", strength=Strength.MUST, sources=[_EVERYBODY_SAFE, _BOTH_SIDES]),
                includes("procedure for reporting concerns", strength=Strength.MUST, source=_REPORTED),
                includes("risk register", strength=Strength.SHOULD, source=_RISKS),
            ],
        ),
    ],
) -> None:
    """When something happens nobody has time to work out whom to tell.

    The policy is to cover mentors as well as mentees and staff, since mentors can be the ones who are harmed; the
    register is gone through at each review. The last two are duties of charities: nobody can do without a way to report
    concerns, and the register is recommended to others.
    """


def _are_alone(programme: Programme) -> bool | None:
    modes = programme.relationship.modes
    if programme.role.supervised or (modes is not None and "one-to-one" not in modes):
        return False
    return None if programme.role.supervised is None or modes is None else True


@rule(
    "STD413",
    strength=Strength.MUST,
    sources=[_ALONE],
    applies=when("where mentors meet people one-to-one and out of sight of staff", _are_alone, "role.supervised"),
)
def working_alone_is_made_safe(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("lone working policy", strength=Strength.MUST, source=_ALONE)],
        ),
    ],
) -> None:
    """Somebody has to know where a mentor is and when they will be back.

    One organisation's guide says so; it is required of all on grounds of safety.
    """
