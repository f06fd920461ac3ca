"""Whom mentors pass a risk on to, and when these are there: what rules on them have in common."""

import re
from collections.abc import Iterable, Iterator

from mentorkit.api import Network, as_seen, hours_in_words

LONG_WEEKEND = 4 * 24 * 60
"""Minutes; so long everybody may be away without anybody being left alone: a weekend with a bank holiday."""
_LINE = re.compile(
    r"\b(help|crisis|support|listening|advice|phone|telephone|text|chat)[- ]?lines?\b|\btext service|"
    r"\bsamaritans\b|\bchild ?line\b|\bhopeline|\bshout\b|\b(nhs )?111\b"
)
"""Names of lines that anybody can call."""


def is_helpline(network: Network, who: str) -> bool:
    """Whether a member is a line outside that anybody can call: it knows nobody of the programme."""
    title = network.members[who].title or who
    return network.members[who].part == "partner" and _LINE.search(as_seen(title)) is not None


def told_of_a_risk(network: Network, *parts: str) -> list[str]:
    """Those of these parts whom mentors pass a risk on to, and their deputies, in the order of the links.

    Emergency services and helplines come to whoever calls. They are not told of anybody, and do not ask again next day.
    """
    return [who for who in _called(network) if network.members[who].part in parts and not is_helpline(network, who)]


def strangers_told(network: Network) -> list[str]:
    """The emergency services and helplines that mentors call about a risk."""
    return [who for who in _called(network) if network.members[who].part == "emergency" or is_helpline(network, who)]


def _called(network: Network) -> dict[str, None]:
    return {
        who: None
        for _, link, source, target in network.linked("escalates")
        for who in (target, link.deputy)
        if network.members[source].part == "mentor" and who in network.there and who
    }


def by_stage(network: Network) -> Iterator[tuple[str, Network]]:
    """The network as a whole, and as it is at each stage, with when that is and a comma."""
    yield "", network
    yield from ((f"{when}, ", stage) for when, stage in network.stages)


def hours_of(network: Network, those: Iterable[str]) -> int:
    """The minutes of the week at which one of these is there."""
    covered = 0
    for who in those:
        covered |= network.hours(who)
    return covered


def at_hours(minutes: int) -> str:
    """A set of minutes as it ends a sentence, such as "on Monday 09:00 to 17:00" or "at any hour"."""
    words = hours_in_words(minutes)
    return words if words.startswith(("at ", "every ")) else f"on {words}"
