"""Recording waivers in the file of a programme, and why one is refused."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import starmap
from typing import Any

import attrs

from mentorkit.core.design_reading import DesignReading
from mentorkit.core.finding import Finding
from mentorkit.programme.governance import WaiverEntry
from mentorkit.programme.key import field_to_key
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.text.values_in_text import written_list
from mentorkit.toml.append_tables import with_tables
from mentorkit.toml.edits import key_line
from mentorkit.validation.opened import Opened
from mentorkit.validation.waivers import (
    FoundThing,
    Waivers,
    faults_of,
    found_things,
    is_of_kind,
    names_of,
    why_not_about,
)

_WAIVERS = ("waivers",)
_BY_HAND = "write [[waivers]] and its keys rule, at, reason, agreed_by and until by hand"


@attrs.frozen
class RecordedWaiver:
    """Waivers as they will stand in the file.

    Attributes:
        text: of the whole file with them.
        entries: the waivers, one for each thing that they are about.
        set_aside: the findings that they set aside.
        still_open: those of the rule that stay.
        ended: the places, among the waivers, of earlier ones for the rule that no longer count.
    """

    text: str
    entries: tuple[WaiverEntry, ...]
    set_aside: tuple[Finding, ...]
    still_open: tuple[Finding, ...]
    ended: tuple[int, ...]


def record_waiver(opened: Opened, waiver: WaiverEntry, at: Sequence[str], on: date) -> RecordedWaiver:
    """Puts a waiver into the text of a programme's file, behind those that are there.

    Args:
        opened: the programme with its file.
        waiver: with its rule, reason, who agreed, when and until when, whether it was decided to leave something open,
            and what is found, where that alone says what it is about.
        at: the places that it is about, each of which gets a waiver; none is needed where the rule finds one thing.
        on: the date on which it is recorded.

    Raises:
        CannotJudgeError: where the waiver would not count, would have nothing to do, or the file cannot take it.
    """
    named = str(waiver.rule)
    _refuse_what_does_not_count(opened, waiver, on)
    reading = DesignReading(opened.rulebook, opened.programme, on)
    before = Waivers.of(reading, unreadable=opened.unreadable_waivers)
    found = [
        thing
        for thing in found_things(reading.findings(before.in_force), opened.programme).get(named, [])
        if before.counting((named, thing.path), thing.finding) is None
    ]
    entries = tuple(_entries(opened, waiver, at, found, before))
    after = Waivers.of(reading, entries, opened.unreadable_waivers)
    told = after.applied_to(reading.findings(after.in_force))
    of_rule = [finding for finding in told if named in finding.rules]
    data = [_data(entry) for entry in entries]
    fewer = "give the reason in fewer words"
    text = with_tables(opened.document, _WAIVERS, _written(data), data, by_hand=_BY_HAND, fewer=fewer)
    counting = {index for numbered in after.in_force.values() for index, _ in numbered}
    return RecordedWaiver(
        text,
        entries,
        tuple(finding for finding in of_rule if finding.waived),
        tuple(finding for finding in of_rule if not finding.waived),
        tuple(
            index
            for index, entry in enumerate(opened.programme.waivers or ())
            if entry.rule == named and index not in counting
        ),
    )


def _refuse_what_does_not_count(opened: Opened, waiver: WaiverEntry, on: date) -> None:
    document = opened.document
    if waiver.until is not None and waiver.until < on:
        raise document.refusal(
            (), f"{waiver.until} is past, and a waiver counts until the end of its last day", "name a day in the future"
        )
    for fault in faults_of(opened.rulebook, waiver, on):
        fix = "follow the rule" if fault.rule == "waiver-refused" else fault.fix
        raise document.refusal((), fault.message, fix)


def _entries(
    opened: Opened, waiver: WaiverEntry, at: Sequence[str], found: list[FoundThing], before: Waivers
) -> Iterator[WaiverEntry]:
    """A waiver for each thing that is meant."""
    named = str(waiver.rule)
    of_kind = [thing for thing in found if not why_not_about(waiver, thing.finding, thing.path)]
    if at:
        for place in dict.fromkeys(at):
            thing = _thing_at(opened, waiver, place, found, of_kind)
            yield attrs.evolve(waiver, **thing.agreed_to(place))
    elif len(of_kind) > 1:
        message = f"{named} finds {len(of_kind)} things, and a waiver is about one of them"
        raise opened.document.refusal((), message, _which(of_kind))
    elif of_kind:
        yield attrs.evolve(waiver, **of_kind[0].agreed_to(of_kind[0].names[0]))
    else:
        yield _for_people(opened, waiver, found, before)


def _thing_at(
    opened: Opened, waiver: WaiverEntry, place: str, found: list[FoundThing], of_kind: list[FoundThing]
) -> FoundThing:
    there = [thing for thing in of_kind if thing.has_name(place)]
    if len(there) == 1:
        return there[0]
    if there:
        message = f'{waiver.rule} finds {len(there)} things that "{place}" can mean'
        raise opened.document.refusal((), message, _which(there))
    _refuse_other_kind(opened, waiver, [thing for thing in found if thing.has_name(place)])
    places = names_of(of_kind)
    close = did_you_mean(place, places)
    message = f'{waiver.rule} finds nothing at "{place}" that no waiver sets aside{asks(close)}'
    fix = f"say --at with {written_list(places, 'or')}" if places else "leave it; there is nothing to decide"
    raise opened.document.refusal((), message, fix)


def _which(things: list[FoundThing]) -> str:
    """How to say which of several things is meant: by their places, or else by what is found there."""
    places = names_of(things)
    if len(places) == len(things):
        return f"say which with --at: {written_list(places, 'or')}"
    return f"say which with --found, word for word: {' or '.join(repr(thing.finding.message) for thing in things)}"


def _for_people(opened: Opened, waiver: WaiverEntry, found: list[FoundThing], before: Waivers) -> WaiverEntry:
    """A waiver of a rule that finds nothing in the design: it is about people, if the rule asks anything of them."""
    document, named = opened.document, str(waiver.rule)
    standing = [numbered for thing, numbered in before.in_force.items() if thing[0] == named]
    if standing:
        index, entry = standing[0][0]
        message = f"a waiver for {named} is in force until {entry.until}"
        raise document.refusal((*_WAIVERS, index), message, "change that one in the file")
    _refuse_other_kind(opened, waiver, found)
    rule = opened.rulebook.rule(named)
    if rule is None or rule.stage is None:
        message = f"{named} finds nothing in this design, and a waiver for it would hide a later problem"
        raise document.refusal((), message, "leave it; record a waiver once there is something to decide")
    return waiver


def _refuse_other_kind(opened: Opened, waiver: WaiverEntry, things: list[FoundThing]) -> None:
    """Refuses a waiver of what falls short where all is left open, and of what is left open where all falls short."""
    if waiver.found and any(is_of_kind(waiver, thing.finding) for thing in things):
        raise opened.document.refusal((), f"{waiver.rule} does not find this: {waiver.found}", _which(things))
    if things:
        fix = "settle it; or add --leaves-open, if it was decided to leave it open"
        fix = "leave --leaves-open out" if waiver.leaves_open else fix
        raise opened.document.refusal((), why_not_about(waiver, things[0].finding, things[0].path), fix)


def _data(entry: WaiverEntry) -> dict[str, Any]:
    stated = {field_to_key(field.name): getattr(entry, field.name) for field in attrs.fields(WaiverEntry)}
    return {key: value for key, value in stated.items() if value not in (None, False)}


def _written(data: list[dict[str, Any]]) -> str:
    return "\n".join("\n".join(("[[waivers]]", *starmap(key_line, entry.items()), "")) for entry in data)
