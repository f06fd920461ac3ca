"""How deep and how full a TOML text may be: checked before the parser is asked, whose time grows with both."""

import re

DEEPEST = 20
"""The most parts of a key, and the most lists and tables in each other; no design has half as many of either."""

MOST_ENTRIES = 30_000
"""Of a design: its keys, its tables and the commas between entries of lists; a network of 3,000 members has as many."""

# Texts and comments are passed over whole. No loop can match the same text in two ways, which keeps this linear.
_TOKEN = re.compile(
    r'"""[^"\\]*+(?:(?:\\.|""?+(?!"))[^"\\]*+)*(?:"{3,5})?'
    r"|'''[^']*+(?:''?+(?!')[^']*+)*(?:'{3,5})?"
    r'|"[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*"?'
    r"|'[^'\r\n]*+'?"
    r"|\#[^\n]*+"
    r"|(?P<dot>\.)"
    r"|(?P<open>[\[{])"
    r"|(?P<close>[\]}])"
    r"|(?P<entry>[,=]\s*+)"
    r"|(?P<end>\n\s*+)",
    re.DOTALL,
)

_MAY_BE_LONG = re.compile("[0-9A-Fa-f_]{3500}")
_WORD_OR_PASSED_OVER = re.compile(rf"(?P<word>[A-Za-z0-9_+.:-]++)|{_TOKEN.pattern}", re.DOTALL)
_WHOLE_NUMBER = re.compile(r"[+-]?((0[xob])?[0-9A-Fa-f_]+)")
_MOST_DIGITS = 4300
"""Of a number, in Python; it does not say where a longer one stands."""
_MOST_DIGITS_OF_OTHER_BASES = 3500
"""Python reads longer ones, and then cannot write them as decimals."""


def too_long_number(text: str) -> int | None:
    """Where the digits begin of a whole number that is too long to be read or written; None for nowhere."""
    if not _MAY_BE_LONG.search(text):
        return None
    for found in _WORD_OR_PASSED_OVER.finditer(text):
        number = _WHOLE_NUMBER.match(found["word"] or "")
        if number and len(number[1].replace("_", "")) > (_MOST_DIGITS_OF_OTHER_BASES if number[2] else _MOST_DIGITS):
            return found.start() + number.start(1)
    return None


def beyond_limits(text: str, most_entries: int | None = None) -> tuple[int, str, str] | None:
    """Where a text goes too deep or too far, what is wrong and what to do; None where it does not.

    Args:
        text: TOML, or what is meant to be.
        most_entries: how many keys, tables and entries it may have; None for as many as it likes.
    """
    dots = depth = entries = 0
    for found in _TOKEN.finditer(text):
        match found.lastgroup:
            case "dot":
                dots += 1
                entries += dots > 1  # each part of a key from the third on is a table that has no header of its own
                if dots >= DEEPEST:
                    return (
                        found.start(),
                        f"this key has more than {DEEPEST} parts",
                        "write fewer, with a dot between them",
                    )
            case "open":
                dots = 0
                depth += 1
                entries += 1
                if depth > DEEPEST:
                    return found.start(), "lists or tables are nested too deeply", "take some of the brackets out"
            case "close":
                dots = 0
                depth -= 1
            case "entry":
                dots = 0
                entries += 1
            case "end":
                dots = 0
        if most_entries is not None and entries > most_entries:
            message = f"this file has more than {most_entries:,} keys, tables and entries of lists up to here"
            return found.start(), f"{message}, and no programme has as many", "check its name"
    return None
