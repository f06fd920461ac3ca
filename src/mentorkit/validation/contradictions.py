"""Where a design contradicts itself: two places of which at most one can be right."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY
from mentorkit.text.values_in_text import written
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.inexact import as_compared, highest, lowest
from mentorkit.values.three_valued import Answer, any_true

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
    for each in (
        *_ways_twice(programme),
        *_tables_of_other_ways(own, programme),
        *_sizes_of_sessions(programme),
        *_nobody_moderates(programme),
        *_ages(programme),
        *_ages_of_network(programme),
    ):
        yield each.finding()


class Contradiction(NamedTuple):
    """The one place, what it says and what the other says, what to do, and whether no value of a range is right."""

    path: Path
    message: str
    fix: str
    certain: bool = True

    def finding(self) -> Finding:
        """It as a finding, which is not settled where some values of a range are right and others are not."""
        if self.certain:
            return check_finding("contradiction", self.path, self.message, self.fix)
        message = f"{self.message}; the range does not settle whether both are right"
        found = check_finding("contradiction", self.path, message, f"state a value that settles it, or {self.fix}")
        return attrs.evolve(found, kind=FindingKind.NOT_SETTLED)


def _ways_twice(programme: Programme) -> Iterator[Contradiction]:
    ways = programme.programme.ways or ()
    for place, way in enumerate(ways):
        if way in ways[:place]:
            message = f"programme.ways has {written(way)} already, in place {ways.index(way) + 1}"
            fix = "take one out; a service that offers one way twice has two files"
            yield Contradiction(("programme", "ways", place), message, fix)


def _tables_of_other_ways(own: Programme, programme: Programme) -> Iterator[Contradiction]:
    for way, table in TABLE_OF_WAY.items():
        if programme.format > 1 and programme.offers(way) is False and getattr(own, table) != getattr(_NOTHING, table):
            ways = written(tuple(programme.programme.ways or ()))
            message = f"[{table}] is about {way.value}, and programme.ways is {ways}"
            fix = f'add "{way.value}" to programme.ways, or take the table out'
            yield Contradiction((table,), message, fix)


def _sizes_of_sessions(programme: Programme) -> Iterator[Contradiction]:
    smallest, largest = programme.group_sessions.smallest, programme.group_sessions.largest
    more = _is_more(smallest, largest)
    if more is not False:
        message = f"a session is held from {smallest} people on, and group_sessions.largest is {largest}"
        yield Contradiction(("group_sessions", "smallest"), message, "correct whichever is wrong", more is True)


def _nobody_moderates(programme: Programme) -> Iterator[Contradiction]:
    promised = [f"online.{key}" for key in _MODERATED if getattr(programme.online, key) is not None]
    if programme.online.moderated_by == () and promised:
        message = f"nobody moderates the online place, and {promised[0]} promises something of those who do"
        fix = f"name those who moderate, or take {promised[0]} out"
        yield Contradiction(("online", "moderated_by"), message, fix)


def _ages(programme: Programme) -> Iterator[Contradiction]:
    """The ages of the people supported, turned round or other than those of the people that mentors work with."""
    ages, works_with = programme.for_whom.ages, programme.role.works_with
    if ages is None:
        return
    turned = _is_more(ages.from_, ages.to)
    if turned is not False:
        includes = "includes" if turned else "may include"
        message = f"the youngest are {ages.from_} and for_whom.ages.to is {ages.to}, so this {includes} nobody"
        fix = "state the lower age as from and the higher as to"
        yield Contradiction(("for_whom", "ages", "from"), message, fix, turned is True)
    if turned:
        return
    youngest, oldest = (("from", ages.from_), ("to", ages.to))
    for group, there in (
        ("children", [(key, age, _is_more(_AN_ADULT, age)) for key, age in (youngest, oldest)]),
        ("adults", [(key, age, _is_more(age, _AN_ADULT - 1)) for key, age in (oldest, youngest)]),
    ):
        found = sorted((each for each in there if each[2] is not False), key=lambda each: each[2] is None)
        if found and works_with and group not in works_with:
            key, age, certain = found[0]
            are = "are" if certain else "may be"
            message = f"this is {age}, so some of those supported {are} {group}, and role.works_with does not list them"
            fix = f'add "{group}" to role.works_with, or correct the age'
            yield Contradiction(("for_whom", "ages", key), message, fix, certain is True)


def _ages_of_network(programme: Programme) -> Iterator[Contradiction]:
    ages, network = programme.for_whom.ages, programme.network
    if ages is None:
        return
    for key, here, there in (("youngest", network.youngest, ages.from_), ("oldest", network.oldest, ages.to)):
        differ = any_true((_is_more(here, there), _is_more(there, here)))
        if differ is not False:
            at = "for_whom.ages.from" if key == "youngest" else "for_whom.ages.to"
            message = f"this is {here}, and {at} is {there}: both are how old the {key} person supported is"
            yield Contradiction(("network", key), message, f"take this one out, once {at} is right", differ is True)


def _is_more(one: Any, other: Any) -> Answer:
    """Whether a number is more than another; None where that is so of some values of a range, and not of others.

    What is not stated is no more than anything, and a range no more than the same one elsewhere.
    """
    if None in (as_compared(one), as_compared(other)) or as_compared(one) == as_compared(other):
        return False
    if lowest(one) > highest(other):
        return True
    return None if highest(one) > lowest(other) else False
