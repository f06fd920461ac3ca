"""A network as one self-contained page: picture, tables and findings, usable without script and without a mouse."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from mentorkit.drawing.markup import Markup, joined, tag
from mentorkit.drawing.scene import Scene
from mentorkit.drawing.style import PICTURE_CSS
from mentorkit.drawing.svg import svg_in_page
from mentorkit.drawing.tables import findings_list, links_table, members_table, needs_table, sorted_needs
from mentorkit.network.graph import on_the_way

_HINT = (
    "Choose a member or link to read about it. With the picture in focus, arrow keys move it, + and − bring it nearer "
    "or farther, as the wheel does, and 0 shows all of it."
)


def page(scene: Scene, about: str, confidential: frozenset[str]) -> str:
    """The page.

    Args:
        scene: the network.
        about: a line under the title.
        confidential: the members whose contact details are left out.
    """
    style, script = f"{PICTURE_CSS}\n{_file('page.css')}", _file("page.js")
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        joined(
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", f"Network of {scene.title}"),
            tag("style", Markup(style)),
        ),
    )
    needs = _needs_by_row(scene)
    body = tag(
        "body",
        joined(
            tag("a", "Skip the picture", href="#tables", class_="skip"),
            tag("header", tag("h1", scene.title), tag("p", about, class_="soft"), *_left_out(confidential)),
            tag("main", joined(_picture(scene, about, needs), _tables(scene, needs, confidential))),
            tag("script", Markup(script)),
        ),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en-GB')}\n"


def _needs_by_row(scene: Scene) -> dict[str, str]:
    """By the id of a row, the numbers of the needs that it helps to answer."""
    found: dict[str, list[str]] = {}
    for number, (need, _) in enumerate(sorted_needs(scene), start=1):
        members, links = on_the_way(scene.network, need)
        for row in [f"member-{scene.number(who)}" for who in members] + [f"link-{at}" for at in links]:
            found.setdefault(row, []).append(str(number))
    return {row: " ".join(numbers) for row, numbers in found.items()}


def _left_out(confidential: frozenset[str]) -> list[Markup]:
    number = len(confidential)
    if not number:
        return []
    whom = "1 confidential member" if number == 1 else f"{number} confidential members"
    return [tag("p", f"Details of how or where to find {whom} are left out.", class_="soft")]


def _picture(scene: Scene, about: str, needs: dict[str, str]) -> Markup:
    options = [
        tag("option", scene.name(need), value=number) for number, (need, _) in enumerate(sorted_needs(scene), start=1)
    ]
    choice = tag("select", tag("option", "all needs", value=""), *options, id="need")
    controls = tag(
        "div",
        tag("label", "Show the way to an answer for ", choice),
        tag("button", "Nearer", type="button", id="zoom-in"),
        tag("button", "Farther", type="button", id="zoom-out"),
        tag("button", "Show all", type="button", id="zoom-all"),
        class_="controls scripted",
        hidden=True,
    )
    viewport = tag(
        "div",
        svg_in_page(scene, about, needs),
        class_="viewport",
        id="viewport",
        role="region",
        aria_label="Picture of the network",
        aria_describedby="hint",
    )
    detail = tag(
        "section",
        tag(
            "header",
            tag("h3", id="detail-title", tabindex=-1),
            tag("button", "Close", type="button", id="detail-close"),
        ),
        tag("dl", id="detail-list"),
        class_="detail",
        id="detail",
        aria_labelledby="detail-title",
        hidden=True,
    )
    return tag(
        "section",
        joined(
            tag("h2", "Picture", id="picture"),
            controls,
            tag("p", _HINT, id="hint", class_="soft hint scripted", hidden=True),
            tag("p", id="answer", role="status"),
            viewport,
            detail,
        ),
        aria_labelledby="picture",
    )


def _tables(scene: Scene, needs: dict[str, str], confidential: frozenset[str]) -> Markup:
    waived = (
        f"{scene.waived} more {'is' if scene.waived == 1 else 'are'} set aside by a waiver." if scene.waived else ""
    )
    return tag(
        "div",
        joined(
            tag("h2", "Findings"),
            findings_list(scene),
            tag("p", waived) if waived else "",
            tag("h2", "Needs and risks"),
            needs_table(scene),
            tag("h2", "Members"),
            members_table(scene, needs, confidential),
            tag("h2", "Links"),
            links_table(scene, needs),
        ),
        class_="tables",
        id="tables",
        tabindex=-1,
    )


def _file(name: str) -> str:
    return files("mentorkit.drawing").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a content security policy names what it allows."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
