"""Places of keys and values in documents of every kind, and at the limits."""

import tomllib

import pytest

from mentorkit.programme.path import Path
from mentorkit.toml.outline import Outline, OutlineEntry

from .places_by_parsing import check_by_parsing, places, walk


def mark(source: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take marks like ``«1:text»`` out of a text; return it with the span of each mark."""
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    open_: list[tuple[str, int]] = []
    rest = iter(source)
    for char in rest:
        if char == "«":
            name = ""
            while (char := next(rest)) != ":":
                name += char
            open_.append((name, len(text)))
        elif char == "»":
            name, start = open_.pop()
            spans[name] = (start, len(text))
        else:
            text += char
    assert not open_
    return text, spans


# Documents with the spans of interest marked: each path is given with the marks of its key and of its value.
EXAMPLES: dict[str, tuple[str, dict[Path, tuple[str, str]]]] = {
    "empty": ("", {}),
    "only a comment": ("# [a]\n#b = 1", {}),
    "key and value": ("«k:a» = «v:1»", {("a",): ("k", "v")}),
    "no spaces": ("«k:a»=«v:1»\n«l:b»=«w:'x'»#c", {("a",): ("k", "v"), ("b",): ("l", "w")}),
    "value with a comment": (' «k:a» =\t«v:"#"» # "b" = 2\n', {("a",): ("k", "v")}),
    "dotted key": (
        '«1:a» . «2:b».«3:"c"» = «4:1»\na.b.«5:d» = «6:2»',
        {("a",): ("1", "1"), ("a", "b"): ("2", "2"), ("a", "b", "c"): ("3", "4"), ("a", "b", "d"): ("5", "6")},
    ),
    "number as a key": ("«1:3».«2:14» = «3:0»", {("3",): ("1", "1"), ("3", "14"): ("2", "3")}),
    "quoted keys": (
        r'«1:""» = «2:1»' + "\n«3:' \\'» = «4:2»\n" + r'«5:"\"\u00e9\U0001F600\\t\t="» = «6:3»',
        {("",): ("1", "2"), (" \\",): ("3", "4"), ('"é\U0001f600\\t\t=',): ("5", "6")},
    ),
    "bare keys": (
        "«1:-a_B-9_» = «2:1»\n«3:_» = «4:2»\n«5:2001-01-01» = «6:3»",
        {("-a_B-9_",): ("1", "2"), ("_",): ("3", "4"), ("2001-01-01",): ("5", "6")},
    ),
    "escapes of either case": (
        r'«1:"\u00eA\U0001F60a\U0001f60A"» = «2:1»',
        {("\u00ea\U0001f60a\U0001f60a",): ("1", "2")},
    ),
    "no escapes in literal keys": (
        r"«1:'\t\u0061\'» = «2:1»",
        {("\\t\\u0061\\",): ("1", "2")},
    ),
    "all short escapes": (r'«1:"\b\t\n\f\r\"\\"» = «2:1»', {('\b\t\n\f\r"\\',): ("1", "2")}),
    "key with the looks of others": (
        "«1:\"a.b\"».«2:'c]'» = «3:1»\n«4:[«x:\"]\"».«5:'[#'»]»",
        {
            ("a.b",): ("1", "1"),
            ("a.b", "c]"): ("2", "3"),
            ("]",): ("x", "x"),
            ("]", "[#"): ("5", "4"),
        },
    ),
    "array": (
        "«1:a» = «2:[«3:1», «4:'],['» , # ]\n «5:[«6:2»,]»\n]» # c",
        {
            ("a",): ("1", "2"),
            ("a", 0): ("3", "3"),
            ("a", 1): ("4", "4"),
            ("a", 2): ("5", "5"),
            ("a", 2, 0): ("6", "6"),
        },
    ),
    "empty containers": (
        "«1:a» = «2:[ ]»\n«3:b» = «4:{}»\n«5:c» = «6:[«7:[]»,«8:{ }»]»\n«9:d»=«10:[ # ]\n]»",
        {
            ("a",): ("1", "2"),
            ("b",): ("3", "4"),
            ("c",): ("5", "6"),
            ("c", 0): ("7", "7"),
            ("c", 1): ("8", "8"),
            ("d",): ("9", "10"),
        },
    ),
    "inline table": (
        '«1:a» = «2:{ «3:b».«4:c» = «5:"}"», «6:d» = «7:[ «8:{«9:e»=«10:1»}» ]», b.«11:f» = «12:2» }»\n«13:g» = «14:3»',
        {
            ("a",): ("1", "2"),
            ("a", "b"): ("3", "3"),
            ("a", "b", "c"): ("4", "5"),
            ("a", "d"): ("6", "7"),
            ("a", "d", 0): ("8", "8"),
            ("a", "d", 0, "e"): ("9", "10"),
            ("a", "b", "f"): ("11", "12"),
            ("g",): ("13", "14"),
        },
    ),
    "header": (
        "«1:[ «2:a» ]» # [b]\n«3:k» = «4:1»",
        {("a",): ("2", "1"), ("a", "k"): ("3", "4")},
    ),
    "header that implies": (
        "«1:[«2:a».«3:b»]»\n«4:[a.«5:c»]»",
        {("a",): ("2", "2"), ("a", "b"): ("3", "1"), ("a", "c"): ("5", "4")},
    ),
    "header after it was implied": (
        "«1:[a.«2:b»]»\n«3:[«4:a»]»\n«5:[a.«6:c»]»",
        {("a",): ("4", "3"), ("a", "b"): ("2", "1"), ("a", "c"): ("6", "5")},
    ),
    "header before it would be implied": (
        "«1:[«2:a»]»\n«3:[a.«4:b»]»",
        {("a",): ("2", "1"), ("a", "b"): ("4", "3")},
    ),
    "header below a dotted key": (
        "«1:[«2:a»]»\n«3:b».«4:c» = «5:1»\n«6:[a.b.«7:d»]»",
        {("a",): ("2", "1"), ("a", "b"): ("3", "3"), ("a", "b", "c"): ("4", "5"), ("a", "b", "d"): ("7", "6")},
    ),
    "array of tables": (
        "«1:[[ «2:a».«3:b» ]]»\n«4:k» = «5:1»\n«6:[[a.«7:b»]]» # c\n«8:[[a.«9:b»]]»\n«10:k» = «11:2»",
        {
            ("a",): ("2", "2"),
            ("a", "b"): ("3", "1"),
            ("a", "b", 0): ("3", "1"),
            ("a", "b", 0, "k"): ("4", "5"),
            ("a", "b", 1): ("7", "6"),
            ("a", "b", 2): ("9", "8"),
            ("a", "b", 2, "k"): ("10", "11"),
        },
    ),
    "tables below the newest element": (
        "«1:[[«2:a»]]»\n«3:[a.«4:b»]»\n«5:[[«6:a»]]»\n«7:[a.«8:b».«9:c»]»\n«10:[[a.«11:d»]]»\n«12:[[a.«13:d»]]»\n"
        "«14:[a.d.«15:e»]»\n«16:[[«17:a»]]»\n«18:[[a.«19:d»]]»\n«20:[a.«21:b»]»",
        {
            ("a",): ("2", "1"),
            ("a", 0): ("2", "1"),
            ("a", 0, "b"): ("4", "3"),
            ("a", 1): ("6", "5"),
            ("a", 1, "b"): ("8", "8"),
            ("a", 1, "b", "c"): ("9", "7"),
            ("a", 1, "d"): ("11", "10"),
            ("a", 1, "d", 0): ("11", "10"),
            ("a", 1, "d", 1): ("13", "12"),
            ("a", 1, "d", 1, "e"): ("15", "14"),
            ("a", 2): ("17", "16"),
            ("a", 2, "d"): ("19", "18"),
            ("a", 2, "d", 0): ("19", "18"),
            ("a", 2, "b"): ("21", "20"),
        },
    ),
    "implied inside an element, then a header": (
        "«1:[[«2:a»]]»\n«3:[a.b.«4:c»]»\n«5:[a.«6:b»]»",
        {("a",): ("2", "1"), ("a", 0): ("2", "1"), ("a", 0, "b"): ("6", "5"), ("a", 0, "b", "c"): ("4", "3")},
    ),
    "index and number as a key": (
        "«1:[«2:a»]»\n«3:0» = «4:[«5:1»]»\n",
        {("a",): ("2", "1"), ("a", "0"): ("3", "4"), ("a", "0", 0): ("5", "5")},
    ),
    "multi-line basic string": (
        '«1:a» = «2:"""\n[x]\n# "" no\\""" comment\\\n  \n """""» # c\n«3:b» = «4:""""""»\n«5:c» = «6:""""""""»\n'
        '«7:d»=«8:"""\\\\"""»',
        {("a",): ("1", "2"), ("b",): ("3", "4"), ("c",): ("5", "6"), ("d",): ("7", "8")},
    ),
    "multi-line literal string": (
        "«1:a» = «2:'''\n[x]\n# '' \"\"\" \\'''''» # c\n«3:b» = «4:''''''»\n«5:c» = «6:''''''''»\n«7:d»=«8:''''x'''»",
        {("a",): ("1", "2"), ("b",): ("3", "4"), ("c",): ("5", "6"), ("d",): ("7", "8")},
    ),
    "one-line strings": (
        '«1:a» = «2:""»\n«3:b» = «4:\'\'»\n«5:c» = «6:"\\\\"»\n«7:d» = «8:\'\\\'»\n«9:e» = «10:"\\"\'#"»',
        {("a",): ("1", "2"), ("b",): ("3", "4"), ("c",): ("5", "6"), ("d",): ("7", "8"), ("e",): ("9", "10")},
    ),
    "dates": (
        "«1:a» = «2:1979-05-27 07:32:00.5-07:00» \n«3:b» = «4:1979-05-27» # 07:32:00\n«5:c» = «6:07:32:00»\n"
        "«7:d» = «8:[«9:1979-05-27» ,«10:1979-05-27t07:32:00z» ]»",
        {
            ("a",): ("1", "2"),
            ("b",): ("3", "4"),
            ("c",): ("5", "6"),
            ("d",): ("7", "8"),
            ("d", 0): ("9", "9"),
            ("d", 1): ("10", "10"),
        },
    ),
    "numbers": (
        "«1:a» = «2:[«3:+1_0»,«4:0xDEAD_beef»,«5:0o7»,«6:0b1_0»,«7:-1_0.0_1e+1_0»,«8:-inf»,«9:+nan»,«10:true»]»",
        {("a",): ("1", "2"), **{("a", index): (str(index + 3), str(index + 3)) for index in range(8)}},
    ),
    "CRLF": (
        '\r\n«1:[«2:a»]»\r\n# c\r\n«3:b» = «4:"""\r\nx\\\r\n\r\n y"""»\r\n'
        "«5:c» = «6:[\r\n«7:1» # ]\r\n]»\r\n«8:d» = «9:1»\r\n",
        {
            ("a",): ("2", "1"),
            ("a", "b"): ("3", "4"),
            ("a", "c"): ("5", "6"),
            ("a", "c", 0): ("7", "7"),
            ("a", "d"): ("8", "9"),
        },
    ),
    "beyond ASCII": (
        "# \U0001f600\u2028e\u0301\n«1:\"\U0001f600\"» = «2:'\U0001f600\u2028e\u0301\x85'» # \U0001f600\n«3:b» = «4:1»",
        {("\U0001f600",): ("1", "2"), ("b",): ("3", "4")},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_places_of_examples(name: str) -> None:
    text, spans = mark(EXAMPLES[name][0])
    expected = {path: (spans[key], spans[value]) for path, (key, value) in EXAMPLES[name][1].items()}
    assert places(text) == places(text, accepted=False) == expected
    check_by_parsing(text, expected)


def test_entries_are_named_and_say_what_they_are() -> None:
    outline = Outline("[a.b]\nc = [{d = 1}]\n[[e]]", accepted=True)
    assert outline["a", "b", "c"] == OutlineEntry(path=("a", "b", "c"), key=(6, 7), value=(10, 19), header=False)
    assert all(type(entry) is OutlineEntry for entry in [*outline.values(), *outline.entries])
    assert [path for path, entry in outline.items() if entry.implied] == [("a",)]
    assert {path for path, entry in outline.items() if entry.header} == {("a", "b"), ("e",), ("e", 0)}


def test_entries_stand_in_the_order_of_the_text_and_are_all_written() -> None:
    text = "a.b = [1, [{c = 2}]]\n[[d]]\n[a.e]\nf = {g.h = 3}\n[[d]]"
    assert [entry.path for entry in Outline(text, accepted=True).entries] == [
        ("a", "b"),
        ("a", "b", 0),
        ("a", "b", 1),
        ("a", "b", 1, 0),
        ("a", "b", 1, 0, "c"),
        ("d", 0),
        ("a", "e"),
        ("a", "e", "f"),
        ("a", "e", "f", "g", "h"),
        ("d", 1),
    ]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a=", "}"), ("[{a = ", "}]")])
def test_no_value_is_nested_too_deep(opening: str, closing: str) -> None:
    depth = 1500  # more than the call stack takes, and than the parser takes
    text = f"k = {opening * depth}1{closing * depth}"
    found = places(text)
    assert len(found) == 1 + depth * (1 + (opening == "[{a = "))
    assert found["k",] == ((0, 1), (4, len(text)))
    path, (_, (start, end)) = max(found.items(), key=lambda item: len(item[0]))
    assert len(path) == len(found)
    assert text[start:end] == "1"


LONG = {
    "array": "a = [" + "1, " * 10_000 + "]",
    "array without commas": "a = [" + "1 " * 10_000 + "]",
    "array over lines": "a = [" + "1, # one\n" * 10_000 + "]",
    "basic string": 'a = "' + '\\"' * 50_000 + '"',
    "multi-line basic string": 'a = """' + '""\\"' * 50_000 + '"""',
    "multi-line literal string": "a = '''" + "''x" * 50_000 + "'''",
    "comment": "a = 1 #" + "#" * 50_000,
    "comments": "#\n" * 50_000,
    "space": " \t" * 50_000 + "a" + " \t" * 50_000 + "=" + " \t" * 50_000 + "1" + " \t" * 50_000,
    "quoted key": '"' + "\\u0061" * 25_000 + '" = 1',
    "inline table": "a = {" + ", ".join(f"k{number} = 1" for number in range(10_000)) + "}",
    "nothing after the equals sign": "a =\n" * 10_000,
    "unclosed array": "a = [" + "1, " * 10_000,
    "unclosed arrays": "a = [1,\n" * 10_000,
    "unclosed arrays and comments": "a = [ # [\n#\n" * 10_000,
    "unclosed inline table": "a = {" + "b = 1, " * 10_000,
    "unclosed inline tables": "a = {b = 1,\n" * 10_000,
    "unclosed basic string": 'a = "' + '\\"' * 50_000,
    "unclosed basic strings": 'a = "\n' * 10_000,
    "unclosed multi-line basic string": 'a = """' + '""\\"' * 50_000,
    "unclosed multi-line literal string": "a = '''" + "''x" * 50_000,
    "unclosed headers": "[a\n" * 10_000,
    "key without a value": "a" * 100_000 + " " * 100_000,
    "brackets": "a = " + "[" * 50_000,
    "braces": "a = " + "{a = " * 50_000,
    "brackets on lines": "a = [[[[[[[[[[\n" * 1_000,
    "dotted key": "a." * 10_000 + "a = 1",
    "dotted header": "[" + "a." * 10_000 + "a]",
}
NOT_TOML = ("nothing", "unclosed", "key without", "array without", "brac")
PARSED_SLOWLY = ("dotted",)  # in time that is not in step with its length


@pytest.mark.parametrize("name", LONG)
def test_long_texts(name: str) -> None:
    # Nothing is asserted of the time, but were the reading of any of these quadratic, it would take a minute.
    text = LONG[name]
    outline = Outline(text)
    assert ("a",) in outline or name in ("comments", "quoted key", "key without a value")
    cursor = outline.cursor(len(text))
    assert cursor is None or cursor.start <= cursor.end == len(text)
    if name.startswith(PARSED_SLOWLY):
        assert ("a", "a", "a") in places(text)
    elif not name.startswith(NOT_TOML):
        assert places(text).keys() == dict(walk(tomllib.loads(text))).keys()


def test_what_later_toml_allows() -> None:
    # Not every parser that may stand in front takes these, so they are not parsed here.
    text, spans = mark("a = {\n «b:b» = [1], # }\n «c:c» = «v:07:32»,\n}\nd = 1")
    found = places(text)
    assert found.keys() == {("a",), ("a", "b"), ("a", "b", 0), ("a", "c"), ("d",)}
    assert found["a", "b"][0] == spans["b"]
    assert found["a", "c"] == (spans["c"], spans["v"])
