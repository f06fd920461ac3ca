"""A network as SVG."""

from collections.abc import Iterator, Mapping

from mentorkit.drawing.cards import CARD, LABEL, CardSign
from mentorkit.drawing.layout import MARGIN, Band, DrawnLine, PlacedCard, lay_out, px
from mentorkit.drawing.legend import findings_key, legend, links_key
from mentorkit.drawing.markup import Markup, joined, tag
from mentorkit.drawing.scene import Scene
from mentorkit.drawing.style import PICTURE_CSS, SIGNS, STROKES
from mentorkit.drawing.text import wrap

NARROWEST = 760
"""Pixels; the legend of a small network needs as much."""


def svg(scene: Scene, about: str) -> Markup:
    """A picture that stands alone: with its title, a legend, and a key to the numbers of links and findings.

    Args:
        scene: the network.
        about: a line under the title.
    """
    return _Picture(scene, about).alone()


def svg_in_page(scene: Scene, about: str, needs: Mapping[str, str]) -> Markup:
    """The picture as a part of a page, which has the title, the tables and the style.

    Members and links lead to their rows in the tables.

    Args:
        scene: the network.
        about: what the picture shows, for those who do not see it.
        needs: by the id of a row ("member-1", "link-1"), the numbers of the needs that it helps to answer.
    """
    return _Picture(scene, about, needs).in_page()


class _Picture:
    def __init__(self, scene: Scene, about: str, needs: Mapping[str, str] | None = None) -> None:
        self.scene, self.about, self.needs = scene, about, needs
        self.layout = lay_out(scene)
        self.width = max(round(self.layout.width), NARROWEST)

    def alone(self) -> Markup:
        parts: list[Markup] = [tag("style", Markup(PICTURE_CSS))]
        y = MARGIN
        for line in wrap(self.scene.title, self.width - 2 * MARGIN, 22, bold=True):
            y += 26
            parts.append(tag("text", line, class_="title", x=MARGIN, y=y - 6))
        for line in wrap(self.about, self.width - 2 * MARGIN, 13):
            y += 18
            parts.append(tag("text", line, class_="about", x=MARGIN, y=y - 2))
        parts.append(self._network(y + 18))
        y += 18 + round(self.layout.height) + 20
        for block in (legend, links_key, findings_key):
            drawn, height = block(self.scene, self.width - 2 * MARGIN)
            if height:
                parts.append(tag("g", drawn, transform=f"translate({MARGIN} {y})"))
                y += round(height) + 16
        return self._root(parts, y + MARGIN - 16, role="img", xmlns="http://www.w3.org/2000/svg")

    def in_page(self) -> Markup:
        drawn, height = legend(self.scene, self.width - 2 * MARGIN)
        y = round(self.layout.height) + 36
        below = tag("g", drawn, transform=f"translate({MARGIN} {y})")
        return self._root([self._network(16), below], y + round(height) + 20, role="group")

    def _root(self, parts: list[Markup], height: float, **attributes: str) -> Markup:
        return tag(
            "svg",
            "\n",
            joined(
                tag("title", f"Network of {self.scene.title}", id="picture-title"),
                tag("desc", self.about, id="picture-about"),
                tag("rect", class_="paper", width=self.width, height=height),
                *parts,
            ),
            "\n",
            class_="picture",
            viewBox=f"0 0 {self.width} {height}",
            width=self.width,
            height=height,
            aria_labelledby="picture-title picture-about",
            **attributes,
        )

    def _network(self, y: float) -> Markup:
        x = round((self.width - self.layout.width) / 2)
        everything = joined(
            *(self._band(band) for band in self.layout.bands),
            *(self._box(box) for box in self.layout.boxes),
            *self._lines(),
        )
        return tag("g", "\n", everything, "\n", transform=f"translate({x} {y})")

    def _band(self, band: Band) -> Markup:
        return tag(
            "g",
            tag("rect", class_="band", x=band.x, y=0, width=band.width, height=self.layout.height, rx=12),
            tag("text", band.heading, class_="heading", x=band.x + band.width / 2, y=26, text_anchor="middle"),
        )

    def _lines(self) -> Iterator[Markup]:
        """The lines with their tips and labels; labels stand where no other line runs."""
        for line in self.layout.lines:
            yield self._reached(f"link-{line.arrow.number}", f"link {line.arrow.kind}", self._says(line), *_line(line))

    def _says(self, line: DrawnLine) -> str:
        return f"Link {line.arrow.number}: {self.scene.says(line.arrow)}"

    def _box(self, box: PlacedCard) -> Markup:
        who = box.card.member
        away = "" if self.scene.network.is_there(who) else " away"
        marks = ", ".join(f"{mark.called} {mark.number}" for mark in (sign.mark for sign in box.card.signs))
        said = ". ".join(filter(None, (self.scene.name(who), self.scene.facts(who), marks)))
        return self._reached(f"member-{self.scene.number(who)}", f"member card{away}", said, *_box(box))

    def _reached(self, row: str, css_class: str, label: str, *parts: Markup) -> Markup:
        """A member or link; in a page it can be followed to its row."""
        title = tag("title", label)
        if self.needs is None:
            return tag("g", title, *parts, class_=css_class)
        needs = self.needs.get(row, "")
        return tag(
            "a", title, *parts, class_=css_class, href=f"#{row}", data_row=row, data_needs=needs, aria_label=label
        )


def _line(line: DrawnLine) -> Iterator[Markup]:
    x, y = line.tip
    turned = " scale(-1 1)" if line.leftwards else ""
    yield tag("path", class_="line", d=line.path)
    yield tag(
        "path",
        class_="tip",
        d=STROKES[line.arrow.kind].tip,
        transform=f"translate({px(x)} {px(y)}){turned}",
    )
    left, top = line.corner
    yield tag(
        "g",
        tag("rect", width=line.label.width, height=LABEL, rx=LABEL / 2),
        tag("text", line.label.text, x=8, y=14),
        *map(_sign, line.label.signs),
        class_="label",
        transform=f"translate({px(left)} {px(top)})",
    )


def _box(box: PlacedCard) -> Iterator[Markup]:
    inner = (box.height - box.card.height) / 2
    yield tag(
        "g",
        tag("rect", width=CARD, height=box.height, rx=8),
        *(tag("text", line.text, class_=line.css_class, x=12, y=inner + line.y) for line in box.card.lines),
        *(_sign(sign, down=inner) for sign in box.card.signs),
        transform=f"translate({px(box.x)} {px(box.y)})",
    )


def _sign(sign: CardSign, down: float = 0) -> Markup:
    outline, colour = SIGNS[sign.mark.sign]
    return tag(
        "g",
        tag("path", d=outline, fill=colour),
        tag("text", sign.mark.number, x=15, y=10.5, class_="number"),
        class_="sign",
        transform=f"translate({px(sign.x)} {px(sign.y + down)})",
    )
