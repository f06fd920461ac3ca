"""The forms in which findings on any number of files are told, each as one document.

A form is told of one file after the other, and gives what can be written at once, so that a thousand designs take no
more memory than one where the form allows that.
"""

from collections.abc import Collection
from datetime import date
from typing import Protocol

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.hooks import Sector
from mentorkit.core.strength import SEVERITIES
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.validate import Report

NOT_JUDGED = "not-judged"
"""What stands in the place of a rule where a file could not be judged."""

Judged = Report | CannotJudgeError
"""What is said about one file, or why nothing can be said."""


class Form(Protocol):
    """A document about many files, written piece by piece."""

    def add(self, judged: Judged) -> str:
        """The piece about one file; empty where the form needs all of them first."""

    def end(self) -> str:
        """The last piece."""


@attrs.define
class Tally:
    """What all files together come to; waived findings are counted apart.

    Attributes:
        files: how many there were.
        counts: findings that are not waived, by severity.
        waived: findings that are.
        in_baseline: findings that a baseline hides.
        not_judged: files about which nothing can be said.
        sectors: those whose rules were applied, by name, in the order in which the files name them.
    """

    files: int = 0
    counts: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(SEVERITIES, 0))
    waived: int = 0
    in_baseline: int = 0
    not_judged: int = 0
    sectors: dict[str, Sector] = attrs.field(factory=dict)

    def add(self, judged: Judged) -> None:
        """Counts one file."""
        self.files += 1
        if isinstance(judged, CannotJudgeError):
            self.not_judged += 1
            return
        for severity in SEVERITIES:
            self.counts[severity] += judged.count(severity)
        hidden = [finding.in_baseline for finding in judged.findings if finding.waived]
        self.waived += hidden.count(False)
        self.in_baseline += hidden.count(True)
        self.sectors |= judged.rulebook.sectors


def form_of(name: str, on: date, *, show: Collection[str] = (), failing: Collection[str] = ("error",)) -> Form:
    """A new document.

    Args:
        name: of the form: text, concise, json, sarif, junit, github or markdown.
        on: the date of the check.
        show: what text tells in full, see `report_text`.
        failing: the severities at which a check fails, which JUnit has to know.
    """
    if name == "text":
        from mentorkit.reports.text import Text

        return Text(show)
    if name == "concise":
        from mentorkit.reports.concise import Concise

        return Concise()
    if name == "json":
        from mentorkit.reports.findings_json import Json

        return Json(on)
    if name == "sarif":
        from mentorkit.reports.sarif import Sarif

        return Sarif(on)
    if name == "junit":
        from mentorkit.reports.junit import JUnit

        return JUnit(on, failing)
    if name == "github":
        from mentorkit.reports.github import GitHub

        return GitHub()
    from mentorkit.reports.markdown import Markdown

    return Markdown(on)


def line_and_column(finding: Finding) -> tuple[int, int]:
    """Where a finding stands, for readers that need a line: the file as a whole is its beginning."""
    return (finding.span.line, finding.span.column) if finding.span else (1, 1)
