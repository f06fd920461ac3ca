"""Prices, against solving again with one more place or one mentee fewer."""

from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import assign
from tests.examples import examples

Pairs = list[tuple[int, int, int]]

PEOPLE, MENTORS = 5, 4
PAIRS = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, MENTORS - 1), st.integers(-6, 6)), min_size=1, max_size=14
)
CAPACITY = st.lists(st.integers(0, 2), min_size=MENTORS, max_size=MENTORS)
SENSE: st.SearchStrategy[Literal["max", "min"]] = st.sampled_from(["max", "min"])


def result(pairs: Pairs, capacity: list[int], sense: Literal["max", "min"]) -> tuple[int, int]:
    mentee, mentor, weight = ([pair[part] for pair in pairs] for part in range(3))
    found = assign(mentee, mentor, weight, capacity, n_mentees=PEOPLE, sense=sense)
    return found.matched, found.total


@examples(400)
@given(PAIRS, CAPACITY, SENSE)
def test_prices_say_what_one_more_place_adds_and_what_one_mentee_fewer_loses(
    pairs: Pairs, capacity: list[int], sense: Literal["max", "min"]
) -> None:
    mentee, mentor, weight = ([pair[part] for pair in pairs] for part in range(3))
    found = assign(mentee, mentor, weight, capacity, n_mentees=PEOPLE, sense=sense)
    prices, sign = found.prices, 1 if sense == "max" else -1
    for where in range(MENTORS):
        more = [places + (each == where) for each, places in enumerate(capacity)]
        matched, total = result(pairs, more, sense)
        added = (matched - found.matched, sign * (total - found.total))
        assert (prices.scarce[where], prices.mentor[where]) == added
    for who in range(PEOPLE):
        matched, total = result([pair for pair in pairs if pair[0] != who], capacity, sense)
        lost = (found.matched - matched, sign * (found.total - total))
        assert (prices.secure[who], prices.mentee[who]) == lost
