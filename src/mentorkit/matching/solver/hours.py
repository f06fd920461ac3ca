"""Sharing out mentors' hours, where mentees need different numbers of them: the generalised assignment problem.

No method is known that is quick for every such problem, so this is exact where the search ends in time, and says so.
"""

from collections.abc import Callable
from importlib.util import find_spec
from time import monotonic
from typing import NamedTuple, SupportsIndex

import attrs

from mentorkit.matching.solver.branch_and_bound import Search
from mentorkit.matching.solver.hours_task import Found, HoursPair, HoursTask
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
from mentorkit.matching.solver.places import Solver

HOURS_LIMIT = 100_000
"""Up to how many hours (or minutes) of one mentor our own search decides on pairs; time and memory grow with them."""

TIME_LIMIT = 60
"""After how many seconds to stop, where nothing else is asked."""

OWN_STEPS, OWN_SIZE = 20, 2_000
"""How many parts our own search looks at before OR-tools takes over, and the pairs times hours from which on none."""


class HoursBound(NamedTuple):
    """What no assignment beats: more mentees matched, or as many with a better total.

    Attributes:
        matched: mentees matched.
        total: weight of all pairs, for that many.
    """

    matched: int
    total: int


class HoursProgress(NamedTuple):
    """How far a search has come.

    Attributes:
        matched: mentees matched in the best assignment so far.
        bound: what no assignment beats, as far as is known.
    """

    matched: int
    bound: HoursBound


@attrs.frozen
class HoursAssignment:
    """Who mentors whom, within everyone's hours.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        matched: how many mentees have one.
        total: the weight of all pairs made.
        proven: whether nothing better is possible.
        bound: what no assignment beats; equal to (matched, total) where proven.
        steps: how many parts our own search looked at.
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
    solver: Solver = "auto",
    time_limit: float = TIME_LIMIT,
    progress: Callable[[HoursProgress], None] = lambda _: None,
) -> HoursAssignment:
    """Matches as many mentees as possible within mentors' hours, and among those ways finds the best total weight.

    Exact where the search ends within `time_limit`; otherwise the best found so far, with a bound on what is possible.
    What is proven is the same in every run, whatever the order of the pairs; where several assignments are equally
    good, another solver may find another one of them.

    Of several entries for one pair the best weight counts, then the fewest hours.

    Args:
        mentee: the mentee of each admissible pair, from 0.
        mentor: the mentor of each admissible pair, from 0.
        weight: how good each pair is, or how bad; a whole number of at most 10**9 above or below zero.
        hours: what each pair would take of the mentor's time, in any unit; whole numbers from 0.
        capacity: the time of each mentor, in the same unit. With more than 100,000 that could be used, our own search
            gives a good assignment and a bound, and no proof; a larger unit helps.
        n_mentees: how many mentees there are.
        sense: "max" where a greater total is better, "min" where a smaller one is.
        max_steps: after how many parts our own search stops.
        solver: "own" (plain Python), "ortools" (the extra `mentorkit[matching]`), or "auto": OR-tools, where it is
            installed, for what our own search does not prove soon.
        time_limit: after how many seconds to stop.
        progress: is told how far the search has come, often.

    Raises:
        ValueError: for a number that is not whole or is out of range, or lists of different lengths.
        ModuleNotFoundError: when OR-tools is asked for and not installed.
    """
    if isinstance(time_limit, bool) or not isinstance(time_limit, int | float) or not time_limit >= 0:
        raise ValueError(f"time_limit is {time_limit!r}; it has to be a number of seconds from 0")
    ends = monotonic() + time_limit
    if solver not in ("auto", "own", "ortools"):
        raise ValueError(f'solver is "auto", "own" or "ortools", not {solver!r}')
    pairs = read_pairs(mentee, mentor, weight, capacity, n_mentees, sense)
    needed = whole_numbers(hours, "hours")
    refuse_lengths(weight=len(pairs.gain), hours=len(needed))
    refuse_outside(needed, "hours", 0, WEIGHT_LIMIT)
    # A match is worth more than all that gains could add or take away, so that the number matched comes first.
    match = 1 + 2 * pairs.n_mentees * max(map(abs, pairs.gain), default=0)
    found: list[dict[int, Item]] = [{} for _ in pairs.capacity]
    best_first = sorted(
        zip(pairs.mentee, pairs.mentor, pairs.gain, needed, strict=True), key=lambda pair: (-pair[2], pair[3])
    )
    for person, place, gain, time in best_first:
        found[place].setdefault(person, (person, time, match + gain))
    sign = 1 if sense == "max" else -1

    def parts(value: int) -> tuple[int, int]:
        """How many are matched, and what they gain."""
        matched = (value + match // 2) // match
        return matched, value - matched * match

    def go_on(value: int, bound: int) -> bool:
        most, gain = parts(bound)
        progress(HoursProgress(parts(value)[0], HoursBound(most, sign * gain)))
        return monotonic() < ends

    offers = [sorted(row.values()) for row in found]
    # More hours than all pairs of a mentor take make no difference.
    room = [min(most, sum(item[1] for item in row)) for most, row in zip(pairs.capacity, offers, strict=True)]
    search = Search(pairs.n_mentees, room, offers, go_on)
    steps = read_count(max_steps, "max_steps")
    # Who asks for fewer steps wants to have it stopped by them.
    take_over = steps > OWN_STEPS and (solver == "ortools" or (solver == "auto" and find_spec("ortools") is not None))
    if take_over:
        size = sum(len(row) * hours for row, hours in zip(offers, room, strict=True))
        steps = OWN_STEPS if size <= OWN_SIZE else 0
    elif max(room, default=0) > HOURS_LIMIT:
        steps = 0
    search.start()
    search.run(steps)
    found_so_far = Found(search.mentor_of, parts(search.value), parts(search.bound))
    if take_over and not found_so_far.is_settled:
        from mentorkit.matching.solver import with_or_tools

        found_so_far = with_or_tools.improve(
            HoursTask(
                [
                    HoursPair(person, place, value - match, time)
                    for place, row in enumerate(offers)
                    for person, time, value in row
                    if time <= room[place]
                ],
                room,
                lambda: ends - monotonic(),
                lambda reached, bound: progress(HoursProgress(reached[0], HoursBound(bound[0], sign * bound[1]))),
            ),
            found_so_far,
        )
    mentor_of, reached, bound = found_so_far
    return HoursAssignment(
        mentor_of,
        reached[0],
        sign * reached[1],
        found_so_far.is_settled,
        HoursBound(bound[0], sign * bound[1]),
        search.steps,
    )
