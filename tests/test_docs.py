"""Documentation that fails when it is false: the tour, the generated page, links, TOML, the evidence."""

import csv
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mentorkit.core.finding import CHECKS
from mentorkit.core.plugins import Plugins
from mentorkit.core.structure import read_programme
from mentorkit.reports.evidence import REASONS, evidence

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page for page in ROOT.rglob("*.md") if not any(part.startswith(".") for part in page.relative_to(ROOT).parts)
)
SHOWN = [
    ROOT / "docs" / name for name in ("first-file.md", "network.md", "network-import.md", "plugin-new.md", "waivers.md")
]
"""Pages whose commands are run one after another in one folder, beside the examples."""
README = (ROOT / "README.md").read_text(encoding="utf-8")
COLUMNS = ("id", "sector", "stage", "basis", "check")
PLUGINS = Plugins()
SECTORS = [found.name for found in PLUGINS.found if found.name != "standards"]
BOOK = PLUGINS.rulebook(SECTORS)


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def shell(folder: Path) -> dict[str, str]:
    """Puts the examples and the command into a folder; gives the environment in which a shell finds the command."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "bin").mkdir()
    (folder / "bin" / "mentorkit").write_text(f'#!/bin/sh\nexec {sys.executable} -m mentorkit "$@"\n')
    (folder / "bin" / "mentorkit").chmod(0o755)
    return {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}


@pytest.mark.parametrize("number", [2, 3], ids=["tour", "one person's way"])
def test_the_tour_in_the_readme_prints_what_it_says(
    number: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    block = re.findall(r"^```console\n(.*?)^```", README, re.M | re.S)[number]
    environment = shell(tmp_path)
    said = ""
    for command in re.findall(r"^\$ (.*)$", block, re.M):
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        assert ran.stderr == ""
        said += f"$ {command}\n{ran.stdout}"
    if request.config.getoption("--update"):
        readme = ROOT / "README.md"
        readme.write_text(readme.read_text(encoding="utf-8").replace(block, said), encoding="utf-8")
    assert said == block
    assert len(block.splitlines()) <= 30


@pytest.mark.parametrize("page", SHOWN, ids=ids)
def test_what_a_page_shows_of_the_command_line_is_what_it_prints(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    environment = shell(tmp_path)
    said = text
    for block in re.findall(r"^```console\n(.*?)^```", text, re.M | re.S):
        told = ""
        for written in re.findall(r"^\$ .*\n(?:>.*\n)*", block, re.M):
            command = "\n".join(line[2:] for line in written.splitlines())
            ran = subprocess.run(
                ["bash", "-c", f"exec 2>&1\n{command}"],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                env=environment,
                check=False,
            )
            told += written + ran.stdout
        said = said.replace(block, told, 1)
    if request.config.getoption("--update"):
        page.write_text(said, encoding="utf-8")
    assert said == text


def test_every_generated_page_is_fresh() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    stale = [page.name for page, text in pages.items() if not page.exists() or page.read_text(encoding="utf-8") != text]
    assert stale == [], "run docs/generate.py"
    kept = {page.name for page in (ROOT / "docs" / "rules").glob("*.md")}
    assert kept == {page.name for page in pages if page.parent.name == "rules"}


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_to_a_file_of_ours_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_toml_block_reads_as_part_of_a_programme(page: Path) -> None:
    for block in re.findall(r"^```toml\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        _, faults = read_programme(tomllib.loads(block), BOOK.own)
        assert faults == [], block


def keys_of(data: Any) -> set[str]:
    if isinstance(data, list):
        return set().union(*map(keys_of, data))
    return set(data).union(*map(keys_of, data.values())) if isinstance(data, dict) else set()


@pytest.mark.parametrize("folder", ["golden/decisions", "golden/matching", "outcomes/golden"])
def test_every_key_of_the_json_that_commands_print_is_documented(folder: str) -> None:
    documented = set(re.findall(r'"([^"]*)"', (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
    answers = sorted((ROOT / "tests" / folder).rglob("*.json"))
    assert answers
    for answer in answers:
        assert keys_of(json.loads(answer.read_text(encoding="utf-8"))) <= documented, answer


def test_every_row_of_the_catalogue_is_answered_for_exactly_once() -> None:
    def rows_of(file: Path) -> list[tuple[str, ...]]:
        with file.open(encoding="utf-8", newline="") as text:
            return [tuple(row[name] for name in COLUMNS) for row in csv.DictReader(text)]

    catalogue = rows_of(ROOT / "tests" / "data" / "catalogue.csv")
    answered = rows_of(ROOT / "docs" / "evidence.csv")
    for row in catalogue:
        assert row in answered, (
            f"{row[0]} is not answered for: add it to docs/evidence.csv with the rules that encode it, or with one "
            f"of the reasons {REASONS} why none does, and with its wording in your own words"
        )
    assert answered == catalogue, "the same rows in the same order, each once"


def test_the_rows_of_the_evidence_name_every_rule_and_none_that_does_not_exist() -> None:
    known = {rule.id for rule in BOOK.rules}
    named = {rule for row in evidence() for rule in row.rules}
    assert named - known == set(), "these rules do not exist"
    assert known - named == set(), "each rule stands on a row of the evidence"


def test_every_row_that_is_left_to_another_sector_is_encoded_by_one_of_the_examples() -> None:
    encoded = set()
    for file in sorted(ROOT.glob("examples/plugins/*/src/*/evidence.csv")):
        with file.open(encoding="utf-8", newline="") as text:
            encoded |= {row["id"] for row in csv.DictReader(text) if row["rules"]}
    assert {row.id for row in evidence() if row.reason == "for another sector"} <= encoded


def test_nearly_all_rows_that_can_be_checked_are_encoded() -> None:
    checkable = [row for row in evidence() if row.check in "DR"]
    assert sum(1 for row in checkable if row.rules) / len(checkable) >= 0.95


def test_the_checks_of_the_file_itself_are_documented() -> None:
    text = (ROOT / "docs" / "reading-a-finding.md").read_text(encoding="utf-8")
    for check in CHECKS:
        assert f"`{check}`" in text, check
