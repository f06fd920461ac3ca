"""Sheets of incidents: a row is an incident, and each step after it has a column with the moment when it was taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import attrs

from mentorkit.programme.incidents import Incidents, step_column
from mentorkit.programme.kept_columns import HAPPENED_AT, NEEDS, PART_OF_IT, PERSON, PRACTITIONER, SLOT_VETOES
from mentorkit.programme.ranges import ranges_in
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import Column, ids_in
from mentorkit.records.reading import Record
from mentorkit.toml.typed_facts import WRONG_KIND, why_impossible
from mentorkit.values.inexact import lowest
from mentorkit.values.seen_text import look_alikes, mixed_up_between
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.zoned_time import how_long, in_utc, is_before, zone_of_nation

UNKNOWN_COLUMN = (
    "a sheet of incidents has no such column",
    "name it after the step of incidents.steps that it is about, or remove it",
)
"""What is wrong with a column that a sheet of incidents does not have, and what to do."""

_IDS: Any = tuple[str, ...]
_ONE_PERSON = "since a row is about one person; write a row for each person who went through it"


def incident_columns(programme: Programme) -> dict[str, Column]:
    """Every column that a sheet of incidents has, by name; one sheet serves every command that reads it."""
    zone = zone_of_nation(programme.programme.nation)
    involved = "the ids of practitioners, and of people with an incident of their own here, who were part of it"
    columns = [
        Column(PERSON, str, "the id of the person who went through it; never a name", (), one_text=_ONE_PERSON),
        Column(HAPPENED_AT, datetime, "when it happened", (), bounds=("", "on"), zone=zone),
        Column(PART_OF_IT, _IDS, involved, ()),
        Column(NEEDS, int, "how many practitioners it needs; 1 if the cell is empty", ()),
        Column(SLOT_VETOES, _IDS, "the ids of practitioners who are not wanted; no reason is needed", ()),
        Column(PRACTITIONER, _IDS, "the ids of the practitioners who take the steps", ()),
    ]
    before = HAPPENED_AT
    for step in programme.incidents.steps or ():
        if step.what:
            described = f"when this step was taken: {step.what}; empty while it was not"
            columns.append(Column(step_column(step.what), datetime, described, (), bounds=(before, "on"), zone=zone))
            before = columns[-1].name
    return {column.name: column for column in columns}


class NoStepsError(Exception):
    """A design does not say what is done after an incident."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


@attrs.frozen
class Step:
    """Something that is done after each incident.

    Attributes:
        what: is done.
        column: of the sheet, with the moment at which it was done.
        within: how soon after the incident it is done; None where the design does not say.
    """

    what: str
    column: str
    within: TimePassed | None


@attrs.frozen
class IncidentSheet:
    """What a sheet of incidents of a programme has.

    Attributes:
        steps: after an incident, in order.
        zone: of the programme, in which moments are shown; empty where it states no nation, so as the sheet has them.
        columns: by name.
    """

    steps: Sequence[Step]
    zone: str
    columns: Mapping[str, Column]

    @classmethod
    def of(cls, programme: Programme) -> "IncidentSheet":
        """The sheet that the design of a programme needs.

        Raises:
            NoStepsError: where the design states no steps, or does not say what one of them is.
        """
        stated = programme.incidents.steps or ()
        fix = 'state what is done and how soon, such as steps = [{ what = "first meeting", within = "72 hours" }]'
        if not stated:
            raise NoStepsError(
                "this programme does not state what is done after an incident", f"under [incidents], {fix}"
            )
        steps = [Step(step.what, step_column(step.what), step.within) for step in stated if step.what]
        if len(steps) < len(stated):
            raise NoStepsError("a step of incidents.steps does not say what is done", fix)
        return cls(steps, zone_of_nation(programme.programme.nation), incident_columns(programme))

    def incident(self, record: Record, at: datetime) -> "Incident":
        """The incident of a record, as it is known at a moment."""
        facts = record.case.facts
        times = {name: facts.get(name) for name in (HAPPENED_AT, *(step.column for step in self.steps))}
        known = {name: time for name, time in times.items() if isinstance(time, datetime)}
        unclear = {name: f"{name} cannot be read" for name, time in times.items() if time is WRONG_KIND}
        unclear |= {step.column: f"there is no {step.column}" for step in self.steps if step.column not in facts}
        if times[HAPPENED_AT] is None:
            unclear[HAPPENED_AT] = f"{HAPPENED_AT} is not known"
        person = _ids(facts.get(PERSON))
        involved, vetoes, practitioners = (facts.get(name) for name in (PART_OF_IT, SLOT_VETOES, PRACTITIONER))
        unread = [name for name in (PERSON, PART_OF_IT, SLOT_VETOES, PRACTITIONER) if facts.get(name) is WRONG_KIND]
        return Incident(
            id=record.case.id,
            person=next(iter(person), ""),
            part_of_it=None if involved is None else _ids(involved),
            not_wanted=_ids(vetoes),
            practitioners=_ids(practitioners),
            unread=unread,
            happened_at=known.get(HAPPENED_AT),
            taken={name: time for name, time in known.items() if name != HAPPENED_AT},
            unclear=unclear,
            impossible=impossible_times(times, known, at),
        )


def impossible_times(names: Iterable[str], facts: Mapping[str, Any], at: date) -> dict[str, str]:
    """Why times cannot be, by column: none is in the future, and no step is taken before those above it.

    Args:
        names: of the columns, in order.
        facts: of the incident.
        at: the moment that is asked about, or the day.
    """
    found: dict[str, str] = {}
    above: list[str] = []
    for name in names:
        for earlier in above or [""]:
            if why := why_impossible(name, (earlier, "on"), facts, at):
                found.setdefault(name, why)
        above.append(name)
    return found


def faults_of_times(impossible: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each time that cannot be, as what is wrong in a sheet: column, message and what to do."""
    for column, why in impossible.items():
        yield column, f"this time{why.removeprefix(column)}", "correct whichever time is wrong"


def why_too_old(incidents: Incidents, happened_at: datetime, at: datetime) -> str:
    """Why an incident whose first step has not been taken is too old for it; empty where it is not.

    Where the design does not say how old an incident may be, it is too old once its first step is overdue.

    Args:
        incidents: what the design says of them.
        happened_at: when it happened, in the zone of the programme.
        at: the moment that is asked about.
    """
    ago = how_long(in_utc(at) - in_utc(happened_at))
    if incidents.oldest is not None:
        if not is_before(lowest(incidents.oldest).after(happened_at), at):
            return ""
        shortest = ", of which the shortest counts" if any(ranges_in(incidents.oldest)) else ""
        return f"this was {ago} ago, and the first step may be taken for {incidents.oldest}{shortest}"
    within = incidents.steps[0].within if incidents.steps else None
    if within is None or not is_before(lowest(within).after(happened_at), at):
        return ""
    return f"this was {ago} ago, and the programme does not state incidents.oldest"


@attrs.frozen
class Incident:
    """An incident, and the steps that were taken after it.

    Attributes:
        id: of the incident.
        person: the id of the person who went through it; empty where nobody knows.
        part_of_it: the ids of others who were part of it; None where nobody knows.
        not_wanted: the ids of practitioners who are not wanted.
        practitioners: the ids of those who take the steps; none where nobody does yet.
        unread: which of these columns cannot be read.
        happened_at: the moment, in the zone of the programme; None where it cannot be used.
        taken: the moments at which steps were taken, by column.
        unclear: why a time is not known, by column.
        impossible: why a time cannot be, by column.
    """

    id: str
    person: str
    part_of_it: Sequence[str] | None
    not_wanted: Sequence[str]
    practitioners: Sequence[str]
    unread: Sequence[str]
    happened_at: datetime | None
    taken: Mapping[str, datetime]
    unclear: Mapping[str, str]
    impossible: Mapping[str, str]

    @property
    def look_alikes(self) -> Sequence[tuple[str, ...]]:
        """Each practitioner with an id that is easily mixed up with theirs, of somebody for whom they cannot do it."""
        others = [*filter(None, [self.person]), *(self.part_of_it or ()), *self.not_wanted]
        return mixed_up_between(self.practitioners, others)


def look_alikes_of(incidents: Iterable[Incident]) -> tuple[tuple[str, ...], ...]:
    """The ids of a sheet that look alike, in groups: of incidents, and of people."""
    found: set[tuple[str, ...]] = set()
    ids: list[str] = []
    people: list[str] = []
    for each in incidents:
        found.update(each.look_alikes)
        ids.append(each.id)
        people += [*filter(None, [each.person]), *(each.part_of_it or ()), *each.not_wanted, *each.practitioners]
    return tuple(sorted({*found, *look_alikes(ids), *look_alikes(people)}))


def _ids(value: Any) -> tuple[str, ...]:
    """The ids of a cell, without what stands for nobody."""
    return tuple(ids_in(value).values())
