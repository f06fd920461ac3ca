"""Whether rules and views answer at all, on days and designs near those of the cases that nobody wrote a case for."""

import linecache
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from inspect import isgenerator
from pathlib import Path as File
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, StageReading
from mentorkit.core.design_reading import read_design
from mentorkit.core.rule import Rule
from mentorkit.programme.tables import Programme
from mentorkit.registry.code_line import line_behind
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase, with_rule
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.toml.structure import read_programme

_DAYS = range(-732, 733, 61)
"""How far the dates of a case are moved, in days: through two years on both sides, so that each month is met."""


def crashes(under_test: PluginUnderTest) -> Iterator[Advice]:
    """No rule and no view crashes: with dates moved, with a statement taken out of a design, with nothing stated."""
    found: dict[tuple[str, str], Advice] = {}
    for case in under_test.cases:
        raised: list[Exception] = []
        rule = attrs.evolve(case.rule, function=case.rule.function and _recorded(case.rule.function, raised))
        watched = with_rule(case, rule)
        for data in _designs(case.data.get("design", {})):
            programme, faults = read_programme(data, watched.book.sector_keys)
            if not faults:
                _ask(watched, programme)
                raised += _crashes_of_views(rule, programme)
        for crash in raised:
            advice = _advice(under_test, rule, crash)
            found.setdefault((rule.id, advice.message), advice)
    yield from found.values()


def _designs(stated: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A design, the same without each of its tables and of the keys in them, and one that states nothing."""
    yield dict(stated)
    yield {}
    for table, keys in stated.items():
        yield _without(stated, table)
        for key in keys if isinstance(keys, dict) else ():
            yield {**stated, table: _without(keys, key)}


def _without(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != name}


def _ask(case: RuleCase, programme: Programme) -> None:
    """Asks a rule what a command would: about the design, and about somebody with the dates of the case moved."""
    read_design(case.book, programme, case.on)
    if "facts" not in case.data or case.rule.stage is None:
        return
    stage = StageReading(case.book, programme, case.rule.stage, case.on)
    for days in _DAYS:
        stage.decide(Case("c", {name: _moved(value, days) for name, value in case.data["facts"].items()}))


def _moved(value: Any, days: int) -> Any:
    return value + timedelta(days=days) if isinstance(value, date) else value


def _recorded(function: Callable[..., Any], raised: list[Exception]) -> Callable[..., Any]:
    """The same function, which notes what it ends in."""

    def recorded(**values: Any) -> Any:
        try:
            answer = function(**values)
            return list(answer) if isgenerator(answer) else answer
        except Exception as crash:
            raised.append(crash)
            raise

    return recorded


def _crashes_of_views(rule: Rule, programme: Programme) -> Iterator[Exception]:
    for view in rule.views.values():
        try:
            view.of(programme)
        except Exception as crash:
            yield crash


def _advice(under_test: PluginUnderTest, rule: Rule, crash: Exception) -> Advice:
    """What to do about a crash: its kind and the author's own line, and not what it says, which may be of a person."""
    fix = "answer for this too: what is not stated is None, and a date can be any day"
    line = line_behind(crash, under_test.found.module)
    if line is None:
        return Advice("crashes", under_test.place(rule), f"it ends in {type(crash).__name__}", fix)
    file, number = line
    code = linecache.getline(file, number).strip()
    where = f"{under_test.name(File(file))}:{number}"
    return Advice("crashes", under_test.place(rule), f"it ends in {type(crash).__name__} at {where}: {code}", fix)
