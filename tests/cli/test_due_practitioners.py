"""mentorkit due after incidents: who takes the steps, what is against them, and ids that could be of one person."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from .conftest import Run
from .test_due_incidents import HEAD, PROGRAMME, due_of_incidents


@pytest.fixture
def due(run: Run, tmp_path: Path) -> Run:
    return due_of_incidents(run, tmp_path)


_VETOED = HEAD.replace("practitioner", "needs,vetoes,practitioner")


@pytest.mark.parametrize(
    ("cells", "edit", "said"),
    [
        ("none,1,T-1,t-1", "", "first meeting: t-1 is not wanted; name another practitioner [STD345]"),
        ("T-1,2,T-1,T-1;T-2", "", "first meeting, by T-2: T-1 is not wanted; name another practitioner [STD345]"),
        ("none,,,none", "", "first meeting: no practitioner is named [STD345]"),
        # A programme that lets those take steps who were part of the incident is told when they do.
        (
            "T-1,,,T-1",
            "false",
            "first meeting, by T-1: T-1 was part of the incident, which the programme allows [STD345]",
        ),
        (",,,T-1", "false", "first meeting, by T-1 [STD345]"),
        # Nobody is their own practitioner, and nobody takes a step who is not wanted, whatever the programme lets do.
        ("none,,,P-1", "false", "first meeting: P-1 was part of the incident; name another practitioner [STD345]"),
        ("T-1,,T-1,T-1", "false", "first meeting: T-1 is not wanted; name another practitioner [STD345]"),
    ],
)
def test_a_step_says_what_is_against_those_who_take_it(due: Run, cells: str, edit: str, said: str) -> None:
    design = PROGRAMME.replace("part_of_it = true", f"part_of_it = {edit or 'true'}")
    ran = due(f"{_VETOED}I-1,P-1,2026-11-28 03:10,{cells},,\n", design=design)
    harmless = "T-1 [" in said and "allows" not in said
    assert (ran.returncode, ran.stderr) == (0 if "no practitioner" in said or harmless else 1, "")
    assert f"I-1 (P-1): {said}\n" in ran.stdout


@pytest.mark.parametrize(
    ("rows", "alike", "said"),
    [
        (
            "I-1,P-1,2026-11-28 03:10,T-01,T-1,,\n",
            "T-01 and T-1",
            "T-01 and T-1 look alike; settle who is meant [STD345]",
        ),
        (
            "I-1,T-l,2026-11-28 03:10,none,T-1,,\n",
            "T-1 and T-l",
            "T-1 and T-l look alike; settle who is meant [STD345]",
        ),
        (
            "I-1,P-1,2026-11-28 03:10,none,T-1,,\nI-01,P-1,2026-11-28 03:10,none,T-1,,\n",
            "I-01 and I-1",
            "I-01 (P-1): first meeting, by T-1 [STD345]",
        ),
        (
            "I-1,P-1,2026-11-28 03:10,none,T-1,,\nI-2,P-01,2026-11-28 03:10,none,T-1,,\n",
            "P-01 and P-1",
            "I-2 (P-01): first meeting, by T-1 [STD345]",
        ),
        (
            "I-1,P-1,2026-11-28 03:10,none,T-1,,\nI-2,P-2,2026-11-28 03:10,T\u201101; P-1,T-2,,\n",
            "T-1 and T\u201101",
            "I-2 (P-2): first meeting, by T-2 [STD345]",
        ),
    ],
)
def test_ids_that_look_alike_are_named_and_end_in_2(due: Run, rows: str, alike: str, said: str) -> None:
    ran = due(rows)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"{alike} are ids that look alike; if they are the same, write the id in one way")
    assert said in ran.stdout
    assert due(rows, "-o", "due.ics").returncode == 2


def test_one_spelling_of_an_id_is_as_good_as_another(due: Run) -> None:
    ran = due("I-1,P-1,2026-11-28 03:10,p\u20112,t-1,,\nI-2,p-1,2026-11-28 03:10,P-2,T-1,,\n")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_row_is_about_one_person(due: Run) -> None:
    ran = due('I-1,"P-1; T-1",2026-11-28 03:10,none,T-1,,\nI-2,"P-1, T-1",2026-11-28 03:10,none,T-1,,\n')
    assert ran.returncode == 2
    assert ran.stderr == (
        "incidents.csv: rows 2 to 3, column person: one text is needed here, since a row is about one person; write a "
        "row for each person who went through it\n"
    )
    assert "I-1: first meeting: person cannot be read [STD345]" in ran.stdout


def test_a_calendar_says_that_nobody_takes_a_step_and_not_why(due: Run, tmp_path: Path) -> None:
    cells = ("none,,T-1", "none,,", "none,T-1,T-1", ",,T-1")
    rows = "".join(f"I-{n},P-1,2026-11-28 03:10,{each},,\n" for n, each in enumerate(cells))
    assert due(HEAD.replace("practitioner", "vetoes,practitioner") + rows, "-o", "due.ics").returncode == 1
    events: list[Any] = Calendar.from_ical((tmp_path / "due.ics").read_bytes()).walk("VEVENT")
    settle = "something has to be settled first, as 'mentorkit due' says"
    assert [str(event["description"]) for event in events] == [
        "STD345, by T-1",
        "STD345, nobody takes it yet",
        f"STD345, nobody takes it yet; {settle}",
        f"STD345, by T-1; {settle}",
    ]
