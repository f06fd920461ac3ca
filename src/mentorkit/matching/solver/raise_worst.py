"""Raising the worst-off pair as far as the best total allows.

Among the best assignments, those are wanted whose worst pair is as good as can be. The limit is found by bisection over
the gains of tight pairs: pairs below it are dissolved, and those who have to be matched are placed again by exchanges.
Where that fails, the people that the failed search has seen are the proof.
"""

from itertools import chain

from mentorkit.matching.solver.exchanges import Exchanges, Move, exchange_path
from mentorkit.matching.solver.result import Bottleneck, Prices, ProofError


def raise_worst_pair(best: Exchanges, prices: Prices, capacity: list[int]) -> tuple[Exchanges, Bottleneck | None]:
    """Finds best assignments whose worst pair is as good as can be.

    Returns:
        One of them, in which only such exchanges are left; and the proof, unless nobody is matched.
    """
    raising = _WorstRaiser(best, prices, capacity)
    levels = raising.levels(best)
    if not levels:
        return best, None
    low, middle, high = 0, len(levels) - 1, len(levels)
    while high - low > 1:
        tried, failed = raising.above(best, levels[middle])
        if failed is None:
            best, low = tried, middle
        else:
            high = middle
        middle = (low + high) // 2
    best, _ = raising.above(best, levels[low])
    _, proof = raising.above(best, levels[low] + 1)
    if proof is None:
        raise ProofError("the worst-off pair can be raised further than any of the levels that were tried")
    return best, proof


class _WorstRaiser:
    """What stays the same while levels are tried.

    Attributes:
        gains: what each mentee with a choice gains with each mentor.
        bound: the worst pair of those without a choice: gain and mentee.
        capacity: the places of each mentor.
    """

    def __init__(self, best: Exchanges, prices: Prices, capacity: list[int]) -> None:
        self.capacity = capacity
        self.gains = {
            mentee: {node: prices.mentee[mentee] + prices.mentor[node] for node in nodes if node != best.hub}
            for mentee, nodes in best.options.items()
        }
        self.bound = min(
            (
                (prices.mentee[mentee] + prices.mentor[node], mentee)
                for mentee, node in enumerate(best.mate)
                if node != best.hub and mentee not in best.options
            ),
            default=None,
        )

    def levels(self, best: Exchanges) -> list[int]:
        """The gains that the worst pair may have: the present one first, then all higher ones not out of reach."""
        present = [gains[best.mate[mentee]] for mentee, gains in self.gains.items() if best.mate[mentee] != best.hub]
        reach = [max(gains.values()) for mentee, gains in self.gains.items() if best.hub not in best.options[mentee]]
        if self.bound is not None:
            present.append(self.bound[0])
            reach.append(self.bound[0])
        if not present:
            return []
        worst = min(present)
        higher = {gain for gains in self.gains.values() for gain in gains.values() if gain > worst}
        if self.bound is not None and self.bound[0] > worst:
            higher.add(self.bound[0])  # once all others are better, this is the worst
        return [worst, *sorted(gain for gain in higher if gain <= min(reach, default=gain))]

    def above(self, best: Exchanges, least: int) -> tuple[Exchanges, Bottleneck | None]:
        """Exchanges with no pair below a gain, or why there are none."""
        if self.bound is not None and self.bound[0] < least:
            return best, Bottleneck(few_places=True, mentees=[self.bound[1]], mentors=[])
        hub = best.hub
        options = {
            mentee: [node for node in nodes if node == hub or self.gains[mentee][node] >= least]
            for mentee, nodes in best.options.items()
        }
        mate = list(best.mate)
        for mentee, nodes in options.items():
            if mate[mentee] not in nodes:
                mate[mentee] = hub
        tried = Exchanges(mate, options, self.capacity, best.spare)
        for mentee, nodes in options.items():
            if tried.mate[mentee] == hub and hub not in nodes:
                seen: dict[int, Move | None] = dict.fromkeys(nodes)
                if not _place(tried, mentee, seen):
                    crowd = [mentee, *(each for each, node in enumerate(tried.mate) if node in seen)]
                    return best, Bottleneck(few_places=True, mentees=sorted(crowd), mentors=sorted(seen))
        for mentor, spare in enumerate(best.spare):
            while tried.room[mentor] and not spare:
                seen = {mentor: None}
                if not _fill(tried, mentor, seen):
                    crowd = [each for each, node in enumerate(tried.mate) if node in seen]
                    return best, Bottleneck(few_places=False, mentees=crowd, mentors=sorted(seen))
        return tried, None


def _place(tried: Exchanges, mentee: int, seen: dict[int, Move | None]) -> bool:
    """Finds a place for a mentee who has none and has to; tells whether there is one."""
    for node in chain(tuple(seen), tried.spread(seen, outwards=True)):
        if node is not None and (node == tried.hub or tried.room[node]):
            moves = exchange_path(seen, node, outwards=True)
            tried.shift([(mentee, tried.hub, moves[0][1] if moves else node), *moves])
            if node != tried.hub:
                tried.room[node] -= 1
            return True
    return False


def _fill(tried: Exchanges, mentor: int, seen: dict[int, Move | None]) -> bool:
    """Finds a mentee for a place that has to be taken; tells whether there is one."""
    for node in tried.spread(seen, outwards=False):
        if node == tried.hub:
            tried.shift(exchange_path(seen, node, outwards=False))
            tried.room[mentor] -= 1
            return True
    return False
