"""What breaks when somebody is away, or a service closes."""

from collections.abc import Collection
from datetime import date

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Area
from mentorkit.network.network import Network
from mentorkit.programme.tables import Programme


def new_findings(
    rulebook: Rulebook, programme: Programme, without: Network, members: Collection[str], on: date
) -> list[Finding]:
    """What the rules of the network find while members are away, and do not find otherwise.

    Args:
        rulebook: the rules.
        programme: the design.
        without: the network of the design, without those who are away.
        members: the ids of those who are away.
        on: the date of the check.
    """
    rules = attrs.evolve(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.area is Area.NETWORK))
    before = {_what_it_says(finding) for finding in read_design(rules, programme, on)}
    then = attrs.evolve(programme, network=without.referral)
    known = {without.member_at(member, "status") for member in members}
    return [
        finding
        for finding in read_design(rules, then, on)
        # That a member who is away is not there is no news.
        if _what_it_says(finding) not in before and finding.path not in known
    ]


def _what_it_says(finding: Finding) -> tuple[object, ...]:
    return finding.rules, finding.path, finding.message
