"""For the authors of plugins: cases that prove rules and explain them, and the proof that a plugin keeps the contract.

`Conformance` is the whole conformance test of a plugin; `check_plugin` and `mentorkit plugin check` ask the same
without pytest. docs/conformance.md says what each check is for and how to mend what it finds. What the tests need is in
the extra `mentorkit[testing]`; reading cases needs none of it.
"""

from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import (
    Answer,
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
    "Answer",
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
