"""Entries of lists as people write them, so that spellings of one are compared as one."""

import re
from functools import lru_cache

from mentorkit.values.seen_text import as_seen

_UK_SPELLING = {
    "behavior": "behaviour",
    "behavioral": "behavioural",
    "canceled": "cancelled",
    "canceling": "cancelling",
    "center": "centre",
    "color": "colour",
    "counseled": "counselled",
    "counseling": "counselling",
    "counselor": "counsellor",
    "defense": "defence",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "favor": "favour",
    "focussed": "focused",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "honor": "honour",
    "judgment": "judgement",
    "judgmental": "judgemental",
    "labeled": "labelled",
    "labeling": "labelling",
    "labor": "labour",
    "license": "licence",
    "modeling": "modelling",
    "mom": "mum",
    "neighbor": "neighbour",
    "neighborhood": "neighbourhood",
    "nonjudgmental": "nonjudgemental",
    "practise": "practice",
    "program": "programme",
    "signaling": "signalling",
    "skillful": "skilful",
    "traveled": "travelled",
    "traveler": "traveller",
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
    "group work": "groupwork",
    "health care": "healthcare",
    "inter personal": "interpersonal",
    "non directive": "nondirective",
    "non judgemental": "nonjudgemental",
    "re offending": "reoffending",
    "sign posting": "signposting",
}
"""Words that are also written in two parts."""
_APART = re.compile(rf"\b(?:{'|'.join(_TOGETHER)})\b")


_JOINING = frozenset(("a", "an", "and", "for", "its", "of", "on", "our", "the", "their", "your"))
"""Words that only join others: "assessment of needs" is "needs assessment", and so is "our assessment of needs"."""
_IN_ORDER = frozenset(
    ("after", "before", "by", "from", "if", "into", "no", "not", "or", "over", "than", "then", "to", "unless", "until")
)
"""Words that make of the same words something else in another order."""
_NOT_THERE = re.compile(
    r"\b(?:cancelled|draft(?:ed)?|except|expired|former|lapsed|missing|mock|no|none|not|only|optional|pending|planned"
    r"|proposed|suspended|tba|tbc|tbd|todo|to be|unfinished|unless|unsigned|until|withdrawn|without|yet"
    r"|(?:in|under) (?:construction|development|preparation|progress|way)|on hold)\b"
)
"""What says of a thing that it is not there, or not all of it."""
_IN_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_YEAR_OR_VERSION = re.compile(r"\b(?:(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?|v(?:ersion)? ?[0-9]+(?:\.[0-9]+)*)\b")


@lru_cache(maxsize=4096)  # every file is read against the entries that rules know
def as_entry(text: str) -> str:
    """What the spellings of one entry have in common.

    Case, hyphens, apostrophes, commas and spaces do not count, nor do words that only join others, a remark in
    brackets, and a year or version. A word is the same in the plural and in UK and US spelling, and the order of words
    does not count, unless one of them, such as "before", gives the order a meaning.

    Examples:
        >>> as_entry("Lone-working policies (2026)") == as_entry("lone working policy")
        True
        >>> as_entry("register of risks") == as_entry("Risk Register v3")
        True
        >>> as_entry("confidentiality policy") == as_entry("confidentiality procedure")
        False
        >>> as_entry("strengths before deficits") == as_entry("deficits before strengths")
        False
    """
    words = words_of(text)
    return " ".join(words if _IN_ORDER.intersection(words) else sorted(words))


def words_of(text: str) -> list[str]:
    """The words of an entry that count, in its order, each as its spellings have it in common."""
    plain = _in_words(_YEAR_OR_VERSION.sub(" ", _IN_BRACKETS.sub(_remark, as_seen(text))))
    return [word for word in plain if word not in _JOINING] or plain or _in_words(as_seen(text))


def forms_of(word: str) -> list[str]:
    """The forms in which a word of `words_of` may be written, in small letters: in the plural, in US spelling, in two.

    Examples:
        >>> forms_of("carer"), forms_of("centre")
        (['carer', 'carers', 'careres'], ['centre', 'centres', 'centrees', 'center', 'centers', 'centeres'])
    """
    forms = [word, *(us for us, uk in _UK_SPELLING.items() if uk == word)]
    forms += [apart for apart, together in _TOGETHER.items() if together == word]
    forms += [form.replace(ends, ends.replace("s", "z", 1)) for form in forms for ends in ("is", "ys") if ends in form]
    forms += [f"{form[:-1]}ie" for form in forms if form.endswith("y")]
    return [form + plural for form in forms for plural in ("", "s", "es")]


def phrase_of(text: str) -> list[str]:
    """All words of an entry in its order, also those that only join others, and its commas."""
    text = re.sub(
        r"[,;/]|(?<!\w)-(?!\w)",
        " , ",
        _YEAR_OR_VERSION.sub(" ", _IN_BRACKETS.sub(_remark, as_seen(text))).rstrip(" .,;"),
    )
    return [word for part in re.split("( , )", text) for word in (_in_words(part) or [","] * (part == " , "))]


def is_there(text: str) -> bool:
    """Whether none of the words of an entry says that it is not there, or not all of it: "safeguarding policy (draft)".

    Examples:
        >>> is_there("safeguarding policy, not yet written"), is_there("safeguarding policy")
        (False, True)
    """
    return _NOT_THERE.search(as_seen(text)) is None


def in_brackets(text: str) -> list[str]:
    """The remarks in brackets of a text: a short name often stands there."""
    return [found[1] or found[2] or "" for found in _IN_BRACKETS.finditer(text)]


def _remark(found: re.Match[str]) -> str:
    """Nothing for a remark in brackets, unless it says that the thing is not there."""
    remark = found[1] or found[2] or ""
    return " " if is_there(remark) else f" {remark} "


def _in_words(plain: str) -> list[str]:
    plain = plain.replace("&", " and ").replace("'", "").replace("’", "")
    words = " ".join(_as_word(word.rstrip(".")) for word in re.sub(r"[-_,;:/()\[\]]", " ", plain).split())
    words = _APART.sub(lambda found: _TOGETHER[found[0]], words)
    return words.split()


@lru_cache(maxsize=65_536)  # the words of an entry are read again for each part of it
def _as_word(word: str) -> str:
    """A word in the singular and in UK spelling."""
    if len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = re.sub(r"(?<=[^aeiou])ies$", "y", word)
        word = re.sub(r"(?<=ss|sh|ch)es$|(?<=[xz])es$", "", word)
        word = word.removesuffix("s")
    word = re.sub(r"(?<=[a-z]{3})iz(?=(e|ed|er|ing|ation|ational)$)", "is", word)
    word = re.sub(r"(?<=[a-z]{2})yz(?=(e|ed|ing)$)", "ys", word)
    return _UK_SPELLING.get(word, word)
