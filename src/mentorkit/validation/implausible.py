"""Values that make no sense, and those that hardly do: a person confirms in the file those that are meant."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.entries import place_by_names
from mentorkit.programme.key import DeclaredKey, field_to_key
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.somebody import names_nobody
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY
from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import Fault
from mentorkit.validation.file_checks import check_finding
from mentorkit.validation.unusual_together import unusual_together
from mentorkit.values.inexact import Inexact
from mentorkit.values.own_name import OwnName
from mentorkit.values.text_value import is_text_value

_REFUSED_SINCE = 2
"""The format since which "nobody" is refused as an entry, which rules would take for one; older files keep theirs."""


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
    for each in unusual_together(programme):
        if not _is_outside(each.path, each.value):
            name = place_by_names(programme, each.path)
            yield ImplausibleValue(each.path, each.path, name, str(each.value), each.usual)


def _is_outside(path: Path, value: Any) -> bool:
    """Whether a value is outside of the range of its key, which is asked about anyway."""
    shared = shared_key(path)
    return shared is not None and not shared.declared.is_plausible(value)


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
