"""What lines, labels and signs mean, and the key to their numbers."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from mentorkit.drawing.markup import Markup, joined, tag
from mentorkit.drawing.scene import LINK_WORDS, Scene
from mentorkit.drawing.style import SIGNS, STROKES
from mentorkit.drawing.text import width, wrap
from mentorkit.text.words import listed

_ROW = 26
_SIZE, _LEADING = 12, 16
_COLUMN = 400
"""Pixels; how wide a column of the key is at least."""

Block = tuple[Markup, float]
"""Something drawn from 0, 0 on, and how high it is."""


def legend(scene: Scene, room: float) -> Block:
    """The kinds of link and finding that there are, each with its sign, in rows."""
    x, y = 0.0, 0.0
    drawn: list[Markup] = []
    for sample, wide, meaning in _samples(scene):
        needed = wide + 8 + width(meaning, _SIZE) + 28
        if x and x + needed > room:
            x, y = 0.0, y + _ROW
        label = tag("text", meaning, x=wide + 8, y=4)
        drawn.append(tag("g", sample, label, transform=f"translate({x:.0f} {y + 12:.0f})"))
        x += needed
    return joined(*drawn), y + _ROW if drawn else 0


def _samples(scene: Scene) -> Iterator[tuple[Markup, float, str]]:
    """Signs around a middle at 0, how wide they are, and what they mean."""
    used = {arrow.kind for arrow in scene.arrows}
    for kind in (kind for kind in LINK_WORDS if kind in used):
        stroke = STROKES[kind]
        line = tag("path", class_="line", d="M0 0H41")
        tip = tag("path", class_="tip", d=stroke.tip, transform="translate(48 0)")
        yield tag("g", line, tip, class_=kind), 48, LINK_WORDS[kind]
    if any(not scene.network.is_there(who) for who in scene.members):
        box = tag("g", tag("rect", x=0, y=-8, width=28, height=16, rx=4), class_="card away")
        yield box, 28, "closed or not active"
    if scene.arrows:
        label = tag(
            "g",
            tag("rect", x=0, y=-10, width=66, height=20, rx=10),
            tag("text", "1 · 1 day", x=8, y=4),
            class_="label sample",
        )
        yield label, 66, "number of the link, and answer within"
    for sign in SIGNS:
        if called := list(dict.fromkeys(mark.called for mark in scene.marks if mark.sign == sign)):
            yield _sign(sign, 0, -6), 12, f"{listed(called, 'or')}, with its number"


def links_key(scene: Scene, room: float) -> Block:
    """What the numbers of the links stand for."""
    return _key("Links", [(str(arrow.number), "", scene.says(arrow)) for arrow in scene.arrows], room)


def findings_key(scene: Scene, room: float) -> Block:
    """What the numbers of the findings stand for."""
    entries = [(str(mark.number), mark.sign, f"{mark.called}: {mark.says}") for mark in scene.marks]
    return _key("Findings", entries, room)


def _key(heading: str, entries: Sequence[tuple[str, str, str]], room: float) -> Block:
    """Entries under a heading, each a number, the sign of a finding and a text, in columns, read downwards."""
    if not entries:
        return Markup(), 0
    number = max(1, min(int(room // _COLUMN), len(entries)))
    column = room / number
    before = 16 if entries[0][1] else 0
    indent = before + 10 + max(width(nth, _SIZE, bold=True) for nth, _, _ in entries)
    wrapped = [wrap(said, column - indent - 24, _SIZE) for _, _, said in entries]
    high = _fitting([len(lines) * _LEADING + 4 for lines in wrapped], number)
    drawn = [tag("text", heading, class_="heading", x=0, y=16)]
    x, y = 0.0, 0.0
    for (nth, sign, _), lines in zip(entries, wrapped, strict=True):
        if y and y + len(lines) * _LEADING + 4 > high:
            x, y = x + column, 0.0
        if sign:
            drawn.append(_sign(sign, x, y + 30))
        drawn.append(tag("text", nth, class_="number", x=x + before, y=y + 40))
        for line in lines:
            drawn.append(tag("text", line, x=x + indent, y=y + 40))
            y += _LEADING
        y += 4
    return joined(*drawn), 30 + high


def _sign(sign: str, x: float, y: float) -> Markup:
    outline, colour = SIGNS[sign]
    path = tag("path", d=outline, fill=colour)
    return tag("g", path, class_="sign", transform=f"translate({x:.0f} {y:.0f})")


def _fitting(heights: Sequence[float], columns: int) -> float:
    """The least height at which entries fit into so many columns, each whole and in order."""
    high = max(max(heights), ceil(sum(heights) / columns))
    while _columns(heights, high) > columns:
        high += _LEADING / 2
    return high


def _columns(heights: Iterable[float], high: float) -> int:
    columns, y = 1, 0.0
    for height in heights:
        if y and y + height > high:
            columns, y = columns + 1, 0.0
        y += height
    return columns
