"""Findings as JUnit XML, which most build servers show: a suite a file, a case a finding or a rule without any.

The elements are those that the schemas of Jenkins and of Ant have in common, hence attributes such as time and
hostname, of which there is nothing to say.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mentorkit.core.finding import Finding
from mentorkit.programme.path import dotted
from mentorkit.reports.report_writer import Judged, ReportOptions, line_and_column
from mentorkit.text.words import visible
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.file_checks import NOT_JUDGED
from mentorkit.validation.report import Report


class JUnit:
    """Suites; a finding below the fail level passes and is in the output of its suite, a waived one is skipped."""

    def __init__(self, options: ReportOptions) -> None:
        self._on = options.on
        self._failing = options.failing
        self._suites = 0

    def add(self, judged: Judged) -> str:
        """The suite of one file."""
        opening = "" if self._suites else _OPENING
        if isinstance(judged, CannotJudgeError):
            suite = self._suite(judged.file, [_not_judged(judged)], {})
        else:
            cases = [*self._findings(judged), *_met(judged)]
            suite = self._suite(judged.document.name, cases, _properties(judged), self._output(judged))
        self._suites += 1
        indent(suite, level=1)
        return f"{opening}  {tostring(suite, encoding='unicode')}\n"

    def end(self) -> str:
        """The end of all suites."""
        return f"{'' if self._suites else _OPENING}</testsuites>\n"

    def _suite(self, file: str, cases: list[Element], properties: dict[str, str], output: str = "") -> Element:
        counts = {tag: sum(1 for case in cases if case.find(tag) is not None) for tag in _ENDINGS}
        attributes = {
            "name": visible(file),
            "package": "mentorkit",
            "id": str(self._suites),
            "tests": str(len(cases)),
            **{plural: str(counts[tag]) for tag, plural in _ENDINGS.items()},
            "timestamp": f"{self._on}T00:00:00",
            "hostname": "localhost",
            "time": "0",
        }
        suite = Element("testsuite", attributes)
        listed = SubElement(suite, "properties")
        for name, value in properties.items():
            SubElement(listed, "property", name=name, value=visible(value))
        suite.extend(cases)
        SubElement(suite, "system-out").text = output
        SubElement(suite, "system-err")
        return suite

    def _findings(self, report: Report) -> Iterator[Element]:
        for finding in report.findings:
            at = dotted(finding.path) or "the file"
            case = _case(report.document.name, f"{', '.join(finding.rules)} {at}")
            if finding.waived is not None:
                SubElement(case, "skipped", message=visible(f"waived, because {finding.waived}"))
            elif finding.severity in self._failing:
                message = visible(f"{finding.severity}: {finding.message}")
                failure = SubElement(case, "failure", type=finding.kind.value, message=message)
                failure.text = "\n".join(_lines(report.document_of(finding).name, finding))
            yield case

    def _output(self, report: Report) -> str:
        """What is found and fails nothing, waived or not."""
        passing = [finding for finding in report.findings if finding.waived or finding.severity not in self._failing]
        return "\n".join(line for finding in passing for line in _lines(report.document_of(finding).name, finding))


_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
_ENDINGS = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def _case(file: str, name: str) -> Element:
    return Element("testcase", {"classname": visible(file), "name": visible(name), "time": "0"})


def _not_judged(problem: CannotJudgeError) -> Element:
    case = _case(problem.file, NOT_JUDGED)
    error = SubElement(case, "error", type=NOT_JUDGED, message=visible(problem.message))
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    error.text = f"{visible(place)}\nTo do: {visible(problem.fix)}"
    return case


def _met(report: Report) -> Iterator[Element]:
    """The rules that apply and of which nothing is found."""
    found = {rule for finding in report.findings for rule in finding.rules}
    for rule in report.rulebook.rules_for(report.programme):
        if rule.id not in found:
            yield _case(report.document.name, f"{rule.id} {rule.name}")


def _properties(report: Report) -> dict[str, str]:
    return {f"edition of {name}": sector.edition for name, sector in report.rulebook.sectors.items()}


def _lines(file: str, finding: Finding) -> Iterator[str]:
    line, column = line_and_column(finding)
    waived = "waived " if finding.waived else ""
    yield f"{visible(file)}:{line}:{column}: {waived}{finding.severity}: {visible(finding.message)}"
    if finding.newly_asked:
        yield f"Newly asked since {finding.newly_asked}"
    if finding.fix:
        yield f"To do: {visible(finding.fix)}"
    for source in finding.sources:
        yield f"Source: {visible(str(source))}, {visible(source.address)}"
    for note in finding.notes:
        yield f"Note: {visible(note)}"
