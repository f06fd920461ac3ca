"""What is written down, and what peer workers may read and write (MHL801 to MHL802)."""

from typing import Annotated, Literal

from mentorkit.api import Evidence, Parameter, Strength, includes, rule
from mentorkit_mental_health.sources import IMH_IMROC, IMROC_THEORY

_ROLE = IMROC_THEORY.at(
    "ten points of good practice: job descriptions that workers and staff understand; a code of conduct for peers"
)
_CLARITY = IMH_IMROC.at("a clear role goes with satisfaction in the job; unclear ones are a barrier", Evidence.RESEARCH)
_SETTLED = IMH_IMROC.at("services settle what of their own experience workers share, and their part in keeping safety")
_ASKED = IMH_IMROC.at("asks services what a usual day looks like, and how workers stand to questions of medication")
_OPEN = IMROC_THEORY.at(
    "ten points of good practice: staff may be open about their own experience, and peer roles are a model for them"
)
_ORGANISATION = IMH_IMROC.at(
    "a strategy for peer work as a whole; feedback between trainers, supervisors and organisation", Evidence.PRACTICE
)
_QUESTIONS = IMH_IMROC.at(
    "whether a peer is friend or worker, who has power, and parity with other staff are questions"
)
_NOTES = IMH_IMROC.at("asks services whether peer support workers may write in notes, and read them")


@rule("MHL801", strength=Strength.MUST, sources=[_ROLE, _CLARITY])
def the_peer_role_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("job description", "code of conduct", strength=Strength.MUST, sources=[_ROLE, _CLARITY]),
                includes(
                    "policy on sharing lived experience",
                    "role in keeping people safe",
                    strength=Strength.MUST,
                    source=_SETTLED,
                ),
                includes("description of a usual day", "stance on medication", strength=Strength.SHOULD, source=_ASKED),
                includes(
                    "policy on staff telling their own story",
                    "terms for staff with lived experience",
                    strength=Strength.SHOULD,
                    source=_OPEN,
                ),
                includes(
                    "strategy for peer work", "feedback during training", strength=Strength.SHOULD, source=_ORGANISATION
                ),
                includes(
                    "line between friend and worker",
                    "parity with other support staff",
                    strength=Strength.CAUTION,
                    source=_QUESTIONS,
                ),
            ],
        ),
    ],
) -> None:
    """Nobody on the team has seen such a role before: what is not written, each one makes up.

    What a text is about is asked here, and nobody checks what stands in it; several may be parts of one document.
    """


@rule("MHL802", strength=Strength.SHOULD, sources=[_NOTES])
def access_to_case_notes_is_settled(
    case_notes: Annotated[
        tuple[Literal["read", "write"], ...],
        Parameter("what {mentors} may do with case notes; an empty list for neither", example='["write"]'),
    ],
) -> None:
    """People tell a peer what they would not tell a service, and have to know beforehand where it will stand."""
