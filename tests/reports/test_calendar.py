"""What is written as a calendar is one by the letter, whatever people and programmes are called."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs
import ics
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mentorkit.records.due import DueItem
from mentorkit.registry.load import Plugins
from mentorkit.reports.calendar import OtherCalendarError, due_calendar
from mentorkit.reports.due import DueReport, Task
from mentorkit.values.duration import Duration
from mentorkit.values.seen_text import as_seen

from ..examples import examples

RULES = [rule for rule in Plugins().rulebook([]).rules if rule.facts]
ON = date(2026, 11, 22)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=90) | st.text(
    'é😀漢ab,;:\\"^', min_size=1, max_size=120
)
NAMES_AS_SEEN = NAMES.filter(lambda name: bool(as_seen(name)))
ITEMS = st.tuples(NAMES_AS_SEEN, st.sampled_from(RULES), st.integers(-40_000, 40_000) | st.integers(-20, 20))
REPORTS = st.builds(
    lambda items, programme, alarm, nation: DueReport(
        [Task(DueItem(id_, rule, ON + timedelta(days), overdue=days < 0)) for id_, rule, days in items],
        None,
        ON,
        ON + timedelta(14),
        "2 weeks",
        programme=programme,
        alarm=alarm,
        feed=alarm is not None,
        holidays_of=nation,
    ),
    st.lists(ITEMS, max_size=4, unique_by=lambda item: (as_seen(item[0]), item[1].id)),
    NAMES_AS_SEEN,
    st.sampled_from([None, Duration(1, "day"), Duration(2, "month")]),
    st.sampled_from([None, "england", "scotland"]),
)


def events_of(text: str) -> dict[str, Any]:
    return {str(event["uid"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


@given(REPORTS)
@examples(100, deadline=None)
def test_three_libraries_read_the_same_from_lines_of_75_bytes_at_most(report: DueReport) -> None:
    text = due_calendar(report)
    *lines, last = text.encode().split(b"\r\n")
    assert last == b""
    assert all(len(line) <= 75 and line.decode().isprintable() for line in lines)
    events = events_of(text)
    assert len(events) == len(report.tasks)
    by_vobject = {event.uid.value: event for event in vobject.readOne(text).contents.get("vevent", [])}
    by_ics = {event.uid: event for event in ics.Calendar(text).events}
    assert events.keys() == by_vobject.keys() == by_ics.keys()
    for uid, event in events.items():
        day, summary = event.decoded("dtstart"), str(event["summary"])
        assert day == by_vobject[uid].dtstart.value == by_ics[uid].begin.date()
        assert day >= ON
        rings = [datetime.combine(day, time()) + alarm.decoded("trigger") for alarm in event.walk("VALARM")]
        assert all(at >= datetime.combine(ON, time(9)) for at in rings)  # at 9 in the morning, and never in the past
        assert summary == by_vobject[uid].summary.value
        assert summary == by_ics[uid].name or "\\" in summary  # which ics reads wrongly before an n


@given(REPORTS)
@examples(40, deadline=None)
def test_an_entry_stays_the_same_however_its_names_are_spelt_and_is_cancelled_once(report: DueReport) -> None:
    first = due_calendar(report)
    assert due_calendar(attrs.evolve(report, earlier=first.encode())) == first
    spelt = attrs.evolve(
        report,
        programme=f" {report.programme.lower()}",
        tasks=[attrs.evolve(task, due=attrs.evolve(task.due, case=f"{task.due.case} ")) for task in report.tasks],
        earlier=first.encode(),
    )
    assert events_of(due_calendar(spelt)).keys() == events_of(first).keys()
    gone = due_calendar(attrs.evolve(report, tasks=[], on=ON + timedelta(1), earlier=first.encode()))
    assert {str(event["status"]) for event in events_of(gone).values()} <= {"CANCELLED"}
    assert due_calendar(attrs.evolve(report, tasks=[], on=ON + timedelta(2), earlier=gone.encode())) == gone


ONE_TASK = DueReport([Task(DueItem("M-1", RULES[0], ON))], None, ON, ON, "1 day", programme="North")


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        *(("SEQUENCE", number) for number in ("-1", "1.5", "2147483647", "9" * 23, "9" * 4000)),
        *(("DTSTAMP", moment) for moment in ("", "soon", "20261122", "20261399T000000Z")),
    ],
)
def test_a_calendar_that_says_otherwise_when_it_changed_is_none_of_ours(line: str, instead: str) -> None:
    earlier = re.sub(f"(?m)^{line}:.*(?=\r)", f"{line}:{instead}", due_calendar(ONE_TASK))
    with pytest.raises(OtherCalendarError, match="not a calendar that mentorkit wrote"):
        due_calendar(attrs.evolve(ONE_TASK, earlier=earlier.encode()))


def test_asking_for_an_earlier_day_takes_no_entry_back() -> None:
    first = due_calendar(ONE_TASK)
    earlier_day = attrs.evolve(ONE_TASK, on=ON - timedelta(2), tasks=[], earlier=first.encode())
    (before,), (after,) = events_of(first).values(), events_of(due_calendar(earlier_day)).values()
    assert (after["sequence"], after.decoded("dtstamp")) == (before["sequence"] + 1, before.decoded("dtstamp"))
