"""The way of support after incidents, from its first stage to its last, by the commands that are documented.

After a change that is meant, `pytest tests/test_way_incident.py --update` writes the new answers; read the difference.
"""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from mentorkit.cli import commands
from mentorkit.cli.exit_status import NothingDoneError
from mentorkit.core.stage import Stage
from mentorkit.programme.way_stages import STAGES
from mentorkit.programme.ways import Way
from tests.golden_files import hold, undocumented

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "ways" / "incident"
PROGRAMME = str(FOLDER / "programme.toml")
AT = ("--on", "2026-11-29 03:10")
ON = ("--on", "2026-11-29")
DECIDED = {"screening": "applicants", "training": "trainees", "supervision": "practitioners"}


def ran(command: str, sheet: str, *options: str) -> Result:
    return CliRunner().invoke(commands, [*command.split(), PROGRAMME, str(FOLDER / sheet), *options])


def test_every_stage_of_the_cohort_says_exactly_this(update: bool) -> None:
    parts = []
    for stage, people in DECIDED.items():
        result = ran(f"decide {stage}", f"people/{people}.csv", *ON, "--format", "csv")
        parts.append(f"# decide {stage}: {result.exit_code}\n{result.stdout.removeprefix(chr(0xFEFF))}{result.stderr}")
    for command in ("due", "outcomes"):
        result = ran(command, "people/incidents.csv", *AT)
        parts.append(f"# {command}: {result.exit_code}\n{result.stdout}{result.stderr}")
    hold(ROOT / "tests" / "golden" / "cohorts" / "incident.txt", "\n".join(parts).replace("\r\n", "\n"), update)


def test_each_stage_that_the_way_has_is_done_by_the_command_that_it_names() -> None:
    for stage in Stage:
        has = STAGES[Way.INCIDENT][stage.value]
        decided = ran(f"decide {stage.value}", f"people/{DECIDED.get(stage.value, 'incidents')}.csv", *ON)
        assert isinstance(decided.exception, NothingDoneError) is (has.command != "decide")
    for command in ("due", "outcomes"):
        answer = json.loads(ran(command, "people/incidents.csv", *AT, "--format", "json").stdout)
        assert undocumented(answer) == set()


def test_every_sheet_has_the_columns_of_its_template() -> None:
    for template, sheet in {**DECIDED, "incidents": "incidents"}.items():
        options = ["facts", PROGRAMME, "--template", template, *ON]
        wanted = CliRunner().invoke(commands, options).stdout.removeprefix("\ufeff").strip().split(",")
        there = (FOLDER / "people" / f"{sheet}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        assert {*there} <= {*wanted}
