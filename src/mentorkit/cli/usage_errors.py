"""Saying what is wrong with a command as it was typed, in the words in which all else is said."""

import re

import click

from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import shortened

_LEFT_OVER = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def show_usage_error(problem: click.ClickException) -> None:
    """Says how the command is used, and what is wrong, to standard error."""
    ctx = problem.ctx if isinstance(problem, click.UsageError) else None
    if ctx is not None:
        click.echo(f"{ctx.get_usage()}\nTry '{ctx.command_path} --help' for help.\n", err=True)
    click.echo(f"Error: {in_our_words(problem)}", err=True)


def in_our_words(problem: click.ClickException) -> str:
    """What is wrong, and what to do."""
    if isinstance(problem, click.NoSuchOption):
        params = problem.ctx.command.params if problem.ctx else []
        options = ["--help", *(name for param in params for name in param.opts if name.startswith("--"))]
        return f"there is no option {shortened(problem.option_name)}{asks(did_you_mean(problem.option_name, options))}"
    if isinstance(problem, click.MissingParameter) and problem.param:
        about = getattr(problem.param, "help", None)
        return f"{_called(problem.param).removesuffix('...')} is missing{f': {about}' if about else ''}"
    if isinstance(problem, click.BadParameter):
        hint = _called(problem.param) if problem.param else str(problem.param_hint or "").strip("'")
        return f"{hint}: {problem.message}" if hint else problem.message
    if isinstance(problem, click.BadOptionUsage):
        needs = "takes no value" if "not take a value" in problem.message else "needs a value after it"
        return f"{problem.option_name} {needs}"
    if left_over := _LEFT_OVER.fullmatch(problem.message):
        return f'"{shortened(left_over[1])}" is not expected here; quote text that contains spaces'
    return problem.message


def _called(param: click.Parameter) -> str:
    """An option or an argument as it is typed."""
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
