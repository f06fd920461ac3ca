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


def every_stable(pairs: list[Pair], capacity: list[int], *, by_number: bool) -> Iterator[tuple[int, ...]]:
    """All matchings in which no two would rather have each other, by the definition.

    Equal ranks fall to the lower number, or are left equal.
    """
    likes = {(who, where): ((there, where * by_number), (back, who * by_number)) for who, where, there, back in pairs}
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
def test_with_equal_ranks_put_in_order_no_stable_matching_is_better_for_any_mentee(
    pairs: list[Pair], capacity: list[int], mixed: Any
) -> None:
    found = solve(pairs, capacity)
    every = list(every_stable(pairs, capacity, by_number=True))
    assert tuple(found.mentor_of) in every
    place = {(who, where): (there, where) for who, where, there, _ in pairs}
    nobody = (10, 10)
    for who, mine in enumerate(found.mentor_of):
        assert place.get((who, mine), nobody) == min(place.get((who, ways[who]), nobody) for ways in every)
    assert {sum(where >= 0 for where in ways) for ways in every} == {found.matched}
    assert solve(mixed.sample(pairs, len(pairs)), capacity) == found


RANKS_WITHOUT_TIES = st.tuples(st.permutations(range(15)), st.permutations(range(15)))


@examples(300)
@given(PAIRS, CAPACITY, st.one_of(st.none(), RANKS_WITHOUT_TIES))
def test_what_it_says_of_ties_is_so_of_all_stable_matchings(
    pairs: list[Pair], capacity: list[int], ranks: tuple[list[int], list[int]] | None
) -> None:
    if ranks is not None:
        pairs = [(*pair[:2], there, back) for pair, there, back in zip(pairs, *ranks, strict=False)]
    found = solve(pairs, capacity)
    every = list(every_stable(pairs, capacity, by_number=False))
    assert tuple(found.mentor_of) in every
    by_mentee, by_mentor = {(pair[0], pair[2]) for pair in pairs}, {(pair[1], pair[3]) for pair in pairs}
    assert found.ties == (min(len(by_mentee), len(by_mentor)) < len(pairs))
    if not found.ties:
        assert {tuple(where >= 0 for where in ways) for ways in every} == {tuple(m >= 0 for m in found.mentor_of)}
        place = {pair[:2]: pair[2] for pair in pairs}
        for who, mine in enumerate(found.mentor_of):
            assert place.get((who, mine), 99) == min(place.get((who, ways[who]), 99) for ways in every)


def test_with_ties_another_stable_matching_may_match_more() -> None:
    # Mentee 0 likes both mentors alike, mentee 1 can have mentor 0 alone, and mentors like both mentees alike.
    pairs = [(0, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0)]
    found = solve(pairs, [1, 1, 0])
    assert (found.mentor_of[:2], found.matched, found.ties) == ([0, -1], 1, True)
    assert (1, 0, -1, -1, -1) in every_stable(pairs, [1, 1, 0], by_number=False)


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
