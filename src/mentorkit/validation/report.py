"""What is to be said about one design on one day, with the places in its file."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

import attrs

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.path import Path, Span
from mentorkit.programme.tables import Programme, settling_order
from mentorkit.toml.document import Document
from mentorkit.toml.faults import MOST_TOLD, Fault
from mentorkit.validation.about_file import not_confirmed
from mentorkit.validation.at_odds import told_once
from mentorkit.validation.contradictions import contradictions
from mentorkit.validation.file_checks import NOT_CONFIRMED, check_finding
from mentorkit.validation.implausible import implausible, unused_confirmations
from mentorkit.validation.listed_twice import listed_twice
from mentorkit.validation.newly_asked import with_newly_asked
from mentorkit.validation.opened import Opened
from mentorkit.validation.other_formats import asked_in_its_format, ways_not_stated
from mentorkit.validation.other_nation import law_not_checked
from mentorkit.validation.own_names import not_known, perhaps_known
from mentorkit.validation.titles_of_nations import titles_of_other_nations
from mentorkit.validation.undecided import not_decided
from mentorkit.validation.waivers import Waivers
from mentorkit.values.by_fields import ByFields


class Coming(NamedTuple):
    """What is found from a later day on, because then another limit or rule holds, or a table has another value.

    Attributes:
        day: the first day.
        findings: those that are not found on the day before, and that no waiver hides.
    """

    day: date
    findings: tuple[Finding, ...]


@attrs.frozen(eq=False, repr=False)
class Report(ByFields):
    """What validation says about one file.

    Attributes:
        document: the file.
        programme: the design in it, as far as it can be read, with what the larger service answers for.
        rulebook: the rules that were applied.
        findings: in the order of the file, what is missing after that in the order of the tables; with places.
        coming: what is found besides from known later days on, the next day first; it does not count yet.
        larger: the files of the larger services that the programme is part of, the nearest first.
        inherited: the keys that are read there, in the order of the tables, each after the name of the file.
        part: "start" if the findings are those alone that have to be settled before the programme starts, "network" if
            they are those alone on the network; of a whole report empty.
    """

    document: Document
    programme: Programme
    rulebook: Rulebook
    findings: tuple[Finding, ...]
    coming: tuple[Coming, ...] = ()
    larger: tuple[Document, ...] = ()
    inherited: tuple[tuple[str, Path], ...] = ()
    part: Literal["", "start", "network"] = ""

    def document_of(self, finding: Finding) -> Document:
        """The file that a finding is about: that of a larger service, if what it says is stated there."""
        named = finding.span.file if finding.span else ""
        return next((each for each in self.larger if each.name == named), self.document)

    def count(self, severity: str, kind: FindingKind | None = None) -> int:
        """How many findings of a severity, and of a kind where one is named, are not waived."""
        return sum(
            1 + finding.more
            for finding in self.findings
            if finding.severity == severity and not finding.waived and kind in (None, finding.kind)
        )

    @property
    def unconfirmed(self) -> tuple[Finding, ...]:
        """The findings on values of a template that nobody has confirmed, which people count by themselves."""
        return tuple(filter(is_unconfirmed, self.findings))

    @property
    def newly_asked(self) -> int:
        """How many findings that are not waived a newer edition asks for than the file was last checked against."""
        return sum(1 + finding.more for finding in self.findings if finding.newly_asked and not finding.waived)

    def hidden(self, *, in_baseline: bool) -> int:
        """How many findings a baseline hides, or else a waiver."""
        return sum(
            1 + finding.more for finding in self.findings if finding.waived and finding.in_baseline is in_baseline
        )


def is_unconfirmed(finding: Finding) -> bool:
    """Whether a finding is on a value of a template that nobody has confirmed, and counts."""
    return finding.rule == NOT_CONFIRMED and not finding.waived


def report_on(opened: Opened, on: date, *, use_waivers: bool = True) -> Report:
    """What is found in a programme that has been opened, by the rules of a day, without what a later day brings."""
    findings = _findings(opened, on, use_waivers=use_waivers)
    document, *larger = opened.files
    inherited = tuple(opened.inherited)
    return Report(
        document, opened.programme, opened.rulebook.on(on), findings, larger=tuple(larger), inherited=inherited
    )


def _findings(opened: Opened, on: date, *, use_waivers: bool) -> tuple[Finding, ...]:
    programme, rulebook = opened.programme, opened.rulebook.on(on)
    reading = DesignReading(rulebook, programme, on)
    waivers = Waivers.of(reading, unreadable=opened.unreadable_waivers) if use_waivers else Waivers()
    findings = told_once(reading, waivers.applied_to(reading.findings(waivers.in_force)))
    findings += [*ways_not_stated(programme), *not_known(reading), *perhaps_known(reading)]
    findings += [*contradictions(opened.own, programme), *listed_twice(opened.own)]
    findings += titles_of_other_nations(programme)
    findings += [*implausible(opened.own, rulebook, findings), *unused_confirmations(opened.own, rulebook)]
    if faults := opened.all_faults:
        explained = _ExplainedPlaces(faults)
        findings = [
            finding
            for finding in findings
            if not any(explained.has(path) for path in {finding.path, _path_in_file(opened, finding)})
        ]
    findings = asked_in_its_format(with_newly_asked(findings, rulebook, programme.file.asked_until), programme)
    findings += [_unreadable(fault) for fault in opened.faults]
    findings += [_unreadable(fault, file) for file, fault in opened.faults_of_others]
    findings += not_decided(opened.undecided, findings, programme, rulebook)
    findings += [*not_confirmed(programme, rulebook), *law_not_checked(programme)]
    findings += [
        check_finding("renamed-key", each.path, each.message, each.fix) for each in opened.renamings if not each.both
    ]
    placed = [attrs.evolve(each, span=each.span or _span(opened, each)) for each in _counted(findings)]
    return tuple(sorted(placed, key=lambda finding: _order(finding, [each.name for each in opened.files])))


def _counted(findings: list[Finding]) -> list[Finding]:
    """The first of very many alike, the last of those with how many more there are.

    Alike are those of the same rules, strength and kind that the same waiver or none sets aside.
    """
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        of = (finding.rules, finding.strength, finding.kind, finding.waived, finding.newly_asked)
        alike.setdefault(of, []).append(finding)
    told: list[Finding] = []
    for each in alike.values():
        *first, last = each[:MOST_TOLD]
        more = sum(finding.more for finding in each) + len(each[MOST_TOLD:])
        if more:
            first = [attrs.evolve(finding, more=0) for finding in first]
            last = attrs.evolve(last, message=f"{last.message}; and {more:,} more like this", more=more)
        told += [*first, last]
    return told


class _ExplainedPlaces:
    """What the faults of a file say already, so that a rule need not say it again."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.meant = {fault.meant for fault in faults if fault.meant}
        self.unreadable = {fault.path for fault in faults if not fault.unknown}
        around = (fault.path for fault in faults if not fault.unknown or fault.path[0] == "waivers")
        self.around = {path[:length] for path in around for length in range(1, len(path))}

    def has(self, place: Path) -> bool:
        """Whether a rule that says something of a place misses, or misjudges, only what could not be read there."""
        outer = [place[:length] for length in range(1, len(place) + 1)]
        return place in self.around or any(path in self.meant or path in self.unreadable for path in outer)


def _unreadable(fault: Fault, larger: Opened | None = None) -> Finding:
    """What is said of a fault of the file, or of that of a larger service, at its place."""
    check = "unknown-key" if fault.unknown else "wrong-value"
    finding = attrs.evolve(check_finding(check, fault.path, fault.message, fault.fix), more=fault.more)
    span = larger.span_for_part(fault.path, of_key=_is_of_key(finding)) if larger else None
    return attrs.evolve(finding, span=span)


def _span(opened: Opened, finding: Finding) -> Span | None:
    return opened.span(finding.path, of_key=_is_of_key(finding))


def _is_of_key(finding: Finding) -> bool:
    return finding.rule in ("unknown-key", "renamed-key") and isinstance(finding.path[-1], str)


def _path_in_file(opened: Opened, finding: Finding) -> Path:
    return opened.file_of(finding.path).path_in_file(finding.path)


def _order(finding: Finding, files: Sequence[str]) -> tuple[object, ...]:
    """By place in the files, at one place the most binding first; then what is open, in the order to settle it."""
    if finding.span and finding.kind is not FindingKind.NOT_SETTLED:
        file = files.index(finding.span.file) if finding.span.file else 0
        return (0, file, finding.span.line, finding.span.column, -finding.strength, finding.rules)
    return (1, *settling_order(finding.path), -finding.strength, finding.rules)
