"""Whom matching keeps apart: a family (STD334), people in conflict (STD335), and those with a tie (STD336)."""

import re
from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Problem,
    Programme,
    Strength,
    Way,
    as_seen,
    falls_short,
    in_settings,
    not_settled,
    only_if_stated,
    rule,
)
from mentorkit.standards.safeguarding_sources import ANOTHER_OFFICER, GANGS_APART, GANGS_ESCALATE
from mentorkit.standards.sources import STEADY_PROCESS
from mentorkit.standards.vocabulary import WHERE_CHILDREN_ARE_SUPPORTED, is_listener_scheme

_FAMILY = r"famil|sibling|brother|sister|relative|related|kin\b|surname"
_KIN = re.compile(rf"{_FAMILY}|household|house\b|home\b")
_SAME_FAMILY = re.compile(
    r"\bfamil(y|ies)\b(?! (status|situation|background|life|experience|support))|sibling|brother|sister|\brelatives?\b|"
    r"\bkin\b|surname|household"
)
_OF_STAFF = re.compile(r"\b(of|to|with) (a |the |any )?(staff|supervisor|coordinator|teacher|manager|worker)|\bstaff\b")
_CONFLICT = re.compile(
    r"gang|rival|\bfeud|conflict|enem(y|ies)|affiliat|associat|kept apart|keep apart|kept separate|keep separate|"
    r"\bthreat|victim|intelligence"
)
_TIE = re.compile(
    r"famil(?:y|ies)|siblings?|relatives?|house|household|home|court cases?|co defendants?|gangs?|conflicts?|victims?"
)
"""Names of facts about what ties two people to each other, or sets them against each other."""
_GANG = re.compile(r"\bgangs?\b|\baffiliat|\brival")


def _kept_apart(programme: Programme) -> list[str]:
    """What rules a pair out, in small letters."""
    return [as_seen(each.what or "").replace("_", " ") for each in programme.matching.exclusions or ()]


def _wished_for(programme: Programme, what: re.Pattern[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What pairs are to have in common, with its place: what is better liked, and what is required."""
    for place, wish in enumerate(programme.matching.preferences or ()):
        if wish.kind in ("same", "overlap") and _is_of(what, wish.what or ""):
            yield ("matching", "preferences", place), wish.what or ""
    for place, criterion in enumerate(programme.matching.required or ()):
        if _is_of(what, criterion):
            yield ("matching", "required", place), criterion


def _is_of(what: re.Pattern[str], text: str) -> bool:
    """Whether a text is of something that two people can share; relatives of staff are those of somebody else."""
    said = as_seen(text).replace("_", " ")
    return what.search(said) is not None and not _OF_STAFF.search(said)


@rule(
    "STD334",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[ANOTHER_OFFICER],
    reads=[At.matching.exclusions, At.matching.preferences, At.matching.required, At.mutual_aid.sponsors],
    applies=WHERE_CHILDREN_ARE_SUPPORTED,
    ways=[Way.PAIR, Way.MUTUAL_AID],
    asked_since="2026-11",
)
def children_are_not_matched_with_their_own_family(programme: Programme) -> Iterator[Problem]:
    """A child who is hurt at home cannot say so to a brother, nor to somebody who lives there.

    The source wants a concern heard by somebody whom it is not about. That pairs of one family are ruled out by the
    design, and are not left to whoever makes them, is this project's reading. It holds of a sponsor in a
    fellowship as of a mentor.
    """
    if not programme.may_offer({Way.PAIR}) and programme.mutual_aid.sponsors is False:
        return
    if not any(_is_of(_KIN, each) for each in _kept_apart(programme)):
        yield not_settled(
            "matching.exclusions",
            "that nobody is matched with somebody of their own family",
            'add { what = "family", kind = "same" } to exclusions, and collect mentor_family and mentee_family',
        )
    for at, what in _wished_for(programme, _SAME_FAMILY):
        message = f'pairs are to have "{what}" in common: children get mentors of their own family'
        yield falls_short(at, message, f"take it out of {at[1]}")


@rule(
    "STD335",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    sources=[GANGS_APART, GANGS_ESCALATE],
    reads=[
        At.matching.exclusions,
        At.matching.preferences,
        At.matching.required,
        At.governance.documents,
        At.programme.settings,
        At.safeguarding.run_by_samaritans,
    ],
    applies=only_if_stated(in_settings("custody"), "STD001 asks for the settings"),
    ways=[Way.PAIR],
    asked_since="2026-11",
)
def people_in_conflict_are_kept_apart_in_custody(programme: Programme) -> Iterator[Problem]:
    """A mentor of the same gang ties people to it, and one of a rival gang may hurt them or be hurt.

    In the prison that the sources speak of, staff ask every new arrival and keep members of rival gangs apart. That a
    programme which makes pairs there does so too is this project's reading. It can rule such pairs out, or go by what
    the prison knows: nobody need write down who is in which gang. People call Listeners themselves.
    """
    stated = [*_kept_apart(programme), *map(as_seen, programme.governance.documents or ())]
    if not is_listener_scheme(programme) and not any(map(_CONFLICT.search, stated)):
        yield not_settled(
            "matching.exclusions",
            "that nobody is matched with somebody of the same gang, of a rival one, or in conflict with them",
            "ask the prison before each match who has to be kept apart, and list that procedure in "
            'governance.documents, such as "check with the prison on people kept apart"; or add { what = "gang", '
            'kind = "same" } and the like to exclusions',
        )
    for at, what in _wished_for(programme, _GANG):
        message = f'pairs are to have "{what}" in common: in custody mentors are of the gang of those they support'
        yield falls_short(at, message, f"take it out of {at[1]}")


@rule(
    "STD336",
    strength=Strength.SHOULD,
    sources=[STEADY_PROCESS],
    reads=[At.matching.collects, At.matching.exclusions, At.matching.preferences],
    ways=[Way.PAIR],
    asked_since="2026-11",
)
def ties_that_are_asked_about_are_compared(programme: Programme) -> Iterator[Problem]:
    """A tie between two people that is on record, and that nothing compares, is found out once they are matched.

    The source asks for a process. It is this project's reading that whether two people of one house, or of one court
    case, may be matched is decided in it and not by whoever makes the pair.
    """
    matching = programme.matching
    asked = matching.collects or ()
    compared = {each.what for each in (*(matching.exclusions or ()), *(matching.preferences or ()))}
    for place, name in enumerate(asked):
        what = name.removeprefix("mentor_")
        if what != name and f"mentee_{what}" in asked and what not in compared:
            said = what.replace("_", " ")
            if _TIE.fullmatch(as_seen(said)):
                message = (
                    f"whether two people with a {said} in common may be matched: both are asked, and it is not compared"
                )
                fix = (
                    f'add {what} to matching.exclusions, such as what = "{what}" and kind = "same"; or ask for neither'
                )
                yield not_settled(("matching", "collects", place), message, fix)
