"""mentorkit waive, as a person runs it."""

import json
import stat
from pathlib import Path

import pytest

from .conftest import Ran, Run

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
SHORT = TEMPLATE.replace('length = "8 weeks"', 'length = "2 weeks"', 1)
DECISION = ("--reason", 'the college\'s "short" course', "--agreed-by", "service manager", "--until", "2027-03-31")
ADDED = """\

[[waivers]]
rule = "SUB201"
at = "training.length"
severity = "warning"
found = 'how long the course lasts: "2 weeks", but it should be at least 8 weeks'
reason = "the college's \\"short\\" course"
agreed_by = "service manager"
agreed_on = 2026-11-22
until = 2027-03-31
"""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    file = tmp_path / "programme.toml"
    file.write_text(SHORT, encoding="utf-8")
    return file


def waive(run: Run, rule: str, *decision: str, on: str = "2026-11-22", file: str = "programme.toml") -> Ran:
    return run("waive", rule, file, *(decision or DECISION), "--on", on)


def findings(run: Run, *options: str) -> list[tuple[str, str | None]]:
    said = json.loads(run("validate", "programme.toml", "--format", "json", "--on", "2026-11-22", *options).stdout)
    return [(finding["rule"], finding["waiver"]) for finding in said["findings"]]


def refused(ran: Ran, programme: Path, text: str = SHORT) -> list[str]:
    assert (ran.returncode, ran.stdout) == (2, "")
    assert programme.read_text(encoding="utf-8") == text
    return ran.stderr.splitlines()


def test_the_rule_and_the_file_the_other_way_round_is_told_so(run: Run, programme: Path) -> None:
    told = refused(waive(run, "programme.toml", file="SUB201"), programme)
    assert told[-1] == "Error: give the id of the rule first, and then the file"


def test_a_waiver_is_added_sets_the_finding_aside_and_nothing_else_changes(run: Run, programme: Path) -> None:
    programme.chmod(0o640)
    assert findings(run) == [("SUB201", None)]
    ran = waive(run, "sub201")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "programme.toml: SUB201 is waived until 2027-03-31\n"
        '  sets aside: warning: how long the course lasts: "2 weeks", but it should be at least 8 weeks\n'
    )
    assert programme.read_text(encoding="utf-8") == SHORT + ADDED
    assert stat.S_IMODE(programme.stat().st_mode) == 0o640
    reason = 'the college\'s "short" course (agreed by service manager, until 2027-03-31)'
    assert findings(run) == [("SUB201", reason)]
    assert findings(run, "--no-waivers") == [("SUB201", None)]


def test_a_waiver_goes_behind_those_that_are_there_with_line_ends_and_mark_kept(run: Run, programme: Path) -> None:
    head = "\ufeff# ours\nformat = 1\n[[waivers]] # decided before\nrule = 'SUB202'\n# see the minutes\n"
    tail = "\n[programme] # last\nsectors = ['substance']\n\n[training]\nlength = '2 weeks'\n"
    text = (head + tail).replace("\n", "\r\n")
    programme.write_bytes(text.encode())
    assert waive(run, "SUB201").returncode == 0
    assert programme.read_bytes().decode() == (head + ADDED + tail).replace("\n", "\r\n")


def test_what_other_rules_say_too_stands_until_they_are_waived(run: Run, programme: Path) -> None:
    text = SHORT.replace("\nmentees_per_mentor = 2", "", 1)
    programme.write_text(text, encoding="utf-8")
    said = json.loads(run("validate", "programme.toml", "--format", "json").stdout)
    shared = next(finding for finding in said["findings"] if len(finding["rules"]) > 1)
    first, *others = shared["rules"]
    ran = waive(run, first, *DECISION, "--leaves-open")
    assert f"  still counts: worth deciding: {shared['message']}; {others[0]} says so too\n" in ran.stdout


def test_a_rule_that_is_asked_of_people_can_be_waived_though_the_design_keeps_to_it(run: Run, programme: Path) -> None:
    ran = waive(run, "SUB101")
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[1:] == [
        "  there is nothing in the design to set aside; a person who does not meet the rule gets a note"
    ]
    assert ("waiver-unused", None) not in findings(run)


@pytest.mark.parametrize(
    ("rule", "said", "do"),
    [
        (
            "SUB20l",
            '"SUB20L" is not among the rules that apply here; did you mean "SUB201"?',
            "write SUB201",
        ),
        (
            "unknown-key",
            "unknown-key is a check of the file itself, which nobody can set aside",
            "fix what it finds instead",
        ),
        ("PRB001", '"PRB001" is not among the rules that apply here', "'mentorkit rules' lists the ids"),
        ("STD701", "STD701 protects people, and no service may set it aside", "follow the rule"),
        (
            "SUB202",
            "SUB202 finds nothing in this design, and a waiver for it would hide a later problem",
            "leave it; record a waiver once there is something to decide",
        ),
    ],
)
def test_a_rule_that_cannot_be_waived_here_is_refused(run: Run, programme: Path, rule: str, said: str, do: str) -> None:
    first, fix = refused(waive(run, rule), programme)
    assert first.startswith(f"programme.toml: nothing done: {said}")
    assert fix == f"       do:     {do}"


def test_a_second_waiver_is_refused_while_the_first_is_in_force_and_taken_when_that_has_ended(
    run: Run, programme: Path
) -> None:
    assert waive(run, "SUB201").returncode == 0
    line = SHORT.count("\n") + 2
    once = SHORT + ADDED
    first, fix = refused(waive(run, "SUB201", on="2027-03-31"), programme, once)
    assert first == f"programme.toml:{line}:1: nothing done: a waiver for SUB201 is in force until 2027-03-31"
    assert fix == "       do:     change that one in the file"
    ran = waive(run, "SUB201", *DECISION[:-1], "2028-03-31", on="2027-04-01")
    assert ran.returncode == 0
    told = f"  an earlier waiver for this rule does not count, and can be removed: programme.toml:{line}:1"
    assert ran.stdout.splitlines()[-1] == told
    later = ADDED.replace("2027", "2028").replace("2026-11-22", "2027-04-01")
    assert programme.read_text(encoding="utf-8") == once + later


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--until", "2026-11-21", "2026-11-21 is past, and a waiver counts until the end of its last day"),
        ("--until", "next spring", '"next spring" is not a date'),
        ("--until", "2027-02-30", '"2027-02-30" is not a date'),
        ("--reason", "  ", "this is empty"),
        ("--agreed-by", "", "this is empty"),
        ("--reason", "\udce9", "this is not plain text in UTF-8"),
    ],
)
def test_a_decision_that_would_not_count_is_refused(
    run: Run, programme: Path, option: str, value: str, said: str
) -> None:
    decision = [*DECISION]
    decision[decision.index(option) + 1] = value
    assert said in " ".join(refused(waive(run, "SUB201", *decision), programme))


def test_today_is_a_day_to_come(run: Run, programme: Path) -> None:
    assert waive(run, "SUB201", *DECISION[:-1], "2026-11-22").returncode == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[programme\n", "programme.toml:2:11: nothing done: this header does not end"),
        (
            'format = 1\n[programme]\nsectors = ["moon"]\n',
            'programme.toml:3:12: nothing done: there is no sector "moon" here',
        ),
        (
            'format = 1\nwaivers = [{ rule = "SUB101" }]\n[programme]\nsectors = ["substance"]\n'
            '[training]\nlength = "2 weeks"\n',
            "programme.toml:2:11: nothing done: the waivers are in one list here, and nothing can be added to it",
        ),
    ],
)
def test_a_file_that_cannot_be_judged_or_cannot_take_it_is_left_alone(
    run: Run, programme: Path, text: str, said: str
) -> None:
    programme.write_text(text, encoding="utf-8")
    assert refused(waive(run, "SUB201"), programme, text)[0] == said


def test_a_waiver_needs_a_file(run: Run, programme: Path) -> None:
    assert "a waiver is recorded in a file" in refused(waive(run, "SUB201", file="-"), programme)[-1]
    assert "nothing done: there is no such file" in waive(run, "SUB201", file="none.toml").stderr


def test_a_rule_that_keeps_people_safe_names_who_has_to_agree(run: Run, programme: Path) -> None:
    decision = [*DECISION]
    decision[3] = "volunteer"
    first, fix = refused(waive(run, "SUB401", *decision), programme)
    assert first.endswith('nothing done: SUB401 protects people, and "volunteer" alone cannot agree to set it aside')
    assert fix.endswith("service manager, registered manager, head of service or headteacher")


def test_of_several_things_each_that_was_agreed_gets_a_waiver_of_its_own(run: Run, programme: Path) -> None:
    text = SHORT.replace('  "safeguarding",\n', "", 1).replace('  "interpersonal skills",\n', "", 1)
    programme.write_text(text, encoding="utf-8")
    found = json.loads(run("validate", "programme.toml", "--format", "json", "--on", "2026-11-22").stdout)["findings"]
    rule = next(finding["rule"] for finding in found if finding["path"] == "training.topics")
    first, fix = refused(waive(run, rule), programme, text)
    assert first == f"programme.toml: nothing done: {rule} finds 2 things, and a waiver is about one of them"
    places = ("training.topics.interpersonal skills", "training.topics.safeguarding")
    assert fix == f'       do:     say which with --at: "{places[0]}" or "{places[1]}"'
    ran = waive(run, rule, *DECISION, "--at", places[0], "--at", places[1])
    assert ran.returncode == 0
    assert [line for line in programme.read_text(encoding="utf-8").splitlines() if line.startswith("at = ")] == [
        f'at = "{place}"' for place in places
    ]


def test_a_waiver_for_a_person_lets_nobody_through_a_design_that_became_weaker(run: Run, programme: Path) -> None:
    programme.write_text(TEMPLATE, encoding="utf-8")
    waive(run, "SUB101")
    weaker = programme.read_text(encoding="utf-8").replace('abstinence = "3 months"', 'abstinence = "2 weeks"')
    programme.write_text(weaker, encoding="utf-8")
    screened = "substance misuse; wellbeing; offending history; support networks; boundaries,2026-11-15,2026-11-16"
    sheet = f"id,abstinent_since,risk_screen_domains,risk_screen_on,selected_on\nA-1,2026-11-06,{screened}\n"
    ran = run("decide", "screening", "programme.toml", "-", "--on", "2026-11-22", stdin=sheet)
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (1, "refer    A-1")
    assert "what the programme states as abstinence is outside its limits" in ran.stdout
    assert findings(run) == [("SUB101", None), ("waiver-unclear", None)]
    assert "an earlier waiver" not in waive(run, "SUB101").stdout  # it is about people, as it was
    assert [(rule, bool(waiver)) for rule, waiver in findings(run)] == [("SUB101", True)]
