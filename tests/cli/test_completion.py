"""Completion: what is offered, and that real shells put it on their lines."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from .conftest import Run

EXAMPLE = str(Path(__file__).parents[2] / "examples/substance/turning_point.toml")
SETUP = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(mentorkit completion bash)"'),
    "zsh": (["-f", "-i"], 'autoload -U compinit; compinit -u -D; eval "$(mentorkit completion zsh)"'),
    "fish": (["--no-config", "-i"], "mentorkit completion fish | source"),
}
SHELLS = [
    pytest.param(
        shell, marks=pytest.mark.skipif(not shutil.which(shell), reason=f"needs {shell}, such as Debian's package")
    )
    for shell in SETUP
]


def offered(run: Run, *words: str) -> list[str]:
    """What a shell is told to complete the last of the words with."""
    told = {"COMP_WORDS": "\n".join(["mentorkit", *words]), "COMP_CWORD": str(len(words))}
    ran = run(_MENTORKIT_COMPLETE="zsh_complete", **told)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.strip().splitlines()
    assert set(lines[::3]) <= {"plain", "file"}  # then each has its value, and what it means
    return [value if kind == "plain" else kind for kind, value in zip(lines[::3], lines[1::3], strict=True)]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["wa"], ["waive"]),
        (["network", "wh"], ["what-if"]),
        (["validate", "--fail"], ["--fail-on"]),
        (["validate", "--format", "s"], ["sarif"]),
        (["validate", "prog"], ["file"]),
        (["explain", "SUB10"], [f"SUB10{number}" for number in "12345789"]),
        (["explain", "sub101"], ["SUB101"]),
        (["explain", "waiver-u"], ["waiver-unknown", "waiver-unclear", "waiver-unused"]),
        (["explain", "relationship.contact_e"], ["relationship.contact_every"]),
        (["explain", "screening.substance.ab"], ["screening.substance.abstinence"]),
        (["waive", "STD70"], [f"STD70{number}" for number in "023456789"]),
        (["waive", "waiver"], []),
        (["waive", "SUB101", "p"], ["file"]),
        (["rules", "--sector", "s"], ["schools", "standards", "substance"]),
        (["schema", "--sector", "p"], ["probation"]),
        (["init", "x.toml", "--sector", "m"], ["mental_health"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["network", "paths", EXAMPLE, "h"], ["harm", "housing"]),
        (["network", "paths", EXAMPLE, "harm", "--from", "c"], ["coordinator", "crisis line"]),
        (["network", "what-if", EXAMPLE, "--without", "k"], ["keyworker"]),
        (["due", EXAMPLE, "mentors.csv", "--away", "on"], ["on call"]),
    ],
)
def test_what_is_offered_begins_with_what_is_typed(run: Run, words: list[str], values: list[str]) -> None:
    assert offered(run, *words) == values


def test_every_file_that_a_command_reads_or_writes_is_completed_as_a_file(run: Run) -> None:
    for words in (
        ["baseline", ""], ["baseline", "x", "-o", ""], ["diff", ""], ["diff", "x", ""], ["init", ""], ["match", ""],
        ["match", "x", "y", "z", "--lock", ""], ["network", "check", ""], ["validate", "--baseline", ""],
    ):  # fmt: skip
        assert offered(run, *words) == ["file"], words


@pytest.mark.parametrize(
    "text",
    [
        "network = \n",
        "network = 1\n",
        "[network]\nmembers = 1\n",
        "[[network.members]]\nid = 1\n",
        '[network]\nmembers = ["cook"]\n',
        '[[network.members]]\nid = "c\\nook"\n',
    ],
)
def test_a_file_that_is_no_programme_completes_nothing(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    assert offered(run, "network", "what-if", "p.toml", "--without", "c") == []


@pytest.mark.parametrize("file", ["missing.toml", "-"])
def test_where_there_is_no_file_nothing_is_completed(run: Run, file: str) -> None:
    assert offered(run, "network", "what-if", file, "--without", "c") == []


def test_members_begin_with_what_is_typed_and_are_told_with_their_titles(run: Run, tmp_path: Path) -> None:
    text = '[[network.members]]\nid = "cook"\ntitle = "Cook\\u001b[31m"\n[[network.members]]\nid = "car"\ntitle = 1\n'
    (tmp_path / "p.toml").write_text(text, encoding="utf-8")
    told = {"COMP_WORDS": "mentorkit network what-if p.toml --without c", "COMP_CWORD": "5"}
    said = run(_MENTORKIT_COMPLETE="zsh_complete", **told).stdout
    assert said.splitlines() == ["plain", "cook", "Cook\\x1b[31m", "plain", "car", "_"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_completes_rules_checks_and_members_with_spaces(shell: str, tmp_path: Path) -> None:
    (tmp_path / "mentorkit").write_text(f'#!/bin/sh\nexec {sys.executable} -m mentorkit "$@"\n', encoding="utf-8")
    (tmp_path / "mentorkit").chmod(0o755)
    options, setup = SETUP[shell]
    home = {name: str(tmp_path) for name in ("HOME", "ZDOTDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    terminal = pexpect.spawn(
        shell,
        options,
        env={**os.environ, **home, "PATH": path, "TERM": "dumb", "NO_COLOR": "1"},
        cwd=tmp_path,
        encoding="utf-8",
        dimensions=(50, 250),
        timeout=120,
    )
    terminal.sendline(setup)
    typing = [
        ("mentorkit exp\tSUB33\t1\t\r", "a limit on support leaves enough time"),
        ("mentorkit explain unknown-k\t\r", "a check of the file itself"),
        ("mentorkit rules --sector sub\t--stage tra\t\r", "13 rules"),
        (f"mentorkit network paths {EXAMPLE} suicide --from cr\t\r", "a call from Crisis line"),
    ]
    if shell != "fish":  # to which old releases of click tell of nothing behind an open quote
        typing.append((f"mentorkit network paths {EXAMPLE} suicide --from 'cr\t\r", "a call from Crisis line"))
    for typed, said in typing:
        terminal.send(typed)
        terminal.expect_exact(said)
    terminal.close(force=True)


@pytest.mark.parametrize("shell", SETUP)
def test_the_script_is_for_the_shell_and_the_help_says_where_it_goes(run: Run, shell: str) -> None:
    assert f"_MENTORKIT_COMPLETE={shell}_complete" in run("completion", shell).stdout
    assert f"completion {shell}" in run("completion", "--help").stdout


def test_another_shell_is_refused_by_name(run: Run) -> None:
    ran = run("completion", "tcsh")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'SHELL: "tcsh" must be one of bash, zsh, fish' in ran.stderr
