"""Timing side by side: what is compared runs in turn within one round, and ratios are taken round by round.

The speed of a machine drifts by more than most differences that are worth knowing, so a single time says little; a
ratio of two times taken one right after the other says more.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import attrs

Task = Callable[[], float]
"""Does something once, and returns the seconds that it took."""

_KEPT = ("PYTHONPATH", "PYTHONHOME")
_JUDGED = (0, 1)
"""Exit statuses that say that the work was done; timing a failure would prove nothing."""

_PEAK = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))
sys.exit(status)
"""
"""Runs a command and prints the most memory that it took, in MiB."""


class FailedError(Exception):
    """A command that is to be timed does not do its work."""


@attrs.frozen
class Spread:
    """The middle of many figures, with the least and the greatest."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """Sums up figures."""
        return cls(median(figures), min(figures), max(figures))

    def times(self, factor: float) -> "Spread":
        """The same in another unit."""
        return Spread(self.median * factor, self.least * factor, self.most * factor)

    def written(self, digits: int) -> str:
        """For example '1.42 (1.31 to 1.60)'."""
        return f"{self.median:.{digits}f} ({self.least:.{digits}f} to {self.most:.{digits}f})"


def in_turn(tasks: Mapping[str, Task], runs: int) -> dict[str, list[float]]:
    """Times tasks in turn, every other round backwards, after one round that does not count."""
    for task in tasks.values():
        task()
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(runs):
        order = list(tasks) if number % 2 == 0 else list(tasks)[::-1]
        for name in order:
            taken[name].append(tasks[name]())
    return taken


def ratios(of: Sequence[float], to: Sequence[float]) -> Spread:
    """How many times as long one took as the other, round by round."""
    return Spread.of([mine / other for mine, other in zip(of, to, strict=True)])


def call(action: Callable[[], object]) -> Task:
    """The task of calling something in this process."""

    def task() -> float:
        gc.collect()  # rubbish of the task before is not this one's
        started = perf_counter()
        action()
        return perf_counter() - started

    return task


@attrs.frozen
class Python:
    """The interpreter that is timed: the one that runs this, directly, with byte code of its own.

    Attributes:
        bytecode: the folder to which the round that does not count writes every .pyc file, whatever was there before.
    """

    bytecode: Path

    @property
    def environment(self) -> dict[str, str]:
        """The environment of every process, without what would change how Python starts."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON") or name in _KEPT}
        return {**kept, "PYTHONPYCACHEPREFIX": str(self.bytecode)}

    def process(self, *arguments: str) -> Task:
        """The task of a whole process, from its start to its exit.

        Raises:
            FailedError: when it is run, and exits with anything but 0 or 1.
        """
        command = [sys.executable, *arguments]
        environment = self.environment

        def task() -> float:
            started = perf_counter()
            done = subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            taken = perf_counter() - started
            if done.returncode not in _JUDGED:
                self._fail(command)
            return taken

        return task

    def peak(self, *arguments: str) -> float:
        """The most memory that a process takes, in MiB; where the system tells it.

        Raises:
            FailedError: where it exits with anything but 0 or 1.
        """
        command = [sys.executable, "-c", _PEAK, sys.executable, *arguments]
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode not in _JUDGED:
            self._fail(command)
        return float(done.stdout)

    def _fail(self, command: Sequence[str]) -> None:
        """Runs a failed command again, to tell what it says."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        raise FailedError(f"exit status {done.returncode} of {command[:4]}:\n{done.stderr.strip()}")
