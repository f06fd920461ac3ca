"""Templates are read by every command about people, and what `match` has written is read by `decide matching`."""

import csv
import io
import re
from pathlib import Path

import pytest

from mentorkit.core.stage import Stage
from mentorkit.programme.kept_columns import VETOES

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAMMES = sorted(EXAMPLES.glob("*/*.toml"))
STAGES = [stage.value for stage in Stage]
DAY = ("--on", "2026-11-22")


def filled(run: Run, folder: Path, programme: Path, template: str) -> str:
    """The sheet of a template with two made-up people, as its explanation says how to write them."""
    name = f"{template}.csv"
    assert run("facts", str(programme), "--template", template, "-o", name, *DAY).returncode == 0
    explained = csv.DictReader(io.StringIO((folder / f"{template}-explained.csv").read_text(encoding="utf-8-sig")))
    how = {row["column"]: row["how to write it; an empty cell is not known"] for row in explained}
    header = (folder / name).read_text(encoding="utf-8-sig").strip().split(",")
    rows = [
        [
            f"{template[:6]}-{number}" if column == "id" else _cell(how[column]) if column != VETOES else "none"
            for column in header
        ]
        for number in (1, 2)
    ]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return name


def _cell(how: str) -> str:
    if "a unit" in how or "number of hours" in how:
        return "3 hours"
    for start, cell in (("yes or no", "yes"), ("year-month-day", "2026-06-01"), ("a whole number", "3")):
        if how.startswith(start):
            return cell
    choice = re.match(r'(?:one|any) of "(.*?)"', how)
    return choice[1] if choice else "football"


def test_a_column_that_a_spreadsheet_would_calculate_is_read_back(run: Run, tmp_path: Path) -> None:
    text = 'format = 2\n[programme]\nsectors = ["substance"]\n[screening]\ncollects = ["=x", "a;@y"]\n'
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    assert run("facts", "p.toml", "--template", "screening", "-o", "s.csv", *DAY).returncode == 0
    sheet = (tmp_path / "s.csv").read_text(encoding="utf-8-sig")
    assert '"\'=x","a;\'@y"' in sheet
    (tmp_path / "s.csv").write_text(f"{sheet}A-1,a,b\n", encoding="utf-8")
    ran = run("decide", "screening", "p.toml", "s.csv", *DAY)
    assert (ran.stdout.split()[:2], ran.stderr) == (["refer", "A-1"], "")


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda path: path.stem)
def test_templates_are_read_by_decide_due_and_match(run: Run, tmp_path: Path, programme: Path) -> None:
    sheets = {each: filled(run, tmp_path, programme, each) for each in (*STAGES, "mentors", "mentees")}
    for template, sheet in sheets.items():
        stage = template if template in STAGES else "matching"
        for ran in (
            run("decide", stage, str(programme), sheet, *DAY),
            run("due", str(programme), sheet, *DAY),
        ):
            assert (ran.returncode in (0, 1), ran.stderr) == (True, ""), (template, ran)
    for mentors in ("mentors", "screening", "training", "supervision", "graduation"):
        ran = run("match", str(programme), sheets[mentors], sheets["mentees"], *DAY)
        assert ran.returncode in (0, 1), (mentors, ran.stderr)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda path: path.stem)
def test_decide_reads_the_pairs_that_match_has_written(run: Run, tmp_path: Path, programme: Path) -> None:
    people = [str(programme.parent / "matching" / f"{side}.csv") for side in ("mentors", "mentees")]
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock,away\n=C-99,M-1,never,yes\n", encoding="utf-8")
    assert run("match", str(programme), *people, *DAY, "--lock", "locks.csv", "-o", "pairs.csv").returncode == 1
    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    made = [f"{row['mentee']} with {row['mentor']}" for row in rows if row["mentor"] and row["lock"] != "never"]
    alone = sum(not row["mentor"] for row in rows)
    ran = run("decide", "matching", str(programme), "pairs.csv", *DAY, "--format", "csv")
    assert ran.returncode == 1  # nobody has asked the two yet
    assert {row["id"] for row in csv.DictReader(io.StringIO(ran.stdout))} == set(made)
    assert ran.stderr == (
        "1 pair that is never made is left out\n"
        f"{alone} {'mentee' if alone == 1 else 'mentees'} without a mentor {'is' if alone == 1 else 'are'} left out\n"
    )


def test_what_is_added_to_the_pairs_is_asked_and_located(run: Run, tmp_path: Path) -> None:
    substance = str(EXAMPLES / "substance/turning_point.toml")
    sheet = "mentee,mentor,lock,mentee_agrees_to_match\nC-1,M-1,never,\n'-C,M-1,,no\nC-3,M-1,keep,perhaps\n"
    (tmp_path / "pairs.csv").write_text(sheet, encoding="utf-8")
    ran = run("decide", "matching", substance, "pairs.csv", *DAY)
    assert ran.returncode == 2
    assert "pairs.csv: row 4, column mentee_agrees_to_match: yes or no is needed here" in ran.stderr
    assert "-C with M-1\n         stop: the service user does not agree to this match [STD304]" in ran.stdout
    refused = run("decide", "screening", substance, "pairs.csv", *DAY)
    assert refused.returncode == 2
