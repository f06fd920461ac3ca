"""What a contradiction is: two places of a file of which at most one can be right."""

import operator
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import attrs

from mentorkit.core.finding import Finding, FindingKind
from mentorkit.programme.network import Member
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.text.words import of_one
from mentorkit.validation.file_checks import check_finding
from mentorkit.values.inexact import as_compared, as_written, highest, lowest, stated_end
from mentorkit.values.three_valued import Answer, any_true

CORRECT = "correct whichever is wrong"
"""What to do about two places of which nobody but the service can say which is right."""


class Contradiction(NamedTuple):
    """The one place, what it says and what the other says, what to do, and whether no value of a range is right."""

    path: Path
    message: str
    fix: str
    certain: bool = True

    def finding(self) -> Finding:
        """It as a finding, which is not settled where some values of a range are right and others are not."""
        message = of_one(self.message)
        if self.certain:
            return check_finding("contradiction", self.path, message, self.fix)
        message += "; both can be right only with some values of the range"
        found = check_finding("contradiction", self.path, message, f"state a value that settles it, or {self.fix}")
        return attrs.evolve(found, kind=FindingKind.NOT_SETTLED)


Search = Callable[[Programme], Iterator[Contradiction]]
"""Looks for contradictions of one kind in a design, what a larger service answers for included."""


def members_by_id(programme: Programme) -> dict[str, Member]:
    """The members of the network that have an id, by which links name them."""
    return {member.id: member for member in programme.network.members or () if member.id}


def is_more(one: Any, other: Any, exceeds: Callable[[Any, Any], bool] = operator.gt) -> Answer:
    """Whether a number is more than another; None where that is so of some values of a range, and not of others.

    What is not stated is no more than anything, and a range no more than the same one elsewhere.

    Args:
        one: a number or a range of them, or None.
        other: another.
        exceeds: whether one exact value is more than another.
    """
    if None in (as_compared(one), as_compared(other)) or as_compared(one) == as_compared(other):
        return False
    if exceeds(lowest(one), highest(other)):
        return True
    return None if exceeds(highest(one), lowest(other)) else False


def is_more_as_stated(one: Any, other: Any, exceeds: Callable[[Any, Any], bool] = operator.gt) -> Answer:
    """The same, where an end that nobody wrote raises no doubt: 24 is not more than "at most 24" or "about 24"."""
    more = is_more(one, other, exceeds)
    if more is None and not exceeds(_stated(one, highest), _stated(other, lowest)):
        return False
    return more


def _stated(value: Any, end: Callable[[Any], Any]) -> Any:
    return stated_end(as_written(value), end)


def differ(one: Any, other: Any) -> Answer:
    """Whether two numbers differ; None where they do for some values of a range, and not for others."""
    return any_true((is_more(one, other), is_more(other, one)))
