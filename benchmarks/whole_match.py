"""How long a whole `mentorkit match` takes, from two sheets to the third: python benchmarks/whole_match.py.

README.md beside this file says what each column means. Every figure is taken in a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
from typing import Any, Literal

import attrs

sys.path.pop(0)  # this folder, whose matching.py would hide a package
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.sheets import write
from benchmarks.timing import Spread

ON = "2026-11-22"
STEPS = ("reading", "candidates and rules", "solving", "reasons", "writing")


def in_steps(folder: Path) -> dict[str, float]:
    """The steps of one run, in this process: seconds of each, and how many pairs there were."""
    from datetime import date

    from mentorkit.core.case_reading import Case
    from mentorkit.matching import match as steps
    from mentorkit.matching import sheet_columns
    from mentorkit.matching.cohort import Cohort
    from mentorkit.matching.objectives import OBJECTIVES
    from mentorkit.matching.possible_pairs import PossiblePairs
    from mentorkit.records.reading import read_records
    from mentorkit.registry.load import Plugins
    from mentorkit.reports.matching import MatchingReport, matching_csv
    from mentorkit.toml.document import read_document
    from mentorkit.validation.opened import open_programme

    taken = dict.fromkeys(STEPS, 0.0)

    def timed(name: str, inner: Callable[..., Any]) -> Callable[..., Any]:
        def outer(*args: object, **more: object) -> object:
            started = perf_counter()
            try:
                return inner(*args, **more)
            finally:
                taken[name] += perf_counter() - started

        return outer

    module: Any = sys.modules["mentorkit.matching.match"]
    module.Cohort = timed("candidates and rules", Cohort)
    module.PossiblePairs = SimpleNamespace(of=timed("candidates and rules", PossiblePairs.of))
    module.OBJECTIVES = {
        name: attrs.evolve(each, solve=timed("solving", each.solve)) for name, each in OBJECTIVES.items()
    }
    opened = open_programme(read_document((folder / "programme.toml").read_bytes(), "p"), Plugins())
    book, design = opened.rulebook, opened.programme
    started = perf_counter()

    def read(side: Literal["mentors", "mentees"]) -> list[Case]:
        with (folder / f"{side}.csv").open("rb") as file:
            return [each.case for each in read_records(file, side, "csv", sheet_columns(book, design, side))]

    mentors, mentees = read("mentors"), read("mentees")
    taken["reading"] = perf_counter() - started
    started = perf_counter()
    found = steps(book, design, mentors, mentees, date.fromisoformat(ON))
    whole = perf_counter() - started
    taken["reasons"] = whole - taken["candidates and rules"] - taken["solving"]
    started = perf_counter()
    (folder / "steps.csv").write_text(matching_csv(MatchingReport(found)), encoding="utf-8")
    taken["writing"] = perf_counter() - started
    return {**taken, "pairs": found.pairs, "matched": len(found.proposals)}


def whole(folder: Path) -> tuple[float, float]:
    """Seconds of the command, from its start to its exit, and the most megabytes that it had."""
    files = [str(folder / name) for name in ("programme.toml", "mentors.csv", "mentees.csv")]
    command = [sys.executable, "-m", "mentorkit", "match", *files, "--on", ON, "-o", str(folder / "pairs.csv")]
    started = perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    seconds = perf_counter() - started
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure whole runs of mentorkit match.")
    parser.add_argument("--people", type=int, action="append", help="mentors and mentees; may be given several times")
    parser.add_argument("--runs", type=int, default=3, help="how many runs count (3)")
    parser.add_argument("--short", action="store_true", help="places for two mentees in three")
    parser.add_argument("--steps", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.steps:
        print(json.dumps(in_steps(asked.steps)))
        return
    print(
        f"{'people':>8} {'whole':>8} {'MB':>7} " + " ".join(f"{step:>21}" for step in STEPS) + "   search/solve  pairs"
    )
    with tempfile.TemporaryDirectory() as name:
        for people in asked.people or (10_000, 20_000, 50_000, 100_000):
            folder = Path(name) / str(people)
            write(folder, people, short=asked.short)
            runs = [whole(folder) for _ in range(asked.runs)]
            _print(people, runs, [_measured(folder) for _ in range(asked.runs)])


def _measured(folder: Path) -> Mapping[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--steps", str(folder)], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _print(people: int, runs: list[tuple[float, float]], steps: list[Mapping[str, float]]) -> None:
    seconds = Spread.of([run[0] for run in runs]).median
    told = [Spread.of([each[step] for each in steps]).median for step in STEPS]
    ratio = Spread.of([each["candidates and rules"] / each["solving"] for each in steps])
    print(
        f"{people:>8} {seconds:>8.1f} {max(run[1] for run in runs):>7.0f} "
        + " ".join(f"{each:>21.2f}" for each in told)
        + f"   {ratio.written(2)}  {steps[0]['pairs']:.0f} pairs, {steps[0]['matched']:.0f} matched",
        flush=True,
    )


if __name__ == "__main__":
    main()
