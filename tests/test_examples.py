"""Every example is judged as it was before: which rules find something, where, how severe, and of which kind.

A line is one finding; how it is worded is proved once, by the cases of its rule (`standards/test_wording.py`). After a
change that is meant, `pytest tests/test_examples.py --update` writes the new answers; read the difference.
"""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

from mentorkit.cli import commands
from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.core.design_reading import read_design
from mentorkit.core.stage import Area
from mentorkit.registry.load import Plugins
from mentorkit.reports.findings_json import Json, to_json
from mentorkit.reports.report_writer import ReportOptions
from mentorkit.reports.text import report_text
from mentorkit.toml.document import read_document
from mentorkit.validation.opened import open_programme
from mentorkit.validation.report import Report
from mentorkit.validation.validate import validate
from tests.golden_files import hold, lines_of

ROOT = Path(__file__).parent.parent
ON = date(2026, 11, 22)
# Those of a plugin from outside need it installed; see test_fifth_sector.py.
EXAMPLES = sorted(path.relative_to(ROOT) for path in (ROOT / "examples").rglob("*.toml") if "plugins" not in path.parts)
COMPLETE = [path for path in EXAMPLES if not {"documented", "ways"}.intersection(path.parts)]
DOCUMENTED = [path for path in EXAMPLES if "documented" in path.parts]
PLUGINS = Plugins()


def json_data(report: Report) -> dict[str, Any]:
    writer = Json(ReportOptions(ON))
    writer.add(report)
    return writer.data()


def golden(example: Path) -> Path:
    return ROOT / "tests" / "golden" / example.with_suffix(".txt")


@pytest.mark.parametrize("example", DOCUMENTED, ids=str)
def test_a_documented_example_is_judged_as_before(example: Path, update: bool) -> None:
    folder = ProgrammeFiles().folder_of(str(ROOT / example))
    report = validate((ROOT / example).read_bytes(), example.as_posix(), PLUGINS, ON, folder=folder)
    hold(golden(example), lines_of(json_data(report)), update)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_command_line_says_what_the_library_says(example: Path) -> None:
    source = (ROOT / example).read_bytes()
    folder = ProgrammeFiles().folder_of(str(ROOT / example))
    report = validate(source, str(ROOT / example), PLUGINS, ON, folder=folder)
    data = to_json(json_data(report))
    for options, said in ((["--more"], report_text(report, show=["more"])), (["--format", "json"], data)):
        arguments = ["validate", "--on", ON.isoformat(), *options, str(ROOT / example)]
        ran = CliRunner().invoke(commands, arguments)
        assert (ran.exit_code, ran.stdout, ran.stderr) == (1 if report.count("error") else 0, said, "")
    assert (ROOT / example).read_bytes() == source


def test_no_answer_is_kept_of_an_example_that_is_gone() -> None:
    assert {*(ROOT / "tests/golden/examples").rglob("*.*")} == {*map(golden, DOCUMENTED)}


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
