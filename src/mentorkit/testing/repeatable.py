"""What asking a rule again shows: whether it answers the same, and how long it takes."""

from collections.abc import Callable, Iterator
from functools import cache
from inspect import isgenerator
from time import perf_counter_ns
from typing import Any

import attrs

from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import Answer, RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest

_STANDARDS = "mentorkit.standards"
_REPEATS = 5
_MUCH = 10
"""How many times longer than the slowest of the shared standards a rule may take. That one goes through a network, so
that neither a busy machine nor a rule with more to do comes near; one that is slow by mistake goes far beyond."""


def twice(subject: PluginUnderTest) -> Iterator[Advice]:
    """A rule answers the same when it is asked again, whatever it was asked in between."""
    first = [_told(case) for case in subject.cases]
    again = [_told(case) for case in reversed(subject.cases)][::-1]
    reported: set[str] = set()
    for case, before, after in zip(subject.cases, first, again, strict=True):
        if before != after and case.rule.id not in reported:
            reported.add(case.rule.id)
            said = f'asked twice about "{case.why}" it says "{before[0].outcome}" and then "{after[0].outcome}"'
            yield Advice("twice", subject.place(case.rule), said, "let it keep nothing from one question to the next")


def _told(case: RuleCase) -> tuple[Answer, Any]:
    return case.answer(), case.decision() if "facts" in case.data else case.findings()


def time(subject: PluginUnderTest) -> Iterator[Advice]:
    """No rule takes very much longer than the rules of the shared standards do."""
    slowest = _slowest_of_standards()
    rules = {rule.id: rule for rule in subject.plugin.rules}
    for name, took in times_of(subject).items():
        if took > slowest * _MUCH:
            message = f"it takes {took / slowest:.0f} times as long as the slowest rule of the shared standards"
            fix = "work out beforehand what is the same for every design and case"
            yield Advice("time", subject.place(rules[name]), message, fix)


@cache
def _slowest_of_standards() -> float:
    """How long the slowest rule of the shared standards takes, worked out once for all plugins that are looked at."""
    return max(times_of(PluginUnderTest.of(_STANDARDS)).values())


def times_of(subject: PluginUnderTest) -> dict[str, float]:
    """How long each rule takes to answer once, in nanoseconds, by id: of its slowest case the best of several times.

    A rule that is no more than its limits is left out.
    """
    slowest: dict[str, float] = {}
    for case in subject.cases:
        best = min(filter(None, (_time_of(case) for _ in range(_REPEATS))), default=None)
        if best is not None:
            slowest[case.rule.id] = max(best, slowest.get(case.rule.id, 0))
    return slowest


def _time_of(case: RuleCase) -> float | None:
    """How long one answer of a rule about a case takes on average; None where it is not asked."""
    taken: list[int] = []
    timed = attrs.evolve(case.rule, function=case.rule.function and _timed(case.rule.function, taken))
    attrs.evolve(case, rule=timed, book=case.book.only(timed)).answer()
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
