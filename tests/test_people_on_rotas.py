"""Every stage of a drop-in, of people on call and of an online place, by the commands that are documented.

What each says of the made-up cohorts in `examples/ways` stands in one file a way. After a change that is meant,
`pytest tests/test_people_on_rotas.py --update` writes the new answers; read the difference.
"""

import json
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mentorkit.cli import commands
from tests.golden_files import hold
from tests.test_people import in_lines

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden" / "rotas"
WAYS = {"drop_in": "drop-in", "on_call": "on call", "online": "online"}
SHEETS = {"screening": "applicants", "training": "trainees", "supervision": "mentors", "graduation": "graduates"}
NOW = {"drop_in": "2026-11-30T09:00", "on_call": "2026-10-26T00:00", "online": "2026-11-30T09:00"}
"""The moment at which contacts are looked at."""


@cache
def ran(folder: str, *args: str) -> Result:
    """A command about a programme; a word that names a file beside it is its path."""
    beside = ROOT / "examples" / "ways" / folder
    return CliRunner().invoke(commands, [str(beside / arg) if (beside / arg).is_file() else arg for arg in args])


@pytest.mark.parametrize("folder", WAYS)
def test_the_design_has_no_errors(folder: str) -> None:
    found = ran(folder, "validate", "programme.toml", "--on", "2026-11-30", "--format", "json")
    assert found.exit_code == 0
    assert [each for each in json.loads(found.stdout)["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("folder", WAYS)
def test_each_stage_says_this_of_the_made_up_cohort(folder: str, update: bool) -> None:
    way = ("--way", WAYS[folder])
    parts = []
    for stage, sheet in SHEETS.items():
        said = ran(
            folder,
            "decide",
            stage,
            "programme.toml",
            f"people/{sheet}.csv",
            *way,
            "--on",
            "2026-11-30",
            "--format",
            "json",
        )
        assert said.stderr == ""
        parts.append(in_lines(stage, json.loads(said.stdout)))
    due = ran(folder, "due", "programme.toml", "people/mentors.csv", *way, "--on", "2026-11-30", "--format", "csv")
    rota = ran(folder, "rota", "programme.toml", "shifts.csv", *way, "--people", "people/mentors.csv")
    times = ran(folder, "outcomes", "programme.toml", "contacts.csv", *way, "--on", NOW[folder])
    assert (due.exit_code, rota.exit_code, times.exit_code) == (1, 1, 0)
    assert (due.stderr, rota.stderr, times.stderr) == ("", "", "")
    parts += [f"\n{each.stdout}".replace("\r\n", "\n") for each in (due, rota, times)]
    hold(GOLDEN / f"{folder}.txt", "".join(parts), update)


@pytest.mark.parametrize("folder", WAYS)
def test_the_sheets_have_the_columns_of_their_templates(folder: str) -> None:
    for sheet in ("shifts", "contacts"):
        template = ran(folder, "facts", "programme.toml", "--template", sheet, "--way", WAYS[folder]).stdout_bytes
        header = (ROOT / "examples/ways" / folder / f"{sheet}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert {*header.split(",")} <= {*template.decode("utf-8-sig").strip().split(",")}
