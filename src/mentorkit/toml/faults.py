"""What in a file cannot be read, with its place and what to do."""

from typing import Any

import attrs

from mentorkit.programme.path import Path
from mentorkit.values.by_fields import ByFields


@attrs.frozen(eq=False, repr=False)
class Fault(ByFields):
    """Something in the file that cannot be read.

    Attributes:
        path: where.
        message: what is wrong, in the service's words.
        fix: what to do.
        unknown: whether a key is unknown, rather than its value of the wrong kind.
        meant: the path that a misspelt key was probably meant to be; it is not reported as missing as well.
        more: how many faults after this one the same list or table has that are only counted.
    """

    path: Path
    message: str
    fix: str = ""
    unknown: bool = False
    meant: Path | None = None
    more: int = 0


MOST_TOLD = 100
"""Of the faults in one list, and of the unknown keys in one table; the rest is counted."""


class FaultyError(Exception):
    """Carries the faults of one value upwards, with the part of it that could be read."""

    def __init__(self, faults: list[Fault], partial: Any = None) -> None:
        super().__init__(faults)
        self.faults = faults
        self.partial = partial


def under(part: str | int, fault: Fault) -> Fault:
    """A fault of what stands under a key, or at a place of a list, as one of the whole."""
    meant = None if fault.meant is None else (part, *fault.meant)
    return attrs.evolve(fault, path=(part, *fault.path), meant=meant)


def counted(faults: list[Fault], more: int) -> list[Fault]:
    """The faults that are told, the last of them with how many more there are."""
    return [*faults[:-1], attrs.evolve(faults[-1], more=faults[-1].more + more)] if more else faults
