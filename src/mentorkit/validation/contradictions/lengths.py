"""Lengths of time compared as people round them, so that "12 weeks" and "3 months" do not contradict each other."""

from typing import Any

from mentorkit.validation.contradictions.contradiction import is_more_as_stated
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import highest, lowest
from mentorkit.values.three_valued import Answer
from mentorkit.values.time_passed import TimePassed


def is_longer(one: Any, other: Any) -> Answer:
    """Whether a length of time is longer than another, however people round; None where a range leaves it open.

    Time spent is neither longer nor shorter than time passed, which other findings speak of.
    """
    return is_more_as_stated(one, other, _exceeds)


def is_later(one: Any, other: Any) -> Answer:
    """Whether a time that passes is longer than another, of which one may be in hours, and the other in days."""
    return is_more_as_stated(one, other, _passes_later)


def are_different(one: Any, other: Any) -> bool:
    """Whether two times that pass are different ones, however people round; a range is no other time than its ends."""
    return bool(is_later(one, other) or is_later(other, one))


def _passes_later(one: Duration, other: Duration) -> bool:
    if bool(one.minutes) is bool(other.minutes):
        return _exceeds(one, other)
    return TimePassed(one.amount, one.unit) > other


def _exceeds(one: Duration, other: Duration) -> bool:
    if one.minutes or other.minutes:
        return one.minutes > other.minutes > 0
    return one.is_longer_than(other)


def days_as_rounded(length: Any) -> tuple[int, int]:
    """The fewest and the most days that people may mean by a length of time that passes, or by a range of them.

    Examples:
        >>> days_as_rounded(Duration.parse("3 months")), days_as_rounded(Duration.parse("2 weeks"))
        ((84, 95), (14, 14))
    """
    return lowest(length).as_rounded[0], highest(length).as_rounded[1]
