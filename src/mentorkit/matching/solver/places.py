"""The best assignment, by whichever solver there is."""

from importlib.util import find_spec
from typing import Literal, SupportsIndex

from mentorkit.matching.solver import optimality, plain
from mentorkit.matching.solver.exchanges import exchanges
from mentorkit.matching.solver.input import Integers, Sense, entries, read_pairs
from mentorkit.matching.solver.raise_worst import raise_worst_pair
from mentorkit.matching.solver.result import UNMATCHED, Assignment, Bottleneck
from mentorkit.matching.solver.tie_break import settle_ties

Solver = Literal["auto", "own", "ortools"]

WORTH_LOADING = 200_000
"""Pairs from which on OR-tools repays the time that it takes to load."""


def assign(
    mentee: Integers,
    mentor: Integers,
    weight: Integers,
    capacity: Integers,
    *,
    n_mentees: SupportsIndex,
    sense: Sense = "max",
    raise_worst: bool = False,
    solver: Solver = "auto",
) -> Assignment:
    """Matches as many mentees as possible, and among those ways finds the one with the best total weight.

    The answer is exact, proves itself (`Prices`), and is the first of all that are equally good (`Assignment`),
    whatever the order of the pairs and whichever the solver. Of several entries for one pair the best counts.

    Args:
        mentee: the mentee of each admissible pair, from 0.
        mentor: the mentor of each admissible pair, from 0.
        weight: how good each pair is, or how bad; a whole number of at most 10**9 above or below zero.
        capacity: the places of each mentor.
        n_mentees: how many mentees there are.
        sense: "max" where a greater total is better, "min" where a smaller one is.
        raise_worst: whether, of all best assignments, only those count whose worst pair is as good as can be.
        solver: "own" (plain Python), "ortools" (the extra `mentorkit[matching]`), or "auto": OR-tools where it is
            installed and the pairs are many.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ModuleNotFoundError: when OR-tools is asked for and not installed.
        ProofError: when the result does not prove itself, which would be a fault in a solver.
    """
    if solver not in ("auto", "own", "ortools"):
        raise ValueError(f'solver is "auto", "own" or "ortools", not {solver!r}')
    weights = entries(weight, "weight")
    if solver == "ortools" or (solver == "auto" and len(weights) >= WORTH_LOADING and find_spec("ortools")):
        from mentorkit.matching.solver import or_tools

        arrays = or_tools.read_arrays(mentee, mentor, weights, capacity, n_mentees, sense)
        best = or_tools.solve(arrays)
        reached = or_tools.tight_pairs(arrays, best.prices)
        places = arrays.capacity.tolist()
    else:
        pairs = read_pairs(mentee, mentor, weights, capacity, n_mentees, sense)
        best = plain.solve(pairs)
        reached = optimality.tight_pairs(pairs, best.prices)
        places = pairs.capacity
    result = _first(best, reached, places, sense, raise_worst=raise_worst)
    optimality.check_optimal(result, reached, places)
    return result


def check(result: Assignment, mentee: Integers, mentor: Integers, weight: Integers, capacity: Integers) -> None:
    """Proves a result again, from the pairs that it was found for, in plain whole numbers.

    `assign` has done so already. This is for results that have been kept, or have come from elsewhere. That it is the
    first among equally good ones is not part of the proof.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ProofError: saying what does not hold.
    """
    pairs = read_pairs(mentee, mentor, weight, capacity, len(result.mentor_of), result.sense)
    optimality.check_optimal(result, optimality.tight_pairs(pairs, result.prices), pairs.capacity)


def _first(
    best: plain.Optimum, reached: optimality.TightPairs, capacity: list[int], sense: Sense, *, raise_worst: bool
) -> Assignment:
    """The first of the best assignments."""
    prices = best.prices
    within = exchanges(best.mentor_of, reached, prices, capacity)
    bottleneck: Bottleneck | None = None
    if raise_worst:
        within, bottleneck = raise_worst_pair(within, prices, capacity)
    settle_ties(within)
    mentor_of = [UNMATCHED if mentor == within.hub else mentor for mentor in within.mate]
    gains = [prices.mentee[mentee] + prices.mentor[mentor] for mentee, mentor in enumerate(mentor_of) if mentor >= 0]
    sign = 1 if sense == "max" else -1
    worst = sign * min(gains) if gains else None
    return Assignment(mentor_of, len(gains), sign * sum(gains), worst, sense, prices, bottleneck)
