"""Lengths of time compared as people round them, so that "12 weeks" and "3 months" do not contradict each other."""

from typing import Any

from mentorkit.validation.contradictions.contradiction import is_more
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import highest, lowest
from mentorkit.values.three_valued import Answer

_FOUR_WEEKS = 28
_HALF_A_WEEK = 3


def is_longer(one: Any, other: Any) -> Answer:
    """Whether a length of time is longer than another, however people round; None where a range leaves it open.

    Months are compared with months. Against days and weeks, a month has anything from four weeks to 31 days, and half a
    week more where somebody has rounded to whole weeks: people say "12 weeks" or "13 weeks" for three months, "17" or
    "18 weeks" for four, "24" or "26 weeks" for half a year, and 48 or 52 weeks for a year.
    Time spent is neither longer nor shorter than time passed, which other findings speak of.
    """
    return is_more(one, other, _exceeds)


def _exceeds(one: Duration, other: Duration) -> bool:
    if one.minutes or other.minutes:
        return one.minutes > other.minutes > 0
    if one.months and other.months:
        return one.months > other.months
    return days_as_rounded(one)[0] > days_as_rounded(other)[1]


def days_as_rounded(length: Any) -> tuple[int, int]:
    """The fewest and the most days that people may mean by a length of time that passes, or by a range of them.

    Examples:
        >>> days_as_rounded(Duration.parse("3 months")), days_as_rounded(Duration.parse("2 weeks"))
        ((84, 95), (14, 14))
    """
    shortest, longest = lowest(length), highest(length)
    most = longest.in_days[1] + (_HALF_A_WEEK if longest.months else 0)
    return shortest.months * _FOUR_WEEKS or shortest.in_days[0], most
