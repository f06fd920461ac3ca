"""Lists that may go on: what is said where one lacks something, and the file does not say that it is complete."""

from collections.abc import Iterable

from mentorkit.programme.path import Path, dotted
from mentorkit.text.values_in_text import written_list


def outermost(path: Path) -> Path:
    """The list that `file.complete` names for a list at a path: the one that holds its entry, where it is in one.

    Examples:
        >>> outermost(("supervision", "phases", 0, "formats"))
        ('supervision', 'phases')
    """
    return next((path[:place] for place, part in enumerate(path) if isinstance(part, int)), path)


def not_said_complete(path: Path, at: Path) -> str:
    """That the file does not say whether a list is complete, as a finding at a place says it.

    Examples:
        >>> not_said_complete(("network", "links"), ("network", "members", 0, "id"))
        'the file does not say that network.links is complete'
    """
    return f"the file does not say that {'this list' if path == at else dotted(outermost(path))} is complete"


def not_in_list(entries: Iterable[str]) -> str:
    """What a list does not name, beside its key.

    Examples:
        >>> not_in_list(["equality"])
        'not in this list: "equality"'
    """
    return f"not in this list: {written_list(entries, 'and')}"


def or_complete(path: Path) -> str:
    """What to do where a list has nothing more."""
    return f'or, if there is nothing more, add "{dotted(outermost(path))}" to complete in [file]'
