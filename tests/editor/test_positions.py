"""Positions count what the protocol counts, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.editor.positions import Positions

TEXT = 'a = "é𝄞x"\r\nb\u2028c\rd\n'


@pytest.mark.parametrize(
    ("offset", "utf_16", "utf_8"),
    [
        (0, (0, 0), (0, 0)),
        (5, (0, 5), (0, 5)),
        (6, (0, 6), (0, 7)),  # behind é: one unit of UTF-16, two of UTF-8
        (7, (0, 8), (0, 11)),  # behind the clef, which lies outside the plane: two units, and four
        (11, (1, 0), (1, 0)),
        (13, (1, 2), (1, 4)),  # U+2028 ends no line
        (15, (2, 0), (2, 0)),  # a lone carriage return does
        (17, (3, 0), (3, 0)),
    ],
)
def test_an_offset_is_this_position(offset: int, utf_16: tuple[int, int], utf_8: tuple[int, int]) -> None:
    assert Positions(TEXT).at(offset) == utf_16
    assert Positions(TEXT, "utf-8").at(offset) == utf_8
    assert Positions(TEXT).offset(*utf_16) == offset
    assert Positions(TEXT, "utf-8").offset(*utf_8) == offset


def test_what_lies_beyond_is_the_end_and_what_lies_within_a_character_its_begin() -> None:
    assert Positions("ab\ncd").offset(0, 99) == 2
    assert Positions("ab\ncd").offset(7, 0) == 5
    assert Positions("𝄞b").offset(0, 1) == 0


@given(st.text("ab\n\ré𝄞\u2028", max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_there_and_back_is_the_same_offset(text: str, encoding: str) -> None:
    places = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] != "\r\n":
            assert places.offset(*places.at(offset)) == offset


@given(st.text("ab\n\ré𝄞", max_size=30))
def test_characters_are_counted_as_encoders_write_them(text: str) -> None:
    before = text.replace("\r\n", "\n").replace("\r", "\n").rpartition("\n")[2]
    assert Positions(text).at(len(text))[1] == len(before.encode("utf-16-le")) // 2
    assert Positions(text, "utf-8").at(len(text))[1] == len(before.encode())
