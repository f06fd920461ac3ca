"""--format and --output: findings in several forms at once, in files that are there as a whole or not at all."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mentorkit.cli.exit_status import AttentionNeeded, status_of
from mentorkit.cli.findings_output import write_findings
from mentorkit.registry.load import Plugins
from mentorkit.reports.formats import FINDINGS
from mentorkit.reports.report_writer import Judged
from mentorkit.toml.document import CannotJudgeError
from mentorkit.validation.validate import validate
from tests.running import run_here

from .conftest import Run

ON = date(2026, 11, 22)
EXAMPLE = (Path(__file__).parents[2] / "examples/substance/turning_point.toml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    worse = EXAMPLE.replace('abstinence = "3 months"', 'abstinence = "2 weeks"')
    (tmp_path / "a.toml").write_text(worse, encoding="utf-8")
    (tmp_path / "b.toml").write_text("format = \n", encoding="utf-8")
    (tmp_path / "c.toml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


def test_one_run_writes_every_form_as_standard_output_would_have_it(run: Run, folder: Path) -> None:
    outputs = [part for form in FINDINGS for part in ("--output", f"{form}=found.{form}")]
    ran = run("validate", "--on", "2026-11-22", *outputs, "a.toml", "b.toml", "c.toml")
    assert ran.returncode == 2
    for form in FINDINGS:
        alone = run("validate", "--on", "2026-11-22", "--format", form, "a.toml", "b.toml", "c.toml").stdout
        written = (folder / f"found.{form}").read_text(encoding="utf-8")
        if form == "text":
            assert ran.stdout == alone
            assert "b.toml:1:10: not judged" in written
            assert "b.toml:1:10: not judged" not in alone  # standard error has said it
        else:
            assert written == alone
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_several_files_end_in_what_they_come_to_together(run: Run, folder: Path) -> None:
    said = run("validate", "--on", "2026-11-22", "a.toml", "b.toml", "c.toml").stdout
    assert said.endswith(
        "\n\nto put right  to decide  worth doing  to confirm  to start    file\n"
        "           -          -            -           -  not judged  b.toml\n"
        "           1          0            0           0  not safe    a.toml\n"
        "           0          0            0           0  safe        c.toml\n"
        "\n3 files together: 1 to put right, 1 not judged\n"
    )
    assert "together" not in run("validate", "c.toml").stdout


def test_a_folder_may_hold_the_files_that_are_written(run: Run, folder: Path) -> None:
    for _ in range(2):
        assert run("validate", "--output", "json=found.json", "--output", "text=found.txt", ".").returncode == 2
    assert json.loads((folder / "found.json").read_text(encoding="utf-8"))["summary"]["files"] == 3


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["sarif"], '"sarif" must be a format and a file, such as sarif=findings.sarif'),
        (["sarif=-"], '"sarif=-" must be a format and a file'),
        (
            ["sariff=x"],
            f'"sariff" must be one of {", ".join(FINDINGS)}; did you mean "sarif"?',
        ),
        (["json=a.toml"], '"a.toml" is a name for a programme, not for findings; name another file'),
        (["json=x", "sarif=./x"], "./x is named twice; give each a file of its own"),
        (["json=design"], "design is also read by this command, and would be lost; name another file"),
    ],
)
def test_outputs_that_cannot_be_meant_are_refused_and_nothing_is_written(
    run: Run, folder: Path, outputs: list[str], said: str
) -> None:
    (folder / "design").write_text(EXAMPLE, encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    ran = run("validate", *(part for output in outputs for part in ("--output", output)), "design")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in " ".join(ran.stderr.split())
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_cannot_be_written_is_said_so_before_anything_is_checked(run: Run, folder: Path) -> None:
    ran = run("validate", "--output", "sarif=nowhere/found.sarif", "c.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("nowhere/found.sarif: not written: there is no such folder to write it in")


def test_what_was_there_stays_where_a_run_is_interrupted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> Iterator[Judged]:
        yield validate(EXAMPLE.encode(), "c.toml", Plugins(), ON)
        raise KeyboardInterrupt

    (folder / "found.md").write_text("before", encoding="utf-8")
    names = sorted(path.name for path in folder.iterdir())
    with pytest.raises(KeyboardInterrupt):
        write_findings(interrupted(), "text", [("markdown", str(folder / "found.md"))], on=ON, fail_on="error")
    assert (folder / "found.md").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == names


def test_a_reader_that_has_had_enough_leaves_no_file_behind(folder: Path) -> None:
    for number in range(100):
        (folder / f"{number}.toml").write_text("format = 1\n[programme]\nsectors = []\n", encoding="utf-8")
    (folder / "found.md").write_text("before", encoding="utf-8")
    names = sorted(path.name for path in folder.iterdir())
    outputs = f"--output markdown={folder}/found.md --output junit={folder}/found.xml"
    command = f"{sys.executable} -m mentorkit validate {outputs} {folder} | head -c 1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert ran.stdout.endswith("141\n")  # as other programs end: 128 and the number of the signal
    assert ran.stderr == ""
    assert (folder / "found.md").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == names


@pytest.mark.parametrize("form", ["text", "concise", "github", "junit", "markdown"])
def test_a_file_is_told_of_before_the_next_is_looked_at(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []

    def looked_at() -> Iterator[Judged]:
        for name in ("a.toml", "b.toml", "c.toml"):
            yield validate(b"format = 1\n[programme]\nsectors = []\n", name, Plugins(), ON)
            said.append(capsys.readouterr().out)

    with pytest.raises(AttentionNeeded):
        write_findings(looked_at(), form, [], on=ON, fail_on="error")
    assert ["a.toml" in said[0], "b.toml" in said[1], "c.toml" in said[2]] == [True] * 3
    assert "a.toml" not in said[1]


def test_the_exit_status_follows_from_the_worst_that_is_said(folder: Path) -> None:
    def status(*files: Judged, fail_on: str = "error") -> int:
        return status_of(lambda: write_findings(files, "json", [], on=ON, fail_on=fail_on))

    good, bad = (validate((folder / name).read_bytes(), name, Plugins(), ON) for name in ("c.toml", "a.toml"))
    unjudged = CannotJudgeError("b.toml", "no", "do")
    assert [status(good), status(good, bad), status(bad, fail_on="never"), status(bad, unjudged)] == [0, 1, 0, 2]


def test_the_network_alone_is_told_in_the_same_forms(run: Run, folder: Path) -> None:
    broken = EXAMPLE.replace('to = "crisis line"', 'to = "crisis lne"')
    (folder / "n.toml").write_text(broken, encoding="utf-8")
    command = ("network", "check", "--on", "2026-11-22", "--output", "json=n.json", "--format")
    ran = run(*command, "concise", "n.toml")
    assert ran.returncode == 1
    assert 'did you mean "crisis line"?' in ran.stdout
    findings = json.loads((folder / "n.json").read_text(encoding="utf-8"))["findings"]
    assert len(findings) == len(ran.stdout.splitlines())
    unjudged = run(*command, "json", "b.toml")
    assert unjudged.returncode == 2
    assert json.loads(unjudged.stdout)["not_judged"][0]["file"] == "b.toml"


@pytest.mark.parametrize("named", ["a.toml", "./a.toml", "../designs/a.toml", "whole"])
def test_build_servers_are_told_names_from_the_root_of_the_repository(folder: Path, named: str) -> None:
    (folder / ".git").mkdir()
    (folder / "designs").mkdir()
    for name in ("a.toml", "b.toml"):
        (folder / name).rename(folder / "designs" / name)
    asked = str(folder / "designs/a.toml") if named == "whole" else named

    def told(form: str) -> str:
        return run_here(
            ["validate", "--on", "2026-11-22", "--format", form, asked, "b.toml"], folder / "designs"
        ).stdout

    assert set(re.findall("file=([^,]*)", told("github"))) == {"designs/a.toml", "designs/b.toml"}
    assert set(re.findall('"uri": "([^"]*)"', told("sarif"))) == {"designs/a.toml", "designs/b.toml"}
