"""The whole conformance test of a plugin, for pytest."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import CASE_DAY, CaseError, RuleCase
from mentorkit.testing.checks import BEFORE_LOADING, CHECKS, NEEDS_HYPOTHESIS, NO_IO, Check, advice_of, can_run
from mentorkit.testing.declarations import case_advice
from mentorkit.testing.plugin_under_test import PluginUnderTest

if TYPE_CHECKING:
    import pytest


class Conformance:
    """Every check of a plugin as a test of its own, and every case file.

    Attributes:
        package: the name of the plugin's package.
        on: the day on which its template is judged.

    Example:
        A test file of a plugin, in whole:

        >>> from mentorkit.testing import Conformance
        >>> class TestHousing(Conformance):
        ...     package = "mentorkit_housing"
    """

    package: ClassVar[str]
    on: ClassVar[date] = CASE_DAY

    def pytest_generate_tests(self, metafunc: "pytest.Metafunc") -> None:
        """Makes one test of each check and of each case."""
        if "conformance_check" in metafunc.fixturenames:
            checks = [check for check in CHECKS if check.name != "cases"]  # each has a test of its own
            metafunc.parametrize("conformance_check", checks, ids=[check.name for check in checks])
        elif "rule_case" in metafunc.fixturenames:
            under_test = _subject(self.package, self.on)
            cases = under_test.every_case if under_test.loaded else ()
            names = [case.about if isinstance(case, CaseError) else str(case) for case in cases]
            metafunc.parametrize("rule_case", cases, ids=names)

    def test_plugin(self, conformance_check: Check) -> None:
        """One check."""
        import pytest

        under_test, watched = _watched(self.package, self.on)
        if not can_run(conformance_check):
            pytest.fail(f"{conformance_check.name} {NEEDS_HYPOTHESIS}", pytrace=False)
        if under_test.loaded is None and conformance_check.name not in BEFORE_LOADING:
            pytest.skip(f"{self.package} does not load")
        _fail_with(watched if conformance_check is NO_IO else advice_of(conformance_check, under_test))

    def test_case(self, rule_case: RuleCase | CaseError) -> None:
        """One case."""
        under_test, _ = _watched(self.package, self.on)
        advice = case_advice(under_test, rule_case)
        _fail_with([advice] if advice else [])


@cache
def _subject(package: str, on: date) -> PluginUnderTest:
    return PluginUnderTest.of(package, on)


@cache
def _watched(package: str, on: date) -> tuple[PluginUnderTest, list[Advice]]:
    """A plugin whose rules were watched while they ran, and what that showed.

    Whichever test is run first, rules are watched when they are first asked: one that remembers what it has read does
    not read it again.
    """
    under_test = _subject(package, on)
    return under_test, advice_of(NO_IO, under_test)


def _fail_with(advice: list[Advice]) -> None:
    """Fails with advice, and without the places in this kit that it went through."""
    import pytest

    if advice:
        pytest.fail("\n".join(map(str, advice)), pytrace=False)
