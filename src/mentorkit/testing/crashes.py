"""Whether rules, conditions and views answer at all, near the cases, where nobody wrote a case."""

import ast
import copy
import linecache
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from inspect import isgenerator
from pathlib import Path as File
from typing import Any

import attrs

from mentorkit.core.case_reading import Case, StageReading
from mentorkit.core.condition import Condition
from mentorkit.core.design_reading import read_design
from mentorkit.core.rule import Rule
from mentorkit.programme.tables import Programme
from mentorkit.registry.code_line import line_behind
from mentorkit.registry.crash_in_words import in_one_line
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase, with_rule
from mentorkit.testing.changed_designs import put, values_to_try, without_each_key
from mentorkit.testing.plugin_under_test import PluginUnderTest
from mentorkit.toml.structure import read_programme
from mentorkit.validation.known_entries import own_open_lists
from mentorkit.values.declared import kind_of

_DAYS = range(-732, 733, 61)
"""How far the dates of a case are moved, in days: through two years on both sides, so that each month is met."""
_FIX = "answer for this too: what is not stated is None, and a date can be any day"
_BOOL = "answer with True or False, for example by bool(…), or with None where the design does not say"


def crashes(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Nothing crashes: with dates moved, other values stated, a statement taken out of a design, nothing stated."""
    found: dict[tuple[str, str], Advice] = {}
    for case in under_test.cases:
        for place, advice in _of_a_case(under_test, case):
            found.setdefault((case.rule.id, place), advice)
    yield from found.values()
    yield from _hidden(under_test)


def _hidden(under_test: PluginUnderTest) -> Iterator[Advice]:
    """Where every exception is caught, so that a rule answers something where it cannot know, and nobody sees it."""
    for file in sorted({rule.line[0] for rule in under_test.plugin.rules}):
        for node in ast.walk(ast.parse(File(file).read_bytes())):
            if isinstance(node, ast.ExceptHandler) and _catches_all(node.type) and not _raises(node):
                place = f"{under_test.name(File(file))}:{node.lineno}"
                message = "it catches every exception, so that a rule answers where it cannot know"
                fix = "catch the one that you expect; what a rule cannot answer is referred to a person"
                yield Advice("crashes", place, message, fix)


def _catches_all(caught: ast.expr | None) -> bool:
    each = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(one is None or getattr(one, "id", "") in ("Exception", "BaseException") for one in each)


def _raises(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) for node in ast.walk(handler))


def crash_of(under_test: PluginUnderTest, case: RuleCase) -> str:
    """What the rule of a case ends in, and where; empty where it answers."""
    raised: list[BaseException] = []
    _recorded_in(case, raised).answer()
    raised += _crashes_of_views(case.rule, case.programme)
    return _in_words(under_test, raised[0])[1] if raised else ""


def _of_a_case(under_test: PluginUnderTest, case: RuleCase) -> Iterator[tuple[str, Advice]]:
    """What goes wrong near a case, each with its place, so that it is said once."""
    raised: list[BaseException] = []
    watched = _recorded_in(case, raised)
    rule, about = watched.rule, under_test.place(case.rule)
    for data in _designs(case):
        programme, faults = read_programme(data, case.book.sector_keys, own_open_lists(case.book))
        if faults:
            continue
        _ask(watched, programme)
        raised += _crashes_of_views(rule, programme)
        for condition in _parts(rule.applies):
            if answer := _strange_answer(condition, programme, raised):
                message = f"its condition '{condition.words}' answers with {answer}, which counts as not known"
                yield message, Advice("crashes", about, message, _BOOL)
        for crash in raised:
            place, words = _in_words(under_test, crash)
            yield place, Advice("crashes", about, f"it ends in {words}", _FIX)
        raised.clear()


def _recorded_in(case: RuleCase, raised: list[BaseException]) -> RuleCase:
    """The same case of a rule that notes what it ends in."""
    rule = case.rule
    return with_rule(case, attrs.evolve(rule, function=rule.function and _recorded(rule.function, raised)))


def _designs(case: RuleCase) -> Iterator[dict[str, Any]]:
    """The design of a case, without each of its tables and keys, with other values, and one that states nothing."""
    stated: Mapping[str, Any] = case.data.get("design", {})
    yield dict(stated)
    yield {}
    for table in stated:
        yield {name: value for name, value in stated.items() if name != table}
    yield from (less for _, _, less in without_each_key(stated))
    for argument in case.rule.parameters if case.rule.has_function else ():
        for value in values_to_try(argument):
            yield put(copy.deepcopy({**stated}), case.rule.path(argument), value)


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


def _recorded(function: Callable[..., Any], raised: list[BaseException]) -> Callable[..., Any]:
    """The same function, which notes what it ends in."""

    def recorded(**values: Any) -> Any:
        try:
            answer = function(**values)
            return list(answer) if isgenerator(answer) else answer
        except KeyboardInterrupt:
            raise
        except BaseException as crash:  # one that exits ends no run, and does not answer either
            raised.append(crash)
            raise

    return recorded


def _crashes_of_views(rule: Rule, programme: Programme) -> Iterator[Exception]:
    for view in rule.views.values():
        try:
            made = view.of(programme) if view.is_in(programme) else None
        except Exception as crash:
            yield crash
        else:
            if made is not None and not isinstance(made, view):
                yield TypeError(f"{view.__name__}.of() gives {kind_of(made)}, and not {view.__name__} or None")


def _parts(condition: Condition | None) -> Iterator[Condition]:
    """The conditions that ask the design, of which others are made up."""
    if condition is not None:
        yield from (part for one in condition.parts for part in _parts(one))
        yield from () if condition.parts else (condition,)


def _strange_answer(condition: Condition, programme: Programme, raised: list[BaseException]) -> str:
    """What a condition answers with that is neither yes, no nor unknown; empty for one that does or that crashes."""
    try:
        answer = condition.test(programme)
    except Exception as crash:
        raised.append(crash)
        return ""
    return "" if answer is None or isinstance(answer, bool) else kind_of(answer)


def _in_words(under_test: PluginUnderTest, crash: BaseException) -> tuple[str, str]:
    """Where something crashed, to say it once, and what it ended in there: what it says is about a made-up person."""
    line = line_behind(crash, under_test.found.module)
    if line is None:
        return in_one_line(crash), in_one_line(crash)
    where = f"{under_test.name(File(line[0]))}:{line[1]}"
    return f"{type(crash).__name__} {where}", f"{in_one_line(crash)}, at {where}: {linecache.getline(*line).strip()}"
