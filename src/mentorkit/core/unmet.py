"""Which limits a value is outside of."""

from collections.abc import Iterable
from typing import Any

from mentorkit.core.limit import Bound, Limit
from mentorkit.values.duration import UnitsDifferError


def unmet_limits(limits: Iterable[Limit], value: Any) -> tuple[Limit, ...]:
    """The limits that a value is outside of, most binding first.

    Of the bounds and choices only the most binding unmet one is given: what is below 30 days is below three months too,
    and says so once. Entries that a list lacks are each given.

    Raises:
        UnitsDifferError: where a duration is stated in units that cannot be compared with a limit's.
    """
    outside = [limit for limit in limits if not limit.holds(value)]
    # Of bounds that bind as much, the one that keeps to all others is told, or a value made right would be wrong again.
    ordered = sorted(outside, key=lambda one: (-one.strength, sum(not _keeps_to(one, other) for other in outside)))
    kinds: set[type[Limit]] = set()
    result = []
    for limit in ordered:
        if limit.cumulative or type(limit) not in kinds:
            result.append(limit)
            kinds.add(type(limit))
    return tuple(result)


def _keeps_to(limit: Limit, other: Limit) -> bool:
    """Whether the bound itself is inside another bound of its kind."""
    same = isinstance(limit, Bound) and type(limit) is type(other)
    return not same or limit_holds(other, limit.bound) is not False  # type: ignore[attr-defined]


def limit_holds(limit: Limit, value: Any) -> bool | None:
    """Whether a value is inside a limit; None where its units cannot be compared with the limit's."""
    try:
        return limit.holds(value)
    except UnitsDifferError:
        return None
