"""The outline of a text that is half typed, what a cursor in it stands on, and the two ways in which a text is read."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.path import Path
from mentorkit.toml.outline import Outline
from mentorkit.toml.scanner import Scanner
from tests.examples import some_of

from .written_documents import Writer

HALF_TYPED: dict[str, dict[Path, str]] = {
    'a = "x\n[t]\nb = 1': {("a",): '"x', ("t",): "[t]", ("t", "b"): "1"},
    'a = ["x", "y\nb = 2': {("a",): '["x", "y', ("a", 0): '"x"', ("a", 1): '"y', ("b",): "2"},
    "a = [\n  [true]\n[t.u]\nb = 1": {("a",): "[\n  [true]", ("t", "u"): "[t.u]", ("t", "u", "b"): "1"},
    "a = { b = 1, c\nd = 2": {("a",): "{ b = 1, c", ("a", "b"): "1", ("d",): "2"},
    "a =\nb = 2": {("a",): "", ("b",): "2"},
    "[t\na = 1": {("t",): "[t", ("t", "a"): "1"},
    "[[t]]\na = 1\n[[t\na = 2": {("t", 0, "a"): "1", ("t", 1, "a"): "2"},
    "wor\nb = 2": {("b",): "2"},
    "a = 1 junk ] }\nb = 2": {("a",): "1", ("b",): "2"},
    "= 1\nb = 2": {("b",): "2"},
    "a = 1 b = 2\nc = 3": {("a",): "1", ("c",): "3"},
    'a = "x" + "y"\nb = 2': {("a",): '"x"', ("b",): "2"},
    "a = 2026-03-31 soon\nb = 2": {("a",): "2026-03-31", ("b",): "2"},
    "a = 3€ and more\nb = 2": {("a",): "3€", ("b",): "2"},
    'a = ["x" "y", 3€]\nb = 2': {("a",): '["x" "y", 3€]', ("a", 0): '"x"', ("a", 1): '"y"', ("a", 2): "3€"},
    "a = [1,\n  2, # two\nb = 2": {("a",): "[1,\n  2,", ("a", 1): "2", ("b",): "2"},
    'a = """x\nb = 2\\': {("a",): '"""x\nb = 2\\'},
    "a.b = {c = [{d = 1}, {d\ne = 2": {("a", "b", "c", 0, "d"): "1", ("a", "b"): "{c = [{d = 1}, {d", ("e",): "2"},
    "[a.b\nc = 1": {("a",): "a", ("a", "b"): "[a.b", ("a", "b", "c"): "1"},
}


@pytest.mark.parametrize("text", HALF_TYPED)
def test_what_is_half_typed_takes_nothing_else_with_it(text: str) -> None:
    outline = Outline(text)
    found = {path: text[slice(*entry.value)] for path, entry in outline.items()}
    assert found.items() >= HALF_TYPED[text].items()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("¦", ("key", (), "")),
        ("[t]\n  ¦", ("key", ("t",), "")),
        ("[t]\nab¦", ("key", ("t",), "ab")),
        ("[t]\na.b¦c = 1", ("key", ("t", "a"), "bc")),
        ("[t]\na = ¦", ("value", ("t", "a"), "")),
        ("[t]\na =¦\nb = 1", ("value", ("t", "a"), "")),
        ('[t]\na = "x¦', ("value", ("t", "a"), '"x')),
        ('[t]\na = ["x", ¦]', ("value", ("t", "a", 1), "")),
        ('[t]\na = ["x", "y¦"]', ("value", ("t", "a", 1), '"y"')),
        ('[t]\na = ["x",\n  ¦\nb = 1', ("value", ("t", "a", 1), "")),
        ("[t]\na = {¦}", ("key", ("t", "a"), "")),
        ("[t]\na = { b = 1, c¦ }", ("key", ("t", "a"), "c")),
        ("[t]\na = { b = ¦ }", ("value", ("t", "a", "b"), "")),
        ("[¦]", ("header", (), "")),
        ("[a.b¦]", ("header", ("a",), "b")),
        ("[[a]]\n[a.b¦", ("header", ("a", 0), "b")),
    ],
)
def test_the_cursor_stands_on_this(text: str, meaning: tuple[str, Path, str]) -> None:
    outline = Outline(text.replace("¦", ""))
    cursor = outline.cursor(text.index("¦"))
    assert cursor is not None
    assert (cursor.kind, cursor.path, outline.text[cursor.start : cursor.end]) == meaning


@pytest.mark.parametrize("text", ["# wo¦rd", "a = 1 # wo¦rd", "a = 1 ¦"])
def test_behind_what_is_complete_and_in_comments_there_is_nothing_to_say(text: str) -> None:
    assert Outline(text.replace("¦", "")).cursor(text.index("¦")) is None


@given(st.text("ab.=[]{}\"'\\,# \n1", max_size=40))
def test_any_text_has_an_outline_whose_places_lie_in_it(text: str) -> None:
    outline = Outline(text)
    for entry in [*outline.entries, *outline.values()]:
        assert 0 <= entry.key[0] <= entry.key[1] <= len(text)
        assert 0 <= entry.value[0] <= entry.value[1] <= len(text)
    for offset in range(len(text) + 1):
        cursor = outline.cursor(offset)
        assert cursor is None or 0 <= cursor.start <= offset <= cursor.end <= len(text)


def test_a_text_of_brackets_is_no_trouble() -> None:
    assert Outline("a = " + "[" * 5000).keys() >= {("a",)}


def read_both_ways(text: str) -> None:
    """Whether the same is found where each part of the text is read by itself, as it is once slots are asked for."""
    for accepted in (True, False):
        quick, slow = Scanner(text, accepted=accepted), Scanner(text, accepted=accepted, with_cursor_ranges=True)
        assert quick.rows == slow.rows
        assert quick.implied == slow.implied


@given(
    st.lists(
        st.sampled_from(
            [
                *"ab.=[]{}\"'\\,# \t\r\n1é\u2028",
                "a = ",
                "[t]\n",
                "[[t]]\n",
                '"""',
                "'''",
                "true",
                "2026-03-31",
                " 07:00:00",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_is_read_in_both_ways_the_same(text: str) -> None:
    read_both_ways(text)


@pytest.mark.parametrize("seed", range(some_of(150)))
def test_a_document_and_what_is_left_of_it_is_read_in_both_ways_the_same(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    text, _, _ = Writer(random, 3).document()
    read_both_ways(text)
    for _ in range(20):
        start, end = sorted(random.randint(0, len(text)) for _ in range(2))
        read_both_ways(text[:end])
        read_both_ways(text[:start] + text[start + random.randint(1, 3) :])
