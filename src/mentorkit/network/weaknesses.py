"""Where the network is weak: what depends on one member or link, what leads nowhere, what goes round in a circle.

Single points of failure are the nodes on every way to an answer, where links are nodes too. They are what dominates the
answer (`networkx.immediate_dominators`); our search is for one answer only and ends as soon as that can be got to
beside a way that there is, so that it takes under 0.01 of the time at 10,000 members (the `networks` row of the
benchmarks).

Circles are the attracting and the strongly connected components that networkx finds. Whether there is a circle at all
is asked first, and networkx imported only where there is. All of it grows in step with the links.
"""

from collections.abc import Callable, Iterable
from graphlib import CycleError, TopologicalSorter

import attrs

from mentorkit.network.stated_network import StatedNetwork
from mentorkit.values.by_fields import ByFields

Node = str | int | None
"""A member by its id, a link by its place in the file, or None for the end: an answer."""
_END = None


@attrs.frozen(eq=False, repr=False)
class SinglePoints(ByFields):
    """What an answer depends on: without any one of these nobody answers.

    Attributes:
        members: in the order in which they are called, without the one who calls first.
        links: by their place in the file, in the same order.
    """

    members: tuple[str, ...]
    links: tuple[int, ...]


def single_points(network: StatedNetwork, need: str, start: str) -> SinglePoints:
    """The members and links without any one of which a need is not answered.

    None where it is not answered at all, and where the one who calls first can answer it. A link has two ends to lead
    to where it has a deputy, so it can be a single point where neither of them is.
    """
    meeting = network.who_can_meet(need)

    def following(node: Node) -> Iterable[Node]:
        if isinstance(node, int):
            return network.callable_members[node]
        if node is None or node in meeting:
            return (_END,)
        return (step.link for step in network.steps[node] if step.serves(need))

    single = _on_every_path(following, start)
    return SinglePoints(
        tuple(node for node in single if isinstance(node, str)),
        tuple(node for node in single if isinstance(node, int)),
    )


def _on_every_path(following: Callable[[Node], Iterable[Node]], first: Node) -> list[Node]:
    """What every path from a node to the end passes, in order; nothing where there is no path.

    One path there is shown by a search. A node of it is on every path where nothing before it, and nothing that can be
    got to from there beside this path, leads to a node after it; what was looked at once is not looked at again.
    """
    path = _shortest_path(following, first)
    place = {node: at for at, node in enumerate(path)}
    beside: set[Node] = set()
    found, furthest = [], 0
    for at, node in enumerate(path[:-1]):
        if at and furthest == at:
            found.append(node)
        ahead = [node]
        while ahead and furthest < len(path) - 1:
            for next_ in following(ahead.pop()):
                if next_ in place:
                    furthest = max(furthest, place[next_])
                elif next_ not in beside:
                    beside.add(next_)
                    ahead.append(next_)
    return found


def _shortest_path(following: Callable[[Node], Iterable[Node]], first: Node) -> list[Node]:
    """A path to the end with the fewest nodes, or none."""
    before: dict[Node, Node] = {first: first}
    queue = [first]
    for node in queue:
        for next_ in following(node) if _END not in before else ():
            if next_ not in before:
                before[next_] = node
                queue.append(next_)
    path: list[Node] = [_END] if _END in before else []
    while path and path[-1] != first:
        path.append(before[path[-1]])
    return path[::-1]


def dead_ends(network: StatedNetwork) -> list[tuple[int, str]]:
    """Links that refer to a member at which support neither ends nor goes on, with that member.

    A link to or from a member that is not there leads nobody anywhere, and is not reported itself.
    """
    calling = {source for _, source, _ in network.calls}
    return [
        (at, target)
        for at, _, target in network.calls
        if network.links[at].kind == "refers" and target not in calling and not _ends(network, target)
    ]


def _ends(network: StatedNetwork, who: str) -> bool:
    """Whether support comes to an end with a member: where it says how, or where it is the emergency services."""
    return bool(network.members[who].ends) or network.members[who].part == "emergency"


def closed_circles(network: StatedNetwork) -> list[tuple[str, ...]]:
    """Circles of referring and escalating that nobody gets out of, each in the order of the file.

    Anybody who can come to where support ends gets out, and so does anybody who can come to somebody who leads no
    further: a search backwards finds them first. Those who are left can only go round; usually nobody is left.
    """
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
    if out.issuperset(calling):
        return []
    import networkx as nx

    left = nx.DiGraph((source, target) for _, source, target in network.calls if source not in out)
    return _in_order(network, nx.attracting_components(left))


def supervision_circles(network: StatedNetwork) -> list[tuple[str, ...]]:
    """Members who supervise each other, or in a circle, each in the order of the file."""
    supervising = [(source, target) for _, _, source, target in network.linked("supervises")]
    supervised: dict[str, list[str]] = {}
    for source, target in supervising:
        supervised.setdefault(source, []).append(target)
    try:
        TopologicalSorter(supervised).prepare()
    except CycleError:
        import networkx as nx

        parts = nx.strongly_connected_components(nx.DiGraph(supervising))
        return _in_order(network, (part for part in parts if len(part) > 1))
    return []


def _in_order(network: StatedNetwork, circles: Iterable[set[str]]) -> list[tuple[str, ...]]:
    order = {who: at for at, who in enumerate(network.members)}
    found = (tuple(sorted(circle, key=order.__getitem__)) for circle in circles)
    return sorted(found, key=lambda circle: order[circle[0]])
