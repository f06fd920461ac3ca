"""What people are called here: each sector has its own words, and messages use them."""

import re
from collections.abc import Iterable, Mapping

WORDS: Mapping[str, str] = {
    "mentor": "mentor",
    "mentors": "mentors",
    "mentee": "mentee",
    "mentees": "mentees",
    "lead_worker": "lead worker",
    "episode": "the time of support",
}
"""The words that a sector may set, with those used where none does."""

CONTROLS = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]|\r(?!\n)|(?!\\A)\ufeff"
)
_QUOTED_OR_WORD = re.compile(r'"[^"]*+"|[^\s"]++')
_LONGEST = 100
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ONE_OF_SEVERAL = re.compile(r"\b1 \{(mentor|mentee)s\}")
_EVERY_ONE = re.compile(r"\bevery 1 (?=(?:minute|hour|day|week|month|year)\b)")
_ONE_PEOPLE = re.compile(r"\b1 people\b")


def in_words(text: str, words: Mapping[str, str], values: Mapping[str, object] | None = None) -> str:
    """A message with its placeholders filled in: the sector's words, and the values of a rule's arguments.

    Braces that name neither stay as they are, since a service may write braces in its own texts.
    """
    if "{" not in text:
        return of_one(text)
    known: dict[str, object] = {**WORDS, **words, **(values or {})}
    text = _ONE_OF_SEVERAL.sub(r"1 {\1}", text)
    return of_one(_PLACEHOLDER.sub(lambda found: str(known.get(found[1], found[0])), text))


def of_one(message: str) -> str:
    """A message that says of one what it says of several where a number turns out to be 1.

    Examples:
        >>> of_one("1 people at a time, every 1 week"), of_one("every 1 to 2 weeks, of 21 people")
        ('1 person at a time, every week', 'every 1 to 2 weeks, of 21 people')
    """
    return _ONE_PEOPLE.sub("1 person", _EVERY_ONE.sub("every ", message))


def placeholders_of(text: str) -> tuple[set[str], str]:
    """The names in braces of a message, and the message without them."""
    return set(_PLACEHOLDER.findall(text)), _PLACEHOLDER.sub("", text)


def listed(names: Iterable[str], last: str = "and") -> str:
    """Several names in a sentence: "a", "a and b", "a, b and c".

    Raises:
        ValueError: where there are none.

    Examples:
        >>> listed(["a", "b", "c"], "or")
        'a, b or c'
    """
    *before, end = names
    return f"{', '.join(before)} {last} {end}" if before else end


def with_fix(message: str, fix: str) -> str:
    """What is wrong and what to do, on one line; a message may end with a question, such as "did you mean …?"."""
    return f"{message}{'' if message.endswith('?') else ';'} {fix}" if fix else message


def shown(text: str) -> str:
    """A text of several lines as it may go to a terminal or into a file.

    Control characters that a terminal would obey, that turn the direction of writing, or that nobody sees, are shown as
    escapes. Ends of lines, tabs and a mark at the beginning stay, and so do joiners, which some scripts and emoji need.
    """
    return CONTROLS.sub(lambda found: repr(found[0])[1:-1], text)


def visible(text: str) -> str:
    """A text whose control characters are shown, since a terminal would obey them."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\t" else repr(c)[1:-1] for c in text)


def shortened(text: str) -> str:
    """A text of the file within a message: its first 100 characters where it is longer.

    Examples:
        >>> shortened("peer"), len(shortened("a" * 1000))
        ('peer', 101)
    """
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def with_short_names(message: str) -> str:
    """A message in which each quoted text of the file, and each word of it such as an id, is shortened.

    Examples:
        >>> with_short_names(f'there is no need "{"a " * 1000}" here') == f'there is no need "{"a " * 50}…" here'
        True
    """
    return message if len(message) <= _LONGEST else _QUOTED_OR_WORD.sub(_short, message)


def _short(found: re.Match[str]) -> str:
    text = found[0]
    return f'"{shortened(text[1:-1])}"' if text[0] == text[-1] == '"' else shortened(text)
