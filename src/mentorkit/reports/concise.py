"""Findings a line each, as compilers write them, for editors and for searching: file:line:column: severity: message."""

from mentorkit.reports.report_writer import Judged, ReportOptions, line_and_column
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.file_checks import NOT_JUDGED


class Concise:
    """A line for each finding; a waived one is called so before its severity, and a file not judged is an error."""

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
                line_and_column(finding),
                f"waived {finding.severity}" if finding.waived else finding.severity,
                finding.message,
                ", ".join(finding.rules) + (f"; newly asked since {new}" if (new := finding.newly_asked) else ""),
            )
            for finding in judged.findings
        )

    def end(self) -> str:
        """Nothing; a count would be no finding."""
        return ""


def _line(file: str, place: tuple[int, int], severity: str, message: str, rules: str) -> str:
    return f"{visible(file)}:{place[0]}:{place[1]}: {severity}: {visible(message)} [{rules}]\n"
