"""How binding a rule is, and how severe what it finds in a design."""

from enum import IntEnum


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
        """What a design that falls short gets: advice, warning or error."""
        return ("advice", "warning", "error")[self - 1]


SEVERITIES = ("error", "warning", "advice")
"""What a finding can be, worst first."""

A_STRENGTH = "Strength.MUST, Strength.SHOULD or Strength.CAUTION"
"""What an author gives as one."""
