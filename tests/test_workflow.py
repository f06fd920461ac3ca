"""The workflow in docs/continuous-integration.md: valid by GitHub's schema, and its steps do what the page says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/continuous-integration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)
(WORKFLOW,) = (block for block in BLOCKS if "runs-on" in block)
STEPS: list[dict[str, Any]] = YAML(typ="safe").load(WORKFLOW)["jobs"]["check"]["steps"]
EXAMPLE = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
WORSE = EXAMPLE.replace('abstinence = "3 months"', 'abstinence = "2 weeks"')


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-workflows", WORKFLOW),
        ("vendor.github-workflows", WORKFLOW.replace("runs-on", "run-on")),
    ],
    ids=["as it stands", "with a slip"],
)
def test_the_workflow_is_valid_by_the_schema_of_github(tmp_path: Path, schema: str, text: str) -> None:
    (tmp_path / "workflow.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "workflow.yml"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode == 0) == (text == WORKFLOW), ran.stdout + ran.stderr


def test_it_installs_distributions_of_ours() -> None:
    (step,) = (step for step in STEPS if step.get("name") == "Install")
    names = [re.search(r'^name = "(.*)"$', path.read_text(encoding="utf-8"), re.M) for path in _projects()]
    assert set(step["run"].split()[2:]) <= {name[1] for name in names if name}


def _projects() -> list[Path]:
    return [ROOT / "pyproject.toml", *ROOT.glob("plugins/*/pyproject.toml")]


def test_what_steps_use_is_what_earlier_steps_write() -> None:
    written = re.findall(r"(?:> |=)(\w+\.(?:md|sarif))\b", "\n".join(step.get("run", "") for step in STEPS))
    used = re.findall(r"hashFiles\('(.*?)'\)|sarif_file: (\S+)|--body-file (\S+)", WORKFLOW)
    assert (
        {name for names in used for name in names if name}
        == set(written)
        == {"findings.sarif", "findings.md", "changes.md"}
    )


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A repository with a design, its baseline, a branch that a change goes to, and the command."""
    there = tmp_path / "scratch"
    there.mkdir()
    (tmp_path / "mentorkit").write_text(f'#!/bin/sh\nexec {sys.executable} -m mentorkit "$@"\n', encoding="utf-8")
    (tmp_path / "mentorkit").chmod(0o755)
    (there / "programme.toml").write_text(EXAMPLE, encoding="utf-8")
    assert step(there, "mentorkit baseline programme.toml")[0] == 0
    for command in (
        "git init -q -b main",
        "git add .",
        "git commit -qm Begin",
        "git update-ref refs/remotes/origin/main HEAD",
    ):
        assert step(there, command) == (0, "")
    return there


def step(folder: Path, run: str) -> tuple[int, str]:
    """Runs what a step runs, as GitHub does: its status, and what it says."""
    named = {
        f"GIT_{who}_{what}": "made-up@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_"))}
    github = {"GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"), "GITHUB_BASE_REF": "main"}
    path = {"PATH": f"{folder.parent}{os.pathsep}{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", run],
        cwd=folder,
        env={**kept, **named, **github, **path},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def run_steps(folder: Path) -> dict[str, tuple[int, str]]:
    """Runs the steps that are ours, each whatever became of those before it."""
    ours = [one for one in STEPS if "run" in one and one["name"] in ("Check the design", "Sum up", "Say what changed")]
    assert len(ours) == 3
    return {one["name"]: step(folder, one["run"]) for one in ours}


pytestmark = pytest.mark.skipif(not shutil.which("bash") or not shutil.which("git"), reason="needs bash and git")


def test_a_design_that_is_as_good_as_before_passes_every_step(scratch: Path) -> None:
    said = run_steps(scratch)
    assert {name: status for name, (status, _) in said.items()} == dict.fromkeys(said, 0)
    assert json.loads((scratch / "findings.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    assert "programme.toml" in (scratch.parent / "summary.md").read_text(encoding="utf-8")


def test_a_design_that_got_worse_fails_and_is_told_of_everywhere(scratch: Path) -> None:
    (scratch / "programme.toml").write_text(WORSE, encoding="utf-8")
    said = run_steps(scratch)
    assert {name: status for name, (status, _) in said.items()} == {
        "Check the design": 1,
        "Sum up": 0,
        "Say what changed": 1,
    }
    assert "::error file=programme.toml,line=" in said["Check the design"][1]
    (result,) = json.loads((scratch / "findings.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "SUB101"
    assert "SUB101" in (scratch.parent / "summary.md").read_text(encoding="utf-8")
    changes = (scratch / "changes.md").read_text(encoding="utf-8")
    assert "3 months" in changes
    assert "2 weeks" in changes


def test_what_the_baseline_has_does_not_fail_the_check(scratch: Path) -> None:
    (scratch / "programme.toml").write_text(WORSE, encoding="utf-8")
    assert step(scratch, "mentorkit baseline programme.toml")[0] == 0
    assert run_steps(scratch)["Check the design"][0] == 0


def test_the_hook_of_the_page_is_the_hook_there_is() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {found for block in BLOCKS for found in re.findall(r"- id: (\S+)", block)} == {hook["id"] for hook in hooks}
    (hook,) = hooks
    for name, meant in {
        "programme.toml": True,
        "north/our programme.toml": True,
        "programmes/north-programme-2.toml": True,
        "programmes/pyproject.toml": False,
        "programme.toml.bak": False,
        "programme.md": False,
    }.items():
        assert bool(re.search(hook["files"], name)) == meant, name
