"""Sheets of incidents, for the commands that answer about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from mentorkit.cli.moments import DayOrMoment, moment_asked
from mentorkit.cli.record_files import People, open_sheet, refuse_half_a_sheet, tell_look_alikes
from mentorkit.text.words import shortened

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.due import DueItem
    from mentorkit.records.incident_sheet import Incident, IncidentSheet


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


@contextmanager
def open_incidents(
    records: str, sheet: "IncidentSheet", at: datetime, *, day_first: bool
) -> "Iterator[tuple[People, Iterator[Incident]]]":
    """The incidents of a file, one by one, with what in them cannot be read or cannot be noted."""
    from mentorkit.records.incident_sheet import UNKNOWN_COLUMN, faults_of_times
    from mentorkit.records.reading import RecordFault

    def incidents(people: People) -> "Iterator[Incident]":
        for record in people:
            incident = sheet.incident(record, at)
            for fault in faults_of_times(incident.impossible):
                people.note(RecordFault(records, record.row, *fault))
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
) -> "tuple[list[DueItem], People, tuple[tuple[str, ...], ...]]":
    """What is left to do after the incidents of a file, and what in the file cannot be read or told apart."""
    from mentorkit.records.incident_sheet import look_alikes_of
    from mentorkit.records.incident_steps import StepsLeft

    left = StepsLeft.of(sheet, rulebook, programme, at, until)
    with open_incidents(records, sheet, at, day_first=day_first) as (people, incidents):
        found = list(incidents)
    alike = look_alikes_of(found)
    return [item for incident in found for item in left.of_incident(incident)], people, alike


def outcomes_of_incidents(
    programme: str,
    design: "Programme",
    records: str,
    *,
    day_first: bool,
    on: DayOrMoment.Given | None,
    output: str | None,
    form: str | None,
) -> None:
    """Says whether the steps after the incidents of a file were taken in time.

    Raises:
        NotDoneError: where something in the file cannot be read, or two incidents may be one: figures would mislead.
        CannotJudgeError: where of no incident it can be said whether a step was taken in time.
        AttentionNeeded: where of some incidents that cannot be said.
    """
    from mentorkit.cli.answer_output import format_for, style_for, write_answer
    from mentorkit.cli.exit_status import AttentionNeeded
    from mentorkit.outcomes.steps_in_time import steps_in_time
    from mentorkit.reports.formats import OUTCOMES, STEPS
    from mentorkit.reports.steps_in_time import StepsReport, steps_summary
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.seen_text import look_alikes

    sheet = sheet_of_incidents(programme, design)
    if format_for(form, output, OUTCOMES) is OUTCOMES["svg"]:
        raise click.UsageError("steps after incidents are not drawn; write text, CSV or JSON")
    format_ = format_for(form, output, STEPS)
    at = moment_asked(on, sheet.zone)
    with open_incidents(records, sheet, at, day_first=day_first) as (people, incidents):
        read = list(incidents)
    alike = look_alikes(incident.id for incident in read)
    tell_look_alikes(alike)
    refuse_half_a_sheet(people.faulty or len(alike))
    found = steps_in_time(sheet, read, at)
    for each in found.steps:
        if each.not_known and len(each.not_known) == found.incidents:
            message = f"of no incident is it known whether this step was taken in time: {shortened(each.step.what)}"
            fix = f"fill in happened_at and {each.step.column}, and state how soon the step is taken"
            raise CannotJudgeError(records, message, fix)
    report = StepsReport(design.programme.name or programme, found, style_for(output))
    write_answer(output, [format_.load()(report)], steps_summary(found))
    if any(each.not_known for each in found.steps):
        raise AttentionNeeded
