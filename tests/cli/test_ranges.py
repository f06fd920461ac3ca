"""Ranges where a command is about people: the careful end is taken and said, or the command ends."""

import shlex
from pathlib import Path

import pytest

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
PEOPLE = EXAMPLES / "substance" / "people"
MATCHING = EXAMPLES / "substance" / "matching"
INCIDENT = EXAMPLES / "ways" / "incident"
DAY = ("--on", "2026-11-29")
CONTACTS = 'outcomes p.toml contacts.csv --on "2026-11-29 03:10"'
SESSIONS = "due p.toml attendance.csv --sessions sessions.csv --on 2026-11-29"


def design(folder: Path, file: Path, *edits: tuple[str, str]) -> str:
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "p.toml").write_text(text, encoding="utf-8")
    return "p.toml"


def substance(folder: Path, *edits: tuple[str, str]) -> str:
    return design(folder, EXAMPLES / "substance" / "turning_point.toml", *edits)


def test_due_counts_the_earliest_date_and_says_so(run: Run, tmp_path: Path) -> None:
    file = substance(tmp_path, ('every = "14 days"', 'every = { from = "1 week", to = "2 weeks" }'))
    said = run("due", file, str(PEOPLE / "mentors.csv"), *DAY).stdout
    assert (
        "2026-11-23 (6 days ago)  A-11: supervision on time, by Peer mentor coordinator: the design states a range "
        "(phases[0].every: 1 to 2 weeks), so the earliest date counts [STD406]\n"
    ) in said


def test_the_earliest_time_of_a_step_counts_and_the_shortest_after_which_an_incident_is_too_old(
    run: Run, tmp_path: Path
) -> None:
    file = design(
        tmp_path,
        INCIDENT / "programme.toml",
        ('within = "72 hours"', 'within = { from = "48 hours", to = "72 hours" }'),
        ('oldest = "1 month"', 'oldest = { from = "1 month", to = "6 weeks" }'),
    )
    head = "id,person,happened_at,part_of_it,practitioner\n"
    rows = "I-1,P-1,2026-11-28 09:00,none,T-1\nI-2,P-2,2026-10-28 03:00,none,T-1\n"
    (tmp_path / "i.csv").write_text(
        head.replace("\n", ",first_meeting_at,second_meeting_at\n") + rows.replace("T-1\n", "T-1,,\n"), encoding="utf-8"
    )
    said = run("due", file, "i.csv", "--on", "2026-11-29 03:10")
    assert said.returncode == 1
    assert (
        "2026-11-30 09:00+00:00 (in 29 hours)  I-1 (P-1): first meeting, by T-1: the design states a range "
        "(incidents.steps[0].within: 48 to 72 hours), so the earliest date counts [STD345]\n"
    ) in said.stdout
    shortest = "the first step may be taken for 1 month to 6 weeks, of which the shortest counts"
    assert f"I-2 (P-2): steps after the incident: this was 32 days ago, and {shortest}; no step" in said.stdout
    (tmp_path / "people.csv").write_text("id,capacity\nT-1,2\n", encoding="utf-8")
    matched = run("match", file, "people.csv", "i.csv", "--on", "2026-11-29").stdout
    assert f"settled, though this was 32 days ago, and {shortest}; a person decides what to do\n" in matched


def test_decide_refers_whom_the_ends_decide_differently(run: Run, tmp_path: Path) -> None:
    file = substance(tmp_path, ('every = "14 days"', 'every = { from = "1 week", to = "2 weeks" }'))
    said = run("decide", "supervision", file, str(PEOPLE / "mentors.csv"), *DAY).stdout
    why = "the programme states a range (phases[0].every: 1 to 2 weeks), and it depends on the value in it [STD406]"
    assert f"refer    A-11\n         refer: {why}\n" in said


def test_match_counts_the_fewest_places_and_says_so(run: Run, tmp_path: Path) -> None:
    sheets = [str(MATCHING / name) for name in ("mentors.csv", "mentees.csv")]
    two = run("match", substance(tmp_path, ("mentees_per_mentor = 2", "mentees_per_mentor = 1")), *sheets, *DAY).stdout
    file = substance(tmp_path, ("mentees_per_mentor = 2", "mentees_per_mentor = { from = 1, to = 2 }"))
    said = run("match", file, *sheets, *DAY).stdout
    remark = "; mentees_per_mentor is 1 to 2, of which the fewest count: 1"
    assert said.replace(remark, "") == two
    assert remark in said


def test_a_command_that_needs_one_value_ends_and_says_which_range_to_settle(run: Run, tmp_path: Path) -> None:
    file = design(tmp_path, INCIDENT / "programme.toml", ('within = "72 hours"', 'within = { about = "72 hours" }'))
    ran = run("outcomes", file, str(INCIDENT / "people" / "incidents.csv"), "--on", "2026-11-29 03:10")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "p.toml:87:38: not judged: incidents.steps[0].within is about 72 hours, and one value is needed here\n"
        "       do:     state one value where it says about 72 hours, or leave the key out\n"
    )


def test_a_network_is_drawn_with_its_ranges_in_words(run: Run, tmp_path: Path) -> None:
    edits = (
        ("people = 12", "people = { from = 1, to = 3 }"),
        ('within = "15 minutes"', 'within = { about = "20 minutes" }'),
    )
    file = substance(tmp_path, *edits)
    for form in ("html", "mmd", "graphml", "json"):
        assert run("network", "draw", file, "-o", f"network.{form}").returncode == 0
        text = (tmp_path / f"network.{form}").read_text(encoding="utf-8")
        assert "1 to 3" in text or form == "mmd"
    assert "suicide" in run("network", "paths", file).stdout


@pytest.mark.parametrize(
    ("way", "key", "range_", "counts", "command"),
    [
        ("drop_in", "least_on_duty = 2", "{ from = 1, to = 3 }", "3", "rota p.toml shifts.csv"),
        ("drop_in", "least_on_duty = 2", "{ at_least = 3 }", "3", "rota p.toml shifts.csv"),
        ("drop_in", 'seen_within = "30 minutes"', '{ from = "10 minutes", to = "1 hour" }', '"10 minutes"', CONTACTS),
        ("drop_in", 'seen_within = "30 minutes"', '{ at_most = "10 minutes" }', '"10 minutes"', CONTACTS),
        ("group_sessions", "sessions = 4", "{ from = 3, to = 4 }", "4", SESSIONS),
        ("group_sessions", "smallest = 3", "{ from = 3, to = 5 }", "5", SESSIONS),
        ("group_sessions", "largest = 8", "{ at_most = 6 }", "6", SESSIONS),
        ("drop_in", "least_on_duty = 2", "{ from = 1, to = 3 }", "3", "facts p.toml --template shifts"),
    ],
)
def test_the_end_that_promises_more_counts_and_the_command_says_so(
    run: Run, tmp_path: Path, way: str, key: str, range_: str, counts: str, command: str
) -> None:
    example = EXAMPLES / "ways" / way
    for sheet in example.glob("*.csv"):
        (tmp_path / sheet.name).write_bytes(sheet.read_bytes())
    name = key.split(" = ")[0]
    design(tmp_path, example / "programme.toml", (key, f"{name} = {counts}"))
    exact = run(*shlex.split(command))
    design(tmp_path, example / "programme.toml", (key, f"{name} = {range_}"))
    ranged = run(*shlex.split(command))
    assert (ranged.returncode, ranged.stdout) == (exact.returncode, exact.stdout)
    said = ranged.stderr.removesuffix(exact.stderr)
    assert said.startswith(f"p.toml: {way}.{name} is ")
    assert said.endswith(f", of which {counts} counts\n".replace('"', ""))
