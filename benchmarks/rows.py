"""What is measured: one function a row of the table, or a table of its own."""

import itertools
import json
import os
import re
import subprocess
import sys
import tomllib
from ast import literal_eval
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from time import monotonic

import attrs
import click

from benchmarks.breakdown import LIBRARIES
from benchmarks.cohorts import write_cohort
from benchmarks.designs import design, write_folder
from benchmarks.directories import directory
from benchmarks.editing import Editing
from benchmarks.networks import measure
from benchmarks.timing import Python, Spread, Task, call, in_turn, ratios
from mentorkit.cli import commands
from mentorkit.core.rulebook import STANDARDS, Rulebook
from mentorkit.core.stage import Stage
from mentorkit.directories.entry import ServiceReader
from mentorkit.directories.members import members_toml
from mentorkit.directories.reading import read_directory
from mentorkit.directories.selection import SelectionCriteria, choose
from mentorkit.editor.schema import schema_of
from mentorkit.registry.load import Plugins
from mentorkit.reports.text import report_text
from mentorkit.toml.structure import read_programme
from mentorkit.validation.validate import validate

DAY = "2026-11-30"
USUAL = 10_000
"""The bytes of a usual programme."""

RUN = "from mentorkit.__main__ import run; run()"
"""What the console script holds."""
VALIDATE = ("-c", RUN, "validate", "--on", DAY)
FLOOR = ("-c", f"import {', '.join(LIBRARIES)}")
PEER = ("-c", "from check_jsonschema import main; main()", "--schemafile")
PARSE = (
    "-c",
    "import pathlib, sys, tomllib\n"
    "for file in pathlib.Path(sys.argv[1]).iterdir(): tomllib.loads(file.read_text(encoding='utf-8'))",
)
READ = ("-c", "import csv, sys\nfor row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')): pass")
CROWDED = ('capacity = "2 per month"', 'capacity = "1 per year"')
"""A change of the complete example after which there is too little room for those who need a home."""
COMPLETE = Path(__file__).resolve().parents[1] / "examples" / "substance" / "turning_point.toml"


@attrs.frozen
class Bench:
    """What every row needs.

    Attributes:
        python: that is timed.
        folder: for files, thrown away at the end.
        runs: how many rounds count.
        book: the rules that are installed.
    """

    python: Python
    folder: Path
    runs: int
    book: Rulebook

    def usual(self) -> str:
        """A file with a usual programme."""
        return self.write("usual.toml", design(USUAL, 1, self.book))

    def write(self, name: str, text: str) -> str:
        """A file of this run."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return str(file)

    def schema(self) -> str:
        """A file with the JSON Schema of the format."""
        return self.write("schema.json", json.dumps(schema_of(self.book), indent=1))

    def compare(self, name: str, ours: Task, others: Mapping[str, tuple[Task, str]], runs: int = 0) -> list[float]:
        """Times ours against others and prints a line for each; gives our times."""
        tasks = {name: ours, **{other: task for other, (task, _) in others.items()}}
        taken = in_turn(tasks, runs or self.runs)
        for other, (_, aim) in others.items():
            mine, theirs = Spread.of(taken[name]).times(1000), Spread.of(taken[other]).times(1000)
            ratio = ratios(taken[name], taken[other]).written(2)
            print(f"{name:<34} {mine.median:>9.1f}   {other:<34} {theirs.median:>9.1f}   {ratio:<24} {aim}")
        return taken[name]


def heading() -> None:
    """The names of the columns that `Bench.compare` prints."""
    print(f"\n{'':<34} {'ms':>9}   {'against':<34} {'ms':>9}   {'ratio (least to most)':<24} aim")


def floor(bench: Bench) -> None:
    """A cold validate without and with a network, against a process that only imports the libraries."""
    heading()
    imports = bench.python.process(*FLOOR)
    name = "importing the libraries alone"
    whole = COMPLETE.read_text("utf-8")
    crowded = whole.replace(*CROWDED)
    assert crowded != whole  # noqa: S101 - networkx would not be needed
    examples = sorted(COMPLETE.parents[1].glob("[!d]*/*.toml"))
    for ours, file, aim in (
        ("validate, 10 kB, cold", bench.usual(), "<= 1.6"),
        *((f"validate, {example.stem}, cold", str(example), "<= 1.8") for example in examples),
        (f"{COMPLETE.stem}, with too little room", bench.write("crowded.toml", crowded), ""),
    ):
        bench.compare(ours, bench.python.process(*VALIDATE, file), {name: (imports, aim)})
    tasks = {
        "validate": bench.python.process(*VALIDATE, bench.write("crowded.toml", crowded)),
        "networkx": bench.python.process(*FLOOR[:-1], f"{FLOOR[-1]}, networkx"),
        "libraries": imports,
    }
    taken = in_turn(tasks, bench.runs)
    added = [more - less for more, less in zip(taken["networkx"], taken["libraries"], strict=True)]
    print(f"  of that, importing networkx: {ratios(added, taken['validate']).written(2)}")


def peer(bench: Bench) -> None:
    """The same against check-jsonschema with a schema of the same format."""
    heading()
    file, schema = bench.usual(), bench.schema()
    ours = bench.python.process(*VALIDATE, file)
    theirs = bench.python.process(*PEER, schema, file)
    bench.compare("validate, 10 kB, cold", ours, {"check-jsonschema": (theirs, "<= 0.5")})


def sectors(bench: Bench) -> None:
    """A cold validate of one design that names every installed sector, against the same design with one of them."""
    heading()
    one = bench.usual()
    names = [found.name for found in Plugins().found if found.name != STANDARDS]
    text, changed = re.subn(
        r"sectors = \[[^]]*\]", f"sectors = {json.dumps(names)}", Path(one).read_text("utf-8"), count=1
    )
    assert changed == 1  # noqa: S101 - the row would compare a design with itself
    every = bench.write("every.toml", text)
    name = f"validate, {len(names)} sectors, cold"
    others = {"the same with one sector": (bench.python.process(*VALIDATE, one), "<= 2.0")}
    bench.compare(name, bench.python.process(*VALIDATE, every), others)


def thousand(bench: Bench) -> None:
    """A thousand designs in one call, against reading them with tomllib alone and against check-jsonschema."""
    heading()
    count, schema = 1000, bench.schema()
    for size, aim in ((3000, 4), (USUAL, 5)):
        folder = bench.folder / f"thousand-{size}"
        write_folder(folder, count, size, bench.book)
        files = [str(file) for file in sorted(folder.iterdir())]
        others = {
            "tomllib alone, 1,000 files": (bench.python.process(*PARSE, str(folder)), ""),
            "check-jsonschema, 1,000 files": (bench.python.process(*PEER, schema, *files), ""),
        }
        name = f"validate, 1,000 x {size // 1000} kB"
        taken = bench.compare(name, bench.python.process(*VALIDATE, str(folder)), others, _fewer(bench))
        each = Spread.of(taken).times(1000 / count)
        print(f"{'':<34} {each.written(2)} ms a design; aim: {aim}")


def growth(bench: Bench) -> None:
    """The time over doubled input, in one process: 2.0 is in step with the input."""
    plugins, day = Plugins(), date.fromisoformat(DAY)

    def check(source: bytes) -> Callable[[], object]:
        return lambda: report_text(validate(source, "programme.toml", plugins, day), show=["more"])

    sizes = (10_000, 20_000, 40_000, 80_000, 160_000)
    for title, slips in (("designs", False), ("designs with a slip in every entry", True)):
        texts = {f"{size // 1000} kB": design(size, 1, bench.book, slips=slips).encode() for size in sizes}
        _print_growth(title, {name: call(check(text)) for name, text in texts.items()}, bench.runs)
    folders = {}
    for count in (250, 500, 1000):
        folder = bench.folder / f"growth-{count}"
        write_folder(folder, count, 3000, bench.book)
        folders[f"{count} files of 3 kB"] = call(_command(str(folder)))
    _print_growth("folders", folders, _fewer(bench))


def directories(bench: Bench) -> None:
    """Reading a directory of services into members, against json.loads alone, and its growth."""
    wanted = SelectionCriteria(
        needs=["housing", "debt"], areas=["Westport"], ages=[18, 25], meets={"housing": ["Housing advice"]}
    )

    def take_over(source: bytes) -> Callable[[], object]:
        def run() -> str:
            entries = read_directory({"services.json": lambda: source}, ServiceReader(date.fromisoformat(DAY)))
            return members_toml(choose(entries, wanted, "a directory").entries)

        return run

    sources = {count: directory(count, 1) for count in (2_500, 5_000, 10_000)}
    largest = sources[10_000]
    heading()
    others = {"json.loads alone": (call(lambda: json.loads(largest)), "")}
    taken = bench.compare("import, 10,000 services", call(take_over(largest)), others, _fewer(bench))
    print(f"{'':<34} {len(largest) / Spread.of(taken).median / 1e6:.0f} MB a second of {len(largest) / 1e6:.0f} MB")
    tasks = {f"{count:,} services": call(take_over(source)) for count, source in sources.items()}
    _print_growth("directories", tasks, _fewer(bench))


def decide(bench: Bench) -> None:
    """Deciding on people from a sheet to an answer, whole processes, against csv.DictReader alone on the same sheet."""
    heading()
    peaks = {}
    for count in (10_000, 100_000):
        sheet = _cohort(bench, count)
        others = {f"csv.DictReader alone, {count:,}": (bench.python.process(*READ, sheet), "")}
        name = f"decide, {count:,} records"
        taken = bench.compare(name, bench.python.process(*_decide(sheet)), others, _fewer(bench))
        print(f"{'':<34} {Spread.of([count / seconds for seconds in taken]).written(0)} decisions per second")
        peaks[count] = bench.python.peak(*_decide(sheet))
        print(f"{'':<34} {peaks[count]:.0f} MiB at most in memory")
    sheets = {f"{count:,} records": _decide(_cohort(bench, count)) for count in (12_500, 25_000, 50_000)}
    _print_growth("deciding", {name: bench.python.process(*task) for name, task in sheets.items()}, _fewer(bench))


def _cohort(bench: Bench, count: int) -> str:
    """A sheet of mentors at supervision, where the rules look at days most."""
    file = bench.folder / f"cohort-{count}.csv"
    if not file.exists():
        data = tomllib.loads(COMPLETE.read_text(encoding="utf-8"))
        programme, _faults = read_programme(data, bench.book.sector_keys)
        write_cohort(file, count, bench.book, programme, Stage.SUPERVISION, date.fromisoformat(DAY))
    return str(file)


def _decide(sheet: str) -> tuple[str, ...]:
    options = ("--on", DAY, "--format", "csv", "-o", f"{sheet}.decided")
    return ("-c", RUN, "decide", "supervision", str(COMPLETE), sheet, *options)


def editor(bench: Bench) -> None:
    """The answer of the language server to an edit of a large design, against validating it in this process."""
    heading()
    plugins, day = Plugins(), date.fromisoformat(DAY)
    text = design(20_000, 1, bench.book)
    with Editing(DAY, bench.python.environment) as editing:
        numbers = itertools.count()
        ours = call(lambda: editing.edit(f"{text}# {next(numbers)}\n"))
        others = {"validate, in process": (call(lambda: validate(text.encode(), "x", plugins, day)), "<= 3.0")}
        bench.compare("an edit of 20 kB, answered", ours, others)
        burst = [f"{text}# {next(numbers)}\n" for _ in range(20)]
        answers = 0

        def type_quickly() -> None:
            nonlocal answers
            answers = len(editing.edit(*burst))

        one = {"one edit": (ours, "")}
        bench.compare("20 edits at once, the last answered", call(type_quickly), one, _fewer(bench))
        print(f"{'':<34} {answers} of 20 answered in the last round; the others were stale")


def help_(bench: Bench) -> None:
    """`mentorkit --help`, against Python alone and against importing click alone."""
    heading()
    others = {
        "python -c pass": (bench.python.process("-c", "pass"), ""),
        "importing click alone": (bench.python.process("-c", "import click"), ""),
    }
    ours = bench.python.process("-c", RUN, "--help")
    bench.compare("--help", ours, others)


def breakdown(bench: Bench) -> None:
    """Where the time of a cold validate goes, step by step, beside the command itself."""
    file = bench.usual()
    script = str(Path(__file__).with_name("breakdown.py"))
    taken: dict[str, list[float]] = {}

    def in_steps() -> float:
        started = monotonic()
        done = subprocess.run(
            [sys.executable, script, file, DAY, str(started)],
            env=bench.python.environment,
            capture_output=True,
            check=True,
            text=True,
        )
        ended = monotonic()
        steps, last = literal_eval(done.stdout)
        for name, seconds in [*steps, ("end of Python", ended - last)]:
            taken.setdefault(name, []).append(seconds)
        return ended - started

    totals = in_turn({"command": bench.python.process(*VALIDATE, file), "steps": in_steps}, bench.runs)
    whole = Spread.of(totals["steps"])
    print(f"\n{'where a cold validate goes':<60} {'ms (least to most)':<24} share")
    for name, times in taken.items():
        step = Spread.of(times[1:])  # the first round wrote the byte code
        print(f"{name:<60} {step.times(1000).written(1):<24} {step.median / whole.median:>5.0%}")
    print(f"{'all steps':<60} {whole.times(1000).written(1)}")
    print(f"{'the command itself':<60} {Spread.of(totals['command']).times(1000).written(1)}")


def networks(bench: Bench) -> None:
    """Every question about networks of 100 to 10,000 members, against networkx called bare."""
    measure(bench.book, date.fromisoformat(DAY), bench.runs)


def _print_growth(title: str, tasks: Mapping[str, Task], runs: int) -> None:
    taken = in_turn(tasks, runs)
    print(f"\n{title:<34} {'ms':>9}   ratio to the line above (least to most); in step: 2.0")
    before: list[float] = []
    for name, times in taken.items():
        ratio = ratios(times, before).written(2) if before else ""
        print(f"{name:<34} {Spread.of(times).times(1000).median:>9.1f}   {ratio}")
        before = times


def _command(path: str) -> Callable[[], None]:
    """The command in this process, its answer thrown away."""

    def run() -> None:
        with Path(os.devnull).open("w", encoding="utf-8") as nothing, redirect_stdout(nothing):
            try:
                commands.main(["validate", "--on", DAY, path], standalone_mode=False)
            except click.exceptions.Exit as stop:
                if stop.exit_code > 1:
                    raise

    return run


def _fewer(bench: Bench) -> int:
    """Rounds of what takes seconds."""
    return max(3, bench.runs // 7)


ROWS: Mapping[str, Callable[[Bench], None]] = {
    "floor": floor,
    "peer": peer,
    "sectors": sectors,
    "thousand": thousand,
    "growth": growth,
    "directories": directories,
    "decide": decide,
    "editor": editor,
    "help": help_,
    "breakdown": breakdown,
    "networks": networks,
}
