"""Who is named, and whether they are the ones to do it (STD426, STD427 and STD451)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    WITH_MENTORS,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    falls_short,
    is_staff,
    listed,
    not_settled,
    people_not_known,
    rule,
)
from mentorkit.standards.sources import BY_STAFF, CLEAR_WAY, ROUTE, SUPERVISION_NEEDED
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
        At.network.links,
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
    supervisors = [link for link in programme.network.links or () if link.kind == "supervises"]
    with_ids = [role.id for role in programme.staff or () if role.id]
    if supervisors and with_ids and len(with_ids) == len(programme.staff or ()):
        members = programme.network.members or ()
        known = {as_seen(name) for each in members for name in (each.id, each.title) if name}
        if known.isdisjoint(map(as_seen, with_ids)):
            names = listed(f'"{each}"' for each in with_ids)
            message = f"who in the network the staff are: no member has the id or title {names}"
            fix = "write the id of the member in [[staff]], or add a member with this id to [[network.members]]"
            yield not_settled("staff", message, fix)


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


@rule(
    "STD451",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.supervision.led_by, At.network.members, At.network.links],
    sources=[SUPERVISION_NEEDED, BY_STAFF],
    ways=WITH_MENTORS,
    asked_since="2026-11",
)
def those_who_supervise_are_those_who_are_said_to(programme: Programme, network: Network) -> Iterator[Problem]:
    """If the file says one thing of who supervises, and the network another, mentors do not know whom to turn to.

    The sources ask for supervision by staff who can do it. That both places name the same people is this project's
    reading.
    """
    led_by = programme.supervision.led_by
    mentors = set(network.playing("mentor"))
    links = [(at, source) for at, _, source, target in network.linked("supervises") if target in mentors]
    if not links:
        return
    those = [network.members[source] for _, source in links]
    clinical = [member.clinical for member in those]
    if led_by == "clinician" and True not in clinical and None in clinical:
        who = network.names(list(dict.fromkeys(source for _, source in links)))
        message = f"which of those who supervise in the network is a clinician, as supervision.led_by says: {who}"
        yield not_settled("supervision.led_by", message, "state clinical = true of the one who is, or correct led_by")
    yield from _mentors_who_supervise(programme, network, list(dict.fromkeys(source for _, source in links)))
    coordinators = [who for who, member in network.members.items() if who == "coordinator"]
    for at, source in links:
        member, message = network.members[source], ""
        if led_by == "coordinator" and coordinators and source not in coordinators and member.part != "mentor":
            message = f'supervision.led_by is "coordinator", and the network has supervision by {network.name(source)}'
        elif led_by in ("coordinator", "staff", "teacher") and member.external:
            message = (
                f'supervision.led_by is "{led_by}", and the network has supervision by '
                f"{network.name(source)}, of another organisation"
            )
        if message and not any(other in coordinators for _, other in links):
            yield falls_short(network.link_at(at, "from"), message, "correct whichever of the two is wrong")


def _mentors_who_supervise(programme: Programme, network: Network, those: list[str]) -> Iterator[Problem]:
    """Whether {mentors} supervise in the network if, and only if, the file says that experienced {mentors} do.

    Others who do may be those who oversee them, so that it is open who supervises.
    """
    led_by = programme.supervision.led_by
    parts = {network.members[who].part for who in those}
    if led_by in ("coordinator", "teacher") and parts == {"mentor"} and "coordinator" not in those:
        message = (
            f'this is "{led_by}", and in the network supervision is by {network.names(those)} alone, of the {{mentors}}'
        )
        yield falls_short("supervision.led_by", message, "correct whichever of the two is wrong")
    if led_by == "experienced mentor" and parts.isdisjoint({None, "mentor"}):
        message = (
            f"which experienced {{mentor}} supervises; in the network supervision is by {network.names(those)} alone"
        )
        fix = 'add the experienced {mentors} as a member with part = "mentor" who supervises, or correct led_by'
        yield not_settled("supervision.led_by", message, fix)
