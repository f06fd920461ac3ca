"""Who answers, how soon and when; what hangs on one; ways in order: against trying everything."""

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mentorkit.network import Network
from mentorkit.network.answers import Answer, answer
from mentorkit.network.routes import Route, routes
from mentorkit.network.stated_network import fewest_minutes
from mentorkit.network.weaknesses import SinglePoints, closed_circles, dead_ends, single_points, supervision_circles
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.values.opening_hours import ALWAYS, MINUTES_A_DAY, Hours, hours_in_words, minute_of
from mentorkit.values.time_passed import TimePassed
from tests.examples import examples
from tests.network.brute import (
    IDS,
    NEEDS,
    answering,
    calls,
    circles,
    closed,
    cut,
    in_two_orders,
    members_of,
    open_hours,
    paths,
    referrals,
    there,
    total,
)

NEED = st.sampled_from(NEEDS)


def said(given: Answer) -> tuple[tuple[str, ...], int | None, int]:
    """An answer without the limit that it was held against."""
    return given.by, given.minutes, given.hours


@given(referrals(), NEED, st.sampled_from(IDS))
def test_those_are_reached_to_whom_a_way_leads(referral: ReferralNetwork, need: str, start: str) -> None:
    assume(start in members_of(referral))
    led_to = {call.target for path in paths(referral, need, start) for call in path}
    assert Network(referral).reached(need, start) == led_to | {start}


@examples(200)
@given(referrals(), NEED)
def test_an_answer_says_who_how_soon_and_at_which_hours(referral: ReferralNetwork, need: str) -> None:
    network = Network(referral)
    within = network.needs[need].within
    found = answering(referral, need, "a")
    known = [minutes for path in found if (minutes := total(path)) is not None]
    hours = 0
    for path in found:
        minutes = total(path)
        if within is None or (minutes is not None and minutes <= fewest_minutes(within)):
            hours |= open_hours(referral, path)
    by = {path[-1].target if path else "a" for path in found}
    assert said(answer(network, need, "a")) == (tuple(sorted(by)), min(known, default=None), hours)


@examples(20)
@given(st.integers(0, ALWAYS))
@example(0)
@example(ALWAYS)
@example(1 << MINUTES_A_DAY)
def test_what_is_not_covered_is_the_rest_and_whole_days(hours: int) -> None:
    found = Answer((), None, hours, 60)
    assert found.uncovered + hours == ALWAYS
    for day in range(7):
        minutes = range(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY)
        open_at_all = any(hours >> minute & 1 for minute in minutes)
        assert all(found.uncovered_days >> minute & 1 == (not open_at_all) for minute in minutes)


@examples(200)
@given(referrals(), NEED)
def test_an_answer_hangs_on_those_whose_loss_leaves_none(referral: ReferralNetwork, need: str) -> None:
    network = Network(referral)
    found = answering(referral, need, "a")
    hinges = single_points(network, need, "a")
    if not found or () in found:
        assert hinges == SinglePoints((), ())
        return
    others = set(members_of(referral)) - {"a"}
    assert set(hinges.members) == {who for who in others if not answering(closed(referral, who), need, "a")}
    assert set(hinges.members) == {who for who in others if not answer(network.without(who), need, "a").by}
    places = range(len(referral.links or ()))
    assert set(hinges.links) == {at for at in places if not answering(cut(referral, at), need, "a")}
    for path in found:  # in the order in which they are called
        assert [call.target for call in path if call.target in hinges.members] == list(hinges.members)
        assert [call.link for call in path if call.link in hinges.links] == list(hinges.links)


@given(referrals(kinds=("refers", "escalates", "informs")))
def test_a_dead_end_is_a_referral_to_where_support_neither_ends_nor_goes_on(referral: ReferralNetwork) -> None:
    here = there(referral)
    links = list(enumerate(referral.links or ()))
    real = [(at, link) for at, link in links if link.from_ != link.to and {link.from_, link.to} <= here]
    found = []
    for at, link in real:
        member = members_of(referral)[link.to] if link.to else Member()
        goes_on = any(other.from_ == link.to and other.kind in ("refers", "escalates") for _, other in real)
        if link.kind == "refers" and not goes_on and not member.ends and member.part != "emergency":
            found.append((at, link.to))
    assert dead_ends(Network(referral)) == found


@examples(200)
@given(referrals(kinds=("refers", "escalates", "informs")))
def test_a_closed_circle_is_one_that_no_call_leads_out_of_and_where_nothing_ends(referral: ReferralNetwork) -> None:
    here, members = there(referral), members_of(referral)
    pairs = {
        (link.from_ or "", link.to or "")
        for link in referral.links or ()
        if link.kind != "informs" and link.from_ != link.to and {link.from_, link.to} <= here
    }
    expected = {
        circle
        for circle in circles(pairs)
        if not any(source in circle and target not in circle for source, target in pairs)
        and not any(members[who].ends or members[who].part == "emergency" for who in circle)
    }
    found = closed_circles(Network(referral))
    assert {frozenset(circle) for circle in found} == expected
    assert list(found) == sorted(tuple(sorted(circle)) for circle in expected)  # the file is in the order of ids


@given(referrals(kinds=("supervises", "refers")))
def test_supervision_goes_in_a_circle_where_it_comes_back_to_where_it_began(referral: ReferralNetwork) -> None:
    members = members_of(referral)
    pairs = {
        (link.from_ or "", link.to or "")
        for link in referral.links or ()
        if link.kind == "supervises" and link.from_ != link.to and {link.from_, link.to} <= set(members)
    }
    found = supervision_circles(Network(referral))
    assert list(found) == sorted(tuple(sorted(circle)) for circle in circles(pairs))


@examples(200)
@given(referrals(), NEED, st.integers(1, 4))
def test_ways_come_quickest_first_and_by_ids(referral: ReferralNetwork, need: str, few: int) -> None:
    quickest: dict[tuple[str, ...], tuple[int, int, int]] = {}  # by who is called: times not known, the rest, deputies
    for path in answering(referral, need, "a"):
        unknown, rest = sum(call.minutes is None for call in path), sum(call.minutes or 0 for call in path)
        time = (unknown, rest, sum(call.deputy for call in path))
        called = tuple(call.target for call in path)
        quickest[called] = min(time, quickest.get(called, time))
    in_order = sorted(
        (unknown > 0, 0 if unknown else rest, deputies, called)
        for called, (unknown, rest, deputies) in quickest.items()
    )
    network = Network(referral)
    found = routes(network, need, "a", most=10_000)
    assert [(route.start, tuple(step.target for step in route.steps), route.minutes) for route in found] == [
        ("a", called, None if unknown else minutes) for unknown, minutes, _, called in in_order
    ]
    known = {(call.caller, call.target, call.link, call.deputy): call for call in calls(referral, need)}
    for route in found:
        callers = ["a", *(step.target for step in route.steps)]
        made = [
            known[caller, step.target, step.link, step.deputy]
            for caller, step in zip(callers, route.steps, strict=False)
        ]
        assert (total(made), open_hours(referral, made)) == (route.minutes, route.hours)
    first = routes(network, need, "a", most=few)
    assert all(route in found for route in first)
    assert [route.minutes for route in first] == [route.minutes for route in found[:few]]
    for minute in map(minute_of, ("Monday 00:00", "Wednesday 12:30", "Saturday 03:00")):
        open_then = [route for route in found if route.hours >> minute & 1]
        assert routes(network, need, "a", most=10_000, minute=minute) == open_then


@given(in_two_orders(referrals(kinds=("refers", "escalates", "supports", "supervises"))), NEED)
def test_the_order_of_the_file_changes_no_answer(
    orders: tuple[ReferralNetwork, ReferralNetwork, list[int]], need: str
) -> None:
    one, other, places = Network(orders[0]), Network(orders[1]), orders[2]
    assert answer(one, need, "a") == answer(other, need, "a")
    hinges, same = single_points(one, need, "a"), single_points(other, need, "a")
    assert (hinges.members, hinges.links) == (same.members, tuple(places[at] for at in same.links))
    assert set(dead_ends(one)) == {(places[at], target) for at, target in dead_ends(other)}
    for circles_of in (closed_circles, supervision_circles):
        assert {frozenset(circle) for circle in circles_of(one)} == {frozenset(circle) for circle in circles_of(other)}
    for most in (2, 1000):
        ways, as_many = routes(one, need, "a", most=most), routes(other, need, "a", most=most)
        assert [as_tuple(route) for route in ways] == [as_tuple(route) for route in as_many]


def as_tuple(route: Route) -> tuple[object, ...]:
    """A way without the places of its links."""
    return route.minutes, route.hours, [step.target for step in route.steps]


# What people would ask, in words.


def time(text: str) -> TimePassed:
    return TimePassed.parse(text)


@pytest.fixture
def weekend() -> Network:
    """A mentor at any hour, a coordinator in working hours with a deputy, and a crisis line that takes a while."""
    office = Hours.parse("Monday to Friday 09:00 to 17:00, Saturday 10:00 to 17:00")
    always = Hours.parse("24/7")
    return Network(
        ReferralNetwork(
            members=(
                Member(id="mentee", part="mentee"),
                Member(id="mentor", part="mentor", hours=always),
                Member(id="coordinator", hours=office, meets=("suicide",)),
                Member(id="manager", hours=Hours.parse("Saturday 17:00 to 22:00"), meets=("suicide",)),
                Member(id="line", hours=always, meets=("suicide",)),
            ),
            needs=(Need(id="suicide", within=time("1 hour")),),
            links=(
                Link(from_="mentor", to="mentee", kind="supports", within=time("15 minutes")),
                Link(from_="mentor", to="coordinator", kind="escalates", within=time("30 minutes"), deputy="manager"),
                Link(from_="mentor", to="line", kind="refers", within=time("2 hours")),
            ),
        )
    )


def test_the_hours_at_which_nobody_answers_in_time_are_named(weekend: Network) -> None:
    found = answer(weekend, "suicide", "mentee")
    assert (found.by, found.minutes) == (("coordinator", "line", "manager"), 45)
    assert hours_in_words(found.uncovered).endswith("Saturday 22:00 to Monday 09:00")
    assert hours_in_words(found.uncovered_days) == "Sunday 00:00 to 24:00"
    away = answer(weekend.without("manager"), "suicide", "mentee")
    assert hours_in_words(away.uncovered).endswith("Saturday 17:00 to Monday 09:00")


def test_an_answer_within_the_time_exactly_is_in_time(weekend: Network) -> None:
    for limit, covered in (("45 minutes", True), ("44 minutes", False)):
        needs = (Need(id="suicide", within=time(limit)),)
        network = Network(attrs.evolve(weekend.referral, needs=needs))
        assert bool(answer(network, "suicide", "mentee").hours) is covered


def test_a_slower_way_at_other_hours_counts_beside_a_quicker_one() -> None:
    morning, evening = Hours.parse("Monday 08:00 to 12:00"), Hours.parse("Monday 18:00 to 22:00")
    members = (
        Member(id="mentee"),
        Member(id="early", hours=morning),
        Member(id="late", hours=evening),
        Member(id="desk", hours=Hours.parse("24/7")),
        Member(id="line", hours=Hours.parse("24/7"), meets=("debt",)),
    )
    quick, slow = time("15 minutes"), time("30 minutes")
    links = (
        Link(from_="mentee", to="early", kind="refers", within=quick),
        Link(from_="mentee", to="late", kind="refers", within=slow),
        Link(from_="early", to="desk", kind="refers", within=quick),
        Link(from_="late", to="desk", kind="refers", within=quick),
        Link(from_="desk", to="line", kind="refers", within=quick),
    )
    for limit, hours in (("1 hour", morning.minutes | evening.minutes), ("45 minutes", morning.minutes)):
        network = Network(ReferralNetwork(members=members, needs=(Need(id="debt", within=time(limit)),), links=links))
        assert said(answer(network, "debt", "mentee")) == (("line",), 45, hours)


def test_everything_hangs_on_the_mentor_until_the_mentee_has_the_number_too(weekend: Network) -> None:
    assert single_points(weekend, "suicide", "mentee") == SinglePoints(("mentor",), (0,))
    assert single_points(weekend, "suicide", "mentor") == SinglePoints((), ())
    link = Link(from_="mentee", to="line", kind="refers", within=time("2 hours"))
    wider = attrs.evolve(weekend.referral, links=(*(weekend.referral.links or ()), link))
    assert single_points(Network(wider), "suicide", "mentee") == SinglePoints((), ())


def test_a_link_with_a_deputy_can_be_a_single_point_where_no_member_is(weekend: Network) -> None:
    only = attrs.evolve(weekend.referral, links=(weekend.referral.links or ())[:2])
    assert single_points(Network(only), "suicide", "mentor") == SinglePoints((), (1,))


def test_who_can_answer_is_an_answer_to_itself_at_any_hour(weekend: Network) -> None:
    assert said(answer(weekend, "suicide", "manager")) == (("manager",), 0, ALWAYS)
    assert [route.steps for route in routes(weekend, "suicide", "manager")] == [()]


def test_nobody_answers_one_who_is_away(weekend: Network) -> None:
    assert said(answer(weekend.without("manager"), "suicide", "manager")) == ((), None, 0)
    assert routes(weekend.without("manager"), "suicide", "manager") == []
