"""The graph itself: members, links between them, and the steps that somebody who needs help can take."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

import attrs

from mentorkit.core.duration import Duration
from mentorkit.core.paths import Path
from mentorkit.core.programme import Programme
from mentorkit.core.referral import Link, LinkKind, Member, Need, Part, Referral
from mentorkit.core.rule import View
from mentorkit.core.week import DAY

CALLS: tuple[LinkKind, ...] = ("refers", "escalates")
"""The kinds of link that lead on from the one who calls to the one who answers."""
UNKNOWN = 10**9
"""Minutes that no limit allows: how long an answer takes of which nobody has said how long it takes."""


@attrs.frozen
class Step:
    """One way on for somebody who needs help.

    Attributes:
        target: the member who is called.
        minutes: until that member answers; `UNKNOWN` where nobody has said.
        needs: the needs and risks that the step can be taken for; None for all.
        link: which of the links it belongs to.
        deputy: whether the target stands in for the member that the link leads to.
    """

    target: str
    minutes: int
    needs: frozenset[str] | None
    link: int
    deputy: bool

    def serves(self, need: str) -> bool:
        """Whether the step can be taken for a need."""
        return self.needs is None or need in self.needs


class Network(View):
    """The network of a programme.

    What cannot be part of a graph is left out of it, and a rule of its own tells of each: members without an id or with
    one that is taken, links from or to nobody, links of a member to itself.

    Attributes:
        referral: the table as the file states it.
        members: by id.
        needs: by id.
        links: those between two members, by their place in the file.
    """

    def __init__(self, referral: Referral) -> None:
        self.referral = referral
        self._member_at = _places(referral.members)
        self._need_at = _places(referral.needs)
        self.members: Mapping[str, Member] = {who: (referral.members or ())[at] for who, at in self._member_at.items()}
        self.needs: Mapping[str, Need] = {need: (referral.needs or ())[at] for need, at in self._need_at.items()}
        self.links: Mapping[int, Link] = {
            at: link
            for at, link in enumerate(referral.links or ())
            if link.kind and link.from_ in self.members and link.to in self.members and link.from_ != link.to
        }

    @classmethod
    def of(cls, programme: Programme) -> Self | None:
        """The network that a programme describes, or None where it describes none."""
        stated = programme.network
        return cls(stated) if stated.members or stated.links or stated.needs else None

    def member_at(self, id: str, *key: str) -> Path:
        """Where a member, or one of its keys, stands in the file."""
        return ("network", "members", self._member_at[id], *key)

    def need_at(self, id: str, *key: str) -> Path:
        """Where a need, or one of its keys, stands in the file."""
        return ("network", "needs", self._need_at[id], *key)

    @staticmethod
    def link_at(link: int, *key: str) -> Path:
        """Where a link, or one of its keys, stands in the file."""
        return ("network", "links", link, *key)

    def name(self, id: str) -> str:
        """What a member or need is called, or its id."""
        entry = self.members.get(id) or self.needs.get(id)
        return (entry and entry.title) or id

    def playing(self, *parts: Part) -> list[str]:
        """The members that play one of these parts, in the order of the file."""
        return [who for who, member in self.members.items() if member.part in parts]

    def linked(self, *kinds: LinkKind) -> Iterator[tuple[int, Link, str, str]]:
        """The links of these kinds with their place, and the ids of both ends."""
        for at, link in self.links.items():
            if link.kind in kinds and link.from_ and link.to:
                yield at, link, link.from_, link.to

    def is_there(self, id: str) -> bool:
        """Whether a member can be turned to: one that is closed or gone cannot."""
        return self.members[id].status in (None, "active")

    def meeting(self, need: str) -> set[str]:
        """The members that can answer a need themselves, and are there."""
        return {who for who in self._meeting.get(need, ()) if self.is_there(who)}

    @cached_property
    def _meeting(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for who, member in self.members.items():
            for need in member.meets or ():
                found.setdefault(need, []).append(who)
        return found

    @cached_property
    def steps(self) -> Mapping[str, list[Step]]:
        """The ways on from each member.

        A member calls those that it refers or escalates to, and those that support it; where the one called has a
        deputy, the deputy can be called instead.
        """
        found: dict[str, list[Step]] = {who: [] for who in self.members}
        for at, link, source, target in self.linked("refers", "escalates", "supports"):
            caller, called = (source, target) if link.kind in CALLS else (target, source)
            needs = None if link.for_ is None else frozenset(link.for_)
            minutes = most_minutes(link.within) if link.within else UNKNOWN
            for who, deputy in ((called, False), (link.deputy or "", True)):
                if who in self.members and who != caller and self.is_there(who) and self.is_there(caller):
                    found[caller].append(Step(who, minutes, needs, at, deputy))
        return found

    def hours(self, id: str) -> int:
        """The minutes of the week at which a member answers; none where nobody has said."""
        hours = self.members[id].hours
        return hours.minutes if hours else 0


def _places(entries: Sequence[Member | Need] | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, entry in enumerate(entries or ()):
        if entry.id:
            found.setdefault(entry.id, at)
    return found


def most_minutes(length: Duration) -> int:
    """The most minutes that a length of time can have."""
    return length.minutes or length.in_days[1] * DAY


def fewest_minutes(length: Duration) -> int:
    """The fewest minutes that a length of time can have."""
    return length.minutes or length.in_days[0] * DAY
