"""Did you mean: the one known word that a misspelt one is closest to."""

from collections.abc import Iterable

_CLOSE = 0.7
"""How alike two words have to be, from 0 to 1; below that a suggestion would be a guess."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a misspelt one, or None where none is close; of equals the first by alphabet.

    Examples:
        >>> did_you_mean("screning", ["training", "screening"])
        'screening'
    """
    names = sorted(known)
    if not names:
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


def asks(suggestion: str | None) -> str:
    """The suggestion as the end of a sentence, empty where there is none."""
    return f'; did you mean "{suggestion}"?' if suggestion else ""
