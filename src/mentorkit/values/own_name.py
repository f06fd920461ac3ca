"""Entries of lists that are tables: under the name that a service has for them, or with more that it says of them."""

from typing import Any, Self

OTHER = "other"
"""What an entry of an open list of choices is that is none of them."""


class OwnName(str):
    """An entry of a list that is a table: rules read what it is, and pages show the service's own name for it.

    Attributes:
        called: the service's own name for it; what it is, where the service has none.
        about: what the table says of it beside that, if its list has entries with more keys; None elsewhere.

    Examples:
        >>> club = OwnName("other", "sports club")
        >>> club == "other", club in ("custody", "school"), club.called, club == OwnName("other", "court")
        (True, False, 'sports club', False)
    """

    __slots__ = ("about", "called")
    called: str
    about: Any

    def __new__(cls, is_: str, called: str, about: Any = None) -> Self:
        """What it is, the service's own name for it, and what else is said of it."""
        made = super().__new__(cls, is_)
        made.called = called
        made.about = about
        return made

    def __eq__(self, other: object) -> bool:
        same = (self.called, self.about) == (other.called, other.about) if isinstance(other, OwnName) else True
        return same and str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __repr__(self) -> str:
        about = "" if self.about is None else f", {self.about!r}"
        return f"OwnName({str.__repr__(self)}, {self.called!r}{about})"
