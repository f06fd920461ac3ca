"""The ways in which a programme supports people: as pairs, in group sessions, on call and so on."""

from enum import Enum
from typing import Literal

WayName = Literal["pair", "group sessions", "drop-in", "on call", "mutual aid", "incident", "online"]
"""A way of support as the file writes it."""


class Way(Enum):
    """A way of support, which a programme offers or does not offer.

    Examples:
        >>> Way("group sessions") is Way.GROUP_SESSIONS
        True
    """

    PAIR = "pair"
    """Mentors and mentees meet again and again as pairs."""
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
    """Support is given in an online place that moderators look after."""
