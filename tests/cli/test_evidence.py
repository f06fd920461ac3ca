"""The evidence of a plugin from elsewhere, counted in where it is installed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WORKPLACE = Path(__file__).parents[2] / "examples" / "plugins" / "workplace"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that holds the workplace sector as an installation would."""
    shutil.copytree(WORKPLACE / "src", tmp_path / "site")
    info = tmp_path / "site" / "mentorkit_workplace-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: mentorkit-workplace\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[mentorkit]\nworkplace = mentorkit_workplace\n")
    return tmp_path / "site"


def counted(stdout: str) -> dict[str, tuple[int, int]]:
    sectors = json.loads(stdout)["coverage"]["sector"]
    return {found["name"]: (found["encoded"], found["rows"]) for found in sectors}


def test_evidence_of_an_installed_plugin_is_counted_in(run: Callable[..., Any], site: Path) -> None:
    command = ("rules", "--evidence", "--format", "json")
    without, ran = counted(run(*command).stdout), run(*command, importable=[site])
    assert ran.stderr == ""
    found = counted(ran.stdout)
    assert without["other"] == (7, 16)
    assert found["other"] == (16, 16)
    assert found["workplace"] == (5, 5)
    assert {**found, "other": without["other"], "together": without["together"]} == {**without, "workplace": (5, 5)}


def test_evidence_that_cannot_be_read_is_left_out_and_says_so(run: Callable[..., Any], site: Path) -> None:
    (site / "mentorkit_workplace" / "evidence.csv").write_text("id,wording\n")
    ran = run("rules", "--evidence", "--format", "json", importable=[site])
    assert ran.returncode == 0
    assert ran.stderr.startswith(
        "left out: evidence.csv of workplace (mentorkit-workplace 0.1.0), line 1: the columns have to be id,sector,"
    )
    assert counted(ran.stdout)["other"] == (7, 16)
