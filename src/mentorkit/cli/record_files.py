"""What the commands about people share: opening records, saying what in them cannot be read, writing whole files."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from mentorkit.cli.options import FILE, OneOf, say, say_not_judged, style
from mentorkit.cli.read_file import read_bytes

if TYPE_CHECKING:
    from mentorkit.core.rulebook import Rulebook
    from mentorkit.programme.tables import Programme
    from mentorkit.records.columns import Column
    from mentorkit.records.reading import Record, RecordFault

_Command = TypeVar("_Command", bound=Callable[..., Any])
_MOST_FAULTS = 20
"""Records without an id of their own that are named."""
_SHOW_PROGRESS_AFTER = 1.0
"""Seconds; what takes less is over before a bar helps."""


def values_option(command: _Command) -> _Command:
    """--show-values: facts about people are told by name alone unless asked for."""
    return click.option("--show-values", is_flag=True, help="Tell what is known of people, and not only which facts.")(
        command
    )


def day_first_option(command: _Command) -> _Command:
    """--day-first: which of the two ways to read 03/04/2026."""
    return click.option("--day-first", is_flag=True, help="03/04/2026 is the third of April; refused otherwise.")(
        command
    )


def output_options(*forms: str) -> Callable[[_Command], _Command]:
    """-o and --format: into which file, whole or not at all, and in which of the forms that there are."""
    about = "Write the answer to a file; it is replaced as a whole."
    into = click.option("-o", "--output", type=FILE, metavar="FILE", help=about)
    form = click.option(
        "--format",
        "form",
        type=OneOf(forms),
        help="How to say it; where left out, as the suffix of FILE says, or as text.",
    )
    return lambda command: into(form(command))


def form_of(form: str | None, output: str | None, *forms: str) -> str:
    """The form that is asked for, or else the one that the name of the file to write ends in.

    Raises:
        click.UsageError: where the name ends in none that there is, so that no file is other than it is called.
    """
    suffix = Path(output or "").suffix.lower()
    wanted = form or {"": "text", ".txt": "text"}.get(suffix, suffix.removeprefix("."))
    if wanted not in forms:
        raise click.UsageError(f"{output}: there is no form {suffix} here; there are {', '.join(forms)}")
    return wanted


def style_for(output: str | None) -> Callable[[str, str], str]:
    """Colours, for what goes to the terminal."""
    return style if output is None else lambda text, _: text


def open_design(name: str) -> "tuple[Programme, Rulebook]":
    """A programme and its rules; ends the command where they cannot be had, or not as a whole.

    What cannot be read may be what holds somebody back: an earlier stage that is required, whom to keep apart.
    """
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import CannotJudgeError, read_document
    from mentorkit.validation.opened import open_programme

    try:
        document = read_document(read_bytes(name), name)
        opened = open_programme(document, Plugins())
        if opened.faults:
            first = opened.faults[0]
            whole = "people are judged only by a programme that can be read as a whole"
            fix = f"{first.fix}; {whole}, and 'mentorkit validate {name}' tells all that cannot"
            raise document.refusal(first.path, first.message, fix, of_key=first.unknown)
    except CannotJudgeError as problem:
        say_not_judged(problem)
        raise click.exceptions.Exit(2) from None
    return opened.programme, opened.rulebook


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
        with _bar(self._size) as moved_to:
            for record in self._records:
                for fault in record.faults:
                    self.tell(fault)
                self._notes += record.notes
                yield record
                moved_to(self._file)

    def tell(self, fault: "RecordFault") -> None:
        """Notes something that cannot be read."""
        self.faulty += 1
        _, rows = self._faults.setdefault((fault.column, fault.what), (fault, []))
        if rows and rows[-1].stop == fault.row:
            rows[-1] = range(rows[-1].start, fault.row + 1)
        else:
            rows.append(range(fault.row, fault.row + 1))

    def say_faults(self) -> None:
        """Says which cells could not be read: what is wrong with a column once, with all its rows."""
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
    columns: "Mapping[str, Column] | None" = None,
) -> Iterator[People]:
    """The records of a file, one for each person; ends the command where the file cannot be used.

    Where no columns are given, there may be those of every stage.
    """
    from mentorkit.records.columns import columns_of

    known = columns_of(rulebook, programme) if columns is None else columns
    with open_sheet(name, known, day_first=day_first) as people:
        yield people


@contextmanager
def open_sheet(name: str, columns: "Mapping[str, Column]", **how: Any) -> Iterator[People]:
    """The records of a file with these columns, read as `read_records` is asked to; ends the command as above."""
    from mentorkit.records.reading import FORMATS, read_records

    suffix = Path(name).suffix.lower()
    if name != "-" and suffix not in FORMATS:
        raise click.UsageError(
            f"{name}: records are read from files that end in {', '.join(FORMATS)}; save it as one of these"
        )
    with refusing_unusable_records(name), _opened(name) as file:
        records = read_records(file, name, FORMATS.get(suffix, "csv"), columns, **how)
        people = People(records, file, 0 if name == "-" else os.fstat(file.fileno()).st_size)
        try:
            yield people
        finally:
            people.say_faults()


@contextmanager
def refusing_unusable_records(name: str) -> Iterator[None]:
    """Ends the command where a file of records cannot be used, and says why."""
    from mentorkit.records.reading import RecordsError
    from mentorkit.text.words import visible, with_fix

    try:
        yield
    except RecordsError as problem:
        for fault in problem.faults[:_MOST_FAULTS]:
            click.echo(visible(str(fault)), err=True)
        if len(problem.faults) > _MOST_FAULTS:
            click.echo(f"and {len(problem.faults) - _MOST_FAULTS} more", err=True)
        click.echo("nothing has been decided", err=True)
        raise click.exceptions.Exit(2) from None
    except OSError as problem:
        from mentorkit.cli.os_errors import why_not_read

        click.echo(visible(f"{name}: {with_fix(*why_not_read(name, problem))}"), err=True)
        raise click.exceptions.Exit(2) from None


@contextmanager
def _opened(name: str) -> Iterator[IO[bytes]]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as file:
            yield file


@contextmanager
def _bar(size: int) -> Iterator[Callable[[IO[bytes]], None]]:
    """A bar on the terminal once work goes on for more than a second."""
    started, bar, done = time.monotonic(), None, 0

    def moved_to(file: IO[bytes]) -> None:
        nonlocal bar, done
        if bar is None and time.monotonic() - started > _SHOW_PROGRESS_AFTER:
            bar = click.progressbar(length=size, label="reading", file=sys.stderr)
            bar.render_progress()
        if bar is not None:
            at = file.tell()
            bar.update(at - done)
            done = at

    yield moved_to if size and sys.stderr.isatty() else (lambda _: None)
    if bar is not None:
        bar.render_finish()


@contextmanager
def writing(output: str | None) -> Iterator[Callable[[str], Any]]:
    """A place to write to: standard output, or a file that is there as a whole or not at all."""
    from mentorkit.cli.atomic_write import whole_file
    from mentorkit.toml.document import CannotJudgeError

    if output is None:
        yield say
        return
    try:
        with whole_file(output) as write:
            yield write
    except CannotJudgeError as problem:
        say_not_judged(problem, "not written")
        raise click.exceptions.Exit(2) from None


def tell(output: str | None, parts: Iterable[str], summary: str) -> None:
    """Writes an answer to standard output; or into a file, and what it comes to in short to standard output."""
    with writing(output) as write:
        for part in parts:
            write(part)
    if output is not None:
        say(summary + "\n")


def write_sheets(output: str | None, sheet: str, explained: str) -> None:
    """Writes an empty sheet and, beside a file, one that explains it; nothing is overwritten."""
    if output is None:
        say(sheet)
        return
    path = Path(output)
    beside = path.with_name(f"{path.stem}-explained{path.suffix}")
    for there in (path, beside):
        if there.exists():
            raise click.UsageError(f"{there} is there already, and nothing is overwritten; name another file with -o")
    for to, text in ((path, sheet), (beside, explained)):
        with writing(str(to)) as write:
            write(text)
    click.echo(f"wrote {path}, to be filled in, and {beside}, which explains its columns", err=True)
