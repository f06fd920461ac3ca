"""What would change if a certain pair were made: the exact price of a wish, for answers to "why not them?"."""

from heapq import heappop, heappush
from typing import SupportsIndex

from mentorkit.matching.assignment import UNMATCHED, Assignment, Change
from mentorkit.matching.pairs import Integers, read_pairs


class WhatIf:
    """Answers what a pair would cost, one shortest chain of exchanges for each.

    Making an index takes one pass over the pairs. An answer takes as long as the chain is; mostly no time at all.
    """

    def __init__(
        self,
        result: Assignment,
        mentee: Integers,
        mentor: Integers,
        weight: Integers,
        capacity: Integers,
    ) -> None:
        """Takes a result and the pairs that it was found for."""
        pairs = read_pairs(mentee, mentor, weight, capacity, len(result.mentor_of), result.sense)
        self._sign = 1 if result.sense == "max" else -1
        self._hub = len(pairs.capacity)
        prices = result.prices
        # Changes of (matched, gain) as one number each, exactly: no chain is so long that its gains amount to a match.
        largest = max(map(abs, [*prices.mentee, *prices.mentor, *pairs.gain]), default=0)
        self._match = match = 1 + 6 * largest * (pairs.n_mentees + self._hub + 2)
        mentees = [match * secure + price for secure, price in zip(prices.secure, prices.mentee, strict=True)]
        self._places = [match * scarce + price for scarce, price in zip(prices.scarce, prices.mentor, strict=True)]
        self._capacity = pairs.capacity
        self._mate = [self._hub if place == UNMATCHED else place for place in result.mentor_of]
        self._members: list[list[int]] = [[] for _ in range(self._hub + 1)]
        for person, place in enumerate(self._mate):
            self._members[place].append(person)
        # How much each pair falls short of its prices.
        self._short: list[dict[int, int]] = [{self._hub: price} for price in mentees]
        for person, place, gain in zip(pairs.mentee, pairs.mentor, pairs.gain, strict=True):
            short = mentees[person] + self._places[place] - match - gain
            self._short[person][place] = min(short, self._short[person].get(place, short))

    def with_pair(self, mentee: SupportsIndex, mentor: SupportsIndex) -> Change:
        """What would change if a mentee had to be matched with a mentor, all others as well as then possible.

        Raises:
            ValueError: when it is not an admissible pair, or the mentor has no place at all.
        """
        person, place = mentee.__index__(), mentor.__index__()
        if not (0 <= person < len(self._mate) and 0 <= place < self._hub and place in self._short[person]):
            raise ValueError(f"mentee {person} with mentor {place} is not an admissible pair")
        if not self._capacity[place]:
            raise ValueError(f"mentor {place} has no place")
        if self._mate[person] == place:
            return Change(0, 0)
        loss = self._short[person][place] + self._chain(place, self._mate[person], person)
        matched = (loss + self._match // 2) // self._match
        return Change(-matched, -self._sign * (loss - matched * self._match))

    def _chain(self, start: int, end: int, mover: int) -> int:
        """The least loss of a chain of moves that frees a place at one mentor and fills one at another.

        The mover, who goes the other way, takes no part in it.
        """
        reached = {start: 0}
        heap = [(0, start)]
        done: set[int] = set()
        while True:
            so_far, node = heappop(heap)
            if node == end:
                return so_far
            if node in done:
                continue
            done.add(node)
            steps = [
                (short, other)
                for person in self._members[node]
                if person != mover
                for other, short in self._short[person].items()
            ]
            if node == self._hub:
                steps += [(price, place) for place, price in enumerate(self._places)]
            elif len(self._members[node]) < self._capacity[node]:
                steps.append((0, self._hub))
            for step, other in steps:
                if so_far + step < reached.get(other, so_far + step + 1):
                    reached[other] = so_far + step
                    heappush(heap, (so_far + step, other))
