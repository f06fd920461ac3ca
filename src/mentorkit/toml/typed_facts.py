"""Facts about people: each is given its type once, here, as the keys of a file are."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from mentorkit.toml.faults import FaultyError
from mentorkit.toml.structure import converter
from mentorkit.values.zoned_time import day_of, is_before, moment_in_words

WRONG_KIND = object()
"""Stands for a fact that cannot be read, or is not of the type that is asked for: it is never taken for no."""


LONGEST_LIFE_DAYS = 120 * 366
"""No date about a person is longer ago. What spreadsheets make of an empty cell, 30 December 1899, is."""


class TypedFacts(dict[str, Any]):
    """Facts by name, each of the type that rules ask for, or `WRONG_KIND`; nobody has to look at their types again."""


def why_impossible(name: str, bounds: tuple[str, str], facts: Mapping[str, Any], on: date) -> str:
    """Why a fact cannot be, beside the others of the case and on a day, without values; empty where it can.

    A date that is not known, or cannot be read, is compared with nothing.

    Args:
        name: of the fact.
        bounds: what it cannot be before, and after, each the name of another fact or "on"; empty for nothing.
        facts: of the case, typed.
        on: the day that is asked about, or the moment.
    """
    if not isinstance(value := facts.get(name), date):
        return ""
    if (day_of(on) - day_of(value)).days > LONGEST_LIFE_DAYS:
        return f"{name} cannot be more than 120 years before {day_of(on)}"
    not_before, not_after = bounds
    days = {**facts, "on": on}
    if isinstance(earliest := days.get(not_before), date) and is_before(value, earliest):
        return f"{name} cannot be before {not_before}"
    if isinstance(latest := days.get(not_after), date) and is_before(latest, value):
        asked = moment_in_words(on) if isinstance(on, datetime) else on
        return f"{name} cannot be after {asked if not_after == 'on' else not_after}"
    return ""


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
