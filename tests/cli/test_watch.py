"""validate --watch: a real process, and real edits; what is waited for is what it says."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO, Any

import pexpect
import pytest
from click.testing import CliRunner

from mentorkit.cli import commands
from tests.running import interrupt_while_it_reads

from .conftest import Run

EXAMPLE = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")
WORSE = EXAMPLE.replace('abstinence = "3 months"', 'abstinence = "2 weeks"')
LINE = WORSE[: WORSE.index('"2 weeks"')].count("\n") + 1
WAITING = "; Ctrl-C ends"
COMMAND = [sys.executable, "-m", "mentorkit", "validate", "--watch"]

Process = subprocess.Popen[str]
Watch = Callable[..., Process]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Starts `mentorkit validate --watch …`, with all that it says in one stream."""
    with ExitStack() as begun:

        def watch(*args: str, answer: IO[str] | None = None) -> Process:
            process = begun.enter_context(
                subprocess.Popen(
                    [*COMMAND, *args],
                    cwd=tmp_path,
                    stdout=answer or subprocess.PIPE,
                    stderr=subprocess.PIPE if answer else subprocess.STDOUT,
                    text=True,
                    env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
                )
            )
            begun.callback(process.kill)
            patience = threading.Timer(120, process.kill)  # and no test waits for ever
            patience.start()
            begun.callback(patience.cancel)
            return process

        yield watch


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "programme.toml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path / "programme.toml"


def said(process: Process, wanted: str = "") -> str:
    """What a check says, up to where it waits for the next change; that of the first check that says what is wanted."""
    told = ""
    for line in process.stdout or process.stderr or []:
        told += line
        if line.endswith(f"{WAITING}\n"):
            assert "Traceback" not in told
            if wanted in told:
                return told
            told = ""  # it may have caught a file half written, and will look again
    raise AssertionError(f"it ended, and last said: {told}")


def ended(process: Process) -> int:
    process.send_signal(signal.SIGINT)
    assert [line.strip() for line in process.stdout or process.stderr or []] == [""]
    return process.wait()


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def replace(file: Path, text: str) -> None:
    """As most editors save."""
    write(file.with_suffix(".new"), text)
    file.with_suffix(".new").replace(file)


@pytest.mark.parametrize("save", [write, replace])
def test_a_file_is_judged_again_whatever_becomes_of_it(
    watch: Watch, file: Path, save: Callable[[Path, str], None]
) -> None:
    process = watch("programme.toml")
    said(process, "programme.toml: nothing to put right")
    save(file, WORSE)
    assert "changed: programme.toml\n" in said(process, "programme.toml: 1 to put right")
    save(file, WORSE[: WORSE.index('"2 weeks"')])
    said(process, "not judged: the value is missing or cannot be read")
    file.unlink()
    said(process, "not judged: there is no such file")
    save(file, EXAMPLE)
    said(process, "programme.toml: nothing to put right")
    assert ended(process) == 0


def test_the_file_of_the_larger_service_is_watched_too(watch: Watch, file: Path) -> None:
    part = file.with_name("part.toml")
    write(part, 'format = 2\n[programme]\nsectors = ["substance"]\nways = ["pair"]\npart_of = "programme.toml"\n')
    process = watch("part.toml")
    assert "watching 2 files" in said(process, "part.toml: ")
    write(file, WORSE)
    assert "changed: programme.toml\n" in said(process, f"programme.toml:{LINE}:14: error: ")
    assert ended(process) == 1


@pytest.mark.parametrize(
    ("text", "told", "status"),
    [(EXAMPLE, "nothing to put right", 0), (WORSE, "1 to put right", 1), ("format = \n", "not judged", 2)],
)
def test_an_interrupt_ends_it_with_the_status_of_the_last_check(
    watch: Watch, file: Path, text: str, told: str, status: int
) -> None:
    process = watch("programme.toml")
    said(process)
    write(file, f"{text}\n# edited\n")
    said(process, told)
    assert ended(process) == status


def test_an_interrupt_in_the_first_check_ends_it_as_any_other_command() -> None:
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen([*COMMAND, "/dev/stdin"], stdin=pipe, stdout=pipe, stderr=both) as process:
        interrupt_while_it_reads(process)
        said, _ = process.communicate(timeout=30)
    assert said.decode().strip() == "interrupted: nothing was written"
    assert process.returncode == 130


def test_a_folder_is_watched_with_what_is_new_in_it_and_nothing_else(watch: Watch, tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    write(tmp_path / "all/a.toml", EXAMPLE)
    process = watch("all")
    said(process, "all/a.toml: nothing to put right")
    write(tmp_path / "all/notes.txt", "no programme")
    write(tmp_path / "all/b.toml", WORSE)
    assert "changed: all/b.toml\n" in said(process, "2 files together: 1 to put right")  # and nothing of the notes
    (tmp_path / "all/later").mkdir()
    write(tmp_path / "all/later/c.toml", WORSE)
    said(process, "3 files together: 2 to put right")
    for name in ("later/c", "a", "b"):
        (tmp_path / f"all/{name}.toml").unlink()
    said(process, "there is no programme in this folder")
    write(tmp_path / "all/a.toml", EXAMPLE)
    said(process, "all/a.toml: nothing to put right")
    assert ended(process) == 0


def test_a_file_in_a_folder_that_is_not_there_yet_is_waited_for(watch: Watch, tmp_path: Path) -> None:
    process = watch("later/p.toml")
    said(process, "later/p.toml: not judged: there is no such file")
    (tmp_path / "later").mkdir()
    write(tmp_path / "later/p.toml", EXAMPLE)
    said(process, "later/p.toml: nothing to put right")


def test_a_change_of_what_a_link_leads_to_and_of_a_baseline_counts(watch: Watch, run: Run, file: Path) -> None:
    (file.parent / "elsewhere").mkdir()
    file.rename(file.parent / "elsewhere/real.toml")
    file.symlink_to("elsewhere/real.toml")
    assert run("baseline", "programme.toml", "-o", "known.json").returncode == 0
    process = watch("--baseline", "known.json", "programme.toml")
    said(process)
    write(file.parent / "elsewhere/real.toml", WORSE)
    said(process, "1 to put right")
    assert run("baseline", "programme.toml", "-o", "known.json").returncode == 0
    again = said(process, "nothing to put right or to decide, 1 in the baseline")
    assert "changed: known.json\n" in again
    (file.parent / "known.json").unlink()
    said(process, "known.json: not judged: there is no such file")
    assert ended(process) == 2


def test_files_of_output_are_written_again_and_are_no_change(watch: Watch, file: Path) -> None:
    process = watch("--output", "json=found.json", ".")
    said(process)
    found = file.parent / "found.json"
    assert json.loads(found.read_text(encoding="utf-8"))["summary"]["errors"] == 0
    replace(file, WORSE)
    assert "changed: programme.toml\n" in said(process)
    assert json.loads(found.read_text(encoding="utf-8"))["summary"]["errors"] == 1
    replace(file, EXAMPLE)
    assert "changed: programme.toml\n" in said(process)


def test_what_goes_to_standard_output_is_findings_alone(watch: Watch, file: Path) -> None:
    with (file.parent / "told").open("w", encoding="utf-8") as told:
        process = watch("--format", "json", "programme.toml", answer=told)
        said(process)
        replace(file, WORSE)
        assert "changed: programme.toml\n" in said(process)
        assert ended(process) == 1
    text, errors = (file.parent / "told").read_text(encoding="utf-8"), []
    while text:
        data, end = json.JSONDecoder().raw_decode(text)
        errors.append(data["summary"]["errors"])
        text = text[end:].lstrip()
    assert errors == [0, 1]


def test_on_a_terminal_each_check_begins_on_an_empty_screen(file: Path) -> None:
    terminal = pexpect.spawn(
        COMMAND[0], [*COMMAND[1:], "programme.toml"], cwd=file.parent, timeout=120, encoding="utf-8"
    )
    for text, found in ((WORSE, "nothing to put right"), (EXAMPLE, "1 to put right")):
        terminal.expect_exact("\x1b[2J")
        terminal.expect_exact(found)
        terminal.expect_exact(WAITING)
        replace(file, text)
    terminal.expect_exact("nothing to put right")
    terminal.expect_exact(WAITING)
    terminal.sendintr()
    terminal.expect(pexpect.EOF)
    assert "interrupted" not in (terminal.before or "")
    terminal.close()
    assert terminal.exitstatus == 0


def test_standard_input_is_refused(run: Run) -> None:
    ran = run("validate", "--watch", "-")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--watch cannot watch standard input" in ran.stderr


def test_usage_that_is_wrong_ends_it_at_once(run: Run, file: Path) -> None:
    ran = run("validate", "--watch", "--output", "json=x", "--output", "sarif=x", "programme.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "x is named twice" in ran.stderr


def test_without_the_extra_it_is_named(run: Run, file: Path) -> None:
    (file.parent / "without").mkdir()
    missing = 'raise ModuleNotFoundError("No module named watchfiles", name="watchfiles")\n'
    (file.parent / "without/watchfiles.py").write_text(missing, encoding="utf-8")
    ran = run("validate", "--watch", "programme.toml", PYTHONPATH=str(file.parent / "without"))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--watch needs one more package: pip install 'mentorkit[watch]'" in " ".join(ran.stderr.split())


@pytest.mark.parametrize(
    ("stated", "days"), [([], ["2026-11-22", "2026-11-23"]), (["--on", "2026-01-01"], ["2026-01-01"] * 2)]
)
def test_a_watch_goes_on_past_midnight(
    file: Path, monkeypatch: pytest.MonkeyPatch, stated: list[str], days: list[str]
) -> None:
    class Days(date):
        @classmethod
        def today(cls) -> Any:
            return next(ahead)

    ahead = iter([Days(2026, 11, 21), Days(2026, 11, 22), Days(2026, 11, 23)])  # the first is the default of --on

    def twice(check: Callable[[], int], _: object) -> int:
        return max(check(), check())

    monkeypatch.setattr("mentorkit.cli.options.date", Days)
    monkeypatch.setattr("mentorkit.cli.validate.date", Days)
    monkeypatch.setattr("mentorkit.cli.watch.keep_checking", twice)
    ran = CliRunner().invoke(commands, ["validate", "--watch", "--format", "json", *stated, str(file)])
    assert [line.split('"')[3] for line in ran.stdout.splitlines() if '"on": ' in line] == days
