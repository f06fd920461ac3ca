"""Group sessions as text, CSV and JSON: who attends what next, and how many have attended."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import attrs

from mentorkit.reports.findings_json import JSON_VERSION, on_data, to_json
from mentorkit.reports.style import Style, unstyled
from mentorkit.sessions.figures import AttendanceFigures, in_words
from mentorkit.sessions.sheets import Session
from mentorkit.sessions.who_is_next import Remark, Waits, WhoIsNext
from mentorkit.text.csv_row import row
from mentorkit.text.words import listed, visible
from mentorkit.values.zoned_time import day_or_moment_in_words

A_PERSON_GIVES = "These are proposals: a person asks each of them, and gives the places."


@attrs.frozen
class SessionsReport:
    """What there is to say of sessions.

    Attributes:
        found: who attends what next, and what to look at.
        within: how far ahead too few people are looked for, as the user wrote it.
        style: colours, on a terminal.
    """

    found: WhoIsNext
    within: str
    style: Style = unstyled


@attrs.frozen
class AttendanceReport:
    """What there is to say of attendance.

    Attributes:
        programme: what the programme is called.
        figures: how many attended.
        style: colours, on a terminal.
    """

    programme: str
    figures: AttendanceFigures
    style: Style = unstyled


def _when(session: Session) -> str:
    return session.starts_at.isoformat(" ", "minutes")


def _named(session: Session) -> str:
    return f"{session.id} (session {session.number}), {_when(session)}"


def _why_waiting(person: Waits) -> str:
    numbers = [str(number) for number in person.numbers]
    needs = f"session {numbers[0]}" if len(numbers) == 1 else f"one of sessions {listed(numbers, 'or')}"
    why = [
        f"{listed(ids)} {'is' if len(ids) == 1 else 'are'} {what}"
        for ids, what in ((person.full, "full"), (person.elsewhere, "when they are in a session already"))
        if ids
    ]
    return f"{needs} comes next, and {listed(why or ['none is planned'])}"


def _blocks(report: SessionsReport) -> Iterator[tuple[str, str, list[str]]]:
    """Each heading with its style and its lines."""
    found = report.found
    yield (
        "Next sessions",
        "strong",
        [
            f"{each.person}  {_named(each.session)}{'' if each.has_place else ': could have a place'}"
            for each in found.next
        ],
    )
    yield "Without a place", "error", [f"{each.person}  {_why_waiting(each)}" for each in found.waiting]
    unknown = [f"{person}  {_named(session)}" for person, session in found.not_recorded]
    yield "Attendance not recorded: find out", "error", unknown
    yield "Held without those whom the design promises", "error", _remarks(found.held_without)
    yield f"Too few people expected within {report.within}", "error", _remarks(found.too_few)
    yield "More people than there should be", "error", _remarks(found.too_many)
    yield (
        "Places to settle",
        "error",
        [f"{each.person}  {listed([one.id for one in each.sessions])}: {each.what}" for each in found.conflicts],
    )
    yield (
        "Missed their last sessions",
        "warning",
        [f"{person}  {listed([session.id for session in sessions])}" for person, sessions in found.missed],
    )
    yield "Completed the series", "strong", list(found.completed)


def _remarks(remarks: Iterable[Remark]) -> list[str]:
    return [f"{_named(each.session)}: {each.what}" for each in remarks]


def sessions_text(report: SessionsReport) -> str:
    """Who attends what next, then what to look at."""
    sections = [
        f"{report.style(heading, style)}\n" + "\n".join(f"  {visible(line)}" for line in lines)
        for heading, style, lines in _blocks(report)
        if lines
    ]
    if report.found.not_stated:
        keys = listed(report.found.not_stated)
        sections.append(f"The programme does not state {keys}, so no limit of this kind was counted.")
    return "\n\n".join([*sections, f"{sessions_summary(report)}\n{A_PERSON_GIVES}"]) + "\n"


def sessions_summary(report: SessionsReport) -> str:
    """How many there are of each, in one line."""
    found = report.found
    placed = sum(each.has_place for each in found.next)
    people = "1 person" if found.people == 1 else f"{found.people} people"
    have, wait = "has" if placed == 1 else "have", "waits" if len(found.waiting) == 1 else "wait"
    parts = [f"{placed} {have} a place", f"{len(found.next) - placed} could have one", f"{len(found.waiting)} {wait}"]
    parts += [f"{len(found.completed)} completed the series"]
    planned = [each.session for each in found.next] + [each.session for each in (*found.too_few, *found.too_many)]
    today = not isinstance(found.on, datetime) and any(session.day == found.on for session in planned)
    to_come = " A session on this day is still to come." if today else ""
    return f"On {day_or_moment_in_words(found.on)}: {people} in the series; {', '.join(parts)}.{to_come}"


def sessions_csv(report: SessionsReport) -> str:
    """One row for each person or session and what is said of it."""
    found = report.found
    rows = [row(["what", "person", "session", "number", "starts_at", "detail"])]

    def add(what: str, person: str, session: Session | None, detail: str = "") -> None:
        cells = [session.id, str(session.number), _when(session)] if session else ["", "", ""]
        rows.append(row([what, person, *cells, detail]))

    for each in found.next:
        add("has a place" if each.has_place else "could have a place", each.person, each.session)
    for waiting in found.waiting:
        add("waits", waiting.person, None, _why_waiting(waiting))
    for person, session in found.not_recorded:
        add("attendance not recorded", person, session)
    for what, remarks in (
        ("held without those promised", found.held_without),
        ("too few expected", found.too_few),
        ("more people than there should be", found.too_many),
    ):
        for remark in remarks:
            add(what, "", remark.session, remark.what)
    for conflict in found.conflicts:
        for session in conflict.sessions:
            add("to settle", conflict.person, session, conflict.what)
    for person, sessions in found.missed:
        for session in sessions:
            add("missed in a row", person, session)
    for person in found.completed:
        add("completed", person, None)
    return "".join(rows)


def sessions_json(report: SessionsReport) -> str:
    """One object; docs/json.md documents it."""
    found = report.found
    return to_json(
        {
            "version": JSON_VERSION,
            **on_data(found.on),
            "way": "group sessions",
            "people": found.people,
            "next": [
                {"person": each.person, **_session_data(each.session), "has_place": each.has_place}
                for each in found.next
            ],
            "waiting": [
                {
                    "person": each.person,
                    "numbers": list(each.numbers),
                    "full": list(each.full),
                    "elsewhere": list(each.elsewhere),
                }
                for each in found.waiting
            ],
            "not_recorded": [{"person": person, **_session_data(session)} for person, session in found.not_recorded],
            "held_without": _remarks_data(found.held_without),
            "too_few": _remarks_data(found.too_few),
            "too_many": _remarks_data(found.too_many),
            "conflicts": [
                {"person": each.person, "sessions": [one.id for one in each.sessions], "what": each.what}
                for each in found.conflicts
            ],
            "missed": [
                {"person": person, "sessions": [session.id for session in sessions]}
                for person, sessions in found.missed
            ],
            "completed": list(found.completed),
            "not_stated": list(found.not_stated),
        }
    )


def _session_data(session: Session) -> dict[str, Any]:
    return {"session": session.id, "number": session.number, "starts_at": session.starts_at.isoformat()}


def _remarks_data(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    return [{**_session_data(each.session), "what": each.what} for each in remarks]


def attendance_text(report: AttendanceReport) -> str:
    """How many attended each session of the series."""
    figures = report.figures
    lines = [report.style(f"Attendance of {report.programme}", "strong")]
    lines += [
        f"  {each.what}: {in_words(each.people)} of {figures.people}"
        for each in figures.attended
        if each.people is not None
    ]
    hidden = [each.what for each in figures.attended if each.people is None]
    lines += [f"  {listed(hidden)}: {in_words(None)}"] if hidden else []
    return "\n".join([visible(line) for line in lines] + ["", attendance_summary(report)]) + "\n"


def attendance_summary(report: AttendanceReport) -> str:
    """Of how many people it is known, in one line."""
    figures = report.figures
    on = day_or_moment_in_words(figures.on)
    if figures.people is None:
        return f"On {on}: figures are hidden, since fewer than 5 people had a place in a session that was held."
    return f"On {on}: {figures.people} people had a place in a session that was held. No cause is claimed."


def attendance_csv(report: AttendanceReport) -> str:
    """One row for each session of the series, and one for the whole; hidden counts are empty."""
    rows = [row(["what", "attended_least", "attended_most", "people"])]
    for each in report.figures.attended:
        people = "" if each.people is None else str(each.people)
        rows.append(row([each.what, people, people, str(report.figures.people)]))
    return "".join(rows)


def attendance_json(report: AttendanceReport) -> str:
    """One object; docs/json.md documents it."""
    figures = report.figures
    return to_json(
        {
            "version": JSON_VERSION,
            **on_data(figures.on),
            "way": "group sessions",
            "people": figures.people,
            "attended": [
                {"what": each.what}
                | ({"hidden": True} if each.people is None else {"least": each.people, "most": each.people})
                for each in figures.attended
            ],
        }
    )
