"""A new plugin as its author meets it: from a wheel of ours, in an empty folder, as the tutorial leads through it."""

import asyncio
import re
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.building import UV, call, needs_uv
from tests.editor.client import editor
from tests.guide.blocks import Page
from tests.guide.pages import NEW_SECTOR, hold

pytestmark = [needs_uv, pytest.mark.long]


@pytest.fixture(scope="module")
def wheel(wheels: Path) -> Path:
    """The wheel of ours that authors install."""
    (wheel,) = wheels.glob("mentorkit-*.whl")
    return wheel


@pytest.fixture(scope="module")
def plugin(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory, checked_before: Path, request: pytest.FixtureRequest
) -> Path:
    """The plugin that the tutorial makes, each of its blocks run with what it says it prints."""
    folder = tmp_path_factory.mktemp("author")
    mentorkit = installed(folder / "env", wheel)
    (folder / "page").mkdir()
    reader = Page(folder / "page", command=mentorkit, MYPY_CACHE_DIR=str(checked_before / "tutorial"))
    hold(NEW_SECTOR, reader, bool(request.config.getoption("--update")))
    return folder / "page" / "mentorkit-housing"


def installed(environment: Path, *wheels: Path) -> Path:
    """The command in a new environment that has wheels alone."""
    assert UV
    call(UV, "venv", "-q", "--python", sys.executable, environment, cwd=environment.parent)
    call(UV, "pip", "install", "-q", "--python", environment, *wheels, cwd=environment.parent)
    return next(environment.glob("*/mentorkit*"))


def test_what_its_readme_says_runs_every_check(plugin: Path) -> None:
    (block,) = re.findall(r"^```console\n(.*?)^```", (plugin / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert block.splitlines() == ["uv sync", "uv run poe check"], "which the tutorial has run"
    told = (plugin / "checks.txt").read_text(encoding="utf-8")
    assert re.findall(r"^Poe => (.*)$", told, re.M) == ["ruff check", "ruff format --check", "mypy", "pytest"]
    assert re.search(r"^=+ \d+ passed in ", told, re.M)


def test_an_editor_completes_its_keys(plugin: Path, wheel: Path) -> None:
    assert UV
    call(UV, "pip", "install", "-q", "--python", ".venv", f"mentorkit[editor] @ {wheel.as_uri()}", cwd=plugin)
    half = 'format = 1\n\n[programme]\nsectors = ["housing"]\n\n[screening.housing]\nset'

    async def session() -> list[str]:
        async with editor(python=next((plugin / ".venv").glob("*/mentorkit*")).with_name("python")) as open_in:
            open_in.edit(half)
            end = lsp.Position(half.count("\n"), 3)
            items = await open_in.client.text_document_completion_async(lsp.CompletionParams(open_in.document, end))
            assert isinstance(items, list)
            return [item.label for item in items]

    assert "settled" in asyncio.run(session())


def test_its_wheel_brings_its_cases_and_its_types_and_works_without_ours_for_development(
    plugin: Path, wheel: Path, tmp_path: Path
) -> None:
    mentorkit = installed(tmp_path / "env", wheel, *(plugin / "dist").glob("*.whl"))
    assert "Example: clean (stated and asked)" in call(mentorkit, "explain", "HSG101", cwd=tmp_path)
    package = next((tmp_path / "env").rglob("mentorkit_housing"))
    assert (package / "py.typed").is_file()
