"""Whether the programme that a sector offers to start from is complete."""

from collections.abc import Iterator
from datetime import date

from mentorkit.core.discovery import find_plugins
from mentorkit.core.document import CannotJudgeError
from mentorkit.core.plugins import Plugin, Plugins, UnusablePluginError, template_of
from mentorkit.core.validate import Report, validate
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import DAY, plugin_of
from mentorkit.testing.subject import Subject


def template_findings(package: str, on: date = DAY) -> list[str]:
    """What is wrong with the template of a plugin on a day, one sentence each; empty where it has none.

    Raises:
        AssertionError: where the file is not there, or is no programme of this sector alone.
    """
    report = template_report(plugin_of(package), on)
    if report is None:
        return []
    return [
        *(f"state {name} in [programme]" for name in unstated(report)),
        *(f"{finding.rule}: {finding.message}" for finding in report.findings),
    ]


def template_report(plugin: Plugin, on: date) -> Report | None:
    """What is said of the template of a plugin, or None where it has none; the same errors as `template_findings`."""
    try:
        source = template_of(plugin)
        plugins = Plugins(tuple(sorted({*find_plugins(), plugin.found})))
        report = None if source is None else validate(source, str(plugin.sector.template), plugins, on)
    except (UnusablePluginError, CannotJudgeError) as problem:
        raise AssertionError(str(problem)) from None
    if report is not None and report.programme.programme.sectors != (plugin.found.name,):
        raise AssertionError(f"{plugin.sector.template} names its own sector alone")
    return report


def unstated(report: Report) -> list[str]:
    """What every template states about itself, and this one does not."""
    stated = report.programme.programme
    return [name for name in ("name", "settings", "nation") if getattr(stated, name) is None]


def template(subject: Subject) -> Iterator[Advice]:
    """The template, where there is one, is a complete programme of this sector that nothing is said against."""
    name = str(subject.plugin.sector.template)
    try:
        report = template_report(subject.plugin, subject.on)
    except AssertionError as problem:
        yield Advice("template", name, str(problem), "let it be a whole programme with this sector and no other")
        return
    if report is None:
        return
    for key in unstated(report):
        yield Advice("template", name, f"it does not state {key}", f"state {key} in [programme]")
    for finding in report.findings:
        place = f"{name}:{finding.span.line}" if finding.span else name
        yield Advice("template", place, f"{finding.rule}: {finding.message}", finding.fix)
