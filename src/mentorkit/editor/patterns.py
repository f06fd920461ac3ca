r"""Patterns of the texts that have a kind of their own, for a JSON Schema: they match what the core reads, and no more.

They keep to what the dialects of JavaScript, Rust and Python share: `[0-9]` in place of `\d`, no flags, no look-behind.
"""

from collections.abc import Callable
from itertools import pairwise

from mentorkit.values.duration import IN_WORDS, SHORT_UNITS, Duration
from mentorkit.values.edition import Edition
from mentorkit.values.moment import Moment
from mentorkit.values.opening_hours import DAYS_OF_THE_WEEK, Hours
from mentorkit.values.rate import Rate
from mentorkit.values.text_value import TextValue
from mentorkit.values.time_passed import TimePassed

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
    return "".join(letters.get(c, f"[{c}{c.upper()}]") if c.isalpha() else c for c in text)


def _one_of(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _duration(gap: str, case: Callable[[str], str] = str) -> str:
    """A number of at most six digits and a unit; time that passes is at most a hundred years."""
    longest = {"day": 36_500, "week": 5_214, "month": 1_200, "year": 100}
    units = [f"0*[1-9][0-9]*{gap}{_one_of([case('minute'), case('hour')])}"]
    units += [f"{_up_to(most)}{gap}{case(unit)}" for unit, most in longest.items()]
    return f"(?=[0-9]{{1,6}}(?![0-9])){_one_of(units)}{case('s')}?"


def _duration_in_words() -> str:
    """A length of time that may have its number in words, or be a fortnight."""
    units = _one_of([*SHORT_UNITS, "minute", "hour", "day", "week", "month", "year"])
    short = f"(?=[0-9]{{1,6}}(?![0-9]))0*[1-9][0-9]* ?{_one_of(list(SHORT_UNITS))}s?"
    in_words = f"{_one_of(list(IN_WORDS))} {units}s?"
    return f"{_duration(' ?')}|{short}|{in_words}|(?:a |one )?fortnight"


def _rate() -> str:
    return r"[0-9]{1,9}\s*(?:per|a|each)\s+(?:day|week|month|year)"


def _moment() -> str:
    """A length of time before or after an event, or the event alone, whose name has neither word in it."""
    side = _one_of([_any_case("before"), _any_case("after")])
    word = f"(?!{side}(?!{_LETTER})){_LETTER}+"
    event = rf"{word}(?:[\s-]+{word})*[\s-]*"
    by = _duration(r"\s*", _any_case)
    return rf"(?:{by}\s+{side}\s+)?{event}"


def _hours() -> str:
    """Days with times, separated by commas; no part of them ends when it begins."""
    short = [
        _any_case(day[:3].lower()) + f"(?:{_any_case(day[3:].lower())}{_any_case('s')}?)?" for day in DAYS_OF_THE_WEEK
    ]
    short[1] = _one_of([short[1], _any_case("tues")])
    short[3] = _one_of([short[3], _any_case("thur") + _any_case("s") + "?"])
    day, between = _one_of(short), rf"\s*(?:{_any_case('to')}|-|–)\s*"
    start, end = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]", "(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)"
    named = [_any_case(name).replace(" ", r"\s+") for name in ("every day", "daily", "weekdays", "weekends")]
    some = _one_of([*named, f"{day}(?:{between}{day})?"])
    days = rf"{some}(?:(?:\s+{_any_case('and')}\s+|\s*[&,;]\s*){some})*"
    # The same time written twice: of any day, of one day, or of a day's end and the beginning of the next.
    same = rf"0?([0-9]+:[0-9]+){between}"
    on_days = rf"{days}\s+(?!{same}0?\1(?![0-9])){start}{between}{end}"
    next_day = [rf"{after}\s+0?0:00{between}{before}\s+24:00" for before, after in pairwise(short)]
    one_day = [
        rf"{name}\s+0?([0-9]+:[0-9]+){between}{name}\s+0?\{number}(?![0-9])" for number, name in enumerate(short, 2)
    ]
    from_day_to_day = rf"(?!{'|'.join([*one_day, *next_day])}){day}\s+{start}{between}{day}\s+{end}"
    always = _one_of(
        [
            _any_case(name).replace(" ", r"\s+")
            for name in ("24/7", "24 / 7", "24 hours a day, 7 days a week", "always", "at any hour")
        ]
    )
    goes_on, ends = r"\s*[,;]\s*(?=\S)", r"(?=\s*$)"
    return f"{always}|(?:(?:{on_days}|{from_day_to_day})(?:{goes_on}|{ends}))+"


_PATTERNS = {
    Duration: _duration_in_words(),
    TimePassed: _duration_in_words(),
    Rate: _rate(),
    Moment: _moment(),
    Hours: _hours(),
    Edition: "[0-9]{4}-(?:0[1-9]|1[0-2])",
}
