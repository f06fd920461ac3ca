"""The most valuable flow where each further unit of somebody is worth less: successive shortest paths, in plain Python.

Mentees send units along pairs to mentors, each pair one at most; or slots along offers to people, by way of groups of
which a person takes one slot each. A mentee's next unit is worth no more than the one before, and a mentor's next unit
costs no less, so that taking the cheapest path each time is exact. The potentials of the nodes prove it: no flow is
worth more than what all arcs together could gain beyond them.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from mentorkit.matching.solver.result import ProofError


class Flow:
    """A flow of the greatest value.

    Args:
        ends: of each pair, as two nodes, of which mentees come first, then others, then mentors; no pair twice.
        value: of each pair.
        worth: for each mentee what its first, second, … unit is worth, falling, each more than all else could change.
        cost: for each mentor what its first, second, … unit costs, not falling.
        between: how many nodes there are between mentees and mentors.
        go_on: is asked before each unit whether to send one more.

    Attributes:
        is_whole: whether no more units can be sent; otherwise it was to stop before, and nothing is proven.
        made: for each pair whether it is made.
        value: of the flow.
        units: how many each mentee has, at its node, and each mentor.
        labels: the potential of each node, the source and the sink.
        spent: for each pair by how much it falls short of the potentials; no flow of this value has a pair that does,
            and each has all pairs of which this is below 0.
    """

    def __init__(
        self,
        ends: Sequence[tuple[int, int]],
        value: Sequence[int],
        worth: Sequence[Sequence[int]],
        cost: Sequence[Sequence[int]],
        between: int = 0,
        go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._ends = ends
        # Costs from 0 on: what is worth most costs nothing.
        self._most_worth = max((units[0] for units in worth if units), default=0)
        self._most_value = max(value, default=0)
        self._price = [self._most_value - each for each in value]
        self._enter = [[self._most_worth - each for each in units] for units in worth]
        self._leave = cost
        self._mentees, self._mentors = len(worth), len(worth) + between
        """The first node after the mentees, and the first mentor."""
        nodes = self._mentors + len(cost)
        self._source, self._sink = nodes, nodes + 1
        self.labels = [0] * (nodes + 2)
        self.made = [False] * len(value)
        self.units = [0] * nodes
        self._open: list[set[int]] = [set() for _ in range(nodes)]
        """The pairs along which each node can send on: not made if they begin there, and made if they end there."""
        for pair, (giver, _) in enumerate(self._ends):
            self._open[giver].add(pair)
        self._settled: set[int] = set()
        self._settled_units = [0] * len(worth)
        self._looked_for, self._dead_ends = -1, set[int]()
        """A mentee, and nodes from which no exchange leads to it."""
        self.is_whole = False
        while not self.is_whole and go_on():
            self.is_whole = not self._send_one()
        self.value = self._come_to()
        self.spent = self._fall_short()
        if self.is_whole:
            self.check()

    def _send_one(self) -> bool:
        """Sends one more unit along the cheapest path; tells whether there was one."""
        label = self.labels
        distance = {
            node: cost[self.units[node]] + label[self._source] - label[node]
            for node, cost in enumerate(self._enter)
            if self.units[node] < len(cost)
        }
        came = dict.fromkeys(distance, -1)
        # Of nodes that are equally far the later one, which is closer to the sink, is looked at first.
        heap = [(far, -node) for node, far in distance.items()]
        heapify(heap)
        done: set[int] = set()
        while heap:
            far, later = heappop(heap)
            node = -later
            if node == self._sink:
                self._raise_labels(done, distance, far)
                self._send(came)
                return True
            if node in done:
                continue
            done.add(node)
            for other, step, pair in self._steps(node):
                reach = far + step + label[node] - label[other]
                if other not in done and (other not in distance or reach < distance[other]):
                    distance[other] = reach
                    came[other] = pair if other != self._sink else node
                    heappush(heap, (reach, -other))
        # Nobody can send more: whatever cannot be reached is as far away as a unit is worth at most.
        missing = self._most_worth + self._most_value - label[self._sink] + label[self._source]
        for node in range(len(label)):
            if node not in done and node != self._source:
                label[node] += missing
        return False

    def _steps(self, node: int) -> Iterator[tuple[int, int, int]]:
        """Where a unit can go on from a node, what that costs, and along which pair."""
        if node >= self._mentors:
            costs = self._leave[node - self._mentors]
            if self.units[node] < len(costs):
                yield self._sink, costs[self.units[node]], -1
        for pair in self._open[node]:
            giver, taker = self._ends[pair]
            if node == giver:
                yield taker, self._price[pair], pair
            else:
                yield giver, -self._price[pair], pair

    def _raise_labels(self, done: set[int], distance: dict[int, int], far: int) -> None:
        for node in done:
            self.labels[node] += distance[node] - far
        self.labels[self._source] -= far

    def _send(self, came: dict[int, int]) -> None:
        node = came[self._sink]
        self.units[node] += 1
        while (pair := came[node]) >= 0:
            node = self._turn(pair, node)
        self.units[node] += 1

    def _turn(self, pair: int, reached: int) -> int:
        """Makes a pair, or undoes it; gives the end from which it was reached."""
        giver, taker = self._ends[pair]
        here, there = (giver, taker) if reached == taker else (taker, giver)
        self._open[here].discard(pair)
        self._open[there].add(pair)
        self.made[pair] = reached == taker
        return here

    def _come_to(self) -> int:
        """What all that is made is worth."""
        value = sum(self._most_value - price for price, made in zip(self._price, self.made, strict=True) if made)
        for node, costs in self._unit_costs():
            used = costs[: self.units[node]]
            value += self._most_worth * len(used) - sum(used) if node < self._mentees else -sum(used)
        return value

    def _unit_costs(self) -> Iterator[tuple[int, Sequence[int]]]:
        """What the units of each mentee and mentor cost."""
        yield from enumerate(self._enter)
        yield from enumerate(self._leave, self._mentors)

    def _fall_short(self) -> list[int]:
        """By how much each pair falls short of the labels of its two."""
        label = self.labels
        return [
            price + label[giver] - label[taker] for price, (giver, taker) in zip(self._price, self._ends, strict=True)
        ]

    def check(self) -> None:
        """Proves it: no flow is worth more than what is gained beyond the labels, and this one is worth as much.

        Raises:
            ProofError: where that does not hold.
        """
        label = self.labels
        if label[self._sink] - label[self._source] != self._most_worth + self._most_value:
            raise ProofError("the ends of a flow are not as far apart as a unit is worth")
        bound = sum(max(0, -short) for short in self._fall_short())
        for node, costs in self._unit_costs():
            first, last = (self._source, node) if node < self._mentees else (node, self._sink)
            bound += sum(max(0, label[last] - label[first] - cost) for cost in costs)
            if self.units[node] > len(costs):
                raise ProofError("somebody has more pairs than places")
        used = [0] * len(self.units)
        for (giver, taker), made in zip(self._ends, self.made, strict=True):
            used[giver] += made
            used[taker] += made if taker >= self._mentors else -made
        if used != self.units or not bound == self.value == self._come_to():
            raise ProofError("the labels do not come to what the flow is worth, so a better one is not ruled out")

    def settle(self, pair: int) -> bool:
        """Makes a pair for good if some flow of the same value has it, or else leaves it out; tells which."""
        self._settled.add(pair)
        giver, taker = self._ends[pair]
        full = self._settled_units[giver] == len(self._enter[giver])
        if not self.made[pair] and not self.spent[pair] and not full:
            self._exchange(pair, taker, giver)
        if self.made[pair]:
            self._settled_units[giver] += 1
            self._dead_ends = set()
        return self.made[pair]

    def _exchange(self, pair: int, start: int, end: int) -> None:
        """Makes a pair by an exchange that costs nothing: a ring that leads from its mentor back to its mentee."""
        if self._looked_for != end:
            self._looked_for, self._dead_ends = end, set()
        hub = self._source  # the source and the sink are one, as any number of units may go between them
        came: dict[int, tuple[int, int]] = {start: (-1, -1)}
        queue = deque([start])
        while queue and end not in came:
            node = queue.popleft()
            if node not in self._dead_ends:
                for other, along in self._free_steps(node):
                    if other not in came:
                        came[other] = (node, along)
                        queue.append(other)
        if end not in came:
            self._dead_ends.update(came)
            return
        node = end
        while node != start:
            before, along = came[node]
            if along >= 0:
                self._turn(along, node)
            elif node == hub:
                self.units[before] += 1 if before >= self._mentors else -1
            else:
                self.units[node] += 1 if node < self._mentees else -1
            node = before
        self._turn(pair, start)

    def _free_steps(self, node: int) -> Iterator[tuple[int, int]]:
        """Where an exchange can go on from a node at no cost, and along which pair; -1 to or from the hub."""
        if node == self._source:
            for other, _ in self._unit_costs():
                if self._is_free(other, self.units[other] - (other >= self._mentors)):
                    yield other, -1
            return
        is_between = self._mentees <= node < self._mentors
        if not is_between and self._is_free(node, self.units[node] - (node < self._mentees)):
            yield self._source, -1
        for pair in self._open[node]:
            if not self.spent[pair] and pair not in self._settled:
                giver, taker = self._ends[pair]
                yield (taker if node == giver else giver), pair

    def _is_free(self, node: int, unit: int) -> bool:
        """Whether a unit of somebody, counted from 0, makes no difference."""
        is_mentee = node < self._mentees
        costs = self._enter[node] if is_mentee else self._leave[node - self._mentors]
        first, last = (self._source, node) if is_mentee else (node, self._sink)
        return 0 <= unit < len(costs) and costs[unit] + self.labels[first] == self.labels[last]
