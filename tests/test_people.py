"""Every stage of the four sectors, by the commands that are documented: what decide says of the made-up people.

Which decision, from when, and by which rules stands in one file a sector; each form of the answer is kept once, whole.
After a change that is meant, `pytest tests/test_people.py --update` writes the new answers; read the difference.
"""

import csv
import io
import json
import runpy
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from mentorkit.cli import commands
from mentorkit.core.case_reading import Outcome
from tests.golden_files import hold, undocumented

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SHEETS: dict[str, str] = runpy.run_path(str(ROOT / "docs" / "generate.py"))["SHEETS"]
FOLDERS = sorted((ROOT / "examples").glob("*/people"))
SECTORS = [folder.parent.name for folder in FOLDERS]
FORMS = {"text": "txt", "csv": "csv", "json": "json"}
STAGES = [(sector, stage) for sector in SECTORS for stage in SHEETS]


@cache
def decided(sector: str, stage: str, form: str) -> Result:
    (programme,) = (ROOT / "examples" / sector).glob("*.toml")
    sheet = ROOT / "examples" / sector / "people" / f"{SHEETS[stage]}.csv"
    options = ["--on", "2026-11-22", "--format", form]
    return CliRunner().invoke(commands, ["decide", stage, str(programme), str(sheet), *options])


def answer(sector: str, stage: str) -> dict[str, Any]:
    found = json.loads(decided(sector, stage, "json").stdout)
    assert isinstance(found, dict)
    return found


def in_lines(stage: str, said: dict[str, Any]) -> str:
    """A line for each case: the decision, and the rules that say anything else than to proceed."""
    counts = [f"{count} {name}" for name, count in said["summary"].items() if count and name != "records"]
    lines = [f"{stage}: {', '.join(counts)}\n"]
    for case in said["decisions"]:
        since = f", from {case['from']}" if case["from"] else ""
        by = [f"{one['rule']} {one['verdict']}" for one in case["verdicts"] if one["verdict"] != "proceed"]
        lines.append(f"  {case['id']}: {case['decision']}{since}{': ' * bool(by)}{', '.join(by)}\n")
    return "".join(lines)


@pytest.mark.parametrize("sector", SECTORS)
def test_made_up_people_are_decided_on_as_before(sector: str, update: bool) -> None:
    lines = [in_lines(stage, answer(sector, stage)) for stage in SHEETS]
    hold(GOLDEN / "decisions" / f"{sector}.txt", "".join(lines), update)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_of_the_decisions_is_exactly_this(form: str, update: bool) -> None:
    ran = decided("substance", "screening", form)
    hold(GOLDEN / "forms" / f"decisions.{FORMS[form]}", ran.stdout_bytes, update)


@pytest.mark.parametrize(("sector", "stage"), STAGES)
def test_text_csv_and_json_say_the_same(sector: str, stage: str) -> None:
    data = answer(sector, stage)
    assert undocumented(data) == set()
    by_json = [(entry["id"], entry["decision"], entry["from"] or "") for entry in data["decisions"]]
    sheet = decided(sector, stage, "csv").stdout_bytes.decode("utf-8-sig")
    by_csv = [(row["id"], row["decision"], row["from"]) for row in csv.DictReader(io.StringIO(sheet, newline=""))]
    assert by_csv == by_json
    summary = data["summary"]
    assert Counter(decision for _, decision, _ in by_json) == {
        outcome: count for outcome, count in summary.items() if count and outcome != "records"
    }
    text = decided(sector, stage, "text").stdout
    assert all(case in text for case, _, _ in by_json)
    for form in FORMS:
        ran = decided(sector, stage, form)
        assert ran.stderr == ""
        assert ran.exit_code == (1 if summary["refer"] or summary["stop"] or summary["not yet"] else 0)


@pytest.mark.parametrize("sector", SECTORS)
def test_the_made_up_people_of_a_sector_show_every_outcome(sector: str) -> None:
    shown: Counter[str] = Counter()
    for stage in SHEETS:
        shown.update(answer(sector, stage)["summary"])
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
def test_outcomes_says_exactly_this_of_made_up_measures(sector: str, update: bool) -> None:
    (programme,) = (ROOT / "examples" / sector).glob("*.toml")
    sheet = ROOT / "examples" / sector / "people" / "measures.csv"
    template = CliRunner().invoke(commands, ["outcomes", str(programme), "--template"])
    assert sheet.read_bytes().startswith(template.stdout_bytes)
    ran = CliRunner().invoke(commands, ["outcomes", str(programme), str(sheet), "--intervals"])
    assert (ran.exit_code, ran.stderr) == (0, "")
    hold(GOLDEN / "outcomes" / f"{sector}.txt", ran.stdout_bytes, update)


def test_no_answer_is_kept_of_sheets_that_are_gone() -> None:
    for folder in ("decisions", "outcomes"):
        assert sorted(path.stem for path in (GOLDEN / folder).iterdir()) == SECTORS
