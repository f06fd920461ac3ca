"""Who sees and deletes what is kept about people (STD450, STD453)."""

import re
from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Network,
    Problem,
    Programme,
    Strength,
    as_seen,
    falls_short,
    listed,
    rule,
    who_is,
)
from mentorkit.standards.sources import ICO_PRINCIPLES

_SECURE = ICO_PRINCIPLES.at("personal data are kept securely and are protected")
_EVERYBODY = re.compile(
    r"(?:every ?(?:body|one)|all|any ?(?:body|one)|the public)(?: (?:who asks|who wants to|in the \w+|at the \w+))?"
)
_IN_CONFIDENCE = re.compile(
    r"appli|recruit|screening|selection|criminal record|record check|\bdbs\b|\bpvg\b|accessni|vetting|supervis|"
    r"incident|concern|safeguard|complaint|health|medic|diagnos|clinical|therap|offen[cs]e|convict|\brisks?\b"
)
"""Words of records that are about mentors and what they did, or that hold what people said of others or in trust."""
_OWN_NOTES = re.compile(r"\b(?:diar(?:y|ies)|logs?|notes?)\b")
"""Words of what mentors write themselves, and may destroy themselves."""
_THEMSELVES = re.compile(r"(?:(?:all|peer|other|the) )*(?:mentors?|mentees?)")


@rule(
    "STD450",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.governance.retention, At.role.title, At.network.members, At.staff],
    sources=[_SECURE],
    asked_since="2026-11",
)
def records_are_not_seen_or_deleted_by_those_they_are_about(programme: Programme) -> Iterator[Problem]:
    """A concern is not raised if the one whom it is about can read it, or delete it.

    The regulator asks that data are kept securely. That applications, concerns and what is said in supervision are kept
    from everybody, and from mentors and mentees of whom others may have spoken, is this project's reading; so is it
    that mentors delete nothing but their own notes, and the emergency services nothing at all.
    """
    for path, who, does, records in _those_named(programme):
        own_notes = path[-1] != "deleted_by" or all(map(_OWN_NOTES.search, records))
        if _EVERYBODY.fullmatch(as_seen(who)):
            message = f'"{who}" {does}, which are about people'
            yield falls_short(path, message, "name those who need them for their work")
        elif _is_for_emergencies(programme, who):
            message = f'"{who}" {does}, and is there for emergencies alone'
            yield falls_short(path, message, "name a member of staff")
        elif (_are_in_confidence(records) or not own_notes) and _takes_part(programme, who):
            message = f'"{who}" {does}, and may be the one whom they are about'
            yield falls_short(path, message, "name a member of staff")


@rule(
    "STD453",
    strength=Strength.SHOULD,
    reads=[At.governance.retention, At.staff],
    sources=[_SECURE],
    asked_since="2026-11",
)
def records_are_not_seen_or_deleted_by_services_outside(programme: Programme, network: Network) -> Iterator[Problem]:
    """What people said in confidence is open to another organisation if somebody of it sees all that is on record.

    The regulator asks that data are kept securely. It is this project's reading that a service to which people are
    referred is told what it needs about one of them, by a link that says on what ground. Somebody who supervises,
    or is told of a risk, can need the records.
    """
    need_them = {who for _, _, *ends in network.linked("supervises", "escalates") for who in ends}
    for path, who, does, records in _those_named(programme):
        found = who_is(programme, who)
        id_ = found.member.id if found and found.member else None
        if not _are_in_confidence(records) or id_ is None or id_ not in network.members or id_ in need_them:
            continue
        if network.members[id_].part == "partner":
            message = f'"{who}" {does}, and is outside the programme'
            fix = "name a member of staff; what somebody outside needs is passed on by a link, with its basis"
            yield falls_short(path, message, fix)


def _those_named(programme: Programme) -> Iterator[tuple[tuple[str | int, ...], str, str, list[str]]]:
    """Who sees or deletes records, with the place that says so, what they do, and which records those are."""
    for place, row in enumerate(programme.governance.retention or ()):
        what = listed(row.records or ("these records",))
        records = [as_seen(entry) for entry in row.records or ()]
        at = ("governance", "retention", place)
        for number, who in enumerate(row.seen_by or ()):
            yield (*at, "seen_by", number), who, f"sees {what}", records
        if row.deleted_by is not None:
            yield (*at, "deleted_by"), row.deleted_by, f"deletes {what}", records


def _are_in_confidence(records: list[str]) -> bool:
    return any(map(_IN_CONFIDENCE.search, records))


def _is_for_emergencies(programme: Programme, name: str) -> bool:
    """Whether a text names the emergency services, which are nobody's to keep records for."""
    found = who_is(programme, name)
    return found is not None and found.member is not None and found.member.part == "emergency"


def _takes_part(programme: Programme, name: str) -> bool:
    """Whether a text names {mentors} or {mentees}, one or several, by a word for them or as a member of the network."""
    found = who_is(programme, name) or who_is(programme, as_seen(name).removesuffix("s"))
    if found is not None:
        return found.member is not None and found.member.part in ("mentor", "mentee")
    title = as_seen(programme.role.title or "mentor")
    return as_seen(name) in (title, f"{title}s") or _THEMSELVES.fullmatch(as_seen(name)) is not None
