"""By when a service has to decide what a finding is about."""

from mentorkit.core.finding import Finding
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Area
from mentorkit.programme.key import DecideBy

_BY_AREA = {
    Area.MATCHING: DecideBy.FIRST_MEETING,
    Area.GRADUATION: DecideBy.FIRST_YEAR,
    Area.OUTCOMES: DecideBy.FIRST_YEAR,
}
"""For findings at no key that says it; in all other areas before anybody is recruited."""


def decide_by(finding: Finding, rulebook: Rulebook) -> DecideBy:
    """By when to decide it, as its key says, or the nearest one around it; else as the area of its rule has it."""
    keys = tuple(part for part in finding.path if isinstance(part, str))
    for length in range(len(keys), 0, -1):
        if said := rulebook.key(keys[:length]).decide_by:
            return said
    rule = rulebook.rule(finding.rule)
    return _BY_AREA.get(rule.area, DecideBy.RECRUITMENT) if rule else DecideBy.RECRUITMENT
