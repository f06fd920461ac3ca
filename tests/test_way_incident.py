"""The way of support after incidents: which command each of its stages has."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from mentorkit.cli import commands
from mentorkit.cli.exit_status import NothingDoneError
from mentorkit.core.stage import Stage
from mentorkit.programme.way_stages import STAGES
from mentorkit.programme.ways import Way
from tests.golden_files import undocumented

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "ways" / "incident"
PROGRAMME = str(FOLDER / "programme.toml")
AT = ("--on", "2026-11-29 03:10")
ON = ("--on", "2026-11-29")
DECIDED = {"screening": "applicants", "training": "trainees", "supervision": "practitioners"}


def ran(command: str, sheet: str, *options: str) -> Result:
    return CliRunner().invoke(commands, [*command.split(), PROGRAMME, str(FOLDER / sheet), *options])


def test_each_stage_that_the_way_has_is_done_by_the_command_that_it_names() -> None:
    for stage in Stage:
        has = STAGES[Way.INCIDENT][stage.value]
        decided = ran(f"decide {stage.value}", f"people/{DECIDED.get(stage.value, 'incidents')}.csv", *ON)
        assert isinstance(decided.exception, NothingDoneError) is (has.command != "decide")
    for command in ("due", "outcomes"):
        answer = json.loads(ran(command, "people/incidents.csv", *AT, "--format", "json").stdout)
        assert undocumented(answer) == set()
