"""How binding a rule is, and what follows from that for a design and for a person."""

from enum import Enum, IntEnum


class Strength(IntEnum):
    """How binding a rule or a limit is, mildest first.

    Examples:
        >>> [strength.severity for strength in Strength]
        ['advice', 'warning', 'error']
    """

    CAUTION = 1
    SHOULD = 2
    MUST = 3

    @property
    def severity(self) -> str:
        """What a design that falls short is told: advice, warning or error."""
        return ("advice", "warning", "error")[self - 1]


SEVERITIES = ("error", "warning", "advice")
"""What a finding can be, worst first."""


class Outcome(IntEnum):
    """What a rule, or all rules together, say about a case, mildest first.

    REFER stands above STOP: what is not known can hide anything, so that taking knowledge away never gives a milder
    answer. Nobody goes on at NOT_YET or worse.
    """

    PROCEED = 0
    NOTE = 1
    NOT_YET = 2
    STOP = 3
    REFER = 4

    @property
    def words(self) -> str:
        """The outcome as it is written for people, such as 'not yet'."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS = {outcome: outcome.name.lower().replace("_", " ") for outcome in Outcome}


class Kind(Enum):
    """What a finding says of the design."""

    FALLS_SHORT = "falls short"
    NOT_SETTLED = "not settled"
    UNREADABLE = "unreadable"
    """A key, table or value that the file format does not know."""
    CRASHED = "not applied"
    """A rule did not answer; nobody can waive that."""
    WAIVER = "waiver"
    """A waiver that does not count or is not needed, or an entry of a baseline that matches nothing."""
