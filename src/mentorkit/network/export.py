"""A network in the forms of networkx that other programs read: GraphML, and JSON of nodes and links."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mentorkit.text.words import visible

if TYPE_CHECKING:
    import networkx as nx

Values = dict[str, Any]
"""What is said of a graph, a node or an edge: text, numbers, true, false, and lists of text."""
Nodes = Sequence[tuple[str, Values]]
Edges = Sequence[tuple[str, str, Values]]


def node_link(about: Values, nodes: Nodes, edges: Edges) -> str:
    """JSON that `networkx.node_link_graph(data, edges="edges")` reads."""
    import networkx as nx

    data = nx.node_link_data(_graph(about, nodes, edges), edges="edges")
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def graphml(about: Values, nodes: Nodes, edges: Edges) -> str:
    """GraphML, which knows no lists: their entries are separated by semicolons; control characters are made visible."""
    import networkx as nx

    plain = _graph(
        _flat(about),
        [(visible(node), _flat(values)) for node, values in nodes],
        [(visible(source), visible(target), _flat(values)) for source, target, values in edges],
    )
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def _graph(about: Values, nodes: Nodes, edges: Edges) -> "nx.MultiDiGraph[str]":
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**about)
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def _flat(values: Values) -> Values:
    flat = {key: "; ".join(value) if isinstance(value, list) else value for key, value in values.items()}
    return {key: visible(value) if isinstance(value, str) else value for key, value in flat.items()}
