"""Sheets of sessions and of attendance, and what in their rows cannot be."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import attrs

from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.records.columns import Column
from mentorkit.records.reading import Record
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.toml.typed_facts import WRONG_KIND
from mentorkit.values.seen_text import as_seen, look_alikes

PERSON = "person"
"""The column of a sheet of attendance that says who; a person has a row for each session."""
NO_SUCH_COLUMN = ("a sheet of sessions has no such column", "remove it")
NO_SUCH_COLUMN_OF_ATTENDANCE = ("a sheet of attendance has no such column", "remove it")

Fault = tuple[str, str, str]
"""The column, what is wrong, and what to do."""


@attrs.frozen
class Session:
    """A session that is planned or was held.

    Attributes:
        id: of the session.
        starts_at: when.
        number: its place in the series, from 1.
        delivered_by: the ids of those who deliver it; None where nobody knows.
        staff_there: the ids of the members of staff who are there; None where nobody knows.
    """

    id: str
    starts_at: datetime
    number: int
    delivered_by: tuple[str, ...] | None
    staff_there: tuple[str, ...] | None

    @property
    def day(self) -> date:
        """The day on which it is, where it is."""
        return self.starts_at.date()


@attrs.frozen
class Place:
    """A person's place in a session.

    Attributes:
        person: by id.
        session: None of somebody who takes part and has no place yet.
        attended: None where nobody knows, or the session is still to come.
    """

    person: str
    session: Session | None
    attended: bool | None


def columns_of_sessions(zone: str) -> dict[str, Column]:
    """The columns of a sheet of sessions; a time without a zone is in this one."""
    ids = tuple[str, ...]
    columns = (
        Column("starts_at", datetime, "when the session starts", (), zone=zone),
        Column("number", int, "its place in the series, from 1; the same in each session that covers the same", ()),
        Column("delivered_by", ids, "the ids of those who deliver it", ()),
        Column("staff_there", ids, "the ids of the members of staff who are there", ()),
    )
    return {column.name: column for column in columns}


def columns_of_attendance() -> dict[str, Column]:
    """The columns of a sheet of attendance, as well as `person`."""
    columns = (
        Column("session", str, "the id of the session; empty for somebody who has no place in one yet", ()),
        Column("attended", bool, "whether the person attended; empty while the session is still to come", ()),
    )
    return {column.name: column for column in columns}


class Sessions:
    """All sessions of a series, as they are read.

    Args:
        design: how sessions are held.
    """

    def __init__(self, design: GroupSessions) -> None:
        self._length = design.sessions
        self._by_id: dict[str, Session] = {}

    @property
    def all(self) -> list[Session]:
        """In the order in which they are held."""
        return sorted(self._by_id.values(), key=order_of_session)

    def add(self, record: Record) -> Iterator[Fault]:
        """Reads a row; gives what is wrong in it, and reads nothing then."""
        facts = {name: None if value is WRONG_KIND else value for name, value in record.case.facts.items()}
        starts_at, number = facts.get("starts_at"), facts.get("number")
        if starts_at is None and not record.faults:
            yield "starts_at", "nobody knows when this session starts", "write the day and the time"
        if number is None and not record.faults:
            yield "number", "nobody knows which session of the series this is", "write its number, from 1"
        elif number is not None and not 1 <= number <= (number if self._length is None else self._length):
            series = f"from 1 to {self._length}" if self._length is not None else "from 1"
            yield "number", "the series has no session of this number", f"write a number {series}"
        delivered_by, staff_there = facts.get("delivered_by"), facts.get("staff_there")
        if both := set(map(as_seen, delivered_by or ())) & set(map(as_seen, staff_there or ())):
            ids = ", ".join(sorted(each for each in staff_there or () if as_seen(each) in both))
            yield "staff_there", f"{ids} also delivers this session", "name each person once, for what they do there"
        if not record.faults and starts_at is not None and number is not None:
            made = Session(record.case.id, starts_at, number, delivered_by, staff_there)
            self._by_id[as_seen(made.id)] = made

    def named(self, id_: str) -> Session | None:
        """The session of this id, however it is spelt."""
        return self._by_id.get(as_seen(id_))

    def nearest(self, id_: str) -> str | None:
        """The id that is closest to one that no session has."""
        return did_you_mean(id_, [session.id for session in self._by_id.values()])

    def look_alike(self) -> tuple[tuple[str, ...], ...]:
        """Ids that look alike: of sessions, and of those who deliver them or are there."""
        sessions = self._by_id.values()
        people = (id_ for each in sessions for id_ in (*(each.delivered_by or ()), *(each.staff_there or ())))
        return (*look_alikes(each.id for each in sessions), *look_alikes(people))


def order_of_session(session: Session) -> tuple[datetime, int, str]:
    """Sorts sessions by when they are held."""
    return session.starts_at, session.number, session.id


class Attendance:
    """Everybody's places, as they are read.

    Args:
        sessions: all of them.
        on: the day of the answer, after which nobody can have attended.
    """

    def __init__(self, sessions: Sessions, on: date) -> None:
        self.places: list[Place] = []
        self._sessions = sessions
        self._on = on
        self._rows: dict[tuple[str, str], int] = {}

    def add(self, record: Record) -> Iterator[Fault]:
        """Reads a row; gives what is wrong in it, and reads nothing then."""
        if record.faults:
            return
        named, attended = record.case.facts.get("session"), record.case.facts.get("attended")
        session = self._sessions.named(named) if named else None
        for column in ("session", "attended"):
            if column not in record.case.facts:
                yield column, "this column is missing", "add it; a cell may be empty"
                return
        key = as_seen(named or ""), as_seen(record.case.id)
        if key in self._rows:
            what = "is in this session" if named else "is without a session"
            yield PERSON, f"this person {what} in row {self._rows[key]} already", "remove one of the two rows"
            return
        self._rows[key] = record.row
        if named and session is None:
            message = f"no session has the id {named}{asks(self._sessions.nearest(named))}"
            yield "session", message, "correct the id, or add the session to its sheet"
        elif session is None and attended is not None:
            yield "attended", "this row names no session", "write the id of the session"
        elif session is not None and attended is not None and session.day > self._on:
            yield "attended", "this session is still to come", "leave the cell empty until it is held"
        else:
            self.places.append(Place(record.case.id, session, attended))

    def look_alike(self) -> tuple[tuple[str, ...], ...]:
        """Ids of people that look alike."""
        return look_alikes(place.person for place in self.places)


def people_of(places: list[Place]) -> Mapping[str, list[Place]]:
    """The places of each person, by id, in the order of the sessions."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.person, []).append(place)
    for each in found.values():
        each.sort(key=lambda place: (place.session is not None, place.session and order_of_session(place.session)))
    return dict(sorted(found.items()))
