"""From a file to what is to be said about it: the main job."""

from datetime import date

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding, check_finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Kind
from mentorkit.programme.path import Path, Span
from mentorkit.programme.tables import FORMAT, Programme, settling_order
from mentorkit.registry.load import Plugins, UnusablePluginError
from mentorkit.toml.document import CannotJudgeError, Document, named_sectors, read_document, require_format
from mentorkit.toml.structure import Fault, read_programme
from mentorkit.validation.renamed_keys import Renaming, renamings, renewed
from mentorkit.validation.waivers import apply_waivers, waivers_in_force


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
    found = renamings(document.data, rulebook)
    programme, faults = read_programme(renewed(document.data, found) if found else document.data, rulebook.own)
    faults = [attrs.evolve(fault, path=_in_file(fault.path, found)) for fault in faults]
    faults += [Fault(each.path, each.message, each.fix, unknown=True) for each in found if each.both]
    unnamed = {found.name for found in plugins.installed} - set(rulebook.sectors)
    return programme, rulebook.speaking_of(programme), [_of_unnamed_sector(fault, unnamed) for fault in faults]


def _of_unnamed_sector(fault: Fault, unnamed: set[str]) -> Fault:
    """Says of the table of a sector that is installed, and that the file does not name, what is missing."""
    if not fault.unknown or len(fault.path) != 2 or fault.path[1] not in unnamed:
        return fault
    message = f'this file does not name the sector "{fault.path[1]}", so its keys are not read'
    fix = f'add "{fault.path[1]}" to sectors in [programme], or take the table out'
    return attrs.evolve(fault, message=message, fix=fix)


def _in_file(path: Path, found: list[Renaming]) -> Path:
    """A path by the names that the file has."""
    for each in found:
        if path[: len(each.now)] == each.now and not each.both:
            return (*each.path, *path[len(each.now) :])
    return path


def is_programme(document: Document) -> bool:
    """Whether a file means to be a programme: it names a format, or has a table that every programme shares."""
    return bool({"format", *attrs.fields_dict(Programme)} & set(document.data))


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
    waived = waivers_in_force(rulebook, programme, on) if use_waivers else ()
    findings = read_design(rulebook, programme, on, waived)
    if use_waivers:
        findings = apply_waivers(rulebook, programme, findings, on)
    explained = _Explained(faults)
    found = renamings(document.data, rulebook)
    findings = [
        finding
        for finding in findings
        if not any(explained.has(path) for path in {finding.path, _in_file(finding.path, found)})
    ]
    findings += [_unreadable(fault) for fault in faults]
    findings += [check_finding("renamed-key", each.path, each.message, each.fix) for each in found if not each.both]
    placed = [attrs.evolve(finding, span=_span(document, finding, found)) for finding in findings]
    return Report(document, programme, rulebook, tuple(sorted(placed, key=_order)))


class _Explained:
    """What the faults of a file say already, so that a rule need not say it again."""

    def __init__(self, faults: list[Fault]) -> None:
        self.meant = {fault.meant for fault in faults if fault.meant}
        self.unreadable = {fault.path for fault in faults if not fault.unknown}
        around = (fault.path for fault in faults if not fault.unknown or fault.path[0] == "waivers")
        self.around = {path[:length] for path in around for length in range(1, len(path))}

    def has(self, place: Path) -> bool:
        """Whether a rule that says something of a place misses, or misjudges, only what could not be read there."""
        outer = [place[:length] for length in range(1, len(place) + 1)]
        return place in self.around or any(path in self.meant or path in self.unreadable for path in outer)


def _unreadable(fault: Fault) -> Finding:
    check = "unknown-key" if fault.unknown else "wrong-value"
    return check_finding(check, fault.path, fault.message, fault.fix)


def _span(document: Document, finding: Finding, found: list[Renaming]) -> Span | None:
    of_key = finding.rule in ("unknown-key", "renamed-key") and isinstance(finding.path[-1], str)
    return document.span(_in_file(finding.path, found), of_key=of_key)


def _order(finding: Finding) -> tuple[object, ...]:
    """By place in the file, at one place the most binding first; then what is open, in the order to settle it."""
    if finding.span and finding.kind is not Kind.NOT_SETTLED:
        return (0, finding.span.line, finding.span.column, -finding.strength, finding.rules)
    return (1, *settling_order(finding.path), -finding.strength, finding.rules)
