"""The best assignment where mentees may have several mentors, or mentees are spread over mentors.

What counts first is worth more than all that follows together, so each problem is one flow of the greatest value
(`flow`): first mentors, then second ones and so on; an even spread; the total; the least penalty. The worst pair is
raised by trying from which weight on the pairs suffice for a flow of the same value.
"""

from collections.abc import Sequence
from typing import NamedTuple, SupportsIndex

import attrs

from mentorkit.matching.solver.flow import Flow
from mentorkit.matching.solver.input import WEIGHT_LIMIT, Integers, read_pairs, refuse_outside, whole_numbers
from mentorkit.matching.solver.shortage import Shortage


class _Pair(NamedTuple):
    """A pair that may be made."""

    mentee: int
    mentor: int
    gain: int
    penalty: int


@attrs.frozen
class SharedOut:
    """Who mentors whom, where mentees may have several mentors.

    Of equally good ones it is the first, as `Assignment` orders them: each mentee in turn has the lowest mentors.

    Attributes:
        mentors_of: the mentors of each mentee, in order.
        reached: how many mentees have at least one mentor, at least two, and so on, with those that they had.
        total: the weight of all pairs made.
        worst: the weight of the worst pair made; None where there is none.
        penalty: of all pairs made.
        without_penalty: the mentors of each mentee if penalties did not count.
        shortage: where places are too few for everybody to have one mentor.
    """

    mentors_of: list[list[int]]
    reached: list[int]
    total: int
    worst: int | None
    penalty: int
    without_penalty: list[list[int]]
    shortage: Shortage


def assign_several(
    mentee: Integers,
    mentor: Integers,
    weight: Integers,
    capacity: Integers,
    *,
    n_mentees: SupportsIndex,
    most: SupportsIndex = 1,
    had: Sequence[int] = (),
    taken: Sequence[int] = (),
    spread: bool = False,
    raise_worst: bool = False,
    penalty: Integers = (),
) -> SharedOut:
    """Shares out mentors' places, exactly, where mentees may have several mentors.

    As many mentees as possible have a mentor; then as many as possible have a second one, and so on. Where it is asked,
    mentees are spread next: as many mentors as possible have somebody, then as few as possible have a second mentee,
    and so on. Then the best total counts, then (where it is asked) the worst pair, then the least penalty.

    Args:
        mentee: the mentee of each admissible pair, from 0; each pair has one entry.
        mentor: the mentor of each admissible pair, from 0.
        weight: how good each pair is; a whole number of at most 10**9 above or below zero.
        capacity: the places of each mentor that are free.
        n_mentees: how many mentees there are.
        most: how many mentors a mentee may have.
        had: how many mentors each mentee has already; none where it is left out.
        taken: how many mentees each mentor has already, for the spread.
        spread: whether to spread mentees over mentors.
        raise_worst: whether, of all best assignments, only those count whose worst pair is as good as can be.
        penalty: what speaks against each pair where all else is equal; whole numbers from 0.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ProofError: when the result does not prove itself, which would be a fault in this.
    """
    read = read_pairs(mentee, mentor, weight, capacity, n_mentees, "max")
    penalties = whole_numbers(penalty, "penalty") or [0] * len(read.gain)
    refuse_outside(penalties, "penalty", 0, WEIGHT_LIMIT)
    columns = (read.mentee, read.mentor, read.gain, penalties)
    pairs = sorted(_Pair(*each) for each in zip(*columns, strict=True))
    (limit,) = whole_numbers([most], "most")
    problem = _Problem(
        pairs,
        read.capacity,
        [max(0, limit - each) for each in had or [0] * read.n_mentees],
        list(had) or [0] * read.n_mentees,
        list(taken) or [0] * len(read.capacity),
        spread,
    )
    flow = problem.flow(pairs, counting_penalty=False)
    candidates = [pair for pair, spent in zip(pairs, flow.spent, strict=True) if spent <= 0]
    if raise_worst:
        candidates = problem.raise_worst(candidates, flow)
    without = problem.first(candidates, counting_penalty=False)
    made = problem.first(candidates, counting_penalty=True) if any(penalties) else without
    gains = [pair.gain for pair in made]
    mentors_of = problem.by_mentee(made)
    return SharedOut(
        mentors_of,
        [
            sum(already + len(mentors) > level for already, mentors in zip(problem.had, mentors_of, strict=True))
            for level in range(limit)
        ],
        sum(gains),
        min(gains, default=None),
        sum(pair.penalty for pair in made),
        problem.by_mentee(without),
        problem.shortage(made),
    )


@attrs.frozen
class _Problem:
    """What stays the same while pairs are left out.

    Attributes:
        pairs: all, in the order of mentees, then mentors.
        capacity: the free places of each mentor.
        wanted: how many mentors each mentee may have besides those that they had.
        had: how many those are.
        taken: how many mentees each mentor has already.
        spread: whether to spread mentees over mentors.
    """

    pairs: list[_Pair]
    capacity: list[int]
    wanted: list[int]
    had: list[int]
    taken: list[int]
    spread: bool

    def flow(self, pairs: Sequence[_Pair], *, counting_penalty: bool) -> Flow:
        """The flow of the greatest value among these pairs, each level worth more than all that follow together."""
        takes, gives = [0] * len(self.wanted), [0] * len(self.capacity)
        for pair in self.pairs:
            takes[pair.mentee] += 1
            gives[pair.mentor] += 1
        units = [min(each) for each in zip(takes, self.wanted, strict=True)]
        places = [min(each) for each in zip(gives, self.capacity, strict=True)]
        most_pairs = sum(units)
        most_penalty = most_pairs * max((pair.penalty for pair in self.pairs), default=0)
        point = 1 + most_penalty
        reach = 2 * point * most_pairs * max((abs(pair.gain) for pair in self.pairs), default=0) + most_penalty
        crowd = [[taken + place for place in range(room)] for taken, room in zip(self.taken, places, strict=True)]
        even = (1 + reach) * self.spread
        reach += even * sum(map(sum, crowd))
        levels = max((had + more for had, more in zip(self.had, self.wanted, strict=True)), default=0)
        worth = [(1 + reach) * (1 + most_pairs) ** (levels - 1 - level) for level in range(levels)]
        return Flow(
            [(pair.mentee, len(self.wanted) + pair.mentor) for pair in pairs],
            [point * pair.gain - pair.penalty * counting_penalty for pair in pairs],
            [worth[had : had + each] for had, each in zip(self.had, units, strict=True)],
            [[even * each for each in loads] for loads in crowd],
        )

    def raise_worst(self, candidates: list[_Pair], best: Flow) -> list[_Pair]:
        """Leaves out the pairs below the best weight that the worst one can have in a flow of the same value."""
        levels = sorted({pair.gain for pair in candidates})
        low, high = 0, len(levels)
        while high - low > 1:
            middle = (low + high) // 2
            tried = self.flow([pair for pair in candidates if pair.gain >= levels[middle]], counting_penalty=False)
            low, high = (middle, high) if tried.value == best.value else (low, middle)
        return [pair for pair in candidates if pair.gain >= levels[low]] if levels else []

    def first(self, candidates: list[_Pair], *, counting_penalty: bool) -> list[_Pair]:
        """The first of the best assignments made of these pairs."""
        flow = self.flow(candidates, counting_penalty=counting_penalty)
        made: list[_Pair] = []
        for position, pair in enumerate(candidates):
            if flow.settle(position):
                made.append(pair)
        flow.check()
        return made

    def by_mentee(self, made: Sequence[_Pair]) -> list[list[int]]:
        """The mentors of each mentee."""
        found: list[list[int]] = [[] for _ in self.wanted]
        for pair in made:
            found[pair.mentee].append(pair.mentor)
        return found

    def shortage(self, made: Sequence[_Pair]) -> Shortage:
        """Whom those without a mentor compete with, and for whose places: all that exchanges from them lead to."""
        members: list[list[int]] = [[] for _ in self.capacity]
        for pair in made:
            members[pair.mentor].append(pair.mentee)
        options: list[list[int]] = [[] for _ in self.wanted]
        for pair in self.pairs:
            options[pair.mentee].append(pair.mentor)
        having = [had > 0 for had in self.had]
        for pair in made:
            having[pair.mentee] = True
        waiting = [mentee for mentee, has in enumerate(having) if not has]
        mentees, mentors = [not has for has in having], [False] * len(self.capacity)
        while waiting:
            for mentor in options[waiting.pop()]:
                if not mentors[mentor]:
                    mentors[mentor] = True
                    newly = [mentee for mentee in members[mentor] if not mentees[mentee]]
                    waiting += newly
                    for mentee in newly:
                        mentees[mentee] = True
        return Shortage(mentees, mentors)
