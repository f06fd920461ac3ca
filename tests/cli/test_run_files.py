"""No command writes over what it reads, and none replaces what it has not written."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from mentorkit.cli import commands
from mentorkit.cli.file_kind import kind_of
from mentorkit.cli.run_files import InputFile, OutputFile

from .conftest import Run

EXAMPLE = Path(__file__).parents[2] / "examples/substance/turning_point.toml"
SHEET = "id,supervised_on\nM-1,2026-11-20\n"
FINDINGS = "FORMAT=FILE"
"""The type of an option that takes a format and a file."""


def every(group: click.Group, ctx: click.Context, *names: str) -> Iterator[tuple[str, click.Command]]:
    """All commands, each by its name."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command
        if isinstance(command, click.Group):
            yield from every(command, ctx, *names, name)
        else:
            yield " ".join((*names, name)), command


COMMANDS = dict(every(commands, click.Context(commands)))


def is_output(param: click.Parameter) -> bool:
    return isinstance(param.type, OutputFile) or param.type.name == FINDINGS


PAIRS = [
    (name, read.name or "", written.name or "")
    for name, command in COMMANDS.items()
    for written in command.params
    if is_output(written)
    for read in command.params
    if isinstance(read.type, InputFile)
]


def typed(param: click.Parameter, value: str) -> list[str]:
    """A parameter with a value, as it is typed."""
    value = f"json={value}" if param.type.name == FINDINGS else value
    return [value] if isinstance(param, click.Argument) else [max(param.opts, key=len), value]


def some_value(param: click.Parameter) -> str:
    """Something that a parameter takes."""
    return str(next(iter(getattr(param.type, "choices", ["some"]))))


def test_every_file_of_every_command_is_known_as_read_or_written() -> None:
    for name, command in COMMANDS.items():
        for param in command.params:
            called = {"-o", "--output", "--into"} & {*param.opts}
            assert not called or is_output(param), (name, param.name)
            assert not isinstance(param.type, click.File), (name, param.name)
            assert not isinstance(param.type, click.Path) or isinstance(param.type, InputFile | OutputFile), name
    commands_that_write = {name for name, _, _ in PAIRS}
    assert {"validate", "decide", "due", "match", "outcomes", "facts", "baseline"} <= commands_that_write
    assert {"network check", "network draw", "network import"} <= commands_that_write


@pytest.mark.parametrize(("name", "read", "written"), PAIRS)
@pytest.mark.parametrize("link", ["hard", "symbolic", "spelling"])
def test_no_command_writes_what_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: str, written: str, link: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "read").write_text("as it was", encoding="utf-8")
    if link == "hard":
        os.link("read", "other")
    elif link == "symbolic":
        Path("other").symlink_to("read")
    other = "folder/../read" if link == "spelling" else "other"
    given: dict[str, str] = {read: "read", written: other}
    command = COMMANDS[name]
    args: list[str] = []
    for param in sorted(command.params, key=lambda param: isinstance(param, click.Argument)):
        if param.name in given:
            args += typed(param, given[param.name])
        elif isinstance(param, click.Argument) and param.required:
            args.append(some_value(param))
    with pytest.raises(click.UsageError, match=f"{other} is also read by this command"):
        command.make_context(name, args)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "p.toml").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "people.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


def test_what_a_folder_holds_is_read_too(run: Run, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "p.toml").rename(folder / "in/p.toml")
    (folder / "found.json").symlink_to("in/p.toml")
    ran = run("validate", "in", "--output", "json=found.json", "--force")
    assert ran.returncode == 2
    assert ran.stderr.startswith("found.json: not written: this command also reads this file\n")
    assert (folder / "in/p.toml").read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        ("decide", "supervision", "p.toml", "people.csv", "-o", "there.csv"),
        ("network", "draw", "p.toml", "--format", "svg", "-o", "there.csv"),
        ("validate", "p.toml", "--output", "json=there.csv"),
    ],
)
def test_what_no_run_has_written_is_not_replaced_unless_it_is_asked_for(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    there = folder / "there.csv"
    there.write_text(SHEET, encoding="utf-8")
    ran = run(*command)
    assert ran.returncode == 2
    assert "there.csv: not written: this is not an earlier answer of the same kind" in ran.stderr
    assert there.read_text(encoding="utf-8") == SHEET
    assert run(*command, "--force").returncode in (0, 1)
    assert there.read_text(encoding="utf-8") != SHEET
    assert run(*command).returncode in (0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("id,name\r\nA,B\r\n", "id,decision,why\r\nA,B,C\r\n"),
        ('{"version": 1, "findings": []}', '{"version": 1, "file": "p.toml"}'),
        ('{"version": 1, "findings": []}', '{"name": "p", "version": 1}'),
        ("<svg a='b'/>", '<?xml version="1.0"?>\n<!-- a -->\n<graphml/>'),
        ("# ours\n[programme]\nname = 'a'\n", "p.toml: nothing to put right or to decide\n"),
        ("BEGIN:VCALENDAR\r\n", "BEGIN:VCARD\r\n"),
        ("PK\3\4\0", "%PDF\0"),
    ],
)
def test_kinds_of_files_are_known_by_how_they_begin(one: str, other: str) -> None:
    kinds: list[Any] = [kind_of(one.encode()), kind_of(other.encode())]
    assert kinds[0] != kinds[1]
    assert kind_of(b"# Check of the design on 2026-11-22\n") == kind_of(b"# Check of the design on 2027-01-02\n")
    assert kind_of(b"p.toml: 1 to put right\n") == kind_of(b"q.toml: nothing to put right or to decide\n")
