"""What happens when someone is at risk (STD407)."""

from typing import Annotated, Literal

from mentorkit.api import Evidence, Parameter, Strength, one_of, rule, when
from mentorkit.standards.sources import BRIGHT, SAMARITANS

_PASSED_ON = BRIGHT.at("what a mentor is told about risk goes to the member of staff concerned", Evidence.OPINION)
_LISTENERS = SAMARITANS.at("Listeners keep confidences as Samaritans volunteers do")


@rule(
    "STD407",
    strength=Strength.MUST,
    sources=[_PASSED_ON, _LISTENERS],
    waivable=False,
    fix="tell both sides when they first meet that risk is passed on, and to whom; only Samaritans' schemes keep it",
    applies=when(
        "unless the Samaritans run the scheme", lambda programme: programme.safeguarding.run_by_samaritans is not True
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
