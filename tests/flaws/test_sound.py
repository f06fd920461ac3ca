"""Edits that change nothing that matters, made by code of every complete programme: none draws a warning or an error.

Each is made of format 2, and of the same programme as a file of format 1 states it.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_origin

import pytest
import tomli_w

from mentorkit.core.strength import Strength
from mentorkit.programme.path import Path as Place
from mentorkit.programme.shared_keys import shared_key
from mentorkit.values.duration import Duration
from tests.changed import Design, in_format_1, put
from tests.flaws.test_flaws import COMPLETE, found_in

IN_ORDER = {("screening", "steps"), ("incidents", "steps"), ("supervision", "phases")}
"""Lists whose order says something."""
SAME_LENGTHS = {
    "year": (("month", 12, 1), ("week", 52, 1)),
    "month": (("week", 26, 6), ("week", 13, 3)),
    "week": (("day", 7, 1),),
    "day": (("week", 1, 7), ("month", 1, 30)),
    "hour": (("minute", 60, 1),),
    "minute": (("hour", 1, 60),),
}
"""By its unit, how people also say a length of time: another unit, and how many of that so many of this are."""


@cache
def programmes() -> dict[str, Design]:
    read = {sector: tomllib.loads(file.read_text("utf-8")) for sector, file in COMPLETE.items()}
    return read | {f"{sector} in format 1": in_format_1(design) for sector, design in read.items()}


def below(table: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """What a design states, each with its place."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if at or key not in ("format", "file", "waivers"):
            yield (*at, key), value
            if isinstance(value, dict | list):
                yield from below(value, (*at, key))


def lists_of_texts(design: Design) -> Iterator[tuple[Place, list[str]]]:
    return (
        (at, value) for at, value in below(design) if isinstance(value, list) and value and all(map(is_text, value))
    )


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def keys_of(at: Place) -> tuple[str, ...]:
    return tuple(key for key in at if isinstance(key, str))


NAMES_OF_SOMEBODY = {"seen_by", "risk_reviewed_by", "complaints_to"}
"""Keys whose entries are ids or titles, which only one spelling has."""
NOT_ADDED_TO = {"records", "channels", "excludes"}
"""Lists to which an entry more says something: of one kind of records two times, of a channel to children a danger,
of a task that it is excluded."""


def open_lists(design: Design) -> Iterator[tuple[Place, list[str]]]:
    """Lists of texts in the words of the service."""
    for at, value in lists_of_texts(design):
        key = shared_key(keys_of(at), in_lists=len(keys_of(at)) < len(at)) if at[-1] not in NAMES_OF_SOMEBODY else None
        if key is not None and key.declared.open_list and get_origin(get_args(key.type)[0]) is None:
            yield at, value


Edit = tuple[Place, Any]
"""A place of a design, and what it says instead."""


def reversed_lists(design: Design) -> list[list[Edit]]:
    """Lists in lists come after those that they are in, so that both are turned round."""
    lists = [(at, value) for at, value in below(design) if isinstance(value, list) and at not in IN_ORDER]
    return [[(at, value[::-1])] for at, value in lists if len(value) > 1 and not is_text(value[0])] + [
        [(at, value[::-1]) for at, value in lists if is_text(value[0] if value else None)]
    ]


def lengths_in_other_units(design: Design) -> list[list[Edit]]:
    others: dict[str, list[Edit]] = {}
    for at, value in below(design):
        try:
            length = Duration.parse(value) if is_text(value) else None
        except ValueError:
            continue
        for unit, many, of in SAME_LENGTHS[length.unit] if length else ():
            if length and length.amount % of == 0:
                others.setdefault(f"{unit}/{of}", []).append((at, str(Duration(length.amount // of * many, unit))))
    return [*others.values()]


def plural(entry: str) -> str:
    return entry if entry.endswith(("s", "y")) or not entry[-1].isalpha() else f"{entry}s"


def singular(entry: str) -> str:
    return entry[:-1] if re.search("[a-hj-rtv-z]s$", entry) and not entry.endswith("ies") else entry


def with_hyphen(entry: str) -> str:
    return re.sub("([a-z]) ([a-z])", r"\1-\2", entry, count=1)


SPELLINGS: tuple[Callable[[str], str], ...] = (
    str.capitalize,
    str.upper,
    str.title,
    plural,
    singular,
    with_hyphen,
    lambda entry: entry.replace("-", " "),
)


def other_spellings(design: Design) -> list[list[Edit]]:
    return [[(at, [*map(spelled, entries)]) for at, entries in open_lists(design)] for spelled in SPELLINGS]


def longer_lists(design: Design) -> list[list[Edit]]:
    lists = [(at, entries) for at, entries in open_lists(design) if at[-1] not in NOT_ADDED_TO]
    return [[(at, [*entries, "something that we added"]) for at, entries in lists]]


def more_room(design: Design) -> list[list[Edit]]:
    """One more mentor, with a place more in the network, and a supervisor who has time for one more."""
    people = [
        ((*at, "people"), value["people"] + 1)
        for at, value in below(design)
        if at[:2] == ("network", "members") and isinstance(value, dict) and value.get("part") == "mentor"
    ]
    mentors = [(("programme", "mentors"), design["programme"]["mentors"] + len(people))]
    span = [(("network", "span"), design["network"]["span"] + 1)] if "span" in design["network"] else []
    return [[*mentors, *people, *span], [(("programme", "name"), "Another name")]]


KINDS: dict[str, Callable[[Design], list[list[Edit]]]] = {
    "lists reversed": reversed_lists,
    "lengths of time in other units": lengths_in_other_units,
    "other spellings": other_spellings,
    "entries more": longer_lists,
    "a mentor more, and another name": more_room,
}


def alarms(design: Design, changed: Design) -> list[tuple[str, str]]:
    """The warnings and errors of a changed design that the design does not draw."""

    def loud(one: Design) -> Counter[tuple[str, str]]:
        found = found_in(tomli_w.dumps(one))
        return Counter((each.rule, each.message) for each in found if each.strength > Strength.CAUTION)

    return [*(loud(changed) - loud(design)).elements()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", programmes())
def test_an_edit_that_changes_nothing_draws_nothing(name: str, kind: str) -> None:
    """Many edits of a kind are made at once, which is quicker, and draws no less than each alone."""
    design = programmes()[name]
    for edits in KINDS[kind](design):
        changed = design
        for at, value in edits:
            changed = put(changed, at, value)
        assert alarms(design, changed) == [], edits


COMMENTED = "\ufeff# Our programme.\r\n"


@pytest.mark.parametrize("sector", COMPLETE)
def test_how_a_file_is_written_draws_nothing(sector: str) -> None:
    """Line ends of Windows, a mark of the order of bytes, and no comments."""
    text = COMPLETE[sector].read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [str(each) for each in found_in(COMMENTED + "\r\n".join(lines)) if each.strength > Strength.CAUTION] == []
