"""The least penalty among equally good assignments, against trying everything."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import check, least_penalty
from tests.examples import examples

from .test_places import Case, cases


@examples(600)
@given(cases(), st.lists(st.integers(0, 2), min_size=25, max_size=25))
def test_it_is_what_trying_everything_finds_ties_included(case: Case, drawn: list[int]) -> None:
    weights = {(mentee, mentor): weight for mentee, mentor, weight in case.pairs}
    once = attrs.evolve(case, pairs=[(*pair, weight) for pair, weight in weights.items()])
    penalty = dict(zip(weights, drawn, strict=False))
    mentees, mentors, gains = [pair[0] for pair in weights], [pair[1] for pair in weights], [*weights.values()]
    best = once.solve()
    found, total = least_penalty(best, mentees, mentors, gains, case.capacity, [*penalty.values()])
    assert (found.matched, found.total, found.mentor_of) == once.every_way(penalty)
    assert total == sum(penalty.get(pair, 0) for pair in enumerate(found.mentor_of))
    if case.raise_worst:
        assert found.worst == best.worst
    check(found, mentees, mentors, gains, case.capacity)
