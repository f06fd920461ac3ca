"""Who is named, and whether they are the ones to do it (STD426 and STD427)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Problem,
    Programme,
    Strength,
    Way,
    falls_short,
    is_staff,
    people_not_known,
    rule,
)
from mentorkit.standards.sources import CLEAR_WAY, ROUTE
from mentorkit.standards.vocabulary import NO_FELLOWSHIP_OF_ADULTS
from mentorkit.works import BRIGHT_RISK_PASSED_ON


@rule(
    "STD426",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[
        At.safeguarding.risk_told_to,
        At.online.moderated_by,
        At.governance.documents,
        At.governance.retention,
        At.role.title,
        At.network.members,
        At.staff,
    ],
    sources=[CLEAR_WAY, ROUTE],
    ways=Way,
    asked_since="2026-11",
)
def everybody_who_is_named_is_known(programme: Programme) -> Iterator[Problem]:
    """A title that two people could have, or nobody, is found out by the one who looks for them in an emergency.

    So is one of those who delete records or review a document, when nobody has done it.

    The sources ask for a clear way. It is this project's reading that each name is the id, or exactly the title, of a
    member of the network or of an entry of [[staff]]: words in common are not enough.
    """
    yield from people_not_known(programme, At.safeguarding.risk_told_to)
    yield from people_not_known(programme, At.online.moderated_by)
    for document in programme.governance.stated_documents:
        yield from people_not_known(programme, (*document.path, "owner"))
    for place, _ in enumerate(programme.governance.retention or ()):
        for key in ("deleted_by", "seen_by"):
            yield from people_not_known(programme, ("governance", "retention", place, key))


@rule(
    "STD427",
    strength=Strength.MUST,
    reads=[At.safeguarding.risk_told_to, At.role.title, At.network.members, At.staff],
    sources=[BRIGHT_RISK_PASSED_ON],
    applies=NO_FELLOWSHIP_OF_ADULTS,
    ways=Way,
    waivable=False,
    asked_since="2026-11",
)
def risk_is_told_to_staff(programme: Programme) -> Iterator[Problem]:
    """A risk that is told to another mentor is still with people who cannot be held responsible for it.

    The source has mentors tell a member of staff.
    """
    told = programme.safeguarding.risk_told_to
    if told is not None and is_staff(programme, told) is False:
        yield falls_short(
            At.safeguarding.risk_told_to,
            f'{{mentors}} pass a risk on to "{told}", which is not a member of staff',
            "write the id of the member of staff who is responsible for it",
        )
