"""mentorkit rota, and outcomes of contacts, as a person runs them: every form of the answer, whole."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from tests.golden_files import hold, undocumented

from .conftest import Run

FORMS = Path(__file__).parents[1] / "golden/forms"
DESIGN = """format = 2

[programme]
name = "Night line"
sectors = []
ways = ["on call"]
nation = "england"

[on_call]
hours = "24/7"
least_on_duty = 2
answers_within = "30 minutes"
"""
SHIFTS = """id,starts_at,ends_at,on_duty
S-1,2026-10-24 08:00,2026-10-24 20:00,P-1; P-2
S-2,2026-10-24 20:00,2026-10-25 08:00,P-3; P-4
S-3,2026-10-25 08:00,2026-10-25 20:00,P-1
S-4,2026-10-25 08:00,2026-10-25 14:00,P-5
S-5,2026-10-25 20:00,2026-10-26 08:00,P-5; P-6
S-6,2026-10-26 08:00,2026-10-26 20:00,P-1; P-2
S-7,2026-10-26 18:00,2026-10-27 08:00,P-2
S-8,2026-10-26 20:00,2026-10-27 08:00,
"""
CONTACTS = "id,asked_at,answered_at,answered_by\n" + "".join(
    f"K-{number},2026-11-{day} {hour:02}:00,2026-11-{day} {hour:02}:{minutes:02},P-1\n"
    for number, (day, hour, minutes) in enumerate(
        [
            (23, 9, 5),
            (23, 10, 12),
            (23, 14, 31),
            (23, 15, 30),
            (23, 23, 8),
            (24, 1, 59),
            (24, 2, 20),
            (24, 3, 0),
            (24, 4, 1),
            (24, 20, 2),
        ]
    )
)
CONTACTS += "K-10,2026-11-25 08:00,,\nK-11,2026-11-25 12:45,,\n"
NOW = ("--on", "2026-11-25T13:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("p.toml", DESIGN), ("shifts.csv", SHIFTS), ("calls.csv", CONTACTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("suffix", ["txt", "csv", "json", "svg"])
def test_the_answer_on_a_made_up_rota(run: Run, folder: Path, suffix: str, update: bool) -> None:
    ran = run(
        "rota", "p.toml", "shifts.csv", "--from", "2026-10-24T08:00", "--to", "2026-10-26", "-o", f"rota.{suffix}"
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout == "55 hours of 65 hours covered (85 %): 2 gaps, 10 hours in all.\n"
    hold(FORMS / f"rota.{suffix}", (folder / f"rota.{suffix}").read_bytes(), update)


@pytest.mark.parametrize("suffix", ["txt", "csv", "json"])
def test_the_answer_on_made_up_contacts(run: Run, folder: Path, suffix: str, update: bool) -> None:
    ran = run("outcomes", "p.toml", "calls.csv", *NOW, "-o", f"contacts.{suffix}")
    assert (ran.returncode, ran.stderr) == (0, "")
    hold(FORMS / f"contacts.{suffix}", (folder / f"contacts.{suffix}").read_bytes(), update)


def test_text_csv_json_and_picture_say_the_same(run: Run, folder: Path) -> None:
    said = run("rota", "p.toml", "shifts.csv").stdout
    data = json.loads(run("rota", "p.toml", "shifts.csv", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("rota", "p.toml", "shifts.csv", "--format", "csv").stdout)))
    picture = ET.fromstring(run("rota", "p.toml", "shifts.csv", "--format", "svg").stdout)  # noqa: S314 - we wrote it
    assert undocumented(data) == set()
    assert [(row["starts_at"], row["ends_at"]) for row in rows if row["what"] == "gap"] == [
        (gap["starts_at"], gap["ends_at"]) for gap in data["gaps"]
    ]
    drawn = ["".join(text.itertext()) for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    for gap in (line.strip() for line in said.partition("Gaps\n")[2].split("\n\n")[0].splitlines()):
        assert gap in drawn
    assert sum(1 for text in drawn if text in ("0 of 2", "1 of 2")) >= len(data["gaps"])
    contacts = json.loads(run("outcomes", "p.toml", "calls.csv", *NOW, "--format", "json").stdout)
    assert undocumented(contacts) == set()
    late = [
        row["id"]
        for row in csv.DictReader(io.StringIO(run("outcomes", "p.toml", "calls.csv", *NOW, "--format", "csv").stdout))
        if row["state"].startswith("late")
    ]
    assert [each["id"] for each in contacts["late"]] == late == ["K-2", "K-5", "K-10"]


def test_a_rota_that_is_covered_ends_in_0_and_unknown_people_in_1(run: Run, folder: Path) -> None:
    (folder / "people.csv").write_text("id\nP-1\nP-2\n", encoding="utf-8")
    when = ("--from", "2026-10-24T08:00", "--to", "2026-10-24T20:00")
    assert run("rota", "p.toml", "shifts.csv", *when).returncode == 0
    assert run("rota", "p.toml", "shifts.csv", *when, "--people", "people.csv").returncode == 0
    (folder / "people.csv").write_text("id\nP-1\n", encoding="utf-8")
    ran = run("rota", "p.toml", "shifts.csv", *when, "--people", "people.csv")
    assert ran.returncode == 1
    assert "On duty, and not in the sheet of people\n  P-2: S-1\n" in ran.stdout


def test_the_templates_have_the_columns_that_are_read(run: Run, folder: Path) -> None:
    assert (
        run("facts", "p.toml", "--template", "shifts").stdout == "\ufeffid,starts_at,ends_at,needs,vetoes,on_duty\r\n"
    )
    contacts = "\ufeffid,asked_at,answered_at,answered_by\r\n"
    assert run("facts", "p.toml", "--template", "contacts").stdout == contacts
    assert run("outcomes", "p.toml", "--template").stdout == contacts
    run("facts", "p.toml", "--template", "shifts", "-o", "empty.csv")
    assert "in Europe/London" in (folder / "empty-explained.csv").read_text(encoding="utf-8")


def test_the_sheet_that_match_fills_can_be_asked_about(run: Run, folder: Path) -> None:
    header = "id,starts_at,ends_at,needs,vetoes,on_duty\n"
    assert run("facts", "p.toml", "--template", "shifts").stdout == "\ufeff" + header.replace("\n", "\r\n")
    (folder / "shifts.csv").write_text(f"{header}S-1,2026-11-24 00:00,2026-11-25 00:00,2,,P-1; P-2\n", encoding="utf-8")
    assert run("rota", "p.toml", "shifts.csv").returncode == 0


def test_a_day_means_its_end_and_nothing_means_now(run: Run, folder: Path) -> None:
    (folder / "calls.csv").write_text("id,asked_at,answered_at\nK-1,2026-11-24 23:45,\n", encoding="utf-8")

    def state(*options: str) -> str:
        data = json.loads(run("outcomes", "p.toml", "calls.csv", "--format", "json", *options).stdout)
        return str([each["state"] for each in data["late"] + data["not_yet"]])

    assert state("--on", "2026-11-24") == "['not yet']"
    assert state("--on", "2026-11-25T00:16+00:00") == "['late, not answered']"
    (folder / "calls.csv").write_text(f"id,asked_at\nK-1,{date.today().year + 1}-01-01 00:00\n", encoding="utf-8")  # noqa: DTZ011
    assert run("outcomes", "p.toml", "calls.csv").returncode == 2


@pytest.mark.parametrize(
    ("hours", "days", "promised"),
    [
        ("every day 22:00 to 06:00", ("2026-10-23", "2026-10-23"), "8 hours"),
        ("every day 22:00 to 06:00", ("2026-10-24", "2026-10-24"), "9 hours"),
        ("every day 22:00 to 06:00", ("2026-10-24T00:00", "2026-10-25T00:00"), "8 hours"),
        ("every day 22:00 to 06:00", ("2026-10-20", "2026-10-26"), "57 hours"),
        ("Friday 18:00 to Monday 08:00", ("2026-10-24", "2026-10-24"), "24 hours"),
        ("Friday 18:00 to Monday 08:00", ("2026-10-19", "2026-10-25"), "63 hours"),
        ("24/7", ("2026-10-24", "2026-10-25"), "49 hours"),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(
    run: Run, folder: Path, hours: str, days: tuple[str, str], promised: str
) -> None:
    (folder / "p.toml").write_text(DESIGN.replace('"24/7"', f'"{hours}"'), encoding="utf-8")
    said = run("rota", "p.toml", "shifts.csv", "--from", days[0], "--to", days[1]).stdout
    assert f" of {promised} covered" in said


def test_who_called_outside_the_promised_hours_is_pointed_out(run: Run, folder: Path) -> None:
    design = DESIGN.replace('"24/7"', '"Friday 18:00 to Monday 08:00"')
    (folder / "p.toml").write_text(design, encoding="utf-8")
    calls = "K-1,2026-10-23 17:59,2026-10-23 18:05\nK-2,2026-10-25 01:30+00:00,\nK-3,2026-10-26 08:00,\n"
    (folder / "calls.csv").write_text(f"id,asked_at,answered_at\n{calls}", encoding="utf-8")
    said = run("outcomes", "p.toml", "calls.csv", "--on", "2026-10-26T09:00").stdout
    assert (
        "1 of 3 answered in time (33 %), 2 late, 2 of them not answered, 1 of them asked outside the promised" in said
    )
    assert "  K-2: not answered, and 31 hours 30 minutes have passed\n" in said
    assert "  K-3: not answered, and 1 hour has passed; asked outside the promised hours\n" in said
    rows = csv.DictReader(io.StringIO(run("outcomes", "p.toml", "calls.csv", "--format", "csv").stdout))
    assert [row["outside_hours"] for row in rows] == ["yes", "no", "yes"]


def test_online_a_sheet_of_contacts_is_told_from_measures_by_its_columns(run: Run, folder: Path) -> None:
    online = DESIGN.replace('"on call"', '"online"') + (
        '\n[online]\nmoderated_hours = "every day 08:00 to 23:00"\nreports_answered_within = "4 hours"\n'
        '\n[outcomes]\nmeasures = [{ name = "hope", of = ["member"], at = ["start", "review"] }]\n'
    )
    (folder / "p.toml").write_text(online, encoding="utf-8")
    (folder / "m.csv").write_text("id,party,measure,at,value,on,left\nC-1,member,hope,start,3,,\n", encoding="utf-8")
    (folder / "r.csv").write_text("id,asked_at,answered_at\nR-1,2026-11-24 22:00,2026-11-25 11:01\n", encoding="utf-8")
    for way in ((), ("--way", "online")):
        assert "members: under 5 people" in run("outcomes", "p.toml", "m.csv", *way).stdout
        said = run("outcomes", "p.toml", "r.csv", *NOW, *way).stdout
        assert "R-1: answered after 4 hours 1 minute" in said


def test_a_pair_programme_hears_of_measures_as_before_whatever_else_it_offers(run: Run, folder: Path) -> None:
    both = DESIGN.replace('["on call"]', '["pair", "on call"]')
    both += '\n[outcomes]\nmeasures = [{ name = "hope", of = ["mentee"], at = ["start", "exit"] }]\n'
    (folder / "p.toml").write_text(both, encoding="utf-8")
    (folder / "m.csv").write_text("id,party,measure,at,value,on,left\nC-1,mentee,hope,start,3,,\n", encoding="utf-8")
    assert "mentees: under 5 people" in run("outcomes", "p.toml", "m.csv").stdout
    assert "12 calls" in run("outcomes", "p.toml", "calls.csv", *NOW).stdout
    assert run("outcomes", "p.toml", "--template").stdout.startswith("\ufeffid,party")
    assert run("outcomes", "p.toml", "--template", "--way", "on call").stdout.startswith("\ufeffid,asked_at")


def test_a_contact_of_which_nobody_knows_whether_it_was_answered_gives_no_figures(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(DESIGN, encoding="utf-8")
    answered: dict[str, str | None] = {"id": "K-1", "asked_at": "2026-11-24T10:05", "answered_at": "2026-11-24T10:06"}
    rows = [answered, {"id": "K-2", "asked_at": "2026-11-24T10:05", "answered_at": None}]
    outcomes = ("outcomes", "p.toml", "c.jsonl", "--on", "2026-11-30")
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run(*outcomes).returncode == 0
    del rows[1]["answered_at"]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ran = run(*outcomes)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "row 2, column answered_at: this column is missing" in ran.stderr


def test_one_person_answers_a_contact(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(DESIGN, encoding="utf-8")
    row = {"id": "K-1", "asked_at": "2026-11-24 10:05", "answered_at": "2026-11-24 10:06", "answered_by": "D-1; D-2"}
    (tmp_path / "c.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "c.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    for sheet in ("c.jsonl", "c.csv"):
        ran = run("outcomes", "p.toml", sheet, "--on", "2026-11-30")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "column answered_by: one text is needed here, since one person answers a contact" in ran.stderr
