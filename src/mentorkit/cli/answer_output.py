"""Where an answer goes: to standard output, or into a file that is there as a whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from mentorkit.cli.options import OUTPUT_FILE, Command, OneOfFormats, purposes, say, style
from mentorkit.cli.run_files import force_option
from mentorkit.reports.formats import Formats, ReportFormat, format_of_file


def output_options(formats: Formats) -> Callable[[Command], Command]:
    """-o and --format: into which file, whole or not at all, and in which of the formats that there are."""
    about = "Write the answer to a file. An earlier answer in the same format is replaced as a whole."
    into = click.option("-o", "--output", type=OUTPUT_FILE, metavar="FILE", help=about)
    format_ = click.option(
        "--format",
        "form",
        type=OneOfFormats(formats),
        help=f"The format of the answer: {purposes(formats)}. If left out, the ending of FILE decides, or else text.",
    )
    return lambda command: into(force_option(format_(command)))


def format_for(name: str | None, output: str | None, formats: Formats) -> ReportFormat:
    """The format that is asked for, or else the one of files that end as the file to write does, or else text.

    Raises:
        click.UsageError: where no format has files that end so, so that no file is other than it is called.
    """
    if name is None:
        name = format_of_file(output, formats) if output and Path(output).suffix else "text"
    if name is None:
        from mentorkit.text.words import listed

        endings = listed((ending for format_ in formats.values() for ending in format_.endings[:1]), "or")
        raise click.UsageError(f"{output}: the name of this file must end in {endings}, or state --format")
    return formats[name]


def style_for(output: str | None) -> Callable[[str, str], str]:
    """Colours, for what goes to the terminal."""
    return style if output is None else lambda text, _: text


@contextmanager
def writing(output: str | None, *, private: bool = True) -> Iterator[Callable[[str], Any]]:
    """A place to write to: standard output, or a file that is there as a whole or not at all.

    Where the file is new, nobody else may read it, unless it is not private: not about people.
    """
    from mentorkit.cli.atomic_write import whole_file

    if output is None:
        yield say
        return
    with whole_file(output, private=private) as write:
        yield write


@contextmanager
def collecting(output: str | None) -> Iterator[None]:
    """Within this, a temporary file of an answer that cannot be written means that the answer is not written."""
    from mentorkit.cli.atomic_write import saying_why_not_written

    with saying_why_not_written(output) if output is not None else nullcontext():
        yield


def write_answer(output: str | None, parts: Iterable[str], summary: str) -> None:
    """Writes an answer to standard output; or into a file, and what it comes to in short to standard output."""
    with writing(output) as write:
        for part in parts:
            write(part)
    if output is not None:
        say(summary + "\n")


def write_sheets(output: str | None, sheet: str, explained: str) -> None:
    """Writes an empty sheet and, beside a file, one that explains it; nothing is overwritten."""
    from mentorkit.cli.atomic_write import new_file

    if output is None:
        say(sheet)
        return
    path = Path(output)
    beside = path.with_name(f"{path.stem}-explained{path.suffix}")
    for there in (path, beside):
        if os.path.lexists(there):
            raise click.UsageError(f"{there} already exists, and nothing is overwritten; name another file with -o")
    new_file(str(path), sheet.encode(), private=True)  # people will be in it
    new_file(str(beside), explained.encode())
    click.echo(f"wrote {path} to fill in, and {beside}, which explains its columns", err=True)
