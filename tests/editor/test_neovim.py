"""A real editor shows in its buffer what `mentorkit validate` says of the file."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NEOVIM = os.environ.get("NEOVIM") or shutil.which("nvim")
DAY = "2026-11-22"
LEVELS = {"error": (1, ""), "warning": (2, ""), "advice": (3, "")}
OPEN = {"error": (3, "to decide: "), "warning": (3, "worth deciding: "), "advice": (4, "to consider: ")}
"""The level and what comes before a message, also where it is not settled; BAD has no blanks."""
BAD = """format = 1
[programme]
sectors = ["substance"]
name = "𝄞"
settings = ["comunity"]
role = { "𝄞é" = 1, kind = "mentor" }
[screening.substance]
abstinence = "10 days"
"""


@pytest.mark.skipif(NEOVIM is None, reason="needs Neovim, such as Debian's package neovim; NEOVIM names one elsewhere")
def test_neovim_shows_in_its_buffer_what_validate_says(tmp_path: Path) -> None:
    file, answers = tmp_path / "programme.toml", tmp_path / "answers.json"
    file.write_text(BAD, encoding="utf-8")
    command = [sys.executable, "-m", "mentorkit"]
    judged = subprocess.run(
        [*command, "validate", "--format", "json", "--on", DAY, str(file)], capture_output=True, check=False
    )
    script = Path(__file__).with_name("neovim.lua")
    told = {"LSP_COMMAND": json.dumps([*command, "lsp", "--on", DAY]), "LSP_ANSWERS": str(answers)}
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    subprocess.run(
        [str(NEOVIM), "--headless", "--clean", "-n", str(file), "-c", f"luafile {script}"],
        check=True,
        cwd=tmp_path,
        env={**os.environ, **told, **home},
        stdin=subprocess.DEVNULL,
        timeout=180,
    )
    shown, after = json.loads(answers.read_text(encoding="utf-8"))
    lines = BAD.split("\n")

    def in_bytes(line: int | None, column: int | None, end: int) -> tuple[int, int]:
        """A place as Neovim counts: from 0, columns in bytes; a finding of no place is in the first line."""
        if line is None or column is None:
            return 0, end
        return line - 1, len(lines[line - 1][: column - 1].encode())

    expected = [
        (
            in_bytes(one["line"], one["column"], 0),
            in_bytes(one["end_line"], one["end_column"], len(lines[0])),
            (OPEN if one["where"] else LEVELS)[one["severity"]][0],
            f"{(OPEN if one['where'] else LEVELS)[one['severity']][1]}{one['message']}\nDo: {one['fix']}",
        )
        for one in json.loads(judged.stdout)["findings"]
    ]
    found = [
        ((one["lnum"], one["col"]), (one["end_lnum"], one["end_col"]), one["severity"], one["message"]) for one in shown
    ]
    assert sorted(found) == sorted(expected)
    assert {one["source"] for one in shown} == {"mentorkit"}
    assert [one["message"].partition(";")[0].partition("\n")[0] for one in after] == [
        "not judged: the file does not say which format it is written in"
    ]
