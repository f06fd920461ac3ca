"""What is part of a network and what is not, and what somebody being away changes."""

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.network import Network, Step
from mentorkit.network.answers import answer
from mentorkit.network.room import shortfalls
from mentorkit.network.stated_network import UNKNOWN_MINUTES
from mentorkit.network.weaknesses import closed_circles, dead_ends, single_points
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.programme.tables import Programme
from mentorkit.values.time_passed import TimePassed
from tests.network.brute import IDS, NEEDS, calls, closed, referrals


def test_a_programme_that_says_nothing_of_a_network_has_none() -> None:
    assert Network.of(Programme()) is None
    assert Network.of(Programme(network=ReferralNetwork(span=3))) is None
    for stated in (
        ReferralNetwork(members=()),
        ReferralNetwork(needs=(Need(id="debt"),)),
        ReferralNetwork(links=(Link(kind="refers"),)),
    ):
        network = Network.of(Programme(network=stated))
        assert (network is None) == (stated == ReferralNetwork(members=()))


def test_what_cannot_be_part_of_a_graph_is_left_out_and_the_rest_keeps_its_place() -> None:
    network = Network(
        ReferralNetwork(
            members=(Member(), Member(id="x", title="The first"), Member(id="x", title="The second"), Member(id="y")),
            needs=(Need(title="no id"), Need(id="debt", title="Debt")),
            links=(
                Link(from_="x", to="x", kind="refers"),
                Link(from_="x", to="nobody", kind="refers"),
                Link(from_="x", to="y"),
                Link(from_="x", to="y", kind="informs"),
            ),
        )
    )
    assert {who: member.title for who, member in network.members.items()} == {"x": "The first", "y": None}
    assert list(network.links) == [3]
    assert network.member_at("y", "hours") == ("network", "members", 3, "hours")
    assert network.need_at("debt") == ("network", "needs", 1)
    assert network.link_at(3, "to") == ("network", "links", 3, "to")
    assert [network.name(named) for named in ("x", "y", "debt", "else")] == ["The first", "y", "Debt", "else"]


def test_each_kind_of_link_is_walked_in_the_direction_in_which_people_call() -> None:
    day, hour = TimePassed.parse("1 day"), TimePassed.parse("1 hour")
    members = tuple(Member(id=who) for who in ("mentee", "mentor", "lead", "deputy"))
    links = (
        Link(from_="mentor", to="mentee", kind="supports", within=day, for_=("debt",)),
        Link(from_="mentor", to="lead", kind="escalates", within=hour, deputy="deputy"),
        Link(from_="lead", to="deputy", kind="refers"),
        Link(from_="lead", to="mentor", kind="supervises", within=hour),
        Link(from_="lead", to="deputy", kind="informs", within=hour),
        Link(from_="deputy", to="mentee", kind="refers", within=hour, deputy="deputy"),
    )
    debt = frozenset({"debt"})
    assert Network(ReferralNetwork(members=members, links=links)).steps == {
        "mentee": [Step("mentor", 1440, debt, 0, deputy=False)],
        "mentor": [Step("lead", 60, None, 1, deputy=False), Step("deputy", 60, None, 1, deputy=True)],
        "lead": [Step("deputy", UNKNOWN_MINUTES, None, 2, deputy=False)],
        "deputy": [Step("mentee", 60, None, 5, deputy=False)],
    }


@given(referrals(), st.sampled_from(NEEDS))
def test_the_steps_that_serve_a_need_are_the_calls_that_can_be_made(referral: ReferralNetwork, need: str) -> None:
    network = Network(referral)
    steps = {
        (who, step.target, None if step.minutes == UNKNOWN_MINUTES else step.minutes, step.link, step.deputy)
        for who, ways in network.steps.items()
        for step in ways
        if step.serves(need)
    }
    assert steps == {(call.caller, call.target, call.minutes, call.link, call.deputy) for call in calls(referral, need)}


@given(referrals(), st.sampled_from(IDS), st.sampled_from(IDS))
def test_a_member_that_is_away_is_as_one_that_is_closed(referral: ReferralNetwork, one: str, other: str) -> None:
    away, gone = Network(referral).without(one).without(other), Network(closed(referral, one, other))
    assert away.steps == gone.steps == Network(referral).without(one, other).steps
    assert away.members.keys() == gone.members.keys()
    for need in NEEDS:
        assert away.who_can_meet(need) == gone.who_can_meet(need)
        assert answer(away, need, "a") == answer(gone, need, "a")
        assert away.reached(need, "a") == gone.reached(need, "a")
        assert single_points(away, need, "a") == single_points(gone, need, "a")
    assert dead_ends(away) == dead_ends(gone)
    assert closed_circles(away) == closed_circles(gone)
    assert shortfalls(away) == shortfalls(gone)
