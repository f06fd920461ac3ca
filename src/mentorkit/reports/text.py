"""Findings as text: what falls short, each with its place; then what is not settled, in the order to settle it."""

from collections.abc import Callable, Collection, Iterator, Sequence

from mentorkit.core.document import Document, Span
from mentorkit.core.finding import Finding
from mentorkit.core.paths import Path
from mentorkit.core.strength import SEVERITIES, Kind
from mentorkit.core.validate import Report
from mentorkit.core.words import visible

Style = Callable[[str, str], str]
"""Puts a text in a style, one of error, warning, advice, strong and faint."""

_WIDEST = 110
"""Characters of a line of the file that an excerpt shows."""

_MOST_RULES = 8
"""Ids of rules that a line names; --format json names all of them."""


def plain(text: str, _style: str) -> str:
    """No style at all."""
    return text


def report_text(report: Report, *, show: Collection[str] = (), style: Style = plain) -> str:
    """A whole report on one file.

    Args:
        report: the report.
        show: "advice" tells advice in full, which is otherwise counted by table; "fixes" tells of each open point what
            to write and who asks for it.
        style: colours, on a terminal.
    """
    live = [finding for finding in report.findings if not finding.waived]
    told = [finding for finding in live if "advice" in show or finding.severity != "advice"]
    blocks = []
    before: Span | None = None
    for severity in SEVERITIES:
        for finding in told:
            if finding.severity == severity and finding.kind is not Kind.NOT_SETTLED:
                blocks.append(_finding(report.document, finding, style, excerpted=finding.span == before))
                before = finding.span
    open_points = [finding for finding in told if finding.kind is Kind.NOT_SETTLED]
    if open_points:
        blocks.append("\n".join(_not_settled(open_points, style, fixes="fixes" in show)))
    if "advice" not in show:
        blocks += _advice([finding for finding in live if finding.severity == "advice"], style)
    blocks += [_waived(finding, style) for finding in report.findings if finding.waived]
    blocks.append(_summary(report, style))
    return "\n\n".join(blocks) + "\n"


def excerpt(document: Document, span: Span) -> list[str]:
    """The line of the file, and a marker under the place."""
    text = document.line(span.line)
    start = max(0, min(span.column - 1 - _WIDEST // 2, len(text) - _WIDEST))
    shown = text[start : start + _WIDEST]
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    before = "".join("\t" if char == "\t" else " " * _cells(char) for char in shown[: span.column - 1 - start])
    marked = shown[span.column - 1 - start : max(end - start, span.column - start)]
    number = f"{span.line:>6}"
    return [f"{number} | {shown}", f"{' ' * len(number)} | {before}{'^' * max(1, sum(map(_cells, marked)))}"]


def _cells(char: str) -> int:
    """How many cells of a terminal a character takes."""
    if char < "\u0300":
        return 1
    from unicodedata import combining, east_asian_width

    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def _finding(document: Document, finding: Finding, style: Style, *, excerpted: bool) -> str:
    place = f"{document.name}:{finding.span.line}:{finding.span.column}" if finding.span else document.name
    head = f"{style(visible(place), 'strong')}: {style(finding.severity, finding.severity)}: {visible(finding.message)}"
    lines = [f"{head} {_rules(finding)}"]
    if finding.span and not excerpted:
        lines += [style(visible(line), "faint") for line in excerpt(document, finding.span)]
    return "\n".join([*lines, *remedy(finding)])


def _rules(finding: Finding) -> str:
    """The ids of the rules that say so; many only where the answer opens what follows from it."""
    shown, more = finding.rules[:_MOST_RULES], len(finding.rules) - _MOST_RULES
    return f"[{', '.join(shown)}{f' and {more} more' if more > 0 else ''}]"


def remedy(finding: Finding) -> list[str]:
    """What to do, and who says so."""
    lines = _indented("do", finding.fix)
    for number, source in enumerate(finding.sources):
        lines += _indented("source" if number == 0 else "", str(source))
    return lines


def _indented(label: str, text: str) -> list[str]:
    return [f"       {label + ':' if label else '':<7} {visible(text)}"] if text else []


def _not_settled(findings: Sequence[Finding], style: Style, *, fixes: bool) -> Iterator[str]:
    """What is open, by table."""
    things = "1 thing is" if len(findings) == 1 else f"{len(findings)} things are"
    yield style(f"Not settled: {things} still open. In the order in which to settle them:", "strong")
    tables: dict[str, list[Finding]] = {}
    for finding in findings:
        tables.setdefault(_table(finding.path), []).append(finding)
    for table, within in tables.items():
        yield f"  {visible(table)}"
        width = max(len(str(finding.path[-1])) if finding.path else 0 for finding in within)
        for finding in within:
            key = visible(str(finding.path[-1])) if finding.path else ""
            severity = style(f"{finding.severity:<7}", finding.severity)
            told = visible(finding.brief or finding.message)
            yield f"    {severity} {key:<{width}}  {told} {_rules(finding)}"
            if fixes:
                yield from (f"     {line}" for line in remedy(finding))
    if not fixes:
        yield "  --show fixes tells of each what to write, and who asks for it"


def _table(path: Path) -> str:
    """The heading under which an open point stands, as the file writes it."""
    if len(path) < 2:
        return f"[[{path[0]}]]" if path else "the file"
    *outer, last = path[:-1]
    if isinstance(last, int):
        return f"[[{'.'.join(map(str, outer))}]], number {last + 1}"
    if last == "collects":
        return f"[{outer[0]}] collects: facts to ask for"
    return f"[{'.'.join(map(str, path[:-1]))}]"


def _advice(findings: Sequence[Finding], style: Style) -> list[str]:
    if not findings:
        return []
    tables: dict[str, int] = {}
    for finding in findings:
        table = str(finding.path[0]) if finding.path else "the file"
        tables[table] = tables.get(table, 0) + 1
    told = ", ".join(f"{count} on {table}" for table, count in tables.items())
    return [f"{style('Advice', 'advice')}: {told} (--show advice tells it)"]


def _waived(finding: Finding, style: Style) -> str:
    told = f"{_rules(finding)} {finding.severity}: {visible(finding.message)}"
    return f"{style('Waived', 'faint')}: {told}\n       because {visible(finding.waived or '')}"


def _summary(report: Report, style: Style) -> str:
    nouns = (("error", "errors"), ("warning", "warnings"), ("piece of advice", "pieces of advice"))
    counts = []
    for severity, (one, many) in zip(SEVERITIES, nouns, strict=True):
        count, open_count = report.count(severity), report.count(severity, Kind.NOT_SETTLED)
        told = f"{count or 'no'} {one if count == 1 else many}"
        counts.append(told + (f" ({open_count} not settled)" if open_count else ""))
    waived = sum(1 for finding in report.findings if finding.waived)
    if waived:
        counts.append(f"{waived} waived")
    sectors = ", ".join(f"{sector.title} ({sector.edition})" for sector in report.rulebook.sectors.values())
    worst = next((severity for severity in SEVERITIES if report.count(severity)), "strong")
    result = style(f"{visible(report.document.name)}: {', '.join(counts)}", worst)
    applying = len(report.rulebook.applying(report.programme))
    return f"{result}\n{applying} of {len(report.rulebook.rules)} rules apply: {sectors}"
