"""The ways in which a programme supports people: as pairs, in group sessions, on call and so on."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Literal

from mentorkit.values.declared import kind_of

WayName = Literal["pair", "group sessions", "drop-in", "on call", "mutual aid", "incident", "online"]
"""A way of support as the file writes it."""


class Way(Enum):
    """A way of support, which a programme offers or does not offer.

    Examples:
        >>> Way("group sessions") is Way.GROUP_SESSIONS
        True
    """

    PAIR = "pair"
    """Mentors and mentees meet again and again as pairs, in person or at a distance."""
    GROUP_SESSIONS = "group sessions"
    """People deliver sessions, and others attend."""
    DROP_IN = "drop-in"
    """Whoever comes finds somebody on duty."""
    ON_CALL = "on call"
    """Somebody on the rota answers calls."""
    MUTUAL_AID = "mutual aid"
    """Members help each other, and everybody does both."""
    INCIDENT = "incident"
    """Practitioners take the same steps after each incident."""
    ONLINE = "online"
    """Members of an online place support each other, and moderators look after it."""


TABLE_OF_WAY: Mapping[Way, str] = {
    Way.GROUP_SESSIONS: "group_sessions",
    Way.DROP_IN: "drop_in",
    Way.ON_CALL: "on_call",
    Way.MUTUAL_AID: "mutual_aid",
    Way.INCIDENT: "incidents",
    Way.ONLINE: "online",
}
"""The table of the file that each way has for itself; what is said of pairs was there before ways were."""

WITH_MENTORS: tuple[Way, ...] = tuple(way for way in Way if way is not Way.MUTUAL_AID)
"""The ways in which some people are chosen to support others, and are responsible for them: all but mutual aid."""

WITH_GRADUATION: tuple[Way, ...] = tuple(way for way in WITH_MENTORS if way is not Way.INCIDENT)
"""The ways in which people who support others finish and go on to something else; after an incident, steps end."""

OVER_TIME: tuple[Way, Way] = (Way.PAIR, Way.GROUP_SESSIONS)
"""The ways in which somebody is supported for some time, so that it can be seen what has changed for them."""


def as_ways(stated: Any) -> frozenset[Way]:
    """The ways of support for which something makes sense, as an author lists them; empty for all.

    Raises:
        ValueError: where they are no list of ways.
    """
    if isinstance(stated, Way) or not isinstance(stated, Iterable):
        raise ValueError("'ways' is a list, also of one: ways=[Way.PAIR]")
    listed = frozenset(stated)
    if other := next((each for each in listed if not isinstance(each, Way)), None):
        raise ValueError(f"'ways' lists ways of support, such as Way.PAIR, and has {kind_of(other)}")
    return listed


def way_names(ways: Iterable[Way]) -> list[str]:
    """Ways of support as the file writes them, in the order of the enumeration.

    Examples:
        >>> way_names({Way.ONLINE, Way.PAIR})
        ['pair', 'online']
    """
    listed = frozenset(ways)
    return [way.value for way in Way if way in listed]


def ways_in_words(ways: Iterable[Way]) -> str:
    """For which ways of support something makes sense: 'for the way of support pair'; empty for all.

    Examples:
        >>> ways_in_words({Way.ONLINE, Way.PAIR})
        'for the ways of support pair and online'
        >>> ways_in_words(WITH_MENTORS)
        'for all ways of support but mutual aid'
    """
    names = way_names(ways)
    if not names:
        return ""
    if len(names) == len(Way) - 1:
        return f"for all ways of support but {way_names(set(Way).difference(ways))[0]}"
    what = "way" if len(names) == 1 else "ways"
    return f"for the {what} of support {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"
