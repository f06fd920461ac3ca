"""Running the command line as a person does: a process of its own, with what it prints and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ran = subprocess.CompletedProcess[str]
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
    """Runs `mentorkit …` in an empty folder."""

    def run(*args: str, stdin: str | bytes = "", **environment: str) -> Ran:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        ran = subprocess.run(
            [sys.executable, "-m", "mentorkit", *args],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "100", **environment},
            check=False,
            timeout=60,
        )
        out, err = ran.stdout.decode(), ran.stderr.decode()
        assert "Traceback" not in err
        return subprocess.CompletedProcess(ran.args, ran.returncode, out, err)

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
        folders = sorted(str(folder) for folder in (tmp_path / "installed").iterdir())
        return run(*args, PYTHONPATH=os.pathsep.join(folders), **environment)

    return ask
