"""The cheapest way to give every agent one place: successive shortest augmenting paths, in plain Python.

Agents are taken one after the other. For each, Dijkstra's algorithm finds the cheapest chain of moves that ends at a
place that is still free; it looks no further than the best such end. Prices of places start at nothing and rise just
enough for every agent's place to be one of its cheapest, so they prove what was found and keep the next search short.
"""

from collections.abc import Sequence
from heapq import heappop, heappush

CostRow = list[tuple[int, int]]
"""What each place would cost an agent, cheapest first: (cost, place)."""


def cheapest_assignment(rows: Sequence[CostRow], capacity: Sequence[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Gives each agent one place so that all together cost least.

    Args:
        rows: for each agent its places; agents with equal claims may share one list.
        capacity: how many agents each place takes.

    Returns:
        The place of each agent with its cost, and the price of each place: no less than 0, and 0 where there is
        still room.

    Raises:
        ValueError: when not every agent can have a place.
    """
    place_of = [-1] * len(rows)
    paid = [0] * len(rows)
    price = [0] * len(capacity)
    room = list(capacity)
    members: list[set[int]] = [set() for _ in capacity]
    far = 1 << 200
    distance = [far] * len(capacity)
    via: list[tuple[int, int]] = [(-1, 0)] * len(capacity)
    for start in range(len(rows)):
        best = far
        end = -1
        touched: list[int] = []
        heap: list[tuple[int, int]] = []
        waiting = [(start, 0)]
        seen: set[int] = set()
        while waiting or heap:
            if not waiting:
                so_far, place = heappop(heap)
                if so_far >= best:
                    break
                if so_far == distance[place]:
                    so_far -= price[place]
                    waiting = [(agent, so_far - paid[agent]) for agent in members[place]]
                continue
            agent, spent = waiting.pop()
            row = rows[agent]
            if id(row) in seen:
                continue
            seen.add(id(row))
            for cost, place in row:
                step = spent + cost
                if step >= best:
                    break
                step += price[place]
                if step < best and step < distance[place]:
                    if distance[place] == far:
                        touched.append(place)
                    distance[place] = step
                    via[place] = (agent, cost)
                    if room[place]:
                        best, end = step, place
                    else:
                        heappush(heap, (step, place))
        if end < 0:
            raise ValueError("not every agent can have a place")
        for place in touched:
            if distance[place] < best:
                price[place] += best - distance[place]
            distance[place] = far
        room[end] -= 1
        place = end
        agent = -1
        while agent != start:
            agent, cost = via[place]
            left = place_of[agent]
            if left >= 0:
                members[left].remove(agent)
            members[place].add(agent)
            place_of[agent] = place
            paid[agent] = cost
            place = left
    return list(zip(place_of, paid, strict=True)), price
