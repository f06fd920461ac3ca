"""How many mentees can be matched at most, and where places are what is short.

Hopcroft and Karp's algorithm, with mentors that have several places. It ends with the certificate that König's theorem
promises: the mentees that an unmatched one could ultimately displace, and the mentors whose places they compete for.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from mentorkit.matching.solver.augment import CostRow
from mentorkit.matching.solver.result import UNMATCHED


@attrs.frozen
class Shortage:
    """Where places are short: every pair has a mentor in `mentors` or a mentee outside `mentees`.

    So no assignment can have more pairs than the places of these mentors and the mentees outside, and the one that was
    found has exactly as many.

    Attributes:
        mentees: for each mentee, whether it competes for places that do not suffice.
        mentors: for each mentor, whether all its places are taken by such mentees.
    """

    mentees: list[bool]
    mentors: list[bool]


def find_shortage(rows: Sequence[CostRow], capacity: Sequence[int]) -> Shortage:
    """Finds a largest assignment, whatever the weights, and from it where places are short.

    Args:
        rows: for each mentee the mentors it may be matched with, and what that would cost: (cost, mentor).
        capacity: the places of each mentor.
    """
    mate = [UNMATCHED] * len(rows)
    members: list[set[int]] = [set() for _ in capacity]
    for mentee, row in enumerate(rows):
        for _, mentor in row:
            if len(members[mentor]) < capacity[mentor]:
                members[mentor].add(mentee)
                mate[mentee] = mentor
                break
    while True:
        reached, level, found = _layers(rows, capacity, mate, members)
        if not found:
            return Shortage(reached, [depth >= 0 for depth in level])
        _augment(rows, capacity, mate, members, level)


def _layers(
    rows: Sequence[CostRow], capacity: Sequence[int], mate: list[int], members: list[set[int]]
) -> tuple[list[bool], list[int], bool]:
    """Who can be reached from the unmatched mentees by exchanges, breadth first, up to the first free place."""
    reached = [mentor == UNMATCHED for mentor in mate]
    level = [-1] * len(capacity)
    frontier = [mentee for mentee, unmatched in enumerate(reached) if unmatched]
    depth = 0
    found = False
    while frontier and not found:
        following: list[int] = []
        for mentee in frontier:
            for _, mentor in rows[mentee]:
                if level[mentor] < 0:
                    level[mentor] = depth
                    if len(members[mentor]) < capacity[mentor]:
                        found = True
                    else:
                        following += [held for held in members[mentor] if not reached[held]]
        for mentee in following:
            reached[mentee] = True
        frontier = following
        depth += 1
    return reached, level, found


def _augment(
    rows: Sequence[CostRow],
    capacity: Sequence[int],
    mate: list[int],
    members: list[set[int]],
    level: list[int],
) -> None:
    """Takes shortest exchanges, at most one from each unmatched mentee; mentors that lead nowhere lose their level."""
    for start in [mentee for mentee, mentor in enumerate(mate) if mentor == UNMATCHED]:
        stack = [_steps((start,), rows)]
        path: list[tuple[int, int]] = []
        while stack:
            depth = len(stack) - 1
            step = next((step for step in stack[-1] if level[step[1]] == depth), None)
            if step is None:
                stack.pop()
                if path:
                    level[path.pop()[1]] = -1
                continue
            path.append(step)
            mentor = step[1]
            if len(members[mentor]) < capacity[mentor]:
                for mentee, new in reversed(path):
                    if mate[mentee] != UNMATCHED:
                        members[mate[mentee]].remove(mentee)
                    members[new].add(mentee)
                    mate[mentee] = new
                break
            stack.append(_steps(tuple(members[mentor]), rows))


def _steps(mentees: Iterable[int], rows: Sequence[CostRow]) -> Iterator[tuple[int, int]]:
    """Every mentee with every mentor that it may go to."""
    return ((mentee, mentor) for mentee in mentees for _, mentor in rows[mentee])
