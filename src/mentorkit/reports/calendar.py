"""What is due, as a calendar: one file of iCalendar (RFC 5545), which calendar programs import."""

from datetime import UTC, datetime, time

from mentorkit.reports.due import DueReport


def due_calendar(report: DueReport) -> str:
    """A calendar with a day for each thing that has a date; the same tasks give the same calendar.

    Raises:
        ModuleNotFoundError: where the extra `calendar` is not installed.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//mentorkit//due//EN")
    calendar.add("version", "2.0")
    for task in report.tasks:
        due = task.due
        if due.by is None:
            continue
        event = Event()
        event.add("uid", f"{due.rule.id}-{due.by}-{due.case}@mentorkit")
        event.add("dtstamp", datetime.combine(report.on, time(), UTC))
        event.add("dtstart", due.by)
        event.add("summary", f"{due.case}: {due.rule.name}{' (overdue)' if due.overdue else ''}")
        whom = task.by_whom(report.network)
        event.add("description", f"{due.rule.id}{f', by {whom}' if whom else ''}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode()
    return text
