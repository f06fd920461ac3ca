"""How a command ends: the exit statuses, and which of them follows from what happened.

A command returns where all is well. Otherwise it raises what happened; `ended_by` alone says which status that is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.inexact import NotExactError


class ExitStatus(IntEnum):
    """What the exit statuses mean, for all commands."""

    CLEAN = 0
    """The command did its work, and nothing needs attention."""
    ATTENTION = 1
    """It did its work, and something needs attention: a finding at the fail level, a person who cannot go on."""
    NOT_DONE = 2
    """It could not do its work: wrong usage, or something that could not be read, judged or written."""
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C."""


WRITTEN: list[str] = []
"""The files that this run has written so far, as they were named."""
_INTERRUPTS = (click.Abort, KeyboardInterrupt)


class AttentionNeeded(Exception):  # noqa: N818 - nothing went wrong
    """A command has said something that needs attention."""


class NotDoneError(Exception):
    """A command has said what it could not read, judge or write."""


class NothingDoneError(Exception):
    """A command has done nothing, and says so in words of its own.

    Attributes:
        problem: why.
        summary: what was not done, in a few words, such as "nothing written".
    """

    def __init__(self, problem: "CannotJudgeError | CannotWriteError", summary: str) -> None:
        super().__init__(summary)
        self.problem = problem
        self.summary = summary


@contextmanager
def all_or_nothing(summary: str) -> Iterator[None]:
    """Within this, whatever cannot be judged or written means that nothing at all was written.

    Args:
        summary: says that, such as "nothing written".

    Raises:
        NothingDoneError: where something cannot be judged or written.
    """
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.toml.document import CannotJudgeError

    try:
        yield
    except (CannotJudgeError, CannotWriteError) as problem:
        raise NothingDoneError(problem, summary) from None


def ended_by(problem: BaseException) -> ExitStatus:
    """The status of a command that ended in this; says on standard error what has not been said yet."""
    try:
        return _say_what_happened(problem)
    except OSError:  # standard error cannot be written to either, and the status still has to tell
        return ExitStatus.INTERRUPTED if isinstance(problem, _INTERRUPTS) else ExitStatus.NOT_DONE


def output_failed(problem: OSError) -> NothingDoneError:
    """What a command ended in where standard output could not be written to."""
    from mentorkit.cli.os_errors import CannotWriteError, why_output_failed

    return NothingDoneError(CannotWriteError("standard output", *why_output_failed(problem)), "not all is written")


def _say_what_happened(problem: BaseException) -> ExitStatus:
    if isinstance(problem, AttentionNeeded):  # by far the most often, and then nothing below is needed
        return ExitStatus.ATTENTION
    from mentorkit.cli.options import say_problem
    from mentorkit.cli.os_errors import CannotWriteError, is_full
    from mentorkit.cli.usage_errors import show_usage_error
    from mentorkit.toml.document import CannotJudgeError
    from mentorkit.values.inexact import NotExactError

    match problem:
        case OSError() if isinstance(problem.__context__, KeyboardInterrupt):  # click could not even end the line
            return ExitStatus.INTERRUPTED
        case click.Abort() | KeyboardInterrupt():
            if not problem.__cause__:  # click has ended the line already where it turned one of them into the other
                click.echo(err=True)
            from mentorkit.text.words import listed, visible

            done = listed(visible(name) for name in WRITTEN) if WRITTEN else "nothing"
            click.echo(f"interrupted: {done} {'were' if WRITTEN[1:] else 'was'} written", err=True)
            return ExitStatus.INTERRUPTED
        case NotDoneError():
            pass
        case click.ClickException():
            show_usage_error(problem)
        case CannotJudgeError():
            say_problem(problem, "not judged")
        case CannotWriteError():
            say_problem(problem, "not written")
        case NothingDoneError():
            say_problem(problem.problem, problem.summary)
        case NotExactError():
            _say_which_range(problem)
        case OSError() if is_full(problem):  # what writes files says so of each, so this is standard output
            return _say_what_happened(output_failed(problem))
        case _:
            click.echo(
                f"mentorkit: nothing has been judged, because of an internal error ({type(problem).__name__}); "
                "please report it, with what the same command shows with --debug",
                err=True,
            )
    return ExitStatus.NOT_DONE


def _say_which_range(problem: "NotExactError") -> None:
    from mentorkit.cli.options import say_problem
    from mentorkit.cli.programme_files import OPENED
    from mentorkit.programme.path import dotted
    from mentorkit.programme.ranges import ranges_in

    fix = f"state one value where it says {problem.value}, or leave the key out"
    for opened in OPENED:
        for path, range_ in ranges_in(opened.programme):
            if range_ is problem.value:
                message = f"{dotted(path)} is {range_}, and one value is needed here"
                say_problem(opened.refusal_at(path, message, fix), "not judged")
                return
    click.echo(f"mentorkit: nothing has been judged: {problem}; {fix}", err=True)


def status_of(run: Callable[[], object]) -> ExitStatus:
    """Runs something that is done again and again, and gives the status in which a command would end after it.

    What would end any further run, too, is raised: wrong usage, Ctrl-C, an internal error.
    """
    try:
        run()
    except _what_commands_raise() as problem:
        return ended_by(problem)
    return ExitStatus.CLEAN


def is_internal(problem: BaseException) -> bool:
    """Whether a command ended in an internal error, of which a traceback says more."""
    expected = (*_what_commands_raise(), click.ClickException, click.Abort)
    return isinstance(problem, Exception) and not isinstance(problem, expected)


def _what_commands_raise() -> tuple[type[Exception], ...]:
    """What commands raise."""
    from mentorkit.cli.os_errors import CannotWriteError
    from mentorkit.toml.document import CannotJudgeError

    return (AttentionNeeded, NotDoneError, NothingDoneError, CannotJudgeError, CannotWriteError)
