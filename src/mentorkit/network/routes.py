"""Who is called in which order."""

from itertools import islice, pairwise
from typing import Any

import attrs

from mentorkit.network.stated_network import UNKNOWN_MINUTES, StatedNetwork, Step
from mentorkit.values.opening_hours import ALWAYS


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


def routes(network: StatedNetwork, need: str, start: str, *, most: int = 10, minute: int | None = None) -> list[Route]:
    """The ways to an answer on which nobody is called twice, the quickest first.

    Among those as quick, ways with fewer deputies come first, then those whose ids come first.
    Members called in one order are one way, by the quickest of the links between each two of them; among links as quick
    one that leads to a member comes before one for which the member stands in, then the earlier in the file. Where more
    ways are as quick as the last one that is given, that one is the same on every run and no better than they. Each
    further way costs searches from every member of the one before it (Yen's algorithm).

    Args:
        network: the network.
        need: the need or risk.
        start: the member who calls first; where it can answer itself, that is the first way, with no step.
        most: how many ways to give at most.
        minute: of the week, at which everybody who is called has to be there; at whatever hours where left out.
    """
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node(start)
    for who in sorted(network.reached(need, start)):
        for step in sorted(network.steps[who], key=_quickest):
            there = minute is None or network.hours(step.target) >> minute & 1
            if there and step.serves(need) and not graph.has_edge(who, step.target):
                graph.add_edge(who, step.target, step=step, order=2 * len(network.members) * step.minutes + step.deputy)
    end = object()
    graph.add_edges_from((who, end, {"order": 0}) for who in sorted(network.who_can_meet(need)) if who in graph)
    if end not in graph or not nx.has_path(graph, start, end):
        return []
    found = []
    for path in islice(nx.shortest_simple_paths(graph, start, end, weight="order"), most):
        steps = tuple(graph.edges[source, target]["step"] for source, target in pairwise(path[:-1]))
        minutes, hours = sum(step.minutes for step in steps), ALWAYS
        for step in steps:
            hours &= network.hours(step.target)
        found.append(Route(start, steps, minutes if minutes < UNKNOWN_MINUTES else None, hours))
    return sorted(found, key=_by_time_and_ids)


def _by_time_and_ids(route: Route) -> tuple[int, int, list[str]]:
    minutes = UNKNOWN_MINUTES if route.minutes is None else route.minutes
    return minutes, sum(step.deputy for step in route.steps), [step.target for step in route.steps]


def _quickest(step: Step) -> tuple[int, str, bool, int]:
    return step.minutes, step.target, step.deputy, step.link
