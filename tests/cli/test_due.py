"""mentorkit due: what is due for whom, and who does it."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import ics
import pytest
import vobject

from .conftest import Run

PROGRAMME = """\
format = 1
[programme]
name = "North"
sectors = ["substance"]
[supervision]
collects = ["placed_on", "supervised_on"]
phases = [{ every = "14 days", for = "2 months", formats = ["one-to-one"] }, { every = "1 month" }]
[outcomes]
collects = ["reviewed_on"]
review_every = "6 months"
[[network.members]]
id = "mentor"
part = "mentor"
[[network.members]]
id = "coordinator"
title = "Peer mentor coordinator"
part = "programme"
[[network.members]]
id = "manager"
title = "Service manager"
part = "programme"
[[network.links]]
from = "coordinator"
to = "mentor"
kind = "supervises"
deputy = "manager"
"""
MENTORS = """\
id,placed_on,supervised_on,reviewed_on
M-1,2026-11-01,2026-11-15,2026-07-01
M-2,2026-05-01,2026-10-20,2026-05-01
M-3,2026-05-01,,2026-11-01
M-4,2026-05-01,2026-11-20,2026-05-23
"""


@pytest.fixture
def due(run: Run, tmp_path: Path) -> Run:
    """Runs `mentorkit due` on four mentors."""
    (tmp_path / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text(MENTORS, encoding="utf-8")
    return lambda *args: run("due", "programme.toml", "mentors.csv", "--on", "2026-11-22", *args)


def test_overdue_comes_first_then_by_date_and_what_cannot_be_told_last(due: Run) -> None:
    ran = due()
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.partition("\nThese rules say so")[0] == (
        "Overdue\n"
        "  2026-11-01 (21 days ago)  M-2: review on time [STD610]\n"
        "  2026-11-20 (2 days ago)  M-2: supervision on time, by Peer mentor coordinator [STD406]\n"
        "\n"
        "Due within 2 weeks\n"
        "  2026-11-23 (in 1 day)  M-4: review on time [STD610]\n"
        "  2026-11-29 (in 7 days)  M-1: supervision on time, by Peer mentor coordinator [STD406]\n"
        "\n"
        "Date not known: find out\n"
        "  M-3: supervision on time: supervised_on is not known [STD406]\n"
    )
    assert ran.stdout.endswith("\nOn 2026-11-22: 2 overdue, 2 due within 2 weeks, 1 with no known date.\n")


def test_a_row_that_is_cut_short_takes_nothing_out_of_the_answer_or_the_calendar(due: Run, tmp_path: Path) -> None:
    assert due("-o", "due.ics").returncode == 1
    (tmp_path / "mentors.csv").write_text(MENTORS.replace(",2026-10-20,2026-05-01", ""), encoding="utf-8")
    counts = "0 overdue, 2 due within 2 weeks, 3 with no known date, not in the calendar"
    ran = due("-o", "due.ics")
    assert (ran.returncode, ran.stdout) == (1, f"On 2026-11-22: {counts}.\n")
    assert "CANCELLED" not in (tmp_path / "due.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "text"), [("mentors.csv", "id\nM-1\n"), ("mentors.jsonl", '{"id": "M-1"}\n')])
def test_of_whom_nothing_is_known_everything_is_to_be_found_out(name: str, text: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run("due", "programme.toml", name, "--on", "2026-11-22", "--format", "csv")
    told = {row["rule"]: row["state"] for row in csv.DictReader(io.StringIO(ran.stdout))}
    assert (ran.returncode, told["STD406"], told["STD610"]) == (1, "cannot be told", "cannot be told")


def test_what_has_been_overdue_for_many_years_is_still_overdue(due: Run, tmp_path: Path) -> None:
    (tmp_path / "mentors.csv").write_text(
        "id,placed_on,supervised_on,reviewed_on\nM-1,1990-01-01,2016-01-31,1992-02-29\n", encoding="utf-8"
    )
    ran = due()
    assert ran.returncode == 1
    assert ran.stdout.partition("\nThese rules say so")[0] == (
        "Overdue\n"
        "  1992-08-29 (12503 days ago)  M-1: review on time [STD610]\n"
        "  2016-02-29 (3919 days ago)  M-1: supervision on time, by Peer mentor coordinator [STD406]\n"
    )


def test_who_stands_in_is_told_where_the_supervisor_is_away(due: Run) -> None:
    ran = due("--away", "coordinator", "--stage", "supervision")
    assert "supervision on time, by Service manager, since Peer mentor coordinator is away [STD406]" in ran.stdout
    assert "STD610" not in ran.stdout


def test_a_supervisor_without_a_deputy_leaves_nobody(due: Run, run: Run, tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text(PROGRAMME.replace('deputy = "manager"\n', ""), encoding="utf-8")
    ran = run("due", "programme.toml", "mentors.csv", "--on", "2026-11-22", "--away", "coordinator")
    assert "by nobody: Peer mentor coordinator is away, and nobody stands in" in ran.stdout


def test_a_deputy_who_is_away_too_leaves_nobody(due: Run) -> None:
    ran = due("--away", "coordinator", "--away", "manager", "--stage", "supervision")
    assert "by nobody: Peer mentor coordinator is away, and nobody stands in" in ran.stdout


def test_a_supervisor_who_is_closed_in_the_file_is_away(due: Run, run: Run, tmp_path: Path) -> None:
    closed = PROGRAMME.replace('id = "coordinator"\n', 'id = "coordinator"\nstatus = "temporarily closed"\n')
    assert closed != PROGRAMME
    (tmp_path / "programme.toml").write_text(closed, encoding="utf-8")
    ran = run("due", "programme.toml", "mentors.csv", "--on", "2026-11-22", "--stage", "supervision")
    assert "by Service manager, since Peer mentor coordinator is away [STD406]" in ran.stdout


def test_how_far_ahead_is_asked_for(due: Run) -> None:
    ran = due("--within", "1 day", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [(row["id"], row["due"], row["state"]) for row in rows] == [
        ("M-2", "2026-11-01", "overdue"),
        ("M-2", "2026-11-20", "overdue"),
        ("M-4", "2026-11-23", "due"),
        ("M-3", "", "cannot be told"),
    ]


def test_json_names_rules_once_with_their_sources(due: Run) -> None:
    data = json.loads(due("--format", "json").stdout)
    assert (data["on"], data["until"]) == ("2026-11-22", "2026-12-06")
    assert [item["id"] for item in data["due"]] == ["M-2", "M-2", "M-4", "M-1", "M-3"]
    assert [rule["id"] for rule in data["rules"]] == ["STD406", "STD610"]
    assert all(rule["sources"] for rule in data["rules"])


def _entries(text: str) -> dict[str, Any]:
    """The entries of a calendar by their summary, as vobject reads them."""
    events = vobject.readOne(text).contents.get("vevent", [])
    return {event.summary.value: event for event in events}


def test_two_other_libraries_read_the_calendar(due: Run, tmp_path: Path) -> None:
    ran = due("-o", "due.ics")
    told = "On 2026-11-22: 2 overdue, 2 due within 2 weeks, 1 with no known date, not in the calendar.\n"
    assert ran.stdout == told
    text = (tmp_path / "due.ics").read_bytes().decode()
    expected = {
        "M-2: review on time (overdue: was due on 2026-11-01) [North]": "2026-11-22",
        "M-2: supervision on time (overdue: was due on 2026-11-20) [North]": "2026-11-22",
        "M-4: review on time [North]": "2026-11-23",
        "M-1: supervision on time [North]": "2026-11-29",
    }
    events = ics.Calendar(text).events
    assert all(event.all_day for event in events)
    assert {event.name: str(event.begin.date()) for event in events} == expected
    assert {summary: str(event.dtstart.value) for summary, event in _entries(text).items()} == expected
    due("-o", "due.ics")
    assert (tmp_path / "due.ics").read_bytes().decode() == text


def test_each_programme_person_and_rule_has_an_entry_of_its_own(due: Run, run: Run, tmp_path: Path) -> None:
    north = due("--format", "ics").stdout
    (tmp_path / "programme.toml").write_text(PROGRAMME.replace('"North"', '"South"'), encoding="utf-8")
    south = due("--format", "ics").stdout
    uids = {event.uid for text in (north, south) for event in ics.Calendar(text).events}
    assert len(uids) == 8
    assert not any("M-" in uid or "STD" in uid for uid in uids)


def test_what_changed_says_so_and_the_rest_stays(due: Run, tmp_path: Path) -> None:
    due("-o", "due.ics")
    before = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))
    due("-o", "due.ics", "--away", "coordinator")
    after = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))
    assert before.keys() == after.keys()
    for summary, event in after.items():
        was = before[summary]
        assert event.uid.value == was.uid.value
        changed = "supervision" in summary  # only that is for the coordinator
        assert int(event.sequence.value) - int(was.sequence.value) == changed
    due("-o", "due.ics", "--away", "coordinator", "--on", "2026-11-23")
    later = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))
    moved = "M-2: review on time (overdue: was due on 2026-11-01) [North]"
    assert (str(later[moved].dtstart.value), str(later[moved].dtstamp.value.date())) == ("2026-11-23", "2026-11-23")
    assert int(later[moved].sequence.value) > int(after[moved].sequence.value)
    kept = "M-4: review on time [North]"
    assert (later[kept].dtstamp.value, later[kept].sequence.value) == (
        after[kept].dtstamp.value,
        after[kept].sequence.value,
    )


def test_what_is_gone_is_cancelled_for_a_while_and_comes_back(due: Run, tmp_path: Path) -> None:
    calendar = tmp_path / "due.ics"
    gone = "M-4: review on time [North]"
    due("-o", "due.ics")
    first = _entries(calendar.read_text(encoding="utf-8"))[gone]
    due("-o", "due.ics", "--stage", "supervision")
    cancelled = _entries(calendar.read_text(encoding="utf-8"))[gone]
    assert (cancelled.uid.value, cancelled.status.value) == (first.uid.value, "CANCELLED")
    assert int(cancelled.sequence.value) > int(first.sequence.value)
    due("-o", "due.ics", "--stage", "supervision")
    assert _entries(calendar.read_text(encoding="utf-8"))[gone].sequence.value == cancelled.sequence.value
    due("-o", "due.ics")
    again = _entries(calendar.read_text(encoding="utf-8"))[gone]
    assert "status" not in again.contents
    assert int(again.sequence.value) > int(cancelled.sequence.value)
    reviewed = MENTORS.replace("2026-05-01,2026-11-20,2026-05-23", "2026-05-01,2026-11-20,2026-11-22")
    (tmp_path / "mentors.csv").write_text(reviewed, encoding="utf-8")
    due("-o", "due.ics")
    assert _entries(calendar.read_text(encoding="utf-8"))[gone].status.value == "CANCELLED"
    due("-o", "due.ics", "--on", "2027-02-20")
    assert gone in _entries(calendar.read_text(encoding="utf-8"))
    due("-o", "due.ics", "--on", "2027-03-01")
    assert gone not in _entries(calendar.read_text(encoding="utf-8"))


def test_an_entry_whose_date_is_not_known_any_more_stays(due: Run, tmp_path: Path) -> None:
    due("-o", "due.ics")
    stays = "M-4: review on time [North]"
    before = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))[stays]
    (tmp_path / "mentors.csv").write_text(MENTORS.replace("2026-05-23", "in May"), encoding="utf-8")
    assert due("-o", "due.ics").returncode == 2
    after = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))[stays]
    assert after.serialize() == before.serialize()


def test_alarms_are_in_the_morning_so_long_before_but_never_in_the_past(due: Run, tmp_path: Path) -> None:
    due("-o", "due.ics", "--alarm", "2 days")
    text = (tmp_path / "due.ics").read_bytes().decode()
    alarms = {event.name: event.alarms[0].trigger for event in ics.Calendar(text).events}
    assert alarms == {
        "M-2: review on time (overdue: was due on 2026-11-01) [North]": timedelta(hours=9),
        "M-2: supervision on time (overdue: was due on 2026-11-20) [North]": timedelta(hours=9),
        "M-4: review on time [North]": timedelta(hours=9),
        "M-1: supervision on time [North]": timedelta(days=-2, hours=9),
    }
    assert all(event.valarm.action.value == "DISPLAY" for event in _entries(text).values())
    assert all(event.valarm.description.value == summary for summary, event in _entries(text).items())
    due("-o", "due.ics", "--alarm", "2 days")
    assert (tmp_path / "due.ics").read_bytes().decode() == text
    due("-o", "due.ics")
    without = _entries((tmp_path / "due.ics").read_text(encoding="utf-8"))
    assert all(int(event.sequence.value) == date(2026, 11, 22).toordinal() + 1 for event in without.values())
    assert not any("valarm" in event.contents for event in without.values())


def test_a_feed_says_its_name_and_when_to_look_again(due: Run) -> None:
    calendar = vobject.readOne(due("--format", "ics", "--feed").stdout)
    values = {name: calendar.contents[name][0].value for name in calendar.contents if name != "vevent"}
    assert values.pop("uid")
    assert values == {
        "version": "2.0",
        "prodid": "-//mentorkit//due//EN",
        "method": "PUBLISH",
        "name": "North",
        "x-wr-calname": "North",
        "refresh-interval": "P1D",
        "x-published-ttl": "P1D",
    }
    assert calendar.contents["refresh-interval"][0].params == {"VALUE": ["DURATION"]}


@pytest.mark.parametrize(
    ("nation", "shown"),
    [
        # In 2026 Boxing Day is a Saturday, so Monday the 28th is a bank holiday too; 30 November is Scotland's own.
        ("england", ["2026-12-24", "2026-11-30"]),
        ("scotland", ["2026-12-24", "2026-11-27"]),
        ("northern ireland", ["2026-12-24", "2026-11-30"]),
        ("wales", ["2026-12-24", "2026-11-30"]),
    ],
)
def test_what_is_due_on_no_working_day_is_shown_on_the_one_before(
    due: Run, tmp_path: Path, nation: str, shown: list[str]
) -> None:
    stated = PROGRAMME.replace("[supervision]", f'nation = "{nation}"\n[supervision]', 1)
    (tmp_path / "programme.toml").write_text(stated, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text("id,reviewed_on\nM-1,2026-06-28\nM-2,2026-05-30\n", encoding="utf-8")
    ran = due("--format", "ics", "--working-days", "--within", "6 weeks")
    on_feast = "" if shown[1] == "2026-11-30" else " (due on 2026-11-30)"
    assert {summary: str(event.dtstart.value) for summary, event in _entries(ran.stdout).items()} == {
        "M-1: review on time (due on 2026-12-28) [North]": shown[0],
        f"M-2: review on time{on_feast} [North]": shown[1],
    }


def test_no_working_day_before_today_is_shown(due: Run, tmp_path: Path) -> None:
    stated = PROGRAMME.replace("[supervision]", 'nation = "wales"\n[supervision]', 1)
    (tmp_path / "programme.toml").write_text(stated, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text("id,reviewed_on\nM-1,2026-05-22\nM-2,2026-05-29\n", encoding="utf-8")
    entries = _entries(due("--format", "ics", "--working-days").stdout)  # today is a Sunday
    assert {summary: str(event.dtstart.value) for summary, event in entries.items()} == {
        "M-1: review on time [North]": "2026-11-22",
        "M-2: review on time (due on 2026-11-29) [North]": "2026-11-27",
    }


@pytest.mark.parametrize(
    "content",
    [
        "id,placed_on\nM-1,2026-11-01\n",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
        "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        "another programme",
        "an entry without a sequence",
    ],
)
def test_no_other_file_is_replaced_by_a_calendar(due: Run, tmp_path: Path, content: str) -> None:
    if content == "another programme":
        content = due("--format", "ics").stdout
        (tmp_path / "programme.toml").write_text(PROGRAMME.replace('"North"', '"South"'), encoding="utf-8")
    elif content == "an entry without a sequence":
        content = due("--format", "ics").stdout.replace("SEQUENCE", "X-SEQUENCE")
    (tmp_path / "due.ics").write_bytes(content.encode())
    ran = due("-o", "due.ics")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "due.ics: the " in ran.stderr
    assert "name another file with -o" in ran.stderr
    assert (tmp_path / "due.ics").read_bytes() == content.encode()


def test_a_programme_without_a_name_has_no_calendar(due: Run, tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text(PROGRAMME.replace('name = "North"\n', ""), encoding="utf-8")
    ran = due("-o", "due.ics")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "this programme states none\n       do:     write programme.name\n" in ran.stderr
    assert due().returncode == 1


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--within", "soon"), "write a whole number and a unit"),
        (("--within", "40 hours"), "cannot be used here"),
        (("--format", "ics", "--alarm", "2 hours"), "cannot be used here"),
        (("--format", "ics", "--alarm", "soon"), "write a whole number and a unit"),
        (("--alarm", "1 day"), "--alarm is for a calendar"),
        (("--feed",), "--feed is for a calendar"),
        (("--working-days",), "--working-days is for a calendar"),
        (("--format", "ics", "--working-days"), "write programme.nation"),
        (("--away", "nobody"), 'there is no member with the id "nobody" in this network; there are: '),
        (("--away", "co-ordinator"), 'did you mean "coordinator"?'),
    ],
)
def test_what_cannot_be_meant_is_refused(due: Run, option: tuple[str, ...], told: str) -> None:
    ran = due(*option)
    assert ran.returncode == 2
    assert told in ran.stderr


def test_a_supervisor_whom_the_network_does_not_have_is_located_and_not_named(due: Run, tmp_path: Path) -> None:
    rows = MENTORS.splitlines()
    named = [f"{row},{who}" for row, who in zip(rows, ["supervisor", "coordinator", "Ann Other", "", ""], strict=True)]
    (tmp_path / "mentors.csv").write_text("\n".join(named) + "\n", encoding="utf-8")
    ran = due()
    assert ran.returncode == 2
    assert ran.stderr == (
        "mentors.csv: row 3, column supervisor: nobody with this id supervises mentors in the programme's network; "
        "write an id from the network\n"
    )
    assert "M-1: supervision on time, by Peer mentor coordinator" in ran.stdout
    assert "M-2: supervision on time [STD406]" in ran.stdout


def test_without_a_network_nobody_can_be_away(due: Run, run: Run, tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text(PROGRAMME.partition("[[network")[0], encoding="utf-8")
    ran = run("due", "programme.toml", "mentors.csv", "--away", "coordinator")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "this programme describes no network" in ran.stderr


def test_what_is_known_of_people_is_told_nowhere(due: Run, tmp_path: Path) -> None:
    # A day by which something is due is told; the facts that it follows from are not.
    written = MENTORS.replace("M-2,2026-05-01,2026-10-20,2026-05-01", "M-2,2026-05-03,2026-10-20,the fifth of May")
    (tmp_path / "mentors.csv").write_text(written, encoding="utf-8")
    for form in ("text", "csv", "json", "ics"):
        ran = due("--format", form)
        assert "mentors.csv: row 3, column reviewed_on: a date is needed here" in ran.stderr
        for value in ("2026-05-03", "2026-10-20", "20261020", "the fifth of May", "2026-07-01"):
            assert value not in ran.stdout + ran.stderr
