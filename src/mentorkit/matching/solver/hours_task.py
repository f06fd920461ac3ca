"""What the solvers of OR-tools are given to share out hours, and what they give back."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import attrs

Reached = tuple[int, int]
"""How many mentees are matched, and what they gain."""


class HoursPair(NamedTuple):
    """A pair that may be made."""

    mentee: int
    mentor: int
    gain: int
    hours: int


class Found(NamedTuple):
    """What was found.

    Attributes:
        mentor_of: the mentor of each mentee, -1 for none.
        reached: by it.
        bound: what no assignment beats.
    """

    mentor_of: list[int]
    reached: Reached
    bound: Reached

    @property
    def number_is_settled(self) -> bool:
        """Whether nothing matches more mentees."""
        return self.reached[0] == self.bound[0]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is better."""
        return self.reached == self.bound


@attrs.frozen
class HoursTask:
    """Hours to share out.

    Attributes:
        pairs: one entry for each; each takes at most the hours of its mentor.
        capacity: the hours of each mentor.
        seconds_left: until the search has to stop.
        progress: is given what is reached and the bound, often.
    """

    pairs: Sequence[HoursPair]
    capacity: Sequence[int]
    seconds_left: Callable[[], float]
    progress: Callable[[Reached, Reached], None]

    def with_half_the_time(self) -> "HoursTask":
        """The same, to be stopped when half of the time that is left is over."""
        spare = self.seconds_left() / 2
        return attrs.evolve(self, seconds_left=lambda: self.seconds_left() - spare)

    def highest_gains(self) -> list[int]:
        """What each mentee gains at most, the best first."""
        best: dict[int, int] = {}
        for pair in self.pairs:
            best[pair.mentee] = max(pair.gain, best.get(pair.mentee, pair.gain))
        return sorted(best.values(), reverse=True)
