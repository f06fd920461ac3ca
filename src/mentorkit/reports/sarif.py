"""Findings as SARIF 2.1.0, the standard form of what checkers find.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html says what each property means.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs

from mentorkit.core.rule import Rule
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Span, dotted
from mentorkit.reports.findings_json import sources_data, to_json
from mentorkit.reports.report_writer import Judged, ReportOptions
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.baseline import FindingKey
from mentorkit.validation.file_checks import FILE_CHECKS, NOT_JUDGED
from mentorkit.validation.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


class Sarif:
    """One run; it holds the rules that a finding names, and of every file what was found."""

    def __init__(self, options: ReportOptions) -> None:
        self._on = options.on
        self._in_repository = options.in_repository
        self._rules: dict[str, dict[str, Any]] = {}
        self._artifacts: list[dict[str, Any]] = []
        self._results: list[dict[str, Any]] = []
        self._sectors: dict[str, str] = {}
        self._all_judged = True

    def add(self, judged: Judged) -> str:
        """Nothing yet: rules stand before results, and are known at the end."""
        if isinstance(judged, CannotJudgeError):
            self._all_judged = False
            self._rules.setdefault(NOT_JUDGED, _rule_of_not_judged())
            self._artifacts.append({"location": {"uri": self._uri(judged.file)}})
            self._results.append(_result_of_not_judged(judged, self._uri(judged.file)))
            return ""
        for document in (judged.document, *judged.larger):
            artifact = {"location": {"uri": self._uri(document.name)}}
            if artifact not in self._artifacts:
                self._artifacts.append(artifact)
        self._sectors |= {name: sector.edition for name, sector in judged.rulebook.sectors.items()}
        for named in {named for finding in judged.findings for named in finding.rules} - set(self._rules):
            rule = judged.rulebook.rule(named)
            self._rules[named] = _check(named) if rule is None else _rule(rule)
        self._results += _results(judged, self._uri)
        return ""

    def end(self) -> str:
        """The whole log."""
        rules = dict(sorted(self._rules.items()))
        index = {name: number for number, name in enumerate(rules)}
        run = {
            "tool": {"driver": {"name": "mentorkit", "version": version("mentorkit"), "rules": list(rules.values())}},
            "invocations": [{"executionSuccessful": self._all_judged}],
            "columnKind": "unicodeCodePoints",
            "artifacts": self._artifacts,
            "results": [{**result, "ruleIndex": index[result["ruleId"]]} for result in self._results],
            "properties": {"on": self._on.isoformat(), "editions": self._sectors},
        }
        return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})

    def _uri(self, file: str) -> str:
        return _uri(self._in_repository(file))


def _rule(rule: Rule) -> dict[str, Any]:
    sources = "\n".join(f"- {source}, {source.address}" for source in rule.all_sources)
    addresses = [source.address for source in rule.all_sources if "://" in source.address]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": _text(rule.name),
        "fullDescription": _text(rule.reason),
        **({"helpUri": addresses[0]} if addresses else {}),
        "help": _text(f"{rule.reason}\n\nSources:\n{sources}"),
        "defaultConfiguration": {"level": _LEVELS[rule.strength.severity]},
        "properties": {"sector": rule.owner, "tags": [rule.owner, rule.area.table]},
    }


def _check(name: str) -> dict[str, Any]:
    strength, why = FILE_CHECKS[name]
    return _own_rule(name, strength, why)


def _rule_of_not_judged() -> dict[str, Any]:
    return _own_rule(NOT_JUDGED, Strength.MUST, "A file that cannot be judged is not found to be in order.")


def _own_rule(name: str, strength: Strength, why: str) -> dict[str, Any]:
    """A check of the file itself, for which no sector has a source."""
    return {
        "id": name,
        "name": name.replace("-", " "),
        "shortDescription": _text(why),
        "defaultConfiguration": {"level": _LEVELS[strength.severity]},
    }


def _results(report: Report, uri: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    often: Counter[FindingKey] = Counter()
    for finding in report.findings:
        known = FindingKey.of(report, finding)
        often[known] += 1
        place: dict[str, Any] = {"artifactLocation": {"uri": uri(report.document_of(finding).name)}}
        if finding.span:
            place["region"] = _region(finding.span)
        location: dict[str, Any] = {"physicalLocation": place}
        if finding.path:
            location["logicalLocations"] = [{"fullyQualifiedName": dotted(finding.path)}]
        waiver = {"kind": "inSource", "status": "accepted", "justification": visible(finding.waived or "")}
        yield {
            "ruleId": finding.rule,
            "level": _LEVELS[finding.severity],
            "message": _message(finding.message, finding.fix),
            "locations": [location],
            "partialFingerprints": {"mentorkit/v1": _fingerprint(known, often[known])},
            "suppressions": [waiver] if finding.waived is not None else [],  # all results have them, or none
            "properties": {
                "rules": list(finding.rules),
                "kind": finding.kind.value,
                **({"newlyAsked": str(finding.newly_asked)} if finding.newly_asked else {}),
                "sources": sources_data(finding.sources),
                "notes": list(finding.notes),
            },
        }


def _result_of_not_judged(problem: CannotJudgeError, uri: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": NOT_JUDGED,
        "level": "error",
        "message": _message(f"not judged: {problem.message}", problem.fix),
        "locations": [{"physicalLocation": place}],
        "suppressions": [],
    }


def _region(span: Span) -> dict[str, int]:
    """Columns count characters, as the run says; both begin at 1, and end behind the place."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _message(message: str, fix: str) -> dict[str, str]:
    """What is wrong, then what to do."""
    return _text(visible(message) + (f"\nTo do: {visible(fix)}" if fix else ""))


def _text(text: str) -> dict[str, str]:
    """A text in which nothing is taken for a placeholder ({0}), or for a link ([text](address))."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _fingerprint(known: FindingKey, time: int) -> str:
    """What a baseline recognises a finding by, and which one it is of those that are the same in this."""
    text = "\0".join(attrs.astuple(known))
    return f"{sha256(text.encode('utf-8', 'backslashreplace')).hexdigest()[:32]}:{time}"


def _uri(file: str) -> str:
    """A file as a URI; relative where its name is."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")
