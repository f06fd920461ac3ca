"""The page in a real browser: by keyboard, with and without script, in the dark, on paper, and asking for nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Chromium, such as Debian's package chromium; CHROMIUM names one elsewhere"
)
VIEW = "document.querySelector('svg.picture').getAttribute('viewBox')"


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def open_page(browser: "Browser", drawn: Callable[..., str], tmp_path: Path) -> Iterator[Callable[..., "Page"]]:
    """Opens the page of the small network; at the end nothing may have been asked for, refused or gone wrong."""
    file = tmp_path / "network.html"
    file.write_text(drawn("html"), encoding="utf-8")
    requests: list[str] = []
    complaints: list[str] = []
    contexts = []

    def open_it(**how: Any) -> "Page":
        contexts.append(browser.new_context(**how))
        page = contexts[-1].new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert requests == [file.as_uri()] * len(contexts)
    assert complaints == []


def press(page: "Page", *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focused(page: "Page") -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.dataset.row || ''"))


def tab_to(page: "Page", wanted: str) -> None:
    for _ in range(60):
        if focused(page) == wanted:
            return
        press(page, "Tab")
    pytest.fail(f"{wanted} cannot be reached with the Tab key")


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["as it opens", "with a detail", "filtered"])
def test_the_accessibility_checker_finds_nothing(open_page: Callable[..., "Page"], scheme: str, state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page = open_page(color_scheme=scheme)
    if state == "with a detail":
        page.locator("a[data-row=member-3]").click()
    elif state == "filtered":
        page.locator("#need").select_option(label="housing")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@needs_browser
def test_a_key_moves_the_picture_and_brings_it_nearer(open_page: Callable[..., "Page"]) -> None:
    page = open_page()

    def view() -> tuple[float, ...]:
        return tuple(map(float, page.evaluate(VIEW).split()))

    whole = view()
    tab_to(page, "viewport")
    press(page, "ArrowRight")
    assert view() == whole, "there is nothing beyond the edge"
    press(page, "+", "+")
    near = view()
    assert near[2] == pytest.approx(whole[2] / 1.4**2)
    assert near[0] + near[2] / 2 == pytest.approx(whole[2] / 2), "the middle stays"
    press(page, "ArrowRight", "ArrowDown")
    assert view()[0] > near[0]
    assert view()[1] > near[1]
    press(page, "ArrowLeft", "ArrowUp")
    assert view() == pytest.approx(near)
    press(page, "-")
    assert view()[2] == pytest.approx(whole[2] / 1.4)
    press(page, "0")
    assert view() == whole
    tab_to(page, "zoom-in") if focused(page) == "zoom-in" else page.locator("#zoom-in").focus()
    press(page, "Enter")
    assert view()[2] == pytest.approx(whole[2] / 1.4)
    page.locator("#zoom-all").click()
    assert view() == whole


@needs_browser
def test_wheel_and_mouse_move_the_picture_without_opening_anything(open_page: Callable[..., "Page"]) -> None:
    page = open_page()
    whole = page.evaluate(VIEW)
    box = page.locator("#viewport").bounding_box()
    assert box
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.wheel(0, -100)
    page.wait_for_function("scrollY >= 0")
    assert page.evaluate(VIEW) == whole, "the wheel scrolls the page until the picture is in focus"
    page.locator("#viewport").focus()
    page.mouse.wheel(0, -100)
    page.wait_for_function(f"{VIEW} !== {whole!r}")
    near = page.evaluate(VIEW)
    page.locator("a[data-row=member-3]").hover()
    page.mouse.down()
    page.mouse.move(middle[0] - 200, middle[1] - 60, steps=4)
    page.mouse.up()
    assert page.evaluate(VIEW) != near
    assert page.locator("#detail").is_hidden()
    page.locator("a[data-row=member-3]").focus()
    press(page, "Enter")
    assert page.locator("#detail").is_visible(), "the next choice counts again"


@needs_browser
def test_enter_on_a_member_tells_about_it_and_escape_leads_back(open_page: Callable[..., "Page"]) -> None:
    page = open_page()
    tab_to(page, "member-3")
    press(page, "Enter")
    assert focused(page) == "detail-title"
    assert page.locator("#detail-title").inner_text() == 'Coordinator of "peer" & <volunteer> mentors'
    told = page.locator("#detail-list").inner_text()
    assert "Monday to Friday 09:00 to 17:00, Saturday 10:00 to 12:00" in told
    assert "2 error" in told
    assert "Refuge" in told
    press(page, "Escape")
    assert focused(page) == "member-3"
    assert page.locator("#detail").is_hidden()
    page.locator("a[data-row=member-6]").focus()
    press(page, "Enter")
    assert "is the deputy on\nPeer mentor escalates to Coordinator" in page.locator("#detail-list").inner_text()
    tab_to(page, "detail-close")
    press(page, "Enter")
    assert focused(page) == "member-6"
    tab_to(page, "link-0")
    press(page, "Enter")
    assert page.locator("#detail-title").inner_text() == "Link 0"


@needs_browser
def test_the_filter_leaves_what_is_on_the_way_to_an_answer(open_page: Callable[..., "Page"]) -> None:
    page = open_page()
    tab_to(page, "need")
    press(page, "h")  # as one chooses in a list with the keyboard
    assert page.locator("#answer").inner_text() == (
        "4 of 6 members and 3 of 7 links are on the way to an answer for housing"
    )
    clear = page.locator("svg a.member:not(.dim)").evaluate_all("parts => parts.map(part => part.dataset.row)")
    assert sorted(clear) == ["member-1", "member-2", "member-3", "member-5"]
    assert page.locator("tr[data-says]:visible").count() == 3
    press(page, "ArrowUp", "ArrowUp")
    assert page.locator("svg .dim").count() == 0
    assert page.locator("#answer").inner_text() == ""


@needs_browser
def test_it_tells_everything_without_script(open_page: Callable[..., "Page"]) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator("svg.picture").is_visible()
    assert not page.locator(".controls").is_visible()
    assert page.locator("table:visible").count() == 3
    page.locator("a[data-row=member-3]").click()
    assert page.url.endswith("#member-3")


@needs_browser
def test_texts_fit_their_boxes_in_a_browser_too(open_page: Callable[..., "Page"]) -> None:
    outside = """() => [...document.querySelectorAll("svg.picture .member text, svg.picture .link text")]
      .filter((text) => {
        const inner = text.getBoundingClientRect();
        const outer = text.closest("a").querySelector("rect").getBoundingClientRect();
        return inner.left < outer.left || inner.right > outer.right || inner.top < outer.top - 1
          || inner.bottom > outer.bottom + 1;
      }).map((text) => text.textContent)"""
    assert open_page().evaluate(outside) == []


@needs_browser
def test_on_paper_there_is_the_whole_picture_and_nothing_to_press(open_page: Callable[..., "Page"]) -> None:
    page = open_page(color_scheme="dark")
    page.locator("#zoom-in").click()
    page.locator("a[data-row=member-3]").click()
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(VIEW).startswith("0 0 ")
    assert page.locator(".controls, #hint, #detail, .skip").evaluate_all(
        "parts => parts.every(part => getComputedStyle(part).display === 'none')"
    )
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


class _Outline(HTMLParser):
    """The ids of a page, and where its links lead."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(said)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [known["id"] or ""] if "id" in known else []
        self.links |= {known["href"] or ""} if "href" in known else set()


def test_every_link_of_the_page_leads_to_something_on_it(drawn: Callable[..., str]) -> None:
    outline = _Outline(drawn("html"))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.links <= {f"#{id_}" for id_ in outline.ids}
    assert {"#member-6", "#link-6", "#finding-6", "#tables"} <= outline.links


def test_the_tables_say_who_answers_how_soon_and_when_nobody_does(drawn: Callable[..., str]) -> None:
    said = drawn("html")
    assert "Person in treatment: after 1 day 15 minutes at the soonest" in said
    assert "Peer mentor: after 15 minutes at the soonest" in said
    assert "Person in treatment: at any hour" in said, "a day is too long where it has to be an hour"
    assert "from 6 weeks before release" in said
