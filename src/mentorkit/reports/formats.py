"""The formats of reports: a table for each kind of report, which the command line reads too.

A new format is an entry here, and a file with what writes it. The command line takes its choices, its help and its
completion from here.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple


class ReportFormat(NamedTuple):
    """One format of a kind of report.

    Attributes:
        purpose: what it is for, in a few words.
        endings: of the names of files in it.
        writer: where what writes it is, as "module:name" below this package; it is imported where it is needed.
    """

    purpose: str
    endings: tuple[str, ...]
    writer: str

    def load(self) -> Any:
        """What writes this format; its table says what it is given and what it gives."""
        module, _, name = self.writer.partition(":")
        return getattr(import_module(f"{__package__}.{module}"), name)


Formats = Mapping[str, ReportFormat]
_TEXT = ("for people", (".txt", ".text"))
_CSV = ("for a spreadsheet", (".csv",))
_JSON = ("for other programs", (".json",))

FINDINGS: Formats = {
    "text": ReportFormat(*_TEXT, "text:Text"),
    "concise": ReportFormat("a line for each finding, for editors", (".txt",), "concise:Concise"),
    "json": ReportFormat(*_JSON, "findings_json:Json"),
    "sarif": ReportFormat("for code scanning", (".sarif",), "sarif:Sarif"),
    "junit": ReportFormat("for build servers", (".xml",), "junit:JUnit"),
    "github": ReportFormat("for GitHub Actions", (".txt",), "github:GitHub"),
    "markdown": ReportFormat("for a meeting or a message", (".md",), "markdown:Markdown"),
}
"""Findings on files; each writer is a class of `ReportWriter`, made from `ReportOptions`."""

DECISIONS: Formats = {
    "text": ReportFormat(*_TEXT, "decisions_text:TextDecisions"),
    "csv": ReportFormat(*_CSV, "decisions_csv:CsvDecisions"),
    "json": ReportFormat(*_JSON, "decisions_json:JsonDecisions"),
}
"""Decisions on people; each writer is a class of `Decisions`, made from `DecisionOptions`."""

DUE: Formats = {
    "text": ReportFormat(*_TEXT, "due:due_text"),
    "csv": ReportFormat(*_CSV, "due:due_csv"),
    "json": ReportFormat(*_JSON, "due:due_json"),
    "ics": ReportFormat("for a calendar", (".ics",), "calendar:due_calendar"),
}
"""What is due; each writer makes a text of a `DueReport`."""

SESSIONS: Formats = {
    "text": ReportFormat(*_TEXT, "sessions:sessions_text"),
    "csv": ReportFormat(*_CSV, "sessions:sessions_csv"),
    "json": ReportFormat(*_JSON, "sessions:sessions_json"),
}
"""Who attends which session next; each writer makes a text of a `SessionsReport`."""

ATTENDANCE: Formats = {
    "text": ReportFormat(*_TEXT, "sessions:attendance_text"),
    "csv": ReportFormat(*_CSV, "sessions:attendance_csv"),
    "json": ReportFormat(*_JSON, "sessions:attendance_json"),
}
"""How many attended; each writer makes a text of an `AttendanceReport`."""

MATCHING: Formats = {
    "text": ReportFormat(*_TEXT, "matching:matching_text"),
    "csv": ReportFormat(*_CSV, "matching:matching_csv"),
    "json": ReportFormat(*_JSON, "matching:matching_json"),
}
"""Proposals for pairs; each writer makes a text of a `MatchingReport`."""

SLOTS: Formats = {
    "text": ReportFormat(*_TEXT, "slots:slots_text"),
    "csv": ReportFormat(*_CSV, "slots:slots_csv"),
    "json": ReportFormat(*_JSON, "slots:slots_json"),
}
"""Proposals for sessions, shifts and incidents; each writer makes a text of a `SlotsReport`."""

OUTCOMES: Formats = {
    "text": ReportFormat(*_TEXT, "outcomes:outcomes_text"),
    "csv": ReportFormat(*_CSV, "outcomes:outcomes_csv"),
    "json": ReportFormat(*_JSON, "outcomes:outcomes_json"),
    "svg": ReportFormat("a picture to print", (".svg",), "outcomes_picture:outcomes_svg"),
}
"""What changed for people; each writer makes a text of an `OutcomesReport`."""

ROTA: Formats = {
    "text": ReportFormat(*_TEXT, "rota:rota_text"),
    "csv": ReportFormat(*_CSV, "rota:rota_csv"),
    "json": ReportFormat(*_JSON, "rota:rota_json"),
    "svg": ReportFormat("a picture to print", (".svg",), "rota_picture:rota_svg"),
}
"""Whether a rota is covered; each writer makes a text of a `RotaReport`."""

CONTACTS: Formats = {
    "text": ReportFormat(*_TEXT, "contacts:contacts_text"),
    "csv": ReportFormat(*_CSV, "contacts:contacts_csv"),
    "json": ReportFormat(*_JSON, "contacts:contacts_json"),
}
"""How soon people were answered; each writer makes a text of a `ContactsReport`."""

STEPS: Formats = {
    "text": ReportFormat(*_TEXT, "steps_in_time:steps_text"),
    "csv": ReportFormat(*_CSV, "steps_in_time:steps_csv"),
    "json": ReportFormat(*_JSON, "steps_in_time:steps_json"),
}
"""Whether steps after incidents were taken in time; each writer makes a text of a `StepsReport`."""

CHANGES: Formats = {
    "text": ReportFormat(*_TEXT, "changes:changes_text"),
    "markdown": ReportFormat("for a comment on a change", (".md",), "changes:changes_markdown"),
    "json": ReportFormat(*_JSON, "changes:changes_json"),
}
"""What changed from one design to another; each writer makes a text of a `ChangesReport`."""


def format_of_file(name: str, formats: Formats) -> str | None:
    """The first format of a table whose files end as this name does; None where there is none."""
    return next((found for found, format_ in formats.items() if name.lower().endswith(format_.endings)), None)
