"""Several mentors for a mentee, and an even spread, against trying everything."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import assign, assign_several, least_penalty
from mentorkit.matching.solver.several import SharedOut
from tests.examples import examples

from .test_places import Case, cases


@attrs.frozen
class Shared:
    """A problem small enough to try everything."""

    pairs: dict[tuple[int, int], tuple[int, int]]
    capacity: list[int]
    most: int
    had: list[int]
    taken: list[int]
    spread: bool
    raise_worst: bool

    def solve(self) -> SharedOut:
        """The answer."""
        return assign_several(
            [mentee for mentee, _ in self.pairs],
            [mentor for _, mentor in self.pairs],
            [gain for gain, _ in self.pairs.values()],
            self.capacity,
            n_mentees=len(self.had),
            most=self.most,
            had=self.had,
            taken=self.taken,
            spread=self.spread,
            raise_worst=self.raise_worst,
            penalty=[penalty for _, penalty in self.pairs.values()],
        )

    def every_way(self) -> Iterator[tuple[tuple[Any, ...], list[tuple[int, int]]]]:
        """Each way to make pairs, with what it is worth by the definition."""
        ordered = sorted(self.pairs)
        for chosen in product((True, False), repeat=len(ordered)):
            made = [pair for pair, is_made in zip(ordered, chosen, strict=True) if is_made]
            mentors = [had + sum(who == each for who, _ in made) for each, had in enumerate(self.had)]
            new = [sum(where == each for _, where in made) for each in range(len(self.capacity))]
            if any(count > max(had, self.most) for count, had in zip(mentors, self.had, strict=True)):
                continue
            if any(count > places for count, places in zip(new, self.capacity, strict=True)):
                continue
            load = [taken + count for taken, count in zip(self.taken, new, strict=True)]
            gains = [self.pairs[pair][0] for pair in made]
            yield (
                (
                    tuple(sum(count > level for count in mentors) for level in range(self.most)),
                    tuple(sum(count > level for count in load) for level in range(9)) if self.spread else (),
                    sum(gains),
                    min(gains, default=0) if self.raise_worst else 0,
                    -sum(self.pairs[pair][1] for pair in made),
                    chosen,
                ),
                made,
            )


@st.composite
def shared(draw: st.DrawFn) -> Shared:
    people, mentors = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    reach = draw(st.sampled_from([0, 1, 3, 10**9]))
    pair = st.tuples(st.integers(0, people - 1), st.integers(0, mentors - 1))
    about = st.tuples(st.integers(-reach, reach), st.integers(0, 2))
    few = st.sampled_from([0, 0, 0, 1, 2])
    return Shared(
        draw(st.dictionaries(pair, about, max_size=9)),
        draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors)),
        draw(st.integers(1, 3)),
        draw(st.lists(few, min_size=people, max_size=people)),
        draw(st.lists(few, min_size=mentors, max_size=mentors)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@examples(400)
@given(shared())
def test_it_is_what_trying_everything_finds_ties_included(case: Shared) -> None:
    (reached, _, total, worst, penalty, _), made = max(case.every_way())
    found = case.solve()
    assert [(who, where) for who, mentors in enumerate(found.mentors_of) for where in mentors] == made
    assert (tuple(found.reached), found.total, -found.penalty) == (reached, total, penalty)
    if case.raise_worst:
        assert (found.worst or 0) == worst
    *_, without = max((key[:4], key[5], pairs) for key, pairs in case.every_way())
    assert [(who, where) for who, mentors in enumerate(found.without_penalty) for where in mentors] == without


@examples(120)
@given(shared())
def test_one_more_place_gives_one_more_person_a_mentor_exactly_where_it_is_said_to(case: Shared) -> None:
    found = case.solve()
    for mentor in range(len(case.capacity)):
        more = attrs.evolve(case, capacity=[p + (each == mentor) for each, p in enumerate(case.capacity)])
        assert found.shortage.mentors[mentor] == (more.solve().reached[0] > found.reached[0])


@examples(200)
@given(cases(most=6), st.lists(st.integers(0, 2), min_size=36, max_size=36))
def test_with_one_mentor_each_and_no_spread_it_is_the_usual_assignment(case: Case, drawn: list[int]) -> None:
    weights = {(mentee, mentor): weight for mentee, mentor, weight in case.pairs}
    pairs = [pair[0] for pair in weights], [pair[1] for pair in weights], [*weights.values()]
    penalty = drawn[: len(weights)]
    usual = assign(*pairs, case.capacity, n_mentees=case.people, raise_worst=case.raise_worst)
    lightest, total = least_penalty(usual, pairs[0], pairs[1], pairs[2], case.capacity, penalty)
    found = assign_several(*pairs, case.capacity, n_mentees=case.people, raise_worst=case.raise_worst, penalty=penalty)
    assert [mentors[0] if mentors else -1 for mentors in found.mentors_of] == lightest.mentor_of
    assert [mentors[0] if mentors else -1 for mentors in found.without_penalty] == usual.mentor_of
    assert (found.reached, found.total, found.penalty) == ([usual.matched], usual.total, total)
    assert [not short for short in found.shortage.mentees] == usual.prices.secure
    assert found.shortage.mentors == usual.prices.scarce


def test_a_number_that_is_not_whole_is_refused() -> None:
    with pytest.raises(ValueError, match=r"penalty\[0\] is 0.5, a float"):
        assign_several([0], [0], [1], [1], n_mentees=1, penalty=[0.5])  # type: ignore[list-item]
