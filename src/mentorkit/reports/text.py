"""Findings as text: what falls short, each with its place; then what is not settled, in the order to settle it.

Of both the errors come first, then the warnings; advice is summed up.
"""

from collections.abc import Collection, Iterator, Sequence

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.path import Path, Span, dotted
from mentorkit.programme.tables import settling_order
from mentorkit.reports.citations import Citations
from mentorkit.reports.report_writer import Judged, ReportOptions, Tally
from mentorkit.reports.style import Style, unstyled
from mentorkit.text.words import listed, visible
from mentorkit.toml.document import CannotJudgeError, Document
from mentorkit.validation.file_checks import NOT_CONFIRMED, OLDER_FORMAT
from mentorkit.validation.other_nation import no_law_is_checked
from mentorkit.validation.report import Coming, Report

_WIDEST = 110
"""Characters of a line of the file that an excerpt shows."""

_NOUNS = {
    "error": ("errors", "error", "errors"),
    "warning": ("warnings", "warning", "warnings"),
    "advice": ("advice", "piece of advice", "pieces of advice"),
}
"""What each severity is called where there is none, one, and more."""

_MOST_RULES = 4
"""Ids of rules that the line of an open point names; --format json names all of them."""


def report_text(report: Report, *, show: Collection[str] = (), style: Style = unstyled) -> str:
    """A whole report on one file.

    Args:
        report: the report.
        show: "advice" shows advice in full, which is otherwise counted by table; "fixes" says for each open point what
            to write and who asks for it; "not-confirmed" shows the values of a template that nobody has confirmed;
            "baseline" shows what a baseline hides, which is otherwise counted;
            "inherited" shows what is read in the files of larger services.
        style: colours, on a terminal.
    """
    live = [finding for finding in report.findings if not finding.waived]
    unconfirmed = [finding for finding in live if finding.rule == NOT_CONFIRMED and "not-confirmed" not in show]
    live = [finding for finding in live if finding not in unconfirmed]
    shown = [finding for finding in live if "advice" in show or finding.severity != "advice"]
    later = [finding for coming in report.coming for finding in coming.findings]
    citations = Citations(source for finding in (*shown, *later) for source in finding.sources)
    blocks = []
    before: Span | None = None
    for severity in SEVERITIES:
        for finding in shown:
            if finding.severity == severity and finding.kind is not FindingKind.NOT_SETTLED:
                document = report.document_of(finding)
                blocks.append(_finding(document, finding, style, citations, excerpted=finding.span == before))
                before = finding.span
    open_points = [finding for finding in shown if finding.kind is FindingKind.NOT_SETTLED]
    fixes = citations if "fixes" in show else None
    for severity in SEVERITIES:
        if of_severity := [finding for finding in open_points if finding.severity == severity]:
            blocks.append("\n".join(_not_settled(severity, of_severity, style, fixes)))
    if open_points and not fixes:
        blocks[-1] += "\n  --show fixes says what to write for each, and who asks for it"
    if unconfirmed:
        blocks.append(_unconfirmed(report, unconfirmed, style))
    if "advice" not in show:
        blocks += _advice([finding for finding in live if finding.severity == "advice"], style)
    hidden = [finding for finding in report.findings if finding.waived]
    blocks += [waived_text(finding, style) for finding in hidden if "baseline" in show or not finding.in_baseline]
    for coming in report.coming:
        blocks += [_coming(report, coming, style, citations)]
    if "inherited" in show:
        blocks += _inherited(report)
    if listed := citations.listed():
        blocks.append("\n  ".join(["Cited in short above:", *map(visible, listed)]))
    blocks.append(findings_summary(report, style))
    return "\n\n".join(blocks) + "\n"


class Text:
    """A report for each file, and what several come to together."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._tally = Tally()
        self._reports = 0

    def add(self, judged: Judged) -> str:
        """The report on one file."""
        self._tally.add(judged)
        if not isinstance(judged, CannotJudgeError):
            report = report_text(judged, show=self._options.show, style=self._options.style)
        elif self._options.with_unjudged:
            place = f"{judged.file}:{judged.line}:{judged.column}" if judged.line else judged.file
            lines = [f"{visible(place)}: not judged: {visible(judged.message)}", *_indented("do", judged.fix)]
            report = "\n".join(lines) + "\n"
        else:
            return ""
        self._reports += 1
        return ("\n" if self._reports > 1 else "") + report

    def end(self) -> str:
        """What all files come to, where there are several."""
        if self._tally.files < 2:
            return ""
        worst = next((severity for severity in SEVERITIES if self._tally.counts[severity]), "strong")
        together = f"{self._tally.files} files together: {tally_text(self._tally)}"
        return ("\n" if self._reports else "") + self._options.style(together, worst) + "\n"


def tally_text(tally: Tally) -> str:
    """How many findings there are of each severity, waived and new, and how many files were not judged."""
    counts = [count_in_words(tally.counts[severity], severity) for severity in SEVERITIES]
    counts += [f"{tally.waived} waived"] if tally.waived else []
    counts += [f"{tally.newly_asked} newly asked"] if tally.newly_asked else []
    return ", ".join([*counts, *([f"{tally.not_judged} not judged"] if tally.not_judged else [])])


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


def _finding(document: Document, finding: Finding, style: Style, citations: Citations, *, excerpted: bool) -> str:
    place = f"{document.name}:{finding.span.line}:{finding.span.column}" if finding.span else document.name
    head = f"{style(visible(place), 'strong')}: {style(finding.severity, finding.severity)}: {visible(finding.message)}"
    lines = [f"{head} [{rules_named(finding)}]"]
    if finding.span and not excerpted:
        lines += [style(visible(line), "faint") for line in excerpt(document, finding.span)]
    return "\n".join([*lines, *remedy(finding, citations)])


def _coming(report: Report, coming: Coming, style: Style, citations: Citations) -> str:
    """What is found besides from a later day on, which does not count yet."""
    heading = style(f"From {coming.day} this will count too:", "strong")
    found = (
        _finding(report.document_of(finding), finding, style, citations, excerpted=True) for finding in coming.findings
    )
    return "\n\n".join([heading, *found])


def rules_named(finding: Finding) -> str:
    """The ids of the rules that say so, and since when they do; of what is open not all, since the answer decides."""
    most = _MOST_RULES if finding.kind is FindingKind.NOT_SETTLED else len(finding.rules)
    shown, more = finding.rules[:most], len(finding.rules) - most
    new = f"; newly asked since {finding.newly_asked}" if finding.newly_asked else ""
    return f"{', '.join(shown)}{f' and {more} more' if more > 0 else ''}{new}"


def remedy(finding: Finding, citations: Citations) -> list[str]:
    """What to do, and who says so."""
    lines = _indented("do", finding.fix)
    for number, source in enumerate(finding.sources):
        lines += _indented("source" if number == 0 else "", citations.cite(source))
    for note in finding.notes:
        lines += _indented("note", note)
    return lines


def _indented(label: str, text: str) -> list[str]:
    return [f"       {label + ':' if label else '':<7} {visible(text)}"] if text else []


def _not_settled(severity: str, findings: Sequence[Finding], style: Style, fixes: Citations | None) -> Iterator[str]:
    """What is open and as binding as this, by table; with what to do where citations are given for that."""
    open_points = count_in_words(len(findings), severity)
    yield f"{style('Not settled', 'strong')}: {style(open_points, severity)}, in the order in which to settle them:"
    tables: dict[str, list[Finding]] = {}
    for finding in findings:
        tables.setdefault(table_heading(finding.path), []).append(finding)
    for table, within in tables.items():
        yield f"  {visible(table)}"
        width = max(len(str(finding.path[-1])) if finding.path else 0 for finding in within)
        for finding in within:
            key = visible(str(finding.path[-1])) if finding.path else ""
            said = f"{visible(finding.brief or finding.message)}{visible(place_in_larger_file(finding))}"
            yield f"    {key:<{width}}  {said} [{rules_named(finding)}]"
            if fixes:
                yield from (f"     {line}" for line in remedy(finding, fixes))


def _unconfirmed(report: Report, findings: Sequence[Finding], style: Style) -> str:
    """How many values of a template nobody has confirmed, how to see them and what to do."""
    count = sum(1 + finding.more for finding in findings)
    musts = sum(1 + finding.more for finding in findings if finding.severity == "error")
    heading, file = style("Not confirmed", "strong"), visible(report.document.name)
    return (
        f"{heading}: {values_in_words(count)} from a template, of which rules that must be met read {musts}\n"
        f"  --show not-confirmed lists them; 'mentorkit confirm {file}' shows and confirms them"
    )


def values_in_words(count: int) -> str:
    """How many values there are, such as "61 values"."""
    return f"{count} value{'' if count == 1 else 's'}"


def place_in_larger_file(finding: Finding) -> str:
    """Where the file of a larger service states what a finding is about, for a list without places; mostly empty."""
    return f" ({finding.span.file}:{finding.span.line})" if finding.span and finding.span.file else ""


def count_in_words(count: int, severity: str) -> str:
    """How many findings there are of a severity, such as "2 warnings"."""
    return f"{count or 'no'} {_NOUNS[severity][min(count, 2)]}"


def table_heading(path: Path) -> str:
    """The heading under which an open point stands: a table as the file writes it, an entry of a list as its path."""
    if len(path) < 2:
        return f"[[{path[0]}]]" if path else "the file"
    last = path[-2]
    if isinstance(last, int):
        return dotted(path[:-1])
    if last == "collects":
        return f"[{path[0]}] collects: facts to ask for"
    return f"[{dotted(path[:-1])}]"


def _advice(findings: Sequence[Finding], style: Style) -> list[str]:
    if not findings:
        return []
    tables: dict[str, int] = {}
    for finding in findings:
        table = str(finding.path[0]) if finding.path else "the file"
        tables[table] = tables.get(table, 0) + 1
    in_order = sorted(tables, key=lambda table: settling_order((table,)))
    counts = ", ".join(f"{tables[table]} on {table}" for table in in_order)
    return [f"{style('Advice', 'advice')}: {counts} (--show advice shows it)"]


def waived_text(finding: Finding, style: Style) -> str:
    """A finding that a waiver or a baseline sets aside, and why."""
    text = f"[{rules_named(finding)}] {finding.severity}: {visible(finding.message)}"
    label = "In the baseline" if finding.in_baseline else "Waived"
    return f"{style(label, 'faint')}: {text}\n       because {visible(finding.waived or '')}"


def findings_summary(report: Report, style: Style = unstyled) -> str:
    """How many findings of which severity a report has, and whose rules were applied; what it could not ask, too."""
    worst = next((severity for severity in SEVERITIES if report.count(severity)), "strong")
    result = style(f"{visible(report.document.name)}: {counts_text(report)}", worst)
    older = [finding.message for finding in report.findings if finding.rule == OLDER_FORMAT]
    said = [visible(message) for message in (no_law_is_checked(report.programme), *older)]
    return "\n".join(filter(None, [result, rules_text(report), *said]))


def counts_text(report: Report) -> str:
    """How many findings there are of each severity and of them not settled, how many are set aside or new.

    Values of a template that nobody has confirmed are counted by themselves; where there is nothing else to put right
    or to decide, the design is complete.
    """
    unconfirmed = [each for each in report.findings if each.rule == NOT_CONFIRMED and not each.waived]
    counts = {each: [report.count(each), report.count(each, FindingKind.NOT_SETTLED)] for each in SEVERITIES}
    for finding in unconfirmed:
        counts[finding.severity] = [count - 1 - finding.more for count in counts[finding.severity]]
    complete = bool(unconfirmed) and not any(counts[severity][0] for severity in ("error", "warning"))
    said = ["complete"] if complete else []
    said += [f"{values_in_words(sum(1 + each.more for each in unconfirmed))} not confirmed"] if complete else []
    for severity, (count, open_count) in counts.items():
        if count or not complete:
            said.append(count_in_words(count, severity) + (f" ({open_count} not settled)" if open_count else ""))
    if unconfirmed and not complete:
        said.append(f"{values_in_words(sum(1 + each.more for each in unconfirmed))} not confirmed")
    for in_baseline, where in ((False, "waived"), (True, "in the baseline")):
        hidden = report.hidden(in_baseline=in_baseline)
        said += [f"{hidden} {where}"] if hidden else []
    said += [f"{report.newly_asked} newly asked"] if report.newly_asked else []
    return ", ".join(said)


def rules_text(report: Report) -> str:
    """How many rules were applied, of which sectors in which edition."""
    sectors = ", ".join(f"{sector.title} ({sector.edition})" for sector in report.rulebook.sectors.values())
    applying = len(report.rulebook.rules_for(report.programme))
    answered = f"; what the file does not state is read in {listed(names)}" if (names := _larger(report)) else ""
    return f"{applying} of {len(report.rulebook.rules)} rules apply: {sectors}{answered}"


def _inherited(report: Report) -> Iterator[str]:
    """What the programme does not state itself, for each file of a larger service that states it, table by table."""
    for file in report.larger:
        tables: dict[str, list[str]] = {}
        for table, *key in (path for name, path in report.inherited if name == file.name):
            tables.setdefault(str(table), []).append(dotted(tuple(key)))
        lines = [f"  {table}: {', '.join(keys)}" if any(keys) else f"  {table}" for table, keys in tables.items()]
        yield "\n".join([f"Read in {visible(file.name)}:", *(lines or ["  nothing"])])


def _larger(report: Report) -> list[str]:
    return [visible(document.name) for document in report.larger]
