"""Choices of a closed list as people write them: "Enhanced DBS" is "enhanced", and "parents or carers" are one."""

import re
from collections.abc import Iterable

from mentorkit.values.same_entry import as_entry

_OTHER_WORDS = {
    "PVG scheme": ("PVG", "PVG membership", "PVG scheme membership"),
    "basic": ("basic DBS", "basic check", "basic DBS check", "basic disclosure"),
    "standard": ("standard DBS", "standard check", "standard DBS check", "standard disclosure"),
    "enhanced": ("enhanced DBS", "enhanced check", "enhanced DBS check"),
    "enhanced with barred list": (
        "enhanced with barred list check",
        "enhanced DBS with barred list",
        "enhanced DBS check with barred list",
        "enhanced and barred list",
    ),
    "parent or carer": ("parent and carer", "parent/carer", "carer or parent"),
    "child": ("pupil",),
    "one-to-one": ("1:1", "1 to 1", "one on one"),
    "instrumental": ("practical",),
}
"""Other words for choices, which mean nothing else wherever the choice can be made."""
_SAYS_MORE = re.compile(r"[()\[\]]|[0-9]{4}")
"""What may change which choice is meant, and is a remark only where a list is open."""


def as_choice(text: str, choices: Iterable[str]) -> str | None:
    """The one choice that a text is, in another spelling or other words; None where there is none.

    Examples:
        >>> as_choice("Enhanced DBS", ["enhanced", "enhanced with barred list"])
        'enhanced'
        >>> as_choice("enhanced (barred list)", ["enhanced", "enhanced with barred list"])
    """
    if _SAYS_MORE.search(text):
        return None
    written = as_entry(text)
    found = [each for each in choices if written in map(as_entry, words_for(each))]
    return found[0] if len(found) == 1 else None


def words_for(choice: str) -> tuple[str, ...]:
    """A choice, and the other words for it."""
    return (choice, *_OTHER_WORDS.get(choice, ()))
