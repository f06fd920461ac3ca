"""Who is called in which order."""

from itertools import islice, pairwise
from typing import Any

import attrs

from mentorkit.core.week import ALWAYS
from mentorkit.network.graph import UNKNOWN, Network, Step


@attrs.frozen
class Route:
    """One way from a member to an answer.

    Attributes:
        start: who calls first.
        steps: the calls, in order.
        minutes: until the last of them answers; None where nobody has said how long each takes.
        hours: the minutes of the week at which everybody called is there.
    """

    start: str
    steps: tuple[Step, ...]
    minutes: int | None
    hours: int


def routes(network: Network, need: str, start: str, *, most: int = 10) -> list[Route]:
    """The ways to an answer without going in circles, the quickest first; among those as quick, by ids.

    Args:
        network: the network.
        need: the need or risk.
        start: the member who calls first.
        most: how many ways to give at most.
    """
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    for who in sorted(network.members):
        for step in sorted(network.steps[who], key=lambda step: (step.minutes, step.target, step.link)):
            if step.serves(need) and not graph.has_edge(who, step.target):
                graph.add_edge(who, step.target, step=step, minutes=step.minutes)
    end = object()
    graph.add_edges_from((who, end, {"minutes": 0}) for who in sorted(network.meeting(need)) if who in graph)
    if start not in graph or end not in graph or not nx.has_path(graph, start, end):
        return []
    found = []
    for path in islice(nx.shortest_simple_paths(graph, start, end, weight="minutes"), most):
        steps = tuple(graph.edges[source, target]["step"] for source, target in pairwise(path[:-1]))
        minutes, hours = sum(step.minutes for step in steps), ALWAYS
        for step in steps:
            hours &= network.hours(step.target)
        found.append(Route(start, steps, minutes if minutes < UNKNOWN else None, hours))
    return sorted(found, key=lambda route: (route.minutes or UNKNOWN, [step.target for step in route.steps]))
