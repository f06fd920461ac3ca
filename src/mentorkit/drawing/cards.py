"""What stands in the box of a member, and how large the box has to be for it; and the label of a link."""

from collections.abc import Iterator, Sequence

import attrs

from mentorkit.drawing.scene import Arrow, FindingMark, Scene
from mentorkit.drawing.text import clean, hours_in_brief, length_in_brief, width, wrap
from mentorkit.values.inexact import highest

CARD = 190
"""Pixels; how wide a box is."""
PADDING = 12
TITLE, SMALL = 14, 12
"""Pixels; the sizes of type."""
_LEADING = {TITLE: 18, SMALL: 16}
_MOST_NAME = 5
_MOST_NEEDS = 3
"""Lines; what a member is called, and answers, is said in full in the tables."""
SIGN = 12
"""Pixels; how wide and high the sign of a finding is."""


@attrs.frozen
class CardLine:
    """A line of text: what it says, its class, and how far below the top of the box its letters stand."""

    text: str
    css_class: str
    y: float


@attrs.frozen
class CardSign:
    """The sign of a finding, and the left edge of it from the left edge of the box or label that it stands in."""

    mark: FindingMark
    x: float
    y: float


@attrs.frozen
class Card:
    """A box.

    Attributes:
        member: the id of the member.
        lines: its texts.
        signs: of the findings about it.
        height: in pixels.
    """

    member: str
    lines: tuple[CardLine, ...]
    signs: tuple[CardSign, ...]
    height: float


@attrs.frozen
class Label:
    """What stands on the line of a link: its number, how soon the other side answers, and signs of findings."""

    text: str
    signs: tuple[CardSign, ...]
    width: float


LABEL = 20
"""Pixels; how high a label is."""


def card(scene: Scene, who: str) -> Card:
    """The box of a member."""
    lines: list[CardLine] = []
    y = float(PADDING)
    for text, look, size in _texts(scene, who):
        y += _LEADING[size]
        lines.append(CardLine(text, look, y - 4))
    signs = []
    x = float(PADDING)
    marks = scene.marks_at(scene.network.member_at(who))
    for mark in marks:
        if x > PADDING and x + _sign_width(mark) > CARD - PADDING:
            x, y = float(PADDING), y + 17
        signs.append(CardSign(mark, x, y + 6))
        x += _sign_width(mark) + 8
    return Card(who, tuple(lines), tuple(signs), y + PADDING + (17 if marks else 0))


def _texts(scene: Scene, who: str) -> Iterator[tuple[str, str, int]]:
    member, room = scene.member(who), CARD - 2 * PADDING
    name = _at_most(wrap(scene.name(who), room, TITLE, bold=True), _MOST_NAME, room, TITLE, bold=True)
    yield from ((line, "name", TITLE) for line in name)
    if member.status not in (None, "active"):
        yield member.status, "status", SMALL
    about = [member.kind or "", f"{member.people} people" if (highest(member.people) or 1) > 1 else ""]
    yield from ((line, "fact", SMALL) for line in wrap(", ".join(filter(None, about)), room, SMALL))
    if member.hours:
        yield from ((line, "fact", SMALL) for line in wrap(hours_in_brief(member.hours.minutes), room, SMALL))
    if member.meets:
        lines = wrap(f"answers {', '.join(sorted(map(clean, member.meets)))}", room, SMALL)
        yield from ((line, "meets", SMALL) for line in _at_most(lines, _MOST_NEEDS, room, SMALL))
    yield from ((line, "meets", SMALL) for line in wrap(scene.stands_in(who), room, SMALL))


def _at_most(lines: Sequence[str], most: int, room: float, size: int, *, bold: bool = False) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1]
    while width(f"{last} …", size, bold=bold) > room:
        last = last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def label(scene: Scene, arrow: Arrow) -> Label:
    """What stands on the line of a link."""
    text = str(arrow.number)
    if arrow.link.within:
        text += f" · {length_in_brief(arrow.link.within)}"
    x = 8 + width(text, SMALL) + 8
    signs = []
    for mark in scene.marks_at(scene.network.link_at(arrow.number)):
        signs.append(CardSign(mark, x, (LABEL - SIGN) / 2))
        x += _sign_width(mark) + 6
    return Label(text, tuple(signs), round(x))


def _sign_width(mark: FindingMark) -> float:
    return SIGN + 3 + width(str(mark.number), SMALL, bold=True)
