"""Sheets of contacts: when somebody came, called or reported something, and when they were answered; never who."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import attrs

from mentorkit.programme.ways import Way
from mentorkit.records.columns import Column
from mentorkit.records.reading import Record
from mentorkit.rota.shifts import in_minutes
from mentorkit.values.seen_text import as_seen
from mentorkit.values.zoned_time import NO_SUCH_YEAR, YEARS

UNKNOWN_COLUMN = ("a sheet of contacts has no such column", "remove it; nothing about the person belongs in this sheet")
"""What is wrong with another column, and what to do."""
_ONE_PERSON = "since one person answers a contact; name the one who was first"
_ASKED = {
    Way.DROP_IN: "when somebody came",
    Way.ON_CALL: "when somebody called",
    Way.ONLINE: "when somebody reported something",
}
_ANSWERED = {
    Way.DROP_IN: "when they were seen; empty if they were not",
    Way.ON_CALL: "when the call was answered; empty if it was not",
    Way.ONLINE: "when a moderator answered; empty if nobody has",
}


@attrs.frozen
class Contact:
    """Somebody who came, called or reported something.

    Attributes:
        id: of the contact, and not of a person.
        asked_at: when, in UTC.
        answered_at: when they were answered, in UTC; None where they were not.
        answered_by: the id of the person who answered; empty where nobody did, or it is not known who.
    """

    id: str
    asked_at: datetime
    answered_at: datetime | None
    answered_by: str = ""


def columns_of_contacts(way: Way, zone: str) -> Mapping[str, Column]:
    """The columns of a sheet of contacts, as well as the id; a time that says no zone is in this one."""
    columns = (
        Column("asked_at", datetime, _ASKED[way], (), zone=zone),
        Column("answered_at", datetime, _ANSWERED[way], (), zone=zone),
        Column("answered_by", str, "the id of the person on duty who answered; never a name", (), one_text=_ONE_PERSON),
    )
    return {column.name: column for column in columns}


def contact_of(record: Record, now: datetime) -> Contact | list[tuple[str, str, str]]:
    """A row as a contact, or what is wrong with it: columns, messages and what to do, without values.

    Args:
        record: the row.
        now: the moment of the answer, after which nothing can have happened.
    """
    facts = record.case.facts
    asked, answered, by = facts.get("asked_at"), facts.get("answered_at"), facts.get("answered_by") or ""
    nobody = as_seen(by) == "none"
    faults = list(_faults(asked, answered, now))
    if "answered_at" not in facts:  # nobody knows then whether they were answered
        faults.append(("answered_at", "this column is missing", "add it; leave it empty for who was not answered"))
    elif by and not nobody and answered is None:
        faults.append(("answered_at", "somebody answered, and it is not known when", "write when"))
    if nobody and answered is not None:
        faults.append(
            ("answered_by", "this says that nobody answered, and answered_at says when", "correct one of them")
        )
    if asked is None or faults:
        return faults
    return Contact(record.case.id, in_minutes(asked), in_minutes(answered) if answered else None, "" if nobody else by)


def answered_by_whom(contact: Contact, record: Record) -> tuple[str, str, str] | None:
    """What to look at in a row that says when somebody answered, and not who, in a sheet that has a column for it."""
    if contact.answered_at is None or contact.answered_by or "answered_by" not in record.case.facts:
        return None
    return "answered_by", "somebody answered, and it is not known who", "write the id of this person"


def _faults(asked: datetime | None, answered: datetime | None, now: datetime) -> Iterator[tuple[str, str, str]]:
    if asked is None:
        yield "asked_at", "this cell is empty", "write the date, the time of day and the zone"
    for column, moment in (("asked_at", asked), ("answered_at", answered)):
        if moment is None:
            continue
        if moment.year not in YEARS:
            yield column, NO_SUCH_YEAR, "correct the date"
        elif in_minutes(moment) > now:
            yield column, "this is in the future", "correct it; --on says when the answer is"
    if asked is None or answered is None or asked.year not in YEARS or answered.year not in YEARS:
        return
    if in_minutes(answered) < in_minutes(asked):
        yield "answered_at", "the answer is before the question", "correct one of the two"
