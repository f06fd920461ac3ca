"""mentorkit baseline, and validate --baseline, as a person runs them."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
SHORT = TEMPLATE.replace('length = "8 weeks"', 'length = "2 weeks"', 1)
FAILING = SHORT.replace('abstinence = "3 months"', 'abstinence = "2 weeks"', 1)
ON = ("--on", "2026-11-22")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "programme.toml"
    file.write_text(FAILING, encoding="utf-8")
    return file


def recorded(run: Run, *options: str) -> str:
    ran = run("baseline", "programme.toml", *ON, *options)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def checked(run: Run, *options: str, file: str = "programme.toml") -> tuple[int, dict[str, Any]]:
    ran = run("validate", file, "--baseline", "programme.baseline.json", "--format", "json", *ON, *options)
    return ran.returncode, json.loads(ran.stdout)


def told(said: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(finding["rule"], finding["in_baseline"]) for finding in said["findings"]]


def test_what_is_recorded_is_hidden_and_can_be_shown(run: Run, programme: Path) -> None:
    assert recorded(run) == (
        "programme.baseline.json: 2 findings recorded\n"
        "  from now on: mentorkit validate --baseline programme.baseline.json programme.toml\n"
    )
    ran = run("validate", "programme.toml", "--baseline", "programme.baseline.json", *ON)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "programme.toml: nothing to put right or to decide, 2 in the baseline",
        "Not safe to start yet: 1 to put right",
        "225 of 300 rules apply: shared standards (2026-11), drug and alcohol services (2026-11)",
    ]
    shown = run("validate", "programme.toml", "--baseline", "programme.baseline.json", "--show", "baseline", *ON).stdout
    assert shown.startswith(
        "In the baseline: [SUB101] error: time free of dependence before a placement: "
        '"2 weeks", but it has to be at least 30 days\n       because in the baseline of 2026-11-22\n'
    )
    status, said = checked(run)
    assert (status, told(said)) == (0, [("SUB101", True), ("SUB201", True)])
    assert said["findings"][0]["waiver"] == "in the baseline of 2026-11-22"
    assert run("validate", "programme.toml", *ON).returncode == 1


def test_the_file_is_exactly_this(run: Run, programme: Path) -> None:
    recorded(run)
    assert (programme.parent / "programme.baseline.json").read_text(encoding="utf-8") == (
        """\
{
  "version": 1,
  "file": "programme.toml",
  "on": "2026-11-22",
  "findings": [
    {
      "path": "screening.substance.abstinence",
      "rules": "SUB101",
      "severity": "error",
      "message": "time free of dependence before a placement: \\"2 weeks\\", but it has to be at least 30 days",
      "count": 1
    },
    {
      "path": "training.length",
      "rules": "SUB201",
      "severity": "warning",
      "message": "how long the course lasts: \\"2 weeks\\", but it should be at least 8 weeks",
      "count": 1
    }
  ]
}
"""
    )


def test_a_new_finding_fails_and_what_gets_worse_is_new(run: Run, programme: Path) -> None:
    programme.write_text(SHORT.replace('abstinence = "3 months"', 'abstinence = "60 days"', 1), encoding="utf-8")
    recorded(run)
    assert checked(run)[0] == 0
    programme.write_text(FAILING, encoding="utf-8")
    status, said = checked(run)
    assert status == 1
    assert [entry for entry in told(said) if not entry[1]] == [("SUB101", False), ("baseline-unused", False)]


def test_moving_lines_and_entries_changes_nothing(run: Run, programme: Path) -> None:
    head, *members = TEMPLATE.partition("\n[network]")[0], "one", "two"
    network = '\n[[network.needs]]\nid = "debt"\nwithin = "2 weeks"\n' + "".join(
        f'\n[[network.members]]\nid = "{member}"\nkind = "role"\npart = "partner"\nmeets = ["debt"]\n'
        for member in members
    )
    programme.write_text(head + network, encoding="utf-8")
    recorded(run)
    _, before = checked(run)
    assert len({finding["path"] for finding in before["findings"] if "members" in finding["path"]}) > 1
    turned = network.replace('"one"', '"x"').replace('"two"', '"one"').replace('"x"', '"two"')
    programme.write_text("# ours\n\n" + head.replace("\n[matching]", "\n\n\n[matching]") + turned, encoding="utf-8")
    status, after = checked(run)
    assert status == 0
    assert [hidden for _, hidden in told(after)] == [True] * len(before["findings"])


def test_another_file_is_never_matched_and_the_same_one_is_from_anywhere(run: Run, programme: Path) -> None:
    recorded(run)
    other = programme.with_name("other.toml")
    other.write_text(FAILING, encoding="utf-8")
    status, said = checked(run, file="other.toml")
    assert (status, told(said)) == (1, [("SUB101", False), ("SUB201", False)])
    ran = run("validate", "other.toml", "--baseline", "programme.baseline.json")
    assert ran.stderr == "programme.baseline.json: this baseline is for programme.toml, which was not checked\n"
    assert checked(run, file=str(programme))[0] == 0
    assert run("validate", "-", "--baseline", "programme.baseline.json", stdin=FAILING).returncode == 1
    both = run("validate", ".", "--baseline", "programme.baseline.json", "--format", "json", *ON)
    assert [one["file"] for one in json.loads(both.stdout)["findings"] if not one["in_baseline"]] == ["other.toml"] * 2


def test_what_no_longer_occurs_is_said_and_recording_anew_says_what_changed(run: Run, programme: Path) -> None:
    recorded(run)
    programme.write_text(SHORT, encoding="utf-8")
    status, said = checked(run)
    assert (status, told(said)) == (0, [("SUB201", True), ("baseline-unused", False)])
    assert said["findings"][1]["severity"] == "advice"
    assert said["findings"][1]["message"] == (
        "what the baseline of 2026-11-22 has no longer occurs: time free of dependence before a placement: "
        '"2 weeks", but it has to be at least 30 days [SUB101]'
    )
    assert recorded(run).splitlines() == [
        "programme.baseline.json: 1 finding recorded",
        "  0 more than in the baseline of 2026-11-22, 1 fewer",
    ]
    assert told(checked(run)[1]) == [("SUB201", True)]


def test_a_rule_that_nobody_may_set_aside_is_neither_recorded_nor_hidden(run: Run, programme: Path) -> None:
    text = FAILING.replace('[[network.members]]\nid = "coordinator"\n', "[[network.members]]\n", 1)
    programme.write_text(text, encoding="utf-8")
    said = recorded(run)
    assert "  not recorded, because nothing may hide it: " in said
    assert "[STD701]\n" in said
    made = programme.with_name("programme.baseline.json")
    data = json.loads(made.read_text(encoding="utf-8"))
    assert not any("STD701" in entry["rules"] for entry in data["findings"])
    status, found = checked(run)
    assert status == 1
    refused = [finding for finding in found["findings"] if "STD701" in finding["rules"]]
    assert refused
    for finding in refused:  # written in by hand, it hides nothing either
        keys = {"path": "network.members[]", "rules": "STD701", "severity": "error", "message": finding["message"]}
        data["findings"] += [{**keys, "path": path, "count": 9} for path in (finding["path"], keys["path"])]
    made.write_text(json.dumps(data), encoding="utf-8")
    assert checked(run)[0] == 1


def test_what_cannot_be_read_and_what_is_wrong_with_waivers_is_never_hidden(run: Run, programme: Path) -> None:
    waiver = '\n[[waivers]]\nrule = "SUB201"\nreason = "x"\nagreed_by = "y"\nuntil = 2026-11-21\n'
    programme.write_text(SHORT.replace("mentors = 12 ", 'mentors = "12" ', 1) + waiver, encoding="utf-8")
    said = recorded(run)
    assert said.startswith("programme.baseline.json: 1 finding recorded\n")
    assert "[wrong-value]\n" in said
    assert "[waiver-expired]\n" in said
    status, found = checked(run)
    assert status == 1
    assert told(found) == [("wrong-value", False), ("SUB201", True), ("waiver-expired", False)]


def test_what_a_waiver_sets_aside_is_not_recorded(run: Run, programme: Path) -> None:
    waiver = '\n[[waivers]]\nrule = "SUB201"\nreason = "x"\nagreed_by = "y"\nagreed_on = 2026-11-22\n'
    waiver += (
        "until = 2026-11-22\nfound = 'how long the course lasts: \"2 weeks\", but it should be at least 8 weeks'\n"
    )
    programme.write_text(SHORT + waiver, encoding="utf-8")
    assert recorded(run) == "programme.baseline.json: 0 findings recorded\n"
    ran = run("validate", "programme.toml", "--baseline", "programme.baseline.json", "--on", "2026-11-23")
    assert "programme.toml: 2 worth putting right" in ran.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[programme\n", "programme.toml:2:11: nothing written: this header does not end"),
        (
            'format = 1\n[programme]\nsectors = ["moon"]\n',
            'programme.toml:3:12: nothing written: there is no sector "moon" here',
        ),
    ],
)
def test_a_file_that_cannot_be_judged_has_no_baseline_and_is_not_hidden_by_one(
    run: Run, programme: Path, text: str, said: str
) -> None:
    recorded(run)
    programme.write_text(text, encoding="utf-8")
    ran = run("baseline", "programme.toml", "-o", "new.json")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[0] == said
    assert not programme.with_name("new.json").exists()
    assert checked(run)[0] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is not a baseline that mentorkit recorded"),
        ("[" * 100_000, "this is not a baseline that mentorkit recorded"),
        ("[]", "this is not a baseline that mentorkit recorded"),
        ('{"version": 2}', "this baseline was recorded by another release of mentorkit"),
        (
            '{"version": 1, "file": "programme.toml", "on": "2026-11-22"}',
            "this is not a baseline that mentorkit recorded",
        ),
        (
            '{"version": 1, "file": 7, "on": "2026-11-22", "findings": []}',
            "this is not a baseline that mentorkit recorded",
        ),
        (
            '{"version": 1, "file": "a", "on": "today", "findings": []}',
            "this is not a baseline that mentorkit recorded",
        ),
        (
            '{"version": 1, "file": "a", "on": "2026-11-22", "findings": [{"count": 1}]}',
            "this is not a baseline that mentorkit recorded",
        ),
        (None, "there is no such file"),
    ],
)
def test_a_baseline_that_cannot_be_read_hides_nothing(run: Run, programme: Path, text: str | None, said: str) -> None:
    if text is not None:
        programme.with_name("programme.baseline.json").write_text(text)
    ran = run("validate", "programme.toml", "--baseline", "programme.baseline.json", *ON)
    assert ran.returncode == 2
    assert ran.stdout == run("validate", "programme.toml", *ON).stdout
    assert ran.stderr.splitlines()[0] == f"programme.baseline.json: not judged: {said}"


def test_another_file_is_not_replaced_by_a_baseline(run: Run, programme: Path) -> None:
    programme.with_name("ours.json").write_text('{"ours": true}')
    ran = run("baseline", "programme.toml", "-o", "ours.json")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "ours.json: nothing written: this is not a baseline that mentorkit recorded" in ran.stderr
    assert programme.with_name("ours.json").read_text() == '{"ours": true}'
    assert "name one instead of -" in run("baseline", "-").stderr
