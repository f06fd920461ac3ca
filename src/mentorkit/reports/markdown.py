"""Findings as Markdown, for a meeting or a message: what falls short, what is open, what is waived.

What comes from a file is escaped, so that it reads as it was written and can be no heading, link or HTML.
"""

from collections.abc import Iterator, Sequence

from mentorkit.core.finding import Finding
from mentorkit.core.source import Source
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.path import Span
from mentorkit.reports.counts import counts_text, rules_text, start_text, tally_text
from mentorkit.reports.finding_words import rules_named
from mentorkit.reports.open_points import by_table, open_points, where
from mentorkit.reports.report_writer import Judged, ReportOptions, Tally
from mentorkit.text.markdown import escaped
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.open_point import is_open, label
from mentorkit.validation.other_nation import no_law_is_checked
from mentorkit.validation.report import Report

_HEADINGS = {"error": "To put right", "warning": "Worth putting right", "advice": "To consider"}


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
    if start := start_text(report):
        yield f"{start[0].upper()}{start[1:]}.\n"
    if law := no_law_is_checked(report.programme):
        yield f"{escaped(law[0].upper() + law[1:])}.\n"
    live = [finding for finding in report.findings if finding.waived is None]
    for severity in SEVERITIES:
        of_severity = [finding for finding in live if finding.severity == severity]
        yield from _section(_HEADINGS[severity], [finding for finding in of_severity if not is_open(finding)])
    for heading, findings in open_points(report, live):
        yield from _open(heading, findings, report)
    yield from _section("Waived", [finding for finding in report.findings if finding.waived is not None])
    for coming in report.coming:
        yield from _section(f"From {coming.day} this will count too", coming.findings)


def _section(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"### {heading}\n"
    for finding in findings:
        line = f"{_line(finding.span)}: " if finding.span else ""
        waived = "" if finding.waived is None else f"{label(finding)}, "
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


def _open(heading: str, findings: Sequence[Finding], report: Report) -> Iterator[str]:
    """What is open and as urgent, by table, in the order in which to settle it; text says how to write it."""
    yield f"### {heading}\n"
    for table, within in by_table(report, findings).items():
        yield f"- {escaped(table)}"
        for name, finding in within:
            key = f"**{escaped(name)}**: " if name else ""
            said = f"{finding.brief or finding.message} ({rules_named(finding)}), {where(report, finding)}"
            yield f"  - {key}{escaped(said)}"
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
