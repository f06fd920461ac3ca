"""`mentorkit decide` as a coordinator runs it: what it asks, in which order it answers, and what it never tells."""

import csv
import io
import json
import os
import random
import signal
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
DESIGN = EXAMPLES / "substance" / "turning_point.toml"
SCREENED = "substance misuse; wellbeing; offending history; support networks; boundaries"
HEADER = "id,abstinent_since,risk_screen_domains,risk_screen_on,selected_on\n"
READY = f"2026-01-05,{SCREENED},2026-02-02,2026-02-09\n"
ON = ("--on", "2026-11-22")


@pytest.fixture
def design(tmp_path: Path) -> Path:
    """A complete programme, in the folder of the run."""
    file = tmp_path / "programme.toml"
    file.write_text(DESIGN.read_text(encoding="utf-8"), encoding="utf-8")
    return file


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet of applicants, in the folder of the run."""
    file = tmp_path / "applicants.csv"
    file.write_text(
        HEADER
        + f"A-1,{READY}"
        + f"A-2,2026-10-05,{SCREENED},2026-02-02,2026-02-09\n"
        + "A-3,2026-01-05,wellbeing,2026-02-02,2026-02-09\n"
        + f"A-4,,{SCREENED},2026-02-02,2026-02-09\n"
        + f"A-5,2000-01-05,{SCREENED},2026-02-02,2026-02-09\n"
        + f"A-6,{READY}",
        encoding="utf-8",
    )
    return file


def test_who_needs_a_person_comes_first_and_who_can_go_on_shares_a_line(run: Run, design: Path, sheet: Path) -> None:
    ran = run("decide", "screening", "programme.toml", "applicants.csv", *ON)
    people, _, rules = ran.stdout.partition("\nThe rules behind this\n")
    assert [line[:13].strip() for line in people.splitlines() if not line.startswith("         ")] == [
        "refer    A-4",
        "stop     A-3",
        "not yet  A-2,",
        "note     A-5",
        "proceed  A-1,",
    ]
    assert people.splitlines()[-1] == "proceed  A-1, A-6"
    assert "  SUB101 free of dependence before placement (1 refer, 1 not yet)" in rules
    assert ran.stdout.endswith(
        "6 records at screening on 2026-11-22: 1 refer, 1 stop, 1 not yet, 1 note, 2 proceed. A person decides.\n"
    )
    assert (ran.stderr, ran.returncode) == ("", 1)


def test_a_long_row_of_people_is_broken_into_lines(run: Run, design: Path) -> None:
    sheet = HEADER + "".join(f"A-{number:04},{READY}" for number in range(300))
    ran = run("decide", "screening", "programme.toml", "-", *ON, stdin=sheet)
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("proceed  A-0000, A-0001, ")
    assert max(map(len, lines)) <= 100
    assert " ".join(lines).count("A-0") == 300
    assert (lines[-1], ran.returncode) == ("300 records at screening on 2026-11-22: 300 proceed. A person decides.", 0)


@pytest.mark.parametrize(
    ("command", "old", "new", "told"),
    [
        (
            "decide matching programme.toml pairs.csv",
            "[matching] ",
            '[matching]\nrequire = ["screening"]',
            'no key "require" here',
        ),
        ("due programme.toml pairs.csv", "[[supervision.phases]]", "[[supervision.phase]]", 'no key "phase" here'),
        ("match programme.toml pairs.csv pairs.csv", "exclusions =", "exclusion =", 'did you mean "exclusions"?'),
        (
            "outcomes programme.toml pairs.csv",
            "includes_leavers = true",
            'includes_leavers = "true"',
            "true or false is needed here",
        ),
    ],
)
def test_nobody_is_judged_by_a_programme_of_which_something_cannot_be_read(
    run: Run, design: Path, command: str, old: str, new: str, told: str
) -> None:
    # What cannot be read may be an earlier stage that is required, or people who are to be kept apart.
    text = design.read_text(encoding="utf-8")
    assert old in text
    design.write_text(text.replace(old, new), encoding="utf-8")
    ran = run(*command.split())
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr
    assert "mentorkit judges people only when it can read the whole file" in ran.stderr


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ("", 0),
        (f"A-1,{READY}", 0),
        (f"A-1,2000-01-05,{SCREENED},2026-02-02,2026-02-09\n", 0),
        (f"A-1,{READY}A-2,2026-10-05,{SCREENED},2026-02-02,2026-02-09\n", 1),
        (f"A-1,{READY}A-2,,,,\n", 1),
        (f"A-1,{READY}A-2,soon,,,\n", 2),
        ("A-1\nA-1\n", 2),
    ],
)
def test_the_exit_status_says_whether_everybody_can_go_on(run: Run, design: Path, rows: str, status: int) -> None:
    assert run("decide", "screening", "programme.toml", "-", *ON, stdin=HEADER + rows).returncode == status


def test_cells_that_cannot_be_read_are_told_with_all_their_rows_and_referred(run: Run, design: Path) -> None:
    rows = [f"A-{number},zqsoon,{SCREENED},2026-02-02,2026-02-09\n" for number in range(1, 41)]
    rows[19] = f"A-20,{READY}"
    rows[30] = f"A-31,2026-01-05,{SCREENED},30/02/2026,2026-02-09\n"
    ran = run("decide", "screening", "programme.toml", "-", *ON, stdin=HEADER + "".join(rows))
    assert ran.returncode == 2
    assert ran.stderr == (
        "-: rows 2 to 20, 22 to 31, 33 to 41, column abstinent_since: a date is needed here; "
        "write year-month-day, such as 2026-03-31\n"
        "-: row 32, column risk_screen_on: there is no such day; write year-month-day, such as 2026-03-31\n"
    )
    assert "refer: abstinent_since is the wrong kind of value [SUB101]" in ran.stdout
    assert "39 refer, 1 proceed" in ran.stdout


def test_records_without_an_id_of_their_own_are_all_named_and_nothing_is_decided(
    run: Run, design: Path, tmp_path: Path
) -> None:
    rows = "".join(["A-1,,,,\n", "A-1,,,,\n", *(f",{READY}" for _ in range(30))])
    ran = run("decide", "screening", "programme.toml", "-", *ON, "-o", "out.txt", stdin=HEADER + rows)
    lines = ran.stderr.splitlines()
    assert lines[0] == "-: row 3, column id: this id is already in row 2; give each record an id of its own"
    assert lines[-2:] == ["and 11 more", "nothing has been decided"]
    assert len(lines) == 22
    assert (ran.stdout, ran.returncode) == ("", 2)
    assert not (tmp_path / "out.txt").exists()


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ("missing.csv", "missing.csv: not judged: there is no such file do: check its name and its folder"),
        (".", "records are read from files that end in .csv, .jsonl, .ndjson, .toml"),
        ("people.xlsx", "records are read from files that end in .csv, .jsonl, .ndjson, .toml"),
    ],
)
def test_records_that_cannot_be_opened_end_in_2_with_what_to_do(
    run: Run, design: Path, records: str, said: str
) -> None:
    ran = run("decide", "screening", "programme.toml", records)
    assert said in " ".join(ran.stderr.split())
    assert (ran.stdout, ran.returncode) == ("", 2)


def test_json_lines_and_toml_are_decided_on_like_sheets(run: Run, design: Path, tmp_path: Path) -> None:
    facts = {
        "abstinent_since": "2026-01-05",
        "risk_screen_domains": SCREENED.split("; "),
        "risk_screen_on": "2026-02-02",
        "selected_on": "2026-02-09",
    }
    (tmp_path / "people.jsonl").write_text(json.dumps({"id": "A-1", **facts}), encoding="utf-8")
    toml = "".join(
        f"{name} = {value if name.endswith(('on', 'since')) else json.dumps(value)}\n" for name, value in facts.items()
    )
    (tmp_path / "people.toml").write_text(f'[[records]]\nid = "A-1"\n{toml}', encoding="utf-8")
    said = [run("decide", "screening", "programme.toml", name, *ON).stdout for name in ("people.jsonl", "people.toml")]
    assert said[0] == said[1]
    assert said[0].startswith("proceed  A-1\n")


def test_where_a_design_requires_an_earlier_stage_its_rules_are_asked_too_and_the_worst_counts(
    run: Run, design: Path, sheet: Path
) -> None:
    text = design.read_text(encoding="utf-8")
    design.write_text(text.replace("[training]\n", '[training]\nrequires = ["screening"]\n', 1), encoding="utf-8")
    template = run("facts", "programme.toml", "--template", "training").stdout
    assert template.strip("\ufeff\r\n") == f"{HEADER.strip()},training_completed_on"
    rows = f"A-1,{READY.strip()},2026-11-20\nA-2,{READY.strip()},2026-12-20\nA-3,,,,,2026-11-20\n"
    rows += f"A-4,2026-10-05,{SCREENED},2026-02-02,2026-02-09,2026-12-20\n"
    ran = run("decide", "training", "programme.toml", "-", *ON, "--format", "csv", stdin=template + rows)
    decided = {row["id"]: (row["decision"], row["from"]) for row in csv.DictReader(io.StringIO(ran.stdout))}
    assert decided == {
        "A-1": ("proceed", ""),
        "A-2": ("not yet", "2026-12-20"),
        "A-3": ("refer", ""),
        "A-4": ("not yet", "2027-01-05"),
    }


def test_a_waived_rule_is_a_note_that_says_so(run: Run, design: Path) -> None:
    waiver = '\n[[waivers]]\nrule = "SUB101"\nreason = "own"\nagreed_by = "safeguarding lead"\nuntil = 2027-03-31\n'
    design.write_text(design.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    rows = f"{HEADER}A-2,2026-10-05,{SCREENED},2026-02-02,2026-02-09\n"
    ran = run("decide", "screening", "programme.toml", "-", *ON, stdin=rows)
    assert "note     A-2\n" in ran.stdout
    assert "less than the 3 months this programme asks for (waived)" in ran.stdout
    assert (
        run("decide", "screening", "programme.toml", "-", "--on", "2027-04-01", stdin=HEADER + "A-2,,,,\n").returncode
        == 1
    )


def test_a_stage_at_which_nothing_is_asked_refers_everybody(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text("format = 1\n[programme]\nsectors = []\n", encoding="utf-8")
    ran = run("decide", "matching", "p.toml", "-", *ON, stdin="id\nA-1\n")
    assert ran.stdout.startswith("refer    A-1\n")
    assert ran.returncode == 1


# What is known of people is told only where asked.

TYPES = ["csv", "text", "json"]


@pytest.mark.parametrize("form", TYPES)
def test_values_are_told_only_where_asked(run: Run, design: Path, form: str) -> None:
    marker = "zq" + "".join(random.Random(form).choices(string.ascii_lowercase, k=10))  # noqa: S311 - no secret
    rows = f"{HEADER}A-1,2026-10-05,{marker},2026-12-07,{marker}\nA-2,1999-10-05,{SCREENED},2026-02-02,2026-12-14\n"
    for options in ((), ("--day-first",)):
        ran = run("decide", "screening", "programme.toml", "-", *ON, "--format", form, *options, stdin=rows)
        assert marker not in ran.stdout + ran.stderr
        assert "1999-10-05" not in ran.stdout + ran.stderr
    shown = run("decide", "screening", "programme.toml", "-", *ON, "--format", form, "--show-values", stdin=rows)
    assert "1999-10-05" in shown.stdout
    assert marker not in shown.stderr


# A spreadsheet never runs what a cell says.


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_taken_for_a_formula(run: Run, design: Path, start: str) -> None:
    id_ = f'{start}HYPERLINK("http://example.org")'
    rows = io.StringIO()
    csv.writer(rows).writerow([id_, "", "", "", ""])
    ran = run("decide", "screening", "programme.toml", "-", "--format", "csv", stdin=HEADER + rows.getvalue())
    (row,) = csv.DictReader(io.StringIO(ran.stdout))
    assert row["id"] == f"'{id_}"
    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for cell in row.values())


# A file is there as a whole or not at all.


def test_an_answer_in_a_file_is_the_same_and_the_summary_is_said(
    run: Run, design: Path, sheet: Path, tmp_path: Path
) -> None:
    for form in TYPES:
        asked = ("decide", "screening", "programme.toml", "applicants.csv", *ON, "--format", form)
        printed, written = run(*asked), run(*asked, "-o", f"out.{form}")
        assert (tmp_path / f"out.{form}").read_bytes().decode() == printed.stdout
        assert written.stdout.startswith("6 records at screening on 2026-11-22: 1 refer")
        assert written.returncode == printed.returncode == 1


def test_a_pipe_is_left_what_it_is(run: Run, design: Path, sheet: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    ran = run("decide", "screening", str(design), str(sheet), "-o", "pipe.txt")
    assert ran.returncode == 2
    assert "pipe.txt: not written: this is a device or a pipe, which cannot be replaced by a file" in ran.stderr
    assert (tmp_path / "pipe.txt").is_fifo()


def test_an_answer_that_cannot_be_written_ends_in_2(run: Run, design: Path, sheet: Path) -> None:
    ran = run("decide", "screening", "programme.toml", "applicants.csv", "-o", "no/such/folder.txt")
    assert "no/such/folder.txt: not written: there is no such folder to write it in\n" in ran.stderr
    assert ran.returncode == 2


def test_an_interrupted_run_leaves_the_file_that_was_there(design: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_text("as it was", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    process = subprocess.Popen(
        [sys.executable, "-m", "mentorkit", "decide", "screening", "programme.toml", "-", "-o", "out.csv"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    try:
        for number in range(20_000):  # more than a pipe holds, so that it is being read by now
            process.stdin.write(f"{HEADER if number == 0 else ''}A-{number},{READY}".encode())
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # This closes the pipe: a signal just before Python waits to read is noticed only behind that.
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 130
    assert (out, err.decode().strip()) == (b"", "interrupted: nothing was written")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


# A bar on a terminal, and nowhere else, once the work goes on.


def on_a_terminal(command: list[str], folder: Path) -> tuple[str, bytes]:
    """What a command prints, and what its terminal shows."""
    master, slave = os.openpty()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=slave, env={**os.environ, "TERM": "xterm"}
    )
    os.close(slave)
    shown = bytearray()
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    out = b""
    while process.poll() is None:
        out += process.stdout.read() or b""
        try:
            shown += os.read(master, 10_000) if _ready(master) else b""
        except OSError:
            break
        time.sleep(0.01)
    process.wait()
    try:
        while _ready(master) and (last := os.read(master, 10_000)):  # what it said on its way out
            shown += last
    except OSError:
        pass  # the terminal is gone once everything has been read
    os.set_blocking(process.stdout.fileno(), True)
    out += process.stdout.read()
    process.stdout.close()
    os.close(master)
    return out.decode(), bytes(shown)


def _ready(file: int) -> bool:
    import select

    return bool(select.select([file], [], [], 0)[0])


SLOWLY = """
import sys, mentorkit.cli.record_files as people
people._SHOW_PROGRESS_AFTER = {after}
from mentorkit.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(("after", "shown"), [(-1.0, True), (600.0, False)])
def test_a_bar_is_shown_on_a_terminal_once_work_goes_on(
    design: Path, sheet: Path, tmp_path: Path, after: float, shown: bool
) -> None:
    command = [
        sys.executable,
        "-c",
        SLOWLY.format(after=after),
        "decide",
        "screening",
        "programme.toml",
        "applicants.csv",
        *ON,
    ]
    out, err = on_a_terminal(command, tmp_path)
    assert "6 records at screening" in out
    assert (b"reading" in err) is shown


def test_no_bar_is_shown_where_nobody_watches(run: Run, design: Path, sheet: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        SLOWLY.format(after=0.0),
        "decide",
        "screening",
        "programme.toml",
        "applicants.csv",
        *ON,
    ]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert ran.stderr == b""
