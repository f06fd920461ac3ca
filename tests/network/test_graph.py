"""The graphs of networkx: what is in them, and that networkx finds in them what our own searches find."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.network import Network
from mentorkit.network.stated_network import UNKNOWN_MINUTES
from mentorkit.network.weaknesses import SinglePoints
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.values.time_passed import TimePassed
from tests.examples import examples
from tests.network.brute import NEEDS, referrals

NEED = st.sampled_from(NEEDS)


@pytest.fixture
def network() -> Network:
    return Network(
        ReferralNetwork(
            members=(
                Member(id="mentee", part="mentee"),
                Member(id="mentor", part="mentor"),
                Member(id="lead", part="programme", status="defunct"),
                Member(id="line", title="The line", part="partner", meets=("debt",)),
            ),
            needs=(Need(id="debt"), Need(id="home")),
            links=(
                Link(from_="mentor", to="mentee", kind="supports", within=TimePassed.parse("1 hour")),
                Link(from_="mentor", to="mentor", kind="informs"),
                Link(from_="mentor", to="line", kind="refers", for_=("debt",)),
                Link(from_="mentor", to="line", kind="informs"),
                Link(from_="lead", to="mentor", kind="supervises", deputy="line"),
            ),
        )
    )


def test_the_graph_has_each_member_and_each_link_as_the_file_states_them(network: Network) -> None:
    assert isinstance(network.graph, nx.MultiDiGraph)
    assert {who: network.graph.nodes[who] for who in network.graph} == {
        "mentee": {"member": network.members["mentee"], "part": "mentee", "there": True},
        "mentor": {"member": network.members["mentor"], "part": "mentor", "there": True},
        "lead": {"member": network.members["lead"], "part": "programme", "there": False},
        "line": {"member": network.members["line"], "part": "partner", "there": True},
    }
    assert {(*edge[:3], edge[3]["kind"], edge[3]["minutes"]) for edge in network.graph.edges(keys=True, data=True)} == {
        ("mentor", "mentee", 0, "supports", 60),
        ("mentor", "line", 2, "refers", UNKNOWN_MINUTES),
        ("mentor", "line", 3, "informs", UNKNOWN_MINUTES),
        ("lead", "mentor", 4, "supervises", UNKNOWN_MINUTES),
    }
    assert all(values["link"] is network.links[at] for _, _, at, values in network.graph.edges(keys=True, data=True))


def test_the_graph_is_made_once_and_cannot_be_changed(network: Network) -> None:
    assert network.graph is network.graph
    with pytest.raises(nx.NetworkXError):
        network.graph.add_node("somebody")
    network.graph.copy().add_node("somebody")


def test_a_member_that_is_away_is_in_the_graph_and_not_there(network: Network) -> None:
    assert [who for who, there in network.without("line").graph.nodes(data="there") if not there] == ["lead", "line"]


def test_calls_lead_to_whoever_is_turned_to(network: Network) -> None:
    calls = network.graph_of_calls()
    assert set(calls.edges(keys=True)) == {("mentee", "mentor", 0), ("mentor", "line", 2)}
    assert calls.edges["mentee", "mentor", 0] == {"minutes": 60, "deputy": False}
    assert set(calls) == set(network.members)
    assert set(network.graph_of_calls("home").edges(keys=True)) == {("mentee", "mentor", 0)}


@examples(200)
@given(referrals(), NEED)
def test_networkx_finds_what_our_searches_find(referral: ReferralNetwork, need: str) -> None:
    network = Network(referral)
    calls = network.graph_of_calls(need)
    assert network.reached(need, "a") == {"a"} | nx.descendants(calls, "a")
    times = nx.single_source_dijkstra_path_length(calls, "a", weight="minutes")
    soonest = min((times[who] for who in network.who_can_meet(need) if who in times), default=UNKNOWN_MINUTES)
    assert network.answer(need, "a").minutes == (soonest if soonest < UNKNOWN_MINUTES else None)
    on_all = dominators(network, need)
    members = tuple(node for node in on_all if isinstance(node, str) and node != "a")
    assert network.single_points(need, "a") == SinglePoints(members, tuple(at for at in on_all if isinstance(at, int)))


def dominators(network: Network, need: str) -> list[str | int]:
    """The members and links that every way from the first member to an answer passes, in order."""
    end = object()
    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_node("a")
    for caller, target, link in network.graph_of_calls(need).edges(keys=True):
        graph.add_edges_from([(caller, link), (link, target)])
    for who in network.who_can_meet(need):
        graph.remove_edges_from(list(graph.out_edges(who)))
        graph.add_edge(who, end)
    before = nx.immediate_dominators(graph, "a")
    found = []
    node = before.get(end)
    while node is not None and node not in found:
        found.append(node)
        node = before.get(node)  # of the first member there is none, or itself, by the version of networkx
    return found[::-1]
