"""What changed, as a picture: the value at each point, and how far it moved from the start, on one scale for a measure.

An SVG without scripts or outside parts. Everything in it is also in its description, which a screen reader tells. One
dark colour on white, and shapes rather than colours, so that it can be read in print and by everybody.
"""

from collections.abc import Iterator
from html import escape
from textwrap import wrap

from mentorkit.outcomes.disclosure import FEWEST
from mentorkit.outcomes.figures import Share
from mentorkit.outcomes.plan import START
from mentorkit.outcomes.summary import MeasureSummary, OutcomesSummary, PartySummary, PointSummary
from mentorkit.reports.outcomes import (
    OutcomesReport,
    change_in_words,
    heading,
    known_in_words,
    measure_in_words,
    notes,
    value_in_words,
)
from mentorkit.reports.outcomes_scale import Scale, level_of, scale_of, start_of
from mentorkit.text.words import visible

_WIDTH = 960
_MARGIN = 24
_PLOT = (230, 570)
"""From where to where the scales go."""
_WORDS_FROM = 596
_LINE, _NEXT_LINE = 20, 16
"""To a text of its own, and to the next line of the same."""
_ROW = 38
_WRAP = {"note": 156, "title": 96, "side": 112, "measure": 126, "beside": 56}
"""Characters in a line over the whole width, for the widest of the fonts that may be there."""
_KEY = (
    "A dot is the mean, or the share of yes, at a point. The bar around it is the 95 % confidence interval of its "
    "change since the start, which the dashed line marks. A block is the half in which a share lies. An arrow below a "
    "scale says which way is better; where none is, no tool says it."
)
_STYLE = (
    "text{font:13px Helvetica,Arial,'DejaVu Sans',sans-serif;fill:#111}.title{font-size:20px;font-weight:bold}"
    ".side{font-size:16px;font-weight:bold}.measure{font-size:14px;font-weight:bold}"
    ".tick{font-size:11px;fill:#333;text-anchor:middle}.hidden{font-style:italic;fill:#444;paint-order:stroke;stroke:#fff;stroke-width:5px}"
    ".note,.beside{font-size:12px;fill:#333}.higher{font-size:12px;text-anchor:end}.lower{font-size:12px}"
    ".line{stroke:#ddd;stroke-width:1}.axis{stroke:#666;stroke-width:1}"
    ".start{stroke:#333;stroke-width:1.2;stroke-dasharray:4 3}.interval{stroke:#00507a;stroke-width:2.5;fill:none}"
    ".level{fill:#00507a;stroke:#fff;stroke-width:1}.half{fill:#cfe0ea;stroke:#00507a;stroke-width:1}"
)


def outcomes_svg(report: OutcomesReport) -> str:
    """The picture as a file, of figures with their intervals."""
    title, outcomes, words = report.title, report.outcomes, report.words
    page = _Page()
    page.text(f"Outcomes of {title}", "title", _MARGIN, step=26)
    page.text(_KEY, "note", _MARGIN, step=12)
    described = [f"Outcomes of {title}."]
    for side in outcomes.sides:
        page.down(22)
        page.text(heading(side, words), "side", _MARGIN, step=28)
        described.append(f"{heading(side, words)}.")
        for measured in side.measures:
            described += _measure(page, measured, side, outcomes)
    page.down(8)
    for note in notes(outcomes):
        page.text(note, "note", _MARGIN, step=_LINE)
        described.append(note)
    return page.svg(f"Outcomes of {title}", " ".join(described))


def _measure(page: "_Page", measured: MeasureSummary, side: PartySummary, outcomes: OutcomesSummary) -> Iterator[str]:
    """Draws a measure; the answer is the same in words."""
    name = measure_in_words(measured)
    page.text(name, "measure", _MARGIN, step=_LINE)
    for objective in measured.measure.objectives:
        page.text(f"objective: {objective}", "note", _MARGIN, step=_LINE)
        yield f"{name} tells of the objective: {objective}."
    scale, start = scale_of(measured), start_of(measured)
    top = page.y - 8
    marked = (0.0 if scale.of_changes else start) if scale else None
    if scale and marked is not None and len(measured.at) > 1:
        height = sum(_height(_beside(at, measured, side, outcomes)) for at in measured.at)
        page.rule("start", scale, marked, top, top + height - 10)
    for at in measured.at:
        said = [known_in_words(at), value_in_words(at), *_change(at, measured, side, outcomes)]
        yield f"{name}, {at.point.name}: {'; '.join(said)}."
        _point(page, at, scale, start, _beside(at, measured, side, outcomes), _hidden(outcomes))
    if not measured.at:
        page.text("nothing in this sheet, and the design does not say when", "hidden", _MARGIN + 12, step=_LINE)
        yield f"{name}: nothing in this sheet, and the design does not say when."
    if scale:
        page.axis(scale, measured)
        page.down(_LINE / 2)


def _point(
    page: "_Page", at: PointSummary, scale: Scale | None, start: float | None, lines: list[str], hidden: str
) -> None:
    """Draws the line of a point."""
    page.text(at.point.name, "", _MARGIN + 12, step=0)
    page.note_below(known_in_words(at), _MARGIN + 12)
    if scale and at.figure and isinstance(at.figure.value, Share) and at.figure.value.yes is None:
        page.half(more=at.figure.value.more_than_half)
    level = level_of(at.figure)
    if scale and at.change:
        middle = 0.0 if scale.of_changes else start if start is not None else 0.0
        page.interval(scale, middle + at.change.low, middle + at.change.high)
        level = middle + at.change.mean if scale.of_changes else level
    if scale and level is not None:
        page.dot(scale, level)
    elif at.figure is None:
        page.text(hidden if at.people.most else "no value", "hidden", _PLOT[0] + 4, step=0)
    page.beside(lines)


def _hidden(outcomes: OutcomesSummary) -> str:
    """Why something is hidden."""
    why = f"it could give away fewer than {FEWEST} people"
    return f"hidden: {why}" if outcomes.fewest == FEWEST else f"hidden: under {outcomes.fewest} people, or {why}"


def _change(at: PointSummary, measured: MeasureSummary, side: PartySummary, outcomes: OutcomesSummary) -> list[str]:
    """What is told of a change, if there can be one."""
    compared = at.point != START and measured.has_start and at.people.most
    return change_in_words(at, side, outcomes).split("; ") if compared else []


def _beside(at: PointSummary, measured: MeasureSummary, side: PartySummary, outcomes: OutcomesSummary) -> list[str]:
    """The lines beside the scale; what is hidden is said once, where it would be drawn."""
    told = [value_in_words(at)] if at.figure else []
    if at.figure or at.change:
        change = _change(at, measured, side, outcomes)
        told += [f"change {_hidden(outcomes)}"] if change == ["change hidden"] else change
    return [line for text in told for line in _lines(text, "beside")]


class _Page:
    """Shapes from top to bottom."""

    def __init__(self) -> None:
        self.y = 40.0
        self._shapes: list[str] = []

    def down(self, step: float) -> None:
        """Goes on further down."""
        self.y += step

    def text(self, text: str, kind: str, x: float, step: float) -> None:
        """A text, over several lines where it is long."""
        for number, line in enumerate(_lines(text, kind)):
            self.y += _NEXT_LINE if number else 0
            self._text(line, kind, x, self.y)
        self.y += step

    def note_below(self, text: str, x: float) -> None:
        """A note below the line of the text before."""
        self._text(text, "note", x, self.y + _NEXT_LINE)

    def beside(self, lines: list[str]) -> None:
        """What is told of a point, in lines beside its scale; then further down, to the next point."""
        for number, line in enumerate(lines):
            self._text(line, "beside" if number else "", _WORDS_FROM, self.y + number * _NEXT_LINE)
        self.y += _height(lines)

    def _text(self, text: str, kind: str, x: float, y: float) -> None:
        shown = f' class="{kind}"' if kind else ""
        self._shapes.append(f'<text{shown} x="{x:g}" y="{y:g}">{escape(_minus(text), quote=False)}</text>')

    def rule(self, kind: str, scale: Scale, value: float, top: float, bottom: float) -> None:
        """A line from top to bottom at a value."""
        self._shapes.append(f'<path class="{kind}" d="M{_x(scale, value):.1f} {top:g}V{bottom:g}"/>')

    def half(self, *, more: bool) -> None:
        """The half of the scale in which a share lies."""
        left, right = _PLOT
        x = (left + right) / 2 if more else left
        self._shapes.append(
            f'<rect class="half" x="{x:g}" y="{self.y - 10:g}" width="{(right - left) / 2:g}" height="12"/>'
        )

    def interval(self, scale: Scale, low: float, high: float) -> None:
        """An interval on the line of the text before."""
        y, left, right = self.y - 4, _x(scale, low), _x(scale, high)
        ends = f"M{left:.1f} {y - 6:g}v12M{left:.1f} {y:g}H{right:.1f}M{right:.1f} {y - 6:g}v12"
        self._shapes.append(f'<path class="interval" d="{ends}"/>')

    def dot(self, scale: Scale, value: float) -> None:
        """A value on the line of the text before."""
        self._shapes.append(f'<circle class="level" cx="{_x(scale, value):.1f}" cy="{self.y - 4:g}" r="5.5"/>')

    def axis(self, scale: Scale, measured: MeasureSummary) -> None:
        """The scale below the lines that were drawn on it, and which way is better."""
        y = self.y - 14
        left, right = _PLOT
        self._shapes.append(f'<path class="axis" d="M{left} {y:g}H{right}"/>')
        for value, written in scale.ticks():
            x = _x(scale, value)
            self._shapes.append(f'<path class="axis" d="M{x:.1f} {y:g}v5"/>')
            self._text(written, "tick", round(x, 1), y + 17)
        better = measured.measure.scale and measured.measure.scale.better
        says = "change since the start" if scale.of_changes else "said yes" if scale.percent else "score"
        self._text(says, "note", _MARGIN + 12, y + 17)
        if better == "higher":
            self._text("higher is better \u2192", "higher", right, y + 33)
        elif better == "lower":
            self._text("\u2190 lower is better", "lower", left, y + 33)
        self.down(36 if better else 20)

    def svg(self, title: str, description: str) -> str:
        """The whole picture."""
        height = self.y + 6
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" '
            f'viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" height="{height:g}">\n'
            f'<title id="title">{escape(visible(title), quote=False)}</title>\n'
            f'<desc id="description">{escape(visible(description), quote=False)}</desc>\n'
            f'<style>{_STYLE}</style>\n<rect width="100%" height="100%" fill="#fff"/>\n'
            + "\n".join(self._shapes)
            + "\n</svg>\n"
        )


def _x(scale: Scale, value: float) -> float:
    left, right = _PLOT
    return left + scale.share(value) * (right - left)


def _lines(text: str, kind: str) -> list[str]:
    return wrap(visible(text), _WRAP[kind], break_on_hyphens=False) if kind in _WRAP else [visible(text)]


def _height(lines: list[str]) -> float:
    """Of a point with so many lines beside it."""
    return max(_ROW, len(lines) * _NEXT_LINE + 12)


def _minus(text: str) -> str:
    """A minus sign before numbers, which a hyphen is too short for."""
    return "".join(
        "\u2212" if sign == "-" and after.isdigit() and not before.isalnum() else sign
        for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False)
    )
