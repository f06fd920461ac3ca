"""Ranges: what each form stands for, which comparisons they answer, and what is refused."""

import operator
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.values.duration import Duration
from mentorkit.values.inexact import Inexact, NotExactError, as_compared, ends_of, exactly, highest, lowest
from mentorkit.values.time_passed import TimePassed


def time(text: str) -> Duration:
    return Duration.parse(text)


def passed(text: str) -> TimePassed:
    return TimePassed.parse(text)


@pytest.mark.parametrize(
    ("stated", "words", "low", "high"),
    [
        ({"from": 4, "to": 5}, "4 to 5", 4, 5),
        ({"about": 350}, "about 350", 315, 385),
        ({"about": 5}, "about 5", 4, 6),
        ({"about": 0}, "about 0", 0, 1),
        ({"at_least": 11}, "at least 11", 11, 1_000_000),
        ({"at_most": 20}, "at most 20", 0, 20),
        ({"from": time("1 hour"), "to": time("4 hours")}, "1 to 4 hours", time("1 hour"), time("4 hours")),
        ({"from": time("2 weeks"), "to": time("1 month")}, "2 weeks to 1 month", time("2 weeks"), time("1 month")),
        ({"from": time("4 weeks"), "to": time("1 month")}, "4 weeks to 1 month", time("4 weeks"), time("1 month")),
        (
            {"from": passed("12 hours"), "to": passed("2 days")},
            "12 hours to 2 days",
            passed("12 hours"),
            passed("2 days"),
        ),
        ({"about": passed("1 day")}, "about 1 day", passed("21 hours"), passed("27 hours")),
        ({"about": time("8 weeks")}, "about 8 weeks", time("50 days"), time("62 days")),
        ({"about": time("1 hour")}, "about 1 hour", time("54 minutes"), time("66 minutes")),
        ({"about": time("1 day")}, "about 1 day", time("1 day"), time("2 days")),
        ({"about": time("1 minute")}, "about 1 minute", time("1 minute"), time("2 minutes")),
        ({"at_least": time("3 weeks")}, "at least 3 weeks", time("3 weeks"), time("100 years")),
        ({"at_most": time("3 weeks")}, "at most 3 weeks", time("1 day"), time("3 weeks")),
        ({"at_most": time("90 minutes")}, "at most 90 minutes", time("1 minute"), time("90 minutes")),
    ],
)
def test_each_form_stands_for_all_values_from_one_end_to_the_other(
    stated: dict[str, Any], words: str, low: Any, high: Any
) -> None:
    found = Inexact.of(stated)
    assert (str(found), found.ends, ends_of(found), lowest(found), highest(found)) == (
        words,
        (low, high),
        (low, high),
        low,
        high,
    )


def test_the_ends_are_of_the_kind_that_is_stated() -> None:
    assert {type(end) for end in Inexact.of({"about": TimePassed.parse("72 hours")}).ends} == {TimePassed}
    assert {type(end) for end in Inexact.of({"about": TimePassed.parse("2 days")}).ends} == {TimePassed}
    assert {type(end) for end in Inexact.of({"about": TimePassed.parse("2 weeks")}).ends} == {TimePassed}


@pytest.mark.parametrize(
    ("stated", "plausible", "looked_at", "words"),
    [
        ({"at_least": 11}, (1, 1000), (11, 1000), ["11", "1000 or more"]),
        ({"at_most": 20}, (1, 1000), (1, 20), ["1 or less", "20"]),
        ({"at_least": time("3 weeks")}, (time("1 day"), time("2 years")), (time("3 weeks"), time("2 years")),
         ["3 weeks", "2 years or more"]),
        ({"at_most": time("3 weeks")}, (time("1 week"), time("2 years")), (time("1 week"), time("3 weeks")),
         ["1 week or less", "3 weeks"]),
        ({"about": 350}, (1, 10), (315, 385), ["315", "385"]),
        ({"from": 4, "to": 5}, (1, 3), (4, 5), ["4", "5"]),
        ({"at_least": 2000}, (1, 1000), (2000, 1_000_000), ["2000", "1000000 or more"]),
        ({"at_least": time("90 minutes")}, (time("1 day"), time("1 year")), (time("90 minutes"), time("100000 hours")),
         ["90 minutes", "100000 hours or more"]),
    ],
)  # fmt: skip
def test_of_an_end_that_nobody_states_the_furthest_plausible_value_is_looked_at(
    stated: dict[str, Any], plausible: tuple[Any, Any], looked_at: tuple[Any, Any], words: list[str]
) -> None:
    found = Inexact.of(stated)
    bounded = found.within(plausible)
    assert (lowest(bounded), highest(bounded)) == looked_at
    assert [bounded.in_words(end) for end in bounded.usual] == words
    assert bounded.ends == found.ends  # by which limits judge it
    assert bounded == found


@pytest.mark.parametrize(
    "stated",
    [
        {"from": 4, "to": 4},
        {"from": passed("1 month"), "to": passed("1 month")},
        {"at_most": 0},
        {"from": time("2 weeks"), "to": time("14 days")},
    ],
)
def test_a_range_of_one_value_is_that_value(stated: dict[str, Any]) -> None:
    value = next(iter(stated.values()))
    assert Inexact.of(stated) == value
    assert not isinstance(Inexact.of(stated), Inexact)


def test_at_least_stays_so_however_large_the_number_is() -> None:
    found = Inexact.of({"at_least": 99_999_999_999})
    assert isinstance(found, Inexact)
    assert (str(found), found.ends) == ("at least 99999999999", (99_999_999_999, 99_999_999_999))


@pytest.mark.parametrize(
    ("stated", "what_to_write"),
    [
        ({"from": 5, "to": 4}, "^`from` is the lower value: write { from = 4, to = 5 }$"),
        (
            {"from": time("2 weeks"), "to": time("1 week")},
            '^`from` is the lower value: write { from = "1 week", to = "2 weeks" }$',
        ),
        (
            {"from": time("30 days"), "to": time("1 month")},
            "^write both in the same unit: 30 days and 1 month cannot be put in order$",
        ),
        ({"from": time("1 hour"), "to": time("2 days")}, "^write both in the same unit: 1 hour and 2 days cannot be"),
        ({"from": 4}, "write one value, or { from = …, to = … }, or one of about, at_least and at_most"),
        ({"about": 4, "at_most": 5}, "write one value"),
    ],
)
def test_what_is_no_range_is_refused(stated: dict[str, Any], what_to_write: str) -> None:
    with pytest.raises(ValueError, match=what_to_write):
        Inexact.of(stated)


RANGES = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted).filter(lambda ends: ends[0] < ends[1])
COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]


@given(RANGES, st.integers(0, 9), st.sampled_from(COMPARISONS))
def test_a_comparison_is_answered_where_every_value_answers_alike(
    ends: list[int], other: int, compare: Callable[[Any, Any], bool]
) -> None:
    found = Inexact.of({"from": ends[0], "to": ends[1]})
    answers = {compare(value, other) for value in range(ends[0], ends[1] + 1)}
    if len(answers) == 1:
        assert {compare(found, other)} == answers
    else:
        with pytest.raises(NotExactError):
            compare(found, other)


@pytest.mark.parametrize(
    "use",
    [
        lambda value: value + 1,
        lambda value: 2 * value,
        lambda value: 12 // value,
        lambda value: int(value),
        lambda value: range(value),
        lambda value: value < Inexact.of({"about": 3}),
        exactly,
    ],
)
def test_no_other_use_reads_a_range_as_one_number(use: Callable[[Any], Any]) -> None:
    value = Inexact.of({"from": 4, "to": 5})
    with pytest.raises(NotExactError, match="one value is needed here, and the file states 4 to 5") as raised:
        use(value)
    assert raised.value.value is value


def test_a_length_of_time_answers_what_all_of_its_values_have_in_common() -> None:
    weeks = Inexact.of({"from": time("2 weeks"), "to": time("4 weeks")})
    assert not weeks.minutes
    assert bool(weeks)
    assert bool(Inexact.of({"from": time("1 hour"), "to": time("4 hours")}).minutes)
    uses: list[Callable[[], object]] = [
        lambda: date(2026, 1, 1) + weeks,
        lambda: date(2026, 1, 1) - weeks,
        lambda: weeks.in_days,
    ]
    for use in uses:
        with pytest.raises(NotExactError):
            use()
    with pytest.raises(NotExactError) as raised:
        _ = weeks.days + 1
    assert raised.value.value is weeks


def test_a_range_is_true_or_false_where_all_of_it_is() -> None:
    assert Inexact.of({"from": 1, "to": 2})
    with pytest.raises(NotExactError):
        bool(Inexact.of({"at_most": 2}))


def test_a_range_is_equal_to_the_same_range_alone_where_designs_are_compared() -> None:
    about, four = Inexact.of({"about": 4}), Inexact.of({"from": 4, "to": 5})
    assert about == Inexact.of({"about": 4})
    assert hash(about) == hash(Inexact.of({"about": 4}))
    assert about != four
    assert (about == None, about == "4", about == time("4 days")) == (False, False, False)  # noqa: E711 - what is asked
    assert as_compared(four) != as_compared(4)
