"""Whether supervisors look after more people than they should, if those they share are divided between them.

Whether the people can be divided so that nobody has more than the limit is a flow: from each member who is supervised,
through those who supervise them, who take the limit for each person they stand for. Where each supervisor could take
all of their people alone, nothing can be short, and networkx is not imported. Otherwise the smallest group that has too
many is named, by the same maximum flow as room in the network (`room`).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from mentorkit.network.stated_network import StatedNetwork
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class SupervisionOverload(ByFields):
    """Supervisors who together look after too many people.

    Attributes:
        by: the members who supervise, in the order of the file.
        of: the members they supervise, in the order of the file, whom nobody else supervises.
        supervisors: how many people those who supervise are.
        people: how many people those whom they supervise are.
    """

    by: tuple[str, ...]
    of: tuple[str, ...]
    supervisors: int
    people: int


def supervision_overloads(network: StatedNetwork, people: Mapping[str, int], span: int) -> list[SupervisionOverload]:
    """Where people cannot be divided between their supervisors within a limit, in the order of the file.

    Args:
        network: the network.
        people: how many people each member who supervises or is supervised stands for.
        span: how many people one supervisor looks after at most.
    """
    load: dict[str, int] = {}
    for supervisor, supervised in network.supervision:
        load[supervisor] = load.get(supervisor, 0) + people[supervised]
    if all(count <= span * people[who] for who, count in load.items()):
        return []
    import networkx as nx

    source, sink = ("source",), ("sink",)
    graph: nx.DiGraph[Any] = nx.DiGraph()
    for supervisor, supervised in network.supervision:
        graph.add_edge(source, ("supervised", supervised), capacity=people[supervised])
        graph.add_edge(("supervised", supervised), ("supervisor", supervisor))
        graph.add_edge(("supervisor", supervisor), sink, capacity=span * people[supervisor])
    left = nx.algorithms.flow.edmonds_karp(graph, source, sink)
    # What can still be reached from the source has too little room; networkx's own cut is the one nearest to the sink.
    room = nx.subgraph_view(left, filter_edge=lambda a, b: left[a][b]["flow"] < left[a][b]["capacity"])
    short = nx.descendants(room, source)
    found = []
    for crowd in nx.connected_components(graph.subgraph(short).to_undirected(as_view=True)):
        by, of = (_in_order(network, crowd, part) for part in ("supervisor", "supervised"))
        found.append(SupervisionOverload(by, of, sum(map(people.__getitem__, by)), sum(map(people.__getitem__, of))))
    order = {who: at for at, who in enumerate(network.members)}
    return sorted(found, key=lambda overload: order[overload.by[0]])


def _in_order(network: StatedNetwork, crowd: Iterable[tuple[str, str]], part: str) -> tuple[str, ...]:
    inside = {who for role, who in crowd if role == part}
    return tuple(who for who in network.members if who in inside)
