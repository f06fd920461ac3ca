"""Ways of support that the tables about them contradict."""

from collections.abc import Iterator

from mentorkit.programme.path import dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.programme.stated_keys import stated_keys
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY, Way
from mentorkit.text.values_in_text import written
from mentorkit.text.words import listed
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, is_more_as_stated

_NOTHING = Programme()
"""A design that states nothing."""
_WAYS_OF_PAIRS = frozenset({Way.PAIR, Way.MUTUAL_AID})
_NAMED = 3
"""How many keys are named; more would hide what is wrong."""
_MODERATED = ("moderated_hours", "least_on_duty", "reports_answered_within")
"""What [online] can promise of those who moderate."""


def tables_of_other_ways(own: Programme, programme: Programme) -> Iterator[Contradiction]:
    """A table about a way that the programme does not offer is a promise to nobody."""
    for way, table in TABLE_OF_WAY.items():
        if programme.format > 1 and programme.offers(way) is False and _states(own, table):
            ways = written(tuple(programme.programme.ways or ()))
            message = f"[{table}] is about {way.value}, and programme.ways is {ways}"
            fix = f'add "{way.value}" to programme.ways, or take the table out'
            yield Contradiction((table,), message, fix)


def keys_of_pairs(own: Programme, programme: Programme) -> Iterator[Contradiction]:
    """How pairs are made and meet is said of a programme that has pairs; in mutual aid, sponsors have them too.

    A design that has a table about a way that it offers may use words of pairs for what its own way has as well.
    """
    ways = programme.programme.ways or ()
    if not ways or any(programme.offers(way) is not False for way in _WAYS_OF_PAIRS):
        return
    if any(programme.offers(way) and _states(own, table) for way, table in TABLE_OF_WAY.items()):
        return
    about_pairs = []
    for path, _ in stated_keys(own):
        key = shared_key(tuple(str(part) for part in path))
        if key is not None and key.declared.ways and _WAYS_OF_PAIRS.issuperset(key.declared.ways):
            about_pairs.append(dotted(path))
    if about_pairs:
        others = ["others"] if len(about_pairs) > _NAMED else []
        message = (
            f"this is {written(tuple(ways))}, and the file says what only pairs have: "
            f"{listed([*about_pairs[:_NAMED], *others])}"
        )
        fix = 'write "pair" in programme.ways, or take out what is about pairs'
        yield Contradiction(("programme", "ways"), message, fix)


def pairs_in_groups_alone(programme: Programme) -> Iterator[Contradiction]:
    """A pair is one to one, whatever else it does in groups."""
    modes = programme.relationship.modes
    if programme.programme.ways == (Way.PAIR.value,) and modes and "one-to-one" not in modes:
        message = f'this is {written(tuple(modes))}, and programme.ways has "pair" alone, which is one to one'
        fix = 'add "one-to-one", or write "group sessions" in programme.ways'
        yield Contradiction(("relationship", "modes"), message, fix)


def sizes_of_sessions(programme: Programme) -> Iterator[Contradiction]:
    """No session can be held from more people on than may come."""
    smallest, largest = programme.group_sessions.smallest, programme.group_sessions.largest
    more = is_more_as_stated(smallest, largest)
    if more is not False:
        message = f"a session is held from {smallest} people on, and group_sessions.largest is {largest}"
        yield Contradiction(("group_sessions", "smallest"), message, CORRECT, more is True)


def sessions_larger_than_the_programme(programme: Programme) -> Iterator[Contradiction]:
    """A session has no more room than for twice as many as there are, so that others can come and go."""
    largest, all_ = programme.group_sessions.largest, programme.programme.mentees
    if is_more_as_stated(largest, all_, lambda one, other: one > 2 * other):
        message = f"{largest} people can attend a session, and programme.mentees is {all_}"
        yield Contradiction(("group_sessions", "largest"), message, CORRECT)


def sessions_without_staff(programme: Programme) -> Iterator[Contradiction]:
    """If staff are always there, they are at sessions too."""
    if programme.group_sessions.staff_there == 0 and programme.role.supervised is True:
        message = "no staff are at a session, and role.supervised is true: staff are always there"
        yield Contradiction(("group_sessions", "staff_there"), message, CORRECT)


def nobody_moderates(programme: Programme) -> Iterator[Contradiction]:
    """What moderators promise, nobody keeps where nobody moderates."""
    promised = [f"online.{key}" for key in _MODERATED if getattr(programme.online, key) is not None]
    if programme.online.moderated_by == () and promised:
        message = f"nobody moderates the online place, and {promised[0]} promises something of those who do"
        fix = f"name those who moderate, or take {promised[0]} out"
        yield Contradiction(("online", "moderated_by"), message, fix)


def _states(own: Programme, table: str) -> bool:
    return bool(getattr(own, table) != getattr(_NOTHING, table))
