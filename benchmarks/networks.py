"""Networks of any size, for measuring, and how long the questions about them take.

Each question is asked of a network that is read already, for every need, and compared with networkx's own function for
the core of it, called bare on a graph that is made beforehand. For room those are the graphs on which our own call
would find the flow if no plain way of sharing people out were tried first.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from random import Random
from typing import Any
from unittest import mock

import attrs
import networkx as nx

from benchmarks.timing import FailedError, Spread, call, in_turn, ratios
from mentorkit.core.design_reading import read_design
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Area
from mentorkit.network import Network, room
from mentorkit.network.answers import answer
from mentorkit.network.weaknesses import closed_circles, dead_ends, single_points, supervision_circles
from mentorkit.toml.structure import read_programme

SIZES = (100, 1_000, 10_000)
LINKS = 5
"""Links a member."""
NEEDS = {  # how soon, and how often
    "suicide": ("1 hour", "2 per month"),
    "self-harm": ("4 hours", "3 per month"),
    "a lapse": ("4 hours", "10 per month"),
    "harm to a child": ("1 day", "1 per month"),
    "no bed tonight": ("1 day", "4 per month"),
    "debt": ("2 weeks", "30 per month"),
    "housing": ("2 weeks", "25 per month"),
    "work": ("2 months", "20 per month"),
    "benefits": ("2 weeks", "40 per month"),
    "company": ("1 month", "60 per month"),
}
_HOURS = (
    "24/7", "24/7", "Monday to Friday 09:00 to 17:00", "Monday to Friday 08:30 to 18:00", "weekdays 09:30 to 16:30",
    "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00", "every day 08:00 to 22:00", "Tuesday 10:00 to 12:30",
    "Monday to Thursday 09:00 to 20:00, Friday 09:00 to 16:00", "weekends 10:00 to 16:00", "daily 18:00 to 08:00",
    "Wednesday to Saturday 12:00 to 23:00",
)  # fmt: skip
_WITHIN = ("15 minutes", "30 minutes", "1 hour", "4 hours", "1 day", "2 days", "1 week")
_KINDS = {"refers": 12, "escalates": 3, "supports": 2, "supervises": 1, "informs": 2}
_PARTS = {"programme": 2, "partner": 16, "emergency": 1}


def network(size: int, seed: int) -> dict[str, Any]:
    """The [network] of a programme, as plain data: a mentee, a mentor, and others among whom links are left to chance.

    Args:
        size: how many members.
        seed: the same size and seed make the same network.
    """
    random = Random(seed)  # noqa: S311 - networks are no secrets
    ids = ["mentee", "mentor", *(f"member {number}" for number in range(2, size))]
    members = [{"id": "mentee", "part": "mentee"}, {"id": "mentor", "part": "mentor", "hours": "daily 08:00 to 22:00"}]
    members += [_member(random, name) for name in ids[2:]]
    links = [{"from": "mentor", "to": "mentee", "kind": "supports", "within": "30 minutes"}]
    links += [_link(random, who, ids) for who in ids[1:] for _ in range(LINKS)]
    needs = [{"id": need, "within": within, "expected": rate} for need, (within, rate) in NEEDS.items()]
    return {"needs": needs, "members": members, "links": links}


def _member(random: Random, name: str) -> dict[str, Any]:
    member: dict[str, Any] = {"id": name, "part": _one_of(random, _PARTS), "hours": random.choice(_HOURS)}
    member["meets"] = [need for need in NEEDS if random.random() < 0.03]
    if random.random() < 0.7:
        member["capacity"] = f"{random.randint(1, 40)} per month"
    if random.random() < 0.05:
        member["status"] = "inactive"
    if random.random() < 0.3:
        member["ends"] = "the matter is settled"
    return member


def _link(random: Random, who: str, ids: list[str]) -> dict[str, Any]:
    link: dict[str, Any] = {"from": who, "kind": _one_of(random, _KINDS), "within": random.choice(_WITHIN)}
    link["to"], link["deputy"] = random.sample(ids[2:], 2)
    if random.random() < 0.7:
        del link["deputy"]
    if random.random() < 0.3:
        link["for"] = random.sample(list(NEEDS), 3)
    return link


def _one_of(random: Random, weights: Mapping[str, int]) -> str:
    return random.choices(list(weights), list(weights.values()))[0]


def measure(book: Rulebook, on: date, runs: int) -> None:
    """Prints how long each question takes on networks of each size, against networkx bare.

    Args:
        book: the rules; those on networks are timed too, where there are some.
        on: the date of their reading.
        runs: how many rounds count; the largest networks take a seventh.
    """
    print(f"\n{'':<34} {'ms':>9}   {'networkx bare':<34} {'ms':>9}   {'ratio (least to most)':<24} aim")
    before: dict[str, float] = {}
    for size in SIZES:
        programme, faults = read_programme({"network": network(size, 1)}, {})
        if faults:
            raise FailedError(f"the network cannot be read: {faults[0]}")
        asked = Network.of(programme)
        assert asked is not None  # noqa: S101
        rounds = max(3, runs // (1 if size < SIZES[-1] else 7))
        print(f"{size:,} members, {len(asked.links):,} links")
        now: dict[str, float] = {}
        whole: list[list[float]] = [[0.0] * rounds, [0.0] * rounds]
        for name, ours, core, bare in _questions(asked):
            taken = in_turn({"ours": call(ours), "bare": call(bare)}, rounds)
            _print(f"  {name}", core, taken["ours"], taken["bare"])
            now[name] = Spread.of(taken["ours"]).median
            whole = [[a + b for a, b in zip(*both, strict=True)] for both in zip(whole, taken.values(), strict=True)]
        _print("  all of these", "all of these", *whole)
        now["all of these"] = Spread.of(whole[0]).median
        rules = [rule for rule in book.rules if rule.area is Area.NETWORK]
        if rules:
            reading = attrs.evolve(book, rules=tuple(rules))
            taken = in_turn({"rules": call(lambda: read_design(reading, programme, on))}, rounds)  # noqa: B023
            now[f"{len(rules)} rules"] = Spread.of(taken["rules"]).median
            print(f"  {f'{len(rules)} rules':<32} {Spread.of(taken['rules']).times(1000).median:>9.1f}")
        if before:
            growth = ", ".join(f"{name} {now[name] / before[name]:.1f}" for name in now)
            print(f"  times as long as the size before, 10 being in step: {growth}")
        before = now


def _print(name: str, core: str, ours: list[float], bare: list[float]) -> None:
    mine, theirs = Spread.of(ours).times(1000).median, Spread.of(bare).times(1000).median
    print(f"{name:<34} {mine:>9.1f}   {core:<34} {theirs:>9.1f}   {ratios(ours, bare).written(2):<24} <= 1.5")


Question = tuple[str, Callable[[], object], str, Callable[[], object]]
"""What is asked, how we answer it, the function of networkx that is compared, and a bare call of that."""


def _questions(asked: Network) -> Iterator[Question]:
    """Each question, for every need, and its core on graphs made beforehand."""
    pairs = [(need, start) for need in asked.needs for start in asked.playing("mentee", "mentor")]

    edges = [(who, step.target) for who, steps in asked.steps.items() for step in steps]
    yield (
        "who can call whom, made anew",
        lambda: Network(asked.referral).steps,
        "DiGraph(edges)",
        lambda: nx.DiGraph(edges),
    )
    timed = {need: _calls(asked, need) for need in asked.needs}
    yield (
        "answers, hours and times",
        lambda: [answer(asked, need, start) for need, start in pairs],
        "single_source_dijkstra_path_length",
        lambda: [nx.single_source_dijkstra_path_length(timed[need], start, weight="minutes") for need, start in pairs],
    )
    hinged = {need: _hinges(asked, need) for need in asked.needs}
    yield (
        "single points",
        lambda: [single_points(asked, need, "mentee") for need in asked.needs],
        "immediate_dominators",
        lambda: [nx.immediate_dominators(hinged[need], "mentee") for need in asked.needs],
    )
    calling: nx.DiGraph[Any] = nx.DiGraph(
        (source, target) for _, _, source, target in asked.linked("refers", "escalates")
    )
    yield (
        "dead ends and closed circles",
        lambda: (dead_ends(asked), closed_circles(asked)),
        "strongly_connected_components",
        lambda: list(nx.strongly_connected_components(calling)),
    )
    supervising: nx.DiGraph[Any] = nx.DiGraph((source, target) for _, _, source, target in asked.linked("supervises"))
    yield (
        "supervision circles",
        lambda: supervision_circles(asked),
        "strongly_connected_components",
        lambda: list(nx.strongly_connected_components(supervising)),
    )
    with (
        mock.patch.object(room, "fit_at_once", return_value=False),
        mock.patch.object(room, "fit_on_the_way", return_value=False),
        mock.patch.object(nx, "minimum_cut", side_effect=nx.minimum_cut) as cuts,
    ):
        room.shortfalls(asked)
    flows: list[tuple[nx.DiGraph[Any], Any, Any]] = [
        (nx.DiGraph(made.args[0]), made.args[1:], made.kwargs) for made in cuts.call_args_list
    ]
    yield (
        "room",
        lambda: room.shortfalls(asked),
        "minimum_cut",
        lambda: [nx.minimum_cut(flow, *ends, **how) for flow, ends, how in flows],
    )


def _calls(asked: Network, need: str) -> "nx.DiGraph[Any]":
    """The members, and how long each takes to answer another."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(asked.members)
    for who, steps in asked.steps.items():
        graph.add_edges_from((who, step.target, {"minutes": step.minutes}) for step in steps if step.serves(need))
    return graph


def _hinges(asked: Network, need: str) -> "nx.DiGraph[Any]":
    """The members and links, with one end that everyone leads to who meets the need."""
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(asked.members)
    for who, steps in asked.steps.items():
        for step in steps:
            if step.serves(need):
                graph.add_edges_from([(who, step.link), (step.link, step.target)])
    graph.add_edges_from((who, "the end") for who in asked.who_can_meet(need))
    return graph
