"""The patterns of the JSON Schema match exactly what the core reads."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.editor.patterns import pattern
from mentorkit.values.capacity import Capacity
from mentorkit.values.duration import Duration
from mentorkit.values.edition import Edition
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK, Hours
from mentorkit.values.rate import Rate
from mentorkit.values.text_value import TextValue

KINDS: tuple[type[TextValue], ...] = (Duration, Rate, Capacity, Moment, Hours, Edition)


def some(*texts: str) -> st.SearchStrategy[str]:
    return st.sampled_from(texts)


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def spoilt(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts as they are, in other letters, and with one character more, less or changed."""

    def spoil(text: str, place: int, character: str, how: int) -> str:
        place %= len(text) + 1
        return [
            text,
            text.upper(),
            text.title(),
            text[:place] + character + text[place:],
            text[:place] + text[place + 1 :],
            text[:place] + character + text[place + 1 :],
        ][how]

    characters = some(*"0149:;,-– \t\n\u00a0\u2003\u0130\u212a\u0663abdeorst/")
    return st.builds(spoil, texts, st.integers(0, 60), characters, st.integers(0, 5))


GAP = some("", " ", " ", "  ", "\t")
NUMBER = st.integers(0, 10_000_000).map(str) | some(
    "0", "00", "1", "007", "99", "100", "101", "0100", "1199", "1200", "1201", "5214", "5215", "36499", "36500",
    "36501", "00100", "000100", "0000100", "999999", "1000000", "5199", "5210", "6000", "29999", "40000",
)  # fmt: skip
LENGTH = joined(
    NUMBER, GAP, some("minute", "min", "hr", "hour", "day", "week", "month", "year", "fortnight"), some("", "s")
)
RATE = joined(NUMBER, GAP, some("per", "a", "each", "an"), GAP, some("day", "week", "month", "year", "hour"))
ROOM = some(
    "open to anybody", "open to anyone", "open door", "open meetings", "open", "unlimited", "no limit", "everyone"
)
EVENT = joined(some("release", "discharge", "the before", "before", "beforehand", "x-after", "after", "r -", "2 days"))
MOMENT = joined(LENGTH, GAP, some("before", "after", "at"), GAP, EVENT) | EVENT
DAY = some(
    *(day[:length].lower() for day in DAYS_OF_THE_WEEK for length in (3, len(day))),
    "tues",
    "thur",
    "thurs",
    "mondays",
    "sundays",
)
TO = some(" to ", " to ", "to", "-", " – ", " until ", " till ")
TIME = some("0:00", "00:00", "9:00", "09:00", "10:30", "23:59", "24:00", "24:01", "25:00", "9:5", "9:60", "17:00",
    "9", "9am", "9.30am", "5 pm", "5p.m.", "12pm", "12.30pm", "midday", "midnight", "09.00", "1:00", "13pm",
)  # fmt: skip
SPAN = (
    joined(DAY | some("every day", "daily", "weekdays", "weekends", "holidays"), GAP, TIME, TO, TIME)
    | joined(DAY, TO, DAY, GAP, TIME, TO, TIME)
    | joined(DAY, some(" and ", "&", " & ", "and", ", ", ";"), DAY, GAP, TIME, TO, TIME)
    | joined(DAY, GAP, TIME, TO, DAY, GAP, TIME)
    | joined(DAY, some(":", ",", ": ", ", "), TIME, TO, TIME)
    | joined(TIME, TO, TIME, some(" ", " on ", ", "), DAY)
)
HOURS = st.lists(SPAN, min_size=1, max_size=3).map(", ".join) | some(
    "24/7", "24 / 7", "24 hours a day, 7 days a week", "always", "at any hour", "around the clock", "at  any hour", ""
)
EDITION = joined(some("2026", "1999", "999", "20261"), some("-", "-", "/"), some("00", "01", "9", "10", "12", "13"))
UNIT = some("min", "hours", "hrs", "day", "week", "wks", "months", "mth", "years", "yr", "fortnight")
IN_WORDS = joined(some("a", "an", "one", "twelve", "thirteen", ""), GAP, UNIT)
COUNT = some("0", "1", "01", "12", "99", "100", "one", "an", "a", "half", "")
PART = some(".5", ".3", "½", " ¼", " and a half", " and three quarters", " a", " a quarter of an", "")
FRACTION = joined(COUNT, PART, GAP, UNIT) | joined(COUNT, GAP, UNIT, PART)
TWO_UNITS = joined(
    COUNT, GAP, UNIT, some(" ", " and ", ", ", ","), some("0", "1", "6", "7", "11", "59", "60"), GAP, UNIT
)
LENGTHS = IN_WORDS | FRACTION | TWO_UNITS | LENGTH
MOMENT |= joined(LENGTHS, GAP, some("before", "after"), GAP, EVENT)
TEXTS = spoilt(LENGTHS) | spoilt(EDITION) | spoilt(RATE) | spoilt(ROOM) | spoilt(MOMENT) | spoilt(HOURS) | st.text()


def reads(kind: type[TextValue], text: str) -> bool:
    try:
        kind.parse(text)
    except ValueError:
        return False
    return True


def says_two_times_alike(text: str) -> bool:
    """Whether hours are refused for a time that ends when it begins, which no pattern can see in all its spellings."""
    try:
        Hours.parse(text)
    except ValueError as problem:
        return "write two times that differ" in str(problem)
    return False


@pytest.mark.parametrize("kind", KINDS)
@given(text=TEXTS)
@example(text="tuesday 00:00 to monday 24:00")
@example(text="monday 00:00 to sunday 24:00")
@example(text="monday 09:00 to mon 9:00")
@example(text="monday 9:00 to 17:00,")
@example(text="weeKends 9:00 to 9:01")
def test_a_pattern_matches_what_is_read_and_nothing_else(kind: type[TextValue], text: str) -> None:
    matches = bool(re.search(pattern(kind) or "", text))
    assert matches == reads(kind, text) or (matches and says_two_times_alike(text))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_file_may_say_is_written_in_the_help(kind: type[TextValue]) -> None:
    shown = re.findall(r'"([^"]+)"', kind.write)
    assert shown
    assert all(re.search(pattern(kind) or "", text) for text in shown)


def test_every_kind_of_text_has_a_pattern() -> None:
    assert set(TextValue.__subclasses__()) == set(KINDS)
    assert None not in {pattern(kind) for kind in KINDS}
