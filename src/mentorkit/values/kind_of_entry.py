"""Kinds of what a list asks for: a panel interview is an interview, and attendance at school is attendance.

The head of an English phrase comes last, and what follows a preposition only says more of it. So a phrase is a kind of
an entry where only words that narrow it are before that, and only what goes on to say more is behind it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from mentorkit.values.same_entry import as_entry, in_brackets, phrase_of


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SAY_MORE = _words(
    """about across after against along alongside among around as at before between by during for from in including
    inside into of on over per than through throughout to toward under using via where while with within"""
)
"""Words with which a phrase goes on to say more of its head."""
_AND = frozenset(("and", ",", "plus"))
_SMALL = frozenset(("a", "an", "any", "each", "every", "our", "the", "their", "your"))
_JOIN = _AND | _SMALL | {"for", "of", "on"}
"""Words that no entry begins or ends with."""
NOT_IT = _words(
    """absence absent alternative another anti approval april arent august available avoid avoiding ban banned
    cancelled cannot cant ceased closed construction december declined declining delayed development didnt
    discontinued doesnt dont draft drafted ended ex except excluding exempt exemption exit expected expired failed
    failing fake february fewer forbidden former forthcoming funded future hasnt havent historic hold host if
    inadequate incomplete instead insufficient intended isnt january july june lack lacking lapsed late later
    leaving less limited little low march maybe minimal minor missed missing mock need needed needs never nil no
    nobody non none nor not november obsolete occasional october old only optional or otherwise outdated outstanding
    overdue partial partner partners past pending perhaps planned poor possible postponed potential preparation
    pretend preventing previous progress prohibited proposed pseudo rarely rather refusal refused refusing replaced
    request seldom september sham skipped some sometimes soon spent started starting stopped suspended tba tbc tbd
    todo unagreed unapproved unchecked unconfirmed unfinished unless unpaid unplanned unpublished unsafe unsigned
    until unwritten upcoming waived waiver wanted way withdrawn without wont yet zero"""
)
"""Words that make of a thing something else, or say that it is not there, not yet, or not for sure."""
_NOT_WRITTEN = re.compile(r"\bto be\b")
_BEFORE = re.compile(
    r"^(?:(?:good |basic |some )?(?:knowledge|understanding) (?:of|about)|introduction to|importance of"
    r"|(?:signed |written )?(?:record|copy|note) of)\b"
)
"""Openings after which the thing itself is named."""
_OPENING = re.compile(
    r"^(?:being|building on|coping with|dealing with|developing|handling|learning (?:about|from)|looking at|managing"
    r"|practising|understanding|using|working (?:on|with))\b"
)
"""Openings of what is learnt or done with the thing, which is named after them; some entries begin so themselves."""
_SAY_NOTHING = re.compile(
    r"\b(?:between (?:both|each other|them)|alongside|any|each|every|member of(?= staff\b)|them$|together)\b"
    r"|(?<=ing )people\b|(?<=\btell )people\b|(?<=\bguide )people\b"
)
"""Words within a phrase that leave the thing what it is: "tell people of support" is "tell of support"."""
_OF_SO_MUCH = re.compile(r" of (?:care|contact|help|support|(?:[a-z0-9]+ ){1,2}(?:day|week|month|year))(?= [a-z]+ )")
"""What some of it is of, or how long it is."""
_NUMBERS = re.compile(r"(?:level|part|phase|stage|unit|version|v)?[1-9][0-9.]*|level|part|phase|stage|unit|version")
_SAME = {
    "bridging": "bridge",
    "celebrating": "celebrate",
    "debriefing": "debrief",
    "guiding": "guide",
    "planning": "plan",
    "recognising": "recognise",
    "replacement": "replace",
    "replacing": "replace",
    "sharing": "share",
    "showing": "show",
    "telling": "tell",
    "using": "use",
    # other words
    "break": "pause",
    "gap": "pause",
    "path": "route",
    "pathway": "route",
    "prompt": "rapid",
    "quick": "rapid",
    "swift": "rapid",
    "schedule": "timetable",
    # people
    "client": "mentee",
    "participant": "mentee",
    "patient": "mentee",
    "pupil": "mentee",
    "volunteer": "mentor",
}
"""Words of phrases that mean the same in every list, as forms of verbs do in names: of others, such as "safeguarding",
the noun is another thing."""
_MENTEE = re.compile(r"\b(?:service user|person (?:on probation|supported))\b")
_LONGEST = 20
"""In words; nobody names an entry in more."""


def by_stem(entries: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, bool]]:
    """Entries by what their kinds are found by, each with whether it is one word that is only another word for it.

    What could be two entries is left out.

    Args:
        entries: from each entry to other words for it.
    """
    found: dict[str, set[tuple[str, bool]]] = {}
    for entry in entries:
        found.setdefault(_stem(entry.split()), set()).add((entry, False))
    own = set(found)
    for entry, words in entries.items():
        for word in words:
            if (stem := _stem(word.split())) not in own:
                found.setdefault(stem, set()).add((entry, " " not in stem))
    return {stem: next(iter(meant)) for stem, meant in found.items() if len(meant) == 1}


def kinds_in(
    text: str, known: Mapping[str, tuple[str, bool]], cost_of: Iterable[str] = (), *, is_learnt: bool = False
) -> list[str]:
    """The entries that a text is a kind of; of "family and friends" these are both.

    Args:
        text: as somebody writes it.
        known: the entries, as `by_stem` has them.
        cost_of: words behind an entry that change nothing in this list, such as "costs" in a budget.
        is_learnt: whether the list has what people learn or hold to, so that "dealing with setbacks" is "setbacks".

    Examples:
        >>> known = by_stem({"interview": [], "social skills": []})
        >>> kinds_in("quick contact with clients", by_stem({"rapid contact": []}))
        ['rapid contact']
        >>> kinds_in("panel interview", known), kinds_in("good communication and social skills", known)
        (['interview'], ['social skills'])
        >>> kinds_in("a pause of two weeks before any new match", by_stem({"pause before a new match": []}))
        ['pause before a new match']
        >>> kinds_in("no interview", known), kinds_in("interview room", known), kinds_in("fear of the interview", known)
        ([], [], [])
    """
    light = frozenset(map(as_entry, cost_of))
    words = phrase_of(text)
    if itself := known.get(_stem(words)):
        return [itself[0]]
    words = _without_opening(words)
    if len(words) > _LONGEST or _NOT_WRITTEN.search(" ".join(words)):
        return []
    remarks = phrase_of(" ".join(in_brackets(text)))
    if NOT_IT & {*remarks}:
        return []
    phrases = [
        words,
        *_with_shared_head(words),
        *([[*remarks, *words]] if remarks else []),
        *_shorter(words, is_learnt=is_learnt),
    ]
    return list(dict.fromkeys(entry for phrase in phrases for entry in _found(phrase, known, light)))


def _found(words: list[str], known: Mapping[str, tuple[str, bool]], light: frozenset[str]) -> Iterator[str]:
    here = []
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if not {words[start], words[end - 1]} & _JOIN and (meant := known.get(_stem(words[start:end]))):
                here.append((start, end, *meant))
    for start, end, entry, is_word in here:
        within = any(s <= start and end <= e and (s, e) != (start, end) for s, e, *_ in here)
        before, after = words[:start], words[end:]
        if within or NOT_IT & {*before, *after} or _SAY_MORE & {*before}:
            continue
        if is_word and before and before[-1] not in _AND | _SMALL:
            continue  # "finance coordinator" is no kind of what "coordinator" is short for
        while after and after[0] in light:
            after = after[1:]
        if after and after[-1] in _SAY_MORE - _JOIN:
            continue  # "policy from 2028": the year is left out as that of an edition
        if not after or after[0] in _SAY_MORE | _AND or _NUMBERS.fullmatch(after[0]):
            yield entry


def _with_shared_head(words: list[str]) -> Iterator[list[str]]:
    """Of "safeguarding and confidentiality policy" the policy on what is named first."""
    end = next((place for place, word in enumerate(words) if word in _SAY_MORE or _NUMBERS.fullmatch(word)), len(words))
    last = max((place for place in range(end) if words[place] in _AND), default=0)
    if 0 < last < end - 2 and not NOT_IT & {*words}:
        for part in re.split(r" (?:and|plus|,) ", " ".join(words[:last])):
            yield [*part.split(), words[end - 1]]


def _shorter(words: list[str], *, is_learnt: bool) -> Iterator[list[str]]:
    """The same thing in fewer words: "continuity of support through the gate" is "continuity through the gate"."""
    phrase = " ".join(words)
    phrases = [phrase]
    if (much := _OF_SO_MUCH.search(phrase)) and not NOT_IT & {*much[0].split()}:
        phrases.append(phrase.replace(much[0], ""))
        yield phrases[1].split()
    yield from (_SAY_NOTHING.sub("", each).split() for each in phrases)
    if is_learnt:
        yield _OPENING.sub("", phrase).split()


def _without_opening(words: list[str]) -> list[str]:
    return _BEFORE.sub("", " ".join(words)).split()


def _stem(words: Iterable[str]) -> str:
    """What a phrase has in common with its other spellings, and with those of the same words."""
    common = as_entry(_MENTEE.sub("mentee", " ".join(words)))
    return as_entry(" ".join(_SAME.get(word, word) for word in common.split())) if " " in common else common
