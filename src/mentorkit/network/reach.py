"""Who answers a need, how soon, and at which hours of the week.

One search settles each member for each minute of the week at the shortest time in which it can be reached then, with
all minutes that fare alike in one whole number: Dijkstra's algorithm, as many times over as there are stretches of the
week that differ along a path, and in practice little more than once. Its cost grows with links times logarithm.
"""

from heapq import heappop, heappush

import attrs

from mentorkit.core.week import ALWAYS, DAY, WEEK
from mentorkit.network.graph import UNKNOWN, Network, fewest_minutes


@attrs.frozen
class Answer:
    """How a need is answered for somebody.

    Attributes:
        by: the members that can answer it and can be reached at all, in order of their ids.
        minutes: until the first of them answers, at the hours at which that is soonest; None where nobody has said how
            long each step takes and when everybody on the way is there, or nobody answers.
        hours: the minutes of the week at which one of them answers in time, everybody on the way being there.
    """

    by: tuple[str, ...]
    minutes: int | None
    hours: int

    @property
    def uncovered(self) -> int:
        """The minutes of the week at which nobody answers in time."""
        return ALWAYS & ~self.hours

    @property
    def uncovered_days(self) -> int:
        """The minutes of those days of the week on which nobody answers in time at any hour."""
        days = [((1 << DAY) - 1) << start for start in range(0, WEEK, DAY)]
        return sum(day for day in days if not self.hours & day)


def gap(network: Network, need: str, given: Answer) -> int:
    """The minutes of the week at which somebody has to answer in time, and nobody does.

    A need that has to be answered in less than a day has to be answered at every hour; one that has to be answered the
    same day, on every day of the week at some hour; any other at some hour of the week.
    """
    within = network.needs[need].within
    if not within or not given.hours:
        return given.uncovered if within else 0
    if fewest_minutes(within) < DAY:
        return given.uncovered
    return given.uncovered_days if fewest_minutes(within) == DAY else 0


def answer(network: Network, need: str, start: str) -> Answer:
    """How a need is answered for a member of the network; the member's own hours do not matter."""
    meeting = network.meeting(need)
    by = reached(network, need, start) & meeting
    within = network.needs[need].within
    limit = fewest_minutes(within) if within else UNKNOWN - 1
    soonest, hours = None, 0
    for who, arrivals in _arrivals(network, need, start).items():
        if who in meeting:
            first = min(arrivals)
            soonest = first if soonest is None else min(first, soonest)
            for minutes, bits in arrivals.items():
                hours |= bits if minutes <= limit else 0
    return Answer(tuple(sorted(by)), soonest, hours)


def reached(network: Network, need: str, start: str) -> set[str]:
    """Every member that can be turned to for a need, from a member on, at whatever hour and time; with itself."""
    found, ahead = {start}, [start]
    while ahead:
        for step in network.steps[ahead.pop()]:
            if step.target not in found and step.serves(need):
                found.add(step.target)
                ahead.append(step.target)
    return found


def _arrivals(network: Network, need: str, start: str) -> dict[str, dict[int, int]]:
    """For each member that can be reached, after how many minutes, and at which minutes of the week it can be so."""
    settled: dict[str, int] = {}
    found: dict[str, dict[int, int]] = {}
    ahead = [(0, start, ALWAYS)]
    while ahead:
        minutes, who, bits = heappop(ahead)
        new = bits & ~settled.get(who, 0)
        if not new:
            continue
        settled[who] = settled.get(who, 0) | new
        at = found.setdefault(who, {})
        at[minutes] = at.get(minutes, 0) | new
        for step in network.steps[who]:
            if step.minutes < UNKNOWN and step.serves(need):
                open_then = new & network.hours(step.target) & ~settled.get(step.target, 0)
                if open_then:
                    heappush(ahead, (minutes + step.minutes, step.target, open_then))
    return found
