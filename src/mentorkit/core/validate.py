"""From a file to what is to be said about it: the main job."""

from datetime import date

import attrs

from mentorkit.core.design import read_design
from mentorkit.core.document import CannotJudgeError, Document, Span, named_sectors, read_document, require_format
from mentorkit.core.finding import Finding, check_finding
from mentorkit.core.paths import is_within
from mentorkit.core.plugins import Plugins, UnusablePluginError
from mentorkit.core.programme import FORMAT, Programme, settling_order
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Kind
from mentorkit.core.structure import Fault, read_programme
from mentorkit.core.waiver import apply_waivers


@attrs.frozen
class Report:
    """What validation says about one file.

    Attributes:
        document: the file.
        programme: the design in it, as far as it can be read.
        rulebook: the rules that were applied.
        findings: in the order of the file, what is missing after that in the order of the tables; with places.
    """

    document: Document
    programme: Programme
    rulebook: Rulebook
    findings: tuple[Finding, ...]

    def count(self, severity: str, kind: Kind | None = None) -> int:
        """How many findings of a severity, and of a kind where one is named, are not waived."""
        return sum(
            1
            for finding in self.findings
            if finding.severity == severity and not finding.waived and kind in (None, finding.kind)
        )


def open_programme(document: Document, plugins: Plugins) -> tuple[Programme, Rulebook, list[Fault]]:
    """A programme with the rules that it asks for, and what of it cannot be read.

    Raises:
        CannotJudgeError: where the file names no sectors, or one that is missing or broken.
    """
    require_format(document, FORMAT)
    names = named_sectors(document)
    try:
        rulebook = plugins.rulebook(names)
    except UnusablePluginError as problem:
        at = None
        if problem.sector in names:
            listed = document.data["programme"]["sectors"]
            span = document.span(("programme", "sectors", listed.index(problem.sector)))
            at = (span.line, span.column) if span else None
        raise CannotJudgeError(document.name, problem.message, problem.fix, at) from problem
    programme, faults = read_programme(document.data, rulebook.own)
    return programme, rulebook, faults


def validate(source: bytes, name: str, plugins: Plugins, on: date, *, use_waivers: bool = True) -> Report:
    """Checks the design in one TOML file.

    Args:
        source: the bytes of the file.
        name: what to call it.
        plugins: those that are installed.
        on: the date of the check, which decides whether waivers still count.
        use_waivers: False shows what they hide.

    Raises:
        CannotJudgeError: where the file or a sector that it names cannot be used.
    """
    return judge(read_document(source, name), plugins, on, use_waivers=use_waivers)


def judge(document: Document, plugins: Plugins, on: date, *, use_waivers: bool = True) -> Report:
    """Checks the design in a document that has been read; the same arguments and errors as `validate`."""
    programme, rulebook, faults = open_programme(document, plugins)
    findings = [finding for finding in read_design(rulebook, programme, on) if not _explained(finding, faults)]
    if use_waivers:
        findings = apply_waivers(rulebook, programme, findings, on)
    findings += [_unreadable(fault) for fault in faults]
    placed = [attrs.evolve(finding, span=_span(document, finding)) for finding in findings]
    return Report(document, programme, rulebook, tuple(sorted(placed, key=_order)))


def _explained(finding: Finding, faults: list[Fault]) -> bool:
    """Whether a fault of the file says already why a rule has found something there."""
    path = finding.path
    for fault in faults if path else ():
        if fault.unknown:
            if fault.meant and is_within(path, fault.meant):
                return True
        elif is_within(path, fault.path) or is_within(fault.path, path):
            return True
    return False


def _unreadable(fault: Fault) -> Finding:
    check = "unknown-key" if fault.unknown else "wrong-value"
    return check_finding(check, fault.path, fault.message, fault.fix)


def _span(document: Document, finding: Finding) -> Span | None:
    return document.span(finding.path, of_key=finding.rule == "unknown-key")


def _order(finding: Finding) -> tuple[object, ...]:
    """By place in the file, at one place the most binding first; then what is open, in the order to settle it."""
    if finding.span and finding.kind is not Kind.NOT_SETTLED:
        return (0, finding.span.line, finding.span.column, -finding.strength, finding.rules)
    return (1, *settling_order(finding.path), -finding.strength, finding.rules)
