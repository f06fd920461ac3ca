"""Stable matching, against all stable matchings there are."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import ProofError, StableMatching, stable
from mentorkit.matching.solver.stable import check_stable
from tests.examples import examples

Pair = tuple[int, int, int, int]

PEOPLE, MENTORS = 5, 3
PAIRS = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, MENTORS - 1), st.integers(0, 3), st.integers(0, 3)),
    max_size=15,
    unique_by=lambda pair: pair[:2],
)
CAPACITY = st.lists(st.integers(0, 3), min_size=MENTORS, max_size=MENTORS)


def solve(pairs: list[Pair], capacity: list[int]) -> StableMatching:
    mentee, mentor, mentee_rank, mentor_rank = ([pair[part] for pair in pairs] for part in range(4))
    return stable(mentee, mentor, mentee_rank, mentor_rank, capacity, n_mentees=PEOPLE)


def every_stable(pairs: list[Pair], capacity: list[int]) -> Iterator[tuple[int, ...]]:
    """All matchings in which no two would rather have each other, by the definition."""
    likes = {(who, where): ((there, where), (back, who)) for who, where, there, back in pairs}
    choices = [[-1, *(where for person, where in likes if person == who)] for who in range(PEOPLE)]
    for ways in product(*choices):
        held = [[likes[who, where][1] for who, where in enumerate(ways) if where == each] for each in range(MENTORS)]
        if any(len(mentees) > places for mentees, places in zip(held, capacity, strict=True)):
            continue
        if not any(
            (ways[who] == -1 or there < likes[who, ways[who]][0])
            and (len(held[where]) < capacity[where] or any(back < other for other in held[where]))
            for (who, where), (there, back) in likes.items()
        ):
            yield ways


@examples(600)
@given(PAIRS, CAPACITY, st.randoms(use_true_random=False))
def test_of_all_stable_matchings_it_is_the_one_that_every_mentee_likes_best(
    pairs: list[Pair], capacity: list[int], mixed: Any
) -> None:
    found = solve(pairs, capacity)
    every = list(every_stable(pairs, capacity))
    assert tuple(found.mentor_of) in every
    place = {(who, where): (there, where) for who, where, there, _ in pairs}
    nobody = (10, 10)
    for who, mine in enumerate(found.mentor_of):
        assert place.get((who, mine), nobody) == min(place.get((who, ways[who]), nobody) for ways in every)
    assert {sum(where >= 0 for where in ways) for ways in every} == {found.matched}
    assert solve(mixed.sample(pairs, len(pairs)), capacity) == found


@pytest.mark.parametrize(
    ("mentor_of", "said"),
    [
        ([0, 0, -1], "mentor 0 has 2 mentees and 1 places"),
        ([1, 0, -1], "mentee 0 has mentor 1, which is not an admissible pair"),
        ([-1, 0, 1], "mentee 0 and mentor 0 would both rather have each other"),
        ([0, -1, 1], "mentee 1 and mentor 1 would both rather have each other"),
        ([0, -1, -1], "mentee 1 and mentor 1 would both rather have each other"),
    ],
)
def test_a_matching_that_is_not_stable_is_refused(mentor_of: list[int], said: str) -> None:
    wishes = [[(0, 1)], [(0, 2), (1, 1)], [(1, 2)]]
    check_stable([0, 1, -1], wishes, [1, 1])
    with pytest.raises(ProofError, match=said):
        check_stable(mentor_of, wishes, [1, 1])


def test_of_several_entries_for_a_pair_the_one_the_mentee_ranks_first_counts() -> None:
    found = stable([0, 0, 0, 1], [0, 0, 1, 1], [3, 1, 2, 1], [1, 5, 1, 2], [1, 1], n_mentees=2)
    assert (found.mentor_of, found.matched) == ([0, 1], 2)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"mentee_rank": [1]}, "every pair needs an entry in each list, but .* mentee_rank has 1"),
        (
            {"mentor_rank": {0: 1, 1: 2}},
            "mentor_rank is a dict; give a list with a whole number for each pair, in order",
        ),
        ({"capacity": 1}, r"capacity is a single value \(int\); give a list with a whole number for each mentor"),
        ({"mentee_rank": [1, 2**70]}, r"mentee_rank\[1\] is .*: rank from 1, because only the order counts"),
        ({"mentor_rank": [1, 1.5]}, r"mentor_rank\[1\] is 1.5, a float"),
        ({"mentee": [0, 9]}, r"mentee\[1\] is 9; it has to be from 0 to 1"),
        ({"capacity": [-1]}, r"capacity\[0\] is -1"),
    ],
)
def test_what_cannot_be_right_is_refused(changed: dict[str, Any], said: str) -> None:
    usual = {"mentee": [0, 1], "mentor": [0, 0], "mentee_rank": [1, 1], "mentor_rank": [1, 2], "capacity": [1]}
    with pytest.raises(ValueError, match=said):
        stable(**{**usual, **changed}, n_mentees=2)


@pytest.mark.parametrize("name", ["mentee", "mentor", "mentee_rank", "mentor_rank", "capacity"])
def test_each_list_may_be_a_generator(name: str) -> None:
    usual = {"mentee": [0, 1], "mentor": [0, 0], "mentee_rank": [1, 1], "mentor_rank": [2, 1], "capacity": [1]}
    assert stable(**{**usual, name: iter(usual[name])}, n_mentees=2).mentor_of == [-1, 0]
