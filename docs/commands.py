"""Makes the page on the commands from the command line itself."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from mentorkit.cli import commands

PAGE = Path(__file__).parent / "commands.md"
HEAD = """# Every command

Generated from the command line; `mentorkit COMMAND --help` says the same in a terminal. Every command has `--help`, and
`--debug`, which shows where something went wrong, in a plugin too; what it shows may be about people.

**Dates** come from `--on`, by default today, so that you can get an answer again. **Answers** go to standard output,
and everything else goes to standard error. **Exit status**: 0 if nothing is in the way, 1 if something is, 2 if
something could not be judged, 130 after an interruption.

**Files** are UTF-8, on every system, and are written completely or not at all. No command writes over a file that it
reads. `-o` and `--output` replace only an earlier answer in the same format; to replace any other file, add `--force`.
`network import -o` writes a new file only.
A new file about people is for you alone (its mode is 0600).
"""


def pages() -> dict[Path, str]:
    """The page, by its place."""
    root = click.Context(commands, info_name="mentorkit")
    described = list(_described(commands, root))
    contents = [f"- [`{name}`](#{name.replace(' ', '-')}): {short}" for name, short, _ in described]
    sections = [f"## {name}\n\n{text}" for name, _, text in described]
    return {PAGE: "\n".join([HEAD, *contents, "", "\n\n".join(sections)]) + "\n"}


def _described(group: click.Group, context: click.Context) -> Iterator[tuple[str, str, str]]:
    """Each command below a group: its name, one line, and all that is to be said."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None  # it is in the list
        here = click.Context(command, info_name=name, parent=context)
        yield here.command_path, command.get_short_help_str(200).rstrip("."), _section(command, here)
        if isinstance(command, click.Group):
            yield from _described(command, here)


def _section(command: click.Command, context: click.Context) -> str:
    about = "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(command.help or "").split("\n\n"))
    parts = [f"{about}\n\n```text\n{context.command_path} {' '.join(command.collect_usage_pieces(context))}\n```"]
    options = [record for parameter in command.get_params(context) if (record := _option(parameter, context))]
    if options:
        parts.append("\n".join(f"- `{name}`: {text}" for name, text in options))
    for block in (command.epilog or "").split("\b\n")[1:]:  # click's mark of lines that are to stay as they are
        heading, _, lines = block.strip().partition("\n")
        parts.append(f"{heading}\n\n```text\n{inspect.cleandoc(lines)}\n```")
    return "\n\n".join(parts)


def _option(parameter: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
    if record is None or record[0] in ("-h, --help", "--help", "--debug"):
        return None
    return record[0], " ".join(record[1].split())
