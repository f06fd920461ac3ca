"""Making an assignment of what mentors would choose each for itself, and bettering it by small changes."""

from collections.abc import Callable, Iterator, Sequence

from mentorkit.matching.solver.knapsack import Item


def repair(
    offers: Sequence[Sequence[Item]],
    room: Sequence[int],
    chosen: Sequence[Sequence[int]],
    go_on: Callable[[], bool] = lambda: True,
) -> tuple[dict[int, int], int]:
    """Makes an assignment in which no mentee has two mentors, and betters it until no small change does.

    Args:
        offers: the pairs of each mentor.
        room: the hours of each mentor.
        chosen: mentees that each mentor has hours for all of.
        go_on: is asked often whether to better it further.

    Returns:
        The mentor of each mentee that has one, and the value of all pairs made.
    """
    table = _Table(offers, room, chosen)
    while table.move() or table.swap(go_on):
        pass
    return table.place_of, sum(table.value(mentee, mentor) for mentee, mentor in table.place_of.items())


class _Table:
    """An assignment that is being bettered."""

    def __init__(self, offers: Sequence[Sequence[Item]], room: Sequence[int], chosen: Sequence[Sequence[int]]) -> None:
        self.offers = [{mentee: (hours, value) for mentee, hours, value in row} for row in offers]
        self.room = list(room)
        self.wishes: dict[int, list[tuple[int, int]]] = {}
        for mentor, row in enumerate(offers):
            for mentee, _, value in row:
                self.wishes.setdefault(mentee, []).append((-value, mentor))
        for wishes in self.wishes.values():
            wishes.sort()
        self.mentees = sorted(self.wishes)
        self.place_of: dict[int, int] = {}
        for mentor, mentees in enumerate(chosen):
            for mentee in mentees:
                before = self.place_of.get(mentee)
                if before is None or self.value(mentee, mentor) > self.value(mentee, before):
                    self.put(mentee, mentor)

    def hours(self, mentee: int, mentor: int) -> int:
        """What a pair takes."""
        return self.offers[mentor][mentee][0]

    def value(self, mentee: int, mentor: int) -> int:
        """What a pair is worth."""
        return self.offers[mentor][mentee][1]

    def put(self, mentee: int, mentor: int | None) -> None:
        """Gives a mentee a mentor, or none."""
        before = self.place_of.pop(mentee, None)
        if before is not None:
            self.room[before] += self.hours(mentee, before)
        if mentor is not None:
            self.room[mentor] -= self.hours(mentee, mentor)
            self.place_of[mentee] = mentor

    def move(self) -> bool:
        """Gives every mentee the best mentor who has the hours; tells whether that changed anything."""
        changed = False
        for mentee in self.mentees:
            before = self.place_of.get(mentee)
            for _, mentor in self.wishes[mentee]:
                if mentor == before:
                    break
                if self.hours(mentee, mentor) <= self.room[mentor]:
                    self.put(mentee, mentor)
                    changed = True
                    break
        return changed

    def swap(self, go_on: Callable[[], bool]) -> bool:
        """Lets two mentees change places where that is better; tells whether it did and may go on."""
        changed = False
        for one in self.mentees:
            if not go_on():
                return False
            for other in self._partners(one):
                mine, theirs = self.place_of[one], self.place_of.get(other)
                self.put(other, mine)
                self.put(one, theirs)
                changed = True
        return changed

    def _partners(self, one: int) -> Iterator[int]:
        """Mentees who would better change places with one, as it stands each time."""
        for other in self.mentees:
            mine, theirs = self.place_of.get(one), self.place_of.get(other)
            if mine is None or mine == theirs or other not in self.offers[mine]:
                continue
            hours, gain = self.hours(one, mine), self.value(other, mine) - self.value(one, mine)
            if theirs is not None:
                if one not in self.offers[theirs]:
                    continue
                gain += self.value(one, theirs) - self.value(other, theirs)
                if self.hours(one, theirs) > self.room[theirs] + self.hours(other, theirs):
                    continue
            if gain > 0 and self.hours(other, mine) <= self.room[mine] + hours:
                yield other
