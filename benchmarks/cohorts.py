"""Cohorts of any size, for measuring: seeded records about made-up people, for any programme and stage.

Which facts there are, and of which kind, is read from the rulebook and the programme, so that these cohorts keep up
with both. Most facts let a person through; some are recent, some are not known.
"""

import csv
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path as File
from random import Random
from typing import Any, Literal, get_args, get_origin

from mentorkit.core.limit import Includes
from mentorkit.core.rulebook import Rulebook
from mentorkit.core.stage import Stage
from mentorkit.programme.kept_columns import ID
from mentorkit.programme.tables import Programme
from mentorkit.records.columns import Column, needed_at

NOT_KNOWN = 0.03
"""How often a cell is empty."""


def write_cohort(file: File, count: int, book: Rulebook, programme: Programme, stage: Stage, on: date) -> None:
    """Writes a sheet of a stage; the same count, rules, programme, stage and day make the same sheet."""
    random = Random(count)  # noqa: S311 - cohorts are no secrets
    columns = needed_at(book, programme, stage)
    entries = _entries(book, programme)
    with file.open("w", encoding="utf-8", newline="") as sheet:
        rows = csv.writer(sheet)
        rows.writerow([ID, *(column.name for column in columns)])
        for number in range(count):
            rows.writerow([f"P-{number:06}", *(_cell(random, column, entries, on) for column in columns)])


def _entries(book: Rulebook, programme: Programme) -> list[str]:
    """Words that lists of facts are held against: what the rules and the programme list."""
    wanted = {
        entry
        for users in book.parameters.values()
        for _, argument in users
        for limit in argument.limits
        if isinstance(limit, Includes)
        for entry in limit.entries
    }
    own = (value for value in programme.sector_values.values() if isinstance(value, tuple))
    return sorted(wanted | {entry for value in own for entry in value if isinstance(entry, str)})


def _cell(random: Random, column: Column, entries: list[str], on: date) -> str:
    if random.random() < NOT_KNOWN:
        return ""
    type_ = column.type
    if get_origin(type_) is Literal:
        return str(random.choice(get_args(type_)))
    if get_origin(type_) is tuple:
        choices = get_args(get_args(type_)[0]) or entries
        return "; ".join(random.sample(choices, min(len(choices), random.randint(1, 5))))
    made: Mapping[Any, Callable[[], str]] = {
        date: lambda: str(on - timedelta(days=int(random.expovariate(1 / 200)))),
        bool: lambda: random.choices(["yes", "no"], [19, 1])[0],
        int: lambda: str(random.randint(0, 30)),
    }
    return made[type_]() if type_ in made else random.choice(entries)
