"""mentorkit plugin new: a package to begin with."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from mentorkit.cli.exit_status import all_or_nothing
from mentorkit.cli.options import debug_option, say

if TYPE_CHECKING:
    from mentorkit.new_plugin import PluginAnswers, TakenNames


@click.command(
    epilog="""\b
Examples:
  mentorkit plugin new
  mentorkit plugin new housing --prefix HSG --title "housing services" --stage screening
  mentorkit plugin new night_shelters --prefix NSH --title "night shelters" --stage network

\b
STAGE is one of:
  screening, training, matching, supervision, graduation, outcomes,
  programme (the design as a whole), network (who is there to turn to)"""
)
@click.argument("name", required=False)
@click.option("--prefix", metavar="ABC", help="The three capitals that the ids of its rules begin with.")
@click.option("--title", help='What reports call the sector, such as "housing services".')
@click.option("--stage", metavar="STAGE", help="What its first rule is about.")
@debug_option
def new(name: str | None, prefix: str | None, title: str | None, stage: str | None) -> None:
    """Start a plugin for a sector of your own, in the new folder mentorkit-NAME.

    It is a whole distribution: one rule with a case for each of its outcomes, a placeholder for its source, tests,
    settings for linting and types, a licence, and an example for a build server. It passes its own checks as it is. On
    a terminal, this asks for what you leave out; elsewhere you must give everything. It never writes into a folder that
    exists.

    The exit status is 0 if the folder was written, and 2 if nothing was.
    """
    from mentorkit.cli.atomic_write import new_folder
    from mentorkit.new_plugin import AnswerError, install_source_of, plugin_files

    core = install_source_of("mentorkit")
    try:
        with all_or_nothing("nothing written"):
            _require_answers({"NAME": name, "--prefix": prefix, "--title": title, "--stage": stage})
            answers = _answers(name, prefix, title, stage)
            files = plugin_files(answers, core)
            new_folder(answers.distribution, files)
    except AnswerError as problem:
        raise click.UsageError(str(problem)) from None
    say(f"wrote {answers.distribution}, {len(files)} files; now, with uv (https://docs.astral.sh/uv/):\n")
    for command in (f"cd {answers.distribution}", "uv sync", "uv run poe check"):
        say(f"  {command}\n")
    say("Its README says what to replace.\n")


def _require_answers(given: dict[str, str | None]) -> None:
    """Where nobody can be asked, every answer has to be there."""
    from mentorkit.new_plugin import FIRST_RULE_TABLES

    if sys.stdin.isatty():
        return
    wanted = {
        "NAME": "what programmes call the sector, such as housing",
        "--prefix": "three capital letters, such as HSG",
        "--title": 'what reports call the sector, such as "housing services"',
        "--stage": f"one of {', '.join(FIRST_RULE_TABLES)}",
    }
    if missing := [f"  {option}: {wanted[option]}" for option, answer in given.items() if answer is None]:
        raise click.UsageError("\n".join(["there is no terminal to ask on, so you also need to give:", *missing]))


def _answers(name: str | None, prefix: str | None, title: str | None, stage: str | None) -> "PluginAnswers":
    """All answers, checked before any question is asked, after asking for what is not given.

    Raises:
        AnswerError: for an answer that was given with the command and cannot be used.
        CannotWriteError: where the folder is there already.
    """
    from mentorkit.new_plugin import (
        FIRST_RULE_TABLES,
        PluginAnswers,
        check_name,
        check_prefix,
        check_stage,
        check_title,
    )

    taken = _taken()
    questions: dict[str, tuple[str | None, str, Callable[[str], str]]] = {
        "name": (name, "Name of the sector in programmes", lambda given: _free(check_name(given, taken))),
        "prefix": (prefix, "Prefix of its rules", lambda given: check_prefix(given, taken)),
        "title": (title, "Title of the sector in reports", check_title),
        "stage": (stage, f"Stage of its first rule ({', '.join(FIRST_RULE_TABLES)})", check_stage),
    }
    given = {key: check(answer) for key, (answer, _, check) in questions.items() if answer is not None}
    asked = {key: _ask(label, check) for key, (answer, label, check) in questions.items() if answer is None}
    return PluginAnswers(**given, **asked)


def _free(name: str) -> str:
    """The name again, where its folder can be written: nobody should answer four questions to hear that it cannot."""
    from mentorkit.cli.atomic_write import require_no_folder
    from mentorkit.new_plugin import distribution_of

    require_no_folder(distribution_of(name))
    return name


def _taken() -> "TakenNames":
    from mentorkit.new_plugin import TakenNames
    from mentorkit.registry.load import Plugins

    plugins = Plugins()
    usable, _ = plugins.usable()
    return TakenNames.by({found.name: found.distribution for found in plugins.found}, usable)


def _ask(label: str, check: Callable[[str], str]) -> str:
    """Asks until the answer can be used."""
    from mentorkit.new_plugin import AnswerError

    def read(given: str) -> str:
        try:
            return check(given)
        except AnswerError as problem:
            raise click.BadParameter(str(problem)) from None

    answer: str = click.prompt(label, value_proc=read, err=True)
    return answer
