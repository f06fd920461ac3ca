"""mentorkit rota: whether the people on a rota cover the hours that are promised."""

from typing import TYPE_CHECKING

import click

from mentorkit.cli.answer_output import format_for, output_options, style_for, write_answer
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.moments import DayOrMoment
from mentorkit.cli.options import FILE_PATH, debug_option
from mentorkit.cli.programme_files import open_design, with_ends_that_count
from mentorkit.cli.record_files import day_first_option, open_records, open_sheet, tell_look_alikes
from mentorkit.cli.sheet_kind import PEOPLE, SHIFTS, sheet_of
from mentorkit.cli.ways import way_option
from mentorkit.reports.formats import ROTA

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.programme.ways import Way
    from mentorkit.rota.promise import CoverPromise
    from mentorkit.rota.shifts import Shift
    from mentorkit.values.stretch import Stretch

_MOST_DAYS = 731
"""Of a period; a longer one is a date that was mistyped."""


@click.command(
    epilog="""\b
Examples:
  mentorkit facts programme.toml --template shifts -o shifts.csv
  mentorkit rota programme.toml shifts.csv
  mentorkit rota programme.toml shifts.csv --way "on call" --from 2026-11-23 --to 2026-11-29
  mentorkit rota programme.toml shifts.csv -o rota.svg"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("shifts", type=FILE_PATH, metavar="SHIFTS")
@way_option
@click.option("--from", "from_", type=DayOrMoment(), help="The day or moment from which to look at the rota.")
@click.option("--to", type=DayOrMoment(), help="The last day to look at, or the moment up to which to look.")
@click.option(
    "--people", type=FILE_PATH, metavar="PEOPLE", help="A sheet of those who may be on duty, to find unknown ids with."
)
@day_first_option
@output_options(ROTA)
@debug_option
def rota(
    programme: str,
    shifts: str,
    way: str | None,
    from_: "DayOrMoment.Given | None",
    to: "DayOrMoment.Given | None",
    people: str | None,
    day_first: bool,
    output: str | None,
    form: str | None,
) -> None:
    """Say whether a rota covers the hours that the programme promises, and list every gap.

    SHIFTS is a sheet (.csv), JSON Lines (.jsonl) or TOML (.toml) with a row for each shift, or - for a sheet on
    standard input. Its times are in the zone of the programme's nation, unless they say another. Without --from and
    --to the rota is looked at from the first day on which a shift begins to the last.

    The exit status is 0 if all is covered; 1 if there is a gap, somebody is on duty twice at the same time, or somebody
    is unknown; and 2 if something could not be read, or if two ids look alike.
    """
    from mentorkit.reports.rota import RotaReport, rota_summary
    from mentorkit.rota.cover import cover_of
    from mentorkit.rota.promise import CoverPromise, PromiseError, rota_way
    from mentorkit.toml.document import CannotJudgeError

    format_ = format_for(form, output, ROTA)
    if shifts == people == "-":
        raise click.UsageError("only one of the two sheets can come from standard input; name a file for the other")
    design, rulebook = open_design(programme)
    sheet_of(shifts, rulebook, design).as_one_of(design, SHIFTS)
    try:
        meant = rota_way(design, way)
        promise = CoverPromise.of(with_ends_that_count(programme, design, meant), meant)
    except PromiseError as problem:
        raise CannotJudgeError(programme, str(problem), problem.fix) from None
    read = _read_shifts(shifts, design, promise, day_first=day_first)
    if people is not None:
        sheet_of(people, rulebook, design).as_one_of(design, PEOPLE)
    known = None if people is None else _ids(people, rulebook, design, promise.way, day_first=day_first)
    cover = cover_of(promise, read, _period(shifts, read, promise, from_, to), known)
    tell_look_alikes(cover.look_alike)
    report = RotaReport(design.programme.name or programme, cover, style_for(output))
    write_answer(output, [format_.load()(report)], rota_summary(cover))
    if cover.look_alike:
        raise NotDoneError
    if cover.needs_attention:
        raise AttentionNeeded


def _read_shifts(name: str, programme: "Programme", promise: "CoverPromise", *, day_first: bool) -> "list[Shift]":
    """The shifts of a sheet; ends the command where one cannot be read, since half a rota looks like gaps."""
    from mentorkit.matching.slots.columns import slot_columns
    from mentorkit.records.reading import RecordFault
    from mentorkit.rota.shifts import UNKNOWN_COLUMN, Shift, columns_of_shifts, shift_of

    found = []
    columns = {**slot_columns(programme, promise.way), **columns_of_shifts(promise.zone)}
    with open_sheet(name, columns, day_first=day_first, unknown=UNKNOWN_COLUMN) as sheet:
        for record in sheet:
            made = [] if record.faults else shift_of(record)
            if isinstance(made, Shift):
                found.append(made)
            else:
                for fault in made:
                    sheet.note(RecordFault(name, record.row, *fault))
    if sheet.faulty:
        click.echo("Nothing is said about the rota: half of one would mislead.", err=True)
        raise NotDoneError
    return found


def _ids(name: str, rulebook: "Rulebook", design: "Programme", way: "Way", *, day_first: bool) -> list[str]:
    """The ids of a sheet of people, such as 'mentorkit match' reads; what else is in it does not matter here."""
    from mentorkit.cli.moments import now
    from mentorkit.matching.slots.columns import people_columns

    columns = people_columns(rulebook, design, way)
    with open_records(name, rulebook, design, day_first=day_first, on=now().date(), columns=columns) as people:
        found = [record.case.id for record in people]
    if people.faulty:
        raise NotDoneError
    return found


def _period(
    name: str,
    shifts: "list[Shift]",
    promise: "CoverPromise",
    from_: "DayOrMoment.Given | None",
    to: "DayOrMoment.Given | None",
) -> "Stretch":
    """From when to when to look: as the options say, or else as the sheet has it.

    Raises:
        click.UsageError: where neither says it.
        click.BadParameter: where it ends before it begins.
        CannotJudgeError: where it is longer than a rota can be.
    """
    from mentorkit.rota.cover import period_of, with_whole_nights
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.stretch import Stretch

    start = from_.start(promise.zone, "--from") if from_ else None
    end = to.end(promise.zone, "--to") if to else None
    if of_sheet := period_of(shifts, promise):
        start, end = start or of_sheet.start, end or of_sheet.end
    if start is None or end is None:
        raise click.UsageError(f"{name}: there is no shift in this sheet; say the period with --from and --to")
    if end <= start:
        raise click.BadParameter("the period ends before it begins", param_hint="--from and --to")
    if (end - start).days > _MOST_DAYS:
        message = f"the rota goes from {start.date()} to {end.date()}, which is more than two years"
        raise CannotJudgeError(name, message, "correct a date, or say a shorter period with --from and --to")
    nights = with_whole_nights(Stretch(start, end), promise)
    return Stretch(
        nights.start if from_ and not from_.has_time else start, nights.end if to and not to.has_time else end
    )
