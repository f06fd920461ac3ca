"""Which limits a value is outside of."""

from collections.abc import Iterable
from typing import Any

from mentorkit.core.limit import Bound, Limit
from mentorkit.values.duration import UnitsDifferError
from mentorkit.values.inexact import NotExactError, ends_of


def unmet_limits(limits: Iterable[Limit], value: Any) -> tuple[Limit, ...]:
    """The limits that a value is outside of, or may be where it is a range, most binding first.

    Of the bounds and choices only the most binding unmet one is given: what is below 30 days is below three months too,
    and says so once. Entries that a list lacks are each given.

    Raises:
        UnitsDifferError: where a duration is stated in units that cannot be compared with a limit's.
    """
    outside = [limit for limit in limits if _answers(limit, value) != {True}]
    # Of bounds that bind as much, the one that keeps to all others is told, or a value made right would be wrong again.
    ordered = sorted(outside, key=lambda one: (-one.strength, sum(not _keeps_to(one, other) for other in outside)))
    first = {type(limit): limit for limit in reversed(ordered)}
    return tuple(limit for limit in ordered if limit.cumulative or first[type(limit)] is limit)


def _keeps_to(limit: Limit, other: Limit) -> bool:
    """Whether the bound itself is inside another bound of its kind."""
    same = isinstance(limit, Bound) and type(limit) is type(other)
    return not same or limit_holds(other, limit.bound) is not False  # type: ignore[attr-defined]


def limit_holds(limit: Limit, value: Any) -> bool | None:
    """Whether a value is inside a limit; None where its units cannot be compared, or a range is only partly inside."""
    try:
        answers = _answers(limit, value)
    except UnitsDifferError:
        return None
    return answers.pop() if len(answers) == 1 else None


def _answers(limit: Limit, value: Any) -> set[bool]:
    """Whether a value is inside a limit; both, where one value of a range is and another is not."""
    try:
        return {limit.holds(end) for end in (ends_of(value) if isinstance(limit, Bound) else (value,))}
    except NotExactError:
        return {True, False}
