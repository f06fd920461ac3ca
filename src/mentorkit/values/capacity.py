"""How many people somebody can take on, as people write it: "12 per month", or "open to anybody"."""

import re
from functools import total_ordering
from math import inf
from typing import ClassVar

import attrs

from mentorkit.values.rate import Rate
from mentorkit.values.text_value import TextValue

ANYBODY = (
    r"(?:open to )?(?:anybody|anyone|everybody|everyone)|open(?: to all| door| meetings?)?|unlimited|"
    r"no (?:limit|maximum)"
)
"""The pattern of a text in small letters with single spaces that says that all who come are taken."""


@total_ordering
@attrs.frozen(eq=False, repr=False)
class Capacity(TextValue):
    """So many people in a time, or anybody: a fellowship, a meeting with an open door or a place of its members.

    Attributes:
        per_year: how many people in a year; without end where it is anybody.
        said: the same in words.

    Examples:
        >>> Capacity.parse("Unlimited") > Capacity.parse("500 per week"), str(Capacity.parse("Unlimited"))
        (True, 'open to anybody')
    """

    what: ClassVar[str] = "a number of people in a time"
    write: ClassVar[str] = f'{Rate.write}, or "open to anybody" if all who come are taken'

    per_year: float
    said: str

    @classmethod
    def parse(cls, text: str) -> "Capacity":
        """Reads "12 per month", "3 a week", "open to anybody" or "unlimited".

        Raises:
            ValueError: where the text says neither; the message says what to write.
        """
        if re.fullmatch(ANYBODY, " ".join(text.lower().split())):
            return cls(inf, "open to anybody")
        try:
            rate = Rate.parse(text)
        except ValueError as problem:
            raise ValueError(cls.write if str(problem) == Rate.write else str(problem)) from None
        return cls(rate.per_year, str(rate))

    @property
    def is_open(self) -> bool:
        """Whether anybody is taken."""
        return self.per_year == inf

    def __eq__(self, other: object) -> bool:
        return self.per_year == other.per_year if isinstance(other, Capacity) else NotImplemented

    def __lt__(self, other: "Capacity") -> bool:
        return self.per_year < other.per_year if isinstance(other, Capacity) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.per_year)

    def __str__(self) -> str:
        return self.said

    def __repr__(self) -> str:
        return f'Capacity("{self}")'
