"""Findings and rules as plain data, for JSON; docs/json.md documents the shape, which does not change in silence."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from mentorkit.core.finding import Finding
from mentorkit.core.limit import Limit
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.source import Source
from mentorkit.programme.key import DeclaredKey
from mentorkit.programme.kind_in_words import kind_in_words
from mentorkit.programme.path import dotted
from mentorkit.programme.ways import way_names
from mentorkit.reports.open_points import where
from mentorkit.reports.report_writer import Judged, ReportOptions, Tally
from mentorkit.text.values_in_text import spoken
from mentorkit.text.words import CONTROLS, in_words
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.open_point import is_open
from mentorkit.validation.report import Report
from mentorkit.validation.safe_to_start import for_start, is_for_start, open_for_start
from mentorkit.validation.when_to_decide import decide_by
from mentorkit.validation.who_may_agree import who_may_agree
from mentorkit.values.days import ByDay, Days
from mentorkit.values.zoned_time import day_of

JSON_VERSION = 1


def to_json(data: Any) -> str:
    """Plain data as JSON text; control characters that a terminal would obey, or nobody sees, are escaped."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return CONTROLS.sub(lambda found: _escaped(found[0]), text) + "\n"


def on_data(on: date) -> dict[str, str]:
    """The day of an answer and, where it is of a moment, that too."""
    at = {"at": on.isoformat(timespec="minutes")} if isinstance(on, datetime) else {}
    return {"on": day_of(on).isoformat(), **at}


def _escaped(control: str) -> str:
    """A character as JSON can write all of them; DEL is the one that Python would not escape."""
    return "\\u007f" if control == "\x7f" else json.dumps(control)[1:-1]


class Json:
    """One object about all files; docs/json.md explains its keys."""

    def __init__(self, options: ReportOptions) -> None:
        self._on = options.on
        self._tally = Tally()
        self._findings: list[dict[str, Any]] = []
        self._coming: list[dict[str, Any]] = []
        self._not_judged: list[dict[str, Any]] = []
        self._start: list[dict[str, Any]] = []

    def add(self, judged: Judged) -> str:
        """Nothing yet: the object ends with the summary."""
        self._tally.add(judged)
        if isinstance(judged, CannotJudgeError):
            self._not_judged.append(_not_judged_data(judged))
        else:
            file = judged.document.name
            self._findings += [_judged_data(judged, finding) for finding in judged.findings]
            self._start.append({"file": file, "safe_to_start": judged.part != "network" and not open_for_start(judged)})
            self._coming += [
                {"from": coming.day.isoformat(), **_judged_data(judged, finding)}
                for coming in judged.coming
                for finding in coming.findings
            ]
        return ""

    def end(self) -> str:
        """The whole object."""
        return to_json(self.data())

    def data(self) -> dict[str, Any]:
        """The object as plain data."""
        tally = self._tally
        return {
            "version": JSON_VERSION,
            "findings": self._findings,
            "coming": self._coming,
            "not_judged": self._not_judged,
            "programmes": self._start,
            "summary": {
                "files": tally.files,
                "errors": tally.counts["error"],
                "warnings": tally.counts["warning"],
                "advice": tally.counts["advice"],
                "waived": tally.waived,
                "in_baseline": tally.in_baseline,
                "newly_asked": tally.newly_asked,
                "not_judged": tally.not_judged,
                "sectors": [
                    {"name": name, "title": sector.title, "edition": sector.edition}
                    for name, sector in tally.sectors.items()
                ],
                "on": self._on.isoformat(),
            },
        }


def _not_judged_data(problem: CannotJudgeError) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "fix": problem.fix,
    }


def _judged_data(report: Report, finding: Finding) -> dict[str, Any]:
    """A finding with what is known of it by the rules and the file: where to write what is open, and by when."""
    return {
        **finding_data(report.document.name, finding),
        "where": where(report, finding) if is_open(finding) else None,
        "decide_by": decide_by(finding, report.rulebook).value,
        "for_start": for_start(finding, report.rulebook),
    }


def finding_data(file: str, finding: Finding) -> dict[str, Any]:
    """A finding on the programme in a file; its place may be in the file of a larger service."""
    span = finding.span
    return {
        "rule": finding.rule,
        "rules": list(finding.rules),
        "name": finding.name,
        "strength": finding.strength.name.lower(),
        "severity": finding.severity,
        "kind": finding.kind.value,
        "programme": file,
        "file": (span.file if span else "") or file,
        "path": dotted(finding.path),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "message": finding.message,
        "fix": finding.fix,
        "sources": sources_data(finding.sources),
        "notes": list(finding.notes),
        "waiver": finding.waived,
        "in_baseline": finding.in_baseline,
        "newly_asked": str(finding.newly_asked) if finding.newly_asked else None,
    }


def sources_data(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Citations."""
    return [
        {
            "author": source.author,
            "title": source.title,
            "year": source.year,
            "edition": source.edition or None,
            "place": source.place,
            "address": source.address,
            "evidence": source.evidence.value,
            "status": source.status.value,
            "superseded_by": str(source.superseded_by.work) if source.superseded_by else None,
            "read_in": source.read_in and source.read_in.value,
            "checked_on": source.checked_on and source.checked_on.isoformat(),
            "due_again": source.due_again and source.due_again.isoformat(),
        }
        for source in sources
    ]


def days_data(days: Days) -> dict[str, Any]:
    """When something holds: the first and the last day; None at a side that is open."""
    return {name: day and day.isoformat() for name, day in (("first", days.first), ("last", days.last))}


def _by_day_data(table: ByDay) -> list[dict[str, Any]]:
    """Each value of a table with the first day on which it holds; lengths of time as the file writes them."""
    return [
        {"first": first.isoformat(), "value": value if isinstance(value, int) else spoken(value)}
        for first, value in table.values.items()
    ]


def limit_data(limit: Limit) -> dict[str, Any]:
    """A limit of a key."""
    return {
        "should_be": limit.words,
        "strength": limit.strength.name.lower(),
        "days": days_data(limit.days),
        "sources": sources_data(limit.sources),
    }


def declared_data(declared: DeclaredKey) -> dict[str, Any]:
    """What a key of the file declares; lengths of time as the file writes them."""
    plausible = [value if isinstance(value, int) else str(value) for value in declared.plausible or ()]
    return {
        "description": declared.description,
        "example": declared.example or None,
        "question": declared.question or None,
        "decide_by": declared.decide_by and declared.decide_by.value,
        "plausible": plausible or None,
        "synonyms": {entry: list(words) for entry, words in declared.synonyms.items()},
        "open_list": declared.open_list,
        "ways": way_names(declared.ways),
    }


def rule_data(rule: Rule, rulebook: Rulebook) -> dict[str, Any]:
    """All about a rule, except its cases."""
    return {
        "id": rule.id,
        "name": rule.name,
        "sector": rule.owner,
        "area": rule.area.table,
        "stage": rule.area.stage.value if rule.area.stage else None,
        "strength": rule.strength.name.lower(),
        "for_start": is_for_start(rule),
        "reason": rule.reason,
        "applies": in_words(rule.applies.words, rulebook.words) if rule.applies is not None else None,
        "unstated_is_no": rule.applies.assumptions if rule.applies is not None else [],
        "ways": way_names(rule.ways),
        "days": days_data(rule.days),
        "waivable": rule.waivable,
        "waived_by": list(who_may_agree(rule)) if rule.waivable else [],
        "refers": rule.refers,
        "reviewed": {"role": rule.reviewed.role, "on": rule.reviewed.on.isoformat()} if rule.reviewed else None,
        "reads": [dotted(path) for path in rule.looked_at],
        "asked_since": str(rule.asked_since) if rule.asked_since else None,
        "parameters": [
            {
                "path": dotted(rule.path(argument)),
                "kind": kind_in_words(argument.type),
                "description": rulebook.describe(rule, argument),
                "was": argument.declared.was or None,
                "ways": way_names(argument.ways),
                "optional": argument.optional,
                "limits": [limit_data(limit) for limit in argument.limits],
            }
            for argument in rule.parameters
        ],
        "facts": [
            {
                "name": argument.name,
                "kind": kind_in_words(argument.type),
                "description": rulebook.describe(rule, argument),
                "question": rulebook.question(argument.name) or None,
                "was": argument.declared.was or None,
                "ways": way_names(argument.ways),
            }
            for argument in rule.facts
        ],
        "by_day": {name: _by_day_data(table) for name, table in rule.tables.items()},
        "sources": sources_data(rule.all_sources),
    }
