"""What asking a rule again shows: whether it answers the same, and how long it takes."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from inspect import isgenerator
from operator import itemgetter
from pathlib import Path as File
from time import perf_counter_ns
from typing import Any

import attrs

from mentorkit.core.design_reading import read_design
from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CaseAnswer, RuleCase, with_rule
from mentorkit.testing.kept import kept_by
from mentorkit.testing.other_runs import other_runs
from mentorkit.testing.plugin_under_test import STANDARDS_PACKAGE, PluginUnderTest
from mentorkit.toml.structure import programme_toml

_REPEATS = 5
_MOST_TIMES_SLOWER = 10
"""How many times longer than the slowest of the shared standards a rule may take. That one goes through a network, so
that neither a busy machine nor a rule with more to do comes near; one that is slow by mistake goes far beyond."""


_ITSELF = "let it keep nothing from one question to the next"


def twice(under_test: PluginUnderTest) -> Iterator[Advice]:
    """A rule answers the same when it is asked again, whatever it was asked in between, and keeps nothing of it."""
    before_all = under_test.kept_before
    first = [_answers_of(case) for case in under_test.cases]
    again = [_answers_of(case) for case in reversed(under_test.cases)][::-1]
    reported: set[str] = set()
    for case, before, after in zip(under_test.cases, first, again, strict=True):
        if before != after and case.rule.id not in reported:
            reported.add(case.rule.id)
            message = f'asked twice about "{case.why}" it says "{before[0].outcome}" and then "{after[0].outcome}"'
            yield Advice("twice", under_test.place(case.rule), message, _ITSELF)
    for case in under_test.cases:
        if case.rule.id not in reported and _changes_design(case):
            reported.add(case.rule.id)
            fix = "let it only read the design; other rules are asked about it next"
            yield Advice("twice", under_test.place(case.rule), f'it changes the design of "{case.why}"', fix)
    if not reported:
        yield from _kept(under_test, before_all)
        yield from other_runs(under_test)


def _changes_design(case: RuleCase) -> bool:
    programme = case.programme
    before = programme_toml(programme)
    if "facts" not in case.data:
        read_design(case.book, programme, case.on)
    return programme_toml(programme) != before


def _kept(under_test: PluginUnderTest, before: Mapping[tuple[str, str], Any]) -> Iterator[Advice]:
    """What modules keep otherwise than before: by luck no case has shown yet that answers depend on it."""
    modules = {module for module, _ in before}
    for (module, name), value in kept_by(under_test.found.module).items():
        if module in modules and before.get((module, name), "nothing") != value:
            file = File(str(sys.modules[module].__file__))
            fix = f"{_ITSELF}; functools.cache keeps what a function works out"
            yield Advice("twice", under_test.name(file), f"{name} is changed while rules are asked", fix)


def _answers_of(case: RuleCase) -> tuple[CaseAnswer, Any]:
    return case.answer(), case.decision() if "facts" in case.data else case.findings()


def time(under_test: PluginUnderTest) -> Iterator[Advice]:
    """No rule takes very much longer than the rules of the shared standards do."""
    slowest = _slowest_of_standards()
    for rule in under_test.plugin.rules:
        took = _longest(case for case in under_test.cases if case.rule.id == rule.id)
        if took > slowest * _MOST_TIMES_SLOWER:
            message = f"it takes {took / slowest:.0f} times as long as the slowest rule of the shared standards"
            fix = "work out beforehand what is the same for every design and case"
            yield Advice("time", under_test.place(rule), message, fix)


@cache
def _slowest_of_standards() -> float:
    """How long the slowest rule of the shared standards takes, worked out once for all plugins that are looked at."""
    return _longest(PluginUnderTest.of(STANDARDS_PACKAGE).cases)


def _longest(cases: Iterable[RuleCase]) -> float:
    """How long the slowest of some cases takes to answer once, in nanoseconds: the best of several times.

    A case that once took no longer than that is not asked again. It is 0 where nothing but limits is asked.
    """
    once = [(taken, case) for case in cases if (taken := _time_of(case)) is not None]
    longest = 0.0
    for taken, case in sorted(once, key=itemgetter(0), reverse=True):
        if taken <= longest:
            break
        again = (_time_of(case) for _ in range(_REPEATS - 1))
        longest = max(longest, min([taken, *filter(None, again)]))
    return longest


def _time_of(case: RuleCase) -> float | None:
    """How long one answer of a rule about a case takes on average; None where it is not asked."""
    taken: list[int] = []
    timed = attrs.evolve(case.rule, function=case.rule.function and _timed(case.rule.function, taken))
    with_rule(case, timed).answer()
    return sum(taken) / len(taken) if taken else None


def _timed(function: Callable[..., Any], taken: list[int]) -> Callable[..., Any]:
    def timed(**values: Any) -> Any:
        start = perf_counter_ns()
        try:
            answer = function(**values)
            return list(answer) if isgenerator(answer) else answer
        finally:
            taken.append(perf_counter_ns() - start)

    return timed
