"""Tests that share what is costly to make are given to one process."""

import pytest
from xdist.scheduler import LoadScopeScheduling

from .scheduling import ROOT, SHARED, Sharing


def test_what_is_shared_is_said_of_files_that_are_there() -> None:
    assert [file for file in SHARED if not (ROOT / file).is_file()] == []


def test_tests_of_two_files_that_share_something_are_one_piece_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LoadScopeScheduling, "__init__", lambda _: None)
    scope = Sharing()._split_scope
    assert scope("tests/test_distribution.py::test_one") == scope("tests/test_fifth_sector.py::test_two[a::b]")
    assert scope("tests/test_laws.py::test_one") != scope("tests/test_laws.py::test_two")
