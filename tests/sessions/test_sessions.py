"""Who attends which session next, against the definition; and figures that set no small group apart."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import combinations, compress, pairwise, product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.group_sessions import GroupSessions
from mentorkit.sessions.figures import AttendanceFigures, NotRecordedError, attendance_figures, shown_attendance
from mentorkit.sessions.sheets import Place, Session
from mentorkit.sessions.who_is_next import WhoIsNext, who_is_next
from tests.examples import examples

ON = date(2026, 11, 22)
SOON = ON + timedelta(days=14)
AT_ONCE = "in both at the same time"
COMPLETED = "has completed the series, and still has a place"
ATTENDED = "has attended session 1 already, and has a place in it"
TWICE = "has 2 places for session 1"


def session(
    id_: str, days: int, number: int, by: tuple[str, ...] | None = (), staff: tuple[str, ...] | None = ()
) -> Session:
    return Session(id_, datetime(2026, 11, 22, 18, tzinfo=UTC) + timedelta(days=days), number, by, staff)


def answer(design: GroupSessions, sessions: list[Session], places: list[Place]) -> WhoIsNext:
    ordered = sorted(sessions, key=lambda each: (each.starts_at, each.number, each.id))
    return who_is_next(design, ordered, places, ON, SOON)


@st.composite
def series(draw: st.DrawFn) -> tuple[GroupSessions, list[Session], list[Place]]:
    sessions = [
        session(f"S-{n}", draw(st.integers(-5, 9)), draw(st.integers(1, 3))) for n in range(draw(st.integers(1, 6)))
    ]
    pairs = draw(st.sets(st.tuples(st.sampled_from("ABCDE"), st.sampled_from(sessions)), max_size=12))
    places = [
        Place(who, which, draw(st.sampled_from([True, True, False, None])) if which.day <= ON else None)
        for who, which in sorted(pairs, key=lambda pair: (pair[0], pair[1].id))
    ]
    places += [Place(who, None, None) for who in draw(st.sets(st.sampled_from("FG")))]
    order, largest = draw(st.sampled_from([True, False])), draw(st.sampled_from([1, 2, 3]))
    return GroupSessions(in_order=order, largest=largest, sessions=3, smallest=2), sessions, places


@given(series())
@examples(200)
def test_everybody_has_the_session_that_comes_next_or_is_said_to_wait(
    made: tuple[GroupSessions, list[Session], list[Place]],
) -> None:
    design, sessions, places = made
    found = answer(design, sessions, places)
    assert found == answer(design, sessions[::-1], places[::-1])
    attended = {(place.person, place.session.number) for place in places if place.session and place.attended}
    booked = Counter(place.session.id for place in places if place.session)
    given = Counter(each.session.id for each in found.next if not each.has_place)
    named = [each.person for each in found.next] + [each.person for each in found.waiting] + list(found.completed)
    assert len(named) == len(set(named))  # nobody is given a place twice
    unsure = {person for person, _ in found.not_recorded}
    assert {place.person for place in places} - unsure <= set(named)
    for each in found.next:
        assert (each.person, each.session.number) not in attended
        assert each.session.day >= ON
        earlier = {(each.person, number) for number in range(1, each.session.number)}
        assert not design.in_order or each.has_place or earlier <= attended
    assert all(booked[id_] + count <= (design.largest or 0) for id_, count in given.items())
    assert all({(person, number) for number in (1, 2, 3)} <= attended for person in found.completed)


def test_places_go_to_those_who_came_first_then_by_id() -> None:
    first, second, last = session("S-1", -14, 1), session("T-1", -7, 1), session("S-2", 2, 2)
    places = [Place("B", first, True), Place("C", second, True), Place("A", second, True), Place("D", None, None)]
    found = answer(GroupSessions(largest=2, sessions=2, in_order=True), [first, second, last], places)
    assert [(each.person, each.session.id, each.has_place) for each in found.next] == [
        ("A", "S-2", False),
        ("B", "S-2", False),
    ]
    assert [(each.person, each.numbers, each.full) for each in found.waiting] == [
        ("C", (2,), ("S-2",)),
        ("D", (1,), ()),
    ]


def test_somebody_who_has_a_place_keeps_it_also_out_of_order() -> None:
    first, third = session("S-1", 2, 1), session("S-3", 4, 3)
    found = answer(GroupSessions(largest=2, sessions=3, in_order=True), [first, third], [Place("A", third, None)])
    assert [(each.person, each.session.id, each.has_place) for each in found.next] == [("A", "S-3", True)]


def test_what_was_held_is_compared_with_what_the_design_promises() -> None:
    held = [
        session("S-1", -3, 1, ("M-1", "m-1"), ("K-1",)),
        session("S-2", -2, 1, None, ()),
        session("S-3", -1, 1, ("M-1", "M-2"), ("K-1",)),
        session("S-4", 1, 1),
    ]
    found = answer(GroupSessions(delivered_by=2, staff_there=1), held, [])
    assert [(each.session.id, each.what) for each in found.held_without] == [
        ("S-1", "delivered by 1 of 2"),
        ("S-2", "delivered by nobody knows how many, of 2; staff there: 0 of 1"),
    ]


def test_of_whom_it_is_not_recorded_nothing_is_taken_to_be_meant() -> None:
    held, planned = session("S-1", -3, 1), session("S-2", 3, 1)
    found = answer(GroupSessions(sessions=1, in_order=True, largest=9), [held, planned], [Place("A", held, None)])
    assert (found.next, found.waiting, found.completed) == ((), (), ())
    assert found.not_recorded == (("A", held),)
    assert found.needs_attention


def test_the_last_sessions_that_somebody_missed_are_said_and_not_judged() -> None:
    held = [session(f"S-{n}", n - 9, n) for n in (1, 2, 3)]
    planned = session("T-2", 4, 2)
    places = [
        Place("A", held[0], True),
        Place("A", held[1], False),
        Place("A", held[2], False),
        Place("A", planned, None),
    ]
    places += [
        Place("B", held[0], False),
        Place("B", held[1], False),
        Place("B", held[2], True),
        Place("B", planned, None),
    ]
    found = answer(GroupSessions(sessions=3, in_order=False, largest=9), [*held, planned], places)
    assert [(person, [each.id for each in missed]) for person, missed in found.missed] == [("A", ["S-2", "S-3"])]
    assert not found.needs_attention


def test_a_session_with_more_people_than_places_is_named() -> None:
    planned = session("S-1", 1, 1)
    found = answer(
        GroupSessions(largest=1, sessions=1, in_order=True),
        [planned],
        [Place("A", planned, None), Place("B", planned, None)],
    )
    assert [each.what for each in found.too_many] == ["2 have a place, of 1 at most"]


def test_a_session_that_had_more_people_than_places_or_has_more_to_deliver_it_than_needed_is_named() -> None:
    held = session("S-1", -3, 1, ("M-1", "M-2", "m-2"))
    planned = [evolve(session(id_, days, 1, ("M-1", "M-2")), needs=needs) for id_, days, needs in NEEDED]
    places = [Place(person, held, person != "C") for person in "ABC"]
    design = GroupSessions(largest=1, delivered_by=2, sessions=1)
    found = answer(design, [held, *planned], places)
    assert [(each.session.id, each.what) for each in found.too_many] == [
        ("S-1", "2 attended, of 1 at most"),
        ("S-0", "2 deliver it, of 0"),
        ("S-2", "2 deliver it, of 1"),
    ]
    assert found.needs_attention
    assert [each.what for each in answer(design, [held], places[:1]).held_without] == []


NEEDED = [("S-0", 1, 0), ("S-2", 1, 1), ("S-3", 2, 2), ("S-4", 3, 3), ("S-5", 4, None)]


@pytest.mark.parametrize(
    ("places", "conflicts"),
    [
        ([("A", "P-1", True), ("A", "P-2", True), ("A", "S-2", None)], [("A", ["S-2"], COMPLETED)]),
        (
            [("A", "P-1", True), ("A", "S-1", None)],
            [("A", ["S-1"], ATTENDED)],
        ),
        ([("A", "S-1", None), ("A", "T-1", None)], [("A", ["S-1", "T-1"], AT_ONCE), ("A", ["S-1", "T-1"], TWICE)]),
        ([("A", "S-1", None), ("A", "S-2", None)], []),
        ([("M-1", "T-1", None)], [("M-1", ["S-1", "T-1"], AT_ONCE)]),
        ([("m-1", "S-2", None)], []),
        ([("A", "P-1", True), ("A", "Q-1", False)], []),
        ([("A", "P-1", None), ("A", "Q-1", None)], [("A", ["P-1", "Q-1"], AT_ONCE)]),
    ],
)
def test_who_is_in_two_places_at_once_or_has_a_place_for_nothing_is_named(
    places: list[tuple[str, str, bool | None]], conflicts: list[tuple[str, list[str], str]]
) -> None:
    sessions = {
        "P-1": session("P-1", -9, 1),
        "Q-1": session("Q-1", -9, 1),
        "P-2": session("P-2", -8, 2),
        "S-1": session("S-1", 3, 1, ("M-1",), ("K-1",)),
        "T-1": session("T-1", 3, 1, ("M-2",), ("K-2",)),
        "S-2": session("S-2", 4, 2, ("M-1",), ("K-1",)),
    }
    of_people = [Place(person, sessions[id_], attended) for person, id_, attended in places]
    found = answer(GroupSessions(sessions=2, in_order=True, largest=9), list(sessions.values()), of_people)
    assert [(each.person, [one.id for one in each.sessions], each.what) for each in found.conflicts] == conflicts
    assert not conflicts or found.needs_attention


def test_who_delivers_two_sessions_that_overlap_is_named_however_the_id_is_spelt() -> None:
    first = evolve(session("S-1", 3, 1, ("M-1",), ("K-1",)), ends_at=datetime(2026, 11, 25, 19, 30, tzinfo=UTC))
    later = session("S-2", 3, 2, ("M-2",), ("m-1", "K-1"))
    half_past = evolve(later, starts_at=datetime(2026, 11, 25, 20, tzinfo=timezone(timedelta(hours=1))))
    found = answer(GroupSessions(sessions=2), [first, half_past], [])
    assert [(each.person, each.what) for each in found.conflicts] == [("K-1", AT_ONCE), ("M-1", AT_ONCE)]
    at_its_end = evolve(half_past, starts_at=datetime(2026, 11, 25, 19, 30, tzinfo=UTC))
    assert answer(GroupSessions(sessions=2), [first, at_its_end], []).conflicts == ()


def test_nobody_is_given_a_place_while_they_are_in_another_session() -> None:
    sessions = [session("S-1", 3, 1, ("M-1",)), session("T-1", 3, 1), session("U-1", 5, 1)]
    design = GroupSessions(sessions=1, in_order=True, largest=9)
    found = answer(design, sessions, [Place("M-1", None, None)])
    assert [(each.person, each.session.id) for each in found.next] == [("M-1", "U-1")]
    found = answer(design, sessions[:2], [Place("M-1", None, None)])
    assert [(each.full, each.elsewhere) for each in found.waiting] == [((), ("S-1", "T-1"))]


def test_who_may_go_on_to_a_session_from_the_one_before_is_expected_there() -> None:
    sessions = [session(f"S-{number}", 2 + number, number) for number in (1, 2, 3)]
    places = [Place("A", sessions[0], None), Place("B", sessions[0], None), Place("B", sessions[2], None)]
    found = answer(GroupSessions(smallest=3, sessions=3, in_order=True, largest=9), sessions, places)
    assert [(each.session.id, each.what) for each in found.too_few] == [
        ("S-1", "2 expected, of 3 or more"),
        ("S-2", "2 expected, of 3 or more"),
        ("S-3", "2 expected, of 3 or more"),
    ]
    enough = answer(GroupSessions(smallest=2, sessions=3, in_order=True, largest=9), sessions, places)
    assert enough.too_few == ()


def figures(*attended: int, people: int, in_order: bool = True) -> AttendanceFigures:
    """Of so many people this many attended session 1, 2 and so on, the same people first."""
    held = [session(f"S-{n}", -9 + n, n) for n in range(1, len(attended) + 1)]
    places = [Place(f"P-{who}", each, who < attended[each.number - 1]) for who in range(people) for each in held]
    return attendance_figures(GroupSessions(in_order=in_order, sessions=len(attended)), places, ON)


def test_figures_have_their_denominator_and_hide_small_groups() -> None:
    found = figures(20, 12, 11, people=25)
    assert (found.people, [each.people for each in found.attended]) == (25, [20, 12, None, None])
    assert [each.what for each in found.attended] == ["session 1", "session 2", "session 3", "the whole series"]
    assert figures(4, people=4).people is None
    assert [each.people for each in figures(3, people=9, in_order=False).attended] == [None, None]
    assert [each.people for each in figures(0, 8, people=8, in_order=False).attended] == [0, 8, 0]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=4), st.integers(5, 30))
@examples(200)
def test_no_two_figures_of_a_series_in_order_differ_by_a_small_group(counts: list[int], people: int) -> None:
    attended = sorted((min(count, people) for count in counts), reverse=True)
    shown = [people, *(each.people for each in figures(*attended, people=people).attended if each.people)]
    assert not [(one, other) for one in shown for other in shown if 0 < abs(one - other) < 5]


@pytest.mark.parametrize(
    ("people", "sessions", "every", "shown"),
    [
        (20, (12, 12), 5, [12, 12, None]),  # 20 - 12 - 12 + 5: one attended neither
        (20, (12, 12), 4, [12, 12, None]),  # nobody attended neither, and four attended both
        (20, (12, 12), 8, [12, 12, None]),  # four attended the first alone
        (21, (10, 11), 5, [10, None, None]),
        (21, (10, 16), 5, [10, 16, 5]),  # nobody attended neither
        (30, (15, 20), 10, [15, 20, 10]),  # five attended neither, five the first alone, ten the second alone
        (20, (20, 12, 12), 5, [20, 12, 12, None]),  # everybody attended the first, so the other two are as above
        (30, (20, 20, 20), 1, [20, 20, 20, None]),
        (30, (20, 20, 20), 5, [20, 20, 20, 5]),
        (30, (25, 25, 25), 16, [25, 25, 25, None]),  # one missed two sessions
        (30, (25, 25, 25), 15, [25, 25, 25, 15]),  # everybody who missed a session missed one
        (30, (20, 22, 20), 10, [20, None, 20, None]),
        (30, (20, 22, 20), 20, [20, None, 20, 20]),  # who attended the first attended all
        (30, (3, 27, 20), 2, [None, None, 20, None]),
    ],
)
def test_no_small_group_is_left_by_adding_and_taking_away(
    people: int, sessions: tuple[int, ...], every: int, shown: list[int | None]
) -> None:
    assert shown_attendance(people, sessions, every) == shown


@pytest.mark.parametrize(
    ("people", "of_series", "in_order"),
    [(5, 2, False), (10, 2, False), (13, 2, False), (16, 2, False), (13, 3, True), (17, 3, True)],
)
def test_from_all_that_is_shown_no_cell_of_one_to_four_people_follows(
    people: int, of_series: int, in_order: bool
) -> None:
    ways = [way for way in product((True, False), repeat=of_series) if not in_order or way == tuple(sorted(way)[::-1])]
    cells = [
        [n for n, way in enumerate(ways) if all(want in {None, did} for want, did in zip(cell, way, strict=True))]
        for cell in product((True, False, None), repeat=of_series)
    ]
    alike: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
    for cuts in combinations(range(people + len(ways) - 1), len(ways) - 1):
        table = tuple(end - start - 1 for start, end in pairwise((-1, *cuts, people + len(ways) - 1)))
        attended = [sum(compress(table, did)) for did in zip(*ways, strict=True)]
        alike.setdefault(tuple(shown_attendance(people, attended, table[0])), []).append(table)
    for tables in alike.values():  # a reader cannot tell these from one another
        for cell in cells:
            possible = {sum(table[number] for number in cell) for table in tables}
            assert len(possible) > 1 or not possible & {1, 2, 3, 4}


def test_nothing_is_said_of_sessions_that_were_not_held_yet() -> None:
    held, planned = session("S-1", -3, 1), session("S-2", 3, 2)
    places = [Place(f"P-{who}", each, True if each is held else None) for who in range(8) for each in (held, planned)]
    found = attendance_figures(GroupSessions(sessions=2), places, ON)
    assert [each.what for each in found.attended] == ["session 1"]


def test_nothing_is_said_of_a_series_whose_length_is_not_stated() -> None:
    held = session("S-1", -3, 1)
    places = [Place(f"P-{who}", held, True) for who in range(8)]
    assert [each.what for each in attendance_figures(GroupSessions(), places, ON).attended] == ["session 1"]
    assert answer(GroupSessions(), [held], places).completed == ()


def test_no_figures_are_given_while_attendance_is_not_recorded() -> None:
    held = session("S-1", -3, 1)
    with pytest.raises(NotRecordedError, match="of 1 place in sessions that were held"):
        attendance_figures(GroupSessions(), [Place("A", held, None), Place("B", held, True)], ON)
