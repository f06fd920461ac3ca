"""How often members meet, and who can be a sponsor (STD340 and STD341).

A fellowship is asked little: nobody selects, trains or supervises its members. Who may be one is asked by STD010, as of
every programme: nobody decides on members one by one, so people have to know themselves whether a group is for them.
"""

from collections.abc import Iterator

from mentorkit.api import At, Problem, Programme, Strength, Way, falls_short, not_settled, requires, rule
from mentorkit.standards.vocabulary import HAS_WAYS
from mentorkit.works import WIKI_PEER_SUPPORT

_MUTUAL_AID = (Way.MUTUAL_AID,)
_AS_EQUALS = WIKI_PEER_SUPPORT.at("members of self-help organisations meet as equals and support each other")
_SOME_PROGRESS = WIKI_PEER_SUPPORT.at("a sponsor in Alcoholics Anonymous has made some progress in recovery")


STD340 = requires(
    "STD340",
    "it is settled how often members meet",
    {"mutual_aid.meets_every": ()},
    strength=Strength.SHOULD,
    sources=[_AS_EQUALS],
    reason="Members have each other to turn to, so they know when they meet next.",
    applies=HAS_WAYS,
    ways=_MUTUAL_AID,
    asked_since="2026-11",
)


@rule(
    "STD341",
    strength=Strength.SHOULD,
    sources=[_SOME_PROGRESS],
    reads=[At.mutual_aid.sponsors, At.matching.preferences],
    fix='add a preference of kind "near" with ahead = "mentor" and required = true, such as on the day of the first '
    "meeting; if the programme makes pairs as well, put the fellowship in a file of its own, with programme.part_of, "
    "since preferences are for both",
    applies=HAS_WAYS,
    ways=_MUTUAL_AID,
    asked_since="2026-11",
)
def a_sponsor_is_further_on(programme: Programme) -> Iterator[Problem]:
    """A member who is new shares what another has been through already.

    If the design says so, members are not each other's sponsors either.
    """
    if programme.mutual_aid.sponsors is None:
        yield not_settled(
            "mutual_aid.sponsors", "whether a member can have a sponsor", "state sponsors = true or false"
        )
    preferences = programme.matching.preferences or ()
    ahead = any(each.ahead == "mentor" and each.required for each in preferences)
    if programme.mutual_aid.sponsors and preferences and not ahead:
        yield falls_short("matching.preferences", "none of these says that a sponsor is further on than the member")
