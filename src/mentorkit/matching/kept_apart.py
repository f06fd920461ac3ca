"""Pairs that are locked as never, and vetoes: whom they keep apart, and who waits since one of them is not clear."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from mentorkit.core.case_reading import Case
from mentorkit.matching.compare import NONE
from mentorkit.matching.result import NotFound
from mentorkit.programme.kept_columns import VETOES
from mentorkit.records.locks import Lock
from mentorkit.text.csv_row import without_guard
from mentorkit.values.seen_text import as_seen, easily_mixed_up

Two = tuple[str, str]
"""The ids of a mentee and a mentor, as a person sees them."""


class Unsettled(NamedTuple):
    """Why somebody waits until it is known whom they are not to have, and what to do."""

    why: str
    fix: str


_UNREAD = Unsettled("mentee_vetoes cannot be read", "write the ids in mentee_vetoes with semicolons between them")
_VETO_OF_NOBODY = Unsettled(
    "mentee_vetoes names somebody who is not in the sheets", "check the ids in mentee_vetoes, or mark the pair as away"
)
_NEVER_OF_NOBODY = Unsettled(
    "may be locked as never: an id of the pair is not in the sheets",
    "check the ids of the pair, or mark it as away, in the sheet of locks",
)


class KeptApart:
    """What is locked as never, and vetoes. Both hold for two people, whichever of them is the mentor.

    Args:
        locks: all of them; only those that say never are looked at.
        mentees: the number of each mentee, by id as a person sees it.
        mentors: the number of each mentor, in the same way.
        nearest: the ids closest to one that nobody has; asked with True for a mentee.

    Attributes:
        never: for each mentee the mentors whom they are never to have.
        pairs: the ids of every two, as the first lock has them.
        away: those two of whom somebody is not in the sheets, and marked as away.
        not_found: those of whom somebody is not in the sheets for no reason that is known.
        vetoed: for each mentee the mentors whom they do not want.
        vetoed_by: for each mentee the mentors who do not want them, as these have said as mentees.
        unsettled: who is not matched with anybody, by id as a person sees it. For a lock they are those of the two who
            are in the sheets; if neither is, those who have the closest ids.
    """

    def __init__(
        self,
        locks: Iterable[Lock],
        mentees: Mapping[str, int],
        mentors: Mapping[str, int],
        nearest: Callable[[str, bool], Sequence[str]],
    ) -> None:
        self._mentees = mentees
        self._mentors = mentors
        self._nearest = nearest
        self.vetoed: dict[int, frozenset[int]] = {}
        self.vetoed_by: dict[int, set[int]] = {}
        self.unsettled: dict[str, Unsettled] = {}
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
                    closest = [
                        *(nearest(lock.mentee, True) if asked[0] else ()),
                        *(nearest(lock.mentor, False) if asked[1] else ()),
                    ]
                    meant = next(iter(closest), "")
                    self.not_found.append(NotFound(lock.mentee, lock.mentor, "never", meant, two in marked))
                    there = [id_ for id_ in two if id_ in mentees or id_ in mentors]
                    self.unsettled |= dict.fromkeys(there or map(as_seen, closest), _NEVER_OF_NOBODY)
            self.pairs.setdefault(two, (lock.mentee, lock.mentor))

    def read_vetoes(self, mentees: Sequence[Case]) -> None:
        """Reads whom each mentee does not want.

        Args:
            mentees: all of them, in the order of their numbers.
        """
        for number, case in enumerate(mentees):
            value = case.facts.get(VETOES)
            ids = [value] if isinstance(value, str) else value
            if ids is None:
                continue
            seen = as_seen(case.id)
            texts = map(without_guard, map(str, ids)) if isinstance(ids, list | tuple) else ()
            named = {seen_id: text for text in texts if (seen_id := as_seen(text))}
            if not named and ids != [] and ids != ():
                self.unsettled[seen] = _UNREAD
                continue
            self.vetoed[number] = frozenset(self._mentors[each] for each in named if each in self._mentors)
            there = self._mentors.keys() | {mentor for mentee, mentor in self.away if mentee == seen}
            if seen in self._mentors:
                there |= self._mentees.keys()
                for each in named.keys() & self._mentees.keys():
                    self.vetoed_by.setdefault(self._mentees[each], set()).add(self._mentors[seen])
            missing = sorted(named[each] for each in named.keys() - there - {NONE})
            self.not_found += [
                NotFound(case.id, each, "veto", next(iter(self._nearest(each, False)), "")) for each in missing
            ]
            if missing:
                self.unsettled[seen] = _VETO_OF_NOBODY

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
