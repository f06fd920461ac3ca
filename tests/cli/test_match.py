"""mentorkit match: proposals from two sheets, why somebody has none, and what a person has locked.

After a change that is meant, `pytest tests/cli/test_match.py --update` writes the new answers; read the difference.
"""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from tests.golden_files import hold, undocumented

from .conftest import Ran, Run

ROOT = Path(__file__).parents[2]
PROGRAMMES = {
    "mental_health": "hospital_to_community",
    "probation": "through_the_gate",
    "schools": "cross_age",
    "substance": "turning_point",
}
DAY = ("--on", "2026-11-22")


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Run:
    """Runs `mentorkit match` on the people of an example; further arguments follow the sector."""

    def match(sector: str, *args: str) -> Ran:
        name = f"{PROGRAMMES[sector]}.toml"
        shutil.copy(ROOT / "examples" / sector / name, tmp_path)
        for sheet in ("mentors.csv", "mentees.csv"):
            if not (tmp_path / sheet).exists():
                shutil.copy(ROOT / "examples" / sector / "matching" / sheet, tmp_path)
        return run("match", name, "mentors.csv", "mentees.csv", *DAY, *args)

    return match


@pytest.mark.parametrize("sector", PROGRAMMES)
def test_the_people_of_an_example_are_told_exactly_this(example: Run, sector: str, update: bool) -> None:
    ran = example(sector)
    assert (ran.stderr, ran.returncode) == ("", 1)
    hold(ROOT / "tests/golden/matching" / f"{sector}.txt", ran.stdout, update)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_other_forms_are_exactly_this(example: Run, form: str, update: bool) -> None:
    ran = example("substance", "--format", form)
    assert (ran.stderr, ran.returncode) == ("", 1)
    hold(ROOT / "tests/golden/forms" / f"matching.{form}", ran.stdout, update)


@pytest.mark.parametrize("sector", PROGRAMMES)
def test_text_csv_and_json_propose_the_same(example: Run, sector: str) -> None:
    text, sheet = example(sector).stdout, rows_of(example(sector, "--format", "csv"))
    data = json.loads(example(sector, "--format", "json").stdout)
    assert undocumented(data) == set()
    pairs = [(pair["mentee"], pair["mentor"]) for pair in data["pairs"]]
    assert [(row["mentee"], row["mentor"]) for row in sheet if row["mentor"]] == pairs
    assert [tuple(pair) for pair in re.findall(r"(?m)^  (\S+) with (\S+), \d", text)] == pairs


def rows_of(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.stdout)))


@pytest.mark.parametrize("sector", PROGRAMMES)
def test_the_order_of_the_sheets_changes_nothing(example: Run, sector: str, tmp_path: Path) -> None:
    before = example(sector, "--format", "json").stdout
    for name in ("mentors.csv", "mentees.csv"):
        head, *rows = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        (tmp_path / name).write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
    assert example(sector, "--format", "json").stdout == before


def test_what_is_known_of_people_is_told_only_where_asked_for(example: Run) -> None:
    values = ("gardening", "friday", "Ash House", "ash house", "woman", "2026-04-10", "Tuesday group")
    for form in ("text", "csv", "json"):
        ran = example("substance", "--format", form)
        assert [value for value in values if value in ran.stdout + ran.stderr] == []
        shown = example("substance", "--format", form, "--show-values")
        assert "gardening" in shown.stdout


def test_a_cell_that_cannot_be_read_is_located_and_its_value_not_shown(example: Run, tmp_path: Path) -> None:
    sheet = (ROOT / "examples/substance/matching/mentees.csv").read_text(encoding="utf-8")
    (tmp_path / "mentees.csv").write_text(sheet.replace("2026-04-10", "some time ago"), encoding="utf-8")
    ran = example("substance")
    assert ran.returncode == 2
    assert "mentees.csv: row 7, column mentee_recovery_since: a date is needed here" in ran.stderr
    assert "some time ago" not in ran.stdout + ran.stderr


def test_a_column_of_the_other_sheet_is_refused(example: Run, tmp_path: Path) -> None:
    sheet = (ROOT / "examples/substance/matching/mentors.csv").read_text(encoding="utf-8")
    (tmp_path / "mentors.csv").write_text(sheet.replace("mentor_days", "mentee_days"), encoding="utf-8")
    ran = example("substance")
    assert ran.returncode == 2
    assert "row 1, column mentee_days" in ran.stderr


def test_the_answer_is_the_sheet_in_which_pairs_are_locked(example: Run, tmp_path: Path) -> None:
    example("substance", "-o", "pairs.csv")
    pairs = (tmp_path / "pairs.csv").read_text(encoding="utf-8")
    marked = pairs.replace("C-04,M-4,,", "C-04,M-4,never,").replace("C-06,M-2,,", "C-06,M-2,keep,")
    (tmp_path / "pairs.csv").write_text(marked, encoding="utf-8")
    again = rows_of(example("substance", "--lock", "pairs.csv", "--stay", "most", "--format", "csv"))
    found = {row["mentee"]: row for row in again if row["lock"] != "never"}
    assert [(row["mentee"], row["mentor"]) for row in again if row["lock"] == "never"] == [("C-04", "M-4")]
    assert (found["C-06"]["mentor"], found["C-06"]["lock"]) == ("M-2", "keep")
    assert found["C-04"]["mentor"] != "M-4"
    before = {row["mentee"]: row["mentor"] for row in csv.DictReader(io.StringIO(pairs))}
    moved = {mentee for mentee, row in found.items() if before[mentee] and row["mentor"] != before[mentee]}
    assert moved == {"C-04"}
    told = example("substance", "--lock", "pairs.csv", "--stay", "most").stdout
    assert "C-01 with M-1" in told
    assert "stays 141" in told


def test_a_pair_is_kept_in_spite_of_what_speaks_against_it_and_that_is_told(example: Run, tmp_path: Path) -> None:
    (tmp_path / "lock.csv").write_text("mentee;mentor;lock\nC-07;M-1;keep\n", encoding="utf-8-sig")
    ran = example("substance", "--lock", "lock.csv")
    assert "C-07 with M-1 (kept), " in ran.stdout
    assert "kept, despite: the mentee's veto" in ran.stdout


def test_the_proof_is_of_those_pairs_that_were_looked_for(example: Run, tmp_path: Path) -> None:
    (tmp_path / "lock.csv").write_text("mentee;mentor;lock\nC-12;M-7;keep\n", encoding="utf-8-sig")
    told = example("substance", "--lock", "lock.csv").stdout
    assert "C-12 with M-7 (kept), 5 points" in told
    assert "optimal: 8 matched in addition to 1 kept, of at most 8; " in told
    assert "; the lowest pair of those that were looked for has 7 points, the most possible with that total" in told


def test_a_stable_answer_says_whether_it_hangs_on_the_order_of_ids(example: Run, tmp_path: Path) -> None:
    (tmp_path / "lock.csv").write_text("mentee;mentor;lock\nY-01;S-1;keep\n", encoding="utf-8-sig")
    told = example("schools", "--lock", "lock.csv").stdout
    assert (
        "stable: 4 matched in addition to 1 kept, and no two of the others would both rather have each other; " in told
    )
    equal = "; equal points went to fewer notes of SHOULD rules, then to the lower id"
    assert f"{equal}, and in another order more people may be matched; notes of SHOULD rules: 0\n" in told
    for side, last in (("mentors", 2), ("mentees", 2)):
        sheet = (tmp_path / f"{side}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / f"{side}.csv").write_text("".join(sheet[:last]), encoding="utf-8")
    assert (
        "; no other such answer is better for any mentee, and each matches the same people\n"
        in example("schools").stdout
    )


def test_a_veto_or_a_lock_that_keeps_nobody_apart_is_told(example: Run, tmp_path: Path) -> None:
    # It may be a misspelt id, and then two would be proposed who are never to be.
    sheet = (ROOT / "examples/substance/matching/mentees.csv").read_text(encoding="utf-8")
    first, second, *rest = sheet.splitlines(keepends=True)
    (tmp_path / "mentees.csv").write_text("".join([first, second.rstrip() + "M1; none\n", *rest]), encoding="utf-8")
    (tmp_path / "lock.csv").write_text("mentee,mentor,lock\nC1,M-1,never\nC-02,M-1,never\n", encoding="utf-8")
    ran = example("substance", "--lock", "lock.csv", "--format", "json")
    assert ran.stderr == (
        'C1 and M-1 are locked as never, but one of them is not in the sheets; did you mean "C-01"? check the id; if '
        "they are away this time, write yes under away on this row\n"
        "mentee_vetoes of C-01 names somebody who is not in the sheets; check the id (--show-values shows it, and the "
        "closest one); if they are away this time, lock the pair as never, with yes under away\n"
    )
    never = {"mentee": "C1", "by": "never", "mentor": "M-1", "closest": "C-01"}
    assert json.loads(ran.stdout)["not_found"] == [never, {"mentee": "C-01", "by": "veto"}]
    shown = example("substance", "--lock", "lock.csv", "--show-values")
    assert "mentee_vetoes of C-01 names M1, who is not in the sheets" in shown.stderr


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("mentee,lock\nC-01,keep\n", "row 1, column mentor: this column is missing"),
        ("mentee,mentor,lck\nC-01,M-1,never\n", "row 1, column lock: this column is missing"),
        (
            "mentee,mentor,lock\nC-01,,never\n",
            "row 2, column lock: this row has a lock, and its mentee",
        ),
        ("mentee,mentor,lock\nC-01,M-1,always\n", "row 2, column lock: this is not keep or never"),
        (
            "mentee,mentor,lock\nC-01,M-1,keep\nC-01,M-2,keep\n",
            "lock.csv, row 3 keeps M-2 for C-01, who keeps M-1 already",
        ),
        ("mentee,mentor,lock\nC-01,M-99,keep\n", "row 2 keeps a pair, and M-99 is not in the sheets"),
        ("mentee,mentor,lock\nC-01,M-1,keep\nC-01,M-1,never\n", "C-01 and M-1 are locked twice"),
    ],
)
def test_locks_that_cannot_be_meant_are_refused(example: Run, tmp_path: Path, sheet: str, told: str) -> None:
    (tmp_path / "lock.csv").write_text(sheet, encoding="utf-8")
    ran = example("substance", "--lock", "lock.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("mentors.csv", "mentees.csv", "--stay", "5"), "name the sheet that has them with --lock"),
        (("-", "-"), "only one of the two sheets can come from standard input"),
    ],
)
def test_options_that_would_do_nothing_are_refused(run: Run, arguments: tuple[str, ...], told: str) -> None:
    ran = run("match", "programme.toml", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            ', why = "some speak of violence only to somebody they choose"',
            "",
            "sorts people by a protected characteristic",
        ),
        ('  "mentor_days",\n', "", "matching.collects: mentor_days is compared and nobody asks for it"),
        ('"recovery_since", kind = "near", within = "3 years"', '"recovery_since", kind = "overlap"', "another kind"),
    ],
)
def test_a_design_that_should_not_be_matched_by_is_refused(
    run: Run, tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "programme.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    people = ROOT / "examples/substance/matching"
    ran = run("match", "programme.toml", str(people / "mentors.csv"), str(people / "mentees.csv"), *DAY)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert "do:" in ran.stderr


def test_everybody_with_a_proposal_is_the_exit_status_0(example: Run, tmp_path: Path) -> None:
    sheet = (ROOT / "examples/substance/matching/mentees.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "mentees.csv").write_text("\n".join(sheet[:2]) + "\n", encoding="utf-8")
    ran = example("substance", "-o", "pairs.json")
    assert ran.returncode == 0
    assert ran.stdout.startswith("Proposals for 1 of 1 mentee on")
    data = json.loads((tmp_path / "pairs.json").read_text(encoding="utf-8"))
    assert [(pair["mentee"], pair["mentor"]) for pair in data["pairs"]] == [("C-01", "M-1")]


@pytest.mark.parametrize("sector", PROGRAMMES)
@pytest.mark.parametrize("side", ["mentors", "mentees"])
def test_the_sheets_of_the_examples_are_those_that_facts_writes(
    run: Run, tmp_path: Path, sector: str, side: str
) -> None:
    programme = ROOT / "examples" / sector / f"{PROGRAMMES[sector]}.toml"
    ran = run("facts", str(programme), "--template", side, "-o", "sheet.csv")
    assert ran.returncode == 0
    written = (tmp_path / "sheet.csv").read_text(encoding="utf-8-sig").strip().split(",")
    kept = (ROOT / "examples" / sector / "matching" / f"{side}.csv").read_text(encoding="utf-8")
    assert sorted(written) == sorted(kept.splitlines()[0].split(","))
    explained = list(csv.DictReader((tmp_path / "sheet-explained.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["column"] for row in explained] == written
    assert all(row["what is asked"] for row in explained)


def test_a_fact_that_pairs_are_compared_by_is_not_called_useless(run: Run, tmp_path: Path) -> None:
    programme = str(ROOT / "examples/substance/turning_point.toml")
    told = run("facts", programme).stdout
    assert "mentor_days (asked at matching)\n      list: text: compared in matching\n" in told
    facts = json.loads(run("facts", programme, "--format", "json").stdout)["facts"]
    assert {"mentor_days", "mentee_prefers_gender"} <= {fact["name"] for fact in facts if fact["compared"]}
    assert not any(fact["compared"] for fact in facts if fact["name"] == "selected_on")
    run("facts", programme, "--template", "matching", "-o", "pairs.csv")
    assert 'mentor_days,"compared in matching, and used by no rule"' in (tmp_path / "pairs-explained.csv").read_text(
        encoding="utf-8"
    )


def test_a_mentee_keeps_both_mentors_of_the_last_round(run: Run, tmp_path: Path) -> None:
    text = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
    several = text.replace("mentees_per_mentor = 2", "mentees_per_mentor = 3\nmentors_per_mentee = 2")
    (tmp_path / "p.toml").write_text(several, encoding="utf-8")
    for sheet in ("mentors.csv", "mentees.csv"):
        shutil.copy(ROOT / "examples/substance/matching" / sheet, tmp_path)
    command = ("match", "p.toml", "mentors.csv", "mentees.csv", *DAY)
    assert run(*command, "-o", "pairs.csv").returncode == 1
    sheet = (tmp_path / "pairs.csv").read_text(encoding="utf-8")
    both = [line.split(",")[1] for line in sheet.splitlines() if line.startswith("C-09,")]
    assert both == ["M-1", "M-7"]
    marked = re.sub(r"^(C-09,M-[17]),,", r"\1,keep,", sheet, flags=re.MULTILINE)
    (tmp_path / "pairs.csv").write_text(marked, encoding="utf-8")
    ran = run(*command, "--lock", "pairs.csv", "--format", "json")
    data = json.loads(ran.stdout)
    assert [each["mentor"] for each in data["pairs"] if each["mentee"] == "C-09" and each["kept"]] == both
    assert (data["summary"]["matched"], data["summary"]["unmatched"], len(data["pairs"])) == (8, 4, 10)
    shown = run(*command, "--lock", "pairs.csv").stdout
    assert "Proposals for 8 of 12 mentees (10 pairs, 2 kept) on 2026-11-22;" in shown
    assert "; optimal: 8 matched with those that are kept, of at most 8; 2 with 2 mentors, of at most 2; " in shown
