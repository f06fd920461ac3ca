"""mentorkit baseline: record today's findings, so that only new ones count."""

import os
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from mentorkit.cli.exit_status import all_or_nothing
from mentorkit.cli.options import FILE_PATH, OUTPUT_FILE, debug_option, on_option, say
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes

if TYPE_CHECKING:
    from mentorkit.validation.baseline import Baseline

MOST_BASELINE_BYTES = 10_000_000
"""More than all findings on the longest programme."""


@click.command(
    epilog="""\b
Examples:
  mentorkit baseline programme.toml
  mentorkit validate --baseline programme.baseline.json programme.toml
  mentorkit validate --baseline programme.baseline.json --show baseline programme.toml"""
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.option(
    "-o",
    "--output",
    type=OUTPUT_FILE,
    metavar="FILE.json",
    help="Where to record it; if left out, beside the programme as NAME.baseline.json.",
)
@on_option()
@debug_option
def baseline(programme: str, output: str | None, on: date) -> None:
    """Record today's findings on a programme, so that `validate --baseline` fails on new ones only.

    A baseline still works if you move things about in the programme, but not for another file. Findings that no waiver
    can set aside are not recorded. An earlier baseline is replaced, and the difference is shown.

    The exit status is 0 if the baseline was written, and 2 if nothing was.
    """
    from mentorkit.cli.atomic_write import new_file, replace_file
    from mentorkit.registry.load import Plugins
    from mentorkit.reports.finding_words import rules_named
    from mentorkit.reports.findings_json import to_json
    from mentorkit.validation.baseline import Baseline, can_be_set_aside
    from mentorkit.validation.validate import validate

    if programme == "-":
        raise click.UsageError("a baseline is for a file, so name one instead of -")
    name = output or str(Path(programme).with_suffix(".baseline.json"))
    with all_or_nothing("nothing written"):
        report = validate(read_bytes(programme), programme, Plugins(), on, folder=ProgrammeFiles().folder_of(programme))
        made = Baseline.of(report, relative_name(name, programme), on)
        before, content = _recorded_before(name), to_json(made.data()).encode()
        if before is None:
            new_file(name, content)
        else:
            replace_file(name, content, before.content)
    count = made.findings.total()
    say(f"{name}: {count} finding{'' if count == 1 else 's'} recorded\n")
    if before:
        more = made.findings - before.baseline.findings
        fewer = before.baseline.findings - made.findings
        say(f"  {more.total()} more than in the baseline of {before.baseline.on}, {fewer.total()} fewer\n")
    elif count:
        say(f"  from now on: {_with_baseline(name, programme)}\n")
    never = [finding for finding in report.findings if not finding.waived and not can_be_set_aside(report, finding)]
    for finding in never:
        say(f"  not recorded, because nothing may hide it: {finding.message} [{rules_named(finding)}]\n")


def _with_baseline(name: str, programme: str) -> str:
    """The command that makes use of a baseline, as a shell takes it."""
    return shlex.join(["mentorkit", "validate", "--baseline", name, programme])


class _Recorded(NamedTuple):
    """A baseline, with the file that it is read from."""

    content: bytes
    baseline: "Baseline"


def _recorded_before(name: str) -> _Recorded | None:
    """The baseline that is to be replaced, if there is one.

    Raises:
        CannotWriteError: where something else is there, which is not replaced.
    """
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.baseline import Baseline

    if not os.path.exists(name):
        return None
    try:
        content = read_bytes(name, MOST_BASELINE_BYTES)
        return _Recorded(content, Baseline.read(content, name))
    except CannotJudgeError as problem:
        fix = "name another file with -o, or remove this one first"
        raise CannotWriteError(name, problem.message, fix) from None


def read_baseline(name: str) -> "Baseline":
    """The baseline in a file.

    Raises:
        CannotJudgeError: where it cannot be read, or is none.
    """
    from mentorkit.validation.baseline import Baseline

    return Baseline.read(read_bytes(name, MOST_BASELINE_BYTES), name)


def relative_name(baseline: str, programme: str) -> str:
    """How a baseline names the programme that it is of: the way to it from its own folder."""
    folder = os.path.dirname(os.path.realpath(baseline))
    try:
        return Path(os.path.relpath(os.path.realpath(programme), folder)).as_posix()
    except ValueError:  # on another drive
        return Path(os.path.realpath(programme)).as_posix()
