"""What people write where something is not decided yet, so that it is never read as decided."""

import re

from mentorkit.values.same_entry import words_of
from mentorkit.values.seen_text import as_seen

_DECIDED = (
    "(?:added|advised|agreed|announced|appointed|arranged|chosen|clear|completed|confirmed|decided|defined|determined"
    "|done|drafted|filled in|finalised|found|in place|known|named|ready|settled|specified|stated|sure|written)"
)
_SHORT = r"t\.? ?b\.? ?[acd]\.?(?:\b.*)?"
_NOT_YET = (
    r"(?:(?:is|are|it is|this is|we are|we have) )?(?:still )?"
    rf"(?:not (?:yet )?{_DECIDED}(?: yet)?|(?:yet )?to be {_DECIDED}|undecided|unconfirmed|unknown"
    r"|to ?do|fix ?me)"
    r"(?: (?:yet|as yet|so far|at present|for now))?"
)
_LATER = r"(?:,|;|:| - |\(| (?:by|in|before|at|when|once|after|as soon|soon|shortly|later|next|this) ).*"
_DO_NOT_KNOW = r"(?:i |we )?(?:do not|don't) know(?: yet)?"
_TO_FILL_IN = r"(?:please )?(?:fill (?:this )?in|insert (?:text |name )?here)(?: later)?|placeholder|lorem ipsum.*"
_MARKS = r"\?+|x{3,}|\.{2,}|…|_+"
_PLACEHOLDER = re.compile(rf"{_SHORT}|{_NOT_YET}(?:{_LATER})?|{_DO_NOT_KNOW}|{_TO_FILL_IN}|{_MARKS}")
_AROUND = " .,;:!<>[](){}*\"'"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOT_THERE = _words(
    """cancelled draft drafted expired forthcoming lacking lapsed no none not nothing pending proposed suspended tba tbc
    tbd todo unfinished unsigned unwritten withdrawn without yet"""
)
_SAY_NOTHING = _words(
    """any approved are as at available be been being copy currently development done drafting ever exist exists far
    finished has have hold in is it made moment now one our place preparation present progress put ready so started
    still such there this to under version we were written"""
)
"""Words that beside those above name nothing."""
_IS_NOT = re.compile(
    r"# (?:(?:are|been|being|has|have|is|still|was) )*(?:cancelled|draft|drafted|expired|lapsed|not|on hold|pending"
    r"|planned|proposed|suspended|tba|tbc|tbd|to be|todo|unfinished|unsigned|unwritten|withdrawn|yet to"
    r"|(?:in|under) (?:development|preparation|progress|way))\b"
)
"""What says behind the name of a thing, which is `#` here, that there is no such thing, or not yet."""


def is_undecided(text: str) -> bool:
    """Whether a text as a whole says that something is not decided, or not known, yet.

    Examples:
        >>> [is_undecided(text) for text in ("TBC", "to be confirmed", "not known yet", "???", "TBC by the board")]
        [True, True, True, True, True]
        >>> [is_undecided(text) for text in ("to be agreed with each mentee", "unknown-key", "Todos Juntos")]
        [False, False, False]
    """
    seen = as_seen(text)
    return _PLACEHOLDER.fullmatch(seen.strip(_AROUND) or seen) is not None


def denies(called: str, what: str) -> bool:
    """Whether what a service calls a thing says that there is no such thing, or not yet.

    Args:
        called: the service's own name for it.
        what: the thing, as rules know it.

    Examples:
        >>> [denies(called, "safeguarding policy") for called in ("not yet written", "no safeguarding policy", "draft")]
        [True, True, True]
        >>> denies("No Wrong Door protocol", "safeguarding policy"), denies("planned endings", "ending")
        (False, False)
    """
    if is_undecided(called):
        return True
    thing = set(words_of(what))
    words = ["#" if word in thing else word for word in words_of(called)]
    rest = {word for word in words if word != "#"}
    says_no = bool(rest & _NOT_THERE) and rest <= _NOT_THERE | _SAY_NOTHING
    return says_no or _IS_NOT.search(" ".join(words)) is not None
