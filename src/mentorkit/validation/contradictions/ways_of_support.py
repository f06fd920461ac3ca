"""Ways of support that the tables about them contradict."""

from collections.abc import Iterator

from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import TABLE_OF_WAY
from mentorkit.text.values_in_text import written
from mentorkit.validation.contradictions.contradiction import CORRECT, Contradiction, is_more_as_stated

_NOTHING = Programme()
"""A design that states nothing."""
_MODERATED = ("moderated_hours", "least_on_duty", "reports_answered_within")
"""What [online] can promise of those who moderate."""


def tables_of_other_ways(own: Programme, programme: Programme) -> Iterator[Contradiction]:
    """A table about a way that the programme does not offer is a promise to nobody."""
    for way, table in TABLE_OF_WAY.items():
        if programme.format > 1 and programme.offers(way) is False and getattr(own, table) != getattr(_NOTHING, table):
            ways = written(tuple(programme.programme.ways or ()))
            message = f"[{table}] is about {way.value}, and programme.ways is {ways}"
            fix = f'add "{way.value}" to programme.ways, or take the table out'
            yield Contradiction((table,), message, fix)


def sizes_of_sessions(programme: Programme) -> Iterator[Contradiction]:
    """No session can be held from more people on than may come."""
    smallest, largest = programme.group_sessions.smallest, programme.group_sessions.largest
    more = is_more_as_stated(smallest, largest)
    if more is not False:
        message = f"a session is held from {smallest} people on, and group_sessions.largest is {largest}"
        yield Contradiction(("group_sessions", "smallest"), message, CORRECT, more is True)


def nobody_moderates(programme: Programme) -> Iterator[Contradiction]:
    """What moderators promise, nobody keeps where nobody moderates."""
    promised = [f"online.{key}" for key in _MODERATED if getattr(programme.online, key) is not None]
    if programme.online.moderated_by == () and promised:
        message = f"nobody moderates the online place, and {promised[0]} promises something of those who do"
        fix = f"name those who moderate, or take {promised[0]} out"
        yield Contradiction(("online", "moderated_by"), message, fix)
