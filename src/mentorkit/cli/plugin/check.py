"""mentorkit plugin check: whether plugins keep the contract, without pytest."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stdout
from datetime import date
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import AttentionNeeded
from mentorkit.cli.options import debug_option, format_option, on_option, say, style
from mentorkit.cli.shown_stream import own_stream

if TYPE_CHECKING:
    from mentorkit.registry.find import FoundPlugin
    from mentorkit.registry.load import Plugins
    from mentorkit.testing.advice import Advice
    from mentorkit.testing.checks import Check

    AdviceByPlugin = dict[FoundPlugin, list[Advice]]


@click.command(
    epilog="""\b
Examples:
  mentorkit plugin check
  mentorkit plugin check substance
  mentorkit plugin check substance --with probation --with schools
  mentorkit plugin check substance --format json"""
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--with",
    "others",
    metavar="NAME",
    multiple=True,
    help="Another sector to check it with. You can give several.",
)
@on_option()
@format_option
@debug_option
def check(names: tuple[str, ...], others: tuple[str, ...], on: date, form: str) -> None:
    """Check that installed plugins keep the contract, and say what to fix.

    NAME is a sector as a programme names it; if you give none, all installed plugins are checked. The exit status is 1
    if there is something to fix, and 2 if a sector is not installed. Hypothesis, which comes with mentorkit[testing],
    tries the laws with generated programmes.
    """
    from mentorkit.registry.find import find_plugins
    from mentorkit.registry.load import Plugins, UnusablePluginError, require_plugins
    from mentorkit.testing.checks import CHECKS, can_run

    installed = find_plugins()
    try:
        chosen = require_plugins(installed, dict.fromkeys(names or (plugin.name for plugin in installed)))
        require_plugins(installed, others)
    except UnusablePluginError as problem:
        raise click.UsageError(str(problem)) from None
    running = [check for check in CHECKS if can_run(check)]
    skipped = [check.name for check in CHECKS if not can_run(check)]
    found: AdviceByPlugin = {plugin: [] for plugin in chosen}
    # What a rule prints is no answer of ours.
    with _nothing_left_behind(), redirect_stdout(sys.stderr), _progress(len(chosen) * len(running)) as bar:
        for plugin, advice in _advice(chosen, running, on):
            found[plugin] += advice
            if bar is not None:
                bar.update(1)
        plugins = Plugins(installed, limited_to=None)
        for plugin, advice in found.items() if others else ():
            advice += _advice_on_use_with(others, plugin, advice, plugins)
    if form == "json":
        _say_data(found, [check.name for check in running], skipped)
    else:
        _say_text(found, len(running), skipped)
    if any(found.values()):
        raise AttentionNeeded


def _advice(
    plugins: "tuple[FoundPlugin, ...]", checks: "list[Check]", on: date
) -> "Iterator[tuple[FoundPlugin, list[Advice]]]":
    from mentorkit.testing.checks import advice_of
    from mentorkit.testing.plugin_under_test import PluginUnderTest

    for plugin in plugins:
        subject = PluginUnderTest.of(plugin, on)
        for check in checks:
            yield plugin, advice_of(check, subject)


def _advice_on_use_with(
    others: tuple[str, ...], plugin: "FoundPlugin", advice: "list[Advice]", plugins: "Plugins"
) -> "Iterator[Advice]":
    """Where a plugin and one of the others cannot be used in one programme; nothing of one that fits none."""
    from mentorkit.registry.load import UnusablePluginError
    from mentorkit.testing.advice import Advice

    alone = {one.check for one in advice} & {"loads", "law-4-sectors"}
    for other in others if not alone else ():
        both = f"change yours, or agree with the makers of {other}"
        for named in ([other], [plugin.name, other]):
            try:
                plugins.rulebook(named)
            except UnusablePluginError as problem:
                first = len(named) == 1  # the other cannot be used whatever this one is
                message, fix = (problem.message, problem.fix) if first else (problem.reason or problem.message, both)
                yield Advice("together", plugin.module, message, fix)
                break


@contextmanager
def _nothing_left_behind() -> Iterator[None]:
    """Lets Hypothesis keep its notes where they are cleared away, and not in the folder in which we are called."""
    with TemporaryDirectory() as folder:
        os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", folder)
        yield


def _progress(length: int) -> AbstractContextManager[Any]:
    """A bar on the terminal; none where nobody watches."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return nullcontext()
    return click.progressbar(length=length, label="checking", file=own_stream(sys.stderr))


def _say_text(found: "AdviceByPlugin", checks: int, skipped: list[str]) -> None:
    for plugin, advice in found.items():
        count = f"{len(advice)} to fix" if advice else "nothing to fix"
        say(f"{style(str(plugin), 'strong')}: {checks} checks, {style(count, 'error') if advice else count}\n")
        for one in advice:
            say(f"  {one.about}: {style(one.check, 'strong')}: {one.message}\n    do: {one.fix}\n")
    if skipped:
        from mentorkit.testing.checks import NEEDS_HYPOTHESIS

        click.echo(f"skipped: {', '.join(skipped)}: {NEEDS_HYPOTHESIS}", err=True)


def _say_data(found: "AdviceByPlugin", checks: list[str], skipped: list[str]) -> None:
    import attrs

    from mentorkit.reports.findings_json import JSON_VERSION, to_json

    plugins = [
        {
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "advice": [attrs.asdict(one) for one in advice],
        }
        for plugin, advice in found.items()
    ]
    say(to_json({"version": JSON_VERSION, "checks": checks, "skipped": skipped, "plugins": plugins}))
