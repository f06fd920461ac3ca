"""Where the network is weak: what hangs on one member or link, what leads nowhere, what goes round in a circle.

Single points of failure are dominators of the graph in which links are nodes too: whatever every way from the start to
an answer passes. networkx finds them in near-linear time; circles are its strongly connected components, in linear.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from mentorkit.network.graph import CALLS, Network

if TYPE_CHECKING:
    import networkx as nx

_END = ("end",)


@attrs.frozen
class SinglePoints:
    """What an answer hangs on: without any one of these nobody answers.

    Attributes:
        members: in the order in which they are called, without the one who calls first.
        links: by their place in the file, in the same order.
    """

    members: tuple[str, ...]
    links: tuple[int, ...]


def single_points(network: Network, need: str, start: str) -> SinglePoints:
    """The members and links without any one of which a need is not answered; none where it is not answered at all."""
    import networkx as nx

    graph = calls(network, need, start)
    meeting = network.meeting(need) - {start}
    if start in network.meeting(need) or not any(("member", who) in graph for who in meeting):
        return SinglePoints((), ())
    graph.add_edges_from((("member", who), _END) for who in sorted(meeting) if ("member", who) in graph)
    first = ("member", start)
    before = nx.immediate_dominators(graph, first)
    on_every_way = []
    node = before[_END]
    while node != first:
        on_every_way.append(node)
        node = before[node]
    on_every_way.reverse()
    return SinglePoints(
        tuple(name for kind, name in on_every_way if kind == "member"),
        tuple(name for kind, name in on_every_way if kind == "link"),
    )


def calls(network: Network, need: str, start: str) -> "nx.DiGraph[Any]":
    """Who can be turned to for a need from a member on; nodes are ("member", id) and ("link", place in the file)."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node(("member", start))
    for who in sorted(network.reached(need, start)):
        for step in network.steps[who]:
            if step.serves(need):
                graph.add_edge(("member", who), ("link", step.link))
                graph.add_edge(("link", step.link), ("member", step.target))
    return graph


def dead_ends(network: Network) -> list[tuple[int, str]]:
    """Links that refer to a member at which support neither ends nor goes on, with that member."""
    going_on = {source for _, _, source, _ in network.linked(*CALLS)}
    return [
        (at, target)
        for at, _, _, target in network.linked("refers")
        if target not in going_on and not _ends(network, target)
    ]


def _ends(network: Network, who: str) -> bool:
    """Whether support comes to an end with a member: where it says how, or where it is the emergency services."""
    return bool(network.members[who].ends) or network.members[who].part == "emergency"


def closed_circles(network: Network) -> list[tuple[str, ...]]:
    """Circles of referring and escalating that nobody gets out of, each in the order of the file."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph((source, target) for _, _, source, target in network.linked(*CALLS))
    order = {who: at for at, who in enumerate(network.members)}
    return sorted(
        (
            tuple(sorted(circle, key=order.__getitem__))
            for circle in _circles(graph)
            if not _way_out(network, graph, circle)
        ),
        key=lambda circle: order[circle[0]],
    )


def _way_out(network: Network, graph: "nx.DiGraph[Any]", circle: set[str]) -> bool:
    return any(_ends(network, who) or set(graph[who]) - circle for who in circle)


def supervision_circles(network: Network) -> list[tuple[str, ...]]:
    """Members who supervise each other, or in a circle, each in the order of the file."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph((source, target) for _, _, source, target in network.linked("supervises"))
    order = {who: at for at, who in enumerate(network.members)}
    found = (tuple(sorted(circle, key=order.__getitem__)) for circle in _circles(graph))
    return sorted(found, key=lambda circle: order[circle[0]])


def _circles(graph: "nx.DiGraph[Any]") -> Iterable[set[str]]:
    import networkx as nx

    return (part for part in nx.strongly_connected_components(graph) if len(part) > 1)
