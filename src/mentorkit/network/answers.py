"""Who answers a need, how soon, and at which hours of the week.

Each question is one search from the one who calls first, and its cost grows with the links that lie ahead:

- who can be turned to: breadth first (`StatedNetwork.reached`); in step with the links;
- how soon: Dijkstra's algorithm, up to the first who answers; links times logarithm;
- at which hours: the same for all minutes of the week at once, with those that fare alike in one whole number, up to
  the time within which the need is to be answered. What is answered already is not followed further. At worst as many
  times over as there are stretches of the week that differ along a path, in practice little more than once.

The searches are ours and not networkx's: they stop at the first answer and need no graph made for them, so that they
take about a quarter of the time of `networkx.single_source_dijkstra_path_length` at 10,000 members (the `networks` row
of the benchmarks), and every check asks them, which would otherwise wait for networkx to be imported.
"""

from heapq import heappop, heappush
from math import inf

import attrs

from mentorkit.network.stated_network import UNKNOWN_MINUTES, StatedNetwork, Step
from mentorkit.programme.path import Path
from mentorkit.values.by_fields import ByFields
from mentorkit.values.inexact import Inexact
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY, WEEK

URGENT = MINUTES_A_DAY
"""Minutes; a need that has to be answered sooner has to be answered at every hour."""
_NO_LIMIT = UNKNOWN_MINUTES - 1
"""Minutes; whatever is known is within it."""


@attrs.frozen(eq=False, repr=False)
class Answer(ByFields):
    """How a need is answered for somebody.

    Attributes:
        by: the members that can answer it and can be reached at all, in order of their ids.
        minutes: until the first of them answers, by the quickest way and at whatever hour; None where nobody answers,
            or where on every way nobody has said of some step how long it takes.
        hours: the minutes of the week at which one of them answers in time, everybody on the way being there: the times
            of the steps add up to no more than the need allows. A member whose hours nobody has said is never there; a
            step of which nobody has said how long it takes is in time only where the need allows any.
        limit: the minutes within which the need has to be answered; without limit where nobody has said.
    """

    by: tuple[str, ...]
    minutes: int | None
    hours: int
    limit: int

    @property
    def gap(self) -> int:
        """The minutes of the week for which an answer is missing.

        A need that has to be answered within less than a day has to be answered at every hour; within a day, on every
        day of the week; and for one that has longer, each on the way can be called when they are there.
        """
        if self.limit > URGENT:
            return ALWAYS if self.minutes is None or self.minutes > self.limit else 0
        return self.uncovered if self.limit < URGENT else self.uncovered_days

    @property
    def uncovered(self) -> int:
        """The minutes of the week at which nobody answers in time."""
        return ALWAYS & ~self.hours

    @property
    def uncovered_days(self) -> int:
        """The minutes of those days of the week on which nobody answers in time at any hour."""
        days = [((1 << MINUTES_A_DAY) - 1) << start for start in range(0, WEEK, MINUTES_A_DAY)]
        return sum(day for day in days if not self.hours & day)


def answer(network: StatedNetwork, need: str, start: str) -> Answer:
    """How a need is answered for a member of the network.

    The member's own hours do not matter: it is there when it calls. Where it meets the need itself, that is an answer
    at once and at any hour.

    Args:
        network: the network.
        need: the id of a need or risk.
        start: the id of the member who calls first.
    """
    meeting = network.who_can_meet(need)
    limit = _limit(network, need)
    by = network.reached(need, start) & meeting
    if not by:
        return Answer((), None, 0, limit)
    hours = _hours(network, need, start, meeting, inf if limit == _NO_LIMIT else limit)
    return Answer(tuple(sorted(by)), _soonest(network, need, start, meeting), hours, limit)


def unsettled(network: StatedNetwork, need: str, start: str) -> list[Path]:
    """Where nobody has said how soon a link is answered, or when a member on the way to an answer is there, or exactly.

    When somebody is there is not asked for a need that has longer than a day.
    """
    patient = _limit(network, need) > URGENT
    within_reach = network.reached(need, start)
    callers: dict[str, list[tuple[str, Step]]] = {}
    for who in sorted(within_reach):
        for step in network.steps[who]:
            if step.serves(need):
                callers.setdefault(step.target, []).append((who, step))
    found: set[Path] = set()
    if isinstance(network.needs[need].within, Inexact):
        found.add(network.need_at(need, "within"))
    seen = set(network.who_can_meet(need) & within_reach)
    ahead = sorted(seen)
    while ahead:
        who = ahead.pop()
        if who != start and not patient and network.members[who].hours is None:
            found.add(network.member_at(who, "hours"))
        for caller, step in callers.get(who, ()):
            within = network.links[step.link].within
            if within is None or isinstance(within, Inexact):
                found.add(network.link_at(step.link, "within"))
            if caller not in seen:
                seen.add(caller)
                ahead.append(caller)
    return sorted(found, key=str)


def _limit(network: StatedNetwork, need: str) -> int:
    """The minutes within which a need has to be answered."""
    limit = network.limit(need)
    return _NO_LIMIT if limit is None else limit


def _soonest(network: StatedNetwork, need: str, start: str, meeting: frozenset[str]) -> int | None:
    settled: set[str] = set()
    ahead = [(0, start)]
    while ahead:
        minutes, who = heappop(ahead)
        if who in meeting:
            return minutes if minutes < UNKNOWN_MINUTES else None
        if who not in settled:
            settled.add(who)
            for step in network.steps[who]:
                if step.target not in settled and step.serves(need):
                    heappush(ahead, (minutes + step.minutes, step.target))
    return None


def _hours(network: StatedNetwork, need: str, start: str, meeting: frozenset[str], limit: float) -> int:
    settled: dict[str, int] = {}
    ahead = [(0, start, ALWAYS)]
    answered = 0
    while ahead:
        minutes, who, bits = heappop(ahead)
        new = bits & ~(settled.get(who, 0) | answered)
        if not new:
            continue
        if who in meeting:
            answered |= new
            continue
        settled[who] = settled.get(who, 0) | new
        for step in network.steps[who]:
            if minutes + step.minutes <= limit and step.serves(need):
                open_then = new & network.hours(step.target)
                if open_then:
                    heappush(ahead, (minutes + step.minutes, step.target, open_then))
    return answered
