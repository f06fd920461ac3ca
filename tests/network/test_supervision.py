"""Who looks after too many: the people whom several supervise are divided between them."""

from itertools import product

import attrs
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.network import Network
from mentorkit.programme.network import Link, Member
from mentorkit.programme.tables import Programme
from tests.examples import examples


def network(links: list[tuple[str, str]]) -> Network:
    members = tuple(Member(id=who) for who in ("a", "b", "c", "x", "y", "z"))
    linked = tuple(Link(from_=a, to=b, kind="supervises") for a, b in links)
    return Network(attrs.evolve(Programme().network, members=members, links=linked))


@examples(60)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=9, unique=True),
    st.fixed_dictionaries({**dict.fromkeys("abc", st.integers(1, 2)), **dict.fromkeys("xyz", st.integers(1, 3))}),
    st.integers(1, 4),
)
def test_somebody_has_too_many_exactly_if_no_division_is_within_the_limit(
    links: list[tuple[str, str]], people: dict[str, int], span: int
) -> None:
    each = [supervised for _, supervised in dict.fromkeys((b, b) for _, b in links) for _ in range(people[supervised])]
    ways = product(*([a for a, b in links if b == supervised] for supervised in each))
    possible = any(all(way.count(who) <= span * people[who] for who in "abc") for way in ways)
    found = network(links).supervision_overloads(people, span)
    assert (not found) == possible
    assert all(overload.people > span * overload.supervisors for overload in found)
