"""Sharing out mentors' hours, where mentees need different numbers of them: the generalised assignment problem.

No method is known that is quick for every such problem, so this is exact where the search ends in time, and says so.
"""

from typing import NamedTuple, SupportsIndex

import attrs

from mentorkit.matching.solver.branch_and_bound import Search
from mentorkit.matching.solver.input import (
    WEIGHT_LIMIT,
    Integers,
    Sense,
    read_count,
    read_pairs,
    refuse_lengths,
    refuse_outside,
    whole_numbers,
)
from mentorkit.matching.solver.knapsack import Item
from mentorkit.matching.solver.result import UNMATCHED

HOURS_LIMIT = 100_000
"""The most hours (or quarters of an hour, or minutes) of one mentor; time and memory grow with them."""


class HoursBound(NamedTuple):
    """What no assignment beats: more mentees matched, or as many with a better total.

    Attributes:
        matched: mentees matched.
        total: weight of all pairs, for that many.
    """

    matched: int
    total: int


@attrs.frozen
class HoursAssignment:
    """Who mentors whom, within everyone's hours.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        matched: how many mentees have one.
        total: the weight of all pairs made.
        proven: whether nothing better is possible.
        bound: what no assignment beats; equal to (matched, total) where proven.
        steps: how many parts of the search were looked at.
    """

    mentor_of: list[int]
    matched: int
    total: int
    proven: bool
    bound: HoursBound
    steps: int


def assign_hours(
    mentee: Integers,
    mentor: Integers,
    weight: Integers,
    hours: Integers,
    capacity: Integers,
    *,
    n_mentees: SupportsIndex,
    sense: Sense = "max",
    max_steps: SupportsIndex = 2000,
) -> HoursAssignment:
    """Matches as many mentees as possible within mentors' hours, and among those ways finds the best total weight.

    Exact while `max_steps` suffices; after that the best found so far, with a bound on what is possible. Never by the
    clock, so the answer is the same everywhere, and whatever the order of the pairs. Made for one service, with tens of
    mentors.

    Of several entries for one pair the best weight counts, then the fewest hours.

    Args:
        mentee: the mentee of each admissible pair, from 0.
        mentor: the mentor of each admissible pair, from 0.
        weight: how good each pair is, or how bad; a whole number of at most 10**9 above or below zero.
        hours: what each pair would take of the mentor's time, in any unit; whole numbers from 0.
        capacity: the time of each mentor, in the same unit.
        n_mentees: how many mentees there are.
        sense: "max" where a greater total is better, "min" where a smaller one is.
        max_steps: after how many parts of the search to stop.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
    """
    pairs = read_pairs(mentee, mentor, weight, capacity, n_mentees, sense)
    needed = whole_numbers(hours, "hours")
    refuse_lengths(weight=len(pairs.gain), hours=len(needed))
    refuse_outside(needed, "hours", 0, WEIGHT_LIMIT)
    refuse_outside(pairs.capacity, "capacity", 0, HOURS_LIMIT)
    # A match is worth more than all that gains could add or take away, so that the number matched comes first.
    match = 1 + 2 * pairs.n_mentees * max(map(abs, pairs.gain), default=0)
    found: list[dict[int, Item]] = [{} for _ in pairs.capacity]
    best_first = sorted(
        zip(pairs.mentee, pairs.mentor, pairs.gain, needed, strict=True), key=lambda pair: (-pair[2], pair[3])
    )
    for person, place, gain, time in best_first:
        found[place].setdefault(person, (person, time, match + gain))
    search = Search(pairs.n_mentees, pairs.capacity, [sorted(row.values()) for row in found])
    search.run(read_count(max_steps, "max_steps"))
    sign = 1 if sense == "max" else -1
    matched = sum(place != UNMATCHED for place in search.mentor_of)
    limit = (search.bound + match // 2) // match
    return HoursAssignment(
        search.mentor_of,
        matched,
        sign * (search.value - matched * match),
        search.bound == search.value,
        HoursBound(limit, sign * (search.bound - limit * match)),
        search.steps,
    )
