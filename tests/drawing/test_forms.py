"""What each form says, read back by the readers that are there for it."""

import json
import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree

import networkx as nx
import pydot
import pytest

from mentorkit.core.finding import FindingKind
from mentorkit.core.strength import Strength
from mentorkit.drawing import Form
from mentorkit.drawing.scene import LINK_WORDS
from mentorkit.programme.path import dotted
from mentorkit.reports.network import calls_data, calls_of
from tests.drawing.conftest import FINDINGS, SMALL, finding, network_in

ENDS = {
    ("mentor", "mentee", "supports"),
    ("coordinator", "mentor", "supervises"),
    ("mentor", "coordinator", "escalates"),
    ("coordinator", "refuge", "refers"),
    ("hall", "mentor", "hosts"),
    ("mentor", "crisis", "escalates"),
    ("refuge", "hall", "informs"),
}
QUIET = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of pydot, by the parser library that it uses
TITLES = {
    "Person in treatment",
    "Peer mentor",
    'Coordinator of "peer" & <volunteer> mentors',
    "Refuge",
    "Community hall",
    "Crisis line",
}


def read_dot(said: str) -> pydot.Dot:
    graphs = pydot.graph_from_dot_data(said)
    assert graphs
    [graph] = graphs
    return graph


def test_what_is_confidential_is_in_no_form_unless_asked_for(form: Form, drawn: Callable[..., str]) -> None:
    assert "SECRET" not in drawn(form)
    asked = drawn(form, with_confidential=True)
    assert ("SECRET telephone" in asked) is (form in ("html", "json"))
    assert ("SECRET charity" in asked) is (form in ("html", "json", "graphml"))


def test_contact_routes_are_told_in_html_and_json_only(form: Form, drawn: Callable[..., str]) -> None:
    assert ("programme telephone" in drawn(form)) is (form in ("html", "json"))


@pytest.mark.parametrize("form", ["html", "json", "graphml"])
def test_a_form_that_leaves_something_out_says_so(form: Form, drawn: Callable[..., str]) -> None:
    assert "how or where to find" in drawn(form)
    assert "how or where to find" not in drawn(form, with_confidential=True)


def test_findings_elsewhere_and_those_set_aside_are_not_marked(form: Form, drawn: Callable[..., str]) -> None:
    said = drawn(form)
    assert "ELSEWHERE" not in said
    assert "WAIVED" not in said
    if form == "html":
        assert "1 more is set aside by a waiver." in said


def test_a_network_without_members_can_be_drawn(form: Form, drawn: Callable[..., str]) -> None:
    assert drawn(form, '[[network.needs]]\nid = "housing"', [])


@QUIET
def test_control_characters_do_no_harm(form: Form, drawn: Callable[..., str]) -> None:
    odd = r"""
[[network.members]]
id = "a\u0001\u001b[31m"
title = "a\u0000b\u202ec\nd --> e"
[[network.members]]
id = "]] end"
title = '"]; } x -> y <script>alert(1)</script>'
[[network.links]]
from = "a\u0001\u001b[31m"
to = "]] end"
kind = "refers"
"""
    said = drawn(form, odd, [])
    assert not re.search("[\x00-\x08\x0b-\x1f]", said)
    assert "\u202e" not in said or form == "json"  # where it is data, and turns nothing
    if form in ("svg", "graphml"):
        ElementTree.fromstring(said)
    if form == "dot":
        graph = read_dot(said)
        assert [len(part.get_nodes()) for part in graph.get_subgraphs()] == [3]  # two members, and the graph's own
    if form == "html":
        assert "<script>alert" not in said


def test_json_is_read_back_by_networkx_with_every_fact(drawn: Callable[..., str]) -> None:
    graph = nx.node_link_graph(json.loads(drawn("json")), edges="edges")
    assert {(source, target, known["kind"]) for source, target, known in graph.edges(data=True)} == ENDS
    assert graph.nodes["coordinator"] == {
        "title": 'Coordinator of "peer" & <volunteer> mentors',
        "part": "programme",
        "hours": "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 12:00",
        "assured_on": "2026-09-01",
        "findings": ["2: error: nobody says how it is reached", "6: advice: a long way off"],
    }
    [refers] = [known for *_, known in graph.edges(data=True) if known["kind"] == "refers"]
    assert refers["for"] == ["housing"]
    assert refers["within"] == "2 weeks"
    assert refers["since"] == "6 weeks before release"
    assert graph.graph["on"] == "2026-11-22"
    assert graph.graph["needs"][0] == "housing; within: 2 weeks; expected: 3 per month"


def test_graphml_is_read_back_by_networkx(drawn: Callable[..., str]) -> None:
    graph = nx.parse_graphml(drawn("graphml"), force_multigraph=True)
    assert {(source, target, known["kind"]) for source, target, known in graph.edges(data=True)} == ENDS
    assert graph.nodes["mentor"]["paid"] is False
    assert graph.nodes["mentee"]["people"] == 24
    assert graph.nodes["refuge"]["meets"] == "housing"


@QUIET
def test_dot_is_read_back_by_a_parser_of_dot(drawn: Callable[..., str]) -> None:
    graph = read_dot(drawn("dot"))
    nodes = {
        node.get_name(): str(node.get_attributes()["label"])
        for part in graph.get_subgraphs()
        for node in part.get_nodes()
        if node.get_name().startswith("m")
    }
    labels = {
        re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text[1:-1]) for text in nodes.values()
    }
    assert {label.split("\n")[0] for label in labels} == TITLES
    assert len(graph.get_edges()) == len(ENDS)
    assert {end for edge in graph.get_edges() for end in (edge.get_source(), edge.get_destination())} == set(nodes)


MERMAID = re.compile(
    r"""---|title:\ ".*"|flowchart\ LR|\ \ end
    |\ \ subgraph\ p\d\["[^"<>]+"\]
    |\ \ \ \ (?P<member>m\d+)\["(?P<title>[^"]+)"\]
    |\ \ (?P<source>m\d+)\ (?:--o|-\.->|-->|==>|-\.-x|---)\|"[^"<>|]+"\|\ (?P<target>m\d+)
    |\ \ linkStyle\ \d+\ stroke:\#[0-9A-F]{6}""",
    re.VERBOSE,
)


def test_mermaid_keeps_to_its_grammar(drawn: Callable[..., str]) -> None:
    found = [(line, MERMAID.fullmatch(line)) for line in drawn("mmd").splitlines()]
    assert [line for line, match in found if not match] == []
    matches = [match for _, match in found if match]
    titles = {match["member"]: match["title"].split("<br>")[0] for match in matches if match["member"]}
    assert {unescape(re.sub(r"#(\d+);", r"&#\1;", title)) for title in titles.values()} == TITLES
    ends = [(match["source"], match["target"]) for match in matches if match["source"]]
    assert len(ends) == len(ENDS)
    assert {end for pair in ends for end in pair} == set(titles)


def test_a_link_has_one_number_in_picture_page_findings_and_json(drawn: Callable[..., str]) -> None:
    network = network_in(SMALL)
    picture, page = drawn("svg"), drawn("html")
    for at, link, source, target in network.linked():
        says = f"{network.name(source)} {LINK_WORDS[link.kind or 'supports']} {network.name(target)}"
        assert f"Link {at}: {says}" in unescape(picture)
        assert re.search(rf'<tr [^>]*id="link-{at}"', page)
        assert f'data-title="Link {at}"' in page
    assert network.link_at(2) == FINDINGS[0].path
    assert dotted(network.link_at(2)) == "network.links[2]"
    assert "link 2: nobody says who is told" in page
    calls = calls_data(network, calls_of(network, "suicide", "mentor", 1, None))
    assert [network.links[step["link"]].to for step in calls["routes"][0]["steps"]] == ["crisis"]
    exported = json.loads(drawn("json"))["edges"]
    assert all(edge["key"] == edge["number"] for edge in exported)
    assert {edge["number"]: (edge["source"], edge["target"]) for edge in exported} == {
        at: (source, target) for at, _, source, target in network.linked()
    }


def test_what_is_not_decided_is_called_no_error(drawn: Callable[..., str]) -> None:
    open_one = finding(("network", "links", 2), Strength.MUST, "nobody is told", FindingKind.NOT_SETTLED)
    for form in ("svg", "html"):
        said = drawn(form, findings=[open_one])
        assert "to decide: link 2: nobody is told" in said
        assert "to decide, with its number" in said
        assert not re.search(r"\berror\b", re.sub(r"<(style|script)[^>]*>.*?</\1>", "", said, flags=re.S))
