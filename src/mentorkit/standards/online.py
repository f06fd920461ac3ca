"""Who looks after an online place, and when (STD420 to STD423)."""

from mentorkit.api import Strength, Way, at_least, at_most, requires
from mentorkit.standards.sources import ONLINE_FORUMS, PANDORAS_GUIDELINES, RIGHT_TIME, UNMODERATED, WITHIN_A_DAY
from mentorkit.standards.vocabulary import HAS_WAYS

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
