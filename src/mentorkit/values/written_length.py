"""How people write a length of time: "14 days", "an hour and a half", "1.5 hours", "1 year 6 months", "a fortnight".

What could be two lengths is not read: half a day is 12 hours to one and a morning to another. The patterns are of texts
in small letters with single spaces; the JSON Schema makes its own of them.
"""

import re

_IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SHORT = {"min": "minute", "hr": "hour", "wk": "week", "mth": "month", "yr": "year"}
_SMALLER = {"hour": (60, "minute"), "year": (12, "month"), "week": (7, "day")}
"""How many of a smaller unit are in one. A quarter of an hour and of a year are whole numbers of these."""
_QUARTERS = {".25": 1, ".5": 2, ".50": 2, ".75": 3, "¼": 1, "½": 2, "¾": 3}
_QUARTERS |= {"half": 2, "a half": 2, "a quarter": 1, "three quarters": 3}

_COUNT = f"(?P<count>0?[1-9]|[1-9][0-9]|{'|'.join(_IN_WORDS)}|an?)"
_PART = "(?P<part>a half|a quarter|three quarters)"
_HALVED = "(?P<unit>(?:hour|hr|year|yr)s?)"

_MOST = 999_999
NUMBER = "(?P<count>[0-9]{1,6})"
"""A number before a unit; how large it may be depends on the unit."""
UNITS = tuple(
    f"{unit}s?" for unit in ("minute", "min", "hour", "hr", "day", "week", "wk", "month", "mth", "year", "yr")
)
"""The units, each with its plural."""
OTHER_FORMS = (
    f"(?P<count>{'|'.join(_IN_WORDS)}|an?) (?P<unit>{'|'.join(UNITS)})",
    "(?:a |one )?(?P<unit>fortnight)",
    rf"(?P<count>[0-9]{{1,2}}) ?(?P<part>[¼½¾]) ?{_HALVED}",
    rf"(?P<count>[0-9]{{1,2}})(?P<part>\.25|\.50?|\.75) ?{_HALVED}",
    f"{_COUNT} and {_PART} {_HALVED}",
    f"{_COUNT} {_HALVED} and {_PART}",
    f"(?P<part>half|a quarter of|three quarters of) an? {_HALVED}",
    f"{_COUNT} ?(?P<unit>(?:hour|hr)s?)(?: and|,)? (?P<more>0?[1-9]|[1-5][0-9]) ?(?:minute|min)s?",
    f"{_COUNT} ?(?P<unit>(?:year|yr)s?)(?: and|,)? (?P<more>0?[1-9]|1[01]) ?(?:month|mth)s?",
    f"{_COUNT} ?(?P<unit>(?:week|wk)s?)(?: and|,)? (?P<more>[1-6]) ?days?",
)
"""What is also a length of time. None of them can be zero, or longer than a hundred years."""


def read_length(text: str) -> tuple[int, str] | None:
    """How many of which unit a text says, or None where it says none, or what could be two.

    Examples:
        >>> read_length("an hour and a half"), read_length("1½ years"), read_length("1 hr 30 mins")
        ((90, 'minute'), (18, 'month'), (90, 'minute'))
        >>> read_length("half a day")
    """
    text = " ".join(text.lower().split())
    for form in (f"{NUMBER} ?(?P<unit>{'|'.join(UNITS)})", *OTHER_FORMS):
        if found := re.fullmatch(form, text):
            return _counted(found.groupdict())
    return None


def _counted(said: dict[str, str]) -> tuple[int, str]:
    """The number and unit of what a form says, in the smaller unit where it says a part of the larger one."""
    unit = said["unit"].removesuffix("s")
    if unit == "fortnight":
        return 2, "week"
    unit = _SHORT.get(unit, unit)
    written = said.get("count", "0")
    count = _IN_WORDS.index(written) + 1 if written in _IN_WORDS else 1 if written in ("a", "an") else int(written)
    if "part" not in said and "more" not in said:
        return count, unit
    each, smaller = _SMALLER[unit]
    quarters = _QUARTERS[said["part"].removesuffix(" of")] if "part" in said else 0
    return count * each + quarters * each // 4 + int(said.get("more", 0)), smaller


def without_commas(text: str) -> str | None:
    """A text whose number has commas between its thousands, without them; None where it has no such number.

    Examples:
        >>> without_commas("1,000 hours"), without_commas("1,5 hours")
        ('1000 hours', None)
    """
    grouped = re.match(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9.,])", text)
    return grouped[0].replace(",", "") + text[grouped.end() :] if grouped else None


def instead_of(text: str) -> str:
    """What to write instead of a text that says no length of time.

    Examples:
        >>> instead_of("one school year")
        'write how long that is in weeks or months, such as "39 weeks" or "10 months"'
    """
    text = " ".join(text.lower().split())
    if (plain := without_commas(text)) and read_length(plain):
        return f'write "{plain}", without a comma'
    if number := re.fullmatch(f"([0-9]+) ?({'|'.join(UNITS)})", text):
        if not int(number[1]):
            return "write a number from 1 up"
        spent = number[2].startswith(("h", "min"))
        return f"write at most {_MOST} {number[2]}" if spent else "write at most a hundred years"
    if re.search(r"\bterms?\b|\b(?:school|academic) years?\b", text):
        return 'write how long that is in weeks or months, such as "39 weeks" or "10 months"'
    if re.search(r"[0-9][.,][0-9]|[¼½¾]|\bhalf\b|\bquarters?\b", text):
        wholes = '"80 minutes", "10 days", "6 weeks", or "4 hours" for half a day'
        return f"write a whole number of a smaller unit, such as {wholes}"
    return 'write a whole number and a unit, such as "14 days", "8 weeks", "3 months" or "40 hours"'
