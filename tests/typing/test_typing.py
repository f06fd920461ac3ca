"""The public surface as type checkers see it from outside: the installed package, and no settings of ours."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from mentorkit import api, testing

pytestmark = pytest.mark.long
MODULE = Path(__file__).with_name("plugin_module.py")
TEXT = MODULE.read_text(encoding="utf-8")
RIGHT_TYPE = "assert_type(WEEK, Duration)"
MODULES = {"plugin_module.py": api, "conformance_module.py": testing}
"""The modules that are checked, each with what it has every name of."""
BIN = Path(sys.executable).parent
# basedpyright is pyright with its own Node in the wheel: pyright itself fetches one where it first runs.
CHECKERS = {
    "mypy": [str(BIN / "mypy"), "--strict", "--config-file="],
    "pyright": [str(BIN / "basedpyright"), "--project", "."],
}
SETTINGS = """{
  "typeCheckingMode": "strict",
  "enableTypeIgnoreComments": false,
  "reportUnnecessaryTypeIgnoreComment": "error"
}
"""


WRONG = "wrong_module.py"
"""The plugin without the notes that say where an error is expected, and with a type that is not the one there is."""


@pytest.fixture(scope="module", params=CHECKERS)
def errors(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, checked_before: Path
) -> Mapping[str, str]:
    """What a checker says of each module, in a folder that has nothing else; empty where all is well."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "pyrightconfig.json").write_text(SETTINGS)
    for name in MODULES:
        shutil.copy(MODULE.with_name(name), folder)
    without_notes = re.sub(r"  # type: ignore.*", "", TEXT)
    (folder / WRONG).write_text(without_notes.replace(RIGHT_TYPE, RIGHT_TYPE.replace("Duration", "date")), "utf-8")
    python = ["--python-executable" if request.param == "mypy" else "--pythonpath", sys.executable]
    ran = subprocess.run(
        [*CHECKERS[request.param], *python, *MODULES, WRONG],
        cwd=folder,
        env={**os.environ, "MYPY_CACHE_DIR": str(checked_before / "typing")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr
    lines = ran.stdout.splitlines()
    return {name: "\n".join(line for line in lines if f"{name}:" in line) for name in (*MODULES, WRONG)}


@pytest.mark.parametrize("name", MODULES)
def test_a_plugin_that_uses_every_name_has_the_types_that_are_expected(errors: Mapping[str, str], name: str) -> None:
    assert errors[name] == ""


def test_each_expected_error_is_found_and_a_wrong_type_too(errors: Mapping[str, str]) -> None:
    expected = {number for number, line in enumerate(TEXT.splitlines(), 1) if "# type: ignore" in line}
    expected.add(TEXT[: TEXT.index(RIGHT_TYPE)].count("\n") + 1)
    found = re.findall(rf"{re.escape(WRONG)}:(\d+)(?::\d+)?(?: -)?:? error", errors[WRONG])
    assert {int(line) for line in found} == expected


@pytest.mark.parametrize("name", MODULES)
def test_the_plugin_uses_every_public_name(name: str) -> None:
    public = MODULES[name]
    tree = ast.parse(MODULE.with_name(name).read_text(encoding="utf-8"))
    (imported,) = [
        {alias.name for alias in node.names}
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == public.__name__
    ]
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert imported == set(public.__all__)
    assert imported <= used


def test_the_package_says_that_it_has_types() -> None:
    assert (Path(str(api.__file__)).parent / "py.typed").exists()
