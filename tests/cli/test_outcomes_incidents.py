"""mentorkit outcomes and facts after incidents: whether steps were taken in their time, and the sheet for them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.golden_files import undocumented

from .conftest import Run
from .test_due_incidents import HEAD, PROGRAMME

ROWS = (
    "I-1,P-1,2026-10-20 14:05,none,T-1,2026-10-23 14:05,2026-11-20 14:05\n"
    "I-2,P-2,2026-10-24 23:40,none,T-1,2026-10-27 22:41,2026-11-24 23:40\n"
    "I-3,P-3,2026-10-08 06:15,none,T-1,,\n"
    "I-4,P-3,2026-11-28 06:15,none,T-1,,\n"
    "I-5,P-4,,none,T-1,,\n"
)
ON = ("--on", "2026-11-29 03:10")


@pytest.fixture
def outcomes(run: Run, tmp_path: Path) -> Run:
    """Runs `mentorkit outcomes` on five incidents."""
    (tmp_path / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    (tmp_path / "incidents.csv").write_text(HEAD + ROWS, encoding="utf-8")
    return lambda *args: run("outcomes", "programme.toml", "incidents.csv", *ON, *args)


def test_each_step_says_of_how_many_incidents_it_can_be_judged_and_which_were_late(outcomes: Run) -> None:
    ran = outcomes()
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout == (
        "Steps after incidents, North\n"
        "\n"
        "first meeting (within 72 hours)\n"
        "  due after 3 of 5 incidents\n"
        "  in time    1 of 3, 33 %\n"
        "  late       1 of 3, 33 %: I-2\n"
        "  not taken  1 of 3, 33 %: I-3\n"
        "  not yet    1, still in time\n"
        "  not known  1: I-5\n"
        "\n"
        "second meeting (within 1 month)\n"
        "  due after 3 of 5 incidents\n"
        "  in time    2 of 3, 67 %\n"
        "  late       0 of 3, 0 %\n"
        "  not taken  1 of 3, 33 %: I-3\n"
        "  not yet    1, still in time\n"
        "  not known  1: I-5\n"
        "\n"
        "Up to 2026-11-29 03:10+00:00, of 5 incidents: first meeting in time after 1 of 3; second meeting in time "
        "after 2 of 3.\n"
    )


def test_json_and_csv_say_the_same(outcomes: Run) -> None:
    data = json.loads(outcomes("--format", "json").stdout)
    assert undocumented(data) == set()
    sheet = list(csv.DictReader(io.StringIO(outcomes("--format", "csv").stdout)))
    for step, row in zip(data["steps"], sheet, strict=True):
        assert row["step"] == step["what"]
        assert [int(row[name]) for name in ("due", "in_time", "not_yet")] == [
            step["due"],
            step["in_time"],
            step["not_yet"],
        ]
        assert [row[f"{name}_after"] for name in ("late", "not_taken", "not_known")] == [
            "; ".join(step[name]) for name in ("late", "not_taken", "not_known")
        ]


def test_half_a_sheet_gives_no_figures(outcomes: Run, tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text(HEAD + ROWS + "I-6,P-4,2026-11-20 10:00,none,T-1,soon,\n", encoding="utf-8")
    ran = outcomes()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("incidents.csv: row 7, column first_meeting_at: a date and a time of day are needed")
    assert ran.stderr.endswith("No figures are shown: figures from half a sheet would mislead.\n")


def test_an_incident_that_may_be_there_twice_gives_no_figures(outcomes: Run, tmp_path: Path) -> None:
    rows = ROWS + "I-01,P-1,2026-10-20 14:05,none,T-1,,\n"
    (tmp_path / "incidents.csv").write_text(HEAD + rows, encoding="utf-8")
    ran = outcomes()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("I-01 and I-1 are ids that look alike")


def test_all_incidents_known_is_all_well(outcomes: Run, tmp_path: Path) -> None:
    known = ROWS.replace("I-5,P-4,,none", "I-5,P-4,2026-11-28 06:15,none")
    (tmp_path / "incidents.csv").write_text(HEAD + known, encoding="utf-8")
    assert outcomes().returncode == 0


@pytest.mark.parametrize("column", ["happened_at", "first_meeting_at", "second_meeting_at"])
def test_a_sheet_without_a_time_that_is_needed_gives_no_figures(outcomes: Run, tmp_path: Path, column: str) -> None:
    rows = list(csv.DictReader(io.StringIO(HEAD + ROWS)))
    with (tmp_path / "incidents.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in rows[0] if name != column], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    ran = outcomes()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "of no incident is it known whether this step was taken in time" in ran.stderr


def test_the_sheet_of_incidents_is_written_with_a_column_for_each_step(outcomes: Run, run: Run, tmp_path: Path) -> None:
    assert run("facts", "programme.toml", "--template", "incidents", "-o", "empty.csv").returncode == 0
    header = (tmp_path / "empty.csv").read_text(encoding="utf-8-sig").strip()
    assert {*HEAD.strip().split(",")} == {*header.split(",")} - {"needs", "vetoes"}
    explained = (tmp_path / "empty-explained.csv").read_text(encoding="utf-8-sig")
    assert "in Europe/London, or 2026-03-31 09:30+01:00, not before happened_at, not after now" in explained
    assert run("outcomes", "programme.toml", "--template").stdout.removeprefix("\ufeff").strip() == header
    pairs = PROGRAMME.replace('["incident"]', '["pair"]')
    (tmp_path / "programme.toml").write_text(pairs, encoding="utf-8")
    refused = run("facts", "programme.toml", "--template", "incidents")
    assert (refused.returncode, "this programme offers pair, and has no sheet of incidents" in refused.stderr) == (
        2,
        True,
    )
    assert outcomes("--way", "incident").returncode == 2


def test_a_picture_and_a_programme_without_steps_are_refused(outcomes: Run, tmp_path: Path) -> None:
    assert "steps after incidents are not drawn" in outcomes("-o", "steps.svg").stderr
    (tmp_path / "programme.toml").write_text(PROGRAMME.partition("steps =")[0], encoding="utf-8")
    assert "this programme does not state what is done after an incident" in outcomes().stderr
