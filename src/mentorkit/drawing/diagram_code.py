"""A network in the two languages in which people write diagrams: Mermaid and the dot of Graphviz."""

import json
import re
from collections.abc import Iterator, Mapping

from mentorkit.drawing.scene import LINK_WORDS, PART_HEADINGS, Arrow, Scene
from mentorkit.drawing.style import STROKES
from mentorkit.drawing.text import hours_in_brief
from mentorkit.programme.network import LinkKind

_DASHES: Mapping[LinkKind, str] = {"supervises": "dashed", "informs": "dotted", "hosts": "dashed"}
_TIPS: Mapping[LinkKind, str] = {
    "supports": "dot",
    "supervises": "empty",
    "refers": "normal",
    "escalates": "normalnormal",
    "informs": "vee",
    "hosts": "box",
}


def dot(scene: Scene) -> str:
    """The network for Graphviz, parts as clusters from left to right."""
    lines = [
        "digraph network {",
        f"  graph [rankdir=LR, label={_quoted(scene.title)}, labelloc=t, fontname=Helvetica];",
        '  node [shape=box, style="rounded,filled", fillcolor=white, fontname=Helvetica];',
        "  edge [fontname=Helvetica, fontsize=10];",
    ]
    for nth, (heading, members) in enumerate(_parts(scene)):
        lines.append(f"  subgraph cluster_{nth} {{")
        lines.append(f'    graph [label={_quoted(heading)}, style=filled, color="#F3F5F7"];')
        lines += [f"    m{scene.number(who)} [label={_quoted(_says(scene, who))}];" for who in members]
        lines.append("  }")
    for arrow in scene.arrows:
        stroke = STROKES[arrow.kind]
        ends = f"m{scene.number(arrow.source)} -> m{scene.number(arrow.target)}"
        look = f'color="{stroke.colour}", style={_DASHES.get(arrow.kind, "solid")}, penwidth={stroke.width}'
        said = _quoted(_on_line(scene, arrow))
        lines.append(f"  {ends} [label={said}, {look}, arrowhead={_TIPS[arrow.kind]}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


_MERMAID: Mapping[LinkKind, str] = {
    "supports": "--o",
    "supervises": "-.->",
    "refers": "-->",
    "escalates": "==>",
    "informs": "-.-x",
    "hosts": "---",
}


def mermaid(scene: Scene) -> str:
    """The network as a Mermaid flowchart, parts as subgraphs from left to right."""
    lines = ["---", f"title: {json.dumps(scene.title)}", "---", "flowchart LR"]  # a JSON text is a YAML text too
    for nth, (heading, members) in enumerate(_parts(scene)):
        lines.append(f'  subgraph p{nth}["{_entities(heading)}"]')
        lines += [f'    m{scene.number(who)}["{_entities(_says(scene, who))}"]' for who in members]
        lines.append("  end")
    for arrow in scene.arrows:
        ends = f"m{scene.number(arrow.source)}", f"m{scene.number(arrow.target)}"
        lines.append(f'  {ends[0]} {_MERMAID[arrow.kind]}|"{_entities(_on_line(scene, arrow))}"| {ends[1]}')
    for nth, arrow in enumerate(scene.arrows):
        lines.append(f"  linkStyle {nth} stroke:{STROKES[arrow.kind].colour}")
    return "\n".join(lines) + "\n"


def _entities(text: str) -> str:
    """A text in which only letters, digits and plain punctuation stand as they are; the rest as numbered entities."""
    return re.sub(r"[^\w \-–,.()]", lambda char: f"#{ord(char[0])};", text).replace("#10;", "<br>")


def _parts(scene: Scene) -> Iterator[tuple[str, list[str]]]:
    for part in PART_HEADINGS:
        members = [who for who in scene.members if scene.member(who).part == part]
        if members:
            yield scene.heading(part), members


def _says(scene: Scene, who: str) -> str:
    """The name of a member, whether it is there, and its hours."""
    member = scene.member(who)
    facts = [scene.name(who)]
    if not scene.network.is_there(who):
        facts.append(str(member.status))
    if member.hours:
        facts.append(hours_in_brief(member.hours.minutes))
    return "\n".join(facts)


def _on_line(scene: Scene, arrow: Arrow) -> str:
    parts = [f"{arrow.number} {LINK_WORDS[arrow.kind]}"]
    if arrow.link.within:
        parts.append(str(arrow.link.within))
    if arrow.link.deputy:
        parts.append(f"if away: {scene.name(arrow.link.deputy)}")
    return ", ".join(parts)
