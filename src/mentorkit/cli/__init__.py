"""The command line: one module a command, imported when it is called."""

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import click

from mentorkit.cli.exit_status import WRITTEN, ExitStatus, ended_by, is_internal, output_failed
from mentorkit.cli.lazy import LazyGroup
from mentorkit.cli.shown_stream import own_stream, showing

_COMMANDS = {
    "init": "Write a first file to fill in",
    "validate": "Check the design of programmes",
    "diff": "Say what changed from one design to another",
    "explain": "Say why a rule is there, and what it asks",
    "rules": "List the rules",
    "facts": "List the facts that a programme asks for",
    "decide": "Say who can go on at a stage, and why",
    "match": "Propose who could be matched with whom, and say why not",
    "due": "Say what is due for whom, and who does it",
    "rota": "Say whether a rota covers the hours that are promised",
    "outcomes": "Say what changed for mentors and mentees, and how sure that is",
    "network": "Ask about, check and draw the network of referral and support",
    "schema": "Print a JSON Schema of the file, for editors",
    "upgrade": "Write files in the newest format, and list what is newly asked",
    "confirm": "Confirm values of a template, and unusual ones",
    "waive": "Record a decision not to follow a rule",
    "baseline": "Record today's findings, so that only new ones count",
    "lsp": "Help an editor check programmes as you type",
    "plugin": "Write and check the rules of a sector of your own",
    "plugins": "List the installed plugins",
    "completion": "Let a shell complete commands, rules and sectors",
}


@click.group(
    cls=LazyGroup,
    package=__name__,
    about=_COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="mentorkit", message="%(prog)s %(version)s")
def commands() -> None:
    """Check the design of mentoring programmes against sourced rules, and run them.

    A programme is one TOML file. `mentorkit init` writes a first one. `mentorkit validate programme.toml` says where it
    falls short, and what to do.
    """


def main(args: list[str] | None = None) -> Any:
    """The console script: runs a command, and ends in the status that follows (see `exit_status`).

    No traceback reaches a user; --debug shows it.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has had enough, such as `| head`, ends the run
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller: what is said goes nowhere, and the status still tells
            nowhere = Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)
        elif name != "stdin":
            setattr(sys, name, showing(stream))
    WRITTEN.clear()
    given = sys.argv[1:] if args is None else args
    problem: BaseException | None = None
    status = ExitStatus.CLEAN
    try:
        # What a command returns: a watch says how its last check ended, and --help and --version give 0.
        status = commands.main(given, prog_name="mentorkit", standalone_mode=False) or ExitStatus.CLEAN
    except (Exception, KeyboardInterrupt) as raised:
        if "--debug" in given and is_internal(raised):
            raise
        problem = raised
    unwritten = _flush_output()
    if problem and not (unwritten and isinstance(problem, OSError)):  # else the command met the same
        status = ended_by(problem)
    if unwritten:
        status = ended_by(unwritten)
    _flush(sys.stderr)
    sys.stdout, sys.stderr = own_stream(sys.stdout), own_stream(sys.stderr)
    gc.freeze()  # or Python looks once more on its way out
    sys.exit(status)


def _flush_output() -> Exception | None:
    """Writes what waits to be written to standard output; what is wrong where that fails."""
    problem = _flush(sys.stdout)
    return output_failed(problem) if problem else None


def _flush(stream: TextIO) -> OSError | None:
    """Writes what waits to be written; where that fails it is dropped, or Python would try again and end in 120."""
    try:
        if not stream.closed:  # as the language server leaves it
            stream.flush()
    except OSError as problem:
        with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        return problem
    return None
