"""mentorkit init: a first file."""

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import click

from mentorkit.cli.complete_names import sector_names as sector_names
from mentorkit.cli.exit_status import all_or_nothing
from mentorkit.cli.options import (
    OUTPUT_FILE,
    OneOfWords,
    debug_option,
    on_option,
    require_text,
    say,
    style,
    terminal_width,
)
from mentorkit.programme.design import Nation, Setting
from mentorkit.programme.ways import Way, WayName
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mentorkit.registry.load import Plugins

_SETTINGS: tuple[str, ...] = get_args(Setting)
_NATIONS: tuple[str, ...] = get_args(Nation)
_STARTS = ("template", "blanks")
_FILE = "programme.toml"


@click.command(
    epilog="""\b
Examples:
  mentorkit init
  mentorkit init ours.toml --sector substance --setting community
  mentorkit init ours.toml --sector substance --sector probation --setting custody --nation wales \\
      --name "Peers in Exampleton" --from blanks
  mentorkit init ours.toml --sector standards --way "drop-in" --setting community --nation england \\
      --name "The open door" --from blanks"""
)
@click.argument("file", type=OUTPUT_FILE, required=False)
@click.option(
    "--sector",
    "sectors",
    multiple=True,
    shell_complete=sector_names,
    help="The sector whose rules apply; `standards` for none. You can give several.",
)
@click.option(
    "--setting",
    "settings",
    multiple=True,
    type=OneOfWords(_SETTINGS),
    help="Where it is delivered. You can give several.",
)
@click.option(
    "--way",
    "ways",
    multiple=True,
    type=OneOfWords([way.value for way in Way]),
    help="A way of support that it offers, so that only what makes sense for it is asked. You can give several. "
    "[default: that of the template, or pair]",
)
@click.option("--nation", type=OneOfWords(_NATIONS), help="Whose law applies.")
@click.option("--name", callback=require_text, help="What the programme is called.")
@click.option(
    "--from",
    "start",
    type=OneOfWords(_STARTS),
    help="Start from the complete programme of the first sector, with blanks for what the others ask, or only blanks.",
)
@click.option("-o", "--output", type=OUTPUT_FILE, metavar="FILE", help="The same as FILE.")
@on_option("The date to write the file for.")
@debug_option
def init(
    file: str | None,
    sectors: tuple[str, ...],
    settings: tuple[Setting, ...],
    ways: tuple[WayName, ...],
    nation: Nation | None,
    name: str | None,
    start: str | None,
    output: str | None,
    on: date,
) -> None:
    """Write a first file: what each key means, its limits, and which rules and sources ask for it.

    FILE is programme.toml if you leave it out; - is standard output. A file that exists is never overwritten. On a
    terminal, init asks for what the options leave out; elsewhere you must give all of them. With several sectors, the
    template is that of the first; what the others ask for is added as blanks to fill in.

    The exit status is 0 if the file was written, and 2 if nothing was.
    """
    from mentorkit.cli.atomic_write import new_file
    from mentorkit.cli.os_errors import ALREADY_THERE, CannotWriteError
    from mentorkit.first_file import OPEN
    from mentorkit.registry.load import Plugins, UnusablePluginError
    from mentorkit.reports.counts import findings_summary
    from mentorkit.reports.style import Layout
    from mentorkit.toml.document import read_document
    from mentorkit.validation.validate import judge

    if file and output:
        raise click.UsageError("FILE and -o both name the file to write; give only one")
    file = file or output or _FILE
    plugins = Plugins()
    try:
        with all_or_nothing("nothing written"):
            if file != "-" and os.path.lexists(file):
                raise CannotWriteError(file, *ALREADY_THERE)
            options = {"--sector": sectors, "--from": start, "--setting": settings, "--nation": nation, "--name": name}
            _require_answers(plugins, options)
            text = _first_file(plugins, sectors, start, settings, ways, nation, name, on)
            if file == "-":
                say(text)
                return
            new_file(file, text.encode())
            report = judge(read_document(text.encode(), file), plugins, on)
    except UnusablePluginError as problem:
        raise click.UsageError(str(problem)) from None
    if OPEN in text:
        say("the template is that of the first sector; what your other rules ask for is left blank in it\n")
    say(f"written; 'mentorkit validate' now says:\n{findings_summary(report, Layout(style, terminal_width()))}\n")


def _require_answers(plugins: "Plugins", given: "Mapping[str, object]") -> None:
    """Where nobody can be asked, every option has to be there."""
    if sys.stdin.isatty():
        return
    choices = {
        "--sector": ", ".join(found.name for found in plugins.found),
        "--from": ", ".join(_STARTS),
        "--setting": ", ".join(_SETTINGS),
        "--nation": ", ".join(_NATIONS),
        "--name": "what the programme is called",
    }
    if missing := [f"  {option}: {choices[option]}" for option, answer in given.items() if not answer]:
        raise click.UsageError("\n".join(["there is no terminal to ask on, so you also need to give:", *missing]))


def _first_file(
    plugins: "Plugins",
    sectors: tuple[str, ...],
    start: str | None,
    settings: tuple[Setting, ...],
    ways: tuple[WayName, ...],
    nation: Nation | None,
    name: str | None,
    on: date,
) -> str:
    """The text of the file, after asking for what is not given."""
    from mentorkit.core.rulebook import STANDARDS
    from mentorkit.first_file import FirstFileAnswers, from_blanks, from_template, in_words_of
    from mentorkit.registry.load import template_of
    from mentorkit.toml.document import read_document
    from mentorkit.validation.newly_asked import edition_of
    from mentorkit.validation.opened import open_programme
    from mentorkit.validation.upgrade import in_newest_format

    def known(names: tuple[str, ...]) -> tuple[str, ...]:
        plugins.required(names)
        return names

    installed = [found.name for found in plugins.found]
    sectors = known(sectors) if sectors else _several("Sectors", installed, None)
    named = tuple(dict.fromkeys(sector for sector in sectors if sector != STANDARDS))
    book = plugins.rulebook(named).on(on)
    template = template_of(plugins.plugin(*plugins.required(named[:1]))) if named else None
    start = start or _one("Start from", _STARTS if template else _STARTS[1:], _STARTS[0] if template else _STARTS[1])
    design = None
    if start == "template":
        if template is None:
            about = named[0] if named else "the shared standards"
            raise click.UsageError(f"there is no template for {about}; start from blanks, or name another sector first")
        opened = open_programme(read_document(template, f"the template of {named[0]}"), plugins)
        design = opened.programme
        if ways and (missing := [way.value for way in Way if design.offers(way) and way.value not in ways]):
            raise click.UsageError(
                f"the template for {named[0]} is about {listed(missing)}; name that with --way as well, or start from "
                "blanks"
            )
    there = design.programme if design else None
    answers = FirstFileAnswers(
        sectors=named,
        settings=settings or _several("Settings", _SETTINGS, there.settings if there else None),
        nation=nation or _one("Nation", _NATIONS, there.nation if there else None),
        ways=tuple(dict.fromkeys(ways)) or (() if design else (Way.PAIR.value,)),
        name=name or click.prompt("Name of the programme", value_proc=_name, err=True),
    )
    book = book.with_words_for(answers.programme)
    if template is None or design is None:
        return from_blanks(book, answers)
    if there and there.nation == "england":
        text = in_words_of(answers.nation, template.decode())
        opened = open_programme(read_document(text.encode(), f"the template of {named[0]}"), plugins)
    document = in_newest_format(opened, edition_of(book), on, complete=True)
    return from_template(book, opened.programme, document, answers)


def _one(label: str, choices: "Sequence[str]", default: str | None) -> Any:
    """Asks for one of several words."""
    return click.prompt(label, type=OneOfWords(choices), default=default, err=True)


def _name(given: str) -> str:
    if not given.strip():
        raise click.BadParameter("this is empty; write what the programme is called")
    return given.strip()


def _several(label: str, choices: "Sequence[str]", default: "Sequence[str] | None") -> Any:
    """Asks for words out of several, separated by commas, until they are among them."""

    def read(given: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))
        for name in names:
            if name not in choices:
                close = asks(did_you_mean(name, choices))
                raise click.BadParameter(f'"{shortened(name)}" must be one of {", ".join(choices)}{close}')
        if not names:
            raise click.BadParameter(f"name at least one of {', '.join(choices)}")
        return names

    shown = ", ".join(default) if default else None
    return click.prompt(
        f"{label}, separated by commas ({', '.join(choices)})", value_proc=read, default=shown, err=True
    )
