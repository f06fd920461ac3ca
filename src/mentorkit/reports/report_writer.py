"""What the formats of findings have in common: what they are given, and what they give.

A writer gets one file after the other, and gives what can be written at once, so that a thousand designs take no more
memory than one where the format allows that.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import Protocol

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.hooks import Sector
from mentorkit.core.strength import SEVERITIES
from mentorkit.reports.style import Style, unstyled
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.report import Report
from mentorkit.values.by_fields import ByFields

Judged = Report | CannotJudgeError
"""What is said about one file, or why nothing can be said."""


@attrs.frozen(eq=False, repr=False)
class ReportOptions(ByFields):
    """What a report may need to know beside the findings.

    Attributes:
        on: the date of the check.
        show: what text says in full, see `report_text`.
        failing: the severities at which a check fails.
        style: colours, on a terminal.
        width: of the terminal, where text is written to one; None where lines are as long as what they say.
        with_unjudged: whether text says of which files nothing can be said; else somebody else does.
        in_repository: the name of a file from the root of its repository, which build servers take names from.
    """

    on: date
    show: Collection[str] = ()
    failing: Collection[str] = ("error",)
    style: Style = unstyled
    width: int | None = None
    with_unjudged: bool = True
    in_repository: Callable[[str], str] = str


class ReportWriter(Protocol):
    """A report about any number of files, written piece by piece; it is made from `ReportOptions`."""

    def add(self, judged: Judged) -> str:
        """The piece about one file; empty where the format needs all of them first."""

    def end(self) -> str:
        """The last piece."""


@attrs.define
class Tally:
    """What all files together come to; waived findings are counted apart.

    Attributes:
        files: how many there were.
        counts: findings that are not waived, by severity.
        open: those of them that are not settled.
        unconfirmed: those of them that are values of a template that nobody has confirmed.
        waived: findings that are.
        in_baseline: findings that a baseline hides.
        newly_asked: findings that are not waived, and that no rule asked for when the file was last checked.
        not_judged: files about which nothing can be said.
        sectors: those whose rules were applied, by name, in the order in which the files name them.
    """

    files: int = 0
    counts: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(SEVERITIES, 0))
    open: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(SEVERITIES, 0))
    unconfirmed: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(SEVERITIES, 0))
    waived: int = 0
    in_baseline: int = 0
    newly_asked: int = 0
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
            self.open[severity] += judged.count(severity, FindingKind.NOT_SETTLED)
        for finding in judged.unconfirmed:
            self.unconfirmed[finding.severity] += 1 + finding.more
        self.waived += judged.hidden(in_baseline=False)
        self.in_baseline += judged.hidden(in_baseline=True)
        self.newly_asked += judged.newly_asked
        self.sectors |= judged.rulebook.sectors


def line_and_column(finding: Finding) -> tuple[int, int]:
    """Where a finding stands, for readers that need a line: the file as a whole is its beginning."""
    return (finding.span.line, finding.span.column) if finding.span else (1, 1)
