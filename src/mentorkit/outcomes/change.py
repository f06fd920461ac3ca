"""The mean change of a group and how far chance may have moved it."""

from collections.abc import Collection
from decimal import Decimal
from statistics import mean, stdev

import attrs

CONFIDENCE_LEVEL = 0.95
"""Of intervals."""


class NoStatisticsError(Exception):
    """The library that gives intervals is not installed."""


@attrs.frozen
class MeanChange:
    """By how much a group differs from its start, in points of the measure.

    Attributes:
        mean: of the people's changes.
        low: of the 95 % confidence interval, and
        high: of it.
    """

    mean: float
    low: float
    high: float


def check_statistics() -> None:
    """Nothing, where intervals can be given.

    Raises:
        NoStatisticsError: where they cannot.
    """
    try:
        import scipy.special  # noqa: F401 - whether it is there
    except ImportError:
        raise NoStatisticsError from None


def change_of(changes: Collection[Decimal]) -> MeanChange | None:
    """The mean with its interval, by Student's t for paired values; None where everybody changed alike.

    If that were shown, so would be the change of each of them. Mean and spread are exact until the last step, so that
    the order of people changes nothing.

    Args:
        changes: later value less value at the start, of two people or more.
    """
    spread = stdev(changes)
    if not spread:
        return None
    from scipy.special import stdtrit  # the inverse of Student's t, without all that scipy.stats loads

    middle = float(mean(changes))
    reach = float(stdtrit(len(changes) - 1, (1 + CONFIDENCE_LEVEL) / 2)) * float(spread) / len(changes) ** 0.5
    return MeanChange(middle, middle - reach, middle + reach)
