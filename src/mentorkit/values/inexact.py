"""Numbers and lengths of time that a source gives as a range or a rough figure: "4 to 5", "about 350", "at least 11".

Such a value stands for every value from its lowest to its highest. It answers only what is true, or false, of all of
them; any other use raises `NotExactError`, so that nobody reads a range as one number without noticing.

Where a source says "about", the value stands for all that is within a tenth of the figure, and for one more or less at
least. That is our own choice: people round to the nearest ten or five, and no source says how far it has rounded.
"""

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any, Self

from mentorkit.values.crash_log import CrashedError
from mentorkit.values.duration import Duration, UnitsDifferError
from mentorkit.values.time_passed import TimePassed

MOST = 1_000_000
"""How far a number reaches that only has a lower end; no programme counts further."""
_LONGEST_YEARS = 100
"""How far a length of time reaches that only has a lower end; a file states no longer one."""
_LONGEST_HOURS = 100_000
_FEW_DAYS = 10
"""Up to how many days a tenth of them is counted in hours, where hours and days can be compared."""
_WHOLE_HOURS = 10
"""From how many hours on a tenth of them is counted in whole hours."""

FORMS = (("from", "to"), ("about",), ("at_least",), ("at_most",))
"""The keys of the table that states such a value."""
RANGE_KEYS = {
    "from": "the lowest value",
    "to": "the highest value",
    "about": "a rough figure; a tenth less or more is meant too",
    "at_least": "the lowest value, if nobody knows the highest",
    "at_most": "the highest value, if nobody knows the lowest",
}
"""These keys, with what each says."""


_IN_WORDS = (
    (r"([0-9]+) ?(?:-|–|to) ?([0-9]+) ?([a-z]+)", '{{ from = "{0} {2}", to = "{1} {2}" }}'),
    (r"(?:about|around|roughly|approximately) (.+)", '{{ about = "{0}" }}'),
    (r"(?:at least|no less than) (.+)", '{{ at_least = "{0}" }}'),
    (r"(?:at most|up to|no more than) (.+)", '{{ at_most = "{0}" }}'),
)


def range_in_words(text: str) -> str | None:
    """How to write a range that a text says in words; None where it says none.

    Examples:
        >>> range_in_words("6-8 weeks"), range_in_words("about a month"), range_in_words("6 weeks")
        ('{ from = "6 weeks", to = "8 weeks" }', '{ about = "a month" }', None)
    """
    plain = " ".join(text.lower().split())
    for words, form in _IN_WORDS:
        if found := re.fullmatch(words, plain):
            return form.format(*found.groups())
    return None


def may_be_inexact(type_: Any) -> bool:
    """Whether a value of a type can be stated as a range: a whole number, or a length of time."""
    return type_ is int or (isinstance(type_, type) and issubclass(type_, Duration))


class NotExactError(CrashedError):
    """One value is needed, and the file states a range.

    Attributes:
        value: the range.
    """

    def __init__(self, value: "Inexact") -> None:
        super().__init__(f"one value is needed here, and the file states {value.origin}")
        self.value = value.origin


def _comparison(compare: Callable[[Any, Any], bool]) -> Callable[["Inexact", Any], bool]:
    """A comparison that is answered where it comes out alike for every value."""

    def decided(self: "Inexact", other: Any) -> bool:
        if isinstance(other, Inexact):
            raise NotExactError(self)
        answers = {compare(end, other) for end in self.ends}
        if len(answers) > 1:
            raise NotExactError(self)
        return answers.pop()

    return decided


def _refused(self: "Inexact", *_: Any) -> Any:
    raise NotExactError(self)


class Inexact:
    """A range of whole numbers, or of lengths of time.

    Attributes:
        stated: as the file states it, such as {"from": 4, "to": 5} or {"about": 350}.
        low: the lowest value that it stands for.
        high: the highest.
        origin: the range of the file that it comes from, or is.
        usual: the lowest and the highest value that is looked at where one value is needed; they differ from the others
            where nobody states an end, and that is then the furthest plausible value.

    Examples:
        >>> mentors = Inexact.of({"from": 4, "to": 6})
        >>> str(mentors), mentors > 3, mentors > 6
        ('4 to 6', True, False)
        >>> mentors > 4
        Traceback (most recent call last):
        mentorkit.values.inexact.NotExactError: one value is needed here, and the file states 4 to 6
        >>> about = Inexact.of({"about": 350})
        >>> str(about), about.in_full
        ('about 350', 'about 350, which is read as 315 to 385,')
    """

    __slots__ = ("high", "low", "origin", "stated", "usual")
    stated: Mapping[str, Any]
    low: Any
    high: Any

    def __init__(self, stated: Mapping[str, Any], low: Any, high: Any, origin: "Inexact | None" = None) -> None:
        self.stated = stated
        self.low = low
        self.high = high
        self.origin: Inexact = self if origin is None else origin
        self.usual = (low, high)

    @classmethod
    def read(cls, table: Mapping[str, Any], read_end: Callable[[Any], Any]) -> Any:
        """The range that a table of the file states; the same errors as of `of`.

        Args:
            table: as the file states it.
            read_end: reads one end, as the file states it.
        """
        form = next((form for form in FORMS if set(form) == set(table)), ())
        return cls.of({name: read_end(table[name]) for name in form})

    @classmethod
    def of(cls, stated: Mapping[str, Any]) -> Any:
        """The range that has these ends, or the value itself where both ends are the same.

        Args:
            stated: by the names of one of the `FORMS`, in their order: whole numbers, or lengths of time.

        Raises:
            ValueError: where the names are others, and where the ends are turned round or cannot be compared; the
                message says what to write.
        """
        match tuple(stated.items()):
            case (("from", low), ("to", high)):
                if not _is_in_order(low, high):
                    raise ValueError(_instead_of(low, high))
            case (("about", figure),):
                low, high = _around(figure)
            case (("at_least", low),):
                high = _highest(low)
            case (("at_most", high),):
                low = _lowest(high)
            case _:
                raise ValueError("write one value, or { from = …, to = … }, or one of about, at_least and at_most")
        return low if low == high and "at_least" not in stated else cls(stated, low, high)

    @property
    def ends(self) -> tuple[Any, Any]:
        """The lowest and the highest value."""
        return self.low, self.high

    def within(self, plausible: tuple[Any, Any]) -> "Inexact":
        """The same range, of whose end that nobody states the furthest plausible value is looked at.

        Args:
            plausible: the least and the most value that is plausible.

        Examples:
            >>> [str(Inexact.of({"at_least": 11}).within((1, 1000)).in_words(end)) for end in (11, 1000)]
            ['11', '1000 or more']
        """
        found = Inexact(self.stated, self.low, self.high)
        least, most = plausible
        if "at_least" in self.stated and _is_less(self.low, most):
            found.usual = self.low, most
        elif "at_most" in self.stated and _is_less(least, self.high):
            found.usual = least, self.high
        return found

    def in_words(self, end: Any) -> str:
        """A value that is looked at, which says whether there may be more or less of it."""
        least, most = self.usual
        if end is most and "at_least" in self.stated:
            return f"{end} or more"
        return f"{end} or less" if end is least and "at_most" in self.stated else str(end)

    @property
    def in_full(self) -> str:
        """In words, with the ends where the words do not say them."""
        return f"{self}, which is read as {self.low} to {self.high}," if "about" in self.stated else str(self)

    def __str__(self) -> str:
        if "from" in self.stated:
            one_unit = isinstance(self.low, Duration) and self.low.unit == self.high.unit
            return f"{self.low.amount if one_unit else self.low} to {self.high}"
        ((form, value),) = self.stated.items()
        return f"{form.replace('_', ' ')} {value}"

    def __repr__(self) -> str:
        return f"Inexact({self})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Inexact):
            return self.stated == other.stated
        try:
            if self.low <= other <= self.high:
                raise NotExactError(self)
        except (TypeError, UnitsDifferError):  # it is another kind of value
            pass
        return False

    def __hash__(self) -> int:
        return hash(tuple(self.stated.items()))

    def __bool__(self) -> bool:
        if bool(self.low) is not bool(self.high):
            raise NotExactError(self)
        return bool(self.low)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: Any) -> Self:
        return self

    def __getattr__(self, name: str) -> Any:
        """What its values have in common, such as that they have no minutes."""
        if name.startswith("_"):
            raise AttributeError(name)
        first, last = [getattr(end, name) for end in self.ends]
        if type(first) is int and first < last:
            return Inexact({"from": first, "to": last}, first, last, self.origin)
        if callable(first) or first != last:
            raise NotExactError(self)
        return first


# Python looks these up on the class, so that __getattr__ never sees them.
for _name in ("lt", "le", "gt", "ge"):
    setattr(Inexact, f"__{_name}__", _comparison(getattr(operator, _name)))
for _name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow"):
    setattr(Inexact, f"__{_name}__", _refused)
    setattr(Inexact, f"__r{_name}__", _refused)
for _name in ("neg", "pos", "abs", "int", "float", "index", "round"):
    setattr(Inexact, f"__{_name}__", _refused)


def _is_in_order(low: Any, high: Any) -> bool:
    """Whether a value is no more than another for certain."""
    try:
        return low == high or bool(low <= high)  # a month has several lengths, and yet is no longer than itself
    except UnitsDifferError:
        return False


def _instead_of(low: Any, high: Any) -> str:
    """What to write for a range whose first end is not known to be less than the second one."""
    if _is_less(high, low):
        first, second = (f'"{end}"' if isinstance(end, Duration) else end for end in (high, low))
        return f"`from` is the lower value: write {{ from = {first}, to = {second} }}"
    return f"write both in the same unit: {low} and {high} cannot be put in order"


def _around(figure: Any) -> tuple[Any, Any]:
    """What "about" a figure stands for: a tenth either way, and one at least."""
    if not isinstance(figure, Duration):
        return _tenth_less(figure), _tenth_more(figure)
    if figure.minutes:
        hours, over = divmod(figure.minutes, 60)
        if hours >= _WHOLE_HOURS and not over:
            return type(figure)(_tenth_less(hours), "hour"), type(figure)(_tenth_more(hours), "hour")
        return _minutes(figure, _tenth_less(figure.minutes)), _minutes(figure, _tenth_more(figure.minutes))
    fewest, most = figure.in_days
    kind = type(figure)
    if kind is TimePassed and most <= _FEW_DAYS:
        return kind(_tenth_less(24 * fewest), "hour"), kind(_tenth_more(24 * most), "hour")
    return kind(max(1, _tenth_less(fewest)), "day"), kind(_tenth_more(most), "day")


def _minutes(of: Duration, amount: int) -> Duration:
    amount = max(1, amount)
    return type(of)(amount, "minute") if amount % 60 else type(of)(amount // 60, "hour")


def _is_less(one: Any, other: Any) -> bool:
    """Whether a value is less than another for certain; hours of contact and days cannot be compared."""
    try:
        return bool(one < other)
    except UnitsDifferError:
        return False


def _tenth_less(number: int) -> int:
    return max(0, number - max(1, -(-number // 10)))


def _tenth_more(number: int) -> int:
    return number + max(1, -(-number // 10))


def _highest(low: Any) -> Any:
    if not isinstance(low, Duration):
        return max(low, MOST)
    kind = type(low)
    return kind(_LONGEST_HOURS, "hour") if low.minutes else kind(_LONGEST_YEARS, "year")


def _lowest(high: Any) -> Any:
    if not isinstance(high, Duration):
        return 0
    return type(high)(1, "minute" if high.minutes else "day")


def as_compared(value: Any) -> Any:
    """What stands for a value where two designs are compared: a range is like another, and never like one number.

    Examples:
        >>> as_compared(Inexact.of({"about": 350})) == as_compared(350)
        False
    """
    return ("range", *value.stated.items()) if isinstance(value, Inexact) else value


def ends_of(value: Any) -> tuple[Any, ...]:
    """The lowest and the highest value of a range; any other value is its own.

    Examples:
        >>> ends_of(Inexact.of({"at_most": 20})), ends_of(12)
        ((0, 20), (12,))
    """
    return value.ends if isinstance(value, Inexact) else (value,)


def exactly(value: Any) -> Any:
    """A value that is no range.

    Raises:
        NotExactError: for a range.
    """
    if isinstance(value, Inexact):
        raise NotExactError(value)
    return value


def as_written(value: Any) -> Any:
    """The figure of a rough figure; any other value is its own.

    Examples:
        >>> as_written(Inexact.of({"about": 350})), as_written(12)
        (350, 12)
    """
    return value.stated.get("about", value) if isinstance(value, Inexact) else value


def lowest(value: Any) -> Any:
    """The lowest value of a range that is looked at, or the value itself."""
    return value.usual[0] if isinstance(value, Inexact) else value


def highest(value: Any) -> Any:
    """The highest value of a range that is looked at, or the value itself."""
    return value.usual[1] if isinstance(value, Inexact) else value


def stated_end(value: Any, end: Callable[[Any], Any]) -> Any:
    """The end of a range that counts where one value is needed, or the other one where nobody states it.

    Args:
        value: a range, or a value, which is its own.
        end: `lowest` or `highest`: the one that counts.

    Examples:
        >>> stated_end(Inexact.of({"from": 2, "to": 3}), highest), stated_end(Inexact.of({"at_least": 2}), highest)
        (3, 2)
    """
    if isinstance(value, Inexact) and len(value.stated) == 1 and "about" not in value.stated:
        return next(iter(value.stated.values()))
    return end(value)
