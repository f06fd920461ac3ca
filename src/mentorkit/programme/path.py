"""Places in a file: by keys and indexes from the top, ("supervision", "phases", 0, "every"), and by lines."""

import attrs

Path = tuple[str | int, ...]


def path_of(at: str | Path) -> Path:
    """A path from its dotted form ("outcomes.measures.0"), or the path itself."""
    if isinstance(at, tuple):
        return at
    return tuple(int(part) if part.isdigit() else part for part in at.split("."))


def dotted(path: Path) -> str:
    """A path as people write it: supervision.phases[0].every; entries count from 0, as in JSON."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@attrs.frozen
class Span:
    """A stretch of a file, from 1, columns in characters; the end is the first column behind it."""

    line: int
    column: int
    end_line: int
    end_column: int
