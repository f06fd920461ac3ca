"""mentorkit due: the documents of the programme whose review is due soon, or overdue, and who is responsible."""

import csv
import io
import json
from pathlib import Path

import pytest
import vobject

from .conftest import Run
from .test_due import MENTORS, PROGRAMME

IN_PAIRS = PROGRAMME.replace("format = 1\n[programme]\n", 'format = 2\n[programme]\nways = ["pair"]\n')
DOCUMENTS = """\
[governance]
documents = [
  "risk register",
  { is = "safeguarding policy", called = "Keeping safe", owner = "lead", review_by = 2026-11-20 },
  { is = "boundaries policy", reviewed_on = 2025-12-06, review_every = "1 year", kept_at = "shared drive" },
  { is = "lapse plan", owner = "lead", reviewed_on = 2025-12-07, review_every = "1 year" },
  { is = "referral process", owner = "lead", review_every = "1 year" },
]

[[staff]]
id = "lead"
role = "service lead"
"""


@pytest.fixture
def due(run: Run, tmp_path: Path) -> Run:
    (tmp_path / "programme.toml").write_text(IN_PAIRS + DOCUMENTS, encoding="utf-8")
    (tmp_path / "mentors.csv").write_text("id,reviewed_on\nM-1,2026-11-20\n", encoding="utf-8")
    return lambda *args: run("due", "programme.toml", "mentors.csv", "--on", "2026-11-22", *args)


def test_reviews_that_are_due_within_the_days_looked_at_or_overdue_come_with_who_is_responsible(due: Run) -> None:
    ran = due()
    assert ran.returncode == 1
    assert ran.stdout == (
        "Documents to review\n"
        "  2026-11-20 (2 days ago)  Keeping safe, by service lead\n"
        "  2026-12-06 (in 14 days)  boundaries policy (shared drive)\n"
        "\n"
        "On 2026-11-22: 0 overdue, 0 due within 2 weeks, 0 with no known date; "
        "documents: 1 overdue, 1 to review within 2 weeks.\n"
    )


def test_a_review_that_is_not_overdue_needs_no_attention(due: Run, tmp_path: Path) -> None:
    stated = IN_PAIRS + DOCUMENTS.replace("2026-11-20", "2026-11-22")
    (tmp_path / "programme.toml").write_text(stated, encoding="utf-8")
    ran = due()
    assert ran.returncode == 0
    assert "  2026-11-22 (today)  Keeping safe, by service lead\n" in ran.stdout


def test_csv_and_json_have_them_too(due: Run, tmp_path: Path) -> None:
    (tmp_path / "mentors.csv").write_text(MENTORS, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(due("--format", "csv").stdout)))
    assert [(row["due"], row["state"], row["what"], row["by_whom"]) for row in rows if not row["id"]] == [
        ("2026-11-20", "review overdue", "review: Keeping safe", "service lead"),
        ("2026-12-06", "review due", "review: boundaries policy", ""),
    ]
    assert json.loads(due("--format", "json").stdout)["documents"] == [
        {
            "document": "Keeping safe",
            "due": "2026-11-20",
            "state": "review overdue",
            "by_whom": "service lead",
            "kept_at": None,
        },
        {
            "document": "boundaries policy",
            "due": "2026-12-06",
            "state": "review due",
            "by_whom": None,
            "kept_at": "shared drive",
        },
    ]


def test_a_calendar_has_an_entry_for_each(due: Run, tmp_path: Path) -> None:
    due("-o", "due.ics")
    events = vobject.readOne((tmp_path / "due.ics").read_bytes().decode()).contents["vevent"]
    assert {event.summary.value: (str(event.dtstart.value), event.description.value) for event in events} == {
        "review: Keeping safe (overdue: was due on 2026-11-20) [North]": ("2026-11-22", "by service lead"),
        "review: boundaries policy [North]": ("2026-12-06", "shared drive"),
    }
