"""The best assignment, against trying everything, against published answers, and against itself in other clothes."""

import math
import random
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product, repeat
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver import Assignment, assign, check, or_tools, places, plain
from mentorkit.matching.solver import input as input_of_solvers
from mentorkit.matching.solver.input import Sense
from mentorkit.matching.solver.places import Solver
from tests.examples import examples

SOLVERS: Sequence[Solver] = ("own", "ortools")


@attrs.frozen
class Case:
    """A problem small enough to try everything."""

    pairs: list[tuple[int, int, int]]
    capacity: list[int]
    people: int
    sense: Sense
    raise_worst: bool

    def solve(self, solver: Solver = "own", pairs: list[tuple[int, int, int]] | None = None) -> Assignment:
        """The answer by a solver, or for these pairs instead."""
        listed = self.pairs if pairs is None else pairs
        mentee, mentor, weight = ([pair[part] for pair in listed] for part in range(3))
        return assign(
            mentee,
            mentor,
            weight,
            self.capacity,
            n_mentees=self.people,
            sense=self.sense,
            raise_worst=self.raise_worst,
            solver=solver,
        )

    @property
    def gains(self) -> dict[tuple[int, int], int]:
        """What each pair adds at most: its weight, or what it saves."""
        sign = 1 if self.sense == "max" else -1
        gains: dict[tuple[int, int], int] = {}
        for mentee, mentor, weight in self.pairs:
            gains[mentee, mentor] = max(sign * weight, gains.get((mentee, mentor), sign * weight))
        return gains

    def possible(self) -> Iterator[tuple[int, ...]]:
        """Every way: the mentor of each mentee, or one past the last mentor for nobody."""
        nobody, gains = len(self.capacity), self.gains
        choices = [[*(m for m in range(nobody) if (mentee, m) in gains), nobody] for mentee in range(self.people)]
        for ways in product(*choices):
            if all(ways.count(mentor) <= places for mentor, places in enumerate(self.capacity)):
                yield ways

    def gained(self, ways: tuple[int, ...]) -> list[int]:
        """What each pair made adds."""
        gains = self.gains
        return [gains[pair] for pair in enumerate(ways) if pair in gains]

    def every_way(self, penalty: Mapping[tuple[int, int], int] = MappingProxyType({})) -> tuple[int, int, list[int]]:
        """The answer by trying everything: the definition of it. Of equally good ones the least penalty counts."""

        def merit(ways: tuple[int, ...]) -> tuple[int, int, int, int, tuple[int, ...]]:
            gains = self.gained(ways)
            worst = min(gains, default=0) if self.raise_worst else 0
            against = sum(penalty.get(pair, 0) for pair in enumerate(ways))
            return len(gains), sum(gains), worst, -against, tuple(-mentor for mentor in ways)

        matched, total, _, _, order = max(map(merit, self.possible()))
        sign = 1 if self.sense == "max" else -1
        return matched, sign * total, [-1 if -mentor == len(self.capacity) else -mentor for mentor in order]

    def best_ways(self) -> list[tuple[int, ...]]:
        """All ways that match as many as possible with the best total."""
        merits = {ways: (len(gains := self.gained(ways)), sum(gains)) for ways in self.possible()}
        most = max(merits.values())
        return [ways for ways, merit in merits.items() if merit == most]


@st.composite
def cases(draw: st.DrawFn, most: int = 5, raise_worst: bool | None = None) -> Case:
    """Few people, many ties, places that are short or missing, and every sign of weight."""
    people, mentors = draw(st.integers(0, most)), draw(st.integers(0, most))
    reach = draw(st.sampled_from([0, 1, 3, 20, 10**9]))
    pairs = (
        st.lists(
            st.tuples(st.integers(0, people - 1), st.integers(0, mentors - 1), st.integers(-reach, reach)),
            max_size=3 * most,
        )
        if people and mentors
        else st.just([])
    )
    return Case(
        draw(pairs),
        draw(st.lists(st.integers(0, 3), min_size=mentors, max_size=mentors)),
        people,
        draw(st.sampled_from(["max", "min"])),
        draw(st.booleans()) if raise_worst is None else raise_worst,
    )


@examples(1500)
@given(cases())
def test_it_is_what_trying_everything_finds_ties_included(case: Case) -> None:
    found = case.solve()
    assert (found.matched, found.total, found.mentor_of) == case.every_way()


@examples(500)
@given(cases(most=4, raise_worst=True))
def test_what_it_says_of_a_worst_pair_that_cannot_be_raised_is_so_of_all_best_ways(case: Case) -> None:
    found = case.solve()
    best, gains, said = case.best_ways(), case.gains, found.bottleneck
    if said is None:
        assert found.matched == 0
        return
    worst = min(case.gained(tuple(found.mentor_of)))
    better = {pair for ways in best for pair in enumerate(ways) if gains.get(pair, worst) > worst}
    places = sum(case.capacity[mentor] for mentor in said.mentors)
    if said.few_places:
        assert all(ways[mentee] < len(case.capacity) for ways in best for mentee in said.mentees)
        assert {mentor for mentee, mentor in better if mentee in said.mentees} <= set(said.mentors)
        assert places < len(said.mentees)
    else:
        assert all(ways.count(mentor) == case.capacity[mentor] for ways in best for mentor in said.mentors)
        assert {mentee for mentee, mentor in better if mentor in said.mentors} <= set(said.mentees)
        assert len(said.mentees) < places


@examples(500)
@given(cases(most=12), st.randoms(use_true_random=False))
def test_neither_the_solver_nor_the_order_of_the_pairs_changes_anything(case: Case, mixed: random.Random) -> None:
    found = case.solve("own")
    shuffled = mixed.sample(case.pairs, len(case.pairs))
    assert [case.solve("ortools"), case.solve("own", shuffled), case.solve("ortools", shuffled)] == [found] * 3


@pytest.mark.parametrize("places", [2, 1], ids=["enough places", "too few"])
@pytest.mark.parametrize("levels", [1, 3, 1000])
def test_both_solvers_agree_on_hundreds_of_people_ties_included(levels: int, places: int) -> None:
    drawn = random.Random(f"{levels} {places}")  # noqa: S311 - not for secrets
    pairs = [(mentee, drawn.randrange(100), drawn.randrange(levels)) for mentee in range(200) for _ in range(8)]
    case = Case(pairs, [drawn.randrange(2 * places + 1) for _ in range(100)], 200, "max", raise_worst=True)
    own, other = case.solve("own"), case.solve("ortools")
    assert own == other
    assert own.matched > 80


LIBRARY = Path(__file__).parent / "or_library"


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize(("name", "best"), [("assign100", 305), ("assign200", 475)])
def test_published_assignment_problems_have_their_published_best_totals(name: str, best: int, solver: Solver) -> None:
    size, *costs = map(int, (LIBRARY / f"{name}.txt").read_text("utf-8").split())
    mentee = [row for row in range(size) for _ in range(size)]
    found = assign(mentee, [*range(size)] * size, costs, [1] * size, n_mentees=size, sense="min", solver=solver)
    assert (found.matched, found.total) == (size, best)


@pytest.mark.parametrize("solver", SOLVERS)
def test_matching_more_comes_before_any_total(solver: Solver) -> None:
    found = assign([0, 0, 1], [0, 1, 0], [10**9, -(10**9), -(10**9)], [1, 1], n_mentees=2, solver=solver)
    assert (found.mentor_of, found.matched, found.total) == ([1, 0], 2, -2 * 10**9)


def test_the_worst_pair_is_raised_as_far_as_the_one_that_has_no_choice() -> None:
    pairs = ([0, 0, 1, 2, 2, 3, 3], [0, 1, 0, 1, 2, 0, 1], [17, 8, 4, 2, 11, 11, 2], [2, 1, 1])
    raised = assign(*pairs, n_mentees=4, raise_worst=True)
    assert (raised.mentor_of, raised.total, raised.worst) == ([1, 0, 2, 0], 34, 4)
    assert raised.bottleneck is not None


def test_the_worst_pair_is_raised_only_where_the_total_allows() -> None:
    # Both ways come to 10; straight on gives 0 has 9 and 1 has 1, across gives 5 each.
    pairs = ([0, 0, 1, 1], [0, 1, 0, 1], [9, 5, 5, 1], [1, 1])
    assert assign(*pairs, n_mentees=2).mentor_of == [0, 1]
    raised = assign(*pairs, n_mentees=2, raise_worst=True)
    assert (raised.mentor_of, raised.worst, raised.total) == ([1, 0], 5, 10)
    assert assign([0, 0, 1, 1], [0, 1, 0, 1], [10, 5, 5, 1], [1, 1], n_mentees=2, raise_worst=True).worst == 1


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize(
    "kind",
    [list, tuple, lambda values: array("q", values), np.array, lambda values: list(np.array(values))],
    ids=["list", "tuple", "array", "numpy", "list of numpy numbers"],
)
def test_whole_numbers_may_come_in_any_container(kind: Callable[[list[int]], Any], solver: Solver) -> None:
    given = [kind(values) for values in ([0, 1, 1], [0, 0, 1], [5, 7, 1], [1, 1])]
    found = assign(*given, n_mentees=2, solver=solver)
    assert (found.mentor_of, found.total) == ([0, 1], 6)
    assert {type(mentor) for mentor in found.mentor_of} == {int}


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"mentee": [0, 2]}, r"mentee\[1\] is 2; it has to be from 0 to 1: number mentees from 0; n_mentees says"),
        ({"mentee": np.array([-1, 0])}, r"mentee\[0\] is -1; it has to be from 0 to 1"),
        ({"mentor": [0, 1]}, r"mentor\[1\] is 1; it has to be from 0 to 0: number mentors from 0; capacity has an"),
        ({"weight": [1, 2.0]}, r"weight\[1\] is 2.0, a float; only whole numbers are exact: scale and round first"),
        ({"weight": np.array([1.5, 2])}, r"weight\[0\] is 1.5, a float"),
        ({"weight": [1, math.nan]}, r"weight\[1\] is nan, a float; give a whole number"),
        ({"weight": np.array([math.inf, 2])}, r"weight\[0\] is inf, a float; give a whole number"),
        ({"weight": [True, 2]}, r"weight\[0\] is True, a bool; give a whole number"),
        ({"weight": [np.bool_(True), 2]}, r"weight\[0\] is a bool; give a whole number"),
        ({"weight": [1, None]}, r"weight\[1\] is None, a NoneType; give a whole number"),
        ({"weight": [1, "2"]}, r"weight\[1\] is a str; give a whole number"),
        ({"weight": [[1], [2, 3]]}, r"weight\[0\] is a list; give a whole number"),
        ({"weight": [1, np.ma.masked]}, r"weight\[1\] is a MaskedConstant; give a whole number"),
        ({"weight": [1, 10**9 + 1]}, r"weight\[1\] is 1000000001; it has to be from -1000000000 to 1000000000: divide"),
        ({"weight": [-(2**63) - 1, 1]}, r"weight\[0\] is -9223372036854775809; it has to be from"),
        ({"weight": np.array([1, 2**64 - 1], dtype=np.uint64)}, r"weight\[1\] is 18446744073709551615; it has to"),
        ({"weight": [1, 10**5000]}, r"weight\[1\] is a number of more than 30 digits; it has to be from -1000000000"),
        ({"weight": [1]}, "every pair needs an entry in each list, but mentee has 2, mentor has 2, weight has 1"),
        (
            {"capacity": [-1]},
            r"capacity\[0\] is -1; it has to be from 0 to 1000000000: 0 is for a mentor who takes nobody",
        ),
        ({"n_mentees": -1}, "n_mentees is -1; it has to be from 0 to 1000000: it is the number of mentees"),
        ({"n_mentees": 10**9}, "n_mentees is 1000000000; it has to be from 0 to 1000000: .* match a larger number"),
        ({"n_mentees": 2.0}, "n_mentees is 2.0, a float; only whole numbers are exact"),
        ({"n_mentees": None}, "n_mentees is None, a NoneType; give a whole number"),
        ({"n_mentees": [2]}, "n_mentees is a list; give a whole number"),
        ({"n_mentees": 0}, r"mentee\[0\] is 0; there is no mentee: number mentees from 0; n_mentees says how many"),
        ({"capacity": []}, r"mentor\[0\] is 0; there is no mentor: number mentors from 0; capacity has an entry"),
        ({"sense": "most"}, """sense is "max" .* or "min" .*, not 'most'"""),
    ],
)
def test_what_cannot_be_right_is_refused(changed: dict[str, Any], said: str, solver: Solver) -> None:
    usual: dict[str, Any] = {"mentee": [0, 1], "mentor": [0, 0], "weight": [1, 2], "capacity": [1], "n_mentees": 2}
    with pytest.raises(ValueError, match=said):
        assign(**{**usual, **changed}, solver=solver)


LISTS = ("mentee", "mentor", "weight", "capacity")


@pytest.mark.parametrize("solver", [*SOLVERS, "auto"])
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (lambda values: dict.fromkeys(values, 1), "is a dict"),
        (set, "is a set"),
        (lambda values: dict.fromkeys(values).keys(), "is a dict_keys"),
        (bytes, "is a bytes"),
        (str, "is a str"),
        (lambda _: None, "is None"),
        (len, r"is a single value \(int\)"),
        (lambda values: np.array(len(values)), r"is a single value \(ndarray\)"),
        (lambda values: np.array([values]), "is a table of 2 dimensions"),
        (np.ma.array, "is a masked array, in which numbers may be missing"),
        (lambda _: repeat(0), "is without an end, or has more than 100 entries"),
    ],
)
def test_what_is_not_a_list_is_refused_in_each_place(
    kind: Callable[[list[int]], Any], said: str, name: str, solver: Solver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_of_solvers, "ENTRIES_LIMIT", 100)
    usual: dict[str, Any] = {"mentee": [0, 1], "mentor": [0, 0], "weight": [1, 2], "capacity": [1]}
    one_for = "mentor" if name == "capacity" else "pair"
    with pytest.raises(
        ValueError, match=f"^{name} {said}; give a list with a whole number for each {one_for}, in order"
    ):
        assign(**{**usual, name: kind(usual[name])}, n_mentees=2, solver=solver)


@pytest.mark.parametrize("solver", [*SOLVERS, "auto"])
@pytest.mark.parametrize("name", LISTS)
def test_each_list_may_be_a_generator(name: str, solver: Solver) -> None:
    usual: dict[str, Any] = {"mentee": [0, 1], "mentor": [0, 0], "weight": [1, 2], "capacity": [1]}
    found = assign(**{**usual, name: (number for number in usual[name])}, n_mentees=2, solver=solver)
    assert (found.mentor_of, found.total) == ([-1, 0], 2)
    check(found, **{**usual, name: iter(usual[name])})


@pytest.mark.parametrize("solver", SOLVERS)
def test_weights_and_places_at_their_limits_are_added_up_exactly(solver: Solver) -> None:
    pairs = [(who, where, 10**9 - (who + where) % 2) for who in range(60) for where in range(60)]
    found = Case(pairs, [10**9] * 60, 60, "max", raise_worst=True).solve(solver)
    assert (found.matched, found.total, found.worst) == (60, 60 * 10**9, 10**9)


def test_an_unknown_solver_is_refused() -> None:
    with pytest.raises(ValueError, match="""solver is "auto", "own" or "ortools", not 'best'"""):
        assign([], [], [], [], n_mentees=0, solver="best")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("worth", "there", "used"), [(1, True, "ortools"), (2, True, "own"), (1, False, "own")], ids=str
)
def test_ortools_is_used_where_it_is_installed_and_worth_loading(
    worth: int, there: bool, used: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for name, module in (("own", plain), ("ortools", or_tools)):
        solver = module.solve

        def spy(pairs: Any, name: str = name, solver: Callable[[Any], Any] = solver) -> Any:
            seen.append(name)
            return solver(pairs)

        monkeypatch.setattr(module, "solve", spy)
    monkeypatch.setattr(places, "WORTH_LOADING", worth)
    monkeypatch.setattr(places, "find_spec", lambda name: name if there else None)
    assert assign([0], [0], [1], [1], n_mentees=1).mentor_of == [0]
    assert seen == [used]
