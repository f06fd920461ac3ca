"""mentorkit match with incidents: what their times say, and since when one is too old for a first step."""

from pathlib import Path

import pytest

from .conftest import Run
from .test_match_slots import _INCIDENTS as INCIDENTS
from .test_match_slots import DAY
from .test_match_slots import _match as match_slots

_TOO_OLD = "this was 41 days ago, and the first step may be taken for 1 month; a person decides what to do"


@pytest.mark.parametrize(
    ("incident", "status", "said"),
    [
        (
            "2026-10-20 00:00+01:00,none,,,P-1,,",
            1,
            f"I-1, Tuesday 2026-10-20 00:00: P-1 (settled)\n       settled, though {_TOO_OLD}",
        ),
        ("2026-10-20 00:00+01:00,none,,,,,", 1, f"Incidents for which nobody is looked for\n  I-1: {_TOO_OLD}"),
        # Once the first step was taken, an incident is not too old for it.
        ("2026-10-20 00:00+01:00,none,,,,2026-10-21 10:00,", 0, "I-1, Tuesday 2026-10-20 00:00: P-1\n"),
        ("2026-10-20 00:00+01:00,none,,,,2026-10-21 10:00,2026-11-20 10:00", 0, "1 incident over"),
        # A time that cannot be is never a step that was taken.
        ("2026-10-20 00:00+01:00,none,,,,2026-10-21 10:00,soon", 2, "I-1: second_meeting_at cannot be read"),
        ("2026-11-28 10:00,none,,,,2026-11-28 09:59,", 2, "I-1: first_meeting_at cannot be before happened_at"),
        ("2026-11-28 10:00,none,,,,,2026-11-28 09:59", 2, "I-1: second_meeting_at cannot be before happened_at"),
        ("2026-11-28 10:00,none,,,,2026-11-30 09:59,", 2, "I-1: first_meeting_at cannot be after 2026-11-29"),
    ],
)
def test_what_the_times_of_an_incident_say_about_it(
    run: Run, tmp_path: Path, incident: str, status: int, said: str
) -> None:
    steps = '[{ what = "first meeting", within = "72 hours" }, { what = "second meeting", within = "1 month" }]'
    header = INCIDENTS.replace("\n", ",first_meeting_at,second_meeting_at\n")
    match_slots(run, tmp_path, "incident", "P-1,5,,,\n", "")
    design = (tmp_path / "p.toml").read_text(encoding="utf-8")
    (tmp_path / "p.toml").write_text(design.partition("steps =")[0] + f"steps = {steps}\n", encoding="utf-8")
    (tmp_path / "slots.csv").write_text(f"{header}I-1,X-1,{incident}\n", encoding="utf-8")
    ran = run("match", "p.toml", "people.csv", "slots.csv", *DAY)
    assert (ran.returncode, said in ran.stdout) == (status, True), ran.stdout + ran.stderr
    due = run("due", "p.toml", "slots.csv", *DAY)
    assert (due.returncode == 2) is (status == 2)


def test_where_nobody_says_how_old_an_incident_may_be_it_is_too_old_once_its_first_step_is_overdue(
    run: Run, tmp_path: Path
) -> None:
    match_slots(
        run, tmp_path, "incident", "P-1,5,,,\n", "I-1,X-1,2026-11-25 23:59,none,,,\nI-2,X-1,2026-11-26 23:59,none,,,\n"
    )
    design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('oldest = "1 month"\n', "")
    (tmp_path / "p.toml").write_text(design, encoding="utf-8")
    ran = run("match", "p.toml", "people.csv", "slots.csv", *DAY)
    assert "I-1: this was 4 days ago, and the programme does not state incidents.oldest" in ran.stdout
    assert "Empty places\n  I-2, Thursday 2026-11-26 23:59: 1 of 1 is empty" in ran.stdout


@pytest.mark.parametrize(
    ("incident", "status", "said"),
    [
        # Nobody takes the steps after an incident of their own, whatever the programme states.
        (",2026-11-28 10:00,none,,,", 1, "I-1: person is not known"),
        ("none,2026-11-28 10:00,P-1,,,", 1, "I-1: person is not known"),
        ("P-1,2026-11-28 10:00,P-1,,,", 1, "1 of 1 is empty; of 1 other person, 1 was part of it"),
        ("P-l,2026-11-28 10:00,none,,,", 2, "1 of 1 is empty; of 1 other person, 1 was part of it"),
        # Of all others who were part of it, nothing has to be known.
        ("X-1,2026-11-28 10:00,P-1,,,", 0, "10:00: P-1\n"),
        ("X-1,2026-11-28 10:00,P-1,,,P-1", 0, "10:00: P-1 (settled)\n\n"),
        ("X-1,2026-11-28 10:00,,,,", 0, "10:00: P-1\n"),
        ("X-1,2026-11-28 10:00,X-2; P-01,,,", 0, "10:00: P-1\n"),
    ],
)
def test_where_those_who_were_part_of_an_incident_may_take_it_whose_it_was_may_not(
    run: Run, tmp_path: Path, incident: str, status: int, said: str
) -> None:
    design = "not_part_of_it = false\n"
    ran = match_slots(run, tmp_path, "incident", "P-1,5,,,\n", f"I-1,{incident}\n", design=design)
    assert (ran.returncode, said in ran.stdout) == (status, True), ran.stdout + ran.stderr


@pytest.mark.parametrize("nation", ["", 'nation = "other"\n'])
def test_where_no_zone_is_known_an_answer_is_of_a_moment_and_in_utc(nation: str, run: Run, tmp_path: Path) -> None:
    match_slots(run, tmp_path, "incident", "P-1,5,,,\n", "I-1,A-1,2026-11-28 03:10+01:00,none,,,\n")
    design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('nation = "england"\n', nation)
    (tmp_path / "p.toml").write_text(design, encoding="utf-8")
    for command in ("match p.toml people.csv slots.csv", "due p.toml slots.csv"):
        of_day = run(*command.split(), *DAY)
        assert (of_day.returncode, "such as 2026-11-29T09:30+00:00, or state programme.nation" in of_day.stderr) == (
            2,
            True,
        )
    ran = run("match", "p.toml", "people.csv", "slots.csv", "--on", "2026-11-29T09:30+01:00")
    assert ran.returncode == 0, ran.stderr
    assert "I-1, Saturday 2026-11-28 02:10 UTC: P-1\n" in ran.stdout
    assert "in 1 incident on 2026-11-29 08:30+00:00." in ran.stdout


def test_outside_the_united_kingdom_nobody_is_asked_for_a_nation_that_is_stated(run: Run, tmp_path: Path) -> None:
    match_slots(run, tmp_path, "on call", "P-1,5,at any hour,,,\n", "S-1,2026-11-30 10:00Z,2026-11-30 14:00Z,,,P-1\n")
    hours = 'hours = "Monday 10:00 to 14:00"\n'
    for nation in ('nation = "other"\n', 'nation_name = "Canada"\n'):
        design = (tmp_path / "p.toml").read_text(encoding="utf-8").replace('nation = "england"\n', nation) + hours
        (tmp_path / "abroad.toml").write_text(design, encoding="utf-8")
        for command in ("match abroad.toml people.csv slots.csv", "rota abroad.toml slots.csv"):
            ran = run(*command.split())
            assert (ran.returncode, "this programme is outside the United Kingdom" in ran.stderr) == (2, True), (
                ran.stderr
            )
