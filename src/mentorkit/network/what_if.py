"""What breaks when somebody is away, or a service closes."""

from collections.abc import Collection
from datetime import date

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Area
from mentorkit.programme.tables import Programme


def away(programme: Programme, members: Collection[str]) -> Programme:
    """The programme while members cannot be turned to; their deputies can."""
    stated = programme.network.members or ()
    closed = tuple(
        attrs.evolve(member, status="temporarily closed") if member.id in members else member for member in stated
    )
    return attrs.evolve(programme, network=attrs.evolve(programme.network, members=closed))


def breaks(rulebook: Rulebook, programme: Programme, members: Collection[str], on: date) -> list[Finding]:
    """What the rules of the network find while members are away, and do not find otherwise.

    Args:
        rulebook: the rules.
        programme: the design.
        members: the ids of those who are away.
        on: the date of the check.
    """
    rules = attrs.evolve(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.area is Area.NETWORK))
    before = {_said(finding) for finding in read_design(rules, programme, on)}
    gone = {
        ("network", "members", at) for at, entry in enumerate(programme.network.members or ()) if entry.id in members
    }
    return [
        finding
        for finding in read_design(rules, away(programme, members), on)
        # That a member who is away is not there is no news.
        if _said(finding) not in before and not (finding.path[:3] in gone and finding.path[3:] == ("status",))
    ]


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.rules, finding.path, finding.message
