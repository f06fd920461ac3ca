"""The day on which an answer turns is the one that asking about every day would find, whatever a rule does."""

import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.core.case_reading import ReadyRule
from mentorkit.core.rule import Rule
from mentorkit.registry.find import find_plugins
from mentorkit.registry.load import Plugins
from mentorkit.values.crash_log import CrashedError
from mentorkit.values.duration import Duration
from tests.examples import examples

ON = date(2026, 3, 1)
DAYS = st.dates(date(2025, 6, 1), date(2027, 6, 1))
MONTH = Duration(1, "month")

Function = Callable[..., bool]


def ruled(function: Function) -> Rule:
    """As much of a rule as is asked."""

    def answer(values: Mapping[str, Any]) -> bool:
        return function(**values)

    return cast("Rule", SimpleNamespace(has_function=True, depends_on_day=True, answer=answer))


def day_of_change(rule: Rule, values: Mapping[str, Any], on: date, days: int | None, **how: Any) -> date | None:
    return ReadyRule(rule, {}, {}, "", waived=False).day_of_change(values, on, days, **how)


def day_by_day(rule: Rule, values: Mapping[str, Any], on: date, days: int, *, met: bool, step: int) -> date | None:
    """The same, by asking about every day."""
    for count in range(1, days + 1):
        day = on + timedelta(days=step * count)
        if rule.answer({**values, "on": day}) is met:
            return day
    return None


FUNCTIONS: dict[str, Function] = {
    "from a day on": lambda on, a, b: on >= a,
    "after a day": lambda on, a, b: on > a,
    "the day on the left": lambda on, a, b: a <= on,
    "between": lambda on, a, b: a <= on <= b,
    "outside": lambda on, a, b: on < a or b < on,
    "on one day": lambda on, a, b: on == a,
    "on any other day": lambda on, a, b: a != on,
    "the earlier of two": lambda on, a, b: min(on, b) <= a,
    "the later of two": lambda on, a, b: max(a, on) > b,
    "one of several": lambda on, a, b: on in (a, b),
    "one of a set": lambda on, a, b: on in {a, b},
    "some time later": lambda on, a, b: on >= a + MONTH,
    "some time before": lambda on, a, b: on - MONTH >= a,
    "some time after": lambda on, a, b: on + MONTH > b,
    "days since": lambda on, a, b: (on - a).days >= 90,
    "days until": lambda on, a, b: (b - on).days >= 90,
    "a week later": lambda on, a, b: timedelta(7) + on > b,
    "in June": lambda on, a, b: on.month == 6,
    "on a Monday": lambda on, a, b: on.weekday() == 0,
    "this year's day": lambda on, a, b: a.replace(year=on.year) <= on,
    "as a text": lambda on, a, b: f"{on:%m}" == "09" and str(on) > "2026",
    "as a number": lambda on, a, b: on.toordinal() % 7 == 3,
    "in a list that is sorted": lambda on, a, b: sorted([a, on, b])[1] == on,
    "a week later, twice": lambda on, a, b: on + timedelta(7) + timedelta(7) > b,
    "another day of the month": lambda on, a, b: on.replace(day=1) > a and on.replace(day=2) < b,
    "with a moment": lambda on, a, b: on == datetime.combine(a, time()) or on > b,
    "with itself": lambda on, a, b: on <= on and on > a,
    "never": lambda on, a, b: False,
    "with nothing of it": lambda on, a, b: a < b,
}


@pytest.mark.parametrize("name", FUNCTIONS)
@examples(60)
@given(DAYS, DAYS, DAYS, st.sampled_from([1, -1]), st.integers(1, 400))
def test_it_is_the_day_that_asking_about_every_day_finds(
    name: str, on: date, a: date, b: date, step: int, days: int
) -> None:
    rule = ruled(FUNCTIONS[name])
    values = {"a": a, "b": b}
    met = not rule.answer({**values, "on": on})
    found = day_of_change(rule, values, on, days, met=met, step=step)
    assert found == day_by_day(rule, values, on, days, met=met, step=step)
    assert found is None or type(found) is date


BOOK = Plugins().rulebook([found.name for found in find_plugins() if found.name != "standards"])
TIMED = [rule for rule in BOOK.rules if rule.facts and "on" in rule.arguments]


@pytest.mark.parametrize("rule", TIMED, ids=lambda rule: rule.id)
def test_every_shipped_rule_only_compares_the_day_with_others(rule: Rule) -> None:
    """Else looking for a day would cost hundreds of times as much; no answer would change."""
    source = inspect.getsource(rule.function or str).split('"""')[-1]
    assert "on." not in source.replace("relationship_on.", "")


def test_few_days_are_asked_about() -> None:
    asked: list[date] = []

    def waits(on: date, since: date) -> bool:
        asked.append(on)
        return on >= since + Duration(3, "year")

    assert day_of_change(ruled(waits), {"since": ON}, ON, 5 * 366, met=True) == date(2029, 3, 1)
    assert len(asked) == 2


def test_without_an_end_a_day_is_found_however_far_unless_each_day_has_to_be_asked() -> None:
    far = date(2990, 1, 1)
    assert day_of_change(ruled(lambda on: on >= far), {}, ON, None, met=True) == far
    assert day_of_change(ruled(lambda on: on >= far and on.day == 3), {}, ON, None, met=True) == date(2990, 1, 3)
    assert day_of_change(ruled(lambda on: on.year == 2030), {}, ON, None, met=True) == date(2030, 1, 1)
    assert day_of_change(ruled(lambda on: on.year == 2990), {}, ON, None, met=True) is None


@pytest.mark.parametrize("step", [1, -1])
def test_the_search_ends_with_the_calendar(step: int) -> None:
    on = date(9999, 12, 30) if step > 0 else date(1, 1, 2)
    for function in (lambda on: on.year == 2000, lambda on: on == date(2000, 1, 1), lambda on: on != on):
        assert day_of_change(ruled(function), {}, on, 5 * 366, met=True, step=step) is None


def test_a_rule_that_crashes_on_a_later_day_says_so() -> None:
    def crashes(on: date) -> bool:
        if on >= date(2026, 4, 1):
            raise CrashedError("it ended in ValueError")
        return False

    with pytest.raises(CrashedError):
        day_of_change(ruled(crashes), {}, ON, 100, met=True)
    assert day_of_change(ruled(crashes), {}, ON, 30, met=True) is None


def test_comparing_a_day_with_anything_else_fails_as_ever() -> None:
    for other in (datetime.combine(ON, time()), timedelta(1), 5, "2026-03-01"):
        with pytest.raises(TypeError):
            day_of_change(ruled(lambda on, other=other: on < other), {}, ON, 10, met=True)
