"""What changed, as a picture: each later point with its mean change and interval, each measure on a scale of its own.

An SVG without scripts or outside parts. Everything in it is also in its description, which a screen reader tells. One
dark colour on white, and shapes rather than colours, so that it can be read in print and by everybody.
"""

import math
from collections.abc import Iterator
from html import escape
from textwrap import wrap

from mentorkit.outcomes.plan import START
from mentorkit.outcomes.summary import MeasureSummary, OutcomesSummary, PartySummary, PointSummary
from mentorkit.reports.outcomes import OutcomesReport, change_in_words, heading, measure_in_words, notes
from mentorkit.text.words import visible

_WIDTH = 820
_MARGIN = 24
_PLOT = (226, 500)
"""From where to where the scales go."""
_WORDS_FROM = 520
_LINE, _NEXT_LINE = 20, 17
"""To a text of its own, and to the next line of the same."""
_ROW = 24
_WRAP = {"note": 138, "title": 84, "side": 100, "measure": 112}
"""Characters in a line over the whole width, for the widest of the fonts that may be there."""
_STYLE = (
    "text{font:12px Helvetica,Arial,'DejaVu Sans',sans-serif;fill:#111}.title{font-size:16px;font-weight:bold}"
    ".side{font-size:14px;font-weight:bold}.measure{font-weight:bold}.tick{font-size:10px;fill:#444;text-anchor:middle}"
    ".note{font-size:11px;fill:#333}.axis{stroke:#888;stroke-width:1}.zero{stroke:#444;stroke-width:1;"
    "stroke-dasharray:3 3}.interval{stroke:#00507a;stroke-width:2.5;fill:none}.mean{fill:#00507a}"
)


def outcomes_svg(report: OutcomesReport) -> str:
    """The picture as a file, of figures with their intervals."""
    title, outcomes, words = report.title, report.outcomes, report.words
    page = _Page()
    page.text(f"Outcomes of {title}", "title", _MARGIN, step=26)
    page.text("Mean change since the start of support, with its 95 % confidence interval", "note", _MARGIN, step=10)
    described = [f"Mean change since the start of support, with its 95 % confidence interval, of {title}."]
    for side in outcomes.sides:
        page.down(16)
        page.text(heading(side, words), "side", _MARGIN, step=24)
        described.append(f"{heading(side, words)}.")
        unchanged = []
        for measured in side.measures:
            if not measured.has_start or len(measured.at) < 2:
                unchanged.append(measured.measure.name)
                continue
            described += _measure(page, measured, side, outcomes)
        if unchanged:
            sentence = f"Not measured both at the start and later: {', '.join(unchanged)}."
            page.text(sentence, "note", _MARGIN, step=_LINE)
            described.append(sentence)
    page.down(12)
    for note in notes(outcomes):
        page.text(note, "note", _MARGIN, step=_LINE)
        described.append(note)
    return page.svg(f"Outcomes of {title}", " ".join(described))


def _measure(page: "_Page", measured: MeasureSummary, side: PartySummary, outcomes: OutcomesSummary) -> Iterator[str]:
    """Draws a measure; the answer is the same in words."""
    name = measure_in_words(measured)
    page.text(name, "measure", _MARGIN, step=_LINE)
    later = [at for at in measured.at if at.point != START]
    ends = [end for at in later if at.change for end in (at.change.low, at.change.high)]
    scale = _Scale(min([0.0, *ends]), max([0.0, *ends])) if ends else None
    top = page.y - _LINE / 2
    for at in later:
        words = change_in_words(at, side, outcomes)
        yield f"{name}, {at.point.name}: {words}."
        page.text(at.point.name, "", _MARGIN + 12, step=0)
        first, *beside = words.removeprefix("change ").split("; ")
        if at.change is None and first == "hidden":
            first = "hidden: it could give away fewer than five people"
        page.text(first, "", _WORDS_FROM, step=0)
        if scale and at.change:
            page.interval(scale, at)
        for line in beside:
            page.down(_NEXT_LINE)
            page.text(line, "note", _WORDS_FROM, step=0)
        page.down(_ROW)
    if scale:
        page.axis(scale, top)
    page.down(_LINE / 2)


class _Scale:
    """From changes to places on the page, with round numbers to read them by."""

    def __init__(self, low: float, high: float) -> None:
        rough = (high - low or 1) / 5
        power = 10.0 ** math.floor(math.log10(rough))
        self.step: float = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)
        self.first = math.floor(low / self.step)
        self.last = math.ceil(high / self.step)

    def x(self, value: float) -> float:
        """The place of a change."""
        left, right = _PLOT
        share = (value / self.step - self.first) / (self.last - self.first)
        return left + share * (right - left)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Round numbers, with how they are written."""
        decimals = max(0, -math.floor(math.log10(self.step)))
        for number in range(self.first, self.last + 1):
            value = number * self.step
            yield value, f"{value:+.{decimals}f}" if number else "0"


class _Page:
    """Shapes from top to bottom."""

    def __init__(self) -> None:
        self.y = 34.0
        self._shapes: list[str] = []

    def down(self, step: float) -> None:
        """Goes on further down."""
        self.y += step

    def text(self, text: str, kind: str, x: float, step: float) -> None:
        """A text, over several lines where it is long."""
        lines = wrap(visible(text), _WRAP[kind], break_on_hyphens=False) if kind in _WRAP else [visible(text)]
        for number, line in enumerate(lines):
            self.y += _NEXT_LINE if number else 0
            self._text(line, kind, x, self.y)
        self.y += step

    def _text(self, text: str, kind: str, x: float, y: float) -> None:
        shown = f' class="{kind}"' if kind else ""
        self._shapes.append(f'<text{shown} x="{x:g}" y="{y:g}">{escape(_minus(text), quote=False)}</text>')

    def interval(self, scale: _Scale, at: PointSummary) -> None:
        """A mean and its interval on the line of the text before."""
        if at.change is None:
            return
        low, mean, high = (scale.x(value) for value in (at.change.low, at.change.mean, at.change.high))
        y = self.y - 4
        self._shapes.append(
            f'<path class="interval" d="M{low:.1f} {y - 5:g}v10M{low:.1f} {y:g}H{high:.1f}M{high:.1f} {y - 5:g}v10"/>'
        )
        self._shapes.append(f'<circle class="mean" cx="{mean:.1f}" cy="{y:g}" r="4.5"/>')

    def axis(self, scale: _Scale, top: float) -> None:
        """The scale below the lines that were drawn on it, and where no change is."""
        y = self.y - 10
        left, right = _PLOT
        self._shapes.append(f'<path class="axis" d="M{left} {y:g}H{right}"/>')
        self._shapes.append(f'<path class="zero" d="M{scale.x(0):.1f} {top:g}V{y:g}"/>')
        for value, written in scale.ticks():
            x = scale.x(value)
            self._shapes.append(f'<path class="axis" d="M{x:.1f} {y:g}v4"/>')
            self._text(written, "tick", round(x, 1), y + 15)
        self.down(14)

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


def _minus(text: str) -> str:
    """A minus sign before numbers, which a hyphen is too short for."""
    return "".join(
        "\u2212" if sign == "-" and after.isdigit() and not before.isalnum() else sign
        for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False)
    )
