"""Entries of lists as people write them, so that spellings of one are compared as one."""

import re

from mentorkit.values.seen_text import as_seen

_UK_SPELLING = {
    "behavior": "behaviour",
    "behavioral": "behavioural",
    "center": "centre",
    "color": "colour",
    "counseling": "counselling",
    "counseled": "counselled",
    "counselor": "counsellor",
    "defense": "defence",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "favor": "favour",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "honor": "honour",
    "judgment": "judgement",
    "labor": "labour",
    "license": "licence",
    "mom": "mum",
    "neighbor": "neighbour",
    "neighborhood": "neighbourhood",
    "practise": "practice",
    "program": "programme",
    "traveling": "travelling",
}
"""Words whose US spelling no rule of endings gives; and nouns that are mistaken for their verbs."""

_TOGETHER = {
    "well being": "wellbeing",
    "co ordinator": "coordinator",
    "co ordination": "coordination",
    "co operation": "cooperation",
    "house mate": "housemate",
    "on line": "online",
}
"""Words that are also written in two parts."""


def as_entry(text: str) -> str:
    """What the spellings of one entry have in common.

    Case, hyphens, apostrophes and spaces do not count, "&" is "and", and a word is the same in the plural and in UK and
    US spelling.

    Examples:
        >>> as_entry("Lone-working policies") == as_entry("lone working policy")
        True
        >>> as_entry("Well-being & behavior") == as_entry("wellbeing and behaviour")
        True
        >>> as_entry("confidentiality policy") == as_entry("confidentiality procedure")
        False
    """
    plain = as_seen(text).replace("&", " and ").replace("'", "").replace("’", "")
    words = " ".join(_as_word(word) for word in re.sub(r"[-_]", " ", plain).rstrip(" .;,").split())
    for apart, together in _TOGETHER.items():
        words = re.sub(rf"\b{apart}\b", together, words)
    return words


def _as_word(word: str) -> str:
    """A word in the singular and in UK spelling."""
    if len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = re.sub(r"(?<=[^aeiou])ies$", "y", word)
        word = re.sub(r"(?<=ss|sh|ch)es$|(?<=[xz])es$", "", word)
        word = word.removesuffix("s")
    word = re.sub(r"(?<=[a-z]{3})iz(?=(e|ed|er|ing|ation|ational)$)", "is", word)
    word = re.sub(r"(?<=[a-z]{2})yz(?=(e|ed|ing)$)", "ys", word)
    return _UK_SPELLING.get(word, word)
