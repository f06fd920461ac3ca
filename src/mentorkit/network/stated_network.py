"""A network as its file states it: members, needs, links, and the steps that somebody who needs help can take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Self

import attrs

from mentorkit.core.arguments import View
from mentorkit.programme.at import At
from mentorkit.programme.network import Link, LinkKind, Member, Need, Part, ReferralNetwork
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.text.words import listed, shortened
from mentorkit.values.duration import Duration
from mentorkit.values.inexact import highest, lowest, stated_end
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY

CALLS: tuple[LinkKind, ...] = ("refers", "escalates")
"""The kinds of link that lead on from the one who calls to the one who answers."""
LOOKS_AFTER: tuple[LinkKind, ...] = ("supports", "supervises", "hosts")
"""The kinds of link that lead from the one who is turned to, to the one who is looked after."""
UNKNOWN_MINUTES = 10**15
"""Minutes that no limit allows: how long an answer takes of which nobody has said how long it takes. More than any
number of steps that are known can add up to."""


class Step(NamedTuple):
    """One way on for somebody who needs help; a named tuple, since there are many and each is made once.

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


class StatedNetwork(View):
    """What the file states about a network, without the questions that are asked of it.

    What cannot be part of a network is left out, and a rule of its own tells of each: members without an id or with
    one that is taken, links from or to nobody, links of a member to itself.

    Attributes:
        referral: the table as the file states it, with the ages of [for_whom] where it states none.
        members: by id.
        needs: by id.
        links: those between two members, by their place in the file.
    """

    reads = (At.network, At.for_whom.ages)

    def __init__(self, referral: ReferralNetwork, *, at_best: bool = False) -> None:
        self.referral = referral
        self._at_best = at_best
        self._member_at = _places(referral.members)
        self._need_at = _places(referral.needs)
        self.members: Mapping[str, Member] = {who: (referral.members or ())[at] for who, at in self._member_at.items()}
        self.needs: Mapping[str, Need] = {need: (referral.needs or ())[at] for need, at in self._need_at.items()}
        self.links: Mapping[int, Link] = {
            at: link
            for at, link in enumerate(referral.links or ())
            if link.kind and link.from_ in self.members and link.to in self.members and link.from_ != link.to
        }
        self._reached: dict[tuple[str, str], set[str]] = {}  # what several rules ask is worked out once

    @classmethod
    def of(cls, programme: Programme) -> Self | None:
        """The network that a programme describes, or None where it describes none."""
        return cls(_with_ages(programme)) if cls.is_in(programme) else None

    @classmethod
    def is_in(cls, programme: Programme) -> bool:
        """Whether a programme describes a network."""
        stated = programme.network
        return bool(stated.members or stated.links or stated.needs)

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
        """What a member or need is called, or its id, within a message."""
        entry = self.members.get(id) or self.needs.get(id)
        return shortened((entry and entry.title) or id)

    def names(self, ids: Iterable[str], last: str = "and") -> str:
        """What several members or needs are called, as in a sentence."""
        return listed(map(self.name, ids), last)

    @cached_property
    def starts(self) -> list[str]:
        """Those who meet a need first and are there: mentees themselves, and their mentors."""
        return [who for who in self.playing("mentee", "mentor") if self.is_there(who)]

    @cached_property
    def risks(self) -> list[str]:
        """The needs that are risks; one of which nobody has said that it is none counts as one."""
        return [name for name, need in self.needs.items() if need.risk is not False]

    @cached_property
    def other_needs(self) -> list[str]:
        """The needs that are no risks."""
        return [name for name, need in self.needs.items() if need.risk is False]

    def playing(self, *parts: Part) -> list[str]:
        """The members that play one of these parts, in the order of the file."""
        return [who for who, member in self.members.items() if member.part in parts]

    def linked(self, *kinds: LinkKind) -> Iterator[tuple[int, Link, str, str]]:
        """The links of these kinds, or all where none is named: with their place, and the ids of both ends."""
        for at, link in self.links.items():
            if (not kinds or link.kind in kinds) and link.from_ and link.to:
                yield at, link, link.from_, link.to

    @staticmethod
    def called_member(link: Link) -> str:
        """The id of the member who is turned to by a link, and for whom a deputy stands in."""
        return (link.from_ if link.kind in LOOKS_AFTER else link.to) or ""

    @staticmethod
    def spans(link: Link) -> str | None:
        """The event, such as release, before which a link begins and after which it goes on, or None."""
        since, until = link.since, link.until
        if since is None or until is None or since.event != until.event:
            return None
        return since.event if (since.side, until.side) == ("before", "after") else None

    def is_there(self, id: str) -> bool:
        """Whether a member can be turned to: one that is closed or gone cannot."""
        return id in self.there

    def is_usable(self, link: Link) -> bool:
        """Whether a link leads from somebody who is there to somebody who is there, or to a deputy who is."""
        called = self.called_member(link)
        caller = link.from_ if called == link.to else link.to
        return caller in self.there and not self.there.isdisjoint({called, link.deputy} - {caller})

    def is_outside(self, id: str) -> bool:
        """Whether a member stands outside the programme: a partner, another organisation, the emergency services."""
        return self.members[id].part in ("partner", "emergency") or self.members[id].external is True

    @cached_property
    def there(self) -> frozenset[str]:
        """The members that can be turned to."""
        return frozenset(who for who, member in self.members.items() if member.status in (None, "active"))

    def who_can_meet(self, need: str) -> frozenset[str]:
        """The members that can answer a need themselves, and are there."""
        return self.there.intersection(self._members_by_need.get(need, ()))

    @cached_property
    def _members_by_need(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for who, member in self.members.items():
            for need in member.meets or ():
                found.setdefault(need, []).append(who)
        return found

    def without(self, *ids: str) -> Self:
        """The same network while members are away: temporarily closed, whatever the file says of their status.

        Deputies stand in, and nobody turns to those who are away or hears of them. Everything keeps its place.
        """
        closed = tuple(
            attrs.evolve(member, status="temporarily closed") if member.id in ids else member
            for member in self.referral.members or ()
        )
        return type(self)(attrs.evolve(self.referral, members=closed), at_best=self._at_best)

    @cached_property
    def steps(self) -> Mapping[str, list[Step]]:
        """The ways on from each member.

        A member calls those that it refers or escalates to, and those that support it; where the one called has a
        deputy, the deputy can be called instead, and answers as soon. Nobody calls themselves, as a deputy either.
        """
        found: dict[str, list[Step]] = {who: [] for who in self.members}
        for at, link, source, target in self.linked("refers", "escalates", "supports"):
            called = self.called_member(link)
            caller = source if called == target else target
            needs = None if link.for_ is None else frozenset(link.for_)
            minutes = self.minutes(link)
            for who, deputy in ((called, False), (link.deputy, True)):
                if caller in self.there and who in self.there and who != caller:
                    found[caller].append(Step(who, minutes, needs, at, deputy))
        return found

    @cached_property
    def supervision(self) -> list[tuple[str, str]]:
        """Who supervises whom at present: the supervisor, or the deputy where the supervisor is away."""
        found: dict[tuple[str, str], None] = {}
        for _, link, _, target in self.linked("supervises"):
            who = supervising(link, self.there)
            if who is not None and target in self.there:
                found[who, target] = None
        return list(found)

    def minutes(self, link: Link) -> int:
        """Until somebody answers who is called by a link; of a range the most, or the fewest at best."""
        if not link.within:
            return 0 if self._at_best else UNKNOWN_MINUTES
        return most_minutes(lowest(link.within) if self._at_best else highest(link.within))

    def limit(self, need: str) -> int | None:
        """The minutes within which a need has to be answered, of a range the fewest, or the most at best."""
        within = self.needs[need].within
        return fewest_minutes(highest(within) if self._at_best else stated_end(within, lowest)) if within else None

    @cached_property
    def calls(self) -> list[tuple[int, str, str]]:
        """The links that refer and escalate, between members that are there: place, source and target."""
        there = self.there
        return [
            (at, source, target) for at, _, source, target in self.linked(*CALLS) if source in there and target in there
        ]

    @cached_property
    def callable_members(self) -> Mapping[int, list[str]]:
        """The members who can be called by each link that somebody can take: the one it leads to, and its deputy."""
        found: dict[int, list[str]] = {}
        for steps in self.steps.values():
            for step in steps:
                found.setdefault(step.link, []).append(step.target)
        return found

    def hours(self, id: str) -> int:
        """The minutes of the week at which a member answers; none where nobody has said."""
        hours = self.members[id].hours
        return hours.minutes if hours else ALWAYS if self._at_best else 0

    @cached_property
    def at_best(self) -> Self:
        """The same network where everybody of whom nobody has said how soon and when they answer does so always."""
        return type(self)(self.referral, at_best=True)

    def reached(self, need: str, start: str) -> set[str]:
        """Every member that can be turned to for a need, from a member on, at whatever hour and time; with that member.

        This breadth-first search gives what `networkx.descendants` gives, without the import of networkx, which takes
        longer than all the rest of a check.
        """
        if (need, start) not in self._reached:
            found, ahead = {start}, [start]
            while ahead:
                for step in self.steps[ahead.pop()]:
                    if step.target not in found and step.serves(need):
                        found.add(step.target)
                        ahead.append(step.target)
            self._reached[need, start] = found
        return self._reached[need, start]

    def within_reach(self, need: str) -> set[str]:
        """Every member that a mentee or mentor can turn to for a need; with these."""
        return set().union(*(self.reached(need, start) for start in self.starts))


def _with_ages(programme: Programme) -> ReferralNetwork:
    """The table of the network, with the ages of [for_whom] where it states none, unless these are turned round."""
    stated, ages = programme.network, programme.for_whom.ages
    if ages is None or (None not in (ages.from_, ages.to) and lowest(ages.from_) > highest(ages.to)):
        return stated
    youngest = ages.from_ if stated.youngest is None else stated.youngest
    oldest = ages.to if stated.oldest is None else stated.oldest
    return attrs.evolve(stated, youngest=youngest, oldest=oldest)


def _places(entries: Sequence[Member | Need] | None) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, entry in enumerate(entries or ()):
        if entry.id:
            found.setdefault(entry.id, at)
    return found


def supervising(link: Link, there: frozenset[str]) -> str | None:
    """Who supervises by a link at present: the supervisor, or the deputy where the supervisor is away; None for nobody.

    A deputy who would supervise themselves does not stand in.
    """
    who = link.from_ if link.from_ in there else link.deputy
    return who if who in there and who != link.to else None


def most_minutes(length: Duration) -> int:
    """The most minutes that a length of time can have."""
    return length.minutes or length.in_days[1] * MINUTES_A_DAY


def fewest_minutes(length: Duration) -> int:
    """The fewest minutes that a length of time can have."""
    return length.minutes or length.in_days[0] * MINUTES_A_DAY
