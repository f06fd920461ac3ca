"""Did you mean: the one known word that a misspelt one is closest to."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a misspelt one, or None where none is close; ties go to the first in order."""
    from difflib import get_close_matches  # only wanted where something is wrong

    plain = {name.lower().replace("-", "_").replace(" ", "_"): name for name in sorted(known, reverse=True)}
    close = get_close_matches(word.lower().replace("-", "_").replace(" ", "_"), sorted(plain), n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def asks(suggestion: str | None) -> str:
    """The suggestion as the end of a sentence, empty where there is none."""
    return f'; did you mean "{suggestion}"?' if suggestion else ""
