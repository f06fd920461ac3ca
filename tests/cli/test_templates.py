"""Templates are read by every command about people, and what `match` has written is read by `decide matching`."""

import csv
import io
import re
from pathlib import Path

import pytest

from mentorkit.cli.sheet_templates import SHEETS, template_of
from mentorkit.core.stage import Stage
from mentorkit.programme.design import Design
from mentorkit.programme.incidents import Incidents, IncidentStep
from mentorkit.programme.kept_columns import VETOES
from mentorkit.programme.tables import Programme
from mentorkit.programme.ways import Way, WayName
from mentorkit.registry.load import Plugins
from mentorkit.toml.document import CannotJudgeError

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


WAY_SHEETS: dict[WayName, str] = {
    "pair": "mentors or mentees",
    "group sessions": "people, sessions or attendance",
    "drop-in": "people, shifts or contacts",
    "on call": "people, shifts or contacts",
    "mutual aid": "members",
    "incident": "people or incidents",
    "online": "people, shifts or contacts",
}


@pytest.mark.parametrize("way", WAY_SHEETS)
def test_a_sheet_that_a_way_does_not_use_is_refused_with_those_that_it_does(way: WayName) -> None:
    has = re.split(", | or ", WAY_SHEETS[way])
    programme = Programme(incidents=Incidents(steps=(IncidentStep(what="first meeting"),))).in_way(Way(way))
    book = Plugins().rulebook([])
    for name in SHEETS:
        if name in has:
            assert template_of("p.toml", book, programme, name, None).columns
        else:
            with pytest.raises(CannotJudgeError) as refused:
                template_of("p.toml", book, programme, name, None)
            assert refused.value.message == f"this programme offers {way}, and has no sheet of {name}"
            assert refused.value.fix == f"write one of those that there are: --template {WAY_SHEETS[way]}"


def test_the_name_of_a_sheet_settles_the_way_where_one_alone_has_it() -> None:
    programme = Programme(programme=Design(ways=("pair", "mutual aid", "drop-in")))
    book = Plugins().rulebook([])
    for name, way in (("mentors", Way.PAIR), ("members", Way.MUTUAL_AID), ("people", Way.DROP_IN)):
        of_way = template_of("p.toml", book, programme.in_way(way), name, None)
        assert template_of("p.toml", book, programme, name, None) == of_way
