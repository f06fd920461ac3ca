"""Findings a line each, as compilers write them, for editors and for searching: file:line:column: label: message."""

from mentorkit.core.finding import Finding
from mentorkit.reports.report_writer import Judged, ReportOptions, line_and_column
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.file_checks import NOT_JUDGED
from mentorkit.validation.open_point import label, line_of_blank
from mentorkit.validation.report import Report


class Concise:
    """A line for each finding, open ones to decide; a waived one is called so first, a file not judged is an error."""

    def __init__(self, _: ReportOptions) -> None:
        """Needs none of them."""

    def add(self, judged: Judged) -> str:
        """The lines about one file."""
        if isinstance(judged, CannotJudgeError):
            place = (judged.line or 1, judged.column or 1)
            return _line(judged.file, place, "error", f"not judged: {judged.message}", NOT_JUDGED)
        return "".join(
            _line(
                judged.document_of(finding).name,
                _place(judged, finding),
                f"waived {label(finding)}" if finding.waived else label(finding),
                finding.message,
                ", ".join(finding.rules) + (f"; newly asked since {new}" if (new := finding.newly_asked) else ""),
            )
            for finding in judged.findings
        )

    def end(self) -> str:
        """Nothing; a count would be no finding."""
        return ""


def _place(report: Report, finding: Finding) -> tuple[int, int]:
    line = line_of_blank(report.document, finding)
    return (line, 1) if line else line_and_column(finding)


def _line(file: str, place: tuple[int, int], severity: str, message: str, rules: str) -> str:
    return f"{visible(file)}:{place[0]}:{place[1]}: {severity}: {visible(message)} [{rules}]\n"
