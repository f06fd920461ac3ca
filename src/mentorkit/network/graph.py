"""A network as graphs of networkx, for whichever of its algorithms somebody wants to use."""

from typing import TYPE_CHECKING, Any

from mentorkit.network.stated_network import StatedNetwork

if TYPE_CHECKING:
    import networkx as nx


def graph_of_links(network: StatedNetwork) -> "nx.MultiDiGraph[str]":
    """The members and the links between them, each in the direction that the file states.

    The graph cannot be changed, since all rules share it; a copy of it can. Members and links come in the order of the
    file.

    Returns:
        A node for each member, by its id, with the attributes

        - `member`: the `Member`, with all that the file says of it;
        - `part`: the part that it plays, or None;
        - `there`: whether it can be turned to.

        An edge for each link, with its place in the file as its key, and the attributes

        - `link`: the `Link`, with all that the file says of it;
        - `kind`: "refers", "supports", "supervises", "escalates", "informs" or "hosts";
        - `minutes`: the most minutes until the one who is turned to answers; 10**15 where nobody has said, which is
          more than any number of minutes that are known add up to.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for who, member in network.members.items():
        graph.add_node(who, member=member, part=member.part, there=network.is_there(who))
    for at, link, source, target in network.linked():
        graph.add_edge(source, target, key=at, link=link, kind=link.kind, minutes=network.minutes(link))
    frozen: nx.MultiDiGraph[str] = nx.freeze(graph)
    return frozen


def graph_of_calls(network: StatedNetwork, need: str | None = None) -> "nx.MultiDiGraph[Any]":
    """Who can call whom: an edge for each step that somebody who needs help can take, deputies included.

    Args:
        network: the network.
        need: the need or risk that the steps have to serve; all steps where left out.

    Returns:
        A new graph: every member is a node, and each edge leads from the one who calls to the one who is called. Its
        key is the place of its link in the file, and it has the attributes `minutes`, as in `graph_of_links`, and
        `deputy`, whether the one who is called stands in for another.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(network.members)
    for who, steps in network.steps.items():
        for step in steps:
            if (need is None or step.serves(need)) and not graph.has_edge(who, step.target, step.link):
                graph.add_edge(who, step.target, key=step.link, minutes=step.minutes, deputy=step.deputy)
    return graph


def on_the_way(network: StatedNetwork, need: str) -> tuple[set[str], set[int]]:
    """The members and links, by their place in the file, on a way from a mentee or mentor to an answer for a need."""
    import networkx as nx

    calls = graph_of_calls(network, need)
    start, end = object(), object()
    calls.add_nodes_from((start, end))
    calls.add_edges_from((start, who) for who in network.starts)
    calls.add_edges_from((who, end) for who in network.who_can_meet(need))
    members = nx.descendants(calls, start) & nx.ancestors(calls, end)
    return members, {link for _, _, link in calls.subgraph(members).edges(keys=True)}
