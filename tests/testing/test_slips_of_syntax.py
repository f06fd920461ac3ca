"""A file of a plugin that is no Python, one that the plugin needs and one that nothing imports."""

from pathlib import Path

import pytest

from mentorkit.testing import check_plugin

from .made import write
from .spoiled import advice_from


def test_of_a_plugin_that_does_not_load_only_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path, monkeypatch, {"screening.py": "def slip(:\n"})
    assert {advice.check for advice in check_plugin(package)} <= {"loads"}


def test_a_stray_file_that_is_no_python_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path, monkeypatch, {"draft.py": "import attrs\nhousing rules\n"})
    (advice,) = advice_from("imports", package)
    assert (advice.about, advice.fix) == (f"{package}/draft.py:2", "fix it, or remove it")
    assert advice.message.startswith("it is not valid Python, so nobody can see what it imports: invalid syntax")


def test_a_file_in_another_encoding_that_says_so_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = write(tmp_path, monkeypatch, {"draft.py": ""})
    drafts = list(tmp_path.rglob("draft.py"))
    assert len(drafts) == 1
    drafts[0].write_bytes('# coding: latin-1\n"""Café."""\nimport mentorkit.core\n'.encode("latin-1"))
    (advice,) = advice_from("imports", package)
    assert advice.about == f"{package}/draft.py:3"
