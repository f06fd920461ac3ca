"""mentorkit plugins: what is installed, whether it works, and where it comes from."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from mentorkit.cli.exit_status import AttentionNeeded
from mentorkit.cli.options import debug_option, format_option, say

if TYPE_CHECKING:
    from mentorkit.registry.find import FoundPlugin
    from mentorkit.registry.load import Plugin, Plugins, UnusablePluginError


@click.command(
    epilog="""\b
Examples:
  mentorkit plugins
  mentorkit plugins --verbose
  MENTORKIT_PLUGINS=substance mentorkit plugins
  mentorkit plugins --format json"""
)
@click.option(
    "--verbose", is_flag=True, help="Also say where each is installed, its hooks, and where a broken one went wrong."
)
@format_option
@debug_option
def plugins(verbose: bool, form: str) -> None:
    """List the installed plugins, including broken ones.

    The exit status is 1 if a plugin is broken, if two have the same name or prefix or cannot be used in one programme,
    or if MENTORKIT_PLUGINS names one that is not installed. Programmes that do not need a broken plugin still work.
    """
    from mentorkit.registry.fit_together import which_do_not_fit
    from mentorkit.registry.load import Plugins

    installed = Plugins()
    usable, unusable = installed.usable()
    unusable += which_do_not_fit(installed, [plugin.found.name for plugin in usable])
    unusable += installed.unknown_names()
    if form == "json":
        from mentorkit.reports.findings_json import JSON_VERSION, to_json

        say(to_json({"version": JSON_VERSION, **_data(installed, usable, unusable)}))
    else:
        for line in _lines(installed, usable, unusable, verbose=verbose):
            say(f"{line}\n")
    if unusable:
        raise AttentionNeeded


def _data(installed: "Plugins", usable: "list[Plugin]", unusable: "list[UnusablePluginError]") -> dict[str, Any]:
    return {
        "plugins": [
            {
                **_origin(plugin.found),
                "file": _file(plugin.found),
                "title": plugin.sector.title,
                "edition": plugin.sector.edition,
                "prefix": plugin.sector.prefix,
                "rules": len(plugin.rules),
                "hooks": list(plugin.hooks),
            }
            for plugin in usable
        ],
        "broken": [
            {
                "name": problem.sector,
                "message": problem.message,
                "fix": problem.fix,
                "reason": problem.reason or None,
                "at": _line(problem),
                "brought_by": [_origin(found) for found in installed.installed if found.name == problem.sector],
            }
            for problem in unusable
        ],
        "limited_to": None if installed.limited_to is None else sorted(installed.limited_to),
        "left_out": [_origin(found) for found in installed.left_out],
    }


def _origin(found: "FoundPlugin") -> dict[str, str | None]:
    return {
        "name": found.name,
        "distribution": found.distribution,
        "version": found.version,
        "folder": found.folder or None,
        "module": found.module,
    }


def _lines(
    installed: "Plugins", usable: "list[Plugin]", unusable: "list[UnusablePluginError]", *, verbose: bool
) -> Iterator[str]:
    from mentorkit.registry.find import VARIABLE

    for plugin in usable:
        found, sector = plugin.found, plugin.sector
        rules = f"{len(plugin.rules)} {'rule' if len(plugin.rules) == 1 else 'rules'}"
        yield (
            f"{found.name:<14} {found.distribution} {found.version}: {sector.title}, edition {sector.edition}, "
            f"{rules} ({sector.prefix})"
        )
        if verbose:
            yield from _where(found)
            yield f"{'':<14} hooks: {', '.join(plugin.hooks)}"
    for problem in unusable:
        yield f"{problem.sector:<14} refused: {(verbose and problem.reason) or problem.message}"
        if verbose:
            if at := _line(problem):
                yield f"{'':<14} at: {at}"
            for found in installed.installed:
                if found.name == problem.sector:
                    yield from _where(found)
        yield f"{'':<14} do: {problem.fix}"
    for found in installed.left_out:
        yield f"{found.name:<14} {found.distribution} {found.version}: left out by {VARIABLE}, not loaded"
        if verbose:
            yield from _where(found)


def _where(found: "FoundPlugin") -> Iterator[str]:
    yield f"{'':<14} installed in: {found.folder or 'no folder'} ({found.distribution} {found.version})"
    yield f"{'':<14} module: {found.module}" + (f", {file}" if (file := _file(found)) else ", not imported")


def _file(found: "FoundPlugin") -> str | None:
    """The file of a plugin's module, where it has been imported."""
    return getattr(sys.modules.get(found.module), "__file__", None)


def _line(problem: "UnusablePluginError") -> str | None:
    """The line of a plugin's code that is wrong, as file:line; None where nobody can tell."""
    return f"{problem.line[0]}:{problem.line[1]}" if problem.line else None
