"""Who attends which session next, and which sessions need somebody to look at them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import inf

import attrs

from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.sessions.conflicts import Conflict, conflicts_of
from mentorkit.sessions.sheets import Place, Session, order_of_session, people_of
from mentorkit.values.seen_text import as_seen
from mentorkit.values.zoned_time import is_before

FEWEST_MISSED = 2
"""How many sessions somebody has missed one after the other before it is said."""


@attrs.frozen
class Next:
    """The session that somebody attends next.

    Attributes:
        person: by id.
        session: which.
        has_place: whether they have a place in it already; otherwise one could be given.
    """

    person: str
    session: Session
    has_place: bool


@attrs.frozen
class Waits:
    """Somebody for whom there is no place.

    Attributes:
        person: by id.
        numbers: the numbers of the sessions of which the next would be one.
        full: the ids of those that are full.
        elsewhere: the ids of those at whose time this person is in a session already.
    """

    person: str
    numbers: tuple[int, ...]
    full: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()


@attrs.frozen
class Remark:
    """Something to look at in a session.

    Attributes:
        session: which.
        what: in words.
    """

    session: Session
    what: str


@attrs.frozen
class WhoIsNext:
    """What there is to say of a series on a day.

    Attributes:
        on: the day or the moment.
        people: how many take part.
        next: by person.
        waiting: who has no place, by person.
        not_recorded: people and sessions that were held, of which nobody knows whether the person attended.
        completed: who has attended every session of the series.
        missed: who has missed their last sessions, two or more, with these.
        too_few: sessions that are soon and for which too few people have or could be given a place.
        too_many: sessions with more people than can attend, or than are needed to deliver them.
        conflicts: who is in two places at once, or has a place that they do not need.
        held_without: sessions that were held without those whom the design promises.
        not_stated: keys of the design that this would need.
    """

    on: date
    people: int
    next: tuple[Next, ...]
    waiting: tuple[Waits, ...]
    not_recorded: tuple[tuple[str, Session], ...]
    completed: tuple[str, ...]
    missed: tuple[tuple[str, tuple[Session, ...]], ...]
    too_few: tuple[Remark, ...]
    too_many: tuple[Remark, ...]
    conflicts: tuple[Conflict, ...]
    held_without: tuple[Remark, ...]
    not_stated: tuple[str, ...]

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to do or find out something; that people miss sessions is said, and not judged."""
        groups = (self.waiting, self.not_recorded, self.too_few, self.too_many, self.conflicts, self.held_without)
        return any(groups)


def who_is_next(
    design: GroupSessions, sessions: list[Session], places: list[Place], on: date, until: date
) -> WhoIsNext:
    """Who attends which session next.

    A session on the day itself, or at the moment or later, is still to come, unless somebody's attendance is recorded.
    Places are given one by one:
    to those who came to the series first, and of these by id; each to the earliest session with room.

    Args:
        design: how sessions are held; the sessions of the series are as many as it says, and none where it does not.
        sessions: all of them.
        places: everybody's places.
        on: the day or the moment.
        until: the last day on which a session is looked at for which too few are expected.
    """
    recorded = {place.session for place in places if place.session and place.attended is not None}
    held_ones = {session for session in sessions if is_before(session.starts_at, on) or session in recorded}
    to_come = [session for session in sessions if session not in held_ones]
    taken = Counter(place.session.id for place in places if place.session)
    numbers = range(1, (design.sessions or 0) + 1)
    most = inf if design.largest is None else design.largest
    least = 0 if design.smallest is None else design.smallest
    people = people_of(places)
    held = {person: [p for p in mine if p.session in held_ones] for person, mine in people.items()}
    left = {person: _not_attended(mine, numbers) for person, mine in people.items()}
    unsure = {person for person, mine in held.items() if _unsure(mine, left[person])}
    too_many = tuple(_too_many(design, sessions, held_ones, places))
    found: list[Next] = []
    waiting: list[Waits] = []
    for person in sorted(people, key=lambda person: _came_first(person, people[person])):
        if left[person] and person not in unsure:
            wanted = left[person][:1] if design.in_order else left[person]
            mine = [place.session for place in people[person] if place.session]
            fitting = [session for session in to_come if session.number in wanted]
            there = [*mine, *(each for each in sessions if as_seen(person) in each.works_there)]
            elsewhere = {each for each in fitting if any(map(each.overlaps, there))}
            # Somebody who has a place keeps it, also out of order.
            theirs = (each for each in to_come if each in mine and each.number in left[person])
            placed = next(theirs, None)
            full = {each for each in fitting if taken[each.id] >= most}
            free = (each for each in fitting if each not in full | elsewhere)
            chosen = placed or next(free, None)
            if chosen is None:
                ids = [tuple(each.id for each in fitting if each in which) for which in (full, elsewhere - full)]
                waiting.append(Waits(person, tuple(wanted), *ids))
            else:
                found.append(Next(person, chosen, placed is not None))
                taken[chosen.id] += placed is None
    completed = tuple(person for person in people if numbers and not left[person])
    soon = [session for session in to_come if session.day <= until]
    few = [
        Remark(session, f"{expected} expected, of {least} or more")
        for session in soon
        if (expected := taken[session.id] + _may_go_on_to(session, found, people)) < least
    ]
    return WhoIsNext(
        on=on,
        people=len(people),
        next=tuple(sorted(found, key=lambda each: each.person)),
        waiting=tuple(sorted(waiting, key=lambda each: each.person)),
        not_recorded=tuple(
            (person, p.session) for person, mine in held.items() for p in mine if p.session and p.attended is None
        ),
        completed=completed,
        missed=tuple(_missed(held, left)),
        too_few=tuple(few),
        too_many=too_many,
        conflicts=tuple(conflicts_of(sessions, to_come, people, completed)),
        held_without=tuple(_held_without(design, (session for session in sessions if session in held_ones))),
        not_stated=tuple(f"group_sessions.{key}" for key in ("largest", "in_order") if getattr(design, key) is None),
    )


def _not_attended(places: Iterable[Place], numbers: range) -> list[int]:
    attended = {place.session.number for place in places if place.session and place.attended}
    return [number for number in numbers if number not in attended]


def _unsure(held: Iterable[Place], left: list[int]) -> bool:
    """Whether somebody may have attended a session that they would otherwise attend again."""
    return any(place.attended is None and place.session and place.session.number in left for place in held)


def _came_first(person: str, places: Iterable[Place]) -> tuple[object, ...]:
    """Sorts people by when they came to the series: those who have attended nothing come last."""
    attended = [order_of_session(place.session) for place in places if place.session and place.attended]
    return (not attended, min(attended)[:1] if attended else (), person)


def _missed(
    held: Mapping[str, list[Place]], left: Mapping[str, list[int]]
) -> Iterator[tuple[str, tuple[Session, ...]]]:
    """Who has missed their last sessions, and which."""
    for person, mine in held.items():
        last: list[Session] = []
        for place in reversed(mine):
            if place.attended is not False or place.session is None:
                break
            last.insert(0, place.session)
        if len(last) >= FEWEST_MISSED and left[person]:
            yield person, tuple(last)


def _may_go_on_to(session: Session, found: Iterable[Next], people: Mapping[str, list[Place]]) -> int:
    """How many may come to a session after the one that they attend next, and have no place for its number yet."""
    return sum(
        is_before(each.session.starts_at, session.starts_at)
        and each.session.number < session.number
        and all(place.session is None or place.session.number != session.number for place in people[each.person])
        for each in found
    )


def _too_many(
    design: GroupSessions, sessions: Iterable[Session], held: set[Session], places: Iterable[Place]
) -> Iterator[Remark]:
    """Sessions with more people than the design allows: who have a place, or attended, and who deliver them."""
    there = Counter(place.session for place in places if place.session not in held or place.attended)
    for session in sessions:
        parts = []
        if design.largest is not None and there[session] > design.largest:
            verb = "attended" if session in held else "have a place"
            parts.append(f"{there[session]} {verb}, of {design.largest} at most")
        needs, delivering = session.needed(design), len(set(map(as_seen, session.delivered_by or ())))
        if needs is not None and delivering > needs:
            parts.append(f"{delivering} deliver it, of {needs}")
        if parts:
            yield Remark(session, "; ".join(parts))


def _held_without(design: GroupSessions, held: Iterable[Session]) -> Iterator[Remark]:
    """Sessions that fewer people delivered than the design promises, or at which fewer members of staff were."""
    for session in held:
        parts = []
        for promised, there, what in (
            (session.needed(design), session.delivered_by, "delivered by"),
            (design.staff_there, session.staff_there, "staff there:"),
        ):
            known = None if there is None else len(set(map(as_seen, there)))
            if promised is None or promised == 0:
                continue
            if known is None:
                parts.append(f"{what} nobody knows how many, of {promised}")
            elif known < promised:
                parts.append(f"{what} {known} of {promised}")
        if parts:
            yield Remark(session, "; ".join(parts))
