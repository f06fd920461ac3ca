"""mentorkit outcomes as a person runs it: every form of the answer, whole, and what is refused."""

import csv
import json
import re
import shutil
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w

from tests.golden_files import hold

from .conftest import Run

TESTS = Path(__file__).parents[1]
COHORT = TESTS / "data" / "cohort"
HEADER = "id,party,measure,at,value,on,left\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("programme.toml", "measures.csv"):
        shutil.copy(COHORT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("suffix", ["txt", "csv", "json", "svg"])
def test_the_answer_on_a_made_up_cohort(run: Run, folder: Path, suffix: str, update: bool) -> None:
    ran = run("outcomes", "programme.toml", "measures.csv", "-o", f"outcomes.{suffix}", "--intervals")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("service users: 40 started; 10 of them left early, and count\nmentors: 12 started;")
    assert ran.stdout.splitlines()[-1].startswith("No cause is claimed: ")
    answer = (folder / f"outcomes.{suffix}").read_bytes()
    hold(TESTS / "golden/forms" / f"outcomes.{suffix}", answer, update)
    form = {"txt": "text"}.get(suffix, suffix)
    said = run("outcomes", "programme.toml", "measures.csv", "--format", form)
    assert said.stdout == answer.decode()


def test_the_picture_is_whole_and_tells_everything_in_words_too(run: Run, folder: Path) -> None:
    picture = ET.fromstring(run("outcomes", "programme.toml", "measures.csv", "--format", "svg").stdout)  # noqa: S314
    svg = "{http://www.w3.org/2000/svg}"
    assert picture.get("role") == "img"
    labelled = (picture.get("aria-labelledby") or "").split()
    title, description = (
        picture.find(f"{svg}{tag}[@id='{id_}']") for tag, id_ in zip(("title", "desc"), labelled, strict=True)
    )
    assert title is not None
    assert title.text == "Outcomes of Made-up peer mentoring"
    assert description is not None
    data = json.loads(run("outcomes", "programme.toml", "measures.csv", "--format", "json").stdout)
    points = [at for side in data["sides"] for m in side["measures"] for at in m["at"]]
    changes = [at["change"] for at in points if at["change"]]
    told = [at for at in points if at["change"] or (at["value"] or {}).get("mean") or (at["value"] or {}).get("yes")]
    assert len(picture.findall(f".//{svg}circle[@class='level']")) == len(told)
    assert len(picture.findall(f".//{svg}path[@class='interval']")) == len(changes) == 3
    for change in changes:
        assert f"{change['mean']:+}" in (description.text or "")
    assert "No cause is claimed" in (description.text or "")
    whole = ET.tostring(picture, encoding="unicode")
    assert not re.search(r"https?:(?!//www.w3.org/2000/svg)|<script|m-01|w-1\b", whole)


def test_ids_that_look_alike_are_told(run: Run, folder: Path) -> None:
    sheet = (folder / "measures.csv").read_text(encoding="utf-8")
    (folder / "measures.csv").write_text(sheet.replace("m-02,", "m-1,"), encoding="utf-8")
    ran = run("outcomes", "programme.toml", "measures.csv")
    assert ran.returncode == 0
    assert "m-01 and m-1 are ids that look alike" in ran.stderr


def test_the_same_records_in_other_formats_give_the_same_answer(run: Run, folder: Path) -> None:
    read: dict[str, Callable[[str], object]] = {"value": int, "left": lambda cell: cell == "yes"}
    with (folder / "measures.csv").open(encoding="utf-8") as sheet:
        rows = [{key: cell for key, cell in record.items() if cell} for record in csv.DictReader(sheet)]
    typed = [{key: read.get(key, str)(cell) for key, cell in record.items()} for record in rows]
    (folder / "measures.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in typed))
    (folder / "measures.toml").write_text(tomli_w.dumps({"records": typed}))
    assert tomllib.loads((folder / "measures.toml").read_text())["records"] == typed
    expected = run("outcomes", "programme.toml", "measures.csv").stdout
    for name in ("measures.jsonl", "measures.toml"):
        ran = run("outcomes", "programme.toml", name)
        assert (ran.returncode, ran.stderr, ran.stdout) == (0, "", expected)
    assert run("outcomes", "programme.toml", "-", stdin=(folder / "measures.csv").read_bytes()).stdout == expected


def test_without_the_library_there_are_counts_and_the_extra_is_named(run: Run, folder: Path) -> None:
    (folder / "scipy.py").write_text("raise ImportError\n")
    without = {"PYTHONPATH": str(folder)}
    ran = run("outcomes", "programme.toml", "measures.csv", **without)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "    exit                       value known for 28 of 40 (70 %)" in ran.stdout
    assert "pip install 'mentorkit[statistics]'" in ran.stdout
    assert "change +" not in ran.stdout
    for asked in (["--intervals"], ["--format", "svg"]):
        ran = run("outcomes", "programme.toml", "measures.csv", *asked, **without)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.endswith(
            "\nError: changes and their intervals need SciPy: pip install 'mentorkit[statistics]'\n"
        )


def test_what_cannot_be_read_is_located_without_its_value_and_nothing_is_told(run: Run, folder: Path) -> None:
    sheet = HEADER + (
        "secret-1,mentee,hope,start,4.5.6,,\n"
        "secret-2,helper,hope,start,4,,\n"
        "secret-3,mentee,hoep,start,4,,\n"
        "secret-4,mentee,recovery capital,start,987,,\n"
        "secret-5,mentee,hope,start,4,04/05/2026,\n"
        "secret-6,mentee,hope,start,4,,maybe\n"
    )
    ran = run("outcomes", "programme.toml", "-", "-o", "outcomes.json", stdin=sheet)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines() == [
        "-: row 2, column value: a number is needed here, such as 12 or 12.5, with a point and nothing else in it",
        '-: row 3, column party: one of "mentor" or "mentee" is needed here',
        '-: row 4, column measure: the design has no measure of this name; did you mean "hope"?',
        "-: row 5, column value: BARC-10 gives no such total: it is 10 or more, and 60 at most; look at the form, and "
        "at how its answers are counted",
        "-: row 6, column on: day and month could be meant either way round; write year-month-day, such as 2026-03-31, "
        "or give --day-first",
        "-: row 7, column left: yes or no is needed here",
        "No figures are shown: figures from half a sheet would mislead.",
    ]
    assert not (folder / "outcomes.json").exists()


def test_values_that_make_a_score_of_yes_and_no_are_located(run: Run, folder: Path) -> None:
    answers = [1, 0, 1, 0, 2, 1, 0, 2, 1, 0]
    sheet = HEADER + "".join(f"S-{n},mentee,treatment completion,exit,{said},,\n" for n, said in enumerate(answers))
    ran = run("outcomes", "programme.toml", "-", stdin=sheet)
    assert (ran.returncode, ran.stderr) == (
        0,
        "-: rows 6, 9, column value: treatment completion of mentees is yes and no but for this, and is told as a "
        "score because of it; correct the value, unless it is a score\n",
    )
    for scores in (sheet.replace(",1,,", ",3,,"), sheet.replace(",2,,", ",1,,")):
        assert run("outcomes", "programme.toml", "-", stdin=scores).stderr == ""


def test_one_person_by_two_spellings_is_refused(run: Run, folder: Path) -> None:
    sheet = HEADER + "S-1,mentee,hope,start,4,,\nS-2,mentee,hope,start,4,,\ns\u20111,mentee,hope,exit,4,,\n"
    ran = run("outcomes", "programme.toml", "-", stdin=sheet)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "-: row 4, column id: this id looks like the one in row 2; write the id of a person in one way" in ran.stderr


def test_a_row_of_measures_is_about_one_person(run: Run, folder: Path) -> None:
    (folder / "m.csv").write_text(f"{HEADER}C-1; C-2,mentee,hope,start,20,2026-01-01,\n", encoding="utf-8")
    ran = run("outcomes", "programme.toml", "m.csv")
    assert (ran.returncode, "column id: this could be several ids; write a row for each person" in ran.stderr) == (
        2,
        True,
    ), ran.stderr


def test_a_sheet_with_another_column_is_refused_in_the_words_of_such_sheets(run: Run, folder: Path) -> None:
    ran = run("outcomes", "programme.toml", "-", stdin=HEADER.replace("value", "valeu"))
    assert ran.returncode == 2
    assert "column valeu: a sheet of measures has no such column; rename it to value, if you mean that" in ran.stderr
    ran = run("outcomes", "programme.toml", "-", stdin=HEADER.replace("left", "shoe size"))
    assert "column shoe size: a sheet of measures has no such column; take it out" in ran.stderr


def test_numbers_of_formats_with_types_are_numbers(run: Run, folder: Path) -> None:
    start = '{"id": "a", "party": "mentee", "measure": "hope", "at": "start", "value": '
    for value in ('"4"', "true", "NaN", "1e99", "[4]"):
        (folder / "m.jsonl").write_text(f"{start}{value}}}\n")
        ran = run("outcomes", "programme.toml", "m.jsonl")
        assert ran.returncode == 2, value
        assert "m.jsonl: row 1, column value: a number" in ran.stderr, value
    for value in ("4", "-4.25", "0"):
        (folder / "m.jsonl").write_text(f"{start}{value}}}\n")
        assert run("outcomes", "programme.toml", "m.jsonl").returncode == 0


def test_the_template_can_be_filled_in_and_is_explained(run: Run, folder: Path) -> None:
    ran = run("outcomes", "programme.toml", "--template", "-o", "empty.csv")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert (folder / "empty.csv").read_text(encoding="utf-8-sig").strip() == HEADER.strip()
    with (folder / "empty-explained.csv").open(encoding="utf-8-sig") as explained:
        about = {found["column"]: found for found in csv.DictReader(explained)}
    assert list(about) == HEADER.strip().split(",")
    assert "recovery capital, hope, treatment completion" in about["measure"]["what is asked"]
    assert "follow-up after 12 months" in about["at"]["what is asked"]
    assert run("outcomes", "programme.toml", "empty.csv").returncode == 0
    again = run("outcomes", "programme.toml", "--template", "-o", "empty.csv")
    assert again.returncode == 2
    assert "nothing is overwritten" in again.stderr


@pytest.mark.parametrize("asked", [["programme.toml"], ["programme.toml", "measures.csv", "--template"]])
def test_either_measures_or_a_template(run: Run, folder: Path, asked: list[str]) -> None:
    ran = run("outcomes", *asked)
    assert ran.returncode == 2
    assert "name a file of measures, or ask for an empty one with --template" in ran.stderr


def test_a_design_that_measures_nothing_says_what_to_add(run: Run, folder: Path) -> None:
    (folder / "bare.toml").write_text('format = 1\n[programme]\nsectors = ["substance"]\n')
    ran = run("outcomes", "bare.toml", "measures.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        "bare.toml: not judged: the design names no measures\n       do:     add it to outcomes.measures" in ran.stderr
    )
