"""The picture: what it shows, and that nothing in it overlaps."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations, permutations
from pathlib import Path
from random import Random
from typing import TypeVar
from xml.etree import ElementTree

import attrs
import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.drawing import draw
from mentorkit.drawing.cards import CARD, LABEL, SMALL
from mentorkit.drawing.layout import lay_out, nearest_apart
from mentorkit.drawing.scene import LINK_WORDS, PART_HEADINGS, Scene
from mentorkit.drawing.style import STROKES
from mentorkit.drawing.text import clean, hours_in_brief, width, wrap
from mentorkit.network import Network
from mentorkit.network.graph import on_the_way
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.values.opening_hours import ALWAYS, Hours
from mentorkit.values.time_passed import TimePassed
from tests.examples import examples

GOLDEN = Path(__file__).parent / "golden" / "small.svg"
ON = date(2026, 11, 22)
T = TypeVar("T")
SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"title": 22, "about": 13, "heading": 15, "name": 14}
BOLD = {"title", "heading", "name", "status", "number"}


def test_a_small_network_looks_exactly_like_this(drawn: Callable[..., str], request: pytest.FixtureRequest) -> None:
    said = drawn("svg")
    if request.config.getoption("--update"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == said


def test_kinds_of_link_differ_in_more_than_colour_and_stand_out_from_their_ground() -> None:
    def light(colour: str) -> float:
        """As WCAG 2.2 defines relative luminance."""
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert set(STROKES) == set(LINK_WORDS)
    assert len({(stroke.tip, stroke.hollow, stroke.dashes) for stroke in STROKES.values()}) == len(LINK_WORDS)
    for stroke in STROKES.values():
        for ground in ("#FFFFFF", "#F3F5F7"):
            assert (light(ground) + 0.05) / (light(stroke.colour) + 0.05) >= 3, stroke


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@st.composite
def networks(draw_: st.DrawFn, most: int = 40) -> ReferralNetwork:
    ids = [f"m{number}" for number in range(draw_(st.integers(1, most)))]
    needs = ["housing", "debt", "suicide"]
    some_needs = st.none() | st.lists(st.sampled_from(needs), max_size=3).map(tuple)
    lengths = st.none() | st.sampled_from(["15 minutes", "1 hour", "2 weeks", "12 months"]).map(TimePassed.parse)
    members = [
        Member(
            id=who,
            title=draw_(st.none() | texts),
            part=draw_(st.sampled_from([*PART_HEADINGS])),
            status=draw_(st.sampled_from([None, "active", "temporarily closed"])),
            people=draw_(st.none() | st.integers(1, 10**6)),
            meets=draw_(some_needs),
        )
        for who in ids
    ]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    links = [
        Link(
            from_=source,
            to=target,
            kind=draw_(st.sampled_from([*LINK_WORDS])),
            for_=draw_(some_needs),
            within=draw_(lengths),
        )
        for source, target in (draw_(st.lists(pairs, max_size=60)) if len(ids) > 1 else [])
    ]
    return ReferralNetwork(needs=tuple(Need(id=need) for need in needs), members=tuple(members), links=tuple(links))


def picture(referral: ReferralNetwork) -> str:
    return draw(Network(referral), [], "svg", title="Test", on=ON)


@attrs.frozen
class Box:
    """A rectangle of the picture."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def inside(self, other: "Box") -> bool:
        """Whether no edge of it lies outside another's."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def moved(element: ElementTree.Element, at: tuple[float, float]) -> tuple[float, float]:
    transform = element.get("transform", "")
    if not transform.startswith("translate"):
        return at
    across, down = map(float, transform[len("translate(") :].split(")")[0].split())
    return at[0] + across, at[1] + down


def boxes(element: ElementTree.Element, at: tuple[float, float] = (0, 0)) -> Iterator[tuple[str, Box]]:
    """The frames of members and labels, and all texts, where they stand in the picture."""
    x, y = moved(element, at)
    look = element.get("class", "")
    kind = element.tag.removeprefix(SVG)
    if kind == "text":
        size, said = SIZES.get(look, SMALL), "".join(element.itertext())
        wide = width(said, size, bold=look in BOLD)
        left = x + float(element.get("x", 0)) - (wide / 2 if element.get("text-anchor") else 0)
        bottom = y + float(element.get("y", 0)) + size * 0.15
        yield "text", Box(said, left, bottom - size, left + wide, bottom)
    if kind == "rect" and look not in ("paper", "band"):
        left, top = x + float(element.get("x", 0)), y + float(element.get("y", 0))
        frame = Box("", left, top, left + float(element.get("width", 0)), top + float(element.get("height", 0)))
        yield "frame", frame
    for child in element:
        yield from boxes(child, (x, y))


@examples(60)
@given(networks())
def test_neither_texts_nor_boxes_nor_labels_overlap_and_texts_stay_inside_theirs(referral: ReferralNetwork) -> None:
    root = ElementTree.fromstring(picture(referral))
    found = list(boxes(root))
    for kind in ("text", "frame"):
        for one, other in combinations([box for of, box in found if of == kind], 2):
            assert not one.overlaps(other), (one, other)
    frames = [box for of, box in found if of == "frame"]
    paper = Box("", 0, 0, float(root.get("width", 0)), float(root.get("height", 0)))
    for of, box in found:
        around = [frame for frame in frames if box.overlaps(frame)] if of == "text" else []
        assert all(box.inside(frame) for frame in [paper, *around]), box


def points(path: str) -> Iterator[tuple[float, float]]:
    """Points along the path of a line, close together."""
    x = y = 0.0
    for part in path.replace("M", "|M").replace("H", "|H").replace("C", "|C").split("|")[1:]:
        numbers = [float(number) for number in part[1:].split()]
        if part[0] == "M":
            x, y = numbers
        elif part[0] == "H":
            yield from ((x + (numbers[0] - x) * step / 20, y) for step in range(21))
            x = numbers[0]
        else:
            ax, ay, bx, by, cx, cy = numbers
            for step in range(101):
                t = step / 100
                yield (
                    (1 - t) ** 3 * x + 3 * (1 - t) ** 2 * t * ax + 3 * (1 - t) * t**2 * bx + t**3 * cx,
                    (1 - t) ** 3 * y + 3 * (1 - t) ** 2 * t * ay + 3 * (1 - t) * t**2 * by + t**3 * cy,
                )
            x, y = cx, cy


def high_bow() -> ReferralNetwork:
    """A line beside a whole column, and labels all along the next."""
    left, right = [f"a{number}" for number in range(9)], [f"b{number}" for number in range(9)]
    members = [Member(id=who, part="programme") for who in left] + [Member(id=who, part="partner") for who in right]
    links = [
        Link(from_=b, to=a, kind="supports", within=TimePassed(3, "week")) for a, b in zip(left, right, strict=True)
    ]
    bows = [Link(from_=a, to=b, kind="informs") for a in left for b in left if a < b]
    return ReferralNetwork(members=(Member(id="mentor", part="mentor"), *members), links=(*links, *bows))


@examples(60)
@given(networks(25))
@example(high_bow())
def test_no_line_runs_through_a_box_or_the_label_of_another(referral: ReferralNetwork) -> None:
    placed = lay_out(Scene(Network(referral), [], "Test"))
    frames = [Box(box.card.member, box.x, box.y, box.x + CARD, box.y + box.height) for box in placed.boxes]
    labels = [
        (line, Box("label", line.corner[0], line.corner[1], line.corner[0] + line.label.width, line.corner[1] + LABEL))
        for line in placed.lines
    ]
    for line in placed.lines:
        ends = {line.arrow.source, line.arrow.target}
        for x, y in points(line.path):
            for frame in frames:
                edge = 1 if frame.what in ends else 0
                assert not (frame.left + edge < x < frame.right - edge and frame.top < y < frame.bottom), frame
            for other, label in labels:
                if other is not line:
                    assert not (label.left < x < label.right and label.top < y < label.bottom)


@examples(60)
@given(networks(20), st.randoms(use_true_random=False))
def test_a_picture_shows_each_member_and_link_once_and_does_not_depend_on_the_order_of_the_file(
    referral: ReferralNetwork, random: Random
) -> None:
    said = picture(referral)
    groups = [element.get("class", "") for element in ElementTree.fromstring(said).iter(f"{SVG}g")]
    assert sum(look.startswith("member ") for look in groups) == len(referral.members or ())
    assert sum(look.startswith("link ") for look in groups) == len(referral.links or ())

    def mixed(entries: tuple[T, ...] | None) -> tuple[T, ...]:
        return tuple(random.sample(entries or (), len(entries or ())))

    other = ReferralNetwork(needs=mixed(referral.needs), members=mixed(referral.members), links=referral.links)
    assert picture(other) == said
    # The numbers of links are their places in the file; all else stays, so that with one link there is no difference.
    arrows, mixed_arrows = (
        sorted((arrow.order, str(arrow.link)) for arrow in Scene(Network(each), [], "").arrows)
        for each in (referral, attrs.evolve(other, links=mixed(referral.links)))
    )
    assert arrows == mixed_arrows


def test_lines_cross_as_seldom_as_they_can_in_a_small_network() -> None:
    """Against every order there is: three mentors, three of the programme, and as many partners."""
    ids = {part: [f"{part}{number}" for number in range(3)] for part in ("mentor", "programme", "partner")}
    pairs = [(0, 2), (1, 0), (2, 1), (0, 0)], [(0, 1), (1, 2), (2, 0), (2, 2)]
    links = [
        Link(from_=ids[left][a], to=ids[right][b], kind="refers")
        for (left, right), some in zip((("mentor", "programme"), ("programme", "partner")), pairs, strict=True)
        for a, b in some
    ]
    members = [Member(id=who, part=part) for part, within in ids.items() for who in within]  # type: ignore[arg-type]
    scene = Scene(Network(ReferralNetwork(members=tuple(members), links=tuple(links))), [], "Test")
    placed = lay_out(scene)
    y = {box.card.member: box.y for box in placed.boxes}

    def crossings(at: dict[str, float]) -> int:
        return sum(
            (at[one.from_ or ""] - at[other.from_ or ""]) * (at[one.to or ""] - at[other.to or ""]) < 0
            for one, other in combinations(links, 2)
            if one.from_ and other.from_ and one.from_[:-1] == other.from_[:-1]
        )

    orders = (
        {who: float(at) for order in (one, two, three) for at, who in enumerate(order)}
        for one in permutations(ids["mentor"])
        for two in permutations(ids["programme"])
        for three in permutations(ids["partner"])
    )
    assert crossings(y) == min(map(crossings, orders))


@given(networks(12))
def test_on_the_way_is_what_can_be_reached_and_from_which_an_answer_can_be(referral: ReferralNetwork) -> None:
    """Against networkx's walks over the steps one by one."""
    network = Network(referral)
    for need in network.needs:
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(network.members)
        for who, steps in network.steps.items():
            graph.add_edges_from((who, step.target, {"link": step.link}) for step in steps if step.serves(need))
        after = {who for start in network.starts for who in {start} | nx.descendants(graph, start)}
        before = {who for end in network.who_can_meet(need) & after for who in {end} | nx.ancestors(graph, end)}
        links = {known["link"] for one, two, known in graph.edges(data=True) if {one, two} <= after & before}
        assert on_the_way(network, need) == (after & before, links)


numbers = st.floats(-1000, 1000)


@given(st.lists(st.tuples(numbers, st.floats(0.1, 10)), min_size=1, max_size=8), st.data())
def test_numbers_are_moved_apart_as_little_as_can_be(wanted: list[tuple[float, float]], data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.floats(0, 100), min_size=len(wanted) - 1, max_size=len(wanted) - 1))
    found = nearest_apart(wanted, gaps)
    assert all(below - above >= gap - 1e-6 for above, below, gap in zip(found, found[1:], gaps, strict=False))

    def cost(numbers: list[float]) -> float:
        return sum(weight * (number - want) ** 2 for number, (want, weight) in zip(numbers, wanted, strict=True))

    # Convex, so that no small step that keeps the gaps leads downhill where it is least: one number, or all after it.
    for first in range(len(found)):
        for last in range(first, len(found)):
            for step in (-0.01, 0.01):
                other = [number + step * (first <= at <= last) for at, number in enumerate(found)]
                if all(below - above >= gap for above, below, gap in zip(other, other[1:], gaps, strict=False)):
                    assert cost(other) >= cost(found) - 1e-3


@given(texts, st.floats(20, 300))
def test_wrapped_lines_are_no_wider_than_there_is_room_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(clean(text), room, SMALL)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width(line, SMALL) <= room for line in lines)


def test_a_name_that_is_too_long_for_a_box_is_cut_there_and_told_in_full_beside_it() -> None:
    network = Network(ReferralNetwork(members=(Member(id="a", title="WIDE LETTERS " * 7),)))
    drawn = draw(network, [], "svg", title="", on=date(2026, 1, 1))
    lines = re.findall('class="name"[^>]*>([^<]*)<', drawn)
    assert len(lines) == 5
    assert lines[-1].endswith(" …")
    assert ("WIDE LETTERS " * 7).strip() in drawn


@pytest.mark.parametrize(("people", "told"), [(1, "1 person"), (2, "2 people")])
def test_a_member_says_how_many_people_it_is(people: int, told: str) -> None:
    network = Network(ReferralNetwork(members=(Member(id="a", kind="role", people=people),)))
    for form in ("svg", "html"):
        assert told in draw(network, [], form, title="", on=date(2026, 1, 1))


def test_hours_in_brief() -> None:
    assert hours_in_brief(ALWAYS) == "24/7"
    assert hours_in_brief(0) == "at\N{NO-BREAK SPACE}no\N{NO-BREAK SPACE}hour"
    assert hours_in_brief(((1 << 60) - 1) << 9 * 60) == "Mon\N{NO-BREAK SPACE}09:00–10:00"
    assert hours_in_brief(Hours.parse("daily 09:00 to 17:00").minutes) == "daily\N{NO-BREAK SPACE}09:00–17:00"
