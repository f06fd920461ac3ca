"""Other people's ways to the same answer, on the same pairs."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import numpy as np

from benchmarks.people import People

Answer = tuple[int, int]
"""Mentees matched, and the total weight."""


@attrs.frozen
class Peer:
    """A way to match people.

    Attributes:
        module: that it needs.
        most: mentees that it can do in a minute or so.
        solve: does it.
    """

    module: str
    most: int
    solve: Callable[[People], Answer]


def or_tools(given: People) -> Answer:
    """OR-tools alone: its input, its solver and its flows."""
    from ortools.graph.python import min_cost_flow

    mentees, mentors = given.n_mentees, len(given.capacity)
    source, sink = mentees + mentors, mentees + mentors + 1
    flow = min_cost_flow.SimpleMinCostFlow()
    pairs = flow.add_arcs_with_capacity_and_unit_cost(
        given.mentee, given.mentor + mentees, np.ones(len(given.mentee), dtype=np.int64), -given.weight
    )
    nothing = np.zeros(max(mentees, mentors), dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.full(mentees, source), np.arange(mentees), np.ones(mentees, dtype=np.int64), nothing[:mentees]
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        np.arange(mentees, source), np.full(mentors, sink), given.capacity, nothing[:mentors]
    )
    flow.set_nodes_supplies(np.array([source, sink]), np.array([mentees, -mentees]))
    if flow.solve_max_flow_with_min_cost() != flow.OPTIMAL:
        raise RuntimeError("not optimal")
    made = flow.flows(pairs) > 0
    return int(made.sum()), int(given.weight[made].sum())


def scipy_sparse(given: People) -> Answer:
    """Scipy's sparse assignment: a column for each place, and one for each mentee to stay unmatched in."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    mentees, places = given.n_mentees, int(given.capacity.sum())
    first = np.cumsum(given.capacity) - given.capacity
    copies = given.capacity[given.mentor]
    row = np.repeat(given.mentee, copies)
    column = np.arange(copies.sum()) + np.repeat(first[given.mentor] - np.cumsum(copies) + copies, copies)
    cost = 1001.0 - np.repeat(given.weight, copies)
    unmatched = np.arange(mentees)
    entries = np.concatenate([cost, np.full(mentees, 1001.0 * mentees)])
    at = (np.concatenate([row, unmatched]), np.concatenate([column, places + unmatched]))
    table = csr_array((entries, at), shape=(mentees, places + mentees))
    rows, columns = min_weight_full_bipartite_matching(table)
    made = columns < places
    return int(made.sum()), int((1001 - table[rows[made], columns[made]]).sum())


def networkx_simplex(given: People) -> Answer:
    """Networkx's network simplex, with an arc for each mentee to stay unmatched by."""
    import networkx

    graph: Any = networkx.DiGraph()
    graph.add_node("end", demand=given.n_mentees)
    for mentee in range(given.n_mentees):
        graph.add_node(("mentee", mentee), demand=-1)
        graph.add_edge(("mentee", mentee), "end", weight=1001 * given.n_mentees)
    for mentor, places in enumerate(given.capacity.tolist()):
        graph.add_edge(("mentor", mentor), "end", capacity=places, weight=0)
    for mentee, mentor, weight in zip(given.mentee.tolist(), given.mentor.tolist(), given.weight.tolist(), strict=True):
        graph.add_edge(("mentee", mentee), ("mentor", mentor), capacity=1, weight=1001 - weight)
    _, flow = networkx.network_simplex(graph)
    made = [
        1001 - graph.edges[start, end]["weight"]
        for start, ends in flow.items()
        for end, amount in ends.items()
        if amount and start[0] == "mentee" and end != "end"
    ]
    return len(made), sum(made)


def munkres(given: People) -> Answer:
    """The Hungarian method on a whole table, a column for each place; what cannot be costs more than all others."""
    from munkres import Munkres

    column_of = np.repeat(np.arange(len(given.capacity)), given.capacity)
    table = np.full((given.n_mentees, len(given.capacity)), 1001 * given.n_mentees)
    table[given.mentee, given.mentor] = 1001 - given.weight
    table = table[:, column_of]
    costs = [int(table[row, column]) for row, column in Munkres().compute(table.tolist())]
    made = [1001 - cost for cost in costs if cost <= 1001]
    return len(made), sum(made)


def hospital_resident(given: People) -> Answer:
    """The package `matching`: stable matching with places, which aims at something else and so has another answer."""
    from matching.games import HospitalResident

    sys.setrecursionlimit(100_000)  # it copies people who know each other, deeply

    liked: dict[int, list[tuple[int, int]]] = {}
    asked: dict[int, list[tuple[int, int]]] = {}
    best: dict[tuple[int, int], int] = {}
    for mentee, mentor, weight in zip(given.mentee.tolist(), given.mentor.tolist(), given.weight.tolist(), strict=True):
        liked.setdefault(mentee, []).append((-weight, mentor))
        asked.setdefault(mentor, []).append((-weight, mentee))
        best[mentee, mentor] = weight
    game = HospitalResident.create_from_dictionaries(
        {mentee: [mentor for _, mentor in sorted(wishes)] for mentee, wishes in liked.items()},
        {mentor: [mentee for _, mentee in sorted(wishes)] for mentor, wishes in asked.items()},
        {mentor: int(given.capacity[mentor]) for mentor in asked},
    )
    made = [best[mentee.name, mentor.name] for mentor, mentees in game.solve().items() for mentee in mentees]
    return len(made), sum(made)


PEERS: Mapping[str, Peer] = {
    "OR-tools": Peer("ortools", 10**9, or_tools),
    "scipy": Peer("scipy", 100_000, scipy_sparse),
    "networkx": Peer("networkx", 1_000, networkx_simplex),
    "matching": Peer("matching", 1_000, hospital_resident),
    "munkres": Peer("munkres", 1_000, munkres),
}
