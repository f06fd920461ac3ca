"""Waivers: recorded, dated, signed decisions not to follow a rule.

A waiver counts through its last day. It sets aside a finding only where every rule that the finding names is waived,
and never a finding about waivers or about the file, of a rule that crashed, or of one that its owner declared not
waivable.
"""

from collections.abc import Iterator
from datetime import date

import attrs

from mentorkit.core.finding import CHECKS, Finding, check_finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.strength import Kind
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme, WaiverEntry
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.words import listed

_NEEDED = ("rule", "reason", "agreed_by", "until")


def waivers_in_force(rulebook: Rulebook, programme: Programme, on: date) -> dict[str, tuple[int, WaiverEntry]]:
    """The waivers that count on a day, by rule id, each with its place among the waivers of the file."""
    return {
        str(entry.rule): (index, entry)
        for index, entry in reversed(list(enumerate(programme.waivers or ())))
        if not fault_of(rulebook, entry, on)
    }


def apply_waivers(rulebook: Rulebook, programme: Programme, findings: list[Finding], on: date) -> list[Finding]:
    """Marks the findings that waivers set aside, and adds what is wrong with the waivers themselves."""
    in_force = waivers_in_force(rulebook, programme, on)
    marked = [_mark(finding, in_force) for finding in findings]
    used = {rule for finding in marked if finding.waived for rule in finding.rules}
    faults: list[Finding] = []
    for index, entry in enumerate(programme.waivers or ()):
        path: Path = ("waivers", index)
        fault = fault_of(rulebook, entry, on, path)
        if fault is None and not _needed(rulebook, entry, used):
            message = f"nothing in this design needs the waiver for {entry.rule}"
            fault = check_finding("waiver-unused", path, message, "take it out")
        faults += [fault] if fault else []
    return marked + faults


def _needed(rulebook: Rulebook, entry: WaiverEntry, used: set[str]) -> bool:
    """Whether a waiver has something to do: a finding, or a rule that will be asked about people."""
    rule = rulebook.rule(str(entry.rule))
    return entry.rule in used or (rule is not None and rule.stage is not None)


def _mark(finding: Finding, in_force: dict[str, tuple[int, WaiverEntry]]) -> Finding:
    if finding.kind not in (Kind.FALLS_SHORT, Kind.NOT_SETTLED) or not all(rule in in_force for rule in finding.rules):
        return finding
    entry = in_force[finding.rule][1]
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
    if rule is None and (check := str(entry.rule).lower()) in CHECKS:
        message = f"{check} is a check of the file itself, which nobody can set aside"
        yield check_finding("waiver-unknown", (*path, "rule"), message, "mend what it finds instead")
    elif rule is None:
        meant = did_you_mean(str(entry.rule), (rule.id for rule in rulebook.rules))
        message = f'"{entry.rule}" is not among the rules that apply here{asks(meant)}'
        fix = f"write {meant}" if meant else "'mentorkit rules' lists the ids"
        yield check_finding("waiver-unknown", (*path, "rule"), message, fix)
    elif not rule.waivable:
        message = f"{rule.id} protects people, and its owner lets no service set it aside"
        yield check_finding("waiver-refused", (*path, "rule"), message, "take the waiver out and follow the rule")
    elif entry.until is not None and on > entry.until:
        message = f"this waiver for {rule.id} ended on {entry.until}"
        yield check_finding("waiver-expired", (*path, "until"), message, "follow the rule, or decide again")
