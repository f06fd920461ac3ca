"""The versions of the file format: which are read, which one is written, and which keys only one of them has."""

from collections.abc import Mapping

from mentorkit.programme.path import Path

FORMATS = (1, 2)
"""The versions that this release reads, the newest last."""

FORMAT = 1
"""The version in which new files are written."""

ONLY_IN: Mapping[Path, int] = {("file",): 2, ("programme", "ways"): 2, ("relationship", "pairs"): 1}
"""By the path of a key that not every version has, the one that does."""


def is_in_format(path: Path, version: int) -> bool:
    """Whether files of a version have what stands at a path, as far as versions differ.

    Examples:
        >>> is_in_format(("programme", "ways"), 1), is_in_format(("programme", "name"), 1)
        (False, True)
    """
    return all(ONLY_IN.get(path[:length], version) == version for length in range(1, len(path) + 1))
