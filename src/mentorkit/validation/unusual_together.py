"""Values that are unusual beside others of the file; a person confirms those that are meant."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mentorkit.programme.children import children_supported
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.validation.contradictions.lengths import is_longer
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import as_compared, highest, lowest

_SUPERVISORS_OF_ONE = 2
"""How many supervisors one mentor may have: one for the work, and one for what it does to the mentor."""
_MORE_SUPERVISORS = 3
"""How many more there may be, so that a few for one or two mentors are not asked about."""
_ROOM_TO_SPARE = 4
"""For how many times as many people as there are mentors may have room, at most."""

_CHILDREN_OF_ONE = 6
"""How many children a mentor may meet one by one beside school or work; sources know of three or four people."""
_A_LONG_COURSE = Duration.parse("8 months")
"""The longest course that a source speaks of."""


class Unusual(NamedTuple):
    """A value that others of the file make unusual.

    Attributes:
        path: of it.
        value: as the file states it.
        usual: what is usual beside them, in words.
    """

    path: Path
    value: Any
    usual: str


def unusual_together(programme: Programme) -> Iterator[Unusual]:
    """The values of a design that hardly go with others of it, each once."""
    yield from _too_many_supervisors(programme)
    yield from _too_few_mentees(programme)
    yield from _too_many_children(programme)
    yield from _training_longer_than_support(programme)


def _too_many_children(programme: Programme) -> Iterator[Unusual]:
    """How many children are met one by one by a mentor who has no pay for it, if the range of the key allows it."""
    each, path = programme.matching.mentees_per_mentor, ("matching", "mentees_per_mentor")
    one_by_one = set(programme.relationship.modes or ()) == {"one-to-one"}
    if as_compared(each) is None or not one_by_one or programme.role.paid not in ("unpaid", "expenses only"):
        return
    if children_supported(programme) and lowest(each) > _CHILDREN_OF_ONE:
        yield Unusual(path, each, f"1 to {_CHILDREN_OF_ONE} children")


def _training_longer_than_support(programme: Programme) -> Iterator[Unusual]:
    """How long a course lasts before a role in which somebody is supported for less time."""
    course, path = programme.training.length, ("training", "length")
    support = programme.relationship.longest or programme.relationship.shortest
    if not programme.offers(Way.PAIR) or programme.training.comes == "in the role":
        return
    if is_longer(course, _A_LONG_COURSE) and is_longer(course, support):
        usual = f"a course no longer than support, which lasts {support},"
        yield Unusual(path, course, usual)


def _too_many_supervisors(programme: Programme) -> Iterator[Unusual]:
    """The numbers of those who supervise far fewer mentors than they are.

    Where each of several members of staff has a mentor of their own, there are more of them, but not so many.
    """
    stated = enumerate(programme.network.members or ())
    members = {member.id: (place, member) for place, member in stated if member.id}
    supervised: dict[str, list[Any]] = {}
    for link in programme.network.links or ():
        if link.kind != "supervises" or link.from_ not in members or link.to not in members:
            continue
        if members[link.to][1].part == "mentor":
            supervised.setdefault(link.from_, []).append(members[link.to][1].people)
    for who, numbers in supervised.items():
        place, member = members[who]
        if member.people is None or None in numbers:
            continue
        mentors = sum(map(highest, numbers))
        if lowest(member.people) > _SUPERVISORS_OF_ONE * mentors + _MORE_SUPERVISORS:
            path: Path = ("network", "members", place, "people")
            usual = f"no more than the {mentors} whom they supervise"
            yield Unusual(path, member.people, usual)


def _too_few_mentees(programme: Programme) -> Iterator[Unusual]:
    """The number of people supported in pairs, where mentors have room for several times as many.

    Some room to spare is good; most of these mentors would have nobody.
    """
    mentors, mentees, each = (
        programme.programme.mentors,
        programme.programme.mentees,
        programme.matching.mentees_per_mentor,
    )
    if programme.programme.ways != (Way.PAIR.value,) or programme.programme.part_of or None in (mentors, mentees, each):
        return
    several = highest(programme.matching.mentors_per_mentee) or 1
    room = lowest(mentors) * lowest(each)
    if room > _ROOM_TO_SPARE * highest(mentees) * several:
        path: Path = ("programme", "mentees")
        usual = f"at least a quarter of the {room} whom mentors have room for"
        yield Unusual(path, mentees, usual)
