"""Documentation that fails when it is false: generated pages, links, JSON, the evidence; `guide/` runs the blocks."""

import ast
import csv
import html
import json
import re
import runpy
from pathlib import Path

import pytest

from mentorkit.core.source import Source
from mentorkit.registry.load import Plugins
from mentorkit.reports.evidence import REASONS, evidence
from mentorkit.validation.file_checks import FILE_CHECKS
from tests.golden_files import sources, undocumented

ROOT = Path(__file__).parent.parent
COLUMNS = ("id", "sector", "stage", "basis", "check")
PLUGINS = Plugins()
SECTORS = [found.name for found in PLUGINS.found if found.name != "standards"]
BOOK = PLUGINS.rulebook(SECTORS)


def _ours(*kinds: str) -> list[Path]:
    """The files of some kinds in the repository, but for links to them and for what tools have put there."""
    folders = [folder for folder in ROOT.iterdir() if folder.is_dir() and not folder.name.startswith(".")]
    files = [*ROOT.glob("*"), *(file for folder in folders for file in folder.rglob("*"))]
    return sorted(file for file in files if file.suffix[1:] in kinds and not file.is_symlink())


PAGES = [page for page in _ours("md") if not {"golden", "changes"} & {*page.relative_to(ROOT).parts}]
MODULES = {
    file: ast.unparse(ast.parse(file.read_bytes())) for file in _ours("py") if "src" in file.relative_to(ROOT).parts
}
"""The modules of every distribution, with a long text in one piece."""


def ids(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_every_generated_page_is_fresh() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    stale = [page.name for page, text in pages.items() if not page.exists() or page.read_text(encoding="utf-8") != text]
    assert stale == [], "run docs/generate.py"
    kept = {page.name for page in (ROOT / "docs" / "rules").glob("*.md")}
    assert kept == {page.name for page in pages if page.parent.name == "rules"}


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_link_to_a_file_of_ours_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("file", ["forms/decisions.json", "forms/matching.json", "forms/outcomes.json"])
def test_every_key_of_the_json_that_commands_print_is_documented(file: str) -> None:
    assert undocumented(json.loads((ROOT / "tests/golden" / file).read_text(encoding="utf-8"))) == set()


def test_the_words_of_a_source_stand_in_few_files_so_that_a_change_to_them_is_small() -> None:
    kinds = ("csv", "json", "markdown", "md", "sarif", "svg", "toml", "txt", "xml")
    now = (file for file in _ours(*kinds) if "format_1" not in file.parts)  # those are kept as they were
    texts = {file: _as_read(file) for file in now} | MODULES
    for source in sources():
        phrases = _declared(source), f"[{source.title}]({source.address})", f"{source.author}, {source.title}"[:60]
        files = [ids(file) for file, text in texts.items() if any(phrase in text for phrase in phrases)]
        assert len(files) <= 10, f"{source.author}, {source.title}: {files}"


def test_a_work_and_a_place_are_declared_once() -> None:
    code = "".join(MODULES.values())
    for source in sources():
        assert code.count(_declared(source)) == 1, source
        assert code.count(f".at({source.place!r}") <= 1, source


def test_a_page_is_declared_as_one_work_however_its_address_is_written() -> None:
    works: dict[str, set[tuple[str, str]]] = {}
    for source in sources():
        address = re.sub(r"^https?://(www\.)?", "", source.address).rstrip("/")
        works.setdefault(address, set()).add((source.author, source.title))
    # The slides of the course have no address of their own; the page of the network leads to them.
    slides = {"imroc.org/why-imroc/peer-support"}
    assert {address for address, titles in works.items() if len(titles) > 1} == slides


def _declared(source: Source) -> str:
    year = f"year={source.year}" if source.year else "address="
    return f"author={source.author!r}, title={source.title!r}, {year}"


def _as_read(file: Path) -> str:
    """A file without the breaks of comments and of a picture of a terminal, which may also cut a work off."""
    text = html.unescape(file.read_text(encoding="utf-8")).replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r"\n# +", " ", text)


def test_every_row_of_the_catalogue_is_answered_for_exactly_once() -> None:
    def rows_of(file: Path) -> list[tuple[str, ...]]:
        with file.open(encoding="utf-8", newline="") as text:
            return [tuple(row[name] for name in COLUMNS) for row in csv.DictReader(text)]

    catalogue = rows_of(ROOT / "tests" / "data" / "catalogue.csv")
    answered = rows_of(ROOT / "docs" / "evidence.csv")
    for row in catalogue:
        assert row in answered, (
            f"{row[0]} is not answered for: add it to docs/evidence.csv with the rules that encode it, or with one "
            f"of the reasons {REASONS} why none does, and with its wording in your own words"
        )
    assert answered == catalogue, "the same rows in the same order, each once"


def test_the_rows_of_the_evidence_name_every_rule_and_none_that_does_not_exist() -> None:
    known = {rule.id for rule in BOOK.rules}
    named = {rule for row in evidence() for rule in row.rules}
    assert named - known == set(), "these rules do not exist"
    assert known - named == set(), "each rule stands on a row of the evidence"


def test_every_row_that_is_left_to_another_sector_is_encoded_by_one_of_the_examples() -> None:
    encoded = set()
    for file in sorted(ROOT.glob("examples/plugins/*/src/*/evidence.csv")):
        with file.open(encoding="utf-8", newline="") as text:
            encoded |= {row["id"] for row in csv.DictReader(text) if row["rules"]}
    assert {row.id for row in evidence() if row.reason == "for another sector"} <= encoded


def test_nearly_all_rows_that_can_be_checked_are_encoded() -> None:
    checkable = [row for row in evidence() if row.check in "DR"]
    assert sum(1 for row in checkable if row.rules) / len(checkable) >= 0.95


def test_the_checks_of_the_file_itself_are_documented() -> None:
    text = (ROOT / "docs" / "reading-a-finding.md").read_text(encoding="utf-8")
    for check in FILE_CHECKS:
        assert f"`{check}`" in text, check


def test_every_place_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:src|docs|tests|plugins|changes|examples)/[\w./*-]*)`", text))
    assert [place for place in sorted(named) if not list(ROOT.glob(place.rstrip("/")))] == []
    rows = re.findall(r"^\| (`.*?) \|", text.partition("## Adding a rule")[0], re.MULTILINE)
    packages = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    inside = (path for path in (ROOT / "src/mentorkit").iterdir() if not path.name.startswith("__"))
    assert packages == {path.stem for path in inside if path.suffix in ("", ".py")}
