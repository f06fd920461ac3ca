"""What `mentorkit validate` says of a text, at the places where an editor underlines it."""

import re

import attrs

from mentorkit.core.finding import Finding
from mentorkit.editor.reading import Reading
from mentorkit.programme.path import Span
from mentorkit.text.words import visible
from mentorkit.validation.file_checks import NOT_JUDGED
from mentorkit.validation.open_point import is_open, label, line_of_blank
from mentorkit.validation.part_of import PART_OF
from mentorkit.validation.report import Report


@attrs.frozen
class Diagnostic:
    """A finding, or the one reason why a file cannot be judged, as an editor shows it.

    Attributes:
        start: offset of the first character to underline.
        end: offset behind the last.
        severity: error, warning or advice; what it is called if it is open, such as "to decide"; waived for a finding
            that a waiver sets aside.
        code: the rule, or the check of the file.
        message: what is wrong, and what to do.
        address: where the first source can be read; empty where there is none.
        finding: what `validate` found, or None.
    """

    start: int
    end: int
    severity: str
    code: str
    message: str
    address: str = ""
    finding: Finding | None = None


def diagnostics(reading: Reading) -> list[Diagnostic]:
    """What there is to say of a text, in the order of `validate`; nothing of a file that is no programme."""
    starts = [0, *(end.end() for end in re.finditer("\n", reading.text))]
    if reading.problem:
        start, end = _not_judged(reading, starts)
        message = f"not judged: {reading.problem.message}\nDo: {reading.problem.fix}"
        return [Diagnostic(start, end, "error", NOT_JUDGED, _shown(message))]
    if not (report := reading.report):
        return []
    return [_diagnostic_of(finding, report, reading, starts) for finding in report.findings]


def _diagnostic_of(finding: Finding, report: Report, reading: Reading, starts: list[int]) -> Diagnostic:
    span = finding.span
    called = f"{label(finding)}: " if is_open(finding) else ""
    message = called + finding.message + (f"\nDo: {finding.fix}" if finding.fix else "")
    if span and span.file:  # it is in another file, for which the key stands that names the file
        start, end = reading.outline[PART_OF].value
        message = f"{span.file}:{span.line}:{span.column}: {message}"
    elif line := line_of_blank(report.document, finding):
        start, end = _line(reading.text, starts[line - 1])
    else:
        start, end = _range(reading.text, starts, span)
    if finding.waived:
        message = f"waived: {finding.waived}\n{message}"
    severity = "waived" if finding.waived else label(finding)
    address = finding.sources[0].address if finding.sources else ""
    return Diagnostic(start, end, severity, finding.rule, _shown(message), address, finding)


def _shown(message: str) -> str:
    return "\n".join(visible(line) for line in message.split("\n"))


def _not_judged(reading: Reading, starts: list[int]) -> tuple[int, int]:
    """The offsets of what keeps a text from being judged: the value or word at its place, or the first line."""
    problem, text = reading.problem, reading.text
    if problem is None or problem.line is None or problem.column is None:
        return _range(text, starts, None)
    start = starts[problem.line - 1] + problem.column - 1
    ends = [entry.value[1] for entry in reading.outline.entries if entry.value[0] == start < entry.value[1]]
    word = re.match(r"\S+", text[start:])
    return start, ends[0] if ends else start + (len(word[0]) if word else 1)


def _range(text: str, starts: list[int], span: Span | None) -> tuple[int, int]:
    """The offsets of a span; of the file as a whole its first line."""
    if span is None:
        return _line(text, 0)
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


def _line(text: str, start: int) -> tuple[int, int]:
    """The offsets of a line that starts at one."""
    return start, start + len(text[start:].partition("\n")[0].rstrip("\r"))
