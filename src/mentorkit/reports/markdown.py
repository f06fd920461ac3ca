"""Findings as Markdown, for a meeting or a message: what falls short, what is open, what is waived.

What comes from a file is escaped, so that it reads as it was written and can be no heading, link or HTML.
"""

from collections.abc import Iterator, Sequence

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.source import Source
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.path import Span
from mentorkit.reports.report_writer import Judged, ReportOptions, Tally
from mentorkit.reports.text import (
    counts_text,
    place_in_larger_file,
    rules_named,
    rules_text,
    table_heading,
    tally_text,
)
from mentorkit.text.markdown import escaped
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.other_nation import no_law_is_checked
from mentorkit.validation.report import Report

_HEADINGS = {"error": "Errors", "warning": "Warnings", "advice": "Advice"}


class Markdown:
    """A section for each file, and what several come to together."""

    def __init__(self, options: ReportOptions) -> None:
        self._on = options.on
        self._tally = Tally()

    def add(self, judged: Judged) -> str:
        """The section of one file."""
        opening = "" if self._tally.files else self._opening()
        self._tally.add(judged)
        return opening + "\n".join(_not_judged(judged) if isinstance(judged, CannotJudgeError) else _judged(judged))

    def end(self) -> str:
        """What all files come to, where there are several."""
        if self._tally.files < 2:
            return "" if self._tally.files else self._opening()
        return f"\n## {self._tally.files} files together\n\n{tally_text(self._tally)}.\n"

    def _opening(self) -> str:
        return f"# Check of the design on {self._on}\n"


def _not_judged(problem: CannotJudgeError) -> Iterator[str]:
    yield f"\n## {escaped(problem.file)}\n"
    place = f", line {problem.line}" if problem.line else ""
    yield f"**Not judged**{place}: {escaped(problem.message)}. To do: {escaped(problem.fix)}.\n"


def _judged(report: Report) -> Iterator[str]:
    yield f"\n## {escaped(report.document.name)}\n"
    yield f"**{counts_text(report)}.** {rules_text(report)}.\n"
    if law := no_law_is_checked(report.programme):
        yield f"{escaped(law[0].upper() + law[1:])}.\n"
    live = [finding for finding in report.findings if finding.waived is None]
    for severity in SEVERITIES:
        of_severity = [finding for finding in live if finding.severity == severity]
        yield from _section(_HEADINGS[severity], [f for f in of_severity if f.kind is not FindingKind.NOT_SETTLED])
        if severity != "advice":
            yield from _open(severity, [f for f in of_severity if f.kind is FindingKind.NOT_SETTLED])
    yield from _open("advice", [f for f in live if f.severity == "advice" and f.kind is FindingKind.NOT_SETTLED])
    yield from _section("Waived", [finding for finding in report.findings if finding.waived is not None])
    for coming in report.coming:
        yield from _section(f"From {coming.day} this will count too", coming.findings)


def _section(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"### {heading}\n"
    for finding in findings:
        line = f"{_line(finding.span)}: " if finding.span else ""
        waived = "" if finding.waived is None else f"{finding.severity}, "
        yield f"- {waived}{line}{escaped(finding.message)} ({rules_named(finding)})"
        if finding.waived is not None:
            yield f"  - Waived, because {escaped(finding.waived)}"
        if finding.fix:
            yield f"  - To do: {escaped(finding.fix)}"
        for source in finding.sources:
            yield f"  - Source: {cited(source)}"
        for note in finding.notes:
            yield f"  - Note: {escaped(note)}"
    yield ""


def _line(span: Span) -> str:
    return f"{escaped(span.file)}, line {span.line}" if span.file else f"line {span.line}"


def _open(severity: str, findings: Sequence[Finding]) -> Iterator[str]:
    """What is not settled, by table, in the order in which to settle it; text says how to write it."""
    if not findings:
        return
    yield f"### Not settled: {_HEADINGS[severity].lower()}\n"
    tables: dict[str, list[Finding]] = {}
    for finding in findings:
        tables.setdefault(table_heading(finding.path), []).append(finding)
    for table, within in tables.items():
        yield f"- {escaped(table)}"
        for finding in within:
            key = f"**{escaped(str(finding.path[-1]))}**: " if finding.path else ""
            said = f"{finding.brief or finding.message}{place_in_larger_file(finding)}"
            yield f"  - {key}{escaped(said)} ({rules_named(finding)})"
    yield ""


def cited(source: Source) -> str:
    """A source as Markdown, with a link to where it can be read."""
    if "://" not in source.address:
        return escaped(f"{source}, {source.address}")
    address = source.address.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    dated = source.in_full.removeprefix(f"{source.author}, {source.title}")
    place = f": {source.place}" if source.place else ""
    link = f"[{escaped(f'{source.author}, {source.title}')}](<{address}>)"
    return f"{link}{escaped(f'{dated}{place}, {source.kind}')}"
