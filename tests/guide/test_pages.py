"""Every page says what is so: its blocks run, in order, in one folder, and print what it says they print."""

import re
from pathlib import Path

import pytest

from tests.building import ROOT, UV

from .blocks import READ, RUN, Block, Page, blocks_of

pytestmark = pytest.mark.long
PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part in ("golden", "changes") for part in page.relative_to(ROOT).parts)
)
RUN_BY_CI = 2
"""The README's first console blocks set everything up and run these tests; .ci/run runs them."""


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_block_of_a_page_runs_and_prints_what_the_page_says(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = page.read_text(encoding="utf-8")
    if "$ uv " in text and UV is None:
        pytest.skip("needs uv; the README's first command installs it")
    blocks = blocks_of(text)
    left_to_ci = [block for block in blocks if block.language == "console"][:RUN_BY_CI] if is_readme(page) else []
    with_sector = page.parent.name == "sectors" and "mentorkit plugin new" not in text
    reader = Page(tmp_path, with_sector, makes_environment="$ uv sync" in text)
    for block in blocks:
        if block not in left_to_ci:
            reader.run(block)
    reader.prove_rules()
    if request.config.getoption("--update"):
        page.write_text(with_answers(text, reader.told), encoding="utf-8")
    wrong = {line: said for line, said in reader.told.items() if said != block_at(blocks, line).text}
    assert wrong == {}, "pytest tests/guide --update writes what is printed into the page"
    # Found in another way than they were run, so that no fence is passed over because of how it is written.
    fences = re.findall(rf"^[ >]*(?:```+|~~~+) *\{{?(?:{'|'.join(RUN)})", text, re.MULTILINE)
    assert len(reader.ran) + len(left_to_ci) == len(fences), "a block that is to run has not been run"


def is_readme(page: Path) -> bool:
    return page == ROOT / "README.md"


def block_at(blocks: list[Block], line: int) -> Block:
    return next(block for block in blocks if block.line == line)


def with_answers(text: str, told: dict[int, str]) -> str:
    """The page with what its commands print; the last block first, so that lines keep their numbers."""
    lines = text.splitlines(keepends=True)
    for line, said in sorted(told.items(), reverse=True):
        end = next(number for number in range(line, len(lines)) if lines[number].startswith("```"))
        lines[line:end] = [said]
    return "".join(lines)


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
