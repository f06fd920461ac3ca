"""Texts in a picture: cleaned, measured without a font at hand, and broken into lines."""

import re
from calendar import month_name
from datetime import date
from unicodedata import combining, east_asian_width, normalize

from mentorkit.values.duration import Duration
from mentorkit.values.inexact import highest
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK, hours_in_words

_WIDTHS = {  # thousandths of the size; the advance widths that Helvetica, Arial and Liberation Sans share
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft·\N{NO-BREAK SPACE}", 333: "()-`r", 334: "{}", 355: '"',
    389: "*", 469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "…—", 1015: "@",
}  # fmt: skip
_WIDTH = {char: width for width, chars in _WIDTHS.items() for char in chars}
_OTHER = 900
"""A letter of another script; most are narrower, so that a box is rather too wide than too narrow."""
_BOLD = 1.1
"""No bold letter in common use is wider than its regular form by more."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_JOINERS = "\u200c\u200d"
_DAY = re.compile("|".join(DAYS_OF_THE_WEEK))


def clean(text: str) -> str:
    """A text on one line without characters that XML forbids or that turn the direction of what follows."""
    return "".join(
        c if c.isprintable() or c in _JOINERS else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split())
    )


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most, in the unit of its size."""
    return sum(_char_width(char) for char in text) * size / 1000 * (_BOLD if bold else 1)


def _char_width(char: str) -> int:
    if char in _WIDTH:
        return _WIDTH[char]
    if combining(char) or char in _JOINERS:
        return 0
    return 1000 if east_asian_width(char) in "WF" else _WIDTH.get(normalize("NFD", char)[0], _OTHER)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Breaks a text into lines that are no wider than there is room; a word that is too long is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, size, bold=bold) > room:
            fits = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], size, bold=bold) <= room)
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return [*lines, line] if line else lines


def hours_in_brief(minutes: int) -> str:
    """Hours of the week as they stand on a door: "Mon–Fri 09:00–17:00", "24/7"; lines break between stretches only."""
    said = hours_in_words(minutes).replace("at any hour", "24/7").replace("every day", "daily").replace(" to ", "–")
    return _DAY.sub(lambda day: day[0][:3], said).replace(" ", _NO_BREAK).replace(f",{_NO_BREAK}", ", ")


def length_in_brief(length: Duration) -> str:
    """A length of time, such as "15 min" or "2 hours"."""
    return re.sub(" minutes?", " min", str(length))


def people_in_words(count: int) -> str:
    """How many people there are, such as "12 people", or "1 to 3 people"."""
    return f"{count} people" if highest(count) > 1 else "1 person"


def date_in_words(day: date) -> str:
    """A date such as "1 May 2026"."""
    return f"{day.day} {month_name[day.month]} {day.year}"
