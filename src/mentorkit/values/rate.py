"""How many in what time, as people write it: "12 per month"."""

import re
from functools import total_ordering
from typing import ClassVar

import attrs

from mentorkit.values.text_value import TextValue
from mentorkit.values.written_length import without_commas

_PER_YEAR = {"day": 365, "week": 52, "month": 12, "year": 1}
_WRITTEN = rf"([0-9]{{1,9}}) ?(?:per|a|each) ({'|'.join(_PER_YEAR)})"  # compiled where a file has one


@total_ordering
@attrs.frozen(eq=False, repr=False)
class Rate(TextValue):
    """So many people in a time; equal to another that brings as many in a year, and more than one that brings fewer.

    Attributes:
        amount: how many.
        unit: day, week, month or year.
    """

    what: ClassVar[str] = "a number of people in a time"
    write: ClassVar[str] = 'write a whole number and a time in quotes, such as "12 per month" or "3 per week"'

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """Reads "12 per month" or "3 a week".

        Raises:
            ValueError: where the text says no rate; the message says what to write.
        """
        text = " ".join(text.split())
        written = re.fullmatch(_WRITTEN, text)
        if written is None:
            plain = without_commas(text)
            if plain and re.fullmatch(_WRITTEN, plain):
                raise ValueError(f'write "{plain}", without a comma')
            raise ValueError("write a smaller number" if re.match("[0-9]{10}", text) else cls.write)
        return cls(int(written[1]), written[2])

    @property
    def per_year(self) -> int:
        """How many in a year of 365 days, 52 weeks or 12 months."""
        return self.amount * _PER_YEAR[self.unit]

    def __eq__(self, other: object) -> bool:
        return self.per_year == other.per_year if isinstance(other, Rate) else NotImplemented

    def __lt__(self, other: "Rate") -> bool:
        return self.per_year < other.per_year if isinstance(other, Rate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.per_year)

    def __str__(self) -> str:
        return f"{self.amount} per {self.unit}"

    def __repr__(self) -> str:
        return f'Rate("{self}")'
