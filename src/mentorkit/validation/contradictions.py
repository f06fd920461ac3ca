"""Where a design contradicts itself: two places of which at most one can be right."""

from collections.abc import Iterator
from typing import Any

from mentorkit.core.finding import Finding
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY
from mentorkit.text.values_in_text import written
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.inexact import highest, lowest

_NOTHING = Programme()
"""A design that states nothing."""
_AN_ADULT = 18
"""From this age on, in years, somebody is an adult, and until then a child."""
_MODERATED = ("moderated_hours", "least_on_duty", "reports_answered_within")
"""What [online] can promise of those who moderate."""


def contradictions(own: Programme, programme: Programme) -> Iterator[Finding]:
    """A finding for each contradiction, which names both places.

    Args:
        own: the design as its own file states it.
        programme: the same with what a larger service answers for.
    """
    for path, message, fix in (
        *_ways_twice(programme),
        *_tables_of_other_ways(own, programme),
        *_sizes_of_sessions(programme),
        *_nobody_moderates(programme),
        *_ages(programme),
        *_ages_of_network(programme),
    ):
        yield check_finding("contradiction", path, message, fix)


Contradiction = tuple[Path, str, str]
"""The one place, what it says and what the other says, and what to do."""


def _ways_twice(programme: Programme) -> Iterator[Contradiction]:
    ways = programme.programme.ways or ()
    for place, way in enumerate(ways):
        if way in ways[:place]:
            message = f"programme.ways has {written(way)} already, in place {ways.index(way) + 1}"
            fix = "take one out; a service that offers one way twice has two files"
            yield ("programme", "ways", place), message, fix


def _tables_of_other_ways(own: Programme, programme: Programme) -> Iterator[Contradiction]:
    for way, table in TABLE_OF_WAY.items():
        if programme.format > 1 and programme.offers(way) is False and getattr(own, table) != getattr(_NOTHING, table):
            ways = written(tuple(programme.programme.ways or ()))
            message = f"[{table}] is about {way.value}, and programme.ways is {ways}"
            yield (table,), message, f'add "{way.value}" to programme.ways, or take the table out'


def _sizes_of_sessions(programme: Programme) -> Iterator[Contradiction]:
    smallest, largest = programme.group_sessions.smallest, programme.group_sessions.largest
    if _is_more(smallest, largest):
        message = f"a session is held from {smallest} people on, and group_sessions.largest is {largest}"
        yield ("group_sessions", "smallest"), message, "correct whichever is wrong"


def _nobody_moderates(programme: Programme) -> Iterator[Contradiction]:
    promised = [f"online.{key}" for key in _MODERATED if getattr(programme.online, key) is not None]
    if programme.online.moderated_by == () and promised:
        message = f"nobody moderates the online place, and {promised[0]} promises something of those who do"
        yield ("online", "moderated_by"), message, f"name those who moderate, or take {promised[0]} out"


def _ages(programme: Programme) -> Iterator[Contradiction]:
    """The ages of the people supported, turned round or other than those of the people that mentors work with."""
    ages, works_with = programme.for_whom.ages, programme.role.works_with
    if ages is None:
        return
    if _is_more(ages.from_, ages.to):
        message = f"the youngest are {ages.from_} and for_whom.ages.to is {ages.to}, so this includes nobody"
        yield ("for_whom", "ages", "from"), message, "state the lower age as from and the higher as to"
        return
    youngest, oldest = (("from", ages.from_), ("to", ages.to))
    for group, there in (
        ("children", [(key, age) for key, age in (youngest, oldest) if _is_more(_AN_ADULT, age)]),
        ("adults", [(key, age) for key, age in (oldest, youngest) if _is_more(age, _AN_ADULT - 1)]),
    ):
        if there and works_with and group not in works_with:
            key, age = there[0]
            message = f"this is {age}, so some of those supported are {group}, and role.works_with does not list them"
            yield ("for_whom", "ages", key), message, f'add "{group}" to role.works_with, or correct the age'


def _ages_of_network(programme: Programme) -> Iterator[Contradiction]:
    ages, network = programme.for_whom.ages, programme.network
    if ages is None:
        return
    for key, here, there in (("youngest", network.youngest, ages.from_), ("oldest", network.oldest, ages.to)):
        if _is_more(here, there) or _is_more(there, here):
            at = "for_whom.ages.from" if key == "youngest" else "for_whom.ages.to"
            message = f"this is {here}, and {at} is {there}: both are how old the {key} person supported is"
            yield ("network", key), message, f"take this one out, once {at} is right"


def _is_more(one: Any, other: Any) -> bool:
    """Whether a number is certain to be more than another, of ranges too; not where one of them is not stated."""
    return None not in (one, other) and bool(lowest(one) > highest(other))
