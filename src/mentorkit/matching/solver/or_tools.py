"""The same by OR-tools, where the extra `mentorkit[matching]` is installed.

OR-tools finds one of the best assignments; numpy finds the prices that prove it, over all pairs at once. What
follows (`optimality`, `raise_worst`, `tie_break`) is shared with our own solver, so both give the same answer.
"""

from typing import SupportsIndex

import attrs
import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from mentorkit.matching.solver.input import (
    PEOPLE_LIMIT,
    WEIGHT_LIMIT,
    Integers,
    entries,
    read_count,
    read_sense,
    refuse_lengths,
    refuse_outside,
    whole_numbers,
)
from mentorkit.matching.solver.optimality import TightPairs
from mentorkit.matching.solver.plain import Optimum
from mentorkit.matching.solver.result import UNMATCHED, Prices, ProofError

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@attrs.frozen
class Arrays:
    """Admissible pairs in order of mentees, as `Pairs` has them.

    Attributes:
        mentee: of each pair.
        mentor: of each pair.
        gain: of each pair.
        start: where the pairs of each mentee begin, and where the last one's end.
        capacity: the places of each mentor.
    """

    mentee: Numbers
    mentor: Numbers
    gain: Numbers
    start: Numbers
    capacity: Numbers

    def pairs_of(self, mentees: Numbers) -> Numbers:
        """The positions of all pairs of some mentees."""
        first, counts = self.start[mentees], self.start[mentees + 1] - self.start[mentees]
        skipped = np.cumsum(counts) - counts
        positions: Numbers = np.repeat(first - skipped, counts)
        return positions + np.arange(len(positions))


def read_arrays(
    mentee: Integers, mentor: Integers, weight: Integers, capacity: Integers, n_mentees: SupportsIndex, sense: str
) -> Arrays:
    """Checks pairs, as `read_pairs` does.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
    """
    sign = read_sense(sense)
    people = read_count(n_mentees, "n_mentees", PEOPLE_LIMIT)
    places = _whole_array(capacity, "capacity", 0, WEIGHT_LIMIT)
    left, right = _whole_array(mentee, "mentee", 0, people - 1), _whole_array(mentor, "mentor", 0, len(places) - 1)
    worth = _whole_array(weight, "weight", -WEIGHT_LIMIT, WEIGHT_LIMIT)
    refuse_lengths(mentee=len(left), mentor=len(right), weight=len(worth))
    if np.any(left[1:] < left[:-1]):
        order = np.argsort(left, kind="stable")
        left, right, worth = left[order], right[order], worth[order]
    start = np.searchsorted(left, np.arange(people + 1))
    return Arrays(left, right, sign * worth, start, places)


def _whole_array(values: Integers, name: str, least: int, most: int) -> Numbers:
    """Whole numbers in a range, as an array."""
    given = entries(values, name)
    if isinstance(given, np.ndarray) and given.dtype.kind in "iu":
        if given.size and not (least <= given.min() and given.max() <= most):
            refuse_outside(given.tolist(), name, least, most)
        return given.astype(np.int64, copy=False)
    numbers = whole_numbers(given, name)
    refuse_outside(numbers, name, least, most)
    return np.array(numbers, dtype=np.int64)


def solve(pairs: Arrays) -> Optimum:
    """Matches as many mentees as possible with the greatest gain.

    Raises:
        ProofError: when what OR-tools finds is not the best.
    """
    people = len(pairs.start) - 1
    made = _pairs_made(pairs)
    mate = np.full(people, len(pairs.capacity))
    mate[pairs.mentee[made]] = pairs.mentor[made]
    gain = np.zeros(people, dtype=np.int64)
    gain[pairs.mentee[made]] = pairs.gain[made]
    mentor_of = np.where(mate == len(pairs.capacity), UNMATCHED, mate)
    return Optimum(mentor_of.tolist(), _prices(pairs, mate, gain))


def _pairs_made(pairs: Arrays) -> Numbers:
    """The positions of the pairs of one of the best assignments."""
    people, mentors = len(pairs.start) - 1, len(pairs.capacity)
    source, sink = people + mentors, people + mentors + 1
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        pairs.mentee, people + pairs.mentor, np.ones(len(pairs.mentee), dtype=np.int64), -pairs.gain
    )
    for tails, heads, capacity in (
        (np.full(people, source), np.arange(people), np.ones(people, dtype=np.int64)),
        (np.arange(people, source), np.full(mentors, sink), pairs.capacity),
    ):
        flow.add_arcs_with_capacity_and_unit_cost(tails, heads, capacity, np.zeros(len(tails), dtype=np.int64))
    flow.set_nodes_supplies(np.array([source, sink]), np.array([people, -people]))
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise ProofError(f"OR-tools does not solve this: {status}")
    used: Numbers = np.flatnonzero(flow.flows(arcs))
    return used


def _prices(pairs: Arrays, mate: Numbers, gain: Numbers) -> Prices:
    """The least prices of mentors that prove an assignment, given each mentee's mentor and what that pair gains.

    An unmatched mentee has a mentor of no price, numbered after all others.

    Raises:
        ProofError: when it is not one of the best, so that there are none.
    """
    contested, scarce = _shortage(pairs, mate)
    # What one more place with a mentor would gain: it takes over a mentee, whose own mentor then does the same, and so
    # on to an end: an unmatched mentee where places are scarce, a place left free elsewhere.
    lowest = np.iinfo(np.int64).min // 4
    price = np.where(scarce, lowest, 0)
    changed = np.flatnonzero(~contested | (mate == len(pairs.capacity)))
    for _ in range(len(pairs.capacity) + 2):
        if not changed.size:
            mentees = gain - price[mate]
            return Prices((~contested).tolist(), mentees.tolist(), scarce[:-1].tolist(), price[:-1].tolist())
        arcs = pairs.pairs_of(changed)
        mentor = pairs.mentor[arcs]
        offer = pairs.gain[arcs] - (gain - price[mate])[pairs.mentee[arcs]]
        rises = np.flatnonzero((offer > price[mentor]) & (contested[pairs.mentee[arcs]] == scarce[mentor]))
        np.maximum.at(price, mentor[rises], offer[rises])
        risen = np.zeros(len(price), dtype=np.bool_)
        risen[mentor[rises]] = True
        changed = np.flatnonzero(risen[mate])
    raise ProofError("OR-tools gave an assignment that is not one of the best")


def _shortage(pairs: Arrays, mate: Numbers) -> tuple[Flags, Flags]:
    """Who competes for places that do not suffice, and whose places these are: all that unmatched mentees lead to."""
    contested = mate == len(pairs.capacity)
    scarce = np.zeros(len(pairs.capacity) + 1, dtype=np.bool_)
    frontier = np.flatnonzero(contested)
    while frontier.size:
        scarce[pairs.mentor[pairs.pairs_of(frontier)]] = True
        frontier = np.flatnonzero(scarce[mate] & ~contested)
        contested[frontier] = True
    return contested, scarce


def tight_pairs(pairs: Arrays, prices: Prices) -> TightPairs:
    """The tight pairs, and a check that no pair comes to more than its prices, as `optimality.tight_pairs`.

    Raises:
        ProofError: when one does.
    """
    mentee, mentor = np.array(prices.mentee, dtype=np.int64), np.array(prices.mentor, dtype=np.int64)
    # Both parts of a price in one number, exactly: the second part can never amount to the first.
    one = 1 + 2 * sum(int(np.abs(part).max(initial=0)) for part in (mentee, mentor, pairs.gain))
    mentees = one * np.array(prices.secure, dtype=np.int64) + mentee
    places = one * np.array(prices.scarce, dtype=np.int64) + mentor - one
    short = np.repeat(mentees, np.diff(pairs.start))
    short += places[pairs.mentor]
    short -= pairs.gain
    if short.min(initial=0) < 0:
        raise ProofError("a pair comes to more than its prices, so a better assignment is not ruled out")
    tight = np.flatnonzero(short == 0)
    return TightPairs(pairs.mentee[tight].tolist(), pairs.mentor[tight].tolist())
