"""Filling slots where nobody is in two at once, compared with trying everything."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mentorkit.matching.solver.timetable import Filled, Timetable, fill
from tests.examples import examples


def _is_possible(table: Timetable, made: tuple[int, ...]) -> bool:
    offers = [table.offers[each] for each in made]
    for slot, needs in enumerate(table.needs):
        if sum(each == slot for each, _ in offers) > needs:
            return False
    for person, capacity in enumerate(table.capacity):
        if sum(each == person for _, each in offers) > capacity:
            return False
    for (slot, person), (other, somebody) in combinations(offers, 2):
        at_once = max(table.starts[slot], table.starts[other]) < min(table.ends[slot], table.ends[other])
        foes = (person, somebody) in table.apart or (somebody, person) in table.apart
        if person == somebody and at_once:
            return False
        if foes and (slot == other or (table.apart_in_overlaps and at_once)):
            return False
    return True


def _by_trying_everything(table: Timetable) -> list[list[int]]:
    best = None
    for size in range(len(table.offers) + 1):
        for made in combinations(range(len(table.offers)), size):
            if _is_possible(table, made):
                loads = list(table.taken)
                for each in made:
                    loads[table.offers[each][1]] += 1
                rounds = tuple(sum(load > level for load in loads) for level in range(9)) if table.spread else ()
                key = (size, rounds, [-each for each in made])
                best = max(best, (key, made)) if best else (key, made)
    assert best is not None
    found: list[list[int]] = [[] for _ in table.needs]
    for each in best[1]:
        slot, person = table.offers[each]
        found[slot].append(person)
    return found


@st.composite
def timetables(draw: st.DrawFn) -> Timetable:
    slots, people = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    starts = draw(st.lists(st.integers(0, 6), min_size=slots, max_size=slots))
    lengths = draw(st.lists(st.integers(0, 4), min_size=slots, max_size=slots))
    offer = st.tuples(st.integers(0, slots - 1), st.integers(0, people - 1))
    foes = st.tuples(st.integers(0, people - 1), st.integers(0, people - 1)).filter(lambda two: two[0] < two[1])
    return Timetable(
        sorted(draw(st.sets(offer, max_size=11))),
        draw(st.lists(st.sampled_from([0, 1, 2, 10**18]), min_size=slots, max_size=slots)),
        draw(st.lists(st.integers(0, 3), min_size=people, max_size=people)),
        starts,
        [start + length for start, length in zip(starts, lengths, strict=True)],
        sorted(draw(st.sets(foes, max_size=2))) if people > 1 else [],
        draw(st.booleans()),
        draw(st.lists(st.integers(0, 2), min_size=people, max_size=people)),
        draw(st.booleans()),
    )


@given(timetables())
@examples(400)
def test_nothing_is_better_than_what_is_found(table: Timetable) -> None:
    found = fill(table)
    assert found.people_of == _by_trying_everything(table)
    assert found.proven
    assert found.at_most == found.filled == sum(map(len, found.people_of))


@given(timetables(), st.integers(0, 40))
@examples(200)
def test_when_the_time_is_up_the_best_so_far_is_possible_and_the_bound_holds(table: Timetable, steps: int) -> None:
    asked = iter(range(steps))
    best, found = fill(table), fill(table, lambda: next(asked, None) is not None)
    made = [table.offers.index((slot, person)) for slot, people in enumerate(found.people_of) for person in people]
    assert _is_possible(table, tuple(made))
    assert found.filled <= best.filled <= found.at_most
    assert not found.proven or found == best


def test_a_chain_of_slots_that_overlap_is_decided_by_branching() -> None:
    # A overlaps B, and B overlaps C: one person takes A and C, and the other one B.
    offers = [(0, 0), (1, 0), (1, 1), (2, 0)]
    found = fill(Timetable(offers, [1, 1, 1], [3, 3], [0, 2, 4], [3, 5, 6]))
    assert found == Filled([[0], [1], [0]], 3, 3, proven=True, parts=found.parts)


def test_the_time_is_looked_at_within_a_part_too() -> None:
    # One part is enough. It takes a step for each place, one to see that there are no more, and one for each offer.
    table = Timetable([(0, 0), (1, 0), (1, 1)], [1, 1], [2, 2], [0, 1], [1, 2])
    for steps in range(2 + 1 + 3 + 1):
        asked = iter(range(steps))
        found = fill(table, lambda asked=asked: next(asked, None) is not None)  # type: ignore[misc]
        assert (found.proven, found.filled, found.at_most) == (steps == 2 + 1 + 3, 2, 2)
