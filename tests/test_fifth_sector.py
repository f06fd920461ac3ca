"""A sector from outside, as whoever writes one would ship it: wheels alone, in an environment that had nothing before.

Its own tests run there too. Whatever it needs and the public surface lacks fails here, and not with its author.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.building import ROOT, UV, call, needs_uv
from tests.examples import as_many_in_the_kit
from tests.golden_files import hold, lines_of

pytestmark = [needs_uv, pytest.mark.long]

WORKPLACE = ROOT / "examples" / "plugins" / "workplace"
EXAMPLES = sorted(path.stem for path in (WORKPLACE / "examples").glob("*.toml"))
ON = "2026-11-22"


@pytest.fixture(scope="module")
def place(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what stands around the sector's code, and an environment `env` with core and the sector."""
    assert UV
    folder = tmp_path_factory.mktemp("fifth")
    call(UV, "build", "-q", "--wheel", "--out-dir", folder / "wheels", WORKPLACE, cwd=folder)
    (core,) = wheels.glob("mentorkit-*.whl")
    (sector,) = (folder / "wheels").glob("*.whl")
    call(UV, "venv", "-q", "--python", sys.executable, "env", cwd=folder)
    call(UV, "pip", "install", "-q", "--python", "env", f"mentorkit[testing] @ {core.as_uri()}", sector, cwd=folder)
    shutil.copy(WORKPLACE / "pyproject.toml", folder)
    (folder / "conftest.py").write_text(as_many_in_the_kit(), encoding="utf-8")
    for name in ("examples", "tests"):
        shutil.copytree(WORKPLACE / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def program(place: Path, name: str) -> Path:
    """A program of the environment."""
    return place / "env" / ("Scripts" if os.name == "nt" else "bin") / name


def test_its_own_tests_pass(place: Path) -> None:
    said = call(program(place, "python"), "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=place)
    assert " passed" in said
    assert "skipped" not in said


def test_it_keeps_to_the_types_of_the_public_surface(place: Path, checked_before: Path) -> None:
    strict = ("--strict", "--cache-dir", checked_before / "fifth", "--python-executable", program(place, "python"))
    said = call(sys.executable, "-m", "mypy", *strict, "-p", "mentorkit_workplace", cwd=place)
    assert said.startswith("Success")


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_documented_programme_is_judged_as_before(place: Path, example: str, update: bool) -> None:
    command = [str(program(place, "mentorkit")), "validate", "--on", ON, "--format", "json", f"examples/{example}.toml"]
    ran = subprocess.run(command, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    hold(ROOT / "tests/golden/workplace" / f"{example}.txt", lines_of(json.loads(ran.stdout)), update)


def test_its_rules_word_it_exactly_so(place: Path, update: bool) -> None:
    said = call(program(place, "python"), ROOT / "tests/wording.py", "workplace", cwd=place)
    hold(ROOT / "tests/golden/wording/workplace.txt", said, update)


def test_editors_take_its_examples_with_the_schema_that_it_adds_to(place: Path) -> None:
    schema = place / "programme.schema.json"
    schema.write_text(call(program(place, "mentorkit"), "schema", cwd=place), encoding="utf-8")
    given = ("[schema]", "catalog = { paths = [] }", "[[schemas]]", 'path = "programme.schema.json"')
    settings = "\n".join([*given, 'include = ["**/*.toml"]', ""])
    (place / "tombi.toml").write_text(settings, encoding="utf-8")
    good = sorted((place / "examples").glob("*.toml"))
    bad = place / "bad.toml"
    text = (place / "examples" / "trim.toml").read_text(encoding="utf-8")
    bad.write_text(text.replace("first_interview_after =", "first_interveiw_after ="), encoding="utf-8")
    for lint in (
        ("check-jsonschema", "--schemafile", schema),
        ("taplo", "lint", "--schema", schema.as_uri()),
        ("tombi", "lint", "--offline", "--no-cache"),
    ):
        command = [Path(sys.executable).with_name(lint[0]), *lint[1:]]
        call(*command, *good, cwd=place)
        ran = subprocess.run([*command, bad], cwd=place, capture_output=True, text=True, check=False)
        assert ran.returncode == 1
        assert "first_interveiw_after" in ran.stdout + ran.stderr


def test_every_answer_that_is_kept_is_of_an_example() -> None:
    assert sorted(path.stem for path in (ROOT / "tests" / "golden" / "workplace").iterdir()) == EXAMPLES
    assert {"trim", "straw", "new_employees"} <= set(EXAMPLES)


def test_commands_know_it_like_the_sectors_that_are_shipped(place: Path) -> None:
    def say(*args: str) -> str:
        return call(program(place, "mentorkit"), *args, cwd=place)

    assert "mentorkit-workplace 0.1.0: workplaces and life events, edition 2026-11, 24 rules (WRK)" in say("plugins")
    assert "MDWiki contributors" in say("explain", "WRK301")
    assert '"first_interview_after"' in say("schema", "--sector", "workplace")
    begun = ("--sector", "workplace", "--setting", "workplace", "--nation", "england", "--name", "Ours")
    say("init", *begun, "--from", "template", "--on", ON, "ours.toml")
    taken_over = tomllib.loads((place / "ours.toml").read_text(encoding="utf-8"))["file"]["not_confirmed"]
    say("confirm", "ours.toml", *taken_over)
    assert "nothing to put right or to decide" in say("validate", "--on", ON, "ours.toml")
