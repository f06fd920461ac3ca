"""Writing findings in several formats at once: one on standard output, others in files."""

from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.options import Command, OneOfFormats, levels_from, purposes, say, say_problem, style, terminal_width
from mentorkit.cli.run_files import force_option, note_output
from mentorkit.reports.formats import FINDINGS
from mentorkit.text.words import shortened

if TYPE_CHECKING:
    from mentorkit.reports.report_writer import Judged, ReportWriter


class _Output(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.5 only
    """A format and the file that gets it: sarif=findings.sarif."""

    name = "FORMAT=FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        form, equals, name = value.partition("=")
        if not equals or not name or name == "-":
            self.fail(f'"{shortened(value)}" must be a format and a file, such as sarif=findings.sarif', param, ctx)
        if name.lower().endswith(".toml"):
            self.fail(f'"{shortened(name)}" is a name for a programme, not for findings; name another file', param, ctx)
        if form not in FINDINGS:
            from mentorkit.text.did_you_mean import asks, did_you_mean

            meant = asks(did_you_mean(form, FINDINGS))
            self.fail(f'"{shortened(form)}" must be one of {", ".join(FINDINGS)}{meant}', param, ctx)
        note_output(name, ctx)
        return form, name


def report_options(command: Command) -> Command:
    """--format: how findings are said on standard output; --output: in which files as well, in which format."""
    command = force_option(command)
    command = click.option(
        "--output",
        "outputs",
        type=_Output(),
        multiple=True,
        help="Also write the findings to a file, in a format of its own. You can give several.",
    )(command)
    return click.option(
        "--format",
        "form",
        type=OneOfFormats(FINDINGS),
        default="text",
        show_default=True,
        help=f"The format on standard output: {purposes(FINDINGS)}.",
    )(command)


def write_findings(
    reports: "Iterable[Judged]",
    form: str,
    outputs: Collection[tuple[str, str]],
    *,
    on: date,
    fail_on: str,
    show: Collection[str] = (),
) -> None:
    """Writes what is found in files, one after the other, and ends the command as it follows.

    Args:
        reports: what is said about each file.
        form: the format of what goes to standard output.
        outputs: the formats and names of the files to write; each is there as a whole or not at all.
        on: the date of the check.
        fail_on: the fail level.
        show: what text says in full on standard output; in a file it says every finding.

    Raises:
        CannotWriteError: where a file cannot be written, or is read.
        NotDoneError: where something could not be judged.
        AttentionNeeded: where something is at the fail level.
    """
    from mentorkit.cli.repository import in_repository
    from mentorkit.reports.report_writer import ReportOptions, Tally
    from mentorkit.reports.style import unstyled
    from mentorkit.toml.document import CannotJudgeError

    failing = levels_from(fail_on)
    tally = Tally()
    not_judged: list[CannotJudgeError] = []
    with ExitStack() as files:
        # What people read leaves what could not be judged to standard error, and may be in colour.
        options = ReportOptions(
            on,
            show,
            failing,
            style if form == "text" else unstyled,
            width=terminal_width(),
            with_unjudged=form != "text",
            in_repository=in_repository,
        )
        writers: list[tuple[ReportWriter, Callable[[str], object]]] = [(FINDINGS[form].load()(options), say)]
        if outputs:
            from mentorkit.cli.atomic_write import whole_file  # with tempfile, which is slow to import
        for wanted, name in outputs:
            kept = ReportOptions(on, {*show, "more"}, failing, in_repository=in_repository)
            writer = FINDINGS[wanted].load()(kept)
            writers.append((writer, files.enter_context(whole_file(name))))
        for judged in reports:
            tally.add(judged)
            if isinstance(judged, CannotJudgeError):
                not_judged.append(judged)
            for writer, write in writers:
                write(writer.add(judged))
        for writer, write in writers:
            write(writer.end())
    for unjudged in not_judged:
        say_problem(unjudged, "not judged")
    if not_judged:
        raise NotDoneError
    if any(tally.counts[severity] for severity in failing):
        raise AttentionNeeded
