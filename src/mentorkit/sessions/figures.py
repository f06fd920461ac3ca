"""How many have attended the sessions of a series, without setting groups apart that are too small to be shown."""

from collections.abc import Sequence
from datetime import date

import attrs

from mentorkit.outcomes.disclosure import FEWEST, is_small
from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.sessions.sheets import Place, people_of
from mentorkit.values.zoned_time import is_before


class NotRecordedError(Exception):
    """It is not recorded who attended; the message says of how many places."""


@attrs.frozen
class Attended:
    """How many people have attended something, of all who had a place in a session that was held.

    Attributes:
        what: such as "session 1" or "the whole series".
        people: how many; None where it would set apart fewer than five people.
    """

    what: str
    people: int | None


@attrs.frozen
class AttendanceFigures:
    """What may be said of attendance up to a day.

    Attributes:
        on: the day or the moment.
        people: how many had a place in a session that was held; None where they are fewer than five.
        attended: by session of the series, then the whole series; empty where `people` is None.
    """

    on: date
    people: int | None
    attended: tuple[Attended, ...]


def attendance_figures(design: GroupSessions, places: list[Place], on: date) -> AttendanceFigures:
    """How many attended which sessions of a series, of all who had a place in one that was held.

    Nothing is said of sessions that were not held yet, nor of the whole series before each of them was. How
    many sessions make a series, only the design says.

    A number is hidden if a group of one to four people would follow from what is shown: see `shown_attendance`.

    Args:
        design: how sessions are held.
        places: everybody's places.
        on: the day, on which sessions are still to come as in `who_is_next`, or the moment.

    Raises:
        NotRecordedError: where it is not recorded whether somebody attended a session that was held.
    """
    recorded = {place.session for place in places if place.session and place.attended is not None}
    held = [p for p in places if p.session and (is_before(p.session.starts_at, on) or p.session in recorded)]
    if missing := sum(1 for place in held if place.attended is None):
        raise NotRecordedError(f"of {missing} {'place' if missing == 1 else 'places'} in sessions that were held")
    people = people_of(held)
    if not people or is_small(len(people)):
        return AttendanceFigures(on, None if people else 0, ())
    attended = {
        person: {place.session.number for place in mine if place.session and place.attended}
        for person, mine in people.items()
    }
    numbers_held = sorted({place.session.number for place in held if place.session})
    counts = [sum(each in numbers for numbers in attended.values()) for each in numbers_held]
    every = sum(len(numbers) == design.sessions for numbers in attended.values())
    what = [*(f"session {each}" for each in numbers_held), "the whole series"]
    shown = shown_attendance(len(people), counts, every)
    found = map(Attended, what, shown if len(numbers_held) == design.sessions else shown[:-1])
    return AttendanceFigures(on, len(people), tuple(found))


def shown_attendance(people: int, sessions: Sequence[int], every: int) -> list[int | None]:
    """What may be shown of how many attended each session, and then of how many attended every one of them.

    A session is hidden if it differs from nobody, from all people, or from one before it that is shown, by one to four:
    in a series in order, so many left between the two. The whole series is shown if it has the number of a session
    that is shown: who attended that one attended all. Otherwise each session has to be shown, and differ from it by
    five or more, and the places that people missed have to be as many as the people who missed one, or five or more
    above that: of two sessions, these are who missed both.

    Args:
        people: how many there are; five or more.
        sessions: how many of them attended each session.
        every: how many attended all of these.

    Returns:
        One entry for each session, and one for the whole series; None for what is hidden.
    """
    shown: list[int] = []
    for count in sessions:
        if not any(is_small(abs(count - other)) for other in (0, people, *shown)):
            shown.append(count)
    missed, missed_in_all = people - every, sum(people - count for count in sessions)
    groups = (every, missed_in_all - missed, *(count - every for count in sessions))
    safe = len(shown) == len(sessions) and not any(map(is_small, groups))
    found = [count if count in shown else None for count in sessions]
    return [*found, every if every in shown or safe else None]


def in_words(count: int | None) -> str:
    """A number, or why it is not shown.

    Examples:
        >>> in_words(7), in_words(None)
        ('7', 'hidden: it would set apart fewer than 5 people')
    """
    return f"hidden: it would set apart fewer than {FEWEST} people" if count is None else str(count)
