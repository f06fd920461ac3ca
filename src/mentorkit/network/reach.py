"""Who answers a need, how soon, and at which hours of the week.

One search settles each member for each minute of the week at the shortest time in which it can be reached then, with
all minutes that fare alike in one whole number: Dijkstra's algorithm, as many times over as there are stretches of the
week that differ along a path, and in practice little more than once. Its cost grows with links times logarithm.
"""

from heapq import heappop, heappush

import attrs

from mentorkit.core.paths import Path
from mentorkit.core.week import ALWAYS, DAY, WEEK
from mentorkit.network.graph import UNKNOWN, Network, Step, fewest_minutes

URGENT = DAY
"""Minutes; a need that has to be answered sooner has to be answered at every hour."""


@attrs.frozen
class Answer:
    """How a need is answered for somebody.

    Attributes:
        by: the members that can answer it and can be reached at all, in order of their ids.
        minutes: until the first of them answers, at the hours at which that is soonest; None where nobody has said how
            long each step takes and when everybody on the way is there, or nobody answers.
        hours: the minutes of the week at which one of them answers in time, everybody on the way being there.
        limit: the minutes within which the need has to be answered; without limit where nobody has said.
        quickest: minutes until the first of them answers if each is called at the hours at which they are there.
    """

    by: tuple[str, ...]
    minutes: int | None
    hours: int
    limit: int
    quickest: int | None

    @property
    def gap(self) -> int:
        """The minutes of the week for which an answer is missing.

        A need that has to be answered within less than a day has to be answered at every hour; within a day, on every
        day of the week; and for one that has longer, each on the way can be called when they are there.
        """
        if self.limit > URGENT:
            return ALWAYS if self.quickest is None or self.quickest > self.limit else 0
        return self.uncovered if self.limit < URGENT else self.uncovered_days

    @property
    def soonest(self) -> int | None:
        """Minutes until the first of them answers: with everybody there at once where the need cannot wait longer."""
        return self.quickest if self.limit > URGENT else self.minutes

    @property
    def uncovered(self) -> int:
        """The minutes of the week at which nobody answers in time."""
        return ALWAYS & ~self.hours

    @property
    def uncovered_days(self) -> int:
        """The minutes of those days of the week on which nobody answers in time at any hour."""
        days = [((1 << DAY) - 1) << start for start in range(0, WEEK, DAY)]
        return sum(day for day in days if not self.hours & day)


def answer(network: Network, need: str, start: str) -> Answer:
    """How a need is answered for a member of the network; the member's own hours do not matter."""
    meeting = network.meeting(need)
    by = network.reached(need, start) & meeting
    within = network.needs[need].within
    limit = fewest_minutes(within) if within else UNKNOWN - 1
    soonest, hours = None, 0
    for who, arrivals in _arrivals(network, need, start).items():
        if who in meeting:
            first = min(arrivals)
            soonest = first if soonest is None else min(first, soonest)
            for minutes, bits in arrivals.items():
                hours |= bits if minutes <= limit else 0
    quickest = min(
        (min(arrivals) for who, arrivals in _arrivals(network, need, start, patient=True).items() if who in meeting),
        default=None,
    )
    return Answer(tuple(sorted(by)), soonest, hours, limit, quickest)


def reached(network: Network, need: str, start: str) -> set[str]:
    """Every member that can be turned to for a need, from a member on, at whatever hour and time; with itself."""
    found, ahead = {start}, [start]
    while ahead:
        for step in network.steps[ahead.pop()]:
            if step.target not in found and step.serves(need):
                found.add(step.target)
                ahead.append(step.target)
    return found


def unsettled(network: Network, need: str, start: str) -> list[Path]:
    """Where nobody has said how soon a link is answered, or when a member on the way to an answer is there.

    When somebody is there is not asked for a need that has longer than a day.
    """
    patient = network.answer(need, start).limit > URGENT
    within_reach = network.reached(need, start)
    callers: dict[str, list[tuple[str, Step]]] = {}
    for who in sorted(within_reach):
        for step in network.steps[who]:
            if step.serves(need):
                callers.setdefault(step.target, []).append((who, step))
    found: set[Path] = set()
    seen = network.meeting(need) & within_reach
    ahead = sorted(seen)
    while ahead:
        who = ahead.pop()
        if who != start and not patient and network.members[who].hours is None:
            found.add(network.member_at(who, "hours"))
        for caller, step in callers.get(who, ()):
            if network.links[step.link].within is None:
                found.add(network.link_at(step.link, "within"))
            if caller not in seen:
                seen.add(caller)
                ahead.append(caller)
    return sorted(found, key=str)


def _arrivals(network: Network, need: str, start: str, *, patient: bool = False) -> dict[str, dict[int, int]]:
    """For each member that can be reached, after how many minutes, and at which minutes of the week it can be so.

    Somebody patient calls each when they are there, so that nobody's hours matter.
    """
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
                hours = ALWAYS if patient else network.hours(step.target)
                open_then = new & hours & ~settled.get(step.target, 0)
                if open_then:
                    heappush(ahead, (minutes + step.minutes, step.target, open_then))
    return found
