"""Tests of the places of keys and values.

A random writer makes most of the documents.  It notes where everything stands while it writes it, so that what the
scanner finds can be compared exactly.  Each document also goes through ``tomllib``, which keeps the writer honest.
"""

import string
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorkit.core.paths import Path
from mentorkit.core.places import Lines, Place, places

BARE = string.ascii_letters + string.digits + "-_"

# What makes trouble inside strings, keys and comments: signs of TOML, astral characters, a combining mark, and
# characters that end a line for str.splitlines() or are spaces for str.isspace(), but not for TOML.
ODD = "[]{}#=,.'\"\\ \t\u00e9\u0301\u00df\u4e2d\U0001f600\U0010ffff\u2028\u2029\x85\u00a0\ufeff\u3000"
CONTROLS = "\x00\x08\x0b\x0c\x1b\x1f\x7f\r\n"
SHORT_ESCAPES = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}

ODD_KEYS = [
    "",
    " ",
    "a.b",
    "[a]",
    "]",
    "#",
    "=",
    '"',
    "'",
    "\\",
    "0",
    "-",
    "1e1",
    "true",
    "inf",
    "2001-01-01",
    "a\nb",
    "\\t\\u0061",
]


class Table:
    """A table that is to be written, as its data and as the way to write it."""

    def __init__(self) -> None:
        self.explicit = True  # whether it has a header of its own; if not, only longer keys imply it
        self.body: list[tuple[tuple[str, ...], Any]] = []  # keys relative to the table, dotted ones among them
        self.tables: dict[tuple[str, ...], Table | list[Table]] = {}  # what stands under headers of its own

    def data(self) -> dict[str, Any]:
        """Return the data that a parser has to find."""
        result: dict[str, Any] = {}
        for keys, value in self.body:
            _put(result, keys, _data(value))
        for keys, below in self.tables.items():
            if isinstance(below, list):
                _put(result, keys, [table.data() for table in below])
            else:
                table = _dig(result, keys)
                _merge(table, below.data())
        return result


class Scalar:
    """A value that is neither array nor table, with its source text."""

    def __init__(self, value: Any, source: str) -> None:
        self.value = value
        self.source = source


class Array:
    """An array that is written between brackets."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items


class Inline:
    """An inline table; its keys may be dotted."""

    def __init__(self, items: list[tuple[tuple[str, ...], Any]]) -> None:
        self.items = items


def _dig(table: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    for key in keys:
        table = table.setdefault(key, {})
    return table


def _put(table: dict[str, Any], keys: tuple[str, ...], value: Any) -> None:
    parent = _dig(table, keys[:-1])
    assert keys[-1] not in parent
    parent[keys[-1]] = value


def _merge(table: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if key in table:
            _merge(table[key], value)
        else:
            table[key] = value


def _data(node: Any) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Array):
        return [_data(item) for item in node.items]
    result: dict[str, Any] = {}
    for keys, value in node.items:
        _put(result, keys, _data(value))
    return result


class _Writer:
    """Makes up a document and writes it, noting the place of everything."""

    def __init__(self, random: Random, size: int = 3) -> None:
        self.random = random
        self.size = size
        self.parts: list[str] = []
        self.pos = 0
        self.noted: dict[Path, Place] = {}
        self.ends = random.choice([["\n"], ["\r\n"], ["\n", "\r\n"]])

    def document(self) -> tuple[str, dict[str, Any], dict[Path, Place]]:
        """Return a document, its data and its places."""
        root = self.make_table(depth=0, explicit=True)
        self.write_gaps()
        for section in self.sections((), root, None):
            section()
        if self.parts and self.chance(0.2):
            self.write_comment()  # at the very end, without a line end
        return "".join(self.parts), root.data(), self.noted

    # Choices

    def chance(self, part: float) -> bool:
        return self.random.random() >= 1 - part  # so that what Hypothesis shrinks gets shorter

    def upto(self, most: int) -> int:
        return self.random.randint(0, most)

    def end(self) -> str:
        return self.random.choice(self.ends)

    def space(self) -> str:
        return self.random.choice(["", "", " ", " ", "  ", "\t", " \t "])

    def key(self, taken: set[str]) -> str:
        """Return a key that is not taken yet, and take it."""
        kind = self.upto(9)
        if kind < 5:
            key = self.random.choice("abcd")  # few, so that the same key often stands at several places
        elif kind < 8:
            key = self.random.choice(ODD_KEYS)
        else:
            key = "".join(self.random.choice(ODD + CONTROLS + BARE) for _ in range(self.upto(4)))
        while key in taken:
            key += self.random.choice("xyz0_")
        taken.add(key)
        return key

    # Making up a document

    def make_table(self, depth: int, explicit: bool) -> Table:
        table = Table()
        table.explicit = explicit
        taken: set[str] = set()
        dotted: list[tuple[str, ...]] = []
        if explicit:
            table.body = self.make_items(taken, depth, self.upto(self.size), dotted)
        homes: list[tuple[tuple[str, ...], set[str]]] = [((), taken)]
        # A table that dotted keys have made may get more tables below it by headers, with keys that are still free.
        homes += [(keys, {k[len(keys)] for k, _ in table.body if k[: len(keys)] == keys}) for keys in dotted]
        if depth < 3:
            for number in range(self.upto(max(0, self.size - depth)) or int(not explicit)):
                home, taken_there = self.random.choice(homes) if number else homes[0]
                keys = (*home, self.key(taken_there))
                if self.chance(0.4):
                    table.tables[keys] = [
                        self.make_table(depth + 1, explicit=True) for _ in range(1 + self.upto(self.size - 1))
                    ]
                else:
                    table.tables[keys] = self.make_table(depth + 1, explicit=depth >= 2 or self.chance(0.7))
        return table

    def make_items(
        self, taken: set[str], depth: int, count: int, dotted: list[tuple[str, ...]]
    ) -> list[tuple[tuple[str, ...], Any]]:
        """Return pairs of keys and values, and add to ``dotted`` the tables that the dotted keys make."""
        items: list[tuple[tuple[str, ...], Any]] = []
        for _ in range(count):
            key = self.key(taken)
            if depth < 3 and self.chance(0.3):
                inner: list[tuple[str, ...]] = []
                below = self.make_items(set(), depth + 1, 1 + self.upto(self.size - 1), inner)
                items += [((key, *keys), value) for keys, value in below]
                dotted += [(key,), *((key, *keys) for keys in inner)]
            else:
                items.append(((key,), self.make_value(depth)))
        if self.chance(0.3):
            self.random.shuffle(items)  # the dotted keys of one table need not stand together
        return items

    def make_value(self, depth: int) -> Any:
        kind = self.upto(9)
        if depth < 4 and kind == 0:
            return Array([self.make_value(depth + 1) for _ in range(self.upto(self.size))])
        if depth < 4 and kind == 1:
            return Inline(self.make_items(set(), depth + 1, self.upto(self.size), []))
        makers: list[Callable[[], Scalar]] = [
            self.make_basic,
            self.make_literal,
            self.make_long_basic,
            self.make_long_basic,
            self.make_long_literal,
            self.make_integer,
            self.make_float,
            self.make_date,
            self.make_boolean,
        ]
        return self.random.choice(makers)()

    def make_boolean(self) -> Scalar:
        return self.random.choice([Scalar(True, "true"), Scalar(False, "false")])

    def digits(self, allowed: str, *, leading_zero: bool) -> str:
        first = self.random.choice(allowed if leading_zero else allowed[1:])
        rest = (self.random.choice(["", "_"]) + self.random.choice(allowed) for _ in range(self.upto(4)))
        return first + "".join(rest)

    def make_integer(self) -> Scalar:
        prefix, allowed = self.random.choice(
            [("", string.digits), ("0x", string.digits + "abcdefABCDEF"), ("0o", string.octdigits), ("0b", "01")]
        )
        source = prefix + self.digits(allowed, leading_zero=prefix != "")
        if not prefix:
            source = self.random.choice(["", "+", "-"]) + self.random.choice([source, source, "0"])
        return Scalar(int(source, 0), source)

    def make_float(self) -> Scalar:
        sign = self.random.choice(["", "+", "-"])
        if self.chance(0.3):
            source = sign + self.random.choice(["inf", "nan"])
            return Scalar(float(source), source)
        source = sign + self.random.choice(["0", self.digits(string.digits, leading_zero=False)])
        form = self.upto(2)
        if form != 0:
            source += "." + self.digits(string.digits, leading_zero=True)
        if form != 1:
            source += self.random.choice("eE") + self.random.choice(["", "+", "-"])
            source += self.digits(string.digits, leading_zero=True)[:2].rstrip("_")
        return Scalar(float(source), source)

    def make_date(self) -> Scalar:
        day = date(1 + self.upto(9998), 1 + self.upto(11), 1 + self.upto(27))
        fraction = "".join(self.random.choice(string.digits) for _ in range(self.upto(8)))
        micro = int(fraction[:6].ljust(6, "0"))
        clock = time(self.upto(23), self.upto(59), self.upto(59), micro)
        clock_source = clock.strftime("%H:%M:%S") + ("." + fraction if fraction else "")
        kind = self.upto(3)
        if kind == 0:
            return Scalar(day, day.isoformat())
        if kind == 1:
            return Scalar(clock, clock_source)
        source = day.isoformat() + self.random.choice("Tt ") + clock_source
        if kind == 2:
            return Scalar(datetime.combine(day, clock), source)
        if self.chance(0.5):
            return Scalar(datetime.combine(day, clock, UTC), source + self.random.choice("Zz"))
        hours, minutes, sign = self.upto(23), self.upto(59), self.random.choice([1, -1])
        zone = timezone(sign * timedelta(hours=hours, minutes=minutes))
        source += f"{'+' if sign > 0 else '-'}{hours:02}:{minutes:02}"
        return Scalar(datetime.combine(day, clock, zone), source)

    def escape(self, char: str) -> str:
        """Return an escape sequence for any character."""
        forms = [f"\\U{ord(char):08x}", f"\\U{ord(char):08X}"]
        if ord(char) < 0x10000:
            forms += [f"\\u{ord(char):04x}", f"\\u{ord(char):04X}"]
        if char in SHORT_ESCAPES:
            forms += ["\\" + SHORT_ESCAPES[char]] * 4
        return self.random.choice(forms)

    def quote(self, value: str) -> str:
        """Return a one-line basic string for a value."""
        source = ""
        for char in value:
            must = char in CONTROLS or char in '"\\'
            source += self.escape(char) if must or self.chance(0.1) else char
        return f'"{source}"'

    def make_basic(self) -> Scalar:
        value = "".join(self.random.choice(ODD + BARE[::9] + CONTROLS) for _ in range(self.upto(8)))
        return Scalar(value, self.quote(value))

    def make_literal(self) -> Scalar:
        value = "".join(self.random.choice(ODD + BARE[::9]) for _ in range(self.upto(8))).replace("'", "")
        return Scalar(value, f"'{value}'")

    def make_long_literal(self) -> Scalar:
        return self.make_long("'", escapes=False)

    def make_long_basic(self) -> Scalar:
        return self.make_long('"', escapes=True)

    def make_long(self, quote: str, *, escapes: bool) -> Scalar:
        """Return a multi-line string, often with quotes right after the opening or before the closing ones."""
        source = value = ""
        if self.chance(0.3):
            source = self.end()  # is not part of the value
        start_of_text = not source
        run = 0  # quotes in a row
        trimming = False  # after a line-ending backslash
        for _ in range(self.upto(9)):
            kind = self.upto(6)
            if kind in (0, 6) and run < 2:
                more = quote * self.random.randint(1, 2 - run)
                source, value, run, trimming = source + more, value + more, run + len(more), False
            elif kind == 1:
                source += self.end()
                value += "" if trimming or start_of_text else "\n"
                run = 0
            elif kind == 2 and escapes:
                source += "\\" + self.space() + self.end()
                run, trimming = 0, True
            elif kind == 3 and escapes:
                char = self.random.choice(ODD + CONTROLS)
                source, value, run, trimming = source + self.escape(char), value + char, 0, False
            else:
                char = self.random.choice(ODD + BARE[::9])
                if char in (quote, "\\" if escapes else quote):
                    continue
                source += char
                if not (trimming and char in " \t"):
                    value, trimming = value + char, False
                run = 0
            start_of_text = False
        return Scalar(value, quote * 3 + source + quote * 3)

    # Writing it down

    def write(self, source: str) -> int:
        """Write something and return where it starts."""
        start = self.pos
        self.parts.append(source)
        self.pos += len(source)
        return start

    def write_comment(self) -> None:
        text = "".join(self.random.choice(ODD + BARE[::9] + '"""' + "'''") for _ in range(self.upto(8)))
        self.write(self.random.choice(["#", "# ", "##"]) + text)

    def write_gaps(self) -> None:
        """Write blank lines and comment lines, perhaps none."""
        while self.chance(0.2):
            self.write(self.space())
            if self.chance(0.5):
                self.write_comment()
            self.write(self.end())

    def write_line_end(self) -> None:
        self.write(self.space())
        if self.chance(0.2):
            self.write_comment()
        self.write(self.end())
        self.write_gaps()

    def write_key_part(self, key: str) -> tuple[int, int]:
        forms = [self.quote(key)]
        if key and all(char in BARE for char in key):
            forms += [key] * 3
        if not any(char in CONTROLS or char == "'" for char in key):
            forms.append(f"'{key}'")
        source = self.random.choice(forms)
        start = self.write(source)
        return start, start + len(source)

    def write_keys(self, above: Path, keys: Path) -> tuple[int, int]:
        """Write a dotted key, note what it implies, and return the span of its last part.

        The keys may have indices among them, which are not written.
        """
        span = (0, 0)
        path = above
        for number, key in enumerate(keys):
            path = (*path, key)
            if isinstance(key, int):
                continue
            if number:
                self.write(self.space() + "." + self.space())
            span = self.write_key_part(key)
            if number < len(keys) - 1:
                self.noted.setdefault(path, Place(*span, *span))
        return span

    def write_pair(self, above: Path, keys: tuple[str, ...], value: Any) -> None:
        span = self.write_keys(above, keys)
        self.write(self.space() + "=" + self.space())
        start = self.write_value((*above, *keys), value)
        self.noted[*above, *keys] = Place(*span, start, self.pos)

    def write_value(self, path: Path, node: Any) -> int:
        """Write a value, note what is in it but not itself, and return where it starts."""
        if isinstance(node, Scalar):
            return self.write(node.source)
        if isinstance(node, Inline):
            start = self.write("{" + self.space())
            for number, (keys, value) in enumerate(node.items):
                if number:
                    self.write(self.space() + "," + self.space())
                self.write_pair(path, keys, value)
            self.write(self.space() + "}")
            return start
        start = self.write("[")
        for index, value in enumerate(node.items):
            self.write_array_gap()
            item = self.write_value((*path, index), value)
            self.noted[*path, index] = Place(item, self.pos, item, self.pos)
            self.write_array_gap()
            if index < len(node.items) - 1 or self.chance(0.2):
                self.write(",")
        self.write_array_gap()
        self.write("]")
        return start

    def write_array_gap(self) -> None:
        self.write(self.space())
        while self.chance(0.2):
            if self.chance(0.4):
                self.write_comment()
            self.write(self.end() + self.space())

    def sections(self, path: Path, table: Table, header: str | None) -> Iterator[Callable[[], None]]:
        """Yield what writes each section of a table: its own and, mixed with it, those of the tables below it.

        ``header`` is the bracket of its header, or None for the root.
        """
        streams: list[Iterator[Callable[[], None]]] = []
        if table.explicit:
            own = iter([lambda: self.write_section(path, table, header)])
            # The root has no header, and an element of an array is made by its header: both have to come first.  So
            # has a table with tables below those of its dotted keys.
            if header != "[" or any(len(keys) > 1 for keys in table.tables):
                yield next(own)
            streams.append(own)
        for keys, below in table.tables.items():
            if isinstance(below, list):
                streams.append(self.element_sections((*path, *keys), below))
            else:
                streams.append(self.sections((*path, *keys), below, "["))
        while streams:
            stream = self.random.choice(streams)
            section = next(stream, None)
            if section is None:
                streams.remove(stream)
            else:
                yield section

    def element_sections(self, path: Path, elements: list[Table]) -> Iterator[Callable[[], None]]:
        for index, element in enumerate(elements):
            yield from self.sections((*path, index), element, "[[")

    def write_section(self, path: Path, table: Table, header: str | None) -> None:
        if header:
            self.write(self.space())
            start = self.write(header)
            self.write(self.space())
            span = self.write_keys((), path[:-1] if header == "[[" else path)
            self.write(self.space() + "]" * len(header))
            self.noted[path] = Place(*span, start, self.pos)
            if header == "[[":
                self.noted.setdefault(path[:-1], self.noted[path])
            self.write_line_end()
        for keys, value in table.body:
            self.write(self.space())
            self.write_pair(path, keys, value)
            self.write_line_end()


def same(one: Any, other: Any) -> bool:
    """Compare data, taking nan for equal to nan and 1 for different from 1.0 and True."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        return str(one) == str(other)  # tells 0.0 from -0.0, but not nan from nan
    return bool(one == other)


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every path of parsed data but the root, with what is there."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key), value
        if isinstance(value, dict | list):
            yield from walk(value, (*path, key))


def check_by_parsing(text: str, found: dict[Path, Place]) -> None:
    """Check places without knowing them, by parsing what stands there."""
    data = dict(walk(tomllib.loads(text)))
    assert found.keys() == data.keys()
    for path, value in data.items():
        place = found[path]
        key = text[place.key_start : place.key_end]
        source = text[place.value_start : place.value_end]
        if isinstance(path[-1], str):
            assert tomllib.loads(f"{key} = 1") == {path[-1]: 1}
        elif not source.startswith("[["):
            assert key == source
        # A table that is only implied, or has a header, does not stand behind an equals sign.
        if not isinstance(value, dict | list) or text[: place.value_start].rstrip(" \t").endswith("="):
            assert same(tomllib.loads(f"value = {source}")["value"], value)


def check_document(document: tuple[str, dict[str, Any], dict[Path, Place]]) -> None:
    """Check the scanner, and before it the writer, with a document from the writer."""
    text, data, noted = document
    assert same(tomllib.loads(text), data)
    assert noted.keys() == dict(walk(data)).keys()
    found = places(text)
    assert found == noted
    check_by_parsing(text, found)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any], dict[Path, Place]]:
    """Documents with their data and places."""
    return _Writer(draw(st.randoms(use_true_random=False)), draw(st.integers(2, 4))).document()


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
@given(documents())
def test_places_of_random_documents(document: tuple[str, dict[str, Any], dict[Path, Place]]) -> None:
    check_document(document)


@pytest.mark.parametrize("seed", range(40))
def test_places_of_larger_random_documents(seed: int) -> None:
    # What Hypothesis draws has to stay small; these go deeper, and are the same in each run.
    check_document(_Writer(Random(seed), 4).document())  # noqa: S311


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
    expected = {path: Place(*spans[key], *spans[value]) for path, (key, value) in EXAMPLES[name][1].items()}
    assert places(text) == expected
    check_by_parsing(text, expected)


def test_places_are_named() -> None:
    assert places("key = 1")["key",]._asdict() == {"key_start": 0, "key_end": 3, "value_start": 6, "value_end": 7}
    assert all(type(place) is Place for place in places("[a.b]\nc = [{d = 1}]\n[[e]]").values())


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a=", "}"), ("[{a = ", "}]")])
def test_no_value_is_nested_too_deep(opening: str, closing: str) -> None:
    depth = 1500  # more than the call stack takes, and than the parser takes
    text = f"k = {opening * depth}1{closing * depth}"
    found = places(text)
    assert len(found) == 1 + depth * (1 + (opening == "[{a = "))
    assert found["k",] == (0, 1, 4, len(text))
    path, place = max(found.items(), key=lambda item: len(item[0]))
    assert len(path) == len(found)
    assert text[place.value_start : place.value_end] == "1"


LONG = {
    "array": "a = [" + "1, " * 30_000 + "]",
    "basic string": 'a = "' + '\\"' * 100_000 + '"',
    "multi-line basic string": 'a = """' + '""\\"' * 100_000 + '"""',
    "multi-line literal string": "a = '''" + "''x" * 100_000 + "'''",
    "comment": "a = 1 #" + "#" * 100_000,
    "comments": "#\n" * 100_000,
    "space": " \t" * 100_000 + "a" + " \t" * 100_000 + "=" + " \t" * 100_000 + "1" + " \t" * 100_000,
    "quoted key": '"' + "\\u0061" * 50_000 + '" = 1',
    "unclosed array": "a = [" + "1, " * 30_000,
    "unclosed basic string": 'a = "' + '\\"' * 100_000,
    "unclosed multi-line basic string": 'a = """' + '""\\"' * 100_000,
    "unclosed multi-line literal string": "a = '''" + "''x" * 100_000,
    "key without a value": "a" * 200_000 + " " * 200_000,
    "brackets": "a = " + "[" * 2_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_tokens(name: str) -> None:
    # Nothing is asserted of the time, but were the scan of any of these quadratic, it would take minutes.
    text = LONG[name]
    if name.startswith("unclosed") or name in ("key without a value", "brackets"):
        with pytest.raises(ValueError, match=r"no TOML (key|value) at offset \d+"):
            places(text)
    else:
        assert places(text).keys() == dict(walk(tomllib.loads(text))).keys()


@pytest.mark.parametrize(
    "text", ["a", "a =", "= 1", "a = [1", "a = {b = 1", "a = {b}", "[a", "[[a]\nb", "a = ]", "a.", '"a = 1', "\x00"]
)
def test_what_is_far_from_toml_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no TOML (key|value) at offset \d+"):
        places(text)


def test_what_later_toml_allows() -> None:
    # Not every parser that may stand in front takes these, so they are not parsed here.
    text, spans = mark('a = {\n «b:"\\x41\\e"» = 1, # }\n «c:c» = «v:07:32»,\n}\nd = 1')
    found = places(text)
    assert found.keys() == {("a",), ("a", "A\x1b"), ("a", "c"), ("d",)}
    assert found["a", "A\x1b"][:2] == spans["b"]
    assert found["a", "c"] == (*spans["c"], *spans["v"])


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
