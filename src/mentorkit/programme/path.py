"""Places in a file: by keys and indexes from the top, ("supervision", "phases", 0, "every"), and by lines."""

from functools import lru_cache

import attrs

from mentorkit.values.by_fields import ByFields
from mentorkit.values.declared import kind_of

Path = tuple[str | int, ...]


@lru_cache(maxsize=4096)  # the few hundred places that rules name are asked for again and again
def path_of(at: str | Path) -> Path:
    """A path from its dotted form ("outcomes.measures.0"), or the path itself."""
    if isinstance(at, tuple):
        return at
    if not isinstance(at, str):
        raise ValueError(f'a place is a text such as "training.length", not {kind_of(at)}')
    return tuple(int(part) if part.isdigit() else part for part in at.split("."))


def dotted(path: Path) -> str:
    """A path as people write it: supervision.phases[0].every; entries count from 0, as in JSON."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@attrs.frozen(eq=False, repr=False)
class Span(ByFields):
    """A stretch of a file, from 1, columns in characters; the end is the first column behind it."""

    line: int
    column: int
    end_line: int
    end_column: int
