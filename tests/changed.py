"""Designs as data, changed in one place or written in format 1; the design that is given stays as it is."""

import copy
from typing import Any

from mentorkit.programme.formats import ONLY_IN
from mentorkit.programme.path import Path

Design = dict[str, Any]


def put(design: Design, at: Path, value: Any) -> Design:
    """The design with another value at a place."""
    changed = copy.deepcopy(design)
    _holder(changed, at)[at[-1]] = value
    return changed


def without(design: Design, at: Path) -> Design:
    """The design without what stands at a place."""
    changed = copy.deepcopy(design)
    del _holder(changed, at)[at[-1]]
    return changed


def in_format_1(design: Design) -> Design:
    """The design as far as a file of format 1 can state it."""
    old = copy.deepcopy(design)
    for path in (path for path, version in ONLY_IN.items() if version == 2):
        table: Any = old if len(path) == 1 else old.get(str(path[0]), {})
        table.pop(path[-1], None)
    return {**_names_alone(old), "format": 1}


def _names_alone(data: Any) -> Any:
    """The same with names of known things in place of tables that say more of them, which format 1 does not have."""
    if isinstance(data, dict):
        return data["is"] if "is" in data else {key: _names_alone(value) for key, value in data.items()}
    return [_names_alone(each) for each in data] if isinstance(data, list) else data


def _holder(design: Design, at: Path) -> Any:
    """The table or list in which a place is."""
    table: Any = design
    for key in at[:-1]:
        table = table[key]
    return table
