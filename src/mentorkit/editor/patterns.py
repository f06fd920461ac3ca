r"""Patterns of the texts that have a kind of their own, for a JSON Schema: they match what the core reads, and no more.

They keep to what the dialects of JavaScript, Rust and Python share: `[0-9]` in place of `\d`, no flags, no look-behind.
"""

import re
from collections.abc import Iterable

from mentorkit.values.capacity import ANYBODY, Capacity
from mentorkit.values.duration import Duration
from mentorkit.values.edition import Edition
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import ANY, NEXT, PART, TIMES_FIRST, Hours
from mentorkit.values.rate import Rate
from mentorkit.values.same_entry import forms_of, words_of
from mentorkit.values.text_value import TextValue
from mentorkit.values.time_passed import TimePassed
from mentorkit.values.written_length import OTHER_FORMS, UNITS

_LETTER = "[A-Za-z\u212a]"
"""A letter whose small form is plain; the sign of the kelvin has a small k."""


def pattern(type_: type[TextValue]) -> str | None:
    """The pattern of a kind of text, or None where there is none."""
    made = _PATTERNS.get(type_)
    return rf"^\s*(?:{made})\s*$" if made else None


def _up_to(most: int) -> str:
    """The whole numbers from 1 to the most, with zeros before them or without."""
    digits = str(most)
    shorter = f"0*[1-9][0-9]{{0,{len(digits) - 2}}}"
    alternatives = []
    for place, digit in enumerate(digits):
        least = 1 if place == 0 else 0  # as long, and smaller from this digit on
        if int(digit) > least:
            alternatives.append(f"0*{digits[:place]}[{least}-{int(digit) - 1}][0-9]{{{len(digits) - place - 1}}}")
    return _one_of([shorter, *alternatives, f"0*{digits}"])


def _any_case(text: str) -> str:
    """A text in small or capital letters."""
    letters = {"k": "[kK\u212a]"}
    return "".join(letters.get(c, f"[{c}{c.upper()}]") if c.isascii() and c.isalpha() else c for c in text)


def _one_of(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _as_written(read: str) -> str:
    """The pattern of a text as people write it, from one of the text in small letters with single spaces."""
    plain = re.sub(r"\(\?P<\w+>", "(?:", read)
    return re.sub(" (\\??)", lambda gap: r"\s*" if gap[1] else r"\s+", _any_case(plain))


def _duration() -> str:
    """A number of at most six digits and a unit, or another form; time that passes is at most a hundred years."""
    longest = {"d": 36_500, "w": 5_214, "mo": 1_200, "mt": 1_200, "y": 100}
    units = []
    for unit in UNITS:
        most = next((most for first, most in longest.items() if unit.startswith(first)), None)
        units.append(rf"{_up_to(most) if most else '0*[1-9][0-9]*'}\s*{_any_case(unit)}")
    return _one_of([f"(?=[0-9]{{1,6}}(?![0-9])){_one_of(units)}", *map(_as_written, OTHER_FORMS)])


def entry_pattern(names: Iterable[str]) -> str:
    """The pattern of texts with all words of one of some names, whatever their order, case, number or spelling.

    It takes all that the reader takes for one of the names, and more: what else the text says, the reader alone judges.
    """
    return f"^(?:{'|'.join(dict.fromkeys(''.join(map(_has_word, words_of(name))) for name in names))})"


def _has_word(word: str) -> str:
    forms = [_any_case(re.escape(form)).replace(r"\ ", "[^A-Za-z0-9]+") for form in forms_of(word)]
    return rf"(?=(?:[^\n]*[^A-Za-z0-9])?{_one_of(forms)}(?![A-Za-z0-9]))"


def _rate() -> str:
    return r"[0-9]{1,9}\s*(?:per|a|each)\s+(?:day|week|month|year)"


def _moment() -> str:
    """A length of time before or after an event, or the event alone, whose name has neither word in it."""
    side = _one_of([_any_case("before"), _any_case("after")])
    word = f"(?!{side}(?!{_LETTER})){_LETTER}+"
    event = rf"{word}(?:[\s-]+{word})*[\s-]*"
    return rf"(?:{_duration()}\s+{side}\s+)?{event}"


def _hours() -> str:
    """Days with times, separated by commas; that two times differ, the reader alone asks."""
    part, goes_on = _as_written(PART), _as_written(NEXT)
    return _one_of([*map(_as_written, (*ANY, TIMES_FIRST)), rf"(?:(?:{part})(?:{goes_on}|(?=\s*$)))+"])


_PATTERNS = {
    Duration: _duration(),
    TimePassed: _duration(),
    Rate: _rate(),
    Capacity: _one_of([_rate(), _as_written(ANYBODY)]),
    Moment: _moment(),
    Hours: _hours(),
    Edition: "[0-9]{4}-(?:0[1-9]|1[0-2])",
}
