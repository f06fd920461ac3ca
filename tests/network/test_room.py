"""Whether there is room: against every set of needs, and against every place that could hold people up."""

from collections.abc import Iterator, Mapping
from math import inf
from unittest import mock

import attrs
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.network import Network
from mentorkit.network.room import (
    Shortfall,
    fit_at_once,
    fit_on_the_way,
    short_at_once,
    short_on_the_way,
    shortfalls,
    unknown_room,
)
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.values.capacity import Capacity
from mentorkit.values.rate import Rate
from tests.examples import examples
from tests.network.brute import calls, in_two_orders, meets, members_of, paths, referrals, subsets, there


def expected(referral: ReferralNetwork) -> dict[str, int]:
    """How many people are expected in a year, by need."""
    return {need.id or "": need.expected.per_year for need in referral.needs or () if need.expected}


def capacity(referral: ReferralNetwork, who: str) -> int | None:
    """How many a member takes in a year; None where nobody has said."""
    stated = members_of(referral)[who].capacity
    return int(stated.per_year) if stated else None


def starts(referral: ReferralNetwork) -> list[str]:
    """Where people come from."""
    members = members_of(referral)
    return [who for who in members if members[who].part in ("mentee", "mentor") and who in there(referral)]


def can_take(referral: ReferralNetwork, need: str) -> frozenset[str]:
    """Who meets a need, and mentees or mentors can turn to."""
    led_to = {call.target for start in starts(referral) for path in paths(referral, need, start) for call in path}
    return frozenset((led_to | set(starts(referral))) & meets(referral, need))


def over_all_needs(referral: ReferralNetwork) -> Iterator[Shortfall]:
    """Hall's condition, set by set: the fewest needs with the most people for whom there is no room."""
    people = {need: many for need, many in expected(referral).items() if can_take(referral, need)}

    def short(needs: frozenset[str]) -> int:
        rooms = [capacity(referral, who) for who in frozenset().union(*(can_take(referral, need) for need in needs))]
        return 0 if None in rooms else sum(people[need] for need in needs) - sum(room or 0 for room in rooms)

    worst = max(map(short, subsets(people)))
    crowd = frozenset(people).intersection(*(needs for needs in subsets(people) if short(needs) == worst))
    while crowd:  # those that share members, together
        part = frozenset([min(crowd)])
        while more := {
            need for need in crowd - part for one in part if can_take(referral, one) & can_take(referral, need)
        }:
            part |= more
        crowd -= part
        tight = frozenset().union(*(can_take(referral, need) for need in part))
        room = sum(people[need] for need in part) - short(part)
        yield Shortfall(tuple(sorted(part)), tuple(sorted(tight)), sum(people[need] for need in part), room)


def on_the_way(referral: ReferralNetwork, need: str) -> Iterator[Shortfall]:
    """Every set of members that could hold people up: the one with the least room, and the first that they meet."""
    able, ahead = can_take(referral, need), calls(referral, need)
    found = []
    for held_up in subsets(who for who in members_of(referral) if capacity(referral, who) is not None):
        come_to, passed = set(starts(referral)), set[str]()
        while on := come_to - passed - held_up:
            passed |= on
            come_to |= {call.target for call in ahead if call.caller in on}
        if not passed & able:
            tight = come_to & held_up
            found.append((sum(capacity(referral, who) or 0 for who in tight), tight, come_to, passed))
    if able and found and (least := min(room for room, *_ in found)) < expected(referral)[need]:
        ways = [(come_to, passed) for room, _, come_to, passed in found if room == least]
        come_to = set.intersection(*(come_to for come_to, _ in ways))
        passed = set.intersection(*(passed for _, passed in ways))
        yield Shortfall((need,), tuple(sorted(come_to - passed)), expected(referral)[need], least)


@given(referrals())
def test_people_for_whom_there_is_no_room_are_found_with_what_holds_them_up(referral: ReferralNetwork) -> None:
    together = sorted(over_all_needs(referral), key=lambda shortfall: shortfall.needs)
    told = {need for shortfall in together for need in shortfall.needs}
    apart = [found for need in expected(referral) if need not in told for found in on_the_way(referral, need)]
    assert shortfalls(Network(referral)) == together + apart


def gathered(referral: ReferralNetwork) -> ReferralNetwork:
    """The same where the mentee turns to everybody, so that needs crowd the same members and nobody is on the way."""
    others = (attrs.evolve(one, part="partner", status=None) for one in (referral.members or ())[1:])
    mentee = Member(id="a", part="mentee")
    links = tuple(Link(from_="a", to=one.id, kind="refers") for one in (referral.members or ())[1:])
    return attrs.evolve(referral, members=(mentee, *others), links=links)


@given(referrals().map(gathered))
def test_needs_that_crowd_the_same_members_are_told_together_and_others_apart(referral: ReferralNetwork) -> None:
    together = sorted(over_all_needs(referral), key=lambda shortfall: shortfall.needs)
    assert shortfalls(Network(referral)) == together


@examples(300)
@given(st.one_of(referrals(), referrals().map(gathered)), st.sampled_from([0, inf]))
def test_where_everybody_fits_by_a_plain_rule_no_flow_finds_anything_short(
    referral: ReferralNetwork, unknown: float
) -> None:
    asked, people = Network(referral), expected(referral)
    room = {
        who: inf if stated is None and member.part == "emergency" else unknown if stated is None else stated
        for who, member in asked.members.items()
        for stated in [capacity(referral, who)]
    }
    able = {need: sorted(can_take(referral, need)) for need in people}
    if fit_at_once(able, people, room):
        assert short_at_once(asked, able, people, room) == []
    for need in people:
        if fit_on_the_way(asked, need, people[need], room):
            assert short_on_the_way(asked, need, people[need], room) == []


@given(st.one_of(referrals(), referrals().map(gathered)))
def test_the_plain_rules_change_no_answer(referral: ReferralNetwork) -> None:
    asked = Network(referral)
    found, unknown = shortfalls(asked), unknown_room(asked)
    with (
        mock.patch("mentorkit.network.room.fit_at_once", return_value=False),
        mock.patch("mentorkit.network.room.fit_on_the_way", return_value=False),
    ):
        assert (shortfalls(asked), unknown_room(asked)) == (found, unknown)


@given(in_two_orders(st.one_of(referrals(), referrals().map(gathered))))
def test_the_order_of_the_file_changes_no_shortfall(orders: tuple[ReferralNetwork, ReferralNetwork, list[int]]) -> None:
    def as_sets(network: Network) -> set[tuple[object, ...]]:
        return {
            (frozenset(found.needs), frozenset(found.bottleneck), found.expected, found.room)
            for found in shortfalls(network)
        }

    assert as_sets(Network(orders[0])) == as_sets(Network(orders[1]))


def a_year(amount: int) -> Rate:
    return Rate(amount, "year")


def room_for(amount: int) -> Capacity:
    return Capacity(amount, f"{amount} per year")


def network(
    needs: Mapping[str, int], members: Mapping[str, tuple[int | None, tuple[str, ...]]], *links: str
) -> Network:
    """A network from needs with people expected, members with their room and what they meet, and links "a>b"."""
    return Network(
        ReferralNetwork(
            needs=tuple(Need(id=need, expected=a_year(people)) for need, people in needs.items()),
            members=(
                Member(id="mentee", part="mentee"),
                *(
                    Member(id=who, capacity=None if room is None else room_for(room), meets=meets)
                    for who, (room, meets) in members.items()
                ),
            ),
            links=tuple(Link(from_=link.split(">")[0], to=link.split(">")[1], kind="refers") for link in links),
        )
    )


def test_a_need_that_is_just_met_is_not_shown_with_one_that_is_not() -> None:
    members = {"one": (10, ("debt", "work")), "two": (5, ("work",))}
    crowded = network({"debt": 12, "work": 5}, members, "mentee>one", "mentee>two")
    assert shortfalls(crowded) == [Shortfall(("debt",), ("one",), 12, 10)]
    crowded = network({"debt": 12, "work": 8}, members, "mentee>one", "mentee>two")
    assert shortfalls(crowded) == [Shortfall(("debt", "work"), ("one", "two"), 20, 15)]


def test_a_member_on_the_way_can_hold_people_up_and_the_first_one_is_told() -> None:
    members = {"first": (8, ()), "second": (8, ()), "service": (99, ("debt",))}
    ways = ("mentee>first", "first>second", "second>service")
    assert shortfalls(network({"debt": 9}, members, *ways)) == [Shortfall(("debt",), ("first",), 9, 8)]
    assert shortfalls(network({"debt": 8}, members, *ways)) == []
    assert shortfalls(network({"debt": 9}, {**members, "first": (None, ())}, *ways)) == [
        Shortfall(("debt",), ("second",), 9, 8)
    ]


def test_two_who_have_room_together_are_found_without_a_flow() -> None:
    members = {"one": (3, ("home",)), "two": (2, ("home",)), "both": (9, ("debt", "home"))}
    asked = network({"home": 5, "debt": 9}, members, "mentee>one", "mentee>two", "mentee>both")
    with mock.patch("networkx.minimum_cut", side_effect=AssertionError):
        assert (shortfalls(asked), unknown_room(asked)) == ([], [])


def test_room_counts_in_whatever_time_it_is_stated() -> None:
    monthly = Member(id="service", capacity=Capacity.parse("1 per month"), meets=("debt",))
    for stated, short in (("12 per year", False), ("13 per year", True)):
        referral = ReferralNetwork(
            needs=(Need(id="debt", expected=Rate.parse(stated)),),
            members=(Member(id="mentee", part="mentee"), monthly),
            links=(Link(from_="mentee", to="service", kind="refers"),),
        )
        assert bool(shortfalls(Network(referral))) is short


def test_what_is_open_to_anybody_has_room_for_all_and_holds_nobody_up() -> None:
    open_door = Member(id="fellowship", capacity=Capacity.parse("open to anybody"), meets=("debt",))
    shelter = Member(id="shelter", capacity=Capacity.parse("1 per year"), meets=("home",))
    referral = ReferralNetwork(
        needs=tuple(Need(id=need, expected=Rate.parse("9000 per week")) for need in ("debt", "home")),
        members=(Member(id="mentee", part="mentee"), open_door, shelter),
        links=tuple(Link(from_="mentee", to=who, kind="refers") for who in ("fellowship", "shelter")),
    )
    found = Network(referral)
    assert [(each.needs, each.bottleneck) for each in shortfalls(found)] == [(("home",), ("shelter",))]
    assert unknown_room(found) == []


def test_a_need_that_nobody_meets_or_of_which_nobody_says_how_many_is_no_matter_of_room() -> None:
    assert shortfalls(network({"debt": 9}, {"service": (1, ())}, "mentee>service")) == []
    assert shortfalls(network({"debt": 9}, {"service": (1, ("debt",))})) == []
    assert shortfalls(network({"debt": 9}, {"service": (None, ("debt",))}, "mentee>service")) == []
