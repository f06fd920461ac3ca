"""What the systems that mentorkit was made for say of themselves has a place in the file, or a reason why it has none.

`data/statements.csv` has a row for each statement: the system, the concept, the statement in short, the key with its
value as TOML, the documented example that states it, if there is one of the system, and a remark. A table in place of a
key has several keys.
"""

import csv
import tomllib
from collections import Counter
from pathlib import Path as File
from typing import Any

import pytest

from mentorkit.programme.path import Path, path_of
from mentorkit.registry.load import Plugins
from mentorkit.toml.structure import programme_toml, read_programme
from mentorkit.validation.other_formats import without_other_formats
from tests.building import ROOT

PLUGINS = Plugins()
OWN = PLUGINS.rulebook([found.name for found in PLUGINS.found]).sector_keys
with (File(__file__).parent / "data/statements.csv").open(encoding="utf-8", newline="") as sheet:
    ROWS = list(csv.DictReader(sheet))
PLACED = [row for row in ROWS if row["key"]]
DOCUMENTED = [row for row in ROWS if row["file"]]
STATEMENTS = {
    "whom it is for": 46,
    "law outside the UK": 18,
    "what the peer does": 16,
    "range or hedge": 13,
    "mutual aid, no mentor and mentee": 12,
    "setting not in the list": 11,
    "the person's credential": 11,
    "part of a larger service": 10,
    "who runs it, partners": 10,
    "pay, fee": 9,
    "way and order of training": 8,
    "model or method followed": 7,
    "trigger and response time": 6,
    "funding, law": 4,
    "peers train or lead peers": 4,
}
"""How many statements of each concept there are."""


def value_of(row: dict[str, str]) -> Any:
    return tomllib.loads(f"value = {row['value']}")["value"]


def at(data: Any, path: Path) -> Any:
    """What plain data state at a path."""
    for part in path:
        data = data[part]
    return data


def reading(path: Path, value: Any) -> tuple[dict[str, Any], list[Any]]:
    """A file of format 2 that states a value at a path, as it is read and written again, and what is wrong with it."""
    stated: Any = value
    for part in reversed(path):
        stated = {part: stated}
    data, of_other_formats = without_other_formats({"format": 2, **stated})
    programme, faults = read_programme(data, OWN)
    return tomllib.loads(programme_toml(programme)), [*of_other_formats, *faults]


def contains(stated: Any, value: Any) -> bool:
    """Whether a file states a value, perhaps beside others: each key of a table, each entry of a list."""
    if isinstance(value, dict):
        return isinstance(stated, dict) and all(contains(stated.get(key), each) for key, each in value.items())
    if isinstance(value, list):
        return isinstance(stated, list) and all(any(contains(entry, each) for entry in stated) for each in value)
    return bool(stated == value)


def test_every_statement_has_a_row() -> None:
    assert Counter(row["concept"] for row in ROWS) == STATEMENTS


def test_nine_in_ten_have_a_place_and_the_others_a_reason() -> None:
    assert (len(PLACED), len(ROWS)) == (176, 185)
    assert [row for row in ROWS if not row["key"] and not row["remark"]] == []


def test_the_documented_example_of_a_system_has_all_that_the_system_says() -> None:
    with_example = {row["system"] for row in DOCUMENTED}
    assert [row for row in PLACED if row["system"] in with_example and not row["file"]] == []
    assert len(DOCUMENTED) == 59


@pytest.mark.parametrize("row", PLACED, ids=lambda row: f"{row['system']}-{row['statement'][:40]}")
def test_a_statement_stands_at_its_key(row: dict[str, str]) -> None:
    path, value = path_of(row["key"]), value_of(row)
    read, faults = reading(path, value)
    assert faults == []
    assert at(read, path) == value


@pytest.mark.parametrize("row", DOCUMENTED, ids=lambda row: f"{row['system']}-{row['statement'][:40]}")
def test_a_statement_stands_in_the_example_of_its_system(row: dict[str, str]) -> None:
    stated = tomllib.loads((ROOT / "examples" / row["file"]).read_text(encoding="utf-8"))
    assert contains(at(stated, path_of(row["key"])), value_of(row))
