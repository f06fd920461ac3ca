"""Opening records about people, and saying what in them cannot be read."""

import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import NotDoneError
from mentorkit.cli.options import Command
from mentorkit.cli.read_file import opened
from mentorkit.cli.shown_stream import own_stream

if TYPE_CHECKING:
    from datetime import date

    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.columns import Column
    from mentorkit.records.reading import Record, RecordFault

_MOST_FAULTS = 20
"""Records without an id of their own that are named."""
_SHOW_PROGRESS_AFTER = 1.0
"""Seconds; what takes less is over before a bar helps."""


def day_first_option(command: Command) -> Command:
    """--day-first: which of the two ways to read 03/04/2026."""
    return click.option(
        "--day-first", is_flag=True, help="Read 03/04/2026 as 3 April; without this option, such dates are refused."
    )(command)


class People:
    """Records one by one, with what in them cannot be read said in the end, and a bar on long work.

    Attributes:
        faulty: how many cells could not be read.
    """

    def __init__(self, records: "Iterator[Record]", file: IO[bytes], size: int) -> None:
        self._records = records
        self._file = file
        self._size = size
        self._faults: dict[tuple[str, str], tuple[RecordFault, list[range]]] = {}
        self._notes: list[RecordFault] = []
        self.faulty = 0

    def __iter__(self) -> "Iterator[Record]":
        with _progress_bar(self._size) as moved_to:
            for record in self._records:
                for fault in record.faults:
                    self.note(fault)
                self._notes += record.notes
                yield record
                moved_to(self._file)

    def note(self, fault: "RecordFault") -> None:
        """Notes something that cannot be read."""
        self.faulty += 1
        self.remark(fault)

    def remark(self, fault: "RecordFault") -> None:
        """Notes something that is read, and that somebody should look at."""
        _, rows = self._faults.setdefault((fault.column, fault.what), (fault, []))
        if rows and rows[-1].stop == fault.row:
            rows[-1] = range(rows[-1].start, fault.row + 1)
        else:
            rows.append(range(fault.row, fault.row + 1))

    def say_faults(self) -> None:
        """Says which cells to look at: what is wrong with a column once, with all its rows."""
        from mentorkit.text.words import visible

        for note in self._notes:
            click.echo(visible(str(note)), err=True)
        for fault, rows in self._faults.values():
            word = "row" if len(rows) == len(rows[0]) == 1 else "rows"
            listed = ", ".join(str(r.start) if len(r) == 1 else f"{r.start} to {r.stop - 1}" for r in rows)
            click.echo(visible(f"{fault.file}: {word} {listed}, column {fault.column}: {fault.what}"), err=True)


@contextmanager
def open_records(
    name: str,
    rulebook: "Rulebook",
    programme: "Programme",
    *,
    day_first: bool,
    on: "date",
    columns: "Mapping[str, Column] | None" = None,
    pairs: bool = False,
) -> Iterator[People]:
    """The records of a file, one for each person; ends the command where the file cannot be used.

    Where no columns are given, there may be those of every stage, and those of every sheet of people that
    'mentorkit match' reads, so that one sheet does for all. Dates are compared with each other and with the day that is
    asked about. With `pairs`, a sheet of them may be given, as 'mentorkit match' writes it.
    """
    from mentorkit.matching.slots.columns import columns_of_people

    known = columns_of_people(rulebook, programme) if columns is None else columns
    with open_sheet(name, known, pairs=pairs, day_first=day_first, on=on) as people:
        yield people


@contextmanager
def open_sheet(name: str, columns: "Mapping[str, Column]", *, pairs: bool = False, **how: Any) -> Iterator[People]:
    """The records of a file with these columns, read as `read_records` is asked to; ends the command as above."""
    from mentorkit.records.reading import FORMATS, read_records

    suffix = Path(name).suffix.lower()
    if name != "-" and suffix not in FORMATS:
        raise click.UsageError(
            f"{name}: records are read from files that end in {', '.join(FORMATS)}; save it as one of these"
        )
    with refusing_unusable_records(), opened(name) as file:
        size = 0 if name == "-" else os.fstat(file.fileno()).st_size
        form = FORMATS.get(suffix, "csv")
        if pairs and form == "csv":
            file = _pairs_as_records(file, name)
        records = read_records(file, name, form, columns, **how)
        people = People(records, file, size)
        try:
            with closing(records):  # while the file is open
                yield people
        finally:
            people.say_faults()


def _pairs_as_records(file: IO[bytes], name: str) -> IO[bytes]:
    """A sheet of pairs as one of records, with what it leaves out said; any other sheet as it is."""
    from mentorkit.records.pairs_sheet import has_pairs, read_pairs

    start = file if isinstance(file, io.BufferedReader) else io.BufferedReader(file)  # type: ignore[type-var]
    if not has_pairs(start.peek()):
        return start
    sheet = read_pairs(start, name)
    for line in sheet.left_out:
        click.echo(line, err=True)
    return sheet.file


@contextmanager
def refusing_unusable_records() -> Iterator[None]:
    """Says why a file of records cannot be used.

    Raises:
        NotDoneError: where it is no sheet of records.
    """
    from mentorkit.records.reading import RecordsError
    from mentorkit.text.words import visible

    try:
        yield
    except RecordsError as problem:
        for fault in problem.faults[:_MOST_FAULTS]:
            click.echo(visible(str(fault)), err=True)
        if len(problem.faults) > _MOST_FAULTS:
            click.echo(f"and {len(problem.faults) - _MOST_FAULTS} more", err=True)
        click.echo("nothing has been decided", err=True)
        raise NotDoneError from None


@contextmanager
def _progress_bar(size: int) -> Iterator[Callable[[IO[bytes]], None]]:
    """A bar on the terminal once work goes on for more than a second."""
    started, bar, done = time.monotonic(), None, 0

    def moved_to(file: IO[bytes]) -> None:
        nonlocal bar, done
        if bar is None and time.monotonic() - started > _SHOW_PROGRESS_AFTER:
            bar = click.progressbar(length=size, label="reading", file=own_stream(sys.stderr))
            bar.render_progress()
        if bar is not None:
            at = file.tell()
            bar.update(at - done)
            done = at

    yield moved_to if size and sys.stderr.isatty() else (lambda _: None)
    if bar is not None:
        bar.render_finish()


def refuse_half_a_sheet(faulty: int) -> None:
    """Ends a command that gives figures if something in its sheet cannot be read or told apart.

    Args:
        faulty: in how many places that is so.

    Raises:
        NotDoneError: where it is so in any.
    """
    if faulty:
        click.echo("No figures are shown: figures from half a sheet would mislead.", err=True)
        raise NotDoneError


def tell_look_alikes(groups: Iterable[tuple[str, ...]]) -> None:
    """Says on standard error which ids look alike."""
    from mentorkit.text.words import listed, visible, with_fix

    for ids in groups:
        fix = "if they are the same, write the id in one way; if not, give them ids that are plainly different"
        click.echo(visible(with_fix(f"{listed(ids)} are ids that look alike", fix)), err=True)
