"""The pages of the project, and holding one to what it shows."""

import re
from pathlib import Path

from tests.building import ROOT

from .blocks import RUN, Block, Page, blocks_of

PAGES = sorted(
    page
    for page in ROOT.rglob("*.md")
    if not any(part.startswith(".") or part in ("golden", "changes") for part in page.relative_to(ROOT).parts)
)
NEW_SECTOR = ROOT / "docs" / "sectors" / "first-sector.md"
"""The page that makes a distribution of its own, and an environment for it."""
RUN_BY_CI = 2
"""The README's first console blocks set everything up and run these tests; .ci/run runs them."""


def hold(page: Path, reader: Page, update: bool) -> None:
    """Runs the blocks of a page in order; each has to print what the page says, or is written anew."""
    text = page.read_text(encoding="utf-8")
    blocks = blocks_of(text)
    is_readme = page == ROOT / "README.md"
    left_to_ci = [block for block in blocks if block.language == "console"][:RUN_BY_CI] if is_readme else []
    for block in blocks:
        if block not in left_to_ci:
            reader.run(block)
    reader.prove_rules()
    if update:
        page.write_text(_with_answers(text, reader.told), encoding="utf-8")
    wrong = {line: said for line, said in reader.told.items() if said != _block_at(blocks, line).text}
    assert wrong == {}, "pytest tests/guide --update writes what is printed into the page"
    # Found in another way than they were run, so that no fence is passed over because of how it is written.
    fences = re.findall(rf"^[ >]*(?:```+|~~~+) *\{{?(?:{'|'.join(RUN)})", text, re.MULTILINE)
    assert len(reader.ran) + len(left_to_ci) == len(fences), "a block that is to run has not been run"


def _block_at(blocks: list[Block], line: int) -> Block:
    return next(block for block in blocks if block.line == line)


def _with_answers(text: str, told: dict[int, str]) -> str:
    """The page with what its commands print; the last block first, so that lines keep their numbers."""
    lines = text.splitlines(keepends=True)
    for line, said in sorted(told.items(), reverse=True):
        end = next(number for number in range(line, len(lines)) if lines[number].startswith("```"))
        lines[line:end] = [said]
    return "".join(lines)
