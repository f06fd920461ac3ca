"""How a report for people marks its words: colours on a terminal, nothing elsewhere."""

from collections.abc import Callable

Style = Callable[[str, str], str]
"""Puts a text in a style, one of error, warning, advice, strong and faint."""


def unstyled(text: str, _style: str) -> str:
    """No style at all."""
    return text
