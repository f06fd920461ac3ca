"""A network and all that can be asked of it, as rules and commands ask it."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mentorkit.network.stated_network import StatedNetwork
from mentorkit.programme.path import Path

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from mentorkit.network.answers import Answer
    from mentorkit.network.room import Shortfall
    from mentorkit.network.routes import Route
    from mentorkit.network.supervision import SupervisionOverload
    from mentorkit.network.weaknesses import SinglePoints
    from mentorkit.programme.network import ReferralNetwork


class Network(StatedNetwork):
    """The network of a programme.

    Each question is answered by a module of its own, which is imported when it is asked first: most designs describe no
    network. What several rules ask is worked out once.

    Examples:
        >>> mentor = Member(id="mentor", part="mentor")
        >>> table = attrs.evolve(Programme().network, members=(mentor,), needs=(Need(id="housing", risk=False),))
        >>> network = Network(table)
        >>> network.starts, network.other_needs, network.member_at("mentor", "hours")
        (['mentor'], ['housing'], ('network', 'members', 0, 'hours'))
        >>> network.graph.nodes["mentor"]["part"]
        'mentor'
        >>> network.supervision, network.supervision_overloads({}, span=8)
        ([], [])
        >>> Network.of(Programme()) is None
        True
    """

    def __init__(self, referral: "ReferralNetwork", *, at_best: bool = False) -> None:
        super().__init__(referral, at_best=at_best)
        self._answers: dict[tuple[str, str], Answer] = {}
        self._single_points: dict[tuple[str, str], SinglePoints] = {}

    @cached_property
    def graph(self) -> "nx.MultiDiGraph[str]":
        """The members and the links between them, for the algorithms of networkx.

        Nodes are the ids of members, with the attributes `member` (all that the file says of it), `part` and `there`
        (whether it can be turned to). Edges lead from one end of a link to the other as the file states them, with the
        link's place in the file as their key and the attributes `link`, `kind` and `minutes` (until the one who is
        turned to answers; 10**15 where nobody has said). The graph cannot be changed; take a copy of it to do so.
        """
        from mentorkit.network.graph import graph_of_links

        return graph_of_links(self)

    def graph_of_calls(self, need: str | None = None) -> "nx.MultiDiGraph[Any]":
        """Who can call whom, for a need or for any, for the algorithms of networkx.

        Nodes are the ids of members. Edges lead from the one who calls to the one who is called, deputies included,
        with the link's place in the file as their key and the attributes `minutes` and `deputy`.
        """
        from mentorkit.network.graph import graph_of_calls

        return graph_of_calls(self, need)

    @cached_property
    def stages(self) -> "list[tuple[str, Network]]":
        """The times during support at which some links are not in force, and the network at each; see `stages`."""
        from mentorkit.network.stages import stages

        return stages(self) if any(link.since or link.until for link in self.links.values()) else []

    def answer(self, need: str, start: str) -> "Answer":
        """Who answers a need for a member, how soon and at which hours; see `answers`."""
        from mentorkit.network.answers import answer

        if (need, start) not in self._answers:
            self._answers[need, start] = answer(self, need, start)
        return self._answers[need, start]

    def cannot_wait_a_day(self, need: str) -> bool:
        """Whether a need has to be answered at every hour, because it allows less than a day."""
        from mentorkit.network.answers import URGENT

        limit = self.limit(need)
        return limit is not None and limit < URGENT

    def gaps(self, need: str, start: str) -> tuple[int, int]:
        """The minutes for which an answer is missing, and those for which nobody has said enough to tell."""
        missing = self.at_best.answer(need, start).gap
        return missing, self.answer(need, start).gap & ~missing

    def unsettled(self, need: str, start: str) -> list[Path]:
        """Where nobody has said how soon or when somebody answers on the way to an answer; see `answers`."""
        from mentorkit.network.answers import unsettled

        return unsettled(self, need, start)

    def routes(self, need: str, start: str) -> "list[Route]":
        """The ways to an answer, the quickest first; see `routes`."""
        from mentorkit.network.routes import routes

        return routes(self, need, start)

    def single_points(self, need: str, start: str) -> "SinglePoints":
        """The members and links without any one of which a need is not answered; see `weaknesses`."""
        from mentorkit.network.weaknesses import single_points

        if (need, start) not in self._single_points:
            self._single_points[need, start] = single_points(self, need, start)
        return self._single_points[need, start]

    def dead_ends(self) -> list[tuple[int, str]]:
        """Links that refer to a member at which support neither ends nor goes on, with it; see `weaknesses`."""
        from mentorkit.network.weaknesses import dead_ends

        return dead_ends(self)

    def closed_circles(self) -> list[tuple[str, ...]]:
        """Circles of referring and escalating that nobody gets out of; see `weaknesses`."""
        from mentorkit.network.weaknesses import closed_circles

        return closed_circles(self)

    def supervision_overloads(self, people: "Mapping[str, int]", span: int) -> "list[SupervisionOverload]":
        """Supervisors who together look after too many people; see `supervision`."""
        from mentorkit.network.supervision import supervision_overloads

        return supervision_overloads(self, people, span)

    def supervision_circles(self) -> list[tuple[str, ...]]:
        """Members who supervise each other, or in a circle; see `weaknesses`."""
        from mentorkit.network.weaknesses import supervision_circles

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
