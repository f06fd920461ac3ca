"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions says how they are written; the escapes
are those that its runner takes back.
"""

from mentorkit.core.finding import Finding
from mentorkit.reports.finding_words import rules_named
from mentorkit.reports.report_writer import Judged, ReportOptions
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.file_checks import NOT_JUDGED

_COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


class GitHub:
    """A command for each finding; what is waived is a notice that says so."""

    def __init__(self, options: ReportOptions) -> None:
        self._in_repository = options.in_repository

    def add(self, judged: Judged) -> str:
        """The commands about one file."""
        if isinstance(judged, CannotJudgeError):
            place = {"line": judged.line, "col": judged.column} if judged.line else {}
            title = f"{NOT_JUDGED}: this file could not be judged"
            return _command(
                "error", self._in_repository(judged.file), place, title, f"{visible(judged.message)}\n{_do(judged.fix)}"
            )
        named = ((self._in_repository(judged.document_of(finding).name), finding) for finding in judged.findings)
        return "".join(_annotation(file, finding) for file, finding in named)

    def end(self) -> str:
        """Nothing more."""
        return ""


def _annotation(file: str, finding: Finding) -> str:
    span = finding.span
    place: dict[str, int | None] = {}
    if span:
        place = {"line": span.line, "endLine": span.end_line, "col": span.column, "endColumn": span.end_column}
    lines = [visible(finding.message), *([_do(finding.fix)] if finding.fix else [])]
    lines += [f"Source: {visible(str(source))}" for source in finding.sources]
    title = f"{rules_named(finding)}: {finding.name}"
    if finding.waived is None:
        return _command(_COMMANDS[finding.severity], file, place, title, "\n".join(lines))
    lines.append(f"Waived, because {visible(finding.waived)}")
    return _command("notice", file, place, f"waived {finding.severity} {title}", "\n".join(lines))


def _do(fix: str) -> str:
    return f"To do: {visible(fix)}"


def _command(name: str, file: str, place: dict[str, int | None], title: str, message: str) -> str:
    properties = {"file": file, **place, "title": title}
    written = ",".join(f"{key}={_property(visible(str(value)))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
