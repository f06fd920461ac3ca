"""Who looks after an online place, and when (STD420 to STD423, STD428, STD429)."""

from collections.abc import Iterator

from mentorkit.api import (
    RESPONSIBLE_FOR_SAFETY,
    At,
    Problem,
    Programme,
    Strength,
    Way,
    at_least,
    at_most,
    falls_short,
    hours_in_words,
    longest_closed,
    requires,
    rule,
    time_in_words,
    who_is,
)
from mentorkit.standards.sources import ONLINE_FORUMS, PANDORAS_GUIDELINES, RIGHT_TIME, UNMODERATED, WITHIN_A_DAY
from mentorkit.standards.told import LONG_WEEKEND
from mentorkit.standards.vocabulary import HAS_WAYS, NO_FELLOWSHIP_OF_ADULTS

_VITAL = ONLINE_FORUMS.at("moderators are vital: they make a place helpful, and keep distressing content away")
_NEW_MEMBERS = PANDORAS_GUIDELINES.at("new members have limited access to private messages in their first 30 days")


STD420 = requires(
    "STD420",
    "somebody moderates the online place",
    {"online.moderated_by": at_least(1)},
    strength=Strength.MUST,
    sources=[_VITAL, UNMODERATED],
    reason="What members write can distress others or put somebody in danger, and members alone cannot deal with it.",
    applies=HAS_WAYS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)

STD421 = requires(
    "STD421",
    "when the online place is moderated is stated",
    {"online.moderated_hours": (), "online.least_on_duty": ()},
    strength=Strength.SHOULD,
    sources=[_VITAL, RIGHT_TIME],
    reason="Members have to know when nobody reads what they write. Hours and a number on duty are our reading of "
    "being there at the right time; 'mentorkit rota' compares the rota with them.",
    applies=HAS_WAYS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)

STD422 = requires(
    "STD422",
    "reports of something harmful are answered within a day",
    {"online.reports_answered_within": at_most("24 hours", sources=[WITHIN_A_DAY])},
    strength=Strength.SHOULD,
    sources=[WITHIN_A_DAY, RIGHT_TIME],
    reason="A report may be about somebody in danger. 24 hours are the longest time that the source names, so this is "
    "a recommendation; 'mentorkit outcomes' says whether the stated time is kept.",
    applies=HAS_WAYS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)

STD423 = requires(
    "STD423",
    "whether members can write to each other in private is decided",
    {"online.private_messages": ()},
    strength=Strength.CAUTION,
    sources=[_NEW_MEMBERS],
    reason="No moderator sees what is written in private. One community limits it for new members; that is one "
    "programme's practice, so this only asks for a decision.",
    applies=HAS_WAYS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)


@rule(
    "STD428",
    strength=Strength.MUST,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.online.moderated_by, At.network.members, At.staff],
    sources=[_VITAL, UNMODERATED],
    applies=HAS_WAYS & NO_FELLOWSHIP_OF_ADULTS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)
def moderators_are_not_those_whom_they_look_after(programme: Programme) -> Iterator[Problem]:
    """Who comes for support can be hurt by what others write, and nobody looks after them if all do.

    The sources say that moderators are vital. It is this project's reading that those who are supported do not moderate
    alone: a place without others is one that nobody moderates. In a fellowship all are members.
    """
    named = programme.online.moderated_by or ()
    found = [each.member for name in named if (each := who_is(programme, name)) and each.member]
    if found and len(found) == len(named) and all(member.part == "mentee" for member in found):
        message = f"those who moderate are {{mentees}} themselves: {', '.join(named)}"
        yield falls_short(At.online.moderated_by, message, "name {mentors} or staff who moderate")


@rule(
    "STD429",
    strength=Strength.SHOULD,
    waived_by=RESPONSIBLE_FOR_SAFETY,
    reads=[At.online.moderated_hours],
    sources=[UNMODERATED, WITHIN_A_DAY],
    applies=HAS_WAYS,
    ways=[Way.ONLINE],
    asked_since="2026-11",
)
def somebody_moderates_several_times_a_week(programme: Programme) -> Iterator[Problem]:
    """What somebody writes at night in despair stands there until a moderator reads it.

    The sources speak of harm where nobody moderates, and of answers within a day. It is this project's reading that
    four days, a weekend with a bank holiday, are the longest time for which nobody does.
    """
    hours = programme.online.moderated_hours
    closed = longest_closed(hours.minutes) if hours else 0
    if hours and closed > LONG_WEEKEND:
        message = (
            f"the online place is moderated only on {hours_in_words(hours.minutes)}: for {time_in_words(closed)} on "
            "end nobody reads what is written"
        )
        fix = "have somebody moderate on more days; if the place is closed in between, waive this and say so"
        yield falls_short(At.online.moderated_hours, message, fix)
