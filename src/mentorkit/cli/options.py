"""Options that several commands share, and how they speak."""

import os
import re
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from mentorkit.cli.run_files import InputFile, OutputFile
from mentorkit.cli.shown_stream import own_code
from mentorkit.text.words import shortened, shown

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.reports.formats import Formats
    from mentorkit.toml.document import CannotJudgeError

Command = TypeVar("Command", bound=Callable[..., Any])
_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "advice": {"fg": "cyan"},
    "strong": {"bold": True},
    "faint": {"dim": True},
}


_LEVELS: dict[str, tuple[str, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "advice": ("error", "warning", "advice"),
    "never": (),
}


FILE_PATH = InputFile()
"""The name of a file to read; the code that reads it says what is in the way."""
OUTPUT_FILE = OutputFile()
"""The name of a file to write, which is none that the same run reads."""


class OneOfWords(click.Choice):  # type: ignore[type-arg,unused-ignore] # generic since click 8.2 only
    """One of several words; of a misspelt one it is said which was probably meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word."""
        if value in self.choices:
            return value
        from mentorkit.text.did_you_mean import asks, did_you_mean

        meant = asks(did_you_mean(str(value), self.choices))
        return self.fail(f'"{shortened(str(value))}" must be one of {", ".join(self.choices)}{meant}', param, ctx)


class OneOfFormats(OneOfWords):
    """One of the formats of a kind of report; a shell says beside each what it is for."""

    def __init__(self, formats: "Formats") -> None:
        super().__init__(list(formats))
        self.formats = formats

    def shell_complete(self, _: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
        """The formats that begin so."""
        from click.shell_completion import CompletionItem

        found = {name: format_ for name, format_ in self.formats.items() if name.startswith(incomplete)}
        return [CompletionItem(name, help=format_.purpose) for name, format_ in found.items()]


def purposes(formats: "Formats") -> str:
    """What each of several formats is for, as help says it."""
    return "; ".join(f"{name} {format_.purpose}" for name, format_ in formats.items())


class WholeNumber(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.5 only
    """A whole number within limits."""

    name = "NUMBER"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least = least
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that a text says."""
        number = int(value) if re.fullmatch(r"[0-9]{1,9}", str(value)) else -1
        if number < self.least or (self.most is not None and number > self.most):
            upwards = f"{self.least} or more" if self.most is None else f"from {self.least} to {self.most}"
            self.fail(f'"{shortened(str(value))}" must be a whole number, {upwards}', param, ctx)
        return number


class Day(click.ParamType):  # type: ignore[type-arg,unused-ignore] # generic since click 8.5 only
    """A date as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date that a text says."""
        if isinstance(value, date):
            return value
        try:
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{shortened(str(value))}" is not a date; write year-month-day, such as 2026-03-31', param, ctx)


def require_text(_: click.Context, param: click.Parameter, given: str | None) -> str | None:
    """A text that says something, and that a file in UTF-8 can hold."""
    if given is None:
        return None
    from mentorkit.values.seen_text import as_seen

    if any("\ud800" <= char <= "\udfff" for char in given):  # what the terminal sent was no UTF-8
        raise click.BadParameter("this is not plain text in UTF-8; type it again", param=param)
    if not as_seen(given):
        raise click.BadParameter("this is empty; write some words", param=param)
    return given.strip()


def on_option(help: str = "The date of the check.") -> Callable[[Command], Command]:
    """--on: the date that the answer is for; the clock is read here and in `moments` alone."""
    return click.option(
        "--on",
        type=Day(),
        default=lambda: date.today(),  # noqa: DTZ011 - the day where the user is
        show_default="today",
        help=help,
    )


def fail_on_option(default: str = "error") -> Callable[[Command], Command]:
    """--fail-on: from which severity on the exit status is 1."""
    return click.option(
        "--fail-on",
        type=OneOfWords(list(_LEVELS)),
        default=default,
        show_default=True,
        help="The mildest finding that makes the exit status 1.",
    )


def levels_from(mildest: str) -> tuple[str, ...]:
    """The severities at or above a level of --fail-on."""
    return _LEVELS[mildest]


def format_option(command: Command) -> Command:
    """--format: text for people, JSON for programs."""
    return click.option(
        "--format",
        "form",
        type=OneOfWords(["text", "json"]),
        default="text",
        show_default=True,
        help="The format of the answer.",
    )(command)


def debug_option(command: Command) -> Command:
    """--debug: a traceback instead of one line, for those who fix mentorkit or a plugin."""
    told = "Show where something went wrong. What is shown may be about people."
    return click.option("--debug", is_flag=True, expose_value=False, callback=_debug, help=told)(command)


def _debug(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        from mentorkit.cli.debug import show_crashes  # only wanted where it is asked for

        context.call_on_close(show_crashes())


def values_option(command: Command) -> Command:
    """--show-values: facts about people are shown by name alone unless asked for."""
    return click.option("--show-values", is_flag=True, help="Show what is known of people, and not only which facts.")(
        command
    )


def say(text: str) -> None:
    """Writes the answer to standard output."""
    click.echo(text, nl=False)


def terminal_width() -> int | None:
    """How wide the terminal is that standard output goes to; None elsewhere, where a finding stays on its line."""
    if not sys.stdout.isatty():
        return None
    import shutil  # only wanted where there is a terminal

    return shutil.get_terminal_size().columns


def style(text: str, name: str) -> str:
    """A text in colour, on a terminal that has not asked for none (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return text
    return own_code(click.style(shown(text), **_STYLES[name]))


def say_problem(problem: "CannotJudgeError | CannotWriteError", summary: str) -> None:
    """Says on standard error why something was not done, such as "not judged", and what to do."""
    from mentorkit.text.words import visible
    from mentorkit.toml.document import CannotJudgeError

    place = problem.file
    if isinstance(problem, CannotJudgeError) and problem.line:
        place = f"{problem.file}:{problem.line}:{problem.column}"
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    label = own_code(click.style(summary, **_STYLES["error"])) if coloured else summary
    click.echo(f"{visible(place)}: {label}: {visible(problem.message)}", err=True)
    click.echo(f"       do:     {visible(problem.fix)}", err=True)
