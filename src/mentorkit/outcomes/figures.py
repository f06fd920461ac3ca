"""What the values of one measure say, on one base of people, with nothing in it that names fewer than five of them."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from statistics import mean

import attrs

from mentorkit.outcomes.change import MeanChange
from mentorkit.outcomes.disclosure import FEWEST, is_small, shown_count, shown_pairs
from mentorkit.outcomes.paired_proportions import newcombe
from mentorkit.outcomes.plan import START, MeasurementPoint
from mentorkit.outcomes.scores import means_may_be_told, score_change

Values = Mapping[MeasurementPoint, Mapping[str, Decimal]]
"""By point and by person."""


@attrs.frozen
class Share:
    """How many said yes.

    Attributes:
        people: of how many.
        yes: how many did; None where fewer than five would stand on a side.
        more_than_half: of them said yes.
    """

    people: int
    yes: int | None
    more_than_half: bool


@attrs.frozen
class Figure:
    """What is told of a measure at a point; all figures of a measure are of the same people.

    Attributes:
        value: the share of yes, or the mean of a score; None where it is hidden.
        people: of how many.
        change: of the share or mean since the start; None where it is hidden, or at the start.
    """

    value: Share | float
    people: int
    change: MeanChange | None = None


def is_yes_or_no(values: Values) -> bool:
    """Whether everything that was measured is 0 or 1."""
    found = {value for taken in values.values() for value in taken.values()}
    return bool(found) and found <= {Decimal(0), Decimal(1)}


def share_of(answers: Collection[Decimal]) -> Share:
    """The share of yes: exact where at least five stand on each side, and otherwise the half that it lies in."""
    people, yes = len(answers), sum(1 for answer in answers if answer)
    exact = min(yes, people - yes) >= FEWEST
    return Share(people, yes if exact else None, 2 * yes > people)


def figures_of(
    values: Values, whole: int, fewest: int, *, yes_or_no: bool | None = None, intervals: bool = True
) -> dict[MeasurementPoint, Figure]:
    """What may be told at each point, of those with a value at the start and at one later point.

    That point is the exit, if it can be. A further point is told where all of them have a value there too: figures of
    others would differ from these by a few people, and give them away by subtraction.

    Args:
        values: of those who count.
        whole: how many count; five or more.
        fewest: of how many a change is told at all.
        yes_or_no: whether they are that; by default, whether all are 0 or 1. A tool may give those two as totals.
        intervals: whether the library for those of scores is there.
    """
    paired = bool(values.get(START))
    known = {point: _size(values, point, whole, fewest) for point in values if point != START or not paired}
    sizes = {point: size for point, size in known.items() if size is not None}
    least = fewest if paired else FEWEST
    main = next((point for point in sorted(sizes, key=main_first) if sizes[point] >= least), None)
    if main is None:
        return {}
    base = sorted(id_ for id_ in values[main] if not paired or id_ in values[START])
    told = [
        point for point in sizes if all(id_ in values[point] for id_ in base) and not is_small(sizes[point] - len(base))
    ]
    points = [START, *told] if paired else told
    taken = {point: [values[point][id_] for id_ in base] for point in points}
    if not (is_yes_or_no(values) if yes_or_no is None else yes_or_no):
        return _score_figures(taken, intervals=intervals)
    return {
        point: Figure(
            share_of(taken[point]),
            len(base),
            _share_change(values, point, base) if paired and point != START else None,
        )
        for point in points
    }


def _score_figures(
    taken: Mapping[MeasurementPoint, list[Decimal]], *, intervals: bool
) -> dict[MeasurementPoint, Figure]:
    """Means with their changes; none at all where those at one point could give few people away."""
    start = taken.get(START)
    if start is None:
        told = all(means_may_be_told(scores) for scores in taken.values())
    else:
        told = means_may_be_told(start, *(scores for point, scores in taken.items() if point != START))
    if not told:
        return {}
    return {
        point: Figure(
            float(mean(scores)),
            len(scores),
            score_change(start, scores) if start and intervals and point != START else None,
        )
        for point, scores in taken.items()
    }


def _size(values: Values, point: MeasurementPoint, whole: int, fewest: int) -> int | None:
    """How many have a value there, and at the start if there is one; None where that is hidden."""
    later = values[point]
    if not values.get(START):
        return len(later) if shown_count(len(later), whole).exact else None
    both = sum(1 for id_ in later if id_ in values[START])
    return shown_pairs(whole, len(values[START]), len(later), both, fewest).people


def main_first(point: MeasurementPoint) -> tuple[int, int]:
    """Exit, then reviews from the last, then follow-ups from the first."""
    return (0, 0) if point.kind == 2 else (1, -point.number) if point.kind == 1 else (2, point.number)


def _share_change(values: Values, point: MeasurementPoint, base: Collection[str]) -> MeanChange | None:
    cells = [0, 0, 0, 0]
    for id_ in base:
        cells[2 * (not values[START][id_]) + (not values[point][id_])] += 1
    return newcombe(*cells) if min(cells) >= FEWEST else None
