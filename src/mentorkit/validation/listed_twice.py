"""Entries that a list has twice: the second says nothing more, and often another one was meant."""

from collections.abc import Hashable, Iterator
from typing import Any

import attrs

from mentorkit.core.finding import Finding
from mentorkit.programme.key import field_to_key
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.results import Measure
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.text.values_in_text import spoken, written
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.own_name import OwnName
from mentorkit.values.seen_text import as_seen
from mentorkit.values.text_value import is_text_value

_STEPS = ("screening", "steps")
"""What is done one after the other: somebody may be interviewed twice."""
_FACTS = "collects"
"""Lists of facts, each of which is asked once; one under its earlier name as well is reported as such."""


def listed_twice(programme: Programme) -> Iterator[Finding]:
    """A finding for each entry that its list has already.

    Args:
        programme: the design, as its own file states it.
    """
    for path, entries in _lists(stated_keys(programme)):
        first: dict[Hashable, int] = {}
        for place, entry in enumerate(entries):
            for same, said in _what_it_is(entry) if path != _STEPS and path[-1] != _FACTS else ():
                if first.setdefault(same, place) != place and not _is_one_that_is_two(entries[first[same]], entry):
                    message = f"{dotted(path)} has {written(said)} already, in place {first[same] + 1}"
                    fix = "take one of the two out, or correct the one that was to say something else"
                    yield check_finding("listed-twice", (*path, place), message, fix)
                    break


def _lists(stated: Iterator[tuple[Path, Any]]) -> Iterator[tuple[Path, tuple[Any, ...]]]:
    """The lists that a design states, also those in tables of a list."""
    for path, value in stated:
        if not isinstance(value, tuple):
            continue
        yield path, value
        for place, entry in enumerate(value):
            if _is_table(entry):
                keys = attrs.fields_dict(type(entry))
                yield from _lists(((*path, place, field_to_key(key)), getattr(entry, key)) for key in keys)


def _is_one_that_is_two(entry: Any, other: Any) -> bool:
    """Whether both are one entry of the file, such as "family and friends", that is two which rules know."""
    return isinstance(entry, OwnName) and isinstance(other, OwnName) and str(entry) != str(other)


def _what_it_is(entry: Any) -> Iterator[tuple[Hashable, str]]:
    """All that an entry must not have in common with another one, each with the words for it; nothing of most tables.

    A service may have two texts under names of its own for what rules know as one. What is measured is one thing with
    each tool, of each party and at each time.
    """
    if isinstance(entry, Measure):
        if (name := entry.called) is not None:
            for party in entry.of or ():
                for time in entry.at or ():
                    yield (as_seen(name), as_seen(entry.tool or ""), party, time), name
    elif not _is_table(entry):
        said = spoken(entry)
        yield as_seen(said), said


def _is_table(entry: Any) -> bool:
    return attrs.has(type(entry)) and not is_text_value(type(entry))
