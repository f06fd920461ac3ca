"""What `mentorkit outcomes` says of contacts: how soon those who came, called or reported something were answered."""

from typing import TYPE_CHECKING

import click

from mentorkit.cli.answer_output import format_for, style_for, write_answer
from mentorkit.cli.exit_status import NotDoneError
from mentorkit.cli.moments import DayOrMoment, moment_asked
from mentorkit.cli.programme_files import with_ends_that_count
from mentorkit.cli.record_files import open_sheet, refuse_half_a_sheet, tell_look_alikes
from mentorkit.reports.formats import CONTACTS

if TYPE_CHECKING:
    from mentorkit.programme.tables import Programme


def contact_outcomes(
    file: str,
    programme: "Programme",
    named: str | None,
    records: str,
    *,
    day_first: bool,
    on: "DayOrMoment.Given | None",
    output: str | None,
    form: str | None,
) -> None:
    """Writes how soon contacts were answered.

    Raises:
        CannotJudgeError: where the programme does not offer the way that was named, where several may be meant, or
            where the design does not say how soon they should be answered.
        NotDoneError: where some of the sheet cannot be read, or ids look alike.
    """
    from mentorkit.programme.ways import Way
    from mentorkit.records.reading import RecordFault
    from mentorkit.reports.contacts import ContactsReport, contacts_summary
    from mentorkit.rota.answers import answer_times
    from mentorkit.rota.contacts import UNKNOWN_COLUMN, Contact, answered_by_whom, columns_of_contacts, contact_of
    from mentorkit.rota.promise import AnswerPromise, PromiseError, rota_way, zone_of
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.seen_text import look_alikes

    if form == "svg":
        raise click.UsageError("a picture is drawn of measures; contacts are told as text, csv or json")
    format_ = format_for(form, output, CONTACTS)
    try:
        way = rota_way(programme, named)
        promise = AnswerPromise.of(with_ends_that_count(file, programme, way), way)
    except PromiseError as problem:
        raise CannotJudgeError(file, str(problem), problem.fix) from None
    zone = zone_of(programme, needed=way is Way.ONLINE)
    at = moment_asked(on, zone or "UTC")
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
    refuse_half_a_sheet(sheet.faulty)
    times = answer_times(promise, contacts, at)
    report = ContactsReport(programme.programme.name or file, times, style_for(output))
    write_answer(output, [format_.load()(report)], contacts_summary(times))
    by = {each.answered_by for each in contacts} - {""}
    if alike := [*look_alikes(each.id for each in contacts), *look_alikes(by)]:
        tell_look_alikes(alike)
        raise NotDoneError
