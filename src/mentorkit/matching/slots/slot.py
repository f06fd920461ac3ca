"""A session, a shift or an incident, as its sheet says it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from mentorkit.core.case_reading import Case
from mentorkit.matching.slots.columns import ENDS_AT, slot_columns
from mentorkit.matching.slots.kinds import KINDS, SlotKind, usual_needs
from mentorkit.matching.slots.reasons import Reason
from mentorkit.programme.incidents import step_column
from mentorkit.programme.kept_columns import NEEDS, PART_OF_IT, SLOT_VETOES
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.records.columns import Column, ids_in
from mentorkit.records.incident_sheet import impossible_times, why_too_old
from mentorkit.text.words import listed
from mentorkit.toml.typed_facts import WRONG_KIND, TypedFacts, typed_facts, why_impossible
from mentorkit.values.inexact import lowest
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY, WEEK
from mentorkit.values.zoned_time import NO_SUCH_YEAR, YEARS, first_and_last_minute, zone_of_nation

_STEP = timedelta(minutes=15)
"""Clocks change at whole quarters of an hour only."""
_LONGEST = timedelta(days=7)
"""Of a session or shift; a longer one is a date that was mistyped."""


@attrs.frozen
class Slot:
    """A slot.

    Attributes:
        id: its id.
        starts: when it starts, or happened, in UTC; None where that is not known.
        ends: when it ends; of an incident until when its first step is to be taken; None where that is not known.
        needs: how many people it needs; None where that is not known.
        staff: how many members of staff are to be there.
        over: whether it is over, so that nobody is looked for.
        why: why nobody is looked for though it is not; empty where people are.
        settled_is_read: whether the people who have it already, and staff who are there, can be read.
        barring: the columns that name people who do not take it, each with the reason.
        facts: all that the sheet says.
    """

    id: str
    starts: datetime | None
    ends: datetime | None
    needs: int | None
    staff: int
    over: bool
    why: str
    settled_is_read: bool
    barring: Mapping[str, Reason]
    facts: TypedFacts

    def ids(self, column: str) -> dict[str, str]:
        """The ids that a column lists, as a person sees them, with how each is written; none where it is not known."""
        return ids_in(self.facts.get(column))


class SlotReader:
    """Reads slots of one way of support.

    Args:
        programme: the design.
        way: the way of support.
        on: the moment of the answer, or its day: what is planned on it is still to come, and incidents are looked at in
            its last minute.
        zone: where the slots are.
    """

    def __init__(self, programme: Programme, way: Way, on: date, zone: tzinfo) -> None:
        self._kind: SlotKind = KINDS[way]
        self._usual = usual_needs(programme, way)
        self._columns: Mapping[str, Column] = slot_columns(programme, way)
        self._types = {name: column.type for name, column in self._columns.items()}
        self._staff = programme.group_sessions.staff_there or 0 if self._kind.staff else 0
        self._length = programme.group_sessions.length if way is Way.GROUP_SESSIONS else None
        self._incidents = programme.incidents
        self._steps = [step_column(step.what) for step in programme.incidents.steps or () if step.what]
        self._barring = {SLOT_VETOES: Reason.VETOED}
        if way is Way.INCIDENT and programme.incidents.not_part_of_it is not False:
            self._barring[PART_OF_IT] = Reason.PART_OF_IT
        self._on, self._zone = on, zone
        self._first, self._last = first_and_last_minute(on, zone)

    def read(self, case: Case) -> Slot:
        """A slot, and why nobody can be looked for."""
        facts = typed_facts(case.facts, self._types)
        starts = _moment(facts.get(self._kind.moment))
        needs = facts.get(NEEDS, self._usual)
        needs = self._usual if needs is None else needs if type(needs) is int else None
        ends = self._ends(starts, facts)
        finished = self._has_ended(starts, ends) if self._kind.timed else self._all_steps_taken(facts)
        over = finished and not unreadable(facts, self._columns) and not self._why_impossible(facts)
        why = self._why(facts, starts, ends, needs)
        settled_is_read = over or not unreadable(facts, (self._kind.settled, self._kind.staff))
        why = "" if over else why
        return Slot(case.id, starts, ends, needs, self._staff, over, why, settled_is_read, self._barring, facts)

    def _has_ended(self, starts: datetime | None, ends: datetime | None) -> bool:
        """Whether a session or shift has ended by the moment or before the day of the answer.

        Where nobody knows when it ends, a session is over after the day on which it began, as 'due' and 'outcomes' have
        it; a shift, which may go on through the night, is over a day later.
        """
        if ends is None and starts is not None:
            day_and_night = timedelta(days=1 if self._kind.shares_a_place else 0)
            return (starts + day_and_night).astimezone(self._zone).date() < self._first.astimezone(self._zone).date()
        return ends is not None and ends <= self._first

    def _all_steps_taken(self, facts: TypedFacts) -> bool:
        """Whether nothing is left to do after an incident."""
        return bool(self._steps) and all(facts.get(step) is not None for step in self._steps)

    def _ends(self, starts: datetime | None, facts: TypedFacts) -> datetime | None:
        if starts is None:
            return None
        if not self._kind.timed:
            within = self._incidents.steps[0].within if self._incidents.steps else None
            return starts if within is None else max(starts, lowest(within).after(starts.astimezone(self._zone)))
        stated = facts.get(ENDS_AT)
        if stated is None and self._length is not None and self._length.minutes:
            return starts + timedelta(minutes=self._length.minutes)
        return _moment(stated)

    def _why_impossible(self, facts: TypedFacts) -> str:
        """Why a time cannot be; empty where all of them can."""
        if not self._kind.timed:
            return next(iter(impossible_times([self._kind.moment, *self._steps], facts, self._on).values()), "")
        columns = self._columns.items()
        return next(filter(None, (why_impossible(name, each.bounds, facts, self._on) for name, each in columns)), "")

    def _why(self, facts: TypedFacts, starts: datetime | None, ends: datetime | None, needs: int | None) -> str:
        """Why nobody can be looked for; empty where they can."""
        wrong = unreadable(facts, self._columns)
        if wrong:
            return f"{listed(wrong)} cannot be read"
        for fault, message, _ in slot_faults(facts, self._kind):
            return f"{fault}: {message}"
        if starts is None:
            return f"{self._kind.moment} is not known"
        if ends is None:
            return f"{ENDS_AT} is not known"
        if why := self._why_impossible(facts):
            return why
        if self._kind.whose and not ids_in(facts.get(self._kind.whose)):
            return f"{self._kind.whose} is not known; ask who went through it"
        if PART_OF_IT in self._barring and facts.get(PART_OF_IT) is None:
            return f"{PART_OF_IT} is not known; ask who was part of it"
        if needs is None:
            return "nobody knows how many people it needs"
        first_is_left = bool(self._steps) and facts.get(self._steps[0]) is None
        too_old = why_too_old(self._incidents, starts.astimezone(self._zone), self._last) if first_is_left else ""
        return f"{too_old}; a person decides what to do" if too_old else ""


def slot_faults(facts: Mapping[str, Any], kind: SlotKind) -> Iterator[tuple[str, str, str]]:
    """What cannot be in a slot, beyond what a column can see: column, message and what to do."""
    if both := ids_in(facts.get(kind.staff)).keys() & (settled := ids_in(facts.get(kind.settled))).keys():
        ids = ", ".join(sorted(settled[seen] for seen in both))
        yield kind.staff, f"{ids} also delivers this {kind.name}", "name each person once, for what they do there"
    stated = {name: value for name in (kind.moment, ENDS_AT) if isinstance(value := facts.get(name), datetime)}
    wrong = [name for name, value in stated.items() if value.year not in YEARS]
    for name in wrong:
        yield name, NO_SUCH_YEAR, "correct the date"
    if wrong or len(stated) < 2:
        return
    starts, ends = (value.astimezone(UTC) for value in stated.values())
    if ends == starts:
        yield ENDS_AT, "this is when it starts", "correct one of the two"
    elif ends - starts > _LONGEST:
        yield (
            ENDS_AT,
            "this is more than a week after it starts",
            "correct one of the two, or write a row for each week",
        )


def unreadable(facts: TypedFacts, names: Iterable[str]) -> list[str]:
    """Those columns whose cell cannot be read."""
    return [name for name in names if facts.get(name) is WRONG_KIND]


def zone_of(programme: Programme) -> ZoneInfo | None:
    """The zone of the hours of the week at which people are there; None where the programme's nation is not known."""
    name = zone_of_nation(programme.programme.nation)
    return ZoneInfo(name) if name else None


def minutes_of_week(starts: datetime, ends: datetime, zone: tzinfo) -> int:
    """The minutes of the week that a stretch of time takes, on the clocks of a zone, as `Hours` has them.

    Where the clocks go forward, an hour of the week is left out; where they go back, one comes twice.

    Examples:
        >>> from mentorkit.values.opening_hours import hours_in_words
        >>> night = datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 3, tzinfo=UTC)
        >>> hours_in_words(minutes_of_week(*night, ZoneInfo("Europe/London")))
        'Sunday 00:30 to 03:00'
    """
    at, minutes = starts.astimezone(UTC), 0
    while at < ends:
        until = min(ends.astimezone(UTC), at + _STEP - timedelta(minutes=at.minute % 15))
        local = at.astimezone(zone)
        first = local.weekday() * MINUTES_A_DAY + local.hour * 60 + local.minute
        bits = ((1 << int((until - at).total_seconds() // 60)) - 1) << first
        minutes |= (bits & ALWAYS) | (bits >> WEEK)
        at = until
    return minutes


def _moment(value: Any) -> datetime | None:
    """A moment in UTC, so that moments are compared and added up as time passes, whatever clocks say."""
    return value.astimezone(UTC) if isinstance(value, datetime) and value.year in YEARS else None
