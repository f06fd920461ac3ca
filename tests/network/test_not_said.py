"""What nobody has said about a network can only make an answer worse, and is asked for where it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.network import Network
from mentorkit.programme.network import Link, Member, Need, ReferralNetwork
from mentorkit.text.words import listed
from mentorkit.values.opening_hours import Hours, time_in_words
from mentorkit.values.time_passed import TimePassed

IDS = ("mentee", "mentor", "coordinator", "helpline")
TIMES = st.sampled_from([None, *map(TimePassed.parse, ("10 minutes", "2 hours", "1 day", "3 weeks"))])
HOURS = st.sampled_from(
    [None, *map(Hours.parse, ("24/7", "Monday to Friday 09:00 to 17:00", "Saturday 10:00 to 12:00"))]
)
LINKS = st.builds(
    Link,
    from_=st.sampled_from(IDS),
    to=st.sampled_from(IDS),
    kind=st.sampled_from(("refers", "escalates", "supports")),
    within=TIMES,
    deputy=st.sampled_from((None, *IDS)),
)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    members = tuple(Member(id=who, hours=draw(HOURS), meets=draw(st.sampled_from((None, ("risk",))))) for who in IDS)
    return Network(
        ReferralNetwork(
            needs=(Need(id="risk", within=draw(TIMES)),),
            members=members,
            links=tuple(draw(st.lists(LINKS, max_size=8))),
        )
    )


@given(networks())
def test_what_is_not_said_never_helps(network: Network) -> None:
    known, best = network.answer("risk", "mentee"), network.at_best.answer("risk", "mentee")
    assert known.by == best.by
    assert known.hours & ~best.hours == 0
    assert known.gap & best.gap == best.gap
    assert known.minutes is None or (best.minutes is not None and best.minutes <= known.minutes)


@given(networks())
def test_what_makes_a_difference_is_asked_for(network: Network) -> None:
    if network.answer("risk", "mentee").gap != network.at_best.answer("risk", "mentee").gap:
        assert network.unsettled("risk", "mentee")


@given(networks())
def test_all_that_is_asked_for_is_not_said(network: Network) -> None:
    for _, table, at, key in network.unsettled("risk", "mentee"):
        entry = getattr(network.referral, str(table))[at]
        assert getattr(entry, str(key)) is None


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "no time"), (1, "1 minute"), (90, "1 hour 30 minutes"), (1440, "1 day"), (2 * 1440 + 5, "2 days 5 minutes")],
)
def test_a_length_of_time_in_words(minutes: int, words: str) -> None:
    assert time_in_words(minutes) == words


def test_names_in_a_sentence() -> None:
    assert [listed("a"), listed("ab"), listed("abc", "or")] == ["a", "a and b", "a, b or c"]
