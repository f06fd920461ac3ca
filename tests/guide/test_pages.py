"""Every page says what is so: its blocks run, in order, in one folder, and print what it says they print."""

from pathlib import Path

import pytest

from tests.building import ROOT

from .blocks import READ, RUN, Block, Page, blocks_of
from .pages import NEW_SECTOR, PAGES, RUN_BY_CI, hold

pytestmark = pytest.mark.long


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# The one that is left out is run by tests/new_plugin, with mentorkit from a wheel.
@pytest.mark.parametrize("page", [page for page in PAGES if page != NEW_SECTOR], ids=ids)
def test_every_block_of_a_page_runs_and_prints_what_the_page_says(page: Path, tmp_path: Path, update: bool) -> None:
    hold(page, Page(tmp_path, with_sector=page.parent == NEW_SECTOR.parent), update)


def test_what_is_left_to_ci_is_run_there() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"README.md | head -{RUN_BY_CI})" in script
    assert all(f'bash -c "${{commands[{number}]}}"' in script for number in range(RUN_BY_CI))


def test_what_a_newcomer_reads_first_fits_on_a_screen() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) <= 100
    shown = [block for block in blocks_of(readme) if block.language == "console"][RUN_BY_CI:]
    shown += blocks_of((ROOT / "docs" / "one-person.md").read_text(encoding="utf-8"))
    assert len(shown) == 3
    assert all(len(block.text.splitlines()) <= 30 for block in shown)


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (Block("sh", "mentorkit --version\n", 1), "say one of"),
        (Block("", "mentorkit --version\n", 1), "no language"),
        (Block("console", "mentorkit --version\n", 1), "begin each command"),
        (Block("text", "$ mentorkit --version\n", 1), "say console"),
        (Block("toml", '[screening]\ncollect = ["x"]\n', 1), "collect"),
        (Block("python", "raise ValueError('told')\n", 1), "told"),
    ],
    ids=lambda given: given.language if isinstance(given, Block) else None,
)
def test_a_block_that_does_not_run_fails_its_page(block: Block, fault: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=fault):
        Page(tmp_path).run(block)


def test_a_rule_that_its_cases_do_not_prove_fails_its_page(tmp_path: Path) -> None:
    reader = Page(tmp_path, with_sector=True)
    (tmp_path / "src/mentorkit_housing/cases/HSG101").mkdir(parents=True)
    with pytest.raises(AssertionError):
        reader.prove_rules()


def test_languages_are_run_or_read_and_not_both() -> None:
    assert not set(RUN) & set(READ)
