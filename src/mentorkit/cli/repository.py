"""Where a file is in its repository."""

import os
from functools import cache
from pathlib import Path


def in_repository(name: str) -> str:
    """The name of a file from the root of the repository that it is in.

    Code scanning and annotations take names from there, wherever a command was run. The name is as it was given where
    there is no repository, and for standard input.
    """
    if name == "-":
        return name
    file = Path(name).absolute()
    try:
        folder = Path(os.path.realpath(file.parent))  # pathlib does not bear links that lead in a circle
        root = _root(folder)
        return name if root is None else (folder / file.name).relative_to(root).as_posix()
    except (OSError, ValueError):
        return name


@cache
def _root(folder: Path) -> Path | None:
    """The nearest folder with what makes it a repository of git; in a further working tree, that is a file."""
    return next((above for above in (folder, *folder.parents) if (above / ".git").exists()), None)
