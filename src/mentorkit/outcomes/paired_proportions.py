"""How far chance may have moved a difference between two shares of the same people.

Our own: no release of SciPy or statsmodels has it for pairs (statsmodels 0.15.0 has it for shares of different people).
The development version of statsmodels documents confint_proportions_paired, with method "newcomb", which could replace
this at the price of statsmodels and pandas.
"""

from math import sqrt
from statistics import NormalDist

from mentorkit.outcomes.change import CONFIDENCE_LEVEL, MeanChange


def wilson(yes: int, people: int) -> tuple[float, float]:
    """Wilson's score interval of one share, without continuity correction; both ends lie in 0 to 1."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE_LEVEL) / 2)
    share, spread = yes / people, z * z / people
    middle = (share + spread / 2) / (1 + spread)
    reach = z * sqrt(share * (1 - share) / people + z * z / (4 * people * people)) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def newcombe(both: int, start_only: int, later_only: int, neither: int) -> MeanChange:
    """The later share less the share at the start, with its interval by Newcombe's hybrid score method.

    This is method 10 of R. G. Newcombe, Improved confidence intervals for the difference between binomial proportions
    based on paired data, Statistics in Medicine 17 (1998), 2635-2650. The ends lie in -1 to 1.

    Args:
        both: how many said yes at the start and later.
        start_only: how many said yes at the start alone.
        later_only: how many said yes later alone.
        neither: how many said it at neither.
    """
    people = both + start_only + later_only + neither
    start, later = both + start_only, both + later_only
    margins = start * (people - start) * later * (people - later)
    product: float = both * neither - start_only * later_only
    if product > 0:
        product = max(product - people / 2, 0)  # the correction of method 10
    correlation = product / sqrt(margins) if margins else 0.0
    (start_low, start_high), (later_low, later_high) = wilson(start, people), wilson(later, people)
    at_start, at_later = start / people, later / people

    def reach(towards_later: float, towards_start: float) -> float:
        squares = towards_later**2 + towards_start**2 - 2 * correlation * towards_later * towards_start
        return sqrt(max(squares, 0.0))

    difference = (later_only - start_only) / people
    low = difference - reach(at_later - later_low, start_high - at_start)
    high = difference + reach(later_high - at_later, at_start - start_low)
    return MeanChange(difference, max(-1.0, low), min(1.0, high))
