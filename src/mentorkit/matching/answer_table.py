"""What is true of a mentor and a mentee, worked out once for each two values that occur."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

import attrs


@attrs.frozen
class CodedValues:
    """Values of the people of one side, as numbers: equal values have one number.

    Attributes:
        code: of each person.
        values: by number.
        shared: by number, whether several people have it.
    """

    code: list[int]
    values: list[Any]
    shared: list[bool]

    @classmethod
    def of(cls, values: Iterable[Hashable]) -> "CodedValues":
        """Numbers values in the order in which they come."""
        numbers: dict[Hashable, int] = {}
        code = [numbers.setdefault(value, len(numbers)) for value in values]
        counts = [0] * len(numbers)
        for number in code:
            counts[number] += 1
        return cls(code, list(numbers), [count > 1 for count in counts])

    def of_person(self, person: int) -> Any:
        """The value of a person."""
        return self.values[self.code[person]]


class AnswerRow(dict[int, int]):
    """The answers for one value of mentees, by the number of the mentors' value; found when first asked for."""

    __slots__ = ("_answer", "_mine", "_theirs")

    def __init__(self, answer: Callable[[Any, Any], int], theirs: list[Any], mine: Any) -> None:
        self._answer = answer
        self._theirs = theirs
        self._mine = mine

    def __missing__(self, code: int) -> int:
        found = self[code] = self._answer(self._theirs[code], self._mine)
        return found


class AnswerTable:
    """Answers for two values each, kept as long as somebody else may have the same.

    Args:
        answer: gives the answer for a value of mentors and one of mentees.
        mentors: the values of the mentors.
        mentees: the values of the mentees.
    """

    def __init__(self, answer: Callable[[Any, Any], int], mentors: CodedValues, mentees: CodedValues) -> None:
        self.answer = answer
        self.mentors = mentors
        self.mentees = mentees
        self.codes = mentors.code
        self._rows: dict[int, AnswerRow] = {}

    def row(self, mentee: int) -> AnswerRow:
        """The answers for a mentee, by the numbers in `codes`."""
        code = self.mentees.code[mentee]
        found = self._rows.get(code)
        if found is None:
            found = AnswerRow(self.answer, self.mentors.values, self.mentees.values[code])
            if self.mentees.shared[code]:
                self._rows[code] = found
        return found

    def of(self, mentor: int, mentee: int) -> int:
        """The answer for two people."""
        return self.row(mentee)[self.codes[mentor]]
