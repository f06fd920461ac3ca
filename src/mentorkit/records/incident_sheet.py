"""Sheets of incidents: a row is an incident, and each step after it has a column with the moment when it was taken."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import attrs

from mentorkit.programme.incidents import step_column
from mentorkit.programme.kept_columns import HAPPENED_AT, PART_OF_IT, PERSON, PRACTITIONER
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import Column
from mentorkit.records.reading import Record
from mentorkit.toml.typed_facts import WRONG_KIND, why_impossible
from mentorkit.values.seen_text import as_seen
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.zoned_time import in_zone, zone_of_nation

UNKNOWN_COLUMN = ("a sheet of incidents has no such column", "remove it")
"""What is wrong with a column that a sheet of incidents does not have, and what to do."""


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
        zone = zone_of_nation(programme.programme.nation)
        columns = [
            Column(PERSON, str, "the id of the person who went through it; never a name", ()),
            Column(HAPPENED_AT, datetime, "when it happened", (), bounds=("", "on"), zone=zone),
            Column(PART_OF_IT, tuple[str, ...], "the ids of the people who were part of it", ()),
            Column(PRACTITIONER, str, "the id of the practitioner who takes the steps", ()),
        ]
        before = HAPPENED_AT
        for step in steps:
            described = f"when this step was taken: {step.what}; empty while it was not"
            columns.append(Column(step.column, datetime, described, (), bounds=(before, "on"), zone=zone))
            before = step.column
        return cls(steps, zone, {column.name: column for column in columns})

    def incident(self, record: Record, at: datetime) -> "Incident":
        """The incident of a record, as it is known at a moment."""
        facts = record.case.facts
        times = {name: facts.get(name) for name in (HAPPENED_AT, *(step.column for step in self.steps))}
        known = {name: in_zone(time, self.zone) for name, time in times.items() if isinstance(time, datetime)}
        unclear = {name: f"{name} cannot be read" for name, time in times.items() if time is WRONG_KIND}
        unclear |= {step.column: f"there is no {step.column}" for step in self.steps if step.column not in facts}
        if times[HAPPENED_AT] is None:
            unclear[HAPPENED_AT] = f"{HAPPENED_AT} is not known"
        practitioner, person = _text(facts.get(PRACTITIONER)), _text(facts.get(PERSON))
        others = facts.get(PART_OF_IT)
        was_there: bool | None = None
        if as_seen(practitioner) in map(as_seen, (person, *(others if isinstance(others, tuple) else ()))):
            was_there = True
        elif isinstance(others, tuple):
            was_there = False
        return Incident(
            id=record.case.id,
            person=person,
            practitioner=practitioner,
            was_there=was_there if practitioner else False,
            happened_at=known.get(HAPPENED_AT),
            taken={name: time for name, time in known.items() if name != HAPPENED_AT},
            unclear=unclear,
            impossible=self._impossible(known, at),
        )

    def _impossible(self, known: Mapping[str, datetime], at: datetime) -> dict[str, str]:
        """Why times cannot be, by column: none is in the future, and no step is taken before those above it."""
        found: dict[str, str] = {}
        above: list[str] = []
        for name in (HAPPENED_AT, *(step.column for step in self.steps)):
            for earlier in above or [""]:
                if why := why_impossible(name, (earlier, "on"), known, at):
                    found.setdefault(name, why)
            above.append(name)
        return found


@attrs.frozen
class Incident:
    """An incident, and the steps that were taken after it.

    Attributes:
        id: of the incident.
        person: the id of the person who went through it; empty where nobody knows.
        practitioner: the id of the practitioner who takes the steps; empty where nobody knows yet.
        was_there: whether that practitioner was part of the incident; None where nobody knows who was.
        happened_at: the moment, in the zone of the programme; None where it cannot be used.
        taken: the moments at which steps were taken, by column.
        unclear: why a time is not known, by column.
        impossible: why a time cannot be, by column.
    """

    id: str
    person: str
    practitioner: str
    was_there: bool | None
    happened_at: datetime | None
    taken: Mapping[str, datetime]
    unclear: Mapping[str, str]
    impossible: Mapping[str, str]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
