"""What `mentorkit due` and `outcomes` say of group sessions, from a sheet of sessions and one of attendance."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.answer_output import format_for, style_for, write_answer
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.options import FILE_PATH, Command
from mentorkit.cli.programme_files import with_ends_that_count
from mentorkit.cli.record_files import open_sheet, tell_look_alikes
from mentorkit.cli.sheet_kind import ATTENDANCE, Sheet

if TYPE_CHECKING:
    from mentorkit.programme.tables import Programme
    from mentorkit.records.reading import Record
    from mentorkit.sessions.sheets import Attendance, Fault, Sessions


_MOST_SESSIONS = 1_000
"""In a series: weekly ones for nearly 20 years. Of each person it is looked up which of them they lack."""


def sessions_option(command: Command) -> Command:
    """--sessions: the sheet of sessions that a sheet of attendance is about."""
    return click.option(
        "--sessions",
        type=FILE_PATH,
        metavar="SESSIONS",
        help="In group sessions: the sheet of sessions. RECORDS is then the sheet of attendance.",
    )(command)


def require_sessions(sheet: Sheet, sessions: str | None) -> None:
    """Refuses a sheet of attendance without its sheet of sessions, and that one with any other sheet.

    Raises:
        CannotJudgeError: where it is so.
    """
    from mentorkit.toml.document import CannotJudgeError

    if sheet.kind is ATTENDANCE and sessions is None:
        fix = "name the sheet of sessions too, behind --sessions"
        raise CannotJudgeError(sheet.file, "this is a sheet of attendance", fix)
    if sheet.kind is not ATTENDANCE and sessions is not None:
        message = f"this is a sheet of {sheet.kind.name}, and --sessions goes with one of attendance"
        raise CannotJudgeError(sheet.file, message, "leave --sessions out, or name the sheet of attendance")


def due_of_sessions(
    file: str,
    programme: "Programme",
    sessions: str,
    attendance: str,
    on: date,
    until: date,
    within: str,
    *,
    day_first: bool,
    output: str | None,
    form: str | None,
) -> None:
    """Says who attends which session next.

    Raises:
        AttentionNeeded: where somebody has to do or find out something.
        CannotJudgeError: where the design does not say how many sessions make a series, or says far too many.
        NotDoneError: where something cannot be read; nothing is said then.
    """
    from mentorkit.reports.formats import SESSIONS
    from mentorkit.reports.sessions import SessionsReport, sessions_summary
    from mentorkit.sessions.who_is_next import who_is_next

    format_ = format_for(form, output, SESSIONS) if form != "ics" else None
    if format_ is None:
        raise click.UsageError("who attends which session is no calendar; name another --format")
    programme = _in_groups(file, programme)
    held, places = _read(programme, sessions, attendance, on, day_first=day_first)
    found = who_is_next(programme.group_sessions, held.all, places.places, on, until)
    report = SessionsReport(found, within, style_for(output))
    write_answer(output, [format_.load()(report)], sessions_summary(report))
    if found.needs_attention:
        raise AttentionNeeded


def outcomes_of_sessions(
    file: str,
    programme: "Programme",
    sessions: str,
    attendance: str,
    *,
    day_first: bool,
    on: date,
    output: str | None,
    form: str | None,
) -> None:
    """Says how many attended.

    Raises:
        NotDoneError: where something cannot be read; nothing is said then.
        CannotJudgeError: where attendance is not recorded, or the design does not say how many sessions make a series.
    """
    from mentorkit.reports.formats import ATTENDANCE
    from mentorkit.reports.sessions import AttendanceReport, attendance_summary
    from mentorkit.sessions.figures import NotRecordedError, attendance_figures
    from mentorkit.toml.document import CannotJudgeError

    if form == "svg":
        raise click.UsageError("there is no picture of attendance; name another --format")
    format_ = format_for(form, output, ATTENDANCE)
    programme = _in_groups(file, programme)
    _, places = _read(programme, sessions, attendance, on, day_first=day_first)
    try:
        figures = attendance_figures(programme.group_sessions, places.places, on)
    except NotRecordedError as problem:
        message = f"{problem}, nobody knows whether the person attended"
        raise CannotJudgeError(attendance, message, "find out; 'mentorkit due' lists them") from None
    report = AttendanceReport(programme.programme.name or file, figures, style_for(output))
    write_answer(output, [format_.load()(report)], attendance_summary(report))


def _in_groups(file: str, programme: "Programme") -> "Programme":
    """The design of a programme that holds group sessions, with one value for each range of theirs.

    Raises:
        CannotJudgeError: where it does not say how many sessions make a series, or no session could be held.
    """
    from mentorkit.programme.ways import Way
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.inexact import highest, lowest

    design = programme.group_sessions
    if design.sessions is None:
        message = "this programme does not state group_sessions.sessions, so nobody knows who has completed the series"
        raise CannotJudgeError(file, message, "state sessions in [group_sessions]")
    if None not in (design.smallest, design.largest) and lowest(design.smallest) > highest(design.largest):
        message = "group_sessions.smallest is more than group_sessions.largest, so no session could be held"
        raise CannotJudgeError(file, message, "correct whichever is wrong")
    counted = with_ends_that_count(file, programme, Way.GROUP_SESSIONS)
    if (counted.group_sessions.sessions or 0) > _MOST_SESSIONS:
        message = f"group_sessions.sessions is more than {_MOST_SESSIONS:,}, and each person would attend all of these"
        raise CannotJudgeError(file, message, "correct how many sessions make a series")
    return counted


def _read(
    programme: "Programme", sessions: str, attendance: str, on: date, *, day_first: bool
) -> "tuple[Sessions, Attendance]":
    """Both sheets; ends the command where something in them cannot be read, since half of them would mislead."""
    from mentorkit.matching.slots.columns import slot_columns
    from mentorkit.programme.ways import Way
    from mentorkit.sessions import sheets
    from mentorkit.values.zoned_time import zone_of_nation

    if sessions == attendance == "-":
        raise click.UsageError("only one of the two sheets can come from standard input; name a file for the other")
    zone = zone_of_nation(programme.programme.nation)
    held = sheets.Sessions(programme.group_sessions)
    how: dict[str, Any] = {"day_first": day_first, "on": on, "unknown": sheets.NO_SUCH_COLUMN}
    columns = slot_columns(programme, Way.GROUP_SESSIONS) | sheets.columns_of_sessions(zone)
    faulty = _rows(sessions, columns, held.add, how)
    places = sheets.Attendance(held, on)
    how = {
        "day_first": day_first,
        "unknown": sheets.NO_SUCH_COLUMN_OF_ATTENDANCE,
        "id_column": sheets.PERSON,
        "once": False,
    }
    faulty += 0 if faulty else _rows(attendance, sheets.columns_of_attendance(), places.add, how)
    alike = places.look_alike()
    tell_look_alikes(alike)
    if faulty or alike:
        click.echo("Nothing is said of these sessions: half of a sheet would mislead.", err=True)
        raise NotDoneError
    return held, places


def _rows(name: str, columns: Any, add: "Callable[[Record], Iterable[Fault]]", how: dict[str, Any]) -> int:
    """Reads every row of a sheet; how many things in it cannot be read."""
    from mentorkit.records.reading import RecordFault

    with open_sheet(name, columns, **how) as people:
        for record in people:
            for column, message, fix in add(record):
                people.note(RecordFault(name, record.row, column, message, fix))
    return people.faulty
