"""mentorkit plugin check: the conformance kit without pytest, on an installed plugin."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.testing.made import FILES, SCREENING, install, write

from .conftest import Run

CHECKS = [
    *("loads", "ids", "shipped", "lazy", "imports", "sources", "keys", "outcomes", "no-io"),
    *("cases", "asked", "crashes"),
    *("reads", "unknown", "places", "choices", "dates", "messages", "twice"),
    *("law-1-order", "law-2-knowledge", "law-3-stricter", "law-4-sectors", "law-5-round-trip", "time", "template"),
]
ABOUT = "HSG101 (mentorkit_housing/screening.py:11)"
MESSAGE = 'the source "Their book" has no address at which it can be read'
FIX = "give it one that begins with https://"
FEW = 10
"""Examples of a law, where a test is about how something else is told."""
SPOILED = {
    "screening.py": SCREENING.replace("https://example.org/book", "on our shelf").replace('"A book"', '"Their book"')
}


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, str | None]) -> Path:
    """Installs the made-up plugin as the sector housing in a folder; gives the folder."""
    place = folder / "installed"
    install(place, write(place, monkeypatch, changes, "housing"))
    return place


def test_a_plugin_that_keeps_the_contract_ends_in_0(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = installed(tmp_path, monkeypatch, {})
    ran = run("plugin", "check", "housing", importable=[place])
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "housing (mentorkit-housing 1.0): 26 checks, nothing to fix\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["installed"], "nothing is left behind where it was called"


def test_what_is_to_be_mended_is_told_and_ends_in_1(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = installed(tmp_path, monkeypatch, {**SPOILED})
    monkeypatch.setattr("mentorkit.testing.laws._EXAMPLES", FEW)
    ran = run("plugin", "check", "housing", importable=[place])
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout == (
        f"housing (mentorkit-housing 1.0): 26 checks, 1 to fix\n  {ABOUT}: sources: {MESSAGE}\n    do: {FIX}\n"
    )


def test_a_plugin_that_does_not_announce_its_prefix_is_helped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, write(tmp_path, monkeypatch, {}, "housing"), announced=False)
    monkeypatch.setattr("mentorkit.testing.laws._EXAMPLES", FEW)
    ran = run("plugin", "check", "housing", importable=[tmp_path])
    assert (ran.returncode, ran.stderr) == (1, "")
    fix = 'HSG = "mentorkit_housing" to [project.entry-points."mentorkit.prefix"] in its pyproject.toml'
    assert ran.stdout == (
        "housing (mentorkit-housing 1.0): 26 checks, 1 to fix\n"
        "  mentorkit_housing: ids: its distribution does not announce the prefix HSG, "
        f"so every programme imports it to find out\n    do: add {fix}, and install it again\n"
    )


def test_json_has_the_same_and_nothing_that_a_rule_prints(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = SPOILED["screening.py"].replace("    return on", "    print('here')\n    return on")
    place = installed(tmp_path, monkeypatch, {"screening.py": module})
    monkeypatch.setattr("mentorkit.testing.laws._EXAMPLES", FEW)
    ran = run("plugin", "check", "housing", "--format", "json", importable=[place])
    assert ran.returncode == 1
    printing = "it uses print while it runs (terminal)"
    assert json.loads(ran.stdout) == {
        "version": 1,
        "checks": CHECKS,
        "skipped": [],
        "plugins": [
            {
                "name": "housing",
                "distribution": "mentorkit-housing",
                "version": "1.0",
                "advice": [
                    {"check": "sources", "about": ABOUT, "message": MESSAGE, "fix": FIX},
                    {
                        "check": "no-io",
                        "about": ABOUT,
                        "message": printing,
                        "fix": "return, or yield, what you want to say",
                    },
                ],
            }
        ],
    }


def test_without_hypothesis_the_laws_are_skipped_and_said_to_be(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = installed(tmp_path, monkeypatch, {})
    Path(place, "sitecustomize.py").write_text("import sys\nsys.modules['hypothesis'] = sys.modules['pytest'] = None\n")
    ran = run("plugin", "check", "housing", PYTHONPATH=str(place))
    assert ran.returncode == 0
    assert ran.stdout == "housing (mentorkit-housing 1.0): 21 checks, nothing to fix\n"
    assert ran.stderr == (
        "skipped: law-1-order, law-2-knowledge, law-3-stricter, law-4-sectors, law-5-round-trip: needs Hypothesis: "
        "pip install 'mentorkit[testing]'\n"
    )


def test_a_plugin_that_does_not_load_is_told_why(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = installed(tmp_path, monkeypatch, {"screening.py": "raise ValueError('no')"})
    ran = run("plugin", "check", "housing", importable=[place])
    assert ran.returncode == 1
    about = "mentorkit_housing (mentorkit_housing/screening.py:1)"
    assert f"  {about}: loads: its hook mentorkit_screening ended in ValueError: no\n    do: fix" in ran.stdout


def test_a_sector_that_is_not_installed_ends_in_2(run: Run) -> None:
    ran = run("plugin", "check", "substence")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert 'there is no sector "substence" here; did you mean "substance"? write "substance"; ' in ran.stderr


def test_a_bar_shows_on_a_terminal_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = installed(tmp_path, monkeypatch, {**FILES})
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(place), "TERM": "xterm"}
    command = [sys.executable, "-m", "mentorkit", "plugin", "check", "housing"]
    ran = subprocess.run(command, stderr=theirs, stdout=subprocess.PIPE, cwd=tmp_path, env=environment, check=True)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert ran.stdout == b"housing (mentorkit-housing 1.0): 26 checks, nothing to fix\n"
    assert "checking" in shown
    assert "100%" in shown
