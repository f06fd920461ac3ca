"""What is open, for people: it has to be decided, which is never called an error."""

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.toml.document import Document
from mentorkit.toml.where_to_write import where_to_write

_OPEN = {"error": "to decide", "warning": "worth deciding", "advice": "to consider"}


def is_open(finding: Finding) -> bool:
    """Whether somebody has to decide something, rather than to put it right."""
    return finding.kind is FindingKind.NOT_SETTLED


def label(finding: Finding) -> str:
    """What a finding is called: an error, a warning or advice; and of what is not decided, how much that matters.

    Examples:
        >>> from mentorkit.validation.file_checks import check_finding
        >>> [label(check_finding(check, (), "", "")) for check in ("unknown-key", "law-not-checked")]
        ['error', 'to consider']
    """
    return label_as(finding, finding.severity)


def label_as(finding: Finding, severity: str) -> str:
    """What a finding like this one is called with a severity."""
    return _OPEN[severity] if is_open(finding) else severity


def label_style(finding: Finding) -> str:
    """The severity whose style that has: red is for errors."""
    return "warning" if is_open(finding) and finding.severity == "error" else finding.severity


def line_of_blank(document: Document, finding: Finding) -> int | None:
    """The line on which what is open is commented out; None where there is no such line, or nothing open.

    Args:
        document: the file that is judged.
        finding: what is found in it.
    """
    path = finding.path[:2] if finding.path[1:2] == ("collects",) else finding.path
    if not is_open(finding) or path in document.outline or (finding.span and finding.span.file):
        return None
    place = where_to_write(document, path)
    return place.line if place.on_line else None
