"""Choices of a closed list as people write them: "Enhanced DBS" is "enhanced", and "parents or carers" are one."""

import re
from collections.abc import Iterable

from mentorkit.values.same_entry import as_entry

_OTHER_WORDS = {
    # checks of records
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
    # people
    "parent or carer": ("parent and carer", "parent/carer", "carer or parent"),
    "child": ("pupil",),
    "children": ("children and young people", "pupils", "under-18s"),
    "the person": ("the individual", "the person themselves"),
    "family": ("family members", "relatives"),
    "colleagues": ("co-workers", "workmates"),
    "coordinator": (
        "mentor coordinator",
        "mentoring coordinator",
        "peer mentor coordinator",
        "peer mentoring coordinator",
        "peer support coordinator",
        "programme coordinator",
        "project coordinator",
        "volunteer coordinator",
    ),
    "experienced mentor": ("experienced peer mentor", "lead mentor", "senior mentor"),
    # the organisation, and where support is given
    "charity": ("registered charity",),
    "company": ("limited company", "private company"),
    "non-profit": ("not-for-profit", "CIC", "community interest company", "social enterprise"),
    "public body": ("NHS trust", "council", "local authority", "local council", "statutory body"),
    "partnership": ("consortium",),
    "custody": ("prison",),
    "emergency department": ("A&E", "accident and emergency"),
    "residential": ("residential rehab", "residential service"),
    "school": ("secondary school",),
    "ward": ("hospital ward", "inpatient ward"),
    # how support is given
    "one-to-one": ("1:1", "1 to 1", "one on one", "individual", "one-to-one supervision"),
    "group": ("group supervision", "in groups"),
    "managerial": ("line management", "managerial supervision"),
    "peer": ("peer supervision",),
    "external": ("external supervision",),
    "companionship": ("company", "friendship"),
    "emotional": ("emotional support",),
    "information": ("informational", "informational support"),
    "instrumental": ("practical", "practical help", "practical support"),
    "mentee and mentor": ("both", "both together"),
    # what people bring, get and pay
    "expenses only": ("out-of-pocket expenses", "volunteer expenses"),
    "unpaid": ("voluntary", "volunteer"),
    "free": ("free of charge", "no charge", "no fee"),
    "required": ("essential",),
    "preferred": ("desirable",),
    "exact cost": ("actual cost",),
    "exact cost with receipts": ("actual cost with receipts",),
    # when
    "before the role": ("before starting", "before the role starts", "before starting the role"),
    "in the role": ("on the job",),
    "start": ("at the start", "baseline", "entry"),
    "exit": ("at the end", "end", "ending"),
    "birth": ("date of birth",),
    "case closed": ("case closure", "closing of the case"),
    "end of support": ("end of mentoring", "end of the match", "when support ends"),
    "end of the role": ("leaving the role",),
    "last contact": ("date of last contact", "final contact"),
    # sectors
    "activity requirement": ("RAR", "rehabilitation activity requirement"),
    "mentoring in prison": ("prison mentoring",),
    "one-to-one mentoring": ("1:1 mentoring", "individual mentoring"),
    "peer-led groups": ("groups led by peers", "peer-led group sessions"),
    "change of school": ("changing school", "move to a new school", "moving school"),
    "lack of social support": ("few friends", "little social support", "low social support", "social isolation"),
    "low attainment": ("low achievement", "underachievement"),
    "own wish": ("own request", "self-referral"),
    "set activities": ("planned activities", "structured activities"),
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
