"""Where a key belongs that a table of the file does not know."""

from collections.abc import Mapping
from typing import Any

import attrs

from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_key
from mentorkit.text.did_you_mean import asks, did_you_mean
from mentorkit.toml.faults import Fault


def with_place(fault: Fault, data: Mapping[str, Any], sector_keys: Mapping[Path, Any]) -> Fault:
    """Says where an unknown key or table belongs that is right but stands elsewhere, or that is a misspelt sector's."""
    if fault.meant or not fault.unknown:
        return fault
    *outer, name = fault.path
    places = sorted(path for path in sector_keys if path[-1] == name)
    if len(outer) > 1 and shared_key((outer[0], name)):
        places = [(outer[0], name)]  # it follows the header of a table within the one that it belongs to
    if places:
        if is_stated(data, places[0]):
            return attrs.evolve(fault, fix=f"take it out: it is stated in {_header(places[0][:-1])} already")
        return attrs.evolve(fault, fix=f"move it to {_header(places[0][:-1])}", meant=places[0])
    tables = sorted({path[:2] for path in sector_keys})
    if homes := [_header(table) for table in tables if table[1] == name]:
        return attrs.evolve(fault, fix=f"move each of its keys to where it belongs: {', '.join(homes)}")
    beside = [str(table[1]) for table in tables if [table[0]] == outer and table[1] not in data[str(outer[0])]]
    if close := did_you_mean(str(name), beside):
        message, fix = f"{fault.message}{asks(close)}", f"rename it to {close}"
        return attrs.evolve(fault, message=message, fix=fix, meant=(*outer, close))
    return fault


def is_stated(data: Any, path: Path) -> bool:
    """Whether the data of a file has anything at a path, which does not lead into lists."""
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True


def _header(table: Path) -> str:
    return f"[{dotted(table)}]"
