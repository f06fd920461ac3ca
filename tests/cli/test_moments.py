"""--on of match, due and outcomes: a day or a moment, with one meaning in each."""

import json
from pathlib import Path

import pytest

from tests.building import ROOT

from .conftest import Run

WAYS = ROOT / "examples/ways"
DESIGN = """\
format = 2
[programme]
name = "North"
sectors = []
nation = "england"
ways = ["{way}"]
[group_sessions]
delivered_by = 1
sessions = 2
length = "90 minutes"
[on_call]
least_on_duty = 1
[incidents]
steps = [{{ what = "first meeting", within = "72 hours" }}]
oldest = "1 month"
"""
PEOPLE = "id,capacity,available\nP-1,5,at any hour\n"


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-11-30", "1 of 1 place filled in 1 shift on 2026-11-30."),
        ("2026-12-01", "0 of 0 places filled in 0 shifts on 2026-12-01; 1 shift over before this day."),
        ("2026-11-30 13:59", "1 of 1 place filled in 1 shift on 2026-11-30 13:59+00:00."),
        ("2026-11-30T14:00", "0 of 0 places filled in 0 shifts on 2026-11-30 14:00+00:00; 1 shift over by then."),
        ("2026-11-30 15:30+01:30", "0 of 0 places filled in 0 shifts on 2026-11-30 14:00+00:00; 1 shift over by then."),
    ],
)
def test_a_shift_is_over_once_it_has_ended_and_on_its_day_it_is_still_to_come(
    on: str, told: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(DESIGN.format(way="on call"), encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    shift = "id,starts_at,ends_at,on_duty\nS-1,2026-11-30 10:00,2026-11-30 14:00,\n"
    (tmp_path / "shifts.csv").write_text(shift, encoding="utf-8")
    args = ("match", "p.toml", "people.csv", "shifts.csv", "--on", on)
    assert f"{told}\n" in run(*args).stdout
    data = json.loads(run(*args, "--format", "json").stdout)
    assert (data["on"], "at" in data) == (on[:10], len(on) > 10)


def test_match_and_due_agree_on_an_incident_that_becomes_too_old_on_a_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(DESIGN.format(way="incident"), encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    incident = "id,person,happened_at,part_of_it,first_meeting_at\nI-1,A-1,2026-10-30 12:00,none,\n"
    (tmp_path / "incidents.csv").write_text(incident, encoding="utf-8")
    for on, too_old in (("2026-11-29", False), ("2026-11-30", True), ("2026-11-30 11:00", False)):
        due = run("due", "p.toml", "incidents.csv", "--on", on)
        match = run("match", "p.toml", "people.csv", "incidents.csv", "--on", on)
        assert ("no step is proposed" in due.stdout, "the first step may be taken for" in match.stdout) == (
            too_old,
            too_old,
        )
    today = incident.replace("2026-10-30 12:00", "2026-11-30 12:00")
    (tmp_path / "incidents.csv").write_text(today, encoding="utf-8")
    for command in (("due", "p.toml"), ("outcomes", "p.toml"), ("match", "p.toml", "people.csv")):
        assert run(*command, "incidents.csv", "--on", "2026-11-30").stderr == ""
        before = run(*command, "incidents.csv", "--on", "2026-11-30 11:59")
        assert (before.returncode, "cannot be after 2026-11-30 11:59+00:00" in before.stderr) == (2, True)


def test_a_session_of_a_day_is_still_to_come_and_one_of_a_moment_once_it_has_begun_is_not(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(DESIGN.format(way="group sessions"), encoding="utf-8")
    sessions = "id,starts_at,number,delivered_by\nS-1,2026-11-30 18:00,1,P-1\nS-2,2026-12-07 18:00,2,P-1\n"
    (tmp_path / "sessions.csv").write_text(sessions, encoding="utf-8")
    (tmp_path / "attendance.csv").write_text("person,session,attended\nA-1,S-1,\n", encoding="utf-8")
    sheets = ("p.toml", "attendance.csv", "--sessions", "sessions.csv")
    of_day = run("due", *sheets, "--on", "2026-11-30")
    assert "A-1  S-1 (session 1), 2026-11-30 18:00+00:00\n" in of_day.stdout
    assert (
        "1 has a place, 0 could have one, 0 wait, 0 completed the series. A session on this day is still to come."
        in (of_day.stdout)
    )
    assert "A-1  S-1 (session 1)" in run("due", *sheets, "--on", "2026-11-30 18:00").stdout.partition("\n\n")[0]
    begun = run("due", *sheets, "--on", "2026-11-30 18:01")
    assert begun.stdout.startswith("Attendance not recorded: find out\n  A-1  S-1 (session 1)")
    assert "On 2026-11-30 18:01+00:00: 1 person in the series; " in begun.stdout
    assert "had a place in a session that was held" in run("outcomes", *sheets, "--on", "2026-11-30").stdout
    held = run("outcomes", *sheets, "--on", "2026-11-30 18:01")
    assert (held.returncode, "nobody knows whether the person attended" in held.stderr) == (2, True)


@pytest.mark.parametrize(
    ("on", "happened_at", "has_happened"),
    [
        ("2026-11-29", "2026-11-29 23:30-05:00", False),  # 04:30 on the 30th in England
        ("2026-11-29", "2026-11-30 00:30+05:00", True),  # 19:30 on the 29th
        ("2026-07-02", "2026-07-02 23:30Z", False),  # 00:30 on the 3rd
        ("2026-07-02", "2026-07-01 23:30Z", True),
        ("2026-07-02", "2026-07-02 23:59", True),
    ],
)
def test_the_day_of_an_incident_is_the_one_in_the_zone_of_the_nation(
    on: str, happened_at: str, has_happened: bool, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(DESIGN.format(way="incident"), encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    incident = {"id": "I-1", "person": "A-1", "happened_at": happened_at, "part_of_it": [], "first_meeting_at": ""}
    (tmp_path / "i.csv").write_text(
        f"id,person,happened_at,part_of_it,first_meeting_at\nI-1,A-1,{happened_at},none,\n", encoding="utf-8"
    )
    (tmp_path / "i.jsonl").write_text(json.dumps(incident), encoding="utf-8")
    toml = f"{happened_at[:16]}:59{happened_at[16:]}"
    table = f'[[records]]\nid = "I-1"\nperson = "A-1"\nhappened_at = {toml}\npart_of_it = []\nfirst_meeting_at = ""\n'
    (tmp_path / "i.toml").write_text(table, encoding="utf-8")
    for sheet in ("i.csv", "i.jsonl", "i.toml"):
        for command in (("due", "p.toml"), ("outcomes", "p.toml"), ("match", "p.toml", "people.csv")):
            ran = run(*command, sheet, "--on", on)
            assert (ran.returncode == 2, "cannot be after" in ran.stderr) == (not has_happened,) * 2, ran.stderr


@pytest.mark.parametrize(
    ("on", "starts_at", "is_over"),
    [
        ("2026-11-22", "2026-11-22 00:30+05:00", True),  # 19:30 on the 21st in England
        ("2026-07-02", "2026-07-01 23:30Z", False),  # 00:30 on the 2nd
        ("2026-07-01", "2026-07-01 23:30Z", False),
        ("2026-07-03", "2026-07-01 23:30Z", True),
    ],
)
def test_the_day_of_a_session_is_the_one_in_the_zone_of_the_nation(
    on: str, starts_at: str, is_over: bool, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "p.toml").write_text(DESIGN.format(way="group sessions"), encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "s.csv").write_text(f"id,starts_at,number,delivered_by\nS-1,{starts_at},1,none\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text("person,session,attended\nA-1,S-1,\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("person,session,attended\nA-1,S-1,yes\n", encoding="utf-8")
    match = run("match", "p.toml", "people.csv", "s.csv", "--on", on)
    assert ("1 session over" in match.stdout) == is_over
    due = run("due", "p.toml", "a.csv", "--sessions", "s.csv", "--on", on)
    assert ("Attendance not recorded" in due.stdout) == is_over
    outcomes = run("outcomes", "p.toml", "b.csv", "--sessions", "s.csv", "--on", on)
    assert ("this session is still to come" in outcomes.stderr) == (on == "2026-07-01"), outcomes.stderr


def test_sessions_in_the_hour_that_comes_twice_keep_their_order_and_their_times(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(
        DESIGN.format(way="group sessions").replace('length = "90 minutes"\n', ""), encoding="utf-8"
    )
    rows = "S-1,2026-10-25 01:30+00:00,1,P-1\nS-2,2026-10-25 01:40+01:00,1,P-1\nS-3,2026-10-25 01:30Z,1,P-1\n"
    (tmp_path / "s.csv").write_text(f"id,starts_at,number,delivered_by\n{rows}", encoding="utf-8")
    (tmp_path / "a.csv").write_text("person,session,attended\nA-1,,\n", encoding="utf-8")
    due = run("due", "p.toml", "a.csv", "--sessions", "s.csv", "--on", "2026-10-20").stdout
    assert "A-1  S-2 (session 1), 2026-10-25 01:40+01:00" in due
    assert "P-1  S-1 and S-3: in both at the same time" in due


def test_an_answer_about_days_takes_the_day_of_a_moment_in_the_zone_of_the_nation(run: Run) -> None:
    of_people = ("due", str(WAYS / "drop_in/programme.toml"), str(WAYS / "drop_in/people/mentors.csv"), "--on")
    members = ("match", str(WAYS / "mutual_aid/programme.toml"), str(WAYS / "mutual_aid/members.csv"), "--on")
    for command in (of_people, members):
        assert run(*command, "2026-07-01T23:30Z").stdout == run(*command, "2026-07-02").stdout
        assert run(*command, "2026-07-01 23:30").stdout == run(*command, "2026-07-01").stdout
        assert "there is no such time of day" in run(*command, "2026-07-01 24:30").stderr
