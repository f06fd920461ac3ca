"""The most places filled at the least cost where each person takes one slot of a group at most: cheapest paths.

A place goes from a slot along an offer to a group of one person's slots, and on to that person. It is exact where slots
at the same time are in one group. Where some are not, what it finds is a bound. The potentials of the nodes prove it.
"""

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

from mentorkit.matching.solver.result import ProofError


class TimetableFlow:
    """Places filled at the least cost.

    Args:
        slot: of each offer.
        group: of each offer; a group takes one place at most.
        cost: of each offer, from 0.
        person: of each group.
        needs: the places of each slot.
        steps: for each person what the first, second, … place costs, from 0 and not falling.

    Attributes:
        made: for each offer whether it is made.
        filled: how many places are filled.
        cost: of all that is made.
    """

    def __init__(
        self,
        slot: Sequence[int],
        group: Sequence[int],
        cost: Sequence[int],
        person: Sequence[int],
        needs: Sequence[int],
        steps: Sequence[Sequence[int]],
    ) -> None:
        slots, groups = len(needs), len(person)
        self._ends = [(one, slots + other) for one, other in zip(slot, group, strict=True)]
        self._cost, self._needs, self._steps = cost, needs, steps
        self._slots, self._people = slots, slots + groups
        self._person = [self._people + each for each in person]
        self._groups: list[list[int]] = [[] for _ in steps]
        for number, each in enumerate(person):
            self._groups[each].append(slots + number)
        self._offers: list[list[int]] = [[] for _ in range(slots + groups)]
        for offer, (one, other) in enumerate(self._ends):
            self._offers[one].append(offer)
            self._offers[other].append(offer)
        self._sink, self._source = self._people + len(steps), self._people + len(steps) + 1
        self._label = [0] * (self._source + 1)
        self.made = [False] * len(slot)
        self.units = [0] * self._sink
        """The places of each slot, group and person that are filled."""
        self._reached: set[int] = set()
        while self._fill_one():
            pass
        self.filled = sum(self.units[:slots])
        self.cost = sum(each for each, made in zip(cost, self.made, strict=True) if made) + sum(
            sum(each[:units]) for each, units in zip(steps, self.units[self._people :], strict=True)
        )
        self._check()

    def _fill_one(self) -> bool:
        """Fills one more place along the cheapest path; tells whether there was one."""
        label = self._label
        start = label[self._source]
        distance = {slot: start - label[slot] for slot, most in enumerate(self._needs) if self.units[slot] < most}
        came: dict[int, tuple[int, int]] = {}
        heap = [(far, node) for node, far in distance.items()]
        heapify(heap)
        done: set[int] = set()
        while heap:
            far, node = heappop(heap)
            if node == self._sink:
                for each in done:
                    label[each] += distance[each] - far
                label[self._source] -= far
                self._turn(came)
                return True
            if node in done:
                continue
            done.add(node)
            for other, step, offer in self._next(node):
                reach = far + step + label[node] - label[other]
                if other not in done and (other not in distance or reach < distance[other]):
                    distance[other] = reach
                    came[other] = node, offer
                    heappush(heap, (reach, other))
        self._reached = done
        return False

    def _next(self, node: int) -> Iterator[tuple[int, int, int]]:
        """Where a place can go on from a node, what that costs, and along which offer; -1 for none."""
        if node < self._slots:
            for offer in self._offers[node]:
                if not self.made[offer]:
                    yield self._ends[offer][1], self._cost[offer], offer
        elif node < self._people:
            if not self.units[node]:
                yield self._person[node - self._slots], 0, -1
            for offer in self._offers[node]:
                if self.made[offer]:
                    yield self._ends[offer][0], -self._cost[offer], offer
        else:
            steps, units = self._steps[node - self._people], self.units[node]
            if units < len(steps):
                yield self._sink, steps[units], -1
            for group in self._groups[node - self._people]:
                if self.units[group]:
                    yield group, 0, -1

    def _turn(self, came: dict[int, tuple[int, int]]) -> None:
        """Makes what lies on a path, and undoes what it goes back along."""
        node = self._sink
        while node in came:
            before, offer = came[node]
            if offer >= 0:
                self.made[offer] = node >= self._slots
            elif node == self._sink:
                self.units[before] += 1
            elif node >= self._people:
                self.units[before] = 1
            else:
                self.units[node] = 0
            node = before
        self.units[node] += 1

    def _check(self) -> None:
        """Proves that no more places can be filled, nor as many at less cost.

        Raises:
            ProofError: where that does not hold.
        """
        label, used = self._label, [0] * self._sink
        for offer, (one, other) in enumerate(self._ends):
            if self.made[offer]:
                used[one] += 1
                used[other] += 1
                used[self._person[other - self._slots]] += 1
        room = [*self._needs, *[1] * (self._people - self._slots), *map(len, self._steps)]
        if used != self.units or any(units > most for units, most in zip(used, room, strict=True)):
            raise ProofError("a slot or a person has more places than there are")
        first, last = label[self._source], label[self._sink]
        for slot, most in enumerate(self._needs):
            if used[slot] and label[slot] < first:
                raise ProofError("as many places can be filled at less cost")
            if used[slot] < most and slot not in self._reached:
                raise ProofError("more places can be filled")
        for person, steps in enumerate(self._steps, self._people):
            if used[person] and last - steps[used[person] - 1] < label[person]:
                raise ProofError("as many places can be filled at less cost")
        for node in range(self._sink):
            for other, step, _ in self._next(node):
                if step + label[node] < label[other]:
                    raise ProofError("as many places can be filled at less cost")
                if node in self._reached and other not in self._reached:
                    raise ProofError("more places can be filled")
