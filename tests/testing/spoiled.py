"""Ways to spoil one thing of the made-up plugin, and what is said of it then."""

from pathlib import Path

import pytest

from mentorkit.testing import Advice
from mentorkit.testing.checks import CHECKS, advice_of
from mentorkit.testing.plugin_under_test import PluginUnderTest

from .made import INIT, PROGRAMME, SCREENING, write

Changes = dict[str, str | None]
RULE = "HSG101 (PACKAGE/screening.py:11)"
SEARCH = "HSG001 (PACKAGE/programme.py:10)"
ANSWER = "return on >= housed_since + settled"
SLOW = {check.name for check in CHECKS if check.generates} | {"time"}
CASES = {
    "cases/HSG001/clean-counted.toml": '[design.programme]\nmentors = 12\nsettings = ["custody"]\n',
    "cases/HSG001/warning-not-counted.toml": '[design.programme]\nsettings = ["custody"]\n',
}
ExpectedAdvice = list[tuple[str, str, str, str]]
Ways = dict[str, tuple[Changes, ExpectedAdvice]]


def screening(old: str, new: str, imports: str = "") -> Changes:
    """The module of screening with a part of it changed, and with lines before its imports."""
    assert old in SCREENING
    return {"screening.py": SCREENING.replace(old, new).replace("from datetime", f"{imports}from datetime", 1)}


def answering(new: str, imports: str = "") -> Changes:
    return screening(ANSWER, new, imports)


def searching(new: str, imports: str = "") -> Changes:
    """The module of the rule that searches the design, with another search."""
    before, _, _ = PROGRAMME.partition("    if programme")
    return {"programme.py": before.replace("from collections", f"{imports}from collections", 1) + new}


def under(condition: str, cases: dict[str, str] = CASES, strength: str = "MUST") -> Changes:
    """The rule that searches the design, as it applies under a condition."""
    module = PROGRAMME.replace('"training.topics"])', f'"training.topics"], applies={condition})')
    module = module.replace("Strength.SHOULD", f"Strength.{strength}").replace("rule\n\nBOOK", "rule, when\n\nBOOK")
    if strength == "MUST":
        cases = {name.replace("warning", "error"): text for name, text in cases.items()}
        return {"programme.py": module, "cases/HSG001/warning-not-counted.toml": None, **cases}
    return {"programme.py": module, **cases}


def init(old: str, new: str) -> Changes:
    assert old in INIT
    return {"__init__.py": INIT.replace(old, new)}


def advice_on(package: str, *checks: str) -> list[Advice]:
    """What all quick checks say, and of the others the ones in question."""
    under_test = PluginUnderTest.of(package)
    return [
        advice
        for each in CHECKS
        if each.name not in SLOW or each.name in checks
        for advice in advice_of(each, under_test)
    ]


def advice_from(check: str, package: str) -> list[Advice]:
    """What one check says of a plugin."""
    return [advice for advice in advice_on(package, check) if advice.check == check]


def assert_advice(way: tuple[Changes, ExpectedAdvice], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asserts what is said of a plugin that is spoiled in one way, all of it."""
    changes, expected = way
    package = write(folder, monkeypatch, changes)
    sector = package.removeprefix("mentorkit_")
    filled = [[text.replace("PACKAGE", package).replace("SECTOR", sector) for text in one] for one in expected]
    assert advice_on(package) == [Advice(*one) for one in filled]
