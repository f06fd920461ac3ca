"""Whether the file has a place that an author names."""

from collections.abc import Collection
from typing import Any, get_args, get_origin

import attrs

from mentorkit.programme.key import MORE, field_to_key, is_in_file
from mentorkit.programme.path import Path, dotted
from mentorkit.programme.shared_keys import shared_names, stated_type
from mentorkit.programme.tables import Programme
from mentorkit.text.did_you_mean import asks, did_you_mean


def not_in_file(path: Path, sector_keys: Collection[Path]) -> str:
    """Why the file has no such place, with the one that was probably meant; empty where it has it.

    Args:
        path: of a table, a key, an entry of a list, or a key in it; a fact is an entry of `collects` by its name.
        sector_keys: the paths of the sectors' own keys.

    Examples:
        >>> not_in_file(("supervision", "phases", 0, "every"), ())
        ''
        >>> not_in_file(("supervison", "led_by"), ())
        'the file has no supervison.led_by; did you mean "supervision.led_by"?'
        >>> not_in_file(("supervision", "led_by", "name"), ())
        'the file has no supervision.led_by.name, since supervision.led_by is no table'
    """
    if any(key[: len(path)] == path or path[: len(key)] == key for key in sector_keys):
        return ""
    inside: Any = Programme
    more = None
    for depth, part in enumerate(path):
        if get_origin(inside) is tuple:
            if isinstance(part, str) and path[depth - 1] != "collects":
                return f"the file has no {dotted(path)}, since {dotted(path[:depth])} is a list: say which entry"
            inside = more or stated_type(get_args(inside)[0])
        elif not attrs.has(inside) or isinstance(part, int):
            return f"the file has no {dotted(path)}, since {dotted(path[:depth])} is no {_what(part)}"
        else:
            keys = {field_to_key(field.name): field for field in attrs.fields(inside)}
            field = keys.get(part)
            if field is None or not (is_in_file(field) or part == "format"):  # which stands outside of all tables
                named = [*shared_names(), *(dotted(key) for key in sector_keys)]
                return f"the file has no {dotted(path)}{asks(did_you_mean(dotted(path), named))}"
            inside, more = stated_type(field.type), field.metadata.get(MORE)
    return ""


def _what(part: str | int) -> str:
    return "list" if isinstance(part, int) else "table"
