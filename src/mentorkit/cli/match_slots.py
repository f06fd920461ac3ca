"""mentorkit match for sessions, shifts and incidents: who could take which."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.answer_output import format_for, style_for, write_answer
from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError, NothingDoneError
from mentorkit.cli.programme_files import with_ends_that_count
from mentorkit.cli.read_file import opened
from mentorkit.cli.record_files import open_sheet, refusing_unusable_records, tell_look_alikes
from mentorkit.cli.sheet_kind import PEOPLE, Sheet
from mentorkit.cli.ways import matched_differently
from mentorkit.programme.ways import Way
from mentorkit.reports.formats import SLOTS

if TYPE_CHECKING:
    from mentorkit.core.case_reading import Case
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.locks import Lock


def way_with_slots(file: str, programme: "Programme", way: str | None, sheet: Sheet) -> Way | None:
    """The way of support whose sessions, shifts or incidents are matched; None where it is about pairs.

    Args:
        file: the name of the programme's file.
        programme: the design.
        way: as it was asked for, or as the sheet says it; None where neither does.
        sheet: the second sheet.

    Raises:
        CannotJudgeError: where the programme offers several ways, and nothing says which is meant.
    """
    from mentorkit.matching.slots import KINDS

    about = {Way.PAIR} if PEOPLE in sheet.kinds else sheet.ways
    offered = [each for each in Way if programme.offers(each) and each in about] if way is None else [Way(way)]
    if len(offered) > 1:
        raise matched_differently(file, offered)
    return next((each for each in offered if each in KINDS), None)


def match_with_slots(
    programme: str,
    rulebook: "Rulebook",
    design: "Programme",
    way: Way,
    people_sheet: str,
    slots_sheet: str,
    *,
    lock: tuple[str, ...],
    time_limit: int,
    show_values: bool,
    day_first: bool,
    output: str | None,
    on: date,
    form: str | None,
) -> None:
    """Proposes who could take which session, shift or incident.

    Args:
        programme: the name of the programme's file.
        rulebook: its rules.
        design: the design, in this way of support alone.
        way: the way of support.
        people_sheet: the file of people.
        slots_sheet: the file of sessions, shifts or incidents.
        lock: files of earlier answers.
        time_limit: in seconds.
        show_values: whether what is known of people is said.
        day_first: how dates are read.
        output: the file to write; None for standard output.
        on: the day or the moment.
        form: the format.

    Raises:
        AttentionNeeded: where a place is empty, or somebody has one in spite of something.
        NotDoneError: where something cannot be read, or an id is not clear.
        NothingDoneError: where nobody can be looked for.
    """
    from mentorkit.core.design_reading import DesignReading
    from mentorkit.matching import MatchingError
    from mentorkit.matching.slots import KINDS, match_slots
    from mentorkit.matching.slots.columns import people_columns, slot_columns
    from mentorkit.matching.slots.slot import slot_faults
    from mentorkit.records.incident_sheet import faults_of_times, impossible_times
    from mentorkit.records.reading import RecordFault
    from mentorkit.reports.slots import SlotsReport, slots_summary, unknown_ids
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.waivers import Waivers
    from mentorkit.values.zoned_time import day_of

    format_ = format_for(form, output, SLOTS)
    kind = KINDS[way]
    design = with_ends_that_count(programme, design, way)
    faulty = 0

    def people() -> "Iterator[Case]":
        nonlocal faulty
        with open_sheet(
            people_sheet, people_columns(rulebook, design, way), day_first=day_first, on=day_of(on)
        ) as records:
            yield from (record.case for record in records)
        faulty += records.faulty

    def slots() -> "Iterator[Case]":
        nonlocal faulty
        remedy = (
            "remove it" if kind.timed else "name it after the step of incidents.steps that it is about, or remove it"
        )
        unknown = (f"a sheet of {kind.name}s has no such column", remedy)
        columns = slot_columns(design, way)
        how: dict[str, Any] = {"day_first": day_first, "on": on if kind.timed else None, "unknown": unknown}
        times = [name for name, column in columns.items() if column.type is datetime]
        with open_sheet(slots_sheet, columns, **how) as records:
            for record in records:
                facts: Mapping[str, Any] = record.case.facts
                impossible = {} if kind.timed else impossible_times(times, facts, on)
                for fault in (*slot_faults(facts, kind), *faults_of_times(impossible)):
                    records.note(RecordFault(slots_sheet, record.row, *fault))
                yield record.case
        faulty += records.faulty

    locks = [each for name in lock for each in _read_locks(name, kind.name)]
    try:
        found = match_slots(
            rulebook,
            design,
            way,
            people(),
            slots(),
            on,
            waived=Waivers.of(DesignReading(rulebook, design, day_of(on))).for_decisions,
            locks=locks,
            time_limit=time_limit,
        )
    except MatchingError as problem:
        raise NothingDoneError(CannotJudgeError(programme, str(problem), problem.fix), "nobody proposed") from None
    tell_look_alikes(found.look_alike)
    for line in dict.fromkeys(unknown_ids(found, show_values=show_values)):  # ids that are not shown give one line
        click.echo(line, err=True)
    answer = format_.load()(SlotsReport(found, show_values=show_values, style=style_for(output)))
    write_answer(output, [answer], slots_summary(found))
    if faulty or found.not_found or found.look_alike:
        raise NotDoneError
    if not found.all_filled or found.needs_a_look:
        raise AttentionNeeded


def _read_locks(name: str, kind: str) -> "list[Lock]":
    from mentorkit.records.locks import read_locks

    with refusing_unusable_records(), opened(name) as file:
        return read_locks(file, name, (kind, "person"))
