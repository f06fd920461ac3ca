"""What is due, as text, CSV, JSON and a calendar."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import attrs

from mentorkit.core.stage import Stage
from mentorkit.network import Network
from mentorkit.network.supervisor import Supervisor
from mentorkit.records.due import Due
from mentorkit.reports.citations import Citations
from mentorkit.reports.csv_row import row
from mentorkit.reports.findings_json import VERSION, sources_data, to_json
from mentorkit.reports.style import Style, plain
from mentorkit.text.words import visible


@attrs.frozen
class Task:
    """Something due, with who does it.

    Attributes:
        due: what is due.
        supervisor: who supervises, where it is supervision and the network says.
        away: whether that supervisor is away.
    """

    due: Due
    supervisor: Supervisor | None = None
    away: bool = False

    def by_whom(self, network: Network | None) -> str:
        """Who does it: the supervisor, or whoever stands in."""
        if network is None or self.supervisor is None:
            return ""
        supervisor = network.name(self.supervisor.member)
        if not self.away:
            return supervisor
        if self.supervisor.deputy is None:
            return f"nobody: {supervisor} is away, and nobody stands in"
        return f"{network.name(self.supervisor.deputy)}, since {supervisor} is away"


@attrs.frozen
class DueReport:
    """What there is to say.

    Attributes:
        tasks: what is due, in the order in which to say it.
        network: who does it, where the programme describes that.
        on: the day of the answer.
        until: the last day that was looked at.
        within: how far that is ahead, as the user wrote it.
        style: colours, on a terminal.
    """

    tasks: Sequence[Task]
    network: Network | None
    on: date
    until: date
    within: str
    style: Style = plain


def due_text(report: DueReport) -> str:
    """Overdue first, then by date; what is not known last, and what each rule is based on once."""
    tasks, network, on, style = report.tasks, report.network, report.on, report.style
    lines: list[str] = []
    for heading, kind, group in (
        ("Overdue", "error", [task for task in tasks if task.due.overdue]),
        (f"Due within {report.within}", "warning", [task for task in tasks if task.due.by and not task.due.overdue]),
        ("Date not known: find out", "error", [task for task in tasks if not task.due.by]),
    ):
        if group:
            lines += [*([""] if lines else []), style(heading, kind)]
            lines += [f"  {visible(_line(task, network, on))}" for task in group]
    rules = {task.due.rule.id: task.due.rule for task in tasks}
    if rules:
        citations = Citations(source for rule in rules.values() for source in rule.sources)
        lines += ["", style("These rules say so", "strong")]
        for rule in sorted(rules.values(), key=lambda rule: (rule.area.number, rule.id)):
            lines.append(f"  {rule.id} {rule.name}")
            lines += [f"       {citations.cite(source)}" for source in rule.sources]
    return "\n".join([*lines, *([""] if lines else []), due_summary(report)]) + "\n"


def due_summary(report: DueReport, *, in_calendar: bool = False) -> str:
    """How many there are of each, in one line; a calendar has no place for what has no date."""
    tasks = report.tasks
    overdue = sum(1 for task in tasks if task.due.overdue)
    undated = sum(1 for task in tasks if not task.due.by)
    dated = f"On {report.on}: {overdue} overdue, {len(tasks) - overdue - undated} due within {report.within}"
    return f"{dated}, {undated} with no known date{', not in the calendar' if in_calendar and undated else ''}."


def _line(task: Task, network: Network | None, on: date) -> str:
    due = task.due
    if due.by is None:
        return f"{due.case}: {due.rule.name}: {due.unclear} [{due.rule.id}]"
    days = abs((due.by - on).days)
    ago = f"{days} {'day' if days == 1 else 'days'}"
    when = f"{due.by} ({ago} ago)" if due.overdue else f"{due.by} ({f'in {ago}' if days else 'today'})"
    whom = task.by_whom(network)
    return f"{when}  {due.case}: {due.rule.name}{f', by {whom}' if whom else ''} [{due.rule.id}]"


def due_csv(report: DueReport) -> str:
    """One row for each thing that is due."""
    rows = [row(["id", "due", "state", "rule", "what", "stage", "by_whom", "unclear"])]
    for task in report.tasks:
        due = task.due
        cells = [due.case, str(due.by or ""), _state(due), due.rule.id, due.rule.name]
        rows.append(row([*cells, due.rule.area.table, task.by_whom(report.network), due.unclear]))
    return "".join(rows)


def _state(due: Due) -> str:
    return "overdue" if due.overdue else "due" if due.by else "cannot be told"


def due_json(report: DueReport) -> str:
    """One object; docs/json.md documents it."""
    rules = {task.due.rule.id: task.due.rule for task in report.tasks}
    data: dict[str, Any] = {
        "version": VERSION,
        "on": report.on.isoformat(),
        "until": report.until.isoformat(),
        "due": [
            {
                "id": task.due.case,
                "due": task.due.by.isoformat() if task.due.by else None,
                "state": _state(task.due),
                "rule": task.due.rule.id,
                "what": task.due.rule.name,
                "stage": task.due.rule.area.table,
                "by_whom": task.by_whom(report.network) or None,
                "unclear": task.due.unclear or None,
            }
            for task in report.tasks
        ],
        "rules": [
            {"id": rule.id, "name": rule.name, "sources": sources_data(rule.sources)}
            for _, rule in sorted(rules.items())
        ],
    }
    return to_json(data)


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


def tasks_of(found: Iterable[tuple[Due, str | None]], network: Network | None, away: frozenset[str]) -> list[Task]:
    """What is due with who does it, from each thing due and the supervisor that its record names."""
    from mentorkit.network.supervisor import supervisor_of

    tasks = []
    for due, named in found:
        supervised = network is not None and due.rule.stage is Stage.SUPERVISION
        supervisor = supervisor_of(network, named) if network is not None and supervised else None
        tasks.append(Task(due, supervisor, supervisor is not None and supervisor.member in away))
    return tasks
