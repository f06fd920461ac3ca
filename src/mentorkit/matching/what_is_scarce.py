"""What one more mentor of each kind would add: the scarcest kinds first.

A kind is a value of something that is required: a language, an area, a day. One more mentor of a kind is taken to suit
everybody in all else. How many more people would then be matched is counted exactly, by chains of moves that end
with somebody who has nobody (augmenting paths).
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from mentorkit.matching.cohort import Cohort
from mentorkit.matching.compare import OwnAndWish, PairComparison
from mentorkit.matching.objectives import BestPairs
from mentorkit.matching.possible_pairs import PossiblePairs
from mentorkit.matching.result import ScarceKind
from mentorkit.matching.solver.result import UNMATCHED


class Scarcity:
    """Counts what would be added, from the best assignment that there is.

    Args:
        cohort: everybody.
        pairs: those that may be made.
        solved: the assignment; where it is no exact one of places, others are left where they are.
    """

    def __init__(self, cohort: Cohort, pairs: PossiblePairs, solved: BestPairs) -> None:
        self.cohort = cohort
        self.shortage = solved.shortage
        self.mentor_of = [mentors[0] if mentors else UNMATCHED for mentors in solved.mentors_of]
        self.places: int = cohort.usual_room or 1
        short = self.shortage.mentees if self.shortage else [mentor == UNMATCHED for mentor in self.mentor_of]
        self.competing = [mentee for mentee in cohort.open_mentees if short[mentee]]
        self.waiting = {mentee for mentee in self.competing if self.mentor_of[mentee] == UNMATCHED}
        self._wanting: dict[int, list[int]] = {}
        for mentee in self.competing if self.shortage else ():
            for mentor in pairs.mentors_for(mentee):
                self._wanting.setdefault(mentor, []).append(mentee)

    def place_helps(self) -> tuple[str, ...]:
        """The mentors with whom one more place would match one more person."""
        if self.shortage is None:
            return ()
        scarce = self.shortage.mentors
        return tuple(self.cohort.mentors[mentor].id for mentor in self.cohort.open_mentors if scarce[mentor])

    def kinds(self) -> list[ScarceKind]:
        """The kinds of which one more mentor would match somebody; the scarcest first, then as the design has them."""
        if not self.waiting:
            return []
        found = [self._kind("", None, self.competing)]
        for each in self.cohort.comparisons:
            if each.required and each.placed.comparison.what != "id":
                found += [
                    self._kind(str(each.placed.comparison.what), value, some) for value, some in self._by_value(each)
                ]
        helping = [kind for kind in found if kind.adds]
        return sorted(helping, key=lambda kind: (kind.what != "", -kind.adds, -kind.waiting))

    def _kind(self, what: str, value: Any, mentees: Collection[int]) -> ScarceKind:
        waiting = sum(1 for mentee in mentees if mentee in self.waiting)
        return ScarceKind(what, value, self.added(mentees, self.places), waiting)

    def _by_value(self, each: PairComparison) -> Iterator[tuple[Any, list[int]]]:
        """For each value that would help somebody, the mentees who could have such a mentor."""
        if each.placed.comparison.kind == "near":
            own = (each.mentees.of_person(mentee).own for mentee in self.waiting)
            suiting = {value for mine in own if mine is not None and (value := each.suiting(mine)) is not None}
            for value in sorted(suiting):
                yield value, [m for m in self.competing if each.holds(OwnAndWish(value), each.mentees.of_person(m))]
            return
        suited: dict[Any, list[int]] = {}
        anything: list[int] = []
        for mentee in self.competing:
            keys = each.keys_of_mentee(mentee)
            if keys is None:
                anything.append(mentee)
            for key in keys or ():
                suited.setdefault(key, []).append(mentee)
        for key in sorted(suited, key=_written):
            yield _written(key), [*suited[key], *anything]

    def added(self, mentees: Iterable[int], places: int) -> int:
        """How many more are matched with one more mentor of so many places for these mentees."""
        some = list(mentees)
        direct = sum(1 for mentee in some if mentee in self.waiting)
        if direct >= places or direct == len(self.waiting) or self.shortage is None:
            return min(direct, places)
        moved: dict[int, int] = {}
        count = 0
        while count < places and self._chain(some, moved):
            count += 1
        return count

    def _chain(self, mentees: list[int], moved: dict[int, int]) -> bool:
        """Fills a place with the new mentor, whose number is one past the last, by one chain of moves."""
        new = len(self.cohort.mentors)
        came: dict[int, tuple[int, int]] = {}
        queue: deque[tuple[int, Iterable[int]]] = deque([(new, mentees)])
        seen = {new}
        while queue:
            mentor, wanting = queue.popleft()
            for mentee in wanting:
                now = moved.get(mentee, self.mentor_of[mentee])
                if now in seen or mentee in came:
                    continue
                came[mentee] = (mentor, now)
                if now == UNMATCHED:
                    self._move(mentee, came, moved)
                    return True
                seen.add(now)
                queue.append((now, self._wanting.get(now, ())))
        return False

    def _move(self, mentee: int, came: dict[int, tuple[int, int]], moved: dict[int, int]) -> None:
        freed = {now: who for who, (_, now) in came.items()}
        while True:
            mentor = came[mentee][0]
            moved[mentee] = mentor
            if mentor == len(self.cohort.mentors):
                return
            mentee = freed[mentor]


def _written(key: Any) -> str:
    """A value as people write it."""
    return "; ".join(sorted(key)) if isinstance(key, frozenset) else str(key)
