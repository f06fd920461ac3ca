"""Which means of scores may be told, so that no group of one to four people can be worked out from them.

A mean says the total, and its interval the total of the squares. Near the least and the most that so many people can
have, few tables give the same totals: ten people with five different scores from 0 up and a mean of 1.0 are six with 0
and one each with 1, 2, 3 and 4. So means are told only at a distance from those ends, counted in steps: the smallest
difference between scores as most people have them. A few scores with decimals among whole ones make no finer step.
"""

from collections.abc import Collection
from decimal import Decimal
from itertools import count, pairwise

from mentorkit.outcomes.change import MeanChange, change_of
from mentorkit.outcomes.disclosure import FEWEST, FEWEST_NOT_SHOWN

LEAST_DISTANCE = 16
"""Steps, in total, from the scores at a point to the lowest of all scores, and to the highest."""

LEAST_SPREAD = 20
"""Squared steps, in total, from the changes to their mean."""

Scores = Collection[Decimal]
"""Of people in some order, which is the same at each point."""


def means_may_be_told(*points: Scores) -> bool:
    """Whether means at these points, and changes from the first to each later one with their intervals, may be told.

    Ten people or more have five different scores or more at each point, and five different changes or more, and are
    neither all near one end nor all of one change; most changes are smaller than the distance between the ends.

    Args:
        points: the scores of the same people at each of them.
    """
    start, *later = points
    changes = [changes_between(start, scores) for scores in later]
    if not all(map(_has_many_values, (*points, *changes))):
        return False
    values = sorted({score for scores in points for score in scores})
    lowest, highest = values[0], values[-1]
    step = _step(points)
    people = len(start)
    far = all(
        min(sum(scores) - people * lowest, people * highest - sum(scores)) >= LEAST_DISTANCE * step for scores in points
    )
    return far and all(_is_spread(found, step, highest - lowest) for found in changes)


def _step(points: Collection[Scores]) -> Decimal:
    """The smallest difference of scores on the coarsest grid that half of the scores at some point are on, or more."""
    grid = max(map(_grid, points))
    values = sorted({score for scores in points for score in scores if not score % grid})
    return min((after - before for before, after in pairwise(values)), default=grid)


def _grid(scores: Scores) -> Decimal:
    """Whole numbers, halves, quarters, tenths and so on: the first of which at least half of the scores are."""
    grids = (Decimal(part).scaleb(-places) for places in count() for part in ("1", "0.5", "0.25"))
    return next(grid for grid in grids if 2 * sum(1 for score in scores if not score % grid) >= len(scores))


def score_change(start: Scores, later: Scores) -> MeanChange | None:
    """The change of scores; None where a mean and its interval could give few people away."""
    return change_of(changes_between(start, later)) if means_may_be_told(start, later) else None


def changes_between(start: Scores, later: Scores) -> list[Decimal]:
    """Each person's later score less their score at the start."""
    return [after - before for before, after in zip(start, later, strict=True)]


def _has_many_values(scores: Scores) -> bool:
    return len(scores) >= FEWEST_NOT_SHOWN and len(set(scores)) >= FEWEST


def _is_spread(changes: Scores, step: Decimal, width: Decimal) -> bool:
    people, squares = len(changes), sum(change * change for change in changes)
    around_mean = people * squares - sum(changes) ** 2
    return around_mean >= LEAST_SPREAD * people * step * step and 2 * squares <= people * width * width
