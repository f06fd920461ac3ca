"""How soon contacts are answered: by the clock, or at the moderated hours alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.design import Design
from mentorkit.programme.rota import Online
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way
from mentorkit.rota.answers import AnswerState, AnswerTimes, answer_times
from mentorkit.rota.contacts import Contact
from mentorkit.rota.promise import AnswerPromise, PromiseError
from mentorkit.values.opening_hours import Hours
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.zoned_time import moment_of
from tests.examples import examples

LONDON = "Europe/London"
NOW = datetime(2026, 11, 30, 16, tzinfo=UTC)


def at(text: str) -> datetime:
    return moment_of(date.fromisoformat(text[:10]), text[11:16], text[16:], LONDON).astimezone(UTC)


def judged(*rows: tuple[str, str], within: str = "30 minutes", hours: str = "", now: datetime = NOW) -> AnswerTimes:
    way = Way.ONLINE if hours else Way.ON_CALL
    promise = AnswerPromise(way, TimePassed.parse(within), Hours.parse(hours) if hours else None, LONDON)
    contacts = [
        Contact(f"K-{n}", at(asked), at(answered) if answered else None) for n, (asked, answered) in enumerate(rows)
    ]
    return answer_times(promise, contacts, now)


def states(found: AnswerTimes) -> list[str]:
    return [each.state.value for each in found.contacts]


def test_answered_unanswered_and_still_in_time_are_told_apart() -> None:
    found = judged(
        ("2026-11-30 10:00", "2026-11-30 10:30"),
        ("2026-11-30 11:00", "2026-11-30 11:31"),
        ("2026-11-30 12:00", ""),
        ("2026-11-30 15:30", ""),
        ("2026-11-30 15:45", ""),
    )
    assert states(found) == ["in time", "late", "late, not answered", "not yet", "not yet"]
    assert (found.decided, len(found.late), found.median, found.longest) == (3, 2, 30.5, 31)
    assert found.contacts[2].waiting == 240


def test_nothing_is_said_of_an_empty_sheet() -> None:
    found = judged()
    assert (found.median, found.longest, found.decided, found.by_day) == (None, None, 0, ())


@pytest.mark.parametrize(
    ("asked", "answered", "minutes"),
    [("2026-10-25 00:45", "2026-10-25 02:00", 135), ("2026-03-29 00:45", "2026-03-29 02:00", 15)],
)
def test_time_runs_by_the_clock_when_the_clocks_change(asked: str, answered: str, minutes: int) -> None:
    assert judged((asked, answered), within="1 hour").contacts[0].minutes == minutes


@pytest.mark.parametrize(
    ("asked", "within", "by"),
    [
        ("2026-11-26 22:00", "4 hours", "2026-11-27 11:00"),
        ("2026-11-26 03:00", "4 hours", "2026-11-26 12:00"),
        ("2026-11-26 22:00", "1 hour", "2026-11-27 08:00"),
        ("2026-11-26 03:00", "1 day", "2026-11-27 08:00"),
        ("2026-11-26 22:30", "1 day", "2026-11-27 22:30"),
        ("2026-11-26 22:30", "1000 hours", "2027-02-01 17:30"),
    ],
)
def test_online_the_time_runs_at_the_moderated_hours_alone(asked: str, within: str, by: str) -> None:
    (found,) = judged((asked, ""), within=within, hours="every day 08:00 to 23:00").contacts
    assert found.by == at(by)


def test_an_answer_outside_the_moderated_hours_counts_up_to_then() -> None:
    (found,) = judged(
        ("2026-11-26 22:00", "2026-11-27 06:00"), within="4 hours", hours="every day 08:00 to 23:00"
    ).contacts
    assert (found.state, found.minutes) == (AnswerState.IN_TIME, 60)


@pytest.mark.parametrize(
    ("asked", "answered", "state", "minutes"),
    [
        ("2026-11-26 19:00", "2026-11-26 23:00", AnswerState.IN_TIME, 240),
        ("2026-11-26 19:00", "2026-11-27 03:00", AnswerState.IN_TIME, 240),
        ("2026-11-26 19:00", "2026-11-27 08:00", AnswerState.IN_TIME, 240),
        ("2026-11-26 19:00", "2026-11-27 08:01", AnswerState.LATE, 241),
        ("2026-11-26 18:59", "2026-11-26 23:00", AnswerState.LATE, 241),
        ("2026-11-26 23:00", "2026-11-27 08:00", AnswerState.IN_TIME, 0),
        ("2026-10-24 19:00", "2026-10-25 08:00", AnswerState.IN_TIME, 240),
        ("2026-10-24 19:00", "2026-10-25 08:01", AnswerState.LATE, 241),
    ],
)
def test_time_that_is_up_when_moderation_ends_is_not_over_before_it_begins_again(
    asked: str, answered: str, state: AnswerState, minutes: int
) -> None:
    (found,) = judged((asked, answered), within="4 hours", hours="every day 08:00 to 23:00").contacts
    assert (found.state, found.minutes) == (state, minutes)


@pytest.mark.parametrize("hours", ["every day 22:00 to 06:00", "24/7", "every day 00:00 to 24:00"])
def test_time_runs_over_midnight(hours: str) -> None:
    (found,) = judged(("2026-11-26 23:30", ""), within="1 hour", hours=hours).contacts
    assert found.by == at("2026-11-27 00:30")


def test_few_contacts_of_a_day_are_told_with_others() -> None:
    monday = [(f"2026-11-23 1{minute}:00", "") for minute in range(6)]
    found = judged(*monday, ("2026-11-24 10:00", ""), ("2026-11-25 10:00", ""))
    assert found.by_day == ()  # two alone would be told by what is left
    more = judged(
        *monday, *[(f"2026-11-24 1{n}:00", "") for n in range(5)], *[(f"2026-11-25 1{n}:00", "") for n in range(3)]
    )
    assert [(group.name, group.contacts) for group in more.by_day] == [("Monday", 6), ("other times", 8)]


times = st.integers(0, 60 * 24 * 20)


@examples(60)
@given(st.lists(st.tuples(times, st.none() | st.integers(0, 3000)), max_size=25), st.integers(1, 600))
def test_every_contact_is_counted_once_and_small_groups_are_never_told(
    rows: list[tuple[int, int | None]], minutes: int
) -> None:
    start = datetime(2026, 10, 20, tzinfo=UTC)
    promise = AnswerPromise(Way.ON_CALL, TimePassed.parse(f"{minutes} minutes"), None, LONDON)
    contacts = [
        Contact(
            str(n), start + timedelta(minutes=asked), None if took is None else start + timedelta(minutes=asked + took)
        )
        for n, (asked, took) in enumerate(rows)
    ]
    found = answer_times(promise, contacts, NOW)
    assert sum(found.count(state) for state in AnswerState) == len(rows)
    for groups in (found.by_day, found.by_part_of_day):
        assert all(group.contacts >= 5 for group in groups)
        assert sum(group.contacts for group in groups) in (0, len(rows))
    for each, (asked, took) in ((one, rows[int(one.contact.id)]) for one in found.contacts):
        late = (took if took is not None else 10**9) > minutes
        assert (each.state in (AnswerState.LATE, AnswerState.NOT_ANSWERED)) is late
        assert each.minutes == took
        assert each.contact.asked_at == start + timedelta(minutes=asked)


@examples(40)
@given(times, st.integers(1, 3000))
def test_an_answer_is_late_from_the_first_minute_after_the_promised_time(asked: int, minutes: int) -> None:
    hours = Hours.parse("Monday to Friday 09:00 to 17:00, Sunday 00:30 to 02:30")
    promise = AnswerPromise(Way.ONLINE, TimePassed.parse(f"{minutes} minutes"), hours, LONDON)
    start = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(minutes=asked)
    now = datetime(2027, 10, 1, tzinfo=UTC)
    (waiting,) = answer_times(promise, [Contact("K", start, None)], now).contacts
    (answered,) = answer_times(promise, [Contact("K", start, waiting.by)], now).contacts
    assert (answered.state, answered.minutes) == (AnswerState.IN_TIME, minutes)
    (late,) = answer_times(promise, [Contact("K", start, waiting.by + timedelta(minutes=1))], now).contacts
    assert (late.state, late.minutes) == (AnswerState.LATE, minutes + 1)


def test_a_time_that_takes_years_of_the_moderated_hours_is_not_promised() -> None:
    hours = Hours.parse("Monday 08:00 to 09:00")
    for within, refused in (("104 hours", False), ("105 hours", True)):
        online = Online(moderated_hours=hours, reports_answered_within=TimePassed.parse(within))
        design = Programme(programme=Design(nation="england"), online=online)
        if refused:
            with pytest.raises(
                PromiseError, match=r"105 hours, and so much of online\.moderated_hours takes more than two"
            ):
                AnswerPromise.of(design, Way.ONLINE)
        else:
            contact = Contact("K", at("2026-11-30 08:00"), None)
            (found,) = answer_times(AnswerPromise.of(design, Way.ONLINE), [contact], NOW).contacts
            assert found.by == at("2028-11-27 08:00")  # when the next of these hours begins
