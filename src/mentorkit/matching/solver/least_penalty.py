"""Of all equally good assignments, the one whose pairs come to the least penalty.

Best assignments are those that are made of tight pairs, match every mentee whose price is above nothing, and fill every
place whose price is (complementary slackness). So each such mentee and place is worth more than all penalties together,
and the assignment that is worth most is the best one with the least penalty. It proves itself as any other does.
"""

from typing import NamedTuple

import attrs

from mentorkit.matching.solver import optimality, plain
from mentorkit.matching.solver.exchanges import exchanges
from mentorkit.matching.solver.input import WEIGHT_LIMIT, Integers, Pairs, read_pairs, refuse_outside, whole_numbers
from mentorkit.matching.solver.result import UNMATCHED, Assignment
from mentorkit.matching.solver.tie_break import settle_ties


class Lightest(NamedTuple):
    """The assignment with the least penalty among those that are equally good.

    Attributes:
        assignment: the first of them, as `Assignment` orders them; its prices are those of the best assignment.
        penalty: of all its pairs; no equally good assignment has less.
    """

    assignment: Assignment
    penalty: int


def least_penalty(
    best: Assignment, mentee: Integers, mentor: Integers, weight: Integers, capacity: Integers, penalty: Integers
) -> Lightest:
    """Finds the least penalty that an assignment as good as the best one has: as many people, points and worst pair.

    Args:
        best: a best assignment of these pairs; where its worst pair was raised, no pair is worse than that.
        mentee: the mentee of each admissible pair, from 0; each pair has one entry.
        mentor: the mentor of each admissible pair, from 0.
        weight: how good each pair is.
        capacity: the places of each mentor.
        penalty: what speaks against each pair where all else is equal; whole numbers from 0.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ProofError: when the result does not prove itself, which would be a fault in this.
    """
    pairs = read_pairs(mentee, mentor, weight, capacity, len(best.mentor_of), best.sense)
    penalties = whole_numbers(penalty, "penalty")
    refuse_outside(penalties, "penalty", 0, WEIGHT_LIMIT)
    of_pair = dict(zip(zip(pairs.mentee, pairs.mentor, strict=True), penalties, strict=True))
    prices = best.prices
    tight = optimality.tight_pairs(pairs, prices)
    worst = None if best.bottleneck is None or best.worst is None else (1 if best.sense == "max" else -1) * best.worst
    allowed = [
        (person, place)
        for person, place in zip(tight.mentee, tight.mentor, strict=True)
        if worst is None or prices.mentee[person] + prices.mentor[place] >= worst
    ]
    needed = [price > (False, 0) for price in zip(prices.secure, prices.mentee, strict=True)]
    filled = [price > (False, 0) for price in zip(prices.scarce, prices.mentor, strict=True)]
    highest = [0] * pairs.n_mentees
    for person, place in allowed:
        highest[person] = max(highest[person], of_pair[person, place])
    worth = 1 + sum(highest)
    among = Pairs(
        [person for person, _ in allowed],
        [place for _, place in allowed],
        [worth * (needed[person] + filled[place]) - of_pair[person, place] for person, place in allowed],
        pairs.capacity,
        pairs.n_mentees,
    )
    lightest = plain.solve(among)
    as_light = optimality.tight_pairs(among, lightest.prices)
    within = exchanges(lightest.mentor_of, as_light, lightest.prices, pairs.capacity)
    settle_ties(within)
    mentor_of = [UNMATCHED if place == within.hub else place for place in within.mate]
    made = [(person, place) for person, place in enumerate(mentor_of) if place != UNMATCHED]
    worths = [lightest.prices.mentee[person] + lightest.prices.mentor[place] for person, place in made]
    proof = Assignment(mentor_of, len(made), sum(worths), min(worths, default=None), "max", lightest.prices)
    optimality.check_optimal(proof, as_light, pairs.capacity)
    gains = [prices.mentee[person] + prices.mentor[place] for person, place in made]
    sign = 1 if best.sense == "max" else -1
    result = attrs.evolve(best, mentor_of=mentor_of, worst=sign * min(gains) if gains else None)
    optimality.check_optimal(result, tight, pairs.capacity)
    return Lightest(result, sum(of_pair[pair] for pair in made))
