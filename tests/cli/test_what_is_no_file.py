"""Pipes, devices, folders and links in a circle in the place of a file: a message, and nobody waits for ever."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
import pytest

from mentorkit.cli import commands
from mentorkit.cli.run_files import InputFile
from tests.running import run_here

EXAMPLES = Path(__file__).parents[2] / "examples" / "substance"
ON = ("--on", "2026-11-30")
SHEETS = {"mentors": "matching/mentors.csv", "mentees": "matching/mentees.csv", "people": "people/applicants.csv"}
ASKED: Mapping[str, tuple[str, ...]] = {
    "validate": ("validate x.toml p.toml", "validate p.toml --baseline x.json"),
    "diff": ("diff x.toml p.toml", "diff p.toml x.toml"),
    "facts": ("facts x.toml",),
    "decide": ("decide screening x.toml people.csv", "decide screening p.toml x.csv",
               "decide screening p.toml x.jsonl", "decide screening p.toml x.toml"),
    "match": ("match x.toml mentors.csv mentees.csv", "match p.toml x.csv mentees.csv",
              "match p.toml mentors.csv x.csv", "match p.toml mentors.csv mentees.csv --lock x.csv"),
    "due": ("due x.toml people.csv", "due p.toml x.csv", "due p.toml people.csv -o x.ics"),
    "rota": ("rota x.toml shifts.csv", "rota rota.toml x.csv", "rota rota.toml shifts.csv --people x.csv"),
    "outcomes": ("outcomes x.toml people.csv", "outcomes p.toml x.csv", "outcomes rota.toml x.csv"),
    "check": ("network check x.toml",),
    "paths": ("network paths x.toml",),
    "what-if": ("network what-if x.toml --without coordinator",),
    "stats": ("network stats x.toml",),
    "draw": ("network draw x.toml -o out.svg",),
    "import": ("network import x.json", "network import list.json --into x.toml", "network import list.json -o x.toml"),
    "upgrade": ("upgrade x.toml p.toml --check",),
    "waive": ("waive SUB101 x.toml --reason r --agreed-by a --until 2027-01-01",),
    "confirm": ("confirm x.toml", "confirm x.toml training.length"),
    "baseline": ("baseline x.toml", "baseline p.toml -o x.json"),
}  # fmt: skip
"""Each command, with x in the place of each file that it reads, or reads before it writes."""
_ROTA = """format = 2
[programme]
sectors = []
ways = ["on call"]
nation = "england"
[on_call]
hours = "24/7"
least_on_duty = 1
answers_within = "1 hour"
"""
KINDS: Mapping[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device": lambda name: name.symlink_to("/dev/zero"),
    "a circle of links": lambda name: name.symlink_to(name.name),
    "a folder": Path.mkdir,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("files")
    shutil.copy(EXAMPLES / "turning_point.toml", made / "p.toml")
    (made / "rota.toml").write_text(_ROTA)
    (made / "shifts.csv").write_text("id,starts_at,ends_at\n")
    (made / "list.json").write_text('[{"id": "a", "name": "A", "status": "active"}]')
    for name, of in SHEETS.items():
        shutil.copy(EXAMPLES / of, made / f"{name}.csv")
    return made


def _leaves(command: click.Command) -> Iterator[click.Command]:
    if not isinstance(command, click.Group):
        yield command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found
        yield from _leaves(found)


def test_every_command_that_reads_a_file_is_tried() -> None:
    reading = [each.name for each in _leaves(commands) if any(isinstance(p.type, InputFile) for p in each.params)]
    assert sorted(map(str, reading)) == sorted(ASKED)


@pytest.mark.skipif(not hasattr(os, "mkfifo") or not Path("/dev/zero").exists(), reason="needs pipes and devices")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("asked", [each for several in ASKED.values() for each in several])
def test_what_is_no_file_is_refused(folder: Path, asked: str, kind: str) -> None:
    (name,) = (folder / word for word in asked.split() if word.startswith("x."))
    KINDS[kind](name)
    try:
        ran = run_here(asked.split(), folder)
    finally:
        _ = name.rmdir() if kind == "a folder" else name.unlink()  # type: ignore[func-returns-value]
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"{name.name}: ")
    assert "internal error" not in ran.stderr
    if "x.toml p.toml" in asked and "diff" not in asked:  # the other file is judged as if it came alone
        assert ran.stdout.startswith("p.toml: ")


def test_what_another_command_writes_can_be_read_as_shells_name_it(folder: Path) -> None:
    read, write = os.pipe()
    os.write(write, b"format = 1\n[programme]\nsectors = []\n")
    os.close(write)
    try:
        ran = run_here(("validate", f"/dev/fd/{read}", *ON), folder)
    finally:
        os.close(read)
    assert ran.returncode == 1
    assert ran.stderr == ""
