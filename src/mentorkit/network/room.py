"""Whether there is room: the most people that can be taken on, against those who are expected.

Two questions, each one maximum flow of networkx:

- all needs together: people with a need are shared out among the members that meet it and can be reached;
- each need alone: its people pass from the mentee and the mentor on through members that can pass on only so many.

Several needs that crowd one member in passing are not added up: that would be a flow of several goods, which has no
quick exact answer. A member whose capacity nobody has stated counts as having room, so that a shortfall that is found
is one; a rule of its own asks for what is not stated. A need that nobody meets within reach is no matter of room, and
another rule tells of it. All figures are people in a year.

Of all the places at which the most people are held up, the one nearest to those who are expected is told: it is the
same whatever the order of the file, and nobody is in it who has room to spare or whose room is just enough.

The flow is found by shortest augmenting paths: people are few beside links, so few paths are needed, each of which
grows in step with the links; preflows, which networkx takes by default, took several times as long. Where one way to an
answer leads only past members whose capacity nobody has stated, there is room, and no flow has to be found.
"""

from typing import TYPE_CHECKING, Any

import attrs

from mentorkit.network.graph import Network
from mentorkit.network.reach import reached

if TYPE_CHECKING:
    import networkx as nx

_SOURCE, _SINK = ("source",), ("sink",)


@attrs.frozen
class Shortfall:
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


def shortfalls(network: Network) -> list[Shortfall]:
    """Where there is too little room: over all needs at once, then for each other need on the way to those who meet it.

    Each in the order of its first need in the file, those over all needs before those on the way.
    """
    expected = _expected(network)
    found = _all_at_once(network, expected)
    told = {need for shortfall in found for need in shortfall.needs}
    for need, people in expected.items():
        if need not in told:
            found += _on_the_way(network, need, people)
    return found


def shortfall_in_words(network: Network, shortfall: Shortfall) -> str:
    """Who is expected, for how many of them there is room and where, and how many that is too few."""
    missing, where = shortfall.expected - shortfall.room, network.names(shortfall.bottleneck)
    return (
        f"{shortfall.expected} people a year are expected with {network.names(shortfall.needs)}, and there is room for "
        f"{shortfall.room} at {where}: {missing} a year too few, or {-(-missing // 12)} a month"
    )


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
    return sorted(reached(network, need, *network.starts))


def _passed_freely(network: Network, need: str) -> set[str]:
    """The members that people come to past none whose capacity is stated, and whose own is not."""
    ahead = [who for who in network.starts if network.members[who].capacity is None]
    found = set(ahead)
    while ahead:
        for step in network.steps[ahead.pop()]:
            if step.target not in found and step.serves(need) and network.members[step.target].capacity is None:
                found.add(step.target)
                ahead.append(step.target)
    return found


def _all_at_once(network: Network, expected: dict[str, int], unknown: int | None = None) -> list[Shortfall]:
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    for need, people in expected.items():
        meeting = network.meeting(need)
        for who in _within_reach(network, need):
            if who in meeting:
                graph.add_edge(_SOURCE, ("need", need), capacity=people)
                graph.add_edge(("need", need), who)
                _limit(graph, network, who, _SINK, unknown)
    return _tightest(network, graph, expected)


def _on_the_way(network: Network, need: str, people: int) -> list[Shortfall]:
    """Members are split in two, the id and the way out, with their capacity between them."""
    import networkx as nx

    meeting = network.meeting(need)
    if _passed_freely(network, need) & meeting:
        return []
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for who in _within_reach(network, need):
        _limit(graph, network, who, ("out", who))
        if who in meeting:
            graph.add_edge(("out", who), _SINK)
        graph.add_edges_from((("out", who), step.target) for step in network.steps[who] if step.serves(need))
    if _SINK in graph:
        graph.add_edge(_SOURCE, ("need", need), capacity=people)
        graph.add_edges_from((("need", need), start) for start in network.starts)
    return _tightest(network, graph, {need: people})


def _limit(
    graph: "nx.DiGraph[Any]", network: Network, who: str, outside: tuple[str, ...], unknown: int | None = None
) -> None:
    """Lets only so many people through a member; the unknown number, or any, where nobody has said."""
    member = network.members[who]
    room = member.capacity.per_year if member.capacity else None if member.part == "emergency" else unknown
    graph.add_edge(who, outside, **({} if room is None else {"capacity": room}))


def _tightest(network: Network, graph: "nx.DiGraph[Any]", expected: dict[str, int]) -> list[Shortfall]:
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
        tight = {
            inside: data["capacity"]
            for inside, outside, data in graph.out_edges(crowd, data=True)
            if outside not in before
        }
        members = tuple(who for who in network.members if who in tight)
        found.append(Shortfall(needs, members, sum(expected[need] for need in needs), sum(tight.values())))
    order = {need: at for at, need in enumerate(network.needs)}
    return sorted(found, key=lambda shortfall: order[shortfall.needs[0]])
