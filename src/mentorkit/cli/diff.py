"""mentorkit diff: what changed from one design to another, and whether it got worse."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import click

from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.options import (
    FILE_PATH,
    Day,
    OneOfFormats,
    debug_option,
    fail_on_option,
    levels_from,
    on_option,
    purposes,
    say,
    say_problem,
    style,
)
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes
from mentorkit.reports.formats import CHANGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentorkit.registry.load import Plugins
    from mentorkit.validation.report import Report


@click.command(
    epilog="""\b
Examples:
  mentorkit diff old.toml new.toml
  mentorkit diff programme.toml --from HEAD~1
  mentorkit diff programme.toml --from main --to HEAD --format markdown
  mentorkit diff --fail-on error old.toml new.toml
  mentorkit diff programme.toml --to-date 2027-04-01"""
)
@click.argument("files", nargs=-1, required=True, type=FILE_PATH, metavar="OLD.toml NEW.toml | PROGRAMME.toml")
@click.option("--from", "earlier", metavar="REVISION", help="The git revision to compare the file with.")
@click.option("--to", "later", metavar="REVISION", help="The newer git revision; if left out, the file as it is now.")
@click.option("--from-date", "earlier_day", type=Day(), help="Judge the old side on this day; if left out, on --on.")
@click.option("--to-date", "later_day", type=Day(), help="Judge the new side on this day; if left out, on --on.")
@click.option("--no-waivers", is_flag=True, help="Also compare what waivers hide.")
@fail_on_option(default="warning")
@on_option()
@click.option(
    "--format",
    "form",
    type=OneOfFormats(CHANGES),
    default="text",
    show_default=True,
    help=f"The format of the answer: {purposes(CHANGES)}.",
)
@debug_option
def diff(
    files: tuple[str, ...],
    earlier: str | None,
    later: str | None,
    earlier_day: date | None,
    later_day: date | None,
    no_waivers: bool,
    fail_on: str,
    on: date,
    form: str,
) -> None:
    """Say what changed from one design to another: what they state, and what is found in them.

    Takes two files, one of which can be - for standard input, or one file with --from. With --from-date or --to-date,
    each side is judged on a day of its own: of one file, this says what a change of the rules changes for it.

    The exit status is 1 if it got worse: if a finding at or above the fail level is new, more severe, no longer waived,
    or misses more than before. It is 2 if either design could not be judged.
    """
    from mentorkit.registry.load import Plugins
    from mentorkit.reports.changes import ChangesReport
    from mentorkit.reports.style import unstyled
    from mentorkit.validation.diff import compare

    days = (earlier_day or on, later_day or on)
    needed = (1,) if earlier else (1, 2) if earlier_day or later_day else (2,)
    if len(files) not in needed or files == ("-", "-") or (later and not earlier):
        raise click.UsageError(
            "name two files, or one with --from REVISION (and --to REVISION), or with --from-date or --to-date"
        )
    if earlier and files[0] == "-":
        raise click.UsageError("standard input has no revisions; name a file")
    read = cache(read_bytes)  # standard input, which may be both sides, can be read only once
    said = [f" on {day}" if days[0] != days[1] else "" for day in days]
    sides = zip((files[0], files[-1]), (earlier, later), days, said, strict=True)
    plugins = Plugins()
    old, new = [_report(*side, plugins, read, use_waivers=not no_waivers) for side in sides]
    if old is None or new is None:
        raise NotDoneError
    comparison = compare(old, new)
    failing = levels_from(fail_on)
    say(CHANGES[form].load()(ChangesReport(comparison, failing, style if form == "text" else unstyled)))
    if comparison.worse(failing):
        raise AttentionNeeded


def _report(
    name: str,
    revision: str | None,
    on: date,
    said: str,
    plugins: "Plugins",
    read: "Callable[[str], bytes]",
    *,
    use_waivers: bool,
) -> "Report | None":
    """What validation says of one side, whose day is said where it matters; None where it cannot be judged."""
    from mentorkit.cli.git_revision import read_revision
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.validate import judge

    def at_revision(file: str) -> bytes:
        return read_revision(file, revision) if revision else read(file)

    def called(file: str) -> str:
        return f"{revision}:{file}{said}" if revision else f"{file}{said}"

    files = ProgrammeFiles(at_revision, called)
    try:
        return judge(files.document(name), plugins, on, use_waivers=use_waivers, folder=files.folder_of(name))
    except CannotJudgeError as problem:
        say_problem(problem, "not judged")
        return None
