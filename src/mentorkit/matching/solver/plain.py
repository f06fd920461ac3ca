"""The solver of our own: an optimal assignment and its prices, in plain Python.

Where places are short is found first (`shortage`). It splits the pairs in two: mentees that compete for places that do
not suffice, where every place will be taken and mentors may choose; and everyone else, who will all be matched, where
mentees may choose. In each half the side that chooses is served one by one (`augment`), so no large constant has to
stand for "matched comes first".
"""

from heapq import heapify, heappop, heappush
from operator import itemgetter

import attrs

from mentorkit.matching.solver.augment import CostRow, cheapest_assignment
from mentorkit.matching.solver.input import Pairs
from mentorkit.matching.solver.result import UNMATCHED, Prices
from mentorkit.matching.solver.shortage import Shortage, find_shortage


@attrs.frozen
class Optimum:
    """One of the best assignments, and the prices that prove it.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        prices: the least for mentors.
    """

    mentor_of: list[int]
    prices: Prices


def solve(pairs: Pairs) -> Optimum:
    """Matches as many mentees as possible with the greatest gain."""
    rows: list[CostRow] = [[] for _ in range(pairs.n_mentees)]
    for mentee, mentor, gain in zip(pairs.mentee, pairs.mentor, pairs.gain, strict=True):
        rows[mentee].append((-gain, mentor))
    for row in rows:
        row.sort(key=itemgetter(1))
    shortage = find_shortage(rows, pairs.capacity)  # quickest where everyone tries mentors in the same order
    for row in rows:
        row.sort()
    prices = Prices(
        [not contested for contested in shortage.mentees],
        [0] * pairs.n_mentees,
        shortage.mentors,
        [0] * len(pairs.capacity),
    )
    mentor_of = [UNMATCHED] * pairs.n_mentees
    _serve_mentees(rows, pairs.capacity, shortage, mentor_of, prices)
    _serve_mentors(rows, pairs.capacity, shortage, mentor_of, prices)
    return Optimum(mentor_of, prices)


def _serve_mentees(
    rows: list[CostRow], capacity: list[int], shortage: Shortage, mentor_of: list[int], prices: Prices
) -> None:
    """Fills in what concerns mentees who are sure of a place, and the mentors who are not scarce."""
    sure = [mentee for mentee, contested in enumerate(shortage.mentees) if not contested]
    scarce = shortage.mentors
    any_scarce = any(scarce)
    found, price = cheapest_assignment(
        [[entry for entry in rows[mentee] if not scarce[entry[1]]] if any_scarce else rows[mentee] for mentee in sure],
        capacity,
    )
    for mentee, (mentor, cost) in zip(sure, found, strict=True):
        mentor_of[mentee] = mentor
        prices.mentee[mentee] = -cost - price[mentor]
    prices.mentor[:] = price


def _serve_mentors(
    rows: list[CostRow], capacity: list[int], shortage: Shortage, mentor_of: list[int], prices: Prices
) -> None:
    """Fills in what concerns mentees who compete for places, and the mentors who have these."""
    wanted: dict[int, CostRow] = {mentor: [] for mentor, scarce in enumerate(shortage.mentors) if scarce}
    for mentee, contested in enumerate(shortage.mentees):
        if contested:
            for cost, mentor in rows[mentee]:
                wanted[mentor].append((cost, mentee))
    places = []
    for mentor, row in wanted.items():
        row.sort()
        places += [mentor] * capacity[mentor]
    found, price = cheapest_assignment([wanted[mentor] for mentor in places], [1] * len(rows))
    for mentor, (mentee, _) in zip(places, found, strict=True):
        mentor_of[mentee] = mentor
    # Here mentees paid the least; mentors ask the most that still has takers, and are then let down.
    asked = {mentor: -cost - price[mentee] for mentor, (mentee, cost) in zip(places, found, strict=True)}
    for mentor in wanted.keys() - asked.keys():
        asked[mentor] = max(-cost - price[mentee] for cost, mentee in wanted[mentor])
    fall = _fall(rows, asked, price, mentor_of, shortage)
    for mentor, most in asked.items():
        prices.mentor[mentor] = most - fall[mentor]
    for mentee, contested in enumerate(shortage.mentees):
        if contested:
            mentor = mentor_of[mentee]
            prices.mentee[mentee] = price[mentee] + (0 if mentor == UNMATCHED else fall[mentor])


def _fall(
    rows: list[CostRow], asked: dict[int, int], price: list[int], mentor_of: list[int], shortage: Shortage
) -> dict[int, int]:
    """By how much the prices of scarce mentors can fall: the cheapest chain of exchanges down to an unmatched mentee.

    Dijkstra's algorithm on what each pair falls short of its prices, from all unmatched mentees at once.
    """
    members: dict[int, list[int]] = {mentor: [] for mentor in asked}
    far = 1 << 200
    fall = dict.fromkeys(asked, far)
    for mentee, contested in enumerate(shortage.mentees):
        if contested and mentor_of[mentee] != UNMATCHED:
            members[mentor_of[mentee]].append(mentee)
        elif contested:
            for cost, mentor in rows[mentee]:
                step = asked[mentor] + cost
                if step < fall[mentor]:
                    fall[mentor] = step
    most, least = max(fall.values(), default=0), min(asked.values(), default=0)
    heap = [(step, mentor) for mentor, step in fall.items() if step < far]
    heapify(heap)
    while heap:
        so_far, mentor = heappop(heap)
        if so_far == fall[mentor]:
            for mentee in members[mentor]:
                base = so_far + price[mentee]
                for cost, other in rows[mentee]:
                    step = base + cost
                    if step + least >= most:
                        break
                    step += asked[other]
                    if step < fall[other]:
                        fall[other] = step
                        heappush(heap, (step, other))
    return fall
