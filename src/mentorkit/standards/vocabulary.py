"""What several of the shared standards ask: each fact, parameter and condition is declared here once."""

from datetime import date
from typing import Annotated, Literal

from mentorkit.api import Condition, Duration, Evidence, Fact, Parameter, Phase, Programme, Strength, at_least, when
from mentorkit.standards.sources import BRIGHT

SelectedOn = Annotated[date, Fact("date on which the {mentor} was selected")]
TrainingCompletedOn = Annotated[date, Fact("date on which the {mentor} completed the training")]
MenteeAgreesToMatch = Annotated[bool, Fact("whether the {mentee} agrees to this match")]
PlacedOn = Annotated[date, Fact("first day of the {mentor}'s placement")]
SupervisedOn = Annotated[
    date, Fact("date of the {mentor}'s last supervision; if there was none yet, the first day of the placement")
]
RelationshipStartedOn = Annotated[date, Fact("date on which the {mentor} and the {mentee} first met as a pair")]
RelationshipEndedOn = Annotated[date, Fact("date on which their relationship ended")]
WelfareFollowUpAgreed = Annotated[
    bool, Fact("whether somebody will ask how the {mentee} is once the relationship has ended")
]
ReviewedOn = Annotated[
    date, Fact("date of the {mentee}'s last review; if there was none yet, the day of the first measurement")
]

ReviewEvery = Annotated[Duration, Parameter(at="outcomes.review_every")]
Phases = Annotated[
    tuple[Phase, ...],
    Parameter(
        at="supervision.phases",
        example='[{ every = "14 days", formats = ["one-to-one"] }]',
        limits=[
            at_least(
                1,
                strength=Strength.MUST,
                sources=[BRIGHT.at("there should be no peer mentoring without good supervision", Evidence.OPINION)],
            )
        ],
    ),
]


def selected_before(step: Literal["training", "placement"], words: str) -> Condition:
    """Applies where mentors are selected before this step, or the design does not say before which."""

    def test(programme: Programme) -> bool | None:
        stated = programme.screening.selects_before
        return None if stated is None else stated == step

    return when(words, test, "screening.selects_before")


def in_pairs(programme: Programme) -> bool:
    """Whether people meet as pairs; a design that does not say so is read as one that does."""
    return programme.relationship.pairs is not False


IN_PAIRS = when("unless mentors give talks, listen or mediate, and meet nobody again and again", in_pairs)


def is_listener_scheme(programme: Programme) -> bool:
    """Whether it is the scheme that the Samaritans run, for people in custody alone; such a design says so."""
    return programme.safeguarding.run_by_samaritans is True and programme.programme.settings == ("custody",)
