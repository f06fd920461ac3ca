"""mentorkit validate: the main job."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import TYPE_CHECKING

import click

from mentorkit.cli.exit_status import AttentionNeeded, ExitStatus, NotDoneError, status_of
from mentorkit.cli.findings_output import report_options, write_findings
from mentorkit.cli.options import FILE_PATH, OneOfWords, debug_option, fail_on_option, on_option, say_problem
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.shown_stream import own_stream

if TYPE_CHECKING:
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.baseline import Baseline
    from mentorkit.validation.report import Report

_PROGRESS_FROM = 50
"""Files; fewer are checked before a person notices."""


@click.command(
    epilog="""\b
Examples:
  mentorkit validate programme.toml
  mentorkit validate --for start programme.toml
  mentorkit validate --more programme.toml
  mentorkit validate --fail-on warning programmes/
  mentorkit validate --format json programme.toml | jq .summary
  mentorkit validate --format github --output sarif=findings.sarif --output junit=junit.xml programmes/
  mentorkit validate --watch programme.toml
  mentorkit validate - < programme.toml"""
)
@click.argument("paths", nargs=-1, required=True, type=FILE_PATH, metavar="PROGRAMME.toml...")
@fail_on_option()
@click.option(
    "--for",
    "part",
    type=OneOfWords(["start"]),
    help="Check only what has to be settled before the programme starts: screening, training, supervision and "
    "safeguarding, who is called, and data. Anything that is open then makes the exit status 1.",
)
@click.option("--more", is_flag=True, help="Show every finding, advice too, and not only the first ones.")
@click.option(
    "--show",
    type=OneOfWords(["fixes", "not-confirmed", "baseline", "inherited"]),
    multiple=True,
    help="With every finding also show, for each open point, what to write and who asks for it; or the values of a "
    "template that nobody has confirmed; or what a baseline hides; or what is read in the file of a larger service. "
    "You can give this several times.",
)
@click.option("--no-waivers", is_flag=True, help="Show what waivers hide.")
@click.option(
    "--baseline",
    "baselines",
    multiple=True,
    type=FILE_PATH,
    metavar="FILE.json",
    help="Hide the findings that `mentorkit baseline` recorded there for the same file. You can give several.",
)
@click.option("--watch", is_flag=True, help="Check again at every change, until Ctrl-C.")
@on_option()
@report_options
@debug_option
@click.pass_context
def validate(
    ctx: click.Context,
    paths: tuple[str, ...],
    fail_on: str,
    part: str | None,
    more: bool,
    show: tuple[str, ...],
    no_waivers: bool,
    baselines: tuple[str, ...],
    watch: bool,
    on: date,
    form: str,
    outputs: tuple[tuple[str, str], ...],
) -> ExitStatus | None:
    """Check the design of programmes against the rules of the sectors that they name.

    Takes files, folders (every programme in them) and - for standard input. Findings go to standard output. The exit
    status is 0 if nothing is at or above the fail level, 1 if something is, and 2 if something could not be judged.

    Text gives the first of what is to put right and to decide if there is much of it; --more gives all. Other formats
    always have every finding.

    What a programme does not state is read in the file of the larger service that it names in programme.part_of.

    With --watch (needs mentorkit[watch]), files are checked again whenever one of them, the file of a larger service or
    a baseline changes, appears or goes, and the files of --output are written again. On a terminal each check starts
    with a clear screen. What changed is said on standard error. Ctrl-C ends the watch with the exit status of the last
    check.
    """
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.safe_to_start import report_for_start

    if part and baselines:
        raise click.UsageError("a baseline makes nothing safe, so --baseline cannot go with --for start; leave out one")
    shown = {*show, "more"} if more or show else ()
    failing = "advice" if part and fail_on != "never" else fail_on
    larger: set[str] = set()

    def check(day: date) -> None:
        known, files = _Baselines(baselines), ProgrammeFiles()

        def judged() -> "Iterator[Report | CannotJudgeError]":
            for each in map(known.applied, _judged(paths, files, day, use_waivers=not no_waivers)):
                yield report_for_start(each) if part and not isinstance(each, CannotJudgeError) else each
            larger.clear()
            larger.update(files.larger)
            for name, file in known.unused():
                click.echo(f"{name}: this baseline is for {file}, which was not checked", err=True)

        try:
            write_findings(judged(), form, outputs, on=day, fail_on=failing, show=shown)
        except AttentionNeeded:
            if not known.unread:
                raise
        for problem in known.unread:
            say_problem(problem, "not judged")
        if known.unread:
            raise NotDoneError

    if not watch:
        check(on)
        return None
    from mentorkit.cli.watch import keep_checking

    if "-" in paths:
        raise click.UsageError("--watch cannot watch standard input, which does not change; name a file instead of -")
    stated = ctx.get_parameter_source("on") is not click.core.ParameterSource.DEFAULT

    def status() -> ExitStatus:
        day = on if stated else date.today()  # noqa: DTZ011 - the day where the user is, which a watch may outlast
        return status_of(lambda: check(day))

    return keep_checking(status, lambda: (*_files(paths, []), *baselines, *larger))


class _Baselines:
    """The baselines that are given, each for the one file that it was recorded of.

    One that cannot be read hides nothing, and the files are judged all the same.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self.read: dict[str, Baseline] = {}
        self.unread: list[CannotJudgeError] = []
        self.used: set[str] = set()
        if names:
            self._read(names)

    def _read(self, names: tuple[str, ...]) -> None:
        from mentorkit.cli.baseline import read_baseline
        from mentorkit.toml.document import CannotJudgeError

        for name in names:
            try:
                self.read[name] = read_baseline(name)
            except CannotJudgeError as problem:
                self.unread.append(problem)

    def applied(self, judged: "Report | CannotJudgeError") -> "Report | CannotJudgeError":
        """A report without what the baselines of its file hide; what cannot be judged, as it is."""
        if not self.read:
            return judged
        from mentorkit.cli.baseline import relative_name
        from mentorkit.toml.document import CannotJudgeError

        for name, baseline in self.read.items():
            file = judged.file if isinstance(judged, CannotJudgeError) else judged.document.name
            if relative_name(name, file) == baseline.file:
                self.used.add(name)
                if not isinstance(judged, CannotJudgeError):
                    judged = baseline.applied_to(judged)
        return judged

    def unused(self) -> "Iterator[tuple[str, str]]":
        """The baselines of files that were not checked, each with its file."""
        yield from ((name, baseline.file) for name, baseline in self.read.items() if name not in self.used)


def _judged(
    paths: tuple[str, ...], read: ProgrammeFiles, on: date, *, use_waivers: bool
) -> "Iterator[Report | CannotJudgeError]":
    """What is to be said about each file, or why it cannot be judged; folders without a programme come last."""
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.opened import is_programme
    from mentorkit.validation.validate import judge

    plugins = Plugins()
    unread: list[CannotJudgeError] = []
    files = _files(paths, unread)
    empty = {path: None for path in paths if path != "-" and os.path.isdir(path)}
    with _progress(list(files)) as progress:
        for name in progress:
            try:
                document = read.document(name)
                if files[name] and not is_programme(document):
                    click.echo(f"{name}: skipped, because it has nothing that a programme has", err=True)
                    continue
                empty.pop(files[name], None)
                yield judge(document, plugins, on, use_waivers=use_waivers, folder=read.folder_of(name))
            except CannotJudgeError as problem:
                empty.pop(files[name], None)
                yield problem
    yield from unread
    for folder in [] if unread else empty:  # there may be programmes where nobody may look
        yield CannotJudgeError(folder, "there is no programme in this folder", "name a folder that has one, or a file")


def _files(paths: tuple[str, ...], unread: "list[CannotJudgeError]") -> dict[str, str]:
    """The files to check, each once, with the folder that each was found in; empty for those that are named."""
    from mentorkit.toml.document import CannotJudgeError

    def refuse(problem: OSError) -> None:
        unread.append(
            CannotJudgeError(
                str(problem.filename), "you do not have permission to read this folder", "ask its owner for permission"
            )
        )

    files: dict[str, str] = {}
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            files.setdefault(path if path == "-" else os.path.normpath(path), "")
            continue
        for folder, within, names in os.walk(path, onerror=refuse):
            within[:] = sorted(name for name in within if not name.startswith("."))
            for name in sorted(names):
                if name.lower().endswith(".toml") and not name.startswith("."):
                    files.setdefault(os.path.normpath(os.path.join(folder, name)), path)
    return files


def _progress(files: list[str]) -> AbstractContextManager[Iterable[str]]:
    """A bar on the terminal where there is much to do, and the answers go elsewhere."""
    if len(files) < _PROGRESS_FROM or sys.stdout.isatty() or not sys.stderr.isatty():
        return nullcontext(files)
    return click.progressbar(files, label="checking", file=own_stream(sys.stderr))
