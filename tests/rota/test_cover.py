"""Whether a rota covers what is promised: minute by minute, and in the words of the answer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.ways import Way
from mentorkit.reports.rota import RotaReport, rota_text
from mentorkit.rota.cover import Cover, cover_of, period_of
from mentorkit.rota.promise import CoverPromise
from mentorkit.rota.shifts import Shift
from mentorkit.values.opening_hours import Hours
from mentorkit.values.stretch import Stretch, stretch_in_words
from mentorkit.values.zoned_time import moment_of
from tests.examples import examples

LONDON = "Europe/London"
MINUTE = timedelta(minutes=1)


def promise(hours: str = "24/7", least: int = 2) -> CoverPromise:
    return CoverPromise(Way.ON_CALL, Hours.parse(hours), least, LONDON)


def at(text: str) -> datetime:
    day, clock = text[:10], text[11:16]
    return moment_of(date.fromisoformat(day), clock, text[16:], LONDON).astimezone(UTC)


def shift(id_: str, starts: str, ends: str, *on_duty: str) -> Shift:
    return Shift(id_, 2, Stretch(at(starts), at(ends)), on_duty)


def covered(promised: CoverPromise, *shifts: Shift, people: tuple[str, ...] | None = None) -> Cover:
    period = period_of(shifts, promised)
    assert period
    return cover_of(promised, shifts, period, people)


def gaps(cover: Cover) -> list[str]:
    return [f"{stretch_in_words(gap.time, LONDON)}: {len(gap.on_duty)} of {gap.needed}" for gap in cover.gaps]


def test_each_gap_says_when_and_how_many_are_there() -> None:
    found = covered(
        promise(),
        shift("S-1", "2025-11-29 00:00", "2025-11-29 22:00", "P-1", "P-2"),
        shift("S-2", "2025-11-29 22:00", "2025-11-30 00:00", "P-3"),
    )
    assert gaps(found) == ["Saturday 29 November 22:00 to 24:00: 1 of 2"]
    assert found.gaps[0].missing == 1
    assert (found.minutes_promised, found.minutes_covered) == (24 * 60, 22 * 60)
    assert "22 hours of 24 hours covered (92 %): 1 gap, 2 hours in all." in rota_text(RotaReport("Line", found))


def test_somebody_on_two_shifts_at_once_counts_once_however_they_are_spelt() -> None:
    found = covered(
        promise("Saturday 10:00 to 12:00"),
        shift("S-1", "2026-11-28 10:00", "2026-11-28 12:00", "P-1"),
        shift("S-2", "2026-11-28 11:00", "2026-11-28 12:00", "p-1 "),
        shift("S-3", "2026-11-28 10:00", "2026-11-28 11:00", "P-2", "P-2"),
    )
    assert gaps(found) == ["Saturday 28 November 11:00 to 12:00: 1 of 2"]
    twice = [(clash.person, clash.shifts, stretch_in_words(clash.time, LONDON)) for clash in found.clashes]
    assert twice == [
        ("P-2", ("S-3",), "Saturday 28 November 10:00 to 11:00"),
        ("p-1 ", ("S-1", "S-2"), "Saturday 28 November 11:00 to 12:00"),
    ]


def test_shifts_that_touch_are_no_clash() -> None:
    found = covered(
        promise("Saturday 10:00 to 12:00", 1),
        shift("S-1", "2026-11-28 10:00", "2026-11-28 11:00", "P-1"),
        shift("S-2", "2026-11-28 11:00", "2026-11-28 12:00", "P-1"),
    )
    assert not found.needs_attention


def test_ids_that_look_alike_are_told_and_who_is_unknown_too() -> None:
    found = covered(
        promise("Saturday 10:00 to 12:00", 1),
        shift("S-1", "2026-11-28 10:00", "2026-11-28 12:00", "P-1", "P-01", "Q-9"),
        people=("p-1", "P-01", "P-7", "P-07"),
    )
    assert found.unknown == {"Q-9": ("S-1",)}
    assert found.look_alike == (("P-01", "P-1"),)


@pytest.mark.parametrize("people", [("d-1", "D-01"), ("D-01", "d-1"), ("D-1", "d-01")])
def test_an_id_on_the_rota_and_one_of_a_person_look_alike_however_both_are_spelt(people: tuple[str, ...]) -> None:
    for on_duty in ("D-1", "d-1"):
        found = covered(
            promise("Saturday 10:00 to 12:00", 1),
            shift("S-1", "2026-11-28 10:00", "2026-11-28 12:00", on_duty),
            people=people,
        )
        assert [set(map(str.casefold, alike)) for alike in found.look_alike] == [{"d-1", "d-01"}]


@pytest.mark.parametrize(
    ("day", "until", "hours"), [("2026-10-24", "2026-10-26 00:00", 49), ("2026-03-28", "2026-03-30 00:00", 47)]
)
def test_days_on_which_the_clocks_change_have_their_own_length(day: str, until: str, hours: int) -> None:
    found = covered(promise(), shift("S-1", f"{day} 00:00", until, "P-1", "P-2"))
    assert (found.minutes_promised, found.gaps) == (hours * 60, ())


def test_a_gap_in_the_hour_that_comes_twice_says_which_of_them() -> None:
    found = covered(
        promise(least=1),
        shift("S-1", "2026-10-25 00:00", "2026-10-25 01:30+01:00", "P-1"),
        shift("S-2", "2026-10-25 01:30+00:00", "2026-10-26 00:00", "P-1"),
    )
    assert gaps(found) == ["Sunday 25 October 01:30 (+01:00) to 01:30 (+00:00): 0 of 1"]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    nights = promise("every day 20:00 to 02:00", 1)
    kept = shift("S-1", "2026-11-27 20:00", "2026-11-28 00:30", "P-1")
    assert gaps(covered(nights, kept)) == ["Saturday 28 November 00:30 to 02:00: 0 of 1"]
    earlier = shift("S-0", "2026-11-27 01:00", "2026-11-27 02:00", "P-2")
    assert gaps(covered(nights, earlier, kept)) == [
        "Thursday 26 November 20:00 to Friday 27 November 01:00: 0 of 1",
        "Saturday 28 November 00:30 to 02:00: 0 of 1",
    ]


def test_what_lies_outside_the_hours_is_told_and_is_no_gap() -> None:
    found = covered(promise("Saturday 10:00 to 12:00", 1), shift("S-1", "2026-11-28 09:30", "2026-11-28 12:15", "P-1"))
    assert [stretch_in_words(each.time, LONDON) for each in found.outside] == [
        "Saturday 28 November 09:30 to 10:00",
        "Saturday 28 November 12:00 to 12:15",
    ]
    assert not found.needs_attention


def test_a_sheet_without_shifts_has_no_period() -> None:
    assert period_of([], promise()) is None


START = datetime(2026, 10, 24, 20, tzinfo=UTC)
slots = st.integers(0, 48)
made_up = st.lists(
    st.tuples(slots, st.integers(1, 20), st.lists(st.sampled_from(["A", "a", "B", "C"]), max_size=3)), max_size=6
).map(
    lambda rows: [
        Shift(
            f"S-{number}",
            number,
            Stretch(START + 15 * start * MINUTE, START + 15 * (start + length) * MINUTE),
            tuple(who),
        )
        for number, (start, length, who) in enumerate(rows)
    ]
)


@examples(100)
@given(
    made_up, st.integers(1, 3), st.sampled_from(["24/7", "Saturday 22:00 to Sunday 02:30", "weekends 00:00 to 23:00"])
)
def test_gaps_are_the_promised_minutes_with_too_few_people(shifts: list[Shift], least: int, hours: str) -> None:
    period = Stretch(START, START + 15 * 48 * MINUTE)
    found = cover_of(promise(hours, least), shifts, period)
    moment = period.start
    while moment < period.end:
        there = {
            who.casefold() for each in shifts if each.time.start <= moment < each.time.end for who in each.on_duty or ()
        }
        promised = any(each.start <= moment < each.end for each in found.promised)
        told = [gap for gap in found.gaps if gap.time.start <= moment < gap.time.end]
        assert [len(gap.on_duty) for gap in told] == ([len(there)] if promised and len(there) < least else [])
        moment += 15 * MINUTE
    assert found.minutes_covered == found.minutes_promised - sum(gap.time.minutes for gap in found.gaps)


@examples(50)
@given(made_up, made_up)
def test_another_shift_never_makes_a_gap(shifts: list[Shift], more: list[Shift]) -> None:
    period = Stretch(START, START + 15 * 48 * MINUTE)
    before = cover_of(promise(), shifts, period)
    after = cover_of(promise(), [*shifts, *more], period)
    assert after.minutes_covered >= before.minutes_covered
