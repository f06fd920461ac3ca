"""How fast mentorkit matches, as ratios to named peers: python benchmarks/matching.py.

README.md beside this file says what each row means. Every figure is taken in a process of its own, which tells the
seconds of the processor from the pairs in arrays to the answer, and the most memory it had.
"""

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

sys.path.pop(0)  # this folder, whose matching.py would hide a peer
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.hours import Shared, highs, service
from benchmarks.peers import PEERS, Answer
from benchmarks.people import People, people
from benchmarks.timing import Spread, ratios
from mentorkit.matching.solver import assign, assign_hours
from mentorkit.matching.solver.places import Solver

ENOUGH, SHORT = 1.2, 0.8
"""Places for each mentee."""


def own(given: People) -> Answer:
    """Ours in plain Python, given lists."""
    found = assign(
        given.mentee.tolist(),
        given.mentor.tolist(),
        given.weight.tolist(),
        given.capacity.tolist(),
        n_mentees=given.n_mentees,
        solver="own",
    )
    return found.matched, found.total


def extra(given: People) -> Answer:
    """Ours with the extra, given arrays."""
    found = assign(
        given.mentee, given.mentor, given.weight, given.capacity, n_mentees=given.n_mentees, solver="ortools"
    )
    return found.matched, found.total


def raised(given: People) -> Answer:
    """Ours with the extra, and the worst-off pair raised."""
    found = assign(
        given.mentee,
        given.mentor,
        given.weight,
        given.capacity,
        n_mentees=given.n_mentees,
        solver="ortools",
        raise_worst=True,
    )
    return found.matched, found.total


METHODS: Mapping[str, Callable[[People], Answer]] = {
    "own": own,
    "extra": extra,
    "raised": raised,
    **{name: peer.solve for name, peer in PEERS.items()},
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure how fast mentorkit matches.")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds count (5)")
    parser.add_argument("--only", choices=list(ROWS), action="append", help="a row; may be given several times")
    parser.add_argument("--one", nargs=3, metavar=("METHOD", "MENTEES", "PLACES"), help="one figure, in this process")
    asked = parser.parse_args()
    if asked.one:
        _one(asked.one[0], int(asked.one[1]), float(asked.one[2]))
        return
    for row in asked.only or ROWS:
        ROWS[row](asked.runs)


def _one(method: str, mentees: int, places: float) -> None:
    """Takes one figure and prints it."""
    given = people(mentees, places)
    METHODS[method](people(100, places))  # loads what is loaded when first used
    started = process_time()
    answer = METHODS[method](given)
    seconds = process_time() - started
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, *answer]))


def _measure(methods: list[str], mentees: int, places: float, runs: int) -> dict[str, list[float]]:
    """Times methods in turn, every other round backwards, and prints a line for each."""
    taken: dict[str, list[float]] = {name: [] for name in methods}
    memory: dict[str, float] = {}
    answers: dict[str, tuple[int, int]] = {}
    for number in range(runs):
        for name in methods if number % 2 == 0 else methods[::-1]:
            command = [sys.executable, __file__, "--one", name, str(mentees), str(places)]
            done = subprocess.run(command, capture_output=True, check=True, text=True)
            seconds, memory[name], *answer = json.loads(done.stdout)
            taken[name].append(seconds)
            answers[name] = (answer[0], answer[1])
    for name in methods:
        ratio = ratios(taken[name], taken["OR-tools"]).written(2)
        same = "" if answers[name] == answers["OR-tools"] else f"   another answer: {answers[name]}"
        seconds = Spread.of(taken[name]).written(3)
        print(
            f"{name:<12} {mentees:>8,} {places:>5}   {seconds:<26} {ratio:<22} {memory[name]:>7.0f}{same}", flush=True
        )
    return taken


def speed(runs: int) -> None:
    """Every method that can, on ever more people."""
    print(f"\n{'method':<12} {'mentees':>8} {'places':>5}   {'seconds':<26} {'times OR-tools':<22} {'MiB':>7}")
    there = [name for name, peer in PEERS.items() if find_spec(peer.module)]
    for mentees in (100, 1_000, 10_000, 100_000):
        for places in (ENOUGH, SHORT):
            can = [name for name in there if PEERS[name].most >= mentees]
            _measure(["own", "extra", "raised", *can], mentees, places, runs)


def growth(runs: int) -> None:
    """The time over doubled input; in step is 2.0."""
    print(f"\n{'method':<12} {'mentees':>8} {'places':>5}   ratio to half as many")
    for places in (ENOUGH, SHORT):
        before: dict[str, list[float]] = {}
        for mentees in (12_500, 25_000, 50_000, 100_000):
            taken = _measure(["own", "extra", "OR-tools"], mentees, places, runs)
            for name, times in taken.items():
                if before:
                    print(f"{name:<12} {mentees:>8,} {places:>5}   {ratios(times, before[name]).written(2)}")
            before = taken


def hours(_: int) -> None:
    """All sixty published generalised assignment problems, once each."""
    folder = Path(__file__).resolve().parents[1] / "tests/matching/solver/or_library"
    print(f"\n{'file':<8} {'mentors':>8} {'mentees':>8}   {'proven':<8} {'parts, most':>12} {'seconds, most':>14}")
    for number in range(1, 13):
        numbers = map(int, (folder / f"gap{number}.txt").read_text("utf-8").split())
        count = next(numbers)
        proven, steps, seconds = 0, 0, 0.0
        for _ in range(count):
            mentors, mentees = next(numbers), next(numbers)
            weight, needed = ([next(numbers) for _ in range(mentors * mentees)] for _ in range(2))
            capacity = [next(numbers) for _ in range(mentors)]
            who, where = [*range(mentees)] * mentors, [each for each in range(mentors) for _ in range(mentees)]
            started = process_time()
            found = assign_hours(who, where, weight, needed, capacity, n_mentees=mentees)
            seconds = max(seconds, process_time() - started)
            proven, steps = proven + found.proven, max(steps, found.steps)
        print(
            f"gap{number:<5} {mentors:>8} {mentees:>8}   {proven} of {count}   {steps:>12} {seconds:>14.2f}", flush=True
        )


def minutes(_: int) -> None:
    """Made-up services that count minutes, once each, for a minute of the clock: ours, and HiGHS."""
    ways: Mapping[str, Callable[[dict[str, Any]], Shared]] = {
        "own": lambda problem: _shared(problem, "own"),
        "extra": lambda problem: _shared(problem, "ortools"),
        "HiGHS": lambda problem: highs(problem, 60),
    }
    print(f"\n{'mentors':>8} {'mentees':>8}   {'method':<8} {'seconds':>8} {'matched':>8} {'total':>8}   proven")
    for mentors, mentees in ((6, 20), (12, 40), (20, 60), (500, 500)):
        problem = service(mentees, mentors)
        for name, solve in ways.items():
            solve(service(8, 3))  # loads what is loaded when first used
            started = process_time()
            matched, total, proven = solve(problem)
            seconds = process_time() - started
            print(
                f"{mentors:>8} {mentees:>8}   {name:<8} {seconds:>8.1f} {matched:>8} {total:>8}   "
                f"{'yes' if proven else 'no'}",
                flush=True,
            )


def _shared(problem: dict[str, Any], solver: Solver) -> Shared:
    found = assign_hours(**problem, solver=solver)
    return found.matched, found.total, found.proven


ROWS: Mapping[str, Callable[[int], None]] = {"speed": speed, "growth": growth, "hours": hours, "minutes": minutes}


if __name__ == "__main__":
    main()
