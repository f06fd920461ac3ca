"""The pairs that may be made, checked."""

from collections.abc import Collection
from operator import index
from typing import Literal, SupportsIndex

import attrs

Sense = Literal["max", "min"]
Integers = Collection[SupportsIndex]
"""Whole numbers in any order-keeping container: a list, an array, a numpy array."""

WEIGHT_LIMIT = 10**9
"""The largest weight, above and below zero, so that every sum stays well inside 64 bits."""


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
    people = read_count(n_mentees, "n_mentees")
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


def read_count(value: SupportsIndex, name: str) -> int:
    """A number of people.

    Raises:
        ValueError: when it is not a whole number from 0.
    """
    (count,) = whole_numbers([value], name)
    if not 0 <= count <= WEIGHT_LIMIT:
        raise ValueError(f"{name} is {count}; it has to be from 0 to {WEIGHT_LIMIT}")
    return count


def whole_numbers(values: Integers, name: str) -> list[int]:
    """The values as a list of int.

    Raises:
        ValueError: naming the first that is something else; True and 1.0 are something else.
    """
    as_list = getattr(values, "tolist", None)
    numbers = list(values) if as_list is None else as_list()
    if not isinstance(numbers, list):
        raise ValueError(f"{name} is a list of whole numbers, not a single value")
    if set(map(type, numbers)) <= {int}:
        return numbers
    for position, number in enumerate(numbers):
        try:
            if type(number).__name__ in ("bool", "bool_"):  # Python's and numpy's
                raise TypeError
            numbers[position] = index(number)
        except TypeError:
            raise ValueError(
                f"{name}[{position}] is {number!r}, a {type(number).__name__}; only whole numbers are exact: "
                "scale and round first"
            ) from None
    return numbers


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
        reach = f"from {least} to {most}" if least <= most else "in use, because there is nobody"
        raise ValueError(f"{name}[{position}] is {numbers[position]}; it has to be {reach}")
