"""What is due, as a calendar: one file of iCalendar (RFC 5545 and 7986), which calendar programs import.

There is one entry for each rule and person, for each step after an incident, for each waiver and for each document. Its
UID says so and nothing else, so that it moves where what is due moves, and the same id in another programme has another
entry. Names and ids are taken as a person sees them. Calendar programs take over what has a greater SEQUENCE: that is
the number of the day on which an entry last changed, or one more than before, so it is greater even where nobody has
the earlier calendar any more.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import attrs

from mentorkit.network import Network
from mentorkit.programme.design import Nation
from mentorkit.records.document_reviews import DocumentReview
from mentorkit.records.ending_waivers import EndingWaiver
from mentorkit.reports.due import DueReport, Task
from mentorkit.text.words import visible
from mentorkit.values.duration import Duration
from mentorkit.values.seen_text import as_seen
from mentorkit.values.zoned_time import in_utc, moment_in_words

if TYPE_CHECKING:
    from icalendar import Calendar, Component

_CALENDARS = UUID("7a5a2c1e-3d0b-5f4e-9c47-2f8f5f1f6f0d")
"""The namespace of the UIDs of programmes; another one would give every entry another UID."""
_MOST_CHANGES = 2**31 - 1
"""The greatest number of iCalendar, which no SEQUENCE is to pass when an entry changes once more."""
_CANCELLED_DAYS = 90
"""For how many days an entry that is gone is written as cancelled: long enough for everybody who imports at times."""

_SUBDIVISIONS: Mapping[Nation, str] = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern ireland": "NIR",
}
"""The codes of the nations in ISO 3166-2:GB."""
_ONE_DAY = timedelta(days=1)
_MORNING = timedelta(hours=9)
_REFRESH = _ONE_DAY
"""How often programs that subscribe look again: a run a day is what `due` is for."""


class OtherCalendarError(Exception):
    """The file that is there already is not an earlier calendar of this programme."""


@attrs.frozen
class _Entry:
    """Something that is shown on a day.

    Attributes:
        key: what it is about; its UID says so.
        by: the last day on which it is in time; None where that cannot be said.
        title: what it is called, without the day.
        description: the rest.
        was: what is said with that day once it has passed.
        will_be: what is said with that day where the entry is on an earlier one.
        moment: the last moment at which it is in time; None where the whole day is.
        overdue: whether it is, of what is due at a moment.
    """

    key: str
    by: date | None
    title: str
    description: str
    was: str = "overdue: was due on"
    will_be: str = "due on"
    moment: datetime | None = None
    overdue: bool = False

    @classmethod
    def of_task(cls, task: Task, network: Network | None) -> "_Entry":
        """The entry of something that is due for a case."""
        due, whom = task.due, task.by_whom(network)
        nobody = ", nobody takes it yet" if due.step and not whom else ""
        # Whoever subscribes sees the entry, and is not told what is known of people.
        settle = "; something has to be settled first, as 'mentorkit due' says" if due.is_open else ""
        description = f"{due.rule.id}{f', by {whom}' if whom else nobody}{settle}"
        key = f"{due.rule.id} {as_seen(due.case)}" + (f"\n{as_seen(due.step)}" if due.step else "")
        title = f"{due.whose}: {due.what}"
        return cls(key, due.by, title, description, moment=due.moment, overdue=due.overdue)

    @classmethod
    def of_waiver(cls, waiver: EndingWaiver) -> "_Entry":
        """The entry of a waiver, on its last day."""
        title = f"waiver ends: {waiver.rule.name}{f' at {waiver.at}' if waiver.at else ''}"
        description = f"{waiver.rule.id}, agreed by {waiver.agreed_by}"
        return cls(
            f"waiver {' '.join(map(str, waiver.about))}", waiver.until, title, description, "ended on", "ends on"
        )

    @classmethod
    def of_document(cls, review: DocumentReview) -> "_Entry":
        """The entry of a document to review, on the last day."""
        by_whom = f"by {review.owner}" if review.owner else ""
        description = ", ".join(filter(None, (by_whom, review.kept_at)))
        return cls(f"document {as_seen(review.document)}", review.by, f"review: {review.document}", description)


def due_calendar(report: DueReport) -> str:
    """A calendar with a day, or a time, for each thing that has a date; the same report gives the same calendar.

    What is overdue is on the day of the report. An entry that is as it was in the earlier calendar keeps its SEQUENCE
    and DTSTAMP, one that changed gets others, and one that is gone is cancelled. Where the date of a thing cannot be
    told any more, its earlier entry stays as it was.

    Raises:
        ModuleNotFoundError: where the extra `calendar` is not installed, or `holidays` where it is needed.
        OtherCalendarError: where what is replaced is not an earlier calendar of this programme.
    """
    from icalendar import Calendar

    calendar_uid = uuid5(_CALENDARS, as_seen(report.programme))
    calendar = Calendar()
    calendar.add("prodid", "-//mentorkit//due//EN")
    calendar.add("version", "2.0")
    calendar.add("uid", str(calendar_uid))
    if report.feed:
        _add_feed(calendar, visible(report.programme))
    earlier = _earlier_events(report.earlier, calendar_uid)
    working_day_before = _working_days(report.holidays_of)
    of_tasks = [_Entry.of_task(task, report.network) for task in report.tasks]
    of_waivers = map(_Entry.of_waiver, report.waivers)
    for entry in [*of_tasks, *of_waivers, *map(_Entry.of_document, report.documents)]:
        uid = str(uuid5(calendar_uid, entry.key))
        before = earlier.pop(uid, None)
        if entry.by is not None:
            event = _event(entry, entry.by, uid, report, working_day_before)
            calendar.add_component(_as_before(event, before, report.on))
        elif before is not None:
            calendar.add_component(before)
    for event in earlier.values():
        cancelled = _cancelled(event, report.on)
        if report.on.toordinal() - _sequence(cancelled) <= _CANCELLED_DAYS:
            calendar.add_component(cancelled)
    text: str = calendar.to_ical().decode()
    return text


def _add_feed(calendar: "Calendar", name: str) -> None:
    """What programs need that subscribe; the two of RFC 7986, and what was used before it and many still read."""
    from icalendar import vDuration

    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))


def _working_days(nation: Nation | None) -> Callable[[date], date]:
    """What gives the last working day of a nation up to a day; that day itself where there is no nation."""
    if nation is None:
        return lambda day: day
    from holidays import country_holidays

    there = country_holidays("GB", subdiv=_SUBDIVISIONS[nation])

    def working_day_before(day: date) -> date:
        while not there.is_working_day(day):
            day -= _ONE_DAY
        return day

    return working_day_before


def _earlier_events(content: bytes, calendar_uid: UUID) -> "dict[str, Component]":
    """The entries of the calendar that is replaced, by UID."""
    from icalendar import Calendar

    if not content:
        return {}
    try:
        calendar = Calendar.from_ical(content)
        if str(calendar.get("uid")) != str(calendar_uid):
            raise OtherCalendarError("the calendar that is there was not written for this programme")
        events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
        for event in events.values():
            if not 0 <= _sequence(event) < _MOST_CHANGES:
                raise ValueError
            _stamped_on(event)
    except (KeyError, TypeError, ValueError):
        raise OtherCalendarError("the file that is there is not a calendar that mentorkit wrote") from None
    return events


def _event(
    entry: _Entry, by: date, uid: str, report: DueReport, working_day_before: Callable[[date], date]
) -> "Component":
    """The entry of a calendar, without what says when it changed."""
    from icalendar import Event

    overdue = by < report.on if entry.moment is None else entry.overdue
    starts: date
    if overdue:
        starts, when = report.on, f" ({entry.was} {moment_in_words(entry.moment) if entry.moment else by})"
    elif entry.moment is not None:
        starts, when = in_utc(entry.moment), ""  # so that nobody has to know how a zone changes its clocks
    else:
        starts = max(report.on, working_day_before(by))
        when = f" ({entry.will_be} {by})" if starts != by else ""
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", starts)
    event.add("summary", visible(f"{entry.title}{when} [{report.programme}]"))
    event.add("description", visible(entry.description))
    event.add("transp", "TRANSPARENT")
    if report.alarm is not None:
        before = timedelta() if overdue else _before(by, report.alarm)
        event.add_component(_alarm(_trigger(starts, before, report), str(event["summary"])))
    return event


def _before(day: date, length: Duration) -> timedelta:
    """How long before something a length of time begins that ends with it."""
    return timedelta(minutes=length.minutes) if length.minutes else day - (day - length)


def _trigger(starts: date, before: timedelta, report: DueReport) -> timedelta:
    """How long after the beginning of an entry its alarm is; an alarm before the answer would not be heard."""
    if isinstance(starts, datetime):
        return -before if report.at is None or starts - before >= report.at else timedelta()
    midnight = datetime.combine(starts, time())
    now = report.at.replace(tzinfo=None) if report.at else datetime.combine(report.on, time()) + _MORNING
    return _MORNING - before if midnight + _MORNING - before >= now else max(_MORNING, now - midnight)


def _alarm(trigger: timedelta, summary: str) -> "Component":
    """An alarm so long after the beginning of the entry, which of a day is midnight; before it where it is negative."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", trigger)
    return alarm


def _as_before(event: "Component", before: "Component | None", on: date) -> "Component":
    """An entry, which says that it changed unless it is as before."""
    if before is not None and _unstamped(before) == _unstamped(event):
        return before
    return _stamped(event, before, on)


def _unstamped(event: "Component") -> list[bytes]:
    return [line for line in event.to_ical().splitlines() if not line.startswith((b"DTSTAMP", b"SEQUENCE"))]


def _cancelled(before: "Component", on: date) -> "Component":
    """An entry that is gone; it is cancelled once."""
    from icalendar import Event

    if before.get("status") == "CANCELLED":
        return before
    event = Event()
    event.update(before)  # without its alarms
    event.add("status", "CANCELLED")
    return _stamped(event, before, on)


def _stamped(event: "Component", before: "Component | None", on: date) -> "Component":
    """An entry that changed: what says so never goes back, also where an answer is asked for an earlier day."""
    sequence, day = on.toordinal(), on
    if before is not None:
        sequence, day = max(sequence, _sequence(before) + 1), max(on, _stamped_on(before))
    for name, value in (("dtstamp", datetime.combine(day, time(), UTC)), ("sequence", sequence)):
        event.pop(name, None)
        event.add(name, value)
    return event


def _sequence(event: "Component") -> int:
    digits = str(event["sequence"])
    return int(digits) if len(digits) <= len(str(_MOST_CHANGES)) else _MOST_CHANGES  # longer than Python may read


def _stamped_on(event: "Component") -> date:
    stamp = getattr(event["dtstamp"], "dt", None)
    if not isinstance(stamp, datetime):
        raise ValueError
    return stamp.date()
