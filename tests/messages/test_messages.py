"""Every message that a service can be told, in full; after a change that is meant: `pytest tests/messages --update`.

Read the difference as somebody who has never seen the code: what is wrong, where, and what to do about it.
"""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import pytest

from tests.golden_files import hold

from .not_shown import NOT_SHOWN
from .sites import Site, reaching, sites
from .situation import ROOT, Situation, told

THEMES: Mapping[str, Sequence[Situation]] = {
    found.name: module.SITUATIONS
    for found in pkgutil.iter_modules([str(Path(__file__).parent)])
    if found.name != Path(__file__).stem
    if hasattr(module := importlib.import_module(f".{found.name}", __package__), "SITUATIONS")
}
pytestmark = pytest.mark.long
GOLDEN = ROOT / "tests" / "golden" / "messages"


@attrs.frozen
class Told:
    """What all situations showed.

    Attributes:
        pages: by theme.
        reached: the places in the code that told it.
    """

    pages: Mapping[str, str]
    reached: set[Site]


@pytest.fixture(scope="session")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Every situation, run once."""
    pages = {}
    with reaching() as reached:
        for theme, situations in THEMES.items():
            parts = [told(situation, tmp_path_factory.mktemp("situation")) for situation in situations]
            pages[theme] = "\n".join([f"# {theme.replace('_', ' ').capitalize()}\n", *parts])
    return Told(pages, reached)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_told_is_exactly_this(all_told: Told, theme: str, update: bool) -> None:
    hold(GOLDEN / f"{theme}.md", all_told.pages[theme], update)


def test_every_place_that_tells_something_was_reached(all_told: Told) -> None:
    missed = {
        f"{file}:{line} ({function})"
        for (file, line), function in sites().items()
        if (file, line) not in all_told.reached and file not in NOT_SHOWN and f"{file}:{function}" not in NOT_SHOWN
    }
    assert sorted(missed) == [], "add a situation, or say in not_shown.py why nobody is told this"


def test_every_exception_is_needed(all_told: Told) -> None:
    missed = {
        entry
        for (file, line), function in sites().items()
        if (file, line) not in all_told.reached
        for entry in (file, f"{file}:{function}")
    }
    assert sorted(set(NOT_SHOWN) - missed) == [], "take it out of not_shown.py"


def test_no_situation_meets_a_slip_of_ours_and_each_has_a_title_of_its_own(all_told: Told) -> None:
    slips = [theme for theme, page in all_told.pages.items() if "because of an internal error" in page]
    assert slips == ["usage"], "there it is made to happen"
    assert all_told.pages["usage"].count("because of an internal error") == 1
    titles = [situation.title for situations in THEMES.values() for situation in situations]
    assert len(titles) == len(set(titles))
