"""What `mentorkit match --lock` keeps and never makes, round after round, also of people who are away."""

import json
from pathlib import Path

import pytest

from .match_sheets import Sheets, pairs_of


def test_what_is_never_made_is_in_every_answer_and_holds_again(sheets: Sheets, tmp_path: Path) -> None:
    people = {"M-1": "2", "M-2": "2"}, {"C-1": ("none", "")}
    (tmp_path / "one.csv").write_text("mentee,mentor,lock\nC-1,M-1,never\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text("mentee,mentor,lock\nC1,M-2,Never\n-C,=M,never\n", encoding="utf-8")
    away = [("-C", "=M"), ("C-1", "M-1"), ("C1", "M-2")]
    for form in ("csv", "json", "txt"):
        ran = sheets(*people, "--lock", "one.csv", "--lock", "two.csv", "-o", f"pairs.{form}")
        assert ran.returncode == 2  # C1 may be a misspelt id
        assert 'C1 and M-2 are locked as never, but one of them is not in the sheets; did you mean "C-1"?' in ran.stderr
    data = json.loads((tmp_path / "pairs.json").read_text(encoding="utf-8"))
    assert [(each["mentee"], each["mentor"]) for each in data["never"]] == away
    assert "Never to be matched\n  -C with =M\n  C-1 with M-1\n" in (tmp_path / "pairs.txt").read_text(encoding="utf-8")
    again = sheets(*people, "--lock", "pairs.csv", "--format", "json")
    assert pairs_of(again) == set()  # M-2 waits until it is clear who C1 is
    assert json.loads(again.stdout)["never"] == data["never"]


@pytest.mark.parametrize("mark", [",", ",yes"])
def test_if_neither_id_of_a_never_is_there_all_that_look_like_them_wait(
    sheets: Sheets, tmp_path: Path, mark: str
) -> None:
    (tmp_path / "locks.csv").write_text(f"mentee,mentor,lock,away\n7-1,1-1,never{mark}\n", encoding="utf-8")
    people = {"I-1": "2", "L-1": "2", "M-2": "2"}, dict.fromkeys(("7-I", "7-L", "8"), ("none", ""))
    ran = sheets(*people, "--lock", "locks.csv", "--format", "json")
    assert (ran.returncode, pairs_of(ran)) == (2, {("8", "M-2")}), ran.stderr


@pytest.mark.parametrize(
    ("locks", "told"),
    [
        ("mentee,mentor,lock,lock\nC-1,M-1,never,\n", "row 1, column lock: this column is there more than once"),
        ("mentee,mentor,lock, lock\nC-1,M-1,,never\n", "row 1, column lock: this column is there more than once"),
        ("mentee,mentor,lock,Lock\nC-1,M-1,,never\n", "row 1, column lock: this column is there more than once"),
        ("mentee,mentor,lock,lock\u200b\nC-1,M-1,,never\n", "row 1, column lock: this column is there more than once"),
        ("mentee,mentor,lock,Mentor\nC-1,M-2,never,M-1\n", "row 1, column mentor: this column is there more than once"),
        (
            '{"mentee":"C-1","mentor":"M-1","lock":"never"}\n',
            "row 1: the quotation marks of a cell from here on do not",
        ),
        ('"mentee"x,mentor,lock\nC-1,M-1,never\n', "row 1: the quotation marks of a cell from here on do not match"),
        ("mentee,mentor,lock\nC-1,M-1\0,never\n", "this sheet is not plain text in UTF-8"),
        ("mentee,mentor,lock\nC-1,M-1,,never\n", "row 2: this row has a cell in a column without a name"),
        ("mentee,mentor,lock,\nC-1,M-1,,never\n", "row 2: this row has a cell in a column without a name"),
        ('mentee,mentor,lock\nC-2,"M-2,\nC-1,M-1,never\n', "the quotation marks of a cell from here on do not match"),
    ],
)
def test_locks_of_which_one_would_be_lost_are_refused(sheets: Sheets, tmp_path: Path, locks: str, told: str) -> None:
    (tmp_path / "locks.csv").write_text(locks, encoding="utf-8")
    ran = sheets({"M-1": "2"}, {"C-1": ("none", "")}, "--lock", "locks.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


_PAIR = '"mentee": "C-1", "mentor": "M-1"'


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (f'{{"pairs": [{{{_PAIR}, "lock": "never", "lock": ""}}], "never": []}}', "this is not an answer of match"),
        (f'{{"never": [{{{_PAIR}}}], "pairs": [], "never": []}}', "this is not an answer of match"),
        (f'{{"pairs": [{{{_PAIR}, "Lock": "never"}}], "never": []}}', '"Lock" is not read, and looks like "lock"'),
        (f'{{"pairs": [], "Never": [{{{_PAIR}}}], "never": []}}', '"Never" is not read, and looks like "never"'),
        (f'{{"pairs": [{{{_PAIR}, "kept": true, "lock": "never"}}], "never": []}}', "C-1 and M-1 have "),
        (
            '{"pairs": [{"mentee": "C-1", "mentor": "M-1\\u0000", "lock": "never"}], "never": []}',
            "this is not an answer",
        ),
    ],
)
def test_a_never_that_would_be_lost_in_json_is_refused(sheets: Sheets, tmp_path: Path, answer: str, told: str) -> None:
    (tmp_path / "locks.json").write_text(answer, encoding="utf-8")
    ran = sheets({"M-1": "2"}, {"C-1": ("none", "")}, "--lock", "locks.json")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


@pytest.mark.parametrize("id_", ["-C2", "'-C2", "'=C2"])
def test_an_id_that_our_own_sheets_guard_is_one_id_in_every_sheet(sheets: Sheets, tmp_path: Path, id_: str) -> None:
    (tmp_path / "locks.csv").write_text(f"mentee,mentor,lock\n{id_},M-2,never\n", encoding="utf-8")
    ran = sheets({"M-2": "2", "'+M": "2"}, {id_: ("none", "'+M")}, "--lock", "locks.csv", "--format", "json")
    assert (ran.returncode, ran.stderr, pairs_of(ran)) == (1, "", set())


def test_two_sheets_do_not_keep_two_mentors_for_one_mentee(sheets: Sheets, tmp_path: Path) -> None:
    for number in ("1", "2"):
        (tmp_path / f"{number}.csv").write_text(f"mentee,mentor,lock\nC-1,M-{number},keep\n", encoding="utf-8")
    ran = sheets({"M-1": "2", "M-2": "2"}, {"C-1": ("none", "")}, "--lock", "1.csv", "--lock", "2.csv")
    assert ran.returncode == 2
    assert "2.csv, row 2 keeps M-2 for C-1, who keeps M-1 already" in ran.stderr


def test_a_veto_of_nobody_ends_in_2_and_its_nearest_id_is_shown_if_asked_for(sheets: Sheets) -> None:
    people = {"M-1": "2", "M-2": "2"}, {"C-1": ("none", "M1")}
    ran = sheets(*people)
    assert ran.returncode == 2
    assert "M-1" not in ran.stderr
    assert 'mentee_vetoes of C-1 names M1, who is not in the sheets; did you mean "M-1"?' in (
        sheets(*people, "--show-values").stderr
    )


def test_who_is_away_on_purpose_is_carried_and_not_asked_about_again(sheets: Sheets, tmp_path: Path) -> None:
    mentors, mentee = {"M-1": "1", "M-2": "1"}, {"C-1": ("none", "")}
    locks = tmp_path / "pairs.csv"
    locks.write_text("mentee,mentor,lock\nC-1,M-7,never\nC-5,M-1,never\n", encoding="utf-8")
    asked = sheets(mentors, mentee, "--lock", "pairs.csv", "-o", "next.csv")
    assert asked.returncode == 2
    assert asked.stderr.count(" if they are away this time, write yes under away on this row\n") == 2
    text = (tmp_path / "next.csv").read_text(encoding="utf-8")
    assert text.startswith("mentee,mentor,lock,away,")
    locks.write_text(text.replace(",never,,", ",never,Yes,"), encoding="utf-8")
    for _ in range(3):
        again = sheets(mentors, mentee, "--lock", "pairs.csv", "-o", "next.csv")
        assert again.returncode == 0
        locks.write_bytes((tmp_path / "next.csv").read_bytes())
        assert "2 pairs kept apart are about people who are away\n" in again.stderr
    told = sheets(mentors, mentee, "--lock", "pairs.csv")
    assert "Never to be matched\n  C-1 with M-7 (away)\n  C-5 with M-1 (away)\n" in told.stdout
    back = sheets({"M-7": "1"}, mentee, "--lock", "pairs.csv", "--format", "json")
    assert pairs_of(back) == set()
    assert back.stderr == "1 pair kept apart is about people who are away\n"
    assert json.loads(back.stdout)["never"] == [
        {"mentee": "C-1", "mentor": "M-7", "away": False},
        {"mentee": "C-5", "mentor": "M-1", "away": True},
    ]


@pytest.mark.parametrize("id_", ["C1", "C-01", "c\u20111.", "C-l"])
def test_an_id_that_is_taken_for_one_in_the_sheets_is_asked_about_though_it_is_marked(
    sheets: Sheets, tmp_path: Path, id_: str
) -> None:
    (tmp_path / "locks.csv").write_text(f"mentee,mentor,lock,away\n{id_},M-1,never,yes\n", encoding="utf-8")
    ran = sheets({"M-1": "1"}, {"C-1": ("none", "")}, "--lock", "locks.csv")
    assert ran.returncode == 2
    assert " are marked as away, but somebody has an id that looks like theirs" in ran.stderr


@pytest.mark.parametrize("row", ["C-1,M-1,keep,yes", "C-1,M-1,,yes", "C-1,M-1,never,perhaps"])
def test_away_says_yes_of_a_pair_that_is_never_made(sheets: Sheets, tmp_path: Path, row: str) -> None:
    (tmp_path / "locks.csv").write_text(f"mentee,mentor,lock,away\n{row}\n", encoding="utf-8")
    ran = sheets({"M-1": "1"}, {"C-1": ("none", "")}, "--lock", "locks.csv")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "row 2, column away: " in ran.stderr


def test_a_veto_of_somebody_away_is_settled_in_the_locks_as_well(sheets: Sheets, tmp_path: Path) -> None:
    people = {"M-1": "1"}, {"C-1": ("none", "M-7")}
    asked = sheets(*people)
    assert asked.returncode == 2
    assert "if they are away this time, lock the pair as never, with yes under away" in asked.stderr
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock,away\nC-1,M-7,never,yes\n", encoding="utf-8")
    assert sheets(*people, "--lock", "locks.csv").returncode == 0


def test_never_holds_whichever_of_the_two_is_the_mentor(sheets: Sheets, tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("mentee,mentor,lock\nM-1,C-1,never\nP-1,P-2,never\n", encoding="utf-8")
    people = {"M-1": "1", "P-1": "1", "P-2": "1"}, {"C-1": ("none", ""), "P-1": ("none", ""), "P-2": ("none", "")}
    ran = sheets(*people, "--lock", "locks.csv", "--format", "json")
    assert not pairs_of(ran) & {("C-1", "M-1"), ("P-1", "P-2"), ("P-2", "P-1")}
    assert ran.stderr == ""


def test_an_answer_in_json_locks_as_its_sheet_does(sheets: Sheets, tmp_path: Path) -> None:
    people = {"M-1": "1", "M-2": "1"}, {"C-1": ("none", ""), "C-2": ("none", "")}
    (tmp_path / "1.csv").write_text(
        "mentee,mentor,lock,away\nC-1,M-1,never,\nC-1,M-9,never,yes\nC-2,M-1,keep,\n", encoding="utf-8"
    )
    assert sheets(*people, "--lock", "1.csv", "-o", "2.json").returncode == 0
    one, other = (
        json.loads(sheets(*people, "--lock", name, "--format", "json").stdout) for name in ("1.csv", "2.json")
    )
    assert one["pairs"][1]["kept"]
    assert one | {"changed": []} == other
