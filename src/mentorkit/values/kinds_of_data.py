"""Which kinds of data about people the law protects more than others, as far as words show it."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from mentorkit.values.seen_text import as_seen

KindOfData = Literal["health", "offences", "protected characteristics"]
"""Data on health and on protected characteristics are special categories of Article 9; those on offences have their own
rules."""

_WORDS: Mapping[KindOfData, str] = MappingProxyType(
    {
        "health": r"""
            abstinen(?:t|ce)|sober|sobriety|recovery|relapses?|drugs?|alcohol|drinking|substances?|addict\w*|dependence|detox\w*
            |overdoses?|medic(?:ation|ines?|al)|prescri\w*|diagnos\w*|illness\w*|symptoms?|mental\ health|health
            |disab\w*|treatment|therapy|wellness\ plan|hospital\w*|discharged?|pregnan\w*|hiv|cancer|dementia|autis\w*
            |adhd|depress\w*|anxiety|psychosis|suicid\w*|self\ harm\w*|eating\ disorders?
            |(?:long\ term|chronic)\ conditions?
            |used\ services|amput\w*|stroke|brain\ injur\w*
            |barc\ 10|audit(?:\ c)?|phq\ 9|gad\ 7|sadq|ldq|eq\ 5d(?:\ \dl)?|reqol\ \d+|hads""",
        "offences": r"""
            offen[cd]\w*|reoffen[cd]\w*|convict\w*|reconvict\w*|crim(?:e|es|inal)|justice|court\w*|prison\w*
            |on\ probation|probation\ order|sentenced?|arrest\w*|recalled|released?\ on
            |release\ from\ (?:prison|custody)|order\ ends\ on
            |on\ licence|custody|pnc|oasys""",
        "protected characteristics": r"""
            ethnic\w*|race|racial|religio\w*|faith|sexual\w*|sexuality|lgbt\w*|gender\ reassignment|transgender
            |trade\ union\w*|political\w*|genetic\w*|biometric\w*""",
    }
)
_FOUND = {kind: re.compile(rf"\b(?:{words})\b", re.VERBOSE) for kind, words in _WORDS.items()}
_NO_SUCH = re.compile(
    r"\A.+ (?:awareness|training|course|policy|induction)\b"
    r"|health and safety|(?:national|public) health service|mental health first aid"
)
"""What is said of staff and mentors in such words, and of nobody's health or past."""


def kinds_of_data(text: str) -> frozenset[KindOfData]:
    """The kinds of data that words are about: the name of a fact, of what is measured, of a need or of a group.

    Args:
        text: as the file writes it, such as "abstinent_since" or "dependence on drugs".

    Examples:
        >>> sorted(kinds_of_data("mentee_recovery_since") | kinds_of_data("people in prison"))
        ['health', 'offences']
        >>> kinds_of_data("mentee_interests")
        frozenset()
    """
    words = _NO_SUCH.sub(" ", " ".join(re.split(r"[\W_]+", as_seen(text))))
    return frozenset(kind for kind, found in _FOUND.items() if found.search(words))
