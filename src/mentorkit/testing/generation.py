"""Generated programmes and cases for the rules of any plugin, by Hypothesis."""

import copy
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property
from typing import Any, Literal, get_args, get_origin

import attrs
from hypothesis import strategies as st

from mentorkit.core.limit import Includes, IncludesOneOf
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.path import Path
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.changed_designs import around, put
from mentorkit.values.duration import Duration
from mentorkit.values.time_passed import TimePassed

DATES = st.dates(date(2023, 1, 1), date(2028, 12, 31))
MOMENTS = st.builds(
    datetime.combine,
    DATES,
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 10, 30, 59])),
    st.sampled_from([UTC, timezone(timedelta(hours=1))]),
)
ANY_STAGE = st.sampled_from(list(Stage))


def words_of(book: Rulebook) -> list[str]:
    """The entries that the rules ask lists for, sorted."""
    limits = (limit for rule in book.rules for argument in rule.parameters for limit in argument.limits)
    entries = (entry for limit in limits if isinstance(limit, Includes | IncludesOneOf) for entry in limit.entries)
    return sorted({*entries, "something else"})


def values(type_: Any, words: Sequence[str]) -> st.SearchStrategy[Any]:
    """Values of a type, as a file or a record would hold them; nothing for a type that only its plugin knows."""
    if get_origin(type_) is Literal:
        return st.sampled_from(get_args(type_))
    if get_origin(type_) is tuple:
        entries = values(get_args(type_)[0], words)
        return entries if entries.is_empty else st.lists(entries, max_size=6)
    by_type: dict[Any, st.SearchStrategy[Any]] = {
        date: DATES,
        datetime: MOMENTS,
        bool: st.booleans(),
        int: st.integers(0, 30),
        str: st.sampled_from(words),
        Duration: st.builds(Duration, st.integers(1, 40), st.sampled_from(["day", "week", "month", "year"])),
        TimePassed: st.builds(TimePassed, st.integers(1, 40), st.sampled_from(["hour", "day", "month"])),
    }
    return by_type.get(type_, st.nothing())


@attrs.frozen(repr=False)
class Material:
    """What situations are made of.

    Attributes:
        book: the rules that are asked.
        whole: designs to begin with, one or more.
        cases: to begin with; none, or cases of these rules.
    """

    book: Rulebook
    whole: Sequence[Mapping[str, Any]]
    cases: Sequence[RuleCase] = ()

    @cached_property
    def facts(self) -> st.SearchStrategy[dict[str, Any]]:
        """Of every fact that the rules ask, a value or none."""
        words = words_of(self.book)
        asked = {name: values(users[0][1].type, words) for name, users in self.book.facts().items()}
        return st.fixed_dictionaries({}, optional={name: drawn for name, drawn in asked.items() if not drawn.is_empty})

    @cached_property
    def parameters(self) -> list[tuple[Path, st.SearchStrategy[Any]]]:
        """Where the rules read a value of a type that can be generated, with such values."""
        words = words_of(self.book)
        found = []
        for path, ((_, argument), *_) in sorted(self.book.parameters.items(), key=str):
            ordered = around(argument.limits, argument.type)
            drawn = st.sampled_from(ordered) if ordered else values(argument.type, words)
            found += [] if drawn.is_empty else [(path, drawn)]
        return found


def _one_of(many: Sequence[Any]) -> st.SearchStrategy[int]:
    """The place of one in a row; the things themselves would be written out in full wherever a law is broken."""
    return st.integers(0, len(many) - 1)


@st.composite
def designs(draw: st.DrawFn, material: Material) -> dict[str, Any]:
    """One of the designs to begin with, with some of its keys and tables left out."""
    return _with_fewer_keys(draw, material.whole[draw(_one_of(material.whole))])


def _with_fewer_keys(draw: st.DrawFn, whole: Mapping[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(dict(whole))
    for _ in range(draw(st.integers(0, 4))):
        table = data
        while table:
            key = draw(st.sampled_from(sorted(table)))
            if isinstance(table[key], dict) and table[key] and draw(st.booleans()):
                table = table[key]
                continue
            del table[key]
            break
    return data


@attrs.frozen
class Situation:
    """A design, and somebody at a stage of it on a day.

    Attributes:
        data: of the design, as TOML gives it.
        stage: of the lifecycle.
        facts: that are known of the case.
        on: the day.
    """

    data: dict[str, Any]
    stage: Stage
    facts: dict[str, Any]
    on: date


@st.composite
def situations(draw: st.DrawFn, material: Material) -> Situation:
    """Situations that begin with a design or with a case, and are then changed."""
    begins_with_case = bool(material.cases) and draw(st.booleans())
    case = material.cases[draw(_one_of(material.cases))] if begins_with_case else None
    data = _with_fewer_keys(draw, case.data.get("design", {})) if case else draw(designs(material))
    for _ in range(draw(st.integers(0, 2)) if material.parameters else 0):
        path, drawn = material.parameters[draw(_one_of(material.parameters))]
        put(data, path, draw(drawn))
    if case is None or "facts" not in case.data:
        return Situation(data, draw(ANY_STAGE), draw(material.facts), draw(DATES))
    return _around(draw, data, case, material)


@st.composite
def near(draw: st.DrawFn, material: Material) -> Situation:
    """What is like one of the cases, which have facts: the same design, another day, some facts changed."""
    case = material.cases[draw(_one_of(material.cases))]
    return _around(draw, dict(case.data.get("design", {})), case, material)


def _around(draw: st.DrawFn, data: dict[str, Any], case: RuleCase, material: Material) -> Situation:
    facts = dict(case.data["facts"])
    if draw(st.booleans()):
        facts |= {name: fact for name, fact in draw(material.facts).items() if name in facts}
    on = case.on + timedelta(days=draw(st.integers(-800, 800)))
    return Situation(data, case.rule.stage or Stage.SCREENING, facts, on)
