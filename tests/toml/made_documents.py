"""TOML documents made up at random: what is in them, each value with its source text, before it is written down."""

import string
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from random import Random
from typing import Any

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


class Maker:
    """Makes up tables, keys and values."""

    def __init__(self, random: Random, size: int = 3) -> None:
        self.random = random
        self.size = size
        self.ends = random.choice([["\n"], ["\r\n"], ["\n", "\r\n"]])

    # Choices

    def chance(self, part: float) -> bool:
        """Whether something that happens in this part of all cases happens now."""
        return self.random.random() >= 1 - part  # so that what Hypothesis shrinks gets shorter

    def upto(self, most: int) -> int:
        """A number from 0 to the most."""
        return self.random.randint(0, most)

    def end(self) -> str:
        """A line end."""
        return self.random.choice(self.ends)

    def space(self) -> str:
        """Space between two tokens, perhaps none."""
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
        """A table with what stands in it and below it."""
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
        """Any value."""
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
        """True or false."""
        return self.random.choice([Scalar(True, "true"), Scalar(False, "false")])

    def digits(self, allowed: str, *, leading_zero: bool) -> str:
        """Digits, some with underscores between them."""
        first = self.random.choice(allowed if leading_zero else allowed[1:])
        rest = (self.random.choice(["", "_"]) + self.random.choice(allowed) for _ in range(self.upto(4)))
        return first + "".join(rest)

    def make_integer(self) -> Scalar:
        """A whole number in one of the four notations."""
        prefix, allowed = self.random.choice(
            [("", string.digits), ("0x", string.digits + "abcdefABCDEF"), ("0o", string.octdigits), ("0b", "01")]
        )
        source = prefix + self.digits(allowed, leading_zero=prefix != "")
        if not prefix:
            source = self.random.choice(["", "+", "-"]) + self.random.choice([source, source, "0"])
        return Scalar(int(source, 0), source)

    def make_float(self) -> Scalar:
        """A number with a fraction, an exponent or neither of them."""
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
        """A date, a time or both, with or without a zone."""
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
        """A one-line string with escapes."""
        value = "".join(self.random.choice(ODD + BARE[::9] + CONTROLS) for _ in range(self.upto(8)))
        return Scalar(value, self.quote(value))

    def make_literal(self) -> Scalar:
        """A one-line string without escapes."""
        value = "".join(self.random.choice(ODD + BARE[::9]) for _ in range(self.upto(8))).replace("'", "")
        return Scalar(value, f"'{value}'")

    def make_long_literal(self) -> Scalar:
        """A multi-line string without escapes."""
        return self.make_long("'", escapes=False)

    def make_long_basic(self) -> Scalar:
        """A multi-line string with escapes."""
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
