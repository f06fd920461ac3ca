"""Values that make no sense, and those that hardly do: a person confirms in the file those that are meant."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.children import children_supported
from mentorkit.programme.entries import place_by_names
from mentorkit.programme.key import DeclaredKey, field_to_key
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.somebody import names_nobody
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY, Way
from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import Fault
from mentorkit.validation.contradictions.lengths import is_longer
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import Inexact, as_compared, highest, lowest
from mentorkit.values.own_name import OwnName
from mentorkit.values.text_value import is_text_value

_REFUSED_SINCE = 2
"""The format since which "nobody" is refused as an entry, which rules would take for one; older files keep theirs."""
_SUPERVISORS_OF_ONE = 2
"""How many supervisors one mentor may have: one for the work, and one for what it does to the mentor."""
_MORE_SUPERVISORS = 3
"""How many more there may be, so that a few for one or two mentors are not asked about."""
_ROOM_TO_SPARE = 4
"""For how many times as many people as there are mentors may have room."""

_CHILDREN_OF_ONE = 6
"""How many children a mentor may meet one by one beside school or work; sources know of three or four people."""
_A_LONG_COURSE = Duration.parse("8 months")
"""The longest course that a source speaks of."""


class _Stated(NamedTuple):
    path: Path
    value: Any
    declared: DeclaredKey


class ImplausibleValue(NamedTuple):
    """A value outside of the plausible range of its key, or of what others of the file make usual.

    Attributes:
        path: of it, which ends in an index where it is one of a list.
        key: the path of its key.
        name: that path with the entries of lists by their names, as a confirmation has it.
        value: in words, as a confirmation has it.
        usual: what is usual, in words.
    """

    path: Path
    key: Path
    name: str
    value: str
    usual: str


def zero_makes_no_sense(path: Path, declared: DeclaredKey) -> bool:
    """Whether 0 would say that there is none of what a way of support consists of."""
    return path[0] in TABLE_OF_WAY.values() and not declared.is_plausible(0)


def faults_of_nothing(programme: Programme, rulebook: Rulebook) -> Iterator[Fault]:
    """A fault for each 0 where none makes no sense, and for each "nobody" that is an entry of a list."""
    for path, value, declared in _stated(programme, rulebook):
        numbers = value.stated.values() if isinstance(value, Inexact) else (value,)
        if 0 in numbers and zero_makes_no_sense(path, declared) and declared.plausible:
            fix = f"write a number from {declared.plausible[0]} up, or take it out until it is settled"
            yield Fault(path, "this is 0, so there would be none", fix)
        elif declared.open_list and isinstance(value, tuple) and programme.format >= _REFUSED_SINCE:
            for place, entry in enumerate(value):
                names = (str(entry), getattr(entry, "called", ""))
                if nobody := next((name for name in names if names_nobody(name)), ""):
                    message = f"{written(nobody)} says that there is none, and is not an entry"
                    yield Fault((*path, place), message, f"take it out; for none at all, write {path[-1]} = []")


def implausible(programme: Programme, rulebook: Rulebook, found: Iterable[Finding]) -> Iterator[Finding]:
    """A finding for each value outside of the plausible range of its key; a person knows whether it is meant.

    Args:
        programme: the design, as its own file states it.
        rulebook: the rules that apply, which know the range of each key of a sector.
        found: what else is found; a value of which a rule says that it falls short is not asked again.
    """
    judged = {each.path for each in found if each.kind is FindingKind.FALLS_SHORT and each.strength > Strength.CAUTION}
    confirmed = [(each.at, each.value) for each in programme.file.confirmed or ()]
    for each in implausible_values(programme, rulebook):
        if not judged & {each.path, each.key} and (each.name, each.value) not in confirmed:
            message = f"{dotted(each.path)} is {each.value}, and {each.usual} is usual; is this meant?"
            confirmation = f"{{ at = {written(each.name)}, value = {written(each.value)} }}"
            fix = f"correct it; or, if it is meant, add {confirmation} to confirmed in [file]"
            yield check_finding("implausible", each.path, message, fix)


def unused_confirmations(programme: Programme, rulebook: Rulebook) -> Iterator[Finding]:
    """A finding for each confirmation in the file that is of no value which needs one."""
    stated = programme.file.confirmed or ()
    needed = {(each.name, each.value) for each in implausible_values(programme, rulebook)} if stated else set()
    for index, each in enumerate(stated):
        if (each.at, each.value) not in needed:
            said = f"{each.at or 'no key'} as {each.value or 'no value'}"
            message = f"this confirms {said}, and nothing in this file is so and needs to be confirmed"
            yield check_finding("confirmation-unused", ("file", "confirmed", index), message, "take it out")


def implausible_values(programme: Programme, rulebook: Rulebook) -> Iterator[ImplausibleValue]:
    """The values of a design that are outside of the plausible range of their key, each entry of a list by itself."""
    for path, value, declared in _stated(programme, rulebook):
        entries = (
            [((*path, at), each) for at, each in enumerate(value)] if isinstance(value, tuple) else [(path, value)]
        )
        for at, entry in entries:
            if path[0] != "file" and not declared.is_plausible(entry):
                name = place_by_names(programme, path)
                yield ImplausibleValue(at, path, name, str(entry), declared.range_in_words)
    yield from _too_many_supervisors(programme)
    yield from _too_few_mentees(programme)
    yield from _too_many_children(programme)
    yield from _training_longer_than_support(programme)


def _too_many_children(programme: Programme) -> Iterator[ImplausibleValue]:
    """How many children are met one by one by a mentor who has no pay for it, if the range of the key allows it."""
    each, path = programme.matching.mentees_per_mentor, ("matching", "mentees_per_mentor")
    one_by_one = set(programme.relationship.modes or ()) == {"one-to-one"}
    if as_compared(each) is None or not one_by_one or programme.role.paid not in ("unpaid", "expenses only"):
        return
    if children_supported(programme) and lowest(each) > _CHILDREN_OF_ONE and not _is_outside(path, each):
        yield ImplausibleValue(path, path, dotted(path), str(each), f"1 to {_CHILDREN_OF_ONE} children")


def _training_longer_than_support(programme: Programme) -> Iterator[ImplausibleValue]:
    """How long a course lasts before a role in which somebody is supported for less time."""
    course, path = programme.training.length, ("training", "length")
    support = programme.relationship.longest or programme.relationship.shortest
    if not programme.offers(Way.PAIR) or programme.training.comes == "in the role":
        return
    if is_longer(course, _A_LONG_COURSE) and is_longer(course, support) and not _is_outside(path, course):
        usual = f"a course no longer than support, which lasts {support},"
        yield ImplausibleValue(path, path, dotted(path), str(course), usual)


def _is_outside(path: Path, value: Any) -> bool:
    """Whether a value is outside of the range of its key, which is asked about anyway."""
    shared = shared_key(path)
    return shared is not None and not shared.declared.is_plausible(value)


def _too_many_supervisors(programme: Programme) -> Iterator[ImplausibleValue]:
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
            yield ImplausibleValue(path, path, place_by_names(programme, path), str(member.people), usual)


def _too_few_mentees(programme: Programme) -> Iterator[ImplausibleValue]:
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
    if room >= _ROOM_TO_SPARE * highest(mentees) * several:
        path: Path = ("programme", "mentees")
        usual = f"more than a quarter of the {room} whom mentors have room for"
        yield ImplausibleValue(path, path, place_by_names(programme, path), str(mentees), usual)


def _stated(programme: Programme, rulebook: Rulebook) -> Iterator[_Stated]:
    """What a design states in the keys of the shared tables, also in lists of tables, and in those of sectors."""
    for path, value in stated_keys(programme):
        if path in rulebook.sector_keys:
            yield _Stated(path, value, rulebook.key(path))
        else:
            yield from _within(path, value)


def _within(path: Path, value: Any) -> Iterator[_Stated]:
    shared = shared_key(tuple(part for part in path if isinstance(part, str)), in_lists=True)
    tables = _tables_in(value) if isinstance(value, tuple) else []
    for place, entry in tables:
        for field in attrs.fields(type(entry)):
            inner = getattr(entry, field.name)
            if inner is not None:
                yield from _within((*path, place, field_to_key(field.name)), inner)
    if shared is not None and (shared.more or not tables):
        yield _Stated(path, value, shared.declared)


def _tables_in(value: tuple[Any, ...]) -> list[tuple[int, Any]]:
    """The entries of a list that are tables, or what they say beside what they are, with their places."""
    entries = [(place, entry.about if isinstance(entry, OwnName) else entry) for place, entry in enumerate(value)]
    return [(place, each) for place, each in entries if attrs.has(type(each)) and not is_text_value(type(each))]
