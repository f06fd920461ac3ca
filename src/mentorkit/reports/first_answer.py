"""The first answer to a design of which much is open: a screen, with what matters first and how to see the rest."""

from collections.abc import Sequence

from mentorkit.core.finding import Finding
from mentorkit.reports.counts import findings_summary
from mentorkit.reports.finding_words import rules_named
from mentorkit.reports.open_points import open_points, point
from mentorkit.reports.style import Layout
from mentorkit.text.words import visible
from mentorkit.validation.open_point import is_open, label_style
from mentorkit.validation.report import Report, is_unconfirmed
from mentorkit.validation.safe_to_start import open_for_start

_LINES = 22
_COLUMNS = 80
"""A terminal has at least 24 lines of 80 characters; two are for the command itself and for the next."""
_WRONG = "To put right"
_MUCH = 10
"""Findings besides advice; fewer are told in full."""


def is_much(findings: Sequence[Finding]) -> bool:
    """Whether there is too much to begin with all of it."""
    return sum(1 + finding.more for finding in findings if finding.severity != "advice") >= _MUCH


def first_answer(report: Report, layout: Layout) -> str:
    """What to put right, to decide and worth deciding, the first of each, on a screen of 24 lines."""
    live = [finding for finding in report.findings if not finding.waived and not is_unconfirmed(finding)]
    sections = _sections(report, live)
    end = ["", *_how_to_go_on(report, layout), "", *findings_summary(report, layout).split("\n")]
    measured = layout if layout.width else Layout(width=_COLUMNS)
    room = _LINES - len(sections) - _height("\n".join(end), measured)
    every = [[_point(report, finding) for finding in found] for _, found in sections]
    shown = _first_of_each(every, room, measured, wrong=sections[0][0] == _WRONG)
    lines = []
    for (heading, found), points in zip(sections, shown, strict=True):
        number = sum(1 + finding.more for finding in found)
        first = f"; first {len(points)}" if 0 < len(points) < number else ""
        lines.append(f"{layout.style(heading, label_style(found[0]))}: {number}{first}")
        lines += [layout.fold("  ", said, 4) for said in points]
    return "\n".join([*lines, *end]) + "\n"


def _sections(report: Report, live: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """What is binding, under its headings: to put right, to decide by when, and all that is worth deciding."""
    sections = []
    for heading, severity in ((_WRONG, "error"), ("Worth putting right", "warning")):
        sections.append((heading, [each for each in live if not is_open(each) and each.severity == severity]))
    sections += open_points(report, [each for each in live if each.severity == "error"])
    worth = open_points(report, [each for each in live if each.severity == "warning"])
    sections.append(("Worth deciding", [finding for _, found in worth for finding in found]))
    return [(heading, found) for heading, found in sections if found]


def _point(report: Report, finding: Finding) -> str:
    if is_open(finding):
        return point(report, finding)
    said = f"{finding.message} [{rules_named(finding)}]"
    if not finding.span:
        return visible(said)
    line = f"line {finding.span.line}"
    return visible(f"{finding.span.file}, {line}: {said}" if finding.span.file else f"{line}: {said}")


def _first_of_each(sections: list[list[str]], room: int, layout: Layout, *, wrong: bool) -> list[list[str]]:
    """As many points of each section as there is room for, one of each in turn, those of the first sections first.

    What is to put right comes before all else: one point of it is shown on the smallest screen, and all if they fit.
    """
    shown: list[list[str]] = [[] for _ in sections]
    while wrong and len(shown[0]) < len(sections[0]):
        height = _height(layout.fold("  ", sections[0][len(shown[0])], 4), layout)
        if height > room and shown[0]:
            break
        shown[0].append(sections[0][len(shown[0])])
        room -= height
    full = False
    while not full and any(len(taken) < len(points) for taken, points in zip(shown, sections, strict=True)):
        full = True
        for taken, points in zip(shown, sections, strict=True):
            if len(taken) < len(points):
                height = _height(layout.fold("  ", points[len(taken)], 4), layout)
                if height <= room:
                    taken.append(points[len(taken)])
                    room -= height
                    full = False
    return shown


def _height(text: str, layout: Layout) -> int:
    """How many lines of the terminal a text takes."""
    return sum(layout.fold("", line).count("\n") + 1 for line in text.split("\n"))


def _how_to_go_on(report: Report, layout: Layout) -> list[str]:
    """The commands that say the rest."""
    name = visible(report.document.name)
    start = [f"mentorkit validate --for start {name}   what a safe start needs"] if open_for_start(report) else []
    more = f"mentorkit validate --more {name}   all of it, table by table"
    return [layout.fold("  ", line, 4) for line in (*start, more)]
