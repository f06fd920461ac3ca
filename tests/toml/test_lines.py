"""Lines and columns of offsets, where only what ends a line of TOML ends a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.toml.lines import Lines

LINES: dict[str, tuple[str, list[str]]] = {
    "empty": ("", [""]),
    "no line end": ("ab", ["ab"]),
    "line end": ("ab\n", ["ab", ""]),
    "only line ends": ("\n\r\n\n", ["", "", "", ""]),
    "CRLF": ("ab\r\nc\r\n", ["ab", "c", ""]),
    "mixed": ("a\r\nb\nc\r\nd", ["a", "b", "c", "d"]),
    "CR alone": ("a\rb\r", ["a\rb\r"]),
    "CR before CRLF": ("a\r\r\nb", ["a\r", "b"]),
    "other separators": (
        "a\u2028b\u2029c\x0bd\x0ce\x85f\x1cg\x1dh\x1ei\nj",
        ["a\u2028b\u2029c\x0bd\x0ce\x85f\x1cg\x1dh\x1ei", "j"],
    ),
    "astral": ("\U0001f600e\u0301\n\U0001f600", ["\U0001f600e\u0301", "\U0001f600"]),
}


@pytest.mark.parametrize("name", LINES)
def test_text_of_lines(name: str) -> None:
    text, expected = LINES[name]
    lines = Lines(text)
    assert [lines.text(number) for number in range(1, len(expected) + 1)] == expected
    for number in (-1, 0, len(expected) + 1):
        with pytest.raises(IndexError):
            lines.text(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1)]),
        ("ab", [(1, 1), (1, 2), (1, 3)]),
        ("a\nb", [(1, 1), (1, 2), (2, 1), (2, 2)]),
        ("a\r\nb\r\n", [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1)]),
        ("\n\n", [(1, 1), (2, 1), (3, 1)]),
        ("\U0001f600e\u0301x\n\u2028y", [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 1), (2, 2), (2, 3)]),
    ],
)
def test_line_and_column(text: str, expected: list[tuple[int, int]]) -> None:
    lines = Lines(text)
    assert [lines.at(offset) for offset in range(len(text) + 1)] == expected


@given(st.text(st.sampled_from("ab\r\n\u2028\x85\U0001f600")))
def test_lines_agree_with_counting(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        before = text[:offset].split("\n")
        line, column = lines.at(offset)
        assert (line, column) == (len(before), len(before[-1]) + 1)
        if offset < len(text) and text[offset] not in "\r\n":
            assert lines.text(line)[column - 1] == text[offset]
