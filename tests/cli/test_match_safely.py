"""mentorkit match never pairs two who have to be kept apart, however the sheets are written."""

import csv
import json
from pathlib import Path

import pytest

from .conftest import Run
from .match_sheets import DAY, SUBSTANCE, Sheets, pairs_of


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [("Café House", "Cafe\u0301 House"), ("Ash House", "Ash\u200b House"), ("St Mary's", "St Mary\u2019s")],
)
def test_an_exclusion_sees_what_a_person_sees(sheets: Sheets, theirs: str, mine: str) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": (mine, "")}, house=theirs)
    assert ran.returncode == 1
    assert "ruled out by same house: 1 mentor" in ran.stdout


def test_a_veto_sees_what_a_person_sees(sheets: Sheets) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": ("none", "m\u20111")})
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "the mentee's veto: 1 mentor" in ran.stdout


def test_ids_that_look_alike_are_refused(sheets: Sheets) -> None:
    ran = sheets({"M-1": "2", "m\u20111": "2"}, {"C-1": ("none", "")})
    assert ran.returncode == 2
    assert "mentors.csv: row 3, column id: this id looks like the one in row 2" in ran.stderr


@pytest.mark.parametrize("id_", ["P-1", "p-1", "P\u20111"])
def test_nobody_is_matched_with_themself(sheets: Sheets, id_: str) -> None:
    ran = sheets({"P-1": "1"}, {id_: ("none", "")})
    assert ran.returncode == 1
    assert "nobody is matched with themself: 1 mentor" in ran.stdout


@pytest.mark.parametrize("id_", ["P-01", "p\u201101", "P1", "\u0420-1"])
def test_two_whose_ids_look_alike_are_told_and_not_matched(sheets: Sheets, id_: str) -> None:
    ran = sheets({"P-1": "1"}, {id_: ("none", "")}, "--format", "json")
    assert ran.returncode == 2
    first, second = sorted(["P-1", id_])
    assert f"{first} and {second} are ids that look alike; if they are the same, write the id in one way" in ran.stderr
    assert json.loads(ran.stdout)["look_alike"] == [[first, second]]
    assert pairs_of(ran) == set()


def test_two_whose_ids_look_alike_are_not_kept(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock\nP-01,P-1,keep\n", encoding="utf-8")
    ran = sheets({"P-1": "1"}, {"P-01": ("none", "")}, "--lock", "locks.csv")
    assert ran.returncode == 2
    assert "P-01 is kept with P-1, and their ids look alike" in ran.stderr


@pytest.mark.parametrize("by", ["never", "veto"])
def test_who_could_be_taken_for_somebody_barred_is_not_proposed(sheets: Sheets, tmp_path: Path, by: str) -> None:
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock\nC-1,M-1,never\n", encoding="utf-8")
    lock = ("--lock", "locks.csv") if by == "never" else ()
    ran = sheets({"M-1": "2", "M-01": "2"}, {"C-1": ("none", "" if lock else "M-1")}, *lock, "--format", "json")
    assert ran.returncode == 2
    assert "M-01 and M-1 are ids that look alike" in ran.stderr
    assert pairs_of(ran) == set()


def test_ordinary_ids_do_not_look_alike(sheets: Sheets) -> None:
    ran = sheets({"M-1": "1", "M-11": "1", "1-11": "1", "11-1": "1"}, {"C-1": ("none", ""), "C-10": ("none", "")})
    assert (ran.returncode, ran.stderr) == (0, "")


def test_two_who_are_in_both_sheets_have_each_other(sheets: Sheets) -> None:
    ran = sheets({"P-1": "1", "P-2": "1"}, {"P-1": ("none", ""), "P-2": ("none", "")}, "--format", "json")
    assert pairs_of(ran) == {("P-1", "P-2"), ("P-2", "P-1")}


def test_a_lock_does_not_match_anybody_with_themself(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock\np-1,P-1,keep\n", encoding="utf-8")
    ran = sheets({"P-1": "1"}, {"P-1": ("none", "")}, "--lock", "locks.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "P-1 is kept with themself" in ran.stderr


@pytest.mark.parametrize(("vetoes", "status"), [("B-1", 1), ("b\u20111; none", 1), ("B-1, C-9", 2)])
def test_a_veto_holds_whichever_of_the_two_is_the_mentor(sheets: Sheets, vetoes: str, status: int) -> None:
    ran = sheets({"A-1": "1", "B-1": "1"}, {"A-1": ("none", vetoes), "B-1": ("none", "")}, "--format", "json")
    assert (ran.returncode, pairs_of(ran)) == (status, set())


def test_a_veto_of_somebody_who_is_a_mentee_alone_holds_for_a_mentor(sheets: Sheets) -> None:
    ran = sheets({"A-1": "1", "M-1": "1"}, {"A-1": ("none", "B-1"), "B-1": ("none", "M-1")})
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "the mentor's veto: 1 mentor" in ran.stdout


@pytest.mark.parametrize(
    ("vetoes", "lock", "left"),
    [
        ("M1", "", {"C-2"}),
        ("", "C-1,M1,never", {"C-2"}),
        ("", "C1,M-1,never", set()),
        ("", "C1,M1,never", set()),
        ("", "C1,M-1,never,yes", set()),
        ("", "M1,C-1,never", {"C-2"}),
    ],
)
def test_nobody_is_proposed_for_those_of_whom_it_is_not_clear_who_is_kept_from_them(
    sheets: Sheets, tmp_path: Path, vetoes: str, lock: str, left: set[str]
) -> None:
    (tmp_path / "locks.csv").write_text(f"mentee,mentor,lock,away\n{lock}\n", encoding="utf-8")
    people = {"M-1": "2"}, {"C-1": ("none", vetoes), "C-2": ("none", "")}
    ran = sheets(*people, "--lock", "locks.csv", "--format", "json")
    assert (ran.returncode, {mentee for mentee, _ in pairs_of(ran)}) == (2, left)
    data = json.loads(ran.stdout)
    waits = [each["why"] for each in [*data["unmatched"], *data["outside"]] if each["why"]]
    assert all("not in the sheets" in why for why in waits)
    assert waits
    assert [each.get("closest") for each in data["not_found"]] == [
        "C-1" if "C1" in lock else "M-1" if lock.startswith("C-1") else None
    ]


@pytest.mark.parametrize("house", ["Ash; Oak", "Ash， Oak", "Ash / Oak"])
def test_a_text_that_an_exclusion_compares_is_one(sheets: Sheets, house: str) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": ("Ash", "")}, "--format", "json", house=house)
    assert ran.returncode == 2
    assert "mentors.csv: row 2, column mentor_house: one text is needed here" in ran.stderr
    assert pairs_of(ran) == set()


def test_the_shipped_programme_keeps_apart_who_share_one_of_several_court_cases(run: Run, tmp_path: Path) -> None:
    folder = SUBSTANCE.parents[1] / "probation"
    for side, case in (("mentors", "T-1; T-2"), ("mentees", "T-1")):
        rows = list(csv.DictReader((folder / f"matching/{side}.csv").read_text(encoding="utf-8").splitlines()))
        with (tmp_path / f"{side}.csv").open("w", encoding="utf-8", newline="") as file:
            sheet = csv.DictWriter(file, rows[0])
            sheet.writeheader()
            sheet.writerows(row | {f"{side[:-1]}_court_case": case} for row in rows)
    ran = run("match", str(folder / "through_the_gate.toml"), "mentors.csv", "mentees.csv", *DAY, "--format", "json")
    assert pairs_of(ran) == set()


@pytest.mark.parametrize("vetoes", ["M-1, M-2", "M-1, M-2; M-3", "M-2,M-1", "M-1；M-2", "M-1، M-2", "M-1 / M-2"])
def test_vetoes_with_commas_are_refused_where_they_are_and_nobody_else_waits(sheets: Sheets, vetoes: str) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": ("none", vetoes), "C-2": ("none", "")}, "--format", "json")
    assert ran.returncode == 2
    assert "mentees.csv: row 2, column mentee_vetoes: a comma does not separate the entries of a list" in ran.stderr
    assert pairs_of(ran) == {("C-2", "M-1")}
    assert json.loads(ran.stdout)["unmatched"][0]["why"] == "mentee_vetoes cannot be read"


def test_an_entry_with_a_comma_in_it_stands_in_double_quotes(sheets: Sheets) -> None:
    ran = sheets({"M-1": "2"}, {"C-1": ("none", '""M-1""; ""M-9, left""')}, "--show-values")
    assert ran.returncode == 2
    assert "names M-9, left, who is not in the sheets" in ran.stderr
    assert "mentee_vetoes names somebody who is not in the sheets" in ran.stdout


def test_a_list_with_commas_is_referred(run: Run, tmp_path: Path) -> None:
    sheet = "id,abstinent_since,risk_screen_domains,risk_screen_on,selected_on\n"
    sheet += 'A-1,2025-03-10,"substance misuse, wellbeing",2026-10-05,2026-10-12\n'
    (tmp_path / "applicants.csv").write_text(sheet, encoding="utf-8")
    ran = run("decide", "screening", str(SUBSTANCE), "applicants.csv", *DAY)
    assert ran.returncode == 2
    assert "row 2, column risk_screen_domains: a comma does not separate the entries of a list" in ran.stderr
    assert ran.stdout.startswith("refer    A-1\n")


@pytest.mark.parametrize("capacity", ["999999999999", "999999999999999999"])
def test_a_capacity_beyond_all_people_is_room_for_everybody(sheets: Sheets, capacity: str) -> None:
    ran = sheets({"M-1": capacity}, {"C-1": ("none", ""), "C-2": ("none", "")}, "--format", "json")
    assert (ran.returncode, pairs_of(ran)) == (0, {("C-1", "M-1"), ("C-2", "M-1")})


@pytest.mark.parametrize(
    ("day", "cannot_be"),
    [
        ("9999-12-30", "cannot be after 2026-11-22"),
        ("9999-12-31", "cannot be after 2026-11-22"),
        ("0001-01-01", "cannot be more than 120 years before 2026-11-22"),
    ],
)
def test_a_day_at_an_end_of_the_calendar_ends_nobody_elses_match(
    sheets: Sheets, run: Run, tmp_path: Path, day: str, cannot_be: str
) -> None:
    sheets({"M-1": "1", "M-2": "1"}, {"C-1": ("none", ""), "C-2": ("none", "")})
    for name, old in (("mentors.csv", "M-1,2024-03-01"), ("mentees.csv", "2025-10-01")):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, f"{old[:-10]}{day}", 1), encoding="utf-8")
    ran = run("match", str(SUBSTANCE), "mentors.csv", "mentees.csv", *DAY, "--format", "json")
    assert f"mentors.csv: row 2, column mentor_recovery_since: this date {cannot_be};" in ran.stderr
    assert (ran.returncode, pairs_of(ran)) == (2, {("C-2", "M-2")})
    data = json.loads(ran.stdout)
    assert data["unmatched"][0]["why"] == f"mentee_recovery_since {cannot_be}"
    assert data["outside"][0]["why"] == f"mentor_recovery_since {cannot_be}"


@pytest.mark.parametrize("looked", ["no", ""])
def test_ties_that_nobody_has_looked_for_are_referred_and_the_pair_is_not_proposed(
    run: Run, tmp_path: Path, looked: str
) -> None:
    example = SUBSTANCE.parents[1] / "probation"
    sheet = (example / "matching/mentees.csv").read_text(encoding="utf-8")
    (tmp_path / "mentees.csv").write_text(sheet.replace("2027-01-15,yes", f"2027-01-15,{looked}"), encoding="utf-8")
    programme = str(example / "through_the_gate.toml")
    ran = run("match", programme, str(example / "matching/mentors.csv"), "mentees.csv", *DAY, "--format", "json")
    assert "P-01" not in dict(pairs_of(ran))
    own = {each["mentee"]: each["own"] for each in json.loads(ran.stdout)["unmatched"]}["P-01"]
    assert [(each["rule"], each["verdict"]) for each in own] == [("PRB301", "refer")]
    (tmp_path / "pairs.csv").write_text(f"id,mentee_ties_checked\nP-01,{looked}\n", encoding="utf-8")
    assert run("decide", "matching", programme, "pairs.csv", *DAY).stdout.startswith("refer    P-01\n")


def test_a_design_of_criteria_alone_says_before_the_answer_that_nothing_was_compared(
    run: Run, sheets: Sheets, tmp_path: Path
) -> None:
    text = SUBSTANCE.read_text(encoding="utf-8")
    start, end = text.index("preferences = ["), text.index("exclusions = [")
    bare = text[:start] + text[text.index("\n", end) + 1 :]
    (tmp_path / "bare.toml").write_text(bare, encoding="utf-8")
    people = "id,mentee_agrees_to_match,mentee_recovery_plan\nC-1,yes,drawn up by the mentee\n"
    (tmp_path / "mentees.csv").write_text(people, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text("id\nM-1\n", encoding="utf-8")
    match = "match", "bare.toml", "mentors.csv", "mentees.csv", *DAY
    told = run(*match)
    warning = told.stdout.splitlines()[0]
    assert warning.startswith("Nothing was compared: the design states no matching.preferences and no matching.")
    assert '"interests"' in warning
    assert "optimal" not in told.stdout
    assert "1 matched, and who has whom follows notes of SHOULD rules, then the order of ids" in told.stdout
    written = run(*match, "-o", "pairs.csv")
    assert written.stderr == f"{warning}\n"
    data = json.loads(run(*match, "--format", "json").stdout)
    assert (data["compared"], "interests" in data["criteria"]) == (False, True)
    stable = bare.replace("most people, then best fit, then worst pair lifted", "stable by preferences")
    (tmp_path / "bare.toml").write_text(stable, encoding="utf-8")
    people = people.replace("plan\n", "plan,mentee_vetoes\n").replace("mentee\n", "mentee,none\n")
    (tmp_path / "mentees.csv").write_text(f"{people}C-2,yes,drawn up by the mentee,M-2\n", encoding="utf-8")
    (tmp_path / "mentors.csv").write_text("id,capacity\nM-1,1\nM-2,1\n", encoding="utf-8")
    expected = "then the order of ids, and in another order more people may be matched; notes of SHOULD rules: 1"
    assert expected in run(*match).stdout
