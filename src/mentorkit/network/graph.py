"""The graph itself: members, links between them, and the steps that somebody who needs help can take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

import attrs

from mentorkit.core.rule import View
from mentorkit.programme.network import Link, LinkKind, Member, Need, Part, Referral
from mentorkit.programme.path import Path
from mentorkit.programme.tables import Programme
from mentorkit.text.words import listed
from mentorkit.values.duration import Duration
from mentorkit.values.opening_hours import ALWAYS, DAY

if TYPE_CHECKING:
    from mentorkit.network.reach import Answer
    from mentorkit.network.room import Shortfall
    from mentorkit.network.routes import Route
    from mentorkit.network.weak import SinglePoints

CALLS: tuple[LinkKind, ...] = ("refers", "escalates")
"""The kinds of link that lead on from the one who calls to the one who answers."""
LOOKS_AFTER: tuple[LinkKind, ...] = ("supports", "supervises", "hosts")
"""The kinds of link that lead from the one who is turned to, to the one who is looked after."""
UNKNOWN = 10**15
"""Minutes that no limit allows: how long an answer takes of which nobody has said how long it takes. More than any
number of steps that are known can add up to."""


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
        away: the members who cannot be turned to for now, whatever the file says.
        members: by id.
        needs: by id.
        links: those between two members, by their place in the file.

    Examples:
        >>> mentor = Member(id="mentor", part="mentor")
        >>> table = attrs.evolve(Programme().network, members=(mentor,), needs=(Need(id="housing", risk=False),))
        >>> network = Network(table)
        >>> network.starts, network.other_needs, network.member_at("mentor", "hours")
        (['mentor'], ['housing'], ('network', 'members', 0, 'hours'))
        >>> Network.of(Programme()) is None
        True
    """

    def __init__(self, referral: Referral, away: frozenset[str] = frozenset()) -> None:
        self.referral = referral
        self.away = away
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
        self._answers: dict[tuple[str, str], Answer] = {}
        self._single_points: dict[tuple[str, str], SinglePoints] = {}

    @classmethod
    def of(cls, programme: Programme) -> Self | None:
        """The network that a programme describes, or None where it describes none."""
        return cls(programme.network) if cls.is_in(programme) else None

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
        """What a member or need is called, or its id."""
        entry = self.members.get(id) or self.needs.get(id)
        return (entry and entry.title) or id

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
        """The links of these kinds with their place, and the ids of both ends."""
        for at, link in self.links.items():
            if link.kind in kinds and link.from_ and link.to:
                yield at, link, link.from_, link.to

    @staticmethod
    def called(link: Link) -> str:
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
        """Whether a member can be turned to: one that is closed, gone or away cannot."""
        return id in self.there

    def is_outside(self, id: str) -> bool:
        """Whether a member stands outside the programme: a partner, another organisation, the emergency services."""
        return self.members[id].part in ("partner", "emergency") or self.members[id].external is True

    @cached_property
    def there(self) -> frozenset[str]:
        """The members that can be turned to."""
        open_ = (who for who, member in self.members.items() if member.status in (None, "active"))
        return frozenset(open_) - self.away

    def meeting(self, need: str) -> frozenset[str]:
        """The members that can answer a need themselves, and are there."""
        return self.there.intersection(self._meeting.get(need, ()))

    @cached_property
    def _meeting(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for who, member in self.members.items():
            for need in member.meets or ():
                found.setdefault(need, []).append(who)
        return found

    def without(self, *ids: str) -> Self:
        """The same network when members are away as well: deputies stand in, and nobody turns to them or hears of them.

        What the file says of them stays, so that everything keeps its place.
        """
        return type(self)(self.referral, self.away.union(ids))

    @cached_property
    def steps(self) -> Mapping[str, list[Step]]:
        """The ways on from each member.

        A member calls those that it refers or escalates to, and those that support it; where the one called has a
        deputy, the deputy can be called instead, and answers as soon. Nobody calls themselves, as a deputy either.
        """
        found: dict[str, list[Step]] = {who: [] for who in self.members}
        for at, link, source, target in self.linked("refers", "escalates", "supports"):
            called = self.called(link)
            caller = source if called == target else target
            needs = None if link.for_ is None else frozenset(link.for_)
            minutes = self._minutes(link)
            for who, deputy in ((called, False), (link.deputy, True)):
                if caller in self.there and who in self.there and who != caller:
                    found[caller].append(Step(who, minutes, needs, at, deputy))
        return found

    def _minutes(self, link: Link) -> int:
        return most_minutes(link.within) if link.within else UNKNOWN

    @cached_property
    def calls(self) -> list[tuple[int, str, str]]:
        """The links that refer and escalate, between members that are there: place, source and target."""
        there = self.there
        return [
            (at, source, target) for at, _, source, target in self.linked(*CALLS) if source in there and target in there
        ]

    @cached_property
    def callable(self) -> Mapping[int, list[str]]:
        """The members who can be called by each link that somebody can take: the one it leads to, and its deputy."""
        found: dict[int, list[str]] = {}
        for steps in self.steps.values():
            for step in steps:
                found.setdefault(step.link, []).append(step.target)
        return found

    def hours(self, id: str) -> int:
        """The minutes of the week at which a member answers; none where nobody has said."""
        hours = self.members[id].hours
        return hours.minutes if hours else 0

    @cached_property
    def at_best(self) -> "Network":
        """The same network where everybody of whom nobody has said how soon and when they answer does so always."""
        return _AtBest(self.referral, self.away)

    # What can be asked of the graph. The modules that answer are loaded when they are asked, and networkx with them.

    def reached(self, need: str, start: str) -> set[str]:
        """Every member that can be turned to for a need, from a member on; see `reach`."""
        from mentorkit.network.reach import reached

        if (need, start) not in self._reached:
            self._reached[need, start] = reached(self, need, start)
        return self._reached[need, start]

    def answer(self, need: str, start: str) -> "Answer":
        """Who answers a need for a member, how soon and at which hours; see `reach`."""
        from mentorkit.network.reach import answer

        if (need, start) not in self._answers:
            self._answers[need, start] = answer(self, need, start)
        return self._answers[need, start]

    def gaps(self, need: str, start: str) -> tuple[int, int]:
        """The minutes for which an answer is missing, and those for which nobody has said enough to tell."""
        missing = self.at_best.answer(need, start).gap
        return missing, self.answer(need, start).gap & ~missing

    def unsettled(self, need: str, start: str) -> list[Path]:
        """Where nobody has said how soon or when somebody answers on the way to an answer; see `reach`."""
        from mentorkit.network.reach import unsettled

        return unsettled(self, need, start)

    def routes(self, need: str, start: str) -> "list[Route]":
        """The ways to an answer, the quickest first; see `routes`."""
        from mentorkit.network.routes import routes

        return routes(self, need, start)

    def single_points(self, need: str, start: str) -> "SinglePoints":
        """The members and links without any one of which a need is not answered; see `weak`."""
        from mentorkit.network.weak import single_points

        if (need, start) not in self._single_points:
            self._single_points[need, start] = single_points(self, need, start)
        return self._single_points[need, start]

    def dead_ends(self) -> list[tuple[int, str]]:
        """Links that refer to a member at which support neither ends nor goes on, with that member; see `weak`."""
        from mentorkit.network.weak import dead_ends

        return dead_ends(self)

    def closed_circles(self) -> list[tuple[str, ...]]:
        """Circles of referring and escalating that nobody gets out of; see `weak`."""
        from mentorkit.network.weak import closed_circles

        return closed_circles(self)

    def supervision_circles(self) -> list[tuple[str, ...]]:
        """Members who supervise each other, or in a circle; see `weak`."""
        from mentorkit.network.weak import supervision_circles

        return supervision_circles(self)

    def shortfalls(self) -> "list[Shortfall]":
        """Where there is too little room; see `room`."""
        from mentorkit.network.room import shortfalls

        return shortfalls(self)

    def shortfall_in_words(self, shortfall: "Shortfall") -> str:
        """How many people there is no room for, and where; see `room`."""
        from mentorkit.network.room import shortfall_in_words

        return shortfall_in_words(self, shortfall)

    def unknown_room(self) -> list[str]:
        """Members whose capacity decides whether there is room, and is not stated; see `room`."""
        from mentorkit.network.room import unknown_room

        return unknown_room(self)


class _AtBest(Network):
    """A network in which what is not stated is as good as it can be."""

    def _minutes(self, link: Link) -> int:
        return most_minutes(link.within) if link.within else 0

    def hours(self, id: str) -> int:
        hours = self.members[id].hours
        return hours.minutes if hours else ALWAYS


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
