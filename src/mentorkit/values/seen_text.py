"""Texts as a person sees them, so that two that look alike are compared as one."""

import re
import unicodedata

_SHOWN = str.maketrans(dict.fromkeys("`´‘’‛ʹʻʼˊˋ′＇ꞌ", "'") | dict.fromkeys("⁃−﹣－", "-"))
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Characters that show nothing, and that Unicode counts as letters or marks; see Default_Ignorable_Code_Point."""


def as_seen(text: str) -> str:
    r"""A text without what nobody sees: accents in one form, no invisible characters, and in small letters.

    Apostrophes, hyphens and spaces of every kind are alike, and so are several spaces and one. Every comparison of what
    people have written goes through this: of ids, vetoes, wishes and what is required or excluded.

    Examples:
        >>> as_seen("St\u00a0Mary\u2019s ") == as_seen("st mary's")
        True
    """
    if not text.isascii():
        shown = unicodedata.normalize("NFD", text).casefold().translate(_SHOWN)
        text = unicodedata.normalize("NFC", "".join(map(_shown, shown)))
    kept = (c for c in text.casefold().translate(_SHOWN) if c.isprintable() or c.isspace())
    return " ".join("".join(kept).split())


def easily_mixed_up(text: str) -> str:
    """What an id has in common with those that people take it for: punctuation, leading zeros, o and 0, i, l and 1.

    Examples:
        >>> easily_mixed_up("C-01") == easily_mixed_up("cl")
        True
    """
    marks = "".join(filter(str.isalnum, as_seen(text))).translate(str.maketrans("oil", "011"))
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", marks)


def _shown(character: str) -> str:
    """What a person sees of a character that is alike to another, or of one that shows nothing."""
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    selects = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return "" if category == "Cf" or selects or character in _INVISIBLE else character
