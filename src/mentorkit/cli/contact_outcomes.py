"""What `mentorkit outcomes` says of contacts: how soon those who came, called or reported something were answered."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentorkit.cli.answer_output import format_for, style_for, write_answer
from mentorkit.cli.exit_status import NotDoneError
from mentorkit.cli.moments import DayOrMoment, now
from mentorkit.cli.read_file import opened
from mentorkit.cli.record_files import open_sheet, tell_look_alikes
from mentorkit.reports.formats import CONTACTS

if TYPE_CHECKING:
    from mentorkit.programme.tables import Programme
    from mentorkit.programme.ways import Way

_BEGINNING = 4096
"""Bytes in which a sheet names its columns."""


def way_of_contacts(file: str, programme: "Programme", named: str | None, records: str | None) -> "Way | None":
    """The way of support whose contacts a sheet has; None where it is a sheet of measures.

    Drop-in and on call have contacts alone. An online place has members as well, who are measured: there the columns of
    the sheet say which is meant.

    Raises:
        CannotJudgeError: where the programme does not offer that way, or where several may be meant.
    """
    from mentorkit.programme.ways import Way
    from mentorkit.rota.promise import PromiseError, rota_way
    from mentorkit.toml.document import CannotJudgeError

    alone = {Way.DROP_IN, Way.ON_CALL}
    offered = {way for way in Way if programme.offers(way)}
    meant = {Way(named)} if named is not None else offered
    if not (meant and meant <= alone) and not _has_contacts(records, named):
        return None
    try:
        return rota_way(programme, named)
    except PromiseError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None


def _has_contacts(records: str | None, named: str | None) -> bool:
    if records is None or not Path(records).is_file():  # what a pipe has given is gone for those who read it after us
        return named == "online"
    with opened(records) as file:
        return b"asked_at" in file.read(_BEGINNING)


def contact_outcomes(
    file: str,
    programme: "Programme",
    way: "Way",
    records: str,
    *,
    day_first: bool,
    on: "DayOrMoment.Given | None",
    output: str | None,
    form: str | None,
) -> None:
    """Writes how soon contacts were answered.

    Raises:
        CannotJudgeError: where the design does not say how soon that should be.
        NotDoneError: where some of the sheet cannot be read, or ids look alike.
    """
    from mentorkit.programme.ways import Way
    from mentorkit.records.reading import RecordFault
    from mentorkit.reports.contacts import ContactsReport, contacts_summary
    from mentorkit.rota.answers import answer_times
    from mentorkit.rota.contacts import UNKNOWN_COLUMN, Contact, answered_by_whom, columns_of_contacts, contact_of
    from mentorkit.rota.promise import AnswerPromise, PromiseError, zone_of
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.seen_text import look_alikes

    if form == "svg":
        raise click.UsageError("a picture is drawn of measures; contacts are told as text, csv or json")
    format_ = format_for(form, output, CONTACTS)
    try:
        promise = AnswerPromise.of(programme, way)
    except PromiseError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None
    zone = zone_of(programme, needed=way is Way.ONLINE)
    at = on.end(zone or "UTC", "--on") if on else now()
    contacts = []
    columns = columns_of_contacts(way, zone)
    with open_sheet(records, columns, day_first=day_first, unknown=UNKNOWN_COLUMN) as sheet:
        for record in sheet:
            if record.faults:
                continue
            made = contact_of(record, at)
            if isinstance(made, Contact):
                contacts.append(made)
                if doubt := answered_by_whom(made, record):
                    sheet.remark(RecordFault(records, record.row, *doubt))
            else:
                for fault in made:
                    sheet.note(RecordFault(records, record.row, *fault))
    if sheet.faulty:
        click.echo("No figures are shown: figures from half a sheet would mislead.", err=True)
        raise NotDoneError
    times = answer_times(promise, contacts, at)
    report = ContactsReport(programme.programme.name or file, times, style_for(output))
    write_answer(output, [format_.load()(report)], contacts_summary(times))
    by = {each.answered_by for each in contacts} - {""}
    if alike := [*look_alikes(each.id for each in contacts), *look_alikes(by)]:
        tell_look_alikes(alike)
        raise NotDoneError
