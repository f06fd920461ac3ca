"""What is open, in the order in which to decide it: by when, then table by table."""

from collections.abc import Iterator, Sequence

from mentorkit.core.finding import Finding
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.key import DecideBy
from mentorkit.reports.citations import Citations
from mentorkit.reports.finding_words import place_in_words, remedy, rules_named, table_and_key
from mentorkit.reports.style import Layout
from mentorkit.text.words import visible
from mentorkit.toml.where_to_write import where_to_write
from mentorkit.validation.open_point import is_open, label, label_style
from mentorkit.validation.report import Report
from mentorkit.validation.when_to_decide import decide_by


def open_points(report: Report, findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Of some findings those that are open, as binding and as urgent ones together, each with its heading."""
    for severity in SEVERITIES:
        of_severity = [finding for finding in findings if is_open(finding) and finding.severity == severity]
        for when in DecideBy:
            if urgent := [finding for finding in of_severity if decide_by(finding, report.rulebook) is when]:
                yield f"{label(urgent[0]).capitalize()} {when.value}", urgent


def by_table(report: Report, findings: Sequence[Finding]) -> dict[str, list[tuple[str, Finding]]]:
    """Findings by the heading of the table in which to settle them, each with its key there."""
    tables: dict[str, list[tuple[str, Finding]]] = {}
    for finding in findings:
        table, key = table_and_key(report.programme, finding.path)
        tables.setdefault(table, []).append((key, finding))
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
    for table, within in by_table(report, findings).items():
        yield f"  {visible(table)}"
        width = max(len(visible(key)) for key, _ in within)
        for key, finding in within:
            said = f"{finding.brief or finding.message} [{rules_named(finding)}], {where(report, finding)}"
            yield layout.fold(f"    {visible(key):<{width}}  ", visible(said))
            if fixes:
                yield from remedy(finding, fixes, layout, "     ")


def point(report: Report, finding: Finding) -> str:
    """One point in one line, with its place; the key says in which table, so that the place need not."""
    key = f"{place_in_words(report.programme, finding.path)}: " if finding.path else ""
    said = f"{key}{finding.brief or finding.message} [{rules_named(finding)}]"
    if finding.span and finding.span.file:
        return visible(f"{where(report, finding)}: {said}")
    return visible(f"{where_to_write(report.document, finding.path).beside_key}: {said}")
