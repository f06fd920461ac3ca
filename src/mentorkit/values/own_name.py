"""Entries of lists under the name that a service has for them."""

from typing import Self

OTHER = "other"
"""What an entry of an open list of choices is that is none of them."""


class OwnName(str):
    """An entry of a list that a service calls by a name of its own: rules read what it is, and pages show the name.

    Attributes:
        called: the service's own name for it.

    Examples:
        >>> club = OwnName("other", "sports club")
        >>> club == "other", club in ("custody", "school"), club.called, club == OwnName("other", "court")
        (True, False, 'sports club', False)
    """

    __slots__ = ("called",)
    called: str

    def __new__(cls, is_: str, called: str) -> Self:
        """What it is, and the service's own name for it."""
        made = super().__new__(cls, is_)
        made.called = called
        return made

    def __eq__(self, other: object) -> bool:
        same = self.called == other.called if isinstance(other, OwnName) else True
        return same and str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        return f"OwnName({str.__repr__(self)}, {self.called!r})"
