"""What we ship: wheels that build, and that work in an empty environment without our development tools."""

import sys
import zipfile
from pathlib import Path

import pytest

from tests.building import ROOT, UV, call, needs_uv

pytestmark = [needs_uv, pytest.mark.long]


def test_every_distribution_of_the_workspace_builds_a_wheel_with_its_types_licence_cases_and_template(
    wheels: Path,
) -> None:
    built = sorted(wheels.glob("*.whl"))
    names = [wheel.name.split("-")[0] for wheel in built]
    plugins = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
    assert names == ["mentorkit", *(f"mentorkit_{name}" for name in plugins)]
    for wheel, name in zip(built, names, strict=True):
        inside = zipfile.ZipFile(wheel).namelist()
        assert f"{name}/py.typed" in inside
        assert any("/cases/" in entry for entry in inside)
        assert name == "mentorkit" or any(entry.startswith(f"{name}/templates/") for entry in inside)
        assert any(entry.endswith("licenses/LICENSE") for entry in inside)
        assert not any("test_" in entry and entry.endswith(".py") for entry in inside)
        assert name != "mentorkit" or {f"mentorkit/drawing/page.{kind}" for kind in ("css", "js")} <= set(inside)


def test_wheels_work_in_an_empty_environment_without_development_tools(wheels: Path, tmp_path: Path) -> None:
    assert UV
    call(UV, "venv", "-q", "--python", sys.executable, "env", cwd=tmp_path)
    call(UV, "pip", "install", "-q", "--python", "env", *sorted(wheels.glob("*.whl")), cwd=tmp_path)
    command = next((tmp_path / "env").glob("*/mentorkit*"))
    assert "validate" in call(command, "--help", cwd=tmp_path)
    assert "nothing to put right" in call(
        command, "validate", ROOT / "examples/substance/turning_point.toml", cwd=tmp_path
    )
    assert "Example: " in call(command, "explain", "SUB101", cwd=tmp_path)
    assert "STD" in call(command, "plugins", cwd=tmp_path)
    installed = call(UV, "pip", "freeze", "--python", "env", cwd=tmp_path)
    assert not any(line.startswith(("pytest", "hypothesis")) for line in installed.splitlines())
