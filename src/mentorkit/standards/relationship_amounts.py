"""Whether support can be given in the time there is (STD316 to STD318, STD322)."""

from collections.abc import Iterator

from mentorkit.api import (
    OVER_TIME,
    At,
    Duration,
    Problem,
    Programme,
    Strength,
    Way,
    falls_short,
    rule,
)
from mentorkit.standards.sources import (
    CONTACT_A_MONTH,
    FIXED_IN_ADVANCE,
    LOOKED_AT_REGULARLY,
    SUPPLY_KEEPS_UP,
)

_HOURS_A_WEEK = 35
"""A full working week."""
_ROUNDED = 1.1
"""How much longer a length may be that people have rounded: a tenth, as in "about"."""
_MORE_MEETINGS = 1.5
"""How many times as often as it says a pair may meet, before nobody can have meant it."""
_MINUTES_A_DAY = 24 * 60
_RHYTHMS = (
    ("relationship.contact_every", "the pair is in contact every"),
    ("relationship.contact_at_first_every", "at first the pair is in contact every"),
    ("outcomes.review_every", "progress is reviewed every"),
    ("training.refresher_every", "{mentors} train again every"),
    ("screening.record_check_every", "criminal records are checked again every"),
    ("mutual_aid.meets_every", "members meet every"),
)
_TIME_SPENT = (
    ("relationship.meeting_length", "a meeting lasts"),
    ("group_sessions.length", "a session lasts"),
    ("training.contact_time", "teaching takes"),
)


@rule(
    "STD316",
    strength=Strength.SHOULD,
    reads=[At.matching.mentees_per_mentor, At.relationship.meeting_length, At.relationship.contact_every],
    sources=[SUPPLY_KEEPS_UP],
    fix="let each {mentor} support fewer people at a time, or meet less often or for a shorter time",
    ways=[Way.PAIR],
    asked_since="2026-11",
)
def a_mentor_has_time_for_everybody(programme: Programme) -> Iterator[Problem]:
    """Somebody who has no time for everybody meets some of them too late, or not at all.

    It is this project's reading that meetings alone leave no room for more than 35 hours a week, a full working week.
    """
    each, every = programme.matching.mentees_per_mentor, programme.relationship.contact_every
    length = programme.relationship.meeting_length
    if each is None or every is None or every.minutes or length is None or not length.minutes:
        return
    hours = each * length.minutes * 7 // (every.in_days[1] * 60)
    if hours > _HOURS_A_WEEK:
        message = f"meetings of {length} every {every} with {each} {{mentees}} take {hours} hours a week"
        yield falls_short("matching.mentees_per_mentor", message)


@rule(
    "STD317",
    strength=Strength.SHOULD,
    reads=[
        At.relationship.shortest,
        At.relationship.longest,
        At.relationship.contact_every,
        At.relationship.contact_at_first_every,
        At.relationship.meetings,
        At.outcomes.review_every,
        At.supervision.phases,
    ],
    sources=[LOOKED_AT_REGULARLY, FIXED_IN_ADVANCE],
    ways=OVER_TIME,
    asked_since="2026-11",
)
def what_is_planned_fits_into_support(programme: Programme) -> Iterator[Problem]:
    """What comes only after support has ended helps nobody.

    What has no room in the longest support is a contradiction, which the check of the file finds. This looks at the
    shortest support. Of reviews, meetings and supervision it says something only if no longest is stated.
    """
    relationship = programme.relationship
    shortest, longest, every = relationship.shortest, relationship.longest, relationship.contact_every
    if _is_clearly_longer(every, shortest):
        message = f"support can be over after {shortest}, and the pair is in contact every {every}"
        yield falls_short("relationship.shortest", message, "let support last longer, or plan contact more often")
    if longest is not None:
        return
    lasts = f"relationship.shortest is {shortest}, with no longest"
    review = programme.outcomes.review_every
    if _is_clearly_longer(review, shortest):
        message = f"progress is reviewed every {review}, and support can be over before: {lasts}"
        yield falls_short("outcomes.review_every", message, "review more often, or state the longest support")
    phases = programme.supervision.phases or ()
    if phases and _is_clearly_longer(phases[-1].every, shortest):
        message = f"a session of supervision is held every {phases[-1].every}, and support can be over before: {lasts}"
        at = ("supervision", "phases", len(phases) - 1, "every")
        yield falls_short(at, message, "hold sessions more often, or state the longest support")
    rhythms = [each.in_days[0] for each in (every, relationship.contact_at_first_every) if each and not each.minutes]
    meetings = relationship.meetings
    if meetings is None or shortest is None or shortest.minutes or not rhythms:
        return
    room = _MORE_MEETINGS * (shortest.in_days[1] // min(rhythms) + 1)
    if meetings > room:
        message = f"{meetings} meetings do not fit into support as often as the pair is in contact: {lasts}"
        yield falls_short("relationship.meetings", message, "plan fewer meetings, or state the longest support")


@rule(
    "STD322",
    strength=Strength.SHOULD,
    reads=[
        At.relationship.shortest,
        At.relationship.longest,
        At.relationship.contact_every,
        At.relationship.meetings,
    ],
    sources=[CONTACT_A_MONTH],
    fix="correct whichever is wrong",
    ways=[Way.PAIR],
    asked_since="2026-11",
)
def meetings_are_enough_for_all_of_support(programme: Programme) -> Iterator[Problem]:
    """Twelve meetings every week are over after three months, and a year of support has more.

    Contact can be by telephone too, so it is this project's reading that a third of what the rhythm makes is enough,
    and a quarter of what it makes in the longest support.
    """
    relationship = programme.relationship
    every, meetings = relationship.contact_every, relationship.meetings
    lasts, share = (relationship.shortest, 3) if relationship.shortest else (relationship.longest, 4)
    if every is None or meetings is None or lasts is None or every.minutes or lasts.minutes:
        return
    times = lasts.in_days[0] // every.in_days[1]
    if meetings * share <= times:
        planned = "1 meeting is" if meetings == 1 else f"{meetings} meetings are"
        message = f"{planned} planned in {lasts}, and contact every {every} makes {times}"
        yield falls_short("relationship.meetings", message)


def _is_clearly_longer(one: Duration | None, other: Duration | None) -> bool:
    """Whether one is longer, however people round."""
    if one is None or other is None or one.minutes or other.minutes:
        return False
    return one.in_days[0] > _ROUNDED * other.in_days[1]


@rule(
    "STD318",
    strength=Strength.SHOULD,
    reads=[
        At.relationship.contact_every,
        At.relationship.contact_at_first_every,
        At.relationship.meeting_length,
        At.group_sessions.length,
        At.outcomes.review_every,
        At.training.refresher_every,
        At.training.contact_time,
        At.screening.record_check_every,
        At.mutual_aid.meets_every,
    ],
    sources=[FIXED_IN_ADVANCE],
    asked_since="2026-11",
)
def units_fit_what_is_measured(programme: Programme) -> Iterator[Problem]:
    """Hours that are typed for weeks, or days for hours, say something that nobody has planned.

    It is this project's reading that what comes again is not planned to come every few hours, and that no meeting lasts
    for days, and that teaching is counted in hours.
    """
    for key, does in _RHYTHMS:
        every = programme.value(tuple(key.split(".")))
        if every is not None and 0 < every.minutes < _MINUTES_A_DAY:
            message = f"{does} {every}, day and night: was this typed for days or weeks?"
            yield falls_short(key, message, "state it in days, weeks, months or years")
    for key, does in _TIME_SPENT:
        length = programme.value(tuple(key.split(".")))
        if length is not None and not length.minutes:
            message = f"{does} {length}, which is time passed, day and night: was this typed for hours or minutes?"
            yield falls_short(key, message, "state it in hours or minutes")
