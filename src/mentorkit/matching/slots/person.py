"""Somebody who could take slots, as the sheet of people says it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo

import attrs

from mentorkit.core.case_reading import Case, ReadyRule, Verdict, fact_types
from mentorkit.core.finding import Thing
from mentorkit.core.rulebook import Rulebook
from mentorkit.matching.cohort import AskedRule
from mentorkit.matching.fast_rules import NOTED, RULED_OUT, FastRule, by_side
from mentorkit.matching.slots.columns import asked_rules, own_columns
from mentorkit.matching.slots.reasons import Reason
from mentorkit.matching.slots.slot import Slot, minutes_of_week, unreadable
from mentorkit.programme.kept_columns import AVAILABLE, AWAY_FROM, AWAY_TO, CAPACITY, NOT_WITH
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.columns import ids_in
from mentorkit.text.words import listed
from mentorkit.toml.typed_facts import WRONG_KIND, TypedFacts, typed_facts, why_impossible
from mentorkit.values.opening_hours import Hours


@attrs.frozen
class Person:
    """Somebody who could take slots.

    Attributes:
        id: their id.
        capacity: how many slots they can take; None where that is not known.
        available: a bit for each minute of the week at which they can be there; None where that is not known, or where
            slots are at no time.
        away: the first and the last day on which they are away; None where they are not.
        not_with: the ids of people whom they must not be together with, as a person sees them.
        not_with_is_read: whether these can be read.
        own: what rules say against them.
        notes: what rules note about them.
        why: why they take nothing, where it is no rule; empty where they can.
    """

    id: str
    capacity: int | None
    available: int | None
    away: tuple[date, date] | None
    not_with: dict[str, str]
    not_with_is_read: bool
    own: tuple[Verdict, ...]
    notes: tuple[Verdict, ...]
    why: str


def read_people(rules: Sequence[FastRule], way: Way, people: Sequence[Case], on: date) -> list[Person]:
    """Everybody, with what rules say about them and what the sheet says."""
    asked = [AskedRule.of(each, people) for each in rules]
    bounds = {fact.name: fact.bounds for each in rules for fact in each.rule.facts if any(fact.bounds)}
    types = fact_types(each.rule for each in rules)
    found = []
    for number, case in enumerate(people):
        against = tuple(each.fast_rule.verdict(case) for each in asked if each.answers[number] == RULED_OUT)
        noted = tuple(each.fast_rule.verdict(case) for each in asked if each.answers[number] == NOTED)
        facts = typed_facts(case.facts, types)
        why = next(filter(None, (why_impossible(name, bounds[name], facts, on) for name in bounds)), "")
        found.append(_person(way, case, on, against, noted, why))
    return found


def rules_of_people(
    rulebook: Rulebook, programme: Programme, on: date, waived: Iterable[Thing]
) -> tuple[list[FastRule], list[FastRule]]:
    """What is asked of nobody in particular, and of each person."""
    set_aside = frozenset(waived)
    asked = asked_rules(rulebook.on(on), programme)
    ready = [FastRule.of(ReadyRule.of(rule, programme, rulebook.words, set_aside), on) for rule in asked]
    of_nobody, of_person, _, _ = by_side(ready)
    return of_nobody, of_person


def _person(
    way: Way, case: Case, on: date, against: tuple[Verdict, ...], noted: tuple[Verdict, ...], why: str
) -> Person:
    columns = {column.name: column for column in own_columns(way)}
    facts = typed_facts(case.facts, {name: column.type for name, column in columns.items()})
    wrong = unreadable(facts, columns)
    if wrong:
        why = f"{listed(wrong)} cannot be read"
    for name, column in columns.items():
        why = why or why_impossible(name, column.bounds, facts, on)
        if name in (CAPACITY, AVAILABLE) and facts.get(name) is None:
            why = why or f"{name} is not known"
    capacity, hours = facts.get(CAPACITY), facts.get(AVAILABLE)
    return Person(
        case.id,
        capacity if type(capacity) is int else None,
        hours.minutes if isinstance(hours, Hours) else None,
        _away(facts),
        ids_in(facts.get(NOT_WITH)),
        facts.get(NOT_WITH) is not WRONG_KIND,
        against,
        noted,
        why,
    )


def _away(facts: TypedFacts) -> tuple[date, date] | None:
    """The days on which somebody is away; without a first or a last one, they are from or until any day."""
    first, last = facts.get(AWAY_FROM), facts.get(AWAY_TO)
    if not isinstance(first, date) and not isinstance(last, date):
        return None
    return first if isinstance(first, date) else date.min, last if isinstance(last, date) else date.max


class Presence:
    """At which slots people can be there.

    Args:
        zone: of the hours of the week.
        on: the day of the answer.
        timed: whether slots are at times of their own.
    """

    def __init__(self, zone: tzinfo, on: date, *, timed: bool) -> None:
        self._zone, self._on, self._timed = zone, on, timed
        self._known: dict[tuple[datetime, datetime], tuple[date, date, int]] = {}

    def obstacle(self, person: Person, slot: Slot) -> Reason | None:
        """Why somebody cannot be there; None where they can."""
        assert slot.starts is not None and slot.ends is not None  # noqa: S101, PT018 - of all others nobody is asked
        first, last, minutes = self._when(slot.starts, slot.ends)
        if person.away and person.away[0] <= last and person.away[1] >= first:
            return Reason.AWAY
        if person.available is not None and minutes & ~person.available:
            return Reason.NOT_AVAILABLE
        return None

    def _when(self, starts: datetime, ends: datetime) -> tuple[date, date, int]:
        """The days of a slot, and the minutes of the week that it takes."""
        if (starts, ends) not in self._known:
            minutes = minutes_of_week(starts, ends, self._zone) if self._timed else 0
            self._known[starts, ends] = *self._days(starts, ends), minutes
        return self._known[starts, ends]

    def _days(self, starts: datetime, ends: datetime) -> tuple[date, date]:
        """The first and the last day of a slot; of an incident those that are left for its first step."""
        last_minute = max(starts, ends - timedelta(minutes=1)) if self._timed else ends
        first, last = (each.astimezone(self._zone).date() for each in (starts, last_minute))
        return (first, last) if self._timed else (max(first, self._on), max(last, self._on))
