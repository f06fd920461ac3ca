"""Cases in a fixed order, so that the order of a sheet makes no difference."""

from collections.abc import Iterable
from itertools import pairwise

from mentorkit.core.case_reading import Case
from mentorkit.matching.result import MatchingError
from mentorkit.values.seen_text import as_seen


def in_order(cases: Iterable[Case], side: str) -> list[Case]:
    """Cases by their ids, so that the order of a sheet makes no difference.

    Args:
        cases: each of them once.
        side: what they are, in the plural.

    Raises:
        MatchingError: where two have one id, as a person sees it.
        ValueError: where they are no cases.
    """
    if not isinstance(cases, Iterable):
        raise ValueError(f"{side} is of the type {type(cases).__name__}; give a list of cases")
    listed = list(cases)
    for position, case in enumerate(listed):
        if not isinstance(case, Case):
            raise ValueError(f"{side}[{position}] is of the type {type(case).__name__}; give a list of cases")
    ordered = sorted(listed, key=lambda case: case.id)
    for one, other in pairwise(sorted(ordered, key=lambda case: as_seen(case.id))):
        if as_seen(one.id) == as_seen(other.id):
            alike = (
                f"have the id {one.id}" if one.id == other.id else f"have ids that look alike: {one.id} and {other.id}"
            )
            raise MatchingError(f"two {side} {alike}", "give each an id of its own")
    return ordered
