"""What a change would do, against doing it."""

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.matching import Change, WhatIf, assign

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


@settings(max_examples=400, deadline=None)
@given(PAIRS, CAPACITY, SENSE)
def test_prices_say_what_one_more_place_adds_and_what_one_mentee_fewer_loses(
    pairs: Pairs, capacity: list[int], sense: Literal["max", "min"]
) -> None:
    mentee, mentor, weight = ([pair[part] for pair in pairs] for part in range(3))
    found = assign(mentee, mentor, weight, capacity, n_mentees=PEOPLE, sense=sense)
    for where in range(MENTORS):
        more = [places + (each == where) for each, places in enumerate(capacity)]
        matched, total = result(pairs, more, sense)
        assert found.one_more_place(where) == Change(matched - found.matched, total - found.total)
    for who in range(PEOPLE):
        matched, total = result([pair for pair in pairs if pair[0] != who], capacity, sense)
        assert found.without(who) == Change(matched - found.matched, total - found.total)


@settings(max_examples=400, deadline=None)
@given(PAIRS, CAPACITY, SENSE)
def test_making_a_pair_costs_what_solving_the_rest_anew_says(
    pairs: Pairs, capacity: list[int], sense: Literal["max", "min"]
) -> None:
    mentee, mentor, weight = ([pair[part] for pair in pairs] for part in range(3))
    found = assign(mentee, mentor, weight, capacity, n_mentees=PEOPLE, sense=sense)
    what_if = WhatIf(found, mentee, mentor, weight, capacity)
    for who, where in {(who, where) for who, where, _ in pairs if capacity[where]}:
        made = (max if sense == "max" else min)(pair[2] for pair in pairs if pair[:2] == (who, where))
        left = [places - (each == where) for each, places in enumerate(capacity)]
        matched, total = result([pair for pair in pairs if pair[0] != who], left, sense)
        assert what_if.with_pair(who, where) == Change(matched + 1 - found.matched, total + made - found.total)


def test_a_pair_that_cannot_be_made_is_refused() -> None:
    pairs = ([0, 1], [0, 1], [1, 1], [1, 0])
    what_if = WhatIf(assign(*pairs, n_mentees=2), *pairs)
    assert what_if.with_pair(0, 0) == Change(0, 0)
    for mentee, mentor in ((0, 1), (2, 0), (0, -1)):
        with pytest.raises(ValueError, match=f"mentee {mentee} with mentor {mentor} is not an admissible pair"):
            what_if.with_pair(mentee, mentor)
    with pytest.raises(ValueError, match="mentor 1 has no place"):
        what_if.with_pair(1, 1)
