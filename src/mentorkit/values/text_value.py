"""Values that the file writes as a text of their own kind, such as "14 days" or "24/7"."""

from typing import Any, ClassVar, Self


class TextValue:
    """What a text of a certain kind says; `str` gives the text back.

    Attributes:
        what: the kind of text, with its article.
        write: how to write one.
    """

    __slots__ = ()
    what: ClassVar[str]
    write: ClassVar[str]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads a text.

        Raises:
            ValueError: where it is not of this kind; the message says what to write.
        """
        raise NotImplementedError


def is_text_value(type_: Any) -> bool:
    """Whether a type is written in the file as a text of its own kind."""
    return isinstance(type_, type) and issubclass(type_, TextValue)
