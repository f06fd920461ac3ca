"""A made-up plugin that keeps the contract, and what it is made of, so that a test can spoil one thing of it."""

import importlib
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import pytest

NUMBERS = count(1)
INIT = '''\
"""Rules for a housing charity."""

from mentorkit.api import Rule, Sector, hookimpl, rules_in


@hookimpl
def mentorkit_sector() -> Sector:
    return Sector(title="housing", prefix="HSG", edition="1")


@hookimpl
def mentorkit_programme() -> list[Rule]:
    from PACKAGE import programme

    return rules_in(programme)


@hookimpl
def mentorkit_screening() -> list[Rule]:
    from PACKAGE import screening

    return rules_in(screening)
'''
PROGRAMME = '''\
"""The design as a whole."""

from collections.abc import Iterator

from mentorkit.api import Evidence, Problem, Programme, Source, Strength, not_settled, rule

BOOK = Source(author="A. Made", title="A book", address="https://example.org/book", evidence=Evidence.PRACTICE)


@rule("HSG001", strength=Strength.SHOULD, sources=[BOOK], reads=["programme.mentors", "training.topics"])
def mentors_are_counted(programme: Programme) -> Iterator[Problem]:
    """Who does not count does not know."""
    if programme.programme.mentors is None:
        yield not_settled("programme.mentors", "how many {mentors} there are", "state mentors")
'''
SCREENING = '''\
"""Who may become a mentor."""

from datetime import date
from typing import Annotated

from mentorkit.api import DecideBy, Duration, Evidence, Fact, Parameter, Source, Strength, at_least, rule

BOOK = Source(author="A. Made", title="A book", address="https://example.org/book", evidence=Evidence.PRACTICE)


@rule(
    "HSG101",
    strength=Strength.MUST,
    sources=[BOOK],
    unmet="in a home since {housed_since}: less than the {settled} this programme asks for",
    fix="offer a role without a caseload until {eligible_from}",
)
def settled_before_mentoring(
    settled: Annotated[
        Duration,
        Parameter(
            "time in a home of one's own",
            example='"3 months"',
            question="How long in a home of one's own before a placement?",
            plausible=("1 week", "5 years"),
            decide_by=DecideBy.RECRUITMENT,
            limits=[at_least("1 month")],
        ),
    ],
    housed_since: Annotated[
        date,
        Fact("date since when the applicant has a home", question="Since when has the applicant had a home?"),
    ],
    on: date,
) -> bool:
    """A home that is new takes all of one's strength."""
    return on >= housed_since + settled
'''
COLLECTS = '[design.screening]\ncollects = ["housed_since"]\n'
STATED = '[design.screening.SECTOR]\nsettled = "3 months"\n'
PERSON = "on = 2026-05-01\n" + STATED + "[facts]\n"
FILES = {
    "__init__.py": INIT,
    "programme.py": PROGRAMME,
    "screening.py": SCREENING,
    "cases/HSG001/clean-counted.toml": "[design.programme]\nmentors = 12\n",
    "cases/HSG001/warning-not-counted.toml": "",
    "cases/HSG101/clean-three-months.toml": COLLECTS + STATED,
    "cases/HSG101/error-a-week.toml": (COLLECTS + STATED).replace("3 months", "1 week"),
    "cases/HSG101/proceed-on-the-day.toml": PERSON + "housed_since = 2026-02-01\n",
    "cases/HSG101/not-yet-one-month.toml": PERSON + "housed_since = 2026-04-01\n[expect]\neligible_from = 2026-07-01\n",
    "cases/HSG101/refer-not-known.toml": PERSON,
}


def write(folder: Path, monkeypatch: pytest.MonkeyPatch, changes: Mapping[str, str | None], name: str = "") -> str:
    """Writes the plugin with some of its files changed, or left out; gives the name of its package.

    In the files PACKAGE stands for that name and SECTOR for the sector's.
    """
    sector = name or f"made_{next(NUMBERS)}"
    package = f"mentorkit_{sector}"
    for file, text in {**FILES, **changes}.items():
        if text is not None:
            (folder / package / file).parent.mkdir(parents=True, exist_ok=True)
            written = text.replace("PACKAGE", package).replace("SECTOR", sector)
            (folder / package / file).write_text(written, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    importlib.invalidate_caches()
    return package


def forget() -> None:
    """Takes made-up plugins out of what has been imported."""
    for module in [name for name in sys.modules if name.startswith("mentorkit_made_")]:
        del sys.modules[module]


def install(folder: Path, package: str, *, announced: bool = True) -> None:
    """Lets the plugin be found as an installed one is, whose distribution announces its prefix or does not."""
    sector = package.removeprefix("mentorkit_")
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: mentorkit-{sector}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        f"[mentorkit]\n{sector} = {package}\n" + (f"[mentorkit.prefix]\nHSG = {package}\n" if announced else "")
    )
