"""Which of the equally good assignments: the first in the order of a dictionary, mentee by mentee.

One mentee after the other is given the first mentor that some ring of exchanges allows, and stays there. A ring is
searched for from both its ends in step. Where there is none, one of the two searches runs out, and what it has seen can
be cut off for good: a ring never leaves such a set, and making an exchange or settling a mentee opens no new way out of
it. As it is the smaller side that runs out, each search that fails at least halves the part in which a pair is ever
looked at again; so all of them together look at a pair a few times, a number that grows as the logarithm of the whole.
A search that succeeds is as long as its ring, which is short where there are many ties.
"""

from itertools import count

from mentorkit.matching.solver.exchanges import Exchanges, Move, exchange_path


def settle_ties(best: Exchanges) -> None:
    """Turns one of the best assignments into the first of them."""
    parts = count(1)
    for mentee, nodes in best.options.items():
        for node in nodes:
            if node == best.mate[mentee] or _move(best, mentee, node, parts):
                break
        best.settle(mentee)


def _move(best: Exchanges, mentee: int, node: int, parts: "count[int]") -> bool:
    """Moves a mentee if some ring of exchanges allows it; tells whether it did."""
    left = best.mate[mentee]
    if best.part[left] != best.part[node]:
        return False
    after: dict[int, Move | None] = {node: None}
    before: dict[int, Move | None] = {left: None}
    searches = (
        (best.spread(after, outwards=True), after, before),
        (best.spread(before, outwards=False), before, after),
    )
    while True:
        for search, seen, facing in searches:
            reached = next(search, -1)
            if reached == -1:
                part = next(parts)
                for each in seen:
                    best.part[each] = part
                return False
            if reached is not None and reached in facing:
                best.shift([(mentee, left, node), *_cycle(after, before, reached)])
                return True


def _cycle(after: dict[int, Move | None], before: dict[int, Move | None], met: int) -> list[Move]:
    """The moves from where the one search began, through where they met, to where the other began."""
    return [*exchange_path(after, met, outwards=True), *exchange_path(before, met, outwards=False)]
