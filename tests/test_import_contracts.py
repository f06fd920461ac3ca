"""The import contracts of pyproject.toml: an import that breaks one of them is refused, and the contract is named."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomli_w

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
PACKAGES = [ROOT / "src/mentorkit", *ROOT.glob("plugins/*/src/*")]
BREAKS = {  # by contract: a module, and an import that it must not have
    "layers": ("mentorkit/values/rate.py", "mentorkit.programme.key"),
    "plugins see the public surface only": ("mentorkit/standards/training.py", "mentorkit.network.room"),
    "click is in the command line only": ("mentorkit/text/words.py", "click"),
    "the solver knows no programmes": ("mentorkit/matching/solver/knapsack.py", "mentorkit.programme.key"),
    "layers of matching": ("mentorkit/matching/result.py", "mentorkit.matching.match"),
    "no circle of imports, in no folder": ("mentorkit/values/text_value.py", "mentorkit.values.rate"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all packages, and with the contracts."""
    folder = tmp_path_factory.mktemp("contracts")
    for package in PACKAGES:
        shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__", "cases"))
    (folder / "pyproject.toml").write_text(tomli_w.dumps({"tool": {"importlinter": SETTINGS}}), encoding="utf-8")
    return folder


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    return subprocess.run([*command, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_tried() -> None:
    assert set(BREAKS) == {contract["name"] for contract in SETTINGS["contracts"]}


def test_the_packages_as_they_are_keep_all_contracts(copy: Path) -> None:
    ran = lint_imports(copy)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"Contracts: {len(BREAKS)} kept, 0 broken." in ran.stdout


@pytest.mark.parametrize("contract", BREAKS)
def test_an_import_that_breaks_a_contract_is_refused(contract: str, copy: Path) -> None:
    module, forbidden = BREAKS[contract]
    before = (copy / module).read_bytes()
    (copy / module).write_bytes(before + f"\nimport {forbidden}\n".encode())
    try:
        ran = lint_imports(copy)
    finally:
        (copy / module).write_bytes(before)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert f"{contract} BROKEN" in ran.stdout
