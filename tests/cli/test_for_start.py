"""Whether it is safe to start, on the command line."""

import json
from pathlib import Path

import pytest

from mentorkit.registry.load import Plugins
from mentorkit.validation.safe_to_start import is_for_start
from tests.cli.conftest import Run

EXAMPLE = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("without", "level", "status"),
    [("", "error", 0), ("budget =", "error", 0), ("risk_told_to =", "error", 1), ("risk_told_to =", "never", 0)],
)
def test_the_exit_status_is_about_the_start_alone(
    run: Run, tmp_path: Path, without: str, level: str, status: int
) -> None:
    text = "\n".join(line for line in EXAMPLE.splitlines() if not (without and line.startswith(without)))
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    ran = run("validate", "--for", "start", "--fail-on", level, "p.toml", "--on", "2026-11-22")
    assert ran.returncode == status
    open_ = without == "risk_told_to ="
    assert ("Not safe to start yet: 1 to decide before the first meeting\n" in ran.stdout) is open_
    assert ("Safe to start; this does not say whether the design is complete\n" in ran.stdout) is not open_
    data = json.loads(run("validate", "--for", "start", "--format", "json", "p.toml", "--on", "2026-11-22").stdout)
    assert data["programmes"] == [{"file": "p.toml", "safe_to_start": not open_}]
    assert all(finding["for_start"] for finding in data["findings"])


def test_json_says_of_what_is_open_where_to_write_it_and_by_when(run: Run, tmp_path: Path) -> None:
    line = EXAMPLE[: EXAMPLE.index("risk_told_to =")].count("\n") + 1
    (tmp_path / "p.toml").write_text(EXAMPLE.replace("risk_told_to =", "#risk_told_to ="), encoding="utf-8")
    (found,) = json.loads(run("validate", "--format", "json", "p.toml", "--on", "2026-11-22").stdout)["findings"]
    assert (found["kind"], found["severity"]) == ("not settled", "error")
    assert (found["where"], found["decide_by"], found["for_start"]) == (
        f"line {line}",
        "before the first meeting",
        True,
    )


def test_rules_lists_those_that_a_start_needs(run: Run) -> None:
    listed = json.loads(run("rules", "--for", "start", "--format", "json").stdout)["rules"]
    rules = [rule for plugin in Plugins().usable()[0] for rule in plugin.rules]
    assert {rule["id"] for rule in listed} == {rule.id for rule in rules if is_for_start(rule)}
    assert all(rule["for_start"] for rule in listed)
    assert "a programme keeps it before it starts" in run("explain", "STD407").stdout
    assert "a programme keeps it before it starts" not in run("explain", "STD601").stdout
