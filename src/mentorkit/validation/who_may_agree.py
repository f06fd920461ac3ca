"""Who may agree to a waiver: whoever decides in the service, but for what keeps people safe one of certain roles."""

from mentorkit.core.rule import Rule
from mentorkit.core.stage import Area
from mentorkit.core.strength import Strength
from mentorkit.values.seen_text import as_seen
from mentorkit.vocabulary import RESPONSIBLE_FOR_SAFETY

_LEADS_THE_SERVICE = ("head", "manager", "director", "chief executive", "board", "trustees")
"""Who may agree as well where a rule on answering a risk is one that a service should follow; our own list."""


def who_may_agree(rule: Rule) -> tuple[str, ...]:
    """The roles of which one has to agree to a waiver of a rule; empty where any role may.

    A rule names them itself, as those on children and on record checks do. Rules on supervision, and what must be so in
    the network that answers a risk, fall to those who are responsible for safety; what should be so there, to them or
    to those who lead the service. So does whatever a sector adds there.
    """
    if rule.waived_by:
        return rule.waived_by
    if rule.area is Area.SUPERVISION or (rule.area is Area.NETWORK and rule.strength is Strength.MUST):
        return RESPONSIBLE_FOR_SAFETY
    if rule.area is Area.NETWORK and rule.strength is Strength.SHOULD:
        return RESPONSIBLE_FOR_SAFETY + _LEADS_THE_SERVICE
    return ()


def may_agree(role: str, rule: Rule) -> bool:
    """Whether a role may agree to a waiver of a rule; "Head-teacher" is a headteacher."""
    roles = who_may_agree(rule)
    return not roles or _letters(role) in map(_letters, roles)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, as_seen(text)))
