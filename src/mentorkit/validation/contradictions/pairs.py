"""What the file says of pairs, and what keeps those pairs apart."""

from collections.abc import Iterator

from mentorkit.programme.tables import Programme
from mentorkit.validation.contradictions.contradiction import Contradiction

_IN_COMMON = ("same", "overlap")
"""Kinds of comparison that look for what two people share."""


def kept_apart_for_what_is_wished(programme: Programme) -> Iterator[Contradiction]:
    """What two people are to have in common does not keep them apart."""
    matching = programme.matching
    excluded = {each.what: at for at, each in enumerate(matching.exclusions or ()) if each.kind in _IN_COMMON}
    for place, each in enumerate(matching.preferences or ()):
        if each.kind in _IN_COMMON and each.what in excluded:
            other = f"matching.exclusions[{excluded[each.what]}]"
            message = f"pairs are to have {each.what} in common, and {other} rules these out"
            yield Contradiction(("matching", "preferences", place), message, "take one of the two out")
