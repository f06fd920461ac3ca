"""How mentors are supervised and everyone is kept safe (PRB401 to PRB406 and PRB409)."""

from collections.abc import Iterator
from typing import Annotated

from mentorkit.api import (
    At,
    DecideBy,
    Parameter,
    Problem,
    Programme,
    Strength,
    Way,
    at_least,
    falls_short,
    includes,
    not_settled,
    one_of,
    only_if_stated,
    people_not_known,
    requires,
    rule,
    when,
)
from mentorkit.works import BRIGHT_RISK_PASSED_ON, HUMPHRIS
from mentorkit_probation.sources import LISTENERS_SCOTLAND
from mentorkit_probation.vocabulary import (
    FOR_LISTENERS,
    HAS_WAYS,
    IN_PEER_LED_GROUPS,
    IN_THE_COMMUNITY,
    LISTENERS_CONFIDENCES,
    Schemes,
)

TWO_ROLES = HUMPHRIS.at(
    "two roles look at risk again and again, the officer in charge and the person who coordinates mentors"
)
STAFF_IN_THE_ROOM = HUMPHRIS.at("a member of staff supports the two mentors in each session")
VISITED = LISTENERS_SCOTLAND.at("Samaritans volunteers come in regularly to support Listeners")


def _says_staff_in_the_earlier_key(programme: Programme) -> bool:
    earlier = programme.value(("relationship", "probation", "session_staff"))
    return programme.format == 1 or (earlier is not None and programme.group_sessions.staff_there is None)


PRB401 = requires(
    "PRB401",
    "two roles review risk",
    {
        "safeguarding.probation.risk_reviewed_by": Annotated[
            tuple[str, ...],
            Parameter(
                "who reviews risk regularly while mentoring goes on",
                limits=[
                    includes("probation practitioner"),
                    includes("peer mentor coordinator", strength=Strength.SHOULD),
                ],
                example='["probation practitioner", "peer mentor coordinator"]',
                question="Who reviews risk regularly while mentoring goes on?",
                decide_by=DecideBy.FIRST_MEETING,
                open_list=True,
                synonyms={
                    "probation practitioner": [
                        "probation officer",
                        "practitioner",
                        "duty probation practitioner",
                        "community offender manager",
                        "offender manager",
                        "justice social worker",
                    ],
                    "peer mentor coordinator": [
                        "coordinator",
                        "mentor coordinator",
                        "mentoring coordinator",
                        "volunteer coordinator",
                        "volunteer manager",
                    ],
                },
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[TWO_ROLES],
    reason="Risk changes with a move, a break-up or a bad week. The practitioner is responsible for it, and the "
    "coordinator hears of it. The practitioner has to be one of the two, since the sentence is theirs to manage; the "
    "second role is one service's practice.",
    applies=IN_THE_COMMUNITY,
)


@rule(
    "PRB409",
    strength=Strength.SHOULD,
    reads=["safeguarding.probation.risk_reviewed_by", At.role.title, At.network.members, At.staff],
    sources=[TWO_ROLES],
    applies=IN_THE_COMMUNITY,
    asked_since="2026-11",
)
def those_who_review_risk_are_known(programme: Programme) -> Iterator[Problem]:
    """Whoever sees a change has to find the one who reviews the risk.

    It is this project's reading that each is the id, or exactly the title, of a member of the network or of an entry of
    [[staff]].
    """
    yield from people_not_known(programme, "safeguarding.probation.risk_reviewed_by")


PRB402 = requires(
    "PRB402",
    "staff are present in group sessions",
    {
        "relationship.probation.session_staff": Annotated[
            int,
            Parameter(
                "how many members of staff are at each group session",
                limits=[at_least(1)],
                example="1",
                question="How many members of staff are at each group session?",
                decide_by=DecideBy.FIRST_MEETING,
                plausible=(0, 10),
            ),
        ]
    },
    strength=Strength.MUST,
    sources=[STAFF_IN_THE_ROOM],
    reason="When a session goes wrong, volunteers must not be alone with people who know them. It is required of all: "
    "no documented programme leaves a group of people under sentence to mentors alone.",
    applies=IN_PEER_LED_GROUPS
    & only_if_stated(
        when(
            "in files of format 1, and where [group_sessions] does not say it yet",
            _says_staff_in_the_earlier_key,
        ),
        "PRB406 asks it of files of format 2",
    ),
)

PRB406 = requires(
    "PRB406",
    "staff are there in group sessions",
    {"group_sessions.staff_there": at_least(1)},
    strength=Strength.MUST,
    sources=[STAFF_IN_THE_ROOM],
    reason="When a session goes wrong, volunteers must not be alone with people who know them. It is required of all: "
    "no documented programme leaves a group of people under sentence to mentors alone. Of files of format 1, PRB402 "
    "asks the same.",
    applies=IN_PEER_LED_GROUPS & HAS_WAYS,
    ways=[Way.GROUP_SESSIONS],
    asked_since="2026-11",
)


@rule("PRB403", strength=Strength.MUST, reads=[At.supervision.phases], sources=[VISITED], applies=FOR_LISTENERS)
def listeners_are_supported_from_outside(programme: Programme) -> Iterator[Problem]:
    """Listeners may tell nobody in the prison what they hear, so somebody has to come to them from outside.

    The source is one prison service's practice. It is required, since the confidentiality of Listeners leaves no other
    way.
    """
    phases = programme.supervision.phases or ()
    if not phases:  # STD401 asks for them
        return
    formats = {given for phase in phases for given in phase.formats or ()}
    if not formats:
        yield not_settled(
            "supervision.phases", "how Listeners are supervised", 'add formats = ["external"] to the phase'
        )
    elif "external" not in formats:
        yield falls_short(
            "supervision.phases",
            "nobody from outside the prison supports the Listeners",
            'agree visits with the Samaritans branch, and add "external" to formats',
            met_by_more=At.supervision.phases,
        )


PRB404 = requires(
    "PRB404",
    "the Samaritans run the Listener scheme",
    {
        "safeguarding.run_by_samaritans": one_of(True),
        "safeguarding.confidentiality": one_of("listener", strength=Strength.CAUTION),
    },
    strength=Strength.MUST,
    sources=[LISTENERS_CONFIDENCES],
    reason="Samaritans select, train and visit Listeners. Without them it is another kind of scheme, in which risk is "
    "passed on.",
    applies=FOR_LISTENERS,
)


@rule(
    "PRB405",
    strength=Strength.MUST,
    sources=[LISTENERS_CONFIDENCES, BRIGHT_RISK_PASSED_ON],
    unmet="this design has the schemes {schemes}, and Listeners keep confidential what other {mentors} have to pass on",
    fix="write a design of its own for the Listeners",
    waivable=False,
)
def listeners_have_a_design_of_their_own(schemes: Schemes) -> bool:
    """A design has one rule on confidentiality.

    If Listeners keep it, all other mentors would keep risk to themselves too.
    """
    return "listeners" not in schemes or set(schemes) == {"listeners"}
