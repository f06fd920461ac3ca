"""The scales of a picture of outcomes: from values to places, with round numbers to read them by."""

import math
from collections.abc import Iterator

import attrs

from mentorkit.outcomes.figures import Figure, Share
from mentorkit.outcomes.plan import START
from mentorkit.outcomes.summary import MeasureSummary, PointSummary

_PARTS = (5, 4, 6, 3, 7, 2)
"""Into how many equal parts a scale may be divided, the best first."""


@attrs.frozen
class Scale:
    """A part of a line.

    Attributes:
        low: the value at its left end.
        high: the value at its right end.
        step: between two numbers that stand below it.
        of_changes: whether it is of changes, and not of values.
        percent: whether its numbers are shares.
    """

    low: float
    high: float
    step: float
    of_changes: bool = False
    percent: bool = False

    def share(self, value: float) -> float:
        """Where a value lies, from 0 at the left end to 1 at the right end; an end if it lies beyond."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """The values below which a number stands, with the number."""
        decimals = max(0, -math.floor(math.log10(self.step) + 1e-9))
        for number in range(round((self.high - self.low) / self.step) + 1):
            value = self.low + number * self.step
            if self.percent:
                yield value, f"{100 * value:+.0f} %" if self.of_changes and value else f"{100 * value:.0f} %"
            else:
                yield value, f"{value:+.{decimals}f}" if self.of_changes and value else f"{value:.{decimals}f}"


def scale_of(measured: MeasureSummary) -> Scale | None:
    """The scale on which all points of a measure are drawn; None where nothing can be.

    That of a tool is its whole range, and that of yes and no from 0 to 100 %. Where scores are hidden and their change
    is told, it is of changes, and a point is as long as on the scale of the tool.
    """
    tool = measured.measure.scale
    levels = [level for at in measured.at if (level := level_of(at.figure)) is not None]
    if measured.yes_or_no and any(at.figure for at in measured.at):
        return Scale(0, 1, 0.25, percent=True)
    if levels and tool:
        return of_range(tool.least, tool.most)
    ends = [end for at in measured.at if at.change for end in (at.change.low, at.change.high)]
    if levels:
        start = start_of(measured)
        return _fitted([*levels, *(start + end for end in ends if start is not None)])
    if not ends:
        return None
    half = (tool.most - tool.least) / 2 if tool else max(map(abs, ends))
    fitted = _fitted([-half, half, *ends])
    return attrs.evolve(fitted, of_changes=True)


def level_of(figure: Figure | None) -> float | None:
    """A mean, or an exact share; None where it is hidden."""
    if figure is None:
        return None
    if isinstance(figure.value, Share):
        return None if figure.value.yes is None else figure.value.yes / figure.value.people
    return figure.value


def start_of(measured: MeasureSummary) -> float | None:
    """The level at the start, from which changes are drawn."""
    at_start: list[PointSummary] = [at for at in measured.at if at.point == START]
    return level_of(at_start[0].figure) if at_start else None


def of_range(low: float, high: float) -> Scale:
    """A scale from one end of a tool to the other, with steps of 1, 2 or 5 with noughts, or else of a whole number."""
    steps = [(high - low) / parts for parts in _PARTS]
    rounded = [step for step in steps if round(step / 10 ** math.floor(math.log10(step)), 6) in (1, 2, 5)]
    return Scale(low, high, [*rounded, *(step for step in steps if step == int(step)), steps[0]][0])


def _fitted(values: list[float]) -> Scale:
    """A scale with round ends that holds all of these values."""
    low, high = min(values), max(values)
    rough = (high - low or 1) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale(first * step, max(last, first + 1) * step, step)
