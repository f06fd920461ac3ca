"""mentorkit upgrade: files in the newest format, checked against the newest edition of the rules."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import AttentionNeeded, NotDoneError
from mentorkit.cli.options import FILE_PATH, debug_option, format_option, on_option, say, say_problem, style
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes

if TYPE_CHECKING:
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.validation.upgrade import Upgrade

    Problem = CannotJudgeError | CannotWriteError


@click.command(
    epilog="""\b
Examples:
  mentorkit upgrade programme.toml
  mentorkit upgrade --check programmes/*.toml
  mentorkit upgrade --complete programme.toml
  mentorkit upgrade --check --format json programme.toml | jq '.files[].newly_asked'"""
)
@click.argument("programmes", nargs=-1, required=True, type=FILE_PATH, metavar="PROGRAMME.toml...")
@click.option("--check", is_flag=True, help="Change nothing. Say what would change, and exit with 1 if anything would.")
@click.option(
    "--complete",
    is_flag=True,
    help="State that all lists are complete, if the file does not say which are. What they lack then falls short, as "
    "in format 1.",
)
@on_option()
@format_option
@debug_option
def upgrade(programmes: tuple[str, ...], check: bool, complete: bool, on: date, form: str) -> None:
    """Write files in the newest format, and list what is newly asked.

    Comments, order and all else of a file stay as they are. The file also gets the edition of the rules in
    file.asked_until, so that `validate` can say later what is newly asked. Each file is written completely or not at
    all; one that cannot be read as a whole is not changed. A file that is up to date stays as it is.

    The exit status is 0 if all files are up to date now, 1 if --check found one that is not, and 2 if something could
    not be upgraded.
    """
    from mentorkit.registry.load import Plugins

    if "-" in programmes:
        raise click.UsageError("upgrade changes files, so name one instead of -")
    plugins = Plugins()
    done: list[Upgrade] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(programmes):
        found = _upgraded(name, plugins, on, check=check, complete=complete)
        if isinstance(found, list):
            problems += found
            continue
        done.append(found)
        if form == "text":
            _say(found, check=check)
    if form == "json":
        _say_json(done, problems)
    for problem in problems:
        say_problem(problem, "not upgraded")
    if problems:
        raise NotDoneError
    if check and any(each.changes for each in done):
        raise AttentionNeeded


def _upgraded(name: str, plugins: "Plugins", on: date, *, check: bool, complete: bool) -> "Upgrade | list[Problem]":
    """What became of one file, or would; or why nothing did."""
    from mentorkit.cli.atomic_write import replace_text
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.toml.document import CannotJudgeError, read_document
    from mentorkit.validation.upgrade import UnreadableError, upgrade

    try:
        before = read_bytes(name)
        folder = ProgrammeFiles().folder_of(name)
        made = upgrade(read_document(before, name), plugins, on, complete=complete, folder=folder)
        if made.changes and not check:
            replace_text(name, made.text, before)
    except UnreadableError as unread:
        document = unread.document
        return [document.refusal(each.path, each.message, each.fix, of_key=each.unknown) for each in unread.faults]
    except (CannotJudgeError, CannotWriteError) as problem:
        return [problem]
    return made


def _say(made: "Upgrade", *, check: bool) -> None:
    from mentorkit.programme.formats import FORMATS
    from mentorkit.reports.finding_words import rules_named
    from mentorkit.text.words import listed, visible
    from mentorkit.validation.open_point import label, label_style

    edition = f", checked against edition {made.edition} of the rules" if made.edition else ""
    state = ("would be" if check else "is now") if made.changes else "is already"
    head = f"{visible(made.document.name)}: {state} in format {FORMATS[-1]}{edition}"
    say(f"{style(head, 'strong')}\n")
    for change in made.changes:
        say(f"  {'+' if change.added else '-'} {change.line:>4} | {visible(change.text)}\n")
    if made.open_lists:
        say(f"  in format 2 a list may be incomplete; say whether these are complete: {listed(made.open_lists)}\n")
        say("       do:     name those that are complete in file.complete; upgrade --complete names all of them\n")
    if made.newly_asked:
        say("  newly asked:\n")
    for finding in sorted(made.newly_asked, key=lambda finding: finding.rule != "ways-not-stated"):
        called = style(label(finding), label_style(finding))
        say(f"    {called}: {visible(finding.message)} [{rules_named(finding)}]\n")
    if any(finding.rule == "ways-not-stated" for finding in made.newly_asked):
        say("       do:     state ways in [programme] first; rules for other ways of support then ask nothing\n")


def _say_json(done: "list[Upgrade]", problems: "list[Problem]") -> None:
    from mentorkit.programme.formats import FORMATS
    from mentorkit.reports.findings_json import JSON_VERSION, finding_data, to_json

    files: list[dict[str, Any]] = [
        {
            "file": made.document.name,
            "was": made.was,
            "format": FORMATS[-1],
            "asked_until": str(made.edition) if made.edition else None,
            "changes": [{"line": each.line, "text": each.text, "added": each.added} for each in made.changes],
            "open_lists": list(made.open_lists),
            "newly_asked": [finding_data(made.document.name, finding) for finding in made.newly_asked],
        }
        for made in done
    ]
    not_upgraded = [
        {
            "file": problem.file,
            "line": getattr(problem, "line", None),
            "column": getattr(problem, "column", None),
            "message": problem.message,
            "fix": problem.fix,
        }
        for problem in problems
    ]
    say(to_json({"version": JSON_VERSION, "files": files, "not_upgraded": not_upgraded}))
