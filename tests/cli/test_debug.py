"""What a plugin ends in is shown to nobody who has not asked for it by --debug: it may be about somebody."""

from pathlib import Path

import pytest

from tests.running import run_here
from tests.testing.made import SCREENING, install, write

CRASHES = "raise ValueError(f'housed since {housed_since}')"
PROGRAMME = """\
format = 1

[programme]
sectors = ["housing"]

[screening]
collects = ["housed_since"]

[screening.housing]
settled = "3 months"
"""
PEOPLE = "id,housed_since\nA-1,2026-02-01\nA-2,2026-02-02\n"


def ask(folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, *args: str) -> tuple[str, str]:
    """What a command shows with a made-up sector: its answer, and what it says beside it."""
    place = folder / "installed"
    install(place, write(place, monkeypatch, {"screening.py": module}, "housing"))
    (folder / "programme.toml").write_text(PROGRAMME)
    (folder / "people.csv").write_text(PEOPLE)
    ran = run_here(args, folder, importable=[place])
    return ran.stdout, ran.stderr


def decide(folder: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> tuple[str, str]:
    module = SCREENING.replace("return on", f"{CRASHES}\n    return on")
    return ask(folder, monkeypatch, module, "decide", "screening", "programme.toml", "people.csv", *more)


def test_a_crash_is_told_by_its_kind_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer, beside = decide(tmp_path, monkeypatch)
    assert "the rule could not be applied: it ended in ValueError" in answer
    assert "2026-02" not in answer + beside
    assert "Traceback" not in answer + beside


def test_debug_shows_each_place_once_with_the_line_and_what_it_ended_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, beside = decide(tmp_path, monkeypatch, "--debug")
    assert "2026-02" not in answer
    assert beside.count("Traceback") == beside.count("a plugin ended in ValueError") == 1
    line = SCREENING[: SCREENING.index("    return on")].count("\n") + 1
    assert f'mentorkit_housing/screening.py", line {line}, in settled_before_mentoring\n' in beside
    assert f"    {CRASHES}\n" in beside
    assert beside.endswith("ValueError: housed since 2026-02-01\n")
    assert "Traceback" not in decide(tmp_path / "again", monkeypatch)[1], "it ends with the command"


def test_debug_shows_what_keeps_a_plugin_from_loading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, beside = ask(tmp_path, monkeypatch, "import nothing_like_it\n", "validate", "programme.toml", "--debug")
    assert 'mentorkit_housing/screening.py", line 1, in <module>\n    import nothing_like_it\n' in beside
    assert "not judged: the plugin housing (mentorkit-housing 1.0) is broken" in beside
