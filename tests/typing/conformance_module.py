"""The tests of a plugin as its author's type checker sees them: every name of `mentorkit.testing`, used.

Like `plugin_module.py`, which has all of `mentorkit.api`.
"""

from datetime import date
from typing import assert_type

from mentorkit.testing import (
    Advice,
    CaseAnswer,
    CaseError,
    Conformance,
    RuleCase,
    cases_of,
    check_plugin,
    expected_outcomes,
    missing_cases,
    plugin_of,
    rule_cases,
    telling_cases,
    template_findings,
)


class TestHousing(Conformance):
    """The whole conformance test."""

    package = "mentorkit_housing"
    on = date(2026, 11, 22)


class TestNothing(Conformance):
    """One that names no package."""

    package = None  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]


ADVICE = Advice("ids", "HSG101", "its id is used twice", "give one of the two the next free number")
assert_type(check_plugin("mentorkit_housing", date(2026, 11, 22)), list[Advice])
assert_type(missing_cases("mentorkit_housing"), list[str])
assert_type(template_findings("mentorkit_housing"), list[str])
PLUGIN = plugin_of("mentorkit_housing")
for rule in PLUGIN.rules:
    assert_type(expected_outcomes(rule), list[set[str]])
    assert_type(telling_cases(cases_of(PLUGIN, rule)), list[RuleCase])


def asked(case: RuleCase) -> CaseAnswer | str:
    """What a rule says of a case."""
    assert_type(case.on, date)
    try:
        case.check()
    except CaseError as problem:
        return assert_type(problem.about, str) + problem.message + problem.fix
    answer = case.answer()
    assert_type(answer.eligible_from, date | None)
    answer.outcome = ADVICE.check  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    return answer


SAID = [asked(case) for case in rule_cases("mentorkit_housing")]
