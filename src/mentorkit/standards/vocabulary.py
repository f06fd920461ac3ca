"""What several of the shared standards ask: each fact, parameter and condition is declared here once."""

from typing import Annotated, Literal

from mentorkit.api import (
    CHILDREN_SUPPORTED,
    CHILDREN_TAKE_PART,
    WITH_MENTORS,
    At,
    Condition,
    Duration,
    Parameter,
    Phase,
    Programme,
    Strength,
    Way,
    at_least,
    key_is,
    only_if_stated,
    when,
)
from mentorkit.standards.sources import SUPERVISION_NEEDED

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
                sources=[SUPERVISION_NEEDED],
            )
        ],
    ),
]


def selected_before(step: Literal["training", "placement"], words: str) -> Condition:
    """Applies where mentors are selected before this step, or the design does not say before which."""
    return key_is(words, At.screening.selects_before, step)


HAS_WAYS = only_if_stated(
    when("in files of format 2, which alone have tables for ways of support", lambda programme: programme.format > 1),
    "every file states its format, and what is made without one is read as format 1",
)


def people_attend_once(programme: Programme) -> bool:
    """Whether people attend one session, and nobody is supported for longer."""
    return programme.group_sessions.sessions == 1 and not programme.may_offer({Way.PAIR})


ATTENDED_ONCE = only_if_stated(
    when("if people attend one session, and nobody is supported for longer", people_attend_once),
    "a series of more sessions has reviews, as any support that lasts",
)
IS_BRIDGE = only_if_stated(
    when(
        "if support is a short bridge that ends by handing over to others",
        lambda programme: programme.relationship.bridge,
    ),
    "support that is not a bridge need not say so; of pairs, STD305 asks how long it lasts",
)


def is_listener_scheme(programme: Programme) -> bool:
    """Whether it is the scheme that the Samaritans run, for people in custody alone; such a design says so."""
    return programme.safeguarding.run_by_samaritans is True and programme.programme.settings == ("custody",)


_STD119_ASKS = "STD119 asks whether children take part"
WHERE_CHILDREN_ARE_SUPPORTED = only_if_stated(CHILDREN_SUPPORTED, _STD119_ASKS)
WHERE_CHILDREN_TAKE_PART = only_if_stated(CHILDREN_TAKE_PART, _STD119_ASKS)


def _somebody_is_at_risk(programme: Programme) -> bool | None:
    risks = any(need.risk is not False for need in programme.network.needs or ())
    return True if risks else CHILDREN_TAKE_PART.answer(programme)


WHERE_SOMEBODY_IS_AT_RISK = only_if_stated(
    when("if children take part, or the network names risks", _somebody_is_at_risk),
    f"{_STD119_ASKS}, and STD702 which risks may show",
)


def somebody_is_responsible(programme: Programme) -> bool:
    """Nobody is responsible for the members of a fellowship; for children who come there somebody has to be."""
    return programme.may_offer(WITH_MENTORS) or CHILDREN_TAKE_PART.answer(programme) is True


NO_FELLOWSHIP_OF_ADULTS = when("unless it is a fellowship of adults", somebody_is_responsible)


def out_of_sight(programme: Programme) -> bool | None:
    """Whether mentors meet people where no member of staff is, or None where the design does not say."""
    supervised = programme.role.supervised
    if programme.may_offer({Way.GROUP_SESSIONS}) and programme.group_sessions.staff_there == 0:
        return True
    return None if supervised is None else not supervised


OUT_OF_SIGHT = when("if {mentors} work where no staff see them", out_of_sight, "role.supervised")
