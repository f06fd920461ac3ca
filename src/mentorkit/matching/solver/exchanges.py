"""The best assignments, as what may be exchanged in one of them.

Best assignments differ by exchanges along tight pairs: mentees move round in a ring of mentors, or along a chain from
a place that may stay free (or a mentee who may stay unmatched) to another one. A node that stands for "nobody", the
hub, closes these chains to rings, so every exchange is a ring of moves from node to node.
"""

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentorkit.matching.solver.optimality import TightPairs
from mentorkit.matching.solver.result import UNMATCHED, Prices

Move = tuple[int, int, int]
"""(mentee, from, to): the mentee goes from a mentor to another. The mentee is -1 where a place is filled
(from the mentor to the hub) or given up (from the hub to the mentor)."""

Options = Mapping[int, Sequence[int]]
"""The mentors of each mentee's tight pairs in order, the hub last where the mentee may go unmatched."""


class Exchanges:
    """One assignment made of tight pairs, and the moves that lead to others.

    Attributes:
        hub: stands for "nobody", and is numbered after all mentors.
        mate: the mentor of each mentee in the present assignment, or the hub.
        options: where each mentee may go; who has no choice is left out.
        room: the free places of each mentor.
        spare: for each mentor, whether a place may stay free.
        settled: mentees up to this one stay where they are.
        part: nodes of different parts have no ring in common.
    """

    def __init__(self, mate: Sequence[int], options: Options, capacity: Sequence[int], spare: Sequence[bool]) -> None:
        self.hub = len(capacity)
        self.mate = list(mate)
        self.options = options
        self.room = list(capacity)
        self.spare = spare
        self.settled = -1
        self.part = [0] * (self.hub + 1)
        self._spared = [mentor for mentor, spare in enumerate(spare) if spare]
        self._members: list[set[int]] = [set() for _ in range(self.hub + 1)]
        self._suitors: list[list[int]] = [[] for _ in range(self.hub + 1)]
        for node in self.mate:
            if node != self.hub:
                self.room[node] -= 1
        for mentee, nodes in options.items():
            if self.mate[mentee] in nodes:
                self._members[self.mate[mentee]].add(mentee)
            for node in nodes:
                self._suitors[node].append(mentee)

    def settle(self, mentee: int) -> None:
        """Takes a mentee out of all further exchanges; they are settled in order."""
        self.settled = mentee
        self._members[self.mate[mentee]].discard(mentee)

    def out(self, node: int) -> Iterator[Move]:
        """The moves that relieve a node of one too many."""
        if node == self.hub:
            yield from ((-1, node, mentor) for mentor in self._spared)
        elif self.spare[node] and self.room[node]:
            yield -1, node, self.hub
        for mentee in self._members[node]:
            for other in self.options[mentee]:
                yield mentee, node, other

    def into(self, node: int) -> Iterator[Move]:
        """The moves that make up for one too few at a node."""
        if node == self.hub:
            yield from ((-1, mentor if self.room[mentor] else node, node) for mentor in self._spared)
        elif self.spare[node]:
            yield -1, self.hub, node
        suitors = self._suitors[node]
        for position in range(bisect_right(suitors, self.settled), len(suitors)):
            yield suitors[position], self.mate[suitors[position]], node

    def spread(self, seen: dict[int, Move | None], *, outwards: bool) -> Iterator[int | None]:
        """Searches breadth first from the nodes in `seen`, and puts there how each further node was reached.

        Yields:
            For every move looked at, the node that it reaches for the first time, or nothing.
        """
        queue = deque(seen)
        while queue:
            node = queue.popleft()
            for move in self.out(node) if outwards else self.into(node):
                other = move[2] if outwards else move[1]
                if other in seen or self.part[other] != self.part[node]:
                    yield None
                else:
                    seen[other] = move
                    queue.append(other)
                    yield other

    def shift(self, moves: Iterable[Move]) -> None:
        """Makes moves that follow one another."""
        for mentee, left, reached in moves:
            if mentee >= 0:
                self._members[left].discard(mentee)
                self._members[reached].add(mentee)
                self.mate[mentee] = reached
            elif reached == self.hub:
                self.room[left] -= 1
            else:
                self.room[reached] += 1


def exchange_path(seen: Mapping[int, Move | None], node: int, *, outwards: bool) -> list[Move]:
    """The moves between where a search began and a node, in the order in which they follow one another."""
    moves = []
    while (move := seen[node]) is not None:
        moves.append(move)
        node = move[1] if outwards else move[2]
    return moves[::-1] if outwards else moves


def exchanges(mentor_of: Sequence[int], tight: TightPairs, prices: Prices, capacity: Sequence[int]) -> Exchanges:
    """What may be exchanged in one of the best assignments."""
    hub = len(capacity)
    ways = Counter(tight.mentee)
    found: dict[int, set[int]] = {}
    for mentee, mentor in zip(tight.mentee, tight.mentor, strict=True):
        unbound = not prices.secure[mentee] and not prices.mentee[mentee]
        if unbound or ways[mentee] > 1:
            found.setdefault(mentee, {hub} if unbound else set()).add(mentor)
    options = {mentee: sorted(found[mentee]) for mentee in sorted(found)}
    spare = [not scarce and not price for scarce, price in zip(prices.scarce, prices.mentor, strict=True)]
    return Exchanges([hub if mentor == UNMATCHED else mentor for mentor in mentor_of], options, capacity, spare)
