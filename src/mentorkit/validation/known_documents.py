"""Documents as services name them: one that says more than the name that rules know is still that document."""

import re
from collections.abc import Iterable
from typing import Any

from mentorkit.programme.path import Path
from mentorkit.values.kind_of_entry import NOT_IT
from mentorkit.values.own_name import OTHER, OwnName
from mentorkit.values.same_entry import is_there, phrase_of, words_of
from mentorkit.values.seen_text import as_seen

DOCUMENTS: Path = ("governance", "documents")
"""The list of what there is in writing."""

_ABOUT = re.compile(r"\b(?:about|at|for|from|in|of|on|that|to|with|without)\b")
"""Where the name of a thing ends, and what it is about begins."""


def with_known_documents(stated: tuple[Any, ...], known: Iterable[str]) -> tuple[Any, ...]:
    """The documents, of which each whose name holds all of a known one is that one, under its own name.

    "Adult safeguarding policy and procedures" is a safeguarding policy; a "safeguarding policy poster" is a poster. A
    document that could be two known ones is left, and so is one beside the known one itself.

    Args:
        stated: what the design states; those that are known by their spelling are so already.
        known: the documents that rules know.
    """
    documents = {name: (frozenset(words_of(name)), _kinds(name)) for name in known}
    return tuple(_known(each, stated, documents) for each in stated)


def _known(entry: Any, stated: tuple[Any, ...], documents: dict[str, tuple[frozenset[str], frozenset[str]]]) -> Any:
    if not isinstance(entry, str) or entry == OTHER or entry in documents or not is_there(entry):
        return entry
    words, kinds = set(words_of(entry)), _kinds(entry)
    held = {name: asked for name, (asked, kind) in documents.items() if asked <= words and kind & kinds}
    closest = [name for name, asked in held.items() if all(other <= asked for other in held.values())]
    if (
        len(closest) != 1
        or NOT_IT & (set(phrase_of(entry)) - held[closest[0]])
        or any(each == closest[0] for each in stated)
    ):
        return entry
    return OwnName(closest[0], getattr(entry, "called", str(entry)), getattr(entry, "about", None))


def _kinds(name: str) -> frozenset[str]:
    """What a document is by its name: "policy and procedures on lone working" is a policy, and it is procedures."""
    head = _ABOUT.split(re.sub(r"[(\[].*", "", as_seen(name)))[0]
    parts = [words_of(part) for part in re.split(r"\band\b|&|/", head) if part.strip()]
    return frozenset(part[-1] for part in parts if part)
