"""mentorkit due: the waivers of the programme that end soon, or have ended, and who agreed."""

import csv
import io
import json
from pathlib import Path

import pytest
import vobject

from .conftest import Run
from .test_due import MENTORS, PROGRAMME

WAIVER = """\
[[waivers]]
rule = "{rule}"
{at}reason = "a reason"
agreed_by = "{agreed_by}"
until = {until}
"""


def waiver(rule: str, until: str, at: str = "", agreed_by: str = "service manager") -> str:
    return WAIVER.format(rule=rule, until=until, agreed_by=agreed_by, at=f'at = "{at}"\n' if at else "")


WAIVERS = "".join(
    [
        waiver("SUB201", "2026-12-06", "training.length"),
        waiver("STD414", "2026-11-20"),
        waiver("SUB202", "2026-12-07", "training.topics"),
        waiver("STD610", "2026-11-10"),  # decided again since
        waiver("STD610", "2027-06-30"),
        waiver("STD406", "2026-11-30", agreed_by="volunteer"),  # who may not agree to it
        waiver("SUB999", "2026-11-30"),
    ]
)


@pytest.fixture
def due(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "programme.toml").write_text(PROGRAMME + WAIVERS, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text(MENTORS, encoding="utf-8")
    return lambda *args: run("due", "programme.toml", "mentors.csv", "--on", "2026-11-22", *args)


def test_waivers_that_end_within_the_days_looked_at_or_have_ended_come_with_who_agreed(due: Run) -> None:
    ran = due()
    assert ran.returncode == 1
    assert (
        "Waivers that end: decide again, or follow the rule\n"
        "  2026-11-20 (2 days ago)  refresher training on time, agreed by service manager [STD414]\n"
        "  2026-12-06 (in 14 days)  the course gives time to grow into the role at training.length, "
        "agreed by service manager [SUB201]\n"
        "\nThese rules say so\n"
    ) in ran.stdout
    assert ran.stdout.endswith(", 1 with no known date; waivers: 1 ended, 1 ending within 2 weeks.\n")


def test_a_waiver_that_has_ended_needs_attention_and_one_that_ends_does_not(due: Run, tmp_path: Path) -> None:
    (tmp_path / "mentors.csv").write_text("id,reviewed_on\nM-1,2026-11-20\n", encoding="utf-8")
    assert due().returncode == 1
    (tmp_path / "programme.toml").write_text(PROGRAMME + waiver("STD414", "2026-11-22"), encoding="utf-8")
    ran = due()
    assert ran.returncode == 0
    assert ran.stdout == (
        "Waivers that end: decide again, or follow the rule\n"
        "  2026-11-22 (today)  refresher training on time, agreed by service manager [STD414]\n"
        "\n"
        "On 2026-11-22: 0 overdue, 0 due within 2 weeks, 0 with no known date; "
        "waivers: 0 ended, 1 ending within 2 weeks.\n"
    )


def test_csv_and_json_have_them_too(due: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(due("--format", "csv").stdout)))
    assert [(row["due"], row["state"], row["what"], row["by_whom"]) for row in rows if not row["id"]] == [
        ("2026-11-20", "waiver ended", "waiver: refresher training on time", "service manager"),
        (
            "2026-12-06",
            "waiver ends",
            "waiver: the course gives time to grow into the role at training.length",
            "service manager",
        ),
    ]
    assert json.loads(due("--format", "json").stdout)["waivers"][1] == {
        "rule": "SUB201",
        "what": "the course gives time to grow into the role",
        "at": "training.length",
        "until": "2026-12-06",
        "state": "waiver ends",
        "agreed_by": "service manager",
    }


def test_a_calendar_has_an_entry_for_each(due: Run, tmp_path: Path) -> None:
    due("-o", "due.ics", "--alarm", "1 week")
    events = vobject.readOne((tmp_path / "due.ics").read_bytes().decode()).contents["vevent"]
    about = {event.summary.value: event for event in events if "waiver" in event.summary.value}
    assert {summary: str(event.dtstart.value) for summary, event in about.items()} == {
        "waiver ends: refresher training on time (ended on 2026-11-20) [North]": "2026-11-22",
        "waiver ends: the course gives time to grow into the role at training.length [North]": "2026-12-06",
    }
    assert {event.description.value for event in about.values()} == {
        "STD414, agreed by service manager",
        "SUB201, agreed by service manager",
    }
    assert all("valarm" in event.contents for event in about.values())
