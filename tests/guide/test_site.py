"""The guide builds without a warning: every link, anchor and reference of its pages leads somewhere."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    ran = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "--keep-going", "-n", "docs", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return folder


def test_what_a_picture_shows_is_said_on_one_line() -> None:
    """The site's generator joins the last word of a line to the first of the next."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.md"))}
    pictures = {page: re.findall(r"!\[([^\]]*)\]\(", text) for page, text in pages.items()}
    assert any(pictures.values())
    assert [(page, said) for page, shown in pictures.items() for said in shown if not said or "\n" in said] == []


class Asked(HTMLParser):
    """What a page fetches when it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the tag makes a browser fetch."""
        given = dict(attrs)
        wanted = given.get("href") if tag == "link" else given.get("src")
        self.addresses += [wanted] if wanted else []


def test_the_built_guide_fetches_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        reader = Asked()
        reader.feed(page.read_text(encoding="utf-8"))
        assert [address for address in reader.addresses if "//" in address] == [], page


def test_every_page_has_one_title_so_that_the_order_of_the_guide_shows_pages_alone(site: Path) -> None:
    titles = {page: page.read_text(encoding="utf-8").count("<h1>") for page in site.rglob("*.html")}
    assert {page: count for page, count in titles.items() if count > 1} == {}


def test_every_page_is_in_the_built_guide(site: Path) -> None:
    pages = {page.relative_to(ROOT / "docs").with_suffix("") for page in (ROOT / "docs").rglob("*.md")}
    built = {page.relative_to(site).with_suffix("") for page in site.rglob("*.html")}
    assert pages - built == {Path("README")}, "it is the index"
