"""The public surface as type checkers see it from outside: the installed package, and no settings of ours."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit import api, testing

pytestmark = pytest.mark.long
MODULE = Path(__file__).with_name("plugin_module.py")
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


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where mypy keeps what it has found out about what all modules import."""
    return tmp_path_factory.mktemp("cache")


def check(checker: str, module: Path, folder: Path, cache: Path) -> str:
    """What a checker says of a module, in a folder that has nothing else; empty where all is well."""
    (folder / "pyrightconfig.json").write_text(SETTINGS)
    python = ["--python-executable" if checker == "mypy" else "--pythonpath", sys.executable]
    ran = subprocess.run(
        [*CHECKERS[checker], *python, str(module)],
        cwd=folder,
        env={**os.environ, "MYPY_CACHE_DIR": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    return ran.stdout + ran.stderr if ran.returncode else ""


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.parametrize("checker", CHECKERS)
def test_a_plugin_that_uses_every_name_has_the_types_that_are_expected(
    checker: str, name: str, tmp_path: Path, cache: Path
) -> None:
    module = Path(shutil.copy(MODULE.with_name(name), tmp_path))
    assert check(checker, module, tmp_path, cache) == ""


@pytest.mark.parametrize("checker", CHECKERS)
def test_each_expected_error_is_found_and_a_wrong_type_too(checker: str, tmp_path: Path, cache: Path) -> None:
    text = MODULE.read_text(encoding="utf-8")
    without_notes = re.sub(r"  # type: ignore.*", "", text)
    module = tmp_path / "plugin_module.py"
    module.write_text(without_notes.replace("assert_type(WEEK, Duration)", "assert_type(WEEK, date)"), encoding="utf-8")
    expected = {number for number, line in enumerate(text.splitlines(), 1) if "# type: ignore" in line}
    expected.add(text[: text.index("assert_type(WEEK, Duration)")].count("\n") + 1)
    said = check(checker, module, tmp_path, cache)
    assert {int(line) for line in re.findall(r"plugin_module\.py:(\d+)(?::\d+)?(?: -)?:? error", said)} == expected


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
