"""Hours at which mentors are there, in which what they do does not fit."""

from collections.abc import Iterator

from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction
from mentorkit.validation.contradictions.lengths import days_as_rounded
from mentorkit.values.inexact import as_compared, lowest
from mentorkit.values.opening_hours import hours_in_words, spans

_DAYS_A_WEEK = 7
_OF_A_MEETING = 2
"""How many times as long as mentors are there a meeting may last, before nobody can have meant it."""


def meetings_within_hours(programme: Programme) -> Iterator[Contradiction]:
    """A meeting is held while the mentor is there, for half of it at least: some can be called at fewer hours."""
    length = programme.relationship.meeting_length
    there = _hours_of_mentors(programme)
    if length is None or not length.minutes or not there:
        return
    longest = max(end - start for start, end in spans(there))
    if lowest(length).minutes > _OF_A_MEETING * longest:
        parts = [member.part for member in programme.network.members or ()]
        message = f"mentors are there {hours_in_words(there)}, and relationship.meeting_length is {length}: none fits"
        yield Contradiction(("network", "members", parts.index("mentor"), "hours"), message, CORRECT)


def meetings_of_all_within_hours(programme: Programme) -> Iterator[Contradiction]:
    """All meetings of one mentor are held while the mentor is there, as long as support lasts."""
    relationship, there = programme.relationship, _hours_of_mentors(programme)
    people, meetings = programme.matching.mentees_per_mentor, relationship.meetings
    length, longest = relationship.meeting_length, relationship.longest or relationship.shortest
    if not there or length is None or longest is None or None in (as_compared(people), as_compared(meetings)):
        return
    if not length.minutes or longest.minutes:
        return
    room = there.bit_count() * (days_as_rounded(longest)[1] // _DAYS_A_WEEK + 1)
    needed = lowest(people) * lowest(meetings) * lowest(length).minutes
    if needed > room and set(relationship.modes or ()) == {"one-to-one"}:
        message = (
            f"{people} people at a time, with {meetings} meetings of {length} each in {longest}, do not fit: "
            f"by network.members mentors are there {hours_in_words(there)}"
        )
        yield Contradiction(("matching", "mentees_per_mentor"), message, CORRECT)


def _hours_of_mentors(programme: Programme) -> int:
    """The minutes of the week at which a mentor of pairs is there, all members together; 0 if one does not say."""
    there = 0
    if programme.offers(Way.PAIR) is not True:
        return 0
    for member in programme.network.members or ():
        if member.part == "mentor":
            if member.hours is None:
                return 0
            there |= member.hours.minutes
    return there
