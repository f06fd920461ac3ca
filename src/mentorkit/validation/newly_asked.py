"""What the rules of a newer edition ask that those did not which a file was last checked against."""

from collections.abc import Sequence
from contextlib import suppress

import attrs

from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.values.edition import Edition


def edition_of(rulebook: Rulebook) -> Edition | None:
    """The newest edition of the sectors, or None where none of them is named after a month."""
    editions = []
    for sector in rulebook.sectors.values():
        with suppress(ValueError):
            editions.append(Edition.parse(sector.edition))
    return max(editions, default=None)


def with_newly_asked(findings: Sequence[Finding], rulebook: Rulebook, until: Edition | None) -> Sequence[Finding]:
    """The findings, with the edition that first asked for those of which every rule is newer than `until`.

    Args:
        findings: on a design.
        rulebook: the rules that they are of.
        until: the edition that the file was last checked against; of a file that does not say, nothing is known.
    """
    newer = {
        rule.id: rule.asked_since for rule in rulebook.rules if until and rule.asked_since and rule.asked_since > until
    }
    return [
        attrs.evolve(finding, newly_asked=min(newer[rule] for rule in finding.rules))
        if newer.keys() >= set(finding.rules)
        else finding
        for finding in findings
    ]
