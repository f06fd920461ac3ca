"""Running the command line as a person does, also with made-up sectors."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.running import Ran as Ran  # for the tests beside this file
from tests.running import run_here, run_process

from .match_sheets import Sheets, match_people

Run = Callable[..., Ran]
Install = Callable[..., Path]
CODE = '''
"""A made-up sector."""
from typing import Annotated
from mentorkit.api import *

SOURCE = Source(author="A", title="T", address="https://example.org", evidence=Evidence.PRACTICE)


asked = requires(
    "RULE",
    "asked",
    {"doors": Annotated[int, Parameter("how many doors there are", example="2")]},
    strength=Strength.MUST,
    sources=[SOURCE],
    reason="It helps.",
)


@hookimpl
def mentorkit_sector():
    return Sector(title="the sector NAME", prefix=PREFIX, edition="1")


@hookimpl
def mentorkit_screening():
    return [asked]
'''
"""A made-up sector with one rule."""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `mentorkit …` in an empty folder, in a process of its own where Python itself has to be told something."""

    def run(*args: str, stdin: str | bytes = "", importable: Sequence[Path] = (), **environment: str) -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        if any(name.startswith("PYTHON") for name in environment):
            ran = run_process(args, tmp_path, given, environment)
        else:
            ran = run_here(args, tmp_path, given, environment, importable=importable)
        assert "Traceback" not in ran.stderr
        return ran

    return run


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Installs a made-up sector, in a folder of its own; gives that folder."""

    def install(
        distribution: str, name: str, rule: str, *, module: str = "", code: str = "", announced: bool = True
    ) -> Path:
        folder = tmp_path / "installed" / distribution
        module = module or distribution.replace("-", "_")
        about = folder / f"{distribution.replace('-', '_')}-1.5.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Name: {distribution}\nVersion: 1.5\n")
        (about / "entry_points.txt").write_text(
            f"[mentorkit]\n{name} = {module}\n" + (f"[mentorkit.prefix]\n{rule[:3]} = {module}\n" if announced else "")
        )
        text = code or CODE.replace("RULE", rule).replace("NAME", name).replace("PREFIX", repr(rule[:3]))
        (folder / module).mkdir()
        (folder / module / "__init__.py").write_text(text)
        return folder

    return install


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command where everything that was installed can be imported."""

    def ask(*args: str, **environment: str) -> Ran:
        return run(*args, importable=sorted((tmp_path / "installed").iterdir()), **environment)

    return ask


@pytest.fixture
def sheets(run: Run, tmp_path: Path) -> Sheets:
    """Runs `mentorkit match` on people who suit each other."""
    return partial(match_people, run, tmp_path)
