"""mentorkit validate, as a coordinator meets it."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mentorkit.cli.programme_files import ProgrammeFiles
from mentorkit.cli.read_file import read_bytes
from mentorkit.cli.validate import _judged
from mentorkit.registry.load import Plugins
from mentorkit.reports.formats import FINDINGS
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.report import Report

from .conftest import Run

PLUGINS = Plugins()
TURNING_POINT = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "programme.toml").write_text(TURNING_POINT, encoding="utf-8")
    return tmp_path / "programme.toml"


def change(file: Path, old: str, new: str) -> int:
    """Changes a line of the file, and gives its number."""
    text = file.read_text(encoding="utf-8")
    assert len(re.findall(rf"(?m)^{re.escape(old)}", text)) == 1, old
    file.write_text(re.sub(rf"(?m)^{re.escape(old)}", new, text), encoding="utf-8")
    return text[: text.index(f"\n{old}")].count("\n") + 2


def test_a_design_that_lacks_nothing_ends_in_0_and_says_which_rules_were_applied(run: Run, file: Path) -> None:
    ran = run("validate", "programme.toml")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert re.fullmatch(
        r"programme.toml: nothing to put right or to decide\nSafe to start; complete\n"
        r"\d+ of \d+ rules apply: shared standards \(.*\), drug and alcohol services \(.*\)\n",
        ran.stdout,
    )


def test_two_weeks_of_abstinence_are_one_error_that_cites_the_howard_leagues_30_days(run: Run, file: Path) -> None:
    line = change(file, 'abstinence = "3 months"', 'abstinence = "2 weeks"')
    ran = run("validate", "programme.toml")
    assert ran.returncode == 1
    first, excerpt, marker, do, source, *_, summary, start, _ = ran.stdout.splitlines()
    assert first == (
        f"programme.toml:{line}:14: error: time free of dependence before a placement: "
        '"2 weeks", but it has to be at least 30 days [SUB101]'
    )
    assert excerpt == f'{line:>6} | abstinence = "2 weeks"                   # what the source generally advises'
    assert marker == "       |              ^^^^^^^^^"
    assert do == "       do:     make it at least 30 days"
    assert "Howard League" in source
    assert "30 days" in source
    assert (summary, start) == ("programme.toml: 1 to put right", "Not safe to start yet: 1 to put right")


def test_ten_weeks_of_abstinence_are_one_warning_that_cites_turning_point(run: Run, file: Path) -> None:
    change(file, 'abstinence = "3 months"', 'abstinence = "10 weeks"')
    ran = run("validate", "programme.toml")
    assert ran.returncode == 0
    assert "source: Turning Point" in ran.stdout
    assert "programme.toml: 1 worth putting right\nSafe to start; not complete: 1 worth putting right\n" in ran.stdout


def test_a_misspelt_key_says_what_was_probably_meant(run: Run, file: Path) -> None:
    line = change(file, "abstinence", "abstinance")
    ran = run("validate", "programme.toml")
    assert ran.returncode == 1
    assert ran.stdout.startswith(
        f'programme.toml:{line}:1: error: there is no key "abstinance" here; did you mean "abstinence"? [unknown-key]'
    )
    assert "programme.toml: 1 to put right\nNot safe to start yet: 1 to put right\n" in ran.stdout


def test_hours_where_a_length_is_added_to_a_date_are_not_settled(run: Run, file: Path) -> None:
    change(file, 'experience_within = "10 years"', 'experience_within = "10 hours"')
    ran = run("validate", "--more", "programme.toml")
    assert ran.returncode == 0  # of a caution it is advice
    assert "10 hours is time spent: it cannot be counted in days, weeks, months or years [SUB104]" in ran.stdout


def test_a_misspelt_sector_is_fatal_named_and_told_apart_from_findings(run: Run, file: Path) -> None:
    line = change(file, 'sectors = ["substance"]', 'sectors = ["substanse"]')
    ran = run("validate", "programme.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(
        f'programme.toml:{line}:12: not judged: there is no sector "substanse" here; did you mean "substance"?\n'
    )


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("advice", 1), ("never", 0)])
def test_the_fail_level_decides_about_the_exit_status(run: Run, file: Path, level: str, status: int) -> None:
    change(file, 'abstinence = "3 months"', 'abstinence = "10 weeks"')
    assert run("validate", "--fail-on", level, "programme.toml").returncode == status


def test_advice_is_counted_by_table_and_told_when_asked_for(run: Run, file: Path) -> None:
    change(file, "turnover", "# turnover")
    counted, told = run("validate", "programme.toml"), run("validate", "--more", "programme.toml")
    assert "To consider: 1 on governance (--more shows it)" in counted.stdout
    assert "STD805" not in counted.stdout
    assert "how the programme copes when mentors leave [STD805]" in told.stdout
    assert run("validate", "--fail-on", "advice", "programme.toml").returncode == 1


def test_open_points_can_be_told_with_what_to_write_and_who_asks_for_it(run: Run, file: Path) -> None:
    line = change(file, "risk_told_to", "# risk_told_to")
    brief, full = run("validate", "programme.toml"), run("validate", "--show", "fixes", "programme.toml")
    told = (
        "To decide before the first meeting: 1\n  [safeguarding]\n"
        f"    risk_told_to  the member of staff who a mentor passes risk on to [STD407], line {line}\n"
    )
    assert f"{told}  --show fixes says" in brief.stdout
    assert f"{told}            do:     state risk_told_to, such as risk_told_to = " in full.stdout
    assert "\n            source: J. Bright" in full.stdout


def test_missing_documents_are_one_finding_and_a_waiver_sets_aside_what_its_rule_asks_for(run: Run, file: Path) -> None:
    change(file, '  "risk register"', '  # "risk register"')
    change(file, '  "benefits for mentor and mentee"', '  # "benefits for mentor and mentee"')
    both = 'should include "risk register" and "benefits for mentor and mentee" [STD412, STD801]'
    told = run("validate", "programme.toml").stdout
    assert told.count("warning: what exists in writing") == 1
    assert both in told
    waiver = '\n[[waivers]]\nrule = "STD801"\nreason = "r"\nagreed_by = "the board"\nuntil = 2026-12-31\n'
    waiver += "agreed_on = 2026-01-01\n"
    file.write_text(file.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    told = run("validate", "programme.toml").stdout
    assert 'warning: what exists in writing: should include "risk register" [STD412]' in told
    assert 'Waived: [STD801] warning: what exists in writing: should include "benefits for mentor and mentee"' in told
    assert "1 worth putting right, 1 waived" in told
    assert both in run("validate", "--no-waivers", "programme.toml").stdout


def test_a_waiver_sets_a_finding_aside_until_its_last_day(run: Run, file: Path) -> None:
    change(file, 'abstinence = "3 months"', 'abstinence = "2 weeks"')
    waiver = '\n[[waivers]]\nrule = "SUB101"\nreason = "r"\nagreed_by = "the board"\nuntil = 2026-12-31\n'
    file.write_text(file.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    on_the_last, after = (run("validate", "--on", day, "programme.toml") for day in ("2026-12-31", "2027-01-01"))
    assert on_the_last.returncode == 0
    assert 'Waived: [SUB101] error: time free of dependence before a placement: "2 weeks"' in on_the_last.stdout
    assert "       because r (agreed by the board, until 2026-12-31)" in on_the_last.stdout
    assert after.returncode == 1
    assert "this waiver for SUB101 ended on 2026-12-31" in after.stdout
    shown = run("validate", "--no-waivers", "--on", "2026-12-31", "programme.toml")
    assert shown.returncode == 1
    assert "Waived" not in shown.stdout


def test_a_waiver_for_a_rule_that_nobody_may_set_aside_does_not_count(run: Run, file: Path) -> None:
    change(file, 'risk_told_to = "safeguarding lead"', "# nobody")
    waiver = '\n[[waivers]]\nrule = "STD407"\nreason = "r"\nagreed_by = "the board"\nuntil = 2099-12-31\n'
    file.write_text(file.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    ran = run("validate", "programme.toml")
    assert ran.returncode == 1
    assert "STD407 protects people, and no service may set it aside [waiver-refused]" in ran.stdout
    assert "risk_told_to" in ran.stdout


def test_standard_input_is_a_file_called_dash(run: Run) -> None:
    ran = run("validate", "-", stdin=TURNING_POINT.replace('"3 months"', '"2 weeks"', 1))
    assert ran.returncode == 1
    assert ran.stdout.startswith("-:")


def test_several_files_and_folders_are_checked_once_each_in_a_fixed_order(run: Run, tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", "deep/er/c.toml", ".hidden/d.toml"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_text(TURNING_POINT, encoding="utf-8")
    (tmp_path / "all" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    ran = run("validate", "all/b.toml", "all")
    assert ran.returncode == 0
    told = re.findall(r"^(\S+): nothing to put right", ran.stdout, re.MULTILINE)
    assert told == ["all/b.toml", "all/a.toml", "all/deep/er/c.toml"]
    assert ran.stderr == "all/pyproject.toml: skipped, because it has nothing that a programme has\n"


def test_a_folder_without_a_programme_is_not_judged(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("validate", "empty")
    assert ran.returncode == 2
    assert ran.stderr.startswith("empty: not judged: there is no programme in this folder")


def test_one_file_that_cannot_be_judged_does_not_hide_the_others(run: Run, file: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("format = \n", encoding="utf-8")
    ran = run("validate", "--format", "json", "broken.toml", "programme.toml")
    assert ran.returncode == 2
    data = json.loads(ran.stdout)
    assert [problem["file"] for problem in data["not_judged"]] == ["broken.toml"]
    assert data["not_judged"][0]["line"] == 1
    assert (data["summary"]["files"], data["summary"]["not_judged"], data["findings"]) == (2, 1, [])


def test_json_says_where_which_rule_what_and_from_which_source(run: Run, file: Path) -> None:
    line = change(file, 'abstinence = "3 months"', 'abstinence = "2 weeks"')
    ran = run("validate", "--format", "json", "--on", "2026-11-22", "programme.toml")
    data = json.loads(ran.stdout)
    (finding,) = data["findings"]
    assert data["version"] == 1
    assert (finding["line"], finding["column"], finding["end_line"], finding["end_column"]) == (line, 14, line, 23)
    assert (finding["rule"], finding["severity"], finding["kind"]) == ("SUB101", "error", "falls short")
    assert finding["path"] == "screening.substance.abstinence"
    assert finding["sources"][0]["evidence"] == "one programme's practice"
    assert finding["sources"][0]["address"].startswith("http")
    assert finding["waiver"] is None
    assert data["summary"]["on"] == "2026-11-22"
    assert [sector["name"] for sector in data["summary"]["sectors"]] == ["standards", "substance"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.write_bytes(b""), "this file has no keys"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "UTF-8"),
        (lambda path: path.write_bytes(b"format = 1\n" + b"#" * 5_000_000), "no programme is that long"),
        (lambda path: path.write_text("format = 1\nx = " + "[" * 5000), "lists or tables are nested too deeply"),
        (lambda path: path.write_text("format = 1\nx = " + "9" * 5000), "too long to be read"),
    ],
)
def test_what_is_no_programme_is_said_in_one_line_with_a_remedy(
    run: Run, tmp_path: Path, make: object, said: str
) -> None:
    assert callable(make)
    make(tmp_path / "x.toml")
    ran = run("validate", "x.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    told, remedy = ran.stderr.splitlines()
    assert said in told
    assert remedy.startswith("       do:     ")


def test_a_file_without_permission_is_said_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("mentorkit.cli.read_file._Read.__init__", refuse)  # a file mode would not stop root
    with pytest.raises(CannotJudgeError, match="you do not have permission to read this file"):
        read_bytes(str(file))


def test_a_file_without_permission_is_said_so_in_our_words_and_the_others_are_looked_at(
    run: Run, tmp_path: Path, file: Path
) -> None:
    (tmp_path / "closed.toml").write_text(TURNING_POINT, encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(  # what the system does to everybody but root
        "import os, sys\n"
        "allowed = os.access\n"
        "os.access = lambda path, *how, **more: 'closed' not in str(path) and allowed(path, *how, **more)\n"
        "def refuse(event, about):\n"
        "    if event == 'open' and 'closed' in str(about[0]): raise PermissionError(13, 'Permission denied')\n"
        "sys.addaudithook(refuse)\n"
    )
    ran = run("validate", "closed.toml", "programme.toml", PYTHONPATH=str(tmp_path))
    said = "closed.toml: not judged: you do not have permission to read this file"
    assert (ran.returncode, ran.stderr) == (2, f"{said}\n       do:     ask its owner for permission\n")
    assert "programme.toml: nothing to put right" in ran.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "PROGRAMME.toml is missing"),
        (["--on", "20260331", "x"], '"20260331" is not a date'),
        (["--on", "31/3/2026", "x"], '"31/3/2026" is not a date; write year-month-day, such as 2026-03-31'),
        (
            ["--format", "xml", "x"],
            f'"xml" must be one of {", ".join(FINDINGS)}',
        ),
        (["--fial-on", "error", "x"], 'there is no option --fial-on; did you mean "--fail-on"?'),
    ],
)
def test_bad_usage_ends_in_2(run: Run, args: list[str], said: str) -> None:
    ran = run("validate", *args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_control_characters_of_a_file_never_reach_the_terminal(run: Run, file: Path) -> None:
    change(file, 'title = "peer mentor"', r'"ti\\u001b[31mtle" = "peer mentor"')
    ran = run("validate", "programme.toml")
    assert "\x1b" not in ran.stdout
    assert 'there is no key "ti\\x1b[31mtle" here' in ran.stdout


def test_control_characters_never_reach_a_real_terminal(run: Run, tmp_path: Path) -> None:
    name = "a\x1b[31m.toml"
    text = r'format = 1\nprogramme.sectors = ["sub\u001b[31mstance"]\n'.replace(r"\n", "\n")
    (tmp_path / name).write_text(text, encoding="utf-8")
    master, slave = os.openpty()  # click takes colours out of what goes to a pipe, so only a terminal shows
    command = [sys.executable, "-m", "mentorkit", "validate", name, f"missing{name}"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=slave, stderr=slave, env={**os.environ, "NO_COLOR": "1"})
    process.wait(timeout=30)
    os.close(slave)
    said = os.read(master, 10_000)
    os.close(master)
    assert b"x1b[31m" in said
    assert b"\x1b" not in said


def test_a_reader_that_has_had_enough_ends_the_run_without_a_word(tmp_path: Path) -> None:
    for number in range(100):
        (tmp_path / f"{number}.toml").write_text("format = 1\n[programme]\nsectors = []\n", encoding="utf-8")
    command = f"{sys.executable} -m mentorkit validate --format json {tmp_path} | head -c 1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("{141\n", "")  # as other programs end: 128 and the number of the signal


def test_a_folder_that_cannot_be_read_is_never_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "open.toml").write_text(TURNING_POINT, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)  # a folder's mode would not stop root
    judged = [type(said) for said in _judged((str(tmp_path),), ProgrammeFiles(), date(2026, 1, 1), use_waivers=True)]
    assert judged == [Report, CannotJudgeError]


def test_closed_streams_are_no_slip_of_ours(tmp_path: Path, file: Path) -> None:
    command = f"{sys.executable} -m mentorkit validate {file} 0<&- 1>&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0
