"""Sheets of incidents, for the commands that answer about them."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import WrittenMoment
from mentorkit.cli.record_files import People, open_sheet

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.due import DueItem
    from mentorkit.records.incident_sheet import Incident, IncidentSheet


def only_incidents(programme: "Programme") -> bool:
    """Whether the only way of support that a programme offers is after incidents."""
    from mentorkit.programme.ways import Way

    return [way for way in Way if programme.offers(way)] == [Way.INCIDENT]


def sheet_of_incidents(file: str, programme: "Programme") -> "IncidentSheet":
    """The columns of a sheet of incidents of a programme.

    Raises:
        CannotJudgeError: where the programme does not say what is done after an incident.
    """
    from mentorkit.records.incident_sheet import IncidentSheet, NoStepsError
    from mentorkit.toml.document import CannotJudgeError

    try:
        return IncidentSheet.of(programme)
    except NoStepsError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None


def moment_asked(on: date | datetime | WrittenMoment, zone: str) -> datetime:
    """The moment of an answer: the time that was asked for, or the beginning of the day, in the zone of the programme.

    Raises:
        click.BadParameter: where that is not one moment.
    """
    from mentorkit.values.zoned_time import in_zone, moment_of

    if isinstance(on, datetime):
        return in_zone(on, zone).replace(second=0, microsecond=0)
    day, clock, offset = on if isinstance(on, WrittenMoment) else (on, "00:00", "")
    try:
        return in_zone(moment_of(day, clock, offset, zone), zone)
    except ValueError as problem:
        fix = "" if zone else ", or state programme.nation"
        raise click.BadParameter(f"{problem}{fix}", param_hint="--on") from None


@contextmanager
def open_incidents(
    records: str, sheet: "IncidentSheet", at: datetime, *, day_first: bool
) -> "Iterator[tuple[People, Iterator[Incident]]]":
    """The incidents of a file, one by one, with what in them cannot be read or cannot be noted."""
    from mentorkit.records.incident_sheet import UNKNOWN_COLUMN
    from mentorkit.records.reading import RecordFault

    def incidents(people: People) -> "Iterator[Incident]":
        for record in people:
            incident = sheet.incident(record, at)
            for column, why in incident.impossible.items():
                message = f"this time{why.removeprefix(column)}"
                people.note(RecordFault(records, record.row, column, message, "correct whichever time is wrong"))
            yield incident

    with open_sheet(records, sheet.columns, day_first=day_first, unknown=UNKNOWN_COLUMN) as people:
        yield people, incidents(people)


def steps_left(
    records: str,
    sheet: "IncidentSheet",
    rulebook: "Rulebook",
    programme: "Programme",
    at: datetime,
    until: datetime,
    *,
    day_first: bool,
) -> "tuple[list[DueItem], People]":
    """What is left to do after the incidents of a file, and what in the file cannot be read."""
    from mentorkit.records.incident_steps import StepsLeft

    left = StepsLeft.of(sheet, rulebook, programme, at, until)
    with open_incidents(records, sheet, at, day_first=day_first) as (people, incidents):
        return [item for incident in incidents for item in left.of_incident(incident)], people


def about_incidents(programme: "Programme", stages: Collection[str]) -> bool:
    """Whether a sheet is of incidents: no other way of support is meant, and no stage at which people are."""
    return only_incidents(programme) and set(stages) <= {"graduation"}
