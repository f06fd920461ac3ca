"""How many have attended the sessions of a series, without setting groups apart that are too small to be shown."""

from datetime import date

import attrs

from mentorkit.outcomes.disclosure import FEWEST, Count, is_small, shown_count
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
        people: how many, as far as it may be shown; None where it would set apart fewer than five people.
    """

    what: str
    people: Count | None


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

    The number of a session is hidden if it, the rest, or the difference from what is shown before it, is a group of one
    to four people: in a series in order, the difference is who left between the two.

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
    counts = [(f"session {each}", sum(each in numbers for numbers in attended.values())) for each in numbers_held]
    if len(numbers_held) == design.sessions:
        counts.append(("the whole series", sum(len(numbers) == design.sessions for numbers in attended.values())))
    found: list[Attended] = []
    shown = [len(people)]
    for what, count in counts:
        hidden = any(is_small(abs(count - before)) for before in shown)
        found.append(Attended(what, None if hidden else shown_count(count, len(people))))
        if not hidden:
            shown.append(count)
    return AttendanceFigures(on, len(people), tuple(found))


def in_words(count: Count | None) -> str:
    """A number as far as it may be shown.

    Examples:
        >>> in_words(Count(7, 7)), in_words(Count(1, 4)), in_words(None)
        ('7', '1 to 4', 'hidden: it would set apart fewer than 5 people')
    """
    if count is None:
        return f"hidden: it would set apart fewer than {FEWEST} people"
    return str(count.least) if count.exact else f"{count.least} to {count.most}"
