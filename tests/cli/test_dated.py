"""Commands about rules that end and begin on a day: what is asked is what the rules of the day ask."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Install, Ran

SECTOR = '''
"""A made-up sector whose rules change in April 2027."""
from datetime import date
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)
ENDS, BEGINS = Days(last=date(2027, 3, 31)), Days(first=date(2027, 4, 1))
Doors = Parameter("how many doors there are", example="3", limits=[at_least(2, days=BEGINS)])


@rule("HSG101", strength=Strength.MUST, sources=[SOURCE], unmet="no", fix="ask", days=ENDS)
def before(old: Annotated[bool, Fact("whether they agree to the old terms")]) -> bool:
    """It helps."""
    return old


@rule("HSG102", strength=Strength.MUST, sources=[SOURCE], unmet="no", fix="ask", days=BEGINS)
def after(new: Annotated[bool, Fact("whether they agree to the new terms")]) -> bool:
    """It helps."""
    return new


doors = requires(
    "HSG103",
    "doors",
    {"doors": Annotated[int, Doors]},
    strength=Strength.MUST,
    sources=[SOURCE],
    reason="It helps.",
)


@hookimpl
def mentorkit_sector():
    return Sector(title="housing", prefix="HSG", edition="1")


@hookimpl
def mentorkit_screening():
    return [before, after, doors]
'''
EACH_DAY = [("2027-03-31", ["old"], []), ("2027-04-01", ["new"], ["doors"])]


@pytest.fixture
def ours(install: Install, ask: Callable[..., Ran], tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command where the sector is installed, and a programme names it."""
    install("mk-housing", "housing", "HSG101", code=SECTOR)
    (tmp_path / "ours.toml").write_text('format = 2\n[programme]\nsectors = ["housing"]\nways = ["pair"]\n')
    return ask


@pytest.mark.parametrize(("on", "facts", "keys"), EACH_DAY)
def test_facts_and_its_templates_are_those_of_the_day(
    ours: Callable[..., Ran], tmp_path: Path, on: str, facts: list[str], keys: list[str]
) -> None:
    listed = json.loads(ours("facts", "ours.toml", "--on", on, "--format", "json").stdout)["facts"]
    assert [fact["name"] for fact in listed if set(fact["rules"]) & {"HSG101", "HSG102"}] == facts
    sheet = ours("facts", "ours.toml", "--on", on, "--template", "screening").stdout.strip().split(",")
    assert [name for name in sheet if name in ("old", "new")] == facts


@pytest.mark.parametrize(("on", "facts", "keys"), EACH_DAY)
def test_a_first_file_asks_what_the_rules_of_the_day_ask(
    ours: Callable[..., Ran], on: str, facts: list[str], keys: list[str]
) -> None:
    given = ("--sector", "housing", "--setting", "community", "--nation", "wales", "--name", "Ours", "--from", "blanks")
    text = ours("init", "-", *given, "--on", on).stdout
    assert [name for name in ("old", "new") if f"{name} (true or false): " in text] == facts
    assert ("how many doors there are" in text) is bool(keys)


def test_a_key_keeps_its_description_on_days_on_which_no_rule_asks_for_it(
    ours: Callable[..., Ran], tmp_path: Path
) -> None:
    text = (tmp_path / "ours.toml").read_text()
    for name, number in (("a.toml", 3), ("b.toml", 4)):
        (tmp_path / name).write_text(f"{text}[screening.housing]\ndoors = {number}\n")
    changed = ours("diff", "a.toml", "b.toml", "--on", "2027-03-31").stdout
    assert "how many doors there are: 3 → 4" in changed


def test_one_file_may_be_standard_input_and_both_days_may_be_the_same(ours: Callable[..., Ran], tmp_path: Path) -> None:
    text = (tmp_path / "ours.toml").read_text() + "[screening.housing]\ndoors = 1\n"
    days = ("--from-date", "2027-03-31", "--to-date", "2027-04-01")
    ran = ours("diff", "-", *days, stdin=text)
    assert ran.returncode == 1
    assert "[HSG103]" in ran.stdout
    (tmp_path / "same.toml").write_text(text)
    same = ours("diff", "same.toml", "--on", "2027-04-01", "--to-date", "2027-04-01")
    assert same.returncode == 0
    assert "no changes" in same.stdout
