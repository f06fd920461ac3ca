"""What is written down about peer roles (MHL801, MHL803 and MHL804)."""

from typing import Annotated

from mentorkit.api import Evidence, Parameter, Strength, includes, rule
from mentorkit_mental_health.sources import IMH_IMROC, IMROC_GUIDE, IMROC_THEORY

# What the slides only ask of services is the practice of one course, and no guidance.
_PRACTICE = Evidence.PRACTICE
_ROLE = IMROC_THEORY.at(
    "ten points of good practice: job descriptions that workers and staff understand; a code of conduct for peers"
)
_CLARITY = IMH_IMROC.at("a clear role goes with satisfaction in the job; unclear ones are a barrier", Evidence.RESEARCH)
_SHARING = IMH_IMROC.at("what workers tell of themselves, confidentiality and boundaries are matters to be settled")
_SAFETY = IMH_IMROC.at("asks services what part peer support workers have in keeping people safe", _PRACTICE)
_WORKING_DAY = IMH_IMROC.at(
    "asks services for a usual day, an induction, contact and its length, team meetings, notes and medication",
    _PRACTICE,
)
_FRIEND = IMH_IMROC.at("whether a peer is friend or worker, and who has power, are questions")
_OPEN = IMROC_THEORY.at(
    "ten points of good practice: staff may be open about their own experience, and peer roles are a model for them"
)
_STRATEGY = IMH_IMROC.at("a strategy for peer work as a whole, and parity for other support staff", _PRACTICE)
_PHASES = IMROC_GUIDE.at("peer support comes to an organisation in four phases")


@rule("MHL801", strength=Strength.MUST, sources=[_ROLE, _CLARITY])
def the_peer_role_is_written_down(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[
                includes("job description", "code of conduct", strength=Strength.MUST, sources=[_ROLE, _CLARITY]),
                includes("policy on sharing lived experience", strength=Strength.MUST, source=_SHARING),
                includes("role in keeping people safe", strength=Strength.MUST, sources=[_SAFETY, _ROLE]),
            ],
        ),
    ],
) -> None:
    """Nobody on the team has seen such a role before: what is not written, each one makes up.

    What a text is about is asked here, and nobody checks what stands in it; several may be parts of one document. The
    part in keeping people safe is only a question in the slides, and required on grounds of safety.
    """


@rule(
    "MHL803",
    strength=Strength.SHOULD,
    sources=[_WORKING_DAY, _FRIEND, _ROLE],
    fix="say in them what a usual day and the first weeks look like, how {mentees} are contacted and for how long, "
    "whether {mentors} go to team meetings and may read or write case notes, how they answer questions about "
    "medication, and where they are worker and not friend",
)
def the_working_day_of_a_peer_is_described(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("working arrangements", strength=Strength.SHOULD, sources=[_WORKING_DAY, _FRIEND, _ROLE])],
        ),
    ],
) -> None:
    """Either answer to most of these has its reasons; what hurts is to find out at the door.

    The slides ask these questions of services and do not answer them. In the catalogue some stand as requirements; as
    questions they carry no more than should.
    """


@rule(
    "MHL804",
    strength=Strength.SHOULD,
    sources=[_STRATEGY, _PHASES, _OPEN],
    fix="plan in it for preparation, recruitment, employment and the time after; say what staff may tell of experience "
    "of their own, and what peer roles mean for other staff",
)
def peer_roles_have_a_place_in_the_organisation(
    documents: Annotated[
        tuple[str, ...],
        Parameter(
            at="governance.documents",
            limits=[includes("strategy for peer work", strength=Strength.SHOULD, sources=[_STRATEGY, _PHASES, _OPEN])],
        ),
    ],
) -> None:
    """Most of what goes wrong with peer roles goes wrong before the first day, or after the first year."""
