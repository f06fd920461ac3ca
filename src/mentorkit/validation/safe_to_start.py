"""What has to be settled before a programme starts, of all that rules ask.

docs/safe-to-start.md argues what belongs to it. A rule need not say whether it does: its area and its strength do.
"""

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.core.rule import Rule
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path
from mentorkit.validation.report import Report

START_AREAS = (Area.SCREENING, Area.TRAINING, Area.SUPERVISION, Area.NETWORK, Area.GOVERNANCE)
"""The areas whose musts a programme meets before it starts; safeguarding is in that of supervision."""
TO_CONFIRM = ("implausible", "not-confirmed", "not-decided")
"""The checks of values that somebody has to look at, or to decide."""


def is_for_start(rule: Rule) -> bool:
    """Whether a rule belongs to what has to be settled before a programme starts.

    These are the musts on screening, training, supervision with safeguarding, the network, and governance with data;
    and the musts that no service may waive, or only certain roles, whatever they are about: these guard safety.

    Examples:
        >>> from mentorkit.standards import outcomes, safeguarding
        >>> is_for_start(safeguarding.STD407), is_for_start(outcomes.STD601)
        (True, False)
    """
    limits = (limit.strength for argument in rule.parameters for limit in argument.limits)
    guards_safety = not rule.waivable or bool(rule.waived_by)
    return Strength.MUST in (rule.strength, *limits) and (rule.area in START_AREAS or guards_safety)


def for_start(finding: Finding, rulebook: Rulebook) -> bool:
    """Whether a finding keeps a programme from being safe to start, if nothing waives it.

    An error does that such a rule finds, and every error of the file itself, which nobody can judge past; so does a
    value to confirm at a place that such a rule reads.
    """
    rules = [rule for id_ in finding.rules if (rule := rulebook.rule(id_))]
    if finding.rule in TO_CONFIRM:
        return bool(finding.more) or _is_read(finding.path, rulebook)
    if finding.kind is not FindingKind.CRASHED and finding.strength < Strength.MUST:
        return False
    return not rules or any(map(is_for_start, rules))


def start_findings(report: Report) -> list[Finding]:
    """All of a report that keeps the programme from being safe to start, waived or not."""
    return [finding for finding in report.findings if for_start(finding, report.rulebook)]


def open_for_start(report: Report) -> list[Finding]:
    """What is still in the way of a safe start; what a baseline hides is as open as before."""
    return [finding for finding in start_findings(report) if not finding.waived or finding.in_baseline]


def report_for_start(report: Report) -> Report:
    """The report with nothing in it but what has to be settled before the programme starts."""
    coming = [
        each._replace(findings=tuple(found for found in each.findings if for_start(found, report.rulebook)))
        for each in report.coming
    ]
    found = tuple(start_findings(report))
    return attrs.evolve(report, findings=found, coming=tuple(each for each in coming if each.findings), part="start")


def _is_read(path: Path, rulebook: Rulebook) -> bool:
    """Whether a rule that belongs to a safe start reads what stands at a place, or at one within it."""
    keys = tuple(part for part in path if isinstance(part, str))
    return keys[1:2] == ("collects",) or any(map(is_for_start, rulebook.readers(keys)))
