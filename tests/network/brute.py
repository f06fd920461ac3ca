"""The questions about a network answered by trying everything, straight from what the docstrings say; and networks.

Nothing here is quick, so the networks are small. They have what a file can say wrongly too: links of nobody, links of a
member to itself, deputies who stand in for the caller, members that are not there.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from typing import Any

import attrs
from hypothesis import strategies as st

from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.values.capacity import Capacity
from mentorkit.values.opening_hours import ALWAYS, Hours
from mentorkit.values.rate import Rate
from mentorkit.values.time_passed import TimePassed

NEEDS = ("n1", "n2", "n3")
IDS = ("a", "b", "c", "d", "e", "f", "g")
NOBODY = "nobody"

# Few values, so that they meet often.
HOURS = ("24/7", "weekdays 09:00 to 17:00", "Monday to Friday 12:00 to 20:00", "weekends 00:00 to 24:00")
LIMITS = st.sampled_from(["30 minutes", "1 hour", "2 hours", "1 day", "2 weeks"]).map(TimePassed.parse)
TIMES = st.sampled_from(["15 minutes", "30 minutes", "1 hour", "1 day"]).map(TimePassed.parse)
RATES = st.integers(0, 4).map(lambda amount: Rate(amount, "year"))
ROOMS = st.integers(0, 4).map(lambda amount: Capacity(amount, f"{amount} per year"))
SOME_NEEDS = st.lists(st.sampled_from(NEEDS), unique=True, max_size=2).map(tuple)


def mostly(usual: st.SearchStrategy[Any], other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The one much more often than the other."""
    return st.integers(0, 9).flatmap(lambda chance: usual if chance else other)


@st.composite
def referrals(draw: st.DrawFn, *, kinds: tuple[str, ...] = ("refers", "escalates", "supports")) -> ReferralNetwork:
    """Networks of up to seven members, twelve links and three needs.

    Args:
        draw: Hypothesis's.
        kinds: the kinds of link.
    """
    ids = IDS[: draw(st.sampled_from([1, 3, 4, 5, 7]))]
    who = mostly(st.sampled_from(ids), st.sampled_from([*ids, NOBODY]))
    members = tuple(
        Member(
            id=name,
            part="mentee"
            if name == "a"
            else draw(st.sampled_from(["mentor", "programme", "partner", "emergency", None])),
            hours=draw(mostly(st.sampled_from(HOURS).map(Hours.parse), st.none())),
            status=draw(mostly(st.sampled_from([None, "active"]), st.sampled_from(["inactive", "defunct"]))),
            meets=draw(st.none() | SOME_NEEDS),
            capacity=draw(st.none() | ROOMS),
            ends=draw(mostly(st.none(), st.just("tenancy signed"))),
        )
        for name in ids
    )
    least = draw(st.sampled_from([0, 5, 9]))
    links = st.builds(
        Link,
        from_=who,
        to=who,
        kind=st.sampled_from(kinds),
        for_=mostly(st.none(), SOME_NEEDS),
        within=mostly(TIMES, st.none()),
        deputy=st.none() | who,
    )
    needs = (Need(id=need, within=draw(mostly(LIMITS, st.none())), expected=draw(st.none() | RATES)) for need in NEEDS)
    return ReferralNetwork(
        members=members, links=tuple(draw(st.lists(links, min_size=least, max_size=12))), needs=tuple(needs)
    )


@st.composite
def in_two_orders(
    draw: st.DrawFn, of: st.SearchStrategy[ReferralNetwork]
) -> tuple[ReferralNetwork, ReferralNetwork, list[int]]:
    """A network, the same in another order, and the place in the one of each link of the other."""
    one = draw(of)
    links = one.links or ()
    places = list(draw(st.permutations(range(len(links)))))
    members, needs = draw(st.permutations(one.members or ())), draw(st.permutations(one.needs or ()))
    return (
        one,
        ReferralNetwork(members=tuple(members), links=tuple(links[at] for at in places), needs=tuple(needs)),
        places,
    )


@attrs.frozen
class Call:
    """That one member can call another."""

    caller: str
    target: str
    minutes: int | None
    link: int
    deputy: bool


def members_of(referral: ReferralNetwork) -> dict[str, Member]:
    """Members by id."""
    return {member.id or "": member for member in referral.members or ()}


def there(referral: ReferralNetwork) -> set[str]:
    """The members that can be turned to."""
    return {who for who, member in members_of(referral).items() if member.status in (None, "active")}


def calls(referral: ReferralNetwork, need: str) -> list[Call]:
    """Every call that somebody with a need can make."""
    found = []
    for at, link in enumerate(referral.links or ()):
        if link.from_ == link.to or not {link.from_, link.to} <= set(members_of(referral)):
            continue
        if link.kind not in ("refers", "escalates", "supports") or (link.for_ is not None and need not in link.for_):
            continue
        caller, called = (link.to, link.from_) if link.kind == "supports" else (link.from_, link.to)
        minutes = None
        if link.within:
            minutes = link.within.minutes or link.within.in_days[1] * 1440
        for target, deputy in ((called, False), (link.deputy, True)):
            if target and caller and caller != target and {caller, target} <= there(referral):
                found.append(Call(caller, target, minutes, at, deputy))
    return found


def paths(referral: ReferralNetwork, need: str, start: str) -> Iterator[tuple[Call, ...]]:
    """Every way on from a member on which nobody is called twice; also the one on which nobody is called."""
    ahead: dict[str, list[Call]] = {}
    for call in calls(referral, need):
        ahead.setdefault(call.caller, []).append(call)

    def go_on(path: tuple[Call, ...], passed: frozenset[str], at: str) -> Iterator[tuple[Call, ...]]:
        yield path
        for call in ahead.get(at, ()):
            if call.target not in passed:
                yield from go_on((*path, call), passed | {call.target}, call.target)

    return go_on((), frozenset([start]), start)


def meets(referral: ReferralNetwork, need: str) -> set[str]:
    """Those who answer a need themselves."""
    return {who for who in there(referral) if need in (members_of(referral)[who].meets or ())}


def answering(referral: ReferralNetwork, need: str, start: str) -> list[tuple[Call, ...]]:
    """Every way to an answer."""
    able = meets(referral, need)
    return [path for path in paths(referral, need, start) if (path[-1].target if path else start) in able]


def total(path: Iterable[Call]) -> int | None:
    """The minutes of a way; None where one of them is not known."""
    minutes = [call.minutes for call in path]
    return None if None in minutes else sum(each for each in minutes if each is not None)


def open_hours(referral: ReferralNetwork, path: Iterable[Call]) -> int:
    """The minutes of the week at which everybody on a way is there."""
    bits = ALWAYS
    for call in path:
        hours = members_of(referral)[call.target].hours
        bits &= hours.minutes if hours else 0
    return bits


def closed(referral: ReferralNetwork, *ids: str) -> ReferralNetwork:
    """The same network, with members that are not there."""
    members = referral.members or ()
    away = (attrs.evolve(one, status="inactive") if one.id in ids else one for one in members)
    return attrs.evolve(referral, members=tuple(away))


def cut(referral: ReferralNetwork, at: int) -> ReferralNetwork:
    """The same network, with one link that leads nowhere; the others keep their places."""
    links = list(referral.links or ())
    links[at] = attrs.evolve(links[at], to=NOBODY)
    return attrs.evolve(referral, links=tuple(links))


def subsets(entries: Iterable[str]) -> Iterator[frozenset[str]]:
    """Every set of some of the entries."""
    of = sorted(entries)
    return map(frozenset, chain.from_iterable(combinations(of, size) for size in range(len(of) + 1)))


def circles(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """The largest sets of several members each of which leads to each other."""
    leads = set(pairs)
    nodes = {node for pair in leads for node in pair}
    for middle in nodes:  # Warshall
        leads |= {(a, b) for a in nodes for b in nodes if (a, middle) in leads and (middle, b) in leads}
    return {
        circle
        for node in nodes
        if len(circle := frozenset({node} | {other for other in nodes if {(node, other), (other, node)} <= leads})) > 1
    }
