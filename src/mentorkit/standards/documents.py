"""Who is responsible for what is in writing, and when somebody looks at it again (STD821 to STD825)."""

from collections.abc import Iterator
from datetime import date

from mentorkit.api import (
    CHILDREN_TAKE_PART,
    At,
    Duration,
    Evidence,
    Problem,
    Programme,
    Source,
    Strength,
    UnitsDifferError,
    as_seen,
    day_after,
    falls_short,
    is_staff,
    listed,
    names_nobody,
    not_settled,
    only_if_stated,
    rule,
    when,
    who_is,
)
from mentorkit.standards.sources import ICO_REVIEW
from mentorkit.standards.vocabulary import NO_FELLOWSHIP_OF_ADULTS

_DATES = ICO_REVIEW.at("policies show their owner, their review date and the history of their changes")
_IN_TIME = ICO_REVIEW.at("policies are reviewed in line with documented review dates")
_MODEL_POLICY = Source(
    author="Education Safeguarding Advisory Team",
    title="Child protection and safeguarding policy for educational establishments 2023/24 (a school's copy)",
    year=2023,
    address="https://issuu.com/schudio1/docs/holytrinitycatholicschool-child-protection-and",
    evidence=Evidence.GUIDANCE,
)
_EACH_YEAR = _MODEL_POLICY.at("the policy is reviewed and updated at least annually, and when guidance changes")
_NCVO = Source(
    author="NCVO",
    title="Safeguarding: policies and procedures",
    address="https://knowhow.ncvo.org.uk/safeguarding/steps-to-a-safer-organisation/policies-and-procedures",
    evidence=Evidence.GUIDANCE,
)
_IT_DEPENDS = _NCVO.at("safeguarding is looked at every year; how often policies are reviewed depends on the work")

_A_YEAR = Duration.parse("1 year")
_ABOUT_A_YEAR = Duration.parse("13 months")
"""From the beginning of a month to the end of the same month a year later."""
_KEEP_CHILDREN_SAFE = ("safeguarding policy", "child protection policy")
_SAFETY = frozenset({*_KEEP_CHILDREN_SAFE, "procedure for reporting concerns"})
_CAN_SAY_MORE = only_if_stated(
    when("in files of format 2, in which a document can have more than a name", lambda programme: programme.format > 1),
    "a file without a format is of the first",
)


@rule("STD821", strength=Strength.SHOULD, reads=[At.governance.documents], sources=[_DATES], asked_since="2026-11")
def dates_of_reviews_can_be_right(programme: Programme, on: date) -> Iterator[Problem]:
    """A wrong date hides that nobody has looked at a text for years.

    The source asks for review dates. That a next review is at most twice as far away as the text says how often it is
    reviewed is this project's reading.
    """
    for path, name, _, about in programme.governance.stated_documents:
        last = about.reviewed_on if about else None
        if about is None or last is None:
            continue
        if last > on:
            message = f'"{name}" was last reviewed on {last}, which is in the future'
            yield falls_short((*path, "reviewed_on"), message, "state the day on which somebody reviewed it")
        by = about.review_by
        if by is not None and by < last:
            message = f'the next review of "{name}" is by {by}, which is before the last one on {last}'
            yield falls_short((*path, "review_by"), message, "correct whichever is wrong")
        elif by is not None and about.review_every is not None and _is_far_beyond(by, last, about.review_every):
            message = f'the next review of "{name}" is by {by}, and it is reviewed every {about.review_every}'
            yield falls_short((*path, "review_by"), message, "correct whichever is wrong")


def _is_far_beyond(by: date, last: date, every: Duration) -> bool:
    return not every.minutes and by > day_after(day_after(last, every), every)


@rule("STD822", strength=Strength.SHOULD, reads=[At.governance.documents], sources=[_IN_TIME], asked_since="2026-11")
def documents_are_reviewed_in_time(programme: Programme, on: date) -> Iterator[Problem]:
    """A text that nobody has looked at for years may name people who have left, and law that has changed."""
    for path, name, _, about in programme.governance.stated_documents:
        due = about.next_review if about else None
        if about is None or due is None or due >= on or (about.reviewed_on and due < about.reviewed_on):
            continue
        key = "review_by" if about.review_by else "reviewed_on"
        last = f", and was last reviewed on {about.reviewed_on}" if about.reviewed_on else ""
        message = f'"{name}" was due for a review by {due}{last}'
        yield falls_short((*path, key), message, "review it, and state the day of this review and of the next one")


@rule(
    "STD823",
    strength=Strength.SHOULD,
    reads=[At.governance.documents],
    sources=[_EACH_YEAR, _IT_DEPENDS],
    applies=CHILDREN_TAKE_PART & _CAN_SAY_MORE,
    asked_since="2026-11",
)
def what_keeps_children_safe_is_reviewed_every_year(programme: Programme, on: date) -> Iterator[Problem]:
    """Guidance on children changes every year, and so do the people whom a policy names.

    One source asks it of schools, and another one says that it depends on the work, so this is a SHOULD. It is this
    project's reading that it is asked wherever children take part.
    """
    for path, name, is_, about in programme.governance.stated_documents:
        if is_ not in _KEEP_CHILDREN_SAFE and as_seen(name) not in _KEEP_CHILDREN_SAFE:
            continue
        every = about.review_every if about else None
        by = about.review_by if about else None
        last = (about.reviewed_on if about else None) or on
        if every is not None and _is_longer(every, _A_YEAR):
            message = f'"{name}" is reviewed every {every}, and children take part'
            yield falls_short((*path, "review_every"), message, 'review it every year: review_every = "1 year"')
        elif every is None and by is not None and by > day_after(last, _ABOUT_A_YEAR):
            message = f'the next review of "{name}" is by {by}, over a year after the last, and children take part'
            yield falls_short((*path, "review_by"), message, "review it every year")
        elif every is None and by is None:
            fix = f'write it as a table: {{ is = "{is_}", review_every = "1 year", reviewed_on = … }}'
            yield not_settled(path, f'how often "{name}" is reviewed', fix)


def _is_longer(length: Duration, most: Duration) -> bool:
    """Whether a time is longer than another, as far as their units can be compared."""
    try:
        return length > most
    except UnitsDifferError:
        return False


@rule(
    "STD824",
    strength=Strength.CAUTION,
    reads=[At.governance.documents],
    sources=[_DATES],
    applies=_CAN_SAY_MORE,
    asked_since="2026-11",
)
def it_is_known_who_is_responsible_for_documents(programme: Programme) -> Iterator[Problem]:
    """A name on a list does not say whether there is a text, whose it is, or whether it is of this year.

    The source asks it of policies on data. That it helps with all texts is this project's reading, so it is advice. It
    is given once, to a design that has nothing but names; then about entries that say some of it.
    """
    stated = programme.governance.stated_documents
    said = [(name, about) for _, name, _, about in stated if about is not None]
    if not stated:
        return
    example = '{ is = "…", owner = "…", reviewed_on = …, review_every = "1 year", kept_at = "…" }'
    if not said:
        message = "who is responsible for its documents, when they were last reviewed and when they are next"
        yield not_settled(At.governance.documents, message, f"write entries as tables: {example}")
        return
    dated = any(about.reviewed_on for _, about in said)
    unknown = {
        "who is responsible for": [name for name, about in said if about.owner is None],
        "when there is a next review of": [n for n, about in said if not (about.review_every or about.review_by)],
        "when there was a last review of": [n for n, about in said if dated and about.reviewed_on is None],
    }
    missing = [f"{what} {_quoted(names)}" for what, names in unknown.items() if names]
    if missing:
        yield not_settled(At.governance.documents, "; ".join(missing), f"say it in their entries: {example}")


@rule(
    "STD825",
    strength=Strength.SHOULD,
    reads=[At.governance.documents, At.role.title, At.role.paid, At.network.members, At.staff],
    sources=[_DATES],
    applies=_CAN_SAY_MORE & NO_FELLOWSHIP_OF_ADULTS,
    asked_since="2026-11",
)
def documents_belong_to_somebody_who_can_look_after_them(programme: Programme) -> Iterator[Problem]:
    """A text that is nobody's is not changed when the people in it leave.

    The source asks for the owner of each policy. It is this project's reading that this is somebody, and that what
    keeps people safe is not looked after by mentors or mentees, whom it protects, unless they are staff.
    """
    for path, name, is_, about in programme.governance.stated_documents:
        owner = about.owner if about else None
        if owner is None:
            continue
        if names_nobody(owner):
            message = f'nobody is responsible for "{name}"'
            yield falls_short((*path, "owner"), message, "name a member of the network or an entry of [[staff]]")
        elif not _SAFETY.isdisjoint((is_, as_seen(name))) and _is_no_staff(programme, owner):
            message = f'"{owner}" is responsible for "{name}", and is not a member of staff'
            yield falls_short((*path, "owner"), message, "name the member of staff who is responsible for it")


def _is_no_staff(programme: Programme, name: str) -> bool:
    """Whether a text names {mentors} or {mentees} who are not staff: neither in [[staff]] nor paid."""
    found = who_is(programme, name)
    if found is None or found.member is None:
        return is_staff(programme, name) is False and programme.role.paid != "paid"
    paid = found.member.paid is True or programme.role.paid == "paid"
    is_paid_mentor = found.member.part == "mentor" and paid
    return is_staff(programme, name) is False and found.role is None and not is_paid_mentor


def _quoted(names: list[str]) -> str:
    return listed([f'"{name}"' for name in names])
