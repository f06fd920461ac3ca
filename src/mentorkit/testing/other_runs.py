"""Whether another run of Python says the same: texts in a set come in another order there."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator

from mentorkit.testing.advice import Advice
from mentorkit.testing.cases import RuleCase
from mentorkit.testing.plugin_under_test import PluginUnderTest

_SEEDS = ("1", "2")
"""What two further runs order the entries of sets by; Python draws it for each run unless it is told."""
_ASKED = """
import io, json, sys
package, sys.path[:] = json.load(sys.stdin)
sys.stdout = io.StringIO()
from mentorkit.testing.other_runs import said
from mentorkit.testing.plugin_under_test import PluginUnderTest
json.dump(said(PluginUnderTest.of(package).cases), sys.__stdout__)
"""


def said(cases: tuple[RuleCase, ...]) -> list[list[str]]:
    """All that rules say about each of some cases, in the order in which they say it."""
    return [
        [case.answer().message]
        if "facts" in case.data
        else [text for finding in case.findings() for text in (finding.message, finding.fix)]
        for case in cases
    ]


def other_runs(under_test: PluginUnderTest) -> Iterator[Advice]:
    """A rule says the same in every run; it is asked in others where the package has sets."""
    if not any(_has_sets(file.read_bytes()) for file in under_test.files):
        return
    others = [_in_another_run(under_test.found.module, seed) for seed in _SEEDS]
    runs = [said(under_test.cases), *(run for run in others if len(run) == len(under_test.cases))]
    reported: set[str] = set()
    for case, *texts in zip(under_test.cases, *runs, strict=True):
        if any(text != texts[0] for text in texts) and case.rule.id not in reported:
            reported.add(case.rule.id)
            message = f'about "{case.why}" it says something else in another run of Python'
            fix = "put what comes from a set in order before you say it, by sorted(…)"
            yield Advice("twice", under_test.place(case.rule), message, fix)


def _has_sets(source: bytes) -> bool:
    try:
        nodes = ast.walk(ast.parse(source))
    except SyntaxError:  # reported by the check of imports
        return False
    return any(
        isinstance(node, ast.Set | ast.SetComp)
        or (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("set", "frozenset"))
        for node in nodes
    )


def _in_another_run(package: str, seed: str) -> list[list[str]]:
    """The same as `said` there; empty where it cannot be told, because the package loads here alone."""
    ran = subprocess.run(  # noqa: S603 - the interpreter that runs, with code of our own
        [sys.executable, "-c", _ASKED],
        input=json.dumps([package, sys.path]),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    answers: list[list[str]] = json.loads(ran.stdout) if ran.returncode == 0 else []
    return answers
