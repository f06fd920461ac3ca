"""What breaks when somebody is away, or a service closes."""

from collections.abc import Collection
from datetime import date

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.network.network import Network
from mentorkit.programme.tables import Programme


def new_findings(
    rulebook: Rulebook, programme: Programme, without: Network, members: Collection[str], on: date
) -> list[Finding]:
    """What the rules find in the design and its network while members are away, and do not find otherwise.

    Args:
        rulebook: the rules.
        programme: the design.
        without: the network of the design, without those who are away.
        members: the ids of those who are away.
        on: the date of the check.
    """
    before = {_what_it_says(finding) for finding in read_design(rulebook, programme, on)}
    then = attrs.evolve(programme, network=without.referral)
    known = {without.member_at(member, "status") for member in members}
    return [
        finding
        for finding in read_design(rulebook, then, on)
        # That a member who is away is not there is no news.
        if _what_it_says(finding) not in before and finding.path not in known
    ]


def _what_it_says(finding: Finding) -> tuple[object, ...]:
    return finding.rules, finding.path, finding.message
