"""How long records about people are kept, and who deletes them (STD818 to STD820)."""

import re
from collections.abc import Iterator

from mentorkit.api import (
    UNDER_UK_LAW,
    At,
    Duration,
    Problem,
    Programme,
    Strength,
    UnitsDifferError,
    as_seen,
    falls_short,
    in_nations,
    listed,
    names_nobody,
    not_settled,
    rule,
)
from mentorkit.standards.sources import DBS_HANDLING, ICO_STORAGE

_PERIODS = ICO_STORAGE.at("a policy sets standard periods for each kind of record, wherever possible")
_NO_LONGER = ICO_STORAGE.at("personal data are kept no longer than they are needed, and are then erased or anonymised")
_SIX_MONTHS = DBS_HANDLING.at(
    "once a decision is made, what a certificate says is generally kept for six months at most"
)
_A_LIFE = Duration.parse("80 years")
_A_CAREER = Duration.parse("30 years")
_HALF_A_YEAR = Duration.parse("6 months")
_AFTER_THE_DECISION = ("last contact", "end of support", "end of the role", "case closed", "birth")
_NEVER = re.compile(r"(?:never|not deleted)\b.*")

_CERTIFICATES = r"criminal record|record check|\bdbs\b|\bpvg\b|accessni|disclosure cert|vetting"
_KINDS = {
    "applications": r"appli|recruit|screening|selection",
    "criminal record certificates": _CERTIFICATES,
    "training records": r"train|course",
    "matches": r"match|pair",
    "records of supervision": r"supervis",
    "outcomes": r"outcome|measure|questionnaire|evaluation|monitor|review|data",
    "incidents and concerns": r"incident|concern|safeguard|risk|complaint",
    "referrals": r"referr",
    "notes of meetings": r"note|meeting|contact|case|diar|log",
}
"""Kinds of records, and words by which they are known; what else a service keeps, it can call as it likes."""
_ALL = re.compile(r"\b(?:all|every\w*|any|personal) ?(?:other )?(?:records?|data|thing|information|files?)?\b")


def _kept(programme: Programme) -> Iterator[str]:
    """The kinds of records that the design makes."""
    documents, links = programme.governance.documents or (), programme.network.links or ()
    made = {
        "applications": programme.screening.collects or programme.screening.steps,
        "criminal record certificates": programme.screening.record_check not in (None, "none"),
        "training records": programme.training.collects,
        "matches": programme.matching.collects,
        "records of supervision": programme.supervision.collects,
        "outcomes": programme.outcomes.collects or programme.outcomes.measures,
        "incidents and concerns": programme.incidents.steps or "procedure for reporting concerns" in documents,
        "referrals": any(link.kind in ("refers", "escalates") for link in links),
        "notes of meetings": "log of contacts" in documents,
    }
    return (kind for kind, there in made.items() if there)


def _names(kind: str, entry: str) -> bool:
    """Whether an entry of `records` names a kind of record."""
    seen = as_seen(entry).replace("-", " ")
    return bool(re.search(_KINDS[kind], seen) or _ALL.fullmatch(seen))


def _concerns(entry: str) -> bool:
    """Whether an entry names records of harm, about which somebody may speak decades later."""
    return bool(re.search(_KINDS["incidents and concerns"], as_seen(entry)) or _ALL.fullmatch(as_seen(entry)))


def _is_longer(kept_for: Duration | None, most: Duration) -> bool:
    """Whether a time is longer than another, however people round, and as far as their units can be compared."""
    try:
        return kept_for is not None and kept_for.is_longer_than(most)
    except UnitsDifferError:
        return False


@rule(
    "STD818",
    strength=Strength.SHOULD,
    reads=[
        At.governance.retention,
        At.governance.documents,
        At.screening.collects,
        At.screening.steps,
        At.screening.record_check,
        At.training.collects,
        At.matching.collects,
        At.supervision.collects,
        At.outcomes.collects,
        At.outcomes.measures,
        At.incidents.steps,
        At.network.links,
    ],
    sources=[_PERIODS],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def it_is_known_how_long_each_kind_of_record_is_kept(programme: Programme) -> Iterator[Problem]:
    """Records that nobody has a time for stay for ever, and can harm somebody years after they were of use.

    The law names no times. The regulator asks for a policy with them, wherever possible, so this is a SHOULD. It asks
    about the kinds of records that the design makes.
    """
    at, rows = "governance.retention", programme.governance.retention
    named = [entry for row in rows or () for entry in row.records or ()]
    missing = [kind for kind in _kept(programme) if not any(_names(kind, entry) for entry in named)]
    if missing:
        fix = "for each kind, write a table [[governance.retention]] with records, kept_for, counted_from, reason and "
        yield not_settled(at, f"how long these are kept: {listed(missing)}", f"{fix}deleted_by")
    for place, row in enumerate(rows or ()):
        keys = ("records", "kept_for", "counted_from", "reason", "deleted_by", "seen_by")
        unstated = [name for name in keys if getattr(row, name) in (None, ())]
        if unstated:
            what = f"of {listed(row.records)}" if row.records else "of these records"
            yield not_settled(("governance", "retention", place), f"{listed(unstated)} {what}", "state them")


@rule(
    "STD819",
    strength=Strength.MUST,
    reads=[At.governance.retention],
    sources=[_NO_LONGER],
    applies=UNDER_UK_LAW,
    asked_since="2026-11",
)
def records_are_deleted_when_they_are_not_needed(programme: Programme) -> Iterator[Problem]:
    """The law lets nobody keep personal data for longer than they are needed, so somebody has to delete them.

    That more than 80 years are for ever is this project's reading, and so are more than 30 years that are not counted
    from birth. What is on record about harm can be needed longer, because people speak of it late.
    """
    for place, row in enumerate(programme.governance.retention or ()):
        what = listed(row.records or ("these records",))
        if row.deleted_by and (names_nobody(row.deleted_by) or _NEVER.fullmatch(as_seen(row.deleted_by))):
            message = f"nobody deletes {what} when their time is over"
            yield falls_short(("governance", "retention", place, "deleted_by"), message, "name who does")
        at = ("governance", "retention", place, "kept_for")
        others = [entry for entry in row.records or () if not _concerns(entry)]
        if _is_longer(row.kept_for, _A_LIFE):
            message = f"{what} are kept for {row.kept_for}, which is for ever"
            yield falls_short(at, message, "keep them no longer than needed")
        elif others and row.counted_from not in (None, "birth") and _is_longer(row.kept_for, _A_CAREER):
            long = f"{row.kept_for} from {row.counted_from}"
            message = f"{listed(others)} are kept for {long}, for longer than they are needed"
            yield falls_short(at, message, "keep them no longer than needed")


@rule(
    "STD820",
    strength=Strength.SHOULD,
    reads=[At.governance.retention],
    sources=[_SIX_MONTHS],
    applies=in_nations("england", "wales"),
    asked_since="2026-11",
)
def certificates_are_not_kept(programme: Programme) -> Iterator[Problem]:
    """A certificate is for one decision, and afterwards it can only do harm.

    The code of practice for England and Wales, as those who follow it report it, allows longer in exceptional cases
    only, so this is a SHOULD. That a check was done, and when, can be kept. A time that begins later than the decision
    is longer than it says.
    """
    for place, row in enumerate(programme.governance.retention or ()):
        fix = "delete what certificates say six months after the decision; the day and level of the check can be kept"
        certificates = [entry for entry in row.records or () if re.search(_CERTIFICATES, as_seen(entry))]
        if certificates and _is_longer(row.kept_for, _HALF_A_YEAR):
            message = f"{listed(certificates)} are kept for {row.kept_for}, and 6 months after the decision are usual"
            yield falls_short(("governance", "retention", place, "kept_for"), message, fix)
        elif certificates and row.counted_from in _AFTER_THE_DECISION:
            message = (
                f"{listed(certificates)} are kept from {row.counted_from} on, and 6 months after the decision are usual"
            )
            yield falls_short(("governance", "retention", place, "counted_from"), message, fix)
