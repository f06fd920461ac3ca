"""How a search says what it finds: what falls short, and what is not settled."""

from collections.abc import Iterable

from mentorkit.core.finding import FindingKind, Problem
from mentorkit.programme.path import Path, Place, path_of


def falls_short(
    at: str | Path | Place,
    message: str,
    fix: str = "",
    *,
    about: Iterable[str | Path | Place] = (),
    met_by_more: str | Path | Place = (),
) -> Problem:
    """A problem with what the design says at a place such as "outcomes.measures" or ("outcomes", "measures", 0).

    Args:
        at: the place.
        message: what is wrong there.
        fix: what to do; the rule's own where empty.
        about: the entries of the file that the message speaks of, where it speaks of others than the place, such as
            ("network", "needs", 0). A waiver is about one of them, so that it never hides a later one.
        met_by_more: the list, such as "outcomes.measures", that lacks something. It may have what it does not name, so
            this falls short only where the file says in `file.complete` that the list names all there is, and is not
            settled otherwise.

    Examples:
        >>> falls_short("training.topics", "fire is taught nowhere", "add it").message
        'fire is taught nowhere'
    """
    return Problem(path_of(at), message, fix, about=tuple(map(path_of, about)), met_by_more=path_of(met_by_more))


def not_settled(at: str | Path | Place, message: str, fix: str = "") -> Problem:
    """A place at which the design does not say yet what the rule needs to know.

    Args:
        at: the place, such as "training.length".
        message: what is not stated, as it follows "the programme does not state"; findings begin with these words.
        fix: what to do; the rule's own where empty.

    Examples:
        >>> not_settled("training.length", "how long training lasts").kind.value
        'not settled'
    """
    return Problem(path_of(at), message, fix, FindingKind.NOT_SETTLED)
