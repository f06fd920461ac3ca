"""Sheets of sessions and of attendance, and what in their rows cannot be."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

import attrs

from mentorkit.matching.slots.columns import ENDS_AT
from mentorkit.matching.slots.kinds import NUMBER, SESSION
from mentorkit.matching.slots.slot import slot_faults
from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.programme.kept_columns import NEEDS
from mentorkit.records.columns import Column, ids_in
from mentorkit.records.reading import Record
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.toml.typed_facts import WRONG_KIND
from mentorkit.values.seen_text import as_seen, look_alikes, mixed_up_between
from mentorkit.values.zoned_time import in_utc, is_before

PERSON = "person"
"""The column of a sheet of attendance that says who; a person has a row for each session."""
NO_SUCH_COLUMN = ("a sheet of sessions has no such column", "remove it")
NO_SUCH_COLUMN_OF_ATTENDANCE = ("a sheet of attendance has no such column", "remove it")

_A_MINUTE = timedelta(minutes=1)

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
        ends_at: when it ends; None where nobody knows.
        needs: how many people deliver it, if that is another number than the design states.
    """

    id: str
    starts_at: datetime
    number: int
    delivered_by: tuple[str, ...] | None
    staff_there: tuple[str, ...] | None
    ends_at: datetime | None = None
    needs: int | None = None

    @property
    def day(self) -> date:
        """The day on which it is, in the zone of the programme."""
        return self.starts_at.date()

    def needed(self, design: GroupSessions) -> int | None:
        """How many people deliver it; None where nobody knows."""
        return design.delivered_by if self.needs is None else self.needs

    @property
    def works_there(self) -> Mapping[str, str]:
        """The ids of those who deliver it or are there as staff, as a person sees them, with how each is written."""
        return ids_in((*(self.delivered_by or ()), *(self.staff_there or ())))

    def overlaps(self, other: "Session") -> bool:
        """Whether two sessions share a moment; one of which nobody knows when it ends has its first minute alone."""
        first, second = in_utc(self.starts_at), in_utc(other.starts_at)
        until, last = (
            in_utc(each.ends_at) if each.ends_at else starts + _A_MINUTE
            for each, starts in ((self, first), (other, second))
        )
        return max(first, second) < min(until, last)


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
        NUMBER,
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
        self._design = design
        self._by_id: dict[str, Session] = {}

    @property
    def all(self) -> list[Session]:
        """In the order in which they are held."""
        return sorted(self._by_id.values(), key=order_of_session)

    def add(self, record: Record) -> Iterator[Fault]:
        """Reads a row; gives what is wrong in it, and reads nothing then."""
        facts = {name: None if value is WRONG_KIND else value for name, value in record.case.facts.items()}
        starts_at, number = facts.get("starts_at"), facts.get("number")
        length_of_series = self._design.sessions
        if starts_at is None and not record.faults:
            yield "starts_at", "nobody knows when this session starts", "write the day and the time"
        if number is None and not record.faults:
            yield "number", "nobody knows which session of the series this is", "write its number, from 1"
        elif number is not None and not 1 <= number <= (number if length_of_series is None else length_of_series):
            series = "from 1" if length_of_series is None else f"from 1 to {length_of_series}"
            yield "number", "the series has no session of this number", f"write a number {series}"
        yield from slot_faults(facts, SESSION)
        if not record.faults and starts_at is not None and number is not None:
            delivered_by, staff_there = facts.get("delivered_by"), facts.get("staff_there")
            ends_at, length = facts.get(ENDS_AT), self._design.length
            if ends_at is None and length is not None and length.minutes:
                ends_at = (starts_at.astimezone(UTC) + timedelta(minutes=length.minutes)).astimezone(starts_at.tzinfo)
            made = Session(record.case.id, starts_at, number, delivered_by, staff_there, ends_at, facts.get(NEEDS))
            self._by_id[as_seen(made.id)] = made

    def named(self, id_: str) -> Session | None:
        """The session of this id, however it is spelt."""
        return self._by_id.get(as_seen(id_))

    def nearest(self, id_: str) -> str | None:
        """The id that is closest to one that no session has."""
        return did_you_mean(id_, [session.id for session in self._by_id.values()])


def order_of_session(session: Session) -> tuple[datetime, int, str]:
    """Sorts sessions by when they are held."""
    return in_utc(session.starts_at), session.number, session.id


class Attendance:
    """Everybody's places, as they are read.

    Args:
        sessions: all of them.
        on: the day or the moment of the answer, after which nobody can have attended.
    """

    def __init__(self, sessions: Sessions, on: date) -> None:
        self.places: list[Place] = []
        self._sessions = sessions
        self._on = on
        self._rows: dict[tuple[str, str], int] = {}
        self._attended: dict[str, list[Session]] = {}

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
        elif session is not None and attended is not None and is_before(self._on, session.starts_at):
            yield "attended", "this session is still to come", "leave the cell empty until it is held"
        elif session is not None and key[1] in session.works_there:
            yield PERSON, "this person delivers this session, or is there as staff", "remove one of the two"
        elif other := self._attended_then(key[1], session, attended):
            message = f"this person attended {other.id} at the same time"
            yield "attended", message, "find out which of the two they attended"
        else:
            self.places.append(Place(record.case.id, session, attended))

    def _attended_then(self, person: str, session: Session | None, attended: bool | None) -> Session | None:
        """Another session at the same time that somebody is said to have attended too; None where there is none."""
        if session is None or not attended:
            return None
        before = self._attended.setdefault(person, [])
        before.append(session)
        return next((other for other in before[:-1] if other.overlaps(session)), None)

    def look_alike(self) -> tuple[tuple[str, ...], ...]:
        """Ids that look alike: of sessions, and of people, whether they attend, deliver or are there as staff."""
        sessions = self._sessions.all
        work = [id_ for each in sessions for id_ in each.works_there.values()]
        attend = [place.person for place in self.places]
        people = {*look_alikes([*work, *attend]), *mixed_up_between(work, attend)}
        return (*look_alikes(each.id for each in sessions), *sorted(people))


def people_of(places: list[Place]) -> Mapping[str, list[Place]]:
    """The places of each person, by id, in the order of the sessions."""
    found: dict[str, list[Place]] = {}
    for place in places:
        found.setdefault(place.person, []).append(place)
    for each in found.values():
        each.sort(key=lambda place: (place.session is not None, place.session and order_of_session(place.session)))
    return dict(sorted(found.items()))
