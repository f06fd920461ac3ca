"""Baselines: today's findings on one file, recorded so that only new ones count.

A finding is known again by its rules, its severity, its message and its place, which is said by keys and by what the
entries of lists are called; so it does not matter where in the file it stands. What no waiver could set aside is never
recorded, and never hidden.
"""

import json
from collections import Counter
from datetime import date
from typing import Any

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.entries import ENTRIES
from mentorkit.programme.path import Path
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.file_checks import check_finding
from mentorkit.validation.report import Report

BASELINE_VERSION = 1
_NAMING = tuple(
    dict.fromkeys(sorted((keys for _, keys in ENTRIES.values() if keys), key=lambda keys: (len(keys), keys)))
)
"""The keys that name an entry of any list, those of one key first: a file may have entries of no kind that is known."""
_AGAIN = "record it again with 'mentorkit baseline'"


@attrs.frozen(order=True)
class FindingKey:
    """What makes two findings on one file the same, wherever in it they stand.

    Attributes:
        path: the place, with the entries of lists by what they are called.
        rules: the ids of all rules that say so, separated by commas.
        severity: error, warning or advice; what gets worse is new.
        message: what is wrong.
    """

    path: str
    rules: str
    severity: str
    message: str

    @classmethod
    def of(cls, report: Report, finding: Finding) -> "FindingKey":
        """What a finding of a report is known again by."""
        place = _place_by_names(report.document_of(finding).data, finding.path)
        return cls(place, ", ".join(finding.rules), finding.severity, finding.message)


@attrs.frozen
class Baseline:
    """The findings on one file on one day.

    Attributes:
        file: that they are on, as seen from the folder of the baseline, with / between folders.
        on: the day.
        findings: how often each occurred.
    """

    file: str
    on: date
    findings: Counter[FindingKey]

    @classmethod
    def of(cls, report: Report, file: str, on: date) -> "Baseline":
        """The findings of a report that can be set aside, except for those that waivers set aside already."""
        found = (_known(report, finding) for finding in report.findings if not finding.waived)
        return cls(file, on, Counter(known for known in found if known))

    @classmethod
    def read(cls, source: bytes, name: str) -> "Baseline":
        """Reads what `data` gave, as JSON.

        Raises:
            CannotJudgeError: where it is anything else; a baseline that cannot be read hides nothing in silence.
        """
        try:
            data = json.loads(source)
            if data["version"] != BASELINE_VERSION:
                message = "this baseline was recorded by another release of mentorkit"
                raise CannotJudgeError(name, message, _AGAIN)
            findings: Counter[FindingKey] = Counter()
            for entry in data["findings"]:
                count = entry["count"]
                known = FindingKey(*(entry[field.name] for field in attrs.fields(FindingKey)))
                if not all(isinstance(text, str) for text in attrs.astuple(known)) or type(count) is not int:
                    raise TypeError
                findings[known] += count
            file = data["file"]
            if not isinstance(file, str):
                raise TypeError
            return cls(file, date.fromisoformat(data["on"]), findings)
        except (ValueError, KeyError, TypeError, RecursionError):
            raise CannotJudgeError(name, "this is not a baseline that mentorkit recorded", _AGAIN) from None

    def data(self) -> dict[str, Any]:
        """The baseline as plain data, in a fixed order."""
        entries = [{**attrs.asdict(known), "count": count} for known, count in sorted(self.findings.items())]
        return {"version": BASELINE_VERSION, "file": self.file, "on": self.on.isoformat(), "findings": entries}

    def applied_to(self, report: Report) -> Report:
        """The report with the findings set aside that the baseline has, and one for each that no longer occurs."""
        left = Counter(self.findings)
        findings = []
        for finding in report.findings:
            known = None if finding.waived else _known(report, finding)
            if known and left[known] > 0:
                left[known] -= 1
                findings.append(attrs.evolve(finding, waived=f"in the baseline of {self.on}", in_baseline=True))
            else:
                findings.append(finding)
        for known, count in sorted(left.items()):
            if count > 0:
                often = f" {count} times" if count > 1 else ""
                message = f"what the baseline of {self.on} has{often} no longer occurs: {known.message} [{known.rules}]"
                findings.append(check_finding("baseline-unused", (), message, _AGAIN))
        return attrs.evolve(report, findings=tuple(findings))


def can_be_set_aside(report: Report, finding: Finding) -> bool:
    """Whether a service may live with a finding: it is on the design, it is one, and no rule in it refuses waivers."""
    rules = [report.rulebook.rule(id_) for id_ in finding.rules]
    return (
        not finding.more
        and finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED)
        and all(rule and rule.waivable for rule in rules)
    )


def _known(report: Report, finding: Finding) -> FindingKey | None:
    return FindingKey.of(report, finding) if can_be_set_aside(report, finding) else None


def _place_by_names(data: Any, path: Path) -> str:
    """A path with the entries of lists by what they are called; empty brackets for those that have no name."""
    text = ""
    for part in path:
        there = isinstance(data, list) and isinstance(part, int) and part < len(data)
        data = data[part] if there else data.get(part) if isinstance(data, dict) else None
        text += f"[{_name(data)}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _name(entry: Any) -> str:
    if not isinstance(entry, dict):
        return "" if entry is None or isinstance(entry, list) else str(entry)
    for keys in _NAMING:
        if keys[0] in entry:
            return " ".join(str(entry.get(key, "")) for key in keys)
    return ""
