"""A network in the forms of networkx that other programs read: GraphML, and JSON of nodes and links.

Both tell every fact of the file, with the numbers that pictures give to links and findings.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import networkx as nx

from mentorkit.drawing.scene import FindingMark, Scene
from mentorkit.programme.network import Link, Member, Need
from mentorkit.text.words import visible
from mentorkit.values.inexact import Inexact
from mentorkit.values.text_value import TextValue


def node_link(scene: Scene, on: date, confidential: frozenset[str]) -> str:
    """JSON that `networkx.node_link_graph(data, edges="edges")` reads.

    Args:
        scene: the network.
        on: the date of the data.
        confidential: the members of whom something is left out; they say so.
    """
    data = nx.node_link_data(_graph(scene, on, confidential), edges="edges")
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def graphml(scene: Scene, on: date, confidential: frozenset[str]) -> str:
    """GraphML, which `networkx.parse_graphml` reads; how members are reached is left out.

    It knows no lists: their entries are separated by semicolons. Control characters, which XML forbids, are made
    visible.

    Args:
        scene: the network.
        on: the date of the data.
        confidential: the members of whom something is left out; they say so.
    """
    graph = _graph(scene, on, confidential)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_flat(graph.graph))
    for who, values in graph.nodes(data=True):
        flat.add_node(visible(who), **_flat({key: value for key, value in values.items() if key != "contact"}))
    for source, target, values in graph.edges(data=True):
        flat.add_edge(visible(source), visible(target), **_flat(values))
    return "\n".join(nx.generate_graphml(flat)) + "\n"


def _graph(scene: Scene, on: date, confidential: frozenset[str]) -> "nx.MultiDiGraph[str]":
    """The network with plain values as its attributes, in the order of the picture."""
    network = scene.network
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=scene.title,
        on=on.isoformat(),
        needs=[_need(name, network.needs[name]) for name in sorted(network.needs)],
        **_marked(scene.marks),
    )
    for who in scene.members:
        left_out = {"left_out": "details of how or where to find it"} if who in confidential else {}
        marked = _marked(scene.marks_at(network.member_at(who)))
        graph.add_nodes_from([(who, _known(scene.member(who)) | left_out | marked)])
    for arrow in scene.arrows:
        marked = _marked(scene.marks_at(network.link_at(arrow.number)))
        known = {"number": arrow.number, **_known(arrow.link), **marked}
        graph.add_edge(arrow.source, arrow.target, arrow.number, **known)
    return graph


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    flat = {key: "; ".join(value) if isinstance(value, list) else value for key, value in values.items()}
    return {key: visible(value) if isinstance(value, str) else value for key, value in flat.items()}


def _need(name: str, need: Need) -> str:
    stated = _known(need) | ({"risk": str(need.risk).lower()} if need.risk is not None else {})
    return "; ".join([name, *(f"{key}: {value}" for key, value in stated.items())])


def _marked(marks: Sequence[FindingMark]) -> dict[str, Any]:
    """The findings, where there are any."""
    descriptions = [f"{mark.number}: {mark.finding.severity}: {mark.finding.message}" for mark in marks]
    return {"findings": descriptions} if descriptions else {}


def _known(entry: Member | Link | Need) -> dict[str, Any]:
    """What a table of the file says, but for its ids, as text, numbers, true, false and lists of text."""
    values = attrs.asdict(entry, recurse=False)
    return {key.rstrip("_"): _plain(value) for key, value in values.items() if value is not None and key not in _IDS}


_IDS = ("id", "from_", "to")


def _plain(value: Any) -> Any:
    if isinstance(value, TextValue | Inexact | date):
        return str(value)
    return sorted(value) if isinstance(value, tuple) else value
