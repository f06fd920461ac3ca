"""Texts from a file within Markdown: they read as they were written, and none of their Markdown is obeyed."""

import re

from mentorkit.text.words import visible

_MEANS_SOMETHING = re.compile(r"[\\`*\[\]<>&|~#]|(?<![^\W_])_|_(?![^\W_])")
"""What Markdown would not show as it stands; an underscore within a word stays."""


def escaped(text: str) -> str:
    """A text as Markdown that reads as the text."""
    return _MEANS_SOMETHING.sub(lambda found: f"\\{found[0]}", visible(text).replace("\t", " "))
