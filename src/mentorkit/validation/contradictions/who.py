"""People of whom two places of a file say what cannot both be so."""

import re
from collections.abc import Iterator

from mentorkit.programme.design import StaffRole
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.somebody import everybody, names_mentors, names_nobody, who_is
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, members_by_id
from mentorkit.values.seen_text import as_seen, look_of_id

_SUPERVISE_AS_STAFF = ("coordinator", "staff", "teacher", "clinician")
_HAS_TEACHERS = re.compile("school|college|teacher|universit|tutor")
"""Words of places that have teachers."""


def ids_of_staff(programme: Programme) -> Iterator[Contradiction]:
    """An id names one entry of [[staff]]."""
    seen: dict[str, int] = {}
    for place, role in enumerate(programme.staff or ()):
        if role.id is None:
            continue
        first = seen.setdefault(as_seen(role.id), place)
        if first != place:
            message = f'"{role.id}" is already the id of the entry {first + 1} of [[staff]], so it could mean either'
            yield Contradiction(("staff", place, "id"), message, "give one of the two another id")


def ids_that_look_alike(programme: Programme) -> Iterator[Contradiction]:
    """Two ids that people take for one, such as "lead" and "Lead", are of one somebody and not of two."""
    network = programme.network
    places: list[tuple[Path, str | None]] = [
        *((("network", "members", at, "id"), member.id) for at, member in enumerate(network.members or ())),
        *((("staff", at, "id"), role.id) for at, role in enumerate(programme.staff or ())),
    ]
    needs: list[tuple[Path, str | None]] = [
        (("network", "needs", at, "id"), need.id) for at, need in enumerate(network.needs or ())
    ]
    for ids in (places, needs):
        seen: dict[str, tuple[Path, str]] = {}
        for path, id_ in ids:
            if not id_:
                continue
            at, first = seen.setdefault(look_of_id(id_), (path, id_))
            if first != id_ and (path[0] == at[0] == "network" or as_seen(first) != as_seen(id_)):
                message = f'"{id_}" looks like the other id "{first}", which is {dotted(at)}'
                yield Contradiction(path, message, "give one of the two another id, or write both as one")


def staff_who_are_others(programme: Programme) -> Iterator[Contradiction]:
    """Staff are not those supported, nor the emergency services, whom the network has under the same id."""
    who = {"mentee": "one of those supported", "emergency": "there for emergencies"}
    for each in everybody(programme):
        part = each.member.part if each.member and each.role else None
        if part in who and each.role is not None:
            place = list(programme.staff or ()).index(each.role)
            message = f'"{each.role.id or each.role.role}" is staff here, and by network.members {who[part]}'
            path = ("staff", place, "id" if each.role.id else "role")
            yield Contradiction(path, message, "give one of the two another id")


def pay_of_staff(programme: Programme) -> Iterator[Contradiction]:
    """Somebody who is in [[staff]] and in the network is paid in both, or in neither."""
    members = list(programme.network.members or ())
    for each in everybody(programme):
        if each.member is None or each.role is None or None in (each.member.paid, each.role.paid):
            continue
        if each.member.paid != each.role.paid:
            at = f"network.members[{members.index(each.member)}].paid"
            path = ("staff", list(programme.staff or ()).index(each.role), "paid")
            message = f"{each.title}: this is {_said(each.role.paid)}, and {at} is {_said(each.member.paid)}"
            yield Contradiction(path, message, "correct whichever of the two is wrong")


def pay_of_mentors(programme: Programme) -> Iterator[Contradiction]:
    """Mentors are paid in [role] and in the network, or in neither."""
    by_role = {"paid": True, "unpaid": False, "expenses only": False}.get(programme.role.paid or "")
    for place, member in enumerate(programme.network.members or ()):
        if member.part == "mentor" and None not in (by_role, member.paid) and member.paid != by_role:
            message = f'this is {_said(member.paid)}, and role.paid is "{programme.role.paid}"'
            path = ("network", "members", place, "paid")
            yield Contradiction(path, message, "correct whichever of the two is wrong")


def staff_who_are_mentors(programme: Programme) -> Iterator[Contradiction]:
    """Where staff supervise, somebody in [[staff]] is not one of the mentors."""
    led_by = programme.supervision.led_by
    roles = programme.staff or ()
    if led_by not in _SUPERVISE_AS_STAFF or not roles or not programme.says_all(("staff",)):
        return
    mentors = {
        id(each.role) for each in everybody(programme) if each.role and each.member and each.member.part == "mentor"
    }
    named = [name for role in roles for name in (role.id, role.role) if name]
    if all(id(role) in mentors or _is_mentor(programme, role) for role in roles):
        message = f'supervision.led_by is "{led_by}", and all in [[staff]] are mentors: {written(tuple(named[:3]))}'
        yield Contradiction(("staff",), message, "add an entry for those who supervise, or correct supervision.led_by")


def _is_mentor(programme: Programme, role: StaffRole) -> bool:
    return any(name is not None and names_mentors(programme, name) for name in (role.id, role.role))


def partnerships_of_one(programme: Programme) -> Iterator[Contradiction]:
    """A partnership has partners."""
    stated = programme.organisation
    partners = stated.partners
    if stated.kind == "partnership" and partners is not None and all(map(names_nobody, partners)):
        message = 'this names nobody, and organisation.kind is "partnership"'
        yield Contradiction(("organisation", "partners"), message, "name the partners, or correct the kind")


def clinicians_who_supervise(programme: Programme) -> Iterator[Contradiction]:
    """If clinicians supervise, somebody who supervises in the network gives clinical care."""
    if programme.supervision.led_by != "clinician":
        return
    members = members_by_id(programme)
    mentors = {id_ for id_, member in members.items() if member.part == "mentor"}
    links = [link for link in programme.network.links or () if link.kind == "supervises" and link.to in mentors]
    those = [members[who] for link in links for who in (link.from_, link.deputy) if who in members]
    if those and all(member.clinical is False for member in those):
        names = " and ".join(dict.fromkeys(f'"{member.id}"' for member in those))
        message = f'this is "clinician", and network.members says of {names}, who supervise, that they are not clinical'
        yield Contradiction(("supervision", "led_by"), message, "correct whichever of the two is wrong")


def those_who_take_over(programme: Programme) -> Iterator[Contradiction]:
    """Who takes over when support ends is somebody else than the mentor, and is there for more than an emergency."""
    who = {"mentor": "the mentors", "mentee": "those supported", "emergency": "for emergencies"}
    for place, name in enumerate(programme.relationship.refers_on_to or ()):
        found = who_is(programme, name)
        part = found.member.part if found and found.member else None
        if part in who:
            message = f'by this "{name}" takes over when support ends, and by network.members these are {who[part]}'
            path = ("relationship", "refers_on_to", place)
            yield Contradiction(path, message, "name the service or group that does")


def teachers_where_no_school_is(programme: Programme) -> Iterator[Contradiction]:
    """If teachers supervise, something in the file is of a school, or of a college."""
    settings = programme.programme.settings
    if programme.supervision.led_by != "teacher" or not settings or not programme.says_all(("programme", "settings")):
        return
    members = [f"{member.id} {member.title}" for member in programme.network.members or ()]
    names = [getattr(each, "called", each) for each in settings]
    said = [*(programme.programme.sectors or ()), *names, *members]
    if not any(_HAS_TEACHERS.search(as_seen(text)) for text in said):
        message = (
            f'this is "teacher", and programme.settings is {written(tuple(settings))}: no school or college is there'
        )
        yield Contradiction(("supervision", "led_by"), message, CORRECT)


def _said(paid: bool | None) -> str:
    return "true" if paid else "false"
