"""The pairs that may be made, checked."""

import sys
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import islice
from math import isfinite
from operator import index
from typing import Any, Literal, SupportsIndex

import attrs

Sense = Literal["max", "min"]
Integers = Iterable[SupportsIndex]
"""Whole numbers in order: a list, an array, a numpy array, or a generator, which is gone through once."""

WEIGHT_LIMIT = 10**9
"""The largest weight, above and below zero, so that every sum stays well inside 64 bits."""

PEOPLE_LIMIT = 1_000_000
"""The most mentees; memory grows with them, even if hardly any can be matched."""

ENTRIES_LIMIT = 20_000_000
"""The most entries of a generator, which may have no end."""

_REMEDIES: Mapping[str, str] = {
    "mentee": "number mentees from 0; n_mentees says how many there are",
    "mentor": "number mentors from 0; capacity has an entry for each",
    "weight": "divide all weights by the same number, and round them",
    "capacity": "0 is for a mentor who takes nobody, and more than all mentees need makes no difference",
    "hours": "0 is for a mentee who needs none, and all hours can be counted in a larger unit",
    "mentee_rank": "rank from 1, because only the order counts",
    "mentor_rank": "rank from 1, because only the order counts",
    "n_mentees": "it is the number of mentees; match a larger number of them in parts",
    "max_steps": "1 is the least that searches",
}
"""What to do about a number that is out of range."""


@attrs.frozen
class Pairs:
    """Admissible pairs, and what there is to share out.

    Attributes:
        mentee: of each pair, from 0.
        mentor: of each pair, from 0.
        gain: what each pair adds to the total: its weight, or what it saves where weights are costs.
        capacity: the places of each mentor.
        n_mentees: how many mentees there are.
    """

    mentee: list[int]
    mentor: list[int]
    gain: list[int]
    capacity: list[int]
    n_mentees: int


def read_pairs(
    mentee: Integers, mentor: Integers, weight: Integers, capacity: Integers, n_mentees: SupportsIndex, sense: Sense
) -> Pairs:
    """Checks pairs and turns weights into gains.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
    """
    sign = read_sense(sense)
    people = read_count(n_mentees, "n_mentees", PEOPLE_LIMIT)
    places = whole_numbers(capacity, "capacity")
    refuse_outside(places, "capacity", 0, WEIGHT_LIMIT)
    left = whole_numbers(mentee, "mentee")
    right = whole_numbers(mentor, "mentor")
    worth = whole_numbers(weight, "weight")
    refuse_lengths(mentee=len(left), mentor=len(right), weight=len(worth))
    refuse_outside(left, "mentee", 0, people - 1)
    refuse_outside(right, "mentor", 0, len(places) - 1)
    refuse_outside(worth, "weight", -WEIGHT_LIMIT, WEIGHT_LIMIT)
    return Pairs(left, right, worth if sign == 1 else [-each for each in worth], places, people)


def read_sense(sense: str) -> int:
    """1 where more is better, -1 where less is.

    Raises:
        ValueError: for any other word.
    """
    if sense not in ("max", "min"):
        raise ValueError(f'sense is "max" (the greatest total) or "min" (the least), not {sense!r}')
    return 1 if sense == "max" else -1


def read_count(value: SupportsIndex, name: str, most: int = WEIGHT_LIMIT) -> int:
    """A number of people, or of steps.

    Raises:
        ValueError: when it is not a whole number from 0 to `most`.
    """
    count = _whole_number(value, name)
    if not 0 <= count <= most:
        raise ValueError(_outside(name, name, count, 0, most))
    return count


def entries(values: Integers, name: str) -> Collection[SupportsIndex]:
    """What is given as a list, so that it can be counted and read again; a list or an array is given back as it is.

    Raises:
        ValueError: for what keeps no order, for a single value, or where numbers may be missing.
    """
    given: Any = values
    dimensions = getattr(given, "ndim", 1)
    masked = sys.modules.get("numpy.ma")
    if isinstance(given, str | bytes | bytearray | Mapping | Set):
        what = f"a {type(given).__name__}"
    elif masked is not None and isinstance(given, masked.MaskedArray):
        what = "a masked array, in which numbers may be missing"
    elif not isinstance(given, Iterable) or dimensions == 0:
        what = "None" if given is None else f"a single value ({type(given).__name__})"
    elif dimensions > 1:
        what = f"a table of {dimensions} dimensions"
    elif isinstance(given, Collection):
        return given
    else:
        listed = list(islice(given, ENTRIES_LIMIT + 1))
        if len(listed) <= ENTRIES_LIMIT:
            return listed
        what = f"without an end, or has more than {ENTRIES_LIMIT:,} entries"
    one_for = "mentor" if name == "capacity" else "pair"
    raise ValueError(f"{name} is {what}; give a list with a whole number for each {one_for}, in order")


def whole_numbers(values: Integers, name: str) -> list[int]:
    """The values as a list of int.

    Raises:
        ValueError: naming the first that is something else; True and 1.0 are something else.
    """
    given = entries(values, name)
    as_list = getattr(given, "tolist", None)
    numbers: list[Any] = list(given) if as_list is None else as_list()
    if not set(map(type, numbers)) <= {int}:
        for position, number in enumerate(numbers):
            numbers[position] = _whole_number(number, f"{name}[{position}]")
    return numbers


def _whole_number(value: SupportsIndex, place: str) -> int:
    """A value as an int.

    Raises:
        ValueError: when it is something else.
    """
    kind = type(value).__name__
    try:
        if kind in ("bool", "bool_"):  # Python's and numpy's
            raise TypeError
        return index(value)
    except TypeError:
        shown = f"{value!r}, a {kind}" if value is None or isinstance(value, bool | float) else f"a {kind}"
        if isinstance(value, float) and isfinite(value):
            remedy = "only whole numbers are exact: scale and round first"
        else:
            remedy = "give a whole number"
        raise ValueError(f"{place} is {shown}; {remedy}") from None


def refuse_lengths(**lengths: int) -> None:
    """Refuses lists that do not describe the same pairs.

    Raises:
        ValueError: when the lengths differ.
    """
    if len(set(lengths.values())) > 1:
        lengths_in_words = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise ValueError(f"every pair needs an entry in each list, but {lengths_in_words}")


def refuse_outside(numbers: list[int], name: str, least: int, most: int) -> None:
    """Refuses numbers out of range.

    Raises:
        ValueError: naming the first.
    """
    if numbers and not (least <= min(numbers) and max(numbers) <= most):
        position = next(place for place, number in enumerate(numbers) if not least <= number <= most)
        raise ValueError(_outside(name, f"{name}[{position}]", numbers[position], least, most))


def _outside(name: str, place: str, number: int, least: int, most: int) -> str:
    """Says that a number is out of range, and what to do."""
    # Python does not write out a number of thousands of digits, and nobody could read it.
    shown = str(number) if abs(number) < 10**30 else "a number of more than 30 digits"
    reach = f"it has to be from {least} to {most}" if least <= most else f"there is no {name}"
    remedy = _REMEDIES.get(name, "give a number in that range")
    return f"{place} is {shown}; {reach}: {remedy}"
