"""What breaks when somebody is away, or a service closes."""

from collections.abc import Collection
from datetime import date

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.network.network import Network
from mentorkit.validation.opened import Opened
from mentorkit.validation.report import report_on


def new_findings(opened: Opened, without: Network, members: Collection[str], on: date) -> list[Finding]:
    """What validate says of a programme and its network while members are away, and does not say otherwise.

    Findings that a waiver sets aside are among them, and marked. What is to be said of the waivers themselves is not.

    Args:
        opened: the programme.
        without: its network, without those who are away.
        members: the ids of those who are away.
        on: the date of the check.
    """
    before = {_what_it_says(finding) for finding in report_on(opened, on).findings}
    then = attrs.evolve(opened, programme=attrs.evolve(opened.programme, network=without.referral))
    known = {without.member_at(member, "status") for member in members}
    return [
        finding
        for finding in report_on(then, on).findings
        # That a member who is away is not there is no news.
        if _what_it_says(finding) not in before and finding.path not in known and finding.kind is not FindingKind.WAIVER
    ]


def _what_it_says(finding: Finding) -> tuple[object, ...]:
    return finding.rules, finding.path, finding.message
