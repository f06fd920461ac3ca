"""mentorkit network: the five questions that a coordinator asks of the network."""

import json
import re
from pathlib import Path

import pytest

from mentorkit.drawing import FORMS

from .conftest import Run
from .terminal import on_a_terminal

EXAMPLE = Path(__file__).parents[2] / "examples" / "substance" / "turning_point.toml"


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Runs `mentorkit network …` beside a programme with a network."""
    (tmp_path / "programme.toml").write_bytes(EXAMPLE.read_bytes())
    return lambda command, *args: run("network", command, "programme.toml", *args)


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "programme.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_picture_is_not_poured_out_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_bytes(EXAMPLE.read_bytes())
    status, shown = on_a_terminal(tmp_path, "network", "draw", "programme.toml", typed=[])
    assert status == 2
    assert "name a file for it, such as -o network.html" in shown
    assert "<svg" not in shown
    status, shown = on_a_terminal(tmp_path, "network", "draw", "programme.toml", "--format", "mmd", typed=[])
    assert status == 0
    assert "flowchart" in shown


def test_check_tells_of_the_network_alone(ask: Run, run: Run, tmp_path: Path) -> None:
    change(tmp_path, 'within = "1 hour"\nexpected', 'within = "5 minutes"\nexpected')
    change(tmp_path, 'record_check = "enhanced"', "")
    ran = ask("check", "--on", "2026-11-22")
    assert ran.returncode == 1
    assert "[STD704]" in ran.stdout
    assert "record_check" not in ran.stdout
    assert "record_check" in run("validate", "programme.toml", "--on", "2026-11-22").stdout


def test_check_and_validate_say_the_same_of_the_network(ask: Run, run: Run, tmp_path: Path) -> None:
    change(tmp_path, 'to = "crisis line"', 'to = "crisis lne"')
    alone = json.loads(ask("check", "--format", "json", "--on", "2026-11-22").stdout)["findings"]
    whole = json.loads(run("validate", "programme.toml", "--format", "json", "--on", "2026-11-22").stdout)["findings"]
    assert alone == [finding for finding in whole if finding["path"].startswith("network")]
    assert any('did you mean "crisis line"?' in finding["message"] for finding in alone)


def test_paths_say_who_is_called_how_soon_and_when(ask: Run) -> None:
    ran = ask("paths", "suicide", "--from", "mentor", "--most", "2")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "suicide: thoughts of suicide (risk, to be answered within 1 hour)\n"
        "  a call from Peer mentor\n"
        "    1. Ambulance and police within 10 minutes (10 minutes in all; at any hour)\n"
        "    2. Safeguarding lead within 1 hour (1 hour in all; Monday to Friday 09:00 to 17:00)\n"
    )
    in_hours = ask("paths", "suicide", "--from", "mentor", "--at", "Monday 10:00", "--format", "json").stdout
    (calls,) = json.loads(in_hours)["calls"]
    assert [step["deputy"] for route in calls["routes"][1:3] for step in route["steps"]] == [False, True]


def test_paths_at_an_hour_leave_out_who_is_not_there(ask: Run) -> None:
    calls = json.loads(ask("paths", "suicide", "--at", "Saturday 03:00", "--format", "json").stdout)["calls"]
    called = {tuple(step["member"] for step in route["steps"]) for call in calls for route in call["routes"]}
    assert ("crisis line",) in called
    assert not any("safeguarding lead" in route for route in called)
    ran = ask("paths", "lapse", "--from", "mentor", "--at", "saturday 3:00")
    assert (
        "  a call from Peer mentor on Saturday 03:00\n    nobody answers then; it can wait until somebody does\n"
        in ran.stdout
    )


def test_paths_at_an_hour_say_where_the_answer_comes_too_late(ask: Run, tmp_path: Path) -> None:
    change(tmp_path, 'within = "1 hour"\nexpected', 'within = "5 minutes"\nexpected')
    ran = ask("paths", "suicide", "--from", "mentor", "--at", "mon 10:00")
    assert "    nobody answers in time then\n" in ran.stdout
    assert "    1. Ambulance and police within 10 minutes (10 minutes in all, too late; at any hour)\n" in ran.stdout


def test_paths_say_what_is_not_known_and_not_that_nobody_answers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(UNSAID, encoding="utf-8")
    assert run("network", "paths", "p.toml", "harm").stdout == (
        "harm (risk, to be answered within 1 hour)\n"
        "  a call from mentor\n"
        "    1. nurse within 10 minutes (10 minutes in all; not stated at which hours nurse can be reached)\n"
        "    not known whether anybody answers in time: at any hour\n"
    )
    assert run("network", "paths", "p.toml", "harm", "--at", "sun 23:00").stdout.endswith(
        "    not known whether anybody answers then: the programme does not state at which hours nurse can be reached\n"
        "    not known whether anybody answers in time then\n"
    )
    (calls,) = json.loads(run("network", "paths", "p.toml", "--format", "json").stdout)["calls"]
    assert (calls["not_answered_in_time"], calls["not_known_in_time"]) == ("", "at any hour")
    assert calls["routes"][0]["hours"] is None
    assert "not known whether anybody answers in time: at any hour" in run("network", "stats", "p.toml").stdout


UNSAID = """
format = 1
[programme]
sectors = []
[[network.needs]]
id = "harm"
risk = true
within = "1 hour"
[[network.members]]
id = "mentor"
part = "mentor"
[[network.members]]
id = "nurse"
part = "programme"
meets = ["harm"]
[[network.links]]
from = "mentor"
to = "nurse"
kind = "escalates"
within = "10 minutes"
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '[[network.needs]]\nid = "harm"\nrisk = true\nwithin = "1 hour"\n',
            "",
            "this network names no needs or risks",
        ),
        ('part = "mentor"', 'part = "partner"', "no member of this network is a mentee or mentor"),
        (
            'part = "mentor"',
            'part = "mentor"\nstatus = "defunct"',
            "no member of this network is a mentee or mentor",
        ),
    ],
)
def test_paths_need_somebody_who_calls_and_something_to_call_for(
    run: Run, tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in UNSAID
    (tmp_path / "p.toml").write_text(UNSAID.replace(old, new), encoding="utf-8")
    ran = run("network", "paths", "p.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"p.toml: not judged: {told}\n" in ran.stderr


@pytest.mark.parametrize("table", ['[network]\nneeds = "harm"', '[network.members]\nid = "mentor"', "network = 3"])
def test_a_network_that_cannot_be_read_is_told_from_none(run: Run, tmp_path: Path, table: str) -> None:
    """A member under one bracket is the slip that people make most."""
    text = f"{table}\n[programme]\nsectors = []\n" if "=" in table[:9] else f"[programme]\nsectors = []\n{table}\n"
    (tmp_path / "p.toml").write_text(f"format = 1\n{text}", encoding="utf-8")
    ran = run("network", "check", "p.toml")
    assert ran.returncode == 1
    assert "[wrong-value]" in ran.stdout
    for command in (("paths",), ("stats",), ("what-if", "--without", "x"), ("draw",)):
        ran = run("network", command[0], "p.toml", *command[1:])
        assert (ran.returncode, ran.stdout) == (2, "")
        assert (
            "nothing of its network can be read\n       do:     'mentorkit network check p.toml' says why" in ran.stderr
        )


@pytest.mark.parametrize("command", [("paths",), ("stats",), ("what-if", "--without", "crisis line")])
def test_an_answer_about_a_network_that_is_read_in_part_ends_in_2(
    ask: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    change(tmp_path, "[programme]\n", "[programme]\nlucky_number = 7\n")
    assert ask(*command).returncode < 2
    change(tmp_path, 'within = "30 minutes"', 'within = "soon"')
    ran = ask(*command)
    assert (ran.returncode, bool(ran.stdout)) == (2, True)
    assert ran.stderr == (
        "programme.toml: some of this file cannot be read; 'mentorkit validate programme.toml' says what\n"
    )


def test_a_risk_that_nobody_answers_at_night_says_when(ask: Run, tmp_path: Path) -> None:
    change(tmp_path, 'hours = "24/7"', 'hours = "weekdays 09:00 to 17:00"')
    ran = ask("paths", "suicide", "--from", "mentor")
    assert "    nobody answers in time: Monday to Thursday 17:00 to 09:00, Friday 17:00 to Monday 09:00\n" in ran.stdout


def test_what_if_says_what_breaks(ask: Run) -> None:
    ran = ask("what-if", "--without", "coordinator", "--fail-on", "warning", "--on", "2026-11-22")
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        "Without Peer mentor coordinator\n  lapse, for a call from Service user: answered by Keyworker"
    )
    assert "New findings while they are away:\n  warning: 12 people" in ran.stdout
    assert "\n  to consider: everything depends on Keyworker" in ran.stdout


def test_what_if_does_not_call_it_news_that_who_is_away_is_not_there(ask: Run) -> None:
    ran = ask("what-if", "--without", "crisis line", "--format", "json", "--on", "2026-11-22")
    data = json.loads(ran.stdout)
    assert data["without"] == ["crisis line"]
    assert not any(finding["path"].endswith("status") for finding in data["findings"])


def test_what_if_tells_of_mentors_whose_only_supervisor_is_away(run: Run, tmp_path: Path) -> None:
    supervised = """
[[network.members]]
id = "coordinator"
part = "programme"
[[network.links]]
from = "coordinator"
to = "mentor"
kind = "supervises"
"""
    (tmp_path / "p.toml").write_text(UNSAID + supervised, encoding="utf-8")
    ran = run("network", "what-if", "p.toml", "--without", "coordinator", "--on", "2026-11-22")
    assert ran.returncode == 1
    assert "error: nobody supervises mentor now: those who would cannot be reached [STD717]" in ran.stdout
    assert "nothing breaks" not in ran.stdout


def test_what_if_sets_aside_what_a_waiver_sets_aside(run: Run, tmp_path: Path) -> None:
    shared = UNSAID.replace("sectors = []", "sectors = []\n[network]\nspan = 8").replace(
        'part = "mentor"', 'part = "mentor"\npeople = 16'
    )
    for who in ("first", "second"):
        shared += f'''
[[network.members]]
id = "{who}"
kind = "person"
part = "programme"
[[network.links]]
from = "{who}"
to = "mentor"
kind = "supervises"
'''
    waiver = """
[[waivers]]
rule = "STD718"
reason = "somebody is recruited"
agreed_by = "clinical lead"
until = 2026-12-31
"""
    asked = ("network", "what-if", "p.toml", "--without", "first", "--on", "2026-11-22", "--fail-on", "warning")
    (tmp_path / "p.toml").write_text(shared, encoding="utf-8")
    ran = run(*asked)
    assert ran.returncode == 1
    assert "  warning: 16 people (mentor) are supervised by second: 16 for each supervisor" in ran.stdout
    (tmp_path / "p.toml").write_text(shared + waiver, encoding="utf-8")
    ran = run(*asked)
    assert "New findings" not in ran.stdout
    assert (
        "Waived: [STD718] warning: 16 people (mentor) are supervised by second: 16 for each supervisor, and the "
        "limit of the "
        "programme is 8\n       because somebody is recruited (agreed by clinical lead, until 2026-12-31)\n"
    ) in ran.stdout
    assert ran.returncode == 0
    findings = json.loads(run(*asked, "--format", "json").stdout)["findings"]
    assert [finding["waiver"] is not None for finding in findings if finding["rule"] == "STD718"] == [True]


def test_who_is_away_is_asked_nothing(ask: Run) -> None:
    ran = ask("what-if", "--without", "mentor", "--on", "2026-11-22")
    assert "called by Peer mentor" not in ran.stdout
    assert "no way leads there from Peer mentor" not in ran.stdout
    assert "who the mentor is: no open member has this part" in ran.stdout


def test_stats_do_not_find_room_where_nobody_answers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(
        UNSAID.replace('meets = ["harm"]', "").replace('"1 hour"', '"1 hour"\nexpected = "1 per month"'),
        encoding="utf-8",
    )
    assert run("network", "stats", "p.toml").stdout.endswith("Is there room?\n  no: nobody answers harm\n")
    (tmp_path / "p.toml").write_text('format = 1\n[programme]\nsectors = []\n[[network.members]]\nid = "a"\n')
    assert run("network", "stats", "p.toml").stdout.endswith("  not known: the network names no needs or risks\n")


def test_stats_count_members_and_tell_whether_there_is_room(ask: Run, tmp_path: Path) -> None:
    assert "  yes, for everybody expected, as far as capacities are stated\n" in ask("stats").stdout
    change(tmp_path, 'expected = "4 per month"', 'expected = "400 per month"')
    assert "  no: " in ask("stats").stdout
    data = json.loads(ask("stats", "--format", "json").stdout)
    assert data["members"]["partner"] == 5
    assert data["shortfalls"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("paths", "suicde"), 'there is no need or risk with the id "suicde" in this network; did you mean "suicide"?'),
        (
            ("paths", "--from", "mentr"),
            'there is no member with the id "mentr" in this network; did you mean "mentor"?',
        ),
        (("paths", "--at", "Saturday"), 'write a day and a time, such as "Saturday 03:00"'),
        (("paths", "no such need"), 'with the id "no such need" in this network; there are: suicide, '),
        (
            ("what-if", "--without", "Crisis line"),
            'with the id "Crisis line" in this network; did you mean "crisis line"?',
        ),
        (("what-if", "--without", "Peer mentor coordinator"), 'did you mean "coordinator"?'),
        (("what-if", "--without", "x"), 'there is no member with the id "x" in this network; there are: '),
    ],
)
def test_what_is_not_in_the_network_is_refused_with_what_was_meant(
    ask: Run, command: tuple[str, ...], told: str
) -> None:
    ran = ask(*command)
    assert ran.returncode == 2
    assert told in ran.stderr


@pytest.mark.parametrize("command", [("paths",), ("stats",), ("what-if", "--without", "crisis line")])
def test_every_key_of_the_json_is_documented(ask: Run, command: tuple[str, ...]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    sections = dict(section.split("\n", 1) for section in page.split("\n## ")[1:])
    told = sections[f"network {command[0]}"]
    told += sections["validate"] if "[finding]" in told else ""
    told += sections["network stats"] if "[answer]" in told else ""
    data = json.loads(ask(*command, "--format", "json").stdout)
    keys = re.findall('"([a-z_]+)":', json.dumps({**data, **{key: {} for key in ("members", "links") if key in data}}))
    assert {key for key in keys if f'"{key}"' not in told} == set()


@pytest.mark.parametrize("command", [("check",), ("paths",), ("stats",), ("what-if", "--without", "x")])
def test_a_programme_without_a_network_is_not_judged(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "p.toml").write_text('format = 1\n[programme]\nsectors = ["substance"]\n', encoding="utf-8")
    ran = run("network", command[0], "p.toml", *command[1:])
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "p.toml: not judged: this programme describes no network" in ran.stderr
    assert "[[network.members]]" in ran.stderr


def test_help_gives_the_command_for_each_of_five_questions(run: Run) -> None:
    told = run("network", "--help").stdout
    for question in ("who is called?", "they are away?", "at 3 in the morning?", "service closes?", "is there room?"):
        assert question in told


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("network ", ["plain,check", "plain,paths", "plain,what-if", "plain,stats", "plain,draw", "plain,import"]),
        ("network check p", ["file,p"]),
        ("network what-if programme.toml --with", ["plain,--without"]),
        ("network draw programme.toml --format ", [f"plain,{form}" for form in FORMS]),
        ("network draw programme.toml -o n", ["file,n"]),
    ],
)
def test_a_shell_completes_commands_options_and_files(run: Run, words: str, offered: list[str]) -> None:
    words = f"mentorkit {words}"
    asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
    assert run(_MENTORKIT_COMPLETE="bash_complete", **asked).stdout.split() == offered


@pytest.mark.parametrize("form", ["svg", "html", "mmd", "dot", "graphml", "json"])
def test_draw_writes_the_form_of_the_suffix_whole(ask: Run, tmp_path: Path, form: str) -> None:
    ran = ask("draw", "-o", f"network.{form}", "--on", "2026-11-22")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"wrote network.{form}\n", "")
    text = (tmp_path / f"network.{form}").read_text(encoding="utf-8")
    assert "Peer mentor coordinator" in text
    assert text == ask("draw", "--format", form, "--on", "2026-11-22").stdout
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_draw_keeps_what_is_confidential_to_itself_unless_asked(ask: Run, tmp_path: Path) -> None:
    change(tmp_path, 'id = "crisis line"\n', 'id = "crisis line"\nconfidential = true\n')
    change(
        tmp_path,
        'id = "crisis line"\nconfidential',
        'id = "crisis line"\nsettings = ["a house nobody knows"]\nconfidential',
    )
    assert "a house nobody knows" not in ask("draw", "--format", "json").stdout
    assert "a house nobody knows" in ask("draw", "--format", "json", "--with-confidential").stdout


@pytest.mark.parametrize("form", ["svg", "html", "graphml", "json"])
def test_no_finding_in_a_picture_tells_what_is_confidential(ask: Run, tmp_path: Path, form: str) -> None:
    change(
        tmp_path, 'id = "crisis line"\n', 'id = "crisis line"\nconfidential = true\nsource = "the list of refuges"\n'
    )
    assert "(the list of refuges)" in ask("check").stdout
    told = ask("draw", "--format", form).stdout
    assert "list of refuges" not in told
    assert "list of refuges" in ask("draw", "--format", form, "--with-confidential").stdout


def test_draw_knows_no_other_form(ask: Run) -> None:
    ran = ask("draw", "-o", "network.svgg")
    assert ran.returncode == 2
    assert '"svgg" must be one of svg, html, mmd, dot, graphml, json; did you mean "svg"?' in ran.stderr
