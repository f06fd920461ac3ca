"""Texts as a person sees them, so that two that look alike are compared as one."""

import re
import unicodedata
from collections.abc import Iterable

_SINGLE = "`´‘’‚‛‹›ʹʻʼʽʾʿˈˊˋ′‵＇｀Ꞌꞌʹ՚׳ߴߵ΄᾽᾿῾´`"
_DOUBLE = "“”„‟«»ʺ˝ˮ″‶״〃〝〞〟＂"
_MINUS = "⁃−﹣－˗⁻₋➖۔─━⎯"
_SHOWN = str.maketrans(
    dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_MINUS, "-") | {"\u2800": " "}
)
_SAME_SIGN = frozenset(
    ["<wide>", "<narrow>", "<font>", "<compat>", "<initial>", "<medial>", "<final>", "<isolated>", "<vertical>"]
)
"""How Unicode marks what is another form of the same signs; not so 2 and ², which are different to a reader."""
_LETTERS = str.maketrans("авекмнорстухіјѕԛԝαβεζηικμνορτυχ", "abekmhopctyxijsqwabezhikmnoptyx")
"""Cyrillic and Greek letters that look like Latin ones, small or capital."""
_DIGITS = str.maketrans("oil", "011")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Characters that show nothing, and that Unicode counts as letters or marks; see Default_Ignorable_Code_Point."""


def as_seen(text: str) -> str:
    r"""A text without what nobody sees: accents in one form, no invisible characters, and in small letters.

    Apostrophes, quotation marks, hyphens and spaces of every kind are alike, and so are several spaces and one, and
    letters and digits of any width. Every comparison of what people have written goes through this: of ids, vetoes,
    wishes and what is required or excluded.

    Examples:
        >>> as_seen("St\u00a0Mary\u2019s ") == as_seen("st mary's")
        True
    """
    text = "".join(c for c in text if c.isprintable() or c.isspace())
    if not text.isascii():
        shown = unicodedata.normalize("NFD", text).translate(_SHOWN)
        shown = unicodedata.normalize("NFD", "".join(map(_shown, shown)).casefold())
        text = unicodedata.normalize("NFC", "".join(map(_shown, shown)))
    return " ".join(text.casefold().translate(_SHOWN).split())


def easily_mixed_up(text: str) -> str:
    """What an id has in common with those that people take it for: punctuation, leading zeros, o and 0, i, l and 1.

    Examples:
        >>> easily_mixed_up("C-01") == easily_mixed_up("cl")
        True
    """
    marks = "".join(filter(str.isalnum, as_seen(text))).translate(_LETTERS).translate(_DIGITS)
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", marks)


def look_alikes(ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The ids that look alike and are not the same, in groups: two spellings of one person, or two people.

    Examples:
        >>> look_alikes(["P-1", "P-01", "P-11"])
        (('P-01', 'P-1'),)
    """
    groups: dict[str, dict[str, str]] = {}
    for each in sorted(ids):  # of two spellings of one id the first is said, in whatever order they came
        groups.setdefault(look_of_id(each), {}).setdefault(as_seen(each), each)
    return tuple(sorted(tuple(sorted(group.values())) for group in groups.values() if len(group) > 1))


def mixed_up_between(ids: Iterable[str], others: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of an id and one of the others that people easily take for it; for parts of which nobody has both.

    Examples:
        >>> mixed_up_between(["L-1", "M-2"], ["1-1", "m-2"])
        (('1-1', 'L-1'),)
    """
    of_ids, of_others = ({as_seen(each): each for each in sorted(group, reverse=True)} for group in (ids, others))
    taken_for: dict[str, list[tuple[str, str]]] = {}
    for seen, other in of_others.items():
        taken_for.setdefault(easily_mixed_up(other), []).append((seen, other))
    return tuple(
        sorted(
            (min(id_, other), max(id_, other))
            for seen, id_ in of_ids.items()
            for seen_other, other in taken_for.get(easily_mixed_up(id_), ())
            if seen != seen_other
        )
    )


def look_of_id(text: str) -> str:
    """What ids have in common that look alike: letters of other scripts, leading zeros, and signs between parts.

    It takes fewer ids for one another than `easily_mixed_up` does, so that L1 and I1, or 1-11 and 11-1, stay different.
    """
    seen = as_seen(text).translate(_LETTERS)
    seen = re.sub(r"(?<=[0-9])[oil]+|(?<=[\W_])o(?=[0-9])", lambda found: found[0].translate(_DIGITS), seen)
    parts = re.sub(r"(?<![0-9])-|-(?![0-9])", "", re.sub(r"[\W_]+", "-", seen))
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", parts) or seen


def _shown(character: str) -> str:
    """What a person sees of a character that is alike to another, or of one that shows nothing."""
    category = unicodedata.category(character)
    if category == "Pd":
        return "-"
    if unicodedata.decomposition(character).partition(" ")[0] in _SAME_SIGN:
        return unicodedata.normalize("NFKD", character).translate(_SHOWN)
    selects = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return "" if category == "Cf" or selects or character in _INVISIBLE else character
