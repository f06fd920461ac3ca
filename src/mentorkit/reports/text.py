"""Findings as text: what falls short, each with its place; then what is open, in the order in which to decide it.

A design of which much is open gets a screen first, see `first_answer`.
"""

from collections.abc import Collection, Iterator

from mentorkit.core.finding import Finding
from mentorkit.core.strength import SEVERITIES
from mentorkit.programme.path import Span, dotted
from mentorkit.programme.tables import settling_order
from mentorkit.reports.citations import Citations
from mentorkit.reports.counts import findings_summary, tally_text, unconfirmed_text, worst_style
from mentorkit.reports.files_table import FilesTable
from mentorkit.reports.finding_words import excerpt, labelled, remedy, rules_named, waived_text
from mentorkit.reports.first_answer import first_answer, is_much
from mentorkit.reports.open_points import open_points, section
from mentorkit.reports.report_writer import Judged, ReportOptions, Tally
from mentorkit.reports.style import PLAIN, Layout
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError, Document
from mentorkit.validation.open_point import is_open, label, label_style
from mentorkit.validation.report import Coming, Report, is_unconfirmed


def report_text(report: Report, *, show: Collection[str] = (), layout: Layout = PLAIN) -> str:
    """A whole report on one file, or a screen of it where there is much to decide and nothing is to be shown in full.

    Args:
        report: the report.
        show: "more" shows every finding, and advice in full, which is otherwise counted by table; "fixes" says for each
            open point what to write and who asks for it; "not-confirmed" shows the values of a template that nobody has
            confirmed; "baseline" shows what a baseline hides, which is otherwise
            counted; "inherited" shows what is read in the files of larger services. Each of them shows all findings.
        layout: colours and the width of the terminal.
    """
    unconfirmed = () if "not-confirmed" in show else report.unconfirmed
    live = [finding for finding in report.findings if not finding.waived]
    live = [finding for finding in live if not unconfirmed or not is_unconfirmed(finding)]
    if not show and not report.part and is_much(live):
        return first_answer(report, layout)
    shown = [finding for finding in live if show or finding.severity != "advice"]
    later = [finding for coming in report.coming for finding in coming.findings]
    citations = Citations(source for finding in (*shown, *later) for source in finding.sources)
    blocks = []
    before: Span | None = None
    for severity in SEVERITIES:
        for finding in shown:
            if finding.severity == severity and not is_open(finding):
                document = report.document_of(finding)
                blocks.append(_finding(document, finding, layout, citations, excerpted=finding.span == before))
                before = finding.span
    fixes = citations if "fixes" in show else None
    sections = ["\n".join(section(*part, report, layout, fixes)) for part in open_points(report, shown)]
    if sections and not fixes:
        sections[-1] += "\n  --show fixes says what to write for each, and who asks for it"
    blocks += sections
    blocks += [unconfirmed_text(report, layout)] if unconfirmed else []
    if not show:
        blocks += _advice([finding for finding in live if finding.severity == "advice"], layout)
    hidden = [finding for finding in report.findings if finding.waived]
    blocks += [waived_text(finding, layout) for finding in hidden if "baseline" in show or not finding.in_baseline]
    for coming in report.coming:
        blocks += [_coming(report, coming, layout, citations)]
    if "inherited" in show:
        blocks += _inherited(report)
    if listed := citations.listed():
        blocks.append("\n".join(["Cited in short above:", *(layout.fold("  ", visible(work), 4) for work in listed)]))
    blocks.append(findings_summary(report, layout))
    return "\n\n".join(blocks) + "\n"


class Text:
    """A report for each file, and what several come to together."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._layout = Layout(options.style, options.width)
        self._tally = Tally()
        self._table = FilesTable()
        self._reports = 0

    def add(self, judged: Judged) -> str:
        """The report on one file."""
        self._tally.add(judged)
        self._table.add(judged)
        if not isinstance(judged, CannotJudgeError):
            report = report_text(judged, show=self._options.show, layout=self._layout)
        elif self._options.with_unjudged:
            place = f"{judged.file}:{judged.line}:{judged.column}" if judged.line else judged.file
            said = self._layout.fold("", f"{visible(place)}: not judged: {visible(judged.message)}", 2)
            report = "\n".join([said, *labelled("do", judged.fix, self._layout)]) + "\n"
        else:
            return ""
        self._reports += 1
        return ("\n" if self._reports > 1 else "") + report

    def end(self) -> str:
        """What all files come to, where there are several, with a table of them."""
        if self._tally.files < 2:
            return ""
        together = f"{self._tally.files} files together: {tally_text(self._tally)}"
        styled = self._layout.style(together, worst_style(self._tally))
        said = [*self._table.lines(self._layout), "", self._layout.fold("", styled)]
        return ("\n" if self._reports else "") + "\n".join(said) + "\n"


def _finding(document: Document, finding: Finding, layout: Layout, citations: Citations, *, excerpted: bool) -> str:
    style = layout.style
    place = f"{document.name}:{finding.span.line}:{finding.span.column}" if finding.span else document.name
    called = style(label(finding), label_style(finding))
    head = f"{style(visible(place), 'strong')}: {called}: {visible(finding.message)}"
    lines = [layout.fold("", f"{head} [{rules_named(finding)}]", 7)]
    if finding.span and not excerpted:
        lines += [style(visible(line), "faint") for line in excerpt(document, finding.span, layout.width)]
    return "\n".join([*lines, *remedy(finding, citations, layout)])


def _coming(report: Report, coming: Coming, layout: Layout, citations: Citations) -> str:
    """What is found besides from a later day on, which does not count yet."""
    heading = layout.style(f"From {coming.day} this will count too:", "strong")
    found = (
        _finding(report.document_of(finding), finding, layout, citations, excerpted=True) for finding in coming.findings
    )
    return "\n\n".join([heading, *found])


def _advice(findings: list[Finding], layout: Layout) -> list[str]:
    if not findings:
        return []
    tables: dict[str, int] = {}
    for finding in findings:
        table = str(finding.path[0]) if finding.path else "the file"
        tables[table] = tables.get(table, 0) + 1
    in_order = sorted(tables, key=lambda table: settling_order((table,)))
    counts = ", ".join(f"{tables[table]} on {table}" for table in in_order)
    return [layout.fold("", f"{layout.style('To consider', 'advice')}: {counts} (--more shows it)", 2)]


def _inherited(report: Report) -> Iterator[str]:
    """What the programme does not state itself, for each file of a larger service that states it, table by table."""
    for file in report.larger:
        tables: dict[str, list[str]] = {}
        for table, *key in (path for name, path in report.inherited if name == file.name):
            tables.setdefault(str(table), []).append(dotted(tuple(key)))
        lines = [f"  {table}: {', '.join(keys)}" if any(keys) else f"  {table}" for table, keys in tables.items()]
        yield "\n".join([f"Read in {visible(file.name)}:", *(lines or ["  nothing"])])
