"""Texts of a file that say that something is not decided: rules read them as not stated, and none is passed over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.somebody import names_nobody
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import written
from mentorkit.text.words import shortened
from mentorkit.validation.file_checks import NOT_DECIDED, check_finding
from mentorkit.values.own_name import OTHER
from mentorkit.values.undecided import denies, is_undecided

_ABOUT_THE_FILE = ("format", "file")
_ANSWERS = frozenset({"contact", "justification", "limit_reason", "reason", "route", "text", "title", "why"})
"""Keys of what there always is, so that "none" is no answer."""
_NOT_ANY = re.compile(r"no(?: particular| special)? (?:contact|justification|reason|route|text|title)s?")

Undecided = tuple[Path, str]
"""The place of a text that decides nothing, and the text."""


def without_undecided(
    data: Mapping[str, Any], sector_keys: Iterable[Path]
) -> tuple[Mapping[str, Any], tuple[Undecided, ...]]:
    """The data of a file without the texts that decide nothing, and these.

    One of several entries of a list stays in its place, as the text that it is: no rule takes it for one it knows.

    Args:
        data: of the file.
        sector_keys: the paths of the keys that sectors have of their own; a key that nobody knows is left.
    """
    known = frozenset(sector_keys)
    found: list[Undecided] = []
    kept = {
        name: content if name in _ABOUT_THE_FILE else _read(content, (name,), known, found)
        for name, content in data.items()
    }
    return (kept, tuple(found)) if found else (data, ())


def _read(value: Any, path: Path, sector_keys: frozenset[Path], found: list[Undecided]) -> Any:
    """A value without what decides nothing; None where nothing is left of it."""
    keys = tuple(part for part in path if isinstance(part, str))
    is_key = keys in sector_keys or shared_key(keys, in_lists=True) is not None
    if is_key and (said := _says_nothing(value, path[-1])):
        found.append((path, said))
        return None
    if isinstance(value, list) and value:
        nothing = {place: said for place, each in enumerate(value) if is_key and (said := _says_nothing(each, place))}
        if len(nothing) == len(value):
            found.append((path, nothing[0]))
            return None
        found += [((*path, place), said) for place, said in nothing.items()]
        return [
            nothing.get(place) or _read(each, (*path, place), sector_keys, found) for place, each in enumerate(value)
        ]
    if isinstance(value, dict):
        read = {name: _read(each, (*path, name), sector_keys, found) for name, each in value.items()}
        return {name: each for name, each in read.items() if each is not None}
    return value


def _says_nothing(value: Any, key: str | int) -> str:
    """The text with which a value, or an entry of a list, says that nothing is decided; empty where it does not."""
    if isinstance(value, str):
        no_answer = key in _ANSWERS and (names_nobody(value) or _NOT_ANY.fullmatch(value.strip(" .").lower()))
        is_kind = (
            isinstance(key, int) and value.lower() == "unknown"
        )  # of the states that a list names, one can be unknown
        return value if not is_kind and (no_answer or is_undecided(value)) else ""
    if isinstance(value, dict) and isinstance(is_ := value.get("is"), str):
        called = value.get("called", is_)
        if isinstance(called, str) and (is_undecided(is_) or denies(called, "" if is_ == OTHER else is_)):
            return called
    return ""


def without_complete(programme: Programme, undecided: Iterable[Undecided]) -> Programme:
    """The design, in which no list is complete of which an entry is not decided."""
    lists = {dotted(path[:-1]) for path, _ in undecided if isinstance(path[-1], int)}
    kept = tuple(name for name in programme.file.complete or () if name not in lists)
    if len(kept) == len(programme.file.complete or ()):
        return programme
    return attrs.evolve(programme, file=attrs.evolve(programme.file, complete=kept))


def not_decided(
    undecided: Iterable[Undecided], found: Iterable[Finding], programme: Programme, rulebook: Rulebook
) -> Iterator[Finding]:
    """A finding for each text that decides nothing, where nothing as binding is said of its place.

    It is as binding as the rules that read its key.

    Args:
        undecided: these texts, by the places that keys have now.
        found: what is found by rules.
        programme: the design.
        rulebook: the rules that apply.
    """
    said = {(each.path, each.strength) for each in found}
    musts = {rule.id for rule in rulebook.rules_for(programme) if rule.strength is Strength.MUST} if undecided else ()
    for path, text in undecided:
        keys = tuple(part for part in path if isinstance(part, str))
        strength = Strength.MUST if any(rule.id in musts for rule in rulebook.readers(keys)) else Strength.SHOULD
        if said & {(path, other) for other in Strength if other >= strength}:
            continue
        message = f"{dotted(path)} is {written(shortened(text))}, which decides nothing"
        fix = "write what you decide, or take it out until you know"
        brief = f"{written(shortened(text))} decides nothing"
        yield attrs.evolve(check_finding(NOT_DECIDED, path, message, fix), strength=strength, brief=brief)
