"""Writing XML and HTML: every text and value is escaped here, and nowhere else."""

from html import escape

VOID = frozenset({"br", "meta", "input", "link", "hr", "col"})
"""Elements of HTML that have neither content nor an end."""


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def text(content: object) -> Markup:
    """A text with the characters that markup gives a meaning escaped."""
    return content if isinstance(content, Markup) else Markup(escape(str(content)))


def tag(name: str, /, *content: object, **attributes: object) -> Markup:
    """An element; content that is no markup is escaped, attributes that are None or False are left out.

    A line in the name of an attribute is written as a hyphen, and one at its end not at all: class_, stroke_width.
    """
    start = "".join(
        f" {key.rstrip('_').replace('_', '-')}{'' if value is True else f'={chr(34)}{escape(_value(value))}{chr(34)}'}"
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Markup(f"<{name}{start}>")
    inside = "".join(map(text, content))
    return Markup(f"<{name}{start}>{inside}</{name}>")


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def joined(*parts: object, by: str = "\n") -> Markup:
    """Parts in a row, with markup between them."""
    return Markup(by.join(map(text, parts)))
