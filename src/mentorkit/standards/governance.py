"""What is written down, paid for and planned (STD801 to STD805)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Strength, includes, rule
from mentorkit.standards.sources import BRIGHT, PEER_MENTORING, TURNING_POINT

_BOTH_GAIN = TURNING_POINT.at("the scheme is meant to benefit mentor and mentee")
_CONFIDENCES = BRIGHT.at("how much of what is known of a mentee may be told has its limits", Evidence.OPINION)
_NO_FRIEND = BRIGHT.at("mentors draw a line between being kind to somebody and being close to them", Evidence.OPINION)
_DUAL = PEER_MENTORING.at("a peer who mentors is two things to the other at once")
_CHECKS_COST = BRIGHT.at(
    "checks on volunteers who soon leave may not be worth their cost, citing Finnegan and others 2010"
)
_DOCUMENTS = '["confidentiality policy", "boundaries policy", "benefits for mentor and mentee"]'
_TURNOVER = BRIGHT.at("volunteers leave more often than paid staff")


@rule("STD801", strength=Strength.SHOULD, sources=[_BOTH_GAIN])
def benefits_for_both_sides_are_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("benefits for mentor and mentee", strength=Strength.SHOULD, source=_BOTH_GAIN)],
        ),
    ],
) -> None:
    """Where only one side is to gain, the other is used."""


@rule("STD802", strength=Strength.MUST, sources=[_CONFIDENCES])
def confidentiality_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            example=_DOCUMENTS,
            limits=[includes("confidentiality policy", strength=Strength.MUST, source=_CONFIDENCES)],
        ),
    ],
) -> None:
    """Mentors and supervisors have to know what of a mentee's life may be told, to whom, and what has to be.

    Required of all, on what people in one study say: where it is not written down, either risk is kept back or
    confidences are broken.
    """


@rule("STD803", strength=Strength.SHOULD, sources=[_NO_FRIEND, _DUAL])
def boundaries_are_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("boundaries policy", strength=Strength.SHOULD, source=_NO_FRIEND),
                includes("policy on dual relationships", strength=Strength.CAUTION, source=_DUAL),
            ],
        ),
    ],
) -> None:
    """A mentor can be warm without becoming close, and may know the other from elsewhere; both need a line."""


@rule("STD804", strength=Strength.CAUTION, sources=[_CHECKS_COST])
def checks_and_training_are_paid_for(
    budget: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.budget",
            limits=[includes("training", "criminal record checks", strength=Strength.CAUTION, source=_CHECKS_COST)],
        ),
    ],
) -> None:
    """Both cost money for every mentor, also for those who soon leave; what is not budgeted for is skipped."""


@rule("STD805", strength=Strength.CAUTION, sources=[_TURNOVER])
def turnover_is_planned_for(turnover: Annotated[str, Parameter(at="governance.turnover")]) -> None:
    """Volunteers move on, as they should; mentees must not lose their support with them."""
