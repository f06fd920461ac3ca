"""Plugins written for a test, by their rules or by all of their code."""

import importlib
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from mentorkit.registry.find import FoundPlugin
from mentorkit.registry.load import UnusablePluginError
from mentorkit.text.words import with_fix

NUMBERS = count(1)
BEGINNING = '''
from datetime import date
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)
Steps = Annotated[tuple[str, ...], Parameter(at="screening.steps")]


def made(id):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(steps: Steps) -> bool:
        """It helps."""
        return True
    return a_rule


def asking(id, description, kind=bool, ways=()):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(agrees: Annotated[kind, Fact(description, ways=ways)]) -> bool:
        """It helps."""
        return agrees
    return a_rule


def stating(id, description, at=None, kind=int, ways=()):
    @rule(id, strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
    def a_rule(wait: Annotated[kind, Parameter(description, at=at, ways=ways)]) -> bool:
        """It helps."""
        return True
    return a_rule
'''
PLACED = '''
@rule("ONE101", strength=Strength.MUST, sources=[SOURCE], unmet="not so", fix="do so")
def placed(placed_on: Annotated[date, Fact("when it began")]) -> bool:
    """It helps."""
    return bool(placed_on)
'''
SECTOR = """
@hookimpl
def mentorkit_sector():
    return Sector(title="NAME", prefix="PREFIX", edition="1", words={"mentee": "NAME mentee"})
"""
SCREENING = """
@hookimpl
def mentorkit_screening():
    return [RULES]
"""


def sector(name: str, rules: str) -> str:
    """The code of a plugin with rules about screening."""
    code = SECTOR.replace("NAME", name).replace("PREFIX", name[:3].upper())
    return code + SCREENING.replace("RULES", rules)


Make = Callable[..., FoundPlugin]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Writes plugins: by their rules, or by all of the code that follows the imports."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def write(name: str, rules: str = "", code: str = "") -> FoundPlugin:
        module = f"fake_{name}_{next(NUMBERS)}"
        importlib.invalidate_caches()
        (tmp_path / f"{module}.py").write_text(BEGINNING + (code or sector(name, rules)), encoding="utf-8")
        return FoundPlugin(name, module, f"mk-{name}", "1.2")

    yield write
    for module in set(sys.modules) - before:
        if module.startswith("fake_"):
            del sys.modules[module]


@pytest.fixture
def standards(make: Make) -> FoundPlugin:
    return make("standards", 'made("STA101")')


def refusal(action: Callable[[], object]) -> UnusablePluginError:
    with pytest.raises(UnusablePluginError) as refused:
        action()
    assert str(refused.value) == with_fix(refused.value.message, refused.value.fix)
    return refused.value
