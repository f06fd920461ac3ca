"""What is due, as text, CSV and JSON; the calendar is in calendar.py."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import attrs

from mentorkit.core.stage import Stage
from mentorkit.network import Network
from mentorkit.network.supervisor import Supervisor
from mentorkit.programme.design import Nation
from mentorkit.records.document_reviews import DocumentReview
from mentorkit.records.due import DueItem
from mentorkit.records.ending_waivers import EndingWaiver
from mentorkit.reports.citations import Citations
from mentorkit.reports.findings_json import JSON_VERSION, sources_data, to_json
from mentorkit.reports.style import Style, unstyled
from mentorkit.text.csv_row import row
from mentorkit.text.words import visible
from mentorkit.values.duration import Duration
from mentorkit.values.zoned_time import how_long, in_utc, is_before, moment_in_words


@attrs.frozen
class Task:
    """Something due, with who does it.

    Attributes:
        due: what is due.
        supervisor: who supervises, where it is supervision and the network says.
    """

    due: DueItem
    supervisor: Supervisor | None = None

    def by_whom(self, network: Network | None) -> str:
        """Who does it: the practitioner; or the supervisor, or the person who stands in."""
        if self.due.by_whom:
            return self.due.by_whom
        if network is None or self.supervisor is None:
            return ""
        present = network.names(self.supervisor.present, "or") if self.supervisor.present else ""
        gone = [who for who in self.supervisor.stated if not network.is_there(who)]
        if not gone:
            return present
        away = f"{network.names(gone)} {'is' if len(gone) == 1 else 'are'} away"
        return f"{present}, since {away}" if present else f"nobody: {away}, and nobody stands in"


@attrs.frozen
class DueReport:
    """What there is to say.

    Attributes:
        tasks: what is due, in the order in which to say it.
        network: who does it, where the programme describes that, without those who are away.
        on: the day of the answer.
        until: the last day that was looked at.
        within: how far that is ahead, as the user wrote it.
        waivers: those that end by that day, and those that have ended.
        documents: those to review by that day, and those whose review is overdue.
        programme: what the programme is called, which a calendar shows.
        style: colours, on a terminal.
        earlier: the calendar that is replaced, where there is one.
        alarm: how long before an entry of a calendar there is an alarm, where there is to be one.
        feed: whether the calendar is one to subscribe to.
        holidays_of: the nation whose working days a calendar keeps to, where it does.
        nothing_due: why nothing can be due for anybody in the sheet; empty where something may be.
        at: the moment of the answer, where it is about incidents, whose steps are due at a time; None for days.
    """

    tasks: Sequence[Task]
    network: Network | None
    on: date
    until: date
    within: str
    waivers: Sequence[EndingWaiver] = ()
    documents: Sequence[DocumentReview] = ()
    programme: str = ""
    style: Style = unstyled
    earlier: bytes = b""
    alarm: Duration | None = None
    feed: bool = False
    holidays_of: Nation | None = None
    nothing_due: str = ""
    at: datetime | None = None


def due_text(report: DueReport) -> str:
    """Overdue first, then by date; what is not known last, and what each rule is based on once."""
    tasks, on, style = report.tasks, report.on, report.style
    lines: list[str] = []
    for heading, kind, group in (
        ("Overdue", "error", [task for task in tasks if task.due.overdue]),
        (f"Due within {report.within}", "warning", [task for task in tasks if task.due.by and not task.due.overdue]),
        ("Too old for a first step: a person decides", "error", [task for task in tasks if task.due.too_old]),
        ("Date not known: find out", "error", [task for task in tasks if not task.due.by and not task.due.too_old]),
    ):
        if group:
            lines += [*([""] if lines else []), style(heading, kind)]
            lines += [f"  {visible(_line(task, report))}" for task in group]
    if report.waivers:
        kind = "error" if any(waiver.ended for waiver in report.waivers) else "warning"
        lines += [*([""] if lines else []), style("Waivers that end: decide again, or follow the rule", kind)]
        lines += [f"  {visible(_line_of_waiver(waiver, on))}" for waiver in report.waivers]
    if report.documents:
        kind = "error" if any(review.overdue for review in report.documents) else "warning"
        lines += [*([""] if lines else []), style("Documents to review", kind)]
        lines += [f"  {visible(_line_of_document(review, on))}" for review in report.documents]
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
    ended = sum(1 for waiver in report.waivers if waiver.ended)
    late = sum(1 for review in report.documents if review.overdue)
    others = ""
    if report.waivers:
        others += f"; waivers: {ended} ended, {len(report.waivers) - ended} ending within {report.within}"
    if report.documents:
        others += f"; documents: {late} overdue, {len(report.documents) - late} to review within {report.within}"
    tasks = report.tasks
    overdue = sum(1 for task in tasks if task.due.overdue)
    too_old = sum(1 for task in tasks if task.due.too_old)
    undated = sum(1 for task in tasks if not task.due.by) - too_old
    on = moment_in_words(report.at) if report.at else report.on
    if report.nothing_due:
        return f"On {on}: nothing is due, {report.nothing_due}{others}."
    dated = f"On {on}: {overdue} overdue, {len(tasks) - overdue - undated - too_old} due within {report.within}"
    old = f", {too_old} too old for a first step" if too_old else ""
    missing = ", not in the calendar" if in_calendar and undated + too_old else ""
    return f"{dated}{old}, {undated} with no known date{missing}{others}."


def _line(task: Task, report: DueReport) -> str:
    due = task.due
    if due.by is None:
        return f"{due.whose}: {due.what}: {due.unclear} [{due.rule.id}]"
    whom = task.by_whom(report.network)
    by_whom = f", by {whom}" if whom else ""
    when = _at_what_time(due.moment, report.at) if due.moment and report.at else _when(due.by, report.on)
    why = f": {due.unclear}" if due.unclear else ""
    return f"{when}  {due.whose}: {due.what}{by_whom}{why} [{due.rule.id}]"


def _line_of_waiver(waiver: EndingWaiver, on: date) -> str:
    place = f" at {waiver.at}" if waiver.at else ""
    return f"{_when(waiver.until, on)}  {waiver.rule.name}{place}, agreed by {waiver.agreed_by} [{waiver.rule.id}]"


def _line_of_document(review: DocumentReview, on: date) -> str:
    whom = f", by {review.owner}" if review.owner else ""
    where = f" ({review.kept_at})" if review.kept_at else ""
    return f"{_when(review.by, on)}  {review.document}{where}{whom}"


def _when(day: date, on: date) -> str:
    """A day, with how far away it is."""
    days = abs((day - on).days)
    ago = f"{days} {'day' if days == 1 else 'days'}"
    return f"{day} ({f'{ago} ago' if day < on else f'in {ago}' if days else 'today'})"


def _at_what_time(moment: datetime, at: datetime) -> str:
    """A moment, with how far away it is."""
    time = how_long(in_utc(moment) - in_utc(at))
    return f"{moment_in_words(moment)} ({f'{time} ago' if is_before(moment, at) else f'in {time}'})"


_ABOUT_INCIDENTS = ("due_at", "person")
"""The columns that only answers about incidents have."""


def due_csv(report: DueReport) -> str:
    """One row for each thing that is due, and for each waiver and document, which have no id.

    Of incidents there are two more columns, with time and person.
    """
    of_incidents = report.at is not None
    columns = ["id", "due", "state", "rule", "what", "stage", "by_whom", "unclear"]
    rows = [[*columns, *(_ABOUT_INCIDENTS if of_incidents else ())]]
    for task in report.tasks:
        due = task.due
        cells = [due.case, str(due.by or ""), _state(due), due.rule.id, due.what, due.stage]
        more = [due.moment.isoformat(timespec="minutes") if due.moment else "", due.person] if of_incidents else []
        rows.append([*cells, task.by_whom(report.network), due.unclear, *more])
    for waiver in report.waivers:
        rule, place = waiver.rule, f" at {waiver.at}" if waiver.at else ""
        cells = ["", str(waiver.until), _state_of(waiver), rule.id, f"waiver: {rule.name}{place}", rule.area.table]
        rows.append([*cells, waiver.agreed_by, "", *([""] * len(_ABOUT_INCIDENTS) if of_incidents else [])])
    for review in report.documents:
        cells = ["", str(review.by), _state_of_review(review), "", f"review: {review.document}", "governance"]
        rows.append([*cells, review.owner, "", *([""] * len(_ABOUT_INCIDENTS) if of_incidents else [])])
    return "".join(map(row, rows))


def _state(due: DueItem) -> str:
    if due.too_old:
        return "too old"
    return "overdue" if due.overdue else "due" if due.by else "cannot be told"


def _state_of(waiver: EndingWaiver) -> str:
    return "waiver ended" if waiver.ended else "waiver ends"


def _state_of_review(review: DocumentReview) -> str:
    return "review overdue" if review.overdue else "review due"


def due_json(report: DueReport) -> str:
    """One object; docs/json.md documents it."""
    rules = {task.due.rule.id: task.due.rule for task in report.tasks}
    data: dict[str, Any] = {
        "version": JSON_VERSION,
        "on": report.on.isoformat(),
        "until": report.until.isoformat(),
        **({"at": report.at.isoformat(timespec="minutes")} if report.at else {}),
        "due": [_task_data(task, report) for task in report.tasks],
        "waivers": [
            {
                "rule": waiver.rule.id,
                "what": waiver.rule.name,
                "at": waiver.at or None,
                "until": waiver.until.isoformat(),
                "state": _state_of(waiver),
                "agreed_by": waiver.agreed_by,
            }
            for waiver in report.waivers
        ],
        "documents": [
            {
                "document": review.document,
                "due": review.by.isoformat(),
                "state": _state_of_review(review),
                "by_whom": review.owner or None,
                "kept_at": review.kept_at or None,
            }
            for review in report.documents
        ],
        "rules": [
            {"id": rule.id, "name": rule.name, "sources": sources_data(rule.sources)}
            for _, rule in sorted(rules.items())
        ],
    }
    return to_json(data)


def _task_data(task: Task, report: DueReport) -> dict[str, Any]:
    due = task.due
    data: dict[str, Any] = {
        "id": due.case,
        "due": due.by.isoformat() if due.by else None,
        "state": _state(due),
        "rule": due.rule.id,
        "what": due.what,
        "stage": due.stage,
        "by_whom": task.by_whom(report.network) or None,
        "unclear": due.unclear or None,
    }
    if report.at:
        data["due_at"] = due.moment.isoformat(timespec="minutes") if due.moment else None
        data["person"] = due.person or None
    return data


def tasks_of(found: Iterable[tuple[DueItem, str | None]], network: Network | None) -> list[Task]:
    """What is due with who does it, from each thing due and the supervisor that its record names."""
    from mentorkit.network.supervisor import find_supervisor

    tasks = []
    for due, named in found:
        supervised = network is not None and due.rule.stage is Stage.SUPERVISION
        tasks.append(Task(due, find_supervisor(network, named) if network is not None and supervised else None))
    return tasks
