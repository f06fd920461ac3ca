"""Texts from a file within Markdown: they read as they were written, link nowhere and notify nobody."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mentorkit.text.markdown import escaped
from mentorkit.text.words import visible
from tests.examples import examples

PIECES = ("www", "http", "mailto", "gh", "team", "x", "12", *"@#:/.-_*`[]()<>\\&! ")


def rendered(markdown: str) -> str:
    """The text that a heading of it shows; what follows in a link or a mark would not be of one text."""
    (inline,) = (token for token in MarkdownIt("commonmark").parse(f"# x{markdown}x") if token.type == "inline")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or ())[1:-1]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://x.example", "https:&#8203;//x.example"),
        ("WWW.x.example", "WWW&#8203;.x.example"),
        ("mailto:a@x.example", "mailto:a@&#8203;x.example"),
        ("@team", "@&#8203;team"),
        ("#12", "\\#&#8203;12"),
        ("x/y#12", "x/y\\#&#8203;12"),
        ("GH-12", "GH-&#8203;12"),
        ("# heading, part 3: a/b", "\\# heading, part 3: a/b"),
    ],
)
def test_what_would_become_a_link_or_a_mention_is_parted(text: str, written: str) -> None:
    assert escaped(text) == written


@examples(200)
@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_a_text_reads_as_it_was_written_and_links_nowhere(text: str) -> None:
    shown = rendered(escaped(text))
    assert shown.replace("\u200b", "") == visible(text).replace("\t", " ")
    assert not re.search(r"://|www\.|@[\w.-]|#[0-9]|gh-[0-9]", shown, re.IGNORECASE)
