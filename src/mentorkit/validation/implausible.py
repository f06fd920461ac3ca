"""Values that make no sense, and those that hardly do: asked of what is stated of ways of support, and of ages."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from mentorkit.core.finding import Finding
from mentorkit.programme.key import DeclaredKey, field_to_key
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY
from mentorkit.text.values_in_text import written
from mentorkit.toml.faults import Fault
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.inexact import Inexact
from mentorkit.values.seen_text import as_seen
from mentorkit.values.text_value import is_text_value

_NOBODY = ("nobody", "no one", "none", "nothing", "not applicable", "n/a", "-")
"""Entries that say of a list that it has none; a rule that asks for an entry would take them for one."""
_REFUSED_SINCE = 2
"""The format since which such entries are refused; files of the one before are judged as they were."""


class _Stated(NamedTuple):
    path: Path
    value: Any
    declared: DeclaredKey


def zero_makes_no_sense(path: Path, declared: DeclaredKey) -> bool:
    """Whether 0 would say that there is none of what a way of support consists of."""
    return path[0] in TABLE_OF_WAY.values() and not declared.is_plausible(0)


def faults_of_nothing(programme: Programme) -> Iterator[Fault]:
    """A fault for each 0 where none makes no sense, and for each "nobody" that is an entry of a list."""
    for path, value, declared in _stated(programme):
        numbers = value.stated.values() if isinstance(value, Inexact) else (value,)
        if 0 in numbers and zero_makes_no_sense(path, declared) and declared.plausible:
            fix = f"write a number from {declared.plausible[0]} up, or take it out until it is settled"
            yield Fault(path, "this is 0, so there would be none", fix)
        elif declared.open_list and programme.format >= _REFUSED_SINCE:
            for place, entry in enumerate(value):
                names = (str(entry), getattr(entry, "called", ""))
                if nobody := next((name for name in names if as_seen(name) in _NOBODY), ""):
                    message = f"{written(nobody)} says that there is none, and is not an entry"
                    yield Fault((*path, place), message, f"take it out; for none at all, write {path[-1]} = []")


def implausible(programme: Programme) -> Iterator[Finding]:
    """A finding for each value outside of the plausible range of its key; a person knows whether it is meant."""
    for path, value, declared in _stated(programme):
        if path[0] in (*TABLE_OF_WAY.values(), "for_whom") and not declared.is_plausible(value):
            message = f"{dotted(path)} is {value}, and {declared.range_in_words} is usual; is this meant?"
            yield check_finding("implausible", path, message, "correct it if it is a mistake")


def _stated(programme: Programme) -> Iterator[_Stated]:
    """What a design states in the keys of the shared tables, those in lists of tables too."""
    for path, value in stated_keys(programme):
        yield from _within(path, value)


def _within(path: Path, value: Any) -> Iterator[_Stated]:
    shared = shared_key(tuple(part for part in path if isinstance(part, str)), in_lists=True)
    if isinstance(value, tuple) and value and attrs.has(type(value[0])) and not is_text_value(type(value[0])):
        for place, entry in enumerate(value):
            for field in attrs.fields(type(entry)):
                inner = getattr(entry, field.name)
                if inner is not None:
                    yield from _within((*path, place, field_to_key(field.name)), inner)
    elif shared is not None:
        yield _Stated(path, value, shared.declared)
