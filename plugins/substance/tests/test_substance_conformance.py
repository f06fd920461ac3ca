"""Every rule of the sector keeps the contract, and is proved by a case for each outcome."""

from datetime import date

import pytest

from mentorkit.testing import RuleCase, missing_cases, rule_cases, template_findings

PACKAGE = "mentorkit_substance"


@pytest.mark.parametrize("case", rule_cases(PACKAGE), ids=str)
def test_the_rule_says_what_the_case_promises(case: RuleCase) -> None:
    case.check()


def test_every_outcome_of_every_rule_has_a_case() -> None:
    assert missing_cases(PACKAGE) == []


def test_the_template_is_complete() -> None:
    assert template_findings(PACKAGE, date(2026, 11, 22)) == []
