"""What a run says is UTF-8 wherever it goes, and no control character reaches a terminal or a file."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.running import run_process

from .conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = (EXAMPLES / "substance/turning_point.toml").read_text(encoding="utf-8")
NASTY = "a\x1b[31mb\x1b]0;title\x07c\u202ed\u2066e\x9bf\u200bg\U000e0041h\ri"
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
FORMS = ("text", "json", "sarif", "github", "junit", "markdown")
ANSWERS = ("--sector", "substance", "--setting", "community", "--nation", "england", "--name", "Café – “ours”")


def test_redirected_output_is_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    """As on Windows, where Python takes cp1252 for it."""
    windows = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    made = run_process(("init", "-", *ANSWERS, "--from", "blanks"), tmp_path, b"", windows)
    assert "Café – “ours”" in made.stdout
    (tmp_path / "p.toml").write_text(made.stdout, encoding="utf-8")
    for command in (("schema",), ("validate", "p.toml", "--format", "sarif"), ("validate", "Café.toml")):
        ran = run_process(command, tmp_path, b"", windows)
        assert "?" not in ran.stderr.replace("did you mean", "")
        assert "�" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("validate", NASTY),
        ("validate", f"--{NASTY}"),
        ("validate", "p.toml", "--on", NASTY),
        ("validate", "p.toml", "--format", NASTY),
        ("validate", "p.toml", "--output", NASTY),
        (NASTY,),
        ("network", NASTY),
        ("explain", NASTY),
        ("rules", "--sector", NASTY),
        ("decide", "screening", "p.toml", NASTY),
        ("decide", "screening", "p.toml", f"{NASTY}.csv", "extra"),
        ("due", "p.toml", "m.csv", "--within", NASTY),
        ("network", "what-if", "p.toml", "--without", NASTY),
        ("network", "draw", "p.toml", "-o", NASTY),
        ("plugin", "new", NASTY),
        *(
            ("validate", "p.toml", "--format", form)
            for form in ("text", "json", "sarif", "github", "junit", "markdown")
        ),
        *(("network", "draw", "p.toml", "--format", form) for form in ("svg", "html", "mmd", "dot", "json")),
    ],
    ids=str,
)
def test_no_control_character_is_sent_whoever_wrote_it(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    quoted = json.dumps(NASTY).replace("\\udb40\\udc41", "\\U000e0041")
    text = re.sub(r'(?m)^name = ".*"$', lambda _: f"name = {quoted}", EXAMPLE)
    (tmp_path / "p.toml").write_text(f"{text}\n[ours]\n{quoted} = {quoted}\n", encoding="utf-8")
    (tmp_path / "m.csv").write_text("id\nM-1\n", encoding="utf-8")
    ran = run(*command)
    assert not CONTROL.search(ran.stdout + ran.stderr)


def test_no_control_character_is_written_into_an_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(EXAMPLE.replace('name = "', 'name = "\\u202e\\u001b[2J', 1), encoding="utf-8")
    for form in FORMS:
        run("validate", "p.toml", "--output", f"{form}=found")
        assert not CONTROL.search((tmp_path / "found").read_text(encoding="utf-8")), form
        (tmp_path / "found").unlink()


PEOPLE = EXAMPLES / "substance"
IN_A_FORM = [
    *(("decide", "screening", "p.toml", "applicants.csv", "--format", form) for form in ("text", "csv", "json")),
    *(("due", "p.toml", "mentors.csv", "--format", form) for form in ("text", "csv", "json", "ics")),
    *(("match", "p.toml", "matching-mentors.csv", "mentees.csv", "--format", form) for form in ("text", "csv", "json")),
    *(("outcomes", "p.toml", "measures.csv", "--format", form) for form in ("text", "csv", "json", "svg")),
    *(("facts", "p.toml", "--format", form) for form in ("text", "json")),
    ("facts", "p.toml", "--template", "screening", "-o", "template.csv"),
    *(("network", "check", "p.toml", "--format", form) for form in FORMS),
    *(("network", "paths", "p.toml", "--format", form) for form in ("text", "json")),
    *(("network", "stats", "p.toml", "--format", form) for form in ("text", "json")),
    *(("network", "what-if", "p.toml", "--without", "coordinator", "--format", form) for form in ("text", "json")),
    *(("network", "import", "directory", "--format", form) for form in ("text", "json")),
    ("network", "import", "directory", "-o", "imported.toml"),
    ("diff", "p.toml", "plain.toml"),
    ("upgrade", "--check", "p.toml"),
    ("waive", "SUB101", "p.toml", "--reason", NASTY, "--until", "2027-01-01", "--agreed-by", NASTY),
    ("baseline", "p.toml", "-o", "baseline.json"),
]


@pytest.mark.parametrize("source", ["texts", "values", "columns"])
def test_no_command_sends_or_writes_a_control_character_in_any_form(run: Run, tmp_path: Path, source: str) -> None:
    """From the texts of a programme and of a directory, and from the values or the columns of a sheet."""
    sheets = {path.name: path for path in (PEOPLE / "people").glob("*.csv")} | {
        "matching-mentors.csv": PEOPLE / "matching/mentors.csv",
        "mentees.csv": PEOPLE / "matching/mentees.csv",
    }
    for name, path in sheets.items():
        text = path.read_text(encoding="utf-8-sig")
        head, first, rest = text.split("\n", 2)
        if source == "values":
            who, *values = next(csv.reader([first]))
            first = ",".join([who, *(f'"{value}{NASTY}"' for value in values)])
        elif source == "columns":
            head = f'{head},"{NASTY}"'
        (tmp_path / name).write_text(f"{head}\n{first}\n{rest}", encoding="utf-8", newline="")
    quoted = json.dumps(NASTY).replace("\\udb40\\udc41", "\\U000e0041")[1:-1]
    text = re.sub(r'(?m)\b((?:name|title|by|from|to)\s*=\s*"[^"\n]*)"', lambda found: f'{found[1]}{quoted}"', EXAMPLE)
    (tmp_path / "p.toml").write_text(EXAMPLE if source != "texts" else text, encoding="utf-8")
    (tmp_path / "plain.toml").write_text(EXAMPLE, encoding="utf-8")
    (tmp_path / "directory").mkdir()
    for path in (EXAMPLES / "directory/pages").iterdir():
        entries = path.read_text(encoding="utf-8")
        entries = re.sub(
            r'("(?:name|description|id|email|url)": "[^"]*)"', lambda found: f'{found[1]}{quoted}"', entries
        )
        (tmp_path / "directory" / path.name).write_text(entries.replace("\\U000e0041", ""), encoding="utf-8")
    given = set(tmp_path.rglob("*"))
    for command in IN_A_FORM:
        ran = run(*command)
        assert not CONTROL.search((ran.stdout + ran.stderr).replace("\r\n", "\n")), command
        assert "Traceback" not in ran.stderr, command
    for path in {*tmp_path.rglob("*")} - given | {tmp_path / "p.toml"}:
        assert not CONTROL.search(path.read_text(encoding="utf-8").replace("\r\n", "\n")), path.name
