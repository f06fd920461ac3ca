"""Whether there is room: the most people that can be taken on, against those who are expected.

Two questions, each one maximum flow of networkx:

- all needs together: people with a need are shared out among the members that meet it and can be reached;
- each need alone: its people pass from the mentee and the mentor on through members that can pass on only so many.

Several needs that crowd one member in passing are not added up: that would be a flow of several goods, which has no
quick exact answer. A member whose capacity nobody has stated counts as having room, so that a shortfall that is found
is one; a rule of its own asks for what is not stated. All figures are people in a year.
"""

from typing import TYPE_CHECKING, Any

import attrs

from mentorkit.network.graph import Network

if TYPE_CHECKING:
    import networkx as nx

_SOURCE, _SINK = ("source",), ("sink",)


@attrs.frozen
class Shortfall:
    """People who are expected, and for whom there is no room.

    Attributes:
        needs: what they need, in the order of the file.
        bottleneck: the members that have too little room for them, in the order of the file.
        expected: how many people are expected in a year with these needs.
        room: for how many of them there is room in a year.
    """

    needs: tuple[str, ...]
    bottleneck: tuple[str, ...]
    expected: int
    room: int


def shortfalls(network: Network) -> list[Shortfall]:
    """Where there is too little room: over all needs at once, then for each need on the way to those who meet it."""
    expected = _expected(network)
    found = _all_at_once(network, expected)
    told = {need for shortfall in found for need in shortfall.needs}
    for need, people in expected.items():
        if need not in told:
            found += _on_the_way(network, need, people)
    return found


def unknown_room(network: Network) -> list[str]:
    """The members without whose room there is too little, and of whom nobody has said how many they can take on.

    The emergency services take everybody.
    """
    tight = {who for shortfall in _all_at_once(network, _expected(network), unknown=0) for who in shortfall.bottleneck}
    return [who for who in network.members if who in tight and network.members[who].capacity is None]


def _expected(network: Network) -> dict[str, int]:
    return {name: need.expected.per_year for name, need in network.needs.items() if need.expected}


def _within_reach(network: Network, need: str) -> list[str]:
    """The members that mentees or mentors can turn to for a need, in order of their ids."""
    return sorted(set().union(*(network.reached(need, start) for start in network.playing("mentee", "mentor"))))


def _all_at_once(network: Network, expected: dict[str, int], unknown: int | None = None) -> list[Shortfall]:
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    for need, people in expected.items():
        meeting = network.meeting(need)
        for who in _within_reach(network, need):
            if who in meeting:
                graph.add_edge(_SOURCE, ("need", need), capacity=people)
                graph.add_edge(("need", need), ("in", who))
                _limit(graph, network, who, _SINK, unknown)
    return _tightest(network, graph, expected)


def _on_the_way(network: Network, need: str, people: int) -> list[Shortfall]:
    """Members are split in two, with their capacity between the halves."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    meeting = network.meeting(need)
    for who in _within_reach(network, need):
        _limit(graph, network, who, ("out", who))
        if who in meeting:
            graph.add_edge(("out", who), _SINK)
        graph.add_edges_from((("out", who), ("in", step.target)) for step in network.steps[who] if step.serves(need))
    if _SINK in graph:
        graph.add_edge(_SOURCE, ("need", need), capacity=people)
        graph.add_edges_from((("need", need), ("in", start)) for start in network.playing("mentee", "mentor"))
    return _tightest(network, graph, {need: people})


def _limit(
    graph: "nx.DiGraph[Any]", network: Network, who: str, outside: tuple[str, ...], unknown: int | None = None
) -> None:
    """Lets only so many people through a member; the unknown number, or any, where nobody has said."""
    member = network.members[who]
    room = member.capacity.per_year if member.capacity else None if member.part == "emergency" else unknown
    graph.add_edge(("in", who), outside, **({} if room is None else {"capacity": room}))


def _tightest(network: Network, graph: "nx.DiGraph[Any]", expected: dict[str, int]) -> list[Shortfall]:
    """The needs and members at the tightest place of a flow; needs that share no member apart from each other."""
    import networkx as nx

    if _SOURCE not in graph:
        return []
    _, (before, _) = nx.minimum_cut(graph, _SOURCE, _SINK)
    found = []
    for crowd in nx.connected_components(graph.subgraph(before - {_SOURCE}).to_undirected(as_view=True)):
        needs = tuple(need for need in network.needs if ("need", need) in crowd)
        tight = {
            inside[1]: data["capacity"]
            for inside, outside, data in graph.out_edges(crowd, data=True)
            if outside not in before
        }
        people, room = sum(expected[need] for need in needs), sum(tight.values())
        if room < people:
            found.append(Shortfall(needs, tuple(who for who in network.members if who in tight), people, room))
    return sorted(found, key=lambda shortfall: list(network.needs).index(shortfall.needs[0]))
