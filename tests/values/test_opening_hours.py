"""Hours of the week: what is read, how sets of minutes are told, and that what is told can be read back."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.values.opening_hours import (
    ALWAYS,
    DAYS_OF_THE_WEEK,
    MINUTES_A_DAY,
    WEEK,
    Hours,
    hours_in_words,
    minute_of,
    spans,
)

QUARTERS = WEEK // 15


def between(*stretches: str) -> int:
    """The minutes of stretches such as "Mon 09:00-Tue 17:00", one by one."""
    bits = 0
    for stretch in stretches:
        start, end = (minute_of(moment) for moment in stretch.split("-"))
        while start != end:
            bits |= 1 << start
            start = (start + 1) % WEEK
    return bits


WORK = tuple(f"{day} 09:00-{day} 17:00" for day in DAYS_OF_THE_WEEK[:5])
NIGHTS = tuple(f"{day} 17:00-{DAYS_OF_THE_WEEK[number - 6]} 09:00" for number, day in enumerate(DAYS_OF_THE_WEEK))


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("Monday 09:00 to 17:00", ["Mon 09:00-Mon 17:00"]),
        ("  mon   9:00-17:00 ", ["Mon 09:00-Mon 17:00"]),
        ("Monday to Friday 09:00 to 17:00", WORK),
        ("Mon–Fri 09:00–17:00", WORK),
        ("weekdays 09:00 to 17:00", WORK),
        ("Weekdays 09:00 to 17:00, Saturday 10:00 to 13:00", [*WORK, "Sat 10:00-Sat 13:00"]),
        ("Weekdays 09:00 to 17:00; Saturday 10:00 to 13:00", [*WORK, "Sat 10:00-Sat 13:00"]),
        ("weekends 00:00 to 24:00", ["Sat 00:00-Mon 00:00"]),
        (
            "daily 23:59 to 24:00",
            [f"{day} 23:59-{DAYS_OF_THE_WEEK[number - 6]} 00:00" for number, day in enumerate(DAYS_OF_THE_WEEK)],
        ),
        ("every day 00:00 to 00:01", [f"{day} 00:00-{day} 00:01" for day in DAYS_OF_THE_WEEK]),
        # Past midnight, past Sunday, and round the end of the week by name.
        ("Friday 22:00 to 06:00", ["Fri 22:00-Sat 06:00"]),
        ("Sunday 22:00 to 06:00", ["Sun 22:00-Mon 06:00"]),
        ("Saturday to Monday 10:00 to 11:00", ["Sat 10:00-Sat 11:00", "Sun 10:00-Sun 11:00", "Mon 10:00-Mon 11:00"]),
        # From one day to another.
        ("Saturday 17:00 to Monday 09:00", ["Sat 17:00-Mon 09:00"]),
        ("Fri 17:00 - Sun 24:00", ["Fri 17:00-Mon 00:00"]),
        ("Monday 09:00 to Monday 17:00", ["Mon 09:00-Mon 17:00"]),
        ("Monday 10:00 to Monday 09:00", ["Mon 10:00-Mon 09:00"]),
        # What overlaps counts once.
        ("Monday 09:00 to 12:00, Monday 11:00 to 13:00", ["Mon 09:00-Mon 13:00"]),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, stretches: list[str]) -> None:
    assert Hours.parse(text).minutes == between(*stretches)


@pytest.mark.parametrize("text", ["24/7", "always", "At any hour", "every day 00:00 to 24:00"])
def test_every_hour_of_the_week_can_be_said(text: str) -> None:
    assert Hours.parse(text).minutes == ALWAYS == (1 << 10080) - 1


def test_the_text_is_kept_and_does_not_count_in_comparisons() -> None:
    short, long = Hours.parse(" Mon  9:00-17:00 "), Hours.parse("Monday 09:00 to 17:00")
    assert (str(short), repr(short), str(long)) == (
        "Mon 9:00-17:00",
        'Hours("Mon 9:00-17:00")',
        "Monday 09:00 to 17:00",
    )
    assert short == long
    assert hash(short) == hash(long)
    assert short != Hours.parse("Monday 09:00 to 17:01")


def _leave_out(exception: str) -> str:
    return f'hours are those of every week: leave out "{exception}"'


DAY_ENDS = "write times from 00:00 to 24:00"
SAME = "write two times that differ, or 00:00 to 24:00 for a whole day"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", Hours.write),
        ("office hours", Hours.write),
        ("Monday", Hours.write),
        ("Mo 09:00 to 17:00", Hours.write),
        ("Monday to Funday 09:00 to 17:00", Hours.write),
        ("Monday to Tuesday to Friday 09:00 to 17:00", Hours.write),
        ("Monday 09:60 to 17:00", Hours.write),
        ("Monday 25:00 to 26:00", Hours.write),
        ("Monday 09:00 to 17:00,", Hours.write),
        ("Monday 09:00 to Funday 17:00", Hours.write),
        ("Monday 10:00 to 24:01", DAY_ENDS),
        ("Monday 24:00 to 10:00", DAY_ENDS),
        ("Monday 24:00 to Tuesday 10:00", DAY_ENDS),
        ("Monday 10:00 to 10:00", SAME),
        ("Monday 10:00 to Monday 10:00", SAME),
        ("at no hour", Hours.write),
        ("24/7 except bank holidays", _leave_out("except bank holidays")),
        ("Monday to Friday 09:00 to 17:00 (excluding bank holidays)", _leave_out("excluding bank holidays")),
        ("Monday to Friday 09:00 to 17:00, closed on public holidays", _leave_out("closed on public holidays")),
        ("closed on Sunday, weekdays 9am to 5pm", _leave_out("closed on sunday")),
        ("weekdays 09:00 to 17:00, bank holidays 10:00 to 12:00", _leave_out("bank holidays 10:00 to 12:00")),
        ("24/7 including bank holidays", _leave_out("including bank holidays")),
    ],
)
def test_what_says_no_hours_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        Hours.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "24/7 except bank holidays",
        "24/7 (not bank holidays)",
        "Weekdays 9am to 5pm, excluding Christmas Day, New Year's Day and Easter",
        "Weekdays 9am to 5pm, closed on Sundays, Saturday 10:00 to 12:00",
    ],
)
def test_without_the_exception_that_is_named_the_hours_are_read(text: str) -> None:
    with pytest.raises(ValueError, match="leave out") as refused:
        Hours.parse(text)
    exception = str(refused.value).split('"')[1]
    rest = re.sub(rf"[ ,(]*{re.escape(exception)}\)?", "", text, flags=re.IGNORECASE)
    assert Hours.parse(rest).minutes


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Monday 00:00", 0),
        ("Saturday 03:00", 5 * MINUTES_A_DAY + 180),
        ("sun 23:59", WEEK - 1),
        (" Tue  7:05 ", MINUTES_A_DAY + 425),
    ],
)
def test_a_minute_of_the_week_is_a_day_and_a_time(text: str, minute: int) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize("text", ["", "03:00", "Saturday", "Saturday 3", "Saturday 24:00", "Funday 03:00", "Sat 03:60"])
def test_what_is_no_minute_of_the_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a day and a time"):
        minute_of(text)


@pytest.mark.parametrize(
    ("stretches", "words"),
    [
        (["Sat 17:00-Mon 09:00"], "Saturday 17:00 to Monday 09:00"),
        (WORK, "Monday to Friday 09:00 to 17:00"),
        ([*WORK, "Sat 10:00-Sat 13:00"], "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 13:00"),
        ([WORK[0], WORK[2]], "Monday 09:00 to 17:00, Wednesday 09:00 to 17:00"),
        ([*WORK[:2], *WORK[3:]], "Monday to Tuesday 09:00 to 17:00, Thursday to Friday 09:00 to 17:00"),
        (["Fri 22:00-Sat 06:00"], "Friday 22:00 to 06:00"),
        (["Sun 22:00-Mon 06:00"], "Sunday 22:00 to 06:00"),
        (["Mon 00:00-Tue 00:00"], "Monday 00:00 to 24:00"),
        (["Sun 00:00-Mon 00:00"], "Sunday 00:00 to 24:00"),
        (["Sat 00:00-Mon 00:00"], "Saturday 00:00 to Sunday 24:00"),
        (["Mon 09:00-Tue 09:00"], "Monday 09:00 to Tuesday 09:00"),
        (["Mon 17:00-Tue 00:00"], "Monday 17:00 to 24:00"),
        (["Mon 10:00-Mon 09:00"], "Monday 10:00 to Monday 09:00"),
        (NIGHTS, "every day 17:00 to 09:00"),
        ([*NIGHTS, "Sat 12:00-Sat 13:00"], "every day 17:00 to 09:00, Saturday 12:00 to 13:00"),
    ],
)
def test_minutes_are_told_as_people_say_them(stretches: list[str], words: str) -> None:
    assert hours_in_words(between(*stretches)) == words


def test_what_a_working_week_leaves_open_is_told_with_the_weekend_apart() -> None:
    uncovered = ALWAYS & ~between(*WORK)
    assert hours_in_words(uncovered) == "Monday to Thursday 17:00 to 09:00, Friday 17:00 to Monday 09:00"


def test_all_and_nothing_have_words_of_their_own() -> None:
    assert (hours_in_words(ALWAYS), hours_in_words(0)) == ("at any hour", "at no hour")


def quarters(bits: int) -> int:
    """The minutes of a set of quarter-hours."""
    return sum(0x7FFF << 15 * at for at in range(QUARTERS) if bits >> at & 1)


def stretch(start: int, length: int) -> int:
    """So many quarter-hours in a row, as a set of them."""
    return sum(1 << (start + after) % QUARTERS for after in range(length))


def union(sets: list[int]) -> int:
    """What is in any of some sets."""
    bits = 0
    for one in sets:
        bits |= one
    return bits


FEW = st.lists(st.builds(stretch, st.integers(0, QUARTERS - 1), st.integers(1, QUARTERS)), max_size=6).map(union)
WEEKLY = st.lists(st.tuples(st.sets(st.integers(0, 6)), st.integers(0, 95), st.integers(1, 96)), max_size=4).map(
    lambda times: union([stretch(day * 96 + start, length) for days, start, length in times for day in days])
)
SETS = st.one_of(FEW, WEEKLY, st.integers(0, (1 << QUARTERS) - 1)).filter(bool).map(quarters)


@given(SETS)
@example(ALWAYS)
@example(between("Mon 09:00-Tue 09:00", "Wed 09:00-Thu 09:00"))
@example(between(*NIGHTS))
def test_what_is_told_of_minutes_is_read_back_as_the_same_minutes(minutes: int) -> None:
    assert Hours.parse(hours_in_words(minutes)).minutes == minutes
    assert Hours.parse(hours_in_words(minutes).upper()).minutes == minutes


@given(SETS)
@example(1)
@example(1 << WEEK - 1)
@example(ALWAYS)
def test_spans_are_the_longest_stretches_and_cover_the_minutes(minutes: int) -> None:
    found = spans(minutes)
    covered = [minute % WEEK for start, end in found for minute in range(start, end)]
    assert len(set(covered)) == len(covered)
    assert sum(1 << minute for minute in covered) == minutes
    assert [start for start, _ in found] == sorted(start for start, _ in found)
    for start, end in found:
        assert 0 <= start < WEEK
        if minutes != ALWAYS:
            assert not minutes >> (start - 1) % WEEK & 1
            assert not minutes >> end % WEEK & 1


def test_no_minutes_have_no_spans() -> None:
    assert spans(0) == []


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Mondays to Fridays 09:00 to 17:00", "Monday to Friday 09:00 to 17:00"),
        ("Sat & Sun 10:00 to 12:00", "Saturday to Sunday 10:00 to 12:00"),
        ("Monday, Tuesday and Thursday 9:00-17:00", "Mon 9:00-17:00, Tue 9:00-17:00, Thu 9:00-17:00"),
        ("24 / 7", "24/7"),
        ("24 hours a day, 7 days a week", "24/7"),
        ("24 hours, seven days a week", "24/7"),
        ("open 24 hours", "24/7"),
        ("24x7", "24/7"),
        ("At all times", "24/7"),
        ("all day, every day", "24/7"),
        ("7 days a week, from 9am to 9pm", "every day 09:00 to 21:00"),
        ("Monday through Friday 0900 to 1700", "Monday to Friday 09:00 to 17:00"),
        ("every weekday 9am to 12 noon", "weekdays 09:00 to 12:00"),
        ("Sat/Sun all day", "Saturday to Sunday 00:00 to 24:00"),
        ("24 hours on Saturday", "Saturday 00:00 to 24:00"),
    ],
)
def test_hours_in_other_words(text: str, same: str) -> None:
    assert Hours.parse(text) == Hours.parse(same)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("9am to 5pm", 'say on which days, such as "weekdays 9am to 5pm"'),
        ("all day", 'say on which days, such as "weekdays all day"'),
        ("24/5", "write both times"),
        ("24 hours a week", "write days and times"),
        ("at some times", "write days and times"),
        ("Mon 0900", "write days and times"),
        ("Mon 2500 to 2600", "write days and times"),
        ("9-5", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Mon-Fri 9-5", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Monday and 9 to 5", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Mon 9 to 5pm", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Mon 9:00 to 5:00", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Mon 1:00 to 3:00", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Mon 10:00 to 2:00", '"9am to 5pm" or "09:00 to 17:00"'),
        ("Sat 12pm to 4pm", "write midday or midnight"),
        ("Sat midnight to 4am", "write days and times"),
        ("weekdays 9am to 3pm, term time", "hours are those of every week"),
        ("Monday, Tuesday", "write days and times"),
        ("and 09:00 to 17:00", "write days and times"),
        ("", "write days and times"),
        ("Mon 09:00 to 17:00,", "write days and times"),
    ],
)
def test_hours_that_could_be_others_are_refused_with_what_to_write(text: str, instead: str) -> None:
    with pytest.raises(ValueError, match=re.escape(instead)):
        Hours.parse(text)


CLOCK = st.integers(0, 95).map(lambda quarter: divmod(quarter * 15, 60))


def spellings(hour: int, minute: int) -> list[str]:
    """A time with two digits, with a point, and with am or pm, unless that could be midday or midnight."""
    half = "am" if hour < 12 else "pm"
    short = [f"{hour % 12 or 12}{half}"] if not minute and hour % 12 else []
    long = [f"{hour % 12 or 12}.{minute:02}{half}", f"{hour % 12 or 12}:{minute:02} {half[0]}.m."]
    return [f"{hour:02}:{minute:02}", f"{hour:02}.{minute:02}", *short, *(long if minute or hour % 12 else [])]


@given(CLOCK, CLOCK, st.sampled_from([" to ", "-", " – ", " until "]), st.data())
def test_every_spelling_of_two_times_means_the_same(start: Any, end: Any, between: str, data: st.DataObject) -> None:
    if start != end:
        plain = Hours.parse(f"Monday to Friday {spellings(*start)[0]} to {spellings(*end)[0]}")
        first, last = (data.draw(st.sampled_from(spellings(*time))) for time in (start, end))
        for text in ("Mon-Fri {}", "weekdays: {}", "Weekdays, {}", "{} on weekdays", "{}, Monday to Friday"):
            assert Hours.parse(text.format(first + between + last)) == plain


@given(st.integers(0, 23), st.integers(0, 24))
def test_a_time_of_one_digit_is_read_only_where_the_other_shows_that_the_clock_has_24_hours(
    start: int, end: int
) -> None:
    shown = [not hour % 24 or hour > 12 for hour in (start, end)]
    one_digit = [0 < hour < 10 for hour in (start, end)]
    text = f"Monday {start}:00 to {end}:00"
    if start == end or (any(one_digit) and not any(shown)):
        with pytest.raises(ValueError, match="write"):
            Hours.parse(text)
    else:
        assert Hours.parse(text) == Hours.parse(f"Monday {start:02}:00 to {end:02}:00")
