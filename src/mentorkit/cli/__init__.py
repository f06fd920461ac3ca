"""The command line: one module a command, imported when it is called."""

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from mentorkit.cli.lazy import LazyGroup

_COMMANDS = {
    "init": "Write a first file, to fill in",
    "validate": "Check the design of programmes",
    "diff": "Say what changed from one design to another",
    "explain": "Say why a rule is there, and what it asks",
    "rules": "List the rules",
    "facts": "List what a programme asks of whom",
    "decide": "Say who can go on at a stage, and why",
    "match": "Propose who could be matched with whom, and say why not",
    "due": "Say what is due for whom, and who does it",
    "outcomes": "Say what changed for mentors and mentees, and how sure that is",
    "network": "Ask, check and draw the network of referral and support",
    "schema": "Print a JSON Schema of the file, for editors",
    "waive": "Record a decision not to follow a rule",
    "baseline": "Record today's findings, so that only new ones count",
    "lsp": "Help an editor with programmes, as you type",
    "plugin": "Write and check the rules of a sector of your own",
    "plugins": "List the installed plugins",
    "completion": "Let a shell complete commands, rules and sectors",
}
NOT_JUDGED = 2
"""The exit status where something could not be judged."""
INTERRUPTED = 130
COMPLETE_VARIABLE = "_MENTORKIT_COMPLETE"
"""Where a shell says that it wants a completion; click's own name for it."""


@click.group(
    cls=LazyGroup,
    package=__name__,
    about=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="mentorkit", message="%(prog)s %(version)s")
def commands() -> None:
    """Check the design of mentoring programmes against sourced rules, and run them.

    A programme is one TOML file. `mentorkit init` writes a first one, and `mentorkit validate programme.toml` says what
    falls short in it, and what to do.
    """


def main(args: list[str] | None = None) -> Any:
    """The console script.

    Exit status: 0 nothing at or above the fail level, 1 something is, 2 it could not be judged, 130 interrupted. No
    traceback reaches a user; --debug shows it.
    """
    # A short run makes no rubbish worth looking for, and looking costs a sixth of it; a long one is still looked after.
    gc.set_threshold(100_000, 50, 100)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has had enough, such as `| head`, ends the run
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called us: what is said goes nowhere, and the status still tells
            nowhere = Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without dashes shows a question mark, and goes on
    given = sys.argv[1:] if args is None else args
    try:
        status = commands.main(given, prog_name="mentorkit", complete_var=COMPLETE_VARIABLE, standalone_mode=False)
    except click.exceptions.Exit as stop:
        status = stop.exit_code
    except click.ClickException as problem:
        from mentorkit.cli.usage_errors import show

        show(problem)
        status = NOT_JUDGED
    except (click.Abort, KeyboardInterrupt) as stop:
        if not stop.__cause__:  # click has ended the line already where it turned one of them into the other
            click.echo(err=True)
        click.echo("interrupted: nothing was written", err=True)
        status = INTERRUPTED
    except Exception as problem:
        if "--debug" in given:
            raise
        status = _ended_by(problem)
    try:
        if not sys.stdout.closed:  # as the language server leaves it
            sys.stdout.flush()  # what waits to be written can still fail
    except OSError as problem:
        status = _ended_by(problem)
    gc.freeze()  # or Python looks once more on its way out
    sys.exit(status)


def _ended_by(problem: Exception) -> int:
    """Says what ended the run, and keeps Python from trying once more to write what could not be written."""
    click.echo(f"mentorkit: {_why_it_ended(problem)}", err=True)
    if isinstance(problem, OSError):
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return NOT_JUDGED


def _why_it_ended(problem: Exception) -> str:
    """What no command has said already, and what to do."""
    from mentorkit.cli.os_errors import is_full

    if is_full(problem):
        return "not all is said, because the disk is full; make room on it, and run the command again"
    return (
        f"nothing has been judged, because of a slip in mentorkit itself ({type(problem).__name__}); "
        "report it with what the same command shows with --debug"
    )
