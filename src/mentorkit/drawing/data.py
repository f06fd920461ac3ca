"""A network as plain data: every fact of the file, with the numbers that pictures give to links and findings."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from mentorkit.drawing.scene import Mark, Scene
from mentorkit.network.export import Edges, Nodes, Values
from mentorkit.programme.network import Link, Member, Need
from mentorkit.values.text_value import TextValue


def data(scene: Scene, on: date, confidential: frozenset[str], *, contacts: bool) -> tuple[Values, Nodes, Edges]:
    """The graph as a whole, its members, and its links.

    Args:
        scene: the network.
        on: the date of the data.
        confidential: the members of whom something is left out; they say so.
        contacts: whether to tell how members are reached.
    """
    network = scene.network
    about = {
        "title": scene.title,
        "on": on.isoformat(),
        "needs": [_need(name, network.needs[name]) for name in sorted(network.needs)],
        **_marked(scene.marks),
    }
    nodes = []
    for who in scene.members:
        values = _known(scene.member(who))
        if not contacts:
            values.pop("contact", None)
        if who in confidential:
            values["left_out"] = "what tells how or where to find it"
        nodes.append((who, values | _marked(scene.marks_at(network.member_at(who)))))
    edges = [
        (
            arrow.source,
            arrow.target,
            {"number": arrow.number, **_known(arrow.link), **_marked(scene.marks_at(network.link_at(arrow.at)))},
        )
        for arrow in scene.arrows
    ]
    return about, nodes, edges


def _need(name: str, need: Need) -> str:
    stated = _known(need) | ({"risk": str(need.risk).lower()} if need.risk is not None else {})
    return "; ".join([name, *(f"{key}: {value}" for key, value in stated.items())])


def _marked(marks: Sequence[Mark]) -> dict[str, Any]:
    """The findings, where there are any."""
    said = [f"{mark.number}: {mark.finding.severity}: {mark.finding.message}" for mark in marks]
    return {"findings": said} if said else {}


def _known(entry: Member | Link | Need) -> dict[str, Any]:
    """What a table of the file says, but for its ids, as text, numbers, true, false and lists of text."""
    values = attrs.asdict(entry, recurse=False)
    return {key.rstrip("_"): _plain(value) for key, value in values.items() if value is not None and key not in _IDS}


_IDS = ("id", "from_", "to")


def _plain(value: Any) -> Any:
    if isinstance(value, TextValue | date):
        return str(value)
    return sorted(value) if isinstance(value, tuple) else value
