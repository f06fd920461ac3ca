"""Who hears a complaint, and who can be turned to outside the organisation (STD439, STD440)."""

import re
from collections.abc import Iterator, Sequence

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    falls_short,
    is_staff,
    listed,
    names_nobody,
    not_settled,
    rule,
    who_is,
)
from mentorkit.standards.safeguarding_sources import ANOTHER_OFFICER, LINE_OUTSIDE, PROTECT_ADVISES
from mentorkit.standards.sources import CLEAR_WAY
from mentorkit.standards.vocabulary import HAS_WAYS, WHERE_SOMEBODY_IS_AT_RISK

_THING = re.compile(
    r"(?:(?:a|an|the|our|online|anonymous|complaints?|suggestions?|comments?|feedback|contact|post) )*"
    r"(?:box|form|web ?site|web ?page|inbox|portal|survey|questionnaire|e-?mails?|app)"
)
"""Where a complaint is put, which does not say who reads it."""
_INSIDE = re.compile(
    r"\b(head ?(teacher|master|mistress)?|principal|governors?|managers?|directors?|board|trustees?|chief executive|"
    r"chair(man|woman|person)?|leads?|leaders?|coordinator|co-ordinator|supervisors?|human resources|hr)\b"
)
"""Titles of people who run an organisation."""
_OUTSIDE = re.compile(
    r"authorit|council|commission|ombuds|inspect|external|outside|independent|nspcc|^protect\b|police|monitoring|ofsted|"
    r"\bcqc\b|estyn|regulator|union|guardian|safeguarding (children |adults )?(board|partnership)|advice|helpline"
)
"""Words of bodies that look at organisations from outside."""


@rule(
    "STD439",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[ANOTHER_OFFICER, CLEAR_WAY],
    reads=[
        At.safeguarding.complaints_to,
        At.safeguarding.risk_told_to,
        At.role.title,
        At.network.members,
        At.network.links,
        At.staff,
    ],
    applies=HAS_WAYS & WHERE_SOMEBODY_IS_AT_RISK,
    ways=Way,
    asked_since="2026-11",
)
def a_complaint_reaches_somebody_whom_it_is_not_about(programme: Programme) -> Iterator[Problem]:
    """Whoever was hurt by the one person who hears complaints has nobody to tell.

    The source names another officer if an allegation is about a senior member of staff. That every design names one,
    also for complaints that are no allegation, is this project's reading.
    """
    key, told = "safeguarding.complaints_to", programme.safeguarding.risk_told_to
    stated = _somebody(programme.safeguarding.complaints_to)
    if not stated:
        message = "who {mentees} and {mentors} can complain to"
        yield not_settled(key, message, 'state complaints_to, such as ["head of service"]')
        return
    others = [each for each in stated if not _may_be_about(programme, each, told)]
    if not others:
        message = f"complaints only go to {listed(stated)}, and may be about them"
        yield falls_short(key, message, "add somebody who neither mentors, nor supervises, nor is told of risk")
    elif all(_THING.fullmatch(as_seen(each)) for each in others):
        message = f"who reads {listed(others)}; nobody else hears complaints"
        yield not_settled(key, message, "name who does, somebody whom complaints are not about")


def _may_be_about(programme: Programme, name: str, told: str | None) -> bool:
    """Whether somebody mentors, is supported, supervises {mentors} or is told of a risk."""
    members = {member.id: member for member in programme.network.members or ()}
    supervisors = [
        link.from_
        for link in programme.network.links or ()
        if link.kind == "supervises" and link.to in members and members[link.to].part == "mentor"
    ]
    return is_staff(programme, name) is False or any(_are_same(programme, name, each) for each in (told, *supervisors))


def _somebody(names: Sequence[str] | None) -> list[str]:
    """Those who are named, but for "nobody"."""
    return [name for name in names or () if not names_nobody(name)]


def _are_same(programme: Programme, name: str, other: str | None) -> bool:
    """Whether two names are of the same one: both known by id or title, or the same text."""
    found, known = who_is(programme, name), who_is(programme, other) if other else None
    return other is not None and (as_seen(name) == as_seen(other) or (found is not None and found == known))


@rule(
    "STD440",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[LINE_OUTSIDE, PROTECT_ADVISES],
    reads=[
        At.safeguarding.whistleblowing_to,
        At.safeguarding.risk_told_to,
        At.role.title,
        At.network.members,
        At.staff,
    ],
    applies=HAS_WAYS & WHERE_SOMEBODY_IS_AT_RISK,
    ways=Way,
    asked_since="2026-11",
)
def there_is_a_way_past_the_lead(programme: Programme) -> Iterator[Problem]:
    """Where a concern is not acted on, or is about the lead, somebody has to be able to go round them.

    Of children the NSPCC advises, and of other wrongdoing at work Protect; each nation has inspectorates of its own.
    That every design names one of them is this project's reading.
    """
    key, stated = "safeguarding.whistleblowing_to", _somebody(programme.safeguarding.whistleblowing_to)
    if not stated:
        message = "who outside staff and {mentors} can turn to if a concern is not acted on"
        yield not_settled(key, message, 'state whistleblowing_to, such as ["NSPCC Whistleblowing Advice Line"]')
    elif all(_is_inside(programme, each) for each in stated):
        message = f"only {listed(stated)} can be turned to past the lead, and nobody outside"
        yield falls_short(key, message, "add the NSPCC Whistleblowing Advice Line, Protect or an inspectorate")


def _is_inside(programme: Programme, name: str) -> bool:
    """Whether somebody of the programme is named, or a title of those who run an organisation; the rest is outside."""
    found = who_is(programme, name)
    if found is None:
        seen, told = as_seen(name), programme.safeguarding.risk_told_to
        runs_it = _INSIDE.search(seen) is not None and not _OUTSIDE.search(seen)
        return runs_it or is_staff(programme, name) is False or _are_same(programme, name, told)
    if found.member is None:
        return True
    return found.member.part in ("mentor", "mentee", "programme") and not found.member.external
