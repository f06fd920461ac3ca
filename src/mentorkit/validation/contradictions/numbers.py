"""Numbers of people, and of what they do, that two places of a file state otherwise."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mentorkit.programme.network import Member, Part
from mentorkit.programme.path import path_of
from mentorkit.programme.somebody import who_is
from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, is_more_as_stated
from mentorkit.values.inexact import Inexact, highest, lowest

_MENTORS_AT_A_TIME = (
    ("group_sessions.delivered_by", "deliver a session together"),
    ("relationship.probation.session_mentors", "lead a group session"),
    ("drop_in.least_on_duty", "are on duty at a time"),
    ("on_call.least_on_duty", "are on call at a time"),
    ("programme.mental_health.per_team", "are in each team"),
    ("matching.mentors_per_mentee", "support one person"),
)
"""How many mentors something takes, with what they do."""
_STAFF_AT_A_TIME = ("group_sessions.staff_there", "relationship.probation.session_staff")
"""How many members of staff something takes."""
_IN_PRISON = "programme.probation.people_in_prison"


class _Stated(NamedTuple):
    name: str
    number: Any


def _in_network(programme: Programme, part: Part) -> _Stated | None:
    """How many people the members of one part are, all together; None where one does not say.

    A member of kind "person" that is one stands for each of those people where the network draws what one of them has.
    """
    return _all_of([member for member in programme.network.members or () if member.part == part])


def _all_of(members: Sequence[Member]) -> _Stated | None:
    numbers: list[Any] = [
        None if member.kind == "person" and member.people == 1 else member.people for member in members
    ]
    if not numbers or None in numbers:
        return None
    low, high = (sum(map(end, numbers)) for end in (lowest, highest))
    ids = ", ".join(str(member.id) for member in members)
    return _Stated(f"network.members ({ids})", Inexact.of({"from": low, "to": high}))


def _mentors(programme: Programme) -> _Stated | None:
    """How many mentors there are, by the first place that says so."""
    stated = programme.programme.mentors
    return _in_network(programme, "mentor") if stated is None else _Stated("programme.mentors", stated)


def people_in_the_network(programme: Programme) -> Iterator[Contradiction]:
    """The mentors of the network are those of the programme, and so are the people supported.

    Several members of one part add up. A part of a larger service may have fewer people than the network of the whole.
    """
    design = programme.programme
    parts: tuple[tuple[Part, Any], ...] = (("mentor", design.mentors), ("mentee", design.mentees))
    for part, here in parts:
        there = _in_network(programme, part)
        if there is None:
            continue
        more, fewer = is_more_as_stated(here, there.number), is_more_as_stated(there.number, here)
        if more or (fewer and design.part_of is None):
            message = f'this is {here}, and {there.name} of part "{part}" stand for {there.number} people'
            yield Contradiction(("programme", f"{part}s"), message, CORRECT)


def people_of_one_mentor(programme: Programme) -> Iterator[Contradiction]:
    """Nobody supports more people at a time than there are at a time.

    A part of a larger service may have fewer people than one mentor can support in the whole.
    """
    each, all_ = programme.matching.mentees_per_mentor, programme.programme.mentees
    more = is_more_as_stated(each, all_) if programme.programme.part_of is None else False
    if more is not False:
        message = f"a mentor supports {each} people at a time, and programme.mentees is {all_}"
        yield Contradiction(("matching", "mentees_per_mentor"), message, CORRECT, more is True)


def mentors_at_a_time(programme: Programme) -> Iterator[Contradiction]:
    """No session, shift, team or person can have more mentors than there are."""
    if there := _mentors(programme):
        for key, does in _MENTORS_AT_A_TIME:
            says = f"{{needed}} mentors {does}, and {{there.name}} says that there are {{there.number}}"
            yield from _too_many(programme, key, there, says)


def moderators_at_a_time(programme: Programme) -> Iterator[Contradiction]:
    """No more people can be on duty online than moderate."""
    found = [who_is(programme, name) for name in programme.online.moderated_by or ()]
    members = {each.id: each.member for each in found if each and each.member}
    if len(members) == len(found) and (there := _all_of(list(members.values()))):
        says = "{needed} moderators are on duty at a time, and {there.name} stand for {there.number} people"
        yield from _too_many(programme, "online.least_on_duty", there, says)


def staff_at_a_time(programme: Programme) -> Iterator[Contradiction]:
    """No session can have more members of staff than the network has."""
    if there := _in_network(programme, "programme"):
        for key in _STAFF_AT_A_TIME:
            says = "{needed} members of staff are at a session, and {there.name} are {there.number} people"
            yield from _too_many(programme, key, there, says)


def _too_many(programme: Programme, key: str, there: _Stated, says: str) -> Iterator[Contradiction]:
    """A contradiction where a key takes more people than there are; `says` has places for {needed} and {there}."""
    needed = programme.value(path_of(key))
    more = is_more_as_stated(needed, there.number)
    if more is not False:
        yield Contradiction(path_of(key), says.format(needed=needed, there=there), CORRECT, more is True)


def people_at_a_session(programme: Programme) -> Iterator[Contradiction]:
    """No session is held that needs more people than are expected in all."""
    smallest, all_ = programme.group_sessions.smallest, programme.programme.mentees
    more = is_more_as_stated(smallest, all_)
    if more is not False:
        message = f"a session is held from {smallest} people on, and programme.mentees is {all_}"
        yield Contradiction(("group_sessions", "smallest"), message, CORRECT, more is True)


def people_in_prison(programme: Programme) -> Iterator[Contradiction]:
    """A programme that works in one prison alone supports nobody who is not there."""
    if programme.programme.settings != ("custody",) or not programme.says_all(("programme", "settings")):
        return
    all_, held = programme.programme.mentees, programme.value(path_of(_IN_PRISON))
    more = is_more_as_stated(all_, held)
    if more is not False:
        message = f"{all_} people are supported, all of them in custody, and {_IN_PRISON} is {held}"
        yield Contradiction(("programme", "mentees"), message, CORRECT, more is True)
