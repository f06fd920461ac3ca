"""Who may be matched with whom: mentors are looked up by what is required, and rules run on those who are left."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import product
from math import prod
from typing import Any

from mentorkit.matching.compare import PairComparison

_MOST_KEYS = 64
_SPARE_DAYS = 4
"""By how much a date plus months can differ from the later date less the same months."""


class Candidates:
    """The mentors who suit a mentee in everything that is required, as far as looking up can tell.

    Args:
        comparisons: all of them; those that are required and have keys are looked up.
        mentors: the numbers of those who can be matched at all.
    """

    def __init__(self, comparisons: Sequence[PairComparison], mentors: Sequence[int]) -> None:
        self.mentors = list(mentors)
        self.looked_up: list[PairComparison] = []
        self._by_keys: dict[tuple[Any, ...], list[int]] = {}
        self._found: dict[tuple[Any, ...], list[int]] = {}
        self._build([each for each in comparisons if each.indexed])
        near = [each for each in comparisons if each.required and not each.indexed]
        self._near = _Near(near[0], self.mentors) if near and not self.looked_up else None

    def _build(self, comparisons: list[PairComparison]) -> None:
        most = 1
        for each in comparisons:
            widest = max((len(each.keys_of_mentor(mentor)) for mentor in self.mentors), default=1)
            if most * max(widest, 1) <= _MOST_KEYS:
                most *= max(widest, 1)
                self.looked_up.append(each)
        for mentor in self.mentors if self.looked_up else ():
            for keys in product(*((*each.keys_of_mentor(mentor), None) for each in self.looked_up)):
                self._by_keys.setdefault(keys, []).append(mentor)

    def decided(self, each: PairComparison) -> bool:
        """Whether looking up settles a requirement, so that nobody has to ask again."""
        return any(each is one for one in self.looked_up) and not each.both_wish

    def of(self, mentee: int) -> list[int]:
        """The mentors to look at for a mentee, in order; not to be changed."""
        if self._near:
            return self._near.of(mentee)
        if not self.looked_up:
            return self.mentors
        keys = tuple(
            (None,) if found is None else tuple(found)
            for found in (each.keys_of_mentee(mentee) for each in self.looked_up)
        )
        found = self._found.get(keys)
        if found is None:
            found = self._found[keys] = self._with_keys(keys)
        return found

    def _with_keys(self, keys: Sequence[tuple[Any, ...]]) -> list[int]:
        """The mentors who have one of the keys in each thing looked up."""
        if prod(map(len, keys)) > len(self.mentors):
            # Somebody has named so many things that it is quicker to ask each mentor.
            found = self.mentors
            for each, wanted in zip(self.looked_up, map(set, keys), strict=True):
                if wanted != {None}:
                    found = [mentor for mentor in found if not wanted.isdisjoint(each.keys_of_mentor(mentor))]
            return found
        lists = [self._by_keys[each] for each in product(*keys) if each in self._by_keys]
        return lists[0] if len(lists) == 1 else sorted({mentor for several in lists for mentor in several})


class _Near:
    """Mentors in the order of a date or number, so that those near another are found together."""

    def __init__(self, compare: PairComparison, mentors: Collection[int]) -> None:
        self._compare = compare
        values = ((compare.mentors.of_person(mentor).own, mentor) for mentor in mentors)
        self._sorted = sorted((own, mentor) for own, mentor in values if own is not None)

    def of(self, mentee: int) -> list[int]:
        own = self._compare.mentees.of_person(mentee).own
        if own is None:
            return []
        stated = self._compare.placed.comparison
        try:
            if stated.within is None:
                least, most = own - (stated.difference or 0), own + (stated.difference or 0)
            else:
                spare = timedelta(days=_SPARE_DAYS)
                least, most = (own - stated.within) - spare, (own + stated.within) + spare
        except (OverflowError, TypeError):
            return [mentor for _, mentor in self._sorted]
        first = bisect_left(self._sorted, least, key=lambda each: each[0])
        last = bisect_right(self._sorted, most, key=lambda each: each[0])
        return sorted(mentor for _, mentor in self._sorted[first:last])
