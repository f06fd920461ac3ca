"""A result proves itself, and a result that was changed does not."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import Assignment, Bottleneck, ProofError, assign, check
from tests.examples import examples

# Mentor 0 has one place that three want; mentors 1 and 2 have places enough for the others.
PAIRS = ([0, 1, 2, 3, 3, 4, 4], [0, 0, 0, 1, 2, 1, 2], [5, 8, 3, 4, 6, 1, 6], [1, 2, 1])


@pytest.fixture
def found() -> Assignment:
    return assign(*PAIRS, n_mentees=5, raise_worst=True)


def test_the_example_is_as_described(found: Assignment) -> None:
    assert (found.mentor_of, found.matched, found.total, found.worst) == ([-1, 0, -1, 1, 2], 3, 18, 4)
    assert found.prices.scarce == [True, False, False]
    assert found.prices.mentor == [5, 0, 2]
    assert found.prices.secure == [False, False, False, True, True]
    assert found.prices.mentee == [0, 3, 0, 4, 4]
    check(found, *PAIRS)


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("mentor_of", [-1, -1, 0, 1, 2], "no best assignment has"),
        ("mentor_of", [0, -1, -1, 1, 2], "do not come to what the result says"),
        ("mentor_of", [-1, 0, -1, 1, 7], "not admissible"),
        ("mentor_of", [-1, 0, -1, 0, 2], "not admissible"),
        ("mentor_of", [-1, 0, -1, 1, -1], "do not come to what the result says"),
        ("mentor_of", [-1, 0, -1, 2, 2], "more mentees than places"),
        ("matched", 4, "prices do not come to"),
        ("total", 19, "prices do not come to"),
        ("worst", 5, "pairs made do not come to"),
        ("sense", "min", "prices do not come to"),
        ("prices.secure", [False, False, False, True, False], "more than its prices"),
        ("prices.scarce", [False, False, False], "more than its prices"),
        ("prices.scarce", [True, False], "there is not one price for each mentor"),
        ("prices.mentee", [0, 3, 0, 4], "there is not one price for each mentee"),
        ("prices.mentee", [0, 2, 0, 4, 4], "more than its prices"),
        ("prices.mentee", [0, 4, 0, 4, 4], "prices do not come to"),
        ("prices.mentee", [-1, 3, 0, 4, 4], "more than its prices"),
        ("prices.mentor", [5, -1, 2], "more than its prices"),
        ("bottleneck", Bottleneck(few_places=True, mentees=[], mentors=[]), "not shown to be the best"),
        ("bottleneck", Bottleneck(few_places=True, mentees=[4], mentors=[]), "not shown to be the best"),
        ("bottleneck", Bottleneck(few_places=True, mentees=[0], mentors=[]), "not shown to be the best"),
        ("bottleneck", Bottleneck(few_places=False, mentees=[], mentors=[1]), "not shown to be the best"),
        # Counted from the end, mentee 3 is there twice, and two have to be matched who share one place.
        ("bottleneck", Bottleneck(few_places=True, mentees=[3, -2], mentors=[2]), "somebody who is not there"),
        ("bottleneck", Bottleneck(few_places=True, mentees=[3], mentors=[9]), "somebody who is not there"),
    ],
)
def test_a_changed_result_proves_nothing(found: Assignment, part: str, value: Any, said: str) -> None:
    name, _, inner = part.partition(".")
    changed = attrs.evolve(found, **{name: attrs.evolve(getattr(found, name), **{inner: value}) if inner else value})
    with pytest.raises(ProofError, match=said):
        check(changed, *PAIRS)


@examples(500)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(-5, 5)), min_size=1, max_size=15),
    st.lists(st.integers(0, 2), min_size=4, max_size=4),
    st.lists(st.integers(-1, 3), min_size=5, max_size=5),
)
def test_no_other_assignment_passes_for_better(
    pairs: list[tuple[int, int, int]], capacity: list[int], other: list[int]
) -> None:
    """Whatever assignment is put in place of the best, it is refused unless it is equally good."""
    mentee, mentor, weight = ([pair[part] for pair in pairs] for part in range(3))
    best = assign(mentee, mentor, weight, capacity, n_mentees=5)
    gain: dict[tuple[int, int], int] = {}
    for who, where, much in pairs:
        gain[who, where] = max(much, gain.get((who, where), much))
    made = [(who, where) for who, where in enumerate(other) if where >= 0]
    total = sum(gain.get(pair, 0) for pair in made)
    worst = min((gain.get(pair, 0) for pair in made), default=None)
    changed = attrs.evolve(best, mentor_of=other, matched=len(made), total=total, worst=worst)
    as_good = (
        all(pair in gain for pair in made)
        and all(other.count(where) <= places for where, places in enumerate(capacity))
        and (len(made), total) == (best.matched, best.total)
    )
    if as_good:
        check(changed, mentee, mentor, weight, capacity)
    else:
        with pytest.raises(ProofError):
            check(changed, mentee, mentor, weight, capacity)


def test_a_bottleneck_of_mentors_who_have_to_be_full_is_proven_too() -> None:
    # Mentor 0 is scarce, and the only one of its mentees who is better than the worst is not enough for two places.
    found = assign([0, 1, 2], [0, 0, 0], [9, 3, 3], [2], n_mentees=3, raise_worst=True)
    assert found.bottleneck == Bottleneck(few_places=False, mentees=[0], mentors=[0])
    with pytest.raises(ProofError, match="not shown"):
        check(
            attrs.evolve(found, bottleneck=Bottleneck(few_places=False, mentees=[0, 1], mentors=[0])),
            [0, 1, 2],
            [0, 0, 0],
            [9, 3, 3],
            [2],
        )
