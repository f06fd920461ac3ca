"""Where the network is weak: what hangs on one member or link, what leads nowhere, what goes round in a circle.

Single points of failure are the nodes on every way to an answer, where links are nodes too: one search along a way that
there is finds them, and ends as soon as the answer can be got to beside it. Circles are the strongly connected
components that networkx finds. All of it grows in step with the links.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from mentorkit.network.graph import Network

if TYPE_CHECKING:
    import networkx as nx

Node = str | int | None
"""A member by its id, a link by its place in the file, or None for the end: an answer."""
_END = None


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
    """The members and links without any one of which a need is not answered.

    None where it is not answered at all, and where the one who calls first can answer it. A link has two ends to lead
    to where it has a deputy, so it can be a single point where neither of them is.
    """
    meeting = network.meeting(need)

    def following(node: Node) -> Iterable[Node]:
        if isinstance(node, int):
            return network.callable[node]
        if node is None or node in meeting:
            return (_END,)
        return (step.link for step in network.steps[node] if step.serves(need))

    hinges = _on_every_way(following, start)
    return SinglePoints(
        tuple(node for node in hinges if isinstance(node, str)),
        tuple(node for node in hinges if isinstance(node, int)),
    )


def _on_every_way(following: Callable[[Node], Iterable[Node]], first: Node) -> list[Node]:
    """What every way from a node to the end passes, in order; nothing where there is no way.

    One way there is shown by a search. A node of it is on every way where nothing before it, and nothing that can be
    got to from there beside this way, leads to a node after it; what was looked at once is not looked at again.
    """
    way = _a_way(following, first)
    place = {node: at for at, node in enumerate(way)}
    beside: set[Node] = set()
    found, furthest = [], 0
    for at, node in enumerate(way[:-1]):
        if at and furthest == at:
            found.append(node)
        ahead = [node]
        while ahead and furthest < len(way) - 1:
            for next_ in following(ahead.pop()):
                if next_ in place:
                    furthest = max(furthest, place[next_])
                elif next_ not in beside:
                    beside.add(next_)
                    ahead.append(next_)
    return found


def _a_way(following: Callable[[Node], Iterable[Node]], first: Node) -> list[Node]:
    """A way to the end with the fewest nodes, or none."""
    before: dict[Node, Node] = {first: first}
    queue = [first]
    for node in queue:
        for next_ in following(node) if _END not in before else ():
            if next_ not in before:
                before[next_] = node
                queue.append(next_)
    way: list[Node] = [_END] if _END in before else []
    while way and way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]


def dead_ends(network: Network) -> list[tuple[int, str]]:
    """Links that refer to a member at which support neither ends nor goes on, with that member.

    A link to or from a member that is not there leads nobody anywhere, and is not told itself.
    """
    calling = {source for _, source, _ in network.calls}
    return [
        (at, target)
        for at, _, target in network.calls
        if network.links[at].kind == "refers" and target not in calling and not _ends(network, target)
    ]


def _ends(network: Network, who: str) -> bool:
    """Whether support comes to an end with a member: where it says how, or where it is the emergency services."""
    return bool(network.members[who].ends) or network.members[who].part == "emergency"


def closed_circles(network: Network) -> list[tuple[str, ...]]:
    """Circles of referring and escalating that nobody gets out of, each in the order of the file.

    Whoever can come to where support ends gets out, and so does whoever can come to somebody who leads no further: a
    search backwards finds them first. What is left is little, and usually nothing.
    """
    import networkx as nx

    callers: dict[str, list[str]] = {}
    for _, source, target in network.calls:
        callers.setdefault(target, []).append(source)
    calling = {source for _, source, _ in network.calls}
    ahead = [who for who in calling.union(callers) if who not in calling or _ends(network, who)]
    out = set(ahead)
    while ahead:
        for who in callers.get(ahead.pop(), ()):
            if who not in out:
                out.add(who)
                ahead.append(who)
    graph: nx.DiGraph[Any] = nx.DiGraph((source, target) for _, source, target in network.calls if source not in out)
    closed = (circle for circle in _circles(graph) if not any(set(graph[who]) - circle for who in circle))
    return _in_order(network, closed)


def supervision_circles(network: Network) -> list[tuple[str, ...]]:
    """Members who supervise each other, or in a circle, each in the order of the file."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph((source, target) for _, _, source, target in network.linked("supervises"))
    return _in_order(network, _circles(graph))


def _in_order(network: Network, circles: Iterable[set[str]]) -> list[tuple[str, ...]]:
    order = {who: at for at, who in enumerate(network.members)}
    found = (tuple(sorted(circle, key=order.__getitem__)) for circle in circles)
    return sorted(found, key=lambda circle: order[circle[0]])


def _circles(graph: "nx.DiGraph[Any]") -> Iterable[set[str]]:
    import networkx as nx

    return (part for part in nx.strongly_connected_components(graph) if len(part) > 1)
