"""Did you mean: the one known word that a misspelt one is closest to."""

from collections.abc import Iterable, Mapping
from itertools import islice

from mentorkit.text.values_in_text import written_list
from mentorkit.values.declared import kind_of

_CLOSE = 0.7
"""How alike two words have to be, from 0 to 1; below that a suggestion would be a guess."""

_LONGEST = 100
"""In characters; a longer word is no name that somebody misspelt."""

_MOST_KNOWN = 1_000
"""How many known words one is compared with; no list that somebody keeps by hand is longer."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a misspelt one, or None where none is close; of equals the first by alphabet.

    A word of more than 100 characters is close to none, and of very many known words only the first are compared.

    Examples:
        >>> did_you_mean("screning", ["training", "screening"])
        'screening'
    """
    names = sorted({name for name in islice(known, _MOST_KNOWN) if len(name) <= _LONGEST})
    if not names or len(word) > _LONGEST:
        return None
    from difflib import SequenceMatcher  # only wanted where something is wrong

    matcher = SequenceMatcher(b=_plain(word))
    best, likeness = None, _CLOSE
    for name in names:
        matcher.set_seq1(_plain(name))
        if matcher.real_quick_ratio() > likeness and matcher.quick_ratio() > likeness and matcher.ratio() > likeness:
            best, likeness = name, matcher.ratio()
    return best


def _plain(word: str) -> str:
    return word.lower().replace("-", "_").replace(" ", "_")


def stated_as(entry: str, stated: Iterable[str], synonyms: Mapping[str, Iterable[str]] | None = None) -> str | None:
    """What a list has that is, or perhaps is, an entry that it lacks: a synonym of it, or else the text closest to it.

    Args:
        entry: that the list lacks.
        stated: the texts of the list.
        synonyms: from an entry to other words for it.

    Examples:
        >>> stated_as("safeguarding", ["safegarding", "Child Protection"], {"safeguarding": ["child protection"]})
        'Child Protection'
    """
    texts = list(stated)
    words = {_plain(word) for word in (synonyms or {}).get(entry, ())}
    return next((text for text in texts if _plain(text) in words), None) or did_you_mean(entry, texts)


def perhaps_the_same(
    entries: Iterable[str], stated: Iterable[str], synonyms: Mapping[str, Iterable[str]] | None = None
) -> str:
    """What a list perhaps has in other words, as the end of what to do; arguments as of `stated_as`.

    Examples:
        >>> perhaps_the_same(["safeguarding"], ["safegarding"])
        '; or is "safegarding" the same? Then call it "safeguarding"'
    """
    found = [(entry, text) for entry in entries if (text := stated_as(entry, stated, synonyms))]
    return "".join(f'; or is "{text}" the same? Then call it "{entry}"' for entry, text in found)


def asks(suggestion: str | None) -> str:
    """The suggestion as the end of a sentence, empty where there is none."""
    return f'; did you mean "{suggestion}"?' if suggestion else ""


def refuse_unknown(what: str, words: Iterable[object], known: Iterable[str]) -> None:
    """Refuses what an author names and nobody knows.

    Args:
        what: each of them is, such as "setting".
        words: as the author names them.
        known: those that there are.

    Raises:
        ValueError: for the first that is not known, with the one that was probably meant.

    Examples:
        >>> refuse_unknown("nation", ["skotland"], ["scotland", "wales"])
        Traceback (most recent call last):
        ValueError: there is no nation "skotland"; did you mean "scotland"? There are "scotland" and "wales"
    """
    known = sorted(known)
    for word in words:
        refuse_no_text(what, word)
        if word not in known:
            close = did_you_mean(str(word), known)
            meant = f'; did you mean "{close}"? There are' if close else "; there are"
            raise ValueError(f'there is no {what} "{word}"{meant} {written_list(known, "and")}')


def refuse_no_text(what: str, word: object) -> None:
    """Refuses what is no text where an author names something.

    Raises:
        ValueError: naming what it is instead; of a list, that each is named by itself.
    """
    if not isinstance(word, str):
        each = "; name each by itself" if isinstance(word, list | tuple | set | frozenset) else ""
        raise ValueError(f"a {what} is a text, not {kind_of(word)}{each}")
