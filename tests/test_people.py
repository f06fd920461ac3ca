"""Every stage of the four sectors, by the commands that are documented: what decide says of the made-up people.

After a change that is meant, `pytest tests/test_people.py --update` writes the new answers; read the difference.
"""

import csv
import json
import runpy
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mentorkit.cli import commands
from mentorkit.core.strength import Outcome

ROOT = Path(__file__).parent.parent
SHEETS: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "generate.py"))["SHEETS"]
FOLDERS = sorted((ROOT / "examples").glob("*/people"))
SECTORS = [folder.parent.name for folder in FOLDERS]
FORMS = {"text": "txt", "csv": "csv", "json": "json"}
STAGES = [(sector, stage) for sector in SECTORS for stage in SHEETS]


def decided(sector: str, stage: str, form: str) -> Result:
    (programme,) = (ROOT / "examples" / sector).glob("*.toml")
    sheet = ROOT / "examples" / sector / "people" / f"{SHEETS[stage]}.csv"
    options = ["--on", "2026-11-22", "--format", form]
    return CliRunner().invoke(commands, ["decide", stage, str(programme), str(sheet), *options])


def golden(sector: str, stage: str, form: str) -> Path:
    return ROOT / "tests" / "golden" / "decisions" / sector / f"{stage}.{FORMS[form]}"


@pytest.mark.parametrize(("sector", "stage"), STAGES)
def test_decide_says_exactly_this_of_made_up_people(sector: str, stage: str, request: pytest.FixtureRequest) -> None:
    for form in FORMS:
        ran = decided(sector, stage, form)
        file = golden(sector, stage, form)
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(ran.stdout_bytes)
        assert ran.stdout_bytes == file.read_bytes()
        assert ran.output == ran.stdout_bytes.decode().replace("\r\n", "\n")  # and nothing on standard error
        if form == "json":
            summary = json.loads(ran.stdout)["summary"]
            assert ran.exit_code == (1 if summary["refer"] or summary["stop"] or summary["not yet"] else 0)


@pytest.mark.parametrize(("sector", "stage"), STAGES)
def test_text_csv_and_json_say_the_same(sector: str, stage: str) -> None:
    data = json.loads(golden(sector, stage, "json").read_text(encoding="utf-8"))
    by_json = [(entry["id"], entry["decision"], entry["from"] or "") for entry in data["decisions"]]
    with golden(sector, stage, "csv").open(encoding="utf-8-sig", newline="") as sheet:
        by_csv = [(row["id"], row["decision"], row["from"]) for row in csv.DictReader(sheet)]
    assert by_csv == by_json
    assert Counter(decision for _, decision, _ in by_json) == {
        outcome: count for outcome, count in data["summary"].items() if count and outcome != "records"
    }
    text = golden(sector, stage, "text").read_text(encoding="utf-8")
    assert all(case in text for case, _, _ in by_json)


@pytest.mark.parametrize("sector", SECTORS)
def test_the_made_up_people_of_a_sector_show_every_outcome(sector: str) -> None:
    shown: Counter[str] = Counter()
    for stage in SHEETS:
        shown.update(json.loads(golden(sector, stage, "json").read_text(encoding="utf-8"))["summary"])
    assert all(shown[outcome.words] for outcome in Outcome)


def test_every_complete_programme_has_a_sheet_for_each_stage_with_the_columns_of_its_template() -> None:
    assert sorted(path.parent.name for path in (ROOT / "examples").glob("*/*.toml")) == SECTORS
    for sector, stage in STAGES:
        (programme,) = (ROOT / "examples" / sector).glob("*.toml")
        template = CliRunner().invoke(commands, ["facts", str(programme), "--template", stage]).stdout_bytes
        sheet = (ROOT / "examples" / sector / "people" / f"{SHEETS[stage]}.csv").read_bytes()
        assert sheet.startswith(template)
        assert 8 <= len(sheet.splitlines()) - 1 <= 15


@pytest.mark.parametrize("sector", SECTORS)
def test_outcomes_says_exactly_this_of_made_up_measures(sector: str, request: pytest.FixtureRequest) -> None:
    (programme,) = (ROOT / "examples" / sector).glob("*.toml")
    sheet = ROOT / "examples" / sector / "people" / "measures.csv"
    template = CliRunner().invoke(commands, ["outcomes", str(programme), "--template"])
    assert sheet.read_bytes().startswith(template.stdout_bytes)
    ran = CliRunner().invoke(commands, ["outcomes", str(programme), str(sheet), "--intervals"])
    file = ROOT / "tests" / "golden" / "outcomes" / f"{sector}.txt"
    if request.config.getoption("--update"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(ran.stdout_bytes)
    assert (ran.exit_code, ran.output) == (0, file.read_text(encoding="utf-8"))


def test_no_answer_is_kept_of_sheets_that_are_gone() -> None:
    kept = set((ROOT / "tests/golden/decisions").rglob("*.*"))
    assert kept == {golden(sector, stage, form) for sector, stage in STAGES for form in FORMS}
