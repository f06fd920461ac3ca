"""Whatever stands in a file, it is read, or refused once with its place and in plain words."""

import ast
import importlib
import inspect
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.programme.path import Path, Span
from mentorkit.toml.document import (
    _SYNTAX,
    MOST_BYTES,
    CannotJudgeError,
    Document,
    read_document,
)
from mentorkit.toml.limits import DEEPEST, MOST_ENTRIES

PROGRAMME = """# A valid one, with every kind of thing that a service writes.
format = 1

[programme]
name = "Peer mentoring in café und Straße"
sectors = ["substance"]
objectives = [
    { text = "mentees stay in treatment", measure = 'treatment "completion"' },
    { text = "mentors go on" },  # a comment
]

[screening.substance]
abstinence = "3 months"

[training]
length = "8 weeks"
award = { title = "Peer Mentoring", level = 2, pass_mark = true }

[[supervision.phases]]
every = "14 days"

[[supervision.phases]]
every = "1 month"
for = "2 months"

[[waivers]]
reason = \"\"\"
a \\
reason\"\"\"
agreed_by = '''
another'''
until = 2027-03-31
"""


def refusal(source: str | bytes) -> CannotJudgeError:
    with pytest.raises(CannotJudgeError) as refused:
        read_document(source.encode() if isinstance(source, str) else source, "a.toml")
    return refused.value


# How the message and the fix begin, and texts that get them, with ‹› where the message points.
# fmt: off
BROKEN = {
    ("this key or table is already there", "keep one of the two"): [
        "a = 1\nb = 2\n‹›a = 3\n", "a = 1\n  ‹›a = [\n1,\n[2]]\nb = 1\n", 'a = 1\n‹›a = """\nb = 2\n"""',
        "a.b = 1\na.‹›b = 2\n", "'a' = 1\n‹›\"a\" = 2 # a\n", "a = 1\na.‹›b = 2\n", "a = 1\n‹›[a]\n", "[a]\n ‹›[[a]]\n",
        "[a]\nb = 1\n[[c]]\nb = 1\n[[c]]\nb = 1\n‹›b = 1"],
    ("this table is already there", "put its keys under the first header"): ["[a]\n[b]\n\t‹›[ a ]\nc = 1", "[a]\n‹›[a"],
    ("this table has a header of its own", "put the key under that header"): ["[a.b]\n[a]\nb.‹›c = 1\n"],
    ("this key is already there", "keep one of the two"): [
        "a = { b = 1, c = 'b = 1', ‹›b = 2 }\n", "a = [\n{ b = 1 },\n{ b = 1, ‹›b = [\n1] },\n]\n",
        "a = { b = { c = 1, ‹›c = 2 } }\n",
        "a = { b = { c = { d = 1, ‹›d = 2 } } }\n"],
    ("this adds to a table or list that is complete", "write all of it in one place"): [
        "a = [{}]\n‹›[[a]]\n", "a = {}\na.‹›b = 1\n", "a = { b = {}, b.‹›c = 1 }\n"],
    ("an = is missing here, after the key", "write key = value, and join the words of a key with _"): [
        "a = 1\nname‹›: 'x'\n", "lived ‹›experience = 1\n", "a = 1\nb ‹›\n", "a = 1\nb‹› ", "na‹›ïve = 1\n"],
    ("this header does not end", "close it with ]]"): ["[[a‹›]\n"],
    ("this header does not end", "close it with ]"): ["[a‹›\nb = 1\n", "[a ‹›b]\n"],
    ("there is something left over on this line", "put text in quotes, write dates like 2026-03-31, and begin"): [
        "a = 3 ‹›months\n", "a = 31‹›/03/2026\n", "a = 2026‹›-13-01\n", "[a] ‹›b = 1\n", "a = 1‹›, b = 2\n",
        "a = 'the mentor'‹›s'\n", "a = 0‹›1\n"],
    ("a comma, or the ] that ends the list, is missing before this", "put it in"): [
        'a = ["b"\n‹›c = 1\n', 'a = [1, # one\n  "b"‹›\n\n\n', 'a = ["b" ‹›"c"]\n'],
    ("a comma, or the } that ends the table, is missing before this", "put it in, and write all of the table on"): [
        "a = { b = 1‹›\nc = 1\n", "a = { b = 1 ‹›c = 2 }\n"],
    ("this text does not end", "close it with the quotes that it begins with"): [
        'a = "b‹›', 'a = 1\nb = ‹›"""c\nd = 1\n', 'a = ‹›\'b\nc = "d"\n', "a = ‹›'''b\nc = 1\n"],
    ("this text does not end on its line", "close it with a quote"): ['a = "b‹›\nc = "d"\n', "a = 'b‹›\nc = 'd'\n"],
    ("a backslash has a meaning of its own in quoted text", "write two, or use single quotes"): [
        'a = "C:\\P‹›rogrammes"\n', 'a = "C:\\U‹›sers"\n', 'a = "\\ud800‹›"\n'],
    ("this character is not allowed here", "take it out"): [
        'a = "b‹›\a"\n', 'a = """\n‹›\a"""\n', "a = 'b‹›\a'\n", "a = 1 # b‹›\a\n"],
    ("there is no such date or time", "write year-month-day, such as 2026-03-31"): ["a = ‹›2026-02-30\n"],
    ("a key or the name of a table is expected here", "write it in plain letters; a table in { } is on one"): [
        "a = {‹›\n b = 1 }\n", "a = { b = 1, ‹›}\n", "[‹›]\n", "[a.‹›]\n"],
    ("this is neither a key with a value nor a [table]", "write key = value"): ["‹›étape = 1\n", "a = 1\n‹›= 2\n"],
    ("the value is missing or cannot be read", 'put text in straight quotes, such as "weekly"; write true and'): [
        "a = ‹›True\n", "a = ‹›“b”\n", "a = ‹›weekly\n", "a =‹›\nb = 1\n", "a = [1,‹›\n \n"],
}
# fmt: on
CASES = [(text, *told) for told, texts in BROKEN.items() for text in texts]


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """The text without its mark, and where the mark stood."""
    before, after = text.split("‹›")
    return before + after, (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


@pytest.mark.parametrize(("text", "message", "fix"), CASES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_what_is_no_toml_is_refused_at_its_place(text: str, message: str, fix: str, ends: str, mark: str) -> None:
    text, at = marked(text.replace("\r\n", "\n").replace("\n", ends))
    problem = refusal(mark + text)
    assert (problem.line, problem.column, problem.message) == (*at, message)
    assert problem.fix.startswith(fix)
    assert str(problem) == f"a.toml:{at[0]}:{at[1]}: {problem.message}; {problem.fix}"


def row(text: str) -> tuple[str, str, str]:
    """The row of the table of messages that a text reaches."""
    with pytest.raises(tomllib.TOMLDecodeError) as problem:
        tomllib.loads(text)
    return next(row for row in _SYNTAX if str(problem.value).startswith(row[0]))


def test_every_row_of_the_table_of_messages_is_reached() -> None:
    assert {row(marked(case[0])[0]) for case in CASES} == set(_SYNTAX)


def messages_of_tomllib() -> Iterator[str]:
    """How each message begins that the parser of this Python has."""
    tree = ast.parse(inspect.getsource(importlib.import_module("tomllib._parser")))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "suffixed_err":
            message = call.args[2]
            start = message.values[0] if isinstance(message, ast.JoinedStr) else message
            assert isinstance(start, ast.Constant)
            yield str(start.value)


def test_every_message_of_tomllib_has_its_own_words() -> None:
    starts = set(messages_of_tomllib())
    known = [row[0] for row in _SYNTAX]
    assert [start for start in starts if not any(one.startswith(start) or start.startswith(one) for one in known)] == []
    assert len(starts) > 15


def test_no_message_is_in_the_language_of_programmers() -> None:
    jargon = re.compile(r"toml|pars|token|namespace|mutab|mutat|declar|array|string|unicode|hex|statement|syntax|escap")
    assert [row for row in _SYNTAX if jargon.search(f"{row[1]} {row[2]}".lower())] == []


def test_a_message_that_is_not_known_is_told_by_its_place_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(_: str) -> Any:
        raise tomllib.TOMLDecodeError("Something new (at line 2, column 3)")

    monkeypatch.setattr(tomllib, "loads", loads)
    problem = refusal("a\nbcd")
    assert str(problem) == "a.toml:2:3: this cannot be read; see https://toml.io for how such a file is written"


@pytest.mark.parametrize(
    ("source", "at"),
    [
        ('a = 1\nb = "café"\n'.encode("latin-1"), (2, 9)),
        ('\ufeffa = "é😀'.encode() + b'\xff"', (1, 8)),
        (b"a = 1\r\n# \xc3", (2, 3)),  # a letter cut in two
        (b"a = '\xed\xa0\x80'", (1, 6)),  # half a pair
        ("a = 1\n".encode("utf-16"), (1, 1)),
        ("a = 1\n".encode("utf-16-le"), (1, 2)),
        ("a = 1\n".encode("utf-16-be"), (1, 1)),
        (b"a = 1\n\0", (2, 1)),
        (b"a = 1\0\n\xff", (2, 1)),
    ],
)
def test_what_is_no_text_in_utf_8_is_refused_at_its_first_byte(source: bytes, at: tuple[int, int]) -> None:
    problem = refusal(source)
    assert (problem.line, problem.column) == at
    assert (problem.message, problem.fix) == (
        "this is not plain text in UTF-8",
        'save the file as plain text, with "UTF-8" as its encoding',
    )


def test_a_file_is_read_up_to_the_size_that_is_known_and_not_beyond() -> None:
    assert read_document(b"#" * MOST_BYTES, "a").data == {}
    problem = refusal(b"#" * (MOST_BYTES + 1))
    assert (
        str(problem) == "a.toml: this file has more than 1,000,000 bytes, and no programme is that long; check its name"
    )


@pytest.mark.parametrize("opening", ["[", "{ a = ", "[{ a = "])
def test_what_lies_too_deep_is_refused(opening: str) -> None:
    problem = refusal("a = " + opening * 50_000)
    assert (problem.line, problem.message) == (1, "lists or tables are nested too deeply")
    assert problem.fix == "take some of the brackets out"


@pytest.mark.parametrize("part", ["a", '"a"', "'a.b'", '"[\\""', "a "])
@pytest.mark.parametrize(("before", "after"), [("", " = 1"), ("[", "]"), ("[[", "]]"), ("a = {", " = 1}")])
def test_a_key_has_a_stated_number_of_parts(part: str, before: str, after: str) -> None:
    def written(parts: int) -> str:
        return f"# 1.2.3\n{before}{'.'.join([part] * parts)}{after}\n"

    assert read_document(written(DEEPEST).encode(), "a").data
    for parts in (DEEPEST + 1, 20_000):
        problem = refusal(written(parts))
        assert (problem.line, problem.message) == (2, "this key has more than 20 parts")


@pytest.mark.parametrize(
    "value",
    [
        '"' + "a." * 100 + "[" * 100 + '"',
        "'" + "a." * 100 + "{" * 100 + "'",
        '"""' + 'a."[\n"" \\""" ' * 100 + '"""',
        "'''" + "a.[\n'' " * 100 + "'''",
        "[" + "1.5, " * 100 + "]",
        "[" + "[], {a.b = 1}, " * 100 + "]",
        "1 #" + "a." * 100 + "[" * 100,
    ],
)
def test_only_keys_and_brackets_make_a_text_deep(value: str) -> None:
    assert read_document(f"a = {value}\n".encode(), "a").data


@pytest.mark.parametrize(
    ("before", "part", "after"), [("a = [", "1,", "]"), ("", "[[a]]\n", ""), ("a = [", "{},", "]")]
)
def test_a_design_has_a_stated_number_of_entries(before: str, part: str, after: str) -> None:
    each = part.count("[") + part.count("{") + part.count(",")
    fits = (MOST_ENTRIES - 2) // each
    assert read_document(f"{before}{part * fits}{after}".encode(), "a").data
    problem = refusal(f"{before}{part * (fits + 3)}{after}")
    assert problem.message.startswith("this file has more than 30,000 keys, tables and entries of lists up to here")
    assert problem.line


def test_a_long_key_that_is_there_twice_is_refused_in_linear_time() -> None:
    spaces = " " * 300_000
    assert refusal(f'a = {{"{spaces}" = 1, "{spaces}" = 2}}').message == "this key is already there"


@pytest.mark.parametrize(
    "number",
    ["1" * 5000, "+1" + "_0" * 5000, "-" + "9" * 4301, "0x" + "f" * 4000, "0b" + "1" * 15_000, "9" * 5000 + "-03-31"],
)
def test_a_number_of_thousands_of_digits_is_refused_at_its_first_digit(number: str) -> None:
    problem = refusal(f"a = {'1' * 4300} # {'1' * 5000}\nb = ['{'1' * 5000}',\n  {number}]")
    assert (problem.line, problem.column) == (3, 3 + (not number[0].isdigit()))
    assert (problem.message, problem.fix) == ("a number here is too long to be read", "write a shorter one")


@pytest.mark.parametrize("source", [b"", b"\xef\xbb\xbf", b"\r\n# nothing\r\n", b"\n"])
def test_an_empty_file_is_read(source: bytes) -> None:
    assert read_document(source, "a.toml").data == {}


# Properties: what people and programs do to a file.

PIECES = st.one_of(
    st.sampled_from("[]{}=,.#\\é“\"'\n\r\t\0\ufeff"),
    st.sampled_from(["", "[[", '"""', "'''", "\\u", "2026-02-30", "07:30:00", "1e9", "nan", "a = 1\n", "[a]\n"]),
    st.text(max_size=3),
)


@st.composite
def mutilated(draw: st.DrawFn) -> str:
    """The programme after some slips."""
    text = PROGRAMME
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        piece, other = draw(PIECES), draw(st.integers(0, len(PROGRAMME) - 40))
        change = draw(st.sampled_from(["replace", "truncate", "copy", "insert"]))
        if change == "truncate":
            text = text[:start] + piece
        elif change == "copy":
            text = text[:start] + PROGRAMME[other : other + end - start] + text[start:]
        else:
            text = text[:start] + piece + text[end if change == "replace" else start :]
    return text if draw(st.booleans()) else text.replace("\n", "\r\n")


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every path in some data."""
    yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, content in below:
        yield from paths(content, (*path, key))


def check_reading(source: bytes) -> None:
    """The law of reading: a document with all its places, or one refusal at a place within the text."""
    text = source.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.split("\n")
    try:
        document = read_document(source, "a.toml")
    except CannotJudgeError as problem:
        refused = problem
    else:
        check_places(document, len(lines))
        return
    assert refused.line in range(1, len(lines) + 1)
    assert refused.column in range(1, len(lines[(refused.line or 0) - 1]) + 2)
    assert refused.message
    assert refused.fix
    assert "this is not TOML" not in refused.message


def check_places(document: Document, lines: int) -> None:
    assert repr(document.data) == repr(tomllib.loads(document.text))
    for path in paths(document.data):
        for of_key in (True, False):
            span = document.span(path, of_key=of_key)
            assert (span is None) == (path == ())
            if span:
                assert 1 <= span.line <= span.end_line <= lines
                assert (span.line, span.column) <= (span.end_line, span.end_column)
                assert span.end_column <= len(document.line(span.end_line)) + 1


@given(mutilated())
def test_whatever_happens_to_the_text_it_is_read_or_refused_within_it(text: str) -> None:
    check_reading(text.encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(PROGRAMME)), st.binary(max_size=4), st.integers(0, 6))
def test_whatever_happens_to_the_bytes_they_are_read_or_refused_within_them(at: int, piece: bytes, cut: int) -> None:
    source = PROGRAMME.encode()
    check_reading(source[:at] + piece + source[at + cut :])


VALUES = st.sampled_from(["1", '"a = 1"', "[\n[1],\n[2]\n]", '"""\na = 1\n"""', "{ a = 1 }", "''' '''"])


@given(st.lists(VALUES, min_size=2, max_size=5), st.data())
def test_a_key_that_is_there_twice_is_shown_at_the_second(values: list[str], data: st.DataObject) -> None:
    again = data.draw(st.integers(1, len(values) - 1))
    text = "[t]\n"
    for number, value in enumerate(values):
        text += "  ‹›k0" if number == again else f"k{number}"
        text += f" = {value}\n"
    text, at = marked(text)
    problem = refusal(text)
    assert (problem.line, problem.column, problem.message) == (*at, "this key or table is already there")


def span_of(path: Path, *, of_key: bool = False) -> str | None:
    """The first line of what stands at a path, from the columns of its span."""
    document = read_document(PROGRAMME.encode(), "a.toml")
    if (span := document.span(path, of_key=of_key)) is None:
        return None
    line = document.line(span.line)
    return line[span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), None, None),
        (("format",), "1", "format"),
        (("programme", "sectors", 0), '"substance"', '"substance"'),
        (("programme", "objectives"), "[", "objectives"),
        (("programme", "objectives", 0, "measure"), "'treatment \"completion\"'", "measure"),
        (("supervision", "phases", 1, "every"), '"1 month"', "every"),
        (("supervision", "phases", 1), "[[supervision.phases]]", "phases"),
        (("waivers", 0, "reason"), '"""', "reason"),
        # What is missing: the header of the nearest table, or the value of the nearest key.
        (("screening", "substance", "other"), "[screening.substance]", "[screening.substance]"),
        (("screening", "other", "abstinence"), "screening", "screening"),
        (("training", "award", "credits"), '{ title = "Peer Mentoring", level = 2, pass_mark = true }', None),
        (("supervision", "phases", 2, "every"), "[[supervision.phases]]", None),
        (("supervision", "phases", 0, "for"), "[[supervision.phases]]", None),
        (("training", "length", "unit"), '"8 weeks"', None),
        (("outcomes", "measures"), None, None),
    ],
    ids=str,
)
def test_a_path_has_the_place_of_its_value_its_key_or_the_nearest_table(path: Path, value: str, key: str) -> None:
    assert span_of(path) == value
    assert span_of(path, of_key=True) == (value if key is None else key)


def test_a_span_counts_from_one_over_several_lines_and_without_the_byte_order_mark() -> None:
    document = read_document("\ufeffa = [\r\n 1]\r\n".encode(), "a")
    assert document.span(("a",)) == Span(1, 5, 2, 4)
    assert document.span(("a",), of_key=True) == Span(1, 1, 1, 2)
    assert [document.line(number) for number in (1, 2, 3)] == ["a = [", " 1]", ""]
    assert "[" not in repr(document)
