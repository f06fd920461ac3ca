"""The stages of support: the times before, between and after the moments at which links of a network begin or end.

A link that ends at discharge helps nobody afterwards, whatever else is drawn. What has to hold for as long as somebody
is supported is therefore asked of each stage, with those links alone that are in force during all of it. Only networks
that state `since` or `until` have stages, so that all others cost nothing.
"""

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple, TypeVar

import attrs

from mentorkit.network.stated_network import StatedNetwork, fewest_minutes, most_minutes
from mentorkit.programme.network import Link
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import MINUTES_A_DAY

_Some = TypeVar("_Some", bound=StatedNetwork)
_NO_LINK = Link()
"""Keeps the place of a link that is not in force."""


_SURELY = 92 * MINUTES_A_DAY
"""Minutes, of three months: for so long after an event support goes on surely, if no link says when it ends."""
_BEGINNING = re.compile(r"first (meeting|session|contact)|(start|beginning)( of (\w+ )*(support|mentoring))?")
_BEFORE_SUPPORT = re.compile(r"\b(referral|match(ing)?|recruitment|application|induction|training|assessment)\b")
_END_OF_SUPPORT = re.compile(
    r"\b(end(ing)?|close|closure|conclusion|completion)( of (\w+ )*(support|mentoring|relationship|match|programme))?|"
    r"(last|final|closing|farewell) (meeting|session|contact|review)|exit|graduation|goodbye|follow-?up"
)
"""Words of events with which support begins, which are one; of those that come before it, and of those that end it."""


class _Time(NamedTuple):
    """Minutes from an event; those before it are less than 0."""

    first: float
    last: float

    def covers(self, other: "_Time") -> bool:
        return self.first <= other.first and other.last <= self.last


def stages(network: _Some) -> list[tuple[str, _Some]]:
    """The stages during which a mentor supports somebody, each with when it is and the network as it is then.

    Places in the file stay the same. Mentors and mentees whose links of support are not in force are away. A month is
    taken to be as long or as short as lets links overlap. A stage in which all links are in force is left out, as is
    the time before everything, unless a link says that it ends then: support may not have begun. Where no link says
    when it begins, it surely goes on from the event until a link begins later, from three months after what comes
    before support, and all the time before what ends it. The time after everything is left out where it begins late
    and support may be over.

    Args:
        network: the network.

    Returns:
        Pairs of words, such as "from discharge to 4 months after discharge", and a network.
    """
    moments = [moment for link in network.links.values() for moment in (link.since, link.until) if moment]
    events = {_event(each): f"{each.article}{each.event}" for each in reversed(moments)}
    return [stage for event, named in events.items() for stage in _of_event(network, event, named)]


def _of_event(network: _Some, event: str, named: str) -> Iterator[tuple[str, _Some]]:
    words: dict[float, str] = {}
    times = {at: _time(link, event, words) for at, link in network.links.items()}
    support = {at: _time(network.links[at], event, words, surely=True) for at in _support(network)}
    ends = {time.last for time in times.values()}
    over = _END_OF_SUPPORT.fullmatch(event) is not None
    begun = _SURELY if _BEFORE_SUPPORT.search(event) else 0
    if words and min(words) > begun and not over:
        words[begun] = f"3 months after {named}" if begun else named
    points = [-inf, *sorted(words), inf]
    found: list[tuple[_Time, frozenset[int]]] = []
    for time in map(_Time, points, points[1:]):
        if not any(each.covers(time) for each in support.values()):
            continue
        if over and time.first >= 0 if time.first > -inf else not over and time.last not in ends:
            continue
        if time.last == inf and time.first > _SURELY:
            continue
        in_force = frozenset(at for at, each in times.items() if each.covers(time))
        if found and found[-1][0].last == time.first and found[-1][1] == in_force:
            time = _Time(found.pop()[0].first, time.last)
        found.append((time, in_force))
    for time, in_force in found:
        if len(in_force) < len(times):
            yield _when(time, words), _in_force(network, in_force)


def _time(link: Link, event: str, words: dict[float, str], *, surely: bool = False) -> _Time:
    """When a link is in force: at some of the lengths that its months can have, or surely, at all of them."""
    first, last = -inf, inf
    if link.since and _event(link.since) == event:
        first = _minutes(link.since, early=not surely)
        words[first] = str(link.since)
    if link.until and _event(link.until) == event:
        last = _minutes(link.until, early=surely)
        words[last] = str(link.until)
    return _Time(first, last)


def _event(moment: Moment) -> str:
    return "start" if _BEGINNING.fullmatch(moment.event) else moment.event


def _minutes(moment: Moment, *, early: bool) -> int:
    if moment.by is None:
        return 0
    if moment.side == "before":
        return -(most_minutes if early else fewest_minutes)(moment.by)
    return (fewest_minutes if early else most_minutes)(moment.by)


def _when(time: _Time, words: dict[float, str]) -> str:
    if time.first == -inf:
        return f"until {words[time.last]}"
    return f"from {words[time.first]} " + ("on" if time.last == inf else f"to {words[time.last]}")


def _support(network: StatedNetwork) -> dict[int, tuple[str, str]]:
    mentors, mentees = network.playing("mentor"), network.playing("mentee")
    return {
        at: (source, target)
        for at, _, source, target in network.linked("supports")
        if source in mentors and target in mentees
    }


def _in_force(network: _Some, in_force: frozenset[int]) -> _Some:
    """The network with these links alone."""
    support = _support(network)
    supported = {who for pair in support.values() for who in pair}
    now = {who for at, pair in support.items() if at in in_force for who in pair}
    links = tuple(link if at in in_force else _NO_LINK for at, link in enumerate(network.referral.links or ()))
    return type(network)(attrs.evolve(network.referral, links=links)).without(*supported - now)
