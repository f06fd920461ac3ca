"""Whether the programme that a sector offers to start from is complete."""

from collections.abc import Iterator
from datetime import date

from mentorkit.registry.find import find_plugins
from mentorkit.registry.load import Plugin, Plugins, UnusablePluginError, template_of
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CASE_DAY, plugin_of
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate


def template_findings(package: str, on: date = CASE_DAY) -> list[str]:
    """What is wrong with the template of a plugin on a day, one sentence each; empty where it has none.

    Raises:
        AssertionError: where the file is not there, or is no programme of this sector alone.
    """
    try:
        report = template_report(plugin_of(package), on)
    except (UnusablePluginError, CannotJudgeError, NotItsOwnError) as problem:
        raise AssertionError(str(problem)) from None
    if report is None:
        return []
    return [
        *(f"state {name} in [programme]" for name in unstated(report)),
        *(f"{finding.rule}: {finding.message}" for finding in report.findings),
    ]


class NotItsOwnError(Exception):
    """A template names other sectors than its own."""


def template_report(plugin: Plugin, on: date) -> Report | None:
    """What is said of the template of a plugin, or None where it has none.

    Raises:
        UnusablePluginError: where the file is not there.
        CannotJudgeError: where it is no programme.
        NotItsOwnError: where it is one of other sectors.
    """
    source = template_of(plugin)
    if source is None:
        return None
    plugins = Plugins(tuple(sorted({*find_plugins(), plugin.found})))
    report = validate(source, str(plugin.sector.template), plugins, on)
    if report.programme.programme.sectors != (plugin.found.name,):
        raise NotItsOwnError(f"{plugin.sector.template} names its own sector alone")
    return report


def unstated(report: Report) -> list[str]:
    """What every template states about itself, and this one does not."""
    stated = report.programme.programme
    return [name for name in ("name", "settings", "nation") if getattr(stated, name) is None]


def template(under_test: PluginUnderTest) -> Iterator[Advice]:
    """The template, where there is one, is a complete programme of this sector that nothing is said against."""
    name = str(under_test.plugin.sector.template)
    try:
        report = template_report(under_test.plugin, under_test.on)
    except UnusablePluginError:
        yield Advice("template", name, "the package does not have this file", "add it, or correct the name in Sector")
        return
    except CannotJudgeError as problem:
        place = f"{name}:{problem.line}" if problem.line else name
        yield Advice("template", place, problem.message, problem.fix)
        return
    except NotItsOwnError:
        fix = f'write sectors = ["{under_test.found.name}"]'
        yield Advice("template", name, "it does not name its own sector alone", fix)
        return
    if report is None:
        return
    for key in unstated(report):
        yield Advice("template", name, f"it does not state {key}", f"state {key} in [programme]")
    for finding in report.findings:
        place = f"{name}:{finding.span.line}" if finding.span else name
        yield Advice("template", place, f"{finding.rule}: {finding.message}", finding.fix)
