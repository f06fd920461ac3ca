"""The pairs that best assignments are made of, and the proof that nothing beats them."""

import attrs

from mentorkit.matching.solver.input import Pairs
from mentorkit.matching.solver.result import UNMATCHED, Assignment, Bottleneck, Prices, ProofError


@attrs.frozen
class TightPairs:
    """The pairs that come to exactly the prices of the two: no best assignment has any other.

    Attributes:
        mentee: of each of these pairs.
        mentor: of each of these pairs.
    """

    mentee: list[int]
    mentor: list[int]


def tight_pairs(pairs: Pairs, prices: Prices) -> TightPairs:
    """The tight pairs, and a check that no pair comes to more than its prices.

    Raises:
        ProofError: when one does, or when there is not a price for each mentee and mentor.
    """
    if not len(prices.secure) == len(prices.mentee) == pairs.n_mentees:
        raise ProofError("there is not one price for each mentee")
    if not len(prices.scarce) == len(prices.mentor) == len(pairs.capacity):
        raise ProofError("there is not one price for each mentor")
    # Both parts of a price in one number, exactly: the second part can never amount to the first.
    second = max(map(abs, prices.mentee), default=0) + max(map(abs, prices.mentor), default=0)
    one = 1 + 2 * (second + max(map(abs, pairs.gain), default=0))
    mentees = [one * secure + price for secure, price in zip(prices.secure, prices.mentee, strict=True)]
    places = [one * scarce + price - one for scarce, price in zip(prices.scarce, prices.mentor, strict=True)]
    reached = [
        (mentee, mentor, gain)
        for mentee, mentor, gain in zip(pairs.mentee, pairs.mentor, pairs.gain, strict=True)
        if mentees[mentee] + places[mentor] <= gain
    ]
    if any(mentees[mentee] + places[mentor] < gain for mentee, mentor, gain in reached):
        raise ProofError("a pair comes to more than its prices, so a better assignment is not ruled out")
    return TightPairs([mentee for mentee, _, _ in reached], [mentor for _, mentor, _ in reached])


def check_optimal(result: Assignment, tight: TightPairs, capacity: list[int]) -> None:
    """Proves a result, in whole numbers, given the pairs that are tight at its prices.

    Raises:
        ProofError: saying what does not hold.
    """
    prices = result.prices
    _check_prices(result, capacity)
    made = {(mentee, mentor) for mentee, mentor in enumerate(result.mentor_of) if mentor != UNMATCHED}
    if not made <= set(zip(tight.mentee, tight.mentor, strict=True)):
        raise ProofError("a pair was made that is not admissible, or that no best assignment has")
    taken = [0] * len(capacity)
    for _, mentor in made:
        taken[mentor] += 1
    if any(count > places for count, places in zip(taken, capacity, strict=True)):
        raise ProofError("a mentor has more mentees than places")
    gains = [prices.mentee[mentee] + prices.mentor[mentor] for mentee, mentor in made]
    sign = 1 if result.sense == "max" else -1
    worst = sign * min(gains) if gains else None
    if (len(gains), sign * sum(gains), worst) != (result.matched, result.total, result.worst):
        raise ProofError("the pairs made do not come to what the result says")
    if result.bottleneck is not None:
        _check_bottleneck(result.bottleneck, min(gains, default=0), prices, tight, capacity)


def _check_prices(result: Assignment, capacity: list[int]) -> None:
    """The prices come to what the result says, and none is below (0, 0)."""
    prices = result.prices
    both = [*zip(prices.secure, prices.mentee, strict=True), *zip(prices.scarce, prices.mentor, strict=True)]
    if min(both, default=(False, 0)) < (False, 0):
        raise ProofError("a price is below nothing")
    matched = sum(prices.secure) + sum(places for places, scarce in zip(capacity, prices.scarce, strict=True) if scarce)
    gain = sum(prices.mentee) + sum(places * price for places, price in zip(capacity, prices.mentor, strict=True))
    if (matched, gain if result.sense == "max" else -gain) != (result.matched, result.total):
        raise ProofError("the prices do not come to what the result says, so a better assignment is not ruled out")


def _check_bottleneck(
    bottleneck: Bottleneck, worst: int, prices: Prices, tight: TightPairs, capacity: list[int]
) -> None:
    """Those who have to be matched outnumber what they can have in pairs better than the worst."""
    mentees, mentors = set(bottleneck.mentees), set(bottleneck.mentors)
    if not (mentees <= set(range(len(prices.mentee))) and mentors <= set(range(len(prices.mentor)))):
        raise ProofError("the worst-off pair is said to be held down by somebody who is not there")
    if bottleneck.few_places:
        fixed = all((prices.secure[mentee], prices.mentee[mentee]) > (False, 0) for mentee in mentees)
        short = sum(capacity[mentor] for mentor in mentors) < len(mentees)
    else:
        fixed = all((prices.scarce[mentor], prices.mentor[mentor]) > (False, 0) for mentor in mentors)
        short = len(mentees) < sum(capacity[mentor] for mentor in mentors)
    closed = not any(
        (mentee in mentees if bottleneck.few_places else mentor in mentors)
        and not (mentee in mentees and mentor in mentors)
        and prices.mentee[mentee] + prices.mentor[mentor] > worst
        for mentee, mentor in zip(tight.mentee, tight.mentor, strict=True)
    )
    if not (fixed and short and closed):
        raise ProofError("the worst-off pair is not shown to be the best that can be had")
