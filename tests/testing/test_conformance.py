"""The class that is the whole test of a plugin, run by pytest as its author runs it; and what reading cases loads."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mentorkit.testing.checks import CHECKS

from .made import SCREENING, write

TEST = """\
from mentorkit.testing import Conformance


class TestHousing(Conformance):
    package = "PACKAGE"
"""
FEW_EXAMPLES = "from mentorkit.testing import laws\n\nlaws._EXAMPLES = 10\n"
"""In conftest.py; that the plugin keeps the laws, and not only how that is told, is shown in test_declarations.py."""


def run(folder: Path, package: str, *args: str) -> str:
    """What pytest prints of the conformance test of a package."""
    (folder / "test_housing.py").write_text(TEST.replace("PACKAGE", package))
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:randomly", "test_housing.py", *args]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTEST_ADDOPTS": "", "NO_COLOR": "1"}
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert ran.stderr == ""
    return ran.stdout


def test_each_check_and_each_case_is_a_test_with_a_name_that_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, {})
    (tmp_path / "conftest.py").write_text(FEW_EXAMPLES)
    told = run(tmp_path, package, "-v")
    assert re.findall(r"::TestHousing::(test_\w+)\[(.*)\] PASSED", told) == [
        *(
            ("test_plugin", name)
            for name in ("loads", "ids", "shipped", "lazy", "imports", "sources", "keys", "outcomes", "no-io")
        ),
        *(
            ("test_plugin", name)
            for name in ("asked", "crashes", "reads", "unknown", "places", "choices", "dates", "messages", "twice")
        ),
        *(("test_plugin", name) for name in ("law-1-order", "law-2-knowledge", "law-3-stricter", "law-4-sectors")),
        *(("test_plugin", name) for name in ("law-5-round-trip", "time", "template")),
        ("test_case", "HSG001/clean-counted"),
        ("test_case", "HSG001/warning-not-counted"),
        ("test_case", "HSG101/clean-three-months"),
        ("test_case", "HSG101/error-a-week"),
        ("test_case", "HSG101/not-yet-one-month"),
        ("test_case", "HSG101/proceed-on-the-day"),
        ("test_case", "HSG101/refer-not-known"),
    ]
    assert "32 passed" in told


def test_a_failure_reads_like_advice_and_shows_nothing_of_the_kit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = SCREENING.replace("https://example.org/book", "on our shelf")
    changes = {"screening.py": module, "cases/HSG101/clean-broken.toml": "a ="}
    package = write(tmp_path, monkeypatch, changes)
    (tmp_path / "conftest.py").write_text(FEW_EXAMPLES)
    told = run(tmp_path, package)
    assert "2 failed, 31 passed" in told
    source = (
        'the source "A book" has no address at which it can be read\n    do: give it one that begins with https://\n'
    )
    assert f"\nHSG101 ({package}/screening.py:11): {source}" in told
    broken = "it is not valid TOML: Invalid value (at end of document)"
    assert f"\ncases/HSG101/clean-broken.toml: {broken}\n    do: fix it" in told
    assert "Traceback" not in told
    assert "PluginUnderTest" not in told


def test_a_rule_that_remembers_what_it_read_is_caught_whichever_test_is_run_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = "@cache\ndef words() -> str:\n    return open(__file__).read()\n\n\n@rule("
    module = SCREENING.replace("from datetime", "from functools import cache\nfrom datetime", 1)
    module = module.replace("@rule(", reads).replace("    return on", "    words()\n    return on")
    package = write(tmp_path, monkeypatch, {"screening.py": module})
    (tmp_path / "conftest.py").write_text(
        FEW_EXAMPLES + "\n\ndef pytest_collection_modifyitems(items):\n    items.reverse()\n"
    )
    told = run(tmp_path, package)
    assert "1 failed, 31 passed" in told
    assert "test_plugin[no-io]" in told
    assert "it uses open (screening.py) while it runs (files)\n    do: write what it needs into the module\n" in told


def test_of_a_plugin_that_does_not_load_one_test_fails_and_the_others_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, {"screening.py": "raise ValueError"})
    told = run(tmp_path, package)
    assert "1 failed, 1 passed, 24 skipped" in told
    assert f"{package} ({package}/screening.py:1): its hook mentorkit_screening ended in ValueError\n" in told


def test_without_hypothesis_the_laws_fail_and_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = write(tmp_path, monkeypatch, {})
    (tmp_path / "conftest.py").write_text("import sys\nsys.modules['hypothesis'] = None\n")
    told = run(tmp_path, package, "-p", "no:hypothesispytest")
    assert "5 failed, 27 passed" in told
    assert "law-1-order needs Hypothesis: pip install 'mentorkit[testing]'\n" in told


def test_the_page_on_conformance_has_a_section_for_each_check() -> None:
    page = (Path(__file__).parents[2] / "docs" / "conformance.md").read_text(encoding="utf-8")
    assert re.findall(r"^### `(.*)`$", page, re.M) == [check.name for check in CHECKS]


def test_reading_cases_needs_neither_pytest_nor_hypothesis() -> None:
    code = "import sys, mentorkit.testing; print(sorted({'pytest', 'hypothesis'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
