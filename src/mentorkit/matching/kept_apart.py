"""Pairs that are locked as never: whom they keep apart, and which of them are about somebody who is away."""

from collections.abc import Callable, Iterable, Mapping

from mentorkit.matching.result import NotFound
from mentorkit.records.locks import Lock
from mentorkit.values.seen_text import as_seen, easily_mixed_up

Two = tuple[str, str]
"""The ids of a mentee and a mentor, as a person sees them."""


class KeptApart:
    """What is locked as never. It holds for the two people, whichever of them is the mentor.

    Args:
        locks: all of them; only those that say never are looked at.
        mentees: the number of each mentee, by id as a person sees it.
        mentors: the number of each mentor, in the same way.
        meant: the id closest to one that nobody has, as a question; asked with True for a mentee.

    Attributes:
        never: for each mentee the mentors whom they are never to have.
        pairs: the ids of every two, as the first lock has them.
        away: those two of whom somebody is not in the sheets, and marked as away.
        not_found: those of whom somebody is not in the sheets for no reason that is known.
    """

    def __init__(
        self,
        locks: Iterable[Lock],
        mentees: Mapping[str, int],
        mentors: Mapping[str, int],
        meant: Callable[[str, bool], str],
    ) -> None:
        self._mentees = mentees
        self._mentors = mentors
        self.never: dict[int, set[int]] = {}
        self.pairs: dict[Two, Two] = {}
        self.away: set[Two] = set()
        self.not_found: list[NotFound] = []
        alike = [set(map(easily_mixed_up, side)) for side in (mentees, mentors)]
        locked = [lock for lock in locks if lock.word == "never"]
        marked = {as_two(lock) for lock in locked if lock.away}
        for lock in locked:
            two = as_two(lock)
            if two not in self.pairs and not self._keep_apart(two):
                missing = [two[0] not in mentees, two[1] not in mentors]
                mixed_up = [gone and easily_mixed_up(two[side]) in alike[side] for side, gone in enumerate(missing)]
                if two in marked and not any(mixed_up):
                    self.away.add(two)
                else:
                    asked = mixed_up if any(mixed_up) else missing
                    closest = (meant(lock.mentee, True) if asked[0] else "") or (
                        meant(lock.mentor, False) if asked[1] else ""
                    )
                    self.not_found.append(NotFound(lock.mentee, lock.mentor, "never", closest, two in marked))
            self.pairs.setdefault(two, (lock.mentee, lock.mentor))

    def _keep_apart(self, two: Two) -> bool:
        """Whether both are in the sheets; they are never matched with each other then."""
        found = False
        for mentee, mentor in (two, two[::-1]):
            if mentee in self._mentees and mentor in self._mentors:
                self.never.setdefault(self._mentees[mentee], set()).add(self._mentors[mentor])
                found = True
        return found


def as_two(lock: Lock) -> Two:
    """Whom a lock is about."""
    return as_seen(lock.mentee), as_seen(lock.mentor)
