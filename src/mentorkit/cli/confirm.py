"""mentorkit confirm: say in a file that values of a template, and unusual ones, are meant."""

from datetime import date
from typing import TYPE_CHECKING

import click

from mentorkit.cli.complete_names import keys_to_confirm
from mentorkit.cli.exit_status import all_or_nothing
from mentorkit.cli.options import FILE_PATH, debug_option, format_option, on_option, require_text, say, style
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mentorkit.validation.confirm import ToConfirm


@click.command(
    epilog="""\b
Examples:
  mentorkit confirm programme.toml
  mentorkit confirm programme.toml training.length training.topics
  mentorkit confirm programme.toml --all training --all screening
  mentorkit confirm programme.toml relationship.meeting_length --by "service manager" """
)
@click.argument("programme", type=FILE_PATH, metavar="PROGRAMME.toml")
@click.argument("keys", nargs=-1, metavar="[KEY...]", shell_complete=keys_to_confirm)
@click.option(
    "--all",
    "tables",
    multiple=True,
    metavar="TABLE",
    help="Confirm all values of a table, such as training. You can give several.",
)
@click.option("--by", callback=require_text, metavar="ROLE", help="Who says that unusual values are meant, by role.")
@on_option("The day on which unusual values are confirmed.")
@format_option
@debug_option
def confirm(
    programme: str, keys: tuple[str, ...], tables: tuple[str, ...], by: str | None, on: date, form: str
) -> None:
    """Confirm values of a programme's file that come from a template, or that are unusual.

    With the file alone, it lists what there is to confirm, and changes nothing. Otherwise it confirms the values of
    these keys as they are in the file now: it takes the keys of values that a template brought out of
    file.not_confirmed, and adds unusual values to file.confirmed. The rest of the file stays as it is.

    The exit status is 0 if the values were confirmed or listed, and 2 if nothing was done.
    """
    from mentorkit.cli.atomic_write import replace_text
    from mentorkit.registry.load import Plugins
    from mentorkit.toml.document import read_document
    from mentorkit.validation.confirm import Confirmed, to_confirm
    from mentorkit.validation.confirm import confirm as confirmed
    from mentorkit.validation.opened import open_programme

    if programme == "-":
        raise click.UsageError("values are confirmed in a file, so name one instead of -")
    with all_or_nothing("nothing done"):
        before = read_bytes(programme)
        document = read_document(before, programme)
        opened = open_programme(document, Plugins(), ProgrammeFiles().folder_of(programme))
        if keys or tables:
            done = confirmed(opened, keys, tables, agreed_by=by, agreed_on=on)
            replace_text(programme, done.text, before)
        else:
            done = Confirmed(document.text, (), tuple(to_confirm(opened)))
    if form == "json":
        _say_json(document.name, done.values, done.left)
    elif keys or tables:
        _say(document.name, "confirmed", done.values)
        say(f"  {len(done.left)} left to confirm\n")
    else:
        _say(document.name, "to confirm", done.left)
        if done.left:
            say("  name the keys of those that are right for you, or --all and a table, to confirm them\n")


def _say(file: str, what: str, values: "Iterable[ToConfirm]") -> None:
    from mentorkit.reports.counts import values_in_words
    from mentorkit.text.words import visible

    values = tuple(values)
    say(f"{style(visible(f'{file}: {values_in_words(len(values))} {what}'), 'strong')}\n")
    for each in values:
        say(f"  {visible(each.name)} = {visible(each.value)} ({each.why})\n")


def _say_json(file: str, values: "Iterable[ToConfirm]", left: "Iterable[ToConfirm]") -> None:
    from mentorkit.reports.findings_json import JSON_VERSION, to_json

    def data(each: "ToConfirm") -> dict[str, str | None]:
        return {"key": each.name, "value": each.value, "usual": each.usual or None}

    said = {"version": JSON_VERSION, "file": file, "confirmed": [*map(data, values)], "left": [*map(data, left)]}
    say(to_json(said))
