"""What cannot be, or need not be, in who is at which session: each is for a person to settle."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from mentorkit.sessions.sheets import Place, Session
from mentorkit.values.seen_text import as_seen


@attrs.frozen
class Conflict:
    """Somebody who is at sessions in a way that has to be settled.

    Attributes:
        person: by id.
        sessions: which.
        what: in words.
    """

    person: str
    sessions: tuple[Session, ...]
    what: str


def conflicts_of(
    sessions: Sequence[Session],
    to_come: Sequence[Session],
    people: Mapping[str, Sequence[Place]],
    completed: Collection[str],
) -> Iterator[Conflict]:
    """Everybody who is in two places at once, and every place that nobody needs.

    Args:
        sessions: all of them, in order.
        to_come: those that are still to come.
        people: the places of each person.
        completed: who has attended every session of the series.
    """
    works: dict[str, list[Session]] = defaultdict(list)
    ids = {as_seen(person): person for person in people}
    for session in sessions:
        for seen, id_ in session.works_there.items():
            works[seen].append(session)
            ids.setdefault(seen, id_)
    for seen, id_ in sorted(ids.items(), key=lambda item: item[1]):
        places = people.get(id_, ())
        # Who missed a session was not there.
        attends = [place.session for place in places if place.session and place.attended is not False]
        for one, other in combinations(sorted({*attends, *works[seen]}, key=sessions.index), 2):
            if one.overlaps(other):
                yield Conflict(id_, (one, other), "in both at the same time")
        mine = {place.session for place in places}
        placed = [session for session in to_come if session in mine]
        if id_ in completed and placed:
            yield Conflict(id_, tuple(placed), "has completed the series, and still has a place")
        else:
            yield from _not_needed(id_, places, placed)


def _not_needed(person: str, places: Sequence[Place], placed: Sequence[Session]) -> Iterator[Conflict]:
    """Places in sessions that are still to come and that somebody does not need."""
    attended = {place.session.number for place in places if place.session and place.attended}
    by_number: dict[int, list[Session]] = defaultdict(list)
    for session in placed:
        by_number[session.number].append(session)
    for number, sessions in sorted(by_number.items()):
        if number in attended:
            yield Conflict(person, tuple(sessions), f"has attended session {number} already, and has a place in it")
        elif len(sessions) > 1:
            yield Conflict(person, tuple(sessions), f"has {len(sessions)} places for session {number}")
