"""mentorkit due after incidents: which steps are left, by which minute, and which incident is too old for any."""

import csv
import io
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import ics
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from mentorkit.core.case_reading import Case
from mentorkit.programme.incidents import Incidents, IncidentStep
from mentorkit.programme.tables import Programme
from mentorkit.records.incident_sheet import IncidentSheet
from mentorkit.records.incident_steps import StepsLeft
from mentorkit.records.reading import Record
from mentorkit.registry.load import Plugins
from mentorkit.toml.typed_facts import TypedFacts
from mentorkit.values.time_passed import TimePassed

from ..examples import examples
from .conftest import Run

PROGRAMME = """\
format = 2
[programme]
name = "North"
sectors = []
nation = "england"
ways = ["incident"]
[incidents]
steps = [{ what = "first meeting", within = "72 hours" }, { what = "second meeting", within = "1 month" }]
oldest = "1 month"
not_part_of_it = true
"""
HEAD = "id,person,happened_at,part_of_it,practitioner,first_meeting_at,second_meeting_at\n"
ON = "2026-11-29 03:10"
FILES = ("programme.toml", "incidents.csv")


def due_of_incidents(run: Run, folder: Path) -> Run:
    """What runs `mentorkit due` on the rows of a sheet of incidents, after edits of the design: rows, then options."""

    def ran(rows: str, *options: str, design: str = PROGRAMME, on: str = ON) -> CompletedProcess[str]:
        (folder / "programme.toml").write_text(design, encoding="utf-8")
        (folder / "incidents.csv").write_text(rows if rows.startswith("id") else HEAD + rows, encoding="utf-8")
        return run("due", *FILES, "--on", on, *options)

    return ran


@pytest.fixture
def due(run: Run, tmp_path: Path) -> Run:
    return due_of_incidents(run, tmp_path)


def lines(answer: str) -> str:
    return answer.partition("\nThese rules say so")[0]


def test_every_step_that_is_left_is_listed_by_its_minute(due: Run) -> None:
    ran = due(
        "I-1,P-1,2026-11-26 03:09,none,T-1,,\n"
        "I-2,P-1,2026-11-26 03:10,none,T-2,,\n"
        "I-3,P-1,2026-11-26 04:00,none,,2026-11-26 04:00,\n"
        "I-4,P-2,2026-11-27 03:10,none,T-1,2026-11-28 09:00,2026-11-28 10:00\n"
    )
    assert (ran.returncode, ran.stderr) == (1, "")
    assert lines(ran.stdout) == (
        "Overdue\n"
        "  2026-11-29 03:09+00:00 (1 minute ago)  I-1 (P-1): first meeting, by T-1 [STD345]\n"
        "\n"
        "Due within 2 weeks\n"
        "  2026-11-29 03:10+00:00 (in 0 minutes)  I-2 (P-1): first meeting, by T-2 [STD345]\n"
    )
    assert ran.stdout.endswith("\nOn 2026-11-29 03:10+00:00: 1 overdue, 1 due within 2 weeks, 0 with no known date.\n")
    later = due("I-3,P-1,2026-11-26 04:00,none,,2026-11-26 04:00,\n", "--within", "28 days")
    assert (
        later.returncode,
        "(in 27 days)  I-3 (P-1): second meeting: no practitioner is named [STD345]" in later.stdout,
    ) == (0, True)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "I-1,P-1,2026-10-08 06:15,none,T-1,,\n",
            "I-1 (P-1): steps after the incident: this was 51 days ago, and the first step may be taken for 1 month; "
            "no step is proposed, a person decides",
        ),
        ("I-1,P-1,2026-10-29 03:09,none,T-1,,\n", "this was 31 days ago, and the first step may be taken for 1 month"),
        ("I-1,P-1,2026-10-29 03:10,none,T-1,,\n", "(28 days ago)  I-1 (P-1): first meeting, by T-1"),
        ("I-1,P-1,2026-09-08 06:15,none,T-1,2026-09-09 10:00,\n", "(51 days ago)  I-1 (P-1): second meeting, by T-1"),
        ("I-1,P-1,,none,T-1,,\n", "I-1 (P-1): first meeting: happened_at is not known"),
        (
            "I-1,P-1,2026-11-25 03:10,t-1; P-2,T-1,,\n",
            "T-1 was part of the incident; name another practitioner [STD345]",
        ),
        ("I-1,P-1,2026-11-25 03:10,none,P-1,,\n", "P-1 was part of the incident; name another practitioner [STD345]"),
        (
            "I-1,P-1,2026-11-28 03:10,,T-1,,\n",
            "first meeting, by T-1: part_of_it is not known; ask whether T-1 was part of the incident [STD345]",
        ),
        (
            "I-1,,2026-11-28 03:10,none,T-1; T-2,,\n",
            "I-1: first meeting, by T-1 and T-2: person is not known; ask who went through it [STD345]",
        ),
        (
            "I-1,none,2026-11-28 03:10,none,T-1,,\n",
            "I-1: first meeting, by T-1: person is not known; ask who went through it",
        ),
        (
            "I-1,P-1,2026-11-28 03:10,T-1,T-1; T-2,,\n",
            "first meeting, by T-2: T-1 was part of the incident; name another practitioner [STD345]",
        ),
    ],
)
def test_what_cannot_be_proposed_says_so_and_needs_somebody(due: Run, row: str, said: str) -> None:
    ran = due(row)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert said in ran.stdout


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("2026-11-28 03:10,none,T-1,2026-11-28 03:09,", "first_meeting_at", "cannot be before happened_at"),
        ("2026-11-26 03:10,none,T-1,,2026-11-26 03:09", "second_meeting_at", "cannot be before happened_at"),
        (
            "2026-11-26 03:10,none,T-1,2026-11-27 10:00,2026-11-27 09:59",
            "second_meeting_at",
            "cannot be before first_meeting_at",
        ),
        (
            "2026-11-28 03:10,none,T-1,2026-11-29 03:11,",
            "first_meeting_at",
            "cannot be after 2026-11-29 03:10+00:00",
        ),
        ("2026-11-29 03:11,none,T-1,,", "happened_at", "cannot be after 2026-11-29 03:10+00:00"),
        ("1900-01-01 03:11,none,T-1,,", "happened_at", "cannot be more than 120 years before 2026-11-29"),
    ],
)
def test_times_that_cannot_be_are_located_and_no_step_is_proposed(due: Run, row: str, column: str, why: str) -> None:
    ran = due(f"I-1,P-1,{row}\n")
    assert ran.returncode == 2
    assert ran.stderr == f"incidents.csv: row 2, column {column}: this time {why}; correct whichever time is wrong\n"
    assert (
        lines(ran.stdout)
        == f"Date not known: find out\n  I-1 (P-1): steps after the incident: {column} {why} [STD345]\n"
    )


def test_a_cell_that_cannot_be_read_leaves_its_step_open(due: Run) -> None:
    ran = due("I-1,P-1,2026-11-28 03:10,none,T-1,soon,\nI-2,P-2,28.11.2026,none,T-1,,\n")
    assert ran.returncode == 2
    assert "I-1 (P-1): first meeting: first_meeting_at cannot be read [STD345]" in ran.stdout
    assert "I-2 (P-2): second meeting: happened_at cannot be read [STD345]" in ran.stdout
    without = due("id,happened_at,second_meeting_at\nI-1,2026-11-28 03:10,\n")
    assert (without.returncode, without.stderr) == (1, "")
    assert "I-1: first meeting: there is no first_meeting_at [STD345]" in without.stdout


def test_an_incident_is_not_proposed_where_nobody_says_how_old_it_may_be(due: Run) -> None:
    design = PROGRAMME.replace('oldest = "1 month"\n', "")
    ran = due("I-1,P-1,2026-11-26 01:10,none,T-1,,\n", design=design)
    assert "this was 3 days ago, and the programme does not state incidents.oldest; no step is proposed" in ran.stdout
    assert "(in 22 hours)  I-1 (P-1): first" in due("I-1,P-1,2026-11-27 01:10,none,T-1,,\n", design=design).stdout


def test_json_and_csv_have_the_moment_and_the_person(due: Run) -> None:
    rows = "I-1,P-1,2026-10-24 23:40,none,T-1,,\nI-2,P-2,2026-09-01 08:00,none,T-1,,\n"
    data = json.loads(due(rows, "--format", "json", on="2026-10-26 03:10").stdout)
    assert (data["on"], data["at"], data["until"]) == ("2026-10-26", "2026-10-26T03:10+00:00", "2026-11-09")
    told = [(item["id"], item["due"], item["due_at"], item["state"], item["person"]) for item in data["due"]]
    # The clocks went back in between, so that 72 hours end an hour earlier by the clock.
    assert told == [
        ("I-1", "2026-10-27", "2026-10-27T22:40+00:00", "due", "P-1"),
        ("I-2", None, None, "too old", "P-2"),
    ]
    sheet = list(csv.DictReader(io.StringIO(due(rows, "--format", "csv", on="2026-10-26 03:10").stdout)))
    assert [
        (row["id"], row["due"] or None, row["due_at"] or None, row["state"], row["person"]) for row in sheet
    ] == told


def test_a_day_alone_is_its_last_minute_and_an_offset_is_kept_in_the_zone_of_the_programme(due: Run) -> None:
    row = "I-1,P-1,2026-06-30T21:00+00:00,none,T-1,,\n"
    ran = due(row, on="2026-07-01")
    assert "2026-07-03 22:00+01:00 (in 46 hours)  I-1" in ran.stdout
    assert "On 2026-07-01 23:59+01:00: 0 overdue" in ran.stdout
    assert due(row, on="2026-06-30 23:00Z").stdout.endswith(
        "On 2026-07-01 00:00+01:00: 0 overdue, 1 due within 2 weeks, 0 with no known date.\n"
    )
    nowhere = PROGRAMME.replace('nation = "england"\n', "")
    refused = due(row, on="2026-07-01", design=nowhere)
    assert (refused.returncode, "or state programme.nation" in refused.stderr) == (2, True)
    assert "2026-07-03 21:00+00:00 (in 2 days)  I-1" in due(row, on="2026-07-01 00:00Z", design=nowhere).stdout


def test_what_happened_or_was_due_on_a_day_counts_in_the_answer_of_that_day(due: Run, run: Run) -> None:
    rows = "I-1,P-1,2026-11-29 23:50,none,T-1,,\nI-2,P-1,2026-11-26 15:00,none,T-1,,\n"
    ran = due(rows, on="2026-11-29")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert lines(ran.stdout) == (
        "Overdue\n"
        "  2026-11-29 15:00+00:00 (8 hours ago)  I-2 (P-1): first meeting, by T-1 [STD345]\n"
        "\n"
        "Due within 2 weeks\n"
        "  2026-12-02 23:50+00:00 (in 2 days)  I-1 (P-1): first meeting, by T-1 [STD345]\n"
    )
    assert "not taken  1 of 1, 100 %: I-2\n" in run("outcomes", *FILES, "--on", "2026-11-29").stdout
    assert "(in 5 hours)  I-2" in due(rows, on="2026-11-29 10:00").stdout
    too_old = "I-1,P-1,2026-10-29 23:00,none,T-1,,\n"
    assert "no step is proposed, a person decides" in due(too_old, on="2026-11-29").stdout


def test_a_calendar_has_the_steps_at_their_times_each_with_an_entry_of_its_own(due: Run, tmp_path: Path) -> None:
    rows = "I-1,P-1,2026-06-28 21:45,none,T-1,,\nI-2,P-1,2026-06-20 21:45,none,T-1,,\n"
    ran = due(rows, "--within", "40 days", "--alarm", "2 hours", "-o", "due.ics", on="2026-07-01 03:10")
    assert (ran.returncode, ran.stdout) == (
        1,
        "On 2026-07-01 03:10+01:00: 1 overdue, 3 due within 40 days, 0 with no known date.\n",
    )
    text = (tmp_path / "due.ics").read_bytes().decode()
    events: list[Any] = Calendar.from_ical(text).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == 4
    starts = {str(event["summary"]): event["dtstart"].dt.isoformat() for event in events}
    assert starts == {
        "I-2 (P-1): first meeting (overdue: was due on 2026-06-23 21:45+01:00) [North]": "2026-07-01",
        "I-1 (P-1): first meeting [North]": "2026-07-01T20:45:00+00:00",
        "I-2 (P-1): second meeting [North]": "2026-07-20T20:45:00+00:00",
        "I-1 (P-1): second meeting [North]": "2026-07-28T20:45:00+00:00",
    }
    by_vobject = {event.summary.value: event.dtstart.value.isoformat() for event in vobject.readOne(text).vevent_list}
    assert by_vobject == starts
    by_ics = {event.begin.isoformat() for event in ics.Calendar(text).events}
    assert by_ics == {at if "T" in at else f"{at}T00:00:00+00:00" for at in starts.values()}
    assert text.count("TRIGGER:-PT2H") == 3
    assert (
        due(rows, "--within", "40 days", "--alarm", "2 hours", "-o", "due.ics", on="2026-07-01 03:20").returncode == 1
    )
    assert (tmp_path / "due.ics").read_bytes().decode() == text


@pytest.mark.parametrize(
    ("happened_at", "starts"),
    [
        ("2026-03-26 01:15", "20260329T011500Z"),  # a quarter of an hour after summer time began
        ("2026-10-22 01:30", "20261025T003000Z"),  # half an hour before it ended: the first 01:30 of the two
        ("2026-10-22 02:30", "20261025T013000Z"),
    ],
)
def test_in_a_calendar_a_step_is_at_its_moment_on_the_days_on_which_clocks_change(
    due: Run, tmp_path: Path, happened_at: str, starts: str
) -> None:
    on = f"{happened_at[:8]}24 12:00" if "-10-" in happened_at else "2026-03-28 12:00"
    ran = due(f"I-1,P-1,{happened_at},none,T-1,,\n", "--within", "1 day", "-o", "due.ics", on=on)
    assert ran.stderr == ""
    text = (tmp_path / "due.ics").read_bytes().decode()
    assert f"DTSTART:{starts}\r\n" in text
    moment = datetime.strptime(starts, "%Y%m%dT%H%M%S%z")
    assert {event.begin.datetime for event in ics.Calendar(text).events} == {moment}
    assert [event.dtstart.value for event in vobject.readOne(text).vevent_list] == [moment]


@pytest.mark.parametrize(
    ("alarm", "on", "triggers"),
    [
        ("2 hours", "2026-07-01 03:10", {"PT9H", "-PT2H"}),
        ("2 hours", "2026-07-01 19:45", {"PT19H45M", "-PT2H"}),
        ("2 hours", "2026-07-01 19:46", {"PT19H46M", "P0D"}),
        ("1 week", "2026-07-01 03:10", {"PT9H", "P0D"}),
    ],
)
def test_no_alarm_is_set_before_the_answer(due: Run, tmp_path: Path, alarm: str, on: str, triggers: set[str]) -> None:
    rows = "I-1,P-1,2026-06-28 21:45,none,T-1,,\nI-2,P-1,2026-06-20 21:45,none,T-1,,\n"
    due(rows, "--within", "1 day", "--alarm", alarm, "-o", "due.ics", on=on)
    assert set(re.findall(r"TRIGGER:(\S+)", (tmp_path / "due.ics").read_bytes().decode())) == triggers


def test_in_a_programme_with_pairs_too_the_columns_say_that_these_are_incidents(due: Run) -> None:
    design = PROGRAMME.replace('["incident"]', '["pair", "incident"]')
    row = "I-1,P-1,2026-11-28 03:10,none,T-1,,\n"
    assert "I-1 (P-1): first meeting, by T-1" in due(row, design=design).stdout
    assert due(row, "--way", "incident", design=design).stdout == due(row, design=design).stdout
    practitioners = "id,supervised_on\nT-1,2026-11-01\n"
    # Supervision is asked alike in both ways, so none has to be named.
    for options in ((), ("--way", "incident"), ("--way", "incident", "--stage", "supervision")):
        told = due(practitioners, *options, design=design, on="2026-11-29").stdout
        assert "T-1: supervision on time" in told


@pytest.mark.parametrize(
    ("steps", "column", "said"),
    [
        ('{ what = "first meeting" }, { what = "First-meeting" }', 47, 'first_meeting_at, as "first meeting" has'),
        ('{ what = "happened" }', 19, "happened_at, which each sheet of incidents has"),
        ('{ what = "!!" }', 19, "this has no letters to name a column by"),
    ],
)
def test_steps_that_would_have_one_column_are_refused_with_their_place(
    due: Run, steps: str, column: int, said: str
) -> None:
    design = PROGRAMME.partition("steps = ")[0] + f"steps = [{steps}]\n"
    ran = due("I-1,P-1,2026-11-28 03:10,none,T-1,,\n", design=design)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"programme.toml:8:{column}: ")
    assert said in ran.stderr


STEPS = Incidents(
    steps=(
        IncidentStep(what="call", within=TimePassed.parse("6 hours")),
        IncidentStep(what="first meeting", within=TimePassed.parse("72 hours")),
        IncidentStep(what="second meeting", within=TimePassed.parse("1 month")),
    ),
    oldest=TimePassed.parse("1 month"),
)
SHEET = IncidentSheet.of(Programme(incidents=STEPS))
BOOK = Plugins().rulebook([])
MOMENTS = st.datetimes(datetime(2026, 9, 1), datetime(2026, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


@given(st.none() | MOMENTS, st.lists(st.none() | MOMENTS, min_size=3, max_size=3))
@examples(200)
def test_each_step_is_taken_listed_or_not_due_and_nothing_is_proposed_where_times_cannot_be(
    happened_at: datetime | None, taken: list[datetime | None]
) -> None:
    columns = [step.column for step in SHEET.steps]
    facts = TypedFacts(zip(["happened_at", *columns], [happened_at, *taken], strict=True))
    left = StepsLeft.of(SHEET, BOOK, Programme(incidents=STEPS), NOW, datetime(2027, 2, 1, tzinfo=UTC))
    items = left.of_incident(SHEET.incident(Record(Case("I-1", facts), 1), NOW))
    known = [time for time in (happened_at, *taken) if time is not None]
    if known != sorted(known) or any(time > NOW for time in known):
        assert [item.by for item in items] == [None]
    elif happened_at is not None and taken[0] is None and happened_at.month == 9:
        assert [(item.by, item.too_old) for item in items] == [(None, True)]
    elif not any(item.too_old for item in items):
        not_taken = [step.what for step, time in zip(SHEET.steps, taken, strict=True) if time is None]
        assert [item.step for item in items] == not_taken
        assert all((item.moment is None) is (happened_at is None) for item in items)
        assert all(item.overdue is (item.moment is not None and item.moment < NOW) for item in items)
