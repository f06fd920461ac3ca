"""An edition of rules: the month in which they were issued."""

import re
from typing import Any, ClassVar

import attrs

from mentorkit.values.text_value import TextValue

_WRITTEN = r"([0-9]{4})-(0[1-9]|1[0-2])"


@attrs.frozen(order=True, repr=False)
class Edition(TextValue):
    """The edition of a month; earlier ones come before later ones.

    Examples:
        >>> Edition.parse("2026-11") < Edition.parse("2027-02")
        True
    """

    what: ClassVar[str] = "an edition of the rules"
    write: ClassVar[str] = 'write the year and the month in quotes, such as "2026-11"'

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Edition":
        """Reads "2026-11".

        Raises:
            ValueError: where the text says no year and month; the message says what to write.
        """
        written = re.fullmatch(_WRITTEN, text.strip())
        if written is None:
            raise ValueError(cls.write)
        return cls(int(written[1]), int(written[2]))

    def is_after(self, named: str) -> bool:
        """Whether this is later than the edition that a sector names; never where that is not named after a month."""
        return bool(re.fullmatch(_WRITTEN, named)) and str(self) > named

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    def __repr__(self) -> str:
        return f'Edition("{self}")'


def as_edition(given: Any) -> Edition | None:
    """The edition that an author gives as a text or as one; None where none is given.

    Raises:
        ValueError: for anything else.
    """
    if given is None or isinstance(given, Edition):
        return given
    try:
        return Edition.parse(given)
    except (AttributeError, ValueError):
        raise ValueError(f"'asked_since' is the edition that brings the rule: {Edition.write}") from None
