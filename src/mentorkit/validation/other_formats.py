"""Keys of the file that another version of the format has: they are refused, with what to do."""

from collections.abc import Mapping
from typing import Any

from mentorkit.programme.formats import ONLY_IN
from mentorkit.programme.path import Path, dotted
from mentorkit.toml.structure import Fault

_FIXES: Mapping[Path, str] = {
    ("relationship", "pairs"): "take it out, and list the ways of support in programme.ways",
}


def without_other_formats(data: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[Fault]]:
    """The data of a file without keys that its format does not have, and a fault for each of them."""
    faults = []
    for path, version in ONLY_IN.items():
        if version != data["format"] and _has(data, path):
            data = _without(data, path)
            message = f"{dotted(path)} is a key of format {version}, and this file is in format {data['format']}"
            fix = _FIXES.get(path, f"write the file in format {version}: 'mentorkit upgrade' does it")
            faults.append(Fault(path, message, fix, unknown=True))
    return data, faults


def _has(data: Any, path: Path) -> bool:
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True


def _without(data: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """A copy without what stands at a path."""
    part, *below = path
    if not below:
        return {key: value for key, value in data.items() if key != part}
    return {key: _without(value, tuple(below)) if key == part else value for key, value in data.items()}
