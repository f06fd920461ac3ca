"""Every example says of itself exactly what it said before, through the library and through the command line.

After a change that is meant, `pytest tests/test_examples.py --update` writes the new answers; read the difference.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import attrs
import pytest

from mentorkit.core.design_reading import read_design
from mentorkit.core.stage import Area
from mentorkit.registry.load import Plugins
from mentorkit.reports.findings_json import reports_data, to_json
from mentorkit.reports.text import report_text
from mentorkit.toml.document import read_document
from mentorkit.validation.opened import open_programme
from mentorkit.validation.validate import validate

ROOT = Path(__file__).parent.parent
ON = date(2026, 11, 22)
# Those of a plugin from outside need it installed; see test_fifth_sector.py.
EXAMPLES = sorted(path.relative_to(ROOT) for path in (ROOT / "examples").rglob("*.toml") if "plugins" not in path.parts)
COMPLETE = [path for path in EXAMPLES if "documented" not in path.parts]
PLUGINS = Plugins()


def golden(example: Path, suffix: str) -> Path:
    return ROOT / "tests" / "golden" / example.with_suffix(suffix)


def compare(file: Path, said: str, update: bool) -> None:
    if update:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == said


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_library_says_of_an_example_exactly_this(example: Path, update: bool) -> None:
    source = (ROOT / example).read_bytes()
    report = validate(source, example.as_posix(), PLUGINS, ON)
    compare(golden(example, ".txt"), report_text(report, show=["advice"]), update)
    compare(golden(example, ".json"), to_json(reports_data([report], ON)), update)
    assert (ROOT / example).read_bytes() == source


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_command_line_says_the_same(example: Path) -> None:
    for options, suffix in ((["--show", "advice"], ".txt"), (["--format", "json"], ".json")):
        ran = subprocess.run(
            [sys.executable, "-m", "mentorkit", "validate", "--on", ON.isoformat(), *options, example.as_posix()],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1"},
            check=False,
        )
        assert ran.stdout == golden(example, suffix).read_text(encoding="utf-8")
        assert ran.stderr == ""
        errors = json.loads(golden(example, ".json").read_text(encoding="utf-8"))["summary"]["errors"]
        assert ran.returncode == (1 if errors else 0)


def test_no_answer_is_kept_of_an_example_that_is_gone() -> None:
    kept = {path.relative_to(ROOT / "tests/golden") for path in (ROOT / "tests/golden/examples").rglob("*.*")}
    assert kept == {example.with_suffix(suffix) for example in EXAMPLES for suffix in (".txt", ".json")}


@pytest.mark.parametrize("example", COMPLETE, ids=str)
def test_a_complete_example_has_no_finding_at_all(example: Path) -> None:
    assert validate((ROOT / example).read_bytes(), example.name, PLUGINS, ON).findings == ()


@pytest.mark.parametrize("example", COMPLETE, ids=str)
def test_whichever_link_of_a_network_is_gone_is_missed(example: Path) -> None:
    opened = open_programme(read_document((ROOT / example).read_bytes(), example.name), PLUGINS)
    programme, rulebook = opened.programme, opened.rulebook
    rules = attrs.evolve(rulebook, rules=tuple(rule for rule in rulebook.rules if rule.area is Area.NETWORK))
    links = programme.network.links or ()
    assert len(links) > 10
    for at in range(len(links)):
        network = attrs.evolve(programme.network, links=links[:at] + links[at + 1 :])
        assert read_design(rules, attrs.evolve(programme, network=network), ON), links[at]
