"""How fast mentorkit is, as ratios to named peers and floors: python benchmarks/run.py.

README.md beside this file says what each row means.
"""

import argparse
import os
import platform
import sys
import sysconfig
import tempfile
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # so that this file can be run by its path

from benchmarks.breakdown import LIBRARIES
from benchmarks.designs import installed_rules
from benchmarks.rows import ROWS, Bench
from benchmarks.timing import FailedError, Python

_MEASURED = ("mentorkit", *(name for name in LIBRARIES if name != "tomllib"), "networkx", "check-jsonschema")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure mentorkit against named peers and floors.")
    parser.add_argument("--runs", type=int, default=21, help="how many rounds count; long rows take a seventh (21)")
    parser.add_argument("--only", choices=list(ROWS), action="append", help="a row; may be given several times")
    asked = parser.parse_args()
    if asked.runs < 1:
        parser.error("--runs is a number from 1")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(Python(folder / "bytecode"), folder, asked.runs, installed_rules())
        _say_where(bench)
        try:
            for row in asked.only or ROWS:
                ROWS[row](bench)
        except FailedError as problem:
            sys.exit(f"cannot be measured: {problem}")


def _say_where(bench: Bench) -> None:
    """What the figures depend on."""
    options = sysconfig.get_config_var("CONFIG_ARGS")
    built = "" if options is None or "--enable-optimizations" in options else " built without optimisation"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = f"{platform.python_implementation()} {platform.python_version()}{built}"
    print(f"{python}; {cores} cores{load}; {platform.system()}")
    print(f"{', '.join(f'{name} {version(name)}' for name in _MEASURED)}; {len(bench.book.rules)} rules")
    print(".pyc files: written by a first round that does not count, for ours and for the others alike")
    print(f"{bench.runs} rounds, each in turn; times and ratios are medians")


if __name__ == "__main__":
    main()
