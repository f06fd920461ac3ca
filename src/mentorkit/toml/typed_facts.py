"""Facts about people: each is given its type once, here, as the keys of a file are."""

from collections.abc import Mapping
from typing import Any

from mentorkit.toml.structure import FaultyError, converter

WRONG_KIND = object()
"""Stands for a fact that cannot be read, or is not of the type that is asked for: it is never taken for no."""


class TypedFacts(dict[str, Any]):
    """Facts by name, each of the type that rules ask for, or `WRONG_KIND`; nobody has to look at their types again."""


def typed_facts(facts: Mapping[str, Any], types: Mapping[str, Any]) -> TypedFacts:
    """Those of a case's facts that are known and of which a type is given, each of it; or all, where they have theirs.

    Args:
        facts: by name, as a program has them.
        types: by name.
    """
    if isinstance(facts, TypedFacts):
        return facts
    known = TypedFacts()
    for name, type_ in types.items():
        fact = facts.get(name)
        if fact is not None:
            try:
                known[name] = converter().structure(fact, type_)
            except FaultyError:
                known[name] = WRONG_KIND
    return known
