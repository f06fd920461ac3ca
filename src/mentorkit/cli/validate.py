"""mentorkit validate: the main job."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mentorkit.cli.options import debug_option, format_option, on_option, say, say_not_judged, style
from mentorkit.cli.programmes import read_bytes

if TYPE_CHECKING:
    from mentorkit.core.document import CannotJudgeError
    from mentorkit.core.validate import Report

_LEVELS = {"error": ("error",), "warning": ("error", "warning"), "advice": ("error", "warning", "advice"), "never": ()}
_PROGRESS_FROM = 50
"""Files; fewer are checked before a person notices."""


@click.command(
    epilog="""\b
Examples:
  mentorkit validate programme.toml
  mentorkit validate --fail-on warning --show advice programmes/
  mentorkit validate --format json programme.toml | jq .summary
  mentorkit validate - < programme.toml"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PROGRAMME.toml...")
@click.option(
    "--fail-on",
    type=click.Choice(list(_LEVELS)),
    default="error",
    show_default=True,
    help="The mildest finding that makes the exit status 1.",
)
@click.option("--show", type=click.Choice(["advice"]), help="Tell advice in full, not only how much there is.")
@click.option("--no-waivers", is_flag=True, help="Show what waivers hide.")
@on_option
@format_option
@debug_option
def validate(paths: tuple[str, ...], fail_on: str, show: str | None, no_waivers: bool, on: date, form: str) -> None:
    """Check the design of programmes against the rules of the sectors that they name.

    Takes files, folders (every programme in them) and - for standard input. Findings go to standard output. The exit
    status is 0 where nothing is at or above the fail level, 1 where something is, and 2 where something could not be
    judged.
    """
    from mentorkit.core.document import CannotJudgeError
    from mentorkit.core.plugins import Plugins
    from mentorkit.core.validate import validate as check

    plugins = Plugins()
    reports: list[Report] = []
    not_judged: list[CannotJudgeError] = []
    files = list(dict.fromkeys(_files(paths, not_judged)))
    with click.progressbar(
        files, label="checking", file=sys.stderr, hidden=len(files) < _PROGRESS_FROM or not sys.stderr.isatty()
    ) as progress:
        for name in progress:
            try:
                reports.append(check(read_bytes(name), name, plugins, on, use_waivers=not no_waivers))
            except CannotJudgeError as problem:
                not_judged.append(problem)
    _say(reports, not_judged, show, on, form)
    if not_judged:
        raise click.exceptions.Exit(2)
    if any(report.count(severity) for report in reports for severity in _LEVELS[fail_on]):
        raise click.exceptions.Exit(1)


def _files(paths: tuple[str, ...], not_judged: "list[CannotJudgeError]") -> Iterator[str]:
    """The files to check: those named, and the programmes in the folders that are."""
    from mentorkit.core.document import CannotJudgeError

    for path in paths:
        folder = Path(path)
        if path == "-" or not folder.is_dir():
            yield path
            continue
        found = sorted(file for file in folder.rglob("*.toml") if not any(part[0] == "." for part in file.parts[1:]))
        programmes = [str(file) for file in found if _is_programme(file)]
        for other in sorted({str(file) for file in found} - set(programmes)):
            click.echo(f"{other}: passed over, because it has neither a format nor a [programme]", err=True)
        if not programmes:
            not_judged.append(CannotJudgeError(path, "there is no programme in this folder", "name a folder with one"))
        yield from programmes


def _is_programme(file: Path) -> bool:
    """Whether a file in a folder means to be a programme; one that cannot be read does, so that none is missed."""
    import tomllib

    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return True
    return "format" in data or "programme" in data


def _say(reports: "list[Report]", not_judged: "list[CannotJudgeError]", show: str | None, on: date, form: str) -> None:
    if form == "json":
        from mentorkit.reports.data import reports_data, to_json

        say(to_json(reports_data(reports, not_judged, on)))
    else:
        from mentorkit.reports.text import report_text

        say("\n".join(report_text(report, show_advice=show == "advice", style=style) for report in reports))
    for problem in not_judged:
        say_not_judged(problem)
