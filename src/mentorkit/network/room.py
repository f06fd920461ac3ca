"""Whether there is room: the most people that can be taken on, against those who are expected.

Two questions:

- all needs together: people with a need are shared out among the members that meet it and can be reached;
- each need alone: its people pass from the mentee and the mentor on through members that can pass on only so many.

Each is asked twice. First whether there is room for everybody in a plain way of sharing people out, such as a person
would find it: where there is, nothing can be short, and that is the end of it. Where there is none, there may be a
cleverer one, and networkx finds the maximum flow; it is imported then, and not before.

Several needs that crowd one member in passing are not added up: that would be a flow of several goods, which has no
quick exact answer. A member whose capacity nobody has stated counts as having room, so that a shortfall that is found
is one; a rule of its own asks for what is not stated. What is open to anybody has no limit. A need that nobody meets
within reach is not a matter of room, and another rule reports it. All figures are people in a year.

Of all the places at which the most people are held up, the one nearest to those who are expected is named: it is the
same whatever the order of the file, and nobody is in it who has room to spare or whose room is just enough.

The flow is found by shortest augmenting paths: people are few beside links, so few paths are needed, each of which
grows in step with the links; preflows, which networkx takes by default, took several times as long.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import inf
from typing import TYPE_CHECKING, Any

import attrs

from mentorkit.network.stated_network import StatedNetwork
from mentorkit.values.by_fields import ByFields

if TYPE_CHECKING:
    import networkx as nx

_SOURCE, _SINK = ("source",), ("sink",)
_MOST_GROUPS = 5
"""Into how many groups people are separated before networkx is asked: each group costs a search, as the flow does."""

Room = Mapping[str, float]
"""How many people each member can take on in a year."""


@attrs.frozen(eq=False, repr=False)
class Shortfall(ByFields):
    """People who are expected, and for whom there is no room.

    Attributes:
        needs: what they need, in the order of the file; several where they crowd the same members.
        bottleneck: the members that have too little room for them, in the order of the file.
        expected: how many people are expected in a year with these needs.
        room: for how many of them there is room in a year.
    """

    needs: tuple[str, ...]
    bottleneck: tuple[str, ...]
    expected: int
    room: int


def shortfalls(network: StatedNetwork) -> list[Shortfall]:
    """Where there is too little room: over all needs at once, then for each other need on the way to those who meet it.

    Each in the order of its first need in the file, those over all needs before those on the way.
    """
    expected, room = _expected(network), _room(network)
    found = _short_at_once(network, expected, room)
    short = {need for shortfall in found for need in shortfall.needs}
    for need, people in expected.items():
        if need not in short and not fit_on_the_way(network, need, people, room):
            found += short_on_the_way(network, need, people, room)
    return found


def shortfall_in_words(network: StatedNetwork, shortfall: Shortfall) -> str:
    """Who is expected, for how many of them there is room and where, and how many that is too few."""
    missing, where = shortfall.expected - shortfall.room, network.names(shortfall.bottleneck)
    return (
        f"{shortfall.expected} people a year are expected with {network.names(shortfall.needs)}, and there is room for "
        f"{shortfall.room} at {where}: {missing} a year too few, or {-(-missing // 12)} a month"
    )


def unknown_room(network: StatedNetwork) -> list[str]:
    """The members without whose room there is too little, and of whom nobody has said how many they can take on.

    The emergency services take everybody.
    """
    short = _short_at_once(network, _expected(network), _room(network, unknown=0))
    full = {who for shortfall in short for who in shortfall.bottleneck}
    return [who for who in network.members if who in full and network.members[who].capacity is None]


def _expected(network: StatedNetwork) -> dict[str, int]:
    return {name: need.expected.per_year for name, need in network.needs.items() if need.expected}


def _room(network: StatedNetwork, unknown: float = inf) -> Room:
    """The room of each member: the unknown number where nobody has said, and no limit of the emergency services."""
    return {
        who: member.capacity.per_year if member.capacity else inf if member.part == "emergency" else unknown
        for who, member in network.members.items()
    }


def _short_at_once(network: StatedNetwork, expected: Mapping[str, int], room: Room) -> list[Shortfall]:
    able = {need: sorted(network.within_reach(need) & network.who_can_meet(need)) for need in expected}
    return [] if fit_at_once(able, expected, room) else short_at_once(network, able, expected, room)


def fit_at_once(able: Mapping[str, Iterable[str]], expected: Mapping[str, int], room: Room) -> bool:
    """Whether all needs find room by a plain rule; where not, a cleverer way may still exist.

    Needs come in turn, those with the least room first, and each takes first of the members that are able to meet the
    fewest needs. A need that nobody is able to meet takes no room.
    """
    left = dict(room)
    wanted_by = {who: sum(who in those for those in able.values()) for those in able.values() for who in those}
    for need in sorted(able, key=lambda need: sum(room[who] for who in able[need])):
        people: float = expected[need]
        for who in sorted(able[need], key=wanted_by.__getitem__):
            taken = min(people, left[who])
            left[who] -= taken
            people -= taken
        if people and able[need]:
            return False
    return True


def short_at_once(
    network: StatedNetwork, able: Mapping[str, Iterable[str]], expected: Mapping[str, int], room: Room
) -> list[Shortfall]:
    """Where there is too little room over all needs at once, by a maximum flow.

    Args:
        network: the network.
        able: the members that are able to meet each need and can be reached.
        expected: how many people there are with each need.
        room: of each member.
    """
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    for need, people in expected.items():
        for who in able[need]:
            graph.add_edge(_SOURCE, ("need", need), capacity=people)
            graph.add_edge(("need", need), who)
            graph.add_edge(who, _SINK, capacity=room[who])
    return _bottlenecks(network, graph, expected)


def fit_on_the_way(network: StatedNetwork, need: str, people: float, room: Room) -> bool:
    """Whether all people with a need get to somebody who meets it by a plain rule; where not, a cleverer way may exist.

    The first group takes the way with the most room, and no more people than it has room for; the next takes the way
    with most of the room that is left. Where nobody can be got to who meets the need, there is no matter of room.
    """
    left = dict(room)
    meeting = network.who_can_meet(need)
    if not network.within_reach(need) & meeting:
        return True
    for _ in range(_MOST_GROUPS):
        path = _widest_path(network, need, meeting, left)
        group = min((left[who] for who in path), default=0)
        for who in path:
            left[who] -= min(group, people)
        people -= min(group, people)
        if not people:
            return True
    return False


def _widest_path(network: StatedNetwork, need: str, meeting: frozenset[str], room: Room) -> list[str]:
    """The members on the way to somebody who meets a need on which most people can pass; nobody where none can."""
    caller: dict[str, str] = {}
    ahead = [(-room[who], who, "") for who in network.starts]
    heapify(ahead)
    while ahead:
        width, who, before = heappop(ahead)
        if who in caller or not width:
            continue
        caller[who] = before
        if who in meeting:
            path = [who]
            while caller[path[-1]]:
                path.append(caller[path[-1]])
            return path
        for step in network.steps[who]:
            if step.target not in caller and step.serves(need):
                heappush(ahead, (max(width, -room[step.target]), step.target, who))
    return []


def short_on_the_way(network: StatedNetwork, need: str, people: int, room: Room) -> list[Shortfall]:
    """Where there is too little room for a need on the way to those who meet it, by a maximum flow.

    Members are split in two, the id and the way out, with their room between them.
    """
    import networkx as nx

    meeting = network.who_can_meet(need)
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for who in sorted(network.within_reach(need)):
        graph.add_edge(who, ("out", who), capacity=room[who])
        if who in meeting:
            graph.add_edge(("out", who), _SINK)
        graph.add_edges_from((("out", who), step.target) for step in network.steps[who] if step.serves(need))
    if _SINK in graph:
        graph.add_edge(_SOURCE, ("need", need), capacity=people)
        graph.add_edges_from((("need", need), start) for start in network.starts)
    return _bottlenecks(network, graph, {need: people})


def _bottlenecks(network: StatedNetwork, graph: "nx.DiGraph[Any]", expected: Mapping[str, int]) -> list[Shortfall]:
    """The needs and members at the tightest place of a flow; needs that share no member apart from each other."""
    import networkx as nx

    if _SOURCE not in graph:
        return []
    # networkx gives the cut that is nearest to the sink, so the one nearest to the source is found on the way back.
    augmenting = nx.algorithms.flow.edmonds_karp
    _, (_, before) = nx.minimum_cut(graph.reverse(copy=False), _SINK, _SOURCE, flow_func=augmenting)
    found = []
    for crowd in nx.connected_components(graph.subgraph(before - {_SOURCE}).to_undirected(as_view=True)):
        needs = tuple(need for need in network.needs if ("need", need) in crowd)
        crowded = {
            inside: data["capacity"]
            for inside, outside, data in graph.out_edges(crowd, data=True)
            if outside not in before
        }
        members = tuple(who for who in network.members if who in crowded)
        found.append(Shortfall(needs, members, sum(expected[need] for need in needs), int(sum(crowded.values()))))
    order = {need: at for at, need in enumerate(network.needs)}
    return sorted(found, key=lambda shortfall: order[shortfall.needs[0]])
