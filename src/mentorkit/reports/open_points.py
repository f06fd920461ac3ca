"""What is open, in the order in which to decide it: by when, then table by table."""

from collections.abc import Iterator, Sequence

from mentorkit.core.finding import Finding
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.key import DecideBy
from mentorkit.programme.path import dotted
from mentorkit.reports.citations import Citations
from mentorkit.reports.finding_words import (
    is_open,
    label,
    label_style,
    remedy,
    rules_named,
    table_heading,
)
from mentorkit.reports.style import Layout
from mentorkit.text.words import visible
from mentorkit.toml.where_to_write import where_to_write
from mentorkit.validation.report import Report
from mentorkit.validation.when_to_decide import decide_by


def open_points(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Of some findings those that are open, as binding and as urgent ones together, each with its heading."""
    for severity in SEVERITIES:
        of_severity = [finding for finding in findings if is_open(finding) and finding.severity == severity]
        for when in DecideBy:
            if urgent := [finding for finding in of_severity if decide_by(finding, report.rulebook) is when]:
                yield f"{label(urgent[0]).capitalize()} {when.value}", urgent


def by_table(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Findings by the heading of the table in which to settle them."""
    tables: dict[str, list[Finding]] = {}
    for finding in findings:
        tables.setdefault(table_heading(finding.path), []).append(finding)
    return tables


def where(report: Report, finding: Finding) -> str:
    """Where to write an open point: on its line, or where it belongs; or where the file of a larger service has it."""
    if finding.span and finding.span.file:
        return f"{finding.span.file}:{finding.span.line}"
    return where_to_write(report.document, finding.path).words


def section(
    heading: str, findings: Sequence[Finding], report: Report, layout: Layout, fixes: Citations | None
) -> Iterator[str]:
    """The lines about points that are as binding and as urgent, by table; what to do where citations are given."""
    number = sum(1 + finding.more for finding in findings)
    yield f"{layout.style(heading, label_style(findings[0]))}: {number}"
    for table, within in by_table(findings).items():
        yield f"  {visible(table)}"
        width = max(len(str(finding.path[-1])) if finding.path else 0 for finding in within)
        for finding in within:
            key = visible(str(finding.path[-1])) if finding.path else ""
            said = f"{finding.brief or finding.message} [{rules_named(finding)}], {where(report, finding)}"
            yield layout.fold(f"    {key:<{width}}  ", visible(said))
            if fixes:
                yield from remedy(finding, fixes, layout, "     ")


def point(report: Report, finding: Finding) -> str:
    """One point in one line, with its place."""
    key = f"{dotted(finding.path)}: " if finding.path else ""
    return visible(f"{where(report, finding)}: {key}{finding.brief or finding.message} [{rules_named(finding)}]")
