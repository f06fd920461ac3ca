"""What the conformance kit says to the author of a plugin: what, where, and what to do."""

from pathlib import Path as File

import attrs

from mentorkit.core.rule import Rule


@attrs.frozen
class Advice:
    """One thing to fix in a plugin.

    Attributes:
        check: the name of the check that found it, such as "sources".
        about: the rule with its place, the file, or the package.
        message: what is wrong.
        fix: what to do.

    Example:
        >>> print(Advice("ids", "HSG101", "its id is used twice", "give one of the two the next free number"))
        HSG101: its id is used twice
            do: give one of the two the next free number
    """

    check: str
    about: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.about}: {self.message}\n    do: {self.fix}"


def place_of(rule: Rule, folder: File) -> str:
    """A rule with the file and line of its declaration, such as 'HSG101 (mentorkit_housing/screening.py:12)'.

    Args:
        rule: the rule.
        folder: of the package.
    """
    file, line = rule.line
    return f"{rule.id} ({file_name(File(file), folder)}:{line})"


def file_name(file: File, folder: File) -> str:
    """A file of a package as its author calls it: from the package's folder on."""
    return file.relative_to(folder.parent).as_posix() if file.is_relative_to(folder.parent) else file.name
