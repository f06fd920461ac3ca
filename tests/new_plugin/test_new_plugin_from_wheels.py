"""A new plugin as its author meets it: from a wheel of ours, in an empty folder, with two commands and an own rule."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.building import ROOT, UV, needs_uv
from tests.editor.client import editor

PROGRAMME = """\
format = 1

[programme]
name = "Peers in Exampleton"
sectors = ["night_shelters"]

[screening]
collects = ["night_shelters_known_since", "night_shelters_settled_since"]

[screening.night_shelters]
settled = "6 months"
known_for = "1 week"
"""
OWN_RULE = '''

@rule(
    "NSH102",
    strength=Strength.SHOULD,
    sources=[KNOWN_FIRST],
    unmet="in settled housing since {night_shelters_settled_since}: less than {settled}",
    fix="ask the applicant again from {eligible_from}",
)
def settled_before_placement(
    settled: Annotated[Duration, Parameter("time in settled housing before a placement", example='"6 months"')],
    night_shelters_settled_since: Annotated[date, Fact("date since when the applicant has been in settled housing")],
    on: date,
) -> bool:
    """Whoever may lose their own home next month has no room for somebody else's."""
    return on >= night_shelters_settled_since + settled
'''
STATED = '[design.screening.night_shelters]\nsettled = "6 months"\n'
OWN_CASES = {
    "clean-asked": '[design.screening]\ncollects = ["night_shelters_settled_since"]\n' + STATED,
    "note-a-day-early": "on = 2026-07-14\n" + STATED + "[facts]\nnight_shelters_settled_since = 2026-01-15\n",
    "proceed-on-the-day": "on = 2026-07-15\n" + STATED + "[facts]\nnight_shelters_settled_since = 2026-01-15\n",
    "warning-nobody-asks": STATED,
}

pytestmark = [needs_uv, pytest.mark.long]


def call(*args: str | Path, cwd: Path, status: int = 0) -> str:
    """What a command says, in an environment in which uv is found and nothing of ours is."""
    assert UV
    ours = {"VIRTUAL_ENV", "PYTHONPATH", "PYTEST_ADDOPTS", "UV_PROJECT_ENVIRONMENT"}
    environment = {name: value for name, value in os.environ.items() if name not in ours} | {
        "PATH": f"{Path(UV).resolve().parent}{os.pathsep}{os.environ['PATH']}",
        "UV_PYTHON": sys.executable,
        "NO_COLOR": "1",
        "COLUMNS": "120",
    }
    ran = subprocess.run([str(arg) for arg in args], cwd=cwd, env=environment, capture_output=True, text=True)
    assert ran.returncode == status, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plugin after its two commands, as it was written, and then with a rule of its author's own."""
    assert UV
    folder = tmp_path_factory.mktemp("author")
    call(UV, "build", "-q", "--wheel", "--out-dir", folder / "wheels", ROOT, cwd=folder)
    (wheel,) = (folder / "wheels").glob("*.whl")
    call(UV, "venv", "-q", "env", cwd=folder)
    call(UV, "pip", "install", "-q", "--python", "env", wheel, cwd=folder)
    mentorkit = next((folder / "env").glob("*/mentorkit*"))
    answers = ("--prefix", "NSH", "--title", "night shelters", "--stage", "screening")
    said = call(mentorkit, "plugin", "new", "night_shelters", *answers, cwd=folder)
    plugin = folder / "mentorkit-night-shelters"
    (block,) = re.findall(r"^```console\n(.*?)^```", (plugin / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    commands = block.splitlines()
    assert re.findall(r"^  (.*)$", said, re.M) == [f"cd {plugin.name}", *commands]
    assert len(commands) == 2
    before = {file: file.read_bytes() for file in plugin.rglob("*") if file.is_file()}
    told = [call("bash", "-c", command, cwd=plugin) for command in commands]
    assert re.findall(r"^Poe => (.*)$", told[1], re.M) == ["ruff check", "ruff format --check", "mypy", "pytest"]
    assert re.search(r"^=+ \d+ passed in ", told[1], re.M)
    assert {file: file.read_bytes() for file in before} == before
    package = plugin / "src" / "mentorkit_night_shelters"
    with (package / "screening.py").open("a", encoding="utf-8") as module:
        module.write(OWN_RULE)
    assert "NSH102/clean" in call("bash", "-c", commands[1], cwd=plugin, status=1), "a rule without cases is not let by"
    (package / "cases" / "NSH102").mkdir()
    for name, text in OWN_CASES.items():
        (package / "cases" / "NSH102" / f"{name}.toml").write_text(text, encoding="utf-8")
    assert re.search(r"^=+ \d+ passed in ", call("bash", "-c", commands[1], cwd=plugin), re.M)
    return plugin


def test_the_sector_is_there_in_every_command(plugin: Path) -> None:
    mentorkit = next((plugin / ".venv").glob("*/mentorkit*"))
    (plugin / "programme.toml").write_text(PROGRAMME)
    found = call(mentorkit, "validate", "programme.toml", cwd=plugin, status=1)
    assert (
        "programme.toml:12:13: warning: how long an applicant has been known to the service before a placement: "
        '"1 week", but it should be at least 4 weeks [NSH101]\n'
    ) in found
    assert "night shelters (draft)" in found
    explained = call(mentorkit, "explain", "NSH101", cwd=plugin)
    assert explained.startswith("NSH101 applicant is known to the service\nshould (warning), night shelters, screening")
    assert "your service's own policy (a placeholder)" in explained
    assert call(mentorkit, "explain", "NSH102", cwd=plugin).startswith("NSH102 settled before placement\n")
    schema = call(mentorkit, "schema", "--sector", "night_shelters", cwd=plugin)
    assert '"known_for"' in schema
    assert '"settled"' in schema
    without = PROGRAMME.replace('settled = "6 months"\n', "").replace(', "night_shelters_settled_since"', "")
    (plugin / "unsettled.toml").write_text(without)
    asked = call(mentorkit, "validate", "unsettled.toml", cwd=plugin, status=1)
    assert re.search(r"^    settled +time in settled housing before a placement \[NSH102\]$", asked, re.M)


def test_an_editor_completes_its_keys(plugin: Path) -> None:
    assert UV
    (wheel,) = (plugin.parent / "wheels").glob("*.whl")
    call(UV, "pip", "install", "-q", "--python", ".venv", f"mentorkit[editor] @ {wheel.as_uri()}", cwd=plugin)
    half = PROGRAMME.partition("settled = ")[0] + "set"

    async def session() -> list[str]:
        async with editor(python=next((plugin / ".venv").glob("*/mentorkit*")).with_name("python")) as open_in:
            open_in.edit(half)
            end = lsp.Position(half.count("\n"), 3)
            items = await open_in.client.text_document_completion_async(lsp.CompletionParams(open_in.document, end))
            assert isinstance(items, list)
            return [item.label for item in items]

    assert "settled" in asyncio.run(session())


def test_its_wheel_brings_its_cases_and_its_types_and_works_without_ours_for_development(plugin: Path) -> None:
    assert UV
    folder = plugin.parent
    call(UV, "build", "-q", "--wheel", "--out-dir", folder / "theirs", plugin, cwd=folder)
    (wheel,) = (folder / "theirs").glob("*.whl")
    call(UV, "pip", "install", "-q", "--python", "env", wheel, cwd=folder)
    mentorkit = next((folder / "env").glob("*/mentorkit*"))
    assert "Example: clean (exactly enough)" in call(mentorkit, "explain", "NSH101", cwd=folder)
    package = next((folder / "env").rglob("mentorkit_night_shelters"))
    assert (package / "py.typed").is_file()
