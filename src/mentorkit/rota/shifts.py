"""Sheets of shifts: who is on duty from when to when."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

import attrs

from mentorkit.records.columns import Column
from mentorkit.records.reading import Record
from mentorkit.values.stretch import Stretch
from mentorkit.values.zoned_time import NO_SUCH_YEAR, YEARS

UNKNOWN_COLUMN = ("a sheet of shifts has no such column", "remove it")
"""What is wrong with another column, and what to do."""
LONGEST = timedelta(days=7)
"""Of a shift; a longer one is a date that was mistyped."""


@attrs.frozen
class Shift:
    """A stretch of time that people on the rota cover.

    Attributes:
        id: of the shift.
        row: of the sheet.
        time: from when to when.
        on_duty: the ids of those on duty, as the sheet has them; None where it does not say.
    """

    id: str
    row: int
    time: Stretch
    on_duty: tuple[str, ...] | None


def columns_of_shifts(zone: str) -> Mapping[str, Column]:
    """The columns of a sheet of shifts, as well as the id; a time that says no zone is in this one."""
    columns = (
        Column("starts_at", datetime, "when the shift begins", (), zone=zone),
        Column("ends_at", datetime, "when the shift is over", (), zone=zone),
        Column("on_duty", tuple[str, ...], "the ids of those on duty; never names", ()),
    )
    return {column.name: column for column in columns}


def shift_of(record: Record) -> Shift | list[tuple[str, str, str]]:
    """A row as a shift, or what is wrong with it: columns, messages and what to do, without values."""
    facts = record.case.facts
    faults = list(_faults(facts.get("starts_at"), facts.get("ends_at")))
    if faults:
        return faults
    time = Stretch(in_minutes(facts["starts_at"]), in_minutes(facts["ends_at"]))
    return Shift(record.case.id, record.row, time, facts.get("on_duty"))


def _faults(starts: datetime | None, ends: datetime | None) -> Iterator[tuple[str, str, str]]:
    for column, moment in (("starts_at", starts), ("ends_at", ends)):
        if moment is None:
            yield column, "this cell is empty", "write the date, the time of day and the zone"
        elif moment.year not in YEARS:
            yield column, NO_SUCH_YEAR, "correct the date"
    if starts is None or ends is None or starts.year not in YEARS or ends.year not in YEARS:
        return
    starts, ends = in_minutes(starts), in_minutes(ends)  # Python compares times of one zone by what the clock shows
    if ends < starts:
        yield "ends_at", "the shift ends before it begins", "correct one of the two; past midnight it is the next day"
    elif ends == starts:
        yield "ends_at", "the shift ends when it begins", "correct one of the two"
    elif ends - starts > LONGEST:
        yield "ends_at", "the shift lasts for more than a week", "correct one of the two, or write a row for each week"


def in_minutes(moment: datetime) -> datetime:
    """A moment in UTC, without seconds."""
    return moment.astimezone(UTC).replace(second=0, microsecond=0)
