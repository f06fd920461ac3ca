"""Waivers: recorded, dated, signed decisions not to follow a rule.

A waiver counts through its last day. It sets aside a finding only where every rule that the finding names is waived,
and never a finding about waivers or about the file, of a rule that crashed, or of one that its owner declared not
waivable.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rulebook import Rulebook
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import listed
from mentorkit.validation.file_checks import FILE_CHECKS, check_finding
from mentorkit.values.by_fields import ByFields

_NEEDED = ("rule", "reason", "agreed_by", "until")


@attrs.frozen(eq=False, repr=False)
class Waivers(ByFields):
    """The waivers of a programme on one day.

    Attributes:
        in_force: those that count, by rule id, each with its place among the waivers of the file.
        faults: why each of the others does not count.
        not_needed: those in force that no rule about people needs, so that only a finding can.
    """

    in_force: Mapping[str, tuple[int, WaiverEntry]] = attrs.field(factory=dict)
    faults: tuple[Finding, ...] = ()
    not_needed: tuple[tuple[int, WaiverEntry], ...] = ()

    @classmethod
    def of(cls, rulebook: Rulebook, programme: Programme, on: date) -> "Waivers":
        """The waivers of a programme, held against its rules."""
        in_force: dict[str, tuple[int, WaiverEntry]] = {}
        faults: list[Finding] = []
        not_needed: list[tuple[int, WaiverEntry]] = []
        for index, entry in enumerate(programme.waivers or ()):
            if fault := fault_of(rulebook, entry, on, ("waivers", index)):
                faults.append(fault)
                continue
            in_force.setdefault(str(entry.rule), (index, entry))
            rule = rulebook.rule(str(entry.rule))
            if rule is None or rule.stage is None:
                not_needed.append((index, entry))
        return cls(in_force, tuple(faults), tuple(not_needed))

    def applied_to(self, findings: list[Finding]) -> list[Finding]:
        """The findings, those marked that are set aside, and what is wrong with the waivers themselves."""
        marked = [self._mark(finding) for finding in findings]
        used = {rule for finding in marked if finding.waived for rule in finding.rules}
        unused = [
            check_finding(
                "waiver-unused",
                ("waivers", index),
                f"nothing in this design needs the waiver for {entry.rule}",
                "take it out",
            )
            for index, entry in self.not_needed
            if entry.rule not in used
        ]
        return [*marked, *self.faults, *unused]

    def _mark(self, finding: Finding) -> Finding:
        on_design = finding.kind in (FindingKind.FALLS_SHORT, FindingKind.NOT_SETTLED)
        if not on_design or not all(rule in self.in_force for rule in finding.rules):
            return finding
        entry = self.in_force[finding.rule][1]
        return attrs.evolve(finding, waived=f"{entry.reason} (agreed by {entry.agreed_by}, until {entry.until})")


def fault_of(rulebook: Rulebook, entry: WaiverEntry, on: date, path: Path = ()) -> Finding | None:
    """Why a waiver that stands at a path does not count on a day, or None."""
    return next(_faults(rulebook, entry, path, on), None)


def _faults(rulebook: Rulebook, entry: WaiverEntry, path: Path, on: date) -> Iterator[Finding]:
    missing = [name for name in _NEEDED if getattr(entry, name) is None]
    if missing:
        message = f"this waiver does not count, because it does not state {listed(missing, 'and')}"
        yield check_finding("waiver-incomplete", path, message, f"state {listed(missing, 'and')}, or take it out")
        return
    rule = rulebook.rule(str(entry.rule))
    if rule is None and (check := str(entry.rule).lower()) in FILE_CHECKS:
        message = f"{check} is a check of the file itself, which nobody can set aside"
        yield check_finding("waiver-unknown", (*path, "rule"), message, "fix what it finds instead")
    elif rule is None:
        meant = did_you_mean(str(entry.rule), (rule.id for rule in rulebook.rules))
        message = f'"{entry.rule}" is not among the rules that apply here{asks(meant)}'
        fix = f"write {meant}" if meant else "'mentorkit rules' lists the ids"
        yield check_finding("waiver-unknown", (*path, "rule"), message, fix)
    elif not rule.waivable:
        message = f"{rule.id} protects people, and no service may set it aside"
        yield check_finding("waiver-refused", (*path, "rule"), message, "take the waiver out and follow the rule")
    elif entry.until is not None and on > entry.until:
        message = f"this waiver for {rule.id} ended on {entry.until}"
        yield check_finding("waiver-expired", (*path, "until"), message, "follow the rule, or decide again")
