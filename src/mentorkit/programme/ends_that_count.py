"""Which end of a range counts for a command that needs one value, where both ends would be as right."""

from collections.abc import Callable, Mapping
from typing import Any

from mentorkit.programme.path import Path, dotted
from mentorkit.programme.ranges import with_values
from mentorkit.programme.tables import Programme
from mentorkit.values.inexact import Inexact, highest, lowest, stated_end

_COUNTS: Mapping[Path, Callable[[Any], Any]] = {
    ("group_sessions", "smallest"): highest,
    ("group_sessions", "largest"): lowest,
    ("group_sessions", "length"): highest,
    ("group_sessions", "sessions"): highest,
    ("group_sessions", "delivered_by"): highest,
    ("group_sessions", "staff_there"): highest,
    ("drop_in", "least_on_duty"): highest,
    ("drop_in", "seen_within"): lowest,
    ("on_call", "least_on_duty"): highest,
    ("on_call", "answers_within"): lowest,
    ("online", "least_on_duty"): highest,
    ("online", "reports_answered_within"): lowest,
}
"""The end that promises more, so that nothing looks better than it is."""


def with_ends_that_count(programme: Programme, table: str) -> tuple[Programme, list[str]]:
    """A design with one value for each range of a way of support, and which value that is, in words.

    Where nobody states the end that counts, the stated one does.

    Args:
        programme: the design.
        table: of the way, such as "group_sessions".

    Examples:
        >>> from mentorkit.programme.group_sessions import GroupSessions
        >>> groups = GroupSessions(sessions=Inexact.of({"from": 4, "to": 6}))
        >>> with_ends_that_count(Programme(group_sessions=groups), "group_sessions")[1]
        ['group_sessions.sessions is 4 to 6, of which 6 counts']
    """
    counted: list[tuple[Path, Any]] = []
    said = []
    for path, end in _COUNTS.items():
        value = programme.value(path) if path[0] == table else None
        if isinstance(value, Inexact):
            counted.append((path, stated_end(value, end)))
            said.append(f"{dotted(path)} is {value}, of which {counted[-1][1]} counts")
    return with_values(programme, counted), said
