"""Findings and rules as plain data, for JSON; docs/json.md documents the shape, which does not change in silence."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from mentorkit.core.document import CannotJudgeError
from mentorkit.core.finding import Finding
from mentorkit.core.kinds import kind_in_words
from mentorkit.core.paths import dotted
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.source import Source
from mentorkit.core.strength import SEVERITIES
from mentorkit.core.validate import Report
from mentorkit.core.words import in_words

VERSION = 1


def to_json(data: Any) -> str:
    """Plain data as JSON text; control characters that a terminal would obey are escaped."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def reports_data(reports: Sequence[Report], not_judged: Sequence[CannotJudgeError], on: date) -> dict[str, Any]:
    """Reports on several files, and the files that could not be judged."""
    counts = {severity: sum(report.count(severity) for report in reports) for severity in SEVERITIES}
    sectors = {name: sector for report in reports for name, sector in report.rulebook.sectors.items()}
    return {
        "version": VERSION,
        "findings": [finding_data(report.document.name, finding) for report in reports for finding in report.findings],
        "not_judged": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "fix": problem.fix,
            }
            for problem in not_judged
        ],
        "summary": {
            "files": len(reports) + len(not_judged),
            "errors": counts["error"],
            "warnings": counts["warning"],
            "advice": counts["advice"],
            "waived": sum(1 for report in reports for finding in report.findings if finding.waived),
            "not_judged": len(not_judged),
            "sectors": [
                {"name": name, "title": sector.title, "edition": sector.edition} for name, sector in sectors.items()
            ],
            "on": on.isoformat(),
        },
    }


def finding_data(file: str, finding: Finding) -> dict[str, Any]:
    """A finding on a file."""
    span = finding.span
    return {
        "rule": finding.rule,
        "rules": list(finding.rules),
        "name": finding.name,
        "strength": finding.strength.name.lower(),
        "severity": finding.severity,
        "kind": finding.kind.value,
        "file": file,
        "path": dotted(finding.path),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "message": finding.message,
        "fix": finding.fix,
        "sources": sources_data(finding.sources),
        "waiver": finding.waived,
        "in_baseline": finding.in_baseline,
    }


def sources_data(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Citations."""
    return [
        {
            "author": source.author,
            "title": source.title,
            "year": source.year,
            "place": source.place,
            "address": source.address,
            "evidence": source.evidence.value,
        }
        for source in sources
    ]


def rule_data(rule: Rule, rulebook: Rulebook) -> dict[str, Any]:
    """All about a rule, except its cases."""
    return {
        "id": rule.id,
        "name": rule.name,
        "sector": rule.owner,
        "area": rule.area.table,
        "stage": rule.area.stage.value if rule.area.stage else None,
        "strength": rule.strength.name.lower(),
        "reason": rule.reason,
        "applies": in_words(rule.applies.words, rulebook.words) if rule.applies else None,
        "waivable": rule.waivable,
        "parameters": [
            {
                "path": dotted(rule.path(argument)),
                "kind": kind_in_words(argument.type),
                "description": rulebook.describe(rule, argument),
                "limits": [
                    {
                        "should_be": limit.words,
                        "strength": limit.strength.name.lower(),
                        "sources": sources_data(limit.sources),
                    }
                    for limit in argument.limits
                ],
            }
            for argument in rule.parameters
        ],
        "facts": [
            {
                "name": argument.name,
                "kind": kind_in_words(argument.type),
                "description": rulebook.describe(rule, argument),
            }
            for argument in rule.facts
        ],
        "sources": sources_data(rule.all_sources),
    }
