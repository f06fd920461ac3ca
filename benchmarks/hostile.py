"""What the worst designs within the size limit take: python benchmarks/hostile.py.

Each file is as large as a design may be, or as long as its kind can be made, and is given to every command that reads
one. A row over the limit of 2 s of processor time or 300 MB is marked, and the run ends in 1.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that this file can be run by its path

from mentorkit.toml.document import MOST_BYTES
from mentorkit.toml.limits import MOST_ENTRIES

MOST_SECONDS = 2.0
MOST_MB = 300

_HEAD = 'format = 2\n[programme]\nsectors = ["substance"]\n'
_FULL = MOST_BYTES - 1_000
_STAGE = f"{_HEAD}[screening]\n"


def _filled(before: str, part: str, after: str) -> str:
    """A file of nearly the size limit, with one part of it as often as there is room."""
    return before + part * min((_FULL - len(before) - len(after)) // len(part), _most(part)) + after


def _most(part: str) -> int:
    """How often a part fits into the limit of entries; one that has brackets alone is to go over that of depth."""
    entries = sum(part.count(mark) for mark in "=,[{")
    return (MOST_ENTRIES - 100) // entries if entries else _FULL


def _numbered(before: str, line: str) -> str:
    """A file of nearly the size limit, with one line as often as there is room, each with its number."""
    count = min((_FULL - len(before)) // (len(line) + 4), _most(line))
    return before + "".join(line.replace("@", str(number)) for number in range(count))


DESIGNS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "one key of very many parts": lambda: _filled(_HEAD, "a.", "a = 1\n"),
        "one header of very many parts": lambda: _filled(f"{_HEAD}[", "a.", "a]\n"),
        "quoted parts": lambda: _filled(_HEAD, '"a".', "a = 1\n"),
        "keys of the most parts": lambda: _numbered(_HEAD, f"k@.{'a.' * 40}a = 1\n"),
        "headers of the most parts": lambda: _numbered(_HEAD, f"[k@.{'a.' * 40}a]\n"),
        "headers of ten parts": lambda: _numbered(_HEAD, "[k@.b.c.d.e.f.g.h.i.j]\n"),
        "spaces in two equal keys": lambda: f'{_HEAD}a = {{"{" " * 490_000}" = 1, "{" " * 490_000}" = 2}}\n',
        "spaces between quoted keys": lambda: _filled(f'{_HEAD}"a"', " ", '."b" = 1\n'),
        "spaces in a header": lambda: _filled(f"{_HEAD}[a", " ", ".b]\n"),
        "spaces before a missing sign": lambda: _filled(f"{_HEAD}a", " ", "b = 1\n"),
        "a moment": lambda: _filled(f'{_HEAD}[[network.links]]\nsince = "', "a before ", '!"\n'),
        "lists in lists": lambda: _filled(f"{_HEAD}a = ", "[", "1\n"),
        "lists in lists, closed": lambda: f"{_HEAD}a = {'[' * 490_000}{']' * 490_000}\n",
        "tables in tables": lambda: _filled(f"{_HEAD}a = ", "{a=", "1\n"),
        "tables and dotted keys": lambda: _filled(f"{_HEAD}a = ", "{" + "a." * 40 + "a=", "1\n"),
        "empty texts in a list": lambda: _filled(f"{_STAGE}collects = [", '"",', "]\n"),
        "names that nobody asks for": lambda: _filled(f"{_STAGE}collects = [", '"aaaa",', "]\n"),
        "numbers where a text is needed": lambda: _filled(f"{_STAGE}collects = [", "1,", "]\n"),
        "unknown keys": lambda: _numbered(_HEAD, "k@=1\n"),
        "unknown keys near a known one": lambda: _numbered(_HEAD, "contxt_@=1\n"),
        "unknown tables": lambda: _numbered(_HEAD, "[k@]\n"),
        "empty stages": lambda: _filled(_HEAD, "[[stages]]\n", ""),
        "empty members": lambda: _filled(_HEAD, "[[network.members]]\n", ""),
        "members": lambda: _numbered(_HEAD, '[[network.members]]\nid = "m@"\n'),
        "links": lambda: _numbered(_HEAD, '[[network.links]]\nfrom="a@"\nto="b@"\n'),
        "links of the same two": lambda: _filled(_HEAD, '[[network.links]]\nfrom="a"\nto="b"\n', ""),
        "waivers": lambda: _filled(_HEAD, '[[waivers]]\nrule="SUB101"\n', ""),
        "waivers for rules that there are not": lambda: _numbered(
            _HEAD, '[[waivers]]\nrule="SUB@"\nreason="x"\nagreed_by="x"\nuntil=2027-01-01\n'),
        "members with a key too many": lambda: _numbered(_HEAD, '[[network.members]]\nid="m@"\nnmae="x"\nhours=1\n'),
        "empty waivers": lambda: _filled(_HEAD, "[[waivers]]\n", ""),
        "unknown sectors": lambda: 'format = 2\n[programme]\nsectors = ["' + "a" * _FULL + '"]\n',
        "many unknown sectors": lambda: _filled("format = 2\n[programme]\nsectors = [", '"x",', "]\n"),
        "a number of very many digits": lambda: _filled(f"{_HEAD}a = ", "1", "\n"),
        "numbers of many digits": lambda: _filled(f"{_HEAD}a = [", "1" * 4300 + ",", "]\n"),
        "many keys not confirmed": lambda: _numbered(f"{_HEAD}[file]\nnot_confirmed = [\n", '"key@",\n') + "]\n",
        "one line of spaces": lambda: _filled(_HEAD, " ", "\n"),
        "empty lines": lambda: _filled(_HEAD, "\n", "x"),
        "quotes": lambda: _filled(f"{_HEAD}a = ", '"', ""),
        "apostrophes": lambda: _filled(f"{_HEAD}a = ", "'", ""),
        "backslashes": lambda: _filled(f'{_HEAD}a = "', "\\\\", '"\n'),
        "a long text": lambda: _filled(f'{_HEAD}name = "', "a ", '"\n'),
        "hours": lambda: _filled(
            f'{_HEAD}[[network.members]]\nid="a"\nhours = "', "a ", '"\n'),
        "many hours": lambda: _filled(
            f'{_HEAD}[[network.members]]\nid="a"\nhours = "', "Monday 09:00 to 17:00, ", 'Tuesday 10:00 to 11:00"\n'),
        "hours of spaces": lambda: _filled(
            f'{_HEAD}[[network.members]]\nid="a"\nhours = "', "a - ", '"\n'),
        "a table that comes again": lambda: _filled(_HEAD, "[a]\n", ""),
        "comments": lambda: _filled(_HEAD, "#\n", ""),
    }
)  # fmt: skip
"""The text of each file."""

_ON = ("--on", "2026-11-30")
COMMANDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "validate": ("validate", *_ON, "FILE"),
        "validate, JSON": ("validate", *_ON, "--format", "json", "FILE"),
        "validate, SARIF": ("validate", *_ON, "--format", "sarif", "FILE"),
        "upgrade": ("upgrade", "--check", "FILE"),
        "diff": ("diff", *_ON, "FILE", "FILE"),
        "baseline": ("baseline", *_ON, "FILE", "-o", "OUT"),
        "waive": ("waive", "SUB101", "FILE", "--reason", "x", "--until", "2027-01-01", "--agreed-by", "x"),
        "facts": ("facts", "FILE"),
        "decide": ("decide", "screening", *_ON, "FILE", "SHEET"),
        "due": ("due", *_ON, "FILE", "SHEET"),
        "outcomes": ("outcomes", "FILE", "SHEET"),
        "match": ("match", *_ON, "FILE", "SHEET", "SHEET"),
        "network check": ("network", "check", *_ON, "FILE"),
        "network stats": ("network", "stats", "FILE"),
        "network draw": ("network", "draw", *_ON, "FILE", "-o", "OUT", "--force", "--format", "svg"),
    }
)
"""The commands, by what to call them."""


@attrs.frozen
class Taken:
    """What a run took: seconds of the processor, MB, its exit status, and the characters that it wrote."""

    seconds: float
    mb: float
    status: int
    written: int


def run(command: tuple[str, ...], file: Path, most: int) -> Taken:
    """Runs a command on a file, and ends it after some seconds of the processor."""
    sheet = file.with_name("sheet.csv")
    sheet.write_text("id\nA-1\n", encoding="utf-8")
    names = {"FILE": str(file), "OUT": f"{file}.json", "SHEET": str(sheet)}
    arguments = [names.get(word, word) for word in command]
    limits = f"r.setrlimit(r.RLIMIT_CPU, ({most}, {most})); r.setrlimit(r.RLIMIT_AS, (3 << 30, 3 << 30))"
    begin = [
        sys.executable,
        "-c",
        f"import resource as r; {limits}; from mentorkit.__main__ import run; run()",
        *arguments,
    ]
    output = file.with_suffix(".out")
    with output.open("wb") as to:
        process = subprocess.Popen(begin, stdin=subprocess.DEVNULL, stdout=to, stderr=to)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    used = usage.ru_utime + usage.ru_stime
    return Taken(used, usage.ru_maxrss / 1024, process.returncode, output.stat().st_size)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure what the worst designs within the size limit take.")
    parser.add_argument("--command", choices=list(COMMANDS), action="append", help="may be given several times")
    parser.add_argument("--design", action="append", help="those with this in their name; may be given several times")
    parser.add_argument("--most", type=int, default=20, help="seconds of the processor after which a run is ended (20)")
    asked = parser.parse_args()
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, made in DESIGNS.items():
            if asked.design and not any(part in name for part in asked.design):
                continue
            for command in asked.command or COMMANDS:
                file = Path(folder, "programme.toml")
                file.write_text(made(), encoding="utf-8", newline="")
                taken = run(COMMANDS[command], file, asked.most)
                over = taken.seconds > MOST_SECONDS or taken.mb > MOST_MB or taken.status not in (0, 1, 2)
                worst += over
                mark = "  OVER" if over else ""
                print(
                    f"{name:32} {command:16} {taken.seconds:6.2f} s {taken.mb:7.0f} MB"
                    f" ends in {taken.status:3}, writes {taken.written:>11,}{mark}",
                    flush=True,
                )
    sys.exit(worst > 0)


if __name__ == "__main__":
    main()
