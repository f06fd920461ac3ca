"""How soon those who came, called or reported something were answered, as text, CSV and JSON."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import attrs

from mentorkit.programme.ways import Way
from mentorkit.reports.findings_json import JSON_VERSION, to_json
from mentorkit.reports.outcomes import percent
from mentorkit.reports.style import Style, unstyled
from mentorkit.rota.answers import AnswerState, AnswerTimes, JudgedContact, TimeGroup
from mentorkit.text.csv_row import row
from mentorkit.text.words import visible
from mentorkit.values.stretch import hours_and_minutes, local_moment_in_words


class _Said(NamedTuple):
    """What a contact is called."""

    one: str
    several: str
    answered: str


_SAID: Mapping[Way, _Said] = {
    Way.DROP_IN: _Said("visit", "visits", "seen"),
    Way.ON_CALL: _Said("call", "calls", "answered"),
    Way.ONLINE: _Said("report", "reports", "answered"),
}
NO_NAMES = "A contact is not a person: somebody who asked twice is there twice."


@attrs.frozen
class ContactsReport:
    """What there is to say.

    Attributes:
        title: the name of the programme.
        times: how soon contacts were answered.
        style: colours, on a terminal.
    """

    title: str
    times: AnswerTimes
    style: Style = unstyled


def contacts_text(report: ContactsReport) -> str:
    """The whole answer for people."""
    times, style = report.times, report.style
    said, zone = _SAID[times.promise.way], times.promise.zone
    at = _iso(times.now, zone).replace("T", " ")
    lines = [
        style(visible(f"Outcomes of {report.title}, {times.promise.way.value}"), "strong"),
        visible(f"Promised: {said.answered} within {times.promise.within}{_running(times)}. As of {at}."),
        "",
        style(contacts_summary(times), "strong"),
    ]
    if times.answered:
        lines += [
            f"{said.answered}: {len(times.answered)} of {len(times.contacts)}; half of these within "
            f"{_half(times)}, the longest after {hours_and_minutes(times.longest or 0)}"
        ]
    if times.late:
        lines += ["", style("Late", "strong"), *(f"  {visible(_late(each, said))}" for each in times.late)]
    waiting = [each for each in times.contacts if each.state is AnswerState.NOT_YET]
    if waiting:
        lines += ["", style("Not yet", "strong")]
        lines += [f"  {visible(each.contact.id)}: until {local_moment_in_words(each.by, zone)}" for each in waiting]
    for title, groups in (("By day of the week", times.by_day), ("By time of day", times.by_part_of_day)):
        if groups:
            lines += ["", style(title, "strong"), *(f"  {_group(group, said)}" for group in groups)]
    return "\n".join([*lines, "", NO_NAMES]) + "\n"


def contacts_summary(times: AnswerTimes) -> str:
    """In one line, how many there were, and how many were answered as soon as promised."""
    said = _SAID[times.promise.way]
    if not times.contacts:
        return f"No {said.several} in this sheet."
    number = f"{len(times.contacts)} {said.one if len(times.contacts) == 1 else said.several}"
    waiting = times.count(AnswerState.NOT_YET)
    still = f"; for {waiting} more there is still time" if waiting else ""
    if not times.decided:
        return f"{number}: none is {said.answered} yet{still.replace(' more', '')}."
    in_time = times.count(AnswerState.IN_TIME)
    share = f"{in_time} of {times.decided} {said.answered} in time ({percent(in_time, times.decided)} %)"
    unanswered = times.count(AnswerState.NOT_ANSWERED)
    none = f", {unanswered} of them not {said.answered}" if unanswered else ""
    outside = f", {times.outside} of them asked outside the promised hours" if times.outside else ""
    return f"{number}: {share}, {len(times.late)} late{none}{outside}{still}."


def contacts_csv(report: ContactsReport) -> str:
    """A row for each contact."""
    header = ["id", "asked_at", "answer_by", "answered_at", "state", "minutes", "waiting_minutes", "outside_hours"]
    rows: list[list[str | float | None]] = [list(header)]
    for each in report.times.contacts:
        told = _told(each, report.times.promise.zone)
        rows.append(list({**told, "outside_hours": "yes" if each.outside else "no"}.values()))
    return "".join(map(row, rows))


def contacts_json(report: ContactsReport) -> str:
    """One object; docs/json.md explains its keys."""
    times = report.times
    zone = times.promise.zone
    return to_json(
        {
            "version": JSON_VERSION,
            "way": times.promise.way.value,
            "zone": zone or None,
            "now": _iso(times.now, zone),
            "within": str(times.promise.within),
            "hours": str(times.promise.hours) if times.promise.hours else None,
            "summary": {
                "contacts": len(times.contacts),
                "in_time": times.count(AnswerState.IN_TIME),
                "late": len(times.late),
                "not_answered": times.count(AnswerState.NOT_ANSWERED),
                "not_yet": times.count(AnswerState.NOT_YET),
                "answered": len(times.answered),
                "median_minutes": times.median,
                "longest_minutes": times.longest,
            },
            "late": [_told(each, zone) for each in times.late],
            "not_yet": [_told(each, zone) for each in times.contacts if each.state is AnswerState.NOT_YET],
            "by_day": [attrs.asdict(group) for group in times.by_day],
            "by_part_of_day": [attrs.asdict(group) for group in times.by_part_of_day],
        }
    )


def _running(times: AnswerTimes) -> str:
    return f", counted at the moderated hours ({times.promise.hours})" if times.promise.hours else ""


def _half(times: AnswerTimes) -> str:
    middle = times.median or 0.0
    return hours_and_minutes(int(middle) if middle == int(middle) else int(middle) + 1)


def _late(each: JudgedContact, said: _Said) -> str:
    outside = "; asked outside the promised hours" if each.outside else ""
    if each.minutes is None:
        have = "has" if each.waiting in (1, 60) else "have"
        waiting = f"{hours_and_minutes(each.waiting or 0)} {have} passed"
        return f"{each.contact.id}: not {said.answered}, and {waiting}{outside}"
    return f"{each.contact.id}: {said.answered} after {hours_and_minutes(each.minutes)}{outside}"


def _group(group: TimeGroup, said: _Said) -> str:
    name = f"{group.name}:"
    return f"{name:<16} {group.contacts} {said.several}, {group.in_time} in time, {group.late} late"


def _told(each: JudgedContact, zone: str) -> dict[str, Any]:
    answered = each.contact.answered_at
    return {
        "id": each.contact.id,
        "asked_at": _iso(each.contact.asked_at, zone),
        "answer_by": _iso(each.by, zone),
        "answered_at": _iso(answered, zone) if answered else None,
        "state": each.state.value,
        "minutes": each.minutes,
        "waiting_minutes": each.waiting,
        "outside_hours": each.outside,
    }


def _iso(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone) if zone else UTC).isoformat(timespec="minutes")
