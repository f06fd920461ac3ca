"""Places in a file, as keys and indexes from the top: ("supervision", "phases", 0, "every")."""

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
