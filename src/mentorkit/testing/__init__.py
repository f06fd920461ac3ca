"""For the authors of plugins: cases that prove rules and explain them, and the proof that a plugin keeps the contract.

`Conformance` is the whole conformance test of a plugin; `check_plugin` and `mentorkit plugin check` ask the same
without pytest. docs/conformance.md says what each check is for and how to fix what it finds. What the tests need is in
the extra `mentorkit[testing]`; reading cases needs none of it.

A plugin, one of its rules, and what its cases have to show:

    >>> from mentorkit.testing import *
    >>> plugin = plugin_of("mentorkit.standards")
    >>> rule = next(rule for rule in plugin.rules if rule.id == "STD406")
    >>> [sorted(outcomes) for outcomes in expected_outcomes(rule)]
    [['error'], ['clean'], ['proceed'], ['not-yet', 'stop'], ['refer']]
    >>> missing_cases("mentorkit.standards")
    []
    >>> [str(case) for case in telling_cases(cases_of(plugin, rule))][-1]
    'STD406/refer-no-date'

One case, asked by itself. All of a plugin's are there for `pytest.mark.parametrize`:

    >>> (case,) = [case for case in rule_cases("mentorkit.standards") if str(case) == "STD406/refer-no-date"]
    >>> isinstance(case, RuleCase), case.why, case.on
    (True, 'no date', datetime.date(2026, 1, 1))
    >>> isinstance(case.answer(), CaseAnswer), case.answer().outcome
    (True, 'refer')
    >>> case.check()  # says nothing, since the rule answers as the name of the file promises
    >>> import attrs
    >>> try:
    ...     attrs.evolve(case, outcome="proceed").check()
    ... except CaseError as problem:
    ...     print(f"{problem.about}: {problem.fix}")
    STD406/proceed-no-date: rename the file, or fix the rule

Of a plugin's template, which the shared standards do not have:

    >>> template_findings("mentorkit.standards")
    []
"""

from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import (
    CaseAnswer,
    CaseError,
    RuleCase,
    cases_of,
    expected_outcomes,
    missing_cases,
    plugin_of,
    rule_cases,
    telling_cases,
)
from mentorkit.testing.checks import check_plugin
from mentorkit.testing.conformance import Conformance
from mentorkit.testing.template import template_findings

__all__ = [
    "Advice",
    "CaseAnswer",
    "CaseError",
    "Conformance",
    "RuleCase",
    "cases_of",
    "check_plugin",
    "expected_outcomes",
    "missing_cases",
    "plugin_of",
    "rule_cases",
    "telling_cases",
    "template_findings",
]
