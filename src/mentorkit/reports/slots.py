"""Who could take which session, shift or incident, as text, CSV and JSON, and why a place stays empty.

They are proposals, to be confirmed by a person. People are named by their ids. Who is not wanted, and what else is
known of people, is shown only if asked for.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from mentorkit.matching.slots import MatchedSlot, SlotsAnswer
from mentorkit.matching.slots.result import Obstacle, Place, UnmatchablePerson
from mentorkit.programme.kept_columns import PART_OF_IT, SLOT_VETOES
from mentorkit.reports.findings_json import JSON_VERSION, on_data, sources_data, to_json
from mentorkit.reports.proposals import ProposalsReport, first_ids
from mentorkit.reports.verdicts import verdict_line, verdicts_data
from mentorkit.text.csv_row import row
from mentorkit.text.did_you_mean import asks
from mentorkit.text.words import visible, with_fix
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK
from mentorkit.values.stretch import clock_in_words
from mentorkit.values.zoned_time import day_or_moment_in_words

_A_PERSON_CONFIRMS = "These are proposals. A person confirms each with everybody concerned, or rejects it."


SlotsReport = ProposalsReport[SlotsAnswer]
"""Of sessions, shifts or incidents."""


def slots_text(report: SlotsReport) -> str:
    """Who could take what, which places are empty and why, and who cannot take anything."""
    answer, show_values = report.answer, report.show_values
    kind = answer.kind.name
    unclear = (slot for slot in answer.slots if slot.why and slot.empty != 0)
    blocks: list[tuple[str, str, Iterable[str]]] = [
        ("Proposed", "strong", _places(answer)),
        ("Empty places", "error", _empty(answer, show_values)),
        ("More people than needed, or fewer staff", "error", _other_numbers(answer)),
        (f"{kind.capitalize()}s for which nobody is looked for", "error", (f"  {s.id}: {s.why}" for s in unclear)),
        ("People who cannot take anything yet", "warning", _people(answer.outside, show_values)),
        ("Noted", "warning", _people(answer.noted, show_values)),
        ("What stops everybody", "error", (f"  {verdict_line(each, show_values)}" for each in answer.everyone)),
        ("Earlier proposals that would change", "warning", (f"  {at} with {who}" for at, who in answer.changed)),
        ("Never", "warning", (f"  {at} with {who}{_away(answer, at, who)}" for at, who in answer.never)),
    ]
    sections = []
    for heading, name, lines in blocks:
        if shown := [visible(line) for line in lines]:
            sections.append("\n".join([report.style(heading, name), *shown]))
    return "\n\n".join([*sections, f"{slots_summary(answer)}\n{_A_PERSON_CONFIRMS}"]) + "\n"


def slots_summary(answer: SlotsAnswer) -> str:
    """How many places are filled, and why there are no more, in two lines."""
    kind = answer.kind.name
    moment = isinstance(answer.on, datetime)
    by_when = ("" if not answer.kind.timed else " by then" if moment else " before this day") if answer.over else ""
    over = f"; {_counted(len(answer.over), kind)} over{by_when}" if answer.over else ""
    even = ", then one each before anybody has two, and so on" if answer.spread else ""
    time_was_up = "The time was up: a longer --time-limit may"
    if answer.filled == answer.most:
        proof = f"proven: no more than {answer.most} can be filled"
        proof += "" if answer.proven else f".\n{time_was_up} propose others for as many places"
    else:
        proof = f"not proven: up to {answer.most} may be possible.\n{time_was_up} fill more, or prove that none can be"
    return (
        f"{answer.filled} of {_counted(answer.needed, 'place')} filled in {_counted(len(answer.slots), kind)} "
        f"on {day_or_moment_in_words(answer.on)}{over}.\n"
        f"most places{even}, then the order of ids; {proof}"
    )


def _counted(number: int, kind: str) -> str:
    return f"{number} {kind}{'' if number == 1 else 's'}"


def _when(slot: MatchedSlot) -> str:
    """When a slot is, as people say it; empty where that is not known."""
    if slot.starts is None:
        return ""
    day = f"{DAYS_OF_THE_WEEK[slot.starts.weekday()]} {slot.starts:%Y-%m-%d} {clock_in_words(slot.starts)}"
    if slot.ends is None:
        return f", {day}{' UTC' if slot.starts.tzinfo is UTC else ''}"  # in UTC where no zone is known
    same_day = slot.starts.date() == slot.ends.date()
    return f", {day} to {'' if same_day else f'{slot.ends:%Y-%m-%d} '}{clock_in_words(slot.ends)}"


def _places(answer: SlotsAnswer) -> Iterator[str]:
    for slot in answer.slots:
        if slot.places or slot.staff:
            people = ", ".join(_place(place) for place in slot.places)
            staff = f"staff {_staff(slot)}" if slot.staff else ""
            yield f"  {slot.id}{_when(slot)}: {'; '.join(filter(None, (people, staff)))}"
            for place in (*slot.places, *(slot.staff or ())):
                for reason in place.despite:
                    yield f"       {place.how}, though {place.person} {reason.words(1)}"
            if slot.places and slot.why and slot.empty == 0:
                yield f"       {slot.places[0].how}, though {slot.why}"


def _staff(slot: MatchedSlot) -> str:
    return ", ".join(place.person for place in slot.staff or ())


def _other_numbers(answer: SlotsAnswer) -> Iterator[str]:
    for slot in answer.slots:
        if remarks := _remarks(slot):
            yield f"  {slot.id}{_when(slot)}: {remarks}"


def _remarks(slot: MatchedSlot) -> str:
    """That a slot has more people than it needs, or fewer members of staff; empty where neither is so."""
    remarks = [f"{len(slot.places)} people have it, of {slot.needs} needed"] if slot.too_many else []
    if slot.lacks_staff:
        there = "nobody knows how many" if slot.staff is None else len(slot.staff)
        remarks.append(f"staff there: {there}, of {slot.staff_needed} needed")
    return "; ".join(remarks)


def _place(place: Place) -> str:
    return place.person if place.how == "proposed" else f"{place.person} ({place.how})"


def _empty(answer: SlotsAnswer, show_values: bool) -> Iterator[str]:
    for slot in answer.slots:
        if slot.empty and not slot.why:
            yield f"  {slot.id}{_when(slot)}: {_why_empty(slot, answer, show_values)}"


def _why_empty(slot: MatchedSlot, answer: SlotsAnswer, show_values: bool) -> str:
    """How many places are empty, and what keeps the others from them."""
    others = answer.people - len(slot.places)
    reasons = [_obstacle(each, show_values) for each in slot.obstacles]
    known = sum(len(each.people) for each in slot.obstacles)
    if known < others and not answer.proven:
        reasons.append(f"{others - known} could perhaps take it")
    why = f"of {others} other {'person' if others == 1 else 'people'}, {', '.join(reasons)}" if reasons else ""
    empty = f"{slot.empty} of {slot.needs} {'is' if slot.empty == 1 else 'are'} empty"
    return f"{empty}; {why or 'nobody else is in the sheet of people'}"


def _obstacle(obstacle: Obstacle, show_values: bool) -> str:
    shown = show_values or not obstacle.what.is_private
    ids = f" ({first_ids(obstacle.people)})" if shown else ""
    return f"{len(obstacle.people)} {obstacle.what.words(len(obstacle.people))}{ids}"


def _people(people: Iterable[UnmatchablePerson], show_values: bool) -> Iterator[str]:
    for each in people:
        reasons = [*(verdict_line(verdict, show_values) for verdict in each.own), *filter(None, [each.why])]
        yield f"  {each.person}: {'; '.join(reasons)}"


def _away(answer: SlotsAnswer, at: str, person: str) -> str:
    return " (away)" if (at, person) in answer.away else ""


def unknown_ids(answer: SlotsAnswer, *, show_values: bool) -> Iterator[str]:
    """The ids that are in no sheet, and what to do; then how many are marked as away."""
    kind = answer.kind.name
    for each in answer.not_found:
        locked = each.column == "lock"
        shown = show_values or locked or each.column in (answer.kind.settled, answer.kind.staff)
        if locked and each.marked_away:
            message = f"{each.at} and {each.named} are marked as away, but the sheets have an id that looks like theirs"
            fix = "correct the id, or give each an id that nobody takes for another"
        elif locked:
            message = f"{each.at} and {each.named} are locked as never, but one of them is not in the sheets"
            fix = "check the id; if it is not there this time, write yes under away on this row"
        else:
            who = f"{each.named}, who" if shown else "somebody who"
            message = f"{each.column} of {each.at} names {who} is not in the sheet of people"
            fix = "check the id" if shown else "check the id (--show-values shows it, and the closest one)"
            if each.column in (SLOT_VETOES, PART_OF_IT):
                fix += f"; if they are away this time, lock this {kind} and them as never, with yes under away"
                fix += "; leave out anybody who is not a practitioner" if each.column == PART_OF_IT else ""
            else:
                fix += ", add them to the sheet of people, or take the id out"
        yield visible(with_fix(f"{message}{asks(each.meant if shown else '')}", fix))
    if answer.away:
        yield f"{len(answer.away)} marked as never {'is' if len(answer.away) == 1 else 'are'} not in the sheets"


def slots_csv(report: SlotsReport) -> str:
    """One row for each slot and person, one for each slot with empty places, and one for each never.

    `--lock` reads the sheet. In it somebody marks who stays.
    """
    answer, show_values = report.answer, report.show_values
    columns = ["person", "lock", "away", "how", "starts_at", "ends_at", "despite", "why_empty", "staff", "remarks"]
    rows = [row([answer.kind.name, *columns])]
    for slot in answer.slots:
        when, of_slot = [_moment(slot.starts), _moment(slot.ends)], [_staff(slot), _remarks(slot)]
        for place in slot.places:
            reasons = [f"{place.person} {reason.words(1)}" for reason in place.despite]
            despite = "; ".join([*reasons, *filter(None, [slot.why])])
            lock = "keep" if place.how == "kept" else ""
            rows.append(row([slot.id, place.person, lock, "", place.how, *when, despite, "", *of_slot]))
        if slot.empty != 0:
            why = slot.why or _why_empty(slot, answer, show_values)
            rows.append(row([slot.id, "", "", "", "", *when, "", why, *of_slot]))
    for at, person in answer.never:
        away = "yes" if (at, person) in answer.away else ""
        rows.append(row([at, person, "never", away, "", "", "", "", "", "", ""]))
    return "".join(rows)


def _moment(moment: datetime | None) -> str:
    return moment.isoformat(" ", "minutes") if moment else ""


def slots_json(report: SlotsReport) -> str:
    """One object; docs/json.md documents it."""
    answer, show_values = report.answer, report.show_values
    kind = answer.kind.name
    verdicts = [*answer.everyone, *(verdict for each in (*answer.outside, *answer.noted) for verdict in each.own)]
    rules = {verdict.rule.id: verdict.rule for verdict in verdicts}
    data: dict[str, Any] = {
        "version": JSON_VERSION,
        **on_data(answer.on),
        "way": answer.way.value,
        "spread": answer.spread,
        "proven": answer.proven,
        "at_most": answer.most,
        "slots": [
            {
                "id": slot.id,
                "starts_at": slot.starts.isoformat() if slot.starts else None,
                "ends_at": slot.ends.isoformat() if slot.ends else None,
                "needs": slot.needs,
                "empty": slot.empty,
                "too_many": slot.too_many,
                "staff": None if slot.staff is None else [place.person for place in slot.staff],
                "staff_needed": slot.staff_needed,
                "staff_despite": [
                    {"person": place.person, "despite": [reason.value for reason in place.despite]}
                    for place in slot.staff or ()
                    if place.despite
                ],
                "why": slot.why or None,
                "obstacles": [_obstacle_data(each, show_values) for each in slot.obstacles],
            }
            for slot in answer.slots
        ],
        "pairs": [
            {
                kind: slot.id,
                "person": place.person,
                "how": place.how,
                "kept": place.how == "kept",
                "despite": [reason.value for reason in place.despite],
            }
            for slot in answer.slots
            for place in slot.places
        ],
        "over": list(answer.over),
        "outside": [
            {"person": each.person, "own": verdicts_data(each.own, show_values), "why": each.why or None}
            for each in answer.outside
        ],
        "noted": [{"person": each.person, "notes": verdicts_data(each.own, show_values)} for each in answer.noted],
        "everyone": verdicts_data(answer.everyone, show_values),
        "changed": [{kind: at, "person": person} for at, person in answer.changed],
        "never": [{kind: at, "person": who, "away": (at, who) in answer.away} for at, who in answer.never],
        "look_alike": [list(ids) for ids in answer.look_alike],
        "not_found": [
            {"at": each.at, "column": each.column}
            | ({"named": each.named, "closest": each.meant or None} if show_values or each.column == "lock" else {})
            for each in answer.not_found
        ],
        "rules": [
            {"id": rule.id, "name": rule.name, "reason": rule.reason, "sources": sources_data(rule.sources)}
            for _, rule in sorted(rules.items())
        ],
        "summary": {"slots": len(answer.slots), "places": answer.needed, "filled": answer.filled},
    }
    return to_json(data)


def _obstacle_data(obstacle: Obstacle, show_values: bool) -> dict[str, Any]:
    shown = show_values or not obstacle.what.is_private
    ids = {"ids": list(obstacle.people)} if shown else {}
    return {"what": obstacle.what.value, "people": len(obstacle.people), **ids}
